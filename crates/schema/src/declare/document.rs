//! The parts of a document: where references lead, and what its schemas are.

use std::borrow::Cow;

use heck::ToLowerCamelCase;
use serde_json::{Map, Value, json};

/// Keywords of which a schema has at least one.
const KEYWORDS: &[&str] = &[
    "$ref",
    "type",
    "properties",
    "items",
    "prefixItems",
    "enum",
    "const",
    "allOf",
    "anyOf",
    "oneOf",
    "additionalProperties",
];

/// Where documents keep the schemas that they name.
const STORES: &[&str] = &["/components/schemas", "/definitions", "/$defs"];

/// The schema of a whole document: itself, or an object with a property for each schema it names.
pub(super) fn root(document: &Value) -> Option<Cow<'_, Value>> {
    let members = document.as_object()?;
    let is_openapi = members.contains_key("openapi") || members.contains_key("swagger");
    if !is_openapi
        && KEYWORDS
            .iter()
            .any(|keyword| members.contains_key(*keyword))
    {
        return Some(Cow::Borrowed(document));
    }
    let mut properties: Map<String, Value> = STORES
        .iter()
        .filter_map(|store| Some((store, document.pointer(store)?.as_object()?)))
        .flat_map(|(store, schemas)| schemas.keys().map(move |name| (store, name)))
        .map(|(store, name)| {
            let reference = format!("#{store}/{}", name.replace('~', "~0").replace('/', "~1"));
            (name.clone(), json!({ "$ref": reference }))
        })
        .collect();
    if is_openapi {
        for (name, schema) in carried(document) {
            properties.entry(name).or_insert_with(|| schema.clone());
        }
    }
    (!properties.is_empty())
        .then(|| Cow::Owned(json!({ "type": "object", "properties": properties })))
}

/// What an OpenAPI document's requests and answers carry, where it has no name of its own: with one
/// made of the operation's.
fn carried(document: &Value) -> Vec<(String, &Value)> {
    let mut found = Vec::new();
    let paths = document.get("paths").and_then(Value::as_object);
    for (path, item) in paths.into_iter().flatten() {
        for (method, operation) in item.as_object().into_iter().flatten() {
            let Some(answers) = operation.get("responses").and_then(Value::as_object) else {
                continue;
            };
            let id = operation.get("operationId").and_then(Value::as_str);
            let id = id.map_or_else(|| format!("{method} {path}"), str::to_owned);
            let body = operation.get("requestBody").and_then(schema_of);
            let parameters = operation.get("parameters").and_then(Value::as_array);
            // Swagger 2.0.
            let old = parameters.into_iter().flatten().find_map(|parameter| {
                (parameter.get("in")? == "body").then(|| parameter.get("schema"))?
            });
            if let Some(schema) = body.or(old).filter(|schema| !is_reference(schema)) {
                found.push((format!("{id} request"), schema));
            }
            for (status, answer) in answers {
                let Some(schema) = schema_of(answer).filter(|schema| !is_reference(schema)) else {
                    continue;
                };
                // The first of those that say that it went well has the plain name.
                let plain = format!("{id} response");
                let is_first = status.starts_with('2') && found.iter().all(|it| it.0 != plain);
                let name = if is_first {
                    plain
                } else {
                    format!("{plain} {status}")
                };
                found.push((name, schema));
            }
        }
    }
    // An object without properties says nothing.
    found.retain(|(_, schema)| {
        KEYWORDS[2..]
            .iter()
            .any(|keyword| schema.get(*keyword).is_some())
    });
    let named = found.into_iter();
    named
        .map(|(name, schema)| (name.to_lower_camel_case(), schema))
        .collect()
}

/// The schema of a body or an answer: of its first media type that has one.
fn schema_of(carrier: &Value) -> Option<&Value> {
    let content = carrier.get("content").and_then(Value::as_object);
    let mut content = content.into_iter().flat_map(Map::values);
    carrier
        .get("schema")
        .or_else(|| content.find_map(|media| media.get("schema")))
}

fn is_reference(schema: &Value) -> bool {
    schema.get("$ref").is_some()
}

/// What a reference within the document leads to.
pub(super) fn resolve<'a>(document: &'a Value, reference: &str) -> Option<&'a Value> {
    let fragment = reference.strip_prefix('#')?;
    let fragment = percent_decoded(fragment);
    if fragment.is_empty() || fragment.starts_with('/') {
        return document.pointer(&fragment);
    }
    // A name that a schema gives itself.
    STORES
        .iter()
        .filter_map(|store| document.pointer(store)?.as_object())
        .flat_map(|schemas| schemas.values())
        .find(|schema| {
            ["$anchor", "$id", "id"].iter().any(|keyword| {
                let own = schema.get(*keyword).and_then(Value::as_str);
                own.map(|own| own.trim_start_matches('#')) == Some(&*fragment)
            })
        })
}

/// The name at the end of a reference.
pub(super) fn last_name(reference: &str) -> String {
    let last = reference.rsplit(['/', '#']).next().unwrap_or_default();
    percent_decoded(last).replace("~1", "/").replace("~0", "~")
}

fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let escaped = (byte == b'%')
            .then(|| text.get(at + 1..at + 3))
            .flatten()
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        decoded.push(escaped.unwrap_or(byte));
        at += if escaped.is_some() { 3 } else { 1 };
    }
    String::from_utf8(decoded).unwrap_or_else(|_| text.to_owned())
}
