//! What a run has come to, to be kept and gone on with.

use std::collections::BTreeMap;

use ichiban_model::Usage;
use serde::{Deserialize, Serialize};

use super::finding::{Dropped, Finding};
use super::plan::Fingerprint;

/// What became of a section that was read.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Reading {
    /// What was accepted.
    pub accepted: Vec<Finding>,
    /// What was dropped.
    pub dropped: Dropped,
    /// Tokens that the endpoint has counted.
    pub usage: Usage,
}

/// What a session has come to, to be kept and gone on with: the sections that were read and what
/// was accepted. Sections are known by their texts, so a changed one is read again.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Progress {
    /// The sections that were read.
    pub sections: BTreeMap<Fingerprint, Reading>,
    /// What was dropped in all, answers that were not whole included.
    pub dropped: Dropped,
    /// Tokens that endpoints have counted in all, answers that were not whole included.
    pub usage: Usage,
}

impl Progress {
    /// What reading these sections has come to.
    pub fn of(sections: BTreeMap<Fingerprint, Reading>) -> Self {
        let mut progress = Self::default();
        for reading in sections.values() {
            progress.dropped.add(reading.dropped);
            add(&mut progress.usage, &reading.usage);
        }
        progress.sections = sections;
        progress
    }
}

/// Adds tokens to a sum.
pub(super) fn add(sum: &mut Usage, more: &Usage) {
    sum.input_tokens += more.input_tokens;
    sum.output_tokens += more.output_tokens;
    sum.cached_input_tokens += more.cached_input_tokens;
    sum.reasoning_tokens += more.reasoning_tokens;
}
