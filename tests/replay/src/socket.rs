//! The Responses API over a WebSocket: each text is a turn, and each event of its answer a message.

use std::io::{self, Write as _};
use std::net::{Shutdown, TcpStream};

use serde_json::{Value, json};
use tungstenite::protocol::Role;
use tungstenite::{Message, WebSocket, handshake};

use crate::fault;
use crate::framing::{ANSWER, Wire};
use crate::http::Request;
use crate::scenario::{End, Instead, Sockets};
use crate::server::{Exchange, FOR_EVER, Sent, error, reply};

/// Takes turns on a connection until either side closes it.
pub(crate) fn converse(exchange: &Exchange<'_>, request: &Request, path: &str) -> io::Result<()> {
    let key = request.header("sec-websocket-key");
    let Some(key) = key.filter(|_| exchange.scenario.socket != Sockets::Refused) else {
        let problem = error("not_found", "This server takes no WebSocket.");
        return reply(exchange.stream, 404, &[], &problem);
    };
    let accept = handshake::derive_accept_key(key.as_bytes());
    let mut stream = exchange.stream;
    write!(
        stream,
        "HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: Upgrade\r\n\
         sec-websocket-accept: {accept}\r\n\r\n"
    )?;
    let socket = WebSocket::from_raw_socket(stream, Role::Server, None);
    let mut connection = Connection {
        exchange,
        request,
        path,
        socket,
        has_answered: false,
    };
    loop {
        // It answers pings and closings by itself.
        match connection.socket.read() {
            Ok(Message::Text(text)) => connection.take(&text)?,
            Ok(_) => {}
            Err(error) => return closed(error),
        }
    }
}

fn closed(error: tungstenite::Error) -> io::Result<()> {
    match error {
        tungstenite::Error::ConnectionClosed => Ok(()),
        tungstenite::Error::Io(error) => Err(error),
        error => Err(io::Error::other(error)),
    }
}

struct Connection<'a> {
    exchange: &'a Exchange<'a>,
    /// The handshake.
    request: &'a Request,
    path: &'a str,
    socket: WebSocket<&'a TcpStream>,
    /// Whether an answer came whole, which the next turn may go on from.
    has_answered: bool,
}

impl Connection<'_> {
    fn take(&mut self, text: &str) -> io::Result<()> {
        let Exchange {
            stream,
            state,
            scenario,
        } = *self.exchange;
        let turn: Value = serde_json::from_str(text).unwrap_or(Value::Null);
        let nth = state.note(
            &scenario.name,
            Sent {
                path: self.path.to_owned(),
                headers: self.request.headers.clone(),
                body: turn.clone(),
            },
        );
        state.sleep(scenario.first);
        let fails = scenario.fails(nth);
        if scenario.instead == Some(Instead::Silence) && fails {
            state.sleep(FOR_EVER);
            return Ok(());
        }
        if let Some((status, problem)) = self.problem(&turn, fails) {
            return self.say(&with_status(status, &problem));
        }
        let wire = Wire::OpenAiResponses;
        let mut frames = match self.exchange.frames(wire, &turn) {
            Ok(frames) => frames,
            Err(problem) => {
                return self.say(&with_status(400, &error("bad_scenario", &problem)));
            }
        };
        if fails {
            frames = self.exchange.spoilt(wire, frames);
        }
        let end = if fails { scenario.end } else { End::Whole };
        let mut left = fault::until(&frames, end);
        let stalled = frames.len() / 2;
        for (at, frame) in frames.iter().enumerate() {
            let Some(rest) = left.checked_sub(frame.len()) else {
                break;
            };
            left = rest;
            state.sleep(scenario.delay);
            if at == stalled {
                state.sleep(scenario.stall);
            }
            self.say(&payload(frame))?;
        }
        match end {
            End::Whole => self.has_answered = true,
            End::Cut(_) => stream.shutdown(Shutdown::Both)?,
            End::Hang(_) => state.sleep(FOR_EVER),
            End::Stop(_) => self.socket.close(None).or_else(closed)?,
        }
        Ok(())
    }

    /// What is wrong with a turn, by the scenario or in itself.
    fn problem(&self, turn: &Value, fails: bool) -> Option<(u16, Value)> {
        let scenario = self.exchange.scenario;
        if turn.get("type").and_then(Value::as_str) != Some("response.create") {
            return Some((400, error("invalid_request", "This is no turn.")));
        }
        if let (Some(status), true) = (scenario.status, fails) {
            let problem = error("scripted", "The scenario asks for this error.");
            return Some((status, problem));
        }
        let previous = turn.get("previous_response_id");
        let is_known = previous.is_none_or(|id| self.has_answered && *id == ANSWER);
        if !is_known || (scenario.socket == Sockets::Forgotten && fails) {
            let code = "previous_response_not_found";
            return Some((400, error(code, "The previous response was not found.")));
        }
        None
    }

    fn say(&mut self, text: &str) -> io::Result<()> {
        self.socket.send(Message::text(text)).or_else(closed)
    }
}

/// An error as a message.
fn with_status(status: u16, problem: &Value) -> String {
    let error = problem.get("error");
    json!({"type": "error", "status": status, "error": error}).to_string()
}

/// What a server-sent event carries.
fn payload(frame: &[u8]) -> String {
    let text = String::from_utf8_lossy(frame);
    let mut data = text.lines().filter_map(|line| line.strip_prefix("data: "));
    data.next().unwrap_or_default().to_owned()
}
