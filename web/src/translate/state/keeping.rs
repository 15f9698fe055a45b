//! What is kept between visits: the glossary and the translation memory.

use ichiban_browser::files;
use ichiban_browser::storage::{self, Kept};
use ichiban_engine::protocol::{Command, GlossaryEntry, MemoryCommand, MemoryEntry};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys;

use super::{Awaited, MemoryList, State};
use crate::shell::words::t;

const GLOSSARY_KEY: &str = "ichiban.translate.termbase";
/// The largest memory that is read: a million translations, about.
const MEMORY_LIMIT_BYTES: u64 = 128 * 1024 * 1024;
/// Entries that are shown at once, and how many more each time.
const PAGE: u32 = 100;

/// The glossary.
impl State {
    pub(super) fn restore_glossary(self) {
        let kept = storage::get::<Vec<GlossaryEntry>>(Kept::ThisBrowser, GLOSSARY_KEY);
        // What cannot be read back is as good as never written.
        if let Ok(Some(entries)) = kept {
            self.glossary.set(entries);
            self.send_glossary();
        }
    }

    pub(super) fn send_glossary(self) {
        let entries = self.glossary.get_untracked();
        self.brief(&Command::Glossary { entries });
    }

    /// Takes the glossary as the person wrote it.
    pub(crate) fn set_glossary(self, entries: Vec<GlossaryEntry>) {
        if let Err(error) = storage::set(Kept::ThisBrowser, GLOSSARY_KEY, &entries) {
            let reason = error.to_string();
            self.tell(t!("translate-glossary-unkept", reason = reason), true);
        }
        self.glossary.set(entries);
        self.send_glossary();
    }

    /// Reads a glossary from a CSV file; `take` gets its terms.
    pub(crate) fn read_glossary(
        self,
        file: web_sys::File,
        take: impl Fn(Vec<GlossaryEntry>) + Send + Sync + 'static,
    ) {
        let state = self;
        self.glossary_notice.set(None);
        spawn_local(async move {
            match files::read_text(&file, files::TEXT_LIMIT_BYTES).await {
                Ok(text) => {
                    let ticket = state.ticket(Awaited::Glossary(Box::new(take)));
                    state.send(&Command::ReadGlossary { text, ticket });
                }
                Err(error) => state.glossary_notice.set(Some((error.to_string(), true))),
            }
        });
    }

    /// Saves terms as a CSV file.
    pub(crate) fn save_glossary(self, entries: Vec<GlossaryEntry>) {
        let ticket = self.ticket(Awaited::Save);
        self.send(&Command::WriteGlossary { entries, ticket });
    }
}

/// The memory.
impl State {
    /// Opens the list of the memory.
    pub(crate) fn open_memory(self) {
        self.memory_search.set(String::new());
        self.memory_shown.set(PAGE);
        self.forgotten.set(Vec::new());
        self.memory_notice.set(None);
        self.memory_open.set(true);
        self.list_memory();
    }

    /// Shows more of the list.
    pub(crate) fn show_more_memory(self) {
        self.memory_shown.update(|shown| *shown += PAGE);
        self.list_memory();
    }

    /// Asks for what the memory has of what is searched for.
    pub(crate) fn list_memory(self) {
        let ticket = self.ticket(Awaited::MemoryList);
        self.send(&Command::Memory(MemoryCommand::List {
            search: self.memory_search.get_untracked(),
            most: self.memory_shown.get_untracked(),
            ticket,
        }));
    }

    pub(super) fn memory_listed(self, ticket: u32, list: MemoryList) {
        // An answer to an earlier question is of no use.
        if self.take_awaited(ticket).is_some() && ticket >= self.memory_list_ticket.get_value() {
            self.memory_list_ticket.set_value(ticket);
            self.memory_list.set(list);
        }
    }

    /// Forgets an entry; it can be taken back as long as the list is open.
    pub(crate) fn forget(self, entry: MemoryEntry) {
        self.send(&Command::Memory(MemoryCommand::Forget {
            key: entry.key.clone(),
        }));
        self.forgotten.update(|forgotten| forgotten.push(entry));
    }

    /// Takes back that an entry was forgotten.
    pub(crate) fn keep_again(self, entry: MemoryEntry) {
        self.forgotten
            .update(|forgotten| forgotten.retain(|it| it.key != entry.key));
        self.send(&Command::Memory(MemoryCommand::Keep { entry }));
    }

    /// Forgets everything.
    pub(crate) fn forget_all(self) {
        self.send(&Command::Memory(MemoryCommand::ForgetAll));
        self.forgotten.set(Vec::new());
        self.list_memory();
    }

    /// Takes over a TMX file.
    pub(crate) fn import_memory(self, file: web_sys::File) {
        let state = self;
        self.memory_notice.set(None);
        spawn_local(async move {
            match files::read_bytes(&file, MEMORY_LIMIT_BYTES).await {
                Ok(bytes) => {
                    let ticket = state.ticket(Awaited::MemoryImport);
                    state.send(&Command::Memory(MemoryCommand::Import { bytes, ticket }));
                }
                Err(error) => state.memory_notice.set(Some((error.to_string(), true))),
            }
        });
    }

    pub(super) fn memory_imported(self, entries: u32, passed_over: usize) {
        let words = match passed_over {
            0 => t!("translate-memory-imported", count = entries),
            passed => t!(
                "translate-memory-imported-some",
                count = entries,
                passed = passed
            ),
        };
        self.memory_notice.set(Some((words, false)));
        self.list_memory();
    }

    /// Saves the memory as a TMX file.
    pub(crate) fn export_memory(self) {
        let ticket = self.ticket(Awaited::Save);
        self.send(&Command::Memory(MemoryCommand::Export { ticket }));
    }
}
