//! The diagrams of the corpus: which are accepted, and that mending helps and never harms.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::PathBuf;

use ichiban_mermaid::{fix::fix, parse};

/// The corpus, or `None` where it need not be there.
#[expect(
    clippy::print_stderr,
    reason = "whoever runs the tests without the corpus is told so"
)]
fn corpus() -> Option<PathBuf> {
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

struct Sample {
    id: String,
    text: String,
    parses: bool,
}

fn samples(corpus: &std::path::Path) -> Vec<Sample> {
    let lines = fs::read_to_string(corpus.join("diagrams.jsonl")).unwrap();
    lines
        .lines()
        .map(|line| {
            let value: serde_json::Value = serde_json::from_str(line).unwrap();
            Sample {
                id: value["id"].as_str().unwrap().to_owned(),
                text: value["text"].as_str().unwrap().to_owned(),
                parses: value["mermaid11_parses"].as_bool().unwrap(),
            }
        })
        .collect()
}

#[test]
fn diagrams_are_accepted_as_mermaid_js_accepts_them() {
    let Some(corpus) = corpus() else { return };
    let samples = samples(&corpus);
    let differs: Vec<_> = samples
        .iter()
        .filter(|sample| parse(&sample.text).is_ok() != sample.parses)
        .map(|sample| &sample.id)
        .collect();
    assert!(!samples.is_empty(), "the corpus has no diagrams");
    // At most one in a hundred.
    assert!(
        differs.len() * 100 <= samples.len(),
        "{} of {}: {differs:?}",
        differs.len(),
        samples.len()
    );
}

#[test]
fn a_diagram_that_is_accepted_is_not_touched() {
    let Some(corpus) = corpus() else { return };
    for sample in samples(&corpus) {
        if parse(&sample.text).is_ok() {
            let fixed = fix(&sample.text);
            assert_eq!(fixed.text, sample.text, "{}", sample.id);
            assert!(fixed.changes.is_empty(), "{}", sample.id);
        }
    }
}

#[test]
fn typical_mistakes_of_models_are_mended() {
    let Some(corpus) = corpus() else { return };
    for entry in fs::read_dir(corpus.join("llm-mistakes")).unwrap() {
        let path = entry.unwrap().path();
        let fixed = fix(&fs::read_to_string(&path).unwrap());
        assert!(
            fixed.remaining.is_empty(),
            "{}: {:?}",
            path.display(),
            fixed.remaining
        );
    }
}

#[test]
fn every_prefix_is_answered() {
    let Some(corpus) = corpus() else { return };
    for sample in samples(&corpus).iter().step_by(61) {
        for (at, _) in sample.text.char_indices().step_by(7) {
            let prefix = sample.text.get(..at).unwrap();
            let fixed = fix(prefix);
            assert_eq!(
                fixed.remaining.is_empty(),
                parse(&fixed.text).is_ok(),
                "{} at {at}",
                sample.id
            );
        }
    }
}
