//! The body of an answer: from bytes to payloads, and the one honest ending.
//!
//! [`EventStream`] reads `text/event-stream`, [`Lines`] newline-delimited JSON. Both hand each
//! payload to a wire's [`Payloads`], and both hold to the same rules about the end:
//!
//! - The ending is told when the body is over, or at the sentinel `[DONE]`: some bodies go on
//!   with another answer after a terminal event.
//! - A body that stops without a terminal event, or within an event, is [`Ending::Truncated`].
//!   Nothing is made of the piece of an event that was cut (WHATWG HTML §9.2.6), except that a
//!   cut `[DONE]` after the terminal event loses nothing.
//! - A payload that cannot be read may have held text. It is kept as [`Event::Other`], what
//!   follows is still read, and the answer ends as an error: never as complete.
//! - A web page, plain text or a JSON document in place of a stream is told as what it is.

mod event_stream;
mod lines;
mod sniff;

pub(crate) use event_stream::EventStream;
pub(crate) use lines::Lines;

use serde_json::Value;

use crate::growing_value::read_document;
use crate::provider_error::ProviderError;
use crate::tool_call::Cut;
use crate::{Ending, Event};

/// The name of an event that tells an error, whatever the protocol.
pub(crate) const ERROR_EVENT: &str = "error";

/// A wire's reading of its payloads.
pub(crate) trait Payloads {
    /// Takes the next payload. `name` is the event's name in the stream, `message` where it has
    /// none.
    fn payload(&mut self, name: &str, payload: Value, events: &mut Vec<Event>);

    /// Takes a document that came in place of a stream, as when a server ignores `stream: true`.
    /// Returns whether it is an answer of this wire. Errors are told elsewhere.
    fn document(&mut self, document: Value, events: &mut Vec<Event>) -> bool;

    /// How the answer ended, once its terminal event has come.
    fn ending(&self) -> Option<Ending>;

    /// The body is over: ends the tool calls that are still open.
    fn close(&mut self, cut: Cut, events: &mut Vec<Event>);
}

/// What both kinds of body share: the wire's state, and the one ending.
struct Course<P> {
    payloads: P,
    /// What could not be read, first of all.
    unreadable: Option<String>,
    ended: bool,
}

impl<P: Payloads> Course<P> {
    fn new(payloads: P) -> Self {
        Self {
            payloads,
            unreadable: None,
            ended: false,
        }
    }

    fn payload(&mut self, name: &str, text: &str, events: &mut Vec<Event>) {
        match read_document(text) {
            Ok(payload) => self.payloads.payload(name, payload, events),
            // A proxy's own words.
            Err(_) if name == ERROR_EVENT && !text.trim().is_empty() => {
                let text = Value::String(text.trim().to_owned());
                self.payloads.payload(name, text, events);
            }
            Err(reason) => {
                events.push(Event::Other {
                    kind: "unreadable".to_owned(),
                    data: Value::String(text.to_owned()),
                });
                self.unreadable.get_or_insert(reason);
            }
        }
    }

    /// Ends the answer by what its payloads said. `cut` tells that the body stopped within one.
    fn end(&mut self, cut: Cut, events: &mut Vec<Event>) {
        let ending = match (self.payloads.ending(), cut) {
            (Some(Ending::Complete | Ending::ToolCalls), Cut::Yes) | (None, _) => Ending::Truncated,
            (Some(ending), _) => ending,
        };
        let ending = match (&self.unreadable, ending) {
            (Some(reason), Ending::Complete | Ending::ToolCalls | Ending::Truncated) => {
                bad_answer(format!(
                    "A part of the answer could not be read, so something may be missing: {reason}"
                ))
            }
            (_, ending) => ending,
        };
        self.end_as(ending, events);
    }

    fn end_as(&mut self, ending: Ending, events: &mut Vec<Event>) {
        if self.ended {
            return;
        }
        self.ended = true;
        let cut = match ending {
            Ending::Complete | Ending::ToolCalls | Ending::Refused => Cut::No,
            Ending::Length | Ending::Error { .. } | Ending::Truncated | Ending::Aborted => Cut::Yes,
        };
        self.payloads.close(cut, events);
        events.push(Event::Ended { ending });
    }

    /// Ends an answer that came as one document instead of a stream.
    fn end_document(&mut self, bytes: &[u8], events: &mut Vec<Event>) {
        let text = String::from_utf8_lossy(bytes);
        let Ok(document) = read_document(text.trim_start_matches('\u{feff}')) else {
            let ending = not_an_api(format!(
                "The server sent JSON that breaks off or is invalid, and no stream: {}",
                sniff::excerpt(&text)
            ));
            return self.end_as(ending, events);
        };
        if let Some(error) = ProviderError::in_body(&document) {
            return self.end_as(error.into_ending(), events);
        }
        if self.payloads.document(document, events) {
            self.end(Cut::No, events);
        } else {
            let ending = not_an_api(format!(
                "The server sent a JSON document that is no answer of this protocol: {}",
                sniff::excerpt(&text)
            ));
            self.end_as(ending, events);
        }
    }
}

fn bad_answer(message: String) -> Ending {
    Ending::Error {
        code: Some("bad-answer".to_owned()),
        message,
    }
}

fn not_an_api(message: String) -> Ending {
    Ending::Error {
        code: Some("not-an-api".to_owned()),
        message,
    }
}
