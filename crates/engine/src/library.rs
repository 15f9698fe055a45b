//! The translation memory that outlives the page: what a person accepted or wrote, what they
//! imported, and from which source texts translations in files were made.
//!
//! The engine changes it and says so, change by change; whoever owns the engine keeps the changes.
//! So two pages that share a store never overwrite each other's entries.

use ichiban_json::localise::memory::{Entry, Key, Made};
use ichiban_json::localise::{Catalogue, Locale, Memory, SegmentId, Translation};

/// A change of the memory, to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MemoryChange {
    /// An entry is new, or has another translation.
    Keep(Entry),
    /// It is known from which source text a translation in a file was made.
    Made(Made),
    /// An entry is gone.
    Forget(Key),
    /// Everything is gone.
    ForgetAll,
}

/// The memory, and what of it is not kept yet.
#[derive(Default)]
pub(crate) struct Library {
    memory: Memory,
    changes: Vec<MemoryChange>,
}

impl Library {
    pub(crate) fn memory(&self) -> &Memory {
        &self.memory
    }

    /// Puts what is kept in place of what was known. Changes that are not kept yet stand.
    pub(crate) fn load(&mut self, memory: Memory) {
        self.memory = memory;
        for change in self.changes.clone() {
            self.apply(change);
        }
    }

    /// What is to be kept since the last time, in order.
    pub(crate) fn take_changes(&mut self) -> Vec<MemoryChange> {
        std::mem::take(&mut self.changes)
    }

    /// Whether there is something to keep.
    pub(crate) fn has_changes(&self) -> bool {
        !self.changes.is_empty()
    }

    /// Remembers an entry.
    pub(crate) fn keep(&mut self, entry: Entry) {
        if self.memory.get(&entry.key) != Some(&entry.target) {
            self.change(MemoryChange::Keep(entry));
        }
    }

    /// Notes that a translation is made from the source text as it is now.
    pub(crate) fn note(
        &mut self,
        source: &Catalogue,
        id: SegmentId,
        locale: &Locale,
        translation: &Translation,
    ) {
        if let Some(made) = self.memory.note(source, id, locale, translation) {
            self.changes.push(MemoryChange::Made(made));
        }
    }

    /// Forgets an entry.
    pub(crate) fn forget(&mut self, key: Key) {
        self.change(MemoryChange::Forget(key));
    }

    /// Forgets everything.
    pub(crate) fn forget_all(&mut self) {
        self.change(MemoryChange::ForgetAll);
    }

    /// Takes over what another memory has.
    pub(crate) fn merge(&mut self, other: &Memory) {
        for entry in other.entries() {
            self.keep(entry);
        }
        for made in other.made() {
            self.change(MemoryChange::Made(made));
        }
    }

    fn change(&mut self, change: MemoryChange) {
        self.apply(change.clone());
        self.changes.push(change);
    }

    fn apply(&mut self, change: MemoryChange) {
        match change {
            MemoryChange::Keep(entry) => self.memory.insert(entry.key, entry.target),
            MemoryChange::Made(made) => self.memory.insert_made(made),
            MemoryChange::Forget(key) => self.memory.forget(&key),
            MemoryChange::ForgetAll => self.memory = Memory::default(),
        }
    }
}
