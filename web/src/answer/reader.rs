//! Questions whose answers are read by the worker of answers: for tools whose own workers have no need of
//! the conversation.

use std::collections::BTreeMap;

use ichiban_engine::answers::protocol::{AnswerId, Command, Report};
use ichiban_engine::asking::protocol::{Purpose, Question};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Turn;
use super::progress::Trouble;
use crate::app::App;
use crate::asking::{Asked, Heard};
use crate::engine::{Engine, News, spawn_answers};

/// What is said if the worker ends before an answer does.
const ENDED: Trouble = Trouble::Page("answer-reader-ended", "answer-reader-ended-hint");

/// Reads the answers to a tool's questions. A handle: copies mean the same.
#[derive(Clone, Copy)]
pub(crate) struct Reader {
    app: App,
    desk: StoredValue<Desk, LocalStorage>,
}

#[derive(Default)]
struct Desk {
    /// The worker, from the first question on.
    engine: Option<Engine<Command>>,
    /// The answers that come, by the numbers of their turns.
    coming: BTreeMap<AnswerId, Coming>,
}

/// An answer that comes.
struct Coming {
    turn: Turn,
    /// The run that it belongs to.
    run: u32,
    asked: Option<Asked>,
}

impl Reader {
    /// One that has read nothing yet. It lives as long as whoever makes it.
    pub(crate) fn new(app: App) -> Self {
        Self {
            app,
            desk: StoredValue::new_local(Desk::default()),
        }
    }

    /// Has a question asked, whose answer comes to `turn`. `names` become buttons where they stand as code.
    /// Whether an endpoint is connected; if none is, nothing comes.
    pub(crate) fn ask(
        self,
        turn: &Turn,
        purpose: Purpose,
        question: Question,
        names: Vec<String>,
    ) -> bool {
        let answer = AnswerId(turn.number);
        let coming = Coming {
            turn: turn.clone(),
            run: purpose.run,
            asked: None,
        };
        self.desk.update_value(|desk| {
            desk.coming.insert(answer, coming);
            desk.engine
                .get_or_insert_with(|| Engine::start(spawn_answers, move |news| self.take(news)));
        });
        self.tell(&Command::Begin {
            answer,
            anchors: answer.0.to_string(),
            names,
        });
        turn.asks();
        let hearing = turn.clone();
        let hear = move |heard| self.hear(answer, &hearing, heard);
        let asked = self.app.ask(purpose, question, hear);
        let is_asked = asked.is_some();
        self.desk.update_value(|desk| {
            if let Some(coming) = desk.coming.get_mut(&answer) {
                coming.asked = asked;
            }
        });
        if !is_asked {
            self.hear(answer, turn, Heard::Over(None));
        }
        is_asked
    }

    /// Stops an answer. What came of it stays.
    pub(crate) fn stop(self, turn: &Turn) {
        turn.stop(self.app);
        self.leave(turn);
        self.tell(&Command::Over {
            answer: AnswerId(turn.number),
        });
    }

    /// Forgets an answer, whether it still comes or not.
    pub(crate) fn forget(self, turn: &Turn) {
        self.leave(turn);
        self.close(AnswerId(turn.number));
    }

    /// Has nobody asked any more.
    fn leave(self, turn: &Turn) {
        let mut asked = None;
        self.desk.update_value(|desk| {
            let coming = desk.coming.get_mut(&AnswerId(turn.number));
            asked = coming.and_then(|coming| coming.asked.take());
        });
        if let Some(asked) = asked {
            self.app.leave(asked);
        }
    }

    fn tell(self, command: &Command) {
        let told = self.desk.with_value(|desk| match &desk.engine {
            Some(engine) => engine.send(command),
            None => Ok(()),
        });
        if let Err(reason) = told {
            self.lose(&Trouble::Refused(reason, "answer-reader-ended-hint"));
        }
    }

    fn hear(self, answer: AnswerId, turn: &Turn, heard: Heard) {
        match heard {
            Heard::Events(events) => {
                turn.hears();
                self.tell(&Command::Heard { answer, events });
            }
            Heard::Waiting(failure) => turn.waits(failure),
            Heard::Loading(percent) => turn.loads(percent),
            Heard::Over(failure) => {
                turn.answered(self.app, failure.map(Trouble::Asked));
                self.tell(&Command::Over { answer });
                self.close_if_over(answer, turn);
            }
        }
    }

    fn take(self, news: News<Report>) {
        match news {
            News::Message(Report::Ready) => {}
            News::Message(Report::Said(said)) => {
                let known = self.desk.with_value(|desk| {
                    let coming = desk.coming.get(&said.answer);
                    coming.map(|coming| (coming.turn.clone(), coming.run))
                });
                if let Some((turn, run)) = known {
                    turn.said(self.app, run, &said.patches, said.standing, said.source);
                    self.close_if_over(said.answer, &turn);
                }
            }
            News::Message(Report::Refused { message }) => {
                self.lose(&Trouble::Refused(message, "answer-reader-ended-hint"));
            }
            News::Replaced => self.lose(&ENDED),
            News::Lost(_) => {
                self.lose(&ENDED);
                // The next question may have more luck. Not now: it is what speaks.
                spawn_local(async move {
                    self.desk.update_value(|desk| desk.engine = None);
                });
            }
        }
    }

    /// The worker knows of no answer any more: nothing more comes of any.
    fn lose(self, trouble: &Trouble) {
        let mut coming = BTreeMap::new();
        self.desk
            .update_value(|desk| coming = std::mem::take(&mut desk.coming));
        for Coming { turn, asked, .. } in coming.into_values() {
            if let Some(asked) = asked {
                self.app.leave(asked);
            }
            turn.lose(self.app, trouble.clone());
        }
    }

    fn close_if_over(self, answer: AnswerId, turn: &Turn) {
        if turn.progress.with_untracked(|it| it.is_over) {
            self.close(answer);
        }
    }

    fn close(self, answer: AnswerId) {
        let mut was_open = false;
        self.desk
            .update_value(|desk| was_open = desk.coming.remove(&answer).is_some());
        if was_open {
            self.tell(&Command::Close { answer });
        }
    }
}
