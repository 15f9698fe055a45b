//! Packages of Debian, for who may install them.

use std::fs;
use std::process::Command;
use std::sync::Mutex;

use anyhow::Result;

use super::alone;
use crate::process;

/// Whether this is Debian and the account is root. Not so on Ubuntu, whose Chromium is a snap.
pub(crate) fn is_available() -> bool {
    let is_debian = fs::read_to_string("/etc/os-release")
        .is_ok_and(|release| release.lines().any(|line| line == "ID=debian"));
    is_debian
        && process::answer("id", &["-u"]).as_deref() == Some("0")
        && process::answer("apt-get", &["--version"]).is_some()
}

/// Installs packages.
pub(crate) fn install(packages: &[&str]) -> Result<()> {
    static APT: Mutex<()> = Mutex::new(());
    let _alone = alone(&APT);
    process::run(
        "update Debian's package lists",
        Command::new("apt-get").args(["update", "--quiet"]),
    )?;
    process::run(
        &format!("install Debian's {}", packages.join(" ")),
        Command::new("apt-get")
            .args(["install", "--yes", "--quiet", "--no-install-recommends"])
            .args(packages)
            .env("DEBIAN_FRONTEND", "noninteractive"),
    )?;
    Ok(())
}
