//! Holds the Mermaid tool to mermaid.js 11 and 12: the diagrams of every source are drawn, diagrams
//! are accepted and drawn as mermaid.js does, a formatted diagram keeps its verdict, what was mended
//! is accepted, and nothing takes long.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};
use serde::Deserialize;
use serde_json::json;

use super::{run_check, sources};
use crate::install::{chromium, npm};
use crate::{build, process, workspace};

/// The least agreement in percent, of accepting and of drawing.
const LEAST: usize = 98;
/// The longest that a diagram may take to be read and drawn, in milliseconds.
const LONGEST: u64 = 2000;

/// What `crates/mermaid/examples/verdicts.rs` says.
#[derive(Deserialize)]
struct Verdicts {
    sources: Vec<Drawn>,
    diagrams: Vec<Diagram>,
    mistakes: Vec<Mistake>,
}

/// The diagram of a source's fixture.
#[derive(Deserialize)]
struct Drawn {
    name: String,
    text: String,
}

/// A diagram of the corpus.
#[derive(Deserialize)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "verdicts that do not exclude each other"
)]
struct Diagram {
    name: String,
    is_accepted: bool,
    is_drawn: bool,
    milliseconds: u64,
    is_kept: bool,
    /// What the formatter makes of it; nothing if it does not take it for a diagram.
    formatted: Option<String>,
    js_accepts: bool,
    js_draws: bool,
}

/// A typical mistake.
#[derive(Deserialize)]
struct Mistake {
    name: String,
    text: String,
    is_mended: bool,
}

/// Checks everything, of the corpus every third diagram only if so asked, and prints the counts.
pub(super) fn run(third: bool) -> Result<()> {
    let verdicts = verdicts(if third { 3 } else { 1 })?;
    let own = verdicts.judge();
    let folder = workspace::target().join("conformance/mermaid");
    let manifest = folder.join("manifest.json");
    fs::write(&manifest, verdicts.manifest()?)?;
    npm::ensure("conformance")?;
    let theirs = run_check(
        "mermaid.js 11 and 12: read every diagram",
        Command::new("node")
            .current_dir(sources())
            .env(chromium::VARIABLE, chromium::ensure()?)
            .arg("mermaid.mjs")
            .arg(&manifest),
    );
    own.and(theirs)
}

fn verdicts(step: usize) -> Result<Verdicts> {
    let mut command = Command::new(build::programs()?.verdicts);
    let folder = workspace::target().join("conformance/mermaid");
    fs::create_dir_all(&folder)?;
    let file = folder.join("verdicts.json");
    command
        .arg(&file)
        .arg(workspace::root().join("tests/fixtures/mermaid/from"));
    let corpus = env::var_os("ICHIBAN_CORPORA")
        .map_or_else(
            || workspace::root().join("../shared/corpora"),
            PathBuf::from,
        )
        .join("mermaid");
    if corpus.is_dir() {
        command.arg(corpus).arg(step.to_string());
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
    process::run("read, draw, mend and format every diagram", &mut command)?;
    Ok(serde_json::from_slice(&fs::read(&file)?)?)
}

impl Verdicts {
    /// Whether this tool says of the corpus what mermaid.js says.
    fn judge(&self) -> Result<()> {
        let all = self.diagrams.iter();
        let agreed = all.clone().filter(|one| one.is_accepted == one.js_accepts);
        let drawable = all.clone().filter(|one| one.js_draws);
        let drawn = drawable.clone().filter(|one| one.is_drawn);
        let mended = self.mistakes.iter().filter(|one| one.is_mended);
        let slow = all.clone().filter(|one| one.milliseconds >= LONGEST);
        let changed = all.clone().filter(|one| !one.is_kept);
        let longest = all.clone().map(|one| one.milliseconds).max().unwrap_or(0);
        let names: Vec<_> = slow.chain(changed).map(|one| one.name.as_str()).collect();
        let counts = [
            (
                "accepted or refused as mermaid.js does",
                agreed.count(),
                self.diagrams.len(),
                LEAST,
            ),
            (
                "drawn of those that mermaid.js draws",
                drawn.count(),
                drawable.count(),
                LEAST,
            ),
            (
                "typical mistakes mended",
                mended.count(),
                self.mistakes.len(),
                100,
            ),
            (
                "in time, and left as they are if they are accepted",
                self.diagrams.len() - names.len(),
                self.diagrams.len(),
                100,
            ),
        ];
        let mut missed = Vec::new();
        for (what, count, of, least) in counts {
            println!("    {count} of {of} {what}");
            if count * 100 < of * least {
                missed.push(what);
            }
        }
        println!("    the slowest takes {longest} ms");
        if !missed.is_empty() {
            bail!(
                "fewer than there should be: {} {names:?}",
                missed.join("; ")
            );
        }
        Ok(())
    }

    /// What mermaid.js has to read, and what it should say.
    fn manifest(&self) -> Result<Vec<u8>> {
        let drawn = self
            .sources
            .iter()
            .map(|one| json!({ "name": one.name, "text": one.text, "drawn": true }));
        let mended = self
            .mistakes
            .iter()
            .map(|one| json!({ "name": format!("mended {}", one.name), "text": one.text }));
        let formatted = self.diagrams.iter().filter_map(|one| {
            let name = format!("formatted {}", one.name);
            let text = one.formatted.as_ref()?;
            Some(json!({ "name": name, "text": text, "accepted": one.js_accepts }))
        });
        let entries: Vec<_> = drawn.chain(mended).chain(formatted).collect();
        Ok(serde_json::to_vec(&entries)?)
    }
}
