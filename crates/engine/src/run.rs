//! A run: the questions of a [`Session`] asked of an endpoint, several at once, until every cell
//! is settled or nothing more can be asked.

use std::collections::BTreeMap;
use std::time::Duration;

use ichiban_json::localise::{Flow, Memory, Patch, RequestId, Session};
use ichiban_model::{Ending, Event, Failure, Tokens, Usage};

use crate::exchange::{Exchange, Line, Verdict};
use crate::protocol::{Column, Outcome, Progress};
use crate::transport::{Arrival, ExchangeId, Moment, Transport};

/// A run on its way.
pub(crate) struct Run {
    session: Session,
    columns: Vec<Column>,
    line: Line,
    parallel: usize,
    flights: BTreeMap<ExchangeId, Flight>,
    /// Why nothing more is asked. What is in flight may still land.
    failure: Option<Failure>,
    /// Before then nothing new is asked: the endpoint wants a pause.
    pause: Option<Duration>,
    /// Whether the endpoint has answered anything at all.
    reached: bool,
    meter: Meter,
}

/// A question on its way.
struct Flight {
    request: RequestId,
    exchange: Exchange,
    /// When it is asked again, if it waits for that.
    again: Option<Duration>,
    /// What this answer has cost, as far as it was told.
    usage: Option<Usage>,
    /// Output tokens as estimated from the text.
    estimate: Tokens,
}

/// What a step of a run has come to.
#[derive(Debug, Default)]
pub(crate) struct Step {
    /// Cells that changed.
    pub(crate) patches: Vec<Patch>,
    /// Requests that failed and are made again, each with its wait.
    pub(crate) waiting: Vec<(Failure, Duration)>,
    /// The run is over.
    pub(crate) outcome: Option<Outcome>,
}

impl Run {
    pub(crate) fn new(session: Session, columns: Vec<Column>, line: Line, parallel: usize) -> Self {
        Self {
            session,
            columns,
            line,
            parallel: parallel.max(1),
            flights: BTreeMap::new(),
            failure: None,
            pause: None,
            reached: false,
            meter: Meter::default(),
        }
    }

    pub(crate) fn session(&self) -> &Session {
        &self.session
    }

    /// The columns it fills.
    pub(crate) fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// The memory, with what this run has settled.
    pub(crate) fn into_memory(self) -> Memory {
        self.session.into_memory()
    }

    /// Whether an exchange is this run's.
    pub(crate) fn owns(&self, id: ExchangeId) -> bool {
        self.flights.contains_key(&id)
    }

    /// Asks as much as may be asked now, and tells whether the run is over.
    pub(crate) fn go_on(
        &mut self,
        moment: &Moment,
        transport: &mut impl Transport,
        mut next_id: impl FnMut() -> ExchangeId,
        step: &mut Step,
    ) {
        self.meter.begun.get_or_insert(moment.now);
        let over: Vec<_> = self
            .flights
            .iter()
            .filter(|(_, flight)| flight.exchange.enough().is_some_and(|at| at <= moment.now))
            .map(|(id, _)| *id)
            .collect();
        for id in over {
            self.receive(id, Arrival::End, moment, transport, step);
        }
        let due: Vec<_> = self
            .flights
            .iter()
            .filter(|(_, flight)| flight.again.is_some_and(|at| at <= moment.now))
            .map(|(id, _)| *id)
            .collect();
        for id in due {
            // A new number, so that nothing that still arrives of the old attempt is taken for
            // the new one's.
            if let Some(mut flight) = self.flights.remove(&id) {
                flight.again = None;
                self.send(next_id(), flight, transport);
            }
        }
        if self.pause.is_some_and(|until| until <= moment.now) {
            self.pause = None;
        }
        while self.failure.is_none() && self.pause.is_none() && self.flights.len() < self.parallel {
            let Some((request, question)) = self.session.next_request() else {
                break;
            };
            let exchange = Exchange::new(self.line.clone(), &question);
            if let Err(failure) = exchange.afford() {
                self.session
                    .ended(request, &Ending::Aborted, &mut step.patches);
                self.fail(failure, transport, step);
                break;
            }
            let flight = Flight {
                request,
                exchange,
                again: None,
                usage: None,
                estimate: Tokens::default(),
            };
            self.send(next_id(), flight, transport);
        }
        if self.flights.is_empty() && self.pause.is_none() {
            step.outcome = Some(self.close(step));
        }
    }

    fn send(&mut self, id: ExchangeId, mut flight: Flight, transport: &mut impl Transport) {
        let request = flight.exchange.attempt();
        self.meter.requests += 1;
        self.meter.bytes_sent += request.body.len() as u64;
        transport.send(id, request, self.line.patience);
        self.flights.insert(id, flight);
    }

    /// Takes what arrived of one of this run's exchanges.
    pub(crate) fn receive(
        &mut self,
        id: ExchangeId,
        arrival: Arrival,
        moment: &Moment,
        transport: &mut impl Transport,
        step: &mut Step,
    ) {
        let Some(flight) = self.flights.get_mut(&id) else {
            return;
        };
        let mut events = Vec::new();
        let verdict = flight
            .exchange
            .receive(arrival, moment, self.reached, &mut events);
        for event in &events {
            self.meter.count(event, flight, moment);
            let flow = self
                .session
                .absorb(flight.request, event, &mut step.patches);
            if flow == Flow::Abandon {
                self.reached = true;
                transport.abort(id);
                if let Some(flight) = self.flights.remove(&id) {
                    self.meter.close(&flight);
                }
                return;
            }
        }
        match verdict {
            None => {}
            Some(Verdict::Again { after, failure }) => {
                self.reached = true;
                flight.again = Some(moment.now + after);
                if failure.code == "rate-limited" {
                    let until = moment.now + after;
                    self.pause = Some(self.pause.map_or(until, |pause| pause.max(until)));
                }
                step.waiting.push((failure, after));
            }
            Some(Verdict::Answered(ending)) => {
                self.reached = true;
                transport.release(id);
                self.land(id, &ending, step);
                // A limit or a refusal concerns that question alone: the session asks for what is
                // missing in smaller questions, or reports it. The others concern all.
                let of_all = !matches!(ending, Ending::Length | Ending::Refused);
                if of_all && let Some(failure) = Failure::of_ending(&self.line.endpoint, &ending) {
                    self.fail(failure, transport, step);
                }
            }
            Some(Verdict::Failed(failure)) => {
                // Its answer may still be coming: a limit was reached.
                transport.abort(id);
                self.land(id, &Ending::Truncated, step);
                self.fail(failure, transport, step);
            }
        }
    }

    /// Takes a question out of the air: the session learns how it ended.
    fn land(&mut self, id: ExchangeId, ending: &Ending, step: &mut Step) {
        if let Some(flight) = self.flights.remove(&id) {
            self.meter.close(&flight);
            self.session
                .ended(flight.request, ending, &mut step.patches);
        }
    }

    /// Asks nothing more. What another question could not fare better with is given up at once;
    /// answers that are being written when one of them is cut may still end well.
    fn fail(&mut self, failure: Failure, transport: &mut impl Transport, step: &mut Step) {
        let of_one = matches!(
            failure.code.as_str(),
            "cut-off" | "server-error" | "timed-out" | "bad-answer" | "rate-limited" | "too-large"
        );
        let given_up: Vec<_> = self
            .flights
            .iter()
            .filter(|(_, flight)| !of_one || flight.again.is_some())
            .map(|(id, _)| *id)
            .collect();
        for id in given_up {
            transport.abort(id);
            self.land(id, &Ending::Aborted, step);
        }
        self.pause = None;
        self.failure.get_or_insert(failure);
    }

    /// Stops at once. What had settled stays.
    pub(crate) fn stop(&mut self, transport: &mut impl Transport, step: &mut Step) {
        for id in std::mem::take(&mut self.flights).into_keys() {
            transport.abort(id);
        }
        self.session.stop(&mut step.patches);
        step.outcome = Some(Outcome::Stopped);
    }

    fn close(&mut self, step: &mut Step) -> Outcome {
        match self.failure.take() {
            Some(failure) => {
                self.session.stop(&mut step.patches);
                Outcome::Failed(failure)
            }
            None => Outcome::Finished {
                attention: self.session.standing().attention,
            },
        }
    }

    /// When [`Run::go_on`] has something to do although nothing arrives.
    pub(crate) fn next_wake(&self) -> Option<Duration> {
        let flights = self.flights.values();
        let due = flights.flat_map(|flight| [flight.again, flight.exchange.enough()]);
        due.flatten().chain(self.pause).min()
    }

    /// Where the run stands.
    pub(crate) fn progress(&self, moment: &Moment) -> Progress {
        let standing = self.session.standing();
        let flying: Option<Usage> = self
            .flights
            .values()
            .filter_map(|flight| flight.usage)
            .reduce(sum);
        let estimate = self
            .flights
            .values()
            .map(|flight| match flight.usage {
                Some(usage) => usage.output_tokens,
                None => flight.estimate.0,
            })
            .sum::<u64>();
        Progress {
            settled: standing.settled + standing.attention,
            total: standing.total,
            first_token_ms: self.meter.first_token_ms(),
            tokens_per_second: self.meter.rate(estimate, moment.now),
            usage: match (self.meter.usage, flying) {
                (Some(a), Some(b)) => Some(sum(a, b)),
                (one, other) => one.or(other),
            },
            bytes_sent: self.meter.bytes_sent,
            requests: self.meter.requests,
        }
    }
}

/// What a run has cost so far.
#[derive(Default)]
struct Meter {
    begun: Option<Duration>,
    first_token: Option<Duration>,
    last_token: Option<Duration>,
    /// Of answers that are over.
    output: u64,
    usage: Option<Usage>,
    bytes_sent: u64,
    requests: u32,
}

impl Meter {
    fn count(&mut self, event: &Event, flight: &mut Flight, moment: &Moment) {
        match event {
            Event::TextDelta { text }
            | Event::ReasoningDelta { text }
            | Event::ToolArgumentDelta { text, .. } => {
                self.first_token.get_or_insert(moment.now);
                self.last_token = Some(moment.now);
                flight.estimate += Tokens::estimate(text);
            }
            Event::Usage(usage) => flight.usage = Some(*usage),
            _ => {}
        }
    }

    fn close(&mut self, flight: &Flight) {
        self.output += match flight.usage {
            Some(usage) => usage.output_tokens,
            None => flight.estimate.0,
        };
        self.usage = match (self.usage, flight.usage) {
            (Some(a), Some(b)) => Some(sum(a, b)),
            (one, other) => one.or(other),
        };
    }

    fn first_token_ms(&self) -> Option<f64> {
        let wait = self.first_token?.checked_sub(self.begun?)?;
        Some(wait.as_secs_f64() * 1000.0)
    }

    /// Output tokens a second from the first token to now; `flying` are those of answers that are
    /// still being written. Too little time gives no rate rather than a wild one.
    fn rate(&self, flying: u64, now: Duration) -> Option<f64> {
        let until = if flying > 0 { now } else { self.last_token? };
        let seconds = until.checked_sub(self.first_token?)?.as_secs_f64();
        // Far below 2^53 tokens.
        #[expect(clippy::cast_precision_loss)]
        let tokens = (self.output + flying) as f64;
        (seconds >= 0.2).then(|| tokens / seconds)
    }
}

fn sum(a: Usage, b: Usage) -> Usage {
    Usage {
        input_tokens: a.input_tokens + b.input_tokens,
        output_tokens: a.output_tokens + b.output_tokens,
        cached_input_tokens: a.cached_input_tokens + b.cached_input_tokens,
        reasoning_tokens: a.reasoning_tokens + b.reasoning_tokens,
    }
}
