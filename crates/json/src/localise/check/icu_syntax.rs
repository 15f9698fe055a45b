//! ICU syntax: a message that does not parse throws at run time, and the whole text is lost.
//!
//! `{count, plural, other {Dateien}` lacks a closing brace.

use ichiban_tool::Severity;

use super::{Check, Finding, Pair};

pub(super) struct IcuSyntax;

impl Check for IcuSyntax {
    fn name(&self) -> &'static str {
        "icu-syntax"
    }

    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>) {
        let Some(error) = pair.target_error else {
            return;
        };
        let before = pair.target_text.get(..error.offset).unwrap_or_default();
        findings.push(Finding::new(
            Severity::Error,
            "icu-syntax",
            format!(
                "The translation is not valid ICU MessageFormat: at character {}, {error}.",
                before.chars().count() + 1
            ),
            "Mend the braces, or compare with the source.",
        ));
    }
}
