//! What JSON can be turned into: one file each, all named in [`TARGETS`].

mod go;
mod json_schema;
mod pydantic;
mod python;
mod rust;
mod typescript;
mod zod;

use ichiban_schema::Types;
use ichiban_tool::{Setting, Settings};

use crate::Value;

/// Something to turn data into.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    /// Its name, as in `--to NAME`.
    pub name: &'static str,
    /// Its name for people.
    pub label: &'static str,
    /// The extension of its files, without a dot.
    pub extension: &'static str,
    /// What may be chosen.
    pub settings: &'static [Setting],
    pub(super) write: Write,
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
    types(
        "typescript",
        "TypeScript",
        "ts",
        typescript::SETTINGS,
        typescript::write,
    ),
    types("zod", "Zod", "ts", zod::SETTINGS, zod::write),
    types(
        "json-schema",
        "JSON Schema",
        "json",
        json_schema::SETTINGS,
        json_schema::write,
    ),
    types("rust", "Rust (serde)", "rs", rust::SETTINGS, rust::write),
    types("go", "Go", "go", go::SETTINGS, go::write),
    types(
        "pydantic",
        "Python (pydantic)",
        "py",
        pydantic::SETTINGS,
        pydantic::write,
    ),
];

const fn types(
    name: &'static str,
    label: &'static str,
    extension: &'static str,
    settings: &'static [Setting],
    write: fn(&Types, &Settings) -> String,
) -> Target {
    Target {
        name,
        label,
        extension,
        settings,
        write: Write::Types(write),
    }
}
