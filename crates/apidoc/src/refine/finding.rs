//! What a model says, before and after it is proved.

use serde::{Deserialize, Serialize};

use crate::api::{Method, Place};
use crate::schema::Kind;

/// Something that a model found in a section, with the words of the section that prove it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "finding")]
pub enum Finding {
    /// An operation.
    #[serde(rename_all = "camelCase")]
    Operation {
        /// Its method.
        method: Method,
        /// Its path, parameters as `{name}`.
        path: String,
        /// The words that prove it.
        quote: String,
    },
    /// One line that says what an operation does.
    #[serde(rename_all = "camelCase")]
    Summary {
        /// The operation's method.
        method: Method,
        /// Its path.
        path: String,
        /// The line, a quotation itself.
        text: String,
    },
    /// A parameter of an operation.
    #[serde(rename_all = "camelCase")]
    Parameter {
        /// The operation's method.
        method: Method,
        /// Its path.
        path: String,
        /// The parameter's name.
        name: String,
        /// Where it goes.
        place: Place,
        /// Whether it must be given, if the quotation says so.
        required: Option<bool>,
        /// What kind of value it takes, if the quotation says so.
        kind: Option<Kind>,
        /// The words that prove it.
        quote: String,
    },
}

/// What a finding did to what was known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Effect {
    /// It was not known before.
    Added,
    /// Something else was.
    Corrected,
}

/// Why something that a model said does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Drop {
    /// Its quotation does not stand in the section.
    QuoteNotFound,
    /// Its quotation does not hold what it should prove.
    NotInQuote,
    /// It is no method, path, name or place.
    Malformed,
    /// It belongs to an operation that was dropped.
    OfDropped,
}

/// How often something was dropped, by reason.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Dropped {
    /// See [`Drop::QuoteNotFound`].
    pub quote_not_found: u32,
    /// See [`Drop::NotInQuote`].
    pub not_in_quote: u32,
    /// See [`Drop::Malformed`].
    pub malformed: u32,
    /// See [`Drop::OfDropped`].
    pub of_dropped: u32,
}

impl Dropped {
    pub(super) fn count(&mut self, reason: Drop) {
        let counter = match reason {
            Drop::QuoteNotFound => &mut self.quote_not_found,
            Drop::NotInQuote => &mut self.not_in_quote,
            Drop::Malformed => &mut self.malformed,
            Drop::OfDropped => &mut self.of_dropped,
        };
        *counter = counter.saturating_add(1);
    }

    /// Counts in what was dropped elsewhere.
    pub(super) fn add(&mut self, other: Self) {
        for (counter, more) in [
            (&mut self.quote_not_found, other.quote_not_found),
            (&mut self.not_in_quote, other.not_in_quote),
            (&mut self.malformed, other.malformed),
            (&mut self.of_dropped, other.of_dropped),
        ] {
            *counter = counter.saturating_add(more);
        }
    }

    /// In all.
    pub fn total(&self) -> u32 {
        [
            self.quote_not_found,
            self.not_in_quote,
            self.malformed,
            self.of_dropped,
        ]
        .iter()
        .fold(0, |sum, count| sum.saturating_add(*count))
    }
}
