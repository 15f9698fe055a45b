//! What a review goes through, and where it stands.

use ichiban_engine::protocol::{CellState, Column, Origin, Row};

use super::sheet::{Sheet, Slot};

/// The cells of a review, in the order they are looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Queue {
    cells: Vec<(Column, Row)>,
    place: usize,
}

impl Queue {
    /// What is there to be looked at: one locale after the other, each from top to bottom. What a
    /// person has accepted already is left out, unless nothing else is there.
    pub(crate) fn of(sheet: &Sheet, columns: &[Column]) -> Self {
        let rows = u32::try_from(sheet.source().len()).unwrap_or(u32::MAX);
        let all = |wanted: fn(&Slot) -> bool| -> Vec<(Column, Row)> {
            columns
                .iter()
                .flat_map(|&column| (0..rows).map(move |row| (column, Row(row))))
                .filter(|(column, row)| sheet.slot(*column, *row).is_some_and(wanted))
                .collect()
        };
        let mut cells = all(|slot| has_text(slot) && !slot.accepted);
        if cells.is_empty() {
            cells = all(has_text);
        }
        Self { cells, place: 0 }
    }

    /// The cell that is looked at; `None` at the end.
    pub(crate) fn current(&self) -> Option<(Column, Row)> {
        self.cells.get(self.place).copied()
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.cells.len()
    }

    /// Which one is looked at, from 0; as many as there are at the end.
    pub(crate) fn place(&self) -> usize {
        self.place
    }

    /// Goes on to the next one, or to the end.
    pub(crate) fn next(&mut self) {
        self.place = (self.place + 1).min(self.cells.len());
    }

    /// Goes back to the one before.
    pub(crate) fn previous(&mut self) {
        self.place = self.place.saturating_sub(1);
    }

    /// Leaves out the cells of columns that are gone.
    pub(crate) fn retain(&mut self, columns: &[Column]) {
        let before = self.cells.iter().take(self.place);
        let place = before
            .filter(|(column, _)| columns.contains(column))
            .count();
        self.cells.retain(|(column, _)| columns.contains(column));
        self.place = place;
    }
}

/// Whether there is a translation to look at.
fn has_text(slot: &Slot) -> bool {
    match &slot.state {
        CellState::Done { origin, .. } => !matches!(origin, Origin::Verbatim | Origin::Pseudo),
        CellState::Stale { .. } | CellState::Attention { .. } => true,
        CellState::Empty | CellState::Pending | CellState::Streaming { .. } => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ichiban_engine::protocol::{CellUpdate, Revision, SourceRow};
    use proptest::prelude::*;

    const DE: Column = Column(0);
    const FR: Column = Column(1);

    fn sheet(cells: &[(Column, u32, Origin, bool)]) -> Sheet {
        let mut sheet = Sheet::default();
        sheet.columns(&[DE, FR]);
        sheet.opened(Revision(1), 3);
        let row = SourceRow {
            path: vec![],
            text: String::new(),
            placeholders: vec![],
            line: 1,
        };
        sheet.rows(Revision(1), Row(0), vec![row.clone(), row.clone(), row]);
        for (column, row, origin, accepted) in cells {
            sheet.update(CellUpdate {
                column: *column,
                row: Row(*row),
                state: CellState::Done {
                    text: "x".to_owned(),
                    forms: vec![],
                    origin: *origin,
                    findings: vec![],
                },
                accepted: *accepted,
            });
        }
        sheet
    }

    #[test]
    fn a_review_goes_through_one_locale_after_the_other() {
        let sheet = sheet(&[
            (FR, 0, Origin::Model, false),
            (DE, 2, Origin::Model, false),
            (DE, 0, Origin::Memory, false),
            (DE, 1, Origin::Verbatim, false),
            (FR, 1, Origin::Person, true),
        ]);
        let queue = Queue::of(&sheet, &[DE, FR]);
        assert_eq!(queue.cells, [(DE, Row(0)), (DE, Row(2)), (FR, Row(0))]);
    }

    #[test]
    fn what_was_accepted_is_gone_through_when_nothing_else_is_there() {
        let sheet = sheet(&[(DE, 1, Origin::Model, true)]);
        assert_eq!(Queue::of(&sheet, &[DE, FR]).cells, [(DE, Row(1))]);
        assert_eq!(Queue::of(&sheet, &[FR]).len(), 0);
    }

    proptest! {
        #[test]
        fn a_place_is_never_lost(steps in proptest::collection::vec(0_u8..3, 0..30), size in 0_u32..5) {
            let mut queue = Queue {
                cells: (0..size).flat_map(|row| [(DE, Row(row)), (FR, Row(row))]).collect(),
                place: 0,
            };
            for step in steps {
                match step {
                    0 => queue.next(),
                    1 => queue.previous(),
                    _ => {
                        let current = queue.current();
                        queue.retain(&[DE]);
                        if let Some((DE, row)) = current {
                            prop_assert_eq!(queue.current(), Some((DE, row)));
                        }
                    }
                }
                prop_assert!(queue.place() <= queue.len());
                prop_assert_eq!(queue.current().is_none(), queue.place() == queue.len());
            }
        }
    }
}
