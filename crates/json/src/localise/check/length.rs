//! Length: where the file tells how long a text may be, it is no longer.
//!
//! `"description": "at most 12 characters"`: `Save` → `Alle Änderungen speichern`

use ichiban_tool::Severity;

use super::{Author, Check, Finding, Pair};

pub(super) struct Length;

impl Check for Length {
    fn name(&self) -> &'static str {
        "length"
    }

    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>) {
        let length = pair.target_text.chars().count();
        if let Some(most) = pair.max_chars
            && length > usize::try_from(most).unwrap_or(usize::MAX)
        {
            findings.push(Finding::new(
                Severity::Error,
                "length-limit",
                format!("The translation has {length} characters; at most {most} are allowed."),
                "Shorten it.",
            ));
        }
        let source = pair.source_text.chars().count();
        if pair.terms.author == Author::Model && length > 60 + 4 * source {
            findings.push(Finding::new(
                Severity::Error,
                "length-ratio",
                "The translation is many times longer than the source.",
                "Translate the text alone, without adding to it.",
            ));
        }
    }
}
