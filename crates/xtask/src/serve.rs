//! Builds the page and serves it on the loopback interface.

use anyhow::{Result, bail};

/// Builds the page and serves it on the loopback interface.
#[derive(clap::Args)]
pub(crate) struct Args {}

pub(crate) fn run(_args: &Args) -> Result<()> {
    bail!("`serve` does not exist yet")
}
