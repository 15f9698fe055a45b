//! The jobs of a tool: one at a time, in a worker that is ended when one takes too long.

mod pace;

use std::collections::HashMap;
use std::ops::Deref;
use std::time::Duration;

use ichiban_browser::clock;
use ichiban_browser::frame::Frame;
use ichiban_engine::job::Job;
use leptos::prelude::*;
use leptos::web_sys;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

use self::pace::{Next, Pace};
use crate::engine::{Engine, News};

pub(crate) use self::pace::Lost;

/// How long a job goes on before the page says so.
const SLOW: Duration = Duration::from_millis(400);

/// A kind of worker, and how it speaks.
pub(crate) trait Worker: 'static {
    /// What it is told.
    type Command: Serialize + 'static;
    /// What it tells.
    type Report: DeserializeOwned + 'static;
    /// Starts one.
    fn spawn() -> Result<web_sys::Worker, JsValue>;
    /// What a report is about.
    fn kind(report: &Self::Report) -> Kind;
}

/// What a report is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The worker is there.
    Ready,
    /// A job is done.
    Done(Job),
    /// A job cannot be done: the worker lacks a text.
    Lacking(Job),
    /// Something that was asked.
    Answer(u32),
    /// Anything else.
    News,
}

/// What a tool does about its jobs.
pub(crate) trait Work<W: Worker> {
    /// Sends a job's commands, the last of which has this number. False if there is nothing to do.
    fn send(&self, job: Job) -> bool;
    /// Takes what the worker says of the last job, and how long it took, in milliseconds.
    fn hear(&self, report: W::Report, took_ms: f64);
    /// How long the job that was sent last may go on, if there is a limit.
    fn limit(&self) -> Option<Duration> {
        None
    }
    /// The worker knows nothing: it is new, or lacks a text.
    fn is_new(&self) {}
    /// There is no answer to the last job, and why.
    fn lost(&self, lost: Lost);
}

/// Takes an answer; none if the worker was ended before it gave one.
type Then<R> = Box<dyn FnOnce(Option<R>)>;

struct Desk<R> {
    pace: Pace,
    next_ticket: u32,
    awaited: HashMap<u32, Then<R>>,
}

impl<R> Default for Desk<R> {
    fn default() -> Self {
        Self {
            pace: Pace::default(),
            next_ticket: 0,
            awaited: HashMap::new(),
        }
    }
}

/// The jobs of one tool, with a worker of their own. A handle: copies mean the same jobs.
pub(crate) struct Jobs<W: Worker>(&'static Inner<W>);

impl<W: Worker> Clone for Jobs<W> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<W: Worker> Copy for Jobs<W> {}

impl<W: Worker> Deref for Jobs<W> {
    type Target = Inner<W>;

    fn deref(&self) -> &Inner<W> {
        self.0
    }
}

/// What [`Jobs`] consist of.
pub(crate) struct Inner<W: Worker> {
    engine: StoredValue<Option<Engine<W::Command>>, LocalStorage>,
    next: StoredValue<Option<Frame>, LocalStorage>,
    work: StoredValue<Option<Box<dyn Work<W>>>, LocalStorage>,
    desk: StoredValue<Desk<W::Report>, LocalStorage>,
    /// Whether a job goes on for so long that a person notices.
    pub(crate) is_slow: RwSignal<bool>,
}

impl<W: Worker> Jobs<W> {
    /// Jobs with nothing to do, and their worker. To be made once: they are never freed.
    pub(crate) fn new() -> Self {
        let jobs = Self(Box::leak(Box::new(Inner {
            engine: StoredValue::new_local(None),
            next: StoredValue::new_local(None),
            work: StoredValue::new_local(None),
            desk: StoredValue::new_local(Desk::default()),
            is_slow: RwSignal::new(false),
        })));
        jobs.next.set_value(Some(Frame::new(move || jobs.begin())));
        jobs
    }

    /// Starts the worker; `work` is told all that happens.
    pub(crate) fn start(self, work: impl Work<W> + 'static) {
        self.employ(work);
        self.start_worker();
    }

    /// Has `work` told all that happens. The worker is started when something is asked of it.
    pub(crate) fn employ(self, work: impl Work<W> + 'static) {
        self.work.set_value(Some(Box::new(work)));
    }

    fn start_worker(self) {
        if self.engine.with_value(Option::is_none) {
            let engine = Engine::start(W::spawn, move |news| self.news(news));
            self.engine.set_value(Some(engine));
        }
    }

    /// Sends a command; the reason if it cannot be sent.
    pub(crate) fn send(self, command: &W::Command) -> Result<(), String> {
        self.start_worker();
        self.engine.with_value(|engine| match engine {
            Some(engine) => engine.send(command),
            None => Ok(()),
        })
    }

    /// Has a job done in the next frame, or when the one that goes on is done.
    pub(crate) fn want(self) {
        let mut next = Next::Begin;
        self.desk
            .update_value(|desk| next = desk.pace.want(clock::now_ms()));
        match next {
            Next::Begin => self.begin_soon(),
            Next::CutOff => self.cut_off(),
        }
    }

    /// Has a job done that goes on with what the one before began, when that is done.
    pub(crate) fn want_next(self) {
        self.desk.update_value(|desk| desk.pace.want_next());
        self.begin_soon();
    }

    /// Stops the job that goes on, if one does.
    pub(crate) fn stop(self) {
        let mut is_going = false;
        self.desk.update_value(|desk| is_going = desk.pace.stop());
        if is_going {
            self.cut_off();
        }
    }

    /// Asks for something that is no job; `then` is told the answer, or that there will be none.
    pub(crate) fn ask(
        self,
        question: impl FnOnce(u32) -> W::Command,
        then: impl FnOnce(Option<W::Report>) + 'static,
    ) -> Result<(), String> {
        let mut ticket = 0;
        self.desk.update_value(|desk| {
            ticket = desk.next_ticket;
            desk.next_ticket = desk.next_ticket.wrapping_add(1);
            desk.awaited.insert(ticket, Box::new(then));
        });
        self.send(&question(ticket))
    }

    fn cut_off(self) {
        self.engine.with_value(|engine| {
            if let Some(engine) = engine {
                engine.cut_off();
            }
        });
    }

    fn begin_soon(self) {
        self.next.with_value(|next| {
            if let Some(next) = next {
                next.ask();
            }
        });
    }

    fn begin(self) {
        let mut job = None;
        self.desk
            .update_value(|desk| job = desk.pace.begin(clock::now_ms()));
        let Some(job) = job else { return };
        if !self.tell(|work| work.send(job)).unwrap_or_default() {
            self.desk.update_value(|desk| desk.pace.over());
            return;
        }
        set_timeout(
            move || {
                if self.desk.with_value(|desk| desk.pace.is_going(job)) {
                    self.is_slow.set(true);
                }
            },
            SLOW,
        );
        if let Some(limit) = self.tell(|work| work.limit()).flatten() {
            self.limit(job, limit);
        }
    }

    /// Ends the job at the limit of its time. While the worker comes, none of it is used.
    fn limit(self, job: Job, limit: Duration) {
        set_timeout(
            move || {
                let mut is_over = false;
                self.desk
                    .update_value(|desk| is_over = desk.pace.limit(job, clock::now_ms(), limit));
                if is_over {
                    self.cut_off();
                } else if self.desk.with_value(|desk| desk.pace.is_going(job)) {
                    self.limit(job, limit);
                }
            },
            limit,
        );
    }

    fn tell<T>(self, tell: impl FnOnce(&dyn Work<W>) -> T) -> Option<T> {
        self.work.with_value(|work| work.as_deref().map(tell))
    }

    fn news(self, news: News<W::Report>) {
        match news {
            News::Message(report) => self.report(report),
            News::Replaced => self.replaced(),
            News::Lost(reason) => {
                self.desk.update_value(|desk| desk.pace.over());
                self.is_slow.set(false);
                self.tell(|work| work.lost(Lost::NoWorker(reason)));
            }
        }
    }

    fn report(self, report: W::Report) {
        let now = clock::now_ms();
        match W::kind(&report) {
            Kind::Ready => {
                self.desk.update_value(|desk| desk.pace.is_there(now));
                self.tell(|work| work.hear(report, 0.0));
            }
            Kind::News => {
                self.tell(|work| work.hear(report, 0.0));
            }
            Kind::Answer(ticket) => {
                let mut then = None;
                self.desk
                    .update_value(|desk| then = desk.awaited.remove(&ticket));
                if let Some(then) = then {
                    then(Some(report));
                }
            }
            Kind::Lacking(job) => {
                let mut is_this = false;
                self.desk
                    .update_value(|desk| is_this = desk.pace.answered(job, now).is_some());
                if is_this {
                    self.is_slow.set(false);
                    self.tell(|work| work.is_new());
                    self.want();
                }
            }
            Kind::Done(job) => {
                let mut took_ms = None;
                self.desk
                    .update_value(|desk| took_ms = desk.pace.answered(job, now));
                let Some(took_ms) = took_ms else { return };
                self.is_slow.set(false);
                self.tell(|work| work.hear(report, took_ms));
                self.follow_up();
            }
        }
    }

    fn replaced(self) {
        let mut lost = None;
        let mut awaited = HashMap::new();
        self.desk.update_value(|desk| {
            lost = desk.pace.replaced();
            awaited = std::mem::take(&mut desk.awaited);
        });
        for then in awaited.into_values() {
            then(None);
        }
        self.is_slow.set(false);
        self.tell(|work| work.is_new());
        if let Some(lost) = lost {
            self.tell(|work| work.lost(lost));
        }
        self.follow_up();
    }

    /// Has the job begin that was wanted meanwhile.
    fn follow_up(self) {
        if self.desk.with_value(|desk| desk.pace.is_wanted()) {
            self.begin_soon();
        }
    }
}
