//! The events of a Responses stream.

use std::collections::HashMap;

use serde_json::Value;

use crate::body::Payloads;
use crate::provider_error::ProviderError;
use crate::tool_call::{Calls, Cut, Extent, Kind, Slot};
use crate::wire::openai_chat::Chunks;
use crate::{Ending, Event, Usage};

/// Reads events. Items are told apart by their `output_index` and, where a gateway gives several
/// items the same one, by their `id`; the index comes first, since others give an item a new `id`
/// in every event.
///
/// `….done` events repeat what their deltas said. They are taken where no delta came, as from
/// servers that write an item in one piece, and are silent otherwise. Items that this protocol
/// has no word for (searches, code, images, compaction) are kept as [`Event::Other`].
#[derive(Debug, Default)]
pub(super) struct Responses {
    started: Option<String>,
    calls: Calls,
    by_item: HashMap<Item, Slot>,
    /// Bytes of text seen of each part, so that a repetition is known.
    seen: HashMap<Part, usize>,
    refused: bool,
    /// A call was made that no text follows. One that text follows was answered by the provider.
    awaits_results: bool,
    ending: Option<Ending>,
    /// Chat Completions chunks, which a few gateways send from this address.
    chunks: Option<Chunks>,
}

/// An item of the output.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Item {
    At(u64),
    Named(String),
    Both(u64, String),
    Only,
}

/// A text within an item: its kind, and its place in the item.
type Part = (Item, &'static str, u64);

impl Payloads for Responses {
    fn payload(&mut self, name: &str, mut payload: Value, events: &mut Vec<Event>) {
        let is_chunk =
            payload.get("object").and_then(Value::as_str) == Some("chat.completion.chunk");
        if is_chunk || (self.chunks.is_some() && payload.get("type").is_none()) {
            return self
                .chunks
                .get_or_insert_default()
                .payload(name, payload, events);
        }
        let kind = payload
            .get("type")
            .and_then(Value::as_str)
            .unwrap_or(name)
            .to_owned();
        match &*kind {
            "response.created" => self.created(&payload, events),
            "response.in_progress" | "response.queued" => {
                if self.started.is_none() {
                    self.created(&payload, events);
                }
            }
            "response.output_text.delta"
            | "response.refusal.delta"
            | "response.reasoning_text.delta"
            | "response.reasoning_summary_text.delta" => {
                let text = take_text(&mut payload, "delta");
                self.text(&kind, &payload, text, events);
            }
            "response.output_text.done"
            | "response.refusal.done"
            | "response.reasoning_text.done"
            | "response.reasoning_summary_text.done" => self.text_done(&kind, payload, events),
            "response.content_part.done" | "response.reasoning_summary_part.done" => {}
            "response.output_item.added" => self.item_added(kind, payload, events),
            "response.function_call_arguments.delta" | "response.custom_tool_call_input.delta" => {
                let slot = self.call(&payload, &kind, events);
                self.calls.push(slot, text_at(&payload, "delta"), events);
            }
            "response.function_call_arguments.done" => {
                self.arguments_done(&payload, &kind, "arguments", events);
            }
            "response.custom_tool_call_input.done" => {
                self.arguments_done(&payload, &kind, "input", events);
            }
            "response.output_item.done" => self.item_done(kind, payload, events),
            "response.completed" | "response.done" => {
                self.output(&mut payload, events);
                self.ended(Ending::Complete, &payload, events);
            }
            "response.incomplete" => {
                self.output(&mut payload, events);
                self.incomplete(&payload, events);
            }
            "response.failed" | "error" => self.failed(&payload, events),
            "response.cancelled" => self.ended(Ending::Aborted, &payload, events),
            _ => match ProviderError::in_body(&payload) {
                // An error in another protocol's shape, as proxies send them.
                Some(error) if payload.get("type").is_none() => {
                    self.ending = Some(error.into_ending());
                }
                _ => events.push(Event::Other {
                    kind,
                    data: payload,
                }),
            },
        }
    }

    fn document(&mut self, mut document: Value, events: &mut Vec<Event>) -> bool {
        if document.get("choices").is_some() {
            return self
                .chunks
                .get_or_insert_default()
                .document(document, events);
        }
        if document.get("object").and_then(Value::as_str) != Some("response") {
            return false;
        }
        let status = document
            .get("status")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let kind = format!("response.{status}");
        let response = serde_json::json!({"type": kind, "response": document.take()});
        self.created(&response, events);
        self.payload(&kind, response, events);
        true
    }

    fn ending(&self) -> Option<Ending> {
        let chunks = self.chunks.as_ref().and_then(Payloads::ending);
        let ending = self.ending.clone().or(chunks)?;
        Some(match ending {
            Ending::Complete if self.awaits_results => Ending::ToolCalls,
            Ending::Complete if self.refused => Ending::Refused,
            ending => ending,
        })
    }

    fn close(&mut self, cut: Cut, events: &mut Vec<Event>) {
        self.calls.finish_all(cut, events);
        if let Some(chunks) = &mut self.chunks {
            chunks.close(cut, events);
        }
    }
}

impl Responses {
    /// An answer begins, or one more in the same body.
    fn created(&mut self, payload: &Value, events: &mut Vec<Event>) {
        let of = |key: &str| {
            let value = payload.get("response")?.get(key)?.as_str()?;
            Some(value.to_owned())
        };
        let (id, model) = (of("id"), of("model"));
        if self.started.is_some() {
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
        self.started = Some(id.clone().unwrap_or_default());
        events.push(Event::Started { id, model });
    }

    fn text(&mut self, kind: &str, payload: &Value, text: String, events: &mut Vec<Event>) {
        if text.is_empty() {
            return;
        }
        let (family, index) = family(kind);
        let index = payload.get(index).and_then(Value::as_u64).unwrap_or(0);
        *self
            .seen
            .entry((item_of(payload), family, index))
            .or_default() += text.len();
        events.push(match family {
            "text" => {
                self.awaits_results = false;
                Event::TextDelta { text }
            }
            "refusal" => {
                self.refused = true;
                Event::RefusalDelta { text }
            }
            _ => Event::ReasoningDelta { text },
        });
    }

    fn text_done(&mut self, kind: &str, mut payload: Value, events: &mut Vec<Event>) {
        let (family, index) = family(kind);
        let index = payload.get(index).and_then(Value::as_u64).unwrap_or(0);
        let key = if family == "refusal" {
            "refusal"
        } else {
            "text"
        };
        let seen = self
            .seen
            .get(&(item_of(&payload), family, index))
            .copied()
            .unwrap_or(0);
        let length = payload.get(key).and_then(Value::as_str).map_or(0, str::len);
        if seen == 0 {
            let text = take_text(&mut payload, key);
            self.text(kind, &payload, text, events);
        } else if seen != length {
            // It contradicts its deltas: kept, for who wants to know.
            events.push(Event::Other {
                kind: kind.to_owned(),
                data: payload,
            });
        }
    }

    fn item_added(&mut self, kind: String, payload: Value, events: &mut Vec<Event>) {
        if let Some((call_kind, arguments)) = call_kind(&payload) {
            let unnamed = self
                .known(&payload)
                .filter(|slot| self.calls.is_open(*slot) && self.calls.tool_name(*slot).is_none());
            // An item that is announced after its arguments began has its name late.
            let slot = match unnamed {
                Some(slot) => slot,
                None => self.open(&payload, call_kind, events),
            };
            self.introduce(slot, &payload, events);
            if self.calls.extent(slot) == Extent::Empty {
                let arguments = item_text(&payload, arguments);
                self.calls.push(slot, arguments, events);
            }
        } else {
            events.push(Event::Other {
                kind,
                data: payload,
            });
        }
    }

    fn item_done(&mut self, kind: String, payload: Value, events: &mut Vec<Event>) {
        if let Some((call_kind, arguments)) = call_kind(&payload) {
            let id = item_text(&payload, "call_id");
            let known = self.known(&payload).filter(|slot| {
                let known = self.calls.id(*slot);
                id.is_empty() || known.is_none_or(|known| known == id)
            });
            let slot = match known {
                Some(slot) => slot,
                None => self.open(&payload, call_kind, events),
            };
            self.introduce(slot, &payload, events);
            if self.calls.extent(slot) == Extent::Empty {
                self.calls
                    .push(slot, item_text(&payload, arguments), events);
            }
            self.calls.finish(slot, events);
            return;
        }
        let item = payload.get("item");
        if item.and_then(|item| item.get("type")?.as_str()) == Some("message") {
            self.message_done(&payload, events);
        }
        // Repeats the message, but may add what no delta holds: citations, signatures.
        events.push(Event::Other {
            kind,
            data: payload,
        });
    }

    /// Takes what a whole message says and no delta said.
    fn message_done(&mut self, payload: &Value, events: &mut Vec<Event>) {
        let parts = payload
            .get("item")
            .and_then(|item| item.get("content")?.as_array());
        for (index, part) in (0_u64..).zip(parts.into_iter().flatten()) {
            let (kind, key) = match part.get("type").and_then(Value::as_str) {
                Some("output_text") => ("response.output_text.done", "text"),
                Some("refusal") => ("response.refusal.done", "refusal"),
                _ => continue,
            };
            let (family, _) = family(kind);
            if !self.seen.contains_key(&(item_of(payload), family, index)) {
                let text = text_at(part, key).to_owned();
                self.text(kind, payload, text, events);
            }
        }
    }

    /// Begins the call that an item is.
    fn open(&mut self, payload: &Value, kind: Kind, events: &mut Vec<Event>) -> Slot {
        self.awaits_results = true;
        let known = |key: &str| Some(item_text(payload, key)).filter(|text| !text.is_empty());
        let slot = self
            .calls
            .open(kind, known("call_id"), known("name"), events);
        self.note(payload, slot);
        slot
    }

    /// Takes the identifier and the name that an item tells of a call.
    fn introduce(&mut self, slot: Slot, payload: &Value, events: &mut Vec<Event>) {
        let id = item_text(payload, "call_id");
        if !id.is_empty() {
            self.calls.identify(slot, id, events);
        }
        let name = item_text(payload, "name");
        if !name.is_empty() {
            self.calls.name(slot, name, events);
        }
    }

    /// Notes which call an item is.
    fn note(&mut self, payload: &Value, slot: Slot) {
        self.by_item
            .extend(both_of(payload).map(|item| (item, slot)));
        self.by_item.insert(item_of(payload), slot);
    }

    /// The call that an event's item is, if it was told of before.
    fn known(&self, payload: &Value) -> Option<Slot> {
        let both = both_of(payload).and_then(|item| self.by_item.get(&item));
        both.or_else(|| self.by_item.get(&item_of(payload)))
            .copied()
    }

    /// The call that an event without its item is about; a call of unknown name if the item was
    /// never announced.
    fn call(&mut self, payload: &Value, kind: &str, events: &mut Vec<Event>) -> Slot {
        if let Some(slot) = self.known(payload) {
            return slot;
        }
        let call_kind = if kind.contains("custom") {
            Kind::Text
        } else {
            Kind::Json
        };
        self.awaits_results = true;
        let slot = self.calls.open(call_kind, None, None, events);
        self.note(payload, slot);
        slot
    }

    fn arguments_done(&mut self, payload: &Value, kind: &str, key: &str, events: &mut Vec<Event>) {
        let slot = self.call(payload, kind, events);
        if self.calls.extent(slot) == Extent::Empty {
            self.calls.push(slot, text_at(payload, key), events);
        }
        let name = text_at(payload, "name");
        if !name.is_empty() {
            self.calls.name(slot, name, events);
        }
        // Ended here unless the name is still to come, with the item.
        if self.calls.tool_name(slot).is_some() {
            self.calls.finish(slot, events);
        }
    }

    /// Takes the output that a terminal event repeats, where nothing of it came before: from a
    /// server that tells the answer only at its end.
    fn output(&mut self, payload: &mut Value, events: &mut Vec<Event>) {
        let output = payload
            .get_mut("response")
            .and_then(|response| response.get_mut("output"));
        let output = output.map(Value::take);
        if let (Some(Value::Array(items)), true) = (output, self.is_empty()) {
            for (index, item) in items.into_iter().enumerate() {
                let done = serde_json::json!({"output_index": index, "item": item});
                self.item_done("response.output_item.done".to_owned(), done, events);
            }
        }
    }

    /// Whether nothing of the answer has come.
    fn is_empty(&self) -> bool {
        self.seen.is_empty() && self.by_item.is_empty()
    }

    fn incomplete(&mut self, payload: &Value, events: &mut Vec<Event>) {
        let details = payload
            .get("response")
            .and_then(|response| response.get("incomplete_details"));
        let reason = details
            .and_then(|details| details.get("reason")?.as_str())
            .unwrap_or("");
        let ending = match reason {
            "max_output_tokens" | "max_tokens" => Ending::Length,
            "content_filter" => Ending::Refused,
            reason => Ending::Error {
                code: Some(reason.to_owned()).filter(|reason| !reason.is_empty()),
                message: "The provider ended the answer before it was whole.".to_owned(),
            },
        };
        self.ended(ending, payload, events);
    }

    /// `error` comes nested (`{"error": {…}}`) or flat (`{"code", "message"}`), and
    /// `response.failed` may repeat it.
    fn failed(&mut self, payload: &Value, events: &mut Vec<Event>) {
        let response = payload.get("response");
        let error = response
            .and_then(|response| response.get("error"))
            .or_else(|| payload.get("error"))
            .filter(|error| !error.is_null())
            .map_or_else(|| without_type(payload), Clone::clone);
        let ending = ProviderError::in_object(&error).map_or_else(
            || Ending::Error {
                code: None,
                message: "The provider reported an error and gave no reason.".to_owned(),
            },
            ProviderError::into_ending,
        );
        self.ended(ending, payload, events);
    }

    fn ended(&mut self, ending: Ending, payload: &Value, events: &mut Vec<Event>) {
        let usage = payload
            .get("response")
            .and_then(|response| response.get("usage"));
        if let Some(usage) = usage.and_then(read_usage) {
            events.push(Event::Usage(usage));
        }
        // The first error outweighs what follows from it.
        if !matches!(self.ending, Some(Ending::Error { .. })) {
            self.ending = Some(ending);
        }
    }
}

/// A flat error event's own members, without the `type` that is the event's.
fn without_type(payload: &Value) -> Value {
    let mut payload = payload.clone();
    if let Some(members) = payload.as_object_mut() {
        members.remove("type");
    }
    payload
}

/// What kind of text an event is about, and the member that numbers it within its item.
fn family(kind: &str) -> (&'static str, &'static str) {
    match kind {
        _ if kind.starts_with("response.output_text") => ("text", "content_index"),
        _ if kind.starts_with("response.refusal") => ("refusal", "content_index"),
        _ if kind.starts_with("response.reasoning_summary") => ("summary", "summary_index"),
        _ => ("reasoning", "content_index"),
    }
}

fn item_of(payload: &Value) -> Item {
    if let Some(index) = output_index(payload) {
        return Item::At(index);
    }
    item_id(payload).map_or(Item::Only, |id| Item::Named(id.to_owned()))
}

/// An item by its index and its `id`, if an event tells both.
fn both_of(payload: &Value) -> Option<Item> {
    Some(Item::Both(
        output_index(payload)?,
        item_id(payload)?.to_owned(),
    ))
}

fn output_index(payload: &Value) -> Option<u64> {
    payload.get("output_index")?.as_u64()
}

fn item_id(payload: &Value) -> Option<&str> {
    let id = payload
        .get("item_id")
        .or_else(|| payload.get("item")?.get("id"));
    id?.as_str()
}

/// Whether an item is a call for us to answer, and the member that holds its arguments.
fn call_kind(payload: &Value) -> Option<(Kind, &'static str)> {
    match payload.get("item")?.get("type")?.as_str()? {
        "function_call" => Some((Kind::Json, "arguments")),
        "custom_tool_call" => Some((Kind::Text, "input")),
        _ => None,
    }
}

fn item_text<'a>(payload: &'a Value, key: &str) -> &'a str {
    payload.get("item").map_or("", |item| text_at(item, key))
}

fn text_at<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn take_text(value: &mut Value, key: &str) -> String {
    match value.get_mut(key).map(Value::take) {
        Some(Value::String(text)) => text,
        _ => String::new(),
    }
}

fn read_usage(usage: &Value) -> Option<Usage> {
    let count = |key: &str| usage.get(key).and_then(Value::as_u64);
    let detail = |group: &str, key: &str| usage.get(group)?.get(key)?.as_u64();
    Some(Usage {
        input_tokens: count("input_tokens")?,
        output_tokens: count("output_tokens").unwrap_or(0),
        cached_input_tokens: detail("input_tokens_details", "cached_tokens").unwrap_or(0),
        reasoning_tokens: detail("output_tokens_details", "reasoning_tokens").unwrap_or(0),
    })
}
