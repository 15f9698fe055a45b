//! `ichiban mermaid …`.

mod check;
mod diff;
mod fix;
mod format;
mod from;
mod png;
mod render;

use std::fs;
use std::io::{self, Read, Write as _};
use std::path::Path;
use std::process::ExitCode;

use clap::Subcommand;

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Says what is wrong with a diagram, as JSON; exit 1 if anything is.
    Check(check::Args),
    /// Mends a diagram without changing what it says.
    Fix(fix::Args),
    /// Says what differs between two diagrams; exit 1 if anything does.
    Diff(diff::Args),
    /// Puts a diagram into one style without changing what it says.
    Format(format::Args),
    /// Draws data or code as a diagram.
    From(from::Args),
    /// Draws a diagram as SVG or PNG.
    Render(render::Args),
}

impl Command {
    pub(crate) fn run(self) -> ExitCode {
        let result = match self {
            Self::Check(args) => check::run(&args),
            Self::Fix(args) => fix::run(&args),
            Self::Diff(args) => diff::run(&args),
            Self::Format(args) => format::run(&args),
            Self::From(args) => from::run(&args),
            Self::Render(args) => render::run(&args),
        };
        result.unwrap_or_else(|error| {
            let _ = writeln!(io::stderr(), "ichiban: {error}");
            ExitCode::from(2)
        })
    }
}

/// The text of a file, or of standard input for `-`.
fn read(file: &Path) -> io::Result<String> {
    if file == Path::new("-") {
        let mut text = String::new();
        io::stdin().read_to_string(&mut text)?;
        return Ok(text);
    }
    fs::read_to_string(file)
        .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", file.display())))
}
