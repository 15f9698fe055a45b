//! What changes in a table of translations, cell by cell.

use ichiban_tool::Diagnostic;
use serde::{Deserialize, Serialize};

use super::{Origin, SegmentId, Translation};

/// A target locale of a [`Session`](super::Session), under the number the caller gave it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct TargetId(pub u16);

/// A change of one cell: one segment in one target locale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Patch {
    /// The cell's locale.
    pub target: TargetId,
    /// The cell's segment.
    pub segment: SegmentId,
    /// What it is now.
    pub change: Change,
}

/// What a cell is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// It waits for an answer: asked, or about to be.
    Pending,
    /// More of it has come; [`Session::partial`](super::Session::partial) has the text so far.
    Streaming,
    /// It is settled, checked and accepted.
    Settled {
        /// The text.
        translation: Translation,
        /// Where it came from.
        origin: Origin,
        /// What a person may want to look at: warnings and notes, no errors.
        findings: Vec<Diagnostic>,
    },
    /// It will not be settled by this session. The file keeps the source text.
    Attention {
        /// The text that was refused, if there was one.
        text: Option<String>,
        /// Why, worst first.
        reasons: Vec<Diagnostic>,
    },
    /// It was asked for and no longer is: the session was stopped.
    Empty,
}
