//! `ichiban json check`: an existing translation against its source.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use ichiban_json::localise::check::{Author, Terms};
use ichiban_json::localise::format::Role;
use ichiban_json::localise::{Glossary, Locale, compare};
use ichiban_tool::{Diagnostic, Severity};

use super::catalogue::{self, Format, Unreadable};
use super::memory;

/// Check a translation against its source
///
/// Prints a JSON array of {severity, code, path, line, column, message, hint}. Places are those of
/// TARGET; a key that is missing there has the place of SOURCE.
/// Exit status: 1 if any finding is an error, 2 if a file cannot be read.
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Command {
    /// The catalogue in the source language
    #[arg(value_name = "SOURCE")]
    source: PathBuf,
    /// Its translation; `-` for stdin
    #[arg(value_name = "TARGET")]
    target: PathBuf,
    /// The locale of TARGET, such as `de` or `pt-BR`; read from the file or its name if not given
    #[arg(long, value_name = "LOCALE")]
    locale: Option<Locale>,
    /// The translation memory that `translate` wrote: tells translations whose source has changed
    #[arg(long, value_name = "FILE")]
    memory: Option<PathBuf>,
    #[command(flatten)]
    format: Format,
}

impl Command {
    pub(crate) fn run(&self) -> ExitCode {
        let source = match catalogue::read(&self.source, &self.format, None, Role::Source) {
            Ok(source) => source,
            Err(unreadable) => return catalogue::give_up(&self.source, unreadable),
        };
        // The translation is the same kind of file, whatever its first lines look like.
        let format = Format {
            format: Some(source.format().name().to_owned()),
            placeholders: self.format.placeholders.clone(),
        };
        let target = match catalogue::read(
            &self.target,
            &format,
            self.locale.clone(),
            Role::Translation,
        ) {
            Ok(target) => target,
            Err(Unreadable::Content(findings)) => return report(&findings),
            Err(unreadable) => return catalogue::give_up(&self.target, unreadable),
        };
        let Some(locale) = target.locale() else {
            catalogue::complain(
                "the locale of the translation is not known; give it with --locale",
            );
            return ExitCode::from(catalogue::UNUSABLE);
        };
        let glossary = Glossary::default();
        let terms = Terms {
            syntax: source.syntax(),
            source_locale: source.locale(),
            locale,
            glossary: &glossary,
            allow_unchanged: false,
            author: Author::Person,
        };
        let memory = match memory::read(self.memory.as_deref(), source.locale()) {
            Ok(memory) => memory,
            Err(message) => {
                catalogue::complain(&message);
                return ExitCode::from(catalogue::UNUSABLE);
            }
        };
        report(&compare::compare_since(&source, &target, &terms, &memory))
    }
}

fn report(findings: &[Diagnostic]) -> ExitCode {
    if let Err(code) = catalogue::print_array(findings) {
        return code;
    }
    if findings.iter().any(|it| it.severity == Severity::Error) {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}
