//! Measures the engines against their peers in headless Chromium.
//!
//! What is measured is in `bench/`: a row is a file in `bench/rows`, and a peer is an npm package
//! pinned in `bench/package.json`. Ours are the packages `ichiban-bench` and `ichiban-bench-pdf`,
//! built as the page is.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::build::{self, Mode, Module};
use crate::install::{self, chromium};
use crate::test::end_to_end;
use crate::workspace;

/// Measures the engines against their peers in headless Chromium
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Measure this row only: the name of a file in bench/rows, such as `json`; or `frames`, how
    /// long the page's main thread is kept; or `painted`, from a token's bytes to its paint
    rows: Vec<String>,
    /// Leave out the larger inputs
    #[arg(long)]
    quick: bool,
}

/// The rows that are measured on the page itself.
const FRAMES: &str = "frames";
const PAINTED: &str = "painted";

const MODULE: Module = Module {
    name: "bench",
    package: "ichiban-bench",
    bin: "ichiban-bench",
    has_parts: false,
    is_optimised: true,
};

/// What draws diagrams, which takes minutes to compile.
const DIAGRAM: Module = Module {
    name: "bench-diagram",
    package: "ichiban-bench",
    bin: "ichiban-bench-diagram",
    has_parts: false,
    is_optimised: false,
};
const DIAGRAM_ROWS: [&str; 1] = ["diagram"];

/// What reads documentation: a package of its own, so that measuring it needs no diagrams.
const PDF: Module = Module {
    name: "bench-pdf",
    package: "ichiban-bench-pdf",
    bin: "ichiban-bench-pdf",
    has_parts: false,
    is_optimised: true,
};
const PDF_ROWS: [&str; 2] = ["documents", "pdf"];

/// The modules that rows need; no rows are all.
fn modules(rows: &[String]) -> Vec<Module> {
    let has =
        |some: &[&str]| rows.is_empty() || rows.iter().any(|row| some.contains(&row.as_str()));
    let is_other = |row: &String| !PDF_ROWS.contains(&row.as_str());
    [
        (MODULE, rows.is_empty() || rows.iter().any(is_other)),
        (DIAGRAM, has(&DIAGRAM_ROWS)),
        (PDF, has(&PDF_ROWS)),
    ]
    .into_iter()
    .filter_map(|(module, is_needed)| is_needed.then_some(module))
    .collect()
}

pub(crate) fn run(args: &Args) -> Result<()> {
    let is_asked = |name: &str| args.rows.iter().any(|row| row == name);
    if is_asked(FRAMES) {
        return end_to_end::frames();
    }
    if is_asked(PAINTED) {
        return end_to_end::painted();
    }
    install::wasm_target::ensure()?;
    // With the page's packages comes the optimiser.
    install::npm::ensure("web")?;
    install::npm::ensure("bench")?;
    let chromium = chromium::ensure()?;
    build::modules(&modules(&args.rows), Mode::Release)?;
    let corpora = env::var_os("ICHIBAN_CORPORA").map_or_else(
        || workspace::root().join("../shared/corpora"),
        PathBuf::from,
    );

    let mut bench = Command::new("node");
    bench
        .current_dir(workspace::root().join("bench"))
        .env(chromium::VARIABLE, chromium)
        .arg("run.mjs")
        .arg("--wasm")
        .arg(build::wasm_folder(Mode::Release))
        .arg("--corpora")
        .arg(corpora);
    for row in &args.rows {
        bench.args(["--row", row]);
    }
    if args.quick {
        bench.arg("--quick");
    }
    let status = bench.status().context("cannot start node")?;
    match status.code() {
        Some(0) => Ok(()),
        Some(1) => bail!("a target is missed"),
        _ => bail!("the bench failed ({status})"),
    }
}
