//! OpenAI's Chat Completions, and what others made of it.
//!
//! `POST {base}/chat/completions`, answered by server-sent events:
//!
//! ```text
//! data: {"choices":[{"index":0,"delta":{"content":"Hi"},"finish_reason":null}]}
//!
//! data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}
//!
//! data: {"choices":[],"usage":{"prompt_tokens":9,"completion_tokens":1}}
//!
//! data: [DONE]
//! ```
//!
//! The answer is whole when its `finish_reason` has come. `[DONE]` without one is a cut answer,
//! and a body that ends after one needs no `[DONE]`: see [`decode::Chunks`].

mod decode;
mod dialect;
mod encode;

pub(crate) use decode::Chunks;
pub use dialect::{DIALECTS, Dialect, GENERIC, GrammarBy, KeyHeader, PrefillBy, SchemaBy};
pub(super) use encode::decimal;

use super::{Abilities, Decoder, Wire};
use crate::Request;
use crate::body::EventStream;
use crate::http::{Endpoint, HttpRequest};

/// The wire in whatever dialect the endpoint's address shows.
#[derive(Debug)]
pub struct OpenAiChat;

impl Wire for OpenAiChat {
    fn name(&self) -> &'static str {
        GENERIC.name
    }

    fn encode(&self, endpoint: &Endpoint, request: &Request) -> HttpRequest {
        Dialect::of_endpoint(endpoint).encode(endpoint, request)
    }

    fn decoder(&self) -> Box<dyn Decoder> {
        GENERIC.decoder()
    }

    fn abilities(&self, endpoint: &Endpoint) -> Abilities {
        Dialect::of_endpoint(endpoint).abilities(endpoint)
    }
}

/// The wire in one dialect, for endpoints whose address does not show it.
impl Wire for Dialect {
    fn name(&self) -> &'static str {
        self.name
    }

    fn encode(&self, endpoint: &Endpoint, request: &Request) -> HttpRequest {
        encode::encode(self, endpoint, request)
    }

    fn decoder(&self) -> Box<dyn Decoder> {
        Box::new(EventStream::new(Chunks::default()))
    }

    fn abilities(&self, _endpoint: &Endpoint) -> Abilities {
        Abilities {
            strict_schema: self.schema == SchemaBy::JsonSchema,
            prefill: self.prefill != PrefillBy::None,
            grammars: match self.grammar {
                GrammarBy::None => &[],
                GrammarBy::Gbnf => &["gbnf"],
                GrammarBy::StructuredOutputs => &["gbnf", "lark", "regex"],
            },
            seed: self.seed.is_some(),
            usage: if self.asks_usage {
                "at the end, asked for"
            } else {
                "at the end"
            },
            reasoning: self.reasoning,
            prompt_cache: self.prompt_cache,
        }
    }
}
