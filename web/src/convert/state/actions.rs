//! What the person does.

use ichiban_browser::storage::{self, Kept};
use ichiban_browser::{clipboard, files};
use ichiban_engine::data::protocol::{Choice, Command, Format, SampleId, Target};
use ichiban_engine::text::Text;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys;

use super::{Choices, Sample, State};
use crate::app::Passed;
use crate::editor::Editor;
use crate::shell::intake::Given;
use crate::shell::route::Route;
use crate::shell::words::t;

const TARGET_KEY: &str = "ichiban.convert.target";
const CHOICES_KEY: &str = "ichiban.convert.choices";

/// What to do with the whole output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Handover {
    /// Save it as a file.
    Save,
    /// Put it on the clipboard.
    Copy,
}

/// Samples.
impl State {
    /// Takes what was pasted, dropped or chosen: in place of the samples, or beside them.
    pub(crate) fn take(self, given: Given) {
        match given {
            Given::Text(text) => {
                self.drop_blank();
                self.add(text, None);
            }
            Given::Files(files) => {
                self.drop_blank();
                for file in files {
                    self.take_file(file);
                }
            }
        }
    }

    fn take_file(self, file: web_sys::File) {
        let state = self;
        spawn_local(async move {
            let name = file.name();
            match files::read_text(&file, files::TEXT_LIMIT_BYTES).await {
                Ok(text) => state.add(text, Some(name)),
                Err(error) => state.tell(error.to_string(), true),
            }
        });
    }

    /// Opens one text in place of all samples.
    pub(crate) fn open(self, text: String, name: Option<String>) {
        self.close();
        self.add(text, name);
    }

    /// Takes a text from another tool: in place of the sample that it was given, if that is still
    /// there, or else in place of all.
    pub(crate) fn take_back(self, text: String, name: Option<String>) {
        let mut lent = None;
        self.desk.update_value(|desk| lent = desk.lent.take());
        let is_there = |id: &SampleId| {
            self.samples
                .with_untracked(|samples| samples.iter().any(|sample| sample.id == *id))
        };
        match lent.filter(is_there) {
            Some(id) => {
                self.desk.update_value(|desk| {
                    desk.texts.insert(id, text);
                    desk.unsent.push(id);
                });
                self.bring(id);
                self.want();
            }
            None => self.open(text, name),
        }
    }

    /// Adds a sample and shows it.
    pub(crate) fn add(self, text: String, name: Option<String>) {
        let mut id = SampleId(0);
        self.take_edit();
        self.desk.update_value(|desk| {
            desk.next_sample += 1;
            id = SampleId(desk.next_sample);
            desk.texts.insert(id, text);
            desk.unsent.push(id);
        });
        self.samples.update(|samples| {
            samples.push(Sample {
                id,
                name,
                chosen: None,
                found: None,
            });
        });
        self.bring(id);
        self.want();
    }

    /// Brings a sample into the editor.
    pub(crate) fn show(self, id: SampleId) {
        if self.current.get_untracked() != id {
            self.take_edit();
            self.bring(id);
        }
    }

    fn bring(self, id: SampleId) {
        self.current.set(id);
        let text = self.text();
        self.editor.with_value(|editor| {
            if let Some(editor) = editor {
                editor.show(id.0, &text);
            }
        });
        self.colour_input();
        self.show_problems();
    }

    /// Takes a sample away; with the last one the page invites again.
    pub(crate) fn remove(self, id: SampleId) {
        let (at, count) = self.samples.with_untracked(|samples| {
            let at = samples.iter().position(|it| it.id == id);
            (at.unwrap_or(0), samples.len())
        });
        if count <= 1 {
            self.close();
            return;
        }
        self.take_edit();
        self.samples
            .update(|samples| samples.retain(|sample| sample.id != id));
        let next = self
            .samples
            .with_untracked(|samples| samples.get(at.min(count - 2)).map(|sample| sample.id));
        if let Some(next) = next.filter(|_| self.current.get_untracked() == id) {
            self.bring(next);
        }
        self.forget(id);
        self.want();
    }

    /// Closes all samples and goes back to the invitation.
    pub(crate) fn close(self) {
        self.jobs.stop();
        let ids: Vec<_> = self
            .samples
            .with_untracked(|samples| samples.iter().map(|sample| sample.id).collect());
        self.samples.set(Vec::new());
        for id in ids {
            self.forget(id);
        }
        self.desk.update_value(|desk| {
            desk.is_edited = false;
            desk.excerpt.clear();
        });
        self.output.set(None);
        self.trouble.set(None);
        self.notice.set(None);
        self.query.set(String::new());
        self.root.set(String::new());
    }

    fn forget(self, id: SampleId) {
        self.desk.update_value(|desk| {
            desk.texts.remove(&id);
            desk.unsent.retain(|known| *known != id);
        });
        self.editor.with_value(|editor| {
            if let Some(editor) = editor {
                editor.forget(id.0);
            }
        });
    }

    /// Takes away a sample that was begun and never filled: what is given takes its place.
    fn drop_blank(self) {
        self.take_edit();
        let blank = self.samples.with_untracked(|samples| match &samples[..] {
            [only] => self.desk.with_value(|desk| {
                desk.texts
                    .get(&only.id)
                    .is_none_or(|text| text.trim().is_empty())
            }),
            _ => false,
        });
        if blank {
            self.close();
        }
    }

    /// The person typed in the editor.
    pub(crate) fn edited(self) {
        self.desk.update_value(|desk| desk.is_edited = true);
        self.want();
    }

    /// Has the samples converted as they are now.
    pub(crate) fn want(self) {
        self.jobs.want();
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
        let current = self.current.get_untracked();
        self.desk.update_value(|desk| {
            desk.is_edited = false;
            if let Some((text, is_unsent)) = taken {
                desk.texts.insert(current, text);
                if is_unsent {
                    desk.unsent.push(current);
                }
            }
        });
    }

    /// What the worker has not got of the samples: some whole, of the one in the editor what was
    /// typed since.
    pub(super) fn unsent(self) -> Vec<Command> {
        let current = self.current.get_untracked();
        if self.desk.with_value(|desk| desk.unsent.contains(&current)) {
            self.take_edit();
        }
        let mut whole = Vec::new();
        self.desk
            .update_value(|desk| whole = std::mem::take(&mut desk.unsent));
        let typed = self
            .editor
            .with_value(|editor| editor.as_ref().and_then(Editor::changes));
        let command = |sample: &Sample| {
            let text = if whole.contains(&sample.id) {
                let texts = self
                    .desk
                    .with_value(|desk| desk.texts.get(&sample.id).cloned());
                Text::Whole(texts.unwrap_or_default())
            } else {
                Text::Changed(typed.clone().filter(|_| sample.id == current)?)
            };
            Some(Command::Sample {
                sample: sample.id,
                text,
                file_name: sample.name.clone(),
                format: sample.chosen.clone(),
            })
        };
        self.samples
            .with_untracked(|samples| samples.iter().filter_map(command).collect())
    }

    /// The text of the sample in view, as it was last taken over.
    pub(crate) fn text(self) -> String {
        let current = self.current.get_untracked();
        self.desk
            .with_value(|desk| desk.texts.get(&current).cloned())
            .unwrap_or_default()
    }

    /// Every sample: the name of its file, and its text.
    pub(crate) fn texts(self) -> Vec<(Option<String>, String)> {
        self.take_edit();
        self.samples.with_untracked(|samples| {
            self.desk.with_value(|desk| {
                let text = |sample: &Sample| desk.texts.get(&sample.id).cloned();
                let texts = samples.iter();
                texts
                    .filter_map(|sample| Some((sample.name.clone(), text(sample)?)))
                    .collect()
            })
        })
    }

    /// The samples as they are now, typed or taken over.
    pub(crate) fn texts_now(self) -> Vec<(Option<String>, String)> {
        let is_edited = self.desk.with_value(|desk| desk.is_edited);
        let typed = self
            .editor
            .with_value(|editor| editor.as_ref().filter(|_| is_edited).map(Editor::text));
        let current = self.current.get_untracked();
        self.samples.with_untracked(|samples| {
            self.desk.with_value(|desk| {
                let text = |sample: &Sample| match &typed {
                    Some(typed) if sample.id == current => Some(typed.clone()),
                    _ => desk.texts.get(&sample.id).cloned(),
                };
                let texts = samples.iter();
                texts
                    .filter_map(|sample| Some((sample.name.clone(), text(sample)?)))
                    .collect()
            })
        })
    }

    /// The sample's editor is there.
    pub(crate) fn editor_is_there(self) {
        let current = self.current.get_untracked();
        self.editor.with_value(|editor| {
            if let Some(editor) = editor {
                editor.name(current.0);
            }
        });
        self.colour_input();
        self.show_problems();
    }

    /// Colours the input by its format.
    pub(super) fn colour_input(self) {
        let current = self.current.get_untracked();
        let format = self.samples.with_untracked(|samples| {
            let sample = samples.iter().find(|sample| sample.id == current)?;
            sample.chosen.clone().or_else(|| sample.found.clone())
        });
        self.editor.with_value(|editor| {
            if let (Some(editor), Some(format)) = (editor, format) {
                editor.set_language(&format);
            }
        });
    }

    /// Reads the sample in view in another format; `None` for the one that it seems to be in.
    pub(crate) fn choose_format(self, format: Option<&str>) {
        let current = self.current.get_untracked();
        self.samples.update(|samples| {
            for sample in samples.iter_mut().filter(|sample| sample.id == current) {
                sample.chosen = format.map(str::to_owned);
            }
        });
        self.desk.update_value(|desk| desk.unsent.push(current));
        self.colour_input();
        self.want();
    }
}

/// What it is turned into.
impl State {
    pub(super) fn restore_choices(self) {
        // What cannot be read back is as good as never chosen.
        if let Ok(Some(target)) = storage::get::<String>(Kept::ThisBrowser, TARGET_KEY) {
            self.target.set(target);
        }
        if let Ok(Some(choices)) = storage::get::<Choices>(Kept::ThisBrowser, CHOICES_KEY) {
            self.choices.set(choices);
        }
    }

    /// Takes what the worker can do. What was kept and is not there any more is forgotten.
    pub(super) fn is_ready(self, targets: Vec<Target>, formats: Vec<Format>) {
        let is_known = |name: &str| targets.iter().any(|target| target.name == name);
        if !self.target.with_untracked(|name| is_known(name)) {
            self.target.set("typescript".to_owned());
        }
        self.choices.update(|choices| {
            choices.retain(|name, chosen| {
                let declared = targets.iter().find(|target| target.name == *name);
                chosen.retain(|name, value| {
                    declared
                        .and_then(|target| target.settings.iter().find(|it| it.name == *name))
                        .is_some_and(|setting| match &setting.choice {
                            Choice::Flag => value == "true",
                            Choice::OneOf(words) => words.contains(value),
                            Choice::Text(_) => true,
                        })
                });
                !chosen.is_empty()
            });
        });
        self.targets.set(targets);
        self.formats.set(formats);
    }

    /// Chooses a target.
    pub(crate) fn aim(self, name: &str) {
        self.target.set(name.to_owned());
        // Kept for the next visit if it can be.
        let _ = storage::set(Kept::ThisBrowser, TARGET_KEY, name);
        self.want();
    }

    /// Chooses a setting of the target; `None` for what is taken if nothing is said.
    pub(crate) fn choose(self, setting: &str, value: Option<String>) {
        let target = self.target.get_untracked();
        self.choices.update(|choices| {
            let chosen = choices.entry(target).or_default();
            match value {
                Some(value) => chosen.insert(setting.to_owned(), value),
                None => chosen.remove(setting),
            };
        });
        self.choices.with_untracked(|choices| {
            // Kept for the next visit if it can be.
            let _ = storage::set(Kept::ThisBrowser, CHOICES_KEY, choices);
        });
        self.want();
    }

    /// What was chosen of a setting of the target.
    pub(crate) fn chosen(self, setting: &str) -> Option<String> {
        let target = self.target.get();
        self.choices
            .with(|choices| choices.get(&target)?.get(setting).cloned())
    }
}

/// What becomes of it.
impl State {
    /// Hands the whole output over.
    pub(crate) fn hand_over(self, handover: Handover) {
        self.whole(move |name, bytes| self.give(handover, name, bytes));
    }

    /// Has the name of the output's file and all that it holds told, if there is an output.
    pub(in crate::convert) fn whole(self, then: impl FnOnce(&str, Vec<u8>) + 'static) {
        let Some(output) = self.output.get_untracked() else {
            return;
        };
        if output.shown.is_none() {
            let text = self.desk.with_value(|desk| desk.excerpt.clone());
            then(&output.file_name, text.into_bytes());
            return;
        }
        let asked = self.jobs.whole(move |bytes| then(&output.file_name, bytes));
        if let Err(reason) = asked {
            self.tell(reason, true);
        }
    }

    fn give(self, handover: Handover, name: &str, bytes: Vec<u8>) {
        match handover {
            Handover::Save => match files::download(name, media_type(name), &bytes) {
                Ok(()) => self.tell(t!("convert-saved", file = name), false),
                Err(error) => self.tell(error.to_string(), true),
            },
            Handover::Copy => {
                let name = name.to_owned();
                spawn_local(async move {
                    match clipboard::write_text(&String::from_utf8_lossy(&bytes)).await {
                        Ok(()) => self.tell(t!("convert-copied", file = name), false),
                        Err(error) => self.tell(error.to_string(), true),
                    }
                });
            }
        }
    }

    /// Opens the sample in view in another tool.
    pub(crate) fn pass(self, to: Route) {
        self.take_edit();
        let current = self.current.get_untracked();
        let name = self.samples.with_untracked(|samples| {
            let sample = samples.iter().find(|sample| sample.id == current)?;
            sample.name.clone()
        });
        let lent = (to == Route::Repair).then_some(current);
        self.desk.update_value(|desk| desk.lent = lent);
        self.app.pass(Passed {
            to,
            text: self.text(),
            name,
            format: None,
        });
    }
}

/// The media type of a file, by its extension.
fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, extension)| extension) {
        Some("json" | "avsc") => "application/json",
        Some("xml") => "application/xml",
        Some("csv") => "text/csv",
        _ => "text/plain",
    }
}
