//! Formatting the corpus's diagrams: once is enough, and they say what they said.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::PathBuf;

use ichiban_mermaid::{format::format, parse};

#[test]
fn blocks_are_indented_and_arrows_spaced() {
    let text =
        "flowchart TD\nA[x]-->|y|B;\n\n\n  %% note\n subgraph S [Title]\nB-.->C{q}   \n end\n";
    let expected = "flowchart TD\n    A[x] -->|y| B\n\n    %% note\n    subgraph S [Title]\n        B -.-> C{q}\n    end\n";
    assert_eq!(format(text).unwrap(), expected);
}

#[test]
#[expect(
    clippy::print_stderr,
    reason = "whoever runs the tests without the corpus is told so"
)]
fn diagrams_say_the_same_and_are_formatted_once() {
    let root = std::env::var_os("ICHIBAN_CORPORA").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpora"),
        PathBuf::from,
    );
    let corpus = root.join("mermaid/diagrams.jsonl");
    if !corpus.is_file() {
        assert!(
            std::env::var_os("CI").is_none(),
            "no corpus at {}",
            corpus.display()
        );
        eprintln!("no corpus at {}: set ICHIBAN_CORPORA", corpus.display());
        return;
    }
    // All of them: `cargo xtask conformance mermaid`.
    for line in fs::read_to_string(corpus).unwrap().lines().step_by(4) {
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        let (id, text) = (
            value["id"].as_str().unwrap(),
            value["text"].as_str().unwrap(),
        );
        let Ok(before) = parse(text) else {
            assert!(format(text).is_err(), "{id}");
            continue;
        };
        let formatted = format(text).unwrap();
        assert_eq!(parse(&formatted).unwrap(), before, "{id}\n{formatted}");
        assert_eq!(format(&formatted).unwrap(), formatted, "{id}");
        let comments = |text: &str| -> Vec<String> {
            let lines = text
                .lines()
                .map(str::trim)
                .filter(|line| line.starts_with("%%"));
            lines.map(ToOwned::to_owned).collect()
        };
        assert_eq!(comments(&formatted), comments(text), "{id}");
    }
}
