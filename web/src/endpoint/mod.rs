//! The endpoint that models are asked at: what it is, where it is kept, the form for it.

mod chip;
mod connection;
mod presets;
mod settings;

use ichiban_browser::storage::{self, Kept, StorageError};
use ichiban_model::{Endpoint, Failure};

use crate::on_device::Interface;

pub(crate) use chip::EndpointChip;
pub(crate) use connection::Connection;
pub(crate) use settings::{Settings, Views as SettingsViews, part as settings_form};

const KEY: &str = "ichiban.endpoint";

/// What a test of the endpoint says.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) enum Probe {
    /// It was not tested.
    #[default]
    Idle,
    /// It was asked, under this ticket.
    Asked(u32),
    /// What it said: the model's name as it tells it, or what is wrong.
    Told(Result<Option<String>, Failure>),
}

impl Connection {
    /// Where to ask, and as whom.
    pub(crate) fn endpoint(&self) -> Endpoint {
        Endpoint {
            base_url: self.base_url.trim().to_owned(),
            api_key: self.api_key(),
        }
    }
}

/// The connection that was kept, and for how long: the tab's own before the browser's.
pub(crate) fn kept() -> Option<(Connection, Kept)> {
    [Kept::ThisTab, Kept::ThisBrowser]
        .into_iter()
        .find_map(|kept| {
            // One that cannot be read back is entered again, as is one to what this browser lacks.
            let connection: Connection = storage::get(kept, KEY).ok().flatten()?;
            let is_there =
                !connection.is_on_device() || Interface::find(&connection.model).is_some();
            is_there.then_some((connection, kept))
        })
}

/// Keeps a connection here, and nowhere else.
fn keep(connection: &Connection, kept: Kept) -> Result<(), StorageError> {
    forget()?;
    storage::set(kept, KEY, connection)
}

/// Forgets the connection and its key everywhere.
fn forget() -> Result<(), StorageError> {
    storage::remove(Kept::ThisTab, KEY)?;
    storage::remove(Kept::ThisBrowser, KEY)
}
