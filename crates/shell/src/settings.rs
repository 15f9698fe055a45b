//! The settings of the page as one file: written, read back, compared.
//!
//! A file is JSON: a version tag, then each setting by its name, in the order of [`SETTINGS`], so that two
//! files can be compared line by line. It never holds a key, a passphrase, what was encrypted under one, or
//! a token: a value that looks like one is neither written nor taken in. Every value of a file is hostile
//! until it has the shape that its setting declares; what has not is left out with a word, and the rest is
//! taken.

mod shape;

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::secret;
use shape::Shape;

/// The version of the file that is written. Files of all versions up to it are read.
pub const VERSION: u64 = 1;

/// The longest file that is read, in bytes.
pub const LONGEST: u64 = 4 * 1024 * 1024;

/// As many words on what is left out are said.
const MOST: usize = 20;

/// What the file says that it is.
const KIND: &str = "settings";

/// A setting that is kept.
#[derive(Debug, PartialEq, Eq)]
pub struct Setting {
    /// Its name in the file.
    pub name: &'static str,
    /// What people call it.
    pub label: &'static str,
    shape: Shape,
}

/// Every setting, in the order of the file.
pub const SETTINGS: &[Setting] = &[
    setting("theme", "Theme", Shape::OneOf(&["system", "light", "dark"])),
    setting("favourites", "Favourites", Shape::Texts),
    setting("history", "History", Shape::Flag),
    setting("endpoint", "Model endpoint", Shape::Endpoint),
    setting("models", "Models of tools", Shape::Models),
    setting("limits", "Limits", Shape::Limits),
    setting("translate.locales", "Translate: locales", Shape::Tags),
    setting("translate.glossary", "Translate: glossary", Shape::Terms),
    setting("convert.target", "Convert: target", Shape::Text),
    setting("convert.options", "Convert: options", Shape::Choices),
    setting("diagram.theme", "Diagram: theme", Shape::Text),
    setting("docs.prices", "Docs: prices", Shape::Prices),
];

const fn setting(name: &'static str, label: &'static str, shape: Shape) -> Setting {
    Setting { name, label, shape }
}

/// Settings by their names. Each has the shape of its setting, and none holds a secret.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Settings(BTreeMap<&'static str, Value>);

/// A file that was read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct File {
    /// What it sets.
    pub settings: Settings,
    /// What of it is not taken, each with why, as a sentence.
    pub left_out: Vec<String>,
}

/// What a file would change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The setting's name.
    pub name: &'static str,
    /// What people call it.
    pub label: &'static str,
    /// As it is, for people; none if it is not set.
    pub before: Option<String>,
    /// As it would be, for people.
    pub after: String,
}

/// Why a file is not read at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// It is not JSON.
    #[error(
        "this is not JSON: line {line}, column {column}. Choose a file that this page has exported"
    )]
    NotJson {
        /// The line of the first fault, from 1.
        line: usize,
        /// Its column, from 1.
        column: usize,
    },
    /// It is JSON, and no file of settings.
    #[error(
        "this is no file of settings: it lacks {lacks}. Choose a file that this page has exported"
    )]
    NotSettings {
        /// What it would have.
        lacks: &'static str,
    },
    /// A later version of the page has written it.
    #[error(
        "a later version of this page has written it (version {version}; this one reads up to {VERSION}): load the page anew to have the latest"
    )]
    Later {
        /// Its version.
        version: u64,
    },
}

impl Settings {
    /// Enters a setting.
    ///
    /// # Errors
    /// Why it is not entered, as a sentence that never holds the value: there is no such setting, the value
    /// has another shape, or something in it looks like a secret. Nothing is changed then.
    pub fn set(&mut self, name: &str, mut value: Value) -> Result<(), String> {
        let Some(setting) = SETTINGS.iter().find(|it| it.name == name) else {
            let shown: String = name
                .chars()
                .filter(|it| !it.is_control())
                .take(40)
                .collect();
            return Err(format!("“{shown}” is no setting of this page."));
        };
        let label = setting.label;
        if let Some(secret) = secret_in(&value) {
            return Err(format!(
                "{label} is left out: something in it looks like {secret}, which no file of settings holds."
            ));
        }
        if let Err(why) = setting.shape.check(&value) {
            return Err(format!("{label} is left out: {why}."));
        }
        // So that the same settings are written the same way.
        value.sort_all_objects();
        self.0.insert(setting.name, value);
        Ok(())
    }

    /// The value of a setting; none if it is not set.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }

    /// The names and values, in no order that matters.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Value)> {
        self.0.iter().map(|(name, value)| (*name, value))
    }

    /// Whether nothing is set.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The file. The same settings give the same bytes.
    pub fn write(&self) -> String {
        let set = SETTINGS.iter().filter_map(|setting| {
            let value = self.0.get(setting.name)?;
            Some(format!("    {}: {}", json!(setting.name), indented(value)))
        });
        let set = set.collect::<Vec<_>>().join(",\n");
        format!(
            "{{\n  \"ichiban\": \"{KIND}\",\n  \"version\": {VERSION},\n  \"settings\": {{\n{set}\n  }}\n}}\n"
        )
    }

    /// What would change if these were set where `now` is.
    pub fn changes(&self, now: &Self) -> Vec<Change> {
        let changed = SETTINGS.iter().filter_map(|setting| {
            let after = self.0.get(setting.name)?;
            let before = now.0.get(setting.name);
            (before != Some(after)).then(|| Change {
                name: setting.name,
                label: setting.label,
                before: before.map(|value| setting.shape.show(value)),
                after: setting.shape.show(after),
            })
        });
        changed.collect()
    }
}

/// Reads a file. What of it cannot be taken is left out with a word. The cost is linear in the text.
///
/// # Errors
/// If it is no file of settings that this version knows: nothing of it is taken then.
pub fn read(text: &str) -> Result<File, ReadError> {
    // Editors put a byte order mark before a text that is none of it.
    let text = text.trim_start_matches('\u{feff}');
    let whole: Value = serde_json::from_str(text).map_err(|error| ReadError::NotJson {
        line: error.line(),
        column: error.column(),
    })?;
    if whole.get("ichiban").and_then(Value::as_str) != Some(KIND) {
        let lacks = "“ichiban”: “settings”";
        return Err(ReadError::NotSettings { lacks });
    }
    let lacks = "a version";
    let version = whole.get("version").and_then(Value::as_u64);
    let version = version.filter(|it| *it > 0);
    let version = version.ok_or(ReadError::NotSettings { lacks })?;
    if version > VERSION {
        return Err(ReadError::Later { version });
    }
    let lacks = "the settings themselves";
    let listed = whole.get("settings").and_then(Value::as_object);
    let listed = listed.ok_or(ReadError::NotSettings { lacks })?;
    let mut file = File::default();
    for (name, value) in listed {
        let (value, has_key) = without_keys(name, value);
        if has_key {
            file.left_out.push(
                "Of the model endpoint only address, wire and model are taken: a key is entered here, and never comes from a file.".to_owned(),
            );
        }
        if let Err(why) = file.settings.set(name, value) {
            file.left_out.push(why);
        }
    }
    if file.left_out.len() > MOST {
        let rest = file.left_out.len() - MOST;
        file.left_out.truncate(MOST);
        file.left_out.push(format!("{rest} more are left out."));
    }
    Ok(file)
}

/// A value; of an endpoint what is no key, and whether there was anything else.
fn without_keys(name: &str, value: &Value) -> (Value, bool) {
    let mut value = value.clone();
    let Some(members) = value.as_object_mut().filter(|_| name == "endpoint") else {
        return (value, false);
    };
    let before = members.len();
    members.retain(|name, _| Shape::ENDPOINT.contains(&name.as_str()));
    let has_key = members.len() < before;
    (value, has_key)
}

/// Millionths of a dollar as the file has them, exactly: `0.5`, `12`.
pub fn dollars(millionths: u64) -> String {
    let (whole, part) = (millionths / 1_000_000, millionths % 1_000_000);
    let part = format!("{part:06}");
    match part.trim_end_matches('0') {
        "" => whole.to_string(),
        part => format!("{whole}.{part}"),
    }
}

/// What the first text within a value that looks like a secret is called.
fn secret_in(value: &Value) -> Option<&'static str> {
    match value {
        Value::String(text) => secret::found(text),
        Value::Array(items) => items.iter().find_map(secret_in),
        Value::Object(members) => secret_in_members(members),
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}

fn secret_in_members(members: &Map<String, Value>) -> Option<&'static str> {
    members
        .iter()
        .find_map(|(name, value)| secret::found(name).or_else(|| secret_in(value)))
}

/// A value, over as many lines as it needs, below its name.
fn indented(value: &Value) -> String {
    // With `#`, a value is written over several lines, and its strings never hold a line break.
    format!("{value:#}").replace('\n', "\n    ")
}
