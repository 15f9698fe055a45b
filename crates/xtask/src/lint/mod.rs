//! Checks the rules of ARCHITECTURE.md that the compiler does not.

use anyhow::{Result, bail};

/// Checks the rules of ARCHITECTURE.md that the compiler does not.
#[derive(clap::Args)]
pub(crate) struct Args {}

pub(crate) fn run(_args: &Args) -> Result<()> {
    bail!("`lint` does not exist yet")
}
