//! What holds for every input: reading ends, and what is written is a valid `OpenAPI` document.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::HashSet;

use ichiban_apidoc::{Source, calls, openapi, read, tools};
use proptest::prelude::*;
use serde_json::{Value, json};

/// The rules of `OpenAPI` 3.1 that a wrong reading could break.
fn assert_valid(document: &Value) {
    assert_eq!(document["openapi"], "3.1.1");
    assert!(document["info"]["title"].is_string() && document["info"]["version"].is_string());
    let mut ids = HashSet::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        assert!(path.starts_with('/'), "{path}");
        let mut names: Vec<&str> = path
            .split('{')
            .skip(1)
            .filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
            .collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count, "{path} names a parameter twice");
        for (_, operation) in item.as_object().unwrap() {
            assert!(ids.insert(operation["operationId"].as_str().unwrap().to_owned()));
            assert!(!operation["responses"].as_object().unwrap().is_empty());
            let mut seen = HashSet::new();
            for parameter in operation["parameters"].as_array().into_iter().flatten() {
                let key = (
                    parameter["in"].as_str().unwrap(),
                    parameter["name"].as_str().unwrap(),
                );
                assert!(seen.insert(key), "{path} declares {key:?} twice");
                assert!(
                    key.0 != "path" || (names.contains(&key.1) && parameter["required"] == true)
                );
            }
            for name in &names {
                assert!(seen.contains(&("path", *name)), "{path} lacks {name}");
            }
        }
    }
}

const PIECES: [&str; 40] = [
    "# Users\n",
    "## `GET /users/{id}`\n",
    "GET /a/:b/<c>\n",
    "### Parameters\n\n",
    "- `name` (string, required): text\n",
    "| Name | Type |\n|---|---|\n| a? | int |\n",
    "```\nPOST /x/{a}/{a}\n```\n",
    "curl -X POST https://h.test/v1/x -d '{\"a\": 1}'\n",
    "<Route method=\"PUT\">/z</Route>\n",
    "<ParamField path=\"id\">\n",
    "</ParamField>\n",
    "{% swagger %}\n",
    "**Query parameters**:\n\n",
    "<table><tr><td>a",
    "</table>",
    "<dl><dt>DELETE /q</dt><dd>",
    "\n\n",
    "    code\n",
    "> quote\n",
    "* [ ] x\n",
    "HTTP/1.1 200 OK\n\n{}\n",
    "`",
    "**",
    "[",
    "](",
    "\\{",
    "{",
    "}",
    "<",
    ">",
    "/",
    ":",
    "é",
    "\u{0}",
    "\r\n",
    ".. http:get:: /u/(id)\n\n   :query q: text\n",
    "====\n",
    "+---+\n| a |\n+---+\n",
    ":field: x\n",
    "?a=1&b[]=<c>",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_pieces_of_documentation_give_a_valid_document(
        pieces in proptest::collection::vec(0..PIECES.len(), 0..60),
        extension in prop_oneof![Just("md"), Just("mdx"), Just("html"), Just("rst"), Just("txt")],
    ) {
        let text: String = pieces.iter().map(|piece| PIECES[*piece]).collect();
        if let Ok(source) = read(&format!("page.{extension}"), text.as_bytes()) {
            let (document, _) = openapi::compile(vec![source], None);
            assert_valid(&document);
            for (_, language) in calls::Language::ALL {
                for request in calls::requests(&document, None) {
                    prop_assert!(!calls::write(&request, language).is_empty());
                }
            }
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        for name in ["a.md", "a.html", "a.rst", "a.json", "a.yaml", "a.pdf", "a"] {
            let _ = read(name, &bytes);
        }
    }
}

fn compile(name: &str, text: &str) -> Value {
    openapi::compile(vec![read(name, text.as_bytes()).unwrap()], None).0
}

#[test]
fn nested_elements_and_lists_end() {
    compile(
        "deep.html",
        &format!("{}GET /a{}", "<div>".repeat(2_000), "</div>".repeat(2_000)),
    );
    compile("deep.md", &format!("{}- x", "> ".repeat(5_000)));
    compile("deep.mdx", &"<Tab>\n".repeat(3_000));
}

#[test]
fn swagger_two_becomes_openapi_three_one() {
    let source = json!({
        "swagger": "2.0", "info": {"title": "T", "version": "2"}, "host": "api.test", "basePath": "/v2", "schemes": ["https"], "consumes": ["application/json"],
        "paths": {"/pets/{id}": {"parameters": [{"name": "id", "in": "path", "required": true, "type": "integer", "format": "int64"}],
            "post": {"operationId": "set", "parameters": [{"in": "body", "name": "pet", "required": true, "schema": {"$ref": "#/definitions/Pet"}}], "responses": {"200": {"description": "ok", "schema": {"$ref": "#/definitions/Pet"}}}},
            "put": {"operationId": "set", "parameters": [{"in": "formData", "name": "photo", "type": "file", "required": true}], "responses": {"200": {"description": "ok"}}}}},
        "definitions": {"Pet": {"type": "object", "properties": {"name": {"type": "string"}}}},
        "securityDefinitions": {"key": {"type": "apiKey", "in": "header", "name": "X-Key"}},
    });
    let document = compile("s.json", &source.to_string());
    assert_valid(&document);
    assert_eq!(document["servers"][0]["url"], "https://api.test/v2");
    let post = &document["paths"]["/pets/{id}"]["post"];
    assert_eq!(
        post["requestBody"]["content"]["application/json"]["schema"]["$ref"],
        "#/components/schemas/Pet"
    );
    assert_eq!(post["parameters"][0]["schema"]["format"], "int64");
    let form = &document["paths"]["/pets/{id}"]["put"]["requestBody"]["content"]["multipart/form-data"]
        ["schema"];
    assert_eq!(form["required"], json!(["photo"]));
    assert_ne!(
        document["paths"]["/pets/{id}"]["put"]["operationId"],
        post["operationId"]
    );
}

#[test]
fn nullable_and_exclusive_bounds_of_three_zero_are_rewritten() {
    let document = compile(
        "o.yaml",
        "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths:\n  /a:\n    get:\n      operationId: a\n      parameters:\n        - {name: count, in: query, schema: {type: integer, nullable: true, minimum: 1, exclusiveMinimum: true}}\n      responses: {'200': {description: ok}}\n",
    );
    assert_valid(&document);
    let schema = &document["paths"]["/a"]["get"]["parameters"][0]["schema"];
    assert_eq!(
        schema,
        &json!({"type": ["integer", "null"], "exclusiveMinimum": 1})
    );
}

#[test]
fn references_in_a_circle_end() {
    let document = compile(
        "c.json",
        &json!({"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {"/a": {"post": {"operationId": "a", "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}}}, "responses": {"200": {"description": "ok"}}}}},
            "components": {"schemas": {"A": {"type": "object", "properties": {"next": {"$ref": "#/components/schemas/A"}, "loop": {"$ref": "#/components/schemas/B"}}}, "B": {"$ref": "#/components/schemas/B"}}}}).to_string(),
    );
    assert_eq!(calls::requests(&document, Some("a")).len(), 1);
    for house in [
        tools::House::OpenAi,
        tools::House::Anthropic,
        tools::House::Mcp,
    ] {
        assert_eq!(
            tools::write(&document, house, None)
                .as_array()
                .unwrap()
                .len(),
            1
        );
    }
}

#[test]
fn keys_and_passwords_of_recordings_do_not_get_out() {
    let secret = "s3cr3t-Value-0123456789abcdef";
    let har = json!({"log": {"entries": [{"request": {"method": "POST", "url": format!("https://api.test/v1/login?api_key={secret}&q=x"),
        "headers": [{"name": "Authorization", "value": format!("Bearer {secret}")}, {"name": "Cookie", "value": format!("sid={secret}")}, {"name": "X-Api-Key", "value": secret}, {"name": "X-Trace", "value": "7"}],
        "postData": {"mimeType": "application/json", "text": json!({"user": "u", "password": secret}).to_string()}},
        "response": {"status": 200, "content": {"mimeType": "application/json", "text": json!({"token": secret, "id": 3}).to_string()}}}]}});
    let postman = json!({"info": {"name": "P"}, "item": [{"name": "x", "request": {"method": "GET", "url": {"raw": "https://api.test/x", "host": ["api", "test"], "path": ["x"]},
        "header": [{"key": "X-Auth-Token", "value": secret}], "auth": {"type": "bearer", "bearer": [{"key": "token", "value": secret}]}}}]});
    let curl = format!(
        "curl https://api.test/y -u user:{secret} -H 'X-Api-Key: {secret}' -d '{{\"secret\": \"{secret}\"}}'\n"
    );
    for (name, text) in [
        ("a.har", har.to_string()),
        ("a.json", postman.to_string()),
        ("a.txt", curl),
    ] {
        let document = compile(name, &text);
        assert_valid(&document);
        let written = document.to_string();
        assert!(!written.contains(secret), "{name}: {written}");
        assert!(
            document["components"]["securitySchemes"].is_object(),
            "{name}"
        );
    }
}

#[test]
fn ids_of_recorded_urls_are_templated_and_sibling_routes_are_not_swallowed() {
    let urls = [
        "users/1",
        "users/2",
        "users/me",
        "users/1/posts",
        "users/2/posts",
        "label/alpha/values",
        "label/beta/values",
        "status/config",
        "status/flags",
    ];
    let entries: Vec<_> = urls.iter().map(|url| json!({"request": {"method": "GET", "url": format!("https://api.test/{url}"), "headers": []}, "response": {"status": 200, "content": {"mimeType": "application/json"}}})).collect();
    let document = compile("a.har", &json!({"log": {"entries": entries}}).to_string());
    let mut paths: Vec<_> = document["paths"]
        .as_object()
        .unwrap()
        .keys()
        .cloned()
        .collect();
    paths.sort();
    assert_eq!(
        paths,
        [
            "/label/{labelId}/values",
            "/status/config",
            "/status/flags",
            "/users/me",
            "/users/{userId}",
            "/users/{userId}/posts"
        ]
    );
}

#[test]
fn strict_tools_name_every_member_and_take_no_other() {
    let document = compile(
        "a.md",
        "## GET /a/{id}\n\n### Query parameters\n\n- `limit` (integer, optional): How many\n",
    );
    let tools = tools::write(&document, tools::House::OpenAi, None);
    let parameters = &tools[0]["function"]["parameters"];
    assert_eq!(parameters["required"], json!(["id", "limit"]));
    assert_eq!(
        parameters["properties"]["limit"]["type"],
        json!(["integer", "null"])
    );
    assert_eq!(parameters["additionalProperties"], false);
}

#[test]
fn what_cannot_be_read_is_refused_with_its_reason() {
    assert!(read("a.bin", &[0, 159, 146, 150, 0, 1]).is_err());
    let error = read("a.json", b"{\"x\": }").unwrap_err().to_string();
    assert!(error.contains("a.json:1:"), "{error}");
    let error = read("a.pdf", b"%PDF-1.4 nothing").unwrap_err().to_string();
    assert!(error.contains("damaged"), "{error}");
    let (document, notes) = openapi::compile(
        vec![read("a.md", b"# Hello\n\nNo API here.\n").unwrap()],
        None,
    );
    assert_valid(&document);
    assert!(notes.iter().any(|note| note.code == "no-operations"));
    assert!(matches!(read("a.md", b"x"), Ok(Source::Document(_))));
}
