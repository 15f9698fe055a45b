//! Capital at the start: a label that begins with a capital does so in languages that have them.
//!
//! `Open file` → `datei öffnen`

use ichiban_tool::Severity;

use super::{Check, Finding, Pair};

pub(super) struct CapitalStart;

impl Check for CapitalStart {
    fn name(&self) -> &'static str {
        "capital-start"
    }

    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>) {
        let (Some(source), Some(target)) = (first(pair.source_text), first(pair.target_text))
        else {
            return;
        };
        // A name in small letters (`iPhone`) may come to the front.
        let kept = pair.target_text.split_whitespace().next();
        let kept = kept.is_some_and(|word| pair.source_text.contains(word));
        if source.is_uppercase() && target.is_lowercase() && !kept {
            findings.push(Finding::new(
                Severity::Info,
                "capital-start",
                "The source begins with a capital, the translation does not.",
                "Begin with a capital.",
            ));
        }
    }
}

/// The letter that a text begins with, if it is no placeholder or tag.
fn first(text: &str) -> Option<char> {
    text.trim_start()
        .chars()
        .next()
        .filter(|c| c.is_alphabetic())
}
