//! The diagrams of the corpus, drawn and on their way: every third of them here, all of them by
//! `cargo xtask conformance mermaid`. In parts, which run beside each other.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use std::thread;

use common::{Sample, corpus, samples};
use ichiban_mermaid::render::{Error, Renderer, theme};
use ichiban_mermaid::{fix, parse};

/// Does something for each sample, with the room that layouts of nested groups need.
fn each<T: Send>(samples: &[&Sample], work: impl Fn(&Renderer, &Sample) -> T + Sync) -> Vec<T> {
    thread::scope(|scope| {
        let run = || {
            let renderer = Renderer::new(theme::theme("light").unwrap(), "d", None).unwrap();
            let samples = samples.iter();
            samples.map(|sample| work(&renderer, sample)).collect()
        };
        let thread = thread::Builder::new().stack_size(16 << 20);
        let thread = thread.spawn_scoped(scope, run).unwrap();
        thread.join().unwrap()
    })
}

/// One of several parts of the samples, each with every `step`th.
fn part(samples: &[Sample], number: usize, step: usize) -> Vec<&Sample> {
    samples.iter().skip(number).step_by(step).collect()
}

fn what_mermaid_js_draws_is_drawn(number: usize) {
    let Some(corpus) = corpus() else { return };
    let samples = samples(&corpus);
    let samples = part(&samples, number, 6);
    let drawn = each(&samples, |renderer, sample| {
        let drawn = renderer.render(&sample.text);
        if let Ok(picture) = &drawn {
            for part in [
                "<script",
                "foreignObject",
                " style=",
                "javascript:",
                " href=\"http",
            ] {
                assert!(!picture.markup.contains(part), "{} holds {part}", sample.id);
            }
        }
        drawn.map(drop)
    });
    let (mut wanted, mut done, mut failed) = (0, 0, Vec::new());
    for (sample, drawn) in samples.iter().zip(drawn) {
        // A refusal by the grammar is a refusal here too, and nothing else is.
        if let Err(Error::Syntax(_)) = &drawn {
            assert!(parse(&sample.text).is_err(), "{}", sample.id);
        }
        if sample.renders {
            wanted += 1;
            match drawn {
                Ok(()) => done += 1,
                Err(error) => failed.push((&sample.id, error.to_string())),
            }
        }
    }
    assert!(wanted > 200);
    assert!(done * 100 >= wanted * 98, "{done} of {wanted}: {failed:?}");
}

fn every_prefix_is_answered(number: usize) {
    let Some(corpus) = corpus() else { return };
    let samples: Vec<_> = samples(&corpus)
        .into_iter()
        .filter(|sample| sample.text.len() < 700)
        .step_by(5)
        .take(300)
        .collect();
    assert!(samples.len() >= 300);
    let samples = part(&samples, number, 3);
    let prefixes: usize = each(&samples, |renderer, sample| {
        let mut count = 0;
        for (at, _) in sample.text.char_indices() {
            let prefix = sample.text.get(..at).unwrap();
            let accepted = parse(prefix).is_ok();
            // Drawing and mending every one of them would take a minute and tell little more.
            if at % 40 == 0 {
                let fixed = fix::fix(prefix);
                assert!(!accepted || fixed.text == prefix);
                if let Err(error) = renderer.render(prefix) {
                    assert!(
                        !accepted || error.is_worth_another_try(),
                        "{} at {at}: {error}",
                        sample.id
                    );
                }
            }
            count += 1;
        }
        count
    })
    .iter()
    .sum();
    assert!(prefixes > 7_000, "{prefixes}");
}

#[test]
fn what_mermaid_js_draws_is_drawn_first_part() {
    what_mermaid_js_draws_is_drawn(0);
}

#[test]
fn what_mermaid_js_draws_is_drawn_second_part() {
    what_mermaid_js_draws_is_drawn(3);
}

#[test]
fn every_prefix_of_a_hundred_diagrams_is_answered_first_part() {
    every_prefix_is_answered(0);
}

#[test]
fn every_prefix_of_a_hundred_diagrams_is_answered_second_part() {
    every_prefix_is_answered(1);
}

#[test]
fn every_prefix_of_a_hundred_diagrams_is_answered_third_part() {
    every_prefix_is_answered(2);
}

/// The texts of a picture, in their order.
fn texts(markup: &str) -> Vec<&str> {
    let parts = markup.split('>').filter_map(|part| part.split('<').next());
    parts
        .map(str::trim)
        .filter(|text| !text.is_empty())
        .collect()
}

#[test]
fn a_page_and_a_file_are_given_the_same_drawing() {
    let Some(corpus) = corpus() else { return };
    let samples = samples(&corpus);
    let compared = each(&part(&samples, 0, 20), |renderer, sample| {
        let (Ok(shown), Ok(file)) = (renderer.render(&sample.text), renderer.export(&sample.text))
        else {
            return 0;
        };
        assert_eq!(shown.kind, file.kind, "{}", sample.id);
        assert!(
            (shown.width - file.width).abs() < 0.01 && (shown.height - file.height).abs() < 0.01,
            "{}: {}×{} and {}×{}",
            sample.id,
            shown.width,
            shown.height,
            file.width,
            file.height
        );
        assert_eq!(texts(&shown.markup), texts(&file.markup), "{}", sample.id);
        1
    });
    assert!(compared.iter().sum::<u32>() > 60);
}
