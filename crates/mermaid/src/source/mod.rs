//! What diagrams are made of: one file each, all named in [`SOURCES`].
//!
//! ```
//! use ichiban_mermaid::source::{File, from, source};
//! use ichiban_tool::Settings;
//!
//! let files = [File { name: None, text: "CREATE TABLE users (id INT PRIMARY KEY);" }];
//! let drawn = from(source("sql"), &files, &Settings::default()).unwrap();
//! assert!(drawn.text.starts_with("erDiagram"));
//! ```

mod cargo;
mod code;
mod csv;
mod data;
mod detect;
mod docker_compose;
mod git_log;
mod github_actions;
mod gitlab_ci;
mod go;
mod go_mod;
mod graphql;
mod groups;
mod java;
mod json;
mod json_schema;
mod kubernetes;
mod log;
mod markdown;
mod openapi;
pub(crate) mod options;
mod package_json;
mod packages;
mod prisma;
mod protobuf;
mod pyproject;
mod python;
mod rust;
mod sql;
mod stack_trace;
mod state_table;
mod table;
mod terraform;
mod tokens;
mod typescript;
mod xstate;

use ichiban_tool::{Diagnostic, Place, Setting, Settings, Severity, UnknownChoice};

pub use detect::detect;

/// A text to draw.
#[derive(Debug, Clone, Copy)]
pub struct File<'a> {
    /// Its name, a path perhaps, if it is known.
    pub name: Option<&'a str>,
    /// The whole text.
    pub text: &'a str,
}

/// Something that a diagram can be made of.
#[derive(Debug, Clone, Copy)]
pub struct Source {
    /// Its name, as in `mermaid from NAME`.
    pub name: &'static str,
    /// Its name for people.
    pub label: &'static str,
    /// What it reads, and what it draws.
    pub about: &'static str,
    /// The names and extensions of its files: `Cargo.toml`, or `.sql`.
    pub files: &'static [&'static str],
    /// What may be chosen.
    pub settings: &'static [Setting],
    /// How much a text looks like this, from 0 to 100, whatever its name.
    looks: fn(&str) -> u8,
    draw: fn(&[File<'_>], &Settings) -> Result<Picture, Error>,
}

/// Every source, in the order they are offered.
pub static SOURCES: &[Source] = &[
    json::SOURCE,
    json_schema::SOURCE,
    openapi::SOURCE,
    sql::SOURCE,
    prisma::SOURCE,
    graphql::SOURCE,
    protobuf::SOURCE,
    typescript::SOURCE,
    python::SOURCE,
    rust::SOURCE,
    go::SOURCE,
    java::SOURCE,
    cargo::SOURCE,
    package_json::SOURCE,
    go_mod::SOURCE,
    pyproject::SOURCE,
    docker_compose::SOURCE,
    kubernetes::SOURCE,
    terraform::SOURCE,
    github_actions::SOURCE,
    gitlab_ci::SOURCE,
    git_log::SOURCE,
    xstate::SOURCE,
    state_table::SOURCE,
    csv::SOURCE,
    stack_trace::SOURCE,
    log::SOURCE,
    markdown::SOURCE,
];

/// A diagram made of files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// What the files were taken for.
    pub source: &'static str,
    /// The diagram's text. At most 500 edges and 50,000 characters, which is what mermaid.js draws.
    pub text: String,
    /// What of the files could not be read or is not as it should be; not what is left out.
    pub diagnostics: Vec<Diagnostic>,
    /// What was left out, a sentence each; empty if the diagram shows everything. The diagram says
    /// so too, in comments.
    pub left_out: Vec<String>,
}

/// What a source makes.
#[derive(Debug, Default)]
struct Picture {
    text: String,
    left_out: Vec<String>,
    diagnostics: Vec<Diagnostic>,
}

impl Picture {
    fn new((text, left_out): (String, Vec<String>)) -> Self {
        Self {
            text,
            left_out,
            diagnostics: Vec::new(),
        }
    }
}

/// Why there is no diagram.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// A file cannot be read.
    #[error("{}:{}: {}", .diagnostic.place.line, .diagnostic.place.column, .diagnostic.message)]
    Syntax {
        /// Which file, from 0.
        file: usize,
        /// Where and why.
        diagnostic: Box<Diagnostic>,
    },
    /// The files are of no kind that is known.
    #[error("no kind of source is recognised here: name one of {}", names())]
    Unknown,
    /// There is nothing in the files that this kind draws.
    #[error("there is nothing to draw: no {0}")]
    Empty(&'static str),
    /// An option is not one of the source's.
    #[error(transparent)]
    Setting(#[from] UnknownChoice),
}

fn names() -> String {
    let names: Vec<&str> = SOURCES.iter().map(|source| source.name).collect();
    names.join(", ")
}

/// The source of a name.
pub fn source(name: &str) -> Option<&'static Source> {
    SOURCES.iter().find(|source| source.name == name)
}

/// Every source, in the order they are offered.
pub fn sources() -> &'static [Source] {
    SOURCES
}

/// Draws files of one kind as one diagram; without a source, the kind that they look most like.
///
/// Cost: linear in the files, but for what is too large to be drawn: that is written a few times.
pub fn from(
    source: Option<&'static Source>,
    files: &[File<'_>],
    settings: &Settings,
) -> Result<Drawn, Error> {
    let Some(source) = source else {
        return from_any(files, settings);
    };
    settings.check(source.settings)?;
    options::check(settings)?;
    // What editors put before a text is none of the text.
    let files: Vec<File<'_>> = files
        .iter()
        .map(|file| File {
            text: file.text.strip_prefix('\u{feff}').unwrap_or(file.text),
            ..*file
        })
        .collect();
    let Picture {
        text,
        left_out,
        diagnostics,
    } = (source.draw)(&files, settings)?;
    Ok(Drawn {
        source: source.name,
        text,
        diagnostics,
        left_out,
    })
}

/// Draws files as the likeliest kind that can be drawn. If none can, the error is the likeliest's.
fn from_any(files: &[File<'_>], settings: &Settings) -> Result<Drawn, Error> {
    let mut first = None;
    for source in detect(files) {
        match from(Some(source), files, settings) {
            Ok(drawn) => return Ok(drawn),
            Err(error) => {
                first.get_or_insert(error);
            }
        }
    }
    Err(first.unwrap_or(Error::Unknown))
}

/// An error of syntax in a file.
fn syntax(file: usize, line: usize, column: usize, message: String, hint: &str) -> Error {
    Error::Syntax {
        file,
        diagnostic: Box::new(Diagnostic {
            severity: Severity::Error,
            code: "syntax".to_owned(),
            path: String::new(),
            place: Place {
                line: u32::try_from(line.max(1)).unwrap_or(u32::MAX),
                column: u32::try_from(column.max(1)).unwrap_or(u32::MAX),
            },
            message,
            hint: hint.to_owned(),
        }),
    }
}

/// Something worth knowing about a file that can be drawn nevertheless.
fn warning(code: &str, place: Place, message: String, hint: &str) -> Diagnostic {
    Diagnostic {
        severity: Severity::Warning,
        code: code.to_owned(),
        path: String::new(),
        place,
        message,
        hint: hint.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Files that are no source: what several of them share.
    const SHARED: [&str; 9] = [
        "mod", "code", "data", "detect", "groups", "options", "packages", "table", "tokens",
    ];

    #[test]
    fn the_folder_and_the_table_agree() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/source");
        let files: BTreeSet<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.is_file())
            .map(|path| {
                path.file_stem()
                    .unwrap()
                    .to_string_lossy()
                    .replace('_', "-")
            })
            .filter(|name| !SHARED.contains(&name.as_str()))
            .collect();
        let sources: BTreeSet<String> = SOURCES
            .iter()
            .map(|source| source.name.to_owned())
            .collect();
        assert_eq!(sources.len(), SOURCES.len(), "a name is there twice");
        assert_eq!(files, sources);
    }

    #[test]
    fn settings_have_names_for_flags() {
        for setting in SOURCES.iter().flat_map(|source| source.settings) {
            let is_kebab = |b: u8| b.is_ascii_lowercase() || b == b'-';
            assert!(setting.name.bytes().all(is_kebab), "{setting:?}");
            assert!(!setting.about.is_empty(), "{setting:?}");
        }
    }
}
