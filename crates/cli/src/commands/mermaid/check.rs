//! `ichiban mermaid check FILE`.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use ichiban_mermaid::check::check;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The diagram; `-` for standard input.
    file: PathBuf,
}

pub(super) fn run(args: &Args) -> io::Result<ExitCode> {
    let diagnostics = check(&super::read(&args.file)?);
    let mut output = io::stdout().lock();
    serde_json::to_writer_pretty(&mut output, &diagnostics)?;
    writeln!(output)?;
    Ok(ExitCode::from(u8::from(!diagnostics.is_empty())))
}
