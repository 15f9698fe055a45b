//! A diagram, or a change of one, that a model is asked for.

use std::rc::Rc;

use ichiban_browser::clock;
use ichiban_engine::asking::protocol::Question;
use ichiban_engine::diagram::author::{Frame, Outcome, Progress, Step, Task};
use ichiban_engine::diagram::protocol::Command;
use ichiban_engine::job::Job;
use ichiban_model::Failure;
use leptos::prelude::*;

use super::super::kind::is_diagram;
use super::steps::Steps;
use super::task::{End, Figures, Going, announced, per_second};
use super::{Document, Drawer, Shown, Side, State, Verdict};
use crate::asking::{Asked, Heard};
use crate::shell::words::t;

/// What the page shows of it. A handle: copies mean the same.
#[derive(Clone, Copy, Default)]
pub(crate) struct Ask {
    /// What the person wishes for, as far as it is written.
    pub(crate) wish: RwSignal<String>,
    /// How a question stands that is on its way.
    pub(crate) going: RwSignal<Option<Going>>,
    /// The numbers of the last task.
    pub(crate) figures: RwSignal<Option<Figures>>,
    /// How the last task ended, if there is something to say of it.
    pub(crate) end: RwSignal<Option<End>>,
    talk: StoredValue<Option<Talk>, LocalStorage>,
}

/// What was wished for.
#[derive(Debug, Clone)]
struct Wanted {
    instruction: String,
    context: Vec<String>,
    diagram: Option<String>,
}

/// A task that was begun last, on its way or over.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each may be so whatever the others are"
)]
struct Talk {
    wanted: Wanted,
    steps: Steps,
    asked: Option<Asked>,
    asked_ms: f64,
    /// The number of the run that was asked last.
    run: u32,
    /// When the first of the answer came.
    heard_ms: Option<f64>,
    failure: Option<Failure>,
    is_stopped: bool,
    is_drawn: bool,
    /// Whether a job of it is in the worker.
    is_sent: bool,
    is_over: bool,
    /// Whether the tool showed nothing before.
    was_closed: bool,
}

/// Asking, and stopping that.
impl State {
    /// Asks for what the person has written.
    pub(crate) fn ask(self) {
        let instruction = self.ask.wish.with_untracked(|wish| wish.trim().to_owned());
        if instruction.is_empty() || self.is_asking() {
            return;
        }
        self.take_edit();
        let (context, diagram) = self.material();
        self.begin(Wanted {
            instruction,
            context,
            diagram,
        });
    }

    /// Asks for the same once more.
    pub(crate) fn ask_again(self) {
        let wanted = self
            .ask
            .talk
            .with_value(|talk| talk.as_ref().map(|talk| talk.wanted.clone()));
        if let Some(wanted) = wanted.filter(|_| !self.is_asking()) {
            self.proposal.set(None);
            self.begin(wanted);
        }
    }

    /// Whether a question is on its way.
    pub(super) fn is_asking(self) -> bool {
        self.ask.going.with_untracked(Option::is_some)
    }

    /// The texts that the wish is about, and the diagram that is to be changed, if there is one.
    fn material(self) -> (Vec<String>, Option<String>) {
        let proposed = self
            .proposal
            .with_untracked(|proposal| proposal.as_ref().map(|it| it.text.clone()));
        let is_made = self
            .made
            .with_untracked(|made| made.as_ref().is_some_and(|made| made.trouble.is_none()));
        let name = self.name.get_untracked();
        self.desk.with_value(|desk| {
            let files = desk.files.iter().map(|file| file.text.clone());
            let mut context: Vec<String> = files.filter(|text| !text.trim().is_empty()).collect();
            let text = proposed.unwrap_or_else(|| desk.text.clone());
            let is_one = if desk.files.is_empty() {
                is_diagram(&text, name.as_deref())
            } else {
                is_made || desk.is_handmade
            };
            if text.trim().is_empty() {
                (context, None)
            } else if is_one {
                (context, Some(text))
            } else {
                if desk.files.is_empty() {
                    context.push(text);
                }
                (context, None)
            }
        })
    }

    /// What a question would send besides the person's words: how many bytes of other texts, and
    /// whether there is a diagram to change.
    pub(crate) fn would_send(self) -> (u64, bool) {
        self.shown.track();
        self.verdict.track();
        self.made.track();
        self.files.track();
        self.proposal.track();
        let (context, diagram) = self.material();
        let bytes: usize = context.iter().map(String::len).sum();
        (bytes as u64, diagram.is_some())
    }

    fn begin(self, wanted: Wanted) {
        let Some(connection) = self.app.connection_for("Diagram") else {
            self.app.open_settings();
            return;
        };
        let is_change = wanted.diagram.is_some();
        let was_closed = !self.is_open.get_untracked();
        let task = Task {
            instruction: wanted.instruction.clone(),
            context: wanted.context.clone(),
            diagram: wanted.diagram.clone(),
            model: connection.model.clone(),
        };
        self.ask.talk.set_value(Some(Talk {
            wanted,
            steps: Steps::begin(task),
            asked: None,
            asked_ms: clock::now_ms(),
            run: 0,
            heard_ms: None,
            failure: None,
            is_stopped: false,
            is_drawn: true,
            is_sent: false,
            is_over: false,
            was_closed,
        }));
        self.ask.end.set(None);
        self.ask.figures.set(Some(Figures {
            place: connection.place(),
            ..Figures::default()
        }));
        self.ask.going.set(Some(Going::default()));
        self.fixed.set(None);
        self.comparison.set(None);
        self.notice.set(None);
        self.verdict.set(Verdict::Unread);
        self.side.set(Side::Picture);
        if !is_change {
            self.canvas.is_fitted.set(true);
            self.show(Document::Diagram);
        }
        self.is_open.set(true);
        self.app
            .announce_now(t!("diagram-said-asking", place = connection.place()));
        self.jobs.want_next();
    }

    /// Stops the question that is on its way, if one is; whether one was. What came of it is kept.
    pub(crate) fn stop_asking(self) -> bool {
        let is_going = self.with_talk(|talk| {
            talk.is_stopped = true;
            talk.steps.push(Step::Stopped);
        });
        if is_going.is_none() {
            return false;
        }
        self.hang_up();
        self.jobs.want_next();
        if self.jobs.is_slow.get_untracked() {
            // What it draws is not waited for.
            self.jobs.stop();
        }
        true
    }

    /// Forgets the question that is on its way, and what came of one before.
    pub(super) fn forget_asking(self) {
        self.hang_up();
        self.ask.talk.set_value(None);
        self.ask.going.set(None);
        self.ask.figures.set(None);
        self.ask.end.set(None);
        self.proposal.set(None);
    }

    /// The person writes: what is on its way would take that away.
    pub(super) fn give_way(self) {
        if self.is_asking() {
            self.hang_up();
            self.ask.talk.update_value(|talk| {
                if let Some(talk) = talk {
                    talk.is_over = true;
                }
            });
            self.ask.going.set(None);
            self.ask.end.set(Some(End::Stopped(true)));
        }
    }

    fn hang_up(self) {
        let mut asked = None;
        self.ask.talk.update_value(|talk| {
            asked = talk.as_mut().and_then(|talk| talk.asked.take());
        });
        if let Some(asked) = asked {
            self.app.leave(asked);
        }
    }

    /// Does something with the task that is on its way, if one is.
    fn with_talk<T>(self, act: impl FnOnce(&mut Talk) -> T) -> Option<T> {
        let mut result = None;
        self.ask.talk.update_value(|talk| {
            result = talk.as_mut().filter(|talk| !talk.is_over).map(act);
        });
        result
    }
}

/// What the worker is told, and tells.
impl State {
    /// What the worker is to do for the task that is on its way.
    pub(super) fn writing(self, job: Job) -> Option<Command> {
        let theme = untrack(|| self.theme_name());
        self.with_talk(|talk| {
            talk.is_sent = true;
            Command::Write {
                job,
                steps: talk.steps.take_news(),
                theme,
                is_drawn: talk.is_drawn,
            }
        })
    }

    /// The worker is another, and knows of no task.
    pub(super) fn write_again(self) {
        self.with_talk(|talk| talk.steps.tell_again());
    }

    /// The worker was ended over a job of the task. Whether it was one.
    pub(super) fn writing_was_lost(self) -> bool {
        let is_lost = self.with_talk(|talk| {
            let is_lost = std::mem::take(&mut talk.is_sent);
            // The same layout would take as long again.
            talk.is_drawn &= !is_lost;
            is_lost
        });
        let is_lost = is_lost.unwrap_or_default();
        if is_lost {
            self.update_going(|going| going.is_undrawn = true);
            self.jobs.want_next();
        }
        is_lost
    }

    /// No worker can be had.
    pub(super) fn writing_is_impossible(self) {
        self.hang_up();
        if self.with_talk(|talk| talk.is_over = true).is_some() {
            self.ask.going.set(None);
        }
    }

    /// Takes what the worker says of the task.
    pub(super) fn written(self, progress: Progress, took_ms: f64) {
        let told = self.with_talk(|talk| {
            talk.is_sent = false;
            let is_to_ask = talk.steps.is_to_ask(progress.questions);
            (
                is_to_ask,
                talk.steps.has_news(),
                talk.wanted.diagram.is_some(),
            )
        });
        let Some((is_to_ask, has_news, is_change)) = told else {
            return;
        };
        self.count(&progress);
        self.update_going(|going| {
            going.is_second = progress.questions > 1;
        });
        if let Some(frame) = progress.frame {
            self.take_frame(frame, took_ms);
        }
        if !is_change && !progress.source.is_empty() {
            self.follow(progress.source);
        }
        if let Some(question) = progress.question.filter(|_| is_to_ask) {
            self.put_question(question);
        }
        match progress.outcome {
            Some(outcome) => self.conclude(outcome),
            None if has_news => self.jobs.want_next(),
            None => {}
        }
    }

    fn count(self, progress: &Progress) {
        let times = self.with_talk(|talk| (talk.asked_ms, talk.heard_ms));
        let Some((asked_ms, heard_ms)) = times else {
            return;
        };
        self.ask.figures.update(|figures| {
            let Some(figures) = figures else { return };
            figures.tokens = progress.tokens;
            if progress.has_begun && figures.first_token_ms.is_none() {
                figures.first_token_ms = heard_ms.map(|heard| heard - asked_ms);
            }
            if progress.frame.is_some() && figures.frames == 0 {
                self.time_first_paint(asked_ms);
            }
            figures.frames += u32::from(progress.frame.is_some());
            // Between two answers the model is silent: that is no measure of it.
            figures.per_second = progress
                .tokens
                .zip(heard_ms)
                .filter(|_| progress.questions == 1)
                .and_then(|(tokens, heard)| per_second(tokens.output, clock::now_ms() - heard));
        });
    }

    /// Measures when the first picture is on the screen: once the browser has painted it.
    fn time_first_paint(self, asked_ms: f64) {
        let Some(run) = self.with_talk(|talk| talk.run) else {
            return;
        };
        self.app.time_first_paint(run, asked_ms, move |took_ms| {
            self.ask.figures.update(|figures| {
                if let Some(figures) = figures {
                    figures.first_paint_ms.get_or_insert(took_ms);
                }
            });
        });
    }

    fn take_frame(self, frame: Frame, took_ms: f64) {
        self.shown.set(Some(Shown {
            picture: Rc::new(frame.picture),
            text: frame.text.into(),
            theme: untrack(|| self.theme_name()),
            took_ms,
            is_frame: true,
            drawer: Drawer::Own,
        }));
    }

    /// Shows the text of a diagram as far as it has come.
    fn follow(self, source: String) {
        if self.desk.with_value(|desk| desk.text == source) {
            return;
        }
        if self.document.get_untracked() == Document::Diagram {
            self.editor.with_value(|editor| {
                if let Some(editor) = editor {
                    editor.follow(&source);
                }
            });
        }
        self.desk.update_value(|desk| desk.text = source);
    }

    fn put_question(self, question: Question) {
        let asked_ms = self.with_talk(|talk| talk.asked_ms);
        let run = self.app.next_run();
        let held = t!("diagram-ledger-held");
        let purpose = self.app.purpose("Diagram", held, run);
        let asked = self.app.ask(purpose, question, move |heard| {
            // Of a question that was left nothing is heard; this is of one that another followed.
            if self.with_talk(|talk| talk.asked_ms) == asked_ms {
                self.hear(heard);
            }
        });
        let is_asked = asked.is_some();
        self.with_talk(|talk| {
            talk.asked = asked;
            talk.run = run;
            if !is_asked {
                talk.steps.push(Step::Stopped);
            }
        });
        if !is_asked {
            self.app.open_settings();
            self.jobs.want_next();
        }
    }

    fn hear(self, heard: Heard) {
        match heard {
            Heard::Events(events) => {
                self.with_talk(|talk| {
                    talk.heard_ms.get_or_insert_with(clock::now_ms);
                    talk.steps.push(Step::Heard(events));
                });
                self.update_going(|going| {
                    going.waiting = None;
                    going.loading = None;
                });
                self.jobs.want_next();
            }
            Heard::Waiting(failure) => self.update_going(|going| going.waiting = Some(failure)),
            Heard::Loading(percent) => self.update_going(|going| going.loading = Some(percent)),
            Heard::Over(None) => {}
            Heard::Over(Some(failure)) => {
                self.with_talk(|talk| {
                    talk.failure = Some(failure);
                    talk.steps.push(Step::Failed);
                });
                self.jobs.want_next();
            }
        }
    }

    fn update_going(self, update: impl FnOnce(&mut Going)) {
        let Some(before) = self.ask.going.get_untracked() else {
            return;
        };
        let mut after = before.clone();
        update(&mut after);
        if after != before {
            self.ask.going.set(Some(after));
        }
    }
}

/// What came of it.
impl State {
    fn conclude(self, outcome: Outcome) {
        self.hang_up();
        let ended = self.with_talk(|talk| {
            talk.is_over = true;
            let is_failed = talk.failure.take();
            (
                talk.wanted.diagram.clone(),
                talk.is_stopped,
                is_failed,
                talk.was_closed,
            )
        });
        let Some((before, is_stopped, failure, was_closed)) = ended else {
            return;
        };
        self.ask.going.set(None);
        let (text, end) = match outcome {
            Outcome::Complete { text, changes } => {
                let mended = u32::try_from(changes.len()).unwrap_or(u32::MAX);
                (text, (mended > 0).then_some(End::Mended(mended)))
            }
            Outcome::Cut { text, is_too_long } => {
                let has_come = !text.is_empty() && before.as_ref() != Some(&text);
                let end = match failure {
                    _ if is_stopped => End::Stopped(has_come),
                    _ if is_too_long => End::TooLong,
                    Some(failure) => End::Failed(failure, has_come),
                    None => End::CutOff(has_come),
                };
                (text, Some(end))
            }
            Outcome::Broken { source, .. } if before.is_some() => {
                (String::new(), Some(End::Broken(Some(source))))
            }
            Outcome::Broken { source, .. } => (source, Some(End::Broken(None))),
            Outcome::Declined { words } => (String::new(), Some(End::Declined(words))),
        };
        let end = match &before {
            Some(before) if *before == text => end.or(Some(End::Unchanged)),
            _ => end,
        };
        self.app
            .announce_now(announced(end.as_ref(), before.is_some()));
        let is_partial = end
            .as_ref()
            .is_some_and(|end| !matches!(end, End::Mended(_)));
        self.ask.end.set(end);
        if let Some(before) = before {
            if !text.is_empty() && text != before {
                self.propose(text, is_partial);
            } else {
                self.want();
            }
        } else if !text.is_empty() {
            self.put(text);
        } else if was_closed && self.text().trim().is_empty() {
            // Nothing came: the invitation stays what there is to see.
            self.is_open.set(false);
        } else {
            self.want();
        }
    }
}
