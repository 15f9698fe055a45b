//! Tests of the page as a person meets it: Playwright drives Chromium against the site as it is
//! served, a server that replays recorded answers, and a small real model.

use std::net::SocketAddr;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, ensure};

use super::counts::Counts;
use crate::build::{self, Base, Mode, cargo};
use crate::process::{self, Finished, Service};
use crate::serve::Site;
use crate::{install, model, model_server, workspace};

const FOLDER: &str = "tests/e2e";

pub(super) fn run(rest: &[String]) -> Result<String> {
    install::npm::ensure(FOLDER)?;
    let chromium = install::chromium::ensure()?;
    let site = site()?;
    let replay = replay()?;
    // The page is offered the same model that the server has.
    let weights = model::offer()?;
    let model = model_server::start(0)?;

    let folder = workspace::root().join(FOLDER);
    let play = |what: &str, arguments: &[&str]| -> Result<Finished> {
        process::finish(
            what,
            Command::new("node")
                .arg(folder.join("node_modules/@playwright/test/cli.js"))
                .arg("test")
                .args(arguments)
                .args(rest)
                .current_dir(&folder)
                .env(install::chromium::VARIABLE, &chromium)
                .env("ICHIBAN_SITE", format!("http://{site}"))
                .env("ICHIBAN_REPLAY", &replay.address)
                .env("ICHIBAN_WEIGHTS", &weights)
                .env("ICHIBAN_MODEL", format!("{}/v1", model.address))
                .env("ICHIBAN_MODEL_NAME", model_server::MODEL),
        )
    };
    if !rest.is_empty() {
        let finished = play("end-to-end tests", &[])?;
        return Counts::read(&finished.output).said(&finished);
    }
    // What the page does first: that fails sooner than how it looks. Lighthouse times the page, so
    // nothing runs beside it.
    let runs = [
        play("end-to-end tests of behaviour", &["--project=behaviour"])?,
        play(
            "end-to-end tests of what takes a processor",
            &["--project=alone", "--workers=1"],
        )?,
        play("end-to-end tests of looks", &["--project=looks"])?,
        lighthouse(&chromium, &site)?,
    ];
    let mut counts = Counts::default();
    for run in &runs {
        counts += Counts::read(&run.output);
        // One that ran no test must not hide behind the others.
        Counts::read(&run.output).said(run)?;
    }
    Ok(counts.to_string())
}

/// Has Lighthouse look at each tool, and prints what it found.
fn lighthouse(chromium: &Path, site: &SocketAddr) -> Result<Finished> {
    let finished = process::finish(
        "Lighthouse",
        Command::new("node")
            .arg("lighthouse.mjs")
            .current_dir(workspace::root().join(FOLDER))
            .env(install::chromium::VARIABLE, chromium)
            .env("ICHIBAN_SITE", format!("http://{site}")),
    )?;
    if finished.succeeded {
        print!("{}", finished.output);
    }
    Ok(finished)
}

/// Measures how long the page's main thread is kept, and prints it.
pub(crate) fn frames() -> Result<()> {
    script("frames.mjs").context("the page could not be measured")
}

/// Measures how long a token takes from its bytes to its paint, beside peers, and prints it.
pub(crate) fn painted() -> Result<()> {
    install::npm::ensure("bench")?;
    script("painted.mjs").context("a target is missed, or nothing could be measured")
}

/// Takes the pictures that the documentation and the manifest show.
pub(crate) fn pictures() -> Result<()> {
    script("pictures.mjs").context("the pictures could not be taken")
}

/// Has a script look at the built page, and lets it print.
fn script(name: &str) -> Result<()> {
    install::npm::ensure(FOLDER)?;
    let chromium = install::chromium::ensure()?;
    let site = site()?;
    let replay = replay()?;
    let status = Command::new("node")
        .arg(name)
        .current_dir(workspace::root().join(FOLDER))
        .env(install::chromium::VARIABLE, chromium)
        .env("ICHIBAN_SITE", format!("http://{site}"))
        .env("ICHIBAN_REPLAY", &replay.address)
        .status()
        .context("cannot start node")?;
    ensure!(status.success(), "{name} ended with {status}");
    Ok(())
}

/// Builds the site and serves it.
fn site() -> Result<SocketAddr> {
    let base = Base::default();
    Site::new(build::site(Mode::Release, &base)?, base).serve_aside()
}

/// Starts the server that answers as the tests tell it to.
fn replay() -> Result<Service> {
    const PACKAGE: &str = "ichiban-replay";
    process::run(
        "compile the replay server",
        cargo().args(["build", "--package", PACKAGE]),
    )?;
    Service::announced(
        "replay server",
        &mut Command::new(workspace::target().join("debug").join(PACKAGE)),
        Duration::from_secs(10),
    )
}
