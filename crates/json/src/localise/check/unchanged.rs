//! Unchanged: the translation is its source.
//!
//! Names and loan words may well be the same in two languages; a model that copies has mostly not
//! translated.
//!
//! `Settings` → `Settings`

use ichiban_tool::Severity;

use super::{Check, Finding, Pair};

pub(super) struct Unchanged;

impl Check for Unchanged {
    fn name(&self) -> &'static str {
        "unchanged"
    }

    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>) {
        let terms = pair.terms;
        let same_language = terms
            .source_locale
            .is_some_and(|it| it.same_language(terms.locale));
        if terms.allow_unchanged || same_language || is_kept(pair) {
            return;
        }
        if normal(pair.source_text) == normal(pair.target_text) && pair.source.has_prose() {
            findings.push(Finding::new(
                terms.author.strict(Severity::Info),
                "unchanged",
                "The translation is the same as the source.",
                "Translate it, or allow it if the word is the same in both languages.",
            ));
        }
    }
}

/// A copy with other spaces or another case is a copy.
fn normal(text: &str) -> String {
    text.to_lowercase()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether all of the text's words are terms that are kept.
fn is_kept(pair: &Pair<'_>) -> bool {
    let mut prose = pair.source.prose().to_lowercase();
    let mut kept: Vec<_> = pair
        .terms
        .glossary
        .terms()
        .iter()
        .filter(|it| it.target.as_ref().is_none_or(|target| *target == it.source))
        .map(|it| it.source.to_lowercase())
        .collect();
    kept.sort_by_key(|it| std::cmp::Reverse(it.len()));
    for term in kept {
        prose = prose.replace(&term, " ");
    }
    !prose.chars().any(char::is_alphabetic)
}
