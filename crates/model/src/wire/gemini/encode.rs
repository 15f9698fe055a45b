//! The request of `streamGenerateContent`.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use crate::http::{Endpoint, HttpRequest};
use crate::wire::ollama::tool_name;
use crate::wire::openai_chat::decimal;
use crate::{Content, Message, Output, Request, Role};

/// Writes a request. The key goes into a header, never into the address.
pub(super) fn encode(endpoint: &Endpoint, request: &Request) -> HttpRequest {
    let mut body = Map::new();
    let system = request
        .messages
        .iter()
        .filter(|message| message.role == Role::System);
    let system: Vec<Value> = system
        .flat_map(|message| parts(message, &request.messages))
        .collect();
    if !system.is_empty() {
        body.insert("systemInstruction".to_owned(), json!({"parts": system}));
    }
    let turns = request
        .messages
        .iter()
        .filter(|message| message.role != Role::System);
    let turns = turns.map(|message| {
        let role = if message.role == Role::Assistant {
            "model"
        } else {
            "user"
        };
        json!({"role": role, "parts": parts(message, &request.messages)})
    });
    body.insert("contents".to_owned(), turns.collect());
    if !request.tools.is_empty() {
        let declare = |tool: &crate::Tool| {
            json!({
                "name": tool.name,
                "description": tool.description,
                "parametersJsonSchema": tool.parameters,
            })
        };
        let declarations: Vec<Value> = request.tools.iter().map(declare).collect();
        body.insert(
            "tools".to_owned(),
            json!([{"functionDeclarations": declarations}]),
        );
    }
    let mut config = Map::new();
    if let Output::JsonSchema { schema, .. } = &request.output {
        config.insert("responseMimeType".to_owned(), json!("application/json"));
        config.insert("responseJsonSchema".to_owned(), schema.clone());
    }
    if let Some(most) = request.limits.max_output_tokens {
        config.insert("maxOutputTokens".to_owned(), json!(most));
    }
    if !request.limits.stop.is_empty() {
        config.insert("stopSequences".to_owned(), json!(request.limits.stop));
    }
    if let Some(temperature) = request.temperature {
        config.insert("temperature".to_owned(), decimal(temperature));
    }
    if let Some(seed) = request.seed {
        config.insert("seed".to_owned(), json!(seed));
    }
    if !config.is_empty() {
        body.insert("generationConfig".to_owned(), Value::Object(config));
    }
    let key = endpoint.key().map(|key| ("x-goog-api-key", key.to_owned()));
    HttpRequest::post(address(endpoint, &request.model), key, &Value::Object(body))
}

/// The operation's address. A model's name becomes part of it, so nothing in the name may end the
/// path.
fn address(endpoint: &Endpoint, model: &str) -> String {
    let model = model.trim().trim_start_matches("models/");
    let mut name = String::new();
    for byte in model.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'@' => {
                name.push(char::from(byte));
            }
            // Writing to a string cannot fail.
            byte => drop(write!(name, "%{byte:02X}")),
        }
    }
    let url = endpoint.operation(&format!("models/{name}:streamGenerateContent"));
    let separator = if url.contains('?') { '&' } else { '?' };
    format!("{url}{separator}alt=sse")
}

fn parts(message: &Message, conversation: &[Message]) -> Vec<Value> {
    let part = |content: &Content| match content {
        Content::Text(text) => json!({"text": text}),
        Content::ToolCall {
            name, arguments, ..
        } => {
            let args = serde_json::from_str(arguments).unwrap_or_else(|_| json!({}));
            json!({"functionCall": {"name": name, "args": args}})
        }
        Content::ToolResult {
            id,
            output,
            is_error,
        } => {
            let key = if *is_error { "error" } else { "output" };
            let name = tool_name(id, conversation);
            json!({"functionResponse": {"name": name, "response": {key: output}}})
        }
    };
    message.content.iter().map(part).collect()
}
