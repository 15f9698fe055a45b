//! What Cargo knows of the packages.

use std::process::Stdio;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::build::cargo;
use crate::install::wasm_target::TARGET;
use crate::process;

/// The part of [`cargo metadata`](https://doc.rust-lang.org/cargo/commands/cargo-metadata.html)
/// that the checks read.
#[derive(Deserialize)]
pub(crate) struct Metadata {
    pub(crate) packages: Vec<Package>,
    pub(crate) workspace_members: Vec<String>,
}

#[derive(Deserialize)]
pub(crate) struct Package {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) version: String,
    pub(crate) license: Option<String>,
    /// Where it comes from: nothing for a package of this folder, else a registry or a repository.
    pub(crate) source: Option<String>,
    pub(crate) dependencies: Vec<Dependency>,
}

#[derive(Deserialize)]
pub(crate) struct Dependency {
    pub(crate) name: String,
    /// `None` for what the package itself needs, else `dev` or `build`.
    pub(crate) kind: Option<String>,
}

impl Package {
    /// Whether it needs another package, be it for its tests alone.
    pub(crate) fn uses(&self, name: &str) -> bool {
        self.dependencies.iter().any(|one| one.name == name)
    }
}

impl Metadata {
    /// Our own packages.
    pub(crate) fn members(&self) -> impl Iterator<Item = &Package> {
        self.packages
            .iter()
            .filter(|package| self.workspace_members.contains(&package.id))
    }
}

/// Asks Cargo, for this machine and the browser: the packages of other platforms would have to be
/// fetched first.
pub(crate) fn read() -> Result<Metadata> {
    let Some(host) = process::answer("rustc", &["--print", "host-tuple"]) else {
        bail!("`rustc --print host-tuple` does not answer");
    };
    let output = cargo()
        .args(["metadata", "--format-version", "1"])
        .args(["--filter-platform", &host, "--filter-platform", TARGET])
        .stderr(Stdio::inherit())
        .output()
        .context("cannot start cargo")?;
    if !output.status.success() {
        bail!("`cargo metadata` failed");
    }
    serde_json::from_slice(&output.stdout).context("`cargo metadata` prints what we cannot read")
}
