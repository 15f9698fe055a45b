//! Questions of tools that have no network, asked by the one worker that has.

use std::time::Duration;

use ichiban_engine::asking::Asker;
use ichiban_engine::asking::protocol::{Command, Inquiry, Purpose, Question, Report, Ticket};
use ichiban_engine::{Moment, protocol};
use ichiban_model::retry::UnixMillis;
use ichiban_model::{Ending, Endpoint, Event, HttpRequest, Message, Request, Role};

use crate::network::{Act, Network, ending, head, pieces};

/// How a question ended.
#[derive(Debug, PartialEq)]
pub(crate) enum End {
    /// Not yet.
    Open,
    /// Well.
    Well,
    /// By a failure of this code.
    Failed(String),
}

pub(crate) fn failed(code: &str) -> End {
    End::Failed(code.to_owned())
}

/// The page, as far as it asks.
pub(crate) struct Page {
    asker: Asker<Network>,
    pub(crate) network: Network,
    now: Duration,
    reports: Vec<Report>,
}

impl Page {
    pub(crate) fn new(server: impl FnMut(&HttpRequest, usize) -> Vec<Act> + 'static) -> Self {
        let network = Network::default();
        network.serve(server);
        Self {
            asker: Asker::new(network.clone(), String::from("https://ichiban.example")),
            network,
            now: Duration::ZERO,
            reports: Vec::new(),
        }
    }

    fn moment(&self) -> Moment {
        Moment {
            now: self.now,
            unix: UnixMillis(1_800_000_000_000),
            random: 0.5,
        }
    }

    fn send(&mut self, command: &Command) {
        let bytes = protocol::encode(command).unwrap();
        let command = protocol::decode(&bytes).unwrap();
        let moment = self.moment();
        self.asker.handle(command, &moment);
    }

    fn ask(&mut self, ticket: u32) {
        let request = Request {
            model: String::from("scripted"),
            messages: vec![Message::text(Role::User, format!("Question {ticket}"))],
            ..Request::default()
        };
        self.ask_by(ticket, "openai-chat", &request);
    }

    pub(crate) fn ask_by(&mut self, ticket: u32, wire: &str, request: &Request) {
        self.send(&Command::Ask {
            ticket: Ticket(ticket),
            endpoint: Endpoint {
                base_url: String::from("https://model.example/v1"),
                api_key: None,
            },
            wire: String::from(wire),
            patience_ms: 90_000,
            question: Question::of(request),
            purpose: Purpose::default(),
        });
    }

    pub(crate) fn inquire(&mut self, ticket: u32, key: Option<&str>, inquiry: Inquiry) {
        self.send(&Command::Inquire {
            ticket: Ticket(ticket),
            endpoint: Endpoint {
                base_url: String::from("https://model.example/v1"),
                api_key: key.map(str::to_owned),
            },
            wire: String::from("openai-chat"),
            inquiry,
        });
    }

    /// What was told but for the ledger and that the worker is there.
    pub(crate) fn answers(&self) -> Vec<Report> {
        let reports = self.reports.iter();
        let told = reports.filter(|it| !matches!(it, Report::Sent { .. } | Report::Ready));
        told.cloned().collect()
    }

    /// Listens until a time, or until nothing more will happen.
    fn settle_until(&mut self, until: Duration) {
        loop {
            self.listen();
            let next = self.network.next().into_iter();
            let next = next.chain(self.asker.next_wake()).min();
            let Some(next) = next.filter(|next| *next <= until) else {
                return;
            };
            self.now = self.now.max(next);
            self.network.is(self.now);
            let moment = self.moment();
            if let Some((id, arrival)) = self.network.arrived(self.now) {
                self.asker.receive(id, arrival, &moment);
            }
            if self.asker.next_wake().is_some_and(|at| at <= self.now) {
                self.asker.wake(&moment);
            }
        }
    }

    pub(crate) fn settle(&mut self) {
        self.settle_until(Duration::MAX);
    }

    fn listen(&mut self) {
        let bytes = protocol::encode(&self.asker.take_reports()).unwrap();
        let reports: Vec<Report> = protocol::decode(&bytes).unwrap();
        self.reports.extend(reports);
    }

    /// What was heard of a question: its events, and how it ended.
    pub(crate) fn heard(&self, ticket: u32) -> (Vec<Event>, End) {
        let mut heard = Vec::new();
        let mut over = End::Open;
        for report in &self.reports {
            match report {
                Report::Said { ticket: of, events } if of.0 == ticket => {
                    assert_eq!(over, End::Open, "nothing comes after the end");
                    heard.extend(events.read());
                }
                Report::Over {
                    ticket: of,
                    failure,
                } if of.0 == ticket => {
                    over = failure
                        .as_ref()
                        .map_or(End::Well, |failure| failed(&failure.code));
                }
                _ => {}
            }
        }
        (heard, over)
    }

    pub(crate) fn waits(&self) -> usize {
        let waiting = |report: &&Report| matches!(report, Report::Waiting { .. });
        self.reports.iter().filter(waiting).count()
    }
}

pub(crate) fn text(events: &[Event]) -> String {
    let texts = events.iter().filter_map(|event| match event {
        Event::TextDelta { text } => Some(text.as_str()),
        _ => None,
    });
    texts.collect()
}

pub(crate) fn streamed(text: &str) -> Vec<Act> {
    let mut acts = vec![head()];
    for piece in pieces(text) {
        acts.extend([Act::Wait(Duration::from_millis(10)), Act::Body(piece)]);
    }
    acts.extend([Act::Body(ending()), Act::End]);
    acts
}

/// What a request asks, by its last message.
fn question(request: &HttpRequest) -> String {
    let body: serde_json::Value = serde_json::from_slice(&request.body).unwrap();
    body["messages"][0]["content"].as_str().unwrap().to_owned()
}

#[test]
fn several_questions_are_answered_each_by_its_own_answer() {
    let mut page = Page::new(|request, _| streamed(&format!("To {}", question(request))));
    page.ask(1);
    page.ask(2);
    page.settle();
    assert_eq!(page.network.most_open(), 2);
    for ticket in [1, 2] {
        let (events, over) = page.heard(ticket);
        assert_eq!(text(&events), format!("To Question {ticket}"));
        let ending = Ending::Complete;
        assert_eq!(events.last(), Some(&Event::Ended { ending }));
        assert_eq!(over, End::Well);
    }
}

#[test]
fn a_busy_server_is_asked_again_once_it_has_been_told() {
    let mut page = Page::new(|_, count| match count {
        0 => vec![Act::Head(429, vec![("retry-after", "2")]), Act::End],
        _ => streamed("At last"),
    });
    page.ask(1);
    page.settle_until(Duration::from_millis(1_900));
    assert_eq!(page.network.requests().len(), 1);
    assert_eq!(page.waits(), 1);
    page.settle();
    let (events, over) = page.heard(1);
    assert_eq!(text(&events), "At last");
    assert_eq!(over, End::Well);
}

#[test]
fn a_question_that_was_left_is_heard_no_more_and_costs_nothing_more() {
    let mut page = Page::new(|_, _| streamed("A long answer that nobody wants"));
    page.ask(1);
    page.ask(2);
    page.settle_until(Duration::from_millis(25));
    let (before, _) = page.heard(1);
    assert_eq!(text(&before), "A long ans");
    page.send(&Command::Leave { ticket: Ticket(1) });
    assert_eq!(page.network.open(), 1);
    page.settle();
    assert_eq!(page.heard(1), (before, End::Open));
    assert_eq!(page.heard(2).1, End::Well);
}

#[test]
fn an_answer_that_is_cut_says_so_and_keeps_what_came() {
    let mut page = Page::new(|_, _| {
        let mut acts = vec![head()];
        acts.extend(pieces("Half an answer").into_iter().take(2).map(Act::Body));
        acts.push(Act::Cut);
        acts
    });
    page.ask(1);
    page.settle();
    let (events, over) = page.heard(1);
    assert_eq!(text(&events), "Half an an");
    let ending = Ending::Truncated;
    assert_eq!(events.last(), Some(&Event::Ended { ending }));
    assert_eq!(over, failed("cut-off"));
}

#[test]
fn what_no_wait_mends_fails_at_once() {
    for (acts, code) in [
        (vec![Act::Head(401, vec![]), Act::End], "wrong-key"),
        (vec![Act::Offline], "offline"),
        (vec![Act::Cut], "blocked"),
        (vec![Act::Hang], "timed-out"),
    ] {
        let mut page = Page::new(move |_, _| acts.clone());
        page.ask(1);
        page.settle();
        assert_eq!(page.heard(1), (Vec::new(), failed(code)));
        assert_eq!(page.network.requests().len(), 1);
    }
}

#[test]
fn an_unknown_wire_is_refused_without_a_request() {
    let mut page = Page::new(|_, _| Vec::new());
    page.send(&Command::Ask {
        ticket: Ticket(9),
        endpoint: Endpoint {
            base_url: String::from("https://model.example/v1"),
            api_key: None,
        },
        wire: String::from("telegraph"),
        patience_ms: 1_000,
        question: Question::of(&Request::default()),
        purpose: Purpose::default(),
    });
    page.settle();
    assert_eq!(page.heard(9).1, failed("bad-request"));
    assert!(page.network.requests().is_empty());
}
