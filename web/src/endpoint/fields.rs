//! What the form of the settings holds.

use ichiban_model::Wire;
use ichiban_model::wire::on_device::OnDevice;
use leptos::prelude::*;

use super::connection::Connection;
use super::keys::{Keeping, kept};
use super::presets::{Preset, WIRES};
use crate::app::App;
use crate::on_device::Interface;
use crate::shell::words::t;

/// The shortest passphrase that is taken, in characters.
const SHORTEST: usize = 8;

/// What the form holds. A handle: copies mean the same state.
#[derive(Clone, Copy)]
pub(super) struct Fields {
    pub(super) base_url: RwSignal<String>,
    pub(super) wire: RwSignal<String>,
    pub(super) model: RwSignal<String>,
    pub(super) key: RwSignal<String>,
    pub(super) keeping: RwSignal<Keeping>,
    pub(super) passphrase: RwSignal<String>,
    /// The address and key that are sealed already.
    sealed: StoredValue<Option<(String, String)>>,
    /// Whether what the form holds is sealed already, so that no passphrase is needed.
    pub(super) was_sealed: Signal<bool>,
}

impl Fields {
    /// What is kept, or in use.
    pub(super) fn of(app: App) -> Self {
        let in_use = app.connection.get_untracked();
        let in_use = in_use.filter(|it| !it.is_replay());
        let (connection, keeping) = match kept() {
            // Its key is only in memory.
            Some(found) if found.keeping == Keeping::Sealed => {
                let in_use = in_use.unwrap_or_default();
                (in_use, Keeping::Sealed)
            }
            Some(found) => (found.connection, found.keeping),
            None => (in_use.unwrap_or_default(), Keeping::ThisTab),
        };
        let is_sealed = keeping == Keeping::Sealed && !connection.key.is_empty();
        let sealed = is_sealed.then(|| (connection.base_url.clone(), connection.key.clone()));
        let sealed = StoredValue::new(sealed);
        let base_url = RwSignal::new(connection.base_url);
        let key = RwSignal::new(connection.key);
        let was_sealed = Signal::derive(move || {
            let now = (
                base_url.get().trim().to_owned(),
                key.get().trim().to_owned(),
            );
            sealed.with_value(|sealed| sealed.as_ref() == Some(&now))
        });
        Self {
            base_url,
            wire: RwSignal::new(if connection.wire.is_empty() {
                first_wire()
            } else {
                connection.wire
            }),
            model: RwSignal::new(connection.model),
            key,
            keeping: RwSignal::new(keeping),
            passphrase: RwSignal::new(String::new()),
            sealed,
            was_sealed,
        }
    }

    /// What the browser has built in and is chosen, if that is so.
    pub(super) fn interface(self) -> Option<Interface> {
        let is_on_device = self.wire.with(|wire| wire == OnDevice.name());
        self.model
            .with(|model| Interface::find(model))
            .filter(|_| is_on_device)
    }

    pub(super) fn choose(self, interface: Interface) {
        self.show(Connection::on_device(interface));
    }

    /// Empties the form for an endpoint that is to be named.
    pub(super) fn clear(self) {
        self.show(Connection {
            wire: first_wire(),
            ..Connection::default()
        });
    }

    /// Fills in a preset. A key belongs to the endpoint it was given for.
    pub(super) fn fill(self, preset: &Preset) {
        self.show(Connection {
            base_url: preset.base_url.to_owned(),
            wire: preset.wire.to_owned(),
            model: preset.model.to_owned(),
            key: String::new(),
        });
    }

    pub(super) fn show(self, connection: Connection) {
        self.base_url.set(connection.base_url);
        self.wire.set(connection.wire);
        self.model.set(connection.model);
        self.key.set(connection.key);
    }

    /// The connection that the form describes.
    pub(super) fn connection(self) -> Connection {
        Connection {
            base_url: self.base_url.get().trim().to_owned(),
            wire: self.wire.get(),
            model: self.model.get().trim().to_owned(),
            key: self.key.get().trim().to_owned(),
        }
    }

    /// What is wrong with the passphrase, if the key is to be encrypted under it.
    pub(super) fn passphrase_fault(self) -> Option<String> {
        let is_wanted =
            self.keeping.get() == Keeping::Sealed && !self.key.with(|key| key.trim().is_empty());
        let length = self.passphrase.with(|it| it.chars().count());
        if !is_wanted || (length == 0 && self.was_sealed.get()) || length >= SHORTEST {
            return None;
        }
        Some(t!("endpoint-passphrase-too-short", count = SHORTEST))
    }

    /// The key has been sealed as it stands.
    pub(super) fn is_sealed_now(self) {
        let connection = untrack(|| self.connection());
        self.sealed
            .set_value(Some((connection.base_url, connection.key)));
    }
}

fn first_wire() -> String {
    WIRES
        .first()
        .map_or_else(String::new, |wire| wire.name.to_owned())
}
