//! A form for a call: a field for each parameter, a text for the body, and the request that a filled
//! form makes.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use super::{Payload, Request, TOKEN, authenticate, encode, full_url, payload, scalar};
use crate::calls::{base, parameters, sample};

/// A form.
#[derive(Debug, Clone, PartialEq)]
pub struct Form {
    /// Base URLs, the first of which is meant.
    pub servers: Vec<String>,
    /// The parameters, in order.
    pub fields: Vec<FormField>,
    /// The body, if it takes one.
    pub body: Option<BodyForm>,
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

/// The body of a form.
#[derive(Debug, Clone, PartialEq)]
pub struct BodyForm {
    /// Its media type.
    pub media_type: String,
    /// How that is written.
    pub encoding: Encoding,
    /// Whether it must be there.
    pub required: bool,
    /// Its schema.
    pub schema: Value,
    /// A body that fits, for a start.
    pub sample: Value,
}

/// How a body is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// JSON.
    Json,
    /// Names and values, URL-encoded.
    Form,
    /// Names and values, in parts.
    Multipart,
    /// Otherwise.
    Other,
}

/// A body that was filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// A text.
    Text(String),
    /// Names and values.
    Parts(Vec<Part>),
}

/// A name and what it has.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Part {
    /// The name.
    pub name: String,
    /// The value; of a file, its name.
    pub value: String,
    /// Of a file its media type, and what it holds.
    pub file: Option<(String, Vec<u8>)>,
}

/// What was filled in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filled {
    /// The base URL.
    pub server: String,
    /// Place, name and value of the fields; one without a value is left out.
    pub fields: Vec<(String, String, String)>,
    /// The body.
    pub body: Option<Body>,
    /// Whether it is sent as it is, whatever is missing or wrong of it.
    pub is_forced: bool,
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
    pub body: Option<Vec<u8>>,
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
    let mut servers = super::servers(document, path, operation);
    servers.retain(|url| url.starts_with("http"));
    let fields = parameters(document, path, operation)
        .iter()
        .map(|parameter| field(document, parameter))
        .collect();
    let body = body_form(document, operation);
    Some(Form {
        servers,
        fields,
        body,
        key: key(document, operation),
    })
}

fn body_form(document: &Value, operation: &Value) -> Option<BodyForm> {
    let body = super::resolved(document, operation.get("requestBody")?);
    let content = body.get("content")?.as_object()?;
    let media_type = crate::edit::media_type(content)?.to_owned();
    let media = content.get(&media_type)?;
    let schema = media.get("schema").cloned().unwrap_or_default();
    let encoding = match media_type.as_str() {
        kind if kind.contains("json") => Encoding::Json,
        kind if kind.contains("urlencoded") => Encoding::Form,
        kind if kind.contains("multipart") => Encoding::Multipart,
        _ => Encoding::Other,
    };
    let first = media.get("examples").and_then(Value::as_object);
    let first = first.and_then(|examples| examples.values().next()?.get("value"));
    let given = media.get("example").or(first).cloned();
    let sample = match encoding {
        Encoding::Other => given.unwrap_or_default(),
        _ => given.unwrap_or_else(|| sample(document, &schema, "")),
    };
    Some(BodyForm {
        media_type,
        encoding,
        required: body.get("required") == Some(&Value::Bool(true)),
        schema,
        sample,
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
            if field.place == "path" && filled.is_forced {
                url = url.replace(&format!("{{{}}}", field.name), "");
            } else if field.required && !filled.is_forced {
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
    let body = body(document, operation, filled)?;
    if matches!(body, Some(Payload::File))
        && let Some(form) = body_form(document, operation)
    {
        headers.push(("Content-Type".to_owned(), form.media_type));
    }
    Ok(Request {
        id: super::operation_id(operation).unwrap_or(path).to_owned(),
        summary: None,
        method: method.to_ascii_uppercase(),
        url: format!("{server}{url}"),
        query,
        headers,
        body,
    })
}

fn body(
    document: &Value,
    operation: &Value,
    filled: &Filled,
) -> Result<Option<Payload>, FormError> {
    let (Some(body), Some(kind)) = (&filled.body, payload(document, operation)) else {
        return Ok(None);
    };
    let pairs = || match body {
        Body::Parts(parts) => parts.iter().map(Part::pair).collect(),
        Body::Text(_) => Vec::new(),
    };
    Ok(match (kind, body) {
        (_, Body::Text(text)) if text.trim().is_empty() => None,
        (Payload::Json(_), Body::Text(text)) => match serde_json::from_str(text) {
            Ok(value) => Some(Payload::Json(value)),
            Err(_) if filled.is_forced => Some(Payload::File),
            Err(error) => return Err(FormError::Body(error.to_string())),
        },
        (Payload::Form(_), _) => Some(Payload::Form(pairs())),
        (Payload::Multipart(_), _) => Some(Payload::Multipart(pairs())),
        (Payload::Json(_) | Payload::File, _) => Some(Payload::File),
    })
}

impl Part {
    /// Its name and its value, as curl and others write a file: `@name`.
    fn pair(&self) -> (String, String) {
        let value = match self.file {
            Some(_) => format!("@{}", self.value),
            None => self.value.clone(),
        };
        (self.name.clone(), value)
    }
}

/// What separates the parts of a form, as it begins.
const BOUNDARY: &str = "----ichiban-form-7d0f9c1e5b";

/// A form in parts, and what separates them: nothing that is within one.
fn parted(parts: &[Part]) -> (String, Vec<u8>) {
    let holds = |boundary: &str| {
        let is_in = |bytes: &[u8]| {
            let mut windows = bytes.windows(boundary.len());
            windows.any(|window| window == boundary.as_bytes())
        };
        parts.iter().any(|part| {
            let file = part.file.as_ref().map(|(_, bytes)| bytes.as_slice());
            is_in(part.value.as_bytes()) || file.is_some_and(is_in)
        })
    };
    let mut boundary = BOUNDARY.to_owned();
    while holds(&boundary) {
        boundary.push('7');
    }
    let quoted = |text: &str| text.replace('"', "%22").replace(['\r', '\n'], " ");
    let mut body = Vec::new();
    for part in parts {
        let mut head = format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"{}\"",
            quoted(&part.name)
        );
        let content = match &part.file {
            Some((media_type, bytes)) => {
                let _ = write!(head, "; filename=\"{}\"", quoted(&part.value));
                let _ = write!(
                    head,
                    "\r\nContent-Type: {}",
                    media_type.replace(['\r', '\n'], "")
                );
                bytes.as_slice()
            }
            None => part.value.as_bytes(),
        };
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(b"\r\n\r\n");
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
    (boundary, body)
}

/// A call as it is sent, with this key; `filled` is the body as it was filled in: what is typed is
/// sent as it is typed.
pub fn outgoing(request: &Request, key: &str, filled: Option<&Body>) -> Outgoing {
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
    let text = match filled {
        Some(Body::Text(text)) => Some(text.clone().into_bytes()),
        _ => None,
    };
    let body = match &request.body {
        None => None,
        Some(Payload::Json(value)) => {
            kind("application/json".to_owned());
            Some(text.unwrap_or_else(|| value.to_string().into_bytes()))
        }
        Some(Payload::Form(fields)) => {
            kind("application/x-www-form-urlencoded".to_owned());
            let pairs = fields
                .iter()
                .map(|(name, value)| format!("{}={}", encode(name), encode(value)));
            Some(pairs.collect::<Vec<_>>().join("&").into_bytes())
        }
        Some(Payload::Multipart(fields)) => {
            let (boundary, body) = if let Some(Body::Parts(parts)) = filled {
                parted(parts)
            } else {
                let parts = fields.iter().map(|(name, value)| Part {
                    name: name.clone(),
                    value: value.clone(),
                    file: None,
                });
                parted(&parts.collect::<Vec<_>>())
            };
            kind(format!("multipart/form-data; boundary={boundary}"));
            Some(body)
        }
        Some(Payload::File) => text,
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
        &base(document, path, operation),
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
                body: Some(Body::Text(body.to_owned())),
                is_forced: false,
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
        let body = form.body.unwrap();
        assert_eq!(body.media_type, "application/json");
        assert_eq!(body.sample, json!({ "name": "name" }));
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
        assert_eq!(sent.body.as_deref(), Some("{\"name\":\"x\"}".as_bytes()));
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

    #[test]
    fn what_is_forced_is_sent_as_it_was_typed() {
        let body = Body::Text("{\"name\": 1".to_owned());
        let form = Filled {
            server: "https://api.example.com/v1".to_owned(),
            fields: Vec::new(),
            body: Some(body.clone()),
            is_forced: true,
        };
        let request = filled(&document(), "PUT", "/users/{id}", &form).unwrap();
        let sent = outgoing(&request, "", Some(&body));
        assert_eq!(sent.url, "https://api.example.com/v1/users/");
        assert_eq!(sent.body.as_deref(), Some("{\"name\": 1".as_bytes()));
        let kind = ("Content-Type".to_owned(), "application/json".to_owned());
        assert!(sent.headers.contains(&kind));
        let curl = super::super::curl(&request, Some("{\"name\": 1"));
        assert!(curl.contains("--data-binary '{\"name\": 1'"), "{curl}");
    }

    #[test]
    fn a_form_in_parts_carries_files_between_what_is_in_none() {
        let mut document = document();
        document["paths"]["/users/{id}"]["put"]["requestBody"] = json!({ "content": {
            "multipart/form-data": { "schema": { "type": "object", "properties": {
                "title": { "type": "string" }, "picture": { "type": "string", "format": "binary" }
            } } }
        } });
        let part = |name: &str, value: &str| Part {
            name: name.to_owned(),
            value: value.to_owned(),
            file: None,
        };
        let mut picture = part("picture", "a\".png");
        picture.file = Some(("image/png".to_owned(), BOUNDARY.as_bytes().to_vec()));
        let body = Body::Parts(vec![part("title", "Ada"), picture]);
        let form = Filled {
            server: "https://api.example.com".to_owned(),
            fields: vec![
                ("path".to_owned(), "id".to_owned(), "1".to_owned()),
                ("query".to_owned(), "mode".to_owned(), "a".to_owned()),
            ],
            body: Some(body.clone()),
            is_forced: false,
        };
        let request = filled(&document, "PUT", "/users/{id}", &form).unwrap();
        let sent = outgoing(&request, "", Some(&body));
        let text = String::from_utf8(sent.body.unwrap()).unwrap();
        let parts: Vec<_> = text.split(&format!("--{BOUNDARY}7")).collect();
        assert_eq!(parts.len(), 4, "{text}");
        assert!(parts[1].contains("name=\"title\"\r\n\r\nAda\r\n"));
        assert!(parts[2].contains("filename=\"a%22.png\"\r\nContent-Type: image/png"));
        assert!(write(&request, Language::Curl).contains("-F 'picture=@a\".png'"));
    }
}
