//! Checks what neither the compiler nor clippy does: the rooms of `ARCHITECTURE.md`, licences,
//! versions that must agree, and what a source file must not hold.

mod licences;
pub(crate) mod metadata;
mod pins;
mod rooms;
mod sources;

use anyhow::{Result, bail};

/// Checks the rules of ARCHITECTURE.md that the compiler does not
#[derive(clap::Args)]
pub(crate) struct Args {}

pub(crate) fn run(_args: &Args) -> Result<()> {
    let checks = check()?;
    println!("{checks} files and packages checked, nothing to say");
    Ok(())
}

/// Runs every check, prints what it finds, and returns how many things were looked at.
pub(crate) fn check() -> Result<usize> {
    let metadata = metadata::read()?;
    let sources = sources::read()?;
    for question in sources::questions(&sources) {
        println!("    {question}");
    }
    let mut findings = rooms::check(&metadata);
    findings.extend(pins::check(&metadata));
    findings.extend(licences::check(&metadata));
    findings.extend(sources::check(&sources));
    for finding in &findings {
        println!("    {finding}");
    }
    if !findings.is_empty() {
        bail!("{} of the project's rules are broken", findings.len());
    }
    Ok(metadata.packages.len() + sources.len())
}
