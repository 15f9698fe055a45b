//! Python: models read the samples and write them again.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use super::{Samples, respelling, run_check, sources};
use crate::{process, workspace};

/// Each model reads its sample and writes it again.
pub(super) fn pydantic(samples: &Samples, folder: &Path, options: &[&str]) -> Result<()> {
    check("pydantic", samples, folder, options)
}

/// Each dataclass reads its sample and writes it again.
pub(super) fn dataclass(samples: &Samples, folder: &Path, options: &[&str]) -> Result<()> {
    check("dataclass", samples, folder, options)
}

/// `SQLite` makes each schema's tables.
pub(super) fn sqlite(samples: &Samples, folder: &Path, options: &[&str]) -> Result<()> {
    check("sqlite", samples, folder, options)
}

/// Each schema is one.
pub(super) fn avro(samples: &Samples, folder: &Path, options: &[&str]) -> Result<()> {
    check("avro", samples, folder, options)
}

fn check(kind: &str, samples: &Samples, folder: &Path, options: &[&str]) -> Result<()> {
    let python = environment()?;
    let place = |name: &str| folder.join(format!("{name}.py"));
    samples.convert(kind, |sample| place(&sample.name), options)?;
    let manifest = samples.manifest(folder, |sample| place(&sample.name))?;
    let script = sources().join("check.py");
    run_check(
        &format!("use {kind} on each sample"),
        respelling(
            Command::new(python)
                .arg("-B")
                .arg(script)
                .arg(kind)
                .arg(manifest),
            options,
        ),
    )
}

/// A Python with the packages that the models need, in a folder of its own.
pub(super) fn environment() -> Result<PathBuf> {
    let folder = workspace::target().join("conformance/python");
    let program = if cfg!(windows) {
        folder.join("Scripts/python.exe")
    } else {
        folder.join("bin/python")
    };
    let wanted = fs::read(sources().join("requirements.txt"))?;
    let stamp = folder.join("installed-from");
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(program);
    }
    let python = env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
    if process::answer(&python, &["--version"]).is_none() {
        bail!("Python is missing: install 3.10 or newer from https://www.python.org/downloads");
    }
    process::run(
        "make a Python environment",
        Command::new(python)
            .args(["-m", "venv", "--clear"])
            .arg(&folder),
    )?;
    process::run(
        "install the packages for Python",
        Command::new(&program)
            .args([
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "-r",
            ])
            .arg(sources().join("requirements.txt")),
    )?;
    fs::write(stamp, wanted)?;
    Ok(program)
}
