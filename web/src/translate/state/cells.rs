//! What the person does to single cells, and the files that come of them.

use ichiban_browser::{clipboard, files};
use ichiban_engine::protocol::{Column, Command, Row};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Awaited, Draft, Filter, State};
use crate::shell::hosted::Reply;
use crate::shell::words::t;
use crate::translate::sheet;

/// What to do with an exported file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Export {
    /// Save the file of a column.
    Save(Column),
    /// Save a zip of all columns.
    SaveAll,
    /// Copy the file of a column.
    Copy(Column),
}

/// Cells and files.
impl State {
    /// Begins to edit a cell.
    pub(crate) fn edit(self, column: Column, row: Row) {
        let text = self.with_sheet(|sheet| {
            let shown = sheet.cell(column, row).map(sheet::text).unwrap_or_default();
            if shown.is_empty() {
                sheet.row(row).map(|row| row.text.clone())
            } else {
                Some(shown.to_owned())
            }
        });
        self.draft_text.set(text.unwrap_or_default());
        self.draft.set(Some(Draft { column, row }));
    }

    /// Takes what was typed into a cell, which is checked like a model's answer.
    pub(crate) fn finish_edit(self) {
        let Some(draft) = self.draft.get_untracked() else {
            return;
        };
        self.draft.set(None);
        let text = self.draft_text.get_untracked();
        let is_same = self.with_sheet(|sheet| {
            sheet
                .cell(draft.column, draft.row)
                .is_some_and(|state| sheet::text(state) == text)
        });
        if !is_same {
            self.write(draft.column, draft.row, text);
        }
    }

    /// Accepts what stands in cells of a column, or takes that back.
    pub(crate) fn accept(self, column: Column, rows: Vec<Row>, accepted: bool) {
        self.send(&Command::Accept {
            revision: self.with_sheet(sheet::Sheet::revision),
            column,
            rows,
            accepted,
        });
    }

    /// Replaces a cell's text by a person's own.
    pub(super) fn write(self, column: Column, row: Row, text: String) {
        self.send(&Command::Edit {
            revision: self.with_sheet(sheet::Sheet::revision),
            column,
            row,
            text,
        });
    }

    /// Makes a file.
    pub(crate) fn export(self, export: Export) {
        let (column, awaited) = match export {
            Export::Save(column) => (Some(column), Awaited::Save),
            Export::SaveAll => (None, Awaited::Save),
            Export::Copy(column) => (Some(column), Awaited::Copy),
        };
        let ticket = self.ticket(awaited);
        self.send(&Command::Export { column, ticket });
    }

    /// Has the file of a column made.
    pub(in crate::translate) fn make_file(self, column: Column, reply: Reply) {
        let ticket = self.ticket(Awaited::Host(reply));
        let column = Some(column);
        self.send(&Command::Export { column, ticket });
    }

    /// Hands a file over that was made.
    pub(super) fn exported(self, ticket: u32, name: &str, media_type: &str, bytes: Vec<u8>) {
        match self.take_awaited(ticket) {
            Some(Awaited::Save) => match files::download(name, media_type, &bytes) {
                Ok(()) => self.tell(t!("translate-saved", name = name), false),
                Err(error) => self.tell(error.to_string(), true),
            },
            Some(Awaited::Copy) => {
                let state = self;
                let name = name.to_owned();
                spawn_local(async move {
                    let text = String::from_utf8_lossy(&bytes);
                    match clipboard::write_text(&text).await {
                        Ok(()) => state.tell(t!("translate-copied", name = name), false),
                        Err(error) => state.tell(error.to_string(), true),
                    }
                });
            }
            Some(Awaited::Host(reply)) => reply.give(name, bytes),
            Some(_) | None => {}
        }
    }

    pub(super) fn ticket(self, awaited: Awaited) -> u32 {
        let mut ticket = 0;
        self.desk.update_value(|desk| {
            ticket = desk.next_ticket;
            desk.next_ticket = desk.next_ticket.wrapping_add(1);
            desk.awaited.insert(ticket, awaited);
        });
        ticket
    }

    pub(super) fn take_awaited(self, ticket: u32) -> Option<Awaited> {
        let mut awaited = None;
        self.desk
            .update_value(|desk| awaited = desk.awaited.remove(&ticket));
        awaited
    }

    /// Shows a row whatever the filter, and points at it.
    pub(crate) fn go_to(self, column: Column, row: Row) {
        if self.filter.get_untracked() != Filter::All {
            self.filter.set(Filter::All);
        }
        if !self.search.with_untracked(String::is_empty) {
            self.search.set(String::new());
        }
        let state = self;
        // The rows are laid out anew first.
        request_animation_frame(move || {
            state.point_at(row);
            state.focused.set(Some((column, row)));
        });
    }

    /// Brings a row into view, and its line in the editor.
    pub(crate) fn point_at(self, row: Row) {
        self.current.set(Some(row));
        self.reveal.update(|reveal| {
            let count = reveal.map_or(0, |(_, count)| count + 1);
            *reveal = Some((row, count));
        });
    }

    /// Shows a row's line in the editor.
    pub(crate) fn link_source(self, row: Row) {
        self.current.set(Some(row));
        let line = self.with_sheet(|sheet| sheet.row(row).map(|row| row.line));
        self.editor.with_value(|editor| {
            if let (Some(editor), Some(line)) = (editor, line) {
                editor.link(line);
            }
        });
    }
}
