//! A translation memory: what was translated once is not asked for again.

use std::collections::HashMap;
use std::hash::Hasher;

use serde::{Deserialize, Serialize};

use super::Locale;

/// Remembers translations by what they depend on: the source text, its context, the target
/// locale and the glossary's terms that stand in the text.
///
/// The page keeps it between visits: it serialises as a list of entries.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<Entry>", into = "Vec<Entry>")]
pub struct Memory {
    entries: HashMap<Key, String>,
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

    /// Whether nothing is remembered.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// All that is remembered, sorted, so that equal memories give equal lists.
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

impl From<Vec<Entry>> for Memory {
    fn from(entries: Vec<Entry>) -> Self {
        Self {
            entries: entries.into_iter().map(|it| (it.key, it.target)).collect(),
        }
    }
}

impl From<Memory> for Vec<Entry> {
    fn from(memory: Memory) -> Self {
        memory.entries()
    }
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
