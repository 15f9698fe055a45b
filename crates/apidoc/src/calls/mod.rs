//! Calls of an `OpenAPI` document's operations, written in several languages; one file each.
//!
//! A call shows what it takes to make it: the parameters that must be given, with values made of
//! their schemas, and the body. Keys are never values: they are read from the environment
//! (`API_TOKEN`).

mod curl;
mod fetch;
mod form;
mod go;
mod http;
mod httpie;
mod python;
mod rust;
mod sample;

use std::fmt::Write as _;

use serde_json::Value;

pub use form::{
    Body, BodyForm, Encoding, Filled, Form, FormError, FormField, Outgoing, Part, example, filled,
    form, outgoing,
};
pub use sample::{resolved, sample};

/// A language that calls are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// `curl` for a POSIX shell.
    Curl,
    /// `fetch` of browsers and Node.
    Fetch,
    /// Python with `requests`.
    Python,
    /// Python with `httpx`.
    Httpx,
    /// Rust with `reqwest`.
    Rust,
    /// Go with `net/http`.
    Go,
    /// `HTTPie` for a POSIX shell.
    Httpie,
    /// A `.http` file, as editors run it.
    Http,
}

impl Language {
    /// All of them, with the names they go by at a terminal.
    pub const ALL: [(&'static str, Self); 8] = [
        ("curl", Self::Curl),
        ("fetch", Self::Fetch),
        ("python", Self::Python),
        ("httpx", Self::Httpx),
        ("rust", Self::Rust),
        ("go", Self::Go),
        ("httpie", Self::Httpie),
        ("http", Self::Http),
    ];
}

/// A call before it is written.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// The operation's id.
    pub id: String,
    /// What it does, in one line.
    pub summary: Option<String>,
    /// The method, in capitals.
    pub method: String,
    /// The URL with path parameters filled in, without query.
    pub url: String,
    /// Names and values of the query, not yet encoded.
    pub query: Vec<(String, String)>,
    /// Names and values of headers. `$API_TOKEN` stands for a key.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Option<Payload>,
}

/// The body of a [`Request`].
#[derive(Debug, Clone, PartialEq)]
pub enum Payload {
    /// JSON.
    Json(Value),
    /// A form, URL-encoded.
    Form(Vec<(String, String)>),
    /// A form in parts.
    Multipart(Vec<(String, String)>),
    /// The contents of a file.
    File,
}

/// The variable that stands for a key.
pub(crate) const TOKEN: &str = "API_TOKEN";

/// The calls of a document's operations, in order, or of the one with this id.
pub fn requests(document: &Value, id: Option<&str>) -> Vec<Request> {
    operations(document)
        .filter(|(_, _, operation)| id.is_none_or(|id| operation_id(operation) == Some(id)))
        .map(|(path, method, operation)| {
            let base = base(document, path, operation);
            request(document, &base, path, method, operation)
        })
        .collect()
}

/// Where calls go: the first server, else this machine.
fn base(document: &Value, path: &str, operation: &Value) -> String {
    let base = servers(document, path, operation)
        .into_iter()
        .next()
        .unwrap_or_default();
    if base.starts_with("http") {
        base.trim_end_matches('/').to_owned()
    } else {
        format!("http://localhost{}", base.trim_end_matches('/'))
    }
}

/// Where an operation can be called: its own servers, else those of its path, else the document's
/// (`OpenAPI` 3.1, 4.8.10), each with its variables at their defaults.
pub fn servers(document: &Value, path: &str, operation: &Value) -> Vec<String> {
    let item = document.get("paths").and_then(|paths| paths.get(path));
    [Some(operation), item, Some(document)]
        .into_iter()
        .flatten()
        .filter_map(|level| level.get("servers")?.as_array())
        .find(|servers| !servers.is_empty())
        .into_iter()
        .flatten()
        .filter_map(address)
        .collect()
}

/// A server's address.
fn address(server: &Value) -> Option<String> {
    let mut url = server.get("url")?.as_str()?.to_owned();
    let variables = server.get("variables").and_then(Value::as_object);
    for (name, variable) in variables.into_iter().flatten() {
        if let Some(default) = variable.get("default").and_then(Value::as_str) {
            url = url.replace(&format!("{{{name}}}"), default);
        }
    }
    Some(url)
}

/// The members of a path that are operations.
pub(crate) const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// Path, method and object of every operation.
pub fn operations(document: &Value) -> impl Iterator<Item = (&str, &str, &Value)> {
    document
        .get("paths")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
        .flat_map(|(path, item)| {
            item.as_object()
                .into_iter()
                .flatten()
                .filter(|(method, _)| METHODS.contains(&method.as_str()))
                .map(move |(method, operation)| (path.as_str(), method.as_str(), operation))
        })
}

fn operation_id(operation: &Value) -> Option<&str> {
    operation.get("operationId").and_then(Value::as_str)
}

/// The parameters of an operation and of its path, references resolved.
pub fn parameters(document: &Value, path: &str, operation: &Value) -> Vec<Value> {
    let own = operation
        .get("parameters")
        .and_then(Value::as_array)
        .into_iter()
        .flatten();
    let common = document
        .get("paths")
        .and_then(|paths| paths.get(path))
        .and_then(|item| item.get("parameters"))
        .and_then(Value::as_array)
        .into_iter()
        .flatten();
    let mut found: Vec<Value> = Vec::new();
    for parameter in own.chain(common) {
        let parameter = resolved(document, parameter);
        let same = |known: &Value| {
            known.get("name") == parameter.get("name") && known.get("in") == parameter.get("in")
        };
        if !found.iter().any(same) {
            found.push(parameter);
        }
    }
    found
}

fn request(document: &Value, base: &str, path: &str, method: &str, operation: &Value) -> Request {
    let mut filled = path.to_owned();
    let mut query = Vec::new();
    let mut headers = Vec::new();
    for parameter in parameters(document, path, operation) {
        let text = |key: &str| {
            parameter
                .get(key)
                .and_then(Value::as_str)
                .unwrap_or_default()
        };
        let (name, place) = (text("name").to_owned(), text("in"));
        let required = parameter.get("required") == Some(&Value::Bool(true));
        let value = parameter.get("example").cloned().unwrap_or_else(|| {
            sample(
                document,
                parameter.get("schema").unwrap_or(&Value::Null),
                &name,
            )
        });
        match place {
            "path" => filled = filled.replace(&format!("{{{name}}}"), &encode(&scalar(&value))),
            "query" if required => query.push((name, scalar(&value))),
            "header" if required => headers.push((name, scalar(&value))),
            _ => {}
        }
    }
    let documented = headers.len();
    authenticate(document, operation, &mut headers, &mut query);
    // The key goes before a header of its name that is documented as a parameter.
    if let Some((key, _)) = headers.get(documented).cloned() {
        let mut at = 0;
        headers.retain(|(name, _)| {
            at += 1;
            at > documented || !name.eq_ignore_ascii_case(&key)
        });
    }
    Request {
        id: operation_id(operation).unwrap_or(path).to_owned(),
        summary: operation
            .get("summary")
            .and_then(Value::as_str)
            .map(str::to_owned),
        method: method.to_uppercase(),
        url: format!("{base}{filled}"),
        query,
        headers,
        body: payload(document, operation),
    }
}

/// Adds what the first security scheme asks for, its key as a variable.
fn authenticate(
    document: &Value,
    operation: &Value,
    headers: &mut Vec<(String, String)>,
    query: &mut Vec<(String, String)>,
) {
    let wanted = operation
        .get("security")
        .or_else(|| document.get("security"))
        .and_then(Value::as_array);
    let Some(name) = wanted
        .and_then(|any| any.first())
        .and_then(Value::as_object)
        .and_then(|scheme| scheme.keys().next())
    else {
        return;
    };
    let Some(scheme) = document
        .pointer("/components/securitySchemes")
        .and_then(|schemes| schemes.get(name))
    else {
        return;
    };
    let text = |key: &str| scheme.get(key).and_then(Value::as_str).unwrap_or_default();
    match (
        text("type"),
        text("scheme").to_ascii_lowercase().as_str(),
        text("in"),
    ) {
        ("http", "basic", _) => {
            headers.push(("Authorization".to_owned(), format!("Basic ${TOKEN}")));
        }
        ("http" | "oauth2" | "openIdConnect", _, _) => {
            headers.push(("Authorization".to_owned(), format!("Bearer ${TOKEN}")));
        }
        ("apiKey", _, "query") => query.push((text("name").to_owned(), format!("${TOKEN}"))),
        ("apiKey", _, "cookie") => {
            headers.push(("Cookie".to_owned(), format!("{}=${TOKEN}", text("name"))));
        }
        ("apiKey", _, _) => headers.push((text("name").to_owned(), format!("${TOKEN}"))),
        _ => {}
    }
}

fn payload(document: &Value, operation: &Value) -> Option<Payload> {
    let body = resolved(document, operation.get("requestBody")?);
    let content = body.get("content")?.as_object()?;
    let (kind, media) = content
        .iter()
        .find(|(kind, _)| kind.contains("json"))
        .or_else(|| content.iter().next())?;
    let value = media
        .get("example")
        .cloned()
        .unwrap_or_else(|| sample(document, media.get("schema").unwrap_or(&Value::Null), ""));
    let fields = || {
        value
            .as_object()
            .into_iter()
            .flatten()
            .map(|(name, value)| (name.clone(), scalar(value)))
            .collect::<Vec<_>>()
    };
    Some(match kind.as_str() {
        kind if kind.contains("json") => Payload::Json(value),
        kind if kind.contains("urlencoded") => Payload::Form(fields()),
        kind if kind.contains("multipart") => Payload::Multipart(fields()),
        _ => Payload::File,
    })
}

/// A value as a URL or a form carries it.
fn scalar(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(members) => members.iter().map(scalar).collect::<Vec<_>>().join(","),
        other => other.to_string(),
    }
}

/// Percent-encodes all but the unreserved characters of RFC 3986, 2.3.
pub(crate) fn encode(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// The URL with its query. A key stays a variable.
pub(crate) fn full_url(request: &Request) -> String {
    let pairs: Vec<_> = request
        .query
        .iter()
        .map(|(name, value)| {
            let value = if value == &format!("${TOKEN}") {
                value.clone()
            } else {
                encode(value)
            };
            format!("{}={value}", encode(name))
        })
        .collect();
    if pairs.is_empty() {
        request.url.clone()
    } else {
        format!("{}?{}", request.url, pairs.join("&"))
    }
}

/// Writes a call.
pub fn write(request: &Request, language: Language) -> String {
    match language {
        Language::Curl => curl::write(request),
        Language::Fetch => fetch::write(request),
        Language::Python => python::write(request, "requests"),
        Language::Httpx => python::write(request, "httpx"),
        Language::Rust => rust::write(request),
        Language::Go => go::write(request),
        Language::Httpie => httpie::write(request),
        Language::Http => http::write(request),
    }
}

/// Writes a call for a POSIX shell; `text` is its body if that is no data, but a text.
pub fn curl(request: &Request, text: Option<&str>) -> String {
    curl::with(request, text)
}

/// JSON, laid out.
pub fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}

/// A string literal of JSON, which JavaScript and Python also read.
pub(crate) fn literal(text: &str) -> String {
    Value::String(text.to_owned()).to_string()
}
