//! What this crate makes of many diagrams, as JSON for `cargo xtask conformance mermaid`, which
//! compares it with what mermaid.js says.
//!
//! `verdicts OUTPUT FIXTURES [CORPUS STEP]`: the file to be written, the folder of the fixtures of
//! sources and mends, and that of the diagrams, of which one in STEP is looked at.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "a program for a terminal"
)]

// Which the tests use, too.
#[path = "../../tests/common/frames.rs"]
mod frames;
mod prefixes;

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use ichiban_mermaid::render::{Renderer, theme};
use ichiban_mermaid::source::{self, File, from, source};
use ichiban_mermaid::{fix, format, parse};
use ichiban_tool::{Choice, Settings};
use serde_json::{Value, json};

/// Where not all diagrams are looked at, one in so many of those that are arrives piece by piece.
const ARRIVES: usize = 7;
/// A diagram that takes longer than this hangs.
const PATIENCE: Duration = Duration::from_mins(1);

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (output, fixtures, corpus) = match arguments.as_slice() {
        [output, fixtures] => (output, PathBuf::from(fixtures), None),
        [output, fixtures, corpus, step] => {
            let corpus = (PathBuf::from(corpus), step.parse()?);
            (output, PathBuf::from(fixtures), Some(corpus))
        }
        _ => return Err("usage: verdicts OUTPUT FIXTURES [CORPUS STEP]".into()),
    };
    let (alive, heard) = channel();
    // Dropped with what it writes to, when all is done.
    std::thread::spawn(move || watch(&heard));
    // Layouts of nested groups recurse.
    let work = move || judge(&fixtures, corpus, &alive).map_err(|error| error.to_string());
    let work = std::thread::Builder::new()
        .stack_size(16 << 20)
        .spawn(work)?;
    let verdicts = work.join().map_err(|_| "a diagram makes it panic")??;
    Ok(fs::write(output, verdicts.to_string())?)
}

/// Ends the program if nothing is heard for long.
fn watch(heard: &Receiver<String>) {
    let mut last = String::new();
    loop {
        match heard.recv_timeout(PATIENCE) {
            Ok(name) => last = name,
            Err(RecvTimeoutError::Timeout) => {
                eprintln!("{last} takes more than {} s", PATIENCE.as_secs());
                std::process::exit(1);
            }
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

fn judge(
    fixtures: &Path,
    corpus: Option<(PathBuf, usize)>,
    alive: &Sender<String>,
) -> Result<Value, Box<dyn Error>> {
    let sources = sources(&fixtures.join("from"), alive)?;
    let mut mistakes = Vec::new();
    for case in list(&fixtures.join("fix"))? {
        mistakes.push(mistake(&base(&case), &case.join("input.mmd"))?);
    }
    let (mut diagrams, mut prefixes) = (Vec::new(), 0);
    if let Some((corpus, step)) = corpus {
        let theme = theme::theme("light").ok_or("there is no theme `light`")?;
        let renderer = Renderer::new(theme, "d", None)?;
        let lines = fs::read_to_string(corpus.join("diagrams.jsonl"))?;
        let samples: Vec<Value> = lines
            .lines()
            .step_by(step)
            .map(serde_json::from_str)
            .collect::<Result<_, _>>()?;
        // A picture for each character takes its time: where one in `step` is looked at, only a few
        // of these arrive.
        let arrives = if step == 1 { 1 } else { step * ARRIVES };
        for (number, sample) in samples.iter().enumerate() {
            let _ = alive.send(sample["id"].to_string());
            diagrams.push(diagram(sample, &renderer, number % arrives == 0));
        }
        for file in list(&corpus.join("llm-mistakes"))? {
            mistakes.push(mistake(&base(&file), &file)?);
        }
        prefixes = prefixes::answered(&samples, step, &renderer, alive);
    }
    Ok(json!({
        "sources": sources,
        "diagrams": diagrams,
        "mistakes": mistakes,
        "prefixes": prefixes,
    }))
}

/// What is drawn of every fixture with every choice of every setting, each text once.
fn sources(fixtures: &Path, alive: &Sender<String>) -> Result<Vec<Value>, Box<dyn Error>> {
    let (mut drawn, mut texts) = (Vec::new(), BTreeSet::new());
    for kind in list(fixtures)? {
        let name = base(&kind);
        let source = source(&name).ok_or_else(|| format!("{name} is no kind of source"))?;
        for path in list(&kind)? {
            if path.extension().is_some_and(|ending| ending == "snap") {
                continue;
            }
            let (file_name, text) = (base(&path), fs::read_to_string(&path)?);
            let _ = alive.send(format!("{name}/{file_name}"));
            let files = [File {
                name: Some(&file_name),
                text: &text,
            }];
            let mut add = |settings: &Settings, chosen: &str| -> Result<(), source::Error> {
                let text = from(Some(source), &files, settings)?.text;
                if texts.insert(text.clone()) {
                    let name = format!("{name}/{file_name}{chosen}");
                    drawn.push(json!({
                        "name": name,
                        "text": text,
                        "is_default": chosen.is_empty(),
                    }));
                }
                Ok(())
            };
            add(&Settings::default(), "")?;
            for setting in source.settings {
                let words: &[&str] = match setting.choice {
                    Choice::Flag => &["true"],
                    Choice::OneOf(words) => words,
                    Choice::Text(_) => continue,
                };
                for word in words {
                    let mut settings = Settings::default();
                    settings.set(setting.name, word);
                    // A file need not have what every view shows.
                    let _ = add(&settings, &format!(" --{} {word}", setting.name));
                }
            }
        }
    }
    Ok(drawn)
}

/// A mistake, and what mending makes of it.
fn mistake(name: &str, file: &Path) -> Result<Value, Box<dyn Error>> {
    let fixed = fix::fix(&fs::read_to_string(file)?);
    Ok(json!({
        "name": name,
        "text": fixed.text,
        "is_mended": fixed.remaining.is_empty(),
    }))
}

/// What this crate says of one diagram, beside what mermaid.js says; with `arrives`, of every picture of
/// it on its way too.
fn diagram(sample: &Value, renderer: &Renderer, arrives: bool) -> Value {
    let text = sample["text"].as_str().unwrap_or("");
    let started = clock();
    let accepted = parse(text).is_ok();
    let drawn = renderer.render(text);
    let took = clock().saturating_sub(started);
    let js_accepts = sample["mermaid11_parses"].as_bool().unwrap_or(false);
    let js_draws = sample["mermaid11_renders"].as_bool().unwrap_or(false);
    let arrival = if arrives && js_draws && accepted {
        frames::arrive(text, renderer)
    } else {
        frames::Arrival::default()
    };
    json!({
        "name": sample["id"],
        "is_accepted": accepted,
        "is_drawn": drawn.is_ok(),
        "milliseconds": took.as_millis(),
        // What is accepted, by whichever of the two, has nothing to be mended.
        "is_kept": !(accepted || js_accepts) || fix::fix(text).text == text,
        "formatted": format::format(text).ok(),
        "js_accepts": js_accepts,
        "js_draws": js_draws,
        "prefixes": arrival.prefixes,
        "drawable": arrival.drawable,
        "taken_back": arrival.taken_back,
        "blank": arrival.blank.len(),
    })
}

/// The processor's time of this thread where the system tells it (Linux), so that what else the
/// machine does is left out; else the clock's.
fn clock() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|told| told.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| START.elapsed(), Duration::from_nanos)
}

fn list(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_, std::io::Error>>()?;
    paths.sort();
    Ok(paths)
}

fn base(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}
