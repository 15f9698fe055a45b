//! The diagrams of the corpus: which are accepted, and that mending helps and never harms.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

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
    let mut refused_here = Vec::new();
    for sample in samples(&corpus) {
        let is_accepted = parse(&sample.text).is_ok();
        // Accepted by mermaid.js is what counts; what is accepted only here needs no mending either.
        if !sample.parses && !is_accepted {
            continue;
        }
        let fixed = fix(&sample.text);
        let is_kept = fixed.text == sample.text && fixed.changes.is_empty();
        assert!(is_kept, "{}: {:?}", sample.id, fixed.changes);
        if !is_accepted {
            refused_here.push(sample.id);
        }
    }
    // These are the ones that could be harmed.
    assert!(!refused_here.is_empty());
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
