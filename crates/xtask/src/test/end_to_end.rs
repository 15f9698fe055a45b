//! Tests of the page as a person meets it: Playwright drives Chromium against the site as it is
//! served, a server that replays recorded answers, and a small real model.

use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, ensure};

use super::counts::Counts;
use crate::build::{self, Mode, cargo};
use crate::process::{self, Finished, Service};
use crate::serve::Site;
use crate::{install, model_server, workspace};

const FOLDER: &str = "tests/e2e";

pub(super) fn run(rest: &[String]) -> Result<String> {
    install::npm::ensure(FOLDER)?;
    let chromium = install::chromium::ensure()?;
    let site = Site::new(build::site(Mode::Release)?).serve_aside()?;
    let replay = replay()?;
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
                .env("ICHIBAN_MODEL", format!("{}/v1", model.address))
                .env("ICHIBAN_MODEL_NAME", model_server::MODEL),
        )
    };
    if !rest.is_empty() {
        let finished = play("end-to-end tests", &[])?;
        return Counts::read(&finished.output).said(&finished);
    }
    // What the page does first: that fails sooner than how it looks.
    let behaviour = play("end-to-end tests of behaviour", &["--project=behaviour"])?;
    let looks = play("end-to-end tests of looks", &["--project=looks"])?;
    let mut counts = Counts::read(&behaviour.output);
    counts += Counts::read(&looks.output);
    counts.said(if behaviour.succeeded {
        &looks
    } else {
        &behaviour
    })
}

/// Measures how long the page's main thread is kept, and prints it.
pub(crate) fn frames() -> Result<()> {
    install::npm::ensure(FOLDER)?;
    let chromium = install::chromium::ensure()?;
    let site = Site::new(build::site(Mode::Release)?).serve_aside()?;
    let replay = replay()?;
    let status = Command::new("node")
        .arg("frames.mjs")
        .current_dir(workspace::root().join(FOLDER))
        .env(install::chromium::VARIABLE, chromium)
        .env("ICHIBAN_SITE", format!("http://{site}"))
        .env("ICHIBAN_REPLAY", &replay.address)
        .status()
        .context("cannot start node")?;
    ensure!(status.success(), "the page could not be measured");
    Ok(())
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
