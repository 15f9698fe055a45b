//! `ichiban mermaid fix FILE [--changes]`.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use ichiban_mermaid::fix::fix;
use serde_json::json;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The diagram; `-` for standard input.
    file: PathBuf,
    /// Prints `{text, changes: [{code, line, message}], remaining: [diagnostic]}` instead of the
    /// text alone.
    #[arg(long)]
    changes: bool,
}

/// Exit 1 if something is still wrong, which is then told on standard error too.
pub(super) fn run(args: &Args) -> io::Result<ExitCode> {
    let fixed = fix(&super::read(&args.file)?);
    let mut output = io::stdout().lock();
    if args.changes {
        let report = json!({
            "text": fixed.text,
            "changes": fixed.changes,
            "remaining": fixed.remaining,
        });
        serde_json::to_writer_pretty(&mut output, &report)?;
        writeln!(output)?;
    } else {
        output.write_all(fixed.text.as_bytes())?;
    }
    for diagnostic in &fixed.remaining {
        let place = diagnostic.place;
        let _ = writeln!(
            io::stderr(),
            "ichiban: {}:{}: {}",
            place.line,
            place.column,
            diagnostic.message
        );
    }
    Ok(ExitCode::from(u8::from(!fixed.remaining.is_empty())))
}
