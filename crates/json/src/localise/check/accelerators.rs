//! Accelerators: `&File` marks the key that opens a menu; the translation marks one too.
//!
//! `&Open` → `Öffnen`

use ichiban_tool::Severity;

use super::{Check, Finding, Pair};

pub(super) struct Accelerators;

impl Check for Accelerators {
    fn name(&self) -> &'static str {
        "accelerator"
    }

    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>) {
        if accelerators(pair.source_text) != 1 {
            return;
        }
        let found = accelerators(pair.target_text);
        if found != 1 {
            findings.push(Finding::new(
                Severity::Warning,
                "accelerator",
                format!("The source marks one key with `&`, the translation {found}."),
                "Mark one letter with `&`.",
            ));
        }
    }
}

/// How many letters are marked. An entity (`&amp;`) and a lone `&` mark none.
fn accelerators(text: &str) -> usize {
    text.match_indices('&')
        .filter(|(at, _)| {
            let rest = text.get(at + 1..).unwrap_or_default();
            let word = rest
                .find(|c: char| !c.is_alphanumeric() && c != '#')
                .unwrap_or(rest.len());
            let entity = word > 0 && rest.get(word..).is_some_and(|it| it.starts_with(';'));
            let query = text
                .get(..*at)
                .and_then(|it| it.chars().next_back())
                .is_some_and(|c| c.is_ascii_digit() || c == '=');
            word > 0 && !entity && !query
        })
        .count()
}
