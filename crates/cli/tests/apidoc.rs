//! `ichiban apidoc openapi`, `calls`, `evidence` and `ask`, as a person or a script runs them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// A folder of its own for a test, emptied first.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn write(folder: &Path, name: &str, text: &str) -> String {
    let path = folder.join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, text).unwrap();
    path.to_string_lossy().into_owned()
}

fn ichiban(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_ichiban"))
        .arg("apidoc")
        .args(args)
        .output()
        .unwrap()
}

/// The same with something in standard input.
fn fed(args: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_ichiban"))
        .arg("apidoc")
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(input.as_bytes())
        .unwrap();
    child.wait_with_output().unwrap()
}

fn text(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap()
}

fn says(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

const THINGS: &str = "# Things API v2.1\n\nThe base URL is `https://api.test/v2`.\n\n\
    ## List things\n\n`GET /things`\n\nLists all of them.\n\n\
    | Parameter | Type | Required | Description |\n|--|--|--|--|\n| limit | integer | yes | How many. |\n\n\
    ## Make a thing\n\n`POST /things`\n\n### Body\n\n\
    | Name | Type | Required | Description |\n|--|--|--|--|\n| `name` | string | yes | What it is called. |\n\n\
    ```json\n{\"name\": \"it's \\\"new\\\"\"}\n```\n\n\
    ## Remove a thing\n\n`DELETE /things/{id}`\n\nRemoves it for ever.\n";

/// The specification of [`THINGS`], as a file.
fn specification(folder: &Path) -> String {
    let source = write(folder, "things.md", THINGS);
    let output = ichiban(&["openapi", &source]);
    assert!(output.status.success(), "{}", says(&output));
    write(folder, "things.json", &text(&output))
}

#[test]
fn documentation_becomes_openapi_in_both_formats() {
    let folder = folder("apidoc-openapi");
    let source = write(&folder, "things.md", THINGS);
    let document = json(&ichiban(&["openapi", &source]));
    assert_eq!(document["openapi"], "3.1.1");
    assert_eq!(document["info"]["title"], "Things API v2.1");
    assert_eq!(document["info"]["version"], "2.1");
    assert_eq!(document["servers"][0]["url"], "https://api.test/v2");
    assert_eq!(document["paths"].as_object().unwrap().len(), 2);
    let yaml = ichiban(&["openapi", "--format", "yaml", &source]);
    assert!(yaml.status.success());
    // What was written is read again, and is the same.
    let read = write(&folder, "things.yaml", &text(&yaml));
    assert_eq!(json(&ichiban(&["openapi", &read])), document);
}

#[test]
fn a_base_url_that_is_given_goes_before_what_documents_say() {
    let folder = folder("apidoc-base");
    let source = write(&folder, "things.md", THINGS);
    let document = json(&ichiban(&[
        "openapi",
        "--base-url",
        "https://own.test",
        &source,
    ]));
    assert_eq!(
        document["servers"],
        serde_json::json!([{ "url": "https://own.test" }])
    );
}

#[test]
fn folders_and_standard_input_are_read() {
    let folder = folder("apidoc-folder");
    write(&folder, "a/things.md", "## GET /things\n\nLists things.\n");
    write(&folder, "a/users.md", "## GET /users\n\nLists users.\n");
    std::fs::write(folder.join("a/logo.png"), b"\x89PNG\0\0\xff\xfe\xfd").unwrap();
    let output = ichiban(&["openapi", &folder.join("a").to_string_lossy()]);
    assert!(output.status.success(), "{}", says(&output));
    assert!(says(&output).contains("logo.png"), "{}", says(&output));
    assert_eq!(json(&output)["paths"].as_object().unwrap().len(), 2);
    let output = fed(&["openapi", "-"], THINGS);
    assert_eq!(json(&output)["paths"].as_object().unwrap().len(), 2);
}

#[test]
fn calls_are_written_in_every_form() {
    let folder = folder("apidoc-calls");
    let specification = specification(&folder);
    for (form, holds) in [
        ("curl", "curl "),
        ("fetch", "await fetch("),
        ("python", "import requests"),
        ("httpx", "import httpx"),
        ("rust", "reqwest"),
        ("go", "http.NewRequest"),
        ("httpie", "http "),
        ("http", "POST https://api.test/v2/things"),
    ] {
        let output = ichiban(&["calls", "--as", form, &specification]);
        assert!(output.status.success(), "{form}: {}", says(&output));
        let written = text(&output);
        assert!(written.contains(holds), "{form}: {written}");
        for part in ["https://api.test/v2/things", "limit", "name"] {
            assert!(written.contains(part), "{form} without {part}: {written}");
        }
    }
    for form in ["openai-tools", "anthropic-tools", "mcp"] {
        let tools = ichiban(&["calls", "--as", form, &specification]);
        let tools = json(&tools);
        let listed = tools.as_array().unwrap();
        assert_eq!(listed.len(), 3, "{form}: {tools}");
        let written = tools.to_string();
        assert!(
            !written.contains("x-evidence") && !written.contains("x-confidence"),
            "{form}: {written}"
        );
    }
}

#[test]
fn one_operation_is_picked_by_its_id() {
    let folder = folder("apidoc-operation");
    let specification = specification(&folder);
    let output = ichiban(&[
        "calls",
        "--as",
        "http",
        "--operation",
        "deleteThingsById",
        &specification,
    ]);
    let written = text(&output);
    assert!(
        written.contains("DELETE ") && !written.contains("POST "),
        "{written}"
    );
    let output = ichiban(&[
        "calls",
        "--as",
        "mcp",
        "--operation",
        "deleteThingsById",
        &specification,
    ]);
    assert_eq!(json(&output).as_array().unwrap().len(), 1);
    let output = ichiban(&[
        "calls",
        "--as",
        "curl",
        "--operation",
        "none",
        &specification,
    ]);
    assert_eq!(output.status.code(), Some(1));
    assert!(says(&output).contains("none"), "{}", says(&output));
}

#[test]
fn evidence_leads_to_operations_parameters_and_fields() {
    let folder = folder("apidoc-evidence");
    let specification = specification(&folder);
    let list = json(&ichiban(&["evidence", &specification]));
    let of = |method: &str| {
        let entry = list
            .as_array()
            .unwrap()
            .iter()
            .find(|entry| entry["method"] == method);
        entry.unwrap().clone()
    };
    let at = |place: &Value| {
        assert_eq!(place["evidence"][0]["source"], "things.md");
        let start = usize::try_from(place["evidence"][0]["start"].as_u64().unwrap()).unwrap();
        THINGS[start..].to_owned()
    };
    let listed = of("GET");
    assert!(at(&listed).starts_with("`GET /things`"), "{listed}");
    assert!(
        at(&listed["parameters"][0]).starts_with("| limit"),
        "{listed}"
    );
    assert!(listed["parameters"][0]["confidence"].as_f64().unwrap() > 0.4);
    let made = of("POST");
    assert_eq!(made["body"][0]["name"], "name");
    assert!(at(&made["body"][0]).starts_with("| `name`"), "{made}");
    assert!(made["body"][0]["confidence"].as_f64().unwrap() > 0.4);
}

#[test]
fn questions_are_answered_with_places() {
    let folder = folder("apidoc-ask");
    let source = write(&folder, "things.md", THINGS);
    let output = ichiban(&["ask", "which endpoint removes a thing", &source]);
    assert!(output.status.success(), "{}", says(&output));
    let first = text(&output);
    assert!(first.starts_with("things.md:"), "{first}");
    assert!(
        first
            .lines()
            .nth(1)
            .unwrap()
            .contains("DELETE /things/{id}"),
        "{first}"
    );
    let output = ichiban(&["ask", "--most", "1", "thing", &source]);
    assert_eq!(text(&output).matches("things.md:").count(), 1);
    let output = ichiban(&["ask", "xylophone", &source]);
    assert_eq!(output.status.code(), Some(1));
    assert!(says(&output).contains("other words"), "{}", says(&output));
}

#[test]
fn bad_input_is_told_of_and_ends_with_two() {
    let folder = folder("apidoc-bad");
    let refused = |args: &[&str], words: &str| {
        let output = ichiban(args);
        assert_eq!(output.status.code(), Some(2), "{args:?}: {}", says(&output));
        assert!(says(&output).contains(words), "{args:?}: {}", says(&output));
        assert!(output.stdout.is_empty(), "{args:?}");
    };
    let missing = folder.join("missing.md").to_string_lossy().into_owned();
    for command in [
        &["openapi", &missing][..],
        &["ask", "x", &missing],
        &["evidence", &missing],
    ] {
        refused(command, "missing.md");
    }
    let broken = write(&folder, "broken.json", "{\"openapi\": \"3.1.0\",\n  oops}");
    refused(&["openapi", &broken], "broken.json:2:");
    refused(&["calls", "--as", "curl", &broken], "not JSON");
    let pdf = write(&folder, "broken.pdf", "%PDF-1.7\nnothing");
    refused(&["openapi", &pdf], "damaged");
    let prose = write(&folder, "prose.md", "# Nothing to call\n");
    refused(&["calls", "--as", "curl", &prose], "ichiban apidoc openapi");
    let empty = folder.join("empty");
    std::fs::create_dir_all(&empty).unwrap();
    refused(&["openapi", &empty.to_string_lossy()], "Nothing to read");
    // Wrong flags are the parser's to refuse, with the same status.
    let output = ichiban(&["calls", "--as", "cobol", &prose]);
    assert_eq!(output.status.code(), Some(2));
}
