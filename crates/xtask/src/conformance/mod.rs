//! Converts every sample document to every target, and has the real languages use the result.
//! Reads the API documentation of the corpora, and has the scores and the validators judge it.
//! Draws diagrams, and has mermaid.js say whether it reads them the same way.
//!
//! One file for each of them. All samples go into one project a language, so that its compiler
//! starts once. What is generated lies under `target/conformance` to be looked at.

mod apidoc;
mod calls;
mod go;
mod java;
mod mermaid;
mod node;
mod python;
mod rust;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::install::debian;
use crate::{build, process, workspace};

/// Converts every sample document to every target, and has the real languages use the result.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// What is checked; everything if it is not named.
    #[arg(value_enum)]
    subject: Option<Subject>,
    /// Every third sample and diagram, the same ones each time (the default where `CI` is set).
    #[arg(long)]
    third: bool,
    /// All samples, where `CI` is set too.
    #[arg(long, conflicts_with = "third")]
    all: bool,
    /// Only these checks.
    #[arg(long, value_name = "CHECK")]
    only: Vec<String>,
}

/// A tool whose output others use.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Subject {
    /// JSON · Convert
    Json,
    /// Docs → API
    Apidoc,
    /// Mermaid
    Mermaid,
}

/// A check: converts the samples into a folder, and has a language use them there.
struct Check {
    name: &'static str,
    /// The target's options.
    options: &'static [&'static str],
    run: fn(&Samples, &Path, &[&str]) -> Result<()>,
}

impl Check {
    const fn of(
        name: &'static str,
        options: &'static [&'static str],
        run: fn(&Samples, &Path, &[&str]) -> Result<()>,
    ) -> Self {
        Self { name, options, run }
    }
}

/// The option by which a target has types for dates and addresses. What these write may be spelt
/// in another way than it was read.
const FORMAT_TYPES: &str = "--format-types";

/// Tells a language's program that strings may be spelt in another way.
const RESPELT: &str = "CONFORMANCE_RESPELT";

/// Every check, in the order they run: each target as it is, and with its options.
static CHECKS: &[Check] = &[
    Check::of("typescript", &[], node::typescript),
    Check::of(
        "typescript-options",
        &["--merged", "--readonly", "--declaration", "type"],
        node::typescript,
    ),
    Check::of("zod", &[], node::zod),
    Check::of(
        "zod-options",
        &["--merged", "--unknown-keys", "refuse"],
        node::zod,
    ),
    Check::of("zod-keep", &["--unknown-keys", "keep"], node::zod),
    Check::of("json-schema", &[], node::json_schema),
    Check::of("json-schema-options", &["--merged"], node::json_schema),
    Check::of("pydantic", &[], python::pydantic),
    Check::of(
        "pydantic-options",
        &["--merged", "--extra", "forbid"],
        python::pydantic,
    ),
    Check::of("pydantic-allow", &["--extra", "allow"], python::pydantic),
    Check::of(
        "pydantic-format-types",
        &["--format-types"],
        python::pydantic,
    ),
    Check::of("dataclass", &[], python::dataclass),
    Check::of("dataclass-frozen", &["--frozen"], python::dataclass),
    Check::of("sqlite", &[], python::sqlite),
    Check::of("avro", &[], python::avro),
    Check::of("avro-format-types", &["--format-types"], python::avro),
    Check::of("graphql", &[], node::graphql),
    Check::of("graphql-format-types", &["--format-types"], node::graphql),
    Check::of("java", &[], java::check),
    Check::of("java-options", &["--merged"], java::check),
    Check::of("java-format-types", &["--format-types"], java::check),
    Check::of("go", &[], go::check),
    Check::of("go-format-types", &["--format-types"], go::check),
    Check::of("rust", &[], rust::check),
    Check::of(
        "rust-options",
        &["--merged", "--map", "BTreeMap"],
        rust::check,
    ),
    Check::of("rust-format-types", &["--format-types"], rust::check),
];

pub(crate) fn run(args: &Args) -> Result<()> {
    let named = !args.only.is_empty();
    if args.subject == Some(Subject::Apidoc) || (args.subject.is_none() && !named) {
        apidoc::run()?;
    }
    if args.subject == Some(Subject::Apidoc) {
        return Ok(());
    }
    if args.subject == Some(Subject::Mermaid) || (args.subject.is_none() && !named) {
        mermaid::run(args.is_third())?;
    }
    if args.subject == Some(Subject::Mermaid) {
        return Ok(());
    }
    json(args)
}

impl Args {
    fn is_third(&self) -> bool {
        self.third || (env::var_os("CI").is_some() && !self.all)
    }
}

fn json(args: &Args) -> Result<()> {
    if let Some(unknown) = args
        .only
        .iter()
        .find(|name| CHECKS.iter().all(|check| check.name != **name))
    {
        let names: Vec<&str> = CHECKS.iter().map(|check| check.name).collect();
        bail!(
            "there is no check `{unknown}`: choose among {}",
            names.join(", ")
        );
    }
    check(args.is_third(), &args.only).map(|said| println!("{said}"))
}

/// All checks, as a part of the tests: of every third sample where `CI` is set. What to say of
/// it.
pub(crate) fn test() -> Result<String> {
    let third = env::var_os("CI").is_some();
    apidoc::run()?;
    mermaid::run(third)?;
    check(third, &[])
}

fn check(third: bool, only: &[String]) -> Result<String> {
    let samples = Samples::find(third)?;
    // Options change a part of what is written: fewer samples show it where there is not time for all.
    let few = samples.step_by(if third { 3 } else { 1 });
    println!(
        "  {} samples, {} of them with options too",
        samples.entries.len(),
        few.entries.len()
    );
    let folder = workspace::target().join("conformance");
    let (mut passed, mut failed) = (0, Vec::new());
    for check in CHECKS {
        if !only.is_empty() && !only.iter().any(|name| name == check.name) {
            continue;
        }
        let folder = folder.join(check.name);
        fs::create_dir_all(&folder)?;
        let samples = if check.options.is_empty() {
            &samples
        } else {
            &few
        };
        match (check.run)(samples, &folder, check.options) {
            Ok(()) => passed += 1,
            Err(error) => {
                println!("    {error:#}");
                failed.push(check.name);
            }
        }
    }
    if failed.is_empty() {
        Ok(format!(
            "{} samples pass {passed} checks",
            samples.entries.len()
        ))
    } else {
        bail!("no conformance: {}", failed.join(", "))
    }
}

/// A document, and a name for what is made of it.
#[derive(Clone)]
struct Sample {
    /// Letters, digits and underscores, a letter first.
    name: String,
    path: PathBuf,
}

/// What is converted, and by which program.
struct Samples {
    entries: Vec<Sample>,
    program: PathBuf,
}

impl Samples {
    /// The samples: our own, and those of the corpora, or every third of those, where the corpora
    /// are on this machine.
    fn find(third: bool) -> Result<Self> {
        let mut paths = own()?;
        let corpora = env::var_os("ICHIBAN_CORPORA").map_or_else(
            || workspace::root().join("../shared/corpora"),
            PathBuf::from,
        );
        let folder = corpora.join("json/samples");
        if folder.is_dir() {
            let mut found = Vec::new();
            for entry in fs::read_dir(&folder)? {
                let path = entry?.path();
                if path
                    .extension()
                    .is_some_and(|extension| extension == "json")
                {
                    found.push(path.canonicalize()?);
                }
            }
            found.sort();
            paths.extend(found.into_iter().step_by(if third { 3 } else { 1 }));
        } else {
            let missing = format!(
                "the sample documents are missing: {} (ICHIBAN_CORPORA names another place)",
                folder.display()
            );
            if env::var_os("CI").is_some() {
                bail!(missing);
            }
            println!("  – conformance is checked of our own samples only: {missing}");
        }
        let entries = paths
            .into_iter()
            .map(|path| Sample {
                name: name(&path),
                path,
            })
            .collect();
        let program = build::programs()?.ichiban;
        Ok(Self { entries, program })
    }

    /// One in `step` of them, the same ones each time.
    fn step_by(&self, step: usize) -> Self {
        Self {
            entries: self.entries.iter().step_by(step).cloned().collect(),
            program: self.program.clone(),
        }
    }

    /// Converts each sample to `target`, into the file that `place` names.
    fn convert(
        &self,
        target: &str,
        place: impl Fn(&Sample) -> PathBuf,
        more: &[&str],
    ) -> Result<()> {
        let more: Vec<String> = more.iter().map(ToString::to_string).collect();
        self.convert_each(target, place, |_| more.clone())
    }

    /// As [`convert`](Self::convert), with flags for each sample.
    fn convert_each(
        &self,
        target: &str,
        place: impl Fn(&Sample) -> PathBuf,
        more: impl Fn(&Sample) -> Vec<String>,
    ) -> Result<()> {
        let mut failed = 0;
        for sample in &self.entries {
            let output = Command::new(&self.program)
                .args(["json", "convert", "--to", target, "--name", "Root"])
                .args(more(sample))
                .arg(&sample.path)
                .output()
                .context("the converter cannot be started")?;
            if !output.status.success() {
                failed += 1;
                println!(
                    "    {}: {}",
                    sample.name,
                    String::from_utf8_lossy(&output.stderr).trim()
                );
            }
            let path = place(sample);
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder)?;
            }
            // What has not changed keeps its time, and need not be compiled again.
            if fs::read(&path).ok().as_deref() != Some(output.stdout.as_slice()) {
                fs::write(&path, &output.stdout)?;
            }
        }
        if failed > 0 {
            bail!("{failed} samples cannot be converted to {target}");
        }
        Ok(())
    }

    /// Writes the list of samples and of what was made of them, for a script to go through.
    fn manifest(&self, folder: &Path, generated: impl Fn(&Sample) -> PathBuf) -> Result<PathBuf> {
        let entries: Vec<String> = self
            .entries
            .iter()
            .map(|sample| {
                let (path, generated) = (sample.path.display(), generated(sample));
                format!(
                    "{{\"name\":{:?},\"sample\":{:?},\"generated\":{:?}}}",
                    sample.name,
                    path.to_string(),
                    generated.display().to_string()
                )
            })
            .collect();
        let manifest = folder.join("manifest.json");
        fs::write(&manifest, format!("[{}]", entries.join(",\n")))?;
        Ok(manifest)
    }
}

/// Our own samples, each in a file of its own.
fn own() -> Result<Vec<PathBuf>> {
    let text = fs::read_to_string(sources().join("samples.txt"))?;
    let folder = workspace::target().join("conformance/samples");
    text.split("\n## ")
        .skip(1)
        .map(|sample| {
            let (name, document) = sample.split_once('\n').unwrap_or((sample, ""));
            let path = folder.join(format!("own-{}.json", name.replace(' ', "-")));
            write(&path, document)?;
            Ok(path)
        })
        .collect()
}

/// The folder of the scripts and projects that the checks start from.
fn sources() -> PathBuf {
    workspace::root().join("conformance")
}

/// Writes a file if that changes it.
fn write(path: &Path, text: &str) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    if fs::read(path).ok().as_deref() != Some(text.as_bytes()) {
        fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

fn name(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let clean: String = stem
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' })
        .collect();
    format!("s_{}", clean.to_ascii_lowercase())
}

/// Whether a missing compiler is installed: on a machine that is there for the tests, not on a
/// person's own.
fn debian_may_install() -> bool {
    env::var_os("CI").is_some() && debian::is_available()
}

/// Lets a check's program have strings in another spelling where the options bring that about.
fn respelling<'a>(command: &'a mut Command, options: &[&str]) -> &'a mut Command {
    if options.contains(&FORMAT_TYPES) {
        command.env(RESPELT, "1");
    }
    command
}

/// Runs a check's last step, and shows its count.
fn run_check(what: &str, command: &mut Command) -> Result<()> {
    let finished = process::run(what, command)?;
    if let Some(count) = finished.output.lines().last() {
        println!("    {count}");
    }
    Ok(())
}
