//! OpenAI's Responses API.
//!
//! `POST {base}/responses`, answered by server-sent events whose payloads name their own type:
//!
//! ```text
//! data: {"type":"response.created","response":{"id":"resp_1","model":"m"}}
//!
//! data: {"type":"response.output_text.delta","output_index":0,"content_index":0,"delta":"Hi"}
//!
//! data: {"type":"response.completed","response":{"status":"completed","usage":{}}}
//! ```
//!
//! The terminal event is `response.completed`, `.incomplete`, `.failed` or `.cancelled`, or
//! `error`.

mod decode;
mod encode;
mod session;

pub use session::{Heard, Session, TurnMessage, as_body};

use super::{Abilities, Decoder, Wire};
use crate::Request;
use crate::body::EventStream;
use crate::http::{Endpoint, HttpRequest};

/// The wire.
#[derive(Debug)]
pub struct OpenAiResponses;

impl Wire for OpenAiResponses {
    fn name(&self) -> &'static str {
        "openai-responses"
    }

    fn encode(&self, endpoint: &Endpoint, request: &Request) -> HttpRequest {
        encode::encode(endpoint, request)
    }

    fn decoder(&self) -> Box<dyn Decoder> {
        Box::new(EventStream::new(decode::Responses::default()))
    }

    fn abilities(&self, _endpoint: &Endpoint) -> Abilities {
        Abilities {
            strict_schema: true,
            prefill: false,
            grammars: &[],
            seed: false,
            usage: "at the end",
            reasoning: "summaries; text from open models",
            prompt_cache: "automatic",
        }
    }
}
