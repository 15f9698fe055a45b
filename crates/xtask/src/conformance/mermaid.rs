//! Holds the Mermaid tool to mermaid.js 11 and 12: the diagrams of every source are drawn, whatever
//! is chosen, diagrams are accepted and drawn as mermaid.js does, a formatted diagram keeps its
//! verdict, what was mended is drawn, and nothing takes long. Of diagrams on their way nearly every
//! prefix can be drawn, no picture is blank after one that was not, and none takes back what the one
//! before it showed.

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

/// What `crates/mermaid/examples/verdicts` says.
#[derive(Deserialize)]
struct Verdicts {
    sources: Vec<Drawn>,
    diagrams: Vec<Diagram>,
    mistakes: Vec<Mistake>,
    /// How many prefixes of diagrams were read, mended and drawn without a panic.
    prefixes: usize,
}

/// The diagram of a source's fixture.
#[derive(Deserialize)]
struct Drawn {
    name: String,
    text: String,
    /// Whether nothing was chosen: then it is drawn too, and else only read, since there are many.
    is_default: bool,
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
    /// How many of its prefixes name its kind; none if it is not drawn by both.
    prefixes: usize,
    /// How many of these could be drawn.
    drawable: usize,
    /// What a picture of it on its way showed and the next one did not.
    taken_back: Vec<String>,
    /// How many pictures were of nothing after one of something.
    blank: usize,
}

/// A typical mistake.
#[derive(Deserialize)]
struct Mistake {
    name: String,
    text: String,
    is_mended: bool,
}

/// Checks everything, of the corpus and of what the sources' settings make every third diagram only if
/// so asked, and prints the counts.
pub(super) fn run(third: bool) -> Result<()> {
    let step = if third { 3 } else { 1 };
    let verdicts = verdicts(step)?;
    let own = verdicts.judge();
    let folder = workspace::target().join("conformance/mermaid");
    let manifest = folder.join("manifest.json");
    fs::write(&manifest, verdicts.manifest(step)?)?;
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
        .arg(workspace::root().join("tests/fixtures/mermaid"));
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
        let torn = all
            .clone()
            // What cannot be drawn as a whole is counted above; the page keeps the picture before.
            .filter(|one| !one.taken_back.is_empty() || (one.is_drawn && one.blank > 0));
        let arriving = all.clone().filter(|one| one.prefixes > 0).count();
        let longest = all.clone().map(|one| one.milliseconds).max().unwrap_or(0);
        let count = |names: &[&str]| self.diagrams.len() - names.len();
        let spoilt: Vec<_> = slow.chain(changed).map(|one| one.name.as_str()).collect();
        let torn: Vec<_> = torn.map(|one| one.name.as_str()).collect();
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
                count(&spoilt),
                self.diagrams.len(),
                100,
            ),
            (
                "prefixes drawn of diagrams on their way",
                all.clone().map(|one| one.drawable).sum(),
                all.clone().map(|one| one.prefixes).sum(),
                LEAST,
            ),
            (
                "diagrams on their way without a blank picture or one that takes something back",
                arriving - torn.len(),
                arriving,
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
        println!(
            "    {} prefixes read, mended and drawn without a panic",
            self.prefixes
        );
        println!("    the slowest takes {longest} ms");
        if !missed.is_empty() {
            let (missed, taken_back) = (missed.join("; "), self.taken_back());
            bail!("fewer than there should be: {missed} {spoilt:?} {torn:?} {taken_back:?}");
        }
        Ok(())
    }

    /// The first things that a picture of a diagram on its way took back.
    fn taken_back(&self) -> Vec<&str> {
        let all = self
            .diagrams
            .iter()
            .filter_map(|one| one.taken_back.first());
        all.map(String::as_str).take(10).collect()
    }

    /// What mermaid.js has to read, and what it should say; of what is only read, one of `step`.
    fn manifest(&self, step: usize) -> Result<Vec<u8>> {
        let (whole, chosen): (Vec<_>, Vec<_>) = self.sources.iter().partition(|one| one.is_default);
        let drawn = whole
            .into_iter()
            .chain(chosen.into_iter().step_by(step))
            .map(|one| json!({ "name": one.name, "text": one.text, "drawn": one.is_default }));
        let mended = self
            .mistakes
            .iter()
            .map(|one| json!({ "name": format!("mended {}", one.name), "text": one.text, "drawn": true }));
        let formatted = self.diagrams.iter().filter_map(|one| {
            let name = format!("formatted {}", one.name);
            let text = one.formatted.as_ref()?;
            Some(json!({ "name": name, "text": text, "accepted": one.js_accepts }))
        });
        let entries: Vec<_> = drawn.chain(mended).chain(formatted).collect();
        Ok(serde_json::to_vec(&entries)?)
    }
}
