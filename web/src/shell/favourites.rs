//! The tools that the person has marked, as this browser keeps them.

use ichiban_browser::storage::{self, Kept, StorageError};
use ichiban_shell::favourites::toggled;
use leptos::prelude::*;

/// Where they are kept, by the names of [`Route::name`](super::route::Route::name).
pub(crate) const KEY: &str = "ichiban.favourites";

/// The names of the tools that are marked. A handle: copies mean the same state.
#[derive(Clone, Copy)]
pub(crate) struct Favourites(pub(crate) RwSignal<Vec<String>>);

impl Favourites {
    /// What was kept.
    pub(crate) fn new() -> Self {
        Self(RwSignal::new(kept().unwrap_or_default()))
    }

    /// Whether a tool is marked.
    pub(crate) fn has(self, name: &str) -> bool {
        self.0.with(|names| names.iter().any(|known| known == name))
    }

    /// Marks a tool, or no longer. What another tab has marked meanwhile stays so.
    pub(crate) fn toggle(self, name: &str) {
        let now = kept().unwrap_or_else(|| self.0.get_untracked());
        // Not kept means marked again next time: nothing to bother a person with.
        let _ = self.set(toggled(&now, name));
    }

    /// Marks these tools and no others.
    ///
    /// # Errors
    /// If the browser does not keep it: it holds until the page is closed then.
    pub(crate) fn set(self, names: Vec<String>) -> Result<(), StorageError> {
        let set = storage::set(Kept::ThisBrowser, KEY, &names);
        self.0.set(names);
        set
    }
}

fn kept() -> Option<Vec<String>> {
    // What cannot be read back is as good as never marked.
    storage::get(Kept::ThisBrowser, KEY).ok().flatten()
}
