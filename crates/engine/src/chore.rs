//! Long work over the whole catalogue, in steps short enough that a command is heard between
//! them.

use std::sync::Arc;

use ichiban_json::localise::check::{self, Author, Terms};
use ichiban_json::localise::pseudo::pseudo;
use ichiban_json::localise::{Catalogue, Locale, Origin, SegmentId, Translation, graft};

use crate::engine::compare;
use crate::export::{self, Archive, File};
use crate::protocol::{Column, Report, Row};
use crate::table::{Cell, Table, Target};

/// Rows a step goes through.
const STEP: u32 = 500;

/// Work that is begun and not done.
pub(crate) enum Chore {
    /// Takes a person's translation over, text by text.
    Existing {
        column: Column,
        /// By row; taken when their turn comes.
        cells: Vec<Existing>,
        /// Whether it takes the place of what a model wrote.
        anew: bool,
        next: Row,
    },
    /// Compares a person's translation with the source as a whole.
    Compare { column: Column },
    /// Checks again what there is, by other terms than before.
    Recheck { column: Column, next: Row },
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

/// How a text of the source stands in a person's translation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) enum Existing {
    /// The locale has no use for it.
    #[default]
    NotNeeded,
    /// It is not translated.
    Missing,
    /// It was translated from another text.
    Stale(Translation),
    /// It is translated.
    Stands(Translation),
}

/// What a chore works with.
pub(crate) struct Desk<'a> {
    pub(crate) catalogue: &'a Arc<Catalogue>,
    pub(crate) file_name: &'a str,
    pub(crate) table: &'a mut Table,
    pub(crate) allow_unchanged: bool,
}

impl Chore {
    /// Does one step. The chore, if it is not done by then.
    pub(crate) fn step(self, desk: &mut Desk<'_>, reports: &mut Vec<Report>) -> Option<Self> {
        match self {
            Self::Existing {
                column,
                mut cells,
                anew,
                next,
            } => {
                desk.table.target(column)?;
                let until = after(next);
                for row in (next.0..until.0).map(Row) {
                    let existing = std::mem::take(cells.get_mut(row.0 as usize)?);
                    desk.take_over(column, row, existing, anew);
                }
                Some(Self::Existing {
                    column,
                    cells,
                    anew,
                    next: until,
                })
            }
            Self::Compare { column } => {
                let target = desk.table.target(column)?;
                let existing = target.existing.as_ref()?;
                reports.push(Report::Findings {
                    column,
                    findings: compare::findings(desk.catalogue, existing, &desk.terms(target)),
                });
                None
            }
            Self::Recheck { column, next } => {
                let until = after(next);
                for row in (next.0..until.0).map(Row) {
                    desk.catalogue.segment(SegmentId(row.0))?;
                    desk.recheck(column, row);
                }
                Some(Self::Recheck {
                    column,
                    next: until,
                })
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
            Self::Existing { .. }
            | Self::Compare { .. }
            | Self::Recheck { .. }
            | Self::Pseudo { .. } => None,
        }
    }

    /// The column whose cells a chore changes.
    pub(crate) fn fills(&self) -> Option<Column> {
        match self {
            Self::Existing { column, .. }
            | Self::Compare { column }
            | Self::Recheck { column, .. }
            | Self::Pseudo { column, .. } => Some(*column),
            Self::Export { .. } => None,
        }
    }
}

impl Desk<'_> {
    /// A cell for what a person gave.
    pub(crate) fn given(
        &self,
        column: Column,
        row: Row,
        translation: Translation,
        origin: Origin,
    ) -> Cell {
        let findings = self.findings(column, row, &translation);
        Cell::given(translation, origin, findings)
    }

    fn findings(
        &self,
        column: Column,
        row: Row,
        translation: &Translation,
    ) -> Vec<ichiban_tool::Diagnostic> {
        self.table.target(column).map_or_else(Vec::new, |target| {
            let terms = self.terms(target);
            check::translation(self.catalogue, SegmentId(row.0), &translation.text, &terms)
        })
    }

    /// Puts a text of a person's translation into its cell, unless there is something better.
    fn take_over(&mut self, column: Column, row: Row, existing: Existing, anew: bool) {
        let Some(cell) = self.table.get(column, row) else {
            return;
        };
        if cell.is_persons_own() || self.table.is_accepted(column, row) {
            return;
        }
        let is_free = match cell {
            Cell::Empty | Cell::Stale { .. } => true,
            Cell::Done { origin, .. } => anew || *origin == Origin::Existing,
            Cell::Attention { origin, .. } => anew || *origin == Some(Origin::Existing),
            Cell::Pending | Cell::Streaming => false,
        };
        if !is_free {
            return;
        }
        let cell = match existing {
            Existing::Stands(translation) => self.given(column, row, translation, Origin::Existing),
            Existing::Stale(translation) => Cell::Stale {
                findings: self.findings(column, row, &translation),
                translation,
            },
            // What a model wrote stands in for what is not there.
            Existing::Missing if *cell == Cell::Empty || !anew => return,
            Existing::Missing => match cell {
                Cell::Done {
                    origin: Origin::Existing,
                    ..
                } => Cell::Empty,
                _ => return,
            },
            Existing::NotNeeded if *cell == Cell::Empty => {
                let Some(segment) = self.catalogue.segment(SegmentId(row.0)) else {
                    return;
                };
                Cell::Done {
                    translation: Translation::plain(segment.text.clone()),
                    origin: Origin::Verbatim,
                    findings: Vec::new(),
                }
            }
            Existing::NotNeeded => return,
        };
        self.table.set(column, row, cell);
    }

    /// Checks again what is in a cell.
    fn recheck(&mut self, column: Column, row: Row) {
        let cell = match self.table.get(column, row) {
            Some(
                Cell::Done {
                    translation,
                    origin,
                    ..
                }
                | Cell::Attention {
                    translation: Some(translation),
                    origin: Some(origin),
                    ..
                },
            ) if !matches!(origin, Origin::Pseudo | Origin::Verbatim) => {
                self.given(column, row, translation.clone(), *origin)
            }
            Some(Cell::Stale { translation, .. }) => Cell::Stale {
                translation: translation.clone(),
                findings: self.findings(column, row, translation),
            },
            _ => return,
        };
        if self.table.get(column, row) != Some(&cell) {
            let accepted = self.table.is_accepted(column, row);
            self.table.set(column, row, cell);
            self.table.accept(column, row, accepted);
        }
    }

    fn terms<'t>(&'t self, target: &'t Target) -> Terms<'t> {
        Terms {
            syntax: self.catalogue.syntax(),
            source_locale: self.catalogue.locale(),
            locale: &target.locale,
            glossary: &target.glossary,
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
        let orphans: Vec<_> = target
            .orphans
            .iter()
            .filter(|(path, _)| !target.removed.contains(path))
            .cloned()
            .collect();
        let text = match orphans.as_slice() {
            [] => text,
            orphans => graft::graft(&text, orphans),
        };
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
