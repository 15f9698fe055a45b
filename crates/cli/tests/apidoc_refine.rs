//! `ichiban apidoc refine`, against a scripted model.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use ichiban_replay::{Options, Server};
use serde_json::Value;

const DEPOT: &str = "# Depot\n\n## List\n\n`GET /crates`\n\n## Moving\n\nYou post to /crates/{id}/moves and the crate moves. Its field bay is a string.\n";

fn depot(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("depot.md");
    std::fs::write(&path, DEPOT).unwrap();
    path
}

fn at(server: &Server, scenario: &str) -> String {
    format!("{}/v1", server.url(scenario))
}

fn refine(endpoint: &str, path: &Path, more: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_ichiban"))
        .args(["apidoc", "refine"])
        .arg(path)
        .args([
            "--endpoint",
            endpoint,
            "--wire",
            "openai-chat",
            "--model",
            "m",
        ])
        .args(more)
        .output()
        .unwrap()
}

fn says(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn what_the_model_can_quote_is_added_and_the_rest_is_counted() {
    let server = Server::start(&Options::default()).unwrap();
    let endpoint = at(&server, "refined,model=inventive");
    let output = refine(&endpoint, &depot("refined"), &[]);
    assert!(output.status.success(), "{}", says(&output));
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    let moves = &document["paths"]["/crates/{id}/moves"]["post"];
    let body = &moves["requestBody"]["content"]["application/json"]["schema"];
    assert_eq!(body["properties"]["bay"]["type"], "string", "{document}");
    assert!(moves["x-evidence"][0]["line"].is_u64());
    assert!(document["paths"]["/secrets/{id}"].is_null());
    let told = says(&output);
    assert!(
        told.contains("POST /crates/{id}/moves: “You post"),
        "{told}"
    );
    assert!(
        told.contains("1 of 1 sections read, 0 given up; 1 operations"),
        "{told}"
    );
    assert!(told.contains("3 dropped for want of proof"), "{told}");
}

#[test]
fn a_dry_run_says_what_would_be_sent_and_sends_nothing() {
    let server = Server::start(&Options::default()).unwrap();
    let endpoint = at(&server, "dry");
    let output = refine(&endpoint, &depot("dry"), &["--dry-run", "--prices", "2,8"]);
    assert!(output.status.success(), "{}", says(&output));
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(
        told.contains("depot.md: Depot") && told.contains("1 requests, about "),
        "{told}"
    );
    assert!(told.contains("in the currency of the prices"), "{told}");
    assert!(server.sent("dry").is_empty());
    let output = refine(&endpoint, &depot("dry"), &["--dry-run", "--prices", "2"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn an_endpoint_that_fails_is_told_and_what_was_read_is_written() {
    let server = Server::start(&Options::default()).unwrap();
    let output = refine(&at(&server, "locked,key=right"), &depot("locked"), &[]);
    assert_eq!(output.status.code(), Some(3));
    assert!(says(&output).contains("key"), "{}", says(&output));
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(document["paths"]["/crates"]["get"].is_object());
    // An answer that is cut each time is given up, and what was accepted of it stays.
    let output = refine(
        &at(&server, "cut,model=operations,cut=70"),
        &depot("cut"),
        &[],
    );
    assert_eq!(output.status.code(), Some(1), "{}", says(&output));
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(
        document["paths"]["/crates/{id}/moves"]["post"].is_object(),
        "{}",
        says(&output)
    );
}
