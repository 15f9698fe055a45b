//! What a tool can say of the sources without running them.

use std::process::Command;

use anyhow::{Result, bail};

use super::advisories;
use crate::build::{cargo, is_linted};
use crate::install::wasm_target::{self, TARGET};
use crate::{install, lint, process, workspace};

/// The packages that are compiled for the browser.
const BROWSER_PACKAGES: [&str; 4] = [
    "ichiban-browser",
    "ichiban-diagram",
    "ichiban-engine",
    "ichiban-web",
];

pub(super) fn run() -> Result<String> {
    // Each says something that the others do not.
    let checks = [
        format(),
        lint::check().map(drop),
        clippy(),
        clippy_browser(),
        advisories::check(),
    ];
    let failures: Vec<String> = checks
        .into_iter()
        .filter_map(|check| Some(format!("{:#}", check.err()?)))
        .collect();
    if !failures.is_empty() {
        bail!("{}", failures.join("; "));
    }
    Ok("nothing to say".to_owned())
}

fn format() -> Result<()> {
    process::run("rustfmt", cargo().args(["fmt", "--all", "--check"]))?;
    Ok(())
}

fn clippy() -> Result<()> {
    if is_linted() {
        return Ok(());
    }
    process::run(
        "clippy, native",
        cargo().args([
            "clippy",
            "--workspace",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ]),
    )?;
    Ok(())
}

fn clippy_browser() -> Result<()> {
    // What is for the browser alone is a test, which is compiled by Clippy too.
    if is_linted() {
        return Ok(());
    }
    wasm_target::ensure()?;
    let mut clippy = cargo();
    clippy.args(["clippy", "--target", TARGET, "--all-targets"]);
    for package in BROWSER_PACKAGES {
        clippy.args(["--package", package]);
    }
    process::run("clippy, browser", clippy.args(["--", "-D", "warnings"]))?;
    Ok(())
}

/// Checks the types of the page's scripts.
pub(super) fn types() -> Result<()> {
    install::npm::ensure("web")?;
    let web = workspace::root().join("web");
    process::run(
        "TypeScript",
        Command::new("node")
            .arg(web.join("node_modules/typescript/bin/tsc"))
            .arg("--project")
            .arg(web),
    )?;
    Ok(())
}
