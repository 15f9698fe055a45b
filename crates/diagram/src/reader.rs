//! Makes diagrams of sources.

use ichiban_engine::diagram::source::{Command, File, Job, Report, Setting, Source};
use ichiban_engine::handler::Handler;
use ichiban_mermaid::source::{self, Error, SOURCES, detect};
use ichiban_tool::Settings;

/// Reads sources. It keeps nothing between jobs.
#[derive(Debug, Default)]
pub struct Reader;

/// As many kinds are told of what files may be.
const MOST_LIKELY: usize = 5;

fn make(job: Job, files: &[File], wanted: Option<&str>, settings: &[(String, String)]) -> Report {
    let files: Vec<source::File<'_>> = files
        .iter()
        .map(|file| source::File {
            name: file.name.as_deref(),
            text: &file.text,
        })
        .collect();
    let likely = detect(&files);
    let mut chosen = Settings::default();
    for (name, value) in settings {
        chosen.set(name, value);
    }
    // Settings are those of a kind: before that is known there are none.
    let made = match wanted.and_then(source::source) {
        Some(wanted) => source::from(Some(wanted), &files, &chosen),
        None => source::from(None, &files, &Settings::default()),
    };
    let names = |kinds: &[&source::Source]| {
        let kinds = kinds.iter().take(MOST_LIKELY);
        kinds.map(|kind| kind.name.to_owned()).collect::<Vec<_>>()
    };
    match made {
        Ok(drawn) => Report::Made {
            job,
            source: drawn.source.to_owned(),
            likely: names(&likely),
            text: drawn.text,
            diagnostics: drawn.diagnostics,
            left_out: drawn.left_out,
        },
        Err(error) => Report::Unmade {
            job,
            source: wanted
                .map(ToOwned::to_owned)
                .or_else(|| Some(likely.first()?.name.to_owned())),
            likely: names(&likely),
            message: match &error {
                Error::Unknown => "This is no kind of source that is known: choose one.".to_owned(),
                Error::Syntax { diagnostic, .. } => diagnostic.message.clone(),
                error => error.to_string(),
            },
            place: match error {
                Error::Syntax { file, diagnostic } => {
                    Some((u32::try_from(file).unwrap_or(u32::MAX), *diagnostic))
                }
                _ => None,
            },
        },
    }
}

impl Handler for Reader {
    type Command = Command;
    type Report = Report;

    fn ready(&self) -> Report {
        Report::Ready {
            sources: SOURCES.iter().map(told).collect(),
        }
    }

    fn handle(&mut self, command: Command) -> Option<Report> {
        let Command::Make {
            job,
            files,
            source,
            settings,
        } = command;
        Some(make(job, &files, source.as_deref(), &settings))
    }

    fn refused(message: String) -> Report {
        Report::Refused { message }
    }

    fn is_replaced(_: &Command, _: &Command) -> bool {
        true
    }
}

fn told(source: &source::Source) -> Source {
    let extension = source
        .files
        .iter()
        .filter_map(|pattern| Some(pattern.rsplit_once('.')?.1))
        .find(|extension| !extension.contains('/'))
        .unwrap_or_default();
    Source {
        name: source.name.to_owned(),
        label: source.label.to_owned(),
        about: source.about.to_owned(),
        extension: extension.to_owned(),
        settings: source.settings.iter().map(Setting::from).collect(),
    }
}
