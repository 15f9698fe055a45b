//! A browser for the tests.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;

use anyhow::{Result, bail};

use super::{alone, debian, npm};
use crate::{process, workspace};

/// The folder with Playwright, which knows how to install a Chromium of its own.
const PLAYWRIGHT: &str = "tests/e2e";
/// The variable that names the program, for us and for the tests.
pub(crate) const VARIABLE: &str = "CHROMIUM_PATH";

/// The names Chromium goes by. All but the last two are looked for on `PATH`.
const NAMES: [&str; 6] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/// Sees to it that there is a Chromium, and returns its program: the one `CHROMIUM_PATH` names,
/// else one on this machine, else Debian's, else Playwright's own.
pub(crate) fn ensure() -> Result<PathBuf> {
    static CHROMIUM: Mutex<()> = Mutex::new(());
    let _alone = alone(&CHROMIUM);
    if let Some(path) = env::var_os(VARIABLE).filter(|path| !path.is_empty()) {
        let path = PathBuf::from(path);
        if !path.is_file() {
            bail!(
                "{VARIABLE} names {}, which is no file: correct it, or unset it to have a \
                 Chromium found or installed",
                path.display()
            );
        }
        return Ok(path);
    }
    if let Some(path) = find() {
        return Ok(path);
    }
    if debian::is_available() {
        debian::install(&["chromium", "fonts-liberation"])?;
        if let Some(path) = find() {
            return Ok(path);
        }
    }
    npm::ensure(PLAYWRIGHT)?;
    process::run(
        "install Playwright's Chromium",
        playwright().args(["install", "chromium"]),
    )?;
    let path = process::answer_in(
        &workspace::root().join(PLAYWRIGHT),
        "node",
        &[
            "--print",
            "require('@playwright/test').chromium.executablePath()",
        ],
    );
    match path.map(PathBuf::from) {
        Some(path) if runs(&path) => Ok(path),
        _ => bail!(
            "Playwright's Chromium does not start here, most likely for want of system libraries: \
             `cd {PLAYWRIGHT} && sudo npx playwright install-deps chromium`, or install Chromium \
             and name it with {VARIABLE}"
        ),
    }
}

fn playwright() -> Command {
    let folder = workspace::root().join(PLAYWRIGHT);
    let mut command = Command::new("node");
    command
        .arg(folder.join("node_modules/@playwright/test/cli.js"))
        .current_dir(folder);
    command
}

fn find() -> Option<PathBuf> {
    let folders: Vec<PathBuf> = env::var_os("PATH")
        .map(|path| env::split_paths(&path).collect())
        .unwrap_or_default();
    NAMES
        .iter()
        // An absolute name stays what it is.
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|path| path.is_file() && runs(path))
}

/// Whether it starts at all: Ubuntu's `chromium-browser` may be a mere note on how to get it.
fn runs(path: &Path) -> bool {
    process::answer(path, &["--version"]).is_some()
}
