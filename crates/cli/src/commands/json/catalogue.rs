//! Reading a catalogue from a file or the standard input, and writing results to the standard
//! output.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::Args;
use serde::Serialize;

use ichiban_json::localise::format::{self, Role};
use ichiban_json::localise::{Catalogue, Hint, Locale, message};
use ichiban_tool::Diagnostic;

use super::input::Input;

/// Exit status for an input that cannot be read, or an option that makes no sense.
pub(super) const UNUSABLE: u8 = 2;

/// What a shell reports for a program that wrote to a pipe nobody reads: 128 + SIGPIPE.
const PIPE_CLOSED: u8 = 141;

/// Options of every command that reads a catalogue.
#[derive(Args)]
pub(super) struct Format {
    /// The catalogue's format; detected from the name and the content if not given
    #[arg(long, value_name = "FORMAT", value_parser = clap::builder::PossibleValuesParser::new(
        format::FORMATS.iter().map(|it| it.name())))]
    pub(super) format: Option<String>,
    /// What placeholders look like in the texts; detected from all of them if not given
    #[arg(long, value_name = "STYLE", value_parser = clap::builder::PossibleValuesParser::new(
        message::STYLES.iter().map(|it| clap::builder::PossibleValue::new(it.name).help(it.example))))]
    pub(super) placeholders: Option<String>,
}

/// Why a catalogue could not be read.
pub(super) enum Unreadable {
    /// The file itself.
    File(String),
    /// What is in it.
    Content(Vec<Diagnostic>),
}

/// The text of a file; `-` is the standard input.
pub(super) fn text(path: &Path) -> Result<String, String> {
    Input::read(path).map(|input| input.text)
}

/// Reads a catalogue.
pub(super) fn read(
    path: &Path,
    format: &Format,
    locale: Option<Locale>,
    role: Role,
) -> Result<Catalogue, Unreadable> {
    let text = text(path).map_err(Unreadable::File)?;
    let hint = Hint {
        path: Some(path.to_string_lossy().into_owned()),
        format: format.format.clone(),
        syntax: format
            .placeholders
            .as_deref()
            .and_then(message::Style::by_name)
            .map(|style| style.syntax.clone()),
        locale,
        role,
    };
    Catalogue::read(text, &hint).map_err(Unreadable::Content)
}

/// Tells why a catalogue could not be read, and with which status the program ends.
pub(super) fn give_up(path: &Path, unreadable: Unreadable) -> ExitCode {
    match unreadable {
        Unreadable::File(message) => complain(&message),
        Unreadable::Content(diagnostics) => {
            for it in diagnostics {
                let place = it.place;
                complain(&format!(
                    "{}:{}:{}: {} {}",
                    path.display(),
                    place.line,
                    place.column,
                    it.message,
                    it.hint
                ));
            }
        }
    }
    ExitCode::from(UNUSABLE)
}

/// Writes a line to the standard error. If not even that can be written, the exit status still
/// says it.
pub(super) fn complain(message: &str) {
    let _ = writeln!(io::stderr(), "error: {message}");
}

/// Writes a text to the standard output.
pub(super) fn print(text: &str) -> Result<(), ExitCode> {
    let mut output = io::stdout().lock();
    output
        .write_all(text.as_bytes())
        .and_then(|()| output.flush())
        .map_err(|error| {
            if error.kind() == io::ErrorKind::BrokenPipe {
                // Who reads has seen enough.
                return ExitCode::from(PIPE_CLOSED);
            }
            complain(&format!("cannot write the standard output: {error}"));
            ExitCode::from(UNUSABLE)
        })
}

/// Writes values as a JSON array, one value a line.
pub(super) fn print_array<T: Serialize>(values: &[T]) -> Result<(), ExitCode> {
    let mut out = String::from("[");
    for (at, value) in values.iter().enumerate() {
        out.push_str(if at == 0 { "\n" } else { ",\n" });
        // These shapes have no map with keys that are not strings: they always serialise.
        out.push_str(&serde_json::to_string(value).unwrap_or_default());
    }
    out.push_str(if values.is_empty() { "]\n" } else { "\n]\n" });
    print(&out)
}
