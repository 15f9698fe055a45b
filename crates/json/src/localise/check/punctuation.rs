//! Punctuation at the end: a question stays a question, a label keeps its colon.
//!
//! Languages have their own marks (`？`, `؟`, ` :`), which are taken for the same.
//!
//! `Delete this?` → `Löschen.`

use ichiban_tool::Severity;

use super::{Check, Finding, Pair};

pub(super) struct Punctuation;

impl Check for Punctuation {
    fn name(&self) -> &'static str {
        "punctuation"
    }

    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>) {
        let (Some(source), Some(target)) = (last(pair.source_text), last(pair.target_text)) else {
            return;
        };
        let (wanted, found) = (mark(source), mark(target));
        // Thai and Lao do without full stops.
        if wanted == found || (wanted == Some('.') && found.is_none()) {
            return;
        }
        let message = match (wanted, found) {
            (Some(_), _) => format!("The source ends in `{source}`, the translation does not."),
            (None, _) => format!("The translation ends in `{target}`, the source does not."),
        };
        findings.push(Finding::new(
            Severity::Info,
            "punctuation-end",
            message,
            "End the translation as the source ends.",
        ));
    }
}

fn last(text: &str) -> Option<char> {
    text.trim_end().chars().next_back()
}

/// The mark that a character is in any script, as Latin script has it.
fn mark(c: char) -> Option<char> {
    Some(match c {
        '.' | '。' | '।' | '۔' | '።' | '．' | '｡' => '.',
        '?' | '？' | '؟' | ';' | '՞' => '?',
        '!' | '！' | '՜' => '!',
        ':' | '：' | '՝' => ':',
        '…' | '⋯' => '…',
        _ => return None,
    })
}
