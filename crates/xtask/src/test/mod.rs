//! Installs what the tests need and runs all of them.

use anyhow::{Result, bail};

/// Installs what the tests need and runs all of them.
#[derive(clap::Args)]
pub(crate) struct Args {}

pub(crate) fn run(_args: &Args) -> Result<()> {
    bail!("`test` does not exist yet")
}
