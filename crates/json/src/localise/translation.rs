//! A settled translation of one segment.

use serde::{Deserialize, Serialize};

use super::plural::Category;

/// A segment's text in another locale.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Translation {
    /// The text, placeholders as in the file.
    pub text: String,
    /// Plural forms that the target locale has and the source lacks, where a format keeps forms
    /// as entries of their own. They are written beside the segment.
    pub forms: Vec<(Category, String)>,
}

impl Translation {
    /// A translation that is one text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            forms: Vec::new(),
        }
    }
}

/// Where a settled text came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// A model wrote it in this session.
    Model,
    /// The translation memory had it.
    Memory,
    /// It stood in a file the person gave.
    Existing,
    /// The person typed it.
    Person,
    /// It is a pseudo-localisation.
    Pseudo,
    /// There is nothing in it to translate: it is the source text.
    Verbatim,
}
