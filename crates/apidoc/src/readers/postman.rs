//! Postman collections, v2.0 and v2.1.

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
    blocks: Vec<Block>,
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
            let Some(mut recording) = recording(item, folders, auth) else {
                continue;
            };
            recording.collection.clone_from(&self.title);
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

fn recording(item: &Value, folders: &[String], auth: Option<&Value>) -> Option<Recording> {
    let request = item.get("request")?;
    let mut recording = Recording::default();
    let exchange = &mut recording.exchange;
    if let Some(url) = request.as_str() {
        exchange.method = Some(Method::Get);
        return exchange.set_target(url).then_some(recording);
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
            exchange.set_target(raw);
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
    if let Some(host) = host.filter(|host| !host.contains("{{") && !host.is_empty()) {
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
    exchange.answer = answer(item.get("response"));
    Some(recording)
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

fn answer(responses: Option<&Value>) -> Option<Answer> {
    let response = responses?.as_array()?.iter().max_by_key(|response| {
        let status = response
            .get("code")
            .and_then(Value::as_u64)
            .unwrap_or_default();
        (200..300).contains(&status)
    })?;
    let status = response.get("code").and_then(Value::as_u64)?;
    Some(Answer {
        status: u16::try_from(status).ok()?,
        media_type: None,
        body: response
            .get("body")
            .and_then(Value::as_str)
            .filter(|body| !body.is_empty())
            .map(str::to_owned),
    })
}
