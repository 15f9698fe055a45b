//! Anthropic's Messages.
//!
//! `POST {base}/messages`, answered by server-sent events:
//!
//! ```text
//! event: message_start
//! data: {"type":"message_start","message":{"id":"msg_1","model":"m","usage":{"input_tokens":9}}}
//!
//! data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}
//!
//! data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Hi"}}
//!
//! data: {"type":"content_block_stop","index":0}
//!
//! data: {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":1}}
//!
//! data: {"type":"message_stop"}
//! ```
//!
//! The terminal event is `message_stop`. A further `message_start` before it is an answer begun
//! anew, as when a gateway retries: what the first one left open has failed.

use std::collections::HashMap;

use serde_json::{Map, Value, json};

use super::openai_chat::decimal;
use super::{Abilities, Decoder, Wire};
use crate::body::{EventStream, Payloads};
use crate::http::{Endpoint, HttpRequest};
use crate::provider_error::ProviderError;
use crate::tool_call::{Calls, Cut, Extent, Kind, Slot};
use crate::{Carried, Content, Ending, Event, Message, Output, Request, Role, Usage};

/// The wire.
#[derive(Debug)]
pub struct Anthropic;

/// The limit of output tokens where the request sets none: the wire demands one.
const DEFAULT_MAX_TOKENS: u32 = 8192;

/// The smallest budget for thinking that the API takes.
const LEAST_THINKING: u32 = 1024;

impl Wire for Anthropic {
    fn name(&self) -> &'static str {
        "anthropic"
    }

    fn encode(&self, endpoint: &Endpoint, request: &Request) -> HttpRequest {
        let mut body = Map::new();
        body.insert("model".to_owned(), json!(request.model));
        let mut most = request
            .limits
            .max_output_tokens
            .unwrap_or(DEFAULT_MAX_TOKENS);
        if let Some(thinking) = request.thinking {
            let told = match thinking.budget_tokens {
                None => json!({"type": "adaptive"}),
                Some(budget) => {
                    let budget = budget.max(LEAST_THINKING);
                    // Here the limit is of both.
                    most = most.saturating_add(budget);
                    json!({"type": "enabled", "budget_tokens": budget})
                }
            };
            body.insert("thinking".to_owned(), told);
        }
        body.insert("max_tokens".to_owned(), json!(most));
        let mut system: Vec<Value> = request
            .messages
            .iter()
            .filter(|message| message.role == Role::System)
            .flat_map(blocks)
            .collect();
        if let Some(last) = system.last_mut().and_then(Value::as_object_mut) {
            // The instructions are the same from request to request: worth caching.
            last.insert("cache_control".to_owned(), json!({"type": "ephemeral"}));
            body.insert("system".to_owned(), Value::Array(system));
        }
        let turns = request
            .messages
            .iter()
            .filter(|message| message.role != Role::System);
        let turns = turns.map(|message| {
            let role = if message.role == Role::Assistant {
                "assistant"
            } else {
                "user"
            };
            json!({"role": role, "content": blocks(message)})
        });
        body.insert("messages".to_owned(), turns.collect());
        if !request.tools.is_empty() {
            let declare = |tool: &crate::Tool| {
                let mut declared = Map::new();
                declared.insert("name".to_owned(), json!(tool.name));
                declared.insert("description".to_owned(), json!(tool.description));
                declared.insert("input_schema".to_owned(), tool.parameters.clone());
                if tool.strict {
                    declared.insert("strict".to_owned(), json!(true));
                }
                if request.eager_tools {
                    declared.insert("eager_input_streaming".to_owned(), json!(true));
                }
                Value::Object(declared)
            };
            body.insert(
                "tools".to_owned(),
                request.tools.iter().map(declare).collect(),
            );
        }
        if let Output::JsonSchema { schema, .. } = &request.output {
            let format = json!({"type": "json_schema", "schema": schema});
            body.insert("output_config".to_owned(), json!({"format": format}));
        }
        if !request.limits.stop.is_empty() {
            body.insert("stop_sequences".to_owned(), json!(request.limits.stop));
        }
        // One that thinks takes no temperature.
        if let (Some(temperature), None) = (request.temperature, request.thinking) {
            body.insert("temperature".to_owned(), decimal(temperature));
        }
        body.insert("stream".to_owned(), json!(true));
        let key = endpoint.key().map(|key| ("x-api-key", key.to_owned()));
        let url = endpoint.operation("messages");
        let mut http = HttpRequest::post(url, key, &Value::Object(body));
        http.headers
            .push(("anthropic-version", "2023-06-01".to_owned()));
        // Without it the API refuses requests that come from a page.
        let allowed = "true".to_owned();
        http.headers
            .push(("anthropic-dangerous-direct-browser-access", allowed));
        http
    }

    fn decoder(&self) -> Box<dyn Decoder> {
        Box::new(EventStream::new(Messages::default()))
    }

    fn abilities(&self, _endpoint: &Endpoint) -> Abilities {
        Abilities {
            strict_schema: true,
            prefill: false,
            grammars: &[],
            seed: false,
            usage: "from the start, then as it grows",
            reasoning: "`thinking` blocks",
            prompt_cache: "of the instructions",
        }
    }
}

/// What a `thinking` block is signed with.
const SIGNATURE: &str = "signature";

/// A block of thinking that is sent encrypted.
const REDACTED: &str = "redacted_thinking";

fn blocks(message: &Message) -> Vec<Value> {
    let block = |content: &Content| match content {
        Content::Reasoning { text, carried } => {
            let Carried { kind, data } = carried.as_ref()?;
            match &**kind {
                SIGNATURE => Some(json!({"type": "thinking", "thinking": text, "signature": data})),
                REDACTED => Some(json!({"type": "redacted_thinking", "data": data})),
                _ => None,
            }
        }
        // An empty text block is refused.
        Content::Text(text) if text.is_empty() => None,
        Content::Text(text) => Some(json!({"type": "text", "text": text})),
        Content::ToolCall {
            id,
            name,
            arguments,
            ..
        } => {
            let input = serde_json::from_str(arguments).unwrap_or_else(|_| json!({}));
            Some(json!({"type": "tool_use", "id": id, "name": name, "input": input}))
        }
        Content::ToolResult {
            id,
            output,
            is_error,
        } => Some(json!({
            "type": "tool_result", "tool_use_id": id, "content": output, "is_error": is_error,
        })),
    };
    message.content.iter().filter_map(block).collect()
}

/// Reads events. Blocks that the provider works on itself (searches, code, their results), and
/// citations, are kept as [`Event::Other`].
#[derive(Debug, Default)]
struct Messages {
    started: bool,
    calls: Calls,
    /// The calls among the blocks, by index.
    blocks: HashMap<u64, Slot>,
    usage: Usage,
    stop: Option<Ending>,
    ending: Option<Ending>,
}

impl Payloads for Messages {
    fn payload(&mut self, name: &str, mut payload: Value, events: &mut Vec<Event>) {
        let kind = payload
            .get("type")
            .and_then(Value::as_str)
            .unwrap_or(name)
            .to_owned();
        let index = payload.get("index").and_then(Value::as_u64).unwrap_or(0);
        match &*kind {
            "ping" => {}
            "message_start" => self.start(&payload, events),
            "content_block_start" => self.block_start(index, payload, events),
            "content_block_delta" => {
                let delta = payload
                    .get_mut("delta")
                    .map(Value::take)
                    .unwrap_or_default();
                self.delta(index, delta, payload, events);
            }
            "content_block_stop" => {
                if let Some(slot) = self.blocks.remove(&index) {
                    self.calls.finish(slot, events);
                }
            }
            "message_delta" => self.message_delta(&payload, events),
            "message_stop" => {
                // Without a reason nothing says that it was cut.
                let stop = self.stop.take().unwrap_or(Ending::Complete);
                self.ending.get_or_insert(stop);
            }
            "error" => {
                let error = ProviderError::told(&payload);
                self.ending.get_or_insert(error.map_or_else(
                    || Ending::Error {
                        code: None,
                        message: "The provider reported an error and gave no reason.".to_owned(),
                    },
                    ProviderError::into_ending,
                ));
            }
            _ => match ProviderError::in_body(&payload) {
                // An error in another protocol's shape, as proxies send them.
                Some(error) if payload.get("type").is_none() => {
                    self.ending.get_or_insert(error.into_ending());
                }
                _ => events.push(Event::Other {
                    kind,
                    data: payload,
                }),
            },
        }
    }

    fn document(&mut self, mut document: Value, events: &mut Vec<Event>) -> bool {
        if document.get("type").and_then(Value::as_str) != Some("message") {
            return false;
        }
        let content = document
            .get_mut("content")
            .map(Value::take)
            .unwrap_or_default();
        let delta = json!({"stop_reason": document.get("stop_reason")});
        let usage = document.get("usage").cloned().unwrap_or_default();
        self.start(&json!({"message": document}), events);
        let blocks = content.as_array().into_iter().flatten();
        for (index, block) in (0_u64..).zip(blocks) {
            self.block_start(
                index,
                json!({"index": index, "content_block": block}),
                events,
            );
            if let Some(slot) = self.blocks.remove(&index) {
                self.calls.finish(slot, events);
            }
        }
        self.message_delta(&json!({"delta": delta, "usage": usage}), events);
        self.ending = self.stop.take();
        true
    }

    fn ending(&self) -> Option<Ending> {
        self.ending.clone()
    }

    fn close(&mut self, cut: Cut, events: &mut Vec<Event>) {
        self.calls.finish_all(cut, events);
    }
}

impl Messages {
    fn start(&mut self, payload: &Value, events: &mut Vec<Event>) {
        if self.started {
            let cut = if self.ending.is_some() {
                Cut::No
            } else {
                Cut::Yes
            };
            self.calls.followed_by_another(cut, events);
            let calls = std::mem::take(&mut self.calls);
            *self = Self {
                calls,
                ..Self::default()
            };
        }
        self.started = true;
        let message = payload.get("message");
        let text = |key: &str| Some(message?.get(key)?.as_str()?.to_owned());
        let (id, model) = (text("id"), text("model"));
        events.push(Event::Started { id, model });
        self.count(message.and_then(|message| message.get("usage")), events);
    }

    fn block_start(&mut self, index: u64, payload: Value, events: &mut Vec<Event>) {
        let block = payload.get("content_block").cloned().unwrap_or_default();
        let text = |key: &str| block.get(key).and_then(Value::as_str).unwrap_or_default();
        match text("type") {
            "text" => {
                push_text(text("text"), events);
                if block
                    .get("citations")
                    .and_then(Value::as_array)
                    .is_some_and(|it| !it.is_empty())
                {
                    events.push(Event::Other {
                        kind: "citations".to_owned(),
                        data: payload,
                    });
                }
            }
            "thinking" => {
                let thought = text("thinking").to_owned();
                if !thought.is_empty() {
                    events.push(Event::ReasoningDelta { text: thought });
                }
                push_carried(SIGNATURE, text("signature"), events);
            }
            REDACTED => push_carried(REDACTED, text("data"), events),
            "tool_use" => {
                let known = |key| Some(text(key)).filter(|text| !text.is_empty());
                let slot = self
                    .calls
                    .open(Kind::Json, known("id"), known("name"), events);
                // Arguments that come with the block come whole; else it says `{}`.
                let input = block.get("input").and_then(Value::as_object);
                if let Some(input) = input.filter(|input| !input.is_empty()) {
                    self.calls
                        .push(slot, &Value::Object(input.clone()).to_string(), events);
                }
                if let Some(open) = self.blocks.insert(index, slot) {
                    self.calls.finish(open, events);
                }
            }
            _ => events.push(Event::Other {
                kind: "content_block_start".to_owned(),
                data: payload,
            }),
        }
    }

    /// Takes a delta; `payload` is the event without it.
    fn delta(&mut self, index: u64, delta: Value, mut payload: Value, events: &mut Vec<Event>) {
        let text = |key: &str| delta.get(key).and_then(Value::as_str).unwrap_or_default();
        match (text("type"), self.blocks.get(&index)) {
            ("text_delta", _) => push_text(text("text"), events),
            ("thinking_delta", _) => {
                let text = text("thinking").to_owned();
                if !text.is_empty() {
                    events.push(Event::ReasoningDelta { text });
                }
            }
            ("signature_delta", _) => push_carried(SIGNATURE, text("signature"), events),
            ("input_json_delta", Some(slot)) => {
                // A whole document from the block's start is not repeated by its deltas.
                if self.calls.extent(*slot) != Extent::Whole
                    || !text("partial_json").trim().is_empty()
                {
                    self.calls.push(*slot, text("partial_json"), events);
                }
            }
            _ => {
                if let Some(members) = payload.as_object_mut() {
                    members.insert("delta".to_owned(), delta);
                }
                events.push(Event::Other {
                    kind: "content_block_delta".to_owned(),
                    data: payload,
                });
            }
        }
    }

    fn message_delta(&mut self, payload: &Value, events: &mut Vec<Event>) {
        self.count(payload.get("usage"), events);
        let Some(delta) = payload.get("delta") else {
            return;
        };
        let explanation = delta
            .get("stop_details")
            .and_then(|details| details.get("explanation"));
        if let Some(text) = explanation.and_then(Value::as_str) {
            events.push(Event::RefusalDelta {
                text: text.to_owned(),
            });
        }
        let Some(reason) = delta.get("stop_reason").and_then(Value::as_str) else {
            return;
        };
        self.stop = Some(match reason {
            "end_turn" | "stop_sequence" => Ending::Complete,
            "max_tokens" | "model_context_window_exceeded" => Ending::Length,
            "tool_use" => Ending::ToolCalls,
            "refusal" => Ending::Refused,
            // `pause_turn` and others to come: the turn is not over.
            reason => Ending::Error {
                code: Some(reason.to_owned()),
                message: format!("The answer ended early: {reason}."),
            },
        });
    }

    /// Takes counts, which replace those before where they are given.
    fn count(&mut self, usage: Option<&Value>, events: &mut Vec<Event>) {
        let Some(usage) = usage.and_then(Value::as_object) else {
            return;
        };
        let count = |key: &str| usage.get(key).and_then(Value::as_u64);
        if let Some(fresh) = count("input_tokens") {
            let cached = count("cache_read_input_tokens").unwrap_or(0);
            let written = count("cache_creation_input_tokens").unwrap_or(0);
            self.usage.input_tokens = fresh + cached + written;
            self.usage.cached_input_tokens = cached;
        }
        if let Some(output) = count("output_tokens") {
            self.usage.output_tokens = output;
        }
        events.push(Event::Usage(self.usage));
    }
}

fn push_carried(kind: &str, data: &str, events: &mut Vec<Event>) {
    if !data.is_empty() {
        let (kind, data) = (kind.to_owned(), data.to_owned());
        events.push(Event::Carried {
            call: None,
            carried: Carried { kind, data },
        });
    }
}

fn push_text(text: &str, events: &mut Vec<Event>) {
    if !text.is_empty() {
        events.push(Event::TextDelta {
            text: text.to_owned(),
        });
    }
}
