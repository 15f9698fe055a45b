//! Tests of the Rust code that needs no browser: with nextest if it is there, else with Cargo.

use anyhow::Result;

use super::counts::Counts;
use crate::build::cargo;
use crate::process;

pub(super) fn run(rest: &[String]) -> Result<String> {
    if rest.is_empty() {
        // Benches too: they have no tests, and must still compile.
        process::run(
            "compile the native tests",
            cargo().args(["test", "--workspace", "--all-targets", "--no-run"]),
        )?;
    }
    let has_nextest = process::answer("cargo", &["nextest", "--version"]).is_some();
    let mut command = cargo();
    if has_nextest {
        command.args(["nextest", "run", "--no-fail-fast"]);
    } else {
        command.args(["test", "--all-targets", "--no-fail-fast"]);
    }
    let tests = process::finish("native tests", command.arg("--workspace").args(rest))?;
    let mut counts = Counts::read(&tests.output);
    let said = counts.said(&tests)?;
    if !rest.is_empty() {
        return Ok(said);
    }
    // The examples in the documentation, which nextest leaves alone.
    let examples = process::finish(
        "examples in the documentation",
        cargo().args(["test", "--workspace", "--doc", "--no-fail-fast"]),
    )?;
    counts += Counts::read(&examples.output);
    counts.said(&examples)
}
