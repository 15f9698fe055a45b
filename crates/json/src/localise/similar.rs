//! What a memory has that is like a text: a translation to begin from.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::{Locale, Memory};

/// Less alike than this, in per cent, is no help.
const LEAST: u8 = 60;

/// A remembered translation of a text that is like another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Similar {
    /// The text it translates.
    pub source: String,
    /// The translation.
    pub target: String,
    /// How much the texts are alike, in per cent, by the Levenshtein distance of their characters;
    /// 100 if they are the same.
    pub percent: u8,
}

/// The translations into a locale whose source is most like `source`, at most `most` of them, the
/// best first. Cost: one pass over the memory; texts of about the same length with words in common
/// are compared character by character.
pub fn similar(memory: &Memory, source: &str, locale: &Locale, most: usize) -> Vec<Similar> {
    let locales = memory.locales_for(locale);
    let words = words(source);
    let mut found = BTreeSet::new();
    for (key, target) in memory.iter() {
        if !locales.contains(&key.locale) {
            continue;
        }
        let percent = if key.source == source {
            100
        } else if may_be_alike(source, &words, &key.source) {
            percent(strsim::normalized_levenshtein(source, &key.source))
        } else {
            continue;
        };
        if percent >= LEAST {
            found.insert((Reverse(percent), key.source.clone(), target.to_owned()));
        }
    }
    found
        .into_iter()
        .take(most)
        .map(|(Reverse(percent), source, target)| Similar {
            source,
            target,
            percent,
        })
        .collect()
}

/// Whether it is worth comparing two texts in full: neither is much longer, and they share words.
fn may_be_alike(source: &str, words: &BTreeSet<String>, other: &str) -> bool {
    let (short, long) = (source.len().min(other.len()), source.len().max(other.len()));
    if short * 100 < long * usize::from(LEAST) {
        return false;
    }
    // Texts of a word or two, and those without spaces, have no words to go by.
    words.len() < 3 || self::words(other).intersection(words).count() * 3 >= words.len()
}

fn words(text: &str) -> BTreeSet<String> {
    text.split_whitespace().map(str::to_lowercase).collect()
}

/// A share as whole per cent; 100 is for what is the same.
fn percent(share: f64) -> u8 {
    // Between 0 and 100 by definition.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let percent = (share * 100.0).clamp(0.0, 99.0) as u8;
    percent
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::localise::memory::Key;

    fn memory(entries: &[(&str, &str, &str)]) -> Memory {
        let mut memory = Memory::default();
        for (source, locale, target) in entries {
            let key = Key {
                source: (*source).to_owned(),
                context: String::new(),
                locale: locale.parse().unwrap(),
                glossary: 0,
            };
            memory.insert(key, (*target).to_owned());
        }
        memory
    }

    fn found(memory: &Memory, source: &str, locale: &str) -> Vec<(u8, String)> {
        similar(memory, source, &locale.parse().unwrap(), 3)
            .into_iter()
            .map(|it| (it.percent, it.target))
            .collect()
    }

    #[test]
    fn the_most_alike_comes_first() {
        let memory = memory(&[
            ("Delete this board", "de", "Dieses Brett löschen"),
            ("Delete this card", "de", "Diese Karte löschen"),
            ("Delete this card", "fr", "Supprimer cette carte"),
            ("You are offline.", "de", "Du bist offline."),
        ]);
        let found = found(&memory, "Delete this card", "de");
        assert_eq!(found[0], (100, "Diese Karte löschen".to_owned()));
        assert_eq!(found[1].1, "Dieses Brett löschen");
        assert!(found[1].0 < 100);
        assert_eq!(found.len(), 2);
    }

    #[test]
    fn a_locale_without_region_serves_one_with() {
        let memory = memory(&[("Save", "de", "Sichern"), ("Save", "fr", "Enregistrer")]);
        assert_eq!(
            found(&memory, "Save", "de-AT"),
            [(100, "Sichern".to_owned())]
        );
    }

    #[test]
    fn what_is_nothing_like_it_is_not_told() {
        let memory = memory(&[("A long sentence about something else", "de", "…")]);
        assert_eq!(found(&memory, "Save", "de"), []);
    }
}
