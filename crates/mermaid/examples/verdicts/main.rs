//! What this crate makes of many diagrams, as JSON for `cargo xtask conformance mermaid`, which
//! compares it with what mermaid.js says.
//!
//! `verdicts OUTPUT FIXTURES [CORPUS STEP]`: the file to be written, the folder of the sources'
//! fixtures, and that of the diagrams, of which one in STEP is looked at.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "a program for a terminal"
)]

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use ichiban_mermaid::render::{Renderer, theme};
use ichiban_mermaid::source::{File, from, source};
use ichiban_mermaid::{fix, format, parse};
use ichiban_tool::Settings;
use serde_json::{Value, json};

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
    let mut sources = Vec::new();
    for kind in list(fixtures)? {
        let name = base(&kind);
        let source = source(&name).ok_or_else(|| format!("{name} is no kind of source"))?;
        for file in list(&kind)? {
            if file
                .extension()
                .is_some_and(|extension| extension == "snap")
            {
                continue;
            }
            let (file_name, text) = (base(&file), fs::read_to_string(&file)?);
            let _ = alive.send(format!("{name}/{file_name}"));
            let files = [File {
                name: Some(&file_name),
                text: &text,
            }];
            let drawn = from(Some(source), &files, &Settings::default())?;
            sources.push(json!({ "name": format!("{name}/{file_name}"), "text": drawn.text }));
        }
    }
    let (mut diagrams, mut mistakes) = (Vec::new(), Vec::new());
    if let Some((corpus, step)) = corpus {
        let theme = theme::theme("light").ok_or("there is no theme `light`")?;
        let renderer = Renderer::new(theme, "d", None)?;
        let lines = fs::read_to_string(corpus.join("diagrams.jsonl"))?;
        for line in lines.lines().step_by(step) {
            let sample: Value = serde_json::from_str(line)?;
            let _ = alive.send(sample["id"].to_string());
            diagrams.push(diagram(&sample, &renderer));
        }
        for file in list(&corpus.join("llm-mistakes"))? {
            let text = fs::read_to_string(&file)?;
            let fixed = fix::fix(&text);
            mistakes.push(json!({
                "name": base(&file),
                "text": fixed.text,
                "is_mended": fixed.remaining.is_empty(),
            }));
        }
    }
    Ok(json!({ "sources": sources, "diagrams": diagrams, "mistakes": mistakes }))
}

/// What this crate says of one diagram, beside what mermaid.js says.
fn diagram(sample: &Value, renderer: &Renderer) -> Value {
    let text = sample["text"].as_str().unwrap_or("");
    let started = clock();
    let accepted = parse(text).is_ok();
    let drawn = renderer.render(text);
    let took = clock().saturating_sub(started);
    json!({
        "name": sample["id"],
        "is_accepted": accepted,
        "is_drawn": drawn.is_ok(),
        "milliseconds": took.as_millis(),
        // What is accepted has nothing to be mended.
        "is_kept": !accepted || fix::fix(text).text == text,
        "formatted": format::format(text).ok(),
        "js_accepts": sample["mermaid11_parses"],
        "js_draws": sample["mermaid11_renders"],
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
