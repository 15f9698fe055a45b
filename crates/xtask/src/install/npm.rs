//! The npm packages of one folder, exactly as its lock file says.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Mutex;

use anyhow::{Context, Result};

use super::{alone, node};
use crate::{process, workspace};

/// npm. On Windows it is a script, which must be named with its extension.
pub(crate) const PROGRAM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// Sees to it that `folder` (relative to the workspace) has its packages. Does nothing when the
/// lock file is the one they were installed from.
pub(crate) fn ensure(folder: &str) -> Result<()> {
    static NPM: Mutex<()> = Mutex::new(());
    let _alone = alone(&NPM);
    let folder_path = workspace::root().join(folder);
    let lock_path = folder_path.join("package-lock.json");
    let lock =
        fs::read(&lock_path).with_context(|| format!("cannot read {}", lock_path.display()))?;
    let stamp = folder_path.join("node_modules/.installed-from");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    node::ensure()?;
    process::run(
        &format!("install npm packages of {folder}"),
        command(&folder_path).args(["ci", "--no-audit", "--no-fund"]),
    )?;
    fs::write(stamp, lock)?;
    Ok(())
}

/// npm, started in `folder`.
fn command(folder: &Path) -> Command {
    let mut command = Command::new(PROGRAM);
    command.current_dir(folder);
    command
}
