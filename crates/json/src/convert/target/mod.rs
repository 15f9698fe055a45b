//! What JSON can be turned into: one file each, all named in [`TARGETS`].

mod avro;
mod csharp;
mod csv;
mod dataclass;
mod go;
mod graphql;
mod java;
mod json;
mod json5;
mod json_schema;
mod kotlin;
mod protobuf;
mod pydantic;
mod python;
mod rust;
mod sql;
mod swift;
mod toml;
mod typescript;
mod xml;
mod yaml;
mod zod;

use ichiban_schema::Types;
use ichiban_tool::{Choice, Setting, Settings};

use crate::Value;

/// Something to turn data into.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    /// Its name, as in `--to NAME`.
    pub name: &'static str,
    /// Its name for people.
    pub label: &'static str,
    /// What kind of target it is.
    pub group: Group,
    /// The extension of its files, without a dot.
    pub extension: &'static str,
    /// What may be chosen.
    pub settings: &'static [Setting],
    pub(super) write: Write,
}

/// The kinds of targets, in the order they are offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Types of a programming language.
    Code,
    /// A schema of messages, tables or documents.
    Schema,
    /// The same data in another format.
    Data,
}

/// How a target is written.
#[derive(Debug, Clone, Copy)]
pub(super) enum Write {
    /// From the types of all samples.
    Types(fn(&Types, &Settings) -> String),
    /// From the values of all samples; the error says what cannot be said in it.
    Data(fn(&[Value], &Settings) -> Result<String, String>),
}

/// Every target, in the order they are offered.
pub static TARGETS: &[Target] = &[
    typescript::TARGET,
    zod::TARGET,
    json_schema::TARGET,
    rust::TARGET,
    go::TARGET,
    pydantic::TARGET,
    dataclass::TARGET,
    java::TARGET,
    kotlin::TARGET,
    swift::TARGET,
    csharp::TARGET,
    protobuf::TARGET,
    graphql::TARGET,
    avro::TARGET,
    sql::POSTGRESQL,
    sql::SQLITE,
    json::PRETTY,
    json::MINIFIED,
    json::SORTED,
    json::LINES,
    json5::TARGET,
    yaml::TARGET,
    toml::TARGET,
    csv::TARGET,
    xml::TARGET,
];

/// A setting of the targets that write a union of several types for objects that a field tells
/// apart.
pub(super) const MERGED: Setting = Setting {
    name: "merged",
    about: "Write one type for objects of several kinds, though a field tells them apart",
    choice: Choice::Flag,
};

impl Target {
    /// Code, written from types.
    const fn code(
        name: &'static str,
        label: &'static str,
        extension: &'static str,
        settings: &'static [Setting],
        write: fn(&Types, &Settings) -> String,
    ) -> Self {
        Self {
            name,
            label,
            group: Group::Code,
            extension,
            settings,
            write: Write::Types(write),
        }
    }

    /// A schema, written from types.
    const fn schema(
        name: &'static str,
        label: &'static str,
        extension: &'static str,
        settings: &'static [Setting],
        write: fn(&Types, &Settings) -> String,
    ) -> Self {
        Self {
            group: Group::Schema,
            ..Self::code(name, label, extension, settings, write)
        }
    }

    /// Data, written from values.
    const fn data(
        name: &'static str,
        label: &'static str,
        extension: &'static str,
        settings: &'static [Setting],
        write: fn(&[Value], &Settings) -> Result<String, String>,
    ) -> Self {
        Self {
            name,
            label,
            group: Group::Data,
            extension,
            settings,
            write: Write::Data(write),
        }
    }

    /// Whether it writes a union for objects that a field tells apart.
    pub(super) fn tells_apart(&self, settings: &Settings) -> bool {
        self.settings.contains(&MERGED) && !settings.flag(&MERGED)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Files that write no target alone: what Python's share, and SQL's two dialects.
    const SHARED: [&str; 3] = ["mod", "python", "sql"];

    #[test]
    fn the_folder_and_the_table_agree() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/convert/target");
        let files: BTreeSet<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| {
                entry
                    .unwrap()
                    .path()
                    .file_stem()
                    .unwrap()
                    .to_string_lossy()
                    .replace('_', "-")
            })
            .filter(|name| !SHARED.contains(&name.as_str()))
            .collect();
        let targets: BTreeSet<String> = TARGETS
            .iter()
            .map(|target| target.name.to_owned())
            .collect();
        assert_eq!(targets.len(), TARGETS.len(), "a name is there twice");
        let without: Vec<&String> = files.difference(&targets).collect();
        assert!(without.is_empty(), "files without a target: {without:?}");
        // The dialects of SQL and the ways of JSON are files of several targets.
        let several = ["postgresql", "sqlite", "minified", "sorted", "jsonl"];
        let without: Vec<&String> = targets
            .difference(&files)
            .filter(|name| !several.contains(&name.as_str()))
            .collect();
        assert!(without.is_empty(), "targets without a file: {without:?}");
    }

    #[test]
    fn settings_have_names_for_flags() {
        for setting in TARGETS.iter().flat_map(|target| target.settings) {
            assert!(
                setting
                    .name
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b == b'-'),
                "{setting:?}"
            );
            assert!(!setting.about.is_empty(), "{setting:?}");
        }
    }
}
