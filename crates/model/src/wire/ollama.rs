//! Ollama's own API.
//!
//! `POST {base}/api/chat`, answered by JSON lines:
//!
//! ```text
//! {"model":"m","message":{"role":"assistant","content":"Hi"},"done":false}
//! {"model":"m","message":{"content":""},"done":true,"done_reason":"stop","eval_count":1}
//! ```
//!
//! Tool calls come whole, without identifiers. A line `{"error"}` may follow HTTP 200. Ollama also
//! serves Chat Completions under `/v1`, which is what most clients use.

use serde_json::{Map, Value, json};

use super::openai_chat::decimal;
use super::{Abilities, Decoder, Wire};
use crate::body::{Lines, Payloads};
use crate::http::{Endpoint, HttpRequest};
use crate::provider_error::ProviderError;
use crate::tool_call::{Calls, Cut, Kind};
use crate::{Content, Ending, Event, Message, Output, Request, Role, Usage};

/// The wire.
#[derive(Debug)]
pub struct Ollama;

impl Wire for Ollama {
    fn name(&self) -> &'static str {
        "ollama"
    }

    fn encode(&self, endpoint: &Endpoint, request: &Request) -> HttpRequest {
        let mut body = Map::new();
        body.insert("model".to_owned(), json!(request.model));
        let mut messages = Vec::new();
        for message in &request.messages {
            push_message(message, &request.messages, &mut messages);
        }
        body.insert("messages".to_owned(), Value::Array(messages));
        if !request.tools.is_empty() {
            let declare = |tool: &crate::Tool| {
                json!({"type": "function", "function": {
                    "name": tool.name,
                    "description": tool.description,
                    "parameters": tool.parameters,
                }})
            };
            body.insert(
                "tools".to_owned(),
                request.tools.iter().map(declare).collect(),
            );
        }
        if let Output::JsonSchema { schema, .. } = &request.output {
            body.insert("format".to_owned(), schema.clone());
        }
        let mut options = Map::new();
        if let Some(most) = request.limits.max_output_tokens {
            options.insert("num_predict".to_owned(), json!(most));
        }
        if !request.limits.stop.is_empty() {
            options.insert("stop".to_owned(), json!(request.limits.stop));
        }
        if let Some(temperature) = request.temperature {
            options.insert("temperature".to_owned(), decimal(temperature));
        }
        if let Some(seed) = request.seed {
            options.insert("seed".to_owned(), json!(seed));
        }
        if !options.is_empty() {
            body.insert("options".to_owned(), Value::Object(options));
        }
        if request.thinking.is_some() {
            body.insert("think".to_owned(), json!(true));
        }
        body.insert("stream".to_owned(), json!(true));
        let key = endpoint
            .key()
            .map(|key| ("authorization", format!("Bearer {key}")));
        HttpRequest::post(address(endpoint), key, &Value::Object(body))
    }

    fn decoder(&self) -> Box<dyn Decoder> {
        Box::new(Lines::new(Replies::default()))
    }

    fn abilities(&self, _endpoint: &Endpoint) -> Abilities {
        Abilities {
            strict_schema: true,
            prefill: false,
            grammars: &[],
            seed: true,
            usage: "at the end",
            reasoning: "`message.thinking`",
            prompt_cache: "automatic",
        }
    }
}

/// The address of the chat operation, also where the base names Ollama's other roots.
fn address(endpoint: &Endpoint) -> String {
    let base = endpoint.base_url.trim().trim_end_matches('/');
    let root = ["/v1", "/api"]
        .iter()
        .find_map(|suffix| base.strip_suffix(suffix));
    let endpoint = Endpoint {
        base_url: root.unwrap_or(base).to_owned(),
        api_key: None,
    };
    endpoint.operation("api/chat")
}

fn push_message(message: &Message, conversation: &[Message], messages: &mut Vec<Value>) {
    let mut text = String::new();
    let mut calls = Vec::new();
    for content in &message.content {
        match content {
            Content::Text(part) => text.push_str(part),
            Content::Reasoning { .. } => {}
            Content::ToolCall {
                name, arguments, ..
            } => {
                let arguments = serde_json::from_str(arguments).unwrap_or_else(|_| json!({}));
                calls.push(json!({"function": {"name": name, "arguments": arguments}}));
            }
            Content::ToolResult { id, output, .. } => {
                let name = tool_name(id, conversation);
                messages.push(json!({"role": "tool", "tool_name": name, "content": output}));
            }
        }
    }
    let role = match message.role {
        Role::System => "system",
        Role::User => "user",
        Role::Assistant => "assistant",
    };
    if !calls.is_empty() {
        messages.push(json!({"role": role, "content": text, "tool_calls": calls}));
    } else if message
        .content
        .iter()
        .any(|part| matches!(part, Content::Text(_)))
    {
        messages.push(json!({"role": role, "content": text}));
    }
}

/// The tool that a call was for: results are told by name here, not by identifier.
pub(super) fn tool_name<'a>(id: &str, conversation: &'a [Message]) -> &'a str {
    let mut contents = conversation.iter().flat_map(|message| &message.content);
    let name = contents.find_map(|content| match content {
        Content::ToolCall { id: call, name, .. } if call == id => Some(name.as_str()),
        _ => None,
    });
    name.unwrap_or_default()
}

/// Reads replies. The terminal event is the line with `done`.
#[derive(Debug, Default)]
struct Replies {
    started: bool,
    calls: Calls,
    ending: Option<Ending>,
}

impl Payloads for Replies {
    fn payload(&mut self, _name: &str, mut payload: Value, events: &mut Vec<Event>) {
        if let Some(error) = payload.get("error").and_then(ProviderError::in_object) {
            self.ending = Some(error.into_ending());
            return;
        }
        if !self.started {
            self.started = true;
            let model = payload
                .get("model")
                .and_then(Value::as_str)
                .map(ToOwned::to_owned);
            events.push(Event::Started { id: None, model });
        }
        let Some(Value::Object(message)) = payload.get_mut("message").map(Value::take) else {
            if payload.get("done").is_none() {
                events.push(Event::Other {
                    kind: "line".to_owned(),
                    data: payload,
                });
                return;
            }
            return self.done(&payload, events);
        };
        for (key, value) in message {
            match (key.as_str(), value) {
                ("role" | "tool_name", _) | (_, Value::Null) => {}
                ("content", Value::String(text)) if text.is_empty() => {}
                ("content", Value::String(text)) => events.push(Event::TextDelta { text }),
                ("thinking", Value::String(text)) if text.is_empty() => {}
                ("thinking", Value::String(text)) => events.push(Event::ReasoningDelta { text }),
                ("tool_calls", Value::Array(calls)) => {
                    for call in &calls {
                        self.call(call, events);
                    }
                }
                (_, data) => events.push(Event::Other {
                    kind: format!("message.{key}"),
                    data,
                }),
            }
        }
        self.done(&payload, events);
    }

    fn document(&mut self, _document: Value, _events: &mut Vec<Event>) -> bool {
        false
    }

    fn ending(&self) -> Option<Ending> {
        match self.ending.clone()? {
            Ending::Complete if self.calls.any() => Some(Ending::ToolCalls),
            ending => Some(ending),
        }
    }

    fn close(&mut self, cut: Cut, events: &mut Vec<Event>) {
        self.calls.finish_all(cut, events);
    }
}

impl Replies {
    fn call(&mut self, call: &Value, events: &mut Vec<Event>) {
        let function = call.get("function").unwrap_or(call);
        let id = call.get("id").and_then(Value::as_str);
        let name = function.get("name").and_then(Value::as_str);
        let slot = self.calls.open(Kind::Json, id, name, events);
        match function.get("arguments") {
            Some(Value::String(text)) => self.calls.push(slot, text, events),
            Some(arguments) => self.calls.push(slot, &arguments.to_string(), events),
            None => {}
        }
        self.calls.finish(slot, events);
    }

    fn done(&mut self, payload: &Value, events: &mut Vec<Event>) {
        if payload.get("done") != Some(&Value::Bool(true)) {
            return;
        }
        let count = |key: &str| payload.get(key).and_then(Value::as_u64);
        if let (Some(input_tokens), output) = (count("prompt_eval_count"), count("eval_count")) {
            events.push(Event::Usage(Usage {
                input_tokens,
                output_tokens: output.unwrap_or(0),
                ..Usage::default()
            }));
        }
        let reason = payload
            .get("done_reason")
            .and_then(Value::as_str)
            .unwrap_or("stop");
        self.ending = Some(match reason {
            "stop" | "" => Ending::Complete,
            "length" => Ending::Length,
            reason => Ending::Error {
                code: Some(reason.to_owned()),
                message: format!("The server ended the answer: {reason}."),
            },
        });
    }
}
