//! Proportion: a translation that is many times longer or shorter than its source is mostly that
//! of another text.
//!
//! `OK` → a sentence; a sentence → `OK`

use ichiban_tool::Severity;

use super::{Author, Check, Finding, Pair};

pub(super) struct Proportion;

impl Check for Proportion {
    fn name(&self) -> &'static str {
        "proportion"
    }

    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>) {
        let count = |text: &str| text.trim().chars().count();
        let (source, target) = (count(pair.source_text), count(pair.target_text));
        // A model is refused what is too long: see `length`.
        if target > 40 + 4 * source && pair.terms.author == Author::Person {
            findings.push(Finding::new(
                Severity::Info,
                "proportion-long",
                "The translation is many times longer than the source.",
                "Make sure that it is the translation of this text.",
            ));
        }
        if source > 30 && target * 10 < source {
            findings.push(Finding::new(
                Severity::Info,
                "proportion-short",
                "The translation is many times shorter than the source.",
                "Make sure that nothing is left out.",
            ));
        }
    }
}
