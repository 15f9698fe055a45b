//! `ichiban mermaid diff A B`.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use ichiban_mermaid::diff::{Unreadable, diff};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The diagram before; `-` for standard input.
    before: PathBuf,
    /// The diagram after.
    after: PathBuf,
    /// Prints `[{change, element, name, before, after}]` instead of sentences.
    #[arg(long)]
    json: bool,
}

/// Exit 1 if the diagrams differ, 2 if either cannot be read.
pub(super) fn run(args: &Args) -> io::Result<ExitCode> {
    let (before, after) = (super::read(&args.before)?, super::read(&args.after)?);
    let differences = match diff(&before, &after) {
        Ok(differences) => differences,
        Err(unreadable) => {
            let (file, error) = match &unreadable {
                Unreadable::Before(error) => (&args.before, error),
                Unreadable::After(error) => (&args.after, error),
            };
            let (file, place) = (file.display(), error.place);
            writeln!(
                io::stderr(),
                "ichiban: {file}:{}:{}: {}",
                place.line,
                place.column,
                error.message
            )?;
            return Ok(ExitCode::from(2));
        }
    };
    let mut output = io::stdout().lock();
    if args.json {
        serde_json::to_writer_pretty(&mut output, &differences)?;
        writeln!(output)?;
    } else {
        for difference in &differences {
            writeln!(output, "{difference}")?;
        }
    }
    Ok(ExitCode::from(u8::from(!differences.is_empty())))
}
