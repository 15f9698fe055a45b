//! Reads the documentation of the corpora, scores what was found by the corpora's own script, and
//! has three validators look at every document, and the languages at its calls.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::{calls, python, sources};
use crate::install::npm;
use crate::{build, process, workspace};

/// What is read, and what it must come to.
struct Case {
    name: &'static str,
    /// Below the corpora's `apidoc`.
    input: &'static str,
    truth: &'static str,
    /// The least F1 of endpoints and of parameters.
    least: (f64, f64),
    /// Whether it counts towards the averages.
    counts: bool,
}

const fn source(name: &'static str, input: &'static str, truth: &'static str) -> Case {
    Case {
        name,
        input,
        truth,
        least: (0.95, 0.75),
        counts: true,
    }
}

const fn other(
    name: &'static str,
    input: &'static str,
    truth: &'static str,
    least: (f64, f64),
) -> Case {
    Case {
        name,
        input,
        truth,
        least,
        counts: false,
    }
}

static CASES: &[Case] = &[
    source("couchdb", "couchdb/docs", "couchdb/truth.json"),
    source("discord", "discord/docs", "discord/truth.json"),
    source("docker", "docker/docs", "docker/truth.json"),
    source("ollama", "ollama/docs", "ollama/truth.json"),
    source("prometheus", "prometheus/docs", "prometheus/truth.json"),
    other(
        "discord as HTML",
        "discord/html",
        "discord/truth.json",
        (0.95, 0.75),
    ),
    other(
        "docker as PDF",
        "pdf/docker-engine-1.24.pdf",
        "docker/truth.json",
        (0.984, 0.80),
    ),
    other(
        "couchdb as PDF",
        "pdf/couchdb-api.pdf",
        "couchdb/truth.json",
        (0.986, 0.80),
    ),
    other(
        "Postman",
        "inputs/prometheus.postman.json",
        "inputs/prometheus.truth.json",
        (1.0, 0.99),
    ),
    other(
        "HAR",
        "inputs/prometheus.har",
        "inputs/prometheus.truth.json",
        (0.95, 0.75),
    ),
    other(
        "curl",
        "inputs/ollama.curl.txt",
        "ollama/truth.json",
        (0.95, 0.70),
    ),
];

/// The least of the averages: endpoints, parameters, required, type.
const AVERAGES: [f64; 4] = [0.985, 0.90, 0.97, 0.93];

/// Reads every case, scores it, validates it.
pub(super) fn run() -> Result<()> {
    let corpora = env::var_os("ICHIBAN_CORPORA")
        .map_or_else(
            || workspace::root().join("../shared/corpora"),
            PathBuf::from,
        )
        .join("apidoc");
    if !corpora.is_dir() {
        let missing = format!(
            "the documentation is missing: {} (ICHIBAN_CORPORA names another place)",
            corpora.display()
        );
        if env::var_os("CI").is_some() {
            bail!(missing);
        }
        println!("  – API documentation is not checked: {missing}");
        return Ok(());
    }
    let program = build::programs()?.ichiban;
    let python = python::environment()?;
    let folder = workspace::target().join("conformance/apidoc");
    fs::create_dir_all(&folder)?;
    let mut failed = Vec::new();
    let mut sums = Sums::default();
    let mut written = Vec::new();
    println!(
        "    {:<16} {:>9} {:>9} {:>9} {:>9}",
        "", "endpoints", "params", "required", "type"
    );
    for case in CASES {
        let file = folder.join(format!("{}.json", case.name.replace(' ', "-")));
        let output = Command::new(&program)
            .args(["apidoc", "openapi"])
            .arg(corpora.join(case.input))
            .output()
            .context("the reader cannot be started")?;
        if !output.status.success() {
            println!(
                "    {}: {}",
                case.name,
                String::from_utf8_lossy(&output.stderr).trim()
            );
            failed.push(case.name);
            continue;
        }
        fs::write(&file, &output.stdout)?;
        let score = score(&python, &corpora, &file, case)?;
        let shown = |value: Option<f64>| {
            value.map_or_else(|| "–".to_owned(), |value| format!("{value:.4}"))
        };
        println!(
            "    {:<16} {:>9.4} {:>9.4} {:>9} {:>9}",
            case.name,
            score.endpoints[3],
            score.parameters[3],
            shown(score.required),
            shown(score.kind)
        );
        if score.endpoints[3] < case.least.0 || score.parameters[3] < case.least.1 {
            failed.push(case.name);
        }
        if case.counts {
            sums.add(&score);
        }
        written.push(file);
    }
    let averages = sums.averages();
    println!(
        "    {:<16} {:>9.4} {:>9.4} {:>9.4} {:>9.4}",
        "all sources", averages[0], averages[1], averages[2], averages[3]
    );
    if averages.iter().zip(AVERAGES).any(|(is, least)| *is < least) {
        failed.push("the averages");
    }
    validate(&python, &written)?;
    calls::check(&program, &python, &folder.join("calls"), &written)?;
    if failed.is_empty() {
        return Ok(());
    }
    bail!("not good enough: {}", failed.join(", "))
}

/// True and false positives, false negatives, F1.
type Counts = [f64; 4];

struct Score {
    endpoints: Counts,
    parameters: Counts,
    required: Option<f64>,
    kind: Option<f64>,
}

fn score(python: &Path, corpora: &Path, file: &Path, case: &Case) -> Result<Score> {
    let script = corpora.join("score.py");
    let output = Command::new(python)
        .arg("-B")
        .arg(script)
        .arg(file)
        .arg(corpora.join(case.truth))
        .output()?;
    if !output.status.success() {
        bail!(
            "{}: {}",
            case.name,
            String::from_utf8_lossy(&output.stderr).trim()
        );
    }
    let value: Value = serde_json::from_slice(&output.stdout)?;
    let counts = |pointer: &str| {
        ["tp", "fp", "fn", "f1"].map(|name| {
            value
                .pointer(&format!("{pointer}/{name}"))
                .and_then(Value::as_f64)
                .unwrap_or(0.0)
        })
    };
    Ok(Score {
        endpoints: counts("/endpoints"),
        parameters: counts("/params/name_in"),
        required: value.pointer("/required_acc").and_then(Value::as_f64),
        kind: value.pointer("/type_acc").and_then(Value::as_f64),
    })
}

/// Micro-averages: every endpoint and parameter counts once.
#[derive(Default)]
struct Sums {
    endpoints: [f64; 3],
    parameters: [f64; 3],
    /// What is right, and of how many.
    required: [f64; 2],
    kind: [f64; 2],
}

impl Sums {
    fn add(&mut self, score: &Score) {
        for index in 0..3 {
            self.endpoints[index] += score.endpoints[index];
            self.parameters[index] += score.parameters[index];
        }
        let found = score.parameters[0];
        for (sum, accuracy) in [
            (&mut self.required, score.required),
            (&mut self.kind, score.kind),
        ] {
            if let Some(accuracy) = accuracy {
                sum[0] += accuracy * found;
                sum[1] += found;
            }
        }
    }

    fn averages(&self) -> [f64; 4] {
        let f1 = |[right, wrong, missed]: [f64; 3]| {
            2.0 * right / (2.0 * right + wrong + missed).max(1.0)
        };
        let share = |[right, all]: [f64; 2]| right / all.max(1.0);
        [
            f1(self.endpoints),
            f1(self.parameters),
            share(self.required),
            share(self.kind),
        ]
    }
}

/// Three validators, one by one, on every document.
fn validate(python: &Path, files: &[PathBuf]) -> Result<()> {
    npm::ensure("conformance")?;
    let redocly = sources().join("node_modules/@redocly/cli/bin/cli.js");
    process::run(
        "lint the documents (redocly, struct)",
        Command::new("node")
            .current_dir(sources())
            .arg(redocly)
            .args(["lint", "--config", "redocly.yaml", "--format", "summary"])
            .args(files),
    )?;
    process::run(
        "validate the documents (openapi-schema-validator)",
        Command::new("node")
            .arg(sources().join("openapi.mjs"))
            .args(files),
    )?;
    process::run(
        "validate the documents (openapi-spec-validator)",
        Command::new(python)
            .args(["-m", "openapi_spec_validator"])
            .args(files),
    )?;
    Ok(())
}
