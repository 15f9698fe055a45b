//! The request of Chat Completions.

use serde_json::{Map, Value, json};

use super::dialect::{Dialect, GrammarBy, KeyHeader, PrefillBy, SchemaBy};
use crate::http::{Endpoint, HttpRequest};
use crate::{Content, Message, Output, Request, Role, Tool};

/// Writes a request in a dialect.
pub(super) fn encode(dialect: &Dialect, endpoint: &Endpoint, request: &Request) -> HttpRequest {
    let mut body = Map::new();
    body.insert("model".to_owned(), json!(request.model));
    let mut messages = messages(dialect, request);
    if is_prefilled(request) {
        match dialect.prefill {
            PrefillBy::None | PrefillBy::Itself => {}
            PrefillBy::Prefix => {
                if let Some(last) = messages.last_mut().and_then(Value::as_object_mut) {
                    last.insert("prefix".to_owned(), json!(true));
                }
            }
            PrefillBy::ContinueFinalMessage => {
                body.insert("continue_final_message".to_owned(), json!(true));
                body.insert("add_generation_prompt".to_owned(), json!(false));
            }
        }
    }
    body.insert("messages".to_owned(), Value::Array(messages));
    if !request.tools.is_empty() {
        let tools = request
            .tools
            .iter()
            .map(|tool| declare(dialect, tool))
            .collect();
        body.insert("tools".to_owned(), Value::Array(tools));
    }
    output(dialect, &request.output, &mut body);
    if let Some(most) = request.limits.max_output_tokens {
        body.insert(dialect.max_tokens.to_owned(), json!(most));
    }
    if !request.limits.stop.is_empty() {
        body.insert("stop".to_owned(), json!(request.limits.stop));
    }
    if let Some(temperature) = request.temperature {
        body.insert("temperature".to_owned(), decimal(temperature));
    }
    if let (Some(field), Some(seed)) = (dialect.seed, request.seed) {
        body.insert(field.to_owned(), json!(seed));
    }
    body.insert("stream".to_owned(), json!(true));
    if dialect.asks_usage {
        body.insert("stream_options".to_owned(), json!({"include_usage": true}));
    }
    let key = endpoint.key().map(|key| match dialect.key_header {
        KeyHeader::Bearer => ("authorization", format!("Bearer {key}")),
        KeyHeader::ApiKey => ("api-key", key.to_owned()),
    });
    HttpRequest::post(
        endpoint.operation("chat/completions"),
        key,
        &Value::Object(body),
    )
}

/// A temperature as a person writes it: 0.2, not the 0.20000000298 of its bits.
pub(in crate::wire) fn decimal(number: f32) -> Value {
    number
        .to_string()
        .parse::<f64>()
        .map_or(Value::Null, Value::from)
}

/// Whether the conversation ends with words put in the model's mouth.
fn is_prefilled(request: &Request) -> bool {
    request.messages.last().is_some_and(|last| {
        last.role == Role::Assistant
            && last
                .content
                .iter()
                .all(|content| matches!(content, Content::Text(_)))
    })
}

fn messages(dialect: &Dialect, request: &Request) -> Vec<Value> {
    let mut messages = Vec::new();
    let mut schema = match (&request.output, dialect.schema) {
        (Output::JsonSchema { schema, .. }, SchemaBy::JsonObject) => Some(in_words(schema)),
        _ => None,
    };
    for message in &request.messages {
        match (message.role, schema.take()) {
            // The schema joins the instructions, or precedes the conversation.
            (Role::System, Some(schema)) => {
                let text = format!("{}\n\n{schema}", text_of(message));
                messages.push(json!({"role": "system", "content": text}));
            }
            (_, Some(schema)) => {
                messages.push(json!({"role": "system", "content": schema}));
                push_message(message, &mut messages);
            }
            (_, None) => push_message(message, &mut messages),
        }
    }
    messages
}

/// A schema as an instruction, for wires that cannot hold the model to it.
fn in_words(schema: &Value) -> String {
    format!(
        "Answer with one JSON document that satisfies this JSON Schema, and nothing else:\n{schema}"
    )
}

fn text_of(message: &Message) -> String {
    let mut text = String::new();
    for content in &message.content {
        if let Content::Text(part) = content {
            text.push_str(part);
        }
    }
    text
}

fn push_message(message: &Message, messages: &mut Vec<Value>) {
    let text = text_of(message);
    let mut calls = Vec::new();
    for content in &message.content {
        match content {
            Content::Text(_) | Content::Reasoning { .. } => {}
            Content::ToolCall {
                id,
                name,
                arguments,
                ..
            } => calls.push(json!({
                "id": id,
                "type": "function",
                "function": {"name": name, "arguments": arguments},
            })),
            Content::ToolResult { id, output, .. } => {
                messages.push(json!({"role": "tool", "tool_call_id": id, "content": output}));
            }
        }
    }
    let role = match message.role {
        Role::System => "system",
        Role::User => "user",
        Role::Assistant => "assistant",
    };
    if calls.is_empty() {
        let has_text = message
            .content
            .iter()
            .any(|part| matches!(part, Content::Text(_)));
        if has_text || message.content.is_empty() {
            messages.push(json!({"role": role, "content": text}));
        }
    } else {
        let content = if text.is_empty() {
            Value::Null
        } else {
            json!(text)
        };
        messages.push(json!({"role": role, "content": content, "tool_calls": calls}));
    }
}

fn declare(dialect: &Dialect, tool: &Tool) -> Value {
    let mut function = json!({
        "name": tool.name,
        "description": tool.description,
        "parameters": tool.parameters,
    });
    if let (true, true, Some(function)) =
        (tool.strict, dialect.strict_tools, function.as_object_mut())
    {
        function.insert("strict".to_owned(), json!(true));
    }
    json!({"type": "function", "function": function})
}

fn output(dialect: &Dialect, output: &Output, body: &mut Map<String, Value>) {
    match (output, dialect.schema) {
        (Output::Text, _) => {}
        (
            Output::JsonSchema {
                name,
                schema,
                strict,
            },
            SchemaBy::JsonSchema,
        ) => {
            let format = json!({
                "type": "json_schema",
                "json_schema": {"name": name, "strict": strict, "schema": schema},
            });
            body.insert("response_format".to_owned(), format);
        }
        (Output::JsonSchema { .. }, SchemaBy::JsonObject) => {
            body.insert("response_format".to_owned(), json!({"type": "json_object"}));
        }
        (Output::Grammar { syntax, definition }, _) => match (dialect.grammar, &**syntax) {
            (GrammarBy::Gbnf, "gbnf") => {
                body.insert("grammar".to_owned(), json!(definition));
            }
            (GrammarBy::StructuredOutputs, "regex") => {
                body.insert(
                    "structured_outputs".to_owned(),
                    json!({"regex": definition}),
                );
            }
            (GrammarBy::StructuredOutputs, "gbnf" | "lark") => {
                body.insert(
                    "structured_outputs".to_owned(),
                    json!({"grammar": definition}),
                );
            }
            // A grammar this server cannot take: `Wire::abilities` says so beforehand.
            _ => {}
        },
    }
}
