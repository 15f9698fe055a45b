//! The chunks of a Chat Completions stream, as OpenAI sends them and as its imitators do.
//!
//! One reading serves every dialect: what differs are fields that only one server has, and a
//! field that is there is read whoever sent it.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::body::{ERROR_EVENT, Payloads};
use crate::provider_error::ProviderError;
use crate::tool_call::Cut;
use crate::tool_fragment::{Fragment, Fragments};
use crate::{Ending, Event, Usage};

/// Reads chunks. The terminal event is the chunk with a `finish_reason`; usage may follow it, and
/// `[DONE]` may not come at all. That is how the vendors' own clients read it: they fail when the
/// stream ends without a `finish_reason`, `[DONE]` or not, and never ask for `[DONE]`.
#[derive(Debug, Default)]
pub(crate) struct Chunks {
    started: bool,
    calls: Fragments,
    refused: bool,
    usage: Option<Usage>,
    ending: Option<Ending>,
    /// Fields beside the choices that this protocol has no word for, as last told: some servers
    /// repeat them in every chunk.
    told: BTreeMap<String, Value>,
}

/// Fields of a chunk that say nothing an event should repeat.
const ENVELOPE: &[&str] = &[
    "id",
    "object",
    "created",
    "model",
    "choices",
    "usage",
    "system_fingerprint",
    "service_tier",
    "provider",
    "obfuscation",
];

impl Payloads for Chunks {
    fn payload(&mut self, name: &str, payload: Value, events: &mut Vec<Event>) {
        if name == ERROR_EVENT && payload.get("choices").is_none() {
            return self.fail(payload.get("error").unwrap_or(&payload));
        }
        let Value::Object(mut chunk) = payload else {
            events.push(Event::Other {
                kind: "chunk".to_owned(),
                data: payload,
            });
            return;
        };
        let choices = chunk.remove("choices");
        let error = chunk.remove("error").filter(|error| !error.is_null());
        if choices.is_none() && error.is_none() && is_error(&chunk) {
            return self.fail(&Value::Object(chunk));
        }
        self.start(&chunk, events);
        // Before the choices: the error says more than the finish reason it comes with.
        if let Some(error) = error {
            self.fail(&error);
        }
        if let Some(Value::Array(choices)) = choices {
            for choice in choices {
                self.choice(choice, events);
            }
        }
        if let Some(usage) = chunk.get("usage") {
            self.usage(usage, events);
        }
        if chunk.contains_key("arguments_chunk") {
            self.argument_chunk(&chunk, events);
        } else {
            self.rest(chunk, events);
        }
    }

    fn document(&mut self, document: Value, events: &mut Vec<Event>) -> bool {
        let is_completion = document.get("choices").is_some_and(Value::is_array);
        if is_completion {
            self.payload("message", document, events);
        }
        is_completion
    }

    fn ending(&self) -> Option<Ending> {
        let ending = self.ending.clone()?;
        Some(match ending {
            Ending::Complete if self.calls.any() => Ending::ToolCalls,
            Ending::Complete if self.refused => Ending::Refused,
            ending => ending,
        })
    }

    fn close(&mut self, cut: Cut, events: &mut Vec<Event>) {
        self.calls.finish(cut, events);
    }
}

/// Whether a payload without choices is an error: `{"message", "code"}`, `{"detail"}`.
fn is_error(chunk: &Map<String, Value>) -> bool {
    let is_told = chunk.get("object").and_then(Value::as_str) == Some("error");
    is_told || chunk.contains_key("detail") || chunk.contains_key("errors")
}

impl Chunks {
    fn start(&mut self, chunk: &Map<String, Value>, events: &mut Vec<Event>) {
        if self.started {
            return;
        }
        let text = |key: &str| chunk.get(key)?.as_str().map(ToOwned::to_owned);
        let (id, model) = (text("id"), text("model"));
        self.started = true;
        events.push(Event::Started { id, model });
    }

    fn fail(&mut self, error: &Value) {
        let error = ProviderError::in_object(error).or_else(|| ProviderError::in_body(error));
        let ending = match error {
            Some(error) => error.into_ending(),
            None => Ending::Error {
                code: None,
                message: error_text(),
            },
        };
        // An error outweighs a finish reason; the first error outweighs what follows from it.
        if !matches!(self.ending, Some(Ending::Error { .. })) {
            self.ending = Some(ending);
        }
    }

    fn choice(&mut self, choice: Value, events: &mut Vec<Event>) {
        let Value::Object(mut choice) = choice else {
            return;
        };
        // Only one answer is ever asked for; another one is kept, not mixed in.
        if choice.get("index").and_then(Value::as_u64).unwrap_or(0) != 0 {
            let data = Value::Object(choice);
            events.push(Event::Other {
                kind: "choice".to_owned(),
                data,
            });
            return;
        }
        let delta = choice.remove("delta").or_else(|| choice.remove("message"));
        if let Some(Value::Object(delta)) = delta {
            self.delta(delta, events);
        }
        if let Some(text) = choice.get("text").and_then(Value::as_str) {
            push_text(text, events);
        }
        if let Some(usage) = choice.get("usage") {
            self.usage(usage, events);
        }
        if let Some(logprobs) = choice.remove("logprobs").filter(has_content) {
            events.push(Event::Other {
                kind: "logprobs".to_owned(),
                data: logprobs,
            });
        }
        match choice.get("finish_reason") {
            Some(Value::String(reason)) if !reason.is_empty() => self.finish(reason),
            _ => {}
        }
    }

    fn finish(&mut self, reason: &str) {
        if matches!(self.ending, Some(Ending::Error { .. })) {
            return;
        }
        self.ending = Some(match reason.to_ascii_lowercase().as_str() {
            "stop" | "eos" | "eos_token" | "stop_sequence" | "end_turn" => Ending::Complete,
            "length" | "max_tokens" | "model_length" => Ending::Length,
            "tool_calls" | "tool_use" | "function_call" => Ending::ToolCalls,
            "content_filter" | "refusal" | "safety" => Ending::Refused,
            _ => Ending::Error {
                code: Some(reason.to_owned()),
                message: format!("The answer ended early: {reason}."),
            },
        });
    }

    fn delta(&mut self, delta: Map<String, Value>, events: &mut Vec<Event>) {
        if delta.contains_key("arguments_chunk") {
            return self.argument_chunk(&delta, events);
        }
        let mut reasoning = None;
        for (key, value) in delta {
            match (key.as_str(), value) {
                ("role" | "index", _) | (_, Value::Null) => {}
                ("content", Value::String(text)) => push_text(&text, events),
                ("content", Value::Array(parts)) => {
                    for part in parts {
                        push_part(part, events);
                    }
                }
                // Some servers send the same reasoning under both names.
                ("reasoning_content" | "reasoning", Value::String(text)) => {
                    if reasoning.as_ref() != Some(&text) {
                        push_reasoning(&text, events);
                        reasoning = Some(text);
                    }
                }
                ("refusal", Value::String(text)) => {
                    if !text.is_empty() {
                        self.refused = true;
                        events.push(Event::RefusalDelta { text });
                    }
                }
                ("tool_calls", Value::Array(calls)) => {
                    for call in &calls {
                        self.tool_call(call, events);
                    }
                }
                ("function_call", call) => self.calls.push(function(None, None, &call), events),
                (_, data) => {
                    if has_content(&data) {
                        events.push(Event::Other {
                            kind: format!("delta.{key}"),
                            data,
                        });
                    }
                }
            }
        }
    }

    fn tool_call(&mut self, call: &Value, events: &mut Vec<Event>) {
        if let Some(chunk) = call
            .as_object()
            .filter(|call| call.contains_key("arguments_chunk"))
        {
            return self.argument_chunk(chunk, events);
        }
        let index = call.get("index").and_then(Value::as_u64);
        let id = call.get("id").and_then(Value::as_str);
        let function_or_custom = call.get("function").or_else(|| call.get("custom"));
        let Some(of) = function_or_custom else {
            let fragment = Fragment {
                index,
                id,
                ..Fragment::default()
            };
            return self.calls.push(fragment, events);
        };
        if let Some(Value::Object(whole)) = of.get("arguments") {
            // A few servers send the arguments as JSON, not as the text of it.
            let arguments = Value::Object(whole.clone()).to_string();
            let fragment = Fragment {
                arguments: &arguments,
                ..function(index, id, of)
            };
            return self.calls.push(fragment, events);
        }
        self.calls.push(function(index, id, of), events);
    }

    /// The shape `{tool_call_id, name, arguments_chunk}`.
    fn argument_chunk(&mut self, chunk: &Map<String, Value>, events: &mut Vec<Event>) {
        let text = |key: &str| chunk.get(key).and_then(Value::as_str);
        let fragment = Fragment {
            index: chunk.get("index").and_then(Value::as_u64),
            id: text("tool_call_id").or_else(|| text("id")),
            name: text("name"),
            arguments: text("arguments_chunk").unwrap_or_default(),
        };
        self.calls.push(fragment, events);
    }

    fn usage(&mut self, usage: &Value, events: &mut Vec<Event>) {
        let Some(usage) = read_usage(usage) else {
            return;
        };
        if self.usage != Some(usage) {
            self.usage = Some(usage);
            events.push(Event::Usage(usage));
        }
    }

    /// Keeps the fields of a chunk that this protocol has no word for, such as llama.cpp's
    /// `timings` or a search's `citations`.
    fn rest(&mut self, chunk: Map<String, Value>, events: &mut Vec<Event>) {
        for (key, data) in chunk {
            if ENVELOPE.contains(&key.as_str()) || !has_content(&data) {
                continue;
            }
            if self.told.get(&key) != Some(&data) {
                self.told.insert(key.clone(), data.clone());
                events.push(Event::Other { kind: key, data });
            }
        }
    }
}

fn error_text() -> String {
    "The provider reported an error and gave no reason.".to_owned()
}

fn function<'a>(index: Option<u64>, id: Option<&'a str>, of: &'a Value) -> Fragment<'a> {
    let text = |key: &str| of.get(key).and_then(Value::as_str);
    Fragment {
        index,
        id,
        name: text("name"),
        arguments: text("arguments")
            .or_else(|| text("input"))
            .unwrap_or_default(),
    }
}

fn push_text(text: &str, events: &mut Vec<Event>) {
    if !text.is_empty() {
        events.push(Event::TextDelta {
            text: text.to_owned(),
        });
    }
}

fn push_reasoning(text: &str, events: &mut Vec<Event>) {
    if !text.is_empty() {
        events.push(Event::ReasoningDelta {
            text: text.to_owned(),
        });
    }
}

/// A part of a content list: `{"type": "text", "text"}`, or Mistral's `{"type": "thinking",
/// "thinking": [{"type": "text", "text"}]}`.
fn push_part(part: Value, events: &mut Vec<Event>) {
    let kind = part.get("type").and_then(Value::as_str);
    match (kind, part.get("text"), part.get("thinking")) {
        (Some("text" | "output_text") | None, Some(Value::String(text)), _) => {
            push_text(text, events);
        }
        (Some("thinking"), _, Some(Value::String(text))) => push_reasoning(text, events),
        (Some("thinking"), _, Some(Value::Array(parts))) => {
            for text in parts.iter().filter_map(|part| part.get("text")?.as_str()) {
                push_reasoning(text, events);
            }
        }
        _ => {
            let kind = format!("content.{}", kind.unwrap_or("part"));
            events.push(Event::Other { kind, data: part });
        }
    }
}

/// Whether a value says anything.
fn has_content(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Array(items) => !items.is_empty(),
        Value::Object(members) => !members.is_empty(),
        Value::String(text) => !text.is_empty(),
        Value::Bool(_) | Value::Number(_) => true,
    }
}

/// Usage as OpenAI counts it: reasoning is part of `completion_tokens`. Where a provider counts
/// it beside them, its own total tells.
fn read_usage(usage: &Value) -> Option<Usage> {
    let usage = usage.as_object()?;
    let count = |key: &str| usage.get(key).and_then(Value::as_u64);
    let detail = |group: &str, key: &str| usage.get(group)?.get(key)?.as_u64();
    let input_tokens = count("prompt_tokens")?;
    let completion = count("completion_tokens").unwrap_or(0);
    let reasoning_tokens = detail("completion_tokens_details", "reasoning_tokens")
        .or_else(|| count("reasoning_tokens"))
        .unwrap_or(0);
    let is_beside = count("total_tokens") == Some(input_tokens + completion + reasoning_tokens);
    Some(Usage {
        input_tokens,
        output_tokens: if is_beside {
            completion + reasoning_tokens
        } else {
            completion
        },
        cached_input_tokens: detail("prompt_tokens_details", "cached_tokens")
            .or_else(|| count("prompt_cache_hit_tokens"))
            .unwrap_or(0),
        reasoning_tokens,
    })
}
