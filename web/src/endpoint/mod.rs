//! The endpoint that models are asked at: what it is, where it is kept, the form for it.

pub(crate) mod as_settings;
mod chip;
mod connection;
pub(crate) mod failures;
mod fields;
mod keeping;
mod keys;
mod ledger;
mod ledger_store;
mod limits;
mod models;
mod painted;
mod presets;
mod probe_line;
mod replay;
mod settings;
mod sign_in;
mod spending;
mod tool_models;
mod unlock;
mod warm;

use ichiban_browser::storage::Kept;
use ichiban_engine::asking::protocol::Ticket;
use ichiban_model::{Endpoint, Failure};

pub(crate) use chip::EndpointChip;
pub(crate) use connection::{Connection, Fault};
pub(crate) use keys::at_start;
pub(crate) use models::Models;
pub(crate) use settings::{Settings, Views as SettingsViews, part as settings_form};
pub(crate) use sign_in::is_coming_back;
pub(crate) use spending::Spending;
pub(crate) use tool_models::ToolModels;
pub(crate) use warm::keep_warm;

const KEY: &str = "ichiban.endpoint";

/// What is kept of models, and where: the endpoint, its key where that is encrypted, the models of tools.
pub(crate) const STORED: [(Kept, &str); 4] = [
    (Kept::ThisTab, KEY),
    (Kept::ThisBrowser, KEY),
    (Kept::ThisBrowser, keys::SEALED),
    (Kept::ThisBrowser, tool_models::KEY),
];

/// What a test of the endpoint says.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) enum Probe {
    /// It was not tested.
    #[default]
    Idle,
    /// It was asked, under this ticket.
    Asked(Ticket),
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
