//! A network by script: what a server does with each request, at which time.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::time::Duration;

use ichiban_engine::{Arrival, ExchangeId, Loss, Transport};
use ichiban_model::HttpRequest;
use serde_json::{Value, json};

/// What a server does next.
#[derive(Clone)]
pub(crate) enum Act {
    /// Takes its time.
    Wait(Duration),
    /// Sends a head.
    Head(u16, Vec<(&'static str, &'static str)>),
    /// Sends some of the body.
    Body(Vec<u8>),
    /// Closes the body.
    End,
    /// Drops the connection.
    Cut,
    /// Cannot be reached at all.
    Offline,
    /// Says nothing for ever.
    Hang,
}

/// Decides what a server does with a request: the request, and how many came before it.
pub(crate) type Server = Box<dyn FnMut(&HttpRequest, usize) -> Vec<Act>>;

/// The transport that is given to the engine.
#[derive(Clone, Default)]
pub(crate) struct Network(Rc<RefCell<Inner>>);

#[derive(Default)]
struct Inner {
    server: Option<Server>,
    now: Duration,
    /// What will arrive: by time, and in the order it was decided.
    coming: BTreeMap<(Duration, usize), (ExchangeId, Arrival)>,
    decided: usize,
    aborted: BTreeSet<ExchangeId>,
    open: BTreeSet<ExchangeId>,
    requests: Vec<HttpRequest>,
    most_open: usize,
}

impl Network {
    pub(crate) fn serve(&self, server: impl FnMut(&HttpRequest, usize) -> Vec<Act> + 'static) {
        self.0.borrow_mut().server = Some(Box::new(server));
    }

    /// Tells the time, which requests that are sent from now on begin at.
    pub(crate) fn is(&self, now: Duration) {
        self.0.borrow_mut().now = now;
    }

    /// When something arrives next.
    pub(crate) fn next(&self) -> Option<Duration> {
        let inner = self.0.borrow();
        inner.coming.keys().next().map(|(at, _)| *at)
    }

    /// What has arrived by now, the first of it.
    pub(crate) fn arrived(&self, now: Duration) -> Option<(ExchangeId, Arrival)> {
        let mut inner = self.0.borrow_mut();
        inner.now = now;
        loop {
            let first = inner.coming.first_entry()?;
            if first.key().0 > now {
                return None;
            }
            let (id, arrival) = first.remove();
            if matches!(arrival, Arrival::End | Arrival::Lost(_)) {
                inner.open.remove(&id);
            }
            if !inner.aborted.contains(&id) {
                return Some((id, arrival));
            }
        }
    }

    pub(crate) fn requests(&self) -> Vec<HttpRequest> {
        self.0.borrow().requests.clone()
    }

    /// The most requests that were in flight at once.
    pub(crate) fn most_open(&self) -> usize {
        self.0.borrow().most_open
    }

    pub(crate) fn open(&self) -> usize {
        self.0.borrow().open.len()
    }
}

impl Transport for Network {
    fn send(&mut self, id: ExchangeId, request: HttpRequest, patience: Duration) {
        let mut inner = self.0.borrow_mut();
        let count = inner.requests.len();
        let mut server = inner.server.take().expect("a server");
        let acts = server(&request, count);
        inner.server = Some(server);
        inner.requests.push(request);
        assert!(inner.open.insert(id), "{id:?} was used before");
        inner.most_open = inner.most_open.max(inner.open.len());
        let mut at = inner.now;
        let mut quiet_since = at;
        for act in acts {
            let arrival = match act {
                Act::Wait(time) => {
                    at += time;
                    continue;
                }
                Act::Head(status, headers) => Arrival::Head {
                    status,
                    headers: headers
                        .into_iter()
                        .map(|(name, value)| (name.to_owned(), value.to_owned()))
                        .collect(),
                },
                Act::Body(bytes) => Arrival::Body(bytes),
                Act::End => Arrival::End,
                Act::Cut => Arrival::Lost(Loss::Connection { online: true }),
                Act::Offline => Arrival::Lost(Loss::Connection { online: false }),
                Act::Hang => {
                    at = Duration::MAX;
                    Arrival::End
                }
            };
            let (at, arrival) = if at.saturating_sub(quiet_since) >= patience {
                (quiet_since + patience, Arrival::Lost(Loss::TimedOut))
            } else {
                (at, arrival)
            };
            quiet_since = at;
            let last = matches!(arrival, Arrival::Lost(_));
            let key = (at, inner.decided);
            inner.decided += 1;
            inner.coming.insert(key, (id, arrival));
            if last {
                break;
            }
        }
    }

    fn abort(&mut self, id: ExchangeId) {
        let mut inner = self.0.borrow_mut();
        inner.aborted.insert(id);
        inner.open.remove(&id);
    }

    fn release(&mut self, id: ExchangeId) {
        self.abort(id);
    }
}

/// The texts that a translation request asks for, by number, and the target locale.
pub(crate) fn asked(request: &HttpRequest) -> (Vec<(String, String)>, String) {
    let body: Value = serde_json::from_slice(&request.body).unwrap();
    let content = |at: usize| body["messages"][at]["content"].as_str().unwrap().to_owned();
    let instructions = content(0);
    let locale = instructions
        .split_once(" into ")
        .and_then(|(_, rest)| rest.split_once('('))
        .and_then(|(_, rest)| rest.split_once(')'))
        .map(|(locale, _)| locale.to_owned())
        .unwrap();
    let question: Value = serde_json::from_str(&content(1)).unwrap();
    let items = question["items"].as_object().unwrap().iter();
    let texts = items
        .map(|(number, item)| (number.clone(), item["text"].as_str().unwrap().to_owned()))
        .collect();
    (texts, locale)
}

/// A translation that every check accepts and that shows what it was made from.
pub(crate) fn translated(text: &str, locale: &str) -> String {
    format!("{text} auf {locale}")
}

/// The answer of a model that does as it is told.
pub(crate) fn answer(request: &HttpRequest) -> String {
    let (texts, locale) = asked(request);
    let members = texts
        .into_iter()
        .map(|(number, text)| (number, Value::String(translated(&text, &locale))))
        .collect();
    Value::Object(members).to_string()
}

/// An answer's text as a stream of Chat Completions, a few characters an event.
pub(crate) fn pieces(text: &str) -> Vec<Vec<u8>> {
    let characters: Vec<char> = text.chars().collect();
    characters
        .chunks(5)
        .map(|piece| {
            event(
                &json!({ "content": piece.iter().collect::<String>() }),
                None,
            )
        })
        .collect()
}

/// The events that end it well.
pub(crate) fn ending() -> Vec<u8> {
    let mut end = event(&json!({}), Some("stop"));
    let usage = json!({
        "id": "c", "model": "scripted", "choices": [],
        "usage": { "prompt_tokens": 100, "completion_tokens": 40, "total_tokens": 140 }
    });
    end.extend(format!("data: {usage}\n\ndata: [DONE]\n\n").bytes());
    end
}

fn event(delta: &Value, finish: Option<&str>) -> Vec<u8> {
    let chunk = json!({
        "id": "c", "model": "scripted", "object": "chat.completion.chunk",
        "choices": [{ "index": 0, "delta": delta, "finish_reason": finish }]
    });
    format!("data: {chunk}\n\n").into_bytes()
}

/// The head of an answer that streams.
pub(crate) fn head() -> Act {
    Act::Head(200, vec![("content-type", "text/event-stream")])
}

/// A whole answer, at so much time an event.
pub(crate) fn streamed(request: &HttpRequest, pace: Duration) -> Vec<Act> {
    let mut acts = vec![head()];
    for piece in pieces(&answer(request)) {
        acts.extend([Act::Wait(pace), Act::Body(piece)]);
    }
    acts.extend([Act::Body(ending()), Act::End]);
    acts
}

/// An answer that stops after a part of its events, in the given way.
pub(crate) fn broken_off(request: &HttpRequest, part: f64, how: Act) -> Vec<Act> {
    let pieces = pieces(&answer(request));
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss
    )]
    let kept = (pieces.len() as f64 * part) as usize;
    let mut acts = vec![head()];
    for piece in pieces.into_iter().take(kept) {
        acts.extend([Act::Wait(Duration::from_millis(10)), Act::Body(piece)]);
    }
    acts.push(how);
    acts
}
