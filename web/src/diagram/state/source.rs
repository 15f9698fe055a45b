//! What a diagram is made of, if it is made of something.

use std::collections::BTreeMap;
use std::time::Duration;

use ichiban_engine::diagram::source::{Command, File, Report, Source};
use ichiban_engine::job::Job;
use ichiban_tool::Diagnostic;
use leptos::prelude::*;

use super::{Document, LIMIT, Reading, Side, State};
use crate::jobs::{Lost, Work};
use crate::shell::words::t;

/// What was made of a source.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Made {
    /// The kind it was taken for; none if it is of no kind that is known.
    pub(crate) kind: Option<String>,
    /// The kinds it may be.
    pub(crate) likely: Vec<String>,
    /// What was left out, a sentence each.
    pub(crate) left_out: Vec<String>,
    /// What is not as it should be in the files.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// Why there is no diagram.
    pub(crate) trouble: Option<Trouble>,
}

/// Why no diagram was made.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Trouble {
    /// The files cannot be read or drawn: why, and where if that is known.
    Unmade(String, Option<(u32, Diagnostic)>),
    /// The worker has not answered.
    Lost(Lost),
}

impl Made {
    /// What is wrong with a file.
    pub(super) fn problems(&self, file: u32) -> Vec<Diagnostic> {
        match &self.trouble {
            Some(Trouble::Unmade(_, Some((at, diagnostic)))) if *at == file => {
                vec![diagnostic.clone()]
            }
            // Which file a warning is of is not told.
            None if file == 0 => self.diagnostics.clone(),
            _ => Vec::new(),
        }
    }
}

impl State {
    /// Opens files to make a diagram of.
    pub(crate) fn open_source(self, read: Vec<(Option<String>, String)>, kind: Option<String>) {
        self.clear();
        let name = match &read[..] {
            [(name, _)] => name.clone(),
            several => Some(t!("diagram-files", count = several.len())),
        };
        self.name.set(name);
        let names = read.iter().enumerate().map(|(at, (name, _))| {
            name.clone()
                .unwrap_or_else(|| t!("diagram-file", number = at + 1))
        });
        self.files.set(names.collect());
        self.kind.set(kind);
        let files = read
            .into_iter()
            .map(|(name, text)| File { name, text })
            .collect();
        self.desk.update_value(|desk| desk.files = files);
        self.is_open.set(true);
        self.side.set(Side::Picture);
        self.show(Document::Source(0));
        self.want_made();
    }

    /// Has the diagram made anew soon.
    pub(super) fn want_made(self) {
        self.readings.want();
    }

    /// Takes the files for another kind; none for the likeliest.
    pub(crate) fn choose_kind(self, kind: Option<String>) {
        self.kind.set(kind);
        self.want_made();
    }

    /// Takes the source for a diagram after all.
    pub(crate) fn take_for_diagram(self) {
        self.take_edit();
        let text = self.document_text();
        let name = self.name.get_untracked();
        self.open_diagram(text, name);
    }

    /// The kind of the source: the one chosen, or the one it was taken for.
    pub(crate) fn source(self) -> Option<Source> {
        let name = self
            .kind
            .get()
            .or_else(|| self.made.with(|made| made.as_ref()?.kind.clone()))?;
        self.sources
            .with(|sources| sources.iter().find(|source| source.name == name).cloned())
    }

    pub(super) fn source_extension(self) -> String {
        untrack(|| self.source())
            .map(|source| source.extension)
            .filter(|extension| !extension.is_empty())
            .or_else(|| {
                let name = self.name.get_untracked()?;
                Some(name.rsplit_once('.')?.1.to_ascii_lowercase())
            })
            .unwrap_or_default()
    }

    /// What was chosen of a setting of the source.
    pub(crate) fn chosen(self, setting: &str) -> Option<String> {
        let kind = self.source()?.name;
        self.choices
            .with(|choices| choices.get(&kind)?.get(setting).cloned())
    }

    /// Chooses; `None` goes back to what is taken if nothing is said.
    pub(crate) fn choose(self, setting: &str, value: Option<String>) {
        let Some(kind) = untrack(|| self.source()).map(|source| source.name) else {
            return;
        };
        self.choices.update(|choices| {
            let choices = choices.entry(kind).or_default();
            match value {
                Some(value) => choices.insert(setting.to_owned(), value),
                None => choices.remove(setting),
            };
        });
        self.want_made();
    }
}

/// The tool's side of making diagrams.
pub(super) struct Readings(pub(super) State);

impl Work<Reading> for Readings {
    fn limit(&self) -> Option<Duration> {
        Some(LIMIT)
    }

    fn send(&self, job: Job) -> bool {
        let Self(state) = *self;
        state.take_edit();
        let source = untrack(|| state.source()).map(|source| source.name);
        let settings: BTreeMap<String, String> = source
            .as_ref()
            .and_then(|kind| {
                state
                    .choices
                    .with_untracked(|choices| choices.get(kind).cloned())
            })
            .unwrap_or_default();
        // Without a choice, what is typed may come to look like another kind.
        let chosen = state.kind.get_untracked();
        let wanted = chosen.or(source.filter(|_| !settings.is_empty()));
        let files = state.desk.with_value(|desk| desk.files.clone());
        if files.iter().all(|file| file.text.trim().is_empty()) {
            return false;
        }
        state.desk.update_value(|desk| desk.is_making = true);
        let sent = state.readings.send(&Command::Make {
            job,
            files,
            source: wanted,
            settings: settings.into_iter().collect(),
        });
        if let Err(reason) = &sent {
            state.tell(reason, true);
        }
        sent.is_ok()
    }

    fn hear(&self, report: Report, _took_ms: f64) {
        let Self(state) = *self;
        if !matches!(report, Report::Ready { .. }) && !state.stop_waiting() {
            return;
        }
        match report {
            Report::Ready { sources } => {
                if state.sources.with_untracked(|known| *known != sources) {
                    state.sources.set(sources);
                }
            }
            Report::Made {
                source,
                likely,
                text,
                diagnostics,
                left_out,
                ..
            } => {
                state.made.set(Some(Made {
                    kind: Some(source),
                    likely,
                    left_out,
                    diagnostics,
                    trouble: None,
                }));
                state.colour();
                if state.text() != text {
                    state.put(text);
                }
                state.show_problems();
            }
            Report::Unmade {
                source,
                likely,
                message,
                place,
                ..
            } => {
                if likely.is_empty() && state.kind.get_untracked().is_none() {
                    // Nothing that is known: what is wrong with it as a diagram says more.
                    return state.take_for_diagram();
                }
                state.trouble(source, likely, Trouble::Unmade(message, place));
                state.colour();
            }
            Report::Refused { message } => state.tell(message, true),
        }
    }

    fn lost(&self, lost: Lost) {
        if self.0.stop_waiting() {
            self.0.trouble(None, Vec::new(), Trouble::Lost(lost));
        }
    }
}

impl State {
    /// Waits for a diagram no longer; whether it did.
    fn stop_waiting(self) -> bool {
        let mut is_making = false;
        self.desk
            .update_value(|desk| is_making = std::mem::take(&mut desk.is_making));
        is_making
    }

    fn trouble(self, kind: Option<String>, likely: Vec<String>, trouble: Trouble) {
        self.made.update(|made| {
            let before = made.take();
            *made = Some(Made {
                kind: kind.or_else(|| before.as_ref()?.kind.clone()),
                likely,
                left_out: Vec::new(),
                diagnostics: Vec::new(),
                trouble: Some(trouble),
            });
        });
        self.app.announce(t!("diagram-said-unmade"));
        self.show_problems();
    }

    /// Colours the source as what it turned out to be.
    fn colour(self) {
        if matches!(self.document.get_untracked(), Document::Source(_)) {
            let extension = self.source_extension();
            self.editor.with_value(|editor| {
                if let Some(editor) = editor {
                    editor.set_language(&extension);
                }
            });
        }
    }
}
