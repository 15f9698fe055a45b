//! What the file of a locale already has.

use std::io::{self, Write};

use ichiban_json::localise::check::{self, Author, Terms};
use ichiban_json::localise::format::Role;
use ichiban_json::localise::{Catalogue, Glossary, Hint, Memory, difference};
use ichiban_tool::Severity;

use super::{Column, Command, catalogue};

impl Command {
    /// Keeps what the file of a locale already has, whose source has not changed and to which no
    /// rule objects. What is stale is kept for the case that no new translation comes.
    pub(super) fn keep_existing(
        &self,
        catalogue: &Catalogue,
        column: &mut Column,
        glossary: &Glossary,
        memory: &mut Memory,
    ) -> Result<(), String> {
        let shared = catalogue.format().holds_every_locale();
        let existing = column.path.as_ref().filter(|path| path.exists());
        let existing = existing.or(shared.then_some(&self.file));
        let Some(path) = existing.filter(|_| !self.overwrite) else {
            return Ok(());
        };
        let text = if *path == self.file {
            catalogue.text().to_owned()
        } else {
            catalogue::text(path)?
        };
        let hint = Hint {
            format: Some(catalogue.format().name().to_owned()),
            syntax: Some(catalogue.syntax().clone()),
            locale: Some(column.locale.clone()),
            role: Role::Translation,
            ..Hint::default()
        };
        let target = Catalogue::read(text, &hint).map_err(|findings| {
            let reason = findings.first().map(|it| {
                let ichiban_tool::Place { line, column } = it.place;
                format!("{line}:{column}: {}", it.message)
            });
            format!(
                "{}:{} Mend it so that its texts are kept, or replace it with --overwrite",
                path.display(),
                reason.unwrap_or_default()
            )
        })?;
        let terms = Terms {
            syntax: catalogue.syntax(),
            source_locale: catalogue.locale(),
            locale: &column.locale,
            glossary,
            allow_unchanged: self.allow_unchanged,
            author: Author::Person,
        };
        let mut found = difference(catalogue, &target, &column.locale, memory);
        let mut kept = 0;
        for id in &found.unchanged {
            let translation = found.existing.get_mut(id.index()).and_then(Option::take);
            let good = translation.filter(|it| {
                let findings = check::translation(catalogue, *id, &it.text, &terms);
                !findings.iter().any(|finding| {
                    finding.severity == Severity::Error
                        || matches!(finding.code.as_str(), "empty" | "unchanged")
                })
            });
            if let (Some(good), Some(place)) = (good, column.translations.get_mut(id.index())) {
                memory.note(catalogue, *id, &column.locale, &good);
                *place = Some(good);
                kept += 1;
            }
        }
        for id in &found.stale {
            let translation = found.existing.get_mut(id.index()).and_then(Option::take);
            column.stale.extend(translation.map(|it| (*id, it)));
        }
        // What cannot be said is no reason to stop.
        let mut err = io::stderr().lock();
        if kept > 0 {
            let _ = writeln!(
                err,
                "{}: kept {kept} texts of {}; --overwrite asks for them again",
                column.locale,
                path.display()
            );
        }
        if !column.stale.is_empty() {
            let _ = writeln!(
                err,
                "{}: asking again for {} texts whose source has changed",
                column.locale,
                column.stale.len()
            );
        }
        Ok(())
    }
}
