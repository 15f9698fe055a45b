//! What the person asks in words, and what the worker and the endpoint tell of it.

use std::sync::Arc;

use ichiban_browser::{clipboard, clock};
use ichiban_engine::asking::protocol::Question as Asking;
use ichiban_engine::asking::words::{End, Standing};
use ichiban_engine::docs::protocol::{Answer as Told, Command, Question};
use ichiban_engine::docs::refining::RequestId;
use ichiban_engine::docs::talk::{Lookup, Prepared, Said};
use ichiban_model::Failure;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::State;
use crate::answer::Answer;
use crate::app::Passed;
use crate::asking::{Asked, Heard};
use crate::endpoint::Connection;
use crate::shell::route::Route;

/// Tokens of the documents that go along with a question; and to a model in the browser, which reads
/// some twenty of them in a second.
const BUDGET: u32 = 6_000;
const BUDGET_ON_DEVICE: u32 = 800;
/// The most questions that are shown.
const SHOWN: usize = 20;

/// The questions that were asked in words. A handle: copies mean the same.
#[derive(Clone, Copy)]
pub(crate) struct Talk {
    /// What would be sent with the question.
    pub(crate) prepared: RwSignal<Option<Arc<Prepared>>>,
    /// What was asked, the latest first.
    pub(crate) turns: RwSignal<Vec<Turn>>,
    /// Whether a model may look up more while it answers.
    pub(crate) looks_up: RwSignal<bool>,
    /// The question on its way.
    asked: StoredValue<Option<Asked>, LocalStorage>,
    run: StoredValue<u32>,
    last: StoredValue<u32>,
}

/// A question and its answer. A handle, but for the words of the question.
#[derive(Clone)]
pub(crate) struct Turn {
    /// No two have the same.
    pub(crate) number: u32,
    pub(crate) question: String,
    /// Who was asked.
    pub(crate) place: String,
    /// Which model.
    model: String,
    pub(crate) answer: Answer,
    pub(crate) progress: RwSignal<Progress>,
}

/// How an answer stands.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Progress {
    /// The request whose answer comes, or came last.
    request: Option<RequestId>,
    asked_ms: f64,
    /// When the last of it was heard.
    heard_ms: f64,
    /// From the question to its first words, in milliseconds.
    pub(crate) first_token_ms: Option<f64>,
    /// From the question to its first words on the screen.
    pub(crate) first_paint_ms: Option<f64>,
    pub(crate) standing: Standing,
    /// What the model has looked up, in order.
    pub(crate) lookups: Vec<Lookup>,
    /// Why it is asked again, if it waits for that.
    pub(crate) waiting: Option<Failure>,
    /// How much of the browser's model has been downloaded, in percent.
    pub(crate) loading: Option<u32>,
    failure: Option<Failure>,
    is_stopped: bool,
    is_over: bool,
    /// All of it as Markdown, once it has ended.
    pub(crate) source: Option<String>,
}

/// How an answer ended.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Outcome {
    Whole,
    /// The person stopped it.
    Stopped,
    /// The model would not.
    Declined,
    /// It failed, or was cut.
    Failed(Failure),
}

impl Progress {
    /// How it ended, if it has.
    pub(crate) fn outcome(&self) -> Option<Outcome> {
        if self.is_stopped {
            return Some(Outcome::Stopped);
        }
        if !self.is_over {
            return None;
        }
        Some(match (&self.failure, self.standing.end) {
            (_, Some(End::Whole)) => Outcome::Whole,
            (_, Some(End::Declined)) => Outcome::Declined,
            (None, Some(End::Exhausted)) => Outcome::Failed(Failure {
                code: "exhausted".to_owned(),
                message: "The model wanted to look up more than it may.".to_owned(),
                hint: "Ask for less at once.".to_owned(),
            }),
            (Some(failure), _) => Outcome::Failed(failure.clone()),
            (None, _) => Outcome::Failed(Failure {
                code: "cut-off".to_owned(),
                message: "The answer stopped in the middle.".to_owned(),
                hint: "Try again.".to_owned(),
            }),
        })
    }

    /// Tokens of the answer in a second; nothing of a moment too short to measure.
    pub(crate) fn per_second(&self) -> Option<f64> {
        let took_ms = self.heard_ms - self.asked_ms - self.first_token_ms?;
        // A count of tokens is far below 2^53.
        #[allow(clippy::cast_precision_loss)]
        let tokens = self.standing.output as f64;
        (tokens > 0.0 && took_ms > 50.0).then(|| tokens * 1_000.0 / took_ms)
    }
}

impl Talk {
    pub(super) fn new() -> Self {
        Self {
            prepared: RwSignal::default(),
            turns: RwSignal::default(),
            looks_up: RwSignal::new(true),
            asked: StoredValue::new_local(None),
            run: StoredValue::new(0),
            last: StoredValue::new(0),
        }
    }

    /// The question whose answer comes.
    pub(crate) fn going(self) -> Option<Turn> {
        let latest = self.turns.with(|turns| turns.first().cloned())?;
        let is_going = latest
            .progress
            .with(|progress| progress.outcome().is_none());
        is_going.then_some(latest)
    }

    fn turn(self, request: RequestId) -> Option<Turn> {
        let is_it = |turn: &&Turn| {
            turn.progress
                .with_untracked(|progress| progress.request == Some(request))
        };
        self.turns
            .with_untracked(|turns| turns.iter().find(is_it).cloned())
    }
}

impl State {
    /// Whether what answers runs in this browser.
    fn is_on_device(self) -> bool {
        let connection = self.app.connection;
        connection
            .with_untracked(|connection| connection.as_ref().is_some_and(Connection::is_on_device))
    }

    /// Whether the model may look up more than was prepared. One in the browser reads too slowly.
    fn may_look_up(self) -> bool {
        self.talk.looks_up.get_untracked() && !self.is_on_device()
    }

    fn budget(self) -> u32 {
        if self.is_on_device() {
            BUDGET_ON_DEVICE
        } else {
            BUDGET
        }
    }

    /// Has the engine choose what would be sent with a question.
    pub(super) fn prepare(self, question: String) {
        let budget = self.budget();
        self.ask(Question::Prepare { question, budget }, move |told| {
            // Another question may have taken its place.
            if let Told::Prepared(prepared) = told
                && self
                    .question
                    .with_untracked(|asked| *asked == prepared.question)
            {
                self.talk.prepared.set(Some(Arc::new(*prepared)));
            }
        });
    }

    /// Asks the question whose sections the person has seen.
    pub(crate) fn put(self) {
        let Some(prepared) = self.talk.prepared.get_untracked() else {
            return;
        };
        let question = prepared.question.clone();
        if prepared.budget != self.budget() {
            // Another endpoint is set by now, to which something else would be sent: that is shown first.
            return self.prepare(question);
        }
        self.put_question(question, None);
    }

    /// Asks a question again, in the place of what came of it.
    pub(crate) fn put_again(self, turn: &Turn) {
        let is_the_same = |connection: Connection| connection.place() == turn.place;
        if !self.app.connection_for("Docs").is_some_and(is_the_same) {
            // Nobody has seen yet what would go there.
            self.question.set(turn.question.clone());
            return self.prepare(turn.question.clone());
        }
        let number = turn.number;
        self.talk
            .turns
            .update(|turns| turns.retain(|turn| turn.number != number));
        self.put_question(turn.question.clone(), Some(number));
    }

    fn put_question(self, question: String, instead_of: Option<u32>) {
        let Some(connection) = self.app.connection_for("Docs") else {
            return self.app.open_settings();
        };
        self.hush();
        let talk = self.talk;
        talk.run.set_value(self.app.next_run());
        talk.last.update_value(|last| *last += 1);
        let turn = self.app.make(|| Turn {
            number: talk.last.get_value(),
            question: question.clone(),
            place: connection.place().to_owned(),
            model: connection.model.clone(),
            answer: Answer::new(),
            progress: RwSignal::new(Progress {
                asked_ms: clock::now_ms(),
                ..Progress::default()
            }),
        });
        talk.turns.update(|turns| {
            turns.insert(0, turn);
            turns.truncate(SHOWN);
        });
        talk.prepared.set(None);
        self.command(&Command::Talk {
            turn: talk.last.get_value(),
            question,
            model: connection.model,
            budget: self.budget(),
            looks_up: self.may_look_up(),
            instead_of,
        });
    }

    /// Has asked what the worker has written.
    pub(super) fn ask_in_words(
        self,
        number: u32,
        request: RequestId,
        question: Asking,
        held: String,
    ) {
        let known = self.talk.turns.with_untracked(|turns| {
            let mut turns = turns.iter();
            turns.find(|turn| turn.number == number).cloned()
        });
        // It may be forgotten by now, or stopped.
        let Some(turn) = known else {
            return self.command(&Command::Over { request });
        };
        let before = turn.progress.try_update(|progress| {
            let before = progress.request.replace(request);
            if before.is_none() {
                progress.asked_ms = clock::now_ms();
            }
            before
        });
        if turn.progress.with_untracked(|it| it.outcome().is_some()) {
            return self.command(&Command::Over { request });
        }
        let is_other = |connection: &Connection| {
            connection.place() != turn.place || connection.model != turn.model
        };
        // What the person agreed to was another endpoint.
        if before.flatten().is_some()
            && self
                .app
                .connection_for("Docs")
                .is_none_or(|it| is_other(&it))
        {
            return self.hear_words(
                request,
                Heard::Over(Some(Failure {
                    code: "endpoint".to_owned(),
                    message: "The endpoint was changed while the model was looking things up."
                        .to_owned(),
                    hint: "Ask again.".to_owned(),
                })),
            );
        }
        let purpose = self.app.purpose("Docs", held, self.talk.run.get_value());
        let hear = move |heard| self.hear_words(request, heard);
        match self.app.ask(purpose, question, hear) {
            Some(asked) => self.talk.asked.set_value(Some(asked)),
            // The person has forgotten the connection meanwhile.
            None => self.hear_words(request, Heard::Over(None)),
        }
    }

    fn hear_words(self, request: RequestId, heard: Heard) {
        let Some(turn) = self.talk.turn(request) else {
            return;
        };
        match heard {
            Heard::Events(events) => {
                turn.progress.update(|progress| {
                    progress.heard_ms = clock::now_ms();
                    progress.waiting = None;
                    progress.loading = None;
                });
                self.command(&Command::Heard { request, events });
            }
            Heard::Waiting(failure) => turn
                .progress
                .update(|progress| progress.waiting = Some(failure)),
            Heard::Loading(percent) => turn
                .progress
                .update(|progress| progress.loading = Some(percent)),
            Heard::Over(failure) => {
                self.talk.asked.set_value(None);
                turn.progress.update(|progress| {
                    progress.waiting = None;
                    progress.failure = failure;
                });
                self.command(&Command::Over { request });
                self.settle(&turn);
            }
        }
    }

    /// Takes more of an answer.
    pub(super) fn said(self, said: Said) {
        let Some(turn) = self.talk.turn(said.request) else {
            return;
        };
        turn.answer.take(&said.patches);
        let mut is_first = false;
        turn.progress.update(|progress| {
            if said.standing.has_begun && progress.first_token_ms.is_none() {
                progress.first_token_ms = Some(progress.heard_ms - progress.asked_ms);
                is_first = true;
            }
            progress.standing = said.standing;
            progress.lookups.extend(said.lookups);
            progress.source = said.source;
        });
        if is_first {
            let (progress, run) = (turn.progress, self.talk.run.get_value());
            let asked_ms = progress.with_untracked(|progress| progress.asked_ms);
            self.app.time_first_paint(run, asked_ms, move |took_ms| {
                // The answer may be forgotten by now.
                progress.try_update(|progress| *progress.first_paint_ms.get_or_insert(took_ms));
            });
        }
        self.settle(&turn);
    }

    /// Says that an answer is over, once both who was asked and who reads it have said so.
    fn settle(self, turn: &Turn) {
        let is_over = self.talk.asked.with_value(Option::is_none)
            && turn
                .progress
                .with_untracked(|progress| progress.standing.end.is_some() && !progress.is_over);
        if is_over {
            turn.progress.update(|progress| progress.is_over = true);
            if turn.progress.with_untracked(|progress| progress.is_stopped) {
                // It was said when it was done.
                return;
            }
            let words = match turn.progress.with_untracked(Progress::outcome) {
                Some(Outcome::Whole) | None => "The answer is whole.".to_owned(),
                Some(Outcome::Stopped) => "Stopped.".to_owned(),
                Some(Outcome::Declined) => "The model declined.".to_owned(),
                Some(Outcome::Failed(failure)) => failure.message,
            };
            self.app.announce(words);
        }
    }

    /// Stops the answer that comes. What came of it stays.
    pub(crate) fn hush(self) {
        if let Some(turn) = untrack(|| self.talk.going()) {
            turn.progress.update(|progress| {
                progress.is_stopped = true;
                progress.waiting = None;
            });
            self.leave_words();
            self.command(&Command::Hush);
            self.app.announce("Stopped.".to_owned());
        }
    }

    fn leave_words(self) {
        let mut asked = None;
        self.talk.asked.update_value(|known| asked = known.take());
        if let Some(asked) = asked {
            self.app.leave(asked);
        }
    }

    /// Forgets what was asked in words.
    pub(crate) fn end_talk(self) {
        if self.talk.turns.with_untracked(Vec::is_empty) {
            return self.talk.prepared.set(None);
        }
        self.leave_words();
        self.command(&Command::EndTalk);
        self.talk.turns.set(Vec::new());
        self.talk.prepared.set(None);
    }

    /// The worker is another: it knows of no question, and the answer that came is lost to it.
    pub(super) fn talk_was_lost(self) {
        if let Some(turn) = untrack(|| self.talk.going()) {
            self.leave_words();
            turn.answer.close();
            turn.progress.update(|progress| {
                progress.is_over = true;
                progress.failure = Some(Failure {
                    code: "worker".to_owned(),
                    message: "The reader was ended.".to_owned(),
                    hint: "Read the files again, then ask.".to_owned(),
                });
            });
        }
        // Its numbers begin anew.
        for turn in self.talk.turns.get_untracked() {
            turn.progress.update(|progress| progress.request = None);
        }
        self.talk.prepared.set(None);
    }

    /// The worker has refused a command: a question that it has not begun with will not be answered.
    pub(super) fn talk_was_refused(self, message: &str) {
        let going = untrack(|| self.talk.going());
        let unbegun = going.filter(|turn| {
            turn.progress
                .with_untracked(|progress| progress.request.is_none())
        });
        if let Some(turn) = unbegun {
            turn.progress.update(|progress| {
                progress.is_over = true;
                progress.failure = Some(Failure {
                    code: "refused".to_owned(),
                    message: message.to_owned(),
                    hint: "Read the files again, then ask.".to_owned(),
                });
            });
        }
    }

    /// Shows an operation that an answer names, if it is listed.
    pub(crate) fn select_named(self, name: String) {
        let is_listed = self
            .operations
            .with_untracked(|operations| operations.iter().any(|it| it.key == name));
        if is_listed {
            self.select(Some(name));
        } else {
            self.tell(format!("{name} is not in the list."), true);
        }
    }

    /// Asks whether a link of an answer is to be followed.
    pub(crate) fn follow(self, address: String) {
        if ["https://", "http://", "mailto:"]
            .iter()
            .any(|start| address.to_ascii_lowercase().starts_with(start))
        {
            self.leaving.set(Some(address));
        }
    }

    /// Opens code of an answer in another tool.
    pub(crate) fn open_code(self, tool: &str, text: String) {
        let (to, format) = match tool {
            "repair" => (Route::Repair, None),
            "convert" => (Route::Convert, None),
            "diagram" => (Route::Diagram, None),
            _ => return,
        };
        self.app.pass(Passed {
            to,
            text,
            name: None,
            format,
        });
    }

    /// Copies words of an answer.
    pub(crate) fn copy_words(self, text: String) {
        spawn_local(async move {
            match clipboard::write_text(&text).await {
                Ok(()) => self.tell("Copied.", false),
                Err(error) => self.tell(format!("Not copied: {error}."), true),
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_that_was_cut_is_not_whole() {
        let mut progress = Progress::default();
        assert_eq!(progress.outcome(), None);
        progress.is_over = true;
        progress.standing.end = Some(End::Cut);
        assert!(matches!(progress.outcome(), Some(Outcome::Failed(_))));
        progress.standing.end = Some(End::Whole);
        assert_eq!(progress.outcome(), Some(Outcome::Whole));
        progress.is_stopped = true;
        assert_eq!(progress.outcome(), Some(Outcome::Stopped));
    }
}
