//! Has mermaid.js 11 and 12 read what the Mermaid tool writes: the diagrams of every source are
//! drawn, a formatted diagram keeps its verdict, and what was mended is accepted.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::{run_check, sources};
use crate::install::{chromium, npm};
use crate::{process, workspace};

/// Checks everything, and prints the count.
pub(super) fn run() -> Result<()> {
    process::run(
        "build the program",
        Command::new("cargo")
            .current_dir(workspace::root())
            .args(["build", "-p", "ichiban-cli"]),
    )?;
    let mut entries = Vec::new();
    drawn(&mut entries)?;
    let corpus = env::var_os("ICHIBAN_CORPORA")
        .map_or_else(
            || workspace::root().join("../shared/corpora"),
            PathBuf::from,
        )
        .join("mermaid");
    if corpus.is_dir() {
        formatted(&corpus, &mut entries)?;
        mended(&corpus, &mut entries)?;
    } else {
        let missing = format!(
            "the diagrams are missing: {} (ICHIBAN_CORPORA names another place)",
            corpus.display()
        );
        if env::var_os("CI").is_some() {
            bail!(missing);
        }
        println!("  – only the diagrams of sources are checked: {missing}");
    }
    let folder = workspace::target().join("conformance/mermaid");
    fs::create_dir_all(&folder)?;
    let manifest = folder.join("manifest.json");
    fs::write(&manifest, serde_json::to_vec(&entries)?)?;
    npm::ensure("conformance")?;
    run_check(
        "mermaid.js 11 and 12: read every diagram",
        Command::new("node")
            .current_dir(sources())
            .env(chromium::VARIABLE, chromium::ensure()?)
            .arg("mermaid.mjs")
            .arg(&manifest),
    )
}

/// The diagrams of every source's fixtures, which have to be drawn.
fn drawn(entries: &mut Vec<Value>) -> Result<()> {
    let folder = workspace::root().join("tests/fixtures/mermaid/from");
    for kind in list(&folder)? {
        let name = kind.file_name().unwrap_or_default().to_string_lossy();
        for file in list(&kind)? {
            if file
                .extension()
                .is_some_and(|extension| extension == "snap")
            {
                continue;
            }
            let text = ichiban(&["from", &name], &file)?
                .with_context(|| format!("{} is not drawn", file.display()))?;
            entries.push(json!({
                "name": format!("{name}/{}", base(&file)),
                "text": text,
                "drawn": true,
            }));
        }
    }
    Ok(())
}

/// The corpus's diagrams, formatted, with the verdict of the original.
fn formatted(corpus: &Path, entries: &mut Vec<Value>) -> Result<()> {
    let folder = workspace::target().join("conformance/mermaid");
    fs::create_dir_all(&folder)?;
    let file = folder.join("original.mmd");
    for line in fs::read_to_string(corpus.join("diagrams.jsonl"))?.lines() {
        let diagram: Value = serde_json::from_str(line)?;
        fs::write(&file, diagram["text"].as_str().unwrap_or(""))?;
        // What the formatter does not take for a diagram stays as it is.
        if let Some(text) = ichiban(&["format"], &file)? {
            entries.push(json!({
                "name": format!("formatted {}", diagram["id"].as_str().unwrap_or("")),
                "text": text,
                "accepted": diagram["mermaid11_parses"],
            }));
        }
    }
    Ok(())
}

/// Typical mistakes, mended.
fn mended(corpus: &Path, entries: &mut Vec<Value>) -> Result<()> {
    for file in list(&corpus.join("llm-mistakes"))? {
        let text = ichiban(&["fix"], &file)?
            .with_context(|| format!("{} is not mended", file.display()))?;
        entries.push(json!({ "name": format!("mended {}", base(&file)), "text": text }));
    }
    Ok(())
}

/// What `ichiban mermaid …` prints of a file; `None` if it fails.
fn ichiban(arguments: &[&str], file: &Path) -> Result<Option<String>> {
    let output = Command::new(workspace::target().join("debug/ichiban"))
        .arg("mermaid")
        .args(arguments)
        .arg(file)
        .output()
        .context("the program cannot be started")?;
    Ok(output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).into_owned()))
}

fn list(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?
    {
        paths.push(entry?.path());
    }
    paths.sort();
    Ok(paths)
}

fn base(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}
