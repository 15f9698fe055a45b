//! What the person asks in words, and what the worker and the endpoint tell of it.

use std::ops::Deref;
use std::sync::Arc;

use ichiban_engine::asking::protocol::Question as Asking;
use ichiban_engine::docs::protocol::{Answer as Told, Command, Question};
use ichiban_engine::docs::refining::RequestId;
use ichiban_engine::docs::talk::{Lookup, Prepared, Said};
use leptos::prelude::*;

use super::State;
use crate::answer::{self, Deeds, Trouble};
use crate::asking::{Asked, Heard};
use crate::endpoint::Connection;
use crate::shell::words::t;

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

/// A question and its answer, and what the model looks up meanwhile. A handle, but for words.
#[derive(Clone)]
pub(crate) struct Turn {
    asked: answer::Turn,
    /// The request whose answer comes, or came last.
    request: StoredValue<Option<RequestId>>,
    /// What the model has looked up, in order.
    pub(crate) lookups: RwSignal<Vec<Lookup>>,
}

impl Deref for Turn {
    type Target = answer::Turn;

    fn deref(&self) -> &answer::Turn {
        &self.asked
    }
}

/// What is said where the worker cannot answer any more.
const ENDED: Trouble = Trouble::Page("answer-docs-ended", READ_AGAIN);
/// What is said where another endpoint was set while the model was looking things up.
const MOVED: Trouble = Trouble::Page("answer-docs-moved", "answer-ask-again-hint");
/// What to do then.
const READ_AGAIN: &str = "answer-docs-read-again";

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
        latest.is_going().then_some(latest)
    }

    fn turn(self, request: RequestId) -> Option<Turn> {
        let is_it = |turn: &&Turn| turn.request.get_value() == Some(request);
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
        let connection = self.app.connection_for("Docs");
        if !connection.is_some_and(|it| turn.is_at(&it)) {
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
            asked: answer::Turn::new(talk.last.get_value(), question.clone(), &connection),
            request: StoredValue::new(None),
            lookups: RwSignal::default(),
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
        let before = turn.request.get_value();
        turn.request.set_value(Some(request));
        if before.is_none() {
            turn.begins();
        }
        if !untrack(|| turn.is_going()) {
            return self.command(&Command::Over { request });
        }
        let connection = self.app.connection_for("Docs");
        let is_the_same = connection.is_some_and(|it| turn.is_put_to(&it));
        // What the person agreed to was another endpoint.
        if before.is_some() && !is_the_same {
            return self.words_are_over(&turn, request, Some(MOVED));
        }
        let purpose = self.app.purpose("Docs", held, self.talk.run.get_value());
        turn.asks();
        let hear = move |heard| self.hear_words(request, heard);
        match self.app.ask(purpose, question, hear) {
            Some(asked) => self.talk.asked.set_value(Some(asked)),
            // The person has forgotten the connection meanwhile.
            None => self.words_are_over(&turn, request, None),
        }
    }

    fn hear_words(self, request: RequestId, heard: Heard) {
        let Some(turn) = self.talk.turn(request) else {
            return;
        };
        match heard {
            Heard::Events(events) => {
                turn.hears();
                self.command(&Command::Heard { request, events });
            }
            Heard::Waiting(failure) => turn.waits(failure),
            Heard::Loading(percent) => turn.loads(percent),
            Heard::Over(failure) => {
                self.words_are_over(&turn, request, failure.map(Trouble::Asked));
            }
        }
    }

    /// Nothing more comes of a request; why, if it failed.
    fn words_are_over(self, turn: &Turn, request: RequestId, trouble: Option<Trouble>) {
        self.talk.asked.set_value(None);
        self.command(&Command::Over { request });
        turn.answered(self.app, trouble);
    }

    /// Takes more of an answer.
    pub(super) fn said(self, said: Said) {
        let Some(turn) = self.talk.turn(said.request) else {
            return;
        };
        if !said.lookups.is_empty() {
            turn.lookups.update(|lookups| lookups.extend(said.lookups));
        }
        let run = self.talk.run.get_value();
        turn.said(self.app, run, &said.patches, said.standing, said.source);
    }

    /// Stops the answer that comes. What came of it stays.
    pub(crate) fn hush(self) {
        if let Some(turn) = untrack(|| self.talk.going()) {
            turn.stop(self.app);
            self.leave_words();
            self.command(&Command::Hush);
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
            turn.lose(self.app, ENDED);
        }
        // Its numbers begin anew.
        for turn in self.talk.turns.get_untracked() {
            turn.request.set_value(None);
        }
        self.talk.prepared.set(None);
    }

    /// The worker has refused a command: a question that it has not begun with will not be answered.
    pub(super) fn talk_was_refused(self, message: &str) {
        let going = untrack(|| self.talk.going());
        if let Some(turn) = going.filter(|turn| turn.request.get_value().is_none()) {
            turn.lose(self.app, Trouble::Refused(message.to_owned(), READ_AGAIN));
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
            self.tell(t!("answer-docs-unlisted", name = name), true);
        }
    }

    /// What is done when something is chosen in an answer.
    pub(crate) fn deeds(self) -> Deeds {
        Deeds {
            app: self.app,
            leaving: self.leaving,
            notice: self.notice,
        }
    }
}
