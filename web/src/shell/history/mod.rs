//! History: what was worked on, to be opened again.
//!
//! | file | concern |
//! | --- | --- |
//! | `keeper` | what is open is kept, in `IndexedDB` |
//! | `view` | the dialog |
//!
//! All of it is fetched apart from the page, after the person has first done something.

mod keeper;
mod view;

use std::cell::RefCell;

use ichiban_browser::storage::{self, Kept, StorageError};
use ichiban_shell::history::Head;
use leptos::prelude::*;

pub(super) use keeper::{recall, start};
pub(super) use view::view;

/// Where the choice is kept.
const KEY: &str = "ichiban.history";

/// What is known of the history. A handle: copies mean the same state.
#[derive(Clone, Copy)]
pub(super) struct History {
    /// What is kept, in the order of the list.
    pub(super) heads: RwSignal<Vec<(String, Head)>>,
    /// Why nothing is kept, where the browser refuses.
    pub(super) fault: RwSignal<Option<String>>,
    /// Whether the person wants it.
    pub(super) is_on: RwSignal<bool>,
}

thread_local! {
    static HISTORY: RefCell<Option<History>> = const { RefCell::new(None) };
}

/// Whether the person wants a history: they do unless they have said otherwise.
pub(super) fn is_wanted() -> bool {
    let choice = storage::get::<bool>(Kept::ThisBrowser, KEY).ok().flatten();
    choice.unwrap_or(true)
}

/// Begins or ends to keep, and remembers that.
///
/// # Errors
/// If the browser does not remember it: it holds until the page is closed then.
pub(super) fn set_wanted(is_on: bool) -> Result<(), StorageError> {
    if let Some(history) = History::get() {
        history.is_on.set(is_on);
    }
    storage::set(Kept::ThisBrowser, KEY, &is_on)
}

impl History {
    fn new() -> Self {
        Self {
            heads: RwSignal::new(Vec::new()),
            fault: RwSignal::new(None),
            is_on: RwSignal::new(is_wanted()),
        }
    }

    /// The one of this page, once it is there.
    pub(super) fn get() -> Option<Self> {
        HISTORY.with_borrow(|history| *history)
    }
}
