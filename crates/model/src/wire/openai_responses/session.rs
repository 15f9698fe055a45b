//! The Responses API over one WebSocket that stays open.
//!
//! A turn is one message, `{"type": "response.create", …}`; the answer's events come as messages, the
//! payloads that server-sent events carry otherwise. A turn that goes on from the one before names it
//! (`previous_response_id`) and sends only what is new: the server holds the rest for as long as the
//! connection lives. [`Session`] keeps no socket and no clock, and takes the request as the wire writes it
//! for HTTP.
//!
//! A connection lives for 60 minutes at most. A session asks for a new one before that, between turns; on
//! a new one the conversation is sent whole. Where no socket can be had, or it is lost before an answer
//! has begun, the same request goes by HTTP.
//!
//! The key goes into a header of the handshake, which browsers let no page set, and no other place is
//! documented for it. So from a page this is for servers that want no key.

use std::time::Duration;

use serde_json::{Value, json};

use super::{OpenAiResponses, encode};
use crate::{Decoder, Ending, Event, HttpRequest, Turn, Wire};

/// The age from which a connection takes no further turn: ten minutes are left for one that runs.
const OLD: Duration = Duration::from_mins(50);

/// Errors after which the turn is well if it is sent anew and whole.
const STALE: &[&str] = &[
    "previous_response_not_found",
    "websocket_connection_limit_reached",
];

/// A turn to send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TurnMessage {
    /// Whether a new connection is to be opened for it, and the one before closed.
    pub connect: bool,
    /// The message.
    pub text: String,
}

/// What a message or a loss means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// The answer goes on.
    Going,
    /// The answer is over: [`Event::Ended`] is told.
    Over,
    /// The server has lost what came before, or closes: ask the same again, which opens a connection.
    Again,
    /// The server does not take the turn: the message is the body of an HTTP response of that status.
    Declined(u16),
    /// Ask the same by HTTP.
    ByHttp,
}

/// One connection after another, and one turn at a time.
#[derive(Default)]
pub struct Session {
    opened: Option<Duration>,
    /// The answer before on this connection: its identifier, and the items of the conversation up to it.
    last: Option<(String, Vec<Value>)>,
    turn: Option<Going>,
}

struct Going {
    decoder: Box<dyn Decoder>,
    input: Vec<Value>,
    answer: Turn,
    id: Option<String>,
    /// Whether anything of the answer was told.
    has_begun: bool,
    /// Whether it has been asked again already.
    is_again: bool,
}

impl Session {
    /// Whether the request goes on from the answer before, so that only what is new would be sent.
    pub fn goes_on(&self, request: &HttpRequest) -> bool {
        let input = input(&mut body(request));
        self.last
            .as_ref()
            .is_some_and(|(_, known)| input.len() > known.len() && input.starts_with(known))
    }

    /// Begins a turn. Whatever turn went on before is forgotten.
    pub fn ask(&mut self, request: &HttpRequest, now: Duration) -> TurnMessage {
        let is_young = |opened: Duration| now.saturating_sub(opened) < OLD;
        let connect = !self.opened.is_some_and(is_young) || self.turn.is_some();
        if connect {
            self.opened = Some(now);
            self.last = None;
        }
        let mut body = body(request);
        let input = input(&mut body);
        let previous = self.last.take().and_then(|(id, known)| {
            // Were a word of it another here, the server would not know.
            let new = input.strip_prefix(known.as_slice())?;
            (!new.is_empty()).then(|| (id, new.to_vec()))
        });
        if let Some(body) = body.as_object_mut() {
            body.remove("stream");
            body.insert("type".to_owned(), json!("response.create"));
            let new = match previous {
                Some((id, new)) => {
                    body.insert("previous_response_id".to_owned(), json!(id));
                    new
                }
                None => input.clone(),
            };
            body.insert("input".to_owned(), Value::Array(new));
        }
        self.turn = Some(Going {
            decoder: OpenAiResponses.decoder(),
            input,
            answer: Turn::default(),
            id: None,
            has_begun: false,
            is_again: false,
        });
        TurnMessage {
            connect,
            text: body.to_string(),
        }
    }

    /// The same turn anew, after [`Heard::Again`].
    pub fn ask_again(&mut self, request: &HttpRequest, now: Duration) -> TurnMessage {
        self.closed();
        let message = self.ask(request, now);
        if let Some(turn) = &mut self.turn {
            turn.is_again = true;
        }
        message
    }

    /// Takes a message, and appends the events it completes.
    pub fn hear(&mut self, message: &str, events: &mut Vec<Event>) -> Heard {
        let Some(turn) = &mut self.turn else {
            return Heard::Over;
        };
        if !turn.has_begun
            && let Some(error) = Error::read(message)
        {
            if error.is_stale && !turn.is_again {
                self.closed();
                return Heard::Again;
            }
            if let Some(status) = error.status {
                self.turn = None;
                return Heard::Declined(status);
            }
        }
        let before = events.len();
        turn.decoder.push(as_body(message).as_bytes(), events);
        turn.has_begun |= events.len() > before;
        for event in events.iter().skip(before) {
            turn.answer.absorb(event);
            if let Event::Started { id: Some(id), .. } = event {
                turn.id = Some(id.clone());
            }
        }
        if !turn.decoder.is_over() {
            return Heard::Going;
        }
        turn.decoder.finish(events);
        let is_well = matches!(
            events.last(),
            Some(Event::Ended {
                ending: Ending::Complete | Ending::ToolCalls
            })
        );
        if let Some(mut turn) = self.turn.take() {
            encode::push_message(&turn.answer.into_message(), &mut turn.input);
            self.last = turn.id.filter(|_| is_well).map(|id| (id, turn.input));
        }
        Heard::Over
    }

    /// The connection could not be had, or was lost. An answer that had begun ends as cut.
    pub fn lost(&mut self, events: &mut Vec<Event>) -> Heard {
        let turn = self.turn.take();
        self.closed();
        match turn {
            None => Heard::Over,
            Some(turn) if !turn.has_begun => Heard::ByHttp,
            Some(mut turn) => {
                turn.decoder.finish(events);
                Heard::Over
            }
        }
    }

    fn closed(&mut self) {
        self.opened = None;
        self.last = None;
        self.turn = None;
    }
}

/// A message as the body of the HTTP response carries it: a server-sent event.
pub fn as_body(message: &str) -> String {
    // Line breaks in JSON are blanks; in an event they would end the line.
    format!("data: {}\n\n", message.replace(['\r', '\n'], " "))
}

fn body(request: &HttpRequest) -> Value {
    serde_json::from_slice(&request.body).unwrap_or_default()
}

/// Takes the conversation out of a body.
fn input(body: &mut Value) -> Vec<Value> {
    match body.get_mut("input").map(Value::take) {
        Some(Value::Array(input)) => input,
        _ => Vec::new(),
    }
}

/// An error that comes in an answer's place.
struct Error {
    is_stale: bool,
    /// The HTTP status that it would have.
    status: Option<u16>,
}

impl Error {
    fn read(message: &str) -> Option<Self> {
        let message: Value = serde_json::from_str(message).ok()?;
        if message.get("type").and_then(Value::as_str) != Some("error") {
            return None;
        }
        let code = message
            .get("error")
            .and_then(|error| error.get("code"))
            .or_else(|| message.get("code"))
            .and_then(Value::as_str);
        let status = message.get("status").and_then(Value::as_u64);
        Some(Self {
            is_stale: code.is_some_and(|code| STALE.contains(&code)),
            status: status
                .and_then(|status| u16::try_from(status).ok())
                .filter(|status| (400..600).contains(status)),
        })
    }
}
