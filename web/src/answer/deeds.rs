//! What a tool does when something is chosen in an answer. The words in it are a model's.

use ichiban_browser::clipboard;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Hooks;
use crate::app::{App, Passed};
use crate::shell::notice::Notice;
use crate::shell::route::Route;
use crate::shell::words::t;

/// Addresses that a person is asked about; nothing leads to others.
const SCHEMES: [&str; 3] = ["https://", "http://", "mailto:"];

/// What a tool lends for that. A handle: copies mean the same.
#[derive(Clone, Copy)]
pub(crate) struct Deeds {
    pub(crate) app: App,
    /// Where a link leads that the person is asked about.
    pub(crate) leaving: RwSignal<Option<String>>,
    /// Where a message passes.
    pub(crate) notice: RwSignal<Option<Notice>>,
}

impl Deeds {
    /// All that may be done, with what is done when a name is chosen.
    pub(crate) fn hooks(self, named: impl Fn(String) + Send + Sync + 'static) -> Hooks {
        Hooks {
            named: Callback::new(named),
            follow: Callback::new(move |address| self.follow(address)),
            open: Callback::new(move |(tool, text): (String, String)| self.open(&tool, text)),
            copy: Callback::new(move |text| self.copy(text)),
        }
    }

    /// Asks whether a link of an answer is to be followed.
    fn follow(self, address: String) {
        let lower = address.to_ascii_lowercase();
        if SCHEMES.iter().any(|scheme| lower.starts_with(scheme)) {
            self.leaving.set(Some(address));
        }
    }

    /// Opens code of an answer in another tool.
    pub(crate) fn open(self, tool: &str, text: String) {
        let to = match tool {
            "repair" => Route::Repair,
            "convert" => Route::Convert,
            "diagram" => Route::Diagram,
            _ => return,
        };
        self.app.pass(Passed {
            to,
            text,
            name: None,
            format: None,
        });
    }

    /// Copies words of an answer.
    fn copy(self, text: String) {
        spawn_local(async move {
            let (text, is_bad) = match clipboard::write_text(&text).await {
                Ok(()) => (t!("answer-copied"), false),
                Err(error) => (t!("answer-not-copied", reason = error.to_string()), true),
            };
            self.notice.set(Some(Notice { text, is_bad }));
        });
    }
}
