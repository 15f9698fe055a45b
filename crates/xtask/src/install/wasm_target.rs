//! The standard library for `wasm32-unknown-unknown`.

use std::path::Path;
use std::process::Command;
use std::sync::Mutex;

use anyhow::{Result, bail};

use super::alone;
use crate::process;

/// The target the page and its worker are compiled for.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Sees to it that the compiler can build for the browser.
pub(crate) fn ensure() -> Result<()> {
    static RUSTUP: Mutex<()> = Mutex::new(());
    let _alone = alone(&RUSTUP);
    let installed = process::answer("rustc", &["--print", "target-libdir", "--target", TARGET])
        .is_some_and(|folder| Path::new(&folder).exists());
    if installed {
        return Ok(());
    }
    if process::answer("rustup", &["--version"]).is_none() {
        bail!(
            "the Rust target {TARGET} is missing, and so is rustup, which installs it: \
             see https://rustup.rs, then `rustup target add {TARGET}`"
        );
    }
    process::run(
        "install the Rust target wasm32",
        Command::new("rustup").args(["target", "add", TARGET]),
    )?;
    Ok(())
}
