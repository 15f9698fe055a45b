//! The settings of the page as one file: written, read back, compared.
//!
//! A file is JSON: a version tag, then each setting by its name, in the order of [`SETTINGS`], so that two
//! files can be compared line by line. It never holds a key, a passphrase, what was encrypted under one, or
//! a token: a value that looks like one is neither written nor taken in. Every value of a file is hostile
//! until it has the shape that its setting declares; what has not is left out, which is told, and the rest
//! is taken.

mod shape;

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::secret;
use shape::Shape;
pub use shape::{Fault, Limit, Shown};

/// The version of the file that is written. Files of all versions up to it are read.
pub const VERSION: u64 = 1;

/// The longest file that is read, in bytes.
pub const LONGEST: u64 = 4 * 1024 * 1024;

/// As much of what is left out is told one by one.
const MOST: usize = 20;

/// What the file says that it is.
const KIND: &str = "settings";

/// A setting that is kept.
#[derive(Debug, PartialEq, Eq)]
pub struct Setting {
    /// Its name in the file.
    pub name: &'static str,
    shape: Shape,
}

/// Every setting, in the order of the file.
pub const SETTINGS: &[Setting] = &[
    setting("theme", Shape::OneOf(&["system", "light", "dark"])),
    setting("language", Shape::OneOf(&["en", "ja", "de", "fr", "es"])),
    setting("favourites", Shape::Texts),
    setting("history", Shape::Flag),
    setting("endpoint", Shape::Endpoint),
    setting("models", Shape::Models),
    setting("limits", Shape::Limits),
    setting("translate.locales", Shape::Tags),
    setting("translate.glossary", Shape::Terms),
    setting("convert.target", Shape::Text),
    setting("convert.options", Shape::Choices),
    setting("diagram.theme", Shape::Text),
    setting("docs.prices", Shape::Prices),
];

const fn setting(name: &'static str, shape: Shape) -> Setting {
    Setting { name, shape }
}

/// Settings by their names. Each has the shape of its setting, and none holds a secret.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Settings(BTreeMap<&'static str, Value>);

/// A file that was read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct File {
    /// What it sets.
    pub settings: Settings,
    /// What of it is not taken.
    pub left_out: Vec<LeftOut>,
}

/// What of a file is not taken, or not written, and why. It never holds a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LeftOut {
    /// There is no setting of this name, of which as much is told as one reads.
    Unknown(String),
    /// Something in a setting looks like a secret.
    Secret {
        /// The setting's name.
        setting: &'static str,
        /// What it looks like.
        kind: secret::Kind,
    },
    /// A setting has another shape.
    Shape {
        /// The setting's name.
        setting: &'static str,
        /// Why it does not fit.
        fault: Fault,
    },
    /// What an endpoint has besides its address, wire and model: a key is never taken.
    Key,
    /// So many more, not told one by one.
    More(usize),
}

/// What a file would change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The setting's name.
    pub name: &'static str,
    /// As it is; none if it is not set.
    pub before: Option<Shown>,
    /// As it would be.
    pub after: Shown,
}

/// Why a file is not read at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// It is not JSON.
    #[error("not JSON: line {line}, column {column}")]
    NotJson {
        /// The line of the first fault, from 1.
        line: usize,
        /// Its column, from 1.
        column: usize,
    },
    /// It is JSON, and no file of settings.
    #[error("no file of settings: it lacks its {}", .lacks.name())]
    NotSettings {
        /// What it would have.
        lacks: Lack,
    },
    /// A later version of the page has written it.
    #[error("of version {version}, and at most {VERSION} is read")]
    Later {
        /// Its version.
        version: u64,
    },
}

/// What a file of settings has, and another file may lack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// That it says what it is.
    Kind,
    /// Its version.
    Version,
    /// The settings themselves.
    Settings,
}

impl Lack {
    /// Its name, by which words for people are chosen.
    pub fn name(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Version => "version",
            Self::Settings => "settings",
        }
    }
}

impl Settings {
    /// Enters a setting.
    ///
    /// # Errors
    /// Why it is not entered: there is no such setting, the value has another shape, or something in it
    /// looks like a secret. Nothing is changed then.
    pub fn set(&mut self, name: &str, mut value: Value) -> Result<(), LeftOut> {
        let Some(setting) = SETTINGS.iter().find(|it| it.name == name) else {
            let shown: String = name
                .chars()
                .filter(|it| !it.is_control())
                .take(40)
                .collect();
            return Err(LeftOut::Unknown(shown));
        };
        if let Some(kind) = secret_in(&value) {
            return Err(LeftOut::Secret {
                setting: setting.name,
                kind,
            });
        }
        if let Err(fault) = setting.shape.check(&value) {
            return Err(LeftOut::Shape {
                setting: setting.name,
                fault,
            });
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
                before: before.map(|value| setting.shape.show(value)),
                after: setting.shape.show(after),
            })
        });
        changed.collect()
    }
}

/// Reads a file. What of it cannot be taken is left out, which is told. The cost is linear in the text.
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
        let lacks = Lack::Kind;
        return Err(ReadError::NotSettings { lacks });
    }
    let lacks = Lack::Version;
    let version = whole.get("version").and_then(Value::as_u64);
    let version = version.filter(|it| *it > 0);
    let version = version.ok_or(ReadError::NotSettings { lacks })?;
    if version > VERSION {
        return Err(ReadError::Later { version });
    }
    let lacks = Lack::Settings;
    let listed = whole.get("settings").and_then(Value::as_object);
    let listed = listed.ok_or(ReadError::NotSettings { lacks })?;
    let mut file = File::default();
    for (name, value) in listed {
        let (value, has_key) = without_keys(name, value);
        if has_key {
            file.left_out.push(LeftOut::Key);
        }
        if let Err(why) = file.settings.set(name, value) {
            file.left_out.push(why);
        }
    }
    if file.left_out.len() > MOST {
        let rest = file.left_out.len() - MOST;
        file.left_out.truncate(MOST);
        file.left_out.push(LeftOut::More(rest));
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

/// What the first text within a value that looks like a secret is.
fn secret_in(value: &Value) -> Option<secret::Kind> {
    match value {
        Value::String(text) => secret::found(text),
        Value::Array(items) => items.iter().find_map(secret_in),
        Value::Object(members) => secret_in_members(members),
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}

fn secret_in_members(members: &Map<String, Value>) -> Option<secret::Kind> {
    members
        .iter()
        .find_map(|(name, value)| secret::found(name).or_else(|| secret_in(value)))
}

/// A value, over as many lines as it needs, below its name.
fn indented(value: &Value) -> String {
    // With `#`, a value is written over several lines, and its strings never hold a line break.
    format!("{value:#}").replace('\n', "\n    ")
}
