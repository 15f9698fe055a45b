//! How an input ended.

use std::fmt;

use super::{Error, Expected};

/// How the input ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// It is one whole document.
    Complete,
    /// It stopped early: more bytes could have made it a document.
    Truncated(Truncation),
    /// No bytes after it could have made it a document.
    Invalid(Error),
}

/// Where and within what an input stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Truncation {
    /// The input's length in bytes.
    pub offset: u64,
    /// Line of its end, from 1.
    pub line: u32,
    /// Column of its end, from 1, in Unicode scalar values.
    pub column: u32,
    /// What could have come next.
    pub expected: Expected,
    /// How many containers are open.
    pub depth: usize,
}

impl fmt::Display for Truncation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "line {}, column {}: the input ends, expected {}",
            self.line, self.column, self.expected
        )
    }
}
