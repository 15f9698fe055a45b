//! Tabulators: programs align columns with them.
//!
//! A tabulator between `Name` and `Size` that the translation has lost.

use ichiban_tool::Severity;

use super::{Check, Finding, Pair};

pub(super) struct Tabs;

impl Check for Tabs {
    fn name(&self) -> &'static str {
        "tabs"
    }

    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>) {
        let count = |text: &str| text.trim().matches('\t').count();
        let (source, target) = (count(pair.source_text), count(pair.target_text));
        if source != target {
            findings.push(Finding::new(
                pair.terms.author.strict(Severity::Info),
                "tabs",
                format!("The translation has {target} tabulators, the source {source}."),
                "Keep the tabulators of the source.",
            ));
        }
    }
}
