//! Tool definitions for models, made of an `OpenAPI` document's operations; one file per house.
//!
//! A tool takes one flat object: path, query and header parameters and the members of the body.
//! Where two have one name, the later ones carry their place before it.

mod anthropic;
mod mcp;
mod openai;

use serde_json::{Map, Value, json};

use crate::calls;

/// Whose definitions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum House {
    /// `OpenAI` function tools with `strict: true`.
    OpenAi,
    /// Anthropic Messages tools.
    Anthropic,
    /// Model Context Protocol, `tools/list`.
    Mcp,
}

/// The definitions of a document's operations, or of the one with this id, as an array.
pub fn write(document: &Value, house: House, id: Option<&str>) -> Value {
    let mut names: Vec<String> = Vec::new();
    calls::operations(document)
        .filter(|(_, _, operation)| {
            id.is_none_or(|id| operation.get("operationId").and_then(Value::as_str) == Some(id))
        })
        .map(|(path, method, operation)| {
            let tool = tool(document, path, method, operation, &mut names);
            match house {
                House::OpenAi => openai::write(&tool),
                House::Anthropic => anthropic::write(&tool),
                House::Mcp => mcp::write(&tool),
            }
        })
        .collect()
}

/// A tool before it is written for a house.
struct Tool {
    name: String,
    description: String,
    method: String,
    properties: Map<String, Value>,
    required: Vec<String>,
}

/// What all houses allow in a name: `[A-Za-z0-9_-]{1,64}`.
fn tool_name(id: &str, names: &mut Vec<String>) -> String {
    let plain: String = id
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() || c == '-' {
                c
            } else {
                '_'
            }
        })
        .take(60)
        .collect();
    let mut candidate = if plain.is_empty() {
        "call".to_owned()
    } else {
        plain.clone()
    };
    let mut number = 2;
    while names.contains(&candidate) {
        candidate = format!("{plain}_{number}");
        number += 1;
    }
    names.push(candidate.clone());
    candidate
}

fn tool(
    document: &Value,
    path: &str,
    method: &str,
    operation: &Value,
    names: &mut Vec<String>,
) -> Tool {
    let text = |key: &str| {
        operation
            .get(key)
            .and_then(Value::as_str)
            .unwrap_or_default()
    };
    let id = if text("operationId").is_empty() {
        format!("{method}_{path}")
    } else {
        text("operationId").to_owned()
    };
    let method_upper = method.to_uppercase();
    let mut description = format!("{method_upper} {path}");
    for part in [text("summary"), text("description")] {
        if !part.is_empty() && !description.contains(part) {
            description.push('\n');
            description.push_str(part);
        }
    }
    let mut properties = Map::new();
    let mut required = Vec::new();
    let mut add = |name: &str, place: &str, schema: Value, needed: bool| {
        let name = if properties.contains_key(name) {
            format!("{place}_{name}")
        } else {
            name.to_owned()
        };
        if needed {
            required.push(name.clone());
        }
        properties.insert(name, schema);
    };
    for parameter in calls::parameters(document, path, operation) {
        let text = |key: &str| {
            parameter
                .get(key)
                .and_then(Value::as_str)
                .unwrap_or_default()
        };
        let mut schema = inlined(document, parameter.get("schema").unwrap_or(&json!({})), 0);
        if let (Value::Object(schema), false) = (&mut schema, text("description").is_empty()) {
            schema.insert("description".to_owned(), json!(text("description")));
        }
        add(
            text("name"),
            text("in"),
            schema,
            parameter.get("required") == Some(&json!(true)),
        );
    }
    let body = operation
        .get("requestBody")
        .map(|body| calls::resolved(document, body));
    let media = body
        .as_ref()
        .and_then(|body| body.get("content")?.as_object()?.values().next().cloned());
    if let Some(schema) = media.and_then(|media| media.get("schema").cloned()) {
        let schema = inlined(document, &schema, 0);
        let members = schema.get("properties").and_then(Value::as_object).cloned();
        match members {
            Some(members) if schema.get("type").is_none_or(|kind| kind == "object") => {
                let needed: Vec<_> = schema
                    .get("required")
                    .and_then(Value::as_array)
                    .into_iter()
                    .flatten()
                    .filter_map(Value::as_str)
                    .map(str::to_owned)
                    .collect();
                for (name, member) in members {
                    let is_needed = needed.contains(&name);
                    add(&name, "body", member, is_needed);
                }
            }
            _ => add("body", "request", schema, false),
        }
    }
    Tool {
        name: tool_name(&id, names),
        description,
        method: method_upper,
        properties,
        required,
    }
}

/// How deep a schema may go in a tool.
const DEPTH: usize = 8;

/// A schema with its references resolved, cut where it recurs, and with what `OpenAPI` adds to JSON
/// Schema left out.
fn inlined(document: &Value, schema: &Value, depth: usize) -> Value {
    if depth > DEPTH {
        return json!({});
    }
    match calls::resolved(document, schema) {
        Value::Object(members) => Value::Object(
            members
                .into_iter()
                .filter(|(key, _)| {
                    !key.starts_with("x-")
                        && !matches!(
                            key.as_str(),
                            "xml" | "discriminator" | "externalDocs" | "deprecated" | "example"
                        )
                })
                .map(|(key, value)| {
                    let literal = matches!(
                        key.as_str(),
                        "enum" | "const" | "default" | "examples" | "required"
                    );
                    let value = match value {
                        value if literal => value,
                        Value::Object(inner) if key == "properties" => Value::Object(
                            inner
                                .into_iter()
                                .map(|(name, value)| (name, inlined(document, &value, depth + 1)))
                                .collect(),
                        ),
                        value @ Value::Object(_) => inlined(document, &value, depth + 1),
                        Value::Array(list) => list
                            .iter()
                            .map(|value| inlined(document, value, depth + 1))
                            .collect(),
                        value => value,
                    };
                    (key, value)
                })
                .collect(),
        ),
        other => other,
    }
}
