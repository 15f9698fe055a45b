//! What a person does to single cells: writing, accepting, looking up.

use ichiban_json::localise::remember::Whole;
use ichiban_json::localise::{Origin, SegmentId, Translation, similar};

use super::Engine;
use crate::protocol::{CellState, CellUpdate, Column, Report, Row, Similar};
use crate::table::Cell;
use crate::transport::Transport;

/// Translations of similar texts to tell: more than a person reads is no help.
const MOST_SIMILAR: usize = 5;

impl<T: Transport> Engine<T> {
    pub(super) fn edit(&mut self, column: Column, row: Row, text: String) {
        let Some(before) = self.table.get(column, row) else {
            return;
        };
        // The text of one form says nothing of the others.
        let forms = match before {
            Cell::Done { translation, .. } | Cell::Stale { translation, .. } => {
                translation.forms.clone()
            }
            Cell::Attention { earlier, .. } => earlier
                .as_ref()
                .map_or_else(Vec::new, |it| it.forms.clone()),
            Cell::Empty | Cell::Pending | Cell::Streaming => Vec::new(),
        };
        let translation = Translation { text, forms };
        if let Some(cell) = self.given(column, row, translation, Origin::Person) {
            self.table.set(column, row, cell);
            self.table.accept(column, row, true);
            self.remember(column, row);
        }
    }

    /// A cell for what a person gave.
    fn given(
        &mut self,
        column: Column,
        row: Row,
        translation: Translation,
        origin: Origin,
    ) -> Option<Cell> {
        let desk = self.desk()?;
        Some(desk.given(column, row, translation, origin))
    }

    pub(super) fn accept(&mut self, column: Column, rows: &[Row], accepted: bool) {
        for &row in rows {
            let Some(cell) = self.table.get(column, row) else {
                continue;
            };
            let anew = match cell {
                Cell::Stale { translation, .. } => Some((translation.clone(), Origin::Existing)),
                // What was refused is a person's own once they want it all the same.
                Cell::Attention {
                    translation: Some(translation),
                    origin: None,
                    ..
                } => Some((translation.clone(), Origin::Person)),
                Cell::Empty
                | Cell::Pending
                | Cell::Streaming
                | Cell::Attention { origin: None, .. } => continue,
                Cell::Done { .. } | Cell::Attention { .. } => None,
            };
            if let Some((translation, origin)) = anew.filter(|_| accepted)
                && let Some(cell) = self.given(column, row, translation, origin)
            {
                self.table.set(column, row, cell);
            }
            self.table.accept(column, row, accepted);
            if accepted {
                self.remember(column, row);
            }
        }
    }

    /// Remembers what stands in a cell, unless a check objects to it.
    fn remember(&mut self, column: Column, row: Row) {
        let (Some(source), Some(target)) = (&self.source, self.table.target(column)) else {
            return;
        };
        let (catalogue, id) = (&source.catalogue, SegmentId(row.0));
        if let Some(translation) = target.cell(row).and_then(Cell::written) {
            self.library
                .note(catalogue, id, &target.locale, translation);
        }
        if let Some(Cell::Done {
            translation,
            origin,
            ..
        }) = target.cell(row)
            && !matches!(origin, Origin::Pseudo | Origin::Verbatim)
        {
            let whole = Whole::new(catalogue, &target.locale, &target.glossary);
            for entry in whole.entries(id, translation) {
                self.library.keep(entry);
            }
        }
    }

    pub(super) fn consult(&mut self, column: Column, row: Row, ticket: u32) {
        let (Some(source), Some(target)) = (&self.source, self.table.target(column)) else {
            return;
        };
        let Some(segment) = source.catalogue.segment(SegmentId(row.0)) else {
            return;
        };
        let terms = target
            .glossary
            .in_text(&segment.text)
            .map(|term| (term.source.clone(), term.target.clone()))
            .collect();
        let mut found = similar(
            self.library.memory(),
            &segment.text,
            &target.locale,
            MOST_SIMILAR,
        );
        // What this visit has translated helps too, though nobody has looked at it.
        for other in similar(&self.memory, &segment.text, &target.locale, MOST_SIMILAR) {
            if !found.iter().any(|it| it.target == other.target) {
                found.push(other);
            }
        }
        found.sort_by_key(|it| std::cmp::Reverse(it.percent));
        found.truncate(MOST_SIMILAR);
        self.reports.push(Report::Consulted {
            ticket,
            terms,
            similar: found
                .into_iter()
                .map(|it| Similar {
                    source: it.source,
                    target: it.target,
                    percent: it.percent,
                })
                .collect(),
        });
    }

    pub(super) fn restore(&mut self, cells: Vec<CellUpdate>) {
        for CellUpdate {
            column,
            row,
            state,
            accepted,
        } in cells
        {
            let cell = match state {
                CellState::Done {
                    text,
                    forms,
                    origin,
                    findings,
                } => Cell::Done {
                    translation: Translation { text, forms },
                    origin,
                    findings,
                },
                CellState::Stale {
                    text,
                    forms,
                    findings,
                } => Cell::Stale {
                    translation: Translation { text, forms },
                    findings,
                },
                CellState::Attention {
                    text,
                    origin,
                    reasons,
                    earlier,
                } => Cell::Attention {
                    translation: text.map(Translation::plain),
                    origin,
                    reasons,
                    earlier: earlier.map(Translation::plain),
                },
                CellState::Empty | CellState::Pending | CellState::Streaming { .. } => continue,
            };
            self.table.set(column, row, cell);
            self.table.accept(column, row, accepted);
        }
    }
}
