//! The tool's side of drawing.

use std::rc::Rc;

use ichiban_engine::diagram::protocol::{Command, Problem, Report};
use ichiban_engine::job::Job;
use leptos::prelude::*;

use super::{Document, Drawing, Shown, Side, State, Verdict};
use crate::jobs::{Lost, Work};

pub(super) struct Drawings(pub(super) State);

impl Work<Drawing> for Drawings {
    fn send(&self, job: Job) -> bool {
        let Self(state) = *self;
        state.take_edit();
        let text = state.text();
        let theme = untrack(|| state.theme_name());
        state
            .desk
            .update_value(|desk| desk.asked = Some((text.clone(), theme.clone())));
        let sent = state.jobs.send(&Command::Draw { job, text, theme });
        if let Err(reason) = &sent {
            state.tell(reason, true);
        }
        sent.is_ok()
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
                let (text, theme) = asked.unwrap_or_default();
                state.shown.set(Some(Shown {
                    picture: Rc::new(picture),
                    text: text.into(),
                    theme,
                    took_ms,
                }));
                state.judge(Verdict::Drawn);
                state.compare_again();
            }
            Report::Undrawn { problem, .. } => state.judge(Verdict::Undrawn(problem)),
            Report::Refused { message } => state.tell(message, true),
            Report::Answered { .. } => {}
        }
    }

    fn lost(&self, lost: Lost) {
        let Self(state) = *self;
        let mut asked = None;
        state.desk.update_value(|desk| asked = desk.asked.take());
        if asked.is_some() || matches!(lost, Lost::NoWorker(_)) {
            state.judge(Verdict::Lost(lost));
        }
    }
}

impl State {
    fn judge(self, verdict: Verdict) {
        let is_trouble = !matches!(verdict, Verdict::Drawn | Verdict::Undrawn(Problem::Blank));
        if is_trouble && self.shown.with_untracked(Option::is_none) {
            // What there is to see is why there is no picture.
            self.side.set(Side::Text);
        }
        if self.verdict.with_untracked(|known| *known != verdict) {
            match &verdict {
                Verdict::Unread | Verdict::Undrawn(Problem::Blank) => {}
                Verdict::Drawn => self.app.announce("The diagram is drawn.".to_owned()),
                Verdict::Undrawn(_) => {
                    let words = "The diagram cannot be drawn. The last picture stays.";
                    self.app.announce(words.to_owned());
                }
                Verdict::Lost(_) => self.app.announce("Drawing was stopped.".to_owned()),
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
