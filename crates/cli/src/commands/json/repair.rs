//! `ichiban json repair`: from broken JSON to JSON.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use ichiban_json::repair;

use super::input::{Input, fail, print};

/// Make JSON of what was meant to be
///
/// The repaired document goes to the standard output, a line for each change to the standard
/// error. A valid document comes back as it is, to the byte. Fails if nothing can be made of it.
#[derive(Debug, Args)]
pub(crate) struct Repair {
    /// The document; `-` is the standard input.
    file: PathBuf,
    /// Print the changes instead, as a JSON array of {kind, line, column, offset, removed,
    /// inserted}.
    #[arg(long)]
    changes: bool,
}

impl Repair {
    pub(crate) fn run(self) -> ExitCode {
        let input = match Input::read(&self.file) {
            Ok(input) => input,
            Err(error) => return fail(error),
        };
        let repaired = match repair::repair(&input.text) {
            Ok(repaired) => repaired,
            Err(diagnostic) => return fail(input.at(&diagnostic)),
        };
        if self.changes {
            return match serde_json::to_string_pretty(&repaired.changes) {
                Ok(changes) => print(&(changes + "\n")),
                Err(error) => fail(error),
            };
        }
        let mut notes = io::stderr().lock();
        for change in &repaired.changes {
            // The document counts; a closed standard error is no reason to withhold it.
            let _ = writeln!(notes, "{}: {change}", input.name);
        }
        print(&repaired.text)
    }
}
