//! A run: requests go out on threads, what comes back is folded here, in one place.

use std::collections::HashMap;
use std::io::{self, IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Sender};

use ichiban_json::localise::{Catalogue, Change, Flow, Job, Memory, Patch, RequestId, Session};
use ichiban_model::{Ending, Endpoint, Event, Failure, Wire};

use super::Column;
use crate::commands::exchange::{self, Exchange, is_fatal};

type News = exchange::News<RequestId>;

/// Whom to ask, and how many questions at once.
pub(super) struct Asking {
    pub(super) wire: &'static dyn Wire,
    pub(super) endpoint: Endpoint,
    pub(super) parallel: usize,
}

/// How a run ended.
pub(super) struct Ended {
    pub(super) outcome: Outcome,
    /// Texts that need a person.
    pub(super) attention: usize,
}

pub(super) enum Outcome {
    /// Every text is settled or needs a person.
    Finished,
    /// The person stopped it.
    Interrupted,
    /// The endpoint failed.
    Failed(Failure),
}

/// Most failures named one by one; the rest are counted.
const MOST_NAMED: usize = 50;

/// Translates into the columns. What settles is in them whatever the outcome.
pub(super) fn run(
    catalogue: &Arc<Catalogue>,
    job: Job,
    memory: Memory,
    asking: Asking,
    columns: &mut [Column],
) -> Result<(Ended, Memory), String> {
    let (news, inbox) = mpsc::channel();
    let interrupt = news.clone();
    ctrlc::set_handler(move || {
        // If nobody listens, the run is over already.
        let _ = interrupt.send(News::Interrupted);
    })
    .map_err(|error| format!("cannot listen for Ctrl-C: {error}"))?;
    let mut patches = Vec::new();
    let session = Session::new(Arc::clone(catalogue), job, memory, &mut patches);
    let mut run = Run {
        catalogue,
        session,
        asking,
        news,
        flights: HashMap::new(),
        columns,
        progress: Progress::new(),
        attention: 0,
        failure: None,
    };
    run.apply(patches);
    let outcome = loop {
        run.send()?;
        run.progress.show(&run.session, false);
        if run.session.is_finished() {
            break Outcome::Finished;
        }
        if let Some(failure) = run.failure.take() {
            break Outcome::Failed(failure);
        }
        match inbox.recv() {
            Ok(News::Interrupted) | Err(_) => break Outcome::Interrupted,
            Ok(news) => run.take(news),
        }
    };
    for abandoned in run.flights.values() {
        abandoned.store(true, Ordering::Relaxed);
    }
    run.progress.show(&run.session, true);
    let ended = Ended {
        outcome,
        attention: run.attention,
    };
    Ok((ended, run.session.into_memory()))
}

struct Run<'a> {
    catalogue: &'a Catalogue,
    session: Session,
    asking: Asking,
    news: Sender<News>,
    /// Requests that are out, and how to tell that their answer is no longer wanted.
    flights: HashMap<RequestId, Arc<AtomicBool>>,
    columns: &'a mut [Column],
    progress: Progress,
    attention: usize,
    failure: Option<Failure>,
}

impl Run<'_> {
    /// Sends requests, as many as may be out at once.
    fn send(&mut self) -> Result<(), String> {
        while self.flights.len() < self.asking.parallel && self.failure.is_none() {
            let Some((id, request)) = self.session.next_request() else {
                return Ok(());
            };
            let abandoned = Arc::new(AtomicBool::new(false));
            self.flights.insert(id, Arc::clone(&abandoned));
            let exchange = Exchange {
                id,
                wire: self.asking.wire,
                endpoint: self.asking.endpoint.clone(),
                request,
                news: self.news.clone(),
                abandoned,
            };
            std::thread::Builder::new()
                .spawn(|| exchange.run())
                .map_err(|error| format!("cannot start a thread: {error}"))?;
        }
        Ok(())
    }

    fn take(&mut self, news: News) {
        let mut patches = Vec::new();
        match news {
            News::Interrupted => {}
            News::Waiting(failure, wait) => {
                self.progress.say(&format!(
                    "{} Trying again in {:.0} s.",
                    failure.message,
                    wait.as_secs_f64().ceil()
                ));
            }
            News::Failed(id, failure) => {
                self.flights.remove(&id);
                self.session.ended(id, &Ending::Aborted, &mut patches);
                self.failure = Some(failure);
            }
            News::Events(id, events) => {
                for event in &events {
                    self.event(id, event, &mut patches);
                }
            }
        }
        self.apply(patches);
    }

    fn event(&mut self, id: RequestId, event: &Event, patches: &mut Vec<Patch>) {
        if !self.flights.contains_key(&id) {
            return;
        }
        let flow = self.session.absorb(id, event, patches);
        if let Event::Ended { ending } = event {
            self.flights.remove(&id);
            if is_fatal(ending) {
                self.failure = Failure::of_ending(&self.asking.endpoint, ending);
            }
        } else if flow == Flow::Abandon
            && let Some(abandoned) = self.flights.remove(&id)
        {
            abandoned.store(true, Ordering::Relaxed);
        }
    }

    fn apply(&mut self, patches: Vec<Patch>) {
        for patch in patches {
            let Some(column) = self.columns.get_mut(usize::from(patch.target.0)) else {
                continue;
            };
            let Some(place) = column.translations.get_mut(patch.segment.index()) else {
                continue;
            };
            match patch.change {
                Change::Settled { translation, .. } => *place = Some(translation),
                Change::Pending | Change::Streaming | Change::Empty => *place = None,
                Change::Attention { reasons, .. } => {
                    *place = None;
                    self.attention += 1;
                    if self.attention > MOST_NAMED {
                        continue;
                    }
                    let path = self
                        .catalogue
                        .segment(patch.segment)
                        .map_or_else(String::new, ichiban_json::localise::Segment::pointer);
                    let reason = reasons.first().map_or("", |it| it.message.as_str());
                    self.progress.say(&format!(
                        "{}: {path} needs attention: {reason}",
                        column.locale
                    ));
                }
            }
        }
    }
}

/// The line on the standard error that says how far the run is.
struct Progress {
    terminal: bool,
    shown: u32,
}

impl Progress {
    fn new() -> Self {
        Self {
            terminal: io::stderr().is_terminal(),
            shown: 0,
        }
    }

    /// Shows where the session stands: on a terminal in place, else every tenth of the way.
    fn show(&mut self, session: &Session, last: bool) {
        let standing = session.standing();
        let done = standing.settled + standing.attention;
        let tenth = (done * 10).checked_div(standing.total).unwrap_or(10);
        if !self.terminal && !last && tenth == self.shown {
            return;
        }
        self.shown = tenth;
        let line = format!(
            "{} of {} texts translated, {} need attention, {} requests under way",
            standing.settled, standing.total, standing.attention, standing.in_flight
        );
        let mut err = io::stderr().lock();
        // Progress that cannot be shown is no reason to stop.
        let _ = if self.terminal {
            write!(err, "\r\u{1b}[2K{line}{}", if last { "\n" } else { "" })
        } else {
            writeln!(err, "{line}")
        };
    }

    /// Says something that stays.
    fn say(&self, message: &str) {
        let mut err = io::stderr().lock();
        let clear = if self.terminal { "\r\u{1b}[2K" } else { "" };
        let _ = writeln!(err, "{clear}{message}");
    }
}
