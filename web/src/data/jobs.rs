//! The jobs of a tool that converts or repairs: one at a time, the newest wish next, what takes too
//! long cut off.

use std::collections::HashMap;
use std::ops::Deref;
use std::time::Duration;

use ichiban_browser::clock;
use ichiban_browser::frame::Frame;
use ichiban_engine::data::protocol::{Command, Job, Report};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use crate::engine::{Engine, News, spawn_data};

/// How long a job goes on before the page says so.
const SLOW: Duration = Duration::from_millis(400);
/// How long a job may go on when its input is not wanted any more. A shorter one is waited for: its
/// result is newer than what is shown.
const PATIENCE_MS: f64 = 1_000.0;
/// For a text of more bytes than this, a pause in typing is awaited: reading it out of the editor
/// takes longer than a frame.
const LARGE_BYTES: usize = 2 * 1024 * 1024;
const PAUSE: Duration = Duration::from_millis(300);

/// What a tool does about its jobs.
pub(crate) trait Work {
    /// Sends a job's commands, the last of which has this number. False if there is nothing to do.
    fn send(&self, job: Job) -> bool;
    /// Takes what the worker says of the last job, and how long it took, in milliseconds.
    fn hear(&self, report: Report, took_ms: f64);
    /// The worker is new and knows nothing.
    fn is_new(&self);
    /// There is no answer to the last job, and why.
    fn lost(&self, lost: Lost);
}

/// Why a job has no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Lost {
    /// The person stopped it.
    Stopped,
    /// It went on for too long, or took too much memory.
    TooMuch,
    /// There is no worker, and why.
    NoWorker(String),
}

type Then = Box<dyn FnOnce(Vec<u8>)>;

#[derive(Default)]
struct Desk {
    last: Job,
    /// When the last job was sent, while it goes on.
    since_ms: Option<f64>,
    /// Whether another job is to follow.
    is_wanted: bool,
    /// Whether the page itself ended the worker.
    is_cut: bool,
    is_stopped: bool,
    next_ticket: u32,
    awaited: HashMap<u32, Then>,
    pause: Option<TimeoutHandle>,
}

/// The jobs of one tool, with a worker of their own. A handle: copies mean the same jobs.
#[derive(Clone, Copy)]
pub(crate) struct Jobs(&'static Inner);

impl Deref for Jobs {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        self.0
    }
}

/// What [`Jobs`] consist of.
pub(crate) struct Inner {
    engine: StoredValue<Option<Engine<Command>>, LocalStorage>,
    next: StoredValue<Option<Frame>, LocalStorage>,
    work: StoredValue<Option<Box<dyn Work>>, LocalStorage>,
    desk: StoredValue<Desk, LocalStorage>,
    /// Whether a job goes on for so long that a person notices.
    pub(crate) is_slow: RwSignal<bool>,
}

impl Jobs {
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
    pub(crate) fn start(self, work: impl Work + 'static) {
        self.work.set_value(Some(Box::new(work)));
        self.engine
            .set_value(Some(Engine::start(spawn_data, move |news| self.news(news))));
    }

    /// Sends a command; the reason if it cannot be sent.
    pub(crate) fn send(self, command: &Command) -> Result<(), String> {
        self.engine.with_value(|engine| match engine {
            Some(engine) => engine.send(command),
            None => Ok(()),
        })
    }

    /// Has a job done soon: in the next frame, or, for a large text, after a pause in the wishes.
    pub(crate) fn want(self, bytes: usize) {
        let mut is_late = false;
        let mut pause = None;
        self.desk.update_value(|desk| {
            desk.is_wanted = true;
            is_late = desk
                .since_ms
                .is_some_and(|since| clock::now_ms() - since > PATIENCE_MS);
            desk.is_cut |= is_late;
            pause = desk.pause.take();
        });
        if let Some(pause) = pause {
            pause.clear();
        }
        if is_late {
            self.cut_off();
        } else if bytes > LARGE_BYTES {
            let pause = set_timeout_with_handle(move || self.begin(), PAUSE).ok();
            self.desk.update_value(|desk| desk.pause = pause);
        } else {
            self.ask();
        }
    }

    /// Stops the job that goes on, if one does.
    pub(crate) fn stop(self) {
        let mut is_going = false;
        self.desk.update_value(|desk| {
            is_going = desk.since_ms.is_some();
            desk.is_wanted = false;
            desk.is_cut |= is_going;
            desk.is_stopped |= is_going;
        });
        if is_going {
            self.cut_off();
        }
    }

    /// Asks for the whole of the last output.
    pub(crate) fn whole(self, then: impl FnOnce(Vec<u8>) + 'static) -> Result<(), String> {
        let mut ticket = 0;
        self.desk.update_value(|desk| {
            ticket = desk.next_ticket;
            desk.next_ticket = desk.next_ticket.wrapping_add(1);
            desk.awaited.insert(ticket, Box::new(then));
        });
        self.send(&Command::Whole { ticket })
    }

    fn cut_off(self) {
        self.engine.with_value(|engine| {
            if let Some(engine) = engine {
                engine.cut_off();
            }
        });
    }

    fn ask(self) {
        self.next.with_value(|next| {
            if let Some(next) = next {
                next.ask();
            }
        });
    }

    fn begin(self) {
        let mut job = None;
        self.desk.update_value(|desk| {
            if desk.is_wanted && desk.since_ms.is_none() {
                desk.is_wanted = false;
                desk.last = Job(desk.last.0.wrapping_add(1));
                desk.since_ms = Some(clock::now_ms());
                job = Some(desk.last);
            }
        });
        let Some(job) = job else { return };
        if !self.tell(|work| work.send(job)).unwrap_or_default() {
            self.desk.update_value(|desk| desk.since_ms = None);
            return;
        }
        set_timeout(
            move || {
                let still = self
                    .desk
                    .with_value(|desk| desk.last == job && desk.since_ms.is_some());
                if still {
                    self.is_slow.set(true);
                }
            },
            SLOW,
        );
    }

    fn tell<T>(self, tell: impl FnOnce(&dyn Work) -> T) -> Option<T> {
        self.work.with_value(|work| work.as_deref().map(tell))
    }

    fn news(self, news: News<Report>) {
        match news {
            News::Messages(reports) => {
                for report in reports {
                    self.report(report);
                }
            }
            News::Replaced => self.replaced(),
            News::Lost(reason) => {
                self.over();
                self.tell(|work| work.lost(Lost::NoWorker(reason)));
            }
        }
    }

    fn report(self, report: Report) {
        let job = match &report {
            Report::Converted { job, .. }
            | Report::Unconverted { job, .. }
            | Report::Repaired { job, .. }
            | Report::Unrepaired { job, .. } => Some(*job),
            Report::Ready { .. } | Report::Whole { .. } | Report::Refused { .. } => None,
        };
        if let Report::Whole { ticket, bytes } = report {
            let mut then = None;
            self.desk
                .update_value(|desk| then = desk.awaited.remove(&ticket));
            if let Some(then) = then {
                then(bytes);
            }
            return;
        }
        if matches!(report, Report::Ready { .. }) {
            // A job that was sent before the worker was there begins now.
            self.desk.update_value(|desk| {
                desk.since_ms = desk.since_ms.map(|_| clock::now_ms());
            });
        }
        let Some(job) = job else {
            self.tell(|work| work.hear(report, 0.0));
            return;
        };
        if self.desk.with_value(|desk| desk.last != job) {
            return;
        }
        let took_ms = self.over();
        self.tell(|work| work.hear(report, took_ms));
        if self.desk.with_value(|desk| desk.is_wanted) {
            self.ask();
        }
    }

    fn replaced(self) {
        let (mut is_cut, mut is_stopped, mut is_wanted) = (false, false, false);
        self.desk.update_value(|desk| {
            is_cut = std::mem::take(&mut desk.is_cut);
            is_stopped = std::mem::take(&mut desk.is_stopped);
            is_wanted = desk.is_wanted;
            desk.awaited.clear();
        });
        self.over();
        self.tell(|work| work.is_new());
        if is_stopped {
            self.tell(|work| work.lost(Lost::Stopped));
        } else if !is_cut {
            // The same job would end the same way: it waits for another input.
            self.tell(|work| work.lost(Lost::TooMuch));
        }
        if is_wanted {
            self.ask();
        }
    }

    /// No job goes on any more. How long the last one took.
    fn over(self) -> f64 {
        let mut since = None;
        self.desk.update_value(|desk| since = desk.since_ms.take());
        self.is_slow.set(false);
        since.map_or(0.0, |since| clock::now_ms() - since)
    }
}
