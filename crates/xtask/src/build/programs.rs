//! Cargo: what the conformance runs on this machine.

use std::path::PathBuf;

use anyhow::Result;

use super::cargo;
use crate::{process, workspace};

/// Programs for this machine, unoptimised.
pub(crate) struct Programs {
    /// The command line.
    pub(crate) ichiban: PathBuf,
    /// What judges diagrams: `crates/mermaid/examples/verdicts`.
    pub(crate) verdicts: PathBuf,
}

/// Compiles them.
pub(crate) fn programs() -> Result<Programs> {
    // Of the whole workspace, with an example: Cargo then gives every crate the features that the
    // native tests have compiled it with, and there is next to nothing left to do.
    process::run(
        "compile the programs of the conformance",
        cargo().args([
            "build",
            "--workspace",
            "--bin",
            "ichiban",
            "--example",
            "verdicts",
        ]),
    )?;
    let folder = workspace::target().join("debug");
    Ok(Programs {
        ichiban: folder.join("ichiban"),
        verdicts: folder.join("examples/verdicts"),
    })
}
