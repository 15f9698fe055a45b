//! Double spaces: two spaces in a row are mostly a slip.
//!
//! `Open the file` → `Öffne  die Datei`

use ichiban_tool::Severity;

use super::{Check, Finding, Pair};

pub(super) struct DoubleSpaces;

impl Check for DoubleSpaces {
    fn name(&self) -> &'static str {
        "double-space"
    }

    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>) {
        let doubled = |text: &str| text.trim().lines().any(|line| line.trim().contains("  "));
        if doubled(pair.target_text) && !doubled(pair.source_text) {
            findings.push(Finding::new(
                Severity::Info,
                "double-space",
                "The translation has two spaces in a row.",
                "Remove one.",
            ));
        }
    }
}
