//! The wires: one file or folder per protocol, and the table that names them.

pub mod anthropic;
pub mod gemini;
pub mod ollama;
pub mod on_device;
pub mod openai_chat;
pub mod openai_responses;

use crate::{Endpoint, Event, HttpRequest, Request};

use anthropic::Anthropic;
use gemini::Gemini;
use ollama::Ollama;
use on_device::OnDevice;
use openai_chat::{Dialect, OpenAiChat};
use openai_responses::OpenAiResponses;

/// A protocol that carries a [`Request`] to a model and [`Event`]s back.
pub trait Wire: Sync {
    /// The name by which the CLI, the settings and a link know it, such as `openai-chat`.
    fn name(&self) -> &'static str;
    /// The request as this protocol writes it. What it has no way to say is left out:
    /// [`Wire::abilities`] tells beforehand.
    fn encode(&self, endpoint: &Endpoint, request: &Request) -> HttpRequest;
    /// A decoder for one answer's body.
    fn decoder(&self) -> Box<dyn Decoder>;
    /// What it can carry at that endpoint.
    fn abilities(&self, endpoint: &Endpoint) -> Abilities;
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

/// What a wire can carry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Abilities {
    /// Whether the server holds the model to a JSON Schema. Where not, the schema goes into the
    /// instructions.
    pub strict_schema: bool,
    /// Whether the model goes on from an assistant's text at the end of the conversation.
    pub prefill: bool,
    /// The notations of grammars for the answer that the server takes.
    pub grammars: &'static [&'static str],
    /// Whether sampling can be made repeatable.
    pub seed: bool,
    /// When the tokens are told, in words.
    pub usage: &'static str,
    /// Where the model's reasoning is shown, in words.
    pub reasoning: &'static str,
    /// How prompts are cached, in words.
    pub prompt_cache: &'static str,
}

/// Every wire to a server, by name.
pub static WIRES: &[&dyn Wire] = &[&OpenAiChat, &OpenAiResponses, &Anthropic, &Gemini, &Ollama];

/// The wire of that name: one of [`WIRES`], a [`Dialect`] such as `openai-chat:mistral`, or
/// [`OnDevice`], whose requests only a browser can carry.
pub fn by_name(name: &str) -> Option<&'static dyn Wire> {
    let wire = WIRES.iter().copied().find(|wire| wire.name() == name);
    wire.or_else(|| (OnDevice.name() == name).then_some(&OnDevice as &dyn Wire))
        .or_else(|| Some(Dialect::by_name(name)? as &dyn Wire))
}
