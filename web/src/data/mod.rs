//! What Convert and Repair share: their worker, and the part of the page that they are.

mod part;

use ichiban_engine::data::protocol::{Command, Report};
use leptos::web_sys;
use wasm_bindgen::JsValue;

use crate::engine::spawn_data;
use crate::jobs::{self, Kind};

pub(crate) use part::part;

/// The worker of conversions and repairs.
pub(crate) struct Data;

/// The jobs of one of these tools.
pub(crate) type Jobs = jobs::Jobs<Data>;

impl jobs::Worker for Data {
    type Command = Command;
    type Report = Report;

    fn spawn() -> Result<web_sys::Worker, JsValue> {
        spawn_data()
    }

    fn kind(report: &Report) -> Kind {
        match report {
            Report::Ready { .. } => Kind::Ready,
            Report::Converted { job, .. }
            | Report::Unconverted { job, .. }
            | Report::Repaired { job, .. }
            | Report::Unrepaired { job, .. }
            | Report::Blank { job } => Kind::Done(*job),
            Report::Unknown { job } => Kind::Lacking(*job),
            Report::Whole { ticket, .. } => Kind::Answer(*ticket),
            Report::Refused { .. } => Kind::News,
        }
    }
}

impl Jobs {
    /// Asks for the whole of the last output.
    pub(crate) fn whole(self, then: impl FnOnce(Vec<u8>) + 'static) -> Result<(), String> {
        self.ask(
            |ticket| Command::Whole { ticket },
            |report| {
                if let Some(Report::Whole { bytes, .. }) = report {
                    then(bytes);
                }
            },
        )
    }
}
