//! An [`Api`] as an `OpenAPI` 3.1.1 document.
//!
//! Whatever was found, the document is valid: operation ids are unique, every parameter of a path's
//! template is declared once and no other one is declared to be in the path, every operation has
//! an answer. Evidence and confidence travel as `x-evidence` and `x-confidence`.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value, json};

use crate::api::{
    Api, Evidence, Operation, Parameter, Place, Response, SecurityScheme, confidence,
};
use crate::extract::{remarks_of, route_parameters};

/// Writes the document. `base_url` replaces the servers that were found.
pub fn write(api: &Api, base_url: Option<&str>) -> Value {
    let title = api
        .title
        .clone()
        .filter(|title| !title.trim().is_empty())
        .unwrap_or_else(|| "API".to_owned());
    let servers: Vec<_> = match base_url {
        Some(url) => vec![json!({ "url": url })],
        None => api
            .servers
            .iter()
            .map(|url| json!({ "url": url }))
            .collect(),
    };
    let mut root = Map::new();
    root.insert("openapi".to_owned(), json!("3.1.1"));
    let version = api.version.clone().unwrap_or_else(|| "1.0.0".to_owned());
    let mut info = Map::new();
    info.insert("title".to_owned(), json!(title));
    info.insert("version".to_owned(), json!(version));
    if let Some(text) = description(api) {
        info.insert("description".to_owned(), json!(text));
    }
    root.insert("info".to_owned(), Value::Object(info));
    // Without a server, calls go to where the document is.
    root.insert(
        "servers".to_owned(),
        if servers.is_empty() {
            json!([{ "url": "/" }])
        } else {
            Value::Array(servers)
        },
    );
    let mut known = HashSet::new();
    let tags: Vec<&str> = api
        .operations
        .iter()
        .flat_map(|operation| &operation.tags)
        .map(String::as_str)
        .filter(|tag| known.insert(*tag))
        .collect();
    if !tags.is_empty() {
        root.insert(
            "tags".to_owned(),
            tags.iter().map(|tag| json!({ "name": tag })).collect(),
        );
    }
    if !api.security.is_empty() {
        // Any one of the schemes; which calls need none is not known.
        let mut any: Vec<Value> = api
            .security
            .iter()
            .map(|scheme| json!({ scheme_name(scheme): [] }))
            .collect();
        any.push(json!({}));
        root.insert("security".to_owned(), Value::Array(any));
    }
    let mut paths = Map::new();
    let mut ids = HashMap::new();
    for operation in &api.operations {
        let path = valid_path(&operation.path);
        let item = paths.entry(path).or_insert_with(|| json!({}));
        let method = operation.method.as_str().to_ascii_lowercase();
        if let Value::Object(item) = item
            && !item.contains_key(&method)
        {
            item.insert(method, operation_object(operation, &mut ids));
        }
    }
    root.insert("paths".to_owned(), Value::Object(paths));
    if !api.security.is_empty() {
        let schemes: Map<_, _> = api
            .security
            .iter()
            .map(|scheme| (scheme_name(scheme), scheme_object(scheme)))
            .collect();
        root.insert(
            "components".to_owned(),
            json!({ "securitySchemes": schemes }),
        );
    }
    Value::Object(root)
}

/// What is said of all calls.
fn description(api: &Api) -> Option<String> {
    let remarks = &api.remarks;
    let parts = [
        ("Pagination", &remarks.pagination),
        ("Rate limits", &remarks.rate_limit),
    ];
    let parts: Vec<_> = parts
        .into_iter()
        .filter_map(|(title, text)| Some(format!("**{title}.** {}", text.as_ref()?)))
        .collect();
    (!parts.is_empty()).then(|| parts.join("\n\n"))
}

/// A path whose parameters have distinct names, and whose braces are all of parameters.
fn valid_path(path: &str) -> String {
    let mut seen: Vec<String> = Vec::new();
    let mut out = String::new();
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('}') {
        rest = after;
        let Some((literal, name)) = before.rsplit_once('{') else {
            out.push_str(&escaped(before));
            out.push_str("%7D");
            continue;
        };
        out.push_str(&escaped(literal));
        let name = distinct(&variable(name), &seen);
        out.push('{');
        out.push_str(&name);
        out.push('}');
        seen.push(name);
    }
    out.push_str(&escaped(rest));
    out
}

/// What is not a parameter, without braces.
fn escaped(literal: &str) -> String {
    literal.replace('{', "%7B").replace('}', "%7D")
}

/// A parameter's name without the characters that end or spoil a template.
fn variable(name: &str) -> String {
    let is_part =
        |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '$' | ':' | '@' | ' ');
    let name: String = name.chars().filter(|c| is_part(*c)).collect();
    // `(id or name)` keeps the words by which its documentation calls it.
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() {
        "id".to_owned()
    } else {
        name
    }
}

fn distinct(name: &str, seen: &[String]) -> String {
    let mut candidate = name.to_owned();
    let mut number = 2;
    while seen.contains(&candidate) {
        candidate = format!("{name}{number}");
        number += 1;
    }
    candidate
}

fn operation_object(operation: &Operation, ids: &mut HashMap<String, usize>) -> Value {
    let mut object = Map::new();
    if !operation.tags.is_empty() {
        object.insert("tags".to_owned(), json!(operation.tags));
    }
    if let Some(summary) = &operation.summary {
        object.insert("summary".to_owned(), json!(summary));
    }
    if let Some(description) = &operation.description {
        object.insert("description".to_owned(), json!(description));
    }
    object.insert(
        "operationId".to_owned(),
        json!(operation_id(operation, ids)),
    );
    if operation.deprecated {
        object.insert("deprecated".to_owned(), json!(true));
    }
    let parameters = parameters(operation);
    if !parameters.is_empty() {
        object.insert("parameters".to_owned(), Value::Array(parameters));
    }
    if let Some(body) = &operation.body {
        let mut media = Map::new();
        media.insert("schema".to_owned(), body.schema.to_json());
        if let Some(example) = &body.example {
            media.insert("example".to_owned(), example.clone());
        }
        let mut request = Map::new();
        request.insert(
            "content".to_owned(),
            json!({ body.media_type.clone(): media }),
        );
        if body.required {
            request.insert("required".to_owned(), json!(true));
        }
        object.insert("requestBody".to_owned(), Value::Object(request));
    }
    object.insert("responses".to_owned(), responses(&operation.responses));
    let (pages, remarks) = remarks_of(operation);
    if !pages.is_empty() || remarks.pagination.is_some() {
        let mut pagination = Map::new();
        if !pages.is_empty() {
            pagination.insert("parameters".to_owned(), json!(pages));
        }
        if let Some(note) = remarks.pagination {
            pagination.insert("note".to_owned(), json!(note));
        }
        object.insert("x-pagination".to_owned(), Value::Object(pagination));
    }
    if let Some(note) = remarks.rate_limit {
        object.insert("x-rate-limit".to_owned(), json!({ "note": note }));
    }
    let evidence: Vec<_> = operation.evidence.iter().map(Evidence::to_json).collect();
    if !evidence.is_empty() {
        object.insert("x-evidence".to_owned(), Value::Array(evidence));
    }
    object.insert("x-confidence".to_owned(), confidence(operation.confidence));
    Value::Object(object)
}

fn parameters(operation: &Operation) -> Vec<Value> {
    let path = valid_path(&operation.path);
    let names = route_parameters(&path);
    let mut written: Vec<Value> = Vec::new();
    let mut seen: HashSet<(Place, String)> = HashSet::new();
    // The template's own, in its order.
    let mut given = operation
        .parameters
        .iter()
        .filter(|parameter| parameter.place == Place::Path);
    for name in &names {
        let known = given
            .clone()
            .find(|parameter| parameter.name == *name)
            .or_else(|| given.next());
        if seen.insert((Place::Path, (*name).to_owned())) {
            written.push(match known {
                Some(known) => parameter_object(&Parameter { name: (*name).to_owned(), required: true, ..known.clone() }),
                None => json!({ "name": name, "in": "path", "required": true, "schema": { "type": "string" } }),
            });
        }
    }
    for parameter in operation
        .parameters
        .iter()
        .filter(|parameter| parameter.place != Place::Path)
    {
        // OpenAPI says that these header parameters shall be ignored.
        let ruled_out = parameter.place == Place::Header
            && parameter.name.eq_ignore_ascii_case("authorization");
        if !ruled_out && seen.insert((parameter.place, parameter.name.clone())) {
            written.push(parameter_object(parameter));
        }
    }
    written
}

fn parameter_object(parameter: &Parameter) -> Value {
    let mut object = Map::new();
    object.insert("name".to_owned(), json!(parameter.name));
    object.insert("in".to_owned(), json!(parameter.place.as_str()));
    if parameter.required {
        object.insert("required".to_owned(), json!(true));
    }
    if let Some(description) = &parameter.description {
        object.insert("description".to_owned(), json!(description));
    }
    if parameter.deprecated {
        object.insert("deprecated".to_owned(), json!(true));
    }
    object.insert("schema".to_owned(), parameter.schema.to_json());
    if let Some(evidence) = &parameter.evidence {
        object.insert("x-evidence".to_owned(), json!([evidence.to_json()]));
    }
    object.insert("x-confidence".to_owned(), confidence(parameter.confidence));
    Value::Object(object)
}

fn responses(responses: &[Response]) -> Value {
    let mut object = Map::new();
    for response in responses {
        let mut entry = Map::new();
        entry.insert("description".to_owned(), json!(response.description));
        if let Some(media_type) = response
            .media_type
            .as_ref()
            .filter(|kind| kind.contains('/'))
        {
            let mut media = Map::new();
            if let Some(schema) = &response.schema {
                media.insert("schema".to_owned(), schema.to_json());
            }
            if let Some(example) = &response.example {
                media.insert("example".to_owned(), example.clone());
            }
            entry.insert("content".to_owned(), json!({ media_type.clone(): media }));
        }
        object.insert(response.status.clone(), Value::Object(entry));
    }
    if object.is_empty() {
        object.insert(
            "default".to_owned(),
            json!({ "description": "The answer is not documented." }),
        );
    }
    Value::Object(object)
}

/// `getUsersByUserId`; a number is added to one that is taken.
fn operation_id(operation: &Operation, ids: &mut HashMap<String, usize>) -> String {
    let mut id = operation.method.as_str().to_ascii_lowercase();
    for segment in operation
        .path
        .split('/')
        .filter(|segment| !segment.is_empty())
    {
        if segment.contains('{') {
            id.push_str("By");
        }
        for word in segment
            .split(|c: char| !c.is_ascii_alphanumeric())
            .filter(|word| !word.is_empty())
        {
            let mut chars = word.chars();
            id.extend(chars.next().map(|c| c.to_ascii_uppercase()));
            id.push_str(chars.as_str());
        }
    }
    if operation.path == "/" {
        id.push_str("Root");
    }
    let mut candidate = id.clone();
    let mut number = ids.get(&id).copied().unwrap_or(1);
    while ids.contains_key(&candidate) {
        number += 1;
        candidate = format!("{id}{number}");
    }
    ids.insert(id, number);
    ids.entry(candidate.clone()).or_insert(1);
    candidate
}

fn scheme_name(scheme: &SecurityScheme) -> String {
    let plain = |name: &str| {
        name.chars()
            .map(|c| {
                if c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.') {
                    c
                } else {
                    '_'
                }
            })
            .collect::<String>()
    };
    match scheme {
        SecurityScheme::Bearer => "bearer".to_owned(),
        SecurityScheme::Basic => "basic".to_owned(),
        SecurityScheme::HeaderKey(name) => format!("header-{}", plain(name)),
        SecurityScheme::QueryKey(name) => format!("query-{}", plain(name)),
        SecurityScheme::CookieKey(name) => format!("cookie-{}", plain(name)),
        SecurityScheme::OAuth2 { .. } => "oauth2".to_owned(),
        SecurityScheme::OpenId(_) => "openid".to_owned(),
    }
}

fn scheme_object(scheme: &SecurityScheme) -> Value {
    match scheme {
        SecurityScheme::Bearer => json!({ "type": "http", "scheme": "bearer" }),
        SecurityScheme::Basic => json!({ "type": "http", "scheme": "basic" }),
        SecurityScheme::HeaderKey(name) => {
            json!({ "type": "apiKey", "in": "header", "name": name })
        }
        SecurityScheme::QueryKey(name) => json!({ "type": "apiKey", "in": "query", "name": name }),
        SecurityScheme::CookieKey(name) => {
            json!({ "type": "apiKey", "in": "cookie", "name": name })
        }
        SecurityScheme::OAuth2 {
            authorization,
            token,
        } => {
            json!({ "type": "oauth2", "flows": flows(authorization.as_deref(), token.as_deref()) })
        }
        SecurityScheme::OpenId(url) => json!({ "type": "openIdConnect", "openIdConnectUrl": url }),
    }
}

/// The flow that has the endpoints which are known.
fn flows(authorization: Option<&str>, token: Option<&str>) -> Value {
    match (authorization, token) {
        (Some(authorization), Some(token)) => {
            json!({ "authorizationCode": { "authorizationUrl": authorization, "tokenUrl": token, "scopes": {} } })
        }
        (Some(authorization), None) => {
            json!({ "implicit": { "authorizationUrl": authorization, "scopes": {} } })
        }
        (None, Some(token)) => json!({ "clientCredentials": { "tokenUrl": token, "scopes": {} } }),
        (None, None) => json!({}),
    }
}
