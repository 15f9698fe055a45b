//! `ichiban stream markdown`, as a person or a script runs it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

/// Runs the command; gives its lines and exit status.
fn run(args: &[&str], input: &[u8]) -> (Vec<Value>, i32) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_ichiban"))
        .args(["stream", "markdown"])
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    let output = child.wait_with_output().unwrap();
    let lines = String::from_utf8(output.stdout).unwrap();
    let lines = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap());
    (lines.collect(), output.status.code().unwrap())
}

#[test]
fn blocks_are_told_as_they_settle() {
    let text = "See [m].\n\n```js\nlet a;\n```\n\n[m]: /manual\n";
    let (lines, status) = run(&["--settled", "--chunk", "3"], text.as_bytes());
    assert_eq!(status, 0);
    let told: Vec<Value> = lines
        .iter()
        .map(|line| json!([line["id"], line["state"], line["html"]]))
        .collect();
    assert_eq!(
        told,
        [
            json!([0, "awaiting", "<p>See [m].</p>\n"]),
            json!([
                1,
                "settled",
                "<pre><code class=\"language-js\">let a;\n</code></pre>\n"
            ]),
            json!([2, "settled", ""]),
            json!([
                0,
                "settled",
                "<p>See <a href=\"/manual\" rel=\"noopener noreferrer\">m</a>.</p>\n"
            ]),
        ]
    );
}

#[test]
fn code_is_told_as_it_comes() {
    let (lines, _) = run(&["--chunk", "8"], b"```js\nlet a = 1;\n");
    assert_eq!(
        lines[0],
        json!({"event": "code_began", "id": 0, "language": "js"})
    );
    let text: Vec<&str> = lines
        .iter()
        .filter_map(|line| line["text"].as_str())
        .collect();
    assert_eq!(text.concat(), "let a = 1;\n");
}

#[test]
fn what_is_not_text_is_refused() {
    let (_, status) = run(&[], b"a\xff");
    assert_eq!(status, 2);
}
