//! The catalogue and its translations as the worker reports them: a fold, with no view in it.
//!
//! While the rows of a new revision still arrive, the last whole one stays in view.

use ichiban_engine::protocol::{Category, CellState, CellUpdate, Column, Revision, Row, SourceRow};

use super::outline::Outline;

/// How many cells are in which state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Nothing asked yet.
    pub(crate) empty: u32,
    /// Asked, nothing seen.
    pub(crate) pending: u32,
    /// Being written.
    pub(crate) streaming: u32,
    /// Settled and checked.
    pub(crate) done: u32,
    /// A translation of another source text.
    pub(crate) stale: u32,
    /// Settled, but a check fails.
    pub(crate) attention: u32,
    /// Of all these, accepted by a person.
    pub(crate) accepted: u32,
}

impl Tally {
    /// Cells in all.
    pub(crate) fn total(self) -> u32 {
        self.missing() + self.done + self.stale + self.attention
    }

    /// Cells that have no settled translation yet.
    pub(crate) fn missing(self) -> u32 {
        self.empty + self.pending + self.streaming
    }

    fn slot(&mut self, state: &CellState) -> &mut u32 {
        match state {
            CellState::Empty => &mut self.empty,
            CellState::Pending => &mut self.pending,
            CellState::Streaming { .. } => &mut self.streaming,
            CellState::Done { .. } => &mut self.done,
            CellState::Stale { .. } => &mut self.stale,
            CellState::Attention { .. } => &mut self.attention,
        }
    }

    fn add(self, other: Self) -> Self {
        Self {
            empty: self.empty + other.empty,
            pending: self.pending + other.pending,
            streaming: self.streaming + other.streaming,
            done: self.done + other.done,
            stale: self.stale + other.stale,
            attention: self.attention + other.attention,
            accepted: self.accepted + other.accepted,
        }
    }
}

/// What is in a cell.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Slot {
    /// Its state.
    pub(crate) state: CellState,
    /// Whether a person accepted it.
    pub(crate) accepted: bool,
}

impl Slot {
    /// Nothing.
    pub(crate) const EMPTY: Self = Self {
        state: CellState::Empty,
        accepted: false,
    };
}

/// A column of the table.
#[derive(Debug, Clone)]
struct Lane {
    column: Column,
    cells: Vec<Slot>,
    tally: Tally,
}

impl Lane {
    fn new(column: Column, rows: usize) -> Self {
        Self {
            column,
            cells: vec![Slot::EMPTY; rows],
            tally: Tally {
                empty: u32::try_from(rows).unwrap_or(u32::MAX),
                ..Tally::default()
            },
        }
    }

    fn set(&mut self, row: Row, slot: Slot) -> bool {
        let Some(cell) = self.cells.get_mut(row.0 as usize) else {
            return false;
        };
        let before = self.tally.slot(&cell.state);
        *before = before.saturating_sub(1);
        *self.tally.slot(&slot.state) += 1;
        let accepted = &mut self.tally.accepted;
        *accepted = accepted.saturating_sub(u32::from(cell.accepted)) + u32::from(slot.accepted);
        *cell = slot;
        true
    }
}

/// One revision of the source with its translations.
#[derive(Debug, Clone, Default)]
struct Version {
    revision: Revision,
    expected: usize,
    rows: Vec<SourceRow>,
    /// How the rows are named; known when they are all there.
    outline: Outline,
    lanes: Vec<Lane>,
}

impl Version {
    fn lane(&mut self, column: Column) -> Option<&mut Lane> {
        self.lanes.iter_mut().find(|lane| lane.column == column)
    }
}

/// The catalogue in view, and the next one while it arrives.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    shown: Version,
    next: Option<Version>,
}

impl Sheet {
    /// Forgets everything but the columns.
    pub(crate) fn clear(&mut self) {
        let columns: Vec<_> = self.shown.lanes.iter().map(|lane| lane.column).collect();
        *self = Self::default();
        self.columns(&columns);
    }

    /// Sets the columns, in the order of the table. Cells of those that remain stay.
    pub(crate) fn columns(&mut self, columns: &[Column]) {
        for version in [Some(&mut self.shown), self.next.as_mut()]
            .into_iter()
            .flatten()
        {
            let mut before = std::mem::take(&mut version.lanes);
            version.lanes = columns
                .iter()
                .map(
                    |&column| match before.iter().position(|lane| lane.column == column) {
                        Some(place) => before.swap_remove(place),
                        None => Lane::new(column, version.expected),
                    },
                )
                .collect();
        }
    }

    /// A source was read that has this many rows, which follow. Tells whether it is in view at
    /// once, which only an empty one is.
    pub(crate) fn opened(&mut self, revision: Revision, rows: u32) -> bool {
        let rows = rows as usize;
        self.next = Some(Version {
            revision,
            expected: rows,
            rows: Vec::with_capacity(rows),
            outline: Outline::default(),
            lanes: self
                .shown
                .lanes
                .iter()
                .map(|lane| Lane::new(lane.column, rows))
                .collect(),
        });
        self.arrive()
    }

    /// Takes rows; tells whether a whole new revision came into view by them.
    pub(crate) fn rows(&mut self, revision: Revision, first: Row, rows: Vec<SourceRow>) -> bool {
        match &mut self.next {
            Some(next) if next.revision == revision && next.rows.len() == first.0 as usize => {
                next.rows.extend(rows);
            }
            _ => return false,
        }
        self.arrive()
    }

    fn arrive(&mut self) -> bool {
        match self.next.take() {
            Some(mut next) if next.rows.len() >= next.expected => {
                next.outline = Outline::new(&next.rows);
                self.shown = next;
                true
            }
            waiting => {
                self.next = waiting;
                false
            }
        }
    }

    /// Takes a cell's new state; tells whether a cell in view changed. Updates speak of the
    /// revision that was last opened.
    pub(crate) fn update(&mut self, update: CellUpdate) -> bool {
        let CellUpdate {
            column,
            row,
            state,
            accepted,
        } = update;
        let slot = Slot { state, accepted };
        match &mut self.next {
            Some(next) => {
                if let Some(lane) = next.lane(column) {
                    lane.set(row, slot);
                }
                false
            }
            None => self
                .shown
                .lane(column)
                .is_some_and(|lane| lane.set(row, slot)),
        }
    }

    /// The revision in view.
    pub(crate) fn revision(&self) -> Revision {
        self.shown.revision
    }

    /// The rows in view.
    pub(crate) fn source(&self) -> &[SourceRow] {
        &self.shown.rows
    }

    /// How the rows in view are named and grouped.
    pub(crate) fn outline(&self) -> &Outline {
        &self.shown.outline
    }

    /// A row in view.
    pub(crate) fn row(&self, row: Row) -> Option<&SourceRow> {
        self.shown.rows.get(row.0 as usize)
    }

    /// The row whose value stands at this line of the source or, if none, the last before it.
    pub(crate) fn row_at_line(&self, line: u32) -> Option<Row> {
        let after = self.shown.rows.partition_point(|row| row.line <= line);
        u32::try_from(after.checked_sub(1)?).ok().map(Row)
    }

    /// A cell in view, and whether it was accepted.
    pub(crate) fn slot(&self, column: Column, row: Row) -> Option<&Slot> {
        self.shown
            .lanes
            .iter()
            .find(|lane| lane.column == column)?
            .cells
            .get(row.0 as usize)
    }

    /// A cell in view.
    pub(crate) fn cell(&self, column: Column, row: Row) -> Option<&CellState> {
        self.slot(column, row).map(|slot| &slot.state)
    }

    /// The cells of a row, in the order of the columns.
    pub(crate) fn cells(&self, row: Row) -> impl Iterator<Item = &CellState> + Clone {
        self.shown
            .lanes
            .iter()
            .filter_map(move |lane| lane.cells.get(row.0 as usize))
            .map(|slot| &slot.state)
    }

    /// How many cells of a column are in which state.
    pub(crate) fn tally(&self, column: Column) -> Tally {
        self.shown
            .lanes
            .iter()
            .find(|lane| lane.column == column)
            .map_or_else(Tally::default, |lane| lane.tally)
    }

    /// The same for all columns together.
    pub(crate) fn tally_of_all(&self) -> Tally {
        self.shown
            .lanes
            .iter()
            .fold(Tally::default(), |sum, lane| sum.add(lane.tally))
    }

    /// Every settled cell, for a worker that has lost them.
    pub(crate) fn settled(&self) -> Vec<CellUpdate> {
        self.shown
            .lanes
            .iter()
            .flat_map(|lane| {
                (0..)
                    .map(Row)
                    .zip(&lane.cells)
                    .filter(|(_, slot)| {
                        matches!(
                            slot.state,
                            CellState::Done { .. }
                                | CellState::Stale { .. }
                                | CellState::Attention { .. }
                        )
                    })
                    .map(|(row, slot)| CellUpdate {
                        column: lane.column,
                        row,
                        state: slot.state.clone(),
                        accepted: slot.accepted,
                    })
            })
            .collect()
    }

    /// The first cell after this one, row by row, that needs attention; from the top again when
    /// there is none below.
    pub(crate) fn next_attention(&self, after: Option<Row>) -> Option<Row> {
        let rows = u32::try_from(self.shown.rows.len()).ok()?;
        let start = after.map_or(0, |row| row.0 + 1);
        (start..rows)
            .chain(0..start.min(rows))
            .map(Row)
            .find(|&row| {
                self.cells(row)
                    .any(|state| matches!(state, CellState::Attention { .. }))
            })
    }
}

/// The text of a cell, whatever its state.
pub(crate) fn text(state: &CellState) -> &str {
    match state {
        CellState::Empty | CellState::Pending => "",
        CellState::Streaming { text }
        | CellState::Done { text, .. }
        | CellState::Stale { text, .. } => text,
        CellState::Attention { text, .. } => text.as_deref().unwrap_or_default(),
    }
}

/// The plural forms beside the text of a cell.
pub(crate) fn forms(state: &CellState) -> &[(Category, String)] {
    match state {
        CellState::Done { forms, .. } | CellState::Stale { forms, .. } => forms,
        CellState::Empty
        | CellState::Pending
        | CellState::Streaming { .. }
        | CellState::Attention { .. } => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ichiban_engine::protocol::Origin;

    const FR: Column = Column(0);
    const DE: Column = Column(1);

    fn row(line: u32) -> SourceRow {
        SourceRow {
            path: vec![format!("k{line}")],
            text: format!("text {line}"),
            placeholders: vec![],
            line,
        }
    }

    fn done(text: &str) -> CellState {
        CellState::Done {
            text: text.into(),
            origin: Origin::Model,
            forms: vec![],
            findings: vec![],
        }
    }

    fn update(column: Column, row: u32, state: CellState) -> CellUpdate {
        CellUpdate {
            column,
            row: Row(row),
            state,
            accepted: false,
        }
    }

    fn three_rows() -> Sheet {
        let mut sheet = Sheet::default();
        sheet.columns(&[FR, DE]);
        assert!(!sheet.opened(Revision(1), 3));
        assert!(sheet.rows(Revision(1), Row(0), vec![row(2), row(4), row(7)]));
        sheet
    }

    #[test]
    fn the_old_revision_stays_until_the_new_one_is_whole() {
        let mut sheet = three_rows();
        sheet.update(update(FR, 0, done("un")));
        assert!(!sheet.opened(Revision(2), 2));
        assert!(!sheet.rows(Revision(2), Row(0), vec![row(2)]));
        assert_eq!(sheet.source().len(), 3);
        assert_eq!(sheet.cell(FR, Row(0)), Some(&done("un")));
        // What is said of the new one meanwhile is not lost, and not shown in the old one.
        assert!(!sheet.update(update(FR, 1, done("neuf"))));
        assert!(sheet.rows(Revision(2), Row(1), vec![row(3)]));
        assert_eq!(sheet.source().len(), 2);
        assert_eq!(sheet.cell(FR, Row(0)), Some(&CellState::Empty));
        assert_eq!(sheet.cell(FR, Row(1)), Some(&done("neuf")));
    }

    #[test]
    fn rows_of_another_revision_are_passed_over() {
        let mut sheet = three_rows();
        sheet.opened(Revision(3), 1);
        assert!(!sheet.rows(Revision(2), Row(0), vec![row(1)]));
        assert_eq!(sheet.revision(), Revision(1));
    }

    #[test]
    fn an_empty_source_is_in_view_at_once() {
        let mut sheet = three_rows();
        assert!(sheet.opened(Revision(2), 0));
        assert!(sheet.source().is_empty());
        assert_eq!(sheet.tally_of_all(), Tally::default());
    }

    #[test]
    fn the_tally_follows_every_change() {
        let mut sheet = three_rows();
        assert_eq!(sheet.tally_of_all().total(), 6);
        sheet.update(update(FR, 0, CellState::Pending));
        sheet.update(update(FR, 0, done("un")));
        sheet.update(update(
            DE,
            2,
            CellState::Attention {
                text: None,
                origin: None,
                reasons: vec![],
                earlier: None,
            },
        ));
        let tally = sheet.tally_of_all();
        assert_eq!((tally.done, tally.attention, tally.missing()), (1, 1, 4));
        assert_eq!(sheet.tally(FR).done, 1);
        assert_eq!(tally.total(), 6);
    }

    #[test]
    fn what_is_accepted_is_counted_until_it_is_taken_back() {
        let mut sheet = three_rows();
        let accepted = CellUpdate {
            accepted: true,
            ..update(FR, 0, done("un"))
        };
        sheet.update(accepted.clone());
        sheet.update(accepted.clone());
        assert_eq!(sheet.tally_of_all().accepted, 1);
        assert_eq!(sheet.settled(), [accepted]);
        sheet.update(update(FR, 0, done("un")));
        assert_eq!(sheet.tally_of_all().accepted, 0);
    }

    #[test]
    fn a_column_that_remains_keeps_its_cells() {
        let mut sheet = three_rows();
        sheet.update(update(DE, 1, done("zwei")));
        sheet.columns(&[DE, Column(2)]);
        assert_eq!(sheet.cell(DE, Row(1)), Some(&done("zwei")));
        assert_eq!(sheet.cell(FR, Row(1)), None);
        assert_eq!(sheet.tally(Column(2)).empty, 3);
    }

    #[test]
    fn an_update_out_of_range_changes_nothing() {
        let mut sheet = three_rows();
        assert!(!sheet.update(update(FR, 9, done("x"))));
        assert!(!sheet.update(update(Column(9), 0, done("x"))));
        assert_eq!(sheet.tally_of_all().empty, 6);
    }

    #[test]
    fn a_line_between_two_values_belongs_to_the_one_before() {
        let sheet = three_rows();
        assert_eq!(sheet.row_at_line(1), None);
        assert_eq!(sheet.row_at_line(4), Some(Row(1)));
        assert_eq!(sheet.row_at_line(6), Some(Row(1)));
        assert_eq!(sheet.row_at_line(99), Some(Row(2)));
    }

    #[test]
    fn attention_is_found_again_from_the_top() {
        let mut sheet = three_rows();
        assert_eq!(sheet.next_attention(None), None);
        sheet.update(update(
            DE,
            1,
            CellState::Attention {
                text: None,
                origin: None,
                reasons: vec![],
                earlier: None,
            },
        ));
        assert_eq!(sheet.next_attention(None), Some(Row(1)));
        assert_eq!(sheet.next_attention(Some(Row(1))), Some(Row(1)));
        assert_eq!(sheet.next_attention(Some(Row(2))), Some(Row(1)));
    }

    #[test]
    fn what_has_settled_can_be_given_back() {
        let mut sheet = three_rows();
        sheet.update(update(FR, 0, done("un")));
        sheet.update(update(FR, 1, CellState::Streaming { text: "de".into() }));
        assert_eq!(sheet.settled(), [update(FR, 0, done("un"))]);
    }
}
