//! A translation memory: what was translated once is not asked for again.

use std::collections::HashMap;
use std::hash::Hasher;

use serde::{Deserialize, Serialize};

use super::segment::pointer;
use super::{Catalogue, Locale, SegmentId, Translation};

/// Remembers translations by what they depend on: the source text, its context, the target
/// locale and the glossary's terms that stand in the text. And it remembers from which source text
/// each translation in a file was made, so that one whose source has changed is known for stale
/// ([`difference`](super::difference())).
///
/// The page keeps it between visits: it serialises as lists. Lists of entries alone, as older
/// versions wrote them, are read too.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Stored", into = "Stored")]
pub struct Memory {
    entries: HashMap<Key, String>,
    made: HashMap<Place, u64>,
}

/// A translation in a file: its locale, its name as a JSON Pointer, and a fingerprint of it.
type Place = (Locale, String, u64);

/// From which source text a translation in a file was made.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Made {
    /// The translation's locale.
    pub locale: Locale,
    /// Its name in the file, as a JSON Pointer (RFC 6901).
    pub name: String,
    /// A fingerprint of the translation.
    pub target: u64,
    /// A fingerprint of the source text.
    pub source: u64,
}

/// A memory as it is stored.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Stored {
    Whole {
        entries: Vec<Entry>,
        made: Vec<Made>,
    },
    Entries(Vec<Entry>),
}

/// What a translation depends on.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Key {
    /// The source text as it stands in the file, or one branch of it.
    pub source: String,
    /// The file's note on it and the plural form asked for.
    pub context: String,
    /// The target locale.
    pub locale: Locale,
    /// [`Glossary::fingerprint`](super::Glossary::fingerprint) of the source text.
    pub glossary: u64,
}

/// The context of a translation whose context is not known, such as one of another program's
/// memory: it serves every context. It cannot be confused with one that is known.
pub const UNKNOWN_CONTEXT: &str = "\u{1f}*";

/// The context of a text: the file's note on it, the plural form asked for, and how many characters
/// it may have.
pub(super) fn context(note: Option<&str>, form: &str, max_chars: Option<u32>) -> String {
    let mut context = note.unwrap_or_default().to_owned();
    if !form.is_empty() {
        context = format!("{context}\u{1f}{form}");
    }
    if let Some(most) = max_chars {
        context = format!("{context}\u{1f}{most}");
    }
    context
}

/// A remembered translation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// What it depends on.
    pub key: Key,
    /// The translation.
    pub target: String,
}

impl Memory {
    /// What is remembered for a key.
    pub fn get(&self, key: &Key) -> Option<&str> {
        self.entries.get(key).map(String::as_str)
    }

    /// What is remembered for a key, else what another program's memory has of its source text in
    /// one of `locales`, whatever the context.
    pub(super) fn recall(&self, key: &Key, has_forms: bool, locales: &[Locale]) -> Option<&str> {
        if let Some(known) = self.get(key) {
            return Some(known);
        }
        // A memory that knows no plural forms cannot tell which one it has.
        locales.iter().filter(|_| !has_forms).find_map(|locale| {
            self.get(&Key {
                source: key.source.clone(),
                context: UNKNOWN_CONTEXT.to_owned(),
                locale: locale.clone(),
                glossary: 0,
            })
        })
    }

    /// The locales of translations that serve a locale too, itself first: `de-DE` serves `de`,
    /// `pt-PT` does not serve `pt-BR`. Cost: one pass over the memory.
    pub(super) fn locales_for(&self, locale: &Locale) -> Vec<Locale> {
        let mut found: Vec<_> = self
            .entries
            .keys()
            .map(|key| &key.locale)
            .filter(|it| {
                let plain = it.as_str() == it.language() || locale.as_str() == locale.language();
                it.same_language(locale) && plain
            })
            .collect();
        found.push(locale);
        found.sort_by_key(|it| (*it != locale, it.as_str().to_owned()));
        found.dedup();
        found.into_iter().cloned().collect()
    }

    /// All translations that are remembered, in no order.
    pub fn iter(&self) -> impl Iterator<Item = (&Key, &str)> {
        self.entries
            .iter()
            .map(|(key, target)| (key, target.as_str()))
    }

    /// Remembers; a later translation replaces an earlier one.
    pub fn insert(&mut self, key: Key, target: String) {
        self.entries.insert(key, target);
    }

    /// Forgets one translation, so that it is asked for again.
    pub fn forget(&mut self, key: &Key) {
        self.entries.remove(key);
    }

    /// How many translations are remembered.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether no translation is remembered.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Notes that a text's translation in a file is made from the source text as it is now. What
    /// was noted, if it was not known.
    pub fn note(
        &mut self,
        source: &Catalogue,
        id: SegmentId,
        locale: &Locale,
        translation: &Translation,
    ) -> Option<Made> {
        let segment = source.segment(id)?;
        let made = Made {
            locale: locale.clone(),
            name: pointer(source.name_of(segment)),
            target: fingerprint(&translation.text),
            source: fingerprint(&segment.text),
        };
        let place = (made.locale.clone(), made.name.clone(), made.target);
        let before = self.made.insert(place, made.source);
        (before != Some(made.source)).then_some(made)
    }

    /// Whether a translation in a file was made from another source text than there is now. One of
    /// which nothing is known, such as one that a person changed since, is not called stale.
    pub fn is_stale(
        &self,
        source: &Catalogue,
        id: SegmentId,
        locale: &Locale,
        translation: &Translation,
    ) -> bool {
        let Some(segment) = source.segment(id) else {
            return false;
        };
        let name = pointer(source.name_of(segment));
        let place = (locale.clone(), name, fingerprint(&translation.text));
        self.made
            .get(&place)
            .is_some_and(|it| *it != fingerprint(&segment.text))
    }

    /// All that is known of translations in files, sorted.
    pub fn made(&self) -> Vec<Made> {
        let mut made: Vec<_> = self
            .made
            .iter()
            .map(|((locale, name, target), source)| Made {
                locale: locale.clone(),
                name: name.clone(),
                target: *target,
                source: *source,
            })
            .collect();
        made.sort();
        made
    }

    /// Takes over what another memory knows; where both know something, the other's counts.
    pub fn merge(&mut self, other: Self) {
        self.entries.extend(other.entries);
        self.made.extend(other.made);
    }

    /// Remembers from which source text a translation in a file was made.
    pub fn insert_made(&mut self, made: Made) {
        let place = (made.locale, made.name, made.target);
        self.made.insert(place, made.source);
    }

    /// All translations that are remembered, sorted, so that equal memories give equal lists.
    pub fn entries(&self) -> Vec<Entry> {
        let mut entries: Vec<_> = self
            .entries
            .iter()
            .map(|(key, target)| Entry {
                key: key.clone(),
                target: target.clone(),
            })
            .collect();
        entries.sort_by(|a, b| {
            let by = |it: &Entry| {
                let key = &it.key;
                (
                    key.locale.clone(),
                    key.source.clone(),
                    key.context.clone(),
                    key.glossary,
                )
            };
            by(a).cmp(&by(b))
        });
        entries
    }
}

impl From<Stored> for Memory {
    fn from(stored: Stored) -> Self {
        let (entries, made) = match stored {
            Stored::Whole { entries, made } => (entries, made),
            Stored::Entries(entries) => (entries, Vec::new()),
        };
        let mut memory = Self {
            entries: entries.into_iter().map(|it| (it.key, it.target)).collect(),
            made: HashMap::new(),
        };
        for it in made {
            memory.insert_made(it);
        }
        memory
    }
}

impl From<Memory> for Stored {
    fn from(memory: Memory) -> Self {
        Self::Whole {
            entries: memory.entries(),
            made: memory.made(),
        }
    }
}

/// A fingerprint of a text that is the same on every machine.
fn fingerprint(text: &str) -> u64 {
    let mut hasher = Fnv::default();
    hasher.write(text.as_bytes());
    hasher.finish()
}

/// FNV-1a, 64 bits: the same on every machine and in every build, as a fingerprint that is stored
/// must be.
#[derive(Debug, Clone)]
pub(super) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
