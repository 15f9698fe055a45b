//! Starts a small language model behind an OpenAI-compatible server.

use anyhow::{Result, bail};

/// Starts a small language model behind an OpenAI-compatible server.
#[derive(clap::Args)]
pub(crate) struct Args {}

pub(crate) fn run(_args: &Args) -> Result<()> {
    bail!("`model_server` does not exist yet")
}
