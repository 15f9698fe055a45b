//! The request of `streamGenerateContent`.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use super::decode::SIGNATURE;
use crate::http::{Endpoint, HttpRequest};
use crate::wire::ollama::tool_name;
use crate::wire::openai_chat::decimal;
use crate::{Carried, Content, Message, Output, Request, Role};

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
    if let Some(thinking) = request.thinking {
        let mut told = Map::new();
        told.insert("includeThoughts".to_owned(), json!(true));
        if let Some(budget) = thinking.budget_tokens {
            told.insert("thinkingBudget".to_owned(), json!(budget));
        }
        config.insert("thinkingConfig".to_owned(), Value::Object(told));
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
        Content::Text(text) => Some(json!({"text": text})),
        // Thoughts are not read again, but what signs them is.
        Content::Reasoning { carried, .. } => {
            let signature = signature(carried.as_ref())?;
            Some(json!({"text": "", SIGNATURE: signature}))
        }
        Content::ToolCall {
            name,
            arguments,
            carried,
            ..
        } => {
            let args = serde_json::from_str(arguments).unwrap_or_else(|_| json!({}));
            let call = json!({"name": name, "args": args});
            Some(match signature(carried.as_ref()) {
                Some(signature) => json!({"functionCall": call, SIGNATURE: signature}),
                None => json!({"functionCall": call}),
            })
        }
        Content::ToolResult {
            id,
            output,
            is_error,
        } => {
            let key = if *is_error { "error" } else { "output" };
            let name = tool_name(id, conversation);
            Some(json!({"functionResponse": {"name": name, "response": {key: output}}}))
        }
    };
    message.content.iter().filter_map(part).collect()
}

fn signature(carried: Option<&Carried>) -> Option<&str> {
    carried
        .filter(|it| it.kind == SIGNATURE)
        .map(|it| it.data.as_str())
}
