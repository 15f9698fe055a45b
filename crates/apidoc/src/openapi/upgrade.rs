//! Swagger 2.0 and `OpenAPI` 3.0 to `OpenAPI` 3.1, and the joining of documents.
//!
//! Follows the changes listed in the `OpenAPI` 3.0.0 and 3.1.0 release notes: `nullable` becomes a
//! type, exclusive bounds become numbers, `example` in a schema becomes `examples`, `definitions`
//! and the other top-level maps of 2.0 become `components`, body and form parameters become a
//! request body, `host`/`basePath`/`schemes` become servers.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value, json};

const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// How deep schemas may nest before they are taken as they are.
const DEPTH: usize = 200;

/// Gives an `OpenAPI` 3.1 document for a document of any version. One that is no object becomes an
/// empty one.
pub fn upgrade(document: Value) -> Value {
    let Value::Object(root) = document else {
        return json!({ "openapi": "3.1.1", "info": { "title": "API", "version": "1.0.0" }, "paths": {} });
    };
    let mut root = if root.contains_key("swagger") {
        from_two(root)
    } else {
        root
    };
    let minor = root
        .get("openapi")
        .and_then(Value::as_str)
        .and_then(|version| version.strip_prefix("3.0").map(|_| 0))
        .unwrap_or(1);
    root.insert("openapi".to_owned(), json!("3.1.1"));
    let mut whole = Value::Object(root);
    if minor == 0 {
        modernise(&mut whole, "", 0);
    }
    normalise(&mut whole);
    whole
}

/// Adds the operations and components of `other` that `whole` does not have. What `other` says of its
/// servers is kept with its operations where `whole` says otherwise.
pub fn merge(whole: &mut Value, mut other: Value) {
    if let Some(servers) = other
        .get("servers")
        .filter(|servers| is_told(servers))
        .cloned()
    {
        match whole.get("servers") {
            Some(known) if is_told(known) => {
                if *known != servers {
                    keep_at(&mut other, &servers);
                }
            }
            _ => {
                if let Value::Object(root) = whole {
                    root.insert("servers".to_owned(), servers);
                }
            }
        }
    }
    let Value::Object(other) = other else { return };
    let Value::Object(root) = whole else { return };
    for (key, value) in other {
        match (key.as_str(), root.get_mut(&key), value) {
            ("paths", Some(Value::Object(paths)), Value::Object(more)) => {
                let mut shapes: HashMap<String, String> = HashMap::new();
                for path in paths.keys() {
                    let shape = crate::extract::route_shape(path);
                    shapes.entry(shape).or_insert_with(|| path.clone());
                }
                for (path, item) in more {
                    let shape = crate::extract::route_shape(&path);
                    let twin = shapes.entry(shape).or_insert_with(|| path.clone());
                    match (paths.get_mut(twin.as_str()), item) {
                        (Some(Value::Object(known)), Value::Object(item)) => {
                            for (method, operation) in item {
                                if method != "parameters" {
                                    known.entry(method).or_insert(operation);
                                }
                            }
                        }
                        (_, item) => {
                            paths.insert(path, item);
                        }
                    }
                }
            }
            ("components", Some(Value::Object(known)), Value::Object(more)) => {
                for (kind, entries) in more {
                    if let (Value::Object(known), Value::Object(entries)) =
                        (known.entry(kind).or_insert_with(|| json!({})), entries)
                    {
                        for (name, entry) in entries {
                            known.entry(name).or_insert(entry);
                        }
                    }
                }
            }
            ("tags", Some(Value::Array(known)), Value::Array(more)) => {
                let name = |tag: &Value| tag.get("name").map(Value::to_string);
                let mut names: HashSet<_> = known.iter().map(name).collect();
                for tag in more {
                    if names.insert(name(&tag)) {
                        known.push(tag);
                    }
                }
            }
            (_, None, value) => {
                root.insert(key, value);
            }
            _ => {}
        }
    }
    normalise(whole);
}

/// Whether servers are more than "where the document is".
fn is_told(servers: &Value) -> bool {
    let url = |server: &Value| server.get("url").and_then(Value::as_str).map(str::to_owned);
    servers
        .as_array()
        .is_some_and(|servers| servers.iter().filter_map(url).any(|url| url != "/"))
}

/// Says of each operation that it is called at these servers, where nothing else is said of it.
fn keep_at(document: &mut Value, servers: &Value) {
    let items = document.get_mut("paths").and_then(Value::as_object_mut);
    let items = items.into_iter().flat_map(Map::values_mut);
    for item in items.filter_map(Value::as_object_mut) {
        let own = item.remove("servers");
        for (name, operation) in item.iter_mut() {
            if crate::calls::METHODS.contains(&name.as_str())
                && let Value::Object(operation) = operation
            {
                let servers = own.as_ref().unwrap_or(servers);
                operation
                    .entry("servers")
                    .or_insert_with(|| servers.clone());
            }
        }
    }
}

/// Has every operation of a document called at `url`, whatever it says itself.
pub fn serve_at(document: &mut Value, url: &str) {
    let Value::Object(root) = document else {
        return;
    };
    root.insert("servers".to_owned(), json!([{ "url": url }]));
    let items = root.get_mut("paths").and_then(Value::as_object_mut);
    let items = items.into_iter().flat_map(Map::values_mut);
    for item in items.filter_map(Value::as_object_mut) {
        item.remove("servers");
        for operation in item.values_mut().filter_map(Value::as_object_mut) {
            operation.remove("servers");
        }
    }
}

fn from_two(mut root: Map<String, Value>) -> Map<String, Value> {
    let mut out = Map::new();
    out.insert("openapi".to_owned(), json!("3.0.4"));
    out.insert(
        "info".to_owned(),
        root.remove("info")
            .unwrap_or_else(|| json!({ "title": "API", "version": "1.0.0" })),
    );
    let host = root.get("host").and_then(Value::as_str);
    let base = root
        .get("basePath")
        .and_then(Value::as_str)
        .unwrap_or_default()
        .trim_end_matches('/')
        .to_owned();
    let servers: Vec<_> = match host {
        Some(host) => {
            let schemes: Vec<_> = root
                .get("schemes")
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
                .filter_map(Value::as_str)
                .collect();
            let schemes = if schemes.is_empty() {
                vec!["https"]
            } else {
                schemes
            };
            schemes
                .iter()
                .map(|scheme| json!({ "url": format!("{scheme}://{host}{base}") }))
                .collect()
        }
        None => vec![json!({ "url": if base.is_empty() { "/" } else { &base } })],
    };
    out.insert("servers".to_owned(), Value::Array(servers));
    for key in ["tags", "externalDocs", "security"] {
        if let Some(value) = root.remove(key) {
            out.insert(key.to_owned(), value);
        }
    }
    let media = |key: &str, from: &Map<String, Value>| -> Vec<String> {
        from.get(key)
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect()
    };
    let consumes = media("consumes", &root);
    let produces = media("produces", &root);
    let shared = root.get("parameters").cloned().unwrap_or_else(|| json!({}));
    let mut paths = root.remove("paths").unwrap_or_else(|| json!({}));
    if let Value::Object(paths) = &mut paths {
        for item in paths.values_mut() {
            let Value::Object(item) = item else { continue };
            let common = item.remove("parameters");
            let common: Vec<Value> = common
                .as_ref()
                .and_then(Value::as_array)
                .cloned()
                .unwrap_or_default();
            for method in METHODS {
                if let Some(Value::Object(operation)) = item.get_mut(method) {
                    operation_from_two(operation, &common, &shared, &consumes, &produces);
                }
            }
        }
    }
    out.insert("paths".to_owned(), paths);
    let mut components = Map::new();
    if let Some(definitions) = root.remove("definitions") {
        components.insert("schemas".to_owned(), definitions);
    }
    if let Some(Value::Object(parameters)) = root.remove("parameters") {
        let kept: Map<_, _> = parameters
            .into_iter()
            .filter(|(_, parameter)| {
                !matches!(
                    parameter.get("in").and_then(Value::as_str),
                    Some("body" | "formData")
                )
            })
            .map(|(name, mut parameter)| {
                parameter_from_two(&mut parameter);
                (name, parameter)
            })
            .collect();
        components.insert("parameters".to_owned(), Value::Object(kept));
    }
    if let Some(Value::Object(mut responses)) = root.remove("responses") {
        for response in responses.values_mut() {
            response_from_two(response, &produces);
        }
        components.insert("responses".to_owned(), Value::Object(responses));
    }
    if let Some(Value::Object(definitions)) = root.remove("securityDefinitions") {
        let schemes: Map<_, _> = definitions
            .into_iter()
            .map(|(name, scheme)| (name, scheme_from_two(scheme)))
            .collect();
        components.insert("securitySchemes".to_owned(), Value::Object(schemes));
    }
    out.insert("components".to_owned(), Value::Object(components));
    out.extend(root.into_iter().filter(|(key, _)| key.starts_with("x-")));
    let mut whole = Value::Object(out);
    references(&mut whole, 0);
    match whole {
        Value::Object(root) => root,
        _ => Map::new(),
    }
}

/// Points references of 2.0 to where 3.x keeps things.
fn references(value: &mut Value, depth: usize) {
    if depth > DEPTH {
        return;
    }
    match value {
        Value::Object(object) => {
            if let Some(Value::String(target)) = object.get_mut("$ref") {
                for (old, new) in [
                    ("#/definitions/", "#/components/schemas/"),
                    ("#/parameters/", "#/components/parameters/"),
                    ("#/responses/", "#/components/responses/"),
                ] {
                    if let Some(rest) = target.strip_prefix(old) {
                        *target = format!("{new}{rest}");
                        break;
                    }
                }
            }
            object
                .values_mut()
                .for_each(|value| references(value, depth + 1));
        }
        Value::Array(members) => members
            .iter_mut()
            .for_each(|value| references(value, depth + 1)),
        _ => {}
    }
}

fn operation_from_two(
    operation: &mut Map<String, Value>,
    common: &[Value],
    shared: &Value,
    consumes: &[String],
    produces: &[String],
) {
    let own = |key: &str, operation: &mut Map<String, Value>| -> Option<Vec<String>> {
        Some(
            operation
                .remove(key)?
                .as_array()?
                .iter()
                .filter_map(Value::as_str)
                .map(str::to_owned)
                .collect(),
        )
    };
    let consumes = own("consumes", operation).unwrap_or_else(|| consumes.to_vec());
    let produces = own("produces", operation).unwrap_or_else(|| produces.to_vec());
    operation.remove("schemes");
    let mut given: Vec<Value> = operation
        .remove("parameters")
        .and_then(|list| list.as_array().cloned())
        .unwrap_or_default();
    for parameter in common {
        let same = given.iter().any(|own| {
            own.get("name") == parameter.get("name")
                && own.get("in") == parameter.get("in")
                && own.get("name").is_some()
        });
        if !same {
            given.push(parameter.clone());
        }
    }
    let mut parameters = Vec::new();
    let mut form: Vec<Value> = Vec::new();
    for mut parameter in given {
        let resolved = parameter
            .get("$ref")
            .and_then(Value::as_str)
            .and_then(|target| target.strip_prefix("#/parameters/"))
            .and_then(|name| shared.get(name))
            .cloned();
        let place = resolved
            .as_ref()
            .unwrap_or(&parameter)
            .get("in")
            .and_then(Value::as_str)
            .map(str::to_owned);
        match place.as_deref() {
            Some("body") => {
                let body = resolved.unwrap_or(parameter);
                let types = if consumes.is_empty() {
                    vec!["application/json".to_owned()]
                } else {
                    consumes.clone()
                };
                let schema = body.get("schema").cloned().unwrap_or_else(|| json!({}));
                let content: Map<_, _> = types
                    .into_iter()
                    .map(|kind| (kind, json!({ "schema": schema })))
                    .collect();
                let mut request = Map::new();
                if let Some(text) = body.get("description") {
                    request.insert("description".to_owned(), text.clone());
                }
                request.insert("content".to_owned(), Value::Object(content));
                if body.get("required") == Some(&json!(true)) {
                    request.insert("required".to_owned(), json!(true));
                }
                operation.insert("requestBody".to_owned(), Value::Object(request));
            }
            Some("formData") => form.push(resolved.unwrap_or(parameter)),
            _ => {
                if resolved.is_none() {
                    parameter_from_two(&mut parameter);
                }
                parameters.push(parameter);
            }
        }
    }
    if !form.is_empty() {
        operation.insert("requestBody".to_owned(), form_body(form, &consumes));
    }
    if !parameters.is_empty() {
        operation.insert("parameters".to_owned(), Value::Array(parameters));
    }
    if let Some(Value::Object(responses)) = operation.get_mut("responses") {
        for response in responses.values_mut() {
            response_from_two(response, &produces);
        }
    }
}

fn form_body(fields: Vec<Value>, consumes: &[String]) -> Value {
    let files = fields
        .iter()
        .any(|field| field.get("type") == Some(&json!("file")));
    let mut properties = Map::new();
    let mut required = Vec::new();
    for mut field in fields {
        let name = field
            .get("name")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned();
        if field.get("required") == Some(&json!(true)) {
            required.push(json!(name));
        }
        parameter_from_two(&mut field);
        let mut schema = field.get("schema").cloned().unwrap_or_else(|| json!({}));
        if let (Some(text), Value::Object(schema)) = (field.get("description"), &mut schema) {
            schema.insert("description".to_owned(), text.clone());
        }
        properties.insert(name, schema);
    }
    let multipart = files || consumes.iter().any(|kind| kind == "multipart/form-data");
    let media = if multipart {
        "multipart/form-data"
    } else {
        "application/x-www-form-urlencoded"
    };
    let mut schema = json!({ "type": "object", "properties": properties });
    if let Value::Object(schema) = &mut schema
        && !required.is_empty()
    {
        schema.insert("required".to_owned(), Value::Array(required));
    }
    json!({ "content": { media: { "schema": schema } } })
}

/// Moves what 2.0 says of a value beside the parameter into its schema.
fn parameter_from_two(parameter: &mut Value) {
    let Value::Object(object) = parameter else {
        return;
    };
    if object.contains_key("$ref") || object.contains_key("schema") {
        return;
    }
    let mut schema = Map::new();
    for key in [
        "type",
        "format",
        "items",
        "default",
        "enum",
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "minLength",
        "maxLength",
        "pattern",
        "minItems",
        "maxItems",
        "uniqueItems",
        "multipleOf",
    ] {
        if let Some(value) = object.remove(key) {
            schema.insert(key.to_owned(), value);
        }
    }
    if schema.get("type") == Some(&json!("file")) {
        schema.insert("type".to_owned(), json!("string"));
        schema.insert("format".to_owned(), json!("binary"));
    }
    if let Some(Value::String(format)) = object.remove("collectionFormat") {
        let in_query = object.get("in").and_then(Value::as_str) == Some("query");
        match format.as_str() {
            "multi" => {
                object.insert("explode".to_owned(), json!(true));
            }
            "ssv" if in_query => {
                object.insert("style".to_owned(), json!("spaceDelimited"));
            }
            "pipes" if in_query => {
                object.insert("style".to_owned(), json!("pipeDelimited"));
            }
            _ if in_query => {
                object.insert("explode".to_owned(), json!(false));
            }
            _ => {}
        }
    }
    object.remove("allowEmptyValue");
    object.insert("schema".to_owned(), Value::Object(schema));
}

fn response_from_two(response: &mut Value, produces: &[String]) {
    let Value::Object(object) = response else {
        return;
    };
    if let Some(Value::Object(headers)) = object.get_mut("headers") {
        for header in headers.values_mut() {
            parameter_from_two(header);
        }
    }
    let examples = object.remove("examples");
    let Some(schema) = object.remove("schema") else {
        return;
    };
    let types = if produces.is_empty() {
        vec!["application/json".to_owned()]
    } else {
        produces.to_vec()
    };
    let content: Map<_, _> = types
        .into_iter()
        .map(|kind| {
            let mut media = Map::new();
            media.insert("schema".to_owned(), schema.clone());
            if let Some(example) = examples.as_ref().and_then(|examples| examples.get(&kind)) {
                media.insert("example".to_owned(), example.clone());
            }
            (kind, Value::Object(media))
        })
        .collect();
    object.insert("content".to_owned(), Value::Object(content));
}

fn scheme_from_two(scheme: Value) -> Value {
    let kind = scheme
        .get("type")
        .and_then(Value::as_str)
        .unwrap_or_default();
    match kind {
        "basic" => json!({ "type": "http", "scheme": "basic" }),
        "oauth2" => {
            let flow = match scheme.get("flow").and_then(Value::as_str) {
                Some("accessCode") => "authorizationCode",
                Some("application") => "clientCredentials",
                Some("password") => "password",
                _ => "implicit",
            };
            let mut object = Map::new();
            for key in ["authorizationUrl", "tokenUrl"] {
                if let Some(value) = scheme.get(key) {
                    object.insert(key.to_owned(), value.clone());
                }
            }
            object.insert(
                "scopes".to_owned(),
                scheme.get("scopes").cloned().unwrap_or_else(|| json!({})),
            );
            json!({ "type": "oauth2", "flows": { flow: object } })
        }
        _ => scheme,
    }
}

/// Rewrites the schemas of 3.0 in the dialect of 3.1. Examples and extensions stay as they are.
fn modernise(value: &mut Value, key: &str, depth: usize) {
    if depth > DEPTH
        || matches!(key, "example" | "examples" | "default" | "enum" | "const")
        || key.starts_with("x-")
    {
        return;
    }
    match value {
        Value::Array(members) => members
            .iter_mut()
            .for_each(|value| modernise(value, "", depth + 1)),
        Value::Object(object) => {
            let in_properties = key == "properties";
            if !in_properties {
                schema_members(object);
            }
            let keys: Vec<_> = object.keys().cloned().collect();
            for inner in keys {
                if let Some(value) = object.get_mut(&inner) {
                    let name = if in_properties { "" } else { inner.as_str() };
                    modernise(value, name, depth + 1);
                }
            }
        }
        _ => {}
    }
}

fn schema_members(object: &mut Map<String, Value>) {
    if object.get("nullable").and_then(Value::as_bool).is_some() {
        let nullable = object.remove("nullable") == Some(json!(true));
        if nullable {
            if let Some(kind @ Value::String(_)) = object.get_mut("type") {
                let name = kind.take();
                *kind = json!([name, "null"]);
            } else if let Some(target) = object.remove("$ref") {
                object.insert(
                    "anyOf".to_owned(),
                    json!([{ "$ref": target }, { "type": "null" }]),
                );
            }
            if let Some(Value::Array(values)) = object.get_mut("enum")
                && !values.contains(&Value::Null)
            {
                values.push(Value::Null);
            }
        }
    }
    for (exclusive, bound) in [
        ("exclusiveMinimum", "minimum"),
        ("exclusiveMaximum", "maximum"),
    ] {
        if let Some(Value::Bool(is)) = object.get(exclusive).cloned() {
            object.remove(exclusive);
            if is && let Some(value) = object.remove(bound) {
                object.insert(exclusive.to_owned(), value);
            }
        }
    }
}

/// Makes a document keep the rules that writers often forget: unique ids, each template parameter
/// declared once, an answer for every operation, information about the API.
fn normalise(document: &mut Value) {
    let lookup = document.clone();
    let Value::Object(root) = document else {
        return;
    };
    let info = root.entry("info").or_insert_with(|| json!({}));
    if let Value::Object(info) = info {
        info.entry("title").or_insert_with(|| json!("API"));
        info.entry("version").or_insert_with(|| json!("1.0.0"));
    }
    let paths = root.entry("paths").or_insert_with(|| json!({}));
    let Value::Object(paths) = paths else { return };
    let mut ids = std::collections::HashSet::new();
    for (path, item) in paths.iter_mut() {
        let Value::Object(item) = item else { continue };
        let common: Vec<Value> = item
            .get("parameters")
            .and_then(Value::as_array)
            .cloned()
            .unwrap_or_default();
        for method in METHODS {
            let Some(Value::Object(operation)) = item.get_mut(method) else {
                continue;
            };
            if let Some(Value::String(id)) = operation.get_mut("operationId") {
                let base = id.clone();
                let mut number = 2;
                while !ids.insert(id.clone()) {
                    *id = format!("{base}{number}");
                    number += 1;
                }
            }
            operation.entry("responses").or_insert_with(
                || json!({ "default": { "description": "The answer is not documented." } }),
            );
            declare(path, operation, &common, &lookup);
        }
    }
}

fn declare(path: &str, operation: &mut Map<String, Value>, common: &[Value], lookup: &Value) {
    let resolve = |parameter: &Value| -> Value {
        parameter
            .get("$ref")
            .and_then(Value::as_str)
            .and_then(|target| target.strip_prefix('#'))
            .and_then(|pointer| lookup.pointer(pointer))
            .cloned()
            .unwrap_or_else(|| parameter.clone())
    };
    let names = crate::extract::route_parameters(path);
    let mut kept: Vec<Value> = Vec::new();
    let mut seen: Vec<(String, String)> = Vec::new();
    for parameter in operation
        .get("parameters")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
    {
        let whole = resolve(parameter);
        let text = |key: &str| {
            whole
                .get(key)
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned()
        };
        let key = (text("in"), text("name"));
        let stray = key.0 == "path" && !names.contains(&key.1.as_str());
        if !stray && !seen.contains(&key) {
            let mut parameter = parameter.clone();
            if key.0 == "path"
                && parameter.get("$ref").is_none()
                && let Value::Object(parameter) = &mut parameter
            {
                parameter.insert("required".to_owned(), json!(true));
            }
            kept.push(parameter);
            seen.push(key);
        }
    }
    for name in names {
        let key = ("path".to_owned(), name.to_owned());
        let inherited = common.iter().map(resolve).any(|parameter| {
            parameter.get("in").and_then(Value::as_str) == Some("path")
                && parameter.get("name").and_then(Value::as_str) == Some(name)
        });
        if !seen.contains(&key) && !inherited {
            kept.push(json!({ "name": name, "in": "path", "required": true, "schema": { "type": "string" } }));
            seen.push(key);
        }
    }
    if kept.is_empty() {
        operation.remove("parameters");
    } else {
        operation.insert("parameters".to_owned(), Value::Array(kept));
    }
}
