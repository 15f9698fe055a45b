//! The Responses API over one WebSocket that stays open.
//!
//! A turn is one message, `{"type": "response.create", …}`; the answer's events come as messages, the
//! payloads that server-sent events carry otherwise. A turn that goes on from the one before names it
//! (`previous_response_id`) and sends only what is new: the server holds the rest for as long as the
//! connection lives. [`Session`] keeps no socket and no clock.
//!
//! A connection lives for 60 minutes at most. A session asks for a new one before that, between turns; on
//! a new one the conversation is sent whole. Where no socket can be had, or it is lost before an answer
//! has begun, the same request goes by HTTP.
//!
//! The key goes into a header of the handshake, which browsers let no page set, and no other place is
//! documented for it. So from a page this is for servers that want no key.

use std::time::Duration;

use serde_json::{Value, json};

use super::OpenAiResponses;
use crate::{Decoder, Ending, Endpoint, Event, Message, Request, Turn, Wire};

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
    /// Ask the same by HTTP.
    ByHttp,
}

/// One connection after another, and one turn at a time.
#[derive(Default)]
pub struct Session {
    opened: Option<Duration>,
    /// The answer before on this connection: its identifier, and the conversation up to it.
    last: Option<(String, Vec<Message>)>,
    turn: Option<Going>,
}

struct Going {
    decoder: Box<dyn Decoder>,
    messages: Vec<Message>,
    answer: Turn,
    id: Option<String>,
    /// Whether anything of the answer was told.
    has_begun: bool,
    /// Whether it has been asked again already.
    is_again: bool,
}

impl Session {
    /// The address of the socket, if the endpoint's is one of HTTP.
    pub fn address(endpoint: &Endpoint) -> Option<String> {
        let http = endpoint.operation("responses");
        http.strip_prefix("https://")
            .map(|rest| format!("wss://{rest}"))
            .or_else(|| {
                http.strip_prefix("http://")
                    .map(|rest| format!("ws://{rest}"))
            })
    }

    /// Begins a turn. Whatever turn went on before is forgotten.
    pub fn ask(&mut self, endpoint: &Endpoint, request: &Request, now: Duration) -> TurnMessage {
        let is_young = |opened: Duration| now.saturating_sub(opened) < OLD;
        let connect = !self.opened.is_some_and(is_young) || self.turn.is_some();
        if connect {
            self.opened = Some(now);
            self.last = None;
        }
        let mut sent = request.clone();
        let previous = self.last.take().and_then(|(id, known)| {
            // Were a word of it another here, the server would not know.
            let new = request.messages.strip_prefix(known.as_slice())?;
            if new.is_empty() {
                return None;
            }
            sent.messages = new.to_vec();
            Some(id)
        });
        let http = OpenAiResponses.encode(endpoint, &sent);
        let mut body: Value = serde_json::from_slice(&http.body).unwrap_or_default();
        if let Some(body) = body.as_object_mut() {
            body.remove("stream");
            body.insert("type".to_owned(), json!("response.create"));
            if let Some(id) = previous {
                body.insert("previous_response_id".to_owned(), json!(id));
            }
        }
        self.turn = Some(Going {
            decoder: OpenAiResponses.decoder(),
            messages: request.messages.clone(),
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
    pub fn ask_again(
        &mut self,
        endpoint: &Endpoint,
        request: &Request,
        now: Duration,
    ) -> TurnMessage {
        self.closed();
        let message = self.ask(endpoint, request, now);
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
        if !turn.has_begun && !turn.is_again && is_stale(message) {
            self.closed();
            return Heard::Again;
        }
        // Line breaks in JSON are blanks; in an event they would end the line.
        let line = message.replace(['\r', '\n'], " ");
        let before = events.len();
        turn.decoder
            .push(format!("data: {line}\n\n").as_bytes(), events);
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
            turn.messages.push(turn.answer.into_message());
            self.last = turn.id.filter(|_| is_well).map(|id| (id, turn.messages));
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

fn is_stale(message: &str) -> bool {
    let Ok(message) = serde_json::from_str::<Value>(message) else {
        return false;
    };
    let code = message
        .get("error")
        .and_then(|error| error.get("code"))
        .or_else(|| message.get("code"));
    message.get("type").and_then(Value::as_str) == Some("error")
        && code
            .and_then(Value::as_str)
            .is_some_and(|code| STALE.contains(&code))
}
