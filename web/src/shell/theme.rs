//! Light, dark, or as the system has it.

use ichiban_browser::storage::{self, Kept};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::words::t;

/// Also read by `js/main.ts`, before the first paint.
const KEY: &str = "ichiban.theme";

/// How the page is coloured.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// What the person chose before.
    pub(crate) fn kept() -> Self {
        // A choice that cannot be read back is as good as none.
        storage::get(Kept::ThisBrowser, KEY)
            .ok()
            .flatten()
            .unwrap_or_default()
    }

    /// The one that a value of the file of settings names; the system's if it names none.
    pub(crate) fn deserialised(value: &serde_json::Value) -> Self {
        Self::deserialize(value).unwrap_or_default()
    }

    /// The one after it, for a button that goes round.
    pub(crate) fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }

    /// What people call it.
    pub(crate) fn label(self) -> String {
        match self {
            Self::System => t!("shell-theme-system"),
            Self::Light => t!("shell-theme-light"),
            Self::Dark => t!("shell-theme-dark"),
        }
    }

    /// Colours the page so, and keeps the choice, if it is the person's.
    pub(crate) fn apply(self, is_kept: bool) {
        if let Some(root) = document().document_element() {
            let set = match self {
                Self::System => root.remove_attribute("data-theme"),
                Self::Light => root.set_attribute("data-theme", "light"),
                Self::Dark => root.set_attribute("data-theme", "dark"),
            };
            // Setting an attribute fails only for a name that is none.
            drop(set);
        }
        if !is_kept {
            return;
        }
        // Not kept means chosen again next time: nothing to bother a person with.
        let _ = match self {
            Self::System => storage::remove(Kept::ThisBrowser, KEY),
            Self::Light | Self::Dark => storage::set(Kept::ThisBrowser, KEY, &self),
        };
    }
}
