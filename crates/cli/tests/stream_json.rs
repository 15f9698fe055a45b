//! `ichiban stream json`, as a person or a script runs it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::io::{Read, Write};
use std::process::{Command, Stdio};

use serde_json::{Value, json};

/// Runs the command; gives its lines and exit status.
fn run(args: &[&str], input: &[u8]) -> (Vec<Value>, i32) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_ichiban"))
        .args(["stream", "json"])
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::Builder::new()
        .spawn(move || stdin.write_all(&input))
        .unwrap();
    let output = child.wait_with_output().unwrap();
    // A document that turned out invalid is not read to its end.
    let _ = writer.join().unwrap();
    let lines = String::from_utf8(output.stdout).unwrap();
    let lines = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    (lines, output.status.code().unwrap())
}

#[test]
fn every_step_is_a_line() {
    let (lines, status) = run(&["--chunk", "3"], br#"{"a/b":["x\ny",-1.50,{}]}"#);
    assert_eq!(
        lines,
        [
            json!({"event": "begin_object", "path": "", "span": [0, 1]}),
            json!({"event": "key", "path": "/a~1b", "span": [1, 6], "name": "a/b", "replaces": false}),
            json!({"event": "begin_array", "path": "/a~1b", "span": [7, 8]}),
            json!({"event": "begin_string", "path": "/a~1b/0", "span": [8, 9]}),
            json!({"event": "string_delta", "path": "/a~1b/0", "span": [9, 10], "text": "x"}),
            json!({"event": "string_delta", "path": "/a~1b/0", "span": [10, 12], "text": "\n"}),
            json!({"event": "string_delta", "path": "/a~1b/0", "span": [12, 13], "text": "y"}),
            json!({"event": "end_string", "path": "/a~1b/0", "span": [8, 14]}),
            json!({"event": "settled", "path": "/a~1b/0", "span": [8, 14], "value": "x\ny"}),
            json!({"event": "settled", "path": "/a~1b/1", "span": [15, 20], "value": -1.50}),
            json!({"event": "begin_object", "path": "/a~1b/2", "span": [21, 22]}),
            json!({"event": "end_object", "path": "/a~1b/2", "span": [21, 23]}),
            json!({"event": "settled", "path": "/a~1b/2", "span": [21, 23], "value": {}}),
            json!({"event": "end_array", "path": "/a~1b", "span": [7, 24]}),
            json!({"event": "end_object", "path": "", "span": [0, 25]}),
            json!({"event": "end", "status": "complete"}),
        ]
    );
    assert_eq!(status, 0);
}

#[test]
fn settled_values_are_a_choice_of_the_lines_whatever_the_chunk() {
    let input = br#"{"a":1,"b":[true,null,[]],"a":{"c":"\ud800"}}"#;
    let (lines, _) = run(&[], input);
    let chosen: Vec<_> = lines
        .into_iter()
        .filter(|line| {
            line["replaces"] == true
                || ["settled", "warning", "end"].contains(&line["event"].as_str().unwrap())
        })
        .collect();
    assert_eq!(chosen.len(), 8);
    for chunk in ["1", "2", "1000"] {
        assert_eq!(
            run(&["--settled", "--chunk", chunk], input),
            (chosen.clone(), 0)
        );
    }
    assert_eq!(
        chosen[4],
        json!({"event": "key", "path": "/a", "span": [26, 29], "name": "a", "replaces": true})
    );
    assert_eq!(chosen[5]["source"], r"\ud800");
}

#[test]
fn a_number_at_the_top_settles_at_the_end() {
    let (lines, status) = run(&["--settled"], b"-12");
    assert_eq!(
        lines[0],
        json!({"event": "settled", "path": "", "span": [0, 3], "value": -12})
    );
    assert_eq!((lines.len(), status), (2, 0));
}

#[test]
fn cut_input_is_truncated_and_says_where() {
    let (lines, status) = run(&[], b"{\"a\":\n[1, 23");
    assert_eq!(
        lines.last().unwrap(),
        &json!({
            "event": "end",
            "status": "truncated",
            "offset": 12,
            "line": 2,
            "column": 7,
            "expected": "the rest of the number, or `,`, `]`, `}` or white space after it",
            "depth": 2,
            "message": "line 2, column 7: the input ends, expected the rest of the number, or \
                        `,`, `]`, `}` or white space after it",
        })
    );
    assert!(lines.iter().all(|line| line["value"] != 23), "23 may go on");
    assert_eq!(status, 1);
    let (lines, status) = run(&[], b"");
    assert_eq!((&lines[0]["status"], status), (&json!("truncated"), 1));
}

#[test]
fn invalid_input_says_where_what_and_why_after_what_had_settled() {
    let (lines, status) = run(&["--chunk", "1"], b"{\"a\": \"x\",\n \"b\": 1,}");
    assert!(
        lines
            .iter()
            .any(|line| line["path"] == "/b" && line["value"] == 1)
    );
    assert_eq!(
        lines.last().unwrap(),
        &json!({
            "event": "end",
            "status": "invalid",
            "offset": 19,
            "line": 2,
            "column": 9,
            "found": "`}`",
            "expected": "a name in double quotes",
            "message": "line 2, column 9: found `}`, expected a name in double quotes",
            "hint": "Remove the comma before it: JSON has no trailing commas.",
        })
    );
    assert_eq!(status, 1);
}

#[test]
fn a_reader_that_leaves_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_ichiban"))
        .args(["stream", "json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().unwrap();
    // The command may be gone before all is written.
    let _ = stdin.write_all(format!("[{}1]", "1,".repeat(500_000)).as_bytes());
    drop(stdin);
    let mut said = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut said)
        .unwrap();
    assert_eq!(said, "");
    assert_ne!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_document_that_breaks_its_schema_is_left_at_the_byte_that_settles_it() {
    let folder = tempfile::tempdir().unwrap();
    let schema = folder.path().join("schema.json");
    let properties = json!({"level": {"enum": ["low", "high"]}, "note": {"pattern": "^x"}});
    std::fs::write(&schema, json!({"properties": properties}).to_string()).unwrap();
    let args = [
        "--settled",
        "--chunk",
        "1",
        "--schema",
        schema.to_str().unwrap(),
    ];
    let (lines, status) = run(&args, b"{\"a\": 1,\n \"level\": \"lost\", \"b\": 2}");
    assert_eq!(
        lines,
        [
            json!({"event": "settled", "path": "/a", "span": [6, 7], "value": 1}),
            json!({
                "event": "end", "status": "violation", "offset": 22, "line": 2, "column": 14,
                "path": "/level", "keyword": "enum",
                "message": "this string is none of the 2 values that may stand here",
            }),
        ]
    );
    assert_eq!(status, 1);
    let (lines, status) = run(&args, b"{\"level\": \"low\"}");
    assert_eq!(lines.last().unwrap()["status"], "complete");
    assert_eq!(status, 0);
    let (lines, status) = run(&["--schema", "/nowhere/schema.json"], b"{}");
    assert_eq!((lines.len(), status), (0, 2));
}
