//! `IndexedDB`: stores of texts by key, for as long as the person does not delete them.
//!
//! Works in a window and in a worker. Every change is made within a transaction, record by record:
//! pages that share a store do not overwrite each other.

use futures_util::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use idb::{DatabaseEvent, Factory, ObjectStoreParams, TransactionMode, TransactionResult};
use std::pin::pin;
use std::rc::Rc;
use wasm_bindgen::JsValue;

use crate::storage::StorageError;

/// A browser that has not opened the database by then never will.
const PATIENCE_MS: u32 = 3_000;

/// An open database. Clones are the same.
#[derive(Clone)]
pub struct Database {
    inner: Rc<idb::Database>,
}

impl std::fmt::Debug for Database {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Database").field(&self.inner.name()).finish()
    }
}

/// A change of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Writes a record, in place of the one with the same key.
    Put {
        /// The store.
        store: &'static str,
        /// The key.
        key: String,
        /// The value.
        value: String,
    },
    /// Deletes a record, if it is there.
    Delete {
        /// The store.
        store: &'static str,
        /// The key.
        key: String,
    },
    /// Deletes every record.
    Clear {
        /// The store.
        store: &'static str,
    },
}

impl Database {
    /// Opens a database, and makes those of the stores that are not there yet.
    ///
    /// # Errors
    /// If the browser has none for this page: the person forbids it, or the window is a private one.
    pub async fn open(name: &str, stores: &'static [&'static str]) -> Result<Self, StorageError> {
        let opening = async {
            // As many versions as there were stores: the database is made anew for each that comes.
            let version = u32::try_from(stores.len()).unwrap_or(u32::MAX);
            let mut request = Factory::new()?.open(name, Some(version))?;
            request.on_upgrade_needed(move |event| {
                let Ok(database) = event.database() else {
                    return;
                };
                let known = database.store_names();
                for store in stores
                    .iter()
                    .filter(|it| !known.iter().any(|name| name == *it))
                {
                    // What could not be made is missed by the first transaction, which says so.
                    let _ = database.create_object_store(store, ObjectStoreParams::new());
                }
            });
            request.await
        };
        match select(pin!(opening), TimeoutFuture::new(PATIENCE_MS)).await {
            Either::Left((Ok(inner), _)) => Ok(Self {
                inner: Rc::new(inner),
            }),
            Either::Left((Err(error), _)) => Err(refusal(&error)),
            Either::Right(_) => Err(StorageError::Unavailable),
        }
    }

    /// Every record of a store, in the order of their keys.
    ///
    /// # Errors
    /// If the browser does not let it be read.
    pub async fn all(&self, store: &str) -> Result<Vec<(String, String)>, StorageError> {
        let read = async {
            let transaction = self
                .inner
                .transaction(&[store], TransactionMode::ReadOnly)?;
            let store = transaction.object_store(store)?;
            let keys = store.get_all_keys(None, None)?;
            let values = store.get_all(None, None)?;
            // Both in the same transaction: they are of the same records.
            let keys = keys.await?;
            Ok((keys, values.await?))
        };
        let (keys, values) = read.await.map_err(|error: idb::Error| refusal(&error))?;
        Ok(keys
            .into_iter()
            .zip(values)
            .filter_map(|(key, value)| Some((key.as_string()?, value.as_string()?)))
            .collect())
    }

    /// Those records of a store that have one of these keys, in the order of the keys as given.
    ///
    /// # Errors
    /// If the browser does not let it be read.
    pub async fn some(
        &self,
        store: &str,
        keys: &[String],
    ) -> Result<Vec<(String, String)>, StorageError> {
        let read = async {
            let transaction = self
                .inner
                .transaction(&[store], TransactionMode::ReadOnly)?;
            let store = transaction.object_store(store)?;
            // All are asked for before the first is waited for: the transaction ends when it is idle.
            let mut asked = Vec::with_capacity(keys.len());
            for key in keys {
                asked.push((key, store.get(JsValue::from(key))?));
            }
            let mut found = Vec::new();
            for (key, value) in asked {
                let value = value.await?.and_then(|value| value.as_string());
                found.extend(value.map(|value| (key.clone(), value)));
            }
            Ok(found)
        };
        read.await.map_err(|error: idb::Error| refusal(&error))
    }

    /// Makes changes in `stores`: all of them, or none.
    ///
    /// # Errors
    /// If the browser refuses, or has no more room.
    pub async fn change(
        &self,
        stores: &[&str],
        changes: impl IntoIterator<Item = Change>,
    ) -> Result<(), StorageError> {
        let write = async {
            let transaction = self.inner.transaction(stores, TransactionMode::ReadWrite)?;
            for change in changes {
                // The transaction tells what became of all requests together.
                match change {
                    Change::Put { store, key, value } => {
                        let key = JsValue::from(key);
                        let store = transaction.object_store(store)?;
                        store.put(&JsValue::from(value), Some(&key))?;
                    }
                    Change::Delete { store, key } => {
                        let store = transaction.object_store(store)?;
                        store.delete(JsValue::from(key))?;
                    }
                    Change::Clear { store } => {
                        transaction.object_store(store)?.clear()?;
                    }
                }
            }
            transaction.commit()?.await
        };
        match write.await {
            Ok(TransactionResult::Committed) => Ok(()),
            // A transaction that no request has failed is aborted for want of room.
            Ok(TransactionResult::Aborted) => Err(StorageError::Full),
            Err(error) => Err(refusal(&error)),
        }
    }
}

fn refusal(error: &idb::Error) -> StorageError {
    let name = match error {
        idb::Error::DomException(exception) => exception.name(),
        _ => String::new(),
    };
    match name.as_str() {
        "QuotaExceededError" => StorageError::Full,
        "VersionError" => StorageError::Later,
        _ => StorageError::Unavailable,
    }
}
