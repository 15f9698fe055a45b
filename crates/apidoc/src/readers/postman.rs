//! Postman collections, v2.0 and v2.1. Variables of the collection that make up the address of calls
//! (`{{baseUrl}}`) are filled in; those of a path are parameters.

use std::collections::HashMap;

use serde_json::Value;

use crate::api::{Method, Place};
use crate::document::{Block, BlockKind, Document, Location, Recording};
use crate::exchange::{Answer, Exchange};
use crate::extract::{prose_kind, prose_required, route, template};
use crate::schema::{Kind, Schema};

use super::Fact;

/// How deep folders may nest.
const DEPTH: usize = 32;

/// Reads a collection that has been parsed.
pub fn read(name: &str, collection: &Value) -> Document {
    let root = collection.get("collection").unwrap_or(collection);
    let title = root
        .pointer("/info/name")
        .and_then(Value::as_str)
        .map(str::to_owned);
    let mut reader = Reader {
        title,
        version: version(root.pointer("/info/version")),
        variables: Variables::of(root.get("variable")),
        blocks: Vec::new(),
    };
    reader.items(root.get("item"), &[], root.get("auth"), 0);
    Document {
        name: name.to_owned(),
        blocks: reader.blocks,
        notes: Vec::new(),
    }
}

struct Reader {
    title: Option<String>,
    version: Option<String>,
    variables: Variables,
    blocks: Vec<Block>,
}

/// A text, or the numbers of a version one by one.
fn version(value: Option<&Value>) -> Option<String> {
    match value? {
        Value::String(text) => Some(text.clone()).filter(|text| !text.trim().is_empty()),
        Value::Object(parts) => {
            let number = |key: &str| parts.get(key).and_then(Value::as_u64);
            let [major, minor, patch] = ["major", "minor", "patch"].map(number);
            Some(format!(
                "{}.{}.{}",
                major?,
                minor.unwrap_or(0),
                patch.unwrap_or(0)
            ))
        }
        _ => None,
    }
}

/// The variables of a collection that have a value.
struct Variables(HashMap<String, String>);

/// How often a variable may stand for others.
const STEPS: usize = 4;

impl Variables {
    fn of(list: Option<&Value>) -> Self {
        let entries = list.and_then(Value::as_array).into_iter().flatten();
        Self(
            entries
                .filter_map(|entry| {
                    let name = entry.get("key").or(entry.get("id"))?.as_str()?;
                    let value = entry.get("value")?.as_str()?;
                    (!value.is_empty()).then(|| (name.to_owned(), value.to_owned()))
                })
                .collect(),
        )
    }

    /// A text with the variables that have a value filled in.
    fn filled(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for _ in 0..STEPS {
            let mut out = String::new();
            let mut rest = text.as_str();
            while let Some((before, after)) = rest.split_once("{{") {
                let Some((name, after)) = after.split_once("}}") else {
                    break;
                };
                out.push_str(before);
                if let Some(value) = self.0.get(name.trim()) {
                    out.push_str(value);
                } else {
                    out.push_str("{{");
                    out.push_str(name);
                    out.push_str("}}");
                }
                rest = after;
            }
            out.push_str(rest);
            if out == text || out.len() > 2_048 {
                break;
            }
            text = out;
        }
        text
    }
}

impl Reader {
    fn items(
        &mut self,
        items: Option<&Value>,
        folders: &[String],
        auth: Option<&Value>,
        depth: usize,
    ) {
        if depth > DEPTH {
            return;
        }
        for item in items.and_then(Value::as_array).into_iter().flatten() {
            let auth = item.get("auth").filter(|auth| !auth.is_null()).or(auth);
            if item.get("item").is_some() {
                let mut inner = folders.to_vec();
                inner.extend(item.get("name").and_then(Value::as_str).map(str::to_owned));
                self.items(item.get("item"), &inner, auth, depth + 1);
                continue;
            }
            let Some(mut recording) = recording(item, folders, auth, &self.variables) else {
                continue;
            };
            recording.collection.clone_from(&self.title);
            recording.version.clone_from(&self.version);
            let index = self.blocks.len();
            let location = Location::Span {
                start: index,
                end: index,
                line: u32::try_from(index + 1).unwrap_or(u32::MAX),
            };
            self.blocks.push(Block {
                kind: BlockKind::Exchange(Box::new(recording)),
                location,
            });
        }
    }
}

fn recording(
    item: &Value,
    folders: &[String],
    auth: Option<&Value>,
    variables: &Variables,
) -> Option<Recording> {
    let request = item.get("request")?;
    let mut recording = Recording::default();
    let exchange = &mut recording.exchange;
    if let Some(url) = request.as_str() {
        exchange.method = Some(Method::Get);
        return exchange
            .set_target(&variables.filled(url))
            .then_some(recording);
    }
    exchange.method = Method::parse(
        request
            .get("method")
            .and_then(Value::as_str)
            .unwrap_or("GET"),
    );
    exchange.method?;
    let url = request.get("url")?;
    let facts = &mut recording.facts;
    let mut path: Vec<String> = Vec::new();
    match url.get("path") {
        Some(Value::Array(parts)) => {
            path.extend(parts.iter().map(|part| {
                part.as_str()
                    .or_else(|| part.get("value").and_then(Value::as_str))
                    .unwrap_or_default()
                    .to_owned()
            }));
        }
        Some(Value::String(whole)) => {
            path.extend(whole.trim_matches('/').split('/').map(str::to_owned));
        }
        _ => {
            let raw = url
                .as_str()
                .or_else(|| url.get("raw").and_then(Value::as_str))?;
            exchange.set_target(&filled_base(raw, variables));
        }
    }
    if !path.is_empty() {
        // `{{version}}` in a path is a variable; `{{baseUrl}}` before it is the host.
        exchange.path = template::read(&format!("/{}", path.join("/")))?;
    }
    if exchange.path.is_empty() {
        return None;
    }
    let host = match url.get("host") {
        Some(Value::Array(parts)) => Some(
            parts
                .iter()
                .filter_map(Value::as_str)
                .collect::<Vec<_>>()
                .join("."),
        ),
        Some(Value::String(host)) => Some(host.clone()),
        _ => None,
    };
    let host = host.map(|host| variables.filled(&host));
    if let Some(host) = host.filter(|host| !host.contains("{{") && !host.is_empty()) {
        if host.starts_with('/') || host.contains("://") {
            // The variable held more than a host.
            exchange.host = Some(host.trim_end_matches('/').to_owned());
        } else {
            let scheme = url
                .get("protocol")
                .and_then(Value::as_str)
                .unwrap_or("https");
            let port = url
                .get("port")
                .and_then(Value::as_str)
                .map(|port| format!(":{port}"))
                .unwrap_or_default();
            exchange.host = Some(format!("{scheme}://{host}{port}"));
        }
    }
    facts.push(Fact {
        name: String::new(),
        place: Place::Path,
        required: false,
        schema: Schema::default(),
        description: item.get("name").and_then(Value::as_str).map(str::to_owned),
        tags: folders.iter().take(1).cloned().collect(),
    });
    if let Some(Value::Array(query)) = url.get("query") {
        exchange.query = entries(query, Place::Query, facts);
    } else if let Some((_, query)) = url
        .get("raw")
        .and_then(Value::as_str)
        .and_then(|raw| raw.split_once('?'))
    {
        for pair in route::query_pairs(query) {
            if !exchange.query.contains(&pair) {
                exchange.query.push(pair);
            }
        }
    }
    if let Some(Value::Array(variables)) = url.get("variable") {
        entries(variables, Place::Path, facts);
    }
    if let Some(Value::Array(headers)) = request.get("header") {
        exchange.headers = entries(headers, Place::Header, facts);
    }
    body(request.get("body"), exchange, facts);
    credentials(
        request.get("auth").filter(|auth| !auth.is_null()).or(auth),
        exchange,
    );
    let mut answers = answers(item.get("response"));
    if !answers.is_empty() {
        exchange.answer = Some(answers.remove(0));
    }
    recording.answers = answers;
    Some(recording)
}

/// A URL as text whose variables at its beginning are filled in: those further on are parameters.
fn filled_base(raw: &str, variables: &Variables) -> String {
    match raw.find("}}") {
        Some(at) if raw.starts_with("{{") => {
            let (base, rest) = raw.split_at(at + 2);
            format!("{}{rest}", variables.filled(base).trim_end_matches('/'))
        }
        _ => raw.to_owned(),
    }
}

/// Pairs of a list, and what its descriptions say.
fn entries(list: &[Value], place: Place, facts: &mut Vec<Fact>) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for entry in list {
        let Some(name) = entry
            .get("key")
            .and_then(Value::as_str)
            .filter(|name| !name.is_empty())
        else {
            continue;
        };
        let value = entry
            .get("value")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let description = match entry.get("description") {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Object(object)) => object
                .get("content")
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned(),
            _ => String::new(),
        };
        let required = prose_required(&description).unwrap_or(false);
        let schema = placeholder(value)
            .or_else(|| prose_kind(&description))
            .unwrap_or_else(|| crate::extract::kind_of_text(name, value));
        // The same name twice shows that it may be repeated.
        let repeated = pairs
            .iter()
            .any(|(known, _): &(String, String)| known == name);
        let text = description.trim_start_matches("(Required)").trim();
        let fact = Fact {
            name: name.to_owned(),
            place,
            required: required || place == Place::Path,
            schema,
            description: (!text.is_empty()).then(|| text.to_owned()),
            tags: Vec::new(),
        };
        if repeated {
            if let Some(known) = facts
                .iter_mut()
                .find(|fact| fact.place == place && fact.name == name)
                && !known.schema.allows(Kind::Array)
            {
                known.schema = Schema::array(std::mem::take(&mut known.schema));
            }
        } else {
            facts.push(fact);
            pairs.push((name.to_owned(), value.to_owned()));
        }
    }
    pairs
}

/// `<long>`, `<string>`: what generated collections put for a value.
fn placeholder(value: &str) -> Option<Schema> {
    let word = value.strip_prefix('<')?.strip_suffix('>')?;
    Some(match word {
        "dateTime" => Schema::formatted(Kind::String, "date-time"),
        "long" | "integer" => Schema::of(Kind::Integer),
        "number" | "double" | "float" => Schema::of(Kind::Number),
        "boolean" => Schema::of(Kind::Boolean),
        "array" => Schema::of(Kind::Array),
        "object" => Schema::of(Kind::Object),
        _ => Schema::of(Kind::String),
    })
}

fn body(body: Option<&Value>, exchange: &mut Exchange, facts: &mut Vec<Fact>) {
    let Some(body) = body else { return };
    match body.get("mode").and_then(Value::as_str) {
        Some("raw") => {
            if let Some(text) = body
                .get("raw")
                .and_then(Value::as_str)
                .filter(|text| !text.trim().is_empty())
            {
                exchange.body = Some(text.to_owned());
                placeholders(text, facts);
            }
        }
        Some(mode @ ("urlencoded" | "formdata")) => {
            if let Some(list) = body.get(mode).and_then(Value::as_array) {
                exchange.form = entries(list, Place::Form, facts);
            }
            if mode == "formdata" {
                exchange
                    .headers
                    .push(("Content-Type".to_owned(), "multipart/form-data".to_owned()));
            }
        }
        Some("graphql") => {
            let text = body.get("graphql").map(Value::to_string);
            exchange.body = text;
        }
        _ => {}
    }
}

/// Types of a raw body whose values are placeholders.
fn placeholders(text: &str, facts: &mut Vec<Fact>) {
    let Some(Value::Object(members)) = crate::exchange::lenient_json(text) else {
        return;
    };
    for (name, value) in members {
        if let Some(schema) = value.as_str().and_then(placeholder) {
            facts.push(Fact {
                name,
                place: Place::Body,
                required: false,
                schema,
                description: None,
                tags: Vec::new(),
            });
        }
    }
}

/// Which scheme a request uses; the values of keys and passwords are not read.
fn credentials(auth: Option<&Value>, exchange: &mut Exchange) {
    let Some(auth) = auth else { return };
    match auth.get("type").and_then(Value::as_str) {
        Some("bearer" | "oauth2" | "jwt") => exchange
            .headers
            .push(("Authorization".to_owned(), "Bearer".to_owned())),
        Some("basic") => exchange.basic = true,
        Some("apikey") => {
            let setting = |wanted: &str| {
                auth.get("apikey")
                    .and_then(Value::as_array)
                    .into_iter()
                    .flatten()
                    .find(|entry| entry.get("key").and_then(Value::as_str) == Some(wanted))
                    .and_then(|entry| entry.get("value"))
                    .and_then(Value::as_str)
            };
            let name = setting("key").unwrap_or("X-Api-Key").to_owned();
            if setting("in") == Some("query") {
                exchange.query.push((name, String::new()));
            } else {
                exchange.headers.push((name, String::new()));
            }
        }
        _ => {}
    }
}

/// The answers that an item shows, one for each status, those of success before the others.
fn answers(responses: Option<&Value>) -> Vec<Answer> {
    let shown = responses.and_then(Value::as_array).into_iter().flatten();
    let mut answers: Vec<Answer> = Vec::new();
    for response in shown {
        let status = response
            .get("code")
            .and_then(Value::as_u64)
            .and_then(|code| u16::try_from(code).ok());
        let Some(status) = status else { continue };
        if answers.iter().any(|known| known.status == Some(status)) {
            continue;
        }
        answers.push(Answer {
            status: Some(status),
            media_type: None,
            body: response
                .get("body")
                .and_then(Value::as_str)
                .filter(|body| !body.is_empty())
                .map(str::to_owned),
        });
    }
    answers.sort_by_key(|answer| {
        !answer
            .status
            .is_some_and(|status| (200..300).contains(&status))
    });
    answers
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn variables_are_filled_in_and_circles_end() {
        let list = json!([{"key": "baseUrl", "value": "https://{{host}}/v2"}, {"key": "host", "value": "api.test"},
            {"key": "a", "value": "{{b}}x"}, {"key": "b", "value": "{{a}}x"}]);
        let variables = Variables::of(Some(&list));
        assert_eq!(
            variables.filled("{{baseUrl}}/{{id}}"),
            "https://api.test/v2/{{id}}"
        );
        assert!(variables.filled("{{a}}").len() < 100);
    }

    #[test]
    fn a_collection_tells_its_server_version_and_every_answer() {
        let collection = json!({"info": {"name": "Things", "version": {"major": 2, "minor": 1, "patch": 0}},
            "variable": [{"key": "baseUrl", "value": "https://api.test/v2"}],
            "item": [{"name": "Read", "request": {"method": "GET", "url": {"host": ["{{baseUrl}}"], "path": ["things", ":id"]}},
                "response": [{"code": 404, "body": "{\"error\": \"gone\"}"}, {"code": 200, "body": "{\"id\": 1}"}]}]});
        let (document, _) = crate::openapi::compile(
            vec![crate::Source::Document(read("a.json", &collection))],
            None,
        );
        assert_eq!(document["servers"][0]["url"], "https://api.test/v2");
        assert_eq!(document["info"]["version"], "2.1.0");
        let operation = &document["paths"]["/things/{id}"]["get"];
        assert!(
            operation["responses"]["200"]["content"].is_object(),
            "{document}"
        );
        assert!(
            operation["responses"]["404"]["content"].is_object(),
            "{document}"
        );
    }
}
