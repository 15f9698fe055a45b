//! What the page and the worker of answers say to each other.
//!
//! ```text
//! page                         worker
//!  │ Command::Begin      ─────▶  │
//!  │ Command::Heard      ─────▶  │   as the model's answer comes
//!  │ ◀───── Report::Said         │
//!  │ Command::Over       ─────▶  │   nothing more comes of it
//!  │ ◀───── Report::Said         │   with all of it as Markdown
//!  │ Command::Close      ─────▶  │   it is forgotten
//! ```

use serde::{Deserialize, Serialize};

use crate::asking::protocol::Events;
use crate::asking::words::{Patch, Standing};

/// An answer, under the number that the page gave it. No number is given twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct AnswerId(pub u32);

/// What the page tells the worker.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Command {
    /// An answer is about to come.
    Begin {
        /// Its number.
        answer: AnswerId,
        /// What tells its footnotes from those of other answers in the page.
        anchors: String,
        /// What becomes a button where it is written as code.
        names: Vec<String>,
    },
    /// More of it came. Answered by [`Report::Said`], unless it has ended.
    Heard {
        /// Of which.
        answer: AnswerId,
        /// What came, in order.
        events: Events,
    },
    /// Nothing more comes of it. Answered by [`Report::Said`], unless it has ended by itself.
    Over {
        /// Of which.
        answer: AnswerId,
    },
    /// Forgets an answer. Nothing more is told of it.
    Close {
        /// Which.
        answer: AnswerId,
    },
}

/// What the worker tells the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Report {
    /// The worker is there.
    Ready,
    /// More of an answer.
    Said(Said),
    /// A command could not be carried out.
    Refused {
        /// Why, and what to do.
        message: String,
    },
}

/// More of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// Of which.
    pub answer: AnswerId,
    /// What has changed of it.
    pub patches: Vec<Patch>,
    /// What it has come to.
    pub standing: Standing,
    /// All of it as Markdown, once it has ended.
    pub source: Option<String>,
}
