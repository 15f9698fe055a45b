//! What models have cost, and what they may: entered as it is told, kept for the day.

use ichiban_browser::clock;
use ichiban_browser::storage::{self, Kept, StorageError};
use ichiban_engine::asking::protocol::Purpose;
use ichiban_engine::packed::Packed;
use ichiban_model::budget::{Budget, Spent};
use ichiban_model::ledger::{Entry, iso_time};
use leptos::prelude::*;

use crate::app::App;

const BUDGET: &str = "ichiban.budget";
const TODAY: &str = "ichiban.spent";

/// The most reports of requests that a tab holds: the oldest give way.
const MOST: usize = 5_000;

/// What left this tab for models, and what that counts for.
pub(crate) struct Spending {
    /// The requests of this tab, in the order in which they ended. Never a key.
    pub(crate) entries: RwSignal<Vec<Packed<Vec<Entry>>>>,
    /// What the person allows.
    pub(crate) budget: RwSignal<Budget>,
    /// What this tab has spent today, where the browser keeps nothing.
    today: StoredValue<Today>,
    runs: StoredValue<u32>,
}

/// What a day has cost, for all tabs of this browser.
#[derive(Clone, Default, PartialEq, Eq)]
struct Today {
    /// The day, as `2026-11-28` (UTC).
    day: String,
    spent: Spent,
}

impl Spending {
    pub(crate) fn new() -> Self {
        // What cannot be read back is entered again.
        let amounts = numbers(kept(BUDGET).as_deref().unwrap_or_default());
        let mut amounts = amounts.into_iter();
        let mut amount = || amounts.next().flatten();
        let budget = Budget {
            run_money: amount(),
            day_money: amount(),
            run_tokens: amount(),
            day_tokens: amount(),
        };
        Self {
            entries: RwSignal::default(),
            budget: RwSignal::new(budget),
            today: StoredValue::default(),
            runs: StoredValue::new(0),
        }
    }
}

impl App {
    /// The number of a run that begins: its questions share what it may spend.
    pub(crate) fn next_run(self) -> u32 {
        self.spending.runs.update_value(|runs| *runs += 1);
        self.spending.runs.get_value()
    }

    /// On whose behalf something is asked, and what that may cost.
    pub(crate) fn purpose(self, tool: &str, held: String, run: u32) -> Purpose {
        let budget = self.spending.budget.get_untracked();
        Purpose {
            tool: tool.to_owned(),
            held,
            run,
            allowance: budget.allowance(self.spent_today()),
        }
    }

    /// What today has cost so far, in all tabs as far as the browser keeps that.
    pub(crate) fn spent_today(self) -> Spent {
        let day = today();
        let known = kept(TODAY).as_deref().and_then(Today::read);
        let known = known.unwrap_or_else(|| self.spending.today.get_value());
        if known.day == day {
            known.spent
        } else {
            Spent::default()
        }
    }

    /// Takes requests that are over, and what they have cost.
    pub(crate) fn sent(self, entries: Packed<Vec<Entry>>, spent: Spent) {
        let today = Today {
            day: today(),
            spent: self.spent_today().and(spent),
        };
        // The limit of a day holds for this tab at least.
        let _ = storage::set(Kept::ThisBrowser, TODAY, today.written().as_str());
        self.spending.today.set_value(today);
        self.spending.entries.update(|all| {
            all.push(entries);
            let surplus = all.len().saturating_sub(MOST);
            all.drain(..surplus);
        });
    }

    /// Sets what the person allows, from now on.
    pub(crate) fn set_budget(self, budget: Budget) -> Result<(), StorageError> {
        self.spending.budget.set(budget);
        let amounts = [
            budget.run_money,
            budget.day_money,
            budget.run_tokens,
            budget.day_tokens,
        ];
        let amounts = amounts.map(|amount| amount.map_or_else(String::new, |it| it.to_string()));
        storage::set(Kept::ThisBrowser, BUDGET, amounts.join(",").as_str())
    }
}

impl Today {
    /// Read back as [`Today::written`] writes it.
    fn read(text: &str) -> Option<Self> {
        let (day, amounts) = text.split_once(',')?;
        let mut amounts = numbers(amounts).into_iter().flatten();
        Some(Self {
            day: day.to_owned(),
            spent: Spent {
                money: amounts.next()?,
                tokens: amounts.next()?,
            },
        })
    }

    fn written(&self) -> String {
        let amounts = [self.spent.money.to_string(), self.spent.tokens.to_string()];
        [self.day.as_str(), &amounts[0], &amounts[1]].join(",")
    }
}

/// Amounts with commas between; where there is no number, there is no amount.
fn numbers(text: &str) -> Vec<Option<u64>> {
    text.split(',').map(|amount| amount.parse().ok()).collect()
}

/// What is kept as a text, if it can be read back.
fn kept(name: &str) -> Option<String> {
    storage::get(Kept::ThisBrowser, name).ok().flatten()
}

fn today() -> String {
    // Milliseconds since 1970 are a whole number far below 2^53.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let now = clock::unix_ms().max(0.0) as u64;
    iso_time(now).chars().take(10).collect()
}
