//! Questions on their way, each asked again while its failure may pass.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use ichiban_model::strict::Objection;
use ichiban_model::{Ending, Endpoint, Event, Failure, Request, StrictAnswer};

use super::inquiries::{self, Inquiries};
use super::protocol::{Command, Events, Inquiry, Purpose, Question, Report, Ticket};
use crate::account::{Behalf, Ledger, Purse};
use crate::exchange::{Exchange, Line, Verdict};
use crate::transport::{Arrival, ExchangeId, Moment, Transport};

/// How many runs may have begun since one that still asks.
const RUNS_KEPT: u32 = 64;

/// Asks what it is told to. It does nothing by itself: whoever owns it hands it commands, arrivals
/// and wakes, and fetches its reports.
pub struct Asker<T> {
    transport: T,
    /// The page's origin, for messages about what a server must allow.
    origin: String,
    exchanges: u32,
    flights: BTreeMap<ExchangeId, Flight>,
    inquiries: Inquiries,
    /// Endpoints that have answered anything at all.
    reached: BTreeSet<String>,
    news: Vec<News>,
    ledger: Ledger,
    /// What each run has to spend.
    purses: BTreeMap<u32, Purse>,
}

/// A question on its way.
struct Flight {
    ticket: Ticket,
    line: Line,
    exchange: Exchange,
    /// Holds the answer to its schema, if the question asks for that.
    strict: Option<StrictAnswer>,
    /// When it is asked again, if it waits for that.
    again: Option<Duration>,
}

/// What is to be told. Events of one answer are told together.
enum News {
    Said(Ticket, Vec<Event>),
    Other(Report),
}

impl<T: Transport> Asker<T> {
    /// An asker that asks by `transport` for a page at `origin`.
    pub fn new(transport: T, origin: String) -> Self {
        Self {
            transport,
            origin,
            exchanges: 0,
            flights: BTreeMap::new(),
            inquiries: Inquiries::default(),
            reached: BTreeSet::new(),
            news: vec![News::Other(Report::Ready)],
            ledger: Ledger::default(),
            purses: BTreeMap::new(),
        }
    }

    /// Carries out a command.
    pub fn handle(&mut self, command: Command, moment: &Moment) {
        self.ledger.tick(moment);
        match command {
            Command::Ask {
                ticket,
                endpoint,
                wire,
                patience_ms,
                question,
                purpose,
            } => {
                let patience = Duration::from_millis(patience_ms.into());
                let line = Line::new(endpoint, &wire, patience, self.origin.clone());
                let asked = line.and_then(|line| {
                    let behalf = self.behalf(purpose);
                    self.ask(ticket, Line { behalf, ..line }, &question)
                });
                if let Err(failure) = asked {
                    self.over(ticket, Some(failure));
                }
            }
            Command::Leave { ticket } => self.leave(ticket),
            Command::Inquire {
                ticket,
                endpoint,
                wire,
                inquiry,
            } => self.inquire(ticket, endpoint, &wire, inquiry),
            Command::Save { run } => {
                let lines = self.ledger.recorded(run);
                self.news.push(News::Other(Report::Saved { run, lines }));
            }
            // Whoever carries requests plays it.
            Command::Load { .. } => {}
            Command::DeviceSaid {
                exchange,
                lines,
                is_over,
            } => {
                let id = ExchangeId(exchange);
                self.receive(id, Arrival::Body(lines.into_bytes()), moment);
                if is_over {
                    self.receive(id, Arrival::End, moment);
                }
            }
        }
    }

    fn ask(&mut self, ticket: Ticket, line: Line, question: &Question) -> Result<(), Failure> {
        let request = question.request().ok_or_else(|| {
            Failure::new(
                "bad-request",
                "The question cannot be read.",
                "Reload the page: it mixes two versions of the app.",
            )
            .named("question-unreadable", "reload-mixed-page")
        })?;
        let abilities = line.wire.abilities(&line.endpoint);
        let flight = Flight {
            ticket,
            strict: StrictAnswer::to(&request, abilities.prefill),
            exchange: Exchange::new(line.clone(), &request),
            line,
            again: None,
        };
        flight.exchange.afford()?;
        self.send(flight);
        Ok(())
    }

    fn inquire(&mut self, ticket: Ticket, endpoint: Endpoint, wire: &str, inquiry: Inquiry) {
        let origin = self.origin.clone();
        let line = match inquiries::line(endpoint, wire, origin, &self.ledger, &inquiry) {
            Ok(line) => line,
            Err(failure) => {
                let failed = inquiries::failed(ticket, &inquiry, failure);
                return self.news.push(News::Other(failed));
            }
        };
        if inquiry == Inquiry::Models {
            for id in self.inquiries.drop_lists() {
                self.transport.abort(id);
            }
        }
        let id = self.next_id();
        let request = self.inquiries.begin(id, ticket, line, inquiry);
        self.transport.send(id, request, inquiries::PATIENCE);
    }

    fn next_id(&mut self) -> ExchangeId {
        self.exchanges += 1;
        ExchangeId(self.exchanges)
    }

    /// The questions of a run share what it may spend.
    fn behalf(&mut self, purpose: Purpose) -> Behalf {
        let oldest = purpose.run.saturating_sub(RUNS_KEPT);
        self.purses.retain(|run, _| *run >= oldest);
        let purse = self.purses.entry(purpose.run);
        Behalf {
            ledger: self.ledger.clone(),
            purse: purse
                .or_insert_with(|| Purse::new(purpose.allowance))
                .clone(),
            tool: purpose.tool,
            held: purpose.held,
            run: purpose.run,
        }
    }

    /// Sends a question under a new number, so that nothing that still arrives of an attempt before
    /// is taken for this one's.
    fn send(&mut self, mut flight: Flight) {
        let id = self.next_id();
        let request = flight.exchange.attempt();
        self.transport.send(id, request, flight.line.patience);
        self.flights.insert(id, flight);
    }

    fn leave(&mut self, ticket: Ticket) {
        let left = self
            .flights
            .extract_if(.., |_, flight| flight.ticket == ticket);
        for id in left.map(|(id, _)| id).collect::<Vec<_>>() {
            self.transport.abort(id);
        }
        self.news.retain(|news| match news {
            News::Said(of, _)
            | News::Other(Report::Waiting { ticket: of, .. } | Report::Over { ticket: of, .. }) => {
                *of != ticket
            }
            News::Other(_) => true,
        });
    }

    /// The question that an exchange is for, while it goes on.
    pub fn ticket(&self, id: ExchangeId) -> Option<Ticket> {
        let flight = self.flights.get(&id).map(|flight| flight.ticket);
        flight.or_else(|| self.inquiries.ticket(id))
    }

    /// Takes what arrived of an exchange.
    pub fn receive(&mut self, id: ExchangeId, arrival: Arrival, moment: &Moment) {
        self.ledger.tick(moment);
        let Some(flight) = self.flights.get_mut(&id) else {
            if let Some(report) = self.inquiries.receive(id, arrival, moment) {
                self.transport.abort(id);
                self.news.push(News::Other(report));
            }
            return;
        };
        let ticket = flight.ticket;
        let reached = self.reached.contains(&flight.line.endpoint.base_url);
        let mut events = Vec::new();
        let verdict = flight
            .exchange
            .receive(arrival, moment, reached, &mut events);
        let objection = flight
            .strict
            .as_mut()
            .and_then(|strict| hold(strict, verdict.as_ref(), &mut events));
        if let Some(objection) = objection {
            self.resume(id, &objection, events);
            return;
        }
        match verdict {
            None => self.said(ticket, events),
            Some(Verdict::Again { after, failure }) => {
                flight.again = Some(moment.now + after);
                self.reached.insert(flight.line.endpoint.base_url.clone());
                let waiting = Report::Waiting { ticket, failure };
                self.news.push(News::Other(waiting));
            }
            Some(Verdict::Answered(ending)) => {
                let endpoint = &flight.line.endpoint;
                self.reached.insert(endpoint.base_url.clone());
                let failure = Failure::of_ending(endpoint, &ending);
                events.push(Event::Ended { ending });
                self.flights.remove(&id);
                self.transport.release(id);
                self.said(ticket, events);
                self.over(ticket, failure);
            }
            Some(Verdict::Failed(failure)) => {
                self.transport.abort(id);
                let mut flight = self.flights.remove(&id);
                let refused = flight.as_mut().filter(|_| failure.code == "bad-request");
                let next = refused.and_then(|flight| flight.strict.as_mut()?.refused());
                self.said(ticket, events);
                match (flight, next) {
                    (Some(flight), Some(request)) => self.go_on(flight, &request),
                    _ => self.over(ticket, Some(failure)),
                }
            }
        }
    }

    /// Stops an answer that has gone wrong, and asks for the rest of it.
    fn resume(&mut self, id: ExchangeId, objection: &Objection, mut events: Vec<Event>) {
        self.transport.abort(id);
        let Some(mut flight) = self.flights.remove(&id) else {
            return;
        };
        let ticket = flight.ticket;
        self.reached.insert(flight.line.endpoint.base_url.clone());
        let next = flight.strict.as_mut();
        let next = next.and_then(|strict| strict.resume(objection, &mut events));
        let Some(request) = next else {
            let ending = StrictAnswer::given_up(objection);
            let failure = Failure::of_ending(&flight.line.endpoint, &ending);
            events.push(Event::Ended { ending });
            self.said(ticket, events);
            self.over(ticket, failure);
            return;
        };
        self.said(ticket, events);
        self.go_on(flight, &request);
    }

    /// Asks for the rest of an answer, if there is money for it.
    fn go_on(&mut self, mut flight: Flight, request: &Request) {
        flight.exchange = Exchange::new(flight.line.clone(), request);
        match flight.exchange.afford() {
            Ok(()) => self.send(flight),
            Err(failure) => self.over(flight.ticket, Some(failure)),
        }
    }

    fn said(&mut self, ticket: Ticket, events: Vec<Event>) {
        if events.is_empty() {
            return;
        }
        let last = self.news.iter_mut().rev().find_map(|news| match news {
            News::Said(of, events) if *of == ticket => Some(Some(events)),
            // Only an answer that goes on after a mistake waits between its events.
            News::Other(Report::Waiting { ticket: of, .. }) if *of == ticket => Some(None),
            _ => None,
        });
        match last.flatten() {
            Some(known) => known.extend(events),
            None => self.news.push(News::Said(ticket, events)),
        }
    }

    fn over(&mut self, ticket: Ticket, failure: Option<Failure>) {
        let over = Report::Over { ticket, failure };
        self.news.push(News::Other(over));
    }

    /// When [`Asker::wake`] has something to do although nothing arrives.
    pub fn next_wake(&self) -> Option<Duration> {
        let flights = self.flights.values();
        let due = flights.flat_map(|flight| [flight.again, flight.exchange.enough()]);
        due.flatten().min()
    }

    /// Does what has become due.
    pub fn wake(&mut self, moment: &Moment) {
        self.ledger.tick(moment);
        let is_due = |at: Option<Duration>| at.is_some_and(|at| at <= moment.now);
        let ended = self.flights.iter();
        let ended = ended.filter(|(_, flight)| is_due(flight.exchange.enough()));
        for id in ended.map(|(id, _)| *id).collect::<Vec<_>>() {
            self.receive(id, Arrival::End, moment);
        }
        let again: Vec<_> = self
            .flights
            .extract_if(.., |_, flight| is_due(flight.again))
            .collect();
        for (_, mut flight) in again {
            flight.again = None;
            self.send(flight);
        }
    }

    /// Whether there is anything to tell.
    pub fn has_reports(&self) -> bool {
        !self.news.is_empty() || self.ledger.has_news()
    }

    /// What is to be told, in order.
    pub fn take_reports(&mut self) -> Vec<Report> {
        let sent = self.ledger.take();
        let sent = sent.map(|(entries, spent)| Report::Sent { entries, spent });
        let news = self.news.drain(..);
        let news = news.map(|news| match news {
            News::Said(ticket, events) => Report::Said {
                ticket,
                events: Events::of(&events),
            },
            News::Other(report) => report,
        });
        // First: whoever hears that a question is over may ask the next, within what is left.
        sent.into_iter().chain(news).collect()
    }
}

/// What is wrong with the answer, by its schema; of the events those are left that may be told.
fn hold(
    strict: &mut StrictAnswer,
    verdict: Option<&Verdict>,
    events: &mut Vec<Event>,
) -> Option<Objection> {
    let objection = strict.take(events).err();
    match verdict {
        None => objection,
        Some(Verdict::Answered(ending)) => match ending {
            // What the provider says of it matters more.
            Ending::Refused | Ending::Error { .. } | Ending::Aborted => None,
            _ => objection.or_else(|| strict.finish(ending, events).err()),
        },
        Some(Verdict::Again { .. } | Verdict::Failed(_)) => None,
    }
}
