//! Questions to a model on behalf of tools: asked by a worker of their own, or by the page where the
//! browser has the model built in.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use ichiban_engine::asking::protocol::{Command, Events, Purpose, Question, Report, Ticket};
use ichiban_engine::protocol::Job;
use ichiban_model::Failure;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::App;
use crate::engine::{Engine, News, spawn_model};
use crate::on_device::Asking;

/// What is heard of a question.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Heard {
    /// More of the answer. If it ended by itself, complete or not, the last of its events is
    /// [`Event::Ended`](ichiban_model::Event::Ended).
    Events(Events),
    /// An attempt failed in a way that may pass. It is made again by itself.
    Waiting(Failure),
    /// The browser downloads its built-in model: how much of it is there, in percent.
    Loading(u32),
    /// Nothing more comes. Why, if the question failed; or, where an answer ended other than well,
    /// that in words.
    Over(Option<Failure>),
}

/// A question on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Asked(Ticket);

/// Whoever has asked.
type Hearer = Rc<RefCell<dyn FnMut(Heard)>>;

/// The questions of all tools.
#[derive(Default)]
pub(crate) struct Questions {
    engine: Option<Engine<Command>>,
    next: u32,
    hearers: HashMap<Ticket, Hearer>,
    /// What the page asks of the browser itself, by the worker's number of the exchange.
    on_device: HashMap<u32, Asking>,
}

impl App {
    /// Asks the endpoint that the person has connected; `hear` is told what comes of it, in frames.
    /// None if there is no endpoint: open the settings.
    pub(crate) fn ask(
        self,
        question: Question,
        hear: impl FnMut(Heard) + 'static,
    ) -> Option<Asked> {
        let connection = self.connection.get_untracked()?;
        let mut ticket = Ticket(0);
        self.questions.update_value(|questions| {
            ticket = Ticket(questions.next);
            questions.next += 1;
            questions
                .hearers
                .insert(ticket, Rc::new(RefCell::new(hear)));
            if questions.engine.is_none() {
                let engine = Engine::start(spawn_model, move |news| self.model_said(news));
                questions.engine = Some(engine);
            }
        });
        self.tell_model(&Command::Ask {
            ticket,
            endpoint: connection.endpoint(),
            wire: connection.wire,
            patience_ms: Job::DEFAULT_PATIENCE_MS,
            question,
            purpose: Purpose::default(),
        });
        Some(Asked(ticket))
    }

    /// Stops a question. Nothing more is heard of it.
    pub(crate) fn leave(self, asked: Asked) {
        let mut left = None;
        self.questions
            .update_value(|questions| left = questions.hearers.remove(&asked.0));
        if left.is_some() {
            self.tell_model(&Command::Leave { ticket: asked.0 });
        }
    }

    fn tell_model(self, command: &Command) {
        let told = self
            .questions
            .with_value(|questions| match &questions.engine {
                Some(engine) => engine.send(command),
                None => Ok(()),
            });
        if let Err(reason) = told {
            self.nobody_answers(&reason);
        }
    }

    fn model_said(self, news: News<Vec<Report>>) {
        match news {
            News::Message(reports) => {
                for report in reports {
                    self.take_report(report);
                }
            }
            News::Replaced => self.nobody_answers("it stopped answering and was started anew"),
            News::Lost(reason) => self.nobody_answers(&reason),
        }
    }

    fn take_report(self, report: Report) {
        match report {
            // The page has no place for them yet.
            Report::Ready | Report::Sent { .. } => {}
            Report::Said { ticket, events } => self.hears(ticket, Heard::Events(events)),
            Report::Waiting { ticket, failure } => self.hears(ticket, Heard::Waiting(failure)),
            Report::Over { ticket, failure } => self.hears(ticket, Heard::Over(failure)),
            Report::AskDevice {
                ticket,
                exchange,
                interface,
                request,
            } => self.ask_device(ticket, exchange, &interface, &request),
            Report::LeaveDevice { exchange } => self.leave_device(exchange),
        }
    }

    fn hears(self, ticket: Ticket, heard: Heard) {
        let is_over = matches!(heard, Heard::Over(_));
        let mut hearer = None;
        self.questions.update_value(|questions| {
            hearer = if is_over {
                questions.hearers.remove(&ticket)
            } else {
                questions.hearers.get(&ticket).cloned()
            };
        });
        // Outside the questions: who hears may ask the next one. One that hears already is not told
        // twice at once.
        if let Some(hearer) = hearer
            && let Ok(mut hear) = hearer.try_borrow_mut()
        {
            hear(heard);
        }
    }

    /// Every question on its way fails: there is nobody left who would answer.
    fn nobody_answers(self, reason: &str) {
        let mut tickets = Vec::new();
        self.questions.update_value(|questions| {
            tickets.extend(questions.hearers.keys().copied());
            questions.on_device.clear();
        });
        tickets.sort_unstable();
        for ticket in tickets {
            let failure = Failure {
                code: "worker".to_owned(),
                message: format!("The question was lost: {reason}."),
                hint: "Ask again. If that does not help, reload the page.".to_owned(),
            };
            self.hears(ticket, Heard::Over(Some(failure)));
        }
    }

    fn ask_device(self, ticket: Ticket, exchange: u32, interface: &str, request: &str) {
        let said = move |lines, is_over| {
            self.tell_model(&Command::DeviceSaid {
                exchange,
                lines,
                is_over,
            });
            if is_over {
                // Not now: it is what speaks.
                spawn_local(async move { self.leave_device(exchange) });
            }
        };
        let loaded = move |part: f64| {
            // From 0 to 100.
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let percent = (part.clamp(0.0, 1.0) * 100.0) as u32;
            self.hears(ticket, Heard::Loading(percent));
        };
        let asking = Asking::begin(interface, request, said, loaded);
        self.questions.update_value(|questions| {
            questions.on_device.insert(exchange, asking);
        });
    }

    fn leave_device(self, exchange: u32) {
        let mut left = None;
        self.questions
            .update_value(|questions| left = questions.on_device.remove(&exchange));
        // Dropped here, and not while the questions are borrowed: that stops it.
        drop(left);
    }
}
