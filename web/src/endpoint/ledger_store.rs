//! The ledger as this browser keeps it: in a database that all tabs share, a record for each request, so
//! that no tab overwrites what another has entered.

use std::future::Future;
use std::pin::Pin;

use ichiban_browser::channel::Channel;
use ichiban_browser::clock;
use ichiban_browser::database::{Change, Database};
use ichiban_browser::storage::StorageError;
use ichiban_engine::packed::{self, Packed};
use ichiban_model::ledger::Entry;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::painted::Paints;

const NAME: &str = "ichiban-ledger";
const REQUESTS: &str = "requests";
const STORES: &[&str] = &[REQUESTS];

/// What tells other tabs that the ledger has changed.
pub(super) const CHANNEL: &str = "ichiban-ledger";

/// The most requests that are kept: the oldest give way.
const MOST: usize = 5_000;

/// What goes on in the database.
type Doing = Pin<Box<dyn Future<Output = Result<(), StorageError>>>>;

/// What the page needs of the ledger, fetched apart from it.
#[derive(Clone, Copy)]
pub(super) struct Store {
    /// Adds to requests what was measured of their runs.
    pub(super) painted: fn(Packed<Vec<Entry>>, Paints) -> Packed<Vec<Entry>>,
    /// Enters requests.
    pub(super) add: fn(Packed<Vec<Entry>>) -> Doing,
}

// Fetching can fail, even where making it cannot.
#[allow(clippy::unnecessary_wraps)]
#[wasm_split(shell, wasm_split_path = ::leptos::wasm_split, fallible)]
pub(super) fn store() -> Result<Store, SplitLoaderError> {
    Ok(Store {
        painted: |packed, paints| {
            // What another version has packed goes as it is.
            let Some(mut entries) = packed.open() else {
                return packed;
            };
            paints.enter(&mut entries);
            Packed::of(&entries)
        },
        add: |entries| Box::pin(async move { add(entries.open().unwrap_or_default()).await }),
    })
}

async fn add(entries: Vec<Entry>) -> Result<(), StorageError> {
    let changes: Vec<_> = entries
        .iter()
        .map(|entry| {
            // Two tabs may send at the same time.
            let chance = clock::random().to_bits();
            Change::Put {
                store: REQUESTS,
                key: format!("{:015}-{chance:016x}", entry.at_ms),
                value: packed::write(entry),
            }
        })
        .collect();
    change(changes).await
}

/// Every request that is kept, the oldest first.
///
/// # Errors
/// If the browser keeps nothing for this page.
pub(super) async fn all() -> Result<Vec<Entry>, StorageError> {
    let database = Database::open(NAME, STORES).await?;
    let records = database.all(REQUESTS).await?;
    let surplus = records.len().saturating_sub(MOST);
    if surplus > 0 {
        let old = records.iter().take(surplus).map(|(key, _)| Change::Delete {
            store: REQUESTS,
            key: key.clone(),
        });
        database.change(STORES, old).await?;
    }
    let kept = records.iter().skip(surplus);
    // One that another version has written is passed over.
    Ok(kept.filter_map(|(_, value)| packed::read(value)).collect())
}

/// Forgets every request, in all tabs.
///
/// # Errors
/// If the browser refuses.
pub(super) async fn clear() -> Result<(), StorageError> {
    change(vec![Change::Clear { store: REQUESTS }]).await
}

async fn change(changes: Vec<Change>) -> Result<(), StorageError> {
    let database = Database::open(NAME, STORES).await?;
    database.change(STORES, changes).await?;
    // Where there is no channel, other tabs see it when they look again.
    if let Some(channel) = Channel::open(CHANNEL, || {}) {
        channel.post();
    }
    Ok(())
}
