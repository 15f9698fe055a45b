//! Where a key is kept, and keys that are kept encrypted.

use ichiban_browser::storage::{self, Kept, StorageError};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

use super::{Connection, KEY};
use crate::app::App;
use crate::on_device::Interface;
use crate::shell::words::t;

/// The encrypted key, as `js/endpoint/vault.ts` writes it.
pub(super) const SEALED: &str = "ichiban.key";

#[wasm_bindgen(raw_module = "@js/endpoint.ts")]
extern "C" {
    #[wasm_bindgen(js_name = sealKey, catch)]
    async fn seal_key(key: &str, passphrase: &str, place: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = openKey, catch)]
    async fn open_key(sealed: &str, passphrase: &str, place: &str) -> Result<JsValue, JsValue>;
}

/// Where settings are kept, the key included.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Keeping {
    /// Until this tab is closed.
    #[default]
    ThisTab,
    /// Until they are removed, for who uses this browser to read.
    ThisBrowser,
    /// Until they are removed, the key encrypted.
    Sealed,
}

/// What is known when the page begins.
pub(crate) struct Found {
    /// The connection; its key is missing if it is sealed.
    pub(crate) connection: Connection,
    /// Where it is kept.
    pub(crate) keeping: Keeping,
}

/// The connection that was kept: the tab's own before the browser's.
pub(crate) fn kept() -> Option<Found> {
    [Kept::ThisTab, Kept::ThisBrowser]
        .into_iter()
        .find_map(|place| {
            // One that cannot be read back is entered again, as is one to what this browser lacks.
            let connection: Connection = storage::get(place, KEY).ok().flatten()?;
            let is_there =
                !connection.is_on_device() || Interface::find(&connection.model).is_some();
            let keeping = match place {
                Kept::ThisTab => Keeping::ThisTab,
                Kept::ThisBrowser if sealed().is_some() => Keeping::Sealed,
                Kept::ThisBrowser => Keeping::ThisBrowser,
            };
            is_there.then_some(Found {
                connection,
                keeping,
            })
        })
}

/// What is known when the page begins: a connection to use, or one whose key is to be unlocked first.
pub(crate) fn at_start() -> (Option<Connection>, Option<Connection>) {
    match kept() {
        None => (None, None),
        Some(found) if found.keeping == Keeping::Sealed => (None, Some(found.connection)),
        Some(found) => (Some(found.connection), None),
    }
}

fn sealed() -> Option<String> {
    storage::get(Kept::ThisBrowser, SEALED).ok().flatten()
}

/// Keeps a connection here, and nowhere else. The key of one that is to be sealed is encrypted under a
/// passphrase.
///
/// # Errors
/// In words, if the browser refuses.
pub(super) async fn keep(
    connection: &Connection,
    keeping: Keeping,
    passphrase: &str,
) -> Result<(), String> {
    let place = match keeping {
        Keeping::ThisTab => Kept::ThisTab,
        Keeping::ThisBrowser | Keeping::Sealed => Kept::ThisBrowser,
    };
    if keeping == Keeping::Sealed && !connection.key.is_empty() {
        let sealing = seal_key(&connection.key, passphrase, &connection.base_url).await;
        let sealed = sealing.map_err(|error| thrown(&error))?;
        let sealed = sealed.as_string().unwrap_or_default();
        forget().map_err(|error| error.to_string())?;
        let set = storage::set(place, SEALED, sealed.as_str());
        set.map_err(|error| error.to_string())?;
        return keep_open(&connection.without_key(), place);
    }
    forget().map_err(|error| error.to_string())?;
    keep_open(connection, place)
}

/// Keeps what has changed of a connection whose key is sealed already and stays the same.
pub(super) fn keep_beside_seal(connection: &Connection) -> Result<(), String> {
    keep_open(&connection.without_key(), Kept::ThisBrowser)
}

/// Keeps a connection as it is, beside whatever else is kept.
pub(super) fn keep_open(connection: &Connection, place: Kept) -> Result<(), String> {
    storage::set(place, KEY, connection).map_err(|error| error.to_string())
}

/// Forgets the connection and its key everywhere.
pub(super) fn forget() -> Result<(), StorageError> {
    storage::remove(Kept::ThisTab, KEY)?;
    storage::remove(Kept::ThisBrowser, KEY)?;
    storage::remove(Kept::ThisBrowser, SEALED)
}

/// The connection with its key, which was sealed under this passphrase.
///
/// # Errors
/// In words, if the passphrase is another.
pub(super) async fn unlock(locked: &Connection, passphrase: &str) -> Result<Connection, String> {
    let Some(sealed) = sealed() else {
        return Err(t!("endpoint-key-forgotten"));
    };
    let opening = open_key(&sealed, passphrase, &locked.base_url).await;
    let key = opening.map_err(|error| thrown(&error))?;
    Ok(Connection {
        key: key.as_string().unwrap_or_default(),
        ..locked.clone()
    })
}

impl App {
    /// Whether the key in use is kept encrypted, so that it can be locked.
    pub(super) fn can_lock(self) -> bool {
        let has_key = |it: &Option<Connection>| it.as_ref().is_some_and(|it| !it.key.is_empty());
        self.connection.with(has_key) && kept().is_some_and(|it| it.keeping == Keeping::Sealed)
    }

    /// Forgets the key in this tab; it stays encrypted in the browser.
    pub(super) fn lock(self) {
        let locked = self.connection.with_untracked(Option::clone);
        self.locked.set(locked.map(|it| it.without_key()));
        self.connection.set(None);
    }
}

/// What JavaScript threw, in its own words.
pub(super) fn thrown(error: &JsValue) -> String {
    match error.dyn_ref::<js_sys::Error>() {
        Some(error) => String::from(error.message()),
        None => t!("endpoint-browser-refused"),
    }
}
