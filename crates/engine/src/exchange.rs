//! One question to a model: its attempts, and what the bytes of its answer mean.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;
use std::time::Duration;

use ichiban_model::recording::{Arrived, Recording};
use ichiban_model::refused::Setting;
use ichiban_model::retry::{Attempt, Policy};
use ichiban_model::{
    Asker, Decoder, Ending, Endpoint, Event, Failure, Headers, HttpRequest, Wire, wire,
};

use crate::account::{Account, Behalf};
use crate::transport::{Arrival, Loss, Moment};

/// Of an error's body, what is read before it is judged: the message is near its beginning.
const ERROR_BODY_LIMIT: usize = 16 * 1024;

/// How long a body may stay open when its answer is over. Some servers never close it.
const LINGER: Duration = Duration::from_secs(1);

/// Whom to ask, and on whose behalf.
#[derive(Clone)]
pub(crate) struct Line {
    pub(crate) endpoint: Endpoint,
    pub(crate) wire: &'static dyn Wire,
    pub(crate) patience: Duration,
    /// The page's origin, which a server must allow.
    pub(crate) origin: String,
    pub(crate) behalf: Behalf,
    /// What was refused of earlier questions on this line.
    pub(crate) refused: Rc<RefCell<BTreeSet<Setting>>>,
}

impl Line {
    /// The line by the wire of that name. Fails if there is none.
    pub(crate) fn new(
        endpoint: Endpoint,
        wire: &str,
        patience: Duration,
        origin: String,
    ) -> Result<Self, Failure> {
        let Some(wire) = wire::by_name(wire) else {
            let names: Vec<_> = wire::WIRES.iter().map(|wire| wire.name()).collect();
            let names = names.join(", ");
            let message = format!("There is no wire `{wire}`.");
            let hint = format!("Choose one of {names} in the settings.");
            return Err(Failure::new("bad-request", message, hint)
                .named("no-wire", "choose-wire")
                .with("wire", wire)
                .with("wires", names));
        };
        Ok(Self {
            endpoint,
            wire,
            patience,
            origin,
            behalf: Behalf::default(),
            refused: Rc::default(),
        })
    }
}

/// A question on its way: sent, maybe again, and answered.
pub(crate) struct Exchange {
    line: Line,
    request: HttpRequest,
    attempts: u32,
    phase: Phase,
    /// Set when the answer is over and its body is not: when not to wait for that any longer.
    enough: Option<Duration>,
    account: Account,
    /// What was sent and came, while an attempt goes on that leaves the page.
    recording: Option<Recording>,
}

enum Phase {
    /// No head yet.
    Sent,
    /// An error status, or a page: its body tells more.
    Declined {
        status: u16,
        headers: Vec<(String, String)>,
        body: Vec<u8>,
    },
    /// An answer.
    Answering(Box<dyn Decoder>),
}

/// How an attempt ended.
#[derive(Debug, PartialEq)]
pub(crate) enum Verdict {
    /// The answer is over, well or not.
    Answered(Ending),
    /// It failed before an answer began, in a way that may pass: ask again after a wait.
    Again { after: Duration, failure: Failure },
    /// It failed. The answer may have begun.
    Failed(Failure),
}

impl Exchange {
    pub(crate) fn new(line: Line, request: &ichiban_model::Request) -> Self {
        let mut http = line.wire.encode(&line.endpoint, request);
        for setting in &*line.refused.borrow() {
            setting.leave_out(&mut http);
        }
        Self {
            account: Account::new(line.behalf.clone(), &line.endpoint, &request.model, &http),
            request: http,
            line,
            attempts: 0,
            phase: Phase::Sent,
            enough: None,
            recording: None,
        }
    }

    /// Whether the question may be sent: whether there is money for it.
    pub(crate) fn afford(&self) -> Result<(), Failure> {
        self.account.afford()
    }

    /// The next attempt's request.
    pub(crate) fn attempt(&mut self) -> HttpRequest {
        self.keep_recording();
        self.account.sent();
        let line = &self.line;
        self.recording = self
            .account
            .is_sent_out()
            .then(|| Recording::of(line.wire.name(), &self.request, &line.endpoint));
        self.attempts += 1;
        self.phase = Phase::Sent;
        self.enough = None;
        self.request.clone()
    }

    /// When the body's end is to be taken for come, should nothing more arrive until then.
    pub(crate) fn enough(&self) -> Option<Duration> {
        self.enough
    }

    /// Takes what arrived, and appends the events it completes: all but [`Event::Ended`], which
    /// is the verdict. `reached` tells whether this endpoint has answered anything before: a
    /// connection that never worked is not tried again, since no wait mends it.
    pub(crate) fn receive(
        &mut self,
        arrival: Arrival,
        moment: &Moment,
        reached: bool,
        events: &mut Vec<Event>,
    ) -> Option<Verdict> {
        if let Some(recording) = &mut self.recording {
            recording.take(self.account.since_sent(), arrived(&arrival));
        }
        let verdict = self.take(arrival, moment, reached, events);
        if verdict.is_some() {
            self.keep_recording();
        }
        match self.account.received(events, verdict.as_ref()) {
            Ok(()) => verdict,
            Err(failure) => Some(Verdict::Failed(failure)),
        }
    }

    /// Hands over what was recorded, whether it is whole or not.
    fn keep_recording(&mut self) {
        if let Some(recording) = self.recording.take() {
            self.account.record(recording);
        }
    }

    fn take(
        &mut self,
        arrival: Arrival,
        moment: &Moment,
        reached: bool,
        events: &mut Vec<Event>,
    ) -> Option<Verdict> {
        match arrival {
            Arrival::Head { status, headers } => {
                self.phase = if is_answer(status, &headers) {
                    Phase::Answering(self.line.wire.decoder())
                } else {
                    Phase::Declined {
                        status,
                        headers,
                        body: Vec::new(),
                    }
                };
                None
            }
            Arrival::Body(bytes) => match &mut self.phase {
                Phase::Sent => None,
                Phase::Declined { body, .. } => {
                    body.extend(bytes);
                    (body.len() >= ERROR_BODY_LIMIT).then(|| self.declined(moment))
                }
                Phase::Answering(decoder) => {
                    decoder.push(&bytes, events);
                    self.enough = decoder.is_over().then(|| moment.now + LINGER);
                    take_ending(events).map(Verdict::Answered)
                }
            },
            Arrival::End => Some(match &mut self.phase {
                Phase::Sent | Phase::Declined { .. } => self.declined(moment),
                Phase::Answering(decoder) => {
                    decoder.finish(events);
                    Verdict::Answered(take_ending(events).unwrap_or(Ending::Truncated))
                }
            }),
            Arrival::Lost(loss) => Some(self.lost(&loss, moment, reached, events)),
        }
    }

    fn declined(&mut self, moment: &Moment) -> Verdict {
        let (status, headers, body) = match &self.phase {
            Phase::Declined {
                status,
                headers,
                body,
            } => (*status, headers.as_slice(), body.as_slice()),
            Phase::Sent | Phase::Answering(_) => (0, [].as_slice(), [].as_slice()),
        };
        let headers = Headers(headers);
        let failure = Failure::of_status(&self.line.endpoint, status, headers, body, moment.unix);
        if let Some(setting) = Setting::refused(&self.request, status, body) {
            setting.leave_out(&mut self.request);
            self.line.refused.borrow_mut().insert(setting);
            let after = Duration::ZERO;
            return Verdict::Again { after, failure };
        }
        // The words of an error tell more than its status: an account without credit answers 429
        // as well, and no wait mends that.
        let may_pass = matches!(
            failure.code.as_str(),
            "rate-limited" | "server-error" | "timed-out"
        );
        let wait = may_pass
            .then(|| self.wait(Attempt::Status { status, headers }, moment))
            .flatten();
        match wait {
            Some(after) => Verdict::Again { after, failure },
            None => Verdict::Failed(failure),
        }
    }

    fn lost(
        &mut self,
        loss: &Loss,
        moment: &Moment,
        reached: bool,
        events: &mut Vec<Event>,
    ) -> Verdict {
        let endpoint = &self.line.endpoint;
        let began = match &mut self.phase {
            Phase::Sent => false,
            // The status is known, and tells more than the loss of the rest.
            Phase::Declined { .. } => return self.declined(moment),
            Phase::Answering(decoder) => {
                decoder.finish(events);
                if let Some(ending) = take_ending(events)
                    && ending != Ending::Truncated
                {
                    return Verdict::Answered(ending);
                }
                true
            }
        };
        match loss {
            Loss::Unsendable { reason } => Verdict::Failed(unsendable(reason)),
            Loss::TimedOut => {
                Verdict::Failed(Failure::of_silence(endpoint, self.line.patience, began))
            }
            Loss::Connection { online: true } if began => Verdict::Answered(Ending::Truncated),
            Loss::Connection { online } => {
                let asker = Asker::Page {
                    origin: &self.line.origin,
                    online: *online,
                };
                let failure = Failure::of_connection(endpoint, asker);
                let wait = (reached && *online && !began)
                    .then(|| self.wait(Attempt::NoResponse, moment))
                    .flatten();
                match wait {
                    Some(after) => Verdict::Again { after, failure },
                    None => Verdict::Failed(failure),
                }
            }
        }
    }

    fn wait(&self, attempt: Attempt<'_>, moment: &Moment) -> Option<Duration> {
        Policy::default().wait(self.attempts, attempt, moment.unix, moment.random)
    }
}

/// What is told of a request that the browser does not take.
pub(crate) fn unsendable(reason: &str) -> Failure {
    Failure::new(
        "bad-request",
        format!("The request cannot be sent: {reason}."),
        "Check the address and the key for stray characters.",
    )
    .named("unsendable", "look-for-stray-characters")
    .with("reason", reason)
}

impl Drop for Exchange {
    fn drop(&mut self) {
        // One that was stopped is worth keeping, too.
        self.keep_recording();
    }
}

fn arrived(arrival: &Arrival) -> Arrived {
    match arrival {
        Arrival::Head { status, headers } => Arrived::Head {
            status: *status,
            headers: headers.clone(),
        },
        Arrival::Body(bytes) => Arrived::Body(bytes.clone()),
        Arrival::End => Arrived::End,
        Arrival::Lost(_) => Arrived::Lost,
    }
}

/// Whether a head begins an answer. A page with status 200 does not.
fn is_answer(status: u16, headers: &[(String, String)]) -> bool {
    let is_page = Headers(headers)
        .get("content-type")
        .is_some_and(|kind| kind.trim_start().starts_with("text/html"));
    (200..300).contains(&status) && !is_page
}

/// Takes [`Event::Ended`] off the end; nothing comes after it.
fn take_ending(events: &mut Vec<Event>) -> Option<Ending> {
    match events.pop_if(|event| matches!(event, Event::Ended { .. })) {
        Some(Event::Ended { ending }) => Some(ending),
        _ => None,
    }
}
