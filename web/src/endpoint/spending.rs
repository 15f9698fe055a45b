//! What models have cost, and what they may: entered as it is told, kept for the day.

use ichiban_browser::clock;
use ichiban_browser::storage::{self, Kept, StorageError};
use ichiban_engine::asking::protocol::Purpose;
use ichiban_model::budget::{Budget, Spent};
use ichiban_model::ledger::{Entry, iso_time};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::app::App;

const BUDGET: &str = "ichiban.budget";
const TODAY: &str = "ichiban.spent";

/// The most entries that a tab holds: the oldest give way.
const MOST: usize = 5_000;

/// What left this tab for models, and what that counts for.
pub(crate) struct Spending {
    /// The requests of this tab, in the order in which they ended. Never a key.
    pub(crate) entries: RwSignal<Vec<Entry>>,
    /// What the person allows.
    pub(crate) budget: RwSignal<Budget>,
    /// What this tab has spent today, where the browser keeps nothing.
    today: StoredValue<Today>,
    runs: StoredValue<u32>,
}

/// What a day has cost, for all tabs of this browser.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Today {
    /// The day, as `2026-11-28` (UTC).
    day: String,
    spent: Spent,
}

impl Spending {
    pub(crate) fn new() -> Self {
        // What cannot be read back is entered again.
        let budget = storage::get(Kept::ThisBrowser, BUDGET).ok().flatten();
        Self {
            entries: RwSignal::default(),
            budget: RwSignal::new(budget.unwrap_or_default()),
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
        let known = storage::get::<Today>(Kept::ThisBrowser, TODAY)
            .ok()
            .flatten()
            .unwrap_or_else(|| self.spending.today.get_value());
        if known.day == day {
            known.spent
        } else {
            Spent::default()
        }
    }

    /// Takes requests that are over.
    pub(crate) fn sent(self, sent: Vec<Entry>) {
        let more = sent.iter().map(Entry::spent);
        let total = more.fold(self.spent_today(), Spent::and);
        let today = Today {
            day: today(),
            spent: total,
        };
        // The limit of a day holds for this tab at least.
        let _ = storage::set(Kept::ThisBrowser, TODAY, &today);
        self.spending.today.set_value(today);
        self.spending.entries.update(|entries| {
            entries.extend(sent);
            let surplus = entries.len().saturating_sub(MOST);
            entries.drain(..surplus);
        });
    }

    /// Sets what the person allows, from now on.
    pub(crate) fn set_budget(self, budget: Budget) -> Result<(), StorageError> {
        self.spending.budget.set(budget);
        storage::set(Kept::ThisBrowser, BUDGET, &budget)
    }
}

fn today() -> String {
    // Milliseconds since 1970 are a whole number far below 2^53.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let now = clock::unix_ms().max(0.0) as u64;
    iso_time(now).chars().take(10).collect()
}
