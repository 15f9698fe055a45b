//! `ichiban mermaid format FILE`.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use ichiban_mermaid::format::format;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The diagram; `-` for standard input.
    file: PathBuf,
}

/// Exit 1 if the text is no diagram, with the place on standard error.
pub(super) fn run(args: &Args) -> io::Result<ExitCode> {
    match format(&super::read(&args.file)?) {
        Ok(text) => {
            io::stdout().lock().write_all(text.as_bytes())?;
            Ok(ExitCode::SUCCESS)
        }
        Err(error) => {
            let (place, message) = (error.place, error.message);
            writeln!(
                io::stderr(),
                "ichiban: {}:{}: {message}\n  `mermaid fix` may mend it.",
                place.line,
                place.column
            )?;
            Ok(ExitCode::FAILURE)
        }
    }
}
