//! Measures the decoders against their peers in headless Chromium.

use anyhow::{Result, bail};

/// Measures the decoders against their peers in headless Chromium.
#[derive(clap::Args)]
pub(crate) struct Args {}

pub(crate) fn run(_args: &Args) -> Result<()> {
    bail!("`bench` does not exist yet")
}
