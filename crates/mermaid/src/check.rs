//! What is wrong with a diagram, where, and what would mend it.

use ichiban_tool::{Diagnostic, Severity};

use crate::diagram::parse;
use crate::fix::{Fixed, fix};

/// What is wrong with a text that should be a diagram; empty if mermaid.js would accept it. The
/// hint tells what [`fix`] would do. Cost: that of [`fix`].
pub fn check(text: &str) -> Vec<Diagnostic> {
    let Err(error) = parse(text) else {
        return Vec::new();
    };
    let Fixed {
        changes, remaining, ..
    } = fix(text);
    let hint = match (changes.first(), remaining.is_empty()) {
        (Some(change), true) => {
            format!("`fix` mends it: line {}, {}.", change.line, change.message)
        }
        _ if text.trim().is_empty() => {
            "Begin with the kind of diagram, such as `flowchart TD`.".to_owned()
        }
        _ => "No safe mend is known for this: edit the line by hand.".to_owned(),
    };
    vec![Diagnostic {
        severity: Severity::Error,
        code: if error.kind.is_some() {
            "syntax".to_owned()
        } else {
            "unknown-diagram".to_owned()
        },
        path: String::new(),
        place: error.place,
        message: error.message,
        hint,
    }]
}
