//! Builds the page into dist/.

use anyhow::{Result, bail};

/// Builds the page into dist/.
#[derive(clap::Args)]
pub(crate) struct Args {}

pub(crate) fn run(_args: &Args) -> Result<()> {
    bail!("`build` does not exist yet")
}
