//! The diagrams of the corpus, drawn and on their way.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use std::thread;

use common::{Sample, corpus, samples};
use ichiban_mermaid::render::{Error, Renderer, theme};
use ichiban_mermaid::{fix, parse};

fn renderer() -> Renderer {
    Renderer::new(theme::theme("light").unwrap(), "d", None).unwrap()
}

/// Does something for each sample, on two threads.
fn each<T: Send>(samples: &[Sample], work: impl Fn(&Renderer, &Sample) -> T + Sync) -> Vec<T> {
    let half = samples.len().div_ceil(2).max(1);
    thread::scope(|scope| {
        let threads: Vec<_> = samples
            .chunks(half)
            .map(|part| {
                let work = &work;
                let run = move || {
                    let renderer = renderer();
                    part.iter()
                        .map(|sample| work(&renderer, sample))
                        .collect::<Vec<_>>()
                };
                // Layouts of nested groups recurse.
                thread::Builder::new()
                    .stack_size(16 << 20)
                    .spawn_scoped(scope, run)
                    .unwrap()
            })
            .collect();
        threads
            .into_iter()
            .flat_map(|thread| thread.join().unwrap())
            .collect()
    })
}

#[test]
fn what_mermaid_js_draws_is_drawn() {
    let Some(corpus) = corpus() else { return };
    let samples = samples(&corpus);
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
    assert!(wanted > 1000);
    assert!(done * 100 >= wanted * 98, "{done} of {wanted}: {failed:?}");
}

#[test]
fn every_prefix_of_three_hundred_diagrams_is_answered() {
    let Some(corpus) = corpus() else { return };
    let samples: Vec<_> = samples(&corpus)
        .into_iter()
        .filter(|sample| sample.text.len() < 700)
        .step_by(5)
        .take(300)
        .collect();
    assert!(samples.len() >= 300);
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
    assert!(prefixes > 20_000, "{prefixes}");
}
