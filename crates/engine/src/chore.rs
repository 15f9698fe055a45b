//! Long work over the whole catalogue, in steps short enough that a command is heard between
//! them.

use std::sync::Arc;

use ichiban_json::localise::check::{self, Author, Terms};
use ichiban_json::localise::pseudo::pseudo;
use ichiban_json::localise::{
    Catalogue, Glossary, Locale, Origin, SegmentId, Translation, compare,
};

use crate::export::{self, Archive, File};
use crate::protocol::{Column, Report, Row};
use crate::table::{Cell, Table};

/// Rows a step goes through.
const STEP: u32 = 500;

/// Work that is begun and not done.
pub(crate) enum Chore {
    /// Takes a person's translation over, text by text.
    Existing {
        column: Column,
        /// By row; taken when their turn comes.
        translations: Vec<Option<Translation>>,
        next: Row,
    },
    /// Compares a person's translation with the source as a whole.
    Compare {
        column: Column,
        target: Box<Catalogue>,
    },
    /// Writes a pseudo-localisation.
    Pseudo { column: Column, next: Row },
    /// Writes files.
    Export {
        ticket: u32,
        /// Columns still to be written.
        columns: std::collections::VecDeque<Column>,
        /// Where they go, if it is to be one file of all.
        archive: Option<Box<Archive>>,
    },
}

/// What a chore works with.
pub(crate) struct Desk<'a> {
    pub(crate) catalogue: &'a Arc<Catalogue>,
    pub(crate) file_name: &'a str,
    pub(crate) table: &'a mut Table,
    pub(crate) glossary: &'a Glossary,
    pub(crate) allow_unchanged: bool,
}

impl Chore {
    /// Does one step. The chore, if it is not done by then.
    pub(crate) fn step(self, desk: &mut Desk<'_>, reports: &mut Vec<Report>) -> Option<Self> {
        match self {
            Self::Existing {
                column,
                mut translations,
                next,
            } => {
                let locale = desk.table.target(column)?.locale.clone();
                let until = after(next);
                for row in (next.0..until.0).map(Row) {
                    let translation = translations.get_mut(row.0 as usize)?.take();
                    if let Some(translation) = translation {
                        let cell = desk.given(&locale, row, translation, Origin::Existing);
                        desk.table.set(column, row, cell);
                    }
                }
                Some(Self::Existing {
                    column,
                    translations,
                    next: until,
                })
            }
            Self::Compare { column, target } => {
                let locale = desk.table.target(column)?.locale.clone();
                let diagnostics = compare(desk.catalogue, &target, &desk.terms(&locale));
                reports.push(Report::Findings {
                    column,
                    diagnostics,
                });
                None
            }
            Self::Pseudo { column, next } => {
                let until = after(next);
                for row in (next.0..until.0).map(Row) {
                    desk.catalogue.segment(SegmentId(row.0))?;
                    let cell = Cell::Done {
                        translation: pseudo(desk.catalogue, SegmentId(row.0)),
                        origin: Origin::Pseudo,
                        findings: Vec::new(),
                    };
                    desk.table.set(column, row, cell);
                }
                Some(Self::Pseudo {
                    column,
                    next: until,
                })
            }
            Self::Export {
                ticket,
                mut columns,
                archive: None,
            } => {
                let file = columns.pop_front().and_then(|column| desk.file(column));
                reports.push(file.map_or_else(
                    || refused(ticket, "That column is not there any more."),
                    |file| exported(ticket, file),
                ));
                None
            }
            Self::Export {
                ticket,
                mut columns,
                archive: Some(mut archive),
            } => {
                let packed = match columns.pop_front() {
                    None => {
                        reports.push(finished(ticket, *archive, desk.file_name));
                        return None;
                    }
                    Some(column) => match desk.file(column) {
                        Some(file) => archive.add(&file),
                        None => Ok(()),
                    },
                };
                if let Err(error) = packed {
                    reports.push(unpackable(ticket, &error));
                    return None;
                }
                Some(Self::Export {
                    ticket,
                    columns,
                    archive: Some(archive),
                })
            }
        }
    }

    /// The request a chore answers.
    pub(crate) fn ticket(&self) -> Option<u32> {
        match self {
            Self::Export { ticket, .. } => Some(*ticket),
            Self::Existing { .. } | Self::Compare { .. } | Self::Pseudo { .. } => None,
        }
    }

    /// The column whose cells a chore changes.
    pub(crate) fn fills(&self) -> Option<Column> {
        match self {
            Self::Existing { column, .. }
            | Self::Compare { column, .. }
            | Self::Pseudo { column, .. } => Some(*column),
            Self::Export { .. } => None,
        }
    }
}

impl Desk<'_> {
    /// A cell for what a person gave.
    pub(crate) fn given(
        &self,
        locale: &Locale,
        row: Row,
        translation: Translation,
        origin: Origin,
    ) -> Cell {
        let (segment, terms) = (SegmentId(row.0), self.terms(locale));
        let findings = check::translation(self.catalogue, segment, &translation.text, &terms);
        Cell::given(translation, origin, findings)
    }

    fn terms<'t>(&'t self, locale: &'t Locale) -> Terms<'t> {
        Terms {
            syntax: self.catalogue.syntax(),
            source_locale: self.catalogue.locale(),
            locale,
            glossary: self.glossary,
            allow_unchanged: self.allow_unchanged,
            author: Author::Person,
        }
    }

    /// The translated file of a column.
    fn file(&self, column: Column) -> Option<File> {
        let target = self.table.target(column)?;
        let source_locale = self.catalogue.locale().map(Locale::as_str);
        let text = self.catalogue.write(&target.locale, |segment| {
            target.cell(Row(segment.0)).and_then(Cell::written)
        });
        Some(File {
            name: export::name(self.file_name, source_locale, target.locale.as_str()),
            bytes: text.into_bytes(),
        })
    }
}

fn after(row: Row) -> Row {
    Row(row.0.saturating_add(STEP))
}

fn exported(ticket: u32, file: File) -> Report {
    Report::Exported {
        ticket,
        media_type: file.media_type().to_owned(),
        file_name: file.name,
        bytes: file.bytes,
    }
}

fn finished(ticket: u32, archive: Archive, source_name: &str) -> Report {
    match archive.finish() {
        Ok(bytes) => exported(
            ticket,
            File {
                name: export::archive_name(source_name),
                bytes,
            },
        ),
        Err(error) => unpackable(ticket, &error),
    }
}

fn unpackable(ticket: u32, error: &zip::result::ZipError) -> Report {
    let message = format!("The zip cannot be written ({error}): download the files one by one.");
    refused(ticket, &message)
}

fn refused(ticket: u32, message: &str) -> Report {
    Report::Refused {
        message: message.to_owned(),
        ticket: Some(ticket),
    }
}
