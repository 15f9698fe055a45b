//! What runs came to, kept in the browser's database section by section: a run goes on after a
//! reload where it was, and two pages do not overwrite what the other has kept.

use ichiban_browser::database::{Change, Database};
use ichiban_browser::storage::StorageError;
use ichiban_engine::docs::protocol::Command;
use ichiban_engine::docs::refining::Kept;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::State;
use crate::shell::words::t;

/// The database; its version counts up with its stores.
const DATABASE: &str = "ichiban-docs";
const SECTIONS: &str = "sections";
const STORES: &[&str] = &[SECTIONS];

impl State {
    /// Gives the worker what earlier runs came to in the sections that were read.
    pub(super) fn recall(self) {
        let keys = self.keys();
        if keys.is_empty() {
            return;
        }
        spawn_local(async move {
            // Without a database there is nothing that could have been kept.
            let Ok(kept) = read(&keys).await else {
                return;
            };
            let is_same = self.keys() == keys;
            if is_same && !kept.is_empty() {
                self.command(&Command::Known { kept });
            }
        });
    }

    /// Keeps sections that were read.
    pub(super) fn keep(self, kept: Vec<Kept>) {
        let changes = kept.into_iter().map(|kept| Change::Put {
            store: SECTIONS,
            key: kept.key,
            value: kept.reading,
        });
        self.change(changes.collect());
    }

    /// Forgets what runs came to in the sections that were read.
    pub(super) fn forget_kept(self) {
        let changes = self.keys().into_iter().map(|key| Change::Delete {
            store: SECTIONS,
            key,
        });
        self.change(changes.collect());
    }

    fn keys(self) -> Vec<String> {
        self.refine.plan.with_untracked(|plan| {
            let sections = plan.sections.iter();
            sections.map(|section| section.key.clone()).collect()
        })
    }

    fn change(self, changes: Vec<Change>) {
        spawn_local(async move {
            if let Err(error) = write(changes).await {
                let words = t!("docs-unkept", error = error.to_string());
                self.tell(words, true);
            }
        });
    }
}

async fn read(keys: &[String]) -> Result<Vec<Kept>, StorageError> {
    let database = Database::open(DATABASE, STORES).await?;
    let records = database.some(SECTIONS, keys).await?;
    let records = records.into_iter();
    Ok(records
        .map(|(key, reading)| Kept { key, reading })
        .collect())
}

async fn write(changes: Vec<Change>) -> Result<(), StorageError> {
    let database = Database::open(DATABASE, STORES).await?;
    database.change(STORES, changes).await
}
