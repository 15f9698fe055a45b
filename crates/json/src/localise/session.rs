//! A run of translation over one catalogue into several locales, without any input or output.
//!
//! The caller asks for requests ([`Session::next_request`]), sends them as it likes, several at a
//! time, and hands back what comes ([`Session::absorb`], [`Session::ended`]). What changes in the
//! table of translations comes out as [`Patch`]es. Nothing that is not settled and checked is ever
//! called so: a request that is cut gives its open items back to be asked again.

use std::sync::Arc;

use ichiban_model::{Ending, Event, Request};

use super::{Catalogue, Glossary, Locale, Memory, Patch, SegmentId, TargetId};

/// A request of a session, to tell answers apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RequestId(pub u32);

/// What to translate, and on which terms.
#[derive(Debug, Clone, Default)]
pub struct Job {
    /// The model's name as the endpoint knows it.
    pub model: String,
    /// The locales to translate into.
    pub targets: Vec<Target>,
    /// Whether a translation that is its source is accepted.
    pub allow_unchanged: bool,
    /// Makes sampling repeatable where the wire has it.
    pub seed: Option<u64>,
}

/// A locale to translate into.
#[derive(Debug, Clone)]
pub struct Target {
    /// The caller's number for it.
    pub id: TargetId,
    /// The locale.
    pub locale: Locale,
    /// The segments to translate: those that are not done.
    pub segments: Vec<SegmentId>,
    /// Terms and their translations.
    pub glossary: Glossary,
}

/// Whether more of an answer is of use.
#[must_use]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    /// Go on.
    Continue,
    /// The answer can no longer become one: stop the request. The session has already taken its
    /// open items back; do not report its end.
    Abandon,
}

/// Where a session stands, in cells.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Standing {
    /// Cells the session is for.
    pub total: u32,
    /// Of those, settled and accepted.
    pub settled: u32,
    /// Of those, given up: they need a person.
    pub attention: u32,
    /// Requests that were handed out and have not ended.
    pub in_flight: u32,
}

/// A run of translation.
pub struct Session {
    catalogue: Arc<Catalogue>,
    job: Job,
    memory: Memory,
}

impl Session {
    /// Prepares a run. What the memory has is settled at once; the patches say so, and which cells
    /// wait. Cost: one pass over the segments of each target.
    pub fn new(
        catalogue: Arc<Catalogue>,
        job: Job,
        memory: Memory,
        patches: &mut Vec<Patch>,
    ) -> Self {
        patches.clear();
        Self {
            catalogue,
            job,
            memory,
        }
    }

    /// The next request to make, if there is anything left to ask that is not already asked. A
    /// retry of the same request (after a 429, say) is the caller's affair.
    pub fn next_request(&mut self) -> Option<(RequestId, Request)> {
        None
    }

    /// Takes an event of an answer. [`Event::Ended`] ends the request as [`Session::ended`] does.
    pub fn absorb(&mut self, id: RequestId, event: &Event, patches: &mut Vec<Patch>) -> Flow {
        let _ = (id, event, patches);
        Flow::Continue
    }

    /// A request is over, whether it ended by itself or never came through. What it left open is
    /// asked again by a later request, or reported if it was asked often enough. Does nothing for
    /// a request that has ended before.
    pub fn ended(&mut self, id: RequestId, ending: &Ending, patches: &mut Vec<Patch>) {
        let _ = (id, ending, patches);
    }

    /// The text of a cell that is [`Change::Streaming`](super::Change::Streaming), as far as it
    /// has come: placeholders whole, nothing that changes later.
    pub fn partial(&self, target: TargetId, segment: SegmentId) -> Option<String> {
        let _ = (target, segment);
        None
    }

    /// Stops: every request in flight counts as ended, and every cell that is not settled becomes
    /// [`Change::Empty`](super::Change::Empty). A session that was stopped stays stopped; to resume,
    /// make a new one for the cells that are open, with the memory of this one.
    pub fn stop(&mut self, patches: &mut Vec<Patch>) {
        patches.clear();
    }

    /// Where the session stands. Constant cost.
    pub fn standing(&self) -> Standing {
        Standing::default()
    }

    /// Whether every cell is settled or given up.
    pub fn is_finished(&self) -> bool {
        let standing = self.standing();
        standing.settled + standing.attention == standing.total
    }

    /// The memory, with what this session has settled.
    pub fn into_memory(self) -> Memory {
        let _ = (self.catalogue, self.job);
        self.memory
    }
}
