//! Punctuation at the start: an item of a list stays one, what goes on goes on.
//!
//! `…and more` → `und mehr`. Spanish `¿` and `¡` are no difference.

use ichiban_tool::Severity;

use super::{Check, Finding, Pair};

pub(super) struct PunctuationStart;

impl Check for PunctuationStart {
    fn name(&self) -> &'static str {
        "punctuation-start"
    }

    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>) {
        let (wanted, found) = (mark(pair.source_text), mark(pair.target_text));
        if wanted == found {
            return;
        }
        let message = match (wanted, found) {
            (Some(mark), _) => {
                format!("The source begins with `{mark}`, the translation does not.")
            }
            (None, Some(mark)) => {
                format!("The translation begins with `{mark}`, the source does not.")
            }
            (None, None) => return,
        };
        findings.push(Finding::new(
            Severity::Info,
            "punctuation-start",
            message,
            "Begin the translation as the source begins.",
        ));
    }
}

/// The mark that a text begins with, if it is one that languages have in common.
fn mark(text: &str) -> Option<char> {
    let text = text.trim_start();
    if text.starts_with("...") {
        return Some('…');
    }
    let first = text.chars().next()?;
    match first {
        '-' | '–' | '—' | '−' => Some('-'),
        '…' | '⋯' => Some('…'),
        '.' | ',' | ';' | ':' | '!' | '?' | '*' | '•' | '/' | '+' => Some(first),
        '：' => Some(':'),
        '，' | '、' | '،' => Some(','),
        _ => None,
    }
}
