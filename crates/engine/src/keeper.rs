//! A part of the worker's program: keeps the translation memory in the browser's database.

use std::cell::{Cell, RefCell};

use ichiban_browser::channel::Channel;
use ichiban_browser::database::{Change, Database};
use ichiban_browser::storage::StorageError;
use ichiban_engine::MemoryChange;
use ichiban_engine::record::{self, MADE, RecordChange, TRANSLATIONS};
use ichiban_json::localise::Memory;

/// The database; its version counts up with its stores.
const DATABASE: &str = "ichiban-translate";
const STORES: &[&str] = &[TRANSLATIONS, MADE];
/// Where pages tell each other that the memory has changed.
const CHANNEL: &str = "ichiban-translate-memory";

/// The memory's place in the browser.
pub(crate) struct Keeper {
    database: RefCell<Option<Database>>,
    channel: RefCell<Option<Channel>>,
    is_writing: Cell<bool>,
    was_refused: Cell<bool>,
}

impl Keeper {
    pub(crate) fn new() -> Self {
        Self {
            database: RefCell::new(None),
            channel: RefCell::new(None),
            is_writing: Cell::new(false),
            was_refused: Cell::new(false),
        }
    }

    /// Opens the database and reads it. `hear` is called when another page changes it.
    pub(crate) async fn open(&self, hear: impl Fn() + 'static) -> Result<Memory, StorageError> {
        let database = Database::open(DATABASE, STORES).await?;
        *self.database.borrow_mut() = Some(database);
        // Without it, what other pages learn is known after a reload.
        *self.channel.borrow_mut() = Channel::open(CHANNEL, hear);
        self.read().await
    }

    /// Reads the whole memory.
    pub(crate) async fn read(&self) -> Result<Memory, StorageError> {
        let database = self.database.borrow().clone();
        let database = database.ok_or(StorageError::Unavailable)?;
        let translations = database.all(TRANSLATIONS).await?;
        let made = database.all(MADE).await?;
        Ok(record::memory(translations, made))
    }

    /// Whether changes are being kept; others wait.
    pub(crate) fn begins_to_write(&self) -> bool {
        !self.is_writing.replace(true)
    }

    pub(crate) fn ends_to_write(&self) {
        self.is_writing.set(false);
    }

    /// Keeps changes: all of them, or none. What the page is to be told, if anything: why they
    /// were not kept, or `None` within, that they are kept again.
    pub(crate) async fn keep(&self, changes: Vec<MemoryChange>) -> Option<Option<String>> {
        let refused = self.write(changes).await.err();
        let was_refused = self.was_refused.replace(refused.is_some());
        (refused.is_some() || was_refused).then(|| refused.map(|error| error.to_string()))
    }

    async fn write(&self, changes: Vec<MemoryChange>) -> Result<(), StorageError> {
        let database = self.database.borrow().clone();
        let database = database.ok_or(StorageError::Unavailable)?;
        let changes = changes
            .into_iter()
            .flat_map(|change| match RecordChange::from(change) {
                RecordChange::Put { store, key, value } => vec![Change::Put { store, key, value }],
                RecordChange::Delete { store, key } => vec![Change::Delete { store, key }],
                RecordChange::Clear => STORES
                    .iter()
                    .map(|&store| Change::Clear { store })
                    .collect(),
            });
        database.change(STORES, changes).await?;
        if let Some(channel) = &*self.channel.borrow() {
            channel.post();
        }
        Ok(())
    }
}
