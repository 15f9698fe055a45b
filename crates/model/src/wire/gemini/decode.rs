//! The events of `streamGenerateContent`.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::path_writer::{OutOfOrder, PathWriter};
use crate::body::{ERROR_EVENT, Payloads};
use crate::provider_error::ProviderError;
use crate::tool_call::{Calls, Cut, Kind, Slot};
use crate::{Carried, Ending, Event, Usage};

/// Reads events.
#[derive(Debug, Default)]
pub(super) struct Contents {
    started: bool,
    calls: Calls,
    /// The call whose arguments are coming.
    open: Option<(Slot, PathWriter)>,
    /// The latest call.
    last: Option<Slot>,
    usage: Option<Usage>,
    ending: Option<Ending>,
    /// Metadata as last told: it is repeated as it grows.
    told: BTreeMap<String, Value>,
}

/// What signs a part, and is wanted back with it.
pub(super) const SIGNATURE: &str = "thoughtSignature";

/// Members of a response or a candidate that say nothing an event should repeat.
const ENVELOPE: &[&str] = &[
    "modelVersion",
    "responseId",
    "createTime",
    "index",
    "role",
    "finishReason",
    "finishMessage",
];

impl Payloads for Contents {
    fn payload(&mut self, name: &str, payload: Value, events: &mut Vec<Event>) {
        if name == ERROR_EVENT
            && let Some(error) = ProviderError::told(&payload)
        {
            self.ending = Some(error.into_ending());
            return;
        }
        let Value::Object(mut response) = payload else {
            events.push(Event::Other {
                kind: "response".to_owned(),
                data: payload,
            });
            return;
        };
        if let Some(error) = response.get("error").and_then(ProviderError::in_object) {
            self.ending = Some(error.into_ending());
            return;
        }
        if !self.started {
            self.started = true;
            let text = |key: &str| Some(response.get(key)?.as_str()?.to_owned());
            let (id, model) = (text("responseId"), text("modelVersion"));
            events.push(Event::Started { id, model });
        }
        if let Some(Value::Array(candidates)) = response.remove("candidates") {
            for candidate in candidates {
                self.candidate(candidate, events);
            }
        }
        if let Some(reason) = response
            .get("promptFeedback")
            .and_then(|it| it.get("blockReason"))
        {
            if let Some(reason) = reason.as_str() {
                let text = format!("The prompt was blocked: {reason}.");
                events.push(Event::RefusalDelta { text });
            }
            self.ending = Some(Ending::Refused);
        }
        if let Some(usage) = response
            .remove("usageMetadata")
            .as_ref()
            .and_then(read_usage)
            && self.usage != Some(usage)
        {
            self.usage = Some(usage);
            events.push(Event::Usage(usage));
        }
        self.rest(response, events);
    }

    fn document(&mut self, document: Value, events: &mut Vec<Event>) -> bool {
        // Without `alt=sse` the same responses come as a JSON list.
        match document {
            Value::Array(responses) => {
                let are_responses = responses.iter().all(|it| it.get("candidates").is_some());
                if are_responses {
                    for response in responses {
                        self.payload("message", response, events);
                    }
                }
                are_responses
            }
            response => {
                let is_response = response.get("candidates").is_some();
                if is_response {
                    self.payload("message", response, events);
                }
                is_response
            }
        }
    }

    fn ending(&self) -> Option<Ending> {
        match self.ending.clone()? {
            Ending::Complete if self.calls.any() => Some(Ending::ToolCalls),
            ending => Some(ending),
        }
    }

    fn close(&mut self, cut: Cut, events: &mut Vec<Event>) {
        if cut == Cut::No {
            self.finish_call(events);
        }
        self.calls.finish_all(cut, events);
    }
}

impl Contents {
    fn candidate(&mut self, candidate: Value, events: &mut Vec<Event>) {
        let Value::Object(mut candidate) = candidate else {
            return;
        };
        // Only one answer is ever asked for; another one is kept, not mixed in.
        if candidate.get("index").and_then(Value::as_u64).unwrap_or(0) != 0 {
            let data = Value::Object(candidate);
            events.push(Event::Other {
                kind: "candidate".to_owned(),
                data,
            });
            return;
        }
        let content = candidate.remove("content").unwrap_or_default();
        if let Some(parts) = content.get("parts").and_then(Value::as_array) {
            for part in parts {
                self.part(part, events);
            }
        }
        if let Some(reason) = candidate.get("finishReason").and_then(Value::as_str) {
            let message = candidate.get("finishMessage").and_then(Value::as_str);
            self.finish(reason, message);
        }
        self.rest(candidate, events);
    }

    fn part(&mut self, part: &Value, events: &mut Vec<Event>) {
        let mut is_known = false;
        if let Some(text) = part.get("text").and_then(Value::as_str) {
            is_known = true;
            if !text.is_empty() {
                let text = text.to_owned();
                let is_thought = part.get("thought") == Some(&Value::Bool(true));
                events.push(if is_thought {
                    Event::ReasoningDelta { text }
                } else {
                    Event::TextDelta { text }
                });
            }
        }
        let mut call = None;
        if let Some(told) = part.get("functionCall") {
            is_known = true;
            self.call(told, events);
            call = self.last.and_then(|slot| self.calls.public(slot));
        }
        // It is needed to go on with the conversation, whatever it is attached to.
        if let Some(signature) = part.get(SIGNATURE).and_then(Value::as_str) {
            is_known = true;
            let (kind, data) = (SIGNATURE.to_owned(), signature.to_owned());
            events.push(Event::Carried {
                call,
                carried: Carried { kind, data },
            });
        }
        if !is_known {
            let names = part.as_object().into_iter().flatten();
            let known = ["text", "thought", "functionCall"];
            let kind = names
                .map(|(name, _)| name.as_str())
                .find(|name| !known.contains(name))
                .unwrap_or("part");
            events.push(Event::Other {
                kind: format!("part.{kind}"),
                data: part.clone(),
            });
        }
    }

    fn call(&mut self, call: &Value, events: &mut Vec<Event>) {
        let text = |key: &str| {
            call.get(key)
                .and_then(Value::as_str)
                .filter(|it| !it.is_empty())
        };
        if let Some(name) = text("name") {
            self.finish_call(events);
            let slot = self.calls.open(Kind::Json, text("id"), Some(name), events);
            self.open = Some((slot, PathWriter::default()));
            self.last = Some(slot);
        }
        let Some((slot, writer)) = &mut self.open else {
            // The end of a call that has ended, or pieces of none.
            if call.as_object().is_some_and(|call| !call.is_empty()) {
                events.push(Event::Other {
                    kind: "functionCall".to_owned(),
                    data: call.clone(),
                });
            }
            return;
        };
        let slot = *slot;
        if let Some(arguments) = call.get("args") {
            self.calls.push(slot, &arguments.to_string(), events);
        }
        for argument in call
            .get("partialArgs")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
        {
            match writer.write(argument) {
                Ok(text) => self.calls.push(slot, &text, events),
                Err(OutOfOrder(path)) => {
                    let reason = format!("The argument {path} came out of order.");
                    self.calls.fail(slot, reason, events);
                }
            }
        }
        if call.get("willContinue") != Some(&Value::Bool(true)) {
            self.finish_call(events);
        }
    }

    fn finish_call(&mut self, events: &mut Vec<Event>) {
        if let Some((slot, mut writer)) = self.open.take() {
            self.calls.push(slot, &writer.finish(), events);
            self.calls.finish(slot, events);
        }
    }

    fn finish(&mut self, reason: &str, message: Option<&str>) {
        self.ending = Some(match reason {
            "STOP" => Ending::Complete,
            "MAX_TOKENS" => Ending::Length,
            "SAFETY"
            | "RECITATION"
            | "BLOCKLIST"
            | "PROHIBITED_CONTENT"
            | "SPII"
            | "IMAGE_SAFETY"
            | "IMAGE_PROHIBITED_CONTENT"
            | "IMAGE_RECITATION" => Ending::Refused,
            reason => Ending::Error {
                code: Some(reason.to_owned()),
                message: message.map_or_else(
                    || format!("The answer ended early: {reason}."),
                    ToOwned::to_owned,
                ),
            },
        });
    }

    /// Keeps what this protocol has no word for: citations, grounding, ratings.
    fn rest(&mut self, members: Map<String, Value>, events: &mut Vec<Event>) {
        for (key, data) in members {
            let is_new = self.told.get(&key) != Some(&data);
            if !ENVELOPE.contains(&key.as_str()) && is_new {
                self.told.insert(key.clone(), data.clone());
                events.push(Event::Other { kind: key, data });
            }
        }
    }
}

/// Usage, in which Gemini counts thoughts beside the answer.
fn read_usage(usage: &Value) -> Option<Usage> {
    let count = |key: &str| usage.get(key).and_then(Value::as_u64);
    let reasoning_tokens = count("thoughtsTokenCount").unwrap_or(0);
    let tools = count("toolUsePromptTokenCount").unwrap_or(0);
    Some(Usage {
        input_tokens: count("promptTokenCount")? + tools,
        output_tokens: count("candidatesTokenCount").unwrap_or(0) + reasoning_tokens,
        cached_input_tokens: count("cachedContentTokenCount").unwrap_or(0),
        reasoning_tokens,
    })
}
