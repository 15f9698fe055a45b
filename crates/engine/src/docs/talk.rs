//! Questions that a model answers in words, about what was read.
//!
//! ```text
//! page                                   worker
//!  │ Question::Prepare            ─────▶  │
//!  │ ◀───── Answer::Prepared              │   what would be sent, before it is
//!  │ Command::Talk                ─────▶  │
//!  │ ◀───── Report::AskInWords            │   which the page has asked
//!  │ Command::Heard, Over, Hush   ─────▶  │
//!  │ ◀───── Report::Said                  │
//!  │ ◀───── Report::AskInWords            │   once more, if the model has looked something up
//! ```

use serde::{Deserialize, Serialize};

use super::page::Place;
use super::refining::RequestId;
use crate::asking::words::{Patch, Standing};

/// What would be sent with a question.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prepared {
    /// The question.
    pub question: String,
    /// Tokens of the documents that may be sent.
    pub budget: u32,
    /// The operations that are listed for the model, a line each.
    pub operations: Vec<String>,
    /// Operations that there was no room to list.
    pub unlisted: u32,
    /// The sections, the one that fits best first.
    pub sections: Vec<Section>,
    /// Sections that have words of the question, and for which there was no room.
    pub left_out: u32,
    /// Earlier questions that are sent along with their answers.
    pub earlier: u32,
    /// Tokens of all that is sent, as estimated.
    pub input: u32,
}

/// A section that is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// The headings it stands under; empty before the first.
    pub title: String,
    /// The document's name.
    pub document: String,
    /// Where it begins.
    pub at: Option<Place>,
    /// Its text, as it is sent.
    pub text: String,
    /// Its tokens, as estimated.
    pub tokens: u32,
}

/// What a model has looked up while it answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lookup {
    /// What it wanted.
    pub wanted: Wanted,
    /// The titles of what it was given; empty if there was nothing.
    pub found: Vec<String>,
    /// Tokens of that, as estimated.
    pub tokens: u32,
}

/// What a model wants to see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wanted {
    /// Sections that have these words.
    Sections(String),
    /// An operation, as `GET /path`.
    Operation(String),
}

/// More of an answer in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// To which request.
    pub request: RequestId,
    /// What has changed of it.
    pub patches: Vec<Patch>,
    /// What the model has looked up since.
    pub lookups: Vec<Lookup>,
    /// What it has come to.
    pub standing: Standing,
    /// All of it as Markdown, once it has ended.
    pub source: Option<String>,
}
