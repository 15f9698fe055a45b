//! What is kept between visits: the translation memory, and the glossary as a file.

use ichiban_json::localise::memory::Entry;
use ichiban_json::localise::{Locale, Memory, termbase, tmx};
use ichiban_tool::Diagnostic;

use super::Engine;
use crate::library::MemoryChange;
use crate::protocol::{GlossaryEntry, MemoryCommand, Report};
use crate::source;
use crate::transport::Transport;

impl<T: Transport> Engine<T> {
    /// Takes the memory that was kept, in place of what is known of it.
    pub fn load(&mut self, memory: Memory) {
        self.library.load(memory);
    }

    /// What is to be kept of the memory since the last time, in order.
    pub fn take_changes(&mut self) -> Vec<MemoryChange> {
        self.library.take_changes()
    }

    /// Whether there is something to keep.
    pub fn has_changes(&self) -> bool {
        self.library.has_changes()
    }

    /// Tells the page why the memory cannot be kept, or, with `None`, that it is kept again.
    pub fn tell_kept(&mut self, fault: Option<String>) {
        self.reports.push(Report::MemoryKept { fault });
    }

    pub(super) fn command_memory(&mut self, command: MemoryCommand) {
        match command {
            MemoryCommand::List {
                search,
                most,
                ticket,
            } => {
                let report = list(self.library.memory(), &search, most, ticket);
                self.reports.push(report);
            }
            MemoryCommand::Forget { key } => {
                self.memory.forget(&key);
                self.library.forget(key);
            }
            MemoryCommand::Keep { entry } => self.library.keep(entry),
            MemoryCommand::ForgetAll => {
                self.memory = Memory::default();
                self.library.forget_all();
            }
            MemoryCommand::Import { bytes, ticket } => self.import(&bytes, ticket),
            MemoryCommand::Export { ticket } => self.reports.push(Report::Exported {
                ticket,
                file_name: "memory.tmx".to_owned(),
                media_type: "application/xml".to_owned(),
                bytes: tmx::write(self.library.memory(), self.source_locale()).into_bytes(),
            }),
        }
    }

    fn source_locale(&self) -> Option<&Locale> {
        self.source.as_ref()?.catalogue.locale()
    }

    fn import(&mut self, bytes: &[u8], ticket: u32) {
        let read = tmx::decode(bytes).and_then(|(text, _)| tmx::read(&text, self.source_locale()));
        match read {
            Ok(read) => {
                self.library.merge(&read.memory);
                self.reports.push(Report::MemoryImported {
                    ticket,
                    entries: source::count(read.memory.len()),
                    notices: read.notices,
                });
            }
            Err(fault) => self.refuse(&in_words(&fault), Some(ticket)),
        }
    }

    pub(super) fn set_glossary(&mut self, entries: Vec<GlossaryEntry>) {
        self.entries = entries;
        self.spread_glossary();
        self.recheck();
    }

    /// Gives each locale its terms.
    pub(super) fn spread_glossary(&mut self) {
        for target in self.table.targets_mut() {
            target.glossary = termbase::glossary(&self.entries, &target.locale);
        }
    }

    pub(super) fn read_glossary(&mut self, text: &str, ticket: u32) {
        match termbase::read_csv(text) {
            Ok(table) => self.reports.push(Report::GlossaryRead {
                ticket,
                entries: table.entries,
                notices: table.notices,
            }),
            Err(fault) => self.refuse(&in_words(&fault), Some(ticket)),
        }
    }

    pub(super) fn write_glossary(&mut self, entries: &[GlossaryEntry], ticket: u32) {
        self.reports.push(Report::Exported {
            ticket,
            file_name: "glossary.csv".to_owned(),
            media_type: "text/csv".to_owned(),
            bytes: termbase::write_csv(entries).into_bytes(),
        });
    }
}

/// The entries in which every word occurs.
fn list(memory: &Memory, search: &str, most: u32, ticket: u32) -> Report {
    let words: Vec<String> = search.split_whitespace().map(str::to_lowercase).collect();
    let mut found: Vec<Entry> = memory
        .iter()
        .filter(|(key, target)| {
            let text = format!("{} {} {target}", key.locale, key.source).to_lowercase();
            words.iter().all(|word| text.contains(word))
        })
        .map(|(key, target)| Entry {
            key: key.clone(),
            target: target.to_owned(),
        })
        .collect();
    found.sort_by(|a, b| {
        let by = |it: &'_ Entry| (it.key.source.to_lowercase(), it.key.locale.clone());
        by(a)
            .cmp(&by(b))
            .then_with(|| a.key.context.cmp(&b.key.context))
    });
    let count = source::count(found.len());
    found.truncate(most as usize);
    Report::MemoryList {
        ticket,
        total: source::count(memory.len()),
        found: count,
        entries: found,
    }
}

fn in_words(fault: &Diagnostic) -> String {
    format!(
        "Line {}, column {}: {} {}",
        fault.place.line, fault.place.column, fault.message, fault.hint
    )
}
