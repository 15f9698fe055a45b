//! What the browser keeps for this page between loads: for this tab, or for this browser.

use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

use crate::thrown_name;

/// How long something is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// Until this tab is closed; other tabs cannot see it.
    ThisTab,
    /// Until the person deletes it; every tab of this site sees it.
    ThisBrowser,
}

/// Why something could not be kept or read back.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StorageError {
    /// There is no storage here: a worker, a frame without permission, or the person forbids it.
    #[error(
        "this browser keeps nothing for this page: allow site data, or enter it again next time"
    )]
    Unavailable,
    /// The browser's quota is used up, usually 5 MB.
    #[error("the browser's storage for this page is full: remove something kept here first")]
    Full,
    /// A later version of the app keeps it, in a form that this one does not know.
    #[error("a later version of this page keeps it: reload the page")]
    Later,
    /// What is kept is not what this version of the app writes.
    #[error("what was kept as {key:?} cannot be read back: {reason}")]
    Unreadable {
        /// Its name.
        key: String,
        /// What is wrong with it. Names a type and a place, never the value itself.
        reason: String,
    },
}

/// The value kept under a name; `None` if there is none.
pub fn get<T: DeserializeOwned>(kept: Kept, key: &str) -> Result<Option<T>, StorageError> {
    let text = open(kept)?.get_item(key).map_err(|error| refusal(&error))?;
    let Some(text) = text else { return Ok(None) };
    match serde_json::from_str(&text) {
        Ok(value) => Ok(Some(value)),
        Err(error) => Err(StorageError::Unreadable {
            key: key.to_owned(),
            reason: format!(
                "{:?} error at line {} column {}",
                error.classify(),
                error.line(),
                error.column()
            ),
        }),
    }
}

/// Keeps a value under a name, in place of the one before.
pub fn set<T: Serialize + ?Sized>(kept: Kept, key: &str, value: &T) -> Result<(), StorageError> {
    let text = serde_json::to_string(value).map_err(|error| StorageError::Unreadable {
        key: key.to_owned(),
        reason: error.to_string(),
    })?;
    open(kept)?
        .set_item(key, &text)
        .map_err(|error| refusal(&error))
}

/// Forgets what is kept under a name, if anything is.
pub fn remove(kept: Kept, key: &str) -> Result<(), StorageError> {
    open(kept)?
        .remove_item(key)
        .map_err(|error| refusal(&error))
}

/// The names that begin with `start`, of what is kept.
pub fn names(kept: Kept, start: &str) -> Result<Vec<String>, StorageError> {
    let storage = open(kept)?;
    let count = storage.length().map_err(|error| refusal(&error))?;
    let names = (0..count).filter_map(|at| storage.key(at).ok().flatten());
    Ok(names.filter(|name| name.starts_with(start)).collect())
}

fn open(kept: Kept) -> Result<web_sys::Storage, StorageError> {
    // Merely reading the property throws where the person forbids storage.
    web_sys::window()
        .and_then(|window| match kept {
            Kept::ThisTab => window.session_storage().ok(),
            Kept::ThisBrowser => window.local_storage().ok(),
        })
        .flatten()
        .ok_or(StorageError::Unavailable)
}

fn refusal(error: &JsValue) -> StorageError {
    match thrown_name(error).as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StorageError::Full,
        _ => StorageError::Unavailable,
    }
}
