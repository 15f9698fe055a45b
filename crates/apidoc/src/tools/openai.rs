//! `OpenAI` functions in strict mode: every member is required, one that may be left out may be null
//! instead, and no object takes members that are not named.

use serde_json::{Map, Value, json};

use super::Tool;

pub(super) fn write(tool: &Tool) -> Value {
    let properties: Map<_, _> = tool
        .properties
        .iter()
        .map(|(name, schema)| (name.clone(), member(schema, tool.required.contains(name))))
        .collect();
    let names: Vec<_> = properties.keys().cloned().collect();
    json!({
        "type": "function",
        "function": {
            "name": tool.name,
            "description": tool.description.chars().take(1024).collect::<String>(),
            "strict": true,
            "parameters": { "type": "object", "properties": properties, "required": names, "additionalProperties": false },
        },
    })
}

fn member(schema: &Value, required: bool) -> Value {
    let strict = strict(schema);
    if required { strict } else { nullable(strict) }
}

/// A schema with the keywords that strict mode knows.
fn strict(schema: &Value) -> Value {
    let Value::Object(given) = schema else {
        return json!({ "type": "string" });
    };
    let mut out = Map::new();
    for key in ["type", "description", "enum", "const"] {
        if let Some(value) = given.get(key) {
            out.insert(key.to_owned(), value.clone());
        }
    }
    for key in ["anyOf", "oneOf"] {
        if let Some(Value::Array(any)) = given.get(key) {
            out.insert("anyOf".to_owned(), any.iter().map(strict).collect());
        }
    }
    let is = |kind: &str| match given.get("type") {
        Some(Value::String(name)) => name == kind,
        Some(Value::Array(names)) => names.iter().any(|name| name == kind),
        _ => false,
    };
    if is("array") {
        out.insert(
            "items".to_owned(),
            strict(given.get("items").unwrap_or(&Value::Null)),
        );
    }
    if is("object") || given.contains_key("properties") {
        let needed: Vec<_> = given
            .get("required")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        let properties: Map<_, _> = given
            .get("properties")
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
            .map(|(name, schema)| {
                (
                    name.clone(),
                    member(schema, needed.contains(&name.as_str())),
                )
            })
            .collect();
        out.entry("type").or_insert_with(|| json!("object"));
        out.insert("required".to_owned(), properties.keys().cloned().collect());
        out.insert("properties".to_owned(), Value::Object(properties));
        out.insert("additionalProperties".to_owned(), json!(false));
    }
    if !out.contains_key("type")
        && !out.contains_key("anyOf")
        && !out.contains_key("enum")
        && !out.contains_key("const")
    {
        // Anything: strict mode wants a type.
        out.insert("type".to_owned(), json!("string"));
    }
    Value::Object(out)
}

fn nullable(schema: Value) -> Value {
    let Value::Object(mut object) = schema else {
        return schema;
    };
    match object.get_mut("type") {
        Some(Value::Array(kinds)) => {
            if !kinds.contains(&json!("null")) {
                kinds.push(json!("null"));
            }
        }
        Some(kind) => *kind = json!([kind.take(), "null"]),
        None => {
            if let Some(Value::Array(any)) = object.get_mut("anyOf") {
                any.push(json!({ "type": "null" }));
            }
        }
    }
    if let Some(Value::Array(values)) = object.get_mut("enum")
        && !values.contains(&Value::Null)
    {
        values.push(Value::Null);
    }
    Value::Object(object)
}
