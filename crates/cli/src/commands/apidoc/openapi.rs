//! `ichiban apidoc openapi PATH…`.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use ichiban_apidoc::{Source, openapi};

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
enum Format {
    Json,
    Yaml,
}

impl Arguments {
    pub(crate) fn run(self) -> ExitCode {
        let mut stderr = io::stderr().lock();
        let mut files = Vec::new();
        let mut failed = false;
        for path in &self.paths {
            if let Err(error) = collect(path, &mut files) {
                let _ = writeln!(stderr, "{}: {error}", path.display());
                failed = true;
            }
        }
        let several = files.len() > 1;
        let mut sources: Vec<Source> = Vec::new();
        for (name, bytes) in files {
            match ichiban_apidoc::open(&name, &bytes) {
                Ok((read, errors)) => {
                    sources.extend(read);
                    for error in errors {
                        let _ = writeln!(stderr, "{error}");
                    }
                }
                Err(error) => {
                    let _ = writeln!(stderr, "{error}");
                    // A folder may hold files that are no documentation.
                    failed |= !several;
                }
            }
        }
        if sources.is_empty() || failed {
            if sources.is_empty() {
                let _ = writeln!(stderr, "Nothing to read.");
            }
            return ExitCode::from(2);
        }
        let (document, notes) = openapi::compile(sources, self.base_url.as_deref());
        for note in notes {
            let _ = writeln!(
                stderr,
                "{}: {} ({})",
                note.document, note.message, note.code
            );
        }
        let text = match self.format {
            Format::Json => serde_json::to_string_pretty(&document).unwrap_or_default() + "\n",
            Format::Yaml => openapi::to_yaml(&document),
        };
        match io::stdout().lock().write_all(text.as_bytes()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        }
    }
}

/// Reads a file, or the files below a folder in the order of their names.
fn collect(path: &Path, into: &mut Vec<(String, Vec<u8>)>) -> io::Result<()> {
    if path.as_os_str() == "-" {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes)?;
        into.push(("stdin".to_owned(), bytes));
        return Ok(());
    }
    if path.is_dir() {
        let mut entries: Vec<_> = fs::read_dir(path)?.collect::<Result<_, _>>()?;
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            if !entry.file_name().to_string_lossy().starts_with('.') {
                collect(&entry.path(), into)?;
            }
        }
        return Ok(());
    }
    let name = path.file_name().map_or_else(
        || path.display().to_string(),
        |name| name.to_string_lossy().into_owned(),
    );
    into.push((name, fs::read(path)?));
    Ok(())
}
