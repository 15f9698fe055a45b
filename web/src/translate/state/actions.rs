//! What the person does.

use std::rc::Rc;

use ichiban_browser::storage::{self, Kept};
use ichiban_browser::{clock, files};
use ichiban_engine::protocol::{Column, Command, Job, Progress, Revision, Row};
use ichiban_engine::text::Text;
use ichiban_model::recording::SCHEME;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys;

use super::{Awaited, Run, Source, State, Target};
use crate::editor::Editor;
use crate::shell::words::t;
use crate::translate::{locales, sheet};

const LOCALES_KEY: &str = "ichiban.translate.locales";

/// The source.
impl State {
    /// Opens a text in place of the one before.
    pub(crate) fn open(self, text: String, name: Option<String>) {
        self.run.update(|run| {
            if !run.is_going() {
                *run = Run::Idle;
            }
        });
        self.notice.set(None);
        self.draft.set(None);
        self.forget_existing();
        self.style.set(None);
        self.current.set(None);
        self.source.set(Source {
            name,
            ..Source::default()
        });
        self.editor.with_value(|editor| {
            if let Some(editor) = editor {
                editor.set_text(&text);
            }
        });
        self.desk.update_value(|desk| {
            desk.text = text;
            desk.is_dirty = false;
            desk.is_edited = false;
        });
        self.colour();
        self.is_open.set(true);
        self.send_whole();
    }

    /// Closes the source and goes back to the invitation.
    pub(crate) fn close(self) {
        self.stop();
        self.desk.update_value(|desk| {
            desk.revision.0 += 1;
            desk.text.clear();
            desk.is_reading = false;
            desk.is_dirty = false;
            desk.is_edited = false;
        });
        self.sheet.update_value(sheet::Sheet::clear);
        self.tally.set(sheet::Tally::default());
        self.source.set(Source::default());
        self.forget_existing();
        self.style.set(None);
        self.run.set(Run::Idle);
        self.draft.set(None);
        self.search.set(String::new());
        self.version.update(|version| *version += 1);
        self.is_open.set(false);
    }

    /// Reads a file that the person gave. Beside an open source it may be a translation of it.
    pub(crate) fn take_file(self, file: web_sys::File) {
        let state = self;
        spawn_local(async move {
            let name = file.name();
            match files::read_text(&file, files::TEXT_LIMIT_BYTES).await {
                Ok(text) => state.take_text(text, Some(name)),
                Err(error) => state.tell(error.to_string(), true),
            }
        });
    }

    /// Takes a text that was dropped or pasted.
    pub(crate) fn take_text(self, text: String, name: Option<String>) {
        let has_source = self
            .source
            .with_untracked(|source| source.read.as_ref().is_some_and(|read| read.rows > 0));
        if !has_source {
            self.open(text, name);
            return;
        }
        let text: Rc<str> = text.into();
        let ticket = self.ticket(Awaited::Recognition {
            text: Rc::clone(&text),
            name: name.clone(),
        });
        self.send(&Command::Recognise {
            text: text.to_string(),
            file_name: name,
            ticket,
        });
    }

    /// The person typed in the editor: the worker gets the text in the next frame, or when it has
    /// read the one before.
    pub(crate) fn edited(self) {
        self.desk.update_value(|desk| {
            desk.is_dirty = true;
            desk.is_edited = true;
        });
        self.ask_to_send_edit();
    }

    pub(super) fn ask_to_send_edit(self) {
        self.edits.with_value(|edits| {
            if let Some(edits) = edits {
                edits.ask();
            }
        });
    }

    pub(super) fn send_edit(self) {
        if self
            .desk
            .with_value(|desk| desk.is_reading || !desk.is_dirty)
        {
            return;
        }
        self.desk.update_value(|desk| desk.is_dirty = false);
        let typed = self
            .editor
            .with_value(|editor| editor.as_ref().and_then(Editor::changes));
        if let Some(changes) = typed {
            self.send_source(Text::Changed(changes));
        }
    }

    /// The editor is about to go: takes over what was typed.
    pub(crate) fn leave_editor(self) {
        if self.desk.with_value(|desk| desk.is_dirty) {
            self.send_whole();
        } else {
            self.take_edit();
        }
    }

    fn take_edit(self) {
        if !self.desk.with_value(|desk| desk.is_edited) {
            return;
        }
        let taken = self.editor.with_value(|editor| {
            let editor = editor.as_ref()?;
            // The text holds them: they are not to be sent after it.
            let _held = editor.changes();
            Some(editor.text())
        });
        self.desk.update_value(|desk| {
            desk.is_edited = false;
            if let Some(text) = taken {
                desk.text = text;
            }
        });
    }

    /// Sends the source as it is now, and all of it.
    pub(in crate::translate) fn send_whole(self) {
        self.take_edit();
        self.desk.update_value(|desk| desk.is_dirty = false);
        self.send_source(Text::Whole(self.text()));
    }

    fn send_source(self, text: Text) {
        let name = self.source.with_untracked(|source| source.name.clone());
        let style = self.style.get_untracked();
        let mut revision = Revision::default();
        self.desk.update_value(|desk| {
            desk.revision.0 += 1;
            desk.is_reading = true;
            revision = desk.revision;
        });
        self.send(&Command::Open {
            revision,
            text,
            file_name: name,
            style,
        });
    }

    /// Names what placeholders look like; `None` has it detected.
    pub(crate) fn set_style(self, style: Option<String>) {
        self.style.set(style);
        self.send_whole();
    }

    /// The text as it was last taken over: what an editor starts with.
    pub(crate) fn text(self) -> String {
        self.desk.with_value(|desk| desk.text.clone())
    }

    /// The text as it is now, typed or taken over.
    pub(crate) fn text_now(self) -> String {
        let is_edited = self.desk.with_value(|desk| desk.is_edited);
        let typed = || {
            self.editor
                .with_value(|editor| editor.as_ref().map(Editor::text))
        };
        is_edited
            .then(typed)
            .flatten()
            .unwrap_or_else(|| self.text())
    }

    /// Tells a new worker all that the old one knew.
    pub(super) fn brief_again(self) {
        if self.run.with_untracked(Run::is_going) {
            self.run.set(Run::Idle);
        }
        self.leave_devices();
        let settled = self.with_sheet(sheet::Sheet::settled);
        self.send_columns();
        self.send_glossary();
        if self.is_open.get_untracked() {
            self.send_whole();
            let revision = self.desk.with_value(|desk| desk.revision);
            self.send(&Command::Restore {
                revision,
                cells: settled,
            });
        }
        self.tell(t!("translate-engine-anew"), true);
    }
}

/// The target locales.
impl State {
    pub(super) fn restore_choices(self) {
        // What cannot be read back is as good as never chosen.
        let kept: Vec<String> = storage::get(Kept::ThisBrowser, LOCALES_KEY)
            .ok()
            .flatten()
            .unwrap_or_default();
        let targets: Vec<Target> = kept.into_iter().map(|tag| self.target(tag)).collect();
        self.targets.set(targets);
        self.send_columns();
        self.restore_glossary();
    }

    fn target(self, tag: String) -> Target {
        let mut column = Column(0);
        self.desk.update_value(|desk| {
            column = Column(desk.next_column);
            desk.next_column = desk.next_column.saturating_add(1);
        });
        Target { column, tag }
    }

    /// Adds a target locale, or finds it among those there.
    pub(crate) fn add_target(self, tag: &str) -> Column {
        let known = self.targets.with_untracked(|targets| {
            targets
                .iter()
                .find(|target| target.tag.eq_ignore_ascii_case(tag))
                .map(|target| target.column)
        });
        if let Some(column) = known {
            return column;
        }
        let target = self.target(tag.to_owned());
        let column = target.column;
        self.targets.update(|targets| targets.push(target));
        self.send_columns();
        self.keep_locales();
        column
    }

    /// Takes a target locale away, with its cells.
    pub(crate) fn remove_target(self, column: Column) {
        if self
            .draft
            .with_untracked(|draft| draft.is_some_and(|draft| draft.column == column))
        {
            self.draft.set(None);
        }
        self.targets
            .update(|targets| targets.retain(|target| target.column != column));
        self.findings
            .update(|all| all.retain(|(known, _)| *known != column));
        self.differences
            .update(|all| all.retain(|(known, _)| *known != column));
        self.send_columns();
        self.review_without_gone();
        self.keep_locales();
    }

    /// Adds a column of pseudo-localisation, or fills it anew.
    pub(crate) fn pseudo(self) {
        let column = self.add_target(locales::PSEUDO);
        self.send(&Command::Pseudo { column });
    }

    /// Takes the second file as a locale's existing translation.
    pub(crate) fn take_existing(self, tag: &str) {
        let Some(second) = self.second.get_untracked() else {
            return;
        };
        self.second.set(None);
        let column = self.add_target(tag);
        self.send(&Command::Existing {
            column,
            text: second.text.to_string(),
        });
    }

    /// Takes the second file as a new source.
    pub(crate) fn take_as_source(self) {
        if let Some(second) = self.second.get_untracked() {
            self.second.set(None);
            self.open(second.text.to_string(), second.name);
        }
    }

    pub(super) fn send_columns(self) {
        let columns: Vec<(Column, String)> = self.targets.with_untracked(|targets| {
            targets
                .iter()
                .map(|target| (target.column, target.tag.clone()))
                .collect()
        });
        let numbers: Vec<Column> = columns.iter().map(|(column, _)| *column).collect();
        self.sheet.update_value(|sheet| sheet.columns(&numbers));
        self.tally.set(self.with_sheet(sheet::Sheet::tally_of_all));
        self.brief(&Command::Columns { columns });
    }

    fn keep_locales(self) {
        let tags: Vec<String> = self.targets.with_untracked(|targets| {
            targets
                .iter()
                .filter(|target| target.tag != locales::PSEUDO)
                .map(|target| target.tag.clone())
                .collect()
        });
        // Not kept means chosen again next time: nothing to bother a person with.
        let _ = storage::set(Kept::ThisBrowser, LOCALES_KEY, &tags);
    }
}

/// The run.
impl State {
    /// The columns that a model fills.
    pub(crate) fn model_columns(self) -> Vec<Column> {
        self.targets.with(|targets| {
            targets
                .iter()
                .filter(|target| target.tag != locales::PSEUDO)
                .map(|target| target.column)
                .collect()
        })
    }

    fn job(self) -> Option<Job> {
        let connection = self.app.connection_for("Translate")?;
        if connection.fault().is_some() {
            return None;
        }
        let held = self.source.with_untracked(|source| match &source.name {
            Some(name) => t!("translate-held", name = name),
            None => t!("translate-held-unnamed"),
        });
        Some(Job {
            // A server on this machine rarely answers two at once.
            parallel: if connection.is_on_this_machine() {
                1
            } else {
                Job::DEFAULT_PARALLEL
            },
            patience_ms: Job::DEFAULT_PATIENCE_MS,
            endpoint: connection.endpoint(),
            wire: connection.wire,
            model: connection.model,
            columns: untrack(|| self.model_columns()),
            allow_unchanged: self.allow_unchanged.get_untracked(),
            purpose: self.app.purpose("Translate", held, self.app.next_run()),
        })
    }

    /// Asks a model for all that is missing; or for what must be known first.
    pub(crate) fn translate(self) {
        if !self.is_open.get_untracked() || self.run.with_untracked(Run::is_going) {
            return;
        }
        if untrack(|| self.model_columns()).is_empty() {
            self.picking.set(true);
            return;
        }
        let Some(job) = self.job() else {
            self.app.open_settings();
            return;
        };
        self.begin(&job);
        self.send(&Command::Translate(job));
    }

    /// Asks again for one cell.
    pub(crate) fn ask_again(self, column: Column, row: Row) {
        if self.run.with_untracked(Run::is_going) {
            return;
        }
        let Some(mut job) = self.job() else {
            self.app.open_settings();
            return;
        };
        job.columns = vec![column];
        self.begin(&job);
        self.send(&Command::AskAgain {
            job,
            revision: self.with_sheet(sheet::Sheet::revision),
            cells: vec![(column, row)],
        });
    }

    fn begin(self, job: &Job) {
        if job.endpoint.base_url.starts_with(SCHEME)
            && let Some((text, pace)) = self.app.recording()
        {
            // Each run from its beginning.
            self.send(&Command::Load { text, pace });
        }
        self.notice.set(None);
        self.asked.set_value((job.purpose.run, clock::now_ms()));
        self.first_paint_ms.set(None);
        self.run.set(Run::Going {
            progress: Progress::default(),
            waiting: None,
        });
        self.app.announce_now(t!("translate-said-begun"));
    }

    /// Stops the run; what has settled stays.
    pub(crate) fn stop(self) {
        if self.run.with_untracked(Run::is_going) {
            self.send(&Command::Stop);
        }
    }
}
