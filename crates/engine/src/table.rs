//! The cells: what every segment is in every target locale, and what of it the page has not been
//! told.

use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::Arc;

use ichiban_json::localise::{Catalogue, Glossary, Locale, Origin, Segment, Translation};
use ichiban_tool::{Diagnostic, Severity};

use crate::protocol::{CellState, CellUpdate, Column, Row};

/// One cell. Unlike a [`CellState`] it does not hold the text that is still being written: that
/// is asked for when the page is told.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) enum Cell {
    /// Nothing yet, and nothing asked.
    #[default]
    Empty,
    /// Asked, no byte of it seen.
    Pending,
    /// Being written.
    Streaming,
    /// Settled and checked.
    Done {
        translation: Translation,
        origin: Origin,
        findings: Vec<Diagnostic>,
    },
    /// Made from another source text than there is now.
    Stale {
        translation: Translation,
        findings: Vec<Diagnostic>,
    },
    /// Settled, but a check fails. A person's own text has an origin, and is written all the
    /// same: they were told.
    Attention {
        translation: Option<Translation>,
        origin: Option<Origin>,
        reasons: Vec<Diagnostic>,
        /// What stood there before it was asked for.
        earlier: Option<Translation>,
    },
}

impl Cell {
    /// Whether it stays as it is unless somebody asks.
    pub(crate) fn is_settled(&self) -> bool {
        matches!(
            self,
            Self::Done { .. } | Self::Stale { .. } | Self::Attention { .. }
        )
    }

    /// What a person gave: settled if no finding is an error.
    pub(crate) fn given(
        translation: Translation,
        origin: Origin,
        findings: Vec<Diagnostic>,
    ) -> Self {
        if findings.iter().any(|it| it.severity == Severity::Error) {
            Self::Attention {
                translation: Some(translation),
                origin: Some(origin),
                reasons: findings,
                earlier: None,
            }
        } else {
            Self::Done {
                translation,
                origin,
                findings,
            }
        }
    }

    /// What is written into the translated file; `None` leaves the source text there.
    pub(crate) fn written(&self) -> Option<&Translation> {
        match self {
            Self::Done { translation, .. } | Self::Stale { translation, .. } => Some(translation),
            Self::Attention {
                translation,
                origin: Some(_),
                ..
            } => translation.as_ref(),
            Self::Attention { earlier, .. } => earlier.as_ref(),
            Self::Empty | Self::Pending | Self::Streaming => None,
        }
    }

    /// Whether a run over the whole column asks for it: what is done, or a person's own, is not
    /// asked for.
    pub(crate) fn is_open(&self) -> bool {
        !matches!(
            self,
            Self::Done { .. }
                | Self::Attention {
                    origin: Some(_),
                    ..
                }
        )
    }

    /// Whether a person wrote it.
    pub(crate) fn is_persons_own(&self) -> bool {
        matches!(
            self,
            Self::Done {
                origin: Origin::Person,
                ..
            } | Self::Attention {
                origin: Some(Origin::Person),
                ..
            }
        )
    }
}

/// A target locale and its cells.
pub(crate) struct Target {
    pub(crate) column: Column,
    pub(crate) locale: Locale,
    /// The terms of the locale.
    pub(crate) glossary: Glossary,
    /// A translation that the person gave.
    pub(crate) existing: Option<Arc<Catalogue>>,
    /// What of it the source does not have and the file that is made has: paths and texts.
    pub(crate) orphans: Vec<(Vec<String>, String)>,
    /// Of those, what is left out all the same.
    pub(crate) removed: HashSet<Vec<String>>,
    cells: Vec<Cell>,
    /// Whether a person accepted what is in a cell.
    accepted: Vec<bool>,
    /// Whether the page has yet to be told of a cell.
    untold: Vec<bool>,
}

/// All cells.
#[derive(Default)]
pub(crate) struct Table {
    targets: Vec<Target>,
    rows: usize,
    /// The cells to tell of, in the order they changed; each is in it once.
    queue: VecDeque<(Column, Row)>,
}

impl Table {
    /// The target locales, in the page's order.
    pub(crate) fn targets(&self) -> &[Target] {
        &self.targets
    }

    /// The target locales, to be changed but for their cells.
    pub(crate) fn targets_mut(&mut self) -> &mut [Target] {
        &mut self.targets
    }

    /// The target locale of a column.
    pub(crate) fn target(&self, column: Column) -> Option<&Target> {
        self.targets.iter().find(|target| target.column == column)
    }

    /// Sets the columns. Those that were there keep their cells.
    pub(crate) fn set_columns(&mut self, columns: Vec<(Column, Locale)>) {
        let mut old = std::mem::take(&mut self.targets);
        for (column, locale) in columns {
            let kept = old
                .iter()
                .position(|target| target.column == column && target.locale == locale)
                .map(|at| old.swap_remove(at));
            let target = kept.unwrap_or_else(|| Target {
                column,
                locale,
                glossary: Glossary::default(),
                existing: None,
                orphans: Vec::new(),
                removed: HashSet::new(),
                cells: vec![Cell::Empty; self.rows],
                accepted: vec![false; self.rows],
                untold: vec![false; self.rows],
            });
            self.targets.push(target);
        }
    }

    /// A cell's state.
    pub(crate) fn get(&self, column: Column, row: Row) -> Option<&Cell> {
        self.target(column)?.cell(row)
    }

    /// Whether a person accepted what is in a cell.
    pub(crate) fn is_accepted(&self, column: Column, row: Row) -> bool {
        self.target(column)
            .and_then(|target| target.accepted.get(index(row)))
            .is_some_and(|it| *it)
    }

    /// Changes a cell; nobody has accepted that. A cell that does not exist is left alone: its
    /// column was removed.
    pub(crate) fn set(&mut self, column: Column, row: Row, cell: Cell) {
        self.change(column, row, Some(cell), false);
    }

    /// Marks what is in a cell as accepted, or not.
    pub(crate) fn accept(&mut self, column: Column, row: Row, accepted: bool) {
        self.change(column, row, None, accepted);
    }

    fn change(&mut self, column: Column, row: Row, cell: Option<Cell>, accepted: bool) {
        let Some(target) = self.targets.iter_mut().find(|it| it.column == column) else {
            return;
        };
        let at = index(row);
        if let (Some(slot), Some(mark), Some(untold)) = (
            target.cells.get_mut(at),
            target.accepted.get_mut(at),
            target.untold.get_mut(at),
        ) {
            if let Some(cell) = cell {
                *slot = cell;
            }
            *mark = accepted;
            if !std::mem::replace(untold, true) {
                self.queue.push_back((column, row));
            }
        }
    }

    /// Lays the table out for another source. The settled cells of a segment whose path and text
    /// are the same stay; each that does is told again, since its row may be another. Cost: one
    /// pass over both sources.
    pub(crate) fn lay_out(&mut self, old: &[Segment], new: &[Segment]) {
        let mut rows: HashMap<(&[String], &str), Vec<usize>> = HashMap::with_capacity(old.len());
        for (row, segment) in old.iter().enumerate().rev() {
            let identity = (segment.path.as_slice(), segment.text.as_str());
            rows.entry(identity).or_default().push(row);
        }
        // Of entries that are the same in all, the first new one takes the first old one's cells.
        let from: Vec<Option<usize>> = new
            .iter()
            .map(|segment| {
                let identity = (segment.path.as_slice(), segment.text.as_str());
                rows.get_mut(&identity)?.pop()
            })
            .collect();

        self.rows = new.len();
        self.queue.clear();
        for target in &mut self.targets {
            let mut cells = std::mem::take(&mut target.cells);
            target.accepted = from
                .iter()
                .map(|from| from.is_some_and(|row| target.accepted.get(row) == Some(&true)))
                .collect();
            target.cells = from
                .iter()
                .zip(new)
                .map(|(from, segment)| {
                    let mut cell = from
                        .and_then(|row| cells.get_mut(row))
                        .map(std::mem::take)
                        .filter(Cell::is_settled)
                        .unwrap_or_default();
                    move_findings(&mut cell, segment);
                    cell
                })
                .collect();
            target.untold = target.cells.iter().map(Cell::is_settled).collect();
        }
        // Row by row, since that is the order in which the page learns of them.
        for (at, row) in (0..new.len()).zip(0..) {
            for target in &self.targets {
                if target.untold.get(at) == Some(&true) {
                    self.queue.push_back((target.column, Row(row)));
                }
            }
        }
    }

    /// The next changed cells, at most `most` and none of `below` or later rows, each as it is
    /// now. `partial` gives the text so far
    /// of one that is being written.
    pub(crate) fn take_updates(
        &mut self,
        most: usize,
        below: Row,
        partial: impl Fn(Column, Row) -> String,
    ) -> Vec<CellUpdate> {
        let mut updates = Vec::new();
        while updates.len() < most
            && let Some((column, row)) = self.queue.pop_front_if(|(_, row)| *row < below)
        {
            let Some(target) = self.targets.iter_mut().find(|it| it.column == column) else {
                continue;
            };
            if let Some(untold) = target.untold.get_mut(index(row)) {
                *untold = false;
            }
            let Some(cell) = target.cell(row) else {
                continue;
            };
            let state = match cell {
                Cell::Empty => CellState::Empty,
                Cell::Pending => CellState::Pending,
                Cell::Streaming => CellState::Streaming {
                    text: partial(column, row),
                },
                Cell::Done {
                    translation,
                    origin,
                    findings,
                } => CellState::Done {
                    text: translation.text.clone(),
                    forms: translation.forms.clone(),
                    origin: *origin,
                    findings: findings.clone(),
                },
                Cell::Stale {
                    translation,
                    findings,
                } => CellState::Stale {
                    text: translation.text.clone(),
                    forms: translation.forms.clone(),
                    findings: findings.clone(),
                },
                Cell::Attention {
                    translation,
                    origin,
                    reasons,
                    earlier,
                } => CellState::Attention {
                    text: translation.as_ref().map(|it| it.text.clone()),
                    origin: *origin,
                    reasons: reasons.clone(),
                    earlier: earlier.as_ref().map(|it| it.text.clone()),
                },
            };
            let accepted = target.accepted.get(index(row)) == Some(&true);
            updates.push(CellUpdate {
                column,
                row,
                state,
                accepted,
            });
        }
        updates
    }

    /// Whether the page has yet to be told of a cell.
    pub(crate) fn has_updates(&self) -> bool {
        !self.queue.is_empty()
    }
}

impl Target {
    /// A cell's state.
    pub(crate) fn cell(&self, row: Row) -> Option<&Cell> {
        self.cells.get(index(row))
    }

    /// Every row and its cell.
    pub(crate) fn cells(&self) -> impl Iterator<Item = (Row, &Cell)> {
        (0..).map(Row).zip(&self.cells)
    }
}

fn index(row: Row) -> usize {
    row.0 as usize
}

/// Findings of a segment that moved stand where it stands now.
fn move_findings(cell: &mut Cell, segment: &Segment) {
    let findings = match cell {
        Cell::Done { findings, .. } | Cell::Stale { findings, .. } => findings,
        Cell::Attention { reasons, .. } => reasons,
        Cell::Empty | Cell::Pending | Cell::Streaming => return,
    };
    for finding in findings {
        finding.place = segment.place;
    }
}
