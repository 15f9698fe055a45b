//! Diagrams of the corpus on their way: nearly always drawable, never false, however they are cut.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::frames::{arrive, is_allowed};
use common::{Sample, corpus, samples};
use ichiban_mermaid::diff::diff;
use ichiban_mermaid::parse;
use ichiban_mermaid::preview::{Ending, Preview};
use ichiban_mermaid::render::{Renderer, theme};
use proptest::prelude::*;

/// Every `step`th of the diagrams that mermaid.js draws.
fn drawable(step: usize) -> Vec<Sample> {
    let Some(corpus) = corpus() else {
        return Vec::new();
    };
    let samples = samples(&corpus).into_iter();
    let drawable: Vec<_> = samples
        .filter(|sample| sample.renders && parse(&sample.text).is_ok())
        .collect();
    assert!(drawable.len() > 1000);
    drawable.into_iter().step_by(step).collect()
}

#[test]
fn pictures_follow_each_other_without_a_gap() {
    let renderer = Renderer::new(theme::theme("light").unwrap(), "d", None).unwrap();
    let (mut prefixes, mut drawn) = (0, 0);
    for sample in drawable(24) {
        let arrival = arrive(&sample.text, &renderer);
        assert!(
            arrival.taken_back.is_empty() && arrival.blank.is_empty(),
            "{}: {arrival:?}",
            sample.id
        );
        prefixes += arrival.prefixes;
        drawn += arrival.drawable;
    }
    assert!(drawn * 100 >= prefixes * 98, "{drawn} of {prefixes}");
}

#[test]
fn nothing_drawn_early_turns_out_false() {
    for sample in drawable(20) {
        // The regions of a state have ids that are made up anew.
        if sample.text.lines().any(|line| line.trim() == "--") {
            continue;
        }
        let mut preview = Preview::default();
        for c in sample.text.chars() {
            preview.push(c.encode_utf8(&mut [0; 4]));
            let Some(frame) = preview.frame() else {
                continue;
            };
            let differences = diff(&frame.text, &sample.text).unwrap();
            let wrong: Vec<_> = differences
                .iter()
                .filter(|difference| !is_allowed(difference))
                .collect();
            assert!(wrong.is_empty(), "{}: {wrong:?}\n{}", sample.id, frame.text);
        }
        let ending = preview.finish(true);
        let Ending::Complete { text, changes } = ending else {
            panic!("{}: {ending:?}", sample.id);
        };
        assert!(changes.is_empty(), "{}: {changes:?}", sample.id);
        assert_eq!(parse(&text), parse(&sample.text), "{}", sample.id);
    }
}

#[test]
fn a_frame_tells_what_is_new_once() {
    for sample in drawable(30) {
        let mut preview = Preview::default();
        let mut nodes = Vec::new();
        for c in sample.text.chars() {
            preview.push(c.encode_utf8(&mut [0; 4]));
            if let Some(frame) = preview.frame() {
                let lines = u32::try_from(frame.text.lines().count()).unwrap();
                let last = frame.new_lines.last().copied().unwrap_or(0);
                assert!(last <= lines && frame.new_lines.is_sorted());
                nodes.extend(frame.new_nodes);
            }
        }
        let count = nodes.len();
        nodes.sort();
        nodes.dedup();
        assert_eq!(nodes.len(), count, "{}", sample.id);
    }
}

/// An answer as a model gives it.
const ANSWER: &str = "Here is the flow:\n\n```mermaid\n---\ntitle: Orders\n---\nflowchart LR\n  \
     subgraph shop [The shop]\n    A[\"Größe; Preis\"] -->|pays (now)| B{Paid?}\n    B -- yes --> C\n  \
     end\n  C[send(mail)] --> D & E\n  %% done\n  style A fill:#fff\n```\nAnything else?\n";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_chunking_gives_the_same_frames(cuts in prop::collection::vec(0..ANSWER.len(), 0..20)) {
        let mut cuts: Vec<_> = cuts.into_iter().filter(|at| ANSWER.is_char_boundary(*at)).collect();
        cuts.push(ANSWER.len());
        cuts.sort_unstable();
        let mut preview = Preview::default();
        let (mut from, mut shown) = (0, None);
        for cut in cuts {
            preview.push(ANSWER.get(from..cut).unwrap());
            from = cut;
            if let Some(frame) = preview.frame() {
                shown = Some(frame.text);
            }
            let mut whole = Preview::default();
            whole.push(ANSWER.get(..cut).unwrap());
            if let Some(frame) = whole.frame() {
                prop_assert_eq!(shown.as_ref(), Some(&frame.text));
            }
        }
        let text = shown.unwrap();
        prop_assert!(text.contains("C[\"send(mail)\"]"), "{}", text);
    }
}
