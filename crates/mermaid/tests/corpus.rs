//! The diagrams of the corpus: which are accepted, and that mending helps and never harms.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use std::fs;

use common::{corpus, samples};
use ichiban_mermaid::{fix::fix, parse};

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
