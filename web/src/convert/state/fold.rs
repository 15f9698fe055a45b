//! What the worker reports, folded into the signals. Runs at most once a frame.

use ichiban_engine::data::protocol::{Command, Conversion, Job, Problem, Read, Report, SampleId};
use leptos::prelude::*;

use super::{Output, State, Trouble};
use crate::data::Data;
use crate::jobs::{Lost, Work};
use crate::shell::words::t;

/// The tool's side of its jobs.
pub(super) struct Conversions(pub(super) State);

impl Work<Data> for Conversions {
    fn send(&self, job: Job) -> bool {
        let Self(state) = *self;
        let samples: Vec<SampleId> = state
            .samples
            .with_untracked(|samples| samples.iter().map(|sample| sample.id).collect());
        if samples.is_empty() {
            return false;
        }
        let mut commands = state.unsent();
        let target = state.target.get_untracked();
        let settings = state
            .choices
            .with_untracked(|choices| choices.get(&target).cloned())
            .unwrap_or_default();
        state
            .desk
            .update_value(|desk| desk.asked.clone_from(&target));
        commands.push(Command::Convert {
            job,
            conversion: Conversion {
                samples,
                target,
                root: state.root.get_untracked(),
                settings: settings.into_iter().collect(),
                query: state.query.get_untracked(),
            },
        });
        for command in &commands {
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
            Report::Ready { targets, formats } => state.is_ready(targets, formats),
            Report::Converted {
                read,
                selected,
                output,
                root,
                file_name,
                ..
            } => {
                state.was_read(&read);
                let shown = (!output.is_whole())
                    .then(|| u32::try_from(output.text.lines().count()).unwrap_or(u32::MAX));
                let mut target = String::new();
                state.desk.update_value(|desk| {
                    desk.excerpt = output.text;
                    target.clone_from(&desk.asked);
                });
                let was = state
                    .output
                    .with_untracked(|before| before.as_ref().map(|before| before.target.clone()));
                let had_trouble = state.trouble.with_untracked(Option::is_some);
                if had_trouble || was.as_ref() != Some(&target) {
                    let label = state.label(&target);
                    state
                        .app
                        .announce(t!("convert-said-converted", target = label));
                }
                state.output.set(Some(Output {
                    target,
                    root,
                    file_name,
                    selected,
                    bytes: output.bytes,
                    lines: output.lines,
                    shown,
                    took_ms,
                }));
                state.set_trouble(None);
                state.show_output();
            }
            Report::Unconverted { read, problem, .. } => {
                state.was_read(&read);
                if problem == Problem::Empty {
                    state.desk.update_value(|desk| desk.excerpt.clear());
                    state.output.set(None);
                    state.show_output();
                }
                state.set_trouble(Some(Trouble::Problem(problem)));
            }
            Report::Refused { message } => state.tell(message, true),
            Report::Repaired { .. }
            | Report::Unrepaired { .. }
            | Report::Blank { .. }
            | Report::Unknown { .. }
            | Report::Whole { .. } => {}
        }
    }

    fn is_new(&self) {
        let Self(state) = *self;
        let samples = state
            .samples
            .with_untracked(|samples| samples.iter().map(|sample| sample.id).collect());
        state.desk.update_value(|desk| desk.unsent = samples);
    }

    fn lost(&self, lost: Lost) {
        self.0.set_trouble(Some(Trouble::Lost(lost)));
    }
}

impl State {
    fn was_read(self, read: &[Read]) {
        let found = |id: SampleId| {
            read.iter()
                .find(|read| read.sample == id)
                .map(|read| read.format.clone())
        };
        let is_known = self
            .samples
            .with_untracked(|samples| samples.iter().all(|it| it.found == found(it.id)));
        if !is_known {
            self.samples.update(|samples| {
                for sample in samples {
                    sample.found = found(sample.id);
                }
            });
            self.colour_input();
        }
    }

    fn set_trouble(self, trouble: Option<Trouble>) {
        if self
            .trouble
            .with_untracked(|known| known.as_ref() == trouble.as_ref())
        {
            return;
        }
        if let (Some(trouble), true) = (&trouble, self.trouble.with_untracked(Option::is_none)) {
            self.app.announce(match trouble {
                Trouble::Problem(Problem::Empty) => t!("convert-said-nothing"),
                _ => t!("convert-said-failed"),
            });
        }
        self.trouble.set(trouble);
        self.show_problems();
    }

    /// Shows the output as it is now in the editor beside the input.
    pub(crate) fn show_output(self) {
        let extension = self.output.with_untracked(|output| {
            output
                .as_ref()
                .and_then(|output| output.file_name.rsplit_once('.'))
                .map(|(_, extension)| extension.to_owned())
        });
        self.reader.with_value(|reader| {
            if let Some(reader) = reader {
                if let Some(extension) = &extension {
                    reader.set_language(extension);
                }
                self.desk.with_value(|desk| reader.follow(&desk.excerpt));
            }
        });
    }

    /// Shows what is wrong with the sample in the editor.
    pub(crate) fn show_problems(self) {
        let current = self.current.get_untracked();
        self.editor.with_value(|editor| {
            let Some(editor) = editor else { return };
            self.trouble.with_untracked(|trouble| match trouble {
                Some(Trouble::Problem(Problem::Sample {
                    sample, diagnostic, ..
                })) if *sample == current => {
                    editor.set_problems(std::slice::from_ref(diagnostic));
                }
                _ => editor.set_problems(&[]),
            });
        });
    }
}
