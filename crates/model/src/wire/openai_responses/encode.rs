//! The request of the Responses API.

use serde_json::{Map, Value, json};

use crate::http::{Endpoint, HttpRequest};
use crate::wire::openai_chat::decimal;
use crate::{Content, Message, Output, Request, Role};

/// Writes a request. Nothing is stored at the provider (`store: false`): the conversation is sent
/// whole each time. Stop texts and seeds have no place in this API.
pub(super) fn encode(endpoint: &Endpoint, request: &Request) -> HttpRequest {
    let mut body = Map::new();
    body.insert("model".to_owned(), json!(request.model));
    let mut input = Vec::new();
    for message in &request.messages {
        push_message(message, &mut input);
    }
    body.insert("input".to_owned(), Value::Array(input));
    if !request.tools.is_empty() {
        let declare = |tool: &crate::Tool| {
            json!({
                "type": "function",
                "name": tool.name,
                "description": tool.description,
                "parameters": tool.parameters,
                // Strict unless told otherwise, which not every schema satisfies.
                "strict": tool.strict,
            })
        };
        body.insert(
            "tools".to_owned(),
            request.tools.iter().map(declare).collect(),
        );
    }
    if let Output::JsonSchema {
        name,
        schema,
        strict,
    } = &request.output
    {
        let format = json!({
            "type": "json_schema", "name": name, "schema": schema, "strict": strict,
        });
        body.insert("text".to_owned(), json!({"format": format}));
    }
    if let Some(most) = request.limits.max_output_tokens {
        body.insert("max_output_tokens".to_owned(), json!(most));
    }
    if let Some(temperature) = request.temperature {
        body.insert("temperature".to_owned(), decimal(temperature));
    }
    body.insert("store".to_owned(), json!(false));
    body.insert("stream".to_owned(), json!(true));
    let key = endpoint
        .key()
        .map(|key| ("authorization", format!("Bearer {key}")));
    HttpRequest {
        socket: endpoint.socket("responses"),
        ..HttpRequest::post(endpoint.operation("responses"), key, &Value::Object(body))
    }
}

/// Writes a message as items of a request's `input`.
pub(super) fn push_message(message: &Message, input: &mut Vec<Value>) {
    let role = match message.role {
        Role::System => "system",
        Role::User => "user",
        Role::Assistant => "assistant",
    };
    for content in &message.content {
        input.push(match content {
            Content::Reasoning { .. } => continue,
            Content::Text(text) => json!({"role": role, "content": text}),
            Content::ToolCall {
                id,
                name,
                arguments,
                ..
            } => json!({
                "type": "function_call", "call_id": id, "name": name, "arguments": arguments,
            }),
            Content::ToolResult { id, output, .. } => json!({
                "type": "function_call_output", "call_id": id, "output": output,
            }),
        });
    }
}
