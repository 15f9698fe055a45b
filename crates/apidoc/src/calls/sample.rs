//! Values that fit a schema: its example, its default, its first allowed value, else one made of
//! its type and name.

use serde_json::{Map, Value, json};

/// How deep a sample goes. Recursive schemas end here.
const DEPTH: usize = 6;

/// The target of a reference within the document, else the value itself. A chain of references is
/// followed for a while; one that never ends gives an empty object.
pub fn resolved(document: &Value, value: &Value) -> Value {
    let mut current = value;
    for _ in 0..32 {
        let Some(target) = current.get("$ref").and_then(Value::as_str) else {
            return current.clone();
        };
        let Some(next) = target
            .strip_prefix('#')
            .and_then(|pointer| document.pointer(pointer))
        else {
            return json!({});
        };
        current = next;
    }
    json!({})
}

/// A value that fits.
pub fn sample(document: &Value, schema: &Value, name: &str) -> Value {
    nested(document, schema, name, 0)
}

fn nested(document: &Value, schema: &Value, name: &str, depth: usize) -> Value {
    if depth > DEPTH {
        return Value::Null;
    }
    let schema = resolved(document, schema);
    let stated = ["example", "default", "const"]
        .iter()
        .find_map(|key| schema.get(*key));
    let listed = ["examples", "enum"]
        .iter()
        .find_map(|key| schema.get(*key)?.as_array()?.first());
    if let Some(value) = stated.or(listed) {
        return value.clone();
    }
    for key in ["oneOf", "anyOf"] {
        if let Some(first) = schema
            .get(key)
            .and_then(Value::as_array)
            .and_then(|any| any.first())
        {
            return nested(document, first, name, depth + 1);
        }
    }
    if let Some(all) = schema.get("allOf").and_then(Value::as_array) {
        let mut whole = Map::new();
        for part in all {
            if let Value::Object(members) = nested(document, part, name, depth + 1) {
                whole.extend(members);
            }
        }
        return Value::Object(whole);
    }
    let kind = match schema.get("type") {
        Some(Value::String(kind)) => kind.as_str(),
        Some(Value::Array(kinds)) => kinds
            .iter()
            .filter_map(Value::as_str)
            .find(|kind| *kind != "null")
            .unwrap_or("null"),
        _ if schema.get("properties").is_some() => "object",
        _ => "string",
    };
    match kind {
        "object" => {
            let required: Vec<_> = schema
                .get("required")
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
                .filter_map(Value::as_str)
                .collect();
            let members = schema
                .get("properties")
                .and_then(Value::as_object)
                .into_iter()
                .flatten();
            // What must be there; where nothing is said, everything.
            let shown = members
                .filter(|(name, _)| required.is_empty() || required.contains(&name.as_str()));
            Value::Object(
                shown
                    .map(|(name, schema)| (name.clone(), nested(document, schema, name, depth + 1)))
                    .collect(),
            )
        }
        "array" => json!([nested(
            document,
            schema.get("items").unwrap_or(&Value::Null),
            name,
            depth + 1
        )]),
        "integer" => schema.get("minimum").cloned().unwrap_or_else(|| json!(1)),
        "number" => schema.get("minimum").cloned().unwrap_or_else(|| json!(1.5)),
        "boolean" => json!(true),
        "null" => Value::Null,
        _ => json!(text(schema.get("format").and_then(Value::as_str), name)),
    }
}

fn text(format: Option<&str>, name: &str) -> String {
    match format {
        Some("date-time") => "2025-01-31T12:00:00Z".to_owned(),
        Some("date") => "2025-01-31".to_owned(),
        Some("uuid") => "123e4567-e89b-12d3-a456-426614174000".to_owned(),
        Some("email") => "someone@example.com".to_owned(),
        Some("uri" | "url") => "https://example.com".to_owned(),
        Some("binary") => "@file".to_owned(),
        _ if name.is_empty() => "string".to_owned(),
        _ => name.to_owned(),
    }
}
