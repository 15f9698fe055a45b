//! A command's input and output.

use std::fmt::Display;
use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;
use std::process::ExitCode;

use ichiban_tool::{Diagnostic, Place};

/// A text to work on.
pub(super) struct Input {
    /// What it is called in messages.
    pub(super) name: String,
    pub(super) text: String,
}

impl Input {
    /// Reads a file, or the standard input for `-`.
    pub(super) fn read(file: &Path) -> Result<Self, String> {
        let is_standard = file == Path::new("-");
        let name = if is_standard {
            "standard input".to_owned()
        } else {
            file.display().to_string()
        };
        let bytes = if is_standard {
            let mut bytes = Vec::new();
            io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
        } else {
            fs::read(file)
        };
        let bytes = bytes.map_err(|error| format!("cannot read {name}: {error}"))?;
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Self { name, text }),
            Err(error) => {
                let at = error.utf8_error().valid_up_to();
                let line = error.as_bytes()[..at].split(|b| *b == b'\n').count();
                Err(format!(
                    "{name}:{line}: the text is not UTF-8; save it as UTF-8"
                ))
            }
        }
    }

    /// A finding, with the place in this input.
    pub(super) fn at(&self, diagnostic: &Diagnostic) -> String {
        let Diagnostic {
            place,
            message,
            hint,
            ..
        } = diagnostic;
        let (name, Place { line, column }) = (&self.name, place);
        format!("{name}:{line}:{column}: {message}\n  {hint}")
    }

    /// Its file's name, if it is a file's.
    pub(super) fn file_name(&self) -> Option<&str> {
        (self.name != "standard input").then_some(&self.name)
    }
}

/// Writes to the standard output. A reader that has seen enough is no failure.
pub(super) fn print(text: &str) -> ExitCode {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => fail(error),
    }
}

/// Writes to the standard error, and fails.
pub(super) fn fail(message: impl Display) -> ExitCode {
    // There is no one left to tell if that fails as well.
    let _ = writeln!(io::stderr(), "error: {message}");
    ExitCode::FAILURE
}
