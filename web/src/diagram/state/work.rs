//! The tool's side of drawing.

use std::rc::Rc;
use std::time::Duration;

use ichiban_engine::diagram::protocol::{Command, Problem, Report};
use ichiban_engine::job::Job;
use leptos::prelude::*;

use super::{Document, Drawer, Drawing, LIMIT, Shown, Side, State, Verdict};
use crate::jobs::{Lost, Work};
use crate::shell::words::t;

/// How long one form of a diagram that is being written may take: the next ones wait.
const FRAME_LIMIT: Duration = Duration::from_secs(4);

pub(super) struct Drawings(pub(super) State);

impl Work<Drawing> for Drawings {
    fn send(&self, job: Job) -> bool {
        let Self(state) = *self;
        if let Some(command) = state.writing(job) {
            return state.send(&command);
        }
        state.take_edit();
        let text = state.text_to_draw();
        let theme = untrack(|| state.theme_name());
        state
            .desk
            .update_value(|desk| desk.asked = Some((text.clone(), theme.clone())));
        state.send(&Command::Draw { job, text, theme })
    }

    fn limit(&self) -> Option<Duration> {
        Some(if self.0.is_asking() {
            FRAME_LIMIT
        } else {
            LIMIT
        })
    }

    fn is_new(&self) {
        self.0.write_again();
    }

    fn hear(&self, report: Report, took_ms: f64) {
        let Self(state) = *self;
        let is_answer = matches!(report, Report::Drawn { .. } | Report::Undrawn { .. });
        let mut asked = None;
        if is_answer {
            state.desk.update_value(|desk| asked = desk.asked.take());
            if asked.is_none() {
                return;
            }
        }
        match report {
            Report::Ready { themes } => {
                if state.themes.with_untracked(|known| *known != themes) {
                    state.themes.set(themes);
                }
            }
            Report::Drawn { picture, .. } => {
                state.forget_elsewhere();
                let (text, theme) = asked.unwrap_or_default();
                state.shown.set(Some(Shown {
                    picture: Rc::new(picture),
                    text: text.into(),
                    theme,
                    took_ms,
                    is_frame: false,
                    drawer: Drawer::Own,
                }));
                state.judge(Verdict::Drawn);
                state.compare_again();
                state.compare_edited();
            }
            Report::Undrawn {
                problem: Problem::Undrawable { message },
                ..
            } => {
                let (text, theme) = asked.unwrap_or_default();
                state.draw_elsewhere(text, theme, message);
            }
            Report::Undrawn { problem, .. } => {
                state.forget_elsewhere();
                state.judge(Verdict::Undrawn(problem));
            }
            Report::Refused { message } => state.tell(message, true),
            Report::Written { progress, .. } => state.written(progress, took_ms),
            Report::Lacking { .. } | Report::Answered { .. } => {}
        }
    }

    fn lost(&self, lost: Lost) {
        let Self(state) = *self;
        if matches!(lost, Lost::NoWorker(_)) {
            state.writing_is_impossible();
        } else if state.writing_was_lost() {
            return;
        }
        let mut asked = None;
        state.desk.update_value(|desk| asked = desk.asked.take());
        if asked.is_some() || matches!(lost, Lost::NoWorker(_)) {
            state.forget_elsewhere();
            state.judge(Verdict::Lost(lost));
        }
    }
}

impl State {
    /// Sends a command; the person is told if it cannot be sent.
    fn send(self, command: &Command) -> bool {
        let sent = self.jobs.send(command);
        if let Err(reason) = &sent {
            self.tell(reason, true);
        }
        sent.is_ok()
    }

    /// What is drawn: what a model would make of the diagram, until the person has decided.
    pub(crate) fn text_to_draw(self) -> String {
        let proposed = self
            .proposal
            .with_untracked(|proposal| proposal.as_ref().map(|it| it.text.clone()));
        proposed.unwrap_or_else(|| self.text())
    }

    pub(super) fn judge(self, verdict: Verdict) {
        let is_trouble = matches!(verdict, Verdict::Undrawn(_) | Verdict::Lost(_))
            && verdict != Verdict::Undrawn(Problem::Blank);
        if is_trouble && self.shown.with_untracked(Option::is_none) {
            // What there is to see is why there is no picture.
            self.side.set(Side::Text);
        }
        if self.verdict.with_untracked(|known| *known != verdict) {
            match &verdict {
                Verdict::Unread | Verdict::Undrawn(Problem::Blank) => {}
                Verdict::Elsewhere(_) => {
                    self.app.announce(t!("diagram-said-elsewhere"));
                }
                Verdict::Drawn => self.app.announce(t!("diagram-said-drawn")),
                Verdict::Undrawn(_) => {
                    self.app.announce(t!("diagram-said-undrawn"));
                }
                Verdict::Lost(_) => self.app.announce(t!("diagram-drawing-stopped")),
            }
            self.verdict.set(verdict);
        }
        self.show_problems();
    }

    /// Shows what is wrong in the editor.
    pub(crate) fn show_problems(self) {
        self.editor.with_value(|editor| {
            let Some(editor) = editor else { return };
            let problems = match self.document.get_untracked() {
                Document::Diagram => self.verdict.with_untracked(|verdict| match verdict {
                    Verdict::Undrawn(Problem::Syntax { diagnostic, .. }) => {
                        vec![diagnostic.clone()]
                    }
                    _ => Vec::new(),
                }),
                Document::Source(file) => self.made.with_untracked(|made| {
                    made.as_ref()
                        .map(|made| made.problems(file))
                        .unwrap_or_default()
                }),
            };
            editor.set_problems(&problems);
        });
    }
}
