//! Types of a language for strings of a format: dates, UUIDs, addresses.
//!
//! Off unless asked for: a string comes back as it was, while a date that is read and written
//! again may be spelt in another way.

use ichiban_schema::{Format, Kind, Types};
use ichiban_tool::{Choice, Setting, Settings};

/// The setting of every target whose language has such types.
pub(super) const FORMAT_TYPES: Setting = Setting {
    name: "format-types",
    about: "Use the language's types for dates, UUIDs and addresses instead of strings",
    choice: Choice::Flag,
};

/// A type for strings of a format.
pub(super) struct FormatType {
    format: Format,
    name: &'static str,
    /// What has to be imported for it, or the package it is from.
    from: &'static str,
}

impl FormatType {
    /// The type `name` for strings of a format, `from` a module or package.
    pub(super) const fn new(format: Format, name: &'static str, from: &'static str) -> Self {
        Self { format, name, from }
    }
}

/// The types for strings that a target uses; none unless asked for.
#[derive(Clone, Copy)]
pub(super) struct FormatTypes(&'static [FormatType]);

impl FormatTypes {
    pub(super) fn new(settings: &Settings, types: &'static [FormatType]) -> Self {
        Self(if settings.flag(&FORMAT_TYPES) {
            types
        } else {
            &[]
        })
    }

    /// No such types.
    pub(super) const fn none() -> Self {
        Self(&[])
    }

    /// The type for strings of a format, or `string`.
    pub(super) fn or(self, format: Option<Format>, string: &str) -> String {
        self.find(format).map_or(string, |it| it.0).to_owned()
    }

    /// The type for strings of a format with where it is from, if there is one.
    pub(super) fn find(self, format: Option<Format>) -> Option<(&'static str, &'static str)> {
        let known = self.0.iter().find(|it| Some(it.format) == format)?;
        Some((known.name, known.from))
    }

    /// The types that are in use with where they are from, in the order of the table.
    pub(super) fn in_use(self, types: &Types) -> Vec<(&'static str, &'static str)> {
        let of = |format: Format| {
            types.mention(|kind| matches!(kind, Kind::String(Some(it)) if *it == format))
        };
        self.0
            .iter()
            .filter(|it| of(it.format))
            .map(|it| (it.name, it.from))
            .collect()
    }

    /// Where the types in use are from, each once, in alphabetical order.
    pub(super) fn sources(self, types: &Types) -> Vec<&'static str> {
        let mut sources: Vec<_> = self.in_use(types).into_iter().map(|it| it.1).collect();
        sources.sort_unstable();
        sources.dedup();
        sources.retain(|it| !it.is_empty());
        sources
    }
}
