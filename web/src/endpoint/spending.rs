//! What models have cost, and what they may: entered as it is told, kept for the day.

use ichiban_browser::clock;
use ichiban_browser::storage::{self, Kept, StorageError};
use ichiban_browser::turn::pause;
use ichiban_engine::asking::protocol::Purpose;
use ichiban_engine::packed::Packed;
use ichiban_model::budget::{Budget, Spent};
use ichiban_model::ledger::{Entry, iso_time};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::ledger_store::store;
use super::painted::{PATIENCE_MS, Paints};
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
    /// The name under which this page keeps what it has spent: no other page writes there.
    name: StoredValue<String>,
    /// Why requests are not kept, if they are not.
    pub(super) unkept: RwSignal<Option<Unkept>>,
    runs: StoredValue<u32>,
    /// When the first of answers was on the screen.
    pub(super) paints: Paints,
}

/// Why requests are not kept after this tab.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Unkept {
    /// The browser does not keep them: in its words.
    Refused(String),
    /// The part of the page that keeps them could not be fetched.
    Unfetched,
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
            name: StoredValue::new(String::new()),
            unkept: RwSignal::new(None),
            runs: StoredValue::new(0),
            paints: Paints::new(),
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
        let own = self.spending.name.get_value();
        let names = storage::names(Kept::ThisBrowser, TODAY).unwrap_or_default();
        let others = names.iter().filter(|name| **name != own);
        let others = others.filter_map(|name| Today::read(&kept(name)?));
        let all = others.chain([self.spending.today.get_value()]);
        let of_today = all.filter(|known| known.day == day);
        of_today.fold(Spent::default(), |sum, known| sum.and(known.spent))
    }

    /// Takes requests that are over, and what they have cost.
    pub(crate) fn sent(self, entries: Packed<Vec<Entry>>, spent: Spent) {
        self.enter(spent);
        let paints = self.spending.paints;
        spawn_local(async move {
            pause(PATIENCE_MS).await;
            let store = store().await;
            let entries = match &store {
                Ok(store) => (store.painted)(entries, paints),
                Err(_) => entries,
            };
            self.spending.entries.update(|all| {
                all.push(entries.clone());
                let surplus = all.len().saturating_sub(MOST);
                all.drain(..surplus);
            });
            let why = match store {
                Ok(store) => {
                    let refused = (store.add)(entries).await.err();
                    refused.map(|error| Unkept::Refused(error.to_string()))
                }
                Err(_) => Some(Unkept::Unfetched),
            };
            self.spending.unkept.set(why);
        });
    }

    /// Enters what was spent under a name that is this page's alone: pages that spend at the same time do
    /// not overwrite each other.
    fn enter(self, spent: Spent) {
        let day = today();
        if self.spending.name.with_value(String::is_empty) {
            let chance = clock::random().to_bits().to_string();
            self.spending.name.set_value([TODAY, &chance].join("."));
        }
        let name = self.spending.name.get_value();
        let mut now = self.spending.today.get_value();
        if now.day != day {
            now = Today {
                day,
                spent: Spent::default(),
            };
            // What pages spent on other days counts no more.
            for old in storage::names(Kept::ThisBrowser, TODAY).unwrap_or_default() {
                let is_old = kept(&old)
                    .and_then(|text| Today::read(&text))
                    .is_none_or(|known| known.day != now.day);
                if is_old {
                    let _ = storage::remove(Kept::ThisBrowser, &old);
                }
            }
        }
        now.spent = now.spent.and(spent);
        // The limit of a day holds for this tab at least.
        let _ = storage::set(Kept::ThisBrowser, &name, now.written().as_str());
        self.spending.today.set_value(now);
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
