//! `ichiban apidoc ask "which endpoint …" PATH…`: the places that answer a question, without a model.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use ichiban_apidoc::Source;
use ichiban_apidoc::document::Location;
use ichiban_apidoc::search::{Hit, Index};

use super::files;

#[derive(Args)]
pub(crate) struct Arguments {
    /// What is asked, such as "which endpoint deletes a user".
    #[arg(value_name = "QUESTION")]
    question: String,
    /// Files, folders and ZIP archives of documentation; `-` reads standard input.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// How many places are told.
    #[arg(long, value_name = "N", default_value_t = 5)]
    most: usize,
}

impl Arguments {
    pub(crate) fn run(self) -> ExitCode {
        let Ok(sources) = files::read(&self.paths) else {
            return ExitCode::from(2);
        };
        let documents: Vec<_> = sources
            .into_iter()
            .filter_map(|source| match source {
                Source::Document(document) => Some(document),
                Source::OpenApi(_) => None,
            })
            .collect();
        let api = ichiban_apidoc::extract(&documents);
        let index = Index::of(&documents, &api);
        let hits = index.ask(&self.question, self.most);
        if hits.is_empty() {
            let _ = writeln!(
                io::stderr(),
                "No passage has any word of the question: ask in other words."
            );
            return ExitCode::from(1);
        }
        let text: String = hits.iter().map(told).collect();
        match io::stdout().lock().write_all(text.as_bytes()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        }
    }
}

/// A place, the operations documented there, its headings, and the line that fits best.
fn told(hit: &Hit<'_>) -> String {
    let document = &hit.passage.document;
    let place = match hit.location {
        Location::Span { line, .. } => format!("{document}:{line}"),
        Location::Page { number, .. } => format!("{document}, page {number}"),
    };
    let mut lines = vec![format!("{place}  {}", hit.passage.trail.join(" › "))];
    let operations = hit.operations.iter();
    lines.extend(operations.map(|(method, path)| format!("  {method} {path}")));
    let line: String = hit.line.chars().take(160).collect();
    lines.push(format!("    {}\n\n", line.trim()));
    lines.join("\n")
}
