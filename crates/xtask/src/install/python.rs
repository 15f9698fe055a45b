//! Python, which the local model server comes for.

use anyhow::{Result, bail};

use super::debian;
use crate::process;

/// The names Python goes by. The Windows one without a number may be a link to a shop.
const NAMES: [&str; 2] = ["python3", "python"];
/// The oldest release that `xllamacpp` has wheels for.
const OLDEST: (u32, u32) = (3, 10);

/// Sees to it that Python is there, recent enough and able to make environments; returns its name.
pub(crate) fn ensure() -> Result<&'static str> {
    if let Some(name) = find() {
        return Ok(name);
    }
    if debian::is_available() {
        debian::install(&["python3", "python3-venv"])?;
        if let Some(name) = find() {
            return Ok(name);
        }
    }
    let (major, minor) = OLDEST;
    bail!(
        "Python {major}.{minor} or newer with the modules venv and ensurepip is missing: \
         {HOW}, or see https://www.python.org/downloads"
    )
}

const HOW: &str = if cfg!(target_os = "macos") {
    "`brew install python`"
} else if cfg!(windows) {
    "`winget install Python.Python.3.13`"
} else {
    "`sudo apt-get install python3 python3-venv`"
};

fn find() -> Option<&'static str> {
    NAMES.into_iter().find(|name| {
        let test = "import sys, venv, ensurepip; print(*sys.version_info[:2])";
        let version = process::answer(name, &["-c", test]);
        version.as_deref().and_then(parse) >= Some(OLDEST)
    })
}

fn parse(version: &str) -> Option<(u32, u32)> {
    let (major, minor) = version.split_once(' ')?;
    Some((major.parse().ok()?, minor.parse().ok()?))
}
