//! The settings that the page keeps, by their names in the file.

use ichiban_browser::storage::{self, Kept, StorageError};
use ichiban_model::budget::Budget;
use ichiban_shell::settings::{Change, File, Settings};
use leptos::prelude::*;
use serde_json::{Value, json};

use super::words;
use crate::app::App;
use crate::endpoint::{Connection, STORED, ToolModels, as_settings};
use crate::shell::history;
use crate::shell::theme::Theme;
use crate::shell::words::t;

/// What is kept of what was chosen in tools, and of the language, under which names: in the file as it is
/// kept. A test holds the names to those of the tools, which are parts of their own.
const OF_TOOLS: [(&str, &str); 7] = [
    ("language", "ichiban.language"),
    ("translate.locales", "ichiban.translate.locales"),
    ("translate.glossary", "ichiban.translate.termbase"),
    ("convert.target", "ichiban.convert.target"),
    ("convert.options", "ichiban.convert.choices"),
    ("diagram.theme", "ichiban.diagram.theme"),
    ("docs.prices", "ichiban.docs.prices"),
];

/// Settings, and why others are not among them: sentences.
pub(super) struct Fitting {
    pub(super) settings: Settings,
    pub(super) left_out: Vec<String>,
}

/// What is set now, but for what no file may hold.
pub(super) fn now(app: App) -> Fitting {
    let mut found = vec![
        ("theme", json!(app.theme.get_untracked())),
        ("favourites", json!(app.favourites.0.get_untracked())),
        ("history", json!(history::is_wanted())),
    ];
    found.extend(as_settings::exported(app));
    found.extend(OF_TOOLS.iter().filter_map(|(name, key)| {
        // What cannot be read back is as good as never chosen.
        let value: Value = storage::get(Kept::ThisBrowser, key).ok().flatten()?;
        Some((*name, value))
    }));
    let mut now = Fitting {
        settings: Settings::default(),
        left_out: Vec::new(),
    };
    for (name, value) in found {
        let why = now.settings.set(name, value).err();
        now.left_out.extend(why.as_ref().map(words::left_out));
    }
    now
}

/// A file without what cannot be taken in this browser.
pub(super) fn fitting(file: &File) -> Fitting {
    let mut fitting = Fitting {
        settings: Settings::default(),
        left_out: file.left_out.iter().map(words::left_out).collect(),
    };
    for (name, value) in file.settings.iter() {
        let why = as_settings::refusal(name, value).or_else(|| {
            let set = fitting.settings.set(name, value.clone());
            set.err().as_ref().map(words::left_out)
        });
        fitting.left_out.extend(why);
    }
    fitting
}

/// What is said of a change beside what it is.
pub(super) fn warning(app: App, change: &Change, file: &Settings) -> Option<String> {
    let value = file.get(change.name)?;
    let host = as_settings::key_lost_by(app, value).filter(|_| change.name == "endpoint")?;
    Some(t!("page-settings-key-lost", host = host))
}

/// Whether a setting counts when its tool is next opened, and not at once.
pub(super) fn is_of_a_tool(name: &str) -> bool {
    OF_TOOLS.iter().any(|(known, _)| *known == name)
}

/// Sets what a file sets.
///
/// # Errors
/// In words, if the browser keeps something no longer than the page is open, or not at all.
pub(super) fn set(app: App, settings: &Settings) -> Result<(), String> {
    let mut outcome = Ok(());
    for (name, value) in settings.iter() {
        let set = match name {
            "theme" => {
                // It has the shape of a theme. The page keeps it when it is coloured so.
                app.theme.set(Theme::deserialised(value));
                Ok(())
            }
            "favourites" => app.favourites.set(texts(value)).map_err(in_words),
            "history" => history::set_wanted(value.as_bool() != Some(false)).map_err(in_words),
            _ => match OF_TOOLS.iter().find(|(known, _)| *known == name) {
                Some((_, key)) => storage::set(Kept::ThisBrowser, key, value).map_err(in_words),
                None => as_settings::import(app, name, value),
            },
        };
        outcome = outcome.and(set);
    }
    outcome
}

fn texts(value: &Value) -> Vec<String> {
    let items = value.as_array().into_iter().flatten();
    items
        .filter_map(|it| Some(it.as_str()?.to_owned()))
        .collect()
}

#[allow(clippy::needless_pass_by_value, reason = "for `map_err`")]
fn in_words(error: StorageError) -> String {
    error.to_string()
}

/// All settings as they were, keys included: held in memory alone, to be put back.
#[derive(Clone)]
pub(super) struct Before {
    stored: Vec<(Kept, &'static str, Option<Value>)>,
    connection: Option<Connection>,
    locked: Option<Connection>,
    tool_models: ToolModels,
    budget: Budget,
    theme: Theme,
    favourites: Vec<String>,
    is_history_wanted: bool,
}

impl Before {
    /// As they are.
    pub(super) fn of(app: App) -> Self {
        let of_tools = OF_TOOLS.iter().map(|(_, key)| (Kept::ThisBrowser, *key));
        let stored = of_tools.chain(STORED).map(|(place, key)| {
            let value = storage::get::<Value>(place, key).ok().flatten();
            (place, key, value)
        });
        Self {
            stored: stored.collect(),
            connection: app.connection.get_untracked(),
            locked: app.locked.get_untracked(),
            tool_models: app.tool_models.get_value(),
            budget: app.spending.budget.get_untracked(),
            theme: app.theme.get_untracked(),
            favourites: app.favourites.0.get_untracked(),
            is_history_wanted: history::is_wanted(),
        }
    }

    /// Puts them back.
    ///
    /// # Errors
    /// In words, if the browser refuses.
    pub(super) fn put_back(self, app: App) -> Result<(), String> {
        let mut outcome = Ok(());
        for (place, key, value) in self.stored {
            let put = match value {
                Some(value) => storage::set(place, key, &value),
                None => storage::remove(place, key),
            };
            outcome = outcome.and(put);
        }
        app.connection.set(self.connection);
        app.locked.set(self.locked);
        app.tool_models.set_value(self.tool_models);
        app.theme.set(self.theme);
        outcome = outcome.and(app.set_budget(self.budget));
        outcome = outcome.and(app.favourites.set(self.favourites));
        outcome = outcome.and(history::set_wanted(self.is_history_wanted));
        outcome.map_err(in_words)
    }
}

#[cfg(test)]
mod tests {
    use super::OF_TOOLS;
    use crate::shell::favourites;

    #[test]
    fn tools_keep_their_choices_under_these_names() {
        let sources = [
            include_str!("../language.rs"),
            include_str!("../../translate/state/actions.rs"),
            include_str!("../../translate/state/keeping.rs"),
            include_str!("../../convert/state/actions.rs"),
            include_str!("../../diagram/state/mod.rs"),
            include_str!("../../docs/state/refine.rs"),
        ];
        for (name, key) in OF_TOOLS {
            let quoted = format!("\"{key}\"");
            assert!(sources.iter().any(|it| it.contains(&quoted)), "{name}");
            assert_ne!(key, favourites::KEY);
        }
    }
}
