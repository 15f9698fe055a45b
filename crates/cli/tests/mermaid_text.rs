//! `ichiban mermaid from`, `check`, `fix`, `format` and `diff`, as a person or a script runs them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

/// Runs a command with files in its folder and a text on its standard input.
fn run(files: &[(&str, &str)], args: &[&str], input: &str) -> Output {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    in_folder(folder.path(), args, input)
}

fn in_folder(folder: &Path, args: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_ichiban"))
        .current_dir(folder)
        .arg("mermaid")
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

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn err(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

fn document(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap()
}

const SQL: &str = "CREATE TABLE users (id INT PRIMARY KEY);\n\
                   CREATE TABLE orders (id INT PRIMARY KEY, user_id INT NOT NULL REFERENCES users (id));\n";
const VALID: &str = "flowchart TD\n  A --> B\n";
const BROKEN: &str = "flowchart TD\n  A[Call f(x)] --> B\n";

#[test]
fn a_kind_is_named_or_told_from_the_file() {
    let named = run(&[("a.txt", SQL)], &["from", "sql", "a.txt"], "");
    let told = run(&[("a.txt", SQL)], &["from", "auto", "a.txt"], "");
    let piped = run(&[], &["from", "auto", "-"], SQL);
    assert_eq!(code(&named), 0, "{}", err(&named));
    assert!(out(&named).starts_with("erDiagram"), "{}", out(&named));
    assert!(out(&named).contains("users ||..o{ orders"));
    assert_eq!(out(&told), out(&named));
    assert_eq!(out(&piped), out(&named));

    let json = run(&[("a.sql", SQL)], &["from", "auto", "a.sql", "--json"], "");
    let json = document(&json);
    assert_eq!(json["source"], "sql");
    assert_eq!(json["text"], out(&named));
    assert_eq!(json["left_out"], json!([]));
}

#[test]
fn several_files_are_one_diagram_and_settings_count() {
    let files = [
        ("a.rs", "pub struct A { b: B }"),
        ("b.rs", "pub struct B { n: u8 }"),
    ];
    let both = run(&files, &["from", "rust", "a.rs", "b.rs"], "");
    assert_eq!(code(&both), 0, "{}", err(&both));
    assert!(out(&both).contains("class A") && out(&both).contains("class B"));
    let names = run(
        &files,
        &[
            "from",
            "rust",
            "a.rs",
            "b.rs",
            "--detail",
            "names",
            "--exclude",
            "B",
        ],
        "",
    );
    assert!(!out(&names).contains("class B") && !out(&names).contains("n: u8"));
    assert!(err(&names).contains("left out"), "{}", err(&names));
}

#[test]
fn what_cannot_be_a_diagram_is_told_and_fails() {
    let unknown = run(&[], &["from", "auto", "-"], "\u{1}\u{2}");
    assert_eq!(code(&unknown), 1);
    assert!(
        err(&unknown).contains("no kind of source"),
        "{}",
        err(&unknown)
    );
    assert_eq!(out(&unknown), "");

    let broken = run(&[("a.json", "{\"a\": ")], &["from", "json", "a.json"], "");
    assert_eq!(code(&broken), 1);
    assert!(err(&broken).contains("a.json:1:"), "{}", err(&broken));

    let kind = run(&[], &["from", "nothing", "-"], "");
    assert_eq!(code(&kind), 2);
    assert!(err(&kind).contains("json-schema"), "{}", err(&kind));

    let setting = run(&[], &["from", "json", "-", "--limit", "9000"], "{\"a\": 1}");
    assert_eq!(code(&setting), 1);
    assert!(err(&setting).contains("1 to 500"), "{}", err(&setting));

    let missing = run(&[], &["from", "json", "no.json"], "");
    assert_eq!(code(&missing), 2);
    assert!(err(&missing).contains("no.json"), "{}", err(&missing));
}

#[test]
fn check_prints_diagnostics_and_fails_if_there_are_any() {
    let valid = run(&[("a.mmd", VALID)], &["check", "a.mmd"], "");
    assert_eq!((code(&valid), document(&valid)), (0, json!([])));

    let broken = run(&[], &["check", "-"], BROKEN);
    assert_eq!(code(&broken), 1);
    let found = document(&broken);
    let [only] = found.as_array().unwrap().as_slice() else {
        panic!("{found}");
    };
    assert_eq!(only["severity"], "error");
    assert_eq!(only["code"], "syntax");
    assert!(only["line"].as_u64().unwrap() > 1);
    assert!(only["column"].as_u64().unwrap() > 0);
    assert!(only["hint"].as_str().unwrap().contains("`fix` mends it"));
}

#[test]
fn fix_prints_the_text_or_what_was_changed() {
    let fixed = run(&[("a.mmd", BROKEN)], &["fix", "a.mmd"], "");
    assert_eq!(code(&fixed), 0, "{}", err(&fixed));
    assert_eq!(out(&fixed), "flowchart TD\n  A[\"Call f(x)\"] --> B\n");

    let told = run(&[], &["fix", "-", "--changes"], BROKEN);
    let told = document(&told);
    assert_eq!(told["text"], out(&fixed));
    assert_eq!(told["remaining"], json!([]));
    let [change] = told["changes"].as_array().unwrap().as_slice() else {
        panic!("{told}");
    };
    assert_eq!(change["line"], 2);
    assert!(change["code"].is_string() && change["message"].is_string());

    let kept = run(&[], &["fix", "-"], VALID);
    assert_eq!((code(&kept), out(&kept)), (0, VALID));

    let hopeless = "flowchart TD\n  A ]]]((( --> |\n";
    let left = run(&[], &["fix", "-", "--changes"], hopeless);
    assert_eq!(code(&left), 1);
    assert!(!document(&left)["remaining"].as_array().unwrap().is_empty());
    assert!(err(&left).contains("ichiban: 2:"), "{}", err(&left));
}

#[test]
fn format_prints_one_style_and_refuses_what_is_no_diagram() {
    let formatted = run(
        &[],
        &["format", "-"],
        "flowchart TD\nA-->B\n   %% why\n      B-->C\n",
    );
    assert_eq!(code(&formatted), 0, "{}", err(&formatted));
    assert!(out(&formatted).contains("%% why"));
    let again = run(&[], &["format", "-"], out(&formatted));
    assert_eq!(out(&again), out(&formatted));

    let refused = run(&[], &["format", "-"], BROKEN);
    assert_eq!((code(&refused), out(&refused)), (1, ""));
    assert!(err(&refused).contains("`mermaid fix`"), "{}", err(&refused));
}

#[test]
fn diff_tells_what_changed_and_fails_if_anything_did() {
    let files = [
        ("a.mmd", VALID),
        ("b.mmd", "flowchart TD\n    A-->B\n    B-->C\n"),
    ];
    let same = run(&files, &["diff", "a.mmd", "a.mmd"], "");
    assert_eq!((code(&same), out(&same)), (0, ""));

    let differs = run(&files, &["diff", "a.mmd", "b.mmd"], "");
    assert_eq!(code(&differs), 1);
    assert!(
        out(&differs).contains("node C was added"),
        "{}",
        out(&differs)
    );

    let json = run(&files, &["diff", "-", "b.mmd", "--json"], VALID);
    let json = document(&json);
    let nodes: Vec<_> = json
        .as_array()
        .unwrap()
        .iter()
        .filter(|found| found["element"] == "node")
        .map(|found| (found["change"].clone(), found["name"].clone()))
        .collect();
    assert_eq!(nodes, [(json!("added"), json!("C"))]);

    let unreadable = run(&[("a.mmd", VALID)], &["diff", "a.mmd", "-"], BROKEN);
    assert_eq!(code(&unreadable), 2);
    assert!(
        err(&unreadable).contains("ichiban: -:"),
        "{}",
        err(&unreadable)
    );
}
