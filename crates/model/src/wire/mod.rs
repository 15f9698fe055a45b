//! The wires: one file per protocol, and the table that names them.

use crate::{Endpoint, Event, HttpRequest, Request};

/// A protocol that carries a [`Request`] to a model and [`Event`]s back.
pub trait Wire: Sync {
    /// The name by which the CLI, the settings and a link know it, such as `openai-chat`.
    fn name(&self) -> &'static str;
    /// The request as this protocol writes it.
    fn encode(&self, endpoint: &Endpoint, request: &Request) -> HttpRequest;
    /// A decoder for one answer's body.
    fn decoder(&self) -> Box<dyn Decoder>;
}

/// Turns one answer's bytes into events, in whatever pieces they come.
pub trait Decoder {
    /// Takes the next bytes of the body and appends the events they complete.
    fn push(&mut self, bytes: &[u8], events: &mut Vec<Event>);
    /// The body is over. Appends what was held back and, unless the answer had ended by itself,
    /// [`Event::Ended`] with [`Ending::Truncated`](crate::Ending::Truncated).
    fn finish(&mut self, events: &mut Vec<Event>);
    /// Whether the answer's terminal event has come. [`Event::Ended`] waits for the body's end,
    /// since some bodies hold a further answer; a transport that hears nothing more, or cannot
    /// see the end (a WebSocket), may call [`Decoder::finish`] from now on.
    fn is_over(&self) -> bool;
}

/// Every wire, by name.
pub static WIRES: &[&dyn Wire] = &[];

/// The wire of that name.
pub fn by_name(name: &str) -> Option<&'static dyn Wire> {
    WIRES.iter().copied().find(|wire| wire.name() == name)
}
