//! White space at the ends: programs put texts together with it.
//!
//! `"Total: "` → `"Summe:"` runs into the number that follows.

use ichiban_tool::Severity;

use super::{Check, Finding, Pair};

pub(super) struct Whitespace;

impl Check for Whitespace {
    fn name(&self) -> &'static str {
        "whitespace"
    }

    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>) {
        let (source, target) = (pair.source_text, pair.target_text);
        if source.trim().is_empty() || target.trim().is_empty() {
            return;
        }
        let starts = |text: &str| text.starts_with(char::is_whitespace);
        let ends = |text: &str| text.ends_with(char::is_whitespace);
        for (code, place, wanted, found) in [
            ("whitespace-start", "begins", starts(source), starts(target)),
            ("whitespace-end", "ends", ends(source), ends(target)),
        ] {
            if wanted != found {
                let (with, remedy) = if wanted {
                    ("without", "Add the space that the source has there.")
                } else {
                    ("with", "Remove it.")
                };
                findings.push(Finding::new(
                    Severity::Warning,
                    code,
                    format!("The translation {place} {with} white space, unlike the source."),
                    remedy,
                ));
            }
        }
    }
}
