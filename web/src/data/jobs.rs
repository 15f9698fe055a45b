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

use super::pace::{Lost, Next, Pace};
use crate::engine::{Engine, News, spawn_data};

/// How long a job goes on before the page says so.
const SLOW: Duration = Duration::from_millis(400);
/// How long a pause in typing is.
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

type Then = Box<dyn FnOnce(Vec<u8>)>;

#[derive(Default)]
struct Desk {
    pace: Pace,
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
        let mut next = Next::Begin;
        let mut pause = None;
        self.desk.update_value(|desk| {
            next = desk.pace.want(bytes, clock::now_ms());
            pause = desk.pause.take();
        });
        if let Some(pause) = pause {
            pause.clear();
        }
        match next {
            Next::Begin => self.ask(),
            Next::CutOff => self.cut_off(),
            Next::Pause => {
                let pause = set_timeout_with_handle(move || self.begin(), PAUSE).ok();
                self.desk.update_value(|desk| desk.pause = pause);
            }
        }
    }

    /// Stops the job that goes on, if one does.
    pub(crate) fn stop(self) {
        let mut is_going = false;
        self.desk.update_value(|desk| is_going = desk.pace.stop());
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
    }

    fn tell<T>(self, tell: impl FnOnce(&dyn Work) -> T) -> Option<T> {
        self.work.with_value(|work| work.as_deref().map(tell))
    }

    fn news(self, news: News<Report>) {
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
        let now = clock::now_ms();
        let Some(job) = job else {
            if matches!(report, Report::Ready { .. }) {
                self.desk.update_value(|desk| desk.pace.is_there(now));
            }
            self.tell(|work| work.hear(report, 0.0));
            return;
        };
        let mut took_ms = None;
        self.desk
            .update_value(|desk| took_ms = desk.pace.answered(job, now));
        let Some(took_ms) = took_ms else { return };
        self.is_slow.set(false);
        self.tell(|work| work.hear(report, took_ms));
        self.follow_up();
    }

    fn replaced(self) {
        let mut lost = None;
        self.desk.update_value(|desk| {
            lost = desk.pace.replaced();
            desk.awaited.clear();
        });
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
            self.ask();
        }
    }
}
