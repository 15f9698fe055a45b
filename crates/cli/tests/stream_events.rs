//! `ichiban stream events`, as a person or a script runs it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::io::Write;
use std::process::{Command, Stdio};

use ichiban_model::wire::WIRES;
use ichiban_model::wire::openai_chat::DIALECTS;
use serde_json::{Value, json};

/// Runs the command with a body on stdin; gives its lines and exit status.
fn run(args: &[&str], body: &str) -> (Vec<Value>, i32) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_ichiban"))
        .args(["stream", "events"])
        .args(args)
        .arg("-")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(body.as_bytes())
        .unwrap();
    let output = child.wait_with_output().unwrap();
    let lines = String::from_utf8(output.stdout).unwrap();
    let lines = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap());
    (lines.collect(), output.status.code().unwrap())
}

const BODY: &str = concat!(
    r#"data: {"id":"c","model":"m","choices":[{"delta":{"reasoning_content":"Hm."}}]}"#,
    "\n\n",
    r#"data: {"choices":[{"delta":{"content":"Grüße"}}]}"#,
    "\n\n",
    r#"data: {"choices":[{"delta":{"tool_calls":[{"index":0,"id":"a","function":{"name":"now","arguments":"{\"zone\":\"UTC\"}"}}]}}]}"#,
    "\n\n",
    r#"data: {"choices":[{"delta":{},"finish_reason":"tool_calls"}]}"#,
    "\n\n",
    r#"data: {"choices":[],"usage":{"prompt_tokens":9,"completion_tokens":4}}"#,
    "\n\ndata: [DONE]\n\n",
);

#[test]
fn events_are_lines_and_the_same_for_every_chunk() {
    let (lines, status) = run(&["--wire", "openai-chat"], BODY);
    assert_eq!(status, 0);
    assert_eq!(
        lines[0],
        json!({"event": "started", "id": "c", "model": "m"})
    );
    assert_eq!(lines[2], json!({"event": "text_delta", "text": "Grüße"}));
    assert_eq!(
        lines[5],
        json!({"event": "tool_argument_settled", "call": 0, "path": "/zone", "value": "UTC"})
    );
    assert_eq!(
        lines.last(),
        Some(&json!({"event": "ended", "ending": "tool_calls"}))
    );
    for chunk in ["1", "7", "100000"] {
        let chunked = run(&["--wire", "openai-chat", "--chunk", chunk], BODY);
        assert_eq!(chunked, (lines.clone(), 0), "in chunks of {chunk}");
    }
}

/// The same short answer in each wire: its payloads, the terminal one last.
const GREETINGS: &[(&str, &[&str])] = &[
    (
        "openai-chat",
        &[
            r#"data: {"choices":[{"delta":{"content":"Grüße"}}]}"#,
            r#"data: {"choices":[{"delta":{},"finish_reason":"stop"}]}"#,
        ],
    ),
    (
        "openai-responses",
        &[
            r#"data: {"type":"response.output_text.delta","item_id":"i","output_index":0,"content_index":0,"delta":"Grüße"}"#,
            r#"data: {"type":"response.completed","response":{"status":"completed"}}"#,
        ],
    ),
    (
        "anthropic",
        &[
            r#"data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Grüße"}}"#,
            r#"data: {"type":"message_delta","delta":{"stop_reason":"end_turn"}}"#,
            r#"data: {"type":"message_stop"}"#,
        ],
    ),
    (
        "gemini",
        &[
            r#"data: {"candidates":[{"content":{"parts":[{"text":"Grüße"}]}}]}"#,
            r#"data: {"candidates":[{"finishReason":"STOP"}]}"#,
        ],
    ),
    (
        "ollama",
        &[
            r#"{"message":{"role":"assistant","content":"Grüße"},"done":false}"#,
            r#"{"message":{"role":"assistant","content":""},"done":true,"done_reason":"stop"}"#,
        ],
    ),
];

#[test]
fn every_wire_is_read_whole_in_pieces_and_cut() {
    let known: Vec<_> = WIRES.iter().map(|wire| wire.name()).collect();
    let told: Vec<_> = GREETINGS.iter().map(|(wire, _)| *wire).collect();
    assert_eq!(told, known);
    let chat = GREETINGS[0].1;
    let dialects = DIALECTS.iter().map(|dialect| (dialect.name, chat));
    for (wire, payloads) in GREETINGS.iter().copied().chain(dialects) {
        let body = payloads.join("\n\n") + "\n\n";
        for chunk in ["1", "7", "100000"] {
            let (lines, status) = run(&["--wire", wire, "--fold", "--chunk", chunk], &body);
            assert_eq!(status, 0, "{wire}");
            assert_eq!(lines[0]["text"], "Grüße", "{wire}");
            assert_eq!(lines[0]["ending"], "complete", "{wire}");
        }
        let (_, before) = payloads.split_last().unwrap();
        let (lines, status) = run(&["--wire", wire, "--fold"], &(before.join("\n\n") + "\n\n"));
        assert_eq!(status, 1, "{wire}");
        assert_eq!(lines[0]["ending"], "truncated", "{wire}");
    }
}

#[test]
fn a_fold_is_one_object() {
    let (lines, status) = run(&["--wire", "openai-chat", "--fold"], BODY);
    assert_eq!(status, 0);
    assert_eq!(
        lines,
        [json!({
            "text": "Grüße",
            "reasoning": "Hm.",
            "tool_calls": [{"id": "a", "name": "now", "arguments": {"zone": "UTC"}}],
            "usage": {
                "input_tokens": 9,
                "output_tokens": 4,
                "cached_input_tokens": 0,
                "reasoning_tokens": 0,
            },
            "ending": "tool_calls",
        })]
    );
}

#[test]
fn a_cut_answer_and_an_error_fail_the_command() {
    let (lines, status) = run(&["--wire", "openai-chat", "--fold"], &BODY[..200]);
    assert_eq!(
        (lines[0]["ending"].as_str(), status),
        (Some("truncated"), 1)
    );
    let error = r#"{"error":{"message":"No credit.","code":"insufficient_quota"}}"#;
    let (lines, status) = run(&["--wire", "openai-responses", "--fold"], error);
    assert_eq!(status, 1);
    assert_eq!(lines[0]["ending"], "error");
    assert_eq!(
        lines[0]["error"],
        json!({"code": "insufficient_quota", "message": "No credit."})
    );
}

#[test]
fn a_file_that_is_not_there_and_a_wire_that_is_none_are_told() {
    let output = Command::new(env!("CARGO_BIN_EXE_ichiban"))
        .args(["stream", "events", "--wire", "openai-chat", "no-such-body"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("cannot read no-such-body"), "{said}");
    let output = Command::new(env!("CARGO_BIN_EXE_ichiban"))
        .args(["stream", "events", "--wire", "telepathy", "-"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("openai-responses"), "{said}");
}
