//! `ichiban json translate`: a catalogue into other languages, by a model.

mod existing;
mod run;

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;

use ichiban_json::localise::format::Role;
use ichiban_json::localise::{
    Catalogue, Glossary, Job, Locale, SegmentId, Target, TargetId, Translation,
};

use super::catalogue::{self, Format};
use super::memory;
use crate::commands::model::Model;
use run::Outcome;

/// Translate a catalogue with a model
///
/// Writes one file per locale beside FILE, or into the folder given with --out; FILE `-` with one
/// locale goes from stdin to stdout. A file that has every language (`.xcstrings`) is written to. A translation that is already there is kept text by text, save
/// where it is empty, unchanged or wrong, or where its source has changed since (--memory knows);
/// --overwrite asks for every text again.
///
/// Each answer is checked as it arrives. A text whose translation fails a check is asked for once
/// more, then left in the source language and named.
/// Exit status: 0 if every text is translated, 1 if some need a person, 2 if a file or an option is
/// unusable, 3 if the endpoint failed, 130 if interrupted. What had settled is written in any case.
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Command {
    /// The catalogue; `-` for stdin
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The locales to translate into, such as `de,pt-BR`
    #[arg(long, value_name = "LOCALES", required = true, value_delimiter = ',')]
    to: Vec<Locale>,
    /// The locale of FILE; read from the file or its name if not given
    #[arg(long, value_name = "LOCALE")]
    from: Option<Locale>,
    #[command(flatten)]
    model: Model,
    /// The folder to write into
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
    /// Ask for texts again that the file already has a translation of
    #[arg(long)]
    overwrite: bool,
    /// Terms and their translations: a JSON object; null or "" keeps a term as it is
    #[arg(long, value_name = "FILE")]
    glossary: Option<PathBuf>,
    /// A translation memory to read and to write back, so that no text is paid for twice: TMX if it
    /// is named `.tmx`, else JSON
    #[arg(long, value_name = "FILE")]
    memory: Option<PathBuf>,
    /// Accept translations that are the same as their source
    #[arg(long)]
    allow_unchanged: bool,
    #[command(flatten)]
    format: Format,
}

/// Exit status if the endpoint failed.
const ENDPOINT_FAILED: u8 = 3;
/// Exit status if the person interrupted: 128 + SIGINT.
const INTERRUPTED: u8 = 130;

/// A locale on its way to a file.
struct Column {
    locale: Locale,
    path: Option<PathBuf>,
    translations: Vec<Option<Translation>>,
    /// Existing translations whose source has changed since.
    stale: Vec<(SegmentId, Translation)>,
}

impl Column {
    /// Puts stale translations where no new ones came: better than the source text, and known for
    /// stale still.
    fn fall_back(&mut self) {
        for (id, translation) in self.stale.drain(..) {
            if let Some(place @ None) = self.translations.get_mut(id.index()) {
                *place = Some(translation);
            }
        }
    }
}

impl Command {
    pub(crate) fn run(&self) -> ExitCode {
        match self.translate() {
            Ok(code) => code,
            Err(message) => {
                catalogue::complain(&message);
                ExitCode::from(catalogue::UNUSABLE)
            }
        }
    }

    fn translate(&self) -> Result<ExitCode, String> {
        let catalogue =
            match catalogue::read(&self.file, &self.format, self.from.clone(), Role::Source) {
                Ok(catalogue) => Arc::new(catalogue),
                Err(unreadable) => return Ok(catalogue::give_up(&self.file, unreadable)),
            };
        let (wire, endpoint) = self.model.endpoint()?;
        let glossary = self.read_glossary()?;
        let mut memory = memory::read(self.memory.as_deref(), catalogue.locale())?;
        let mut columns = self.columns(&catalogue)?;
        let mut targets = Vec::new();
        for (at, column) in columns.iter_mut().enumerate() {
            self.keep_existing(&catalogue, column, &glossary, &mut memory)?;
            let open = |id: &SegmentId| column.translations.get(id.index()) == Some(&None);
            targets.push(Target {
                id: TargetId(u16::try_from(at).map_err(|_| "too many locales")?),
                locale: column.locale.clone(),
                segments: catalogue.ids().filter(open).collect(),
                glossary: glossary.clone(),
            });
        }
        let job = Job {
            model: self.model.name.clone(),
            targets,
            allow_unchanged: self.allow_unchanged,
            ..Job::default()
        };
        let asking = run::Asking {
            wire,
            endpoint,
            parallel: usize::from(self.model.parallel),
        };
        let (ended, memory) = run::run(&catalogue, job, memory, asking, &mut columns)?;
        for column in &mut columns {
            column.fall_back();
        }
        Self::write(&catalogue, &columns)?;
        if let Some(path) = &self.memory {
            memory::write(path, &memory, catalogue.locale())?;
        }
        Ok(match ended.outcome {
            Outcome::Finished if ended.attention == 0 => ExitCode::SUCCESS,
            Outcome::Finished => ExitCode::FAILURE,
            Outcome::Interrupted => ExitCode::from(INTERRUPTED),
            Outcome::Failed(failure) => {
                catalogue::complain(&format!("{} {}", failure.message, failure.hint));
                ExitCode::from(ENDPOINT_FAILED)
            }
        })
    }

    fn read_glossary(&self) -> Result<Glossary, String> {
        let Some(path) = &self.glossary else {
            return Ok(Glossary::default());
        };
        let text = catalogue::text(path)?;
        let terms: BTreeMap<String, Option<String>> =
            serde_json::from_str(&text).map_err(|error| {
                format!(
                    "{} is not a JSON object of terms and translations: {error}",
                    path.display()
                )
            })?;
        Ok(Glossary::from_pairs(
            terms
                .into_iter()
                .map(|(term, target)| (term, target.unwrap_or_default())),
        ))
    }

    /// Where each locale goes.
    fn columns(&self, catalogue: &Catalogue) -> Result<Vec<Column>, String> {
        let stdin = self.file.as_os_str() == "-";
        let shared = catalogue.format().holds_every_locale();
        if stdin && self.out.is_none() && self.to.len() > 1 && !shared {
            return Err(
                "several locales do not fit on stdout; give a folder with --out".to_owned(),
            );
        }
        self.to
            .iter()
            .map(|locale| {
                let path = if stdin && self.out.is_none() {
                    None
                } else {
                    let name = if stdin {
                        Path::new("catalogue.json")
                    } else {
                        &self.file
                    };
                    Some(target_path(name, self.out.as_deref(), catalogue, locale))
                };
                if path.as_deref() == Some(self.file.as_path()) && !shared {
                    return Err(format!(
                        "{} would be overwritten by {locale}",
                        self.file.display()
                    ));
                }
                Ok(Column {
                    locale: locale.clone(),
                    path,
                    translations: vec![None; catalogue.segments().len()],
                    stale: Vec::new(),
                })
            })
            .collect()
    }

    fn write(catalogue: &Catalogue, columns: &[Column]) -> Result<(), String> {
        if catalogue.format().holds_every_locale() {
            let all: Vec<_> = columns
                .iter()
                .map(|it| (&it.locale, it.translations.as_slice()))
                .collect();
            let text = catalogue.write_all(&all).map_err(|findings| {
                let reason = findings.first().map(|it| it.message.as_str());
                format!("cannot write the file: {}", reason.unwrap_or_default())
            })?;
            return columns.first().map_or(Ok(()), |it| Self::put(it, &text));
        }
        for column in columns {
            let text = catalogue.write(&column.locale, |id| {
                column.translations.get(id.index())?.as_ref()
            });
            Self::put(column, &text)?;
        }
        Ok(())
    }

    /// Writes a file, or the standard output.
    fn put(column: &Column, text: &str) -> Result<(), String> {
        let Some(path) = &column.path else {
            return catalogue::print(text).map_err(|_| "cannot write stdout".to_owned());
        };
        let failed = |error| format!("cannot write {}: {error}", path.display());
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(failed)?;
        }
        std::fs::write(path, text).map_err(failed)?;
        let _ = writeln!(io::stderr(), "{}: {}", column.locale, path.display());
        Ok(())
    }
}

/// The file of a locale. Where a folder is named after the source's locale, as in
/// `_locales/en/messages.json`, it is the folder beside it.
fn target_path(source: &Path, out: Option<&Path>, catalogue: &Catalogue, to: &Locale) -> PathBuf {
    let name = source
        .file_name()
        .map(|it| it.to_string_lossy().into_owned());
    let name = name.unwrap_or_default();
    let folder = source.parent().unwrap_or(Path::new(""));
    if let Some(out) = out {
        return out.join(catalogue.format().file_name(&name, catalogue.locale(), to));
    }
    let locale_folder = folder
        .file_name()
        .and_then(|it| it.to_str())
        .and_then(|it| it.parse::<Locale>().ok())
        .filter(|it| Some(it) == catalogue.locale() && Locale::from_path(&name).is_none());
    match (locale_folder, folder.parent()) {
        (Some(_), Some(parent)) => parent.join(to.as_str()).join(name),
        _ => folder.join(catalogue.format().file_name(&name, catalogue.locale(), to)),
    }
}
