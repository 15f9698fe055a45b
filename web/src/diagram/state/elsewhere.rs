//! What the renderer cannot draw is drawn by mermaid.js.

use std::rc::Rc;
use std::time::Duration;

use ichiban_engine::diagram::protocol::{Answer, Command, Picture, Problem, Question, Report};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::super::mermaid_js::{self, Drawing};
use super::{Drawer, Shown, State, Verdict};
use crate::jobs::Lost;
use crate::shell::words::t;

/// What takes longer than this is told.
const SLOW: Duration = Duration::from_millis(400);

/// A picture that mermaid.js drew.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Other {
    /// What may be shown of it.
    pub(crate) picture: Rc<Picture>,
    /// What mermaid.js answered. It is hostile: only the worker reads it.
    pub(super) svg: Rc<str>,
    /// How long it took, in milliseconds.
    pub(crate) took_ms: f64,
    /// Of mermaid.js.
    pub(crate) version: String,
}

/// What mermaid.js is to draw. It draws one text after the other; of those that wait, the newest.
#[derive(Default)]
pub(super) struct Elsewhere {
    wanted: Option<Wanted>,
    is_going: bool,
    /// Counts what was forgotten.
    turn: u32,
}

/// A text that the renderer cannot draw.
struct Wanted {
    text: String,
    theme: String,
    reason: String,
}

impl State {
    /// Has mermaid.js draw what the renderer cannot for this `reason`.
    pub(super) fn draw_elsewhere(self, text: String, theme: String, reason: String) {
        let is_drawn = self.verdict.with_untracked(|it| *it == Verdict::Drawn);
        let is_elsewhere = self.shown.with_untracked(|shown| {
            let drawer = shown.as_ref().map(|shown| &shown.drawer);
            matches!(drawer, Some(Drawer::Mermaid { .. }))
        });
        // While a person types, the picture before stays as good as it was.
        if !(is_drawn && is_elsewhere) {
            self.judge(Verdict::Elsewhere(reason.clone()));
        }
        self.elsewhere.update_value(|it| {
            it.wanted = Some(Wanted {
                text,
                theme,
                reason,
            });
        });
        self.draw_next_elsewhere();
    }

    fn draw_next_elsewhere(self) {
        let mut next = None;
        self.elsewhere.update_value(|it| {
            if !it.is_going {
                next = it.wanted.take().map(|wanted| (wanted, it.turn));
                it.is_going = next.is_some();
            }
        });
        let Some((wanted, turn)) = next else { return };
        set_timeout(move || self.tell_if_slow(turn), SLOW);
        let (text, theme) = (wanted.text.clone(), wanted.theme.clone());
        self.draw_by_mermaid(text, theme, move |drawn| {
            let mut is_wanted = false;
            self.elsewhere.update_value(|it| {
                it.is_going = false;
                is_wanted = it.turn == turn && it.wanted.is_none();
            });
            if is_wanted {
                self.is_slow_elsewhere.set(false);
                self.take_from_elsewhere(wanted, drawn);
            } else {
                self.draw_next_elsewhere();
            }
        });
    }

    fn tell_if_slow(self, turn: u32) {
        if self
            .elsewhere
            .with_value(|it| it.is_going && it.turn == turn)
        {
            self.is_slow_elsewhere.set(true);
        }
    }

    fn take_from_elsewhere(self, wanted: Wanted, drawn: Result<Other, String>) {
        let Wanted {
            text,
            theme,
            reason,
        } = wanted;
        match drawn {
            Ok(other) => {
                self.shown.set(Some(Shown {
                    picture: other.picture,
                    text: text.into(),
                    theme,
                    took_ms: other.took_ms,
                    is_frame: false,
                    drawer: Drawer::Mermaid {
                        version: other.version,
                        reason,
                        svg: other.svg,
                    },
                }));
                self.judge(Verdict::Drawn);
                self.compare_again();
                self.compare_edited();
            }
            Err(words) => {
                let message = t!("diagram-elsewhere-failed", reason = reason, words = words);
                self.judge(Verdict::Undrawn(Problem::Undrawable { message }));
            }
        }
    }

    /// Nothing that mermaid.js was to draw is wanted any more. Whether anything was.
    pub(super) fn forget_elsewhere(self) -> bool {
        let mut was_wanted = false;
        self.elsewhere.update_value(|it| {
            was_wanted = it.is_going || it.wanted.is_some();
            it.wanted = None;
            it.turn = it.turn.wrapping_add(1);
        });
        self.is_slow_elsewhere.set(false);
        was_wanted
    }

    /// Stops all that is drawn and read.
    pub(crate) fn stop_drawing(self) {
        self.jobs.stop();
        self.readings.stop();
        // What was forgotten before goes on unseen, and is not told of.
        if self.is_slow_elsewhere.get_untracked() && self.forget_elsewhere() {
            spawn_local(mermaid_js::stop());
            self.judge(Verdict::Lost(Lost::Stopped));
        }
    }

    /// Has mermaid.js draw a text in a theme; `then` is told the picture, or why there is none.
    pub(crate) fn draw_by_mermaid(
        self,
        text: String,
        theme: String,
        then: impl FnOnce(Result<Other, String>) + 'static,
    ) {
        let look = self.themes.with_untracked(|themes| {
            let theme = themes.iter().find(|it| it.name == theme)?;
            let variables = theme.variables.iter().cloned();
            let variables = variables.flat_map(|(name, value)| [name, value]).collect();
            Some((theme.is_dark, variables))
        });
        let (is_dark, variables) = look.unwrap_or_default();
        spawn_local(async move {
            match mermaid_js::draw(&text, is_dark, variables).await {
                Ok(drawing) => self.clean(drawing, theme, then),
                Err(words) => then(Err(words)),
            }
        });
    }

    /// Has the worker say what may be shown of a drawing.
    fn clean(
        self,
        drawing: Drawing,
        theme: String,
        then: impl FnOnce(Result<Other, String>) + 'static,
    ) {
        let Drawing {
            svg,
            took_ms,
            version,
        } = drawing;
        let question = Question::Clean {
            svg: svg.clone(),
            theme,
        };
        let asked = self.jobs.ask(
            |ticket| Command::Ask { ticket, question },
            move |report| {
                then(match report {
                    Some(Report::Answered {
                        answer: Answer::Picture(picture),
                        ..
                    }) => Ok(Other {
                        picture: Rc::new(picture),
                        svg: svg.into(),
                        took_ms,
                        version,
                    }),
                    Some(Report::Answered {
                        answer: Answer::None(reason),
                        ..
                    }) => Err(t!("diagram-elsewhere-unshown", reason = reason)),
                    _ => Err(t!("diagram-elsewhere-unanswered")),
                });
            },
        );
        if let Err(reason) = asked {
            self.tell(reason, true);
        }
    }
}
