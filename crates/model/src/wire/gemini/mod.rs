//! Google's Gemini API.
//!
//! `POST {base}/models/{model}:streamGenerateContent?alt=sse`, answered by server-sent events:
//!
//! ```text
//! data: {"candidates":[{"content":{"parts":[{"text":"Hi"}],"role":"model"}}]}
//!
//! data: {"candidates":[{"content":{"parts":[{"text":""}]},"finishReason":"STOP"}],"usageMetadata":{}}
//! ```
//!
//! There is no sentinel: the terminal event is the one with a `finishReason` (or with a
//! `blockReason` for the prompt). A call's arguments come whole, or by path (see
//! [`path_writer`]).

mod decode;
mod encode;
mod path_writer;

use super::{Abilities, Decoder, Wire};
use crate::Request;
use crate::body::EventStream;
use crate::http::{Endpoint, HttpRequest};

/// The wire.
#[derive(Debug)]
pub struct Gemini;

impl Wire for Gemini {
    fn name(&self) -> &'static str {
        "gemini"
    }

    fn encode(&self, endpoint: &Endpoint, request: &Request) -> HttpRequest {
        encode::encode(endpoint, request)
    }

    fn decoder(&self) -> Box<dyn Decoder> {
        Box::new(EventStream::new(decode::Contents::default()))
    }

    fn abilities(&self, _endpoint: &Endpoint) -> Abilities {
        Abilities {
            strict_schema: true,
            prefill: false,
            grammars: &[],
            seed: true,
            usage: "with every event",
            reasoning: "parts marked `thought`",
            prompt_cache: "automatic, reported",
        }
    }
}
