//! A form for a call: a field for each parameter, a text for the body, and the request that a filled
//! form makes.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use super::{Payload, Request, TOKEN, authenticate, encode, full_url, payload, pretty, scalar};
use crate::calls::{base, parameters, sample};

/// A form.
#[derive(Debug, Clone, PartialEq)]
pub struct Form {
    /// Base URLs, the first of which is meant.
    pub servers: Vec<String>,
    /// The parameters, in order.
    pub fields: Vec<FormField>,
    /// The media type of the body and a body that fits, if it takes one.
    pub body: Option<(String, String)>,
    /// What the key is for, such as `Authorization: Bearer`; none if no key is asked for.
    pub key: Option<String>,
}

/// A field of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormField {
    /// `path`, `query`, `header` or `cookie`.
    pub place: String,
    /// The parameter's name.
    pub name: String,
    /// Whether it must be filled in.
    pub required: bool,
    /// The type of its schema; empty if that says none.
    pub kind: String,
    /// What it is limited to, if it is.
    pub values: Vec<String>,
    /// What it may be, for a start.
    pub sample: String,
}

/// What was filled in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filled {
    /// The base URL.
    pub server: String,
    /// Place, name and value of the fields; one without a value is left out.
    pub fields: Vec<(String, String, String)>,
    /// The body.
    pub body: Option<String>,
}

/// A request as it is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outgoing {
    /// The method, in capitals.
    pub method: String,
    /// The whole URL.
    pub url: String,
    /// Header names and values.
    pub headers: Vec<(String, String)>,
    /// The body, if there is one.
    pub body: Option<String>,
}

/// Why a filled form makes no request.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FormError {
    /// There is no such operation.
    #[error("this operation is not in the document any more")]
    Gone,
    /// A field that must be filled in is not.
    #[error("`{0}` must be filled in")]
    Missing(String),
    /// The server is no address.
    #[error("the server must be an address that begins with http:// or https://")]
    Server,
    /// The body is to be JSON, and is not.
    #[error("the body is not JSON: {0}")]
    Body(String),
}

/// The form of an operation; none if there is no such operation.
pub fn form(document: &Value, method: &str, path: &str) -> Option<Form> {
    let operation = document
        .get("paths")?
        .get(path)?
        .get(method.to_ascii_lowercase())?;
    let servers: Vec<String> = document
        .get("servers")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|server| server.get("url")?.as_str())
        .filter(|url| url.starts_with("http"))
        .map(str::to_owned)
        .collect();
    let fields = parameters(document, path, operation)
        .iter()
        .map(|parameter| field(document, parameter))
        .collect();
    let body = operation.get("requestBody").and_then(|body| {
        let body = super::resolved(document, body);
        let content = body.get("content")?.as_object()?;
        let media = crate::edit::media_type(content)?.to_owned();
        let text = match payload(document, operation)? {
            Payload::Json(value) => pretty(&value),
            Payload::Form(fields) | Payload::Multipart(fields) => pairs(&fields),
            Payload::File => String::new(),
        };
        Some((media, text))
    });
    Some(Form {
        servers,
        fields,
        body,
        key: key(document, operation),
    })
}

fn field(document: &Value, parameter: &Value) -> FormField {
    let text = |key: &str| {
        let value = parameter.get(key).and_then(Value::as_str);
        value.unwrap_or_default().to_owned()
    };
    let name = text("name");
    let schema = parameter
        .get("schema")
        .map(|schema| super::resolved(document, schema))
        .unwrap_or_default();
    let required = parameter.get("required") == Some(&Value::Bool(true));
    let given = parameter.get("example").cloned();
    let is_stated = ["example", "default", "const", "examples", "enum"]
        .iter()
        .any(|key| schema.get(*key).is_some());
    // What is made up is no start for what may be left out, or identifies something.
    let sample = given
        .or_else(|| (required && is_stated).then(|| sample(document, &schema, &name)))
        .map(|value| scalar(&value))
        .unwrap_or_default();
    FormField {
        place: text("in"),
        required,
        kind: match schema.get("type") {
            Some(Value::String(kind)) => kind.clone(),
            _ => String::new(),
        },
        values: schema
            .get("enum")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .map(scalar)
            .collect(),
        name,
        sample,
    }
}

/// The header or query parameter that carries the key.
fn key(document: &Value, operation: &Value) -> Option<String> {
    let (mut headers, mut query) = (Vec::new(), Vec::new());
    authenticate(document, operation, &mut headers, &mut query);
    let token = format!("${TOKEN}");
    headers
        .into_iter()
        .map(|(name, value)| format!("{name}: {}", value.replace(&token, "").trim_end()))
        .chain(query.into_iter().map(|(name, _)| format!("?{name}=")))
        .map(|key| key.trim_end_matches(": ").to_owned())
        .next()
}

/// The call that a filled form makes. Its key is a variable, as in all calls.
///
/// # Errors
///
/// Something is missing, or not what it should be.
pub fn filled(
    document: &Value,
    method: &str,
    path: &str,
    filled: &Filled,
) -> Result<Request, FormError> {
    let operation = document
        .get("paths")
        .and_then(|paths| paths.get(path)?.get(method.to_ascii_lowercase()))
        .ok_or(FormError::Gone)?;
    let server = filled.server.trim().trim_end_matches('/');
    let host = server
        .strip_prefix("https://")
        .or_else(|| server.strip_prefix("http://"));
    if host.is_none_or(|host| host.is_empty() || host.starts_with('/')) {
        return Err(FormError::Server);
    }
    let mut url = path.to_owned();
    let (mut query, mut headers, mut cookies) = (Vec::new(), Vec::new(), Vec::new());
    for parameter in parameters(document, path, operation) {
        let field = field(document, &parameter);
        let value = filled
            .fields
            .iter()
            .find(|(place, name, _)| *place == field.place && *name == field.name)
            .map(|(_, _, value)| value.clone())
            .unwrap_or_default();
        if value.is_empty() {
            if field.required {
                return Err(FormError::Missing(field.name));
            }
            continue;
        }
        match field.place.as_str() {
            "path" => url = url.replace(&format!("{{{}}}", field.name), &encode(&value)),
            "query" => query.push((field.name, value)),
            "header" => headers.push((field.name, value)),
            _ => cookies.push(format!("{}={value}", field.name)),
        }
    }
    if !cookies.is_empty() {
        headers.push(("Cookie".to_owned(), cookies.join("; ")));
    }
    authenticate(document, operation, &mut headers, &mut query);
    Ok(Request {
        id: super::operation_id(operation).unwrap_or(path).to_owned(),
        summary: None,
        method: method.to_ascii_uppercase(),
        url: format!("{server}{url}"),
        query,
        headers,
        body: body(document, operation, filled.body.as_deref())?,
    })
}

fn body(
    document: &Value,
    operation: &Value,
    text: Option<&str>,
) -> Result<Option<Payload>, FormError> {
    let text = text.map(str::trim).filter(|text| !text.is_empty());
    let (Some(text), Some(kind)) = (text, payload(document, operation)) else {
        return Ok(None);
    };
    Ok(Some(match kind {
        Payload::Json(_) => Payload::Json(
            serde_json::from_str(text).map_err(|error| FormError::Body(error.to_string()))?,
        ),
        Payload::Form(_) => Payload::Form(unpaired(text)),
        Payload::Multipart(_) => Payload::Multipart(unpaired(text)),
        Payload::File => Payload::File,
    }))
}

/// A form's fields as lines `name=value`.
fn pairs(fields: &[(String, String)]) -> String {
    let mut text = String::new();
    for (name, value) in fields {
        let _ = writeln!(text, "{name}={value}");
    }
    text
}

fn unpaired(text: &str) -> Vec<(String, String)> {
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            let (name, value) = line.split_once('=').unwrap_or((line, ""));
            (name.trim().to_owned(), value.to_owned())
        })
        .collect()
}

/// What separates the parts of a form. No value that a person types holds it.
const BOUNDARY: &str = "----ichiban-form-7d0f9c1e5b";

/// A call as it is sent, with this key; `text` is the body of a call whose body is a file.
pub fn outgoing(request: &Request, key: &str, text: Option<&str>) -> Outgoing {
    let variable = format!("${TOKEN}");
    let mut headers: Vec<(String, String)> = Vec::new();
    for (name, value) in &request.headers {
        if !value.contains(&variable) {
            headers.push((name.clone(), value.clone()));
        } else if !key.is_empty() {
            let key = if value.starts_with("Basic ") && key.contains(':') {
                STANDARD.encode(key)
            } else {
                key.to_owned()
            };
            headers.push((name.clone(), value.replace(&variable, &key)));
        }
    }
    let query = request
        .query
        .iter()
        .filter(|(_, value)| *value != variable || !key.is_empty())
        .map(|(name, value)| (name.clone(), value.replace(&variable, key)))
        .collect();
    let url = full_url(&Request {
        query,
        ..request.clone()
    });
    let mut kind = |kind: String| headers.push(("Content-Type".to_owned(), kind));
    let body = match &request.body {
        None => None,
        Some(Payload::Json(value)) => {
            kind("application/json".to_owned());
            Some(value.to_string())
        }
        Some(Payload::Form(fields)) => {
            kind("application/x-www-form-urlencoded".to_owned());
            let pairs = fields
                .iter()
                .map(|(name, value)| format!("{}={}", encode(name), encode(value)));
            Some(pairs.collect::<Vec<_>>().join("&"))
        }
        Some(Payload::Multipart(fields)) => {
            kind(format!("multipart/form-data; boundary={BOUNDARY}"));
            let mut body = String::new();
            for (name, value) in fields {
                let name = name.replace('"', "%22").replace(['\r', '\n'], " ");
                let _ = write!(
                    body,
                    "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
                );
            }
            let _ = write!(body, "--{BOUNDARY}--\r\n");
            Some(body)
        }
        Some(Payload::File) => text.map(str::to_owned),
    };
    Outgoing {
        method: request.method.clone(),
        url,
        headers,
        body,
    }
}

/// The call of one operation with samples for values; none if there is no such operation.
pub fn example(document: &Value, method: &str, path: &str) -> Option<Request> {
    let method = method.to_ascii_lowercase();
    let operation = document.get("paths")?.get(path)?.get(&method)?;
    Some(super::request(
        document,
        &base(document),
        path,
        &method,
        operation,
    ))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::calls::{Language, write};

    fn document() -> Value {
        json!({
            "servers": [{ "url": "https://api.example.com/v1/" }],
            "security": [{ "basic": [] }],
            "components": { "securitySchemes": { "basic": { "type": "http", "scheme": "basic" } } },
            "paths": { "/users/{id}": {
                "put": {
                    "parameters": [
                        { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } },
                        { "name": "notify", "in": "query", "schema": { "type": "boolean" } },
                        { "name": "mode", "in": "query", "required": true, "schema": { "type": "string", "enum": ["a", "b"] } }
                    ],
                    "requestBody": { "content": { "application/json": { "schema": {
                        "type": "object", "properties": { "name": { "type": "string" } } } } } },
                    "responses": {}
                }
            } }
        })
    }

    fn fill(fields: &[(&str, &str, &str)], body: &str) -> Result<Request, FormError> {
        let fields = fields
            .iter()
            .map(|(place, name, value)| {
                ((*place).to_owned(), (*name).to_owned(), (*value).to_owned())
            })
            .collect();
        filled(
            &document(),
            "PUT",
            "/users/{id}",
            &Filled {
                server: "https://api.example.com/v1/".to_owned(),
                fields,
                body: Some(body.to_owned()),
            },
        )
    }

    #[test]
    fn a_form_has_what_the_call_takes() {
        let form = form(&document(), "PUT", "/users/{id}").unwrap();
        let names: Vec<_> = form.fields.iter().map(|field| &*field.name).collect();
        assert_eq!(names, ["id", "notify", "mode"]);
        assert_eq!(form.fields[0].sample, "");
        assert_eq!(form.fields[2].values, ["a", "b"]);
        assert_eq!(form.key.as_deref(), Some("Authorization: Basic"));
        let (media, body) = form.body.unwrap();
        assert_eq!(media, "application/json");
        assert!(body.contains("\"name\""));
    }

    #[test]
    fn what_is_filled_in_is_sent_and_the_key_is_in_nothing_else() {
        let request = fill(
            &[("path", "id", "a/b"), ("query", "mode", "b c")],
            "{\"name\":\"x\"}",
        )
        .unwrap();
        let sent = outgoing(&request, "ada:secret", None);
        assert_eq!(
            sent.url,
            "https://api.example.com/v1/users/a%2Fb?mode=b%20c"
        );
        assert!(sent.headers.contains(&(
            "Authorization".to_owned(),
            "Basic YWRhOnNlY3JldA==".to_owned()
        )));
        assert_eq!(sent.body.as_deref(), Some("{\"name\":\"x\"}"));
        let curl = write(&request, Language::Curl);
        assert!(curl.contains("$API_TOKEN") && !curl.contains("secret"));
        // Without a key none is sent.
        let sent = outgoing(&request, "", None);
        assert!(sent.headers.iter().all(|(name, _)| name != "Authorization"));
    }

    #[test]
    fn what_is_missing_or_wrong_is_said() {
        let mode = ("query", "mode", "a");
        assert_eq!(fill(&[mode], ""), Err(FormError::Missing("id".to_owned())));
        assert!(matches!(
            fill(&[("path", "id", "1"), mode], "{"),
            Err(FormError::Body(_))
        ));
        let stray = Filled {
            server: "javascript:alert(1)".to_owned(),
            ..Filled::default()
        };
        assert_eq!(
            filled(&document(), "PUT", "/users/{id}", &stray),
            Err(FormError::Server)
        );
        assert_eq!(
            filled(&document(), "GET", "/users/{id}", &stray),
            Err(FormError::Gone)
        );
    }
}
