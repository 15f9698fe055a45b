//! The translation memory as records of a store: one for each entry, so that two pages which share
//! the store change no record but those they mean.

use ichiban_json::localise::memory::{Entry, Key, Made};
use ichiban_json::localise::{Locale, Memory};

use crate::library::MemoryChange;

/// The store of translations.
pub const TRANSLATIONS: &str = "translations";
/// The store of what translations in files were made from.
pub const MADE: &str = "made";

/// A change of the stores.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RecordChange {
    /// A record is written, in place of one with the same key.
    Put {
        /// The store.
        store: &'static str,
        /// The key.
        key: String,
        /// The value.
        value: String,
    },
    /// A record goes.
    Delete {
        /// The store.
        store: &'static str,
        /// The key.
        key: String,
    },
    /// Every record of both stores goes.
    Clear,
}

impl From<MemoryChange> for RecordChange {
    fn from(change: MemoryChange) -> Self {
        match change {
            MemoryChange::Keep(entry) => Self::Put {
                store: TRANSLATIONS,
                key: name(&entry.key),
                value: entry.target,
            },
            MemoryChange::Forget(key) => Self::Delete {
                store: TRANSLATIONS,
                key: name(&key),
            },
            MemoryChange::Made(made) => Self::Put {
                store: MADE,
                key: text(&(made.locale.as_str(), &made.name, hex(made.target))),
                value: hex(made.source),
            },
            MemoryChange::ForgetAll => Self::Clear,
        }
    }
}

/// A memory from its records. A record that cannot be read is passed over: another version of this
/// program wrote it, and may want it.
pub fn memory(
    translations: impl IntoIterator<Item = (String, String)>,
    made: impl IntoIterator<Item = (String, String)>,
) -> Memory {
    let mut memory = Memory::default();
    for entry in translations.into_iter().filter_map(entry) {
        memory.insert(entry.key, entry.target);
    }
    for it in made.into_iter().filter_map(origin) {
        memory.insert_made(it);
    }
    memory
}

fn name(key: &Key) -> String {
    text(&(
        key.locale.as_str(),
        &key.source,
        &key.context,
        hex(key.glossary),
    ))
}

fn entry((key, target): (String, String)) -> Option<Entry> {
    let (locale, source, context, glossary): (Locale, String, String, String) =
        serde_json::from_str(&key).ok()?;
    Some(Entry {
        key: Key {
            source,
            context,
            locale,
            glossary: number(&glossary)?,
        },
        target,
    })
}

fn origin((key, source): (String, String)) -> Option<Made> {
    let (locale, name, target): (Locale, String, String) = serde_json::from_str(&key).ok()?;
    Some(Made {
        locale,
        name,
        target: number(&target)?,
        source: number(&source)?,
    })
}

/// A key of several parts as text. Lists of texts can always be written as JSON.
fn text<T: serde::Serialize>(parts: &T) -> String {
    serde_json::to_string(parts).unwrap_or_default()
}

fn hex(number: u64) -> String {
    format!("{number:016x}")
}

fn number(hex: &str) -> Option<u64> {
    u64::from_str_radix(hex, 16).ok()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use proptest::prelude::*;

    fn apply(records: &mut BTreeMap<(&'static str, String), String>, change: MemoryChange) {
        match RecordChange::from(change) {
            RecordChange::Put { store, key, value } => {
                records.insert((store, key), value);
            }
            RecordChange::Delete { store, key } => {
                records.remove(&(store, key));
            }
            RecordChange::Clear => records.clear(),
        }
    }

    fn read(records: &BTreeMap<(&'static str, String), String>) -> Memory {
        let of = |wanted: &'static str| {
            records
                .iter()
                .filter(move |((store, _), _)| *store == wanted)
                .map(|((_, key), value)| (key.clone(), value.clone()))
        };
        memory(of(TRANSLATIONS), of(MADE))
    }

    fn key(source: &str, context: &str, locale: &str, glossary: u64) -> Key {
        Key {
            source: source.to_owned(),
            context: context.to_owned(),
            locale: locale.parse().unwrap(),
            glossary,
        }
    }

    proptest! {
        #[test]
        fn a_memory_comes_back_from_its_records(
            entries in proptest::collection::vec(
                (".{0,6}", ".{0,3}", prop_oneof!["de", "pt-BR"], any::<u64>(), ".{0,6}"), 0..6),
            forgotten in any::<prop::sample::Index>(),
        ) {
            let mut records = BTreeMap::new();
            let mut expected = Memory::default();
            for (source, context, locale, glossary, target) in &entries {
                let key = key(source, context, locale, *glossary);
                expected.insert(key.clone(), target.clone());
                apply(&mut records, MemoryChange::Keep(Entry { key, target: target.clone() }));
                let made = Made {
                    locale: locale.parse().unwrap(),
                    name: source.clone(),
                    target: *glossary,
                    source: glossary.wrapping_mul(3),
                };
                expected.insert_made(made.clone());
                apply(&mut records, MemoryChange::Made(made));
            }
            prop_assert_eq!(&read(&records), &expected);
            if !entries.is_empty() {
                let (source, context, locale, glossary, _) = forgotten.get(&entries);
                let key = key(source, context, locale, *glossary);
                expected.forget(&key);
                apply(&mut records, MemoryChange::Forget(key));
                prop_assert_eq!(read(&records), expected);
            }
            apply(&mut records, MemoryChange::ForgetAll);
            prop_assert!(records.is_empty());
        }
    }

    #[test]
    fn a_record_of_another_version_is_passed_over() {
        let strange = [("{}".to_owned(), "x".to_owned())];
        assert!(memory(strange.clone(), strange).is_empty());
    }
}
