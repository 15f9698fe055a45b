//! An answer as each wire streams it.

use serde_json::{Map, Value, json};

/// The identifier of every answer of the Responses API.
pub(crate) const ANSWER: &str = "resp_replay";

/// What the scripted model says.
pub(crate) struct Answer {
    pub(crate) text: String,
    /// A tool it calls, with the arguments.
    pub(crate) call: Option<(String, Map<String, Value>)>,
}

/// The wire that a path speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wire {
    OpenAiChat,
    OpenAiResponses,
    Anthropic,
    Gemini,
    Ollama,
}

impl Wire {
    pub(crate) fn of_path(path: &str) -> Option<Self> {
        let path = path.split('?').next().unwrap_or_default();
        [
            ("/chat/completions", Self::OpenAiChat),
            ("/responses", Self::OpenAiResponses),
            ("/messages", Self::Anthropic),
            (":streamGenerateContent", Self::Gemini),
            ("/api/chat", Self::Ollama),
        ]
        .into_iter()
        .find(|(end, _)| path.ends_with(end))
        .map(|(_, wire)| wire)
    }

    pub(crate) fn media_type(self) -> &'static str {
        match self {
            Self::Ollama => "application/x-ndjson",
            _ => "text/event-stream",
        }
    }

    /// The body, one event (or line) an item.
    pub(crate) fn frames(self, answer: &Answer, model: &str) -> Vec<Vec<u8>> {
        match self {
            Self::OpenAiChat => chat(answer, model),
            Self::OpenAiResponses => responses(answer, model),
            Self::Anthropic => anthropic(answer, model),
            Self::Gemini => gemini(answer, model),
            Self::Ollama => ollama(answer, model),
        }
    }

    /// An error object within the stream.
    pub(crate) fn error(self) -> Vec<u8> {
        let error = json!({"code": "server_error", "message": "The scripted model broke down."});
        match self {
            Self::OpenAiChat | Self::Gemini => event(None, &json!({"error": error})),
            Self::OpenAiResponses => event(None, &json!({"type": "error", "error": error})),
            Self::Anthropic => {
                let error = json!({"type": "overloaded_error", "message": "Overloaded"});
                event(Some("error"), &json!({"type": "error", "error": error}))
            }
            Self::Ollama => line(&json!({"error": "The scripted model broke down."})),
        }
    }
}

fn event(name: Option<&str>, payload: &Value) -> Vec<u8> {
    match name {
        Some(name) => format!("event: {name}\ndata: {payload}\n\n").into_bytes(),
        None => format!("data: {payload}\n\n").into_bytes(),
    }
}

fn line(payload: &Value) -> Vec<u8> {
    format!("{payload}\n").into_bytes()
}

/// A text in pieces of about the size of tokens.
fn tokens(text: &str) -> Vec<String> {
    let characters: Vec<char> = text.chars().collect();
    characters
        .chunks(4)
        .map(|token| token.iter().collect())
        .collect()
}

fn counts(text: &str) -> (usize, usize) {
    (100, tokens(text).len())
}

fn chat(answer: &Answer, model: &str) -> Vec<Vec<u8>> {
    let chunk = |delta: Value, finish_reason: Value| {
        event(
            None,
            &json!({
                "id": "chatcmpl-replay", "object": "chat.completion.chunk", "created": 0,
                "model": model,
                "choices": [{"index": 0, "delta": delta, "finish_reason": finish_reason}],
            }),
        )
    };
    let mut frames = vec![chunk(
        json!({"role": "assistant", "content": ""}),
        Value::Null,
    )];
    for token in tokens(&answer.text) {
        frames.push(chunk(json!({"content": token}), Value::Null));
    }
    let mut reason = "stop";
    if let Some((name, arguments)) = &answer.call {
        reason = "tool_calls";
        let call =
            |index_and_more: Value| chunk(json!({"tool_calls": [index_and_more]}), Value::Null);
        frames.push(call(json!({
            "index": 0, "id": "call_replay", "type": "function",
            "function": {"name": name, "arguments": ""},
        })));
        for token in tokens(&Value::Object(arguments.clone()).to_string()) {
            frames.push(call(json!({"index": 0, "function": {"arguments": token}})));
        }
    }
    frames.push(chunk(json!({}), json!(reason)));
    let (input, output) = counts(&answer.text);
    frames.push(event(None, &json!({
        "id": "chatcmpl-replay", "object": "chat.completion.chunk", "model": model, "choices": [],
        "usage": {"prompt_tokens": input, "completion_tokens": output, "total_tokens": input + output},
    })));
    frames.push(b"data: [DONE]\n\n".to_vec());
    frames
}

fn responses(answer: &Answer, model: &str) -> Vec<Vec<u8>> {
    let response = json!({"id": ANSWER, "object": "response", "model": model});
    let mut frames = Vec::new();
    let mut send = |kind: &str, mut payload: Value| {
        if let Some(members) = payload.as_object_mut() {
            members.insert("type".to_owned(), json!(kind));
            members.insert("sequence_number".to_owned(), json!(frames.len()));
        }
        frames.push(event(Some(kind), &payload));
    };
    send("response.created", json!({"response": response}));
    let item = json!({"id": "msg_replay", "type": "message", "role": "assistant", "content": []});
    send(
        "response.output_item.added",
        json!({"output_index": 0, "item": item}),
    );
    for token in tokens(&answer.text) {
        send(
            "response.output_text.delta",
            json!({
                "item_id": "msg_replay", "output_index": 0, "content_index": 0, "delta": token,
            }),
        );
    }
    send(
        "response.output_text.done",
        json!({
            "item_id": "msg_replay", "output_index": 0, "content_index": 0, "text": answer.text,
        }),
    );
    if let Some((name, arguments)) = &answer.call {
        let arguments = Value::Object(arguments.clone()).to_string();
        let item = |arguments: &str| {
            json!({
                "id": "fc_replay", "type": "function_call", "call_id": "call_replay",
                "name": name, "arguments": arguments,
            })
        };
        send(
            "response.output_item.added",
            json!({"output_index": 1, "item": item("")}),
        );
        for token in tokens(&arguments) {
            send(
                "response.function_call_arguments.delta",
                json!({
                    "item_id": "fc_replay", "output_index": 1, "delta": token,
                }),
            );
        }
        send(
            "response.output_item.done",
            json!({"output_index": 1, "item": item(&arguments)}),
        );
    }
    let (input, output) = counts(&answer.text);
    send(
        "response.completed",
        json!({"response": {
            "id": ANSWER, "object": "response", "status": "completed", "model": model,
            "usage": {"input_tokens": input, "output_tokens": output},
        }}),
    );
    frames
}

fn anthropic(answer: &Answer, model: &str) -> Vec<Vec<u8>> {
    let (input, output) = counts(&answer.text);
    let mut frames = Vec::new();
    let mut send = |kind: &str, mut payload: Value| {
        if let Some(members) = payload.as_object_mut() {
            members.insert("type".to_owned(), json!(kind));
        }
        frames.push(event(Some(kind), &payload));
    };
    send(
        "message_start",
        json!({"message": {
            "id": "msg_replay", "type": "message", "role": "assistant", "model": model, "content": [],
            "usage": {"input_tokens": input, "output_tokens": 1},
        }}),
    );
    send(
        "content_block_start",
        json!({"index": 0, "content_block": {"type": "text", "text": ""}}),
    );
    send("ping", json!({}));
    for token in tokens(&answer.text) {
        let delta = json!({"type": "text_delta", "text": token});
        send("content_block_delta", json!({"index": 0, "delta": delta}));
    }
    send("content_block_stop", json!({"index": 0}));
    let mut reason = "end_turn";
    if let Some((name, arguments)) = &answer.call {
        reason = "tool_use";
        let block = json!({"type": "tool_use", "id": "toolu_replay", "name": name, "input": {}});
        send(
            "content_block_start",
            json!({"index": 1, "content_block": block}),
        );
        for token in tokens(&Value::Object(arguments.clone()).to_string()) {
            let delta = json!({"type": "input_json_delta", "partial_json": token});
            send("content_block_delta", json!({"index": 1, "delta": delta}));
        }
        send("content_block_stop", json!({"index": 1}));
    }
    send(
        "message_delta",
        json!({
            "delta": {"stop_reason": reason, "stop_sequence": null},
            "usage": {"output_tokens": output},
        }),
    );
    send("message_stop", json!({}));
    frames
}

fn gemini(answer: &Answer, model: &str) -> Vec<Vec<u8>> {
    let (input, output) = counts(&answer.text);
    let chunk = |parts: Value, finish: Option<&str>| {
        let mut candidate = json!({"content": {"role": "model", "parts": parts}, "index": 0});
        if let (Some(finish), Some(candidate)) = (finish, candidate.as_object_mut()) {
            candidate.insert("finishReason".to_owned(), json!(finish));
        }
        event(
            None,
            &json!({
                "candidates": [candidate], "modelVersion": model, "responseId": "replay",
                "usageMetadata": {"promptTokenCount": input, "candidatesTokenCount": output},
            }),
        )
    };
    let texts = tokens(&answer.text).into_iter();
    let mut frames: Vec<_> = texts
        .map(|token| chunk(json!([{"text": token}]), None))
        .collect();
    if let Some((name, arguments)) = &answer.call {
        frames.push(chunk(
            json!([{"functionCall": {"name": name, "args": arguments}}]),
            None,
        ));
    }
    frames.push(chunk(json!([{"text": ""}]), Some("STOP")));
    frames
}

fn ollama(answer: &Answer, model: &str) -> Vec<Vec<u8>> {
    let (input, output) = counts(&answer.text);
    let message =
        |message: Value| line(&json!({"model": model, "message": message, "done": false}));
    let texts = tokens(&answer.text).into_iter();
    let mut frames: Vec<_> = texts
        .map(|token| message(json!({"role": "assistant", "content": token})))
        .collect();
    if let Some((name, arguments)) = &answer.call {
        let call = json!({"function": {"name": name, "arguments": arguments}});
        frames.push(message(
            json!({"role": "assistant", "content": "", "tool_calls": [call]}),
        ));
    }
    frames.push(line(&json!({
        "model": model, "message": {"role": "assistant", "content": ""}, "done": true,
        "done_reason": "stop", "prompt_eval_count": input, "eval_count": output,
    })));
    frames
}
