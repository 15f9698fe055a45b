//! The corpus that several tests read.
// No test reads every field.
#![allow(dead_code, clippy::unwrap_used)]

pub(crate) mod frames;

use std::fs;
use std::path::{Path, PathBuf};

/// The corpus, or `None` where it need not be there.
#[expect(
    clippy::print_stderr,
    reason = "whoever runs the tests without the corpus is told so"
)]
pub(crate) fn corpus() -> Option<PathBuf> {
    let root = std::env::var_os("ICHIBAN_CORPORA").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpora"),
        PathBuf::from,
    );
    let corpus = root.join("mermaid");
    if corpus.is_dir() {
        return Some(corpus);
    }
    assert!(
        std::env::var_os("CI").is_none(),
        "no corpus at {}",
        corpus.display()
    );
    eprintln!("no corpus at {}: set ICHIBAN_CORPORA", corpus.display());
    None
}

/// A diagram, and what mermaid.js says of it.
pub(crate) struct Sample {
    pub(crate) id: String,
    pub(crate) text: String,
    /// Whether its grammar accepts it.
    pub(crate) parses: bool,
    /// Whether it draws it.
    pub(crate) renders: bool,
}

pub(crate) fn samples(corpus: &Path) -> Vec<Sample> {
    let lines = fs::read_to_string(corpus.join("diagrams.jsonl")).unwrap();
    lines
        .lines()
        .map(|line| {
            let value: serde_json::Value = serde_json::from_str(line).unwrap();
            Sample {
                id: value["id"].as_str().unwrap().to_owned(),
                text: value["text"].as_str().unwrap().to_owned(),
                parses: value["mermaid11_parses"].as_bool().unwrap(),
                renders: value["mermaid11_renders"].as_bool().unwrap(),
            }
        })
        .collect()
}
