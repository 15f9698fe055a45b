//! Acronyms: letters that stand for words mostly stay as they are.
//!
//! `Copy the URL` → `Kopiere die LUR`

use ichiban_tool::Severity;

use super::{Check, Finding, Pair};

pub(super) struct Acronyms;

impl Check for Acronyms {
    fn name(&self) -> &'static str {
        "acronym"
    }

    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>) {
        let source = pair.source.prose();
        if !source.chars().any(char::is_lowercase) {
            // A text in capitals has words in capitals.
            return;
        }
        let target = pair.target.prose().to_uppercase();
        let missing = acronyms(&source).find(|it| !target.contains(*it));
        if let Some(acronym) = missing {
            findings.push(Finding::new(
                Severity::Info,
                "acronym",
                format!("The translation does not have `{acronym}`."),
                "Keep it, unless the language has its own.",
            ));
        }
    }
}

/// Words of two to six capitals and digits.
fn acronyms(prose: &str) -> impl Iterator<Item = &str> {
    prose.split(|c: char| !c.is_alphanumeric()).filter(|word| {
        (2..=6).contains(&word.len())
            && word.bytes().filter(u8::is_ascii_uppercase).count() > 1
            && word
                .bytes()
                .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
    })
}
