//! Terms with a fixed translation, and terms that are not translated.

use std::hash::{Hash, Hasher};

use serde::{Deserialize, Serialize};

use super::memory::Fnv;

/// A term and what it must become.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Term {
    /// The term as it stands in the source.
    pub source: String,
    /// Its translation; `None` means that it is kept as it is.
    pub target: Option<String>,
}

/// The terms of one target locale.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Glossary {
    terms: Vec<Term>,
}

impl Glossary {
    /// A glossary of pairs; an empty translation means: keep as it is. Empty terms are dropped.
    pub fn from_pairs(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let terms = pairs
            .into_iter()
            .filter(|(source, _)| !source.trim().is_empty())
            .map(|(source, target)| Term {
                source: source.trim().to_owned(),
                target: Some(target.trim().to_owned()).filter(|it| !it.is_empty()),
            })
            .collect();
        Self { terms }
    }

    /// The terms, in the order given.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The terms that stand in a text as whole words, whatever their case.
    pub fn in_text<'a>(&'a self, text: &'a str) -> impl Iterator<Item = &'a Term> + 'a {
        self.terms
            .iter()
            .filter(move |term| contains_word(text, &term.source, true))
    }

    /// A fingerprint of the terms that stand in a text: what a translation of it depends on.
    pub fn fingerprint(&self, text: &str) -> u64 {
        let mut hasher = Fnv::default();
        let mut any = false;
        for term in self.in_text(text) {
            term.hash(&mut hasher);
            any = true;
        }
        if any { hasher.finish() } else { 0 }
    }
}

/// Whether `text` has `word` with no letter or digit of its own script directly beside it.
pub(super) fn contains_word(text: &str, word: &str, ignore_case: bool) -> bool {
    if word.is_empty() {
        return false;
    }
    let (text, word) = if ignore_case {
        (text.to_lowercase(), word.to_lowercase())
    } else {
        (text.to_owned(), word.to_owned())
    };
    text.match_indices(&word).any(|(at, found)| {
        let before = text.get(..at).and_then(|it| it.chars().next_back());
        let after = text
            .get(at + found.len()..)
            .and_then(|it| it.chars().next());
        !(touches(before, found.chars().next()) || touches(after, found.chars().next_back()))
    })
}

/// Whether two neighbours belong to one word. Scripts without spaces between words (Han, Kana,
/// Thai) never do.
fn touches(a: Option<char>, b: Option<char>) -> bool {
    let part = |c: char| c.is_alphanumeric() && !is_unspaced(c);
    a.is_some_and(part) && b.is_some_and(part)
}

fn is_unspaced(c: char) -> bool {
    matches!(u32::from(c), 0x0E00..=0x0EFF | 0x1000..=0x109F | 0x1780..=0x17FF | 0x3040..=0x30FF | 0x3400..=0x9FFF | 0xAC00..=0xD7AF | 0x20000..=0x3FFFF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_is_found_as_a_word() {
        assert!(contains_word("Open Ichiban now", "ichiban", true));
        assert!(contains_word("“Ichiban”-Datei", "Ichiban", false));
        assert!(!contains_word("reopening", "open", true));
        assert!(contains_word("Ichibanを開く", "Ichiban", false));
    }

    #[test]
    fn the_fingerprint_depends_on_the_terms_in_the_text_alone() {
        let pairs = |list: &[(&str, &str)]| {
            Glossary::from_pairs(list.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())))
        };
        let one = pairs(&[("board", "Brett")]);
        let two = pairs(&[("board", "Brett"), ("card", "Karte")]);
        let other = pairs(&[("board", "Tafel")]);
        assert_eq!(one.fingerprint("a board"), two.fingerprint("a board"));
        assert_ne!(one.fingerprint("a board"), other.fingerprint("a board"));
        assert_eq!(one.fingerprint("nothing"), 0);
    }
}
