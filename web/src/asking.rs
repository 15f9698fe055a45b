//! Questions to a model on behalf of tools: asked by a worker of their own, or by the page where the
//! browser has the model built in.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use ichiban_engine::asking::protocol::{
    Command, Events, Inquiry, Purpose, Question, Report, Ticket,
};
use ichiban_engine::protocol::Job;
use ichiban_model::Failure;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::App;
use crate::endpoint::Connection;
use crate::engine::{Engine, News, spawn_model};
use crate::on_device::Asking;

/// The tool whose worker asks models by itself.
const TRANSLATE: &str = "Translate";

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
    /// Whoever has asked for the recording of a run.
    savers: HashMap<u32, Box<dyn FnOnce(String)>>,
    /// Asks the worker of Translate, which asks models by itself, for the recording of a run.
    save_translation: Option<Rc<dyn Fn(u32)>>,
    /// The recording that answers what is asked of one, and its pace.
    recording: Option<(String, u32)>,
    /// What the page asks of the browser itself, by the worker's number of the exchange.
    on_device: HashMap<u32, Asking>,
}

impl App {
    /// Asks the endpoint that the person has connected, on behalf of [`App::purpose`]; `hear` is told what comes of it.
    /// None if there is no endpoint: open the settings.
    pub(crate) fn ask(
        self,
        purpose: Purpose,
        question: Question,
        hear: impl FnMut(Heard) + 'static,
    ) -> Option<Asked> {
        let connection = self.connection_for(&purpose.tool)?;
        let ticket = self.next_question();
        self.questions.update_value(|questions| {
            questions
                .hearers
                .insert(ticket, Rc::new(RefCell::new(hear)));
        });
        self.start_model();
        self.tell_model(&Command::Ask {
            ticket,
            endpoint: connection.endpoint(),
            wire: connection.wire,
            patience_ms: Job::DEFAULT_PATIENCE_MS,
            question,
            purpose,
        });
        Some(Asked(ticket))
    }

    /// Asks something of an endpoint that is being set. The answer comes to [`App::tested`] or
    /// [`App::listed`] under the number that is returned.
    pub(crate) fn inquire(self, connection: &Connection, inquiry: Inquiry) -> Ticket {
        let ticket = self.next_question();
        self.tell_model(&Command::Inquire {
            ticket,
            endpoint: connection.endpoint(),
            wire: connection.wire.clone(),
            inquiry,
        });
        ticket
    }

    /// The number of the next question. The worker is there from the first on.
    fn next_question(self) -> Ticket {
        let mut ticket = Ticket(0);
        self.questions.update_value(|questions| {
            ticket = Ticket(questions.next);
            questions.next += 1;
            if questions.engine.is_none() {
                let engine = Engine::start(spawn_model, move |news| self.model_said(news));
                questions.engine = Some(engine);
            }
        });
        ticket
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

    /// Fetches what was exchanged in a run of a tool; `take` is given the file's text, empty if nothing
    /// is held.
    pub(crate) fn fetch_recording(self, tool: &str, run: u32, take: impl FnOnce(String) + 'static) {
        let mut save = None;
        self.questions.update_value(|questions| {
            questions.savers.insert(run, Box::new(take));
            save = questions
                .save_translation
                .clone()
                .filter(|_| tool == TRANSLATE);
        });
        match save {
            Some(save) => save(run),
            None => self.tell_model_of(&Command::Save { run }),
        }
    }

    /// Says how to ask the worker of Translate for the recording of a run.
    pub(crate) fn saves_translations(self, save: impl Fn(u32) + 'static) {
        self.questions
            .update_value(|questions| questions.save_translation = Some(Rc::new(save)));
    }

    /// Hands over what was exchanged in a run to whoever has asked for it.
    pub(crate) fn saved(self, run: u32, lines: String) {
        let mut saver = None;
        self.questions
            .update_value(|questions| saver = questions.savers.remove(&run));
        if let Some(take) = saver {
            take(lines);
        }
    }

    /// Has a recording answer what is asked of one.
    pub(crate) fn load_recording(self, text: String, pace: u32) {
        self.tell_model_of(&Command::Load {
            text: text.clone(),
            pace,
        });
        self.questions
            .update_value(|questions| questions.recording = Some((text, pace)));
    }

    /// The recording that answers what is asked of one, and its pace.
    pub(crate) fn recording(self) -> Option<(String, u32)> {
        self.questions
            .with_value(|questions| questions.recording.clone())
    }

    /// Tells the worker something that is no question, and starts it if need be.
    pub(crate) fn tell_model_of(self, command: &Command) {
        self.start_model();
        self.tell_model(command);
    }

    fn start_model(self) {
        self.questions.update_value(|questions| {
            questions.engine.get_or_insert_with(|| {
                Engine::start(spawn_model, move |news| self.model_said(news))
            });
        });
    }

    fn tell_model(self, command: &Command) {
        let told = self
            .questions
            .with_value(|questions| match &questions.engine {
                Some(engine) => engine.send(command),
                None => Ok(()),
            });
        if let Err(reason) = told {
            self.nobody_answers("question-lost", &reason);
        }
    }

    fn model_said(self, news: News<Vec<Report>>) {
        match news {
            News::Message(reports) => {
                for report in reports {
                    self.take_report(report);
                }
            }
            News::Replaced => self.nobody_answers(
                "question-lost-to-restart",
                "it stopped answering and was started anew",
            ),
            News::Lost(reason) => self.nobody_answers("question-lost", &reason),
        }
    }

    fn take_report(self, report: Report) {
        match report {
            Report::Ready => {}
            Report::Said { ticket, events } => self.hears(ticket, Heard::Events(events)),
            Report::Saved { run, lines } => self.saved(run, lines),
            Report::Sent { entries, spent } => self.sent(entries, spent),
            Report::Waiting { ticket, failure } => self.hears(ticket, Heard::Waiting(failure)),
            Report::Over { ticket, failure } => self.hears(ticket, Heard::Over(failure)),
            Report::Tested { ticket, result } => self.tested(ticket, result),
            Report::Listed { ticket, result } => self.listed(ticket, result),
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

    /// Every question on its way fails: there is nobody left who would answer. `name` is that of the
    /// message (`ichiban_model::Terms`).
    fn nobody_answers(self, name: &str, reason: &str) {
        let mut tickets = Vec::new();
        self.questions.update_value(|questions| {
            tickets.extend(questions.hearers.keys().copied());
            questions.on_device.clear();
        });
        tickets.sort_unstable();
        // Without a network, a worker that was not fetched yet cannot come.
        let failure = if window().navigator().on_line() {
            let message = format!("The question was lost: {reason}.");
            let hint = "Ask again. If that does not help, reload the page.";
            Failure::new("worker", message, hint)
                .named(name, "ask-again-or-reload")
                .with("reason", reason)
        } else {
            let hint = "Connect to a network, then ask again.";
            Failure::new("offline", "This device is offline.", hint)
                .named("offline", "connect-and-ask")
        };
        self.inquiries_failed(&failure);
        for ticket in tickets {
            self.hears(ticket, Heard::Over(Some(failure.clone())));
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
