//! Repeated words: a word twice in a row is mostly a slip.
//!
//! `Open the file` → `Öffne die die Datei`. Some languages double words on purpose.

use ichiban_tool::Severity;

use super::{Check, Finding, Pair};

pub(super) struct RepeatedWords;

impl Check for RepeatedWords {
    fn name(&self) -> &'static str {
        "repeated-word"
    }

    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>) {
        if repeated(&pair.source.prose()).is_some() {
            return;
        }
        if let Some(word) = repeated(&pair.target.prose()) {
            findings.push(Finding::new(
                Severity::Info,
                "repeated-word",
                format!("“{word}” stands twice in a row."),
                "Remove one, unless it is meant.",
            ));
        }
    }
}

fn repeated(prose: &str) -> Option<String> {
    let mut before = String::new();
    for word in prose.split_whitespace() {
        let lower = word.to_lowercase();
        if lower == before && lower.chars().count() > 1 && lower.chars().all(char::is_alphabetic) {
            return Some(lower);
        }
        before = lower;
    }
    None
}
