//! Empty: a text that says something is not translated by nothing.
//!
//! People leave entries empty that they have not come to yet, and many programs then show the
//! source: for them it is a warning.
//!
//! `Save` → an empty text, or white space alone.

use ichiban_tool::Severity;

use super::{Check, Finding, Pair};

pub(super) struct Empty;

impl Check for Empty {
    fn name(&self) -> &'static str {
        "empty"
    }

    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>) {
        if pair.target_text.trim().is_empty() && !pair.source_text.trim().is_empty() {
            findings.push(Finding::new(
                pair.terms.author.strict(Severity::Warning),
                "empty",
                "The translation is empty.",
                "Translate the text, or remove the entry.",
            ));
        }
    }
}
