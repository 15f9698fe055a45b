//! `ichiban mermaid from KIND FILE…`: a diagram of data or code.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::builder::PossibleValuesParser;
use clap::{ArgMatches, Command, FromArgMatches};
use ichiban_mermaid::source::{Error, File, from, source, sources};
use ichiban_tool::Settings;
use serde_json::json;

use crate::commands::flags::Flags;

/// The kind that stands for the likeliest.
const AUTO: &str = "auto";

#[derive(clap::Args)]
pub(crate) struct Args {
    /// What the files are; `auto` tells it from their names and texts.
    #[arg(value_name = "KIND", value_parser = kinds())]
    kind: String,
    /// The files, drawn as one diagram; `-` for standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Prints `{source, text, left_out: [sentence], diagnostics: [diagnostic]}` instead of the
    /// text alone.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    settings: SourceSettings,
}

fn kinds() -> PossibleValuesParser {
    let names = sources().iter().map(|source| source.name);
    PossibleValuesParser::new(std::iter::once(AUTO).chain(names))
}

/// What is left out and what could not be read is told on standard error, too. Exit 1 if there is
/// nothing to draw.
pub(super) fn run(args: &Args) -> io::Result<ExitCode> {
    let mut texts = Vec::new();
    for file in &args.files {
        texts.push(super::read(file)?);
    }
    let names: Vec<Option<String>> = args
        .files
        .iter()
        .map(|file| (file != Path::new("-")).then(|| file.to_string_lossy().into_owned()))
        .collect();
    let files: Vec<File<'_>> = texts
        .iter()
        .zip(&names)
        .map(|(text, name)| File {
            name: name.as_deref(),
            text,
        })
        .collect();
    let kind = if args.kind == AUTO {
        None
    } else {
        source(&args.kind)
    };
    let drawn = match from(kind, &files, &args.settings.0) {
        Ok(drawn) => drawn,
        Err(error) => {
            tell_failure(&error, &names);
            return Ok(ExitCode::FAILURE);
        }
    };
    let mut output = io::stdout().lock();
    if args.json {
        let report = json!({
            "source": drawn.source,
            "text": drawn.text,
            "left_out": drawn.left_out,
            "diagnostics": drawn.diagnostics,
        });
        serde_json::to_writer_pretty(&mut output, &report)?;
        writeln!(output)?;
    } else {
        output.write_all(drawn.text.as_bytes())?;
    }
    let mut errors = io::stderr().lock();
    for diagnostic in &drawn.diagnostics {
        let (place, message) = (diagnostic.place, &diagnostic.message);
        writeln!(
            errors,
            "ichiban: {}:{}: {message}",
            place.line, place.column
        )?;
    }
    for words in &drawn.left_out {
        writeln!(errors, "ichiban: left out: {words}")?;
    }
    Ok(ExitCode::SUCCESS)
}

fn tell_failure(error: &Error, names: &[Option<String>]) {
    let mut errors = io::stderr().lock();
    // There is no one left to tell if that fails as well.
    let _ = match error {
        Error::Syntax { file, diagnostic } => {
            let name = names.get(*file).and_then(Option::as_deref);
            let name = name.unwrap_or("standard input");
            let (place, hint) = (diagnostic.place, &diagnostic.hint);
            writeln!(
                errors,
                "ichiban: {name}:{}:{}: {}\n  {hint}",
                place.line, place.column, diagnostic.message
            )
        }
        other => writeln!(errors, "ichiban: {other}"),
    };
}

/// The settings of all sources as flags; which of them a source has is checked when it is known.
struct SourceSettings(Settings);

impl SourceSettings {
    fn flags() -> Flags {
        Flags::of(
            sources()
                .iter()
                .map(|source| (source.name, source.settings)),
        )
    }
}

impl clap::Args for SourceSettings {
    fn augment_args(command: Command) -> Command {
        Self::flags().augment(command, "Options of kinds")
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for SourceSettings {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        Ok(Self(Self::flags().chosen(matches)))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}
