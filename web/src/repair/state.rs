//! What the repair tool knows: signals that the views read, changed by what the person does and by
//! what the worker reports.

use std::ops::Deref;

use ichiban_browser::{clipboard, files};
use ichiban_engine::data::protocol::{Change, Command, Job, Report, SampleId};
use ichiban_engine::text::Text;
use ichiban_tool::Diagnostic;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::{App, Passed};
use crate::data::{Data, Jobs};
use crate::editor::Editor;
use crate::jobs::{Lost, Work};
use crate::shell::editor_host::Kept;
use crate::shell::intake::Given;
use crate::shell::notice::Notice;
use crate::shell::route::Route;
use crate::shell::words::t;

/// The number under which the worker knows the text.
const SAMPLE: SampleId = SampleId(0);

/// What is known of the text in the editor.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) enum Verdict {
    /// It has not been looked at.
    #[default]
    Unread,
    /// There is nothing to look at.
    Blank,
    /// It is valid JSON: nothing was changed.
    Valid,
    /// It was repaired.
    Repaired,
    /// It cannot be repaired. What is shown is of an earlier text.
    Beyond(Diagnostic),
    /// The worker has not answered.
    Lost(Lost),
}

/// A repaired text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Output {
    /// What was changed, in order: the first of many.
    pub(crate) changes: Vec<Change>,
    /// How many changes there are.
    pub(crate) total: u32,
    /// Its size, in bytes.
    pub(crate) bytes: u64,
    /// Its lines.
    pub(crate) lines: u32,
    /// The lines that are shown, if not all.
    pub(crate) shown: Option<u32>,
    /// How long it took, in milliseconds.
    pub(crate) took_ms: f64,
}

/// What to do with the whole output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Handover {
    /// Save it as a file.
    Save,
    /// Put it on the clipboard.
    Copy,
    /// Put it in place of the broken text.
    Apply,
    /// Open it in another tool.
    Pass(Route),
}

/// What is kept and not shown.
#[derive(Default)]
struct Desk {
    /// The text. The editor's is newer while the person types.
    text: String,
    /// Whether the editor holds text that `text` does not.
    is_edited: bool,
    /// Whether the worker has the text, but for what was typed since.
    is_sent: bool,
    /// What is shown of the output.
    excerpt: String,
}

/// The state of the tool, for as long as the page lives. A handle: copies mean the same state.
#[derive(Clone, Copy)]
pub(crate) struct State(&'static Signals);

impl Deref for State {
    type Target = Signals;

    fn deref(&self) -> &Signals {
        self.0
    }
}

/// What a [`State`] consists of.
pub(crate) struct Signals {
    /// The rest of the app.
    pub(crate) app: App,
    /// The repairs.
    pub(crate) jobs: Jobs,
    /// The editor of the broken text, once it is there.
    pub(crate) editor: Kept,
    /// The editor that shows the repaired text, once it is there.
    pub(crate) reader: Kept,
    desk: StoredValue<Desk, LocalStorage>,

    /// Whether there is a text; without one the page invites.
    pub(crate) is_open: RwSignal<bool>,
    /// The name of the file it came from.
    pub(crate) name: RwSignal<Option<String>>,
    /// What is known of it.
    pub(crate) verdict: RwSignal<Verdict>,
    /// The last repair.
    pub(crate) output: RwSignal<Option<Output>>,
    /// The change that was last looked at.
    pub(crate) current: RwSignal<Option<usize>>,
    /// The text as it was before the repair was put in its place.
    pub(crate) before: RwSignal<Option<String>>,
    /// A message that passes.
    pub(crate) notice: RwSignal<Option<Notice>>,
}

impl State {
    /// The state of a tool with nothing open, and its worker. To be made once: it is never freed.
    pub(crate) fn new(app: App) -> Self {
        let state = Self(Box::leak(Box::new(Signals {
            app,
            jobs: Jobs::new(),
            editor: StoredValue::new_local(None),
            reader: StoredValue::new_local(None),
            desk: StoredValue::new_local(Desk::default()),
            is_open: RwSignal::default(),
            name: RwSignal::default(),
            verdict: RwSignal::default(),
            output: RwSignal::default(),
            current: RwSignal::default(),
            before: RwSignal::default(),
            notice: RwSignal::default(),
        })));
        state.jobs.start(Repairs(state));
        state
    }

    /// Shows a message that passes.
    pub(crate) fn tell(self, text: impl Into<String>, is_bad: bool) {
        self.notice.set(Some(Notice {
            text: text.into(),
            is_bad,
        }));
    }

    /// Whether the output in view is of an earlier text.
    pub(crate) fn is_stale(self) -> bool {
        self.verdict
            .with(|verdict| matches!(verdict, Verdict::Beyond(_) | Verdict::Lost(_)))
            && self.output.with(Option::is_some)
    }

    /// Whether there is a repair that differs from the text in the editor.
    pub(crate) fn is_repaired(self) -> bool {
        self.verdict.with(|verdict| *verdict == Verdict::Repaired)
    }
}

/// The text.
impl State {
    /// Takes what was pasted, dropped or chosen.
    pub(crate) fn take(self, given: Given) {
        match given {
            Given::Text(text) => self.open(text, None),
            Given::Files(files) => match <[_; 1]>::try_from(files) {
                Ok([file]) => spawn_local(async move {
                    let name = file.name();
                    match files::read_text(&file, files::TEXT_LIMIT_BYTES).await {
                        Ok(text) => self.open(text, Some(name)),
                        Err(error) => self.tell(error.to_string(), true),
                    }
                }),
                Err(_) => self.tell(t!("repair-one-file"), true),
            },
        }
    }

    /// Opens a text in place of the one before.
    pub(crate) fn open(self, text: String, name: Option<String>) {
        self.name.set(name);
        self.before.set(None);
        self.notice.set(None);
        self.verdict.set(Verdict::Unread);
        self.output.set(None);
        self.put(text);
        self.is_open.set(true);
    }

    fn put(self, text: String) {
        self.editor.with_value(|editor| {
            if let Some(editor) = editor {
                editor.set_text(&text);
            }
        });
        self.desk.update_value(|desk| {
            desk.text = text;
            desk.is_edited = false;
            desk.is_sent = false;
        });
        self.want();
    }

    /// Closes the text and goes back to the invitation.
    pub(crate) fn close(self) {
        self.jobs.stop();
        self.desk.set_value(Desk::default());
        self.output.set(None);
        self.verdict.set(Verdict::Unread);
        self.before.set(None);
        self.notice.set(None);
        self.current.set(None);
        self.name.set(None);
        self.is_open.set(false);
    }

    /// The person typed in the editor.
    pub(crate) fn edited(self) {
        self.desk.update_value(|desk| desk.is_edited = true);
        // What was put in place is the person's own from now on; the editor can undo it still.
        self.before.set(None);
        self.want();
    }

    pub(super) fn want(self) {
        self.jobs.want();
    }

    /// The text as it was last taken over.
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

    /// Takes over what was typed.
    pub(crate) fn take_edit(self) {
        if !self.desk.with_value(|desk| desk.is_edited) {
            return;
        }
        let taken = self.editor.with_value(|editor| {
            let editor = editor.as_ref()?;
            Some((editor.text(), editor.changes().is_some()))
        });
        self.desk.update_value(|desk| {
            desk.is_edited = false;
            if let Some((text, is_unsent)) = taken {
                desk.text = text;
                desk.is_sent &= !is_unsent;
            }
        });
    }

    /// What the worker has not got: the whole text, or what was typed since.
    fn unsent(self) -> Option<Text> {
        if self.desk.with_value(|desk| desk.is_sent) {
            return self
                .editor
                .with_value(|editor| editor.as_ref().and_then(Editor::changes))
                .map(Text::Changed);
        }
        self.take_edit();
        self.desk.update_value(|desk| desk.is_sent = true);
        Some(Text::Whole(self.text()))
    }

    /// Shows what is known in the editors.
    pub(crate) fn show(self) {
        self.reader.with_value(|reader| {
            if let Some(reader) = reader {
                self.desk.with_value(|desk| reader.follow(&desk.excerpt));
            }
        });
        self.editor.with_value(|editor| {
            let Some(editor) = editor else { return };
            self.verdict.with_untracked(|verdict| match verdict {
                Verdict::Beyond(diagnostic) => {
                    editor.set_problems(std::slice::from_ref(diagnostic));
                }
                _ => editor.set_problems(&[]),
            });
        });
    }

    /// Selects a change in both texts.
    pub(crate) fn point_at(self, at: usize, takes_focus: bool) {
        let places = self.output.with_untracked(|output| {
            let change = output.as_ref()?.changes.get(at)?;
            Some((change.before, change.after))
        });
        let Some((before, after)) = places else {
            return;
        };
        self.current.set(Some(at));
        self.reader.with_value(|reader| {
            if let Some(reader) = reader {
                reader.select(after, false);
            }
        });
        self.editor.with_value(|editor| {
            if let Some(editor) = editor {
                editor.select(before, takes_focus);
            }
        });
    }
}

/// What becomes of it.
impl State {
    /// Hands the whole output over.
    pub(crate) fn hand_over(self, handover: Handover) {
        self.whole(move |text| self.give(handover, text));
    }

    /// Has the whole repaired text told, if there is one.
    pub(super) fn whole(self, then: impl FnOnce(String) + 'static) {
        let Some(output) = self.output.get_untracked() else {
            return;
        };
        if output.shown.is_none() {
            then(self.desk.with_value(|desk| desk.excerpt.clone()));
            return;
        }
        let asked = self.jobs.whole(move |bytes| {
            then(String::from_utf8_lossy(&bytes).into_owned());
        });
        if let Err(reason) = asked {
            self.tell(reason, true);
        }
    }

    fn give(self, handover: Handover, text: String) {
        let name = self.file_name();
        match handover {
            Handover::Save => match files::download(&name, "application/json", text.as_bytes()) {
                Ok(()) => self.tell(t!("repair-saved", file = name), false),
                Err(error) => self.tell(error.to_string(), true),
            },
            Handover::Copy => spawn_local(async move {
                match clipboard::write_text(&text).await {
                    Ok(()) => self.tell(t!("repair-copied", file = name), false),
                    Err(error) => self.tell(error.to_string(), true),
                }
            }),
            Handover::Apply => {
                self.take_edit();
                let before = self.text();
                self.put(text);
                self.before.set(Some(before));
                self.app.announce_now(t!("repair-said-applied"));
            }
            Handover::Pass(to) => self.app.pass(Passed {
                to,
                text,
                name: self.name.get_untracked(),
                format: None,
            }),
        }
    }

    /// Puts the text back as it was before the repair took its place.
    pub(crate) fn undo(self) {
        if let Some(before) = self.before.get_untracked() {
            self.put(before);
            self.before.set(None);
            self.app.announce_now(t!("repair-said-undone"));
        }
    }

    pub(super) fn file_name(self) -> String {
        let name = self.name.get_untracked();
        let name = name.as_deref().unwrap_or("repaired.json");
        if name.to_ascii_lowercase().ends_with(".json") {
            name.to_owned()
        } else {
            format!("{name}.json")
        }
    }
}

/// The tool's side of its jobs.
struct Repairs(State);

impl Work<Data> for Repairs {
    fn send(&self, job: Job) -> bool {
        let Self(state) = *self;
        let sample = state.unsent().map(|text| Command::Sample {
            sample: SAMPLE,
            text,
            file_name: None,
            format: None,
        });
        let repair = Command::Repair {
            job,
            sample: SAMPLE,
        };
        for command in sample.iter().chain([&repair]) {
            if let Err(reason) = state.jobs.send(command) {
                state.tell(reason, true);
                return false;
            }
        }
        true
    }

    fn hear(&self, report: Report, took_ms: f64) {
        let Self(state) = *self;
        match report {
            Report::Repaired {
                output,
                changes,
                total,
                ..
            } => {
                let shown = (!output.is_whole())
                    .then(|| u32::try_from(output.text.lines().count()).unwrap_or(u32::MAX));
                state.desk.update_value(|desk| desk.excerpt = output.text);
                state.current.set(None);
                state.output.set(Some(Output {
                    changes,
                    total,
                    bytes: output.bytes,
                    lines: output.lines,
                    shown,
                    took_ms,
                }));
                state.judge(if total == 0 {
                    Verdict::Valid
                } else {
                    Verdict::Repaired
                });
            }
            Report::Unrepaired { diagnostic, .. } => state.judge(Verdict::Beyond(diagnostic)),
            Report::Blank { .. } => {
                state.desk.update_value(|desk| desk.excerpt.clear());
                state.output.set(None);
                state.judge(Verdict::Blank);
            }
            Report::Refused { message } => state.tell(message, true),
            Report::Ready { .. }
            | Report::Converted { .. }
            | Report::Unconverted { .. }
            | Report::Unknown { .. }
            | Report::Whole { .. } => {}
        }
    }

    fn is_new(&self) {
        self.0.desk.update_value(|desk| desk.is_sent = false);
    }

    fn lost(&self, lost: Lost) {
        self.0.judge(Verdict::Lost(lost));
    }
}

impl State {
    fn judge(self, verdict: Verdict) {
        if self.verdict.with_untracked(|known| *known != verdict) {
            let total = self
                .output
                .with_untracked(|output| output.as_ref().map_or(0, |output| output.total));
            match &verdict {
                Verdict::Unread | Verdict::Blank => {}
                Verdict::Valid => self.app.announce(t!("repair-said-valid")),
                Verdict::Repaired => self.app.announce(t!("repair-said-repaired", count = total)),
                Verdict::Beyond(_) => self.app.announce(t!("repair-said-beyond")),
                Verdict::Lost(_) => self.app.announce(t!("repair-said-lost")),
            }
            self.verdict.set(verdict);
        }
        self.show();
    }
}
