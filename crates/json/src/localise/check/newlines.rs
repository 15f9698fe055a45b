//! Line breaks: a text of one line stays one line, and paragraphs stay paragraphs.
//!
//! `Save changes` → `Änderungen\nspeichern`

use ichiban_tool::Severity;

use super::{Check, Finding, Pair};

pub(super) struct Newlines;

impl Check for Newlines {
    fn name(&self) -> &'static str {
        "newlines"
    }

    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>) {
        let count = |text: &str| text.trim().matches('\n').count();
        if !pair.source.choices().is_empty() || !pair.target.choices().is_empty() {
            return;
        }
        let (source, target) = (count(pair.source_text), count(pair.target_text));
        if source == target {
            return;
        }
        let severity = if source == 0 {
            pair.terms.author.strict(Severity::Warning)
        } else {
            Severity::Info
        };
        findings.push(Finding::new(
            severity,
            "newlines",
            format!("The translation has {target} line breaks, the source {source}."),
            "Break lines where the source does.",
        ));
    }
}
