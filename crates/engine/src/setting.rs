//! What a tool lets a person choose, as it is told to the page.

use ichiban_tool as tool;
use serde::{Deserialize, Serialize};

/// Something to choose, as [`ichiban_tool::Setting`] declares it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Setting {
    /// Its name.
    pub name: String,
    /// What it does, as a phrase.
    pub about: String,
    /// What may be chosen.
    pub choice: Choice,
}

/// What may be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Choice {
    /// On or off; off if nothing is said.
    Flag,
    /// One of a few words; the first if nothing is said.
    OneOf(Vec<String>),
    /// A text, and the one taken if nothing is said.
    Text(String),
}

impl From<&tool::Setting> for Setting {
    fn from(setting: &tool::Setting) -> Self {
        Self {
            name: setting.name.to_owned(),
            about: setting.about.to_owned(),
            choice: match setting.choice {
                tool::Choice::Flag => Choice::Flag,
                tool::Choice::OneOf(words) => {
                    Choice::OneOf(words.iter().map(|&word| word.to_owned()).collect())
                }
                tool::Choice::Text(text) => Choice::Text(text.to_owned()),
            },
        }
    }
}
