//! Brackets: each that is opened is closed.
//!
//! `Size (in pixels)` → `Größe (in Pixeln`

use ichiban_tool::Severity;

use super::{Check, Finding, Pair};

pub(super) struct Brackets;

impl Check for Brackets {
    fn name(&self) -> &'static str {
        "brackets"
    }

    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>) {
        let source = pair.source.prose();
        let target = pair.target.prose();
        for (open, close, name) in [
            (['(', '（'], [')', '）'], "round"),
            (['[', '［'], [']', '］'], "square"),
        ] {
            let surplus = |text: &str| {
                text.matches(open)
                    .count()
                    .abs_diff(text.matches(close).count())
            };
            if surplus(&source) == 0 && surplus(&target) > 0 {
                findings.push(Finding::new(
                    Severity::Warning,
                    "brackets",
                    format!("A {name} bracket has no partner."),
                    "Open and close each bracket.",
                ));
            }
        }
    }
}
