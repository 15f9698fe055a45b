//! What a tool says about an input: the one shape that every `check` command prints.

use serde::{Deserialize, Serialize};

/// How much a [`Diagnostic`] weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing; nothing is wrong.
    Info,
    /// Probably wrong; a person should look.
    Warning,
    /// Wrong: the artifact would break or mislead if used.
    Error,
}

/// A place in a text, counted as editors count: lines and columns from 1, columns in Unicode
/// scalar values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// Line, from 1. A line ends at LF, CR LF or a lone CR.
    pub line: u32,
    /// Column, from 1, in Unicode scalar values.
    pub column: u32,
}

impl Place {
    /// The first character of a text.
    pub const START: Self = Self { line: 1, column: 1 };
}

/// One finding: what, where, how bad, and what to do.
///
/// Serialised as one flat record, so that formats without field names can carry it too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Record", into = "Record")]
pub struct Diagnostic {
    /// How much it weighs.
    pub severity: Severity,
    /// A stable kebab-case name of the rule, such as `placeholder-missing`.
    pub code: String,
    /// Where in the structure, as a JSON Pointer (RFC 6901); empty for the whole document.
    pub path: String,
    /// Where in the text.
    pub place: Place,
    /// What is wrong, in one sentence.
    pub message: String,
    /// What to do about it, in one sentence; empty if nothing needs to be done.
    pub hint: String,
}

/// A [`Diagnostic`] as it is written: the place's fields beside the others. `#[serde(flatten)]`
/// would do the same for JSON alone.
#[derive(Serialize, Deserialize)]
struct Record {
    severity: Severity,
    code: String,
    path: String,
    line: u32,
    column: u32,
    message: String,
    hint: String,
}

impl From<Diagnostic> for Record {
    fn from(diagnostic: Diagnostic) -> Self {
        Self {
            severity: diagnostic.severity,
            code: diagnostic.code,
            path: diagnostic.path,
            line: diagnostic.place.line,
            column: diagnostic.place.column,
            message: diagnostic.message,
            hint: diagnostic.hint,
        }
    }
}

impl From<Record> for Diagnostic {
    fn from(record: Record) -> Self {
        Self {
            severity: record.severity,
            code: record.code,
            path: record.path,
            place: Place {
                line: record.line,
                column: record.column,
            },
            message: record.message,
            hint: record.hint,
        }
    }
}
