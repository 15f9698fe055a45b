//! Generated calls: each holds its method, URL, parameters and body, and is what its language reads,
//! whatever stands in the values.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use ichiban_apidoc::calls::{self, Language};
use ichiban_apidoc::{Source, openapi};
use proptest::prelude::*;
use serde_json::{Value, json};

/// An API whose values are `text`: in the path, the query, a header, and the body, in every shape a
/// body has.
fn api(text: &str) -> Value {
    let parameter = |name: &str, place: &str| json!({"name": name, "in": place, "required": true, "schema": {"type": "string"}, "example": text});
    let parameters = json!([parameter("id", "path"), parameter("filter", "query")]);
    let header = json!({"name": "X-Note", "in": "header", "required": true, "schema": {"type": "string"}, "example": "noted"});
    let object = json!({"name": text, "count": 3, "on": true, "none": null, "list": [1, text, {}], "own": {"deep": [text]}});
    let form = json!({"schema": {"type": "object"}, "example": {"name": text, "count": 3}});
    let body = |kind: &str, media: Value| json!({"required": true, "content": {kind: media}});
    let answers = json!({"200": {"description": "It."}});
    json!({
        "openapi": "3.1.0", "info": {"title": "T", "version": "1"},
        "servers": [{"url": "https://api.test/v1"}],
        "security": [{"key": []}],
        "components": {"securitySchemes": {"key": {"type": "http", "scheme": "bearer"}}},
        "paths": {"/things/{id}": {
            "parameters": parameters,
            "get": {"operationId": "read", "parameters": [header], "responses": answers},
            "put": {"operationId": "write", "requestBody": body("application/json", json!({"schema": {}, "example": object})), "responses": answers},
            "post": {"operationId": "form", "requestBody": body("application/x-www-form-urlencoded", form.clone()), "responses": answers},
            "patch": {"operationId": "parts", "requestBody": body("multipart/form-data", form), "responses": answers},
            "delete": {"operationId": "remove", "responses": answers},
            "head": {"operationId": "peek", "responses": answers}
        }}
    })
}

fn encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                char::from(byte).to_string()
            }
            byte => format!("%{byte:02X}"),
        })
        .collect()
}

fn call(document: &Value, id: &str, language: Language) -> String {
    let requests = calls::requests(document, Some(id));
    assert_eq!(requests.len(), 1, "{id}");
    calls::write(&requests[0], language)
}

#[test]
fn every_call_holds_its_method_its_url_its_parameters_and_its_body() {
    let value = "a b&c";
    let document = api(value);
    for (id, method) in [
        ("read", "GET"),
        ("write", "PUT"),
        ("form", "POST"),
        ("parts", "PATCH"),
        ("remove", "DELETE"),
        ("peek", "HEAD"),
    ] {
        for (name, language) in Language::ALL {
            let written = call(&document, id, language);
            let holds = |part: &str| {
                assert!(
                    written.contains(part),
                    "{name}, {id}: no {part} in\n{written}"
                );
            };
            let lower = written.to_lowercase();
            assert!(
                lower.contains(&method.to_lowercase()),
                "{name}, {id}: no {method} in\n{written}"
            );
            holds(&format!("https://api.test/v1/things/{}", encoded(value)));
            holds("filter");
            let occurs =
                written.contains(&format!("filter={}", encoded(value))) || written.contains(value);
            assert!(occurs, "{name}, {id}: no value of the query in\n{written}");
            holds("API_TOKEN");
            match id {
                "read" => {
                    holds("X-Note");
                    holds("noted");
                }
                "write" => {
                    holds("count");
                    holds("deep");
                    assert!(
                        written.matches(value).count() >= 3,
                        "{name}: the body is not whole:\n{written}"
                    );
                }
                "form" | "parts" => {
                    holds("count");
                    let has_value =
                        written.contains(value) || written.matches(&encoded(value)).count() >= 3;
                    assert!(
                        has_value,
                        "{name}, {id}: no value of the form in\n{written}"
                    );
                }
                _ => {}
            }
        }
    }
}

#[test]
fn a_key_replaces_the_header_that_documents_it() {
    let mut document = api("x");
    document["components"]["securitySchemes"]["key"] =
        json!({"type": "apiKey", "in": "header", "name": "X-Note"});
    let written = call(&document, "read", Language::Http);
    assert_eq!(
        written.to_lowercase().matches("x-note").count(),
        1,
        "{written}"
    );
    assert!(written.contains("API_TOKEN"), "{written}");
}

/// The words of a shell's line, as POSIX quotes them (2.2), with variables empty; none if a quote is
/// not closed.
fn words(line: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        match c {
            '\'' => {
                let word = word.get_or_insert_default();
                loop {
                    match chars.next()? {
                        '\'' => break,
                        c => word.push(c),
                    }
                }
            }
            '"' => {
                let word = word.get_or_insert_default();
                loop {
                    match chars.next()? {
                        '"' => break,
                        '\\' => match chars.next()? {
                            c @ ('"' | '\\' | '$' | '`') => word.push(c),
                            c => word.extend(['\\', c]),
                        },
                        '`' => return None,
                        c => word.push(c),
                    }
                }
            }
            '\\' => match chars.next()? {
                '\n' => {}
                c => word.get_or_insert_default().push(c),
            },
            ' ' | '\n' | '\t' => words.extend(word.take()),
            c => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    Some(words)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_value_ends_its_string(text in r#"([a-z ]|['"\\`$!{}#%\n\t\u{1}\u{8}\u{7f}é🚀]|\$\{x\}|\$\(x\)|\\u|EOF){0,12}"#) {
        let document = api(&text);
        for id in ["read", "write", "form", "parts", "remove", "peek"] {
            let rust = call(&document, id, Language::Rust);
            let program = format!("async fn call() -> Result<(), Box<dyn std::error::Error>> {{ {rust} Ok(()) }}");
            prop_assert!(syn::parse_file(&program).is_ok(), "{}", rust);
            let shell = call(&document, id, Language::Curl);
            let Some(words) = words(&shell) else {
                return Err(TestCaseError::fail(format!("a quote is open: {shell}")));
            };
            prop_assert_eq!(&words[0], "curl");
            if id == "write" {
                let at = words.iter().position(|word| word == "-d").unwrap();
                let sent: Value = serde_json::from_str(&words[at + 1]).unwrap();
                prop_assert_eq!(sent["own"]["deep"][0].as_str(), Some(text.as_str()));
            }
        }
    }
}

#[test]
fn an_operation_is_called_at_the_server_of_its_own_api() {
    let api = |server: Value, path: &str| {
        Source::OpenApi(json!({
            "openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "servers": server,
            "paths": {path: {"get": {"operationId": path.trim_start_matches('/'), "responses": {}}}},
        }))
    };
    let sources = || {
        vec![
            api(json!([{"url": "https://one.test"}]), "/a"),
            api(
                json!([{"url": "https://{region}.two.test/v2", "variables": {"region": {"default": "eu"}}}]),
                "/b",
            ),
            api(json!([{"url": "/"}]), "/c"),
        ]
    };
    let urls = |document: &Value| -> Vec<String> {
        let requests = calls::requests(document, None);
        requests.into_iter().map(|request| request.url).collect()
    };
    let (document, _) = openapi::compile(sources(), None);
    assert_eq!(
        urls(&document),
        [
            "https://one.test/a",
            "https://eu.two.test/v2/b",
            "https://one.test/c"
        ],
    );
    let form = calls::form(&document, "GET", "/b").unwrap();
    assert_eq!(form.servers, ["https://eu.two.test/v2"]);

    let (document, _) = openapi::compile(sources(), Some("https://mine.test"));
    assert_eq!(
        urls(&document),
        [
            "https://mine.test/a",
            "https://mine.test/b",
            "https://mine.test/c"
        ],
    );
}
