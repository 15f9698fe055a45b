//! What a provider signed comes back to it in a further round.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use ichiban_model::{Content, Endpoint, Event, Message, Request, Role, Turn, wire};
use serde_json::{Value, json};

fn events(wire: &str, payloads: &[Value]) -> Vec<Event> {
    let mut decoder = wire::by_name(wire).unwrap().decoder();
    let mut events = Vec::new();
    for payload in payloads {
        decoder.push(format!("data: {payload}\n\n").as_bytes(), &mut events);
    }
    decoder.finish(&mut events);
    events
}

/// The second request of a conversation, as the wire writes it: the messages after the question.
fn second_round(wire: &str, payloads: &[Value], call: &str, member: &str) -> Value {
    let turn: Turn = events(wire, payloads).iter().collect();
    let request = Request {
        model: "m".to_owned(),
        messages: vec![
            Message::text(Role::User, "How warm is it?"),
            turn.into_message(),
            Message {
                role: Role::User,
                content: vec![Content::ToolResult {
                    id: call.to_owned(),
                    output: "21".to_owned(),
                    is_error: false,
                }],
            },
        ],
        ..Request::default()
    };
    let endpoint = Endpoint {
        base_url: "https://api.test".to_owned(),
        api_key: None,
    };
    let http = wire::by_name(wire).unwrap().encode(&endpoint, &request);
    let mut body: Value = serde_json::from_slice(&http.body).unwrap();
    let messages = body[member].as_array_mut().unwrap();
    messages.remove(0);
    Value::Array(std::mem::take(messages))
}

fn anthropic() -> Vec<Value> {
    let delta = |index: u64, delta: Value| json!({"type": "content_block_delta", "index": index, "delta": delta});
    let start = |index: u64, block: Value| json!({"type": "content_block_start", "index": index, "content_block": block});
    let stop = |index: u64| json!({"type": "content_block_stop", "index": index});
    vec![
        json!({"type": "message_start", "message": {"id": "msg", "model": "m"}}),
        start(
            0,
            json!({"type": "thinking", "thinking": "", "signature": ""}),
        ),
        delta(0, json!({"type": "thinking_delta", "thinking": "I need "})),
        delta(
            0,
            json!({"type": "thinking_delta", "thinking": "the tool."}),
        ),
        delta(0, json!({"type": "signature_delta", "signature": "c2ln"})),
        stop(0),
        start(1, json!({"type": "redacted_thinking", "data": "c2VjcmV0"})),
        stop(1),
        start(2, json!({"type": "text", "text": ""})),
        delta(2, json!({"type": "text_delta", "text": "Let me look."})),
        stop(2),
        start(
            3,
            json!({"type": "tool_use", "id": "t1", "name": "warmth", "input": {}}),
        ),
        delta(
            3,
            json!({"type": "input_json_delta", "partial_json": "{\"at\":"}),
        ),
        delta(
            3,
            json!({"type": "input_json_delta", "partial_json": "\"here\"}"}),
        ),
        stop(3),
        json!({"type": "message_delta", "delta": {"stop_reason": "tool_use"}}),
        json!({"type": "message_stop"}),
    ]
}

#[test]
fn anthropic_has_its_thoughts_back_as_it_signed_them() {
    assert_eq!(
        second_round("anthropic", &anthropic(), "t1", "messages"),
        json!([
            {"role": "assistant", "content": [
                {"type": "thinking", "thinking": "I need the tool.", "signature": "c2ln"},
                {"type": "redacted_thinking", "data": "c2VjcmV0"},
                {"type": "text", "text": "Let me look."},
                {"type": "tool_use", "id": "t1", "name": "warmth", "input": {"at": "here"}},
            ]},
            {"role": "user", "content": [
                {"type": "tool_result", "tool_use_id": "t1", "content": "21", "is_error": false},
            ]},
        ])
    );
}

#[test]
fn what_one_provider_signed_does_not_go_to_another() {
    let turn: Turn = events("anthropic", &anthropic()).iter().collect();
    let request = Request {
        messages: vec![turn.into_message()],
        ..Request::default()
    };
    for wire in wire::WIRES.iter().filter(|wire| wire.name() != "anthropic") {
        let endpoint = Endpoint {
            base_url: "https://api.test".to_owned(),
            api_key: None,
        };
        let body = wire.encode(&endpoint, &request).body;
        let body = String::from_utf8(body).unwrap();
        for secret in ["c2ln", "c2VjcmV0", "I need"] {
            assert!(!body.contains(secret), "{}: {body}", wire.name());
        }
        assert!(body.contains("Let me look."), "{}: {body}", wire.name());
    }
}

#[test]
fn unsigned_thoughts_are_not_sent() {
    let payloads: Vec<Value> = anthropic()
        .into_iter()
        .filter(|it| it["delta"]["type"] != "signature_delta")
        .filter(|it| it["content_block"]["type"] != "redacted_thinking")
        .collect();
    let messages = second_round("anthropic", &payloads, "t1", "messages");
    assert_eq!(messages[0]["content"][0]["type"], "text");
}

#[test]
fn gemini_has_its_signatures_back_where_they_were() {
    let part = |part: Value| json!({"candidates": [{"content": {"parts": [part]}}]});
    let call = |name: &str| json!({"name": name, "args": {"at": "here"}});
    let payloads = [
        part(json!({"text": "I need the tool.", "thought": true})),
        part(json!({"functionCall": call("warmth"), "thoughtSignature": "c2ln"})),
        part(json!({"functionCall": call("wind")})),
        part(json!({"text": "", "thoughtSignature": "ZW5k"})),
        json!({"candidates": [{"finishReason": "STOP"}]}),
    ];
    assert_eq!(
        second_round("gemini", &payloads, "call_0", "contents"),
        json!([
            {"role": "model", "parts": [
                {"functionCall": call("warmth"), "thoughtSignature": "c2ln"},
                {"functionCall": call("wind")},
                {"text": "", "thoughtSignature": "ZW5k"},
            ]},
            {"role": "user", "parts": [
                {"functionResponse": {"name": "warmth", "response": {"output": "21"}}},
            ]},
        ])
    );
}
