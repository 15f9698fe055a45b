//! What is kept of the strings seen at one place.

use crate::{Format, format::FormatSet};

/// More distinct values than this are no enum.
const MAX_VALUES: usize = 16;
/// Longer values, in bytes, are text, not names.
const MAX_VALUE_LENGTH: usize = 40;

#[derive(Debug, Clone)]
pub(super) struct Strings {
    count: u64,
    formats: FormatSet,
    /// The distinct values while they may still make an enum.
    values: Option<Vec<Box<str>>>,
}

impl Default for Strings {
    fn default() -> Self {
        Self {
            count: 0,
            formats: FormatSet::ALL,
            values: Some(Vec::new()),
        }
    }
}

impl Strings {
    pub(super) fn observe(&mut self, text: &str) {
        self.count += 1;
        if !self.formats.is_empty() {
            self.formats.retain(text);
        }
        if let Some(values) = &mut self.values
            && !values.iter().any(|value| **value == *text)
        {
            if values.len() == MAX_VALUES || !is_enum_value(text) {
                self.values = None;
            } else {
                values.push(text.into());
            }
        }
    }

    pub(super) fn merge(&mut self, other: Self) {
        self.count += other.count;
        self.formats.intersect(other.formats);
        match (&mut self.values, other.values) {
            (Some(values), Some(others)) => {
                for value in others {
                    if !values.contains(&value) {
                        values.push(value);
                    }
                }
                if values.len() > MAX_VALUES {
                    self.values = None;
                }
            }
            _ => self.values = None,
        }
    }

    pub(super) fn format(&self) -> Option<Format> {
        self.formats.first()
    }

    /// The values, if they are few and came up often enough to believe that there are no others:
    /// on average at least as often as there are values, and three times at the least.
    pub(super) fn enum_values(&self) -> Option<&[Box<str>]> {
        let values = self.values.as_deref()?;
        let distinct = values.len() as u64;
        let believable = distinct >= 2 && self.count >= distinct * distinct.max(3);
        (believable && self.formats.is_empty() && values.iter().any(|v| !v.is_empty()))
            .then_some(values)
    }
}

/// A name rather than a text, a measure or a sentence: letters first, no punctuation but that of
/// names. An empty string stands for "none" in many an API.
pub(super) fn is_enum_value(text: &str) -> bool {
    text.is_empty()
        || (text.len() <= MAX_VALUE_LENGTH
            && text.chars().next().is_some_and(char::is_alphabetic)
            && text
                .chars()
                .all(|c| c.is_alphanumeric() || "-_.:/ +".contains(c))
            && text.split(' ').count() <= 4
            && !text.ends_with(['.', ' ']))
}
