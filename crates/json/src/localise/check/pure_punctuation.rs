//! Punctuation alone: there is nothing to translate in it.
//!
//! `—` → `bis`

use ichiban_tool::Severity;

use super::{Check, Finding, Pair};

pub(super) struct PurePunctuation;

impl Check for PurePunctuation {
    fn name(&self) -> &'static str {
        "pure-punctuation"
    }

    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>) {
        let words = |text: &str| text.chars().any(char::is_alphanumeric);
        if !words(pair.source_text) && words(pair.target_text) {
            findings.push(Finding::new(
                pair.terms.author.strict(Severity::Info),
                "pure-punctuation",
                "The source is punctuation alone, the translation has words.",
                "Keep the source's punctuation.",
            ));
        }
    }
}
