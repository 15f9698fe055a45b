//! `ichiban apidoc openapi PATH…`.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use ichiban_apidoc::openapi;
use serde_json::Value;

use super::files;

#[derive(Args)]
pub(crate) struct Arguments {
    /// Files, folders and ZIP archives; `-` reads standard input.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// The base URL of calls, in place of what the documents say.
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
    /// How the document is written.
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
pub(super) enum Format {
    Json,
    Yaml,
}

impl Arguments {
    pub(crate) fn run(self) -> ExitCode {
        let Ok(sources) = files::read(&self.paths) else {
            return ExitCode::from(2);
        };
        let mut stderr = io::stderr().lock();
        let (document, notes) = openapi::compile(sources, self.base_url.as_deref());
        for note in notes {
            let _ = writeln!(
                stderr,
                "{}: {} ({})",
                note.document, note.message, note.code
            );
        }
        match self.format.print(&document) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        }
    }
}

impl Format {
    /// Writes a document to standard output.
    pub(super) fn print(self, document: &Value) -> io::Result<()> {
        let text = match self {
            Self::Json => serde_json::to_string_pretty(document).unwrap_or_default() + "\n",
            Self::Yaml => openapi::to_yaml(document),
        };
        io::stdout().lock().write_all(text.as_bytes())
    }
}
