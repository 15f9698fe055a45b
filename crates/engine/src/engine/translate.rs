//! Runs of translation, one after another: how one begins, goes on and ends, and what of it is
//! seen in the table.

use std::sync::Arc;
use std::time::Duration;

use ichiban_json::localise::remember::Whole;
use ichiban_json::localise::{
    self, Change, Memory, Origin, Patch, SegmentId, Session, Target, TargetId, Translation,
};

use super::{Engine, next_id};
use crate::protocol::{Column, Job, Outcome, Report, Row};
use crate::run::{Run, Step};
use crate::table::Cell;
use crate::transport::{Moment, Transport};

/// A run that was asked for.
pub(super) struct Asked {
    pub(super) job: Job,
    /// The cells, if not all that are open.
    pub(super) cells: Option<Vec<(Column, Row)>>,
}

impl<T: Transport> Engine<T> {
    /// Begins a run, or has it wait for the one that goes on.
    pub(super) fn ask(&mut self, asked: Asked, moment: &Moment) {
        if self.run.is_some() {
            self.queue.push_back(asked);
        } else {
            self.begin(asked, moment);
        }
    }

    fn begin(&mut self, Asked { job, cells }: Asked, moment: &Moment) {
        let Some(source) = &self.source else {
            return self.refuse("There is nothing to translate yet.", None);
        };
        let catalogue = Arc::clone(&source.catalogue);
        let patience = Duration::from_millis(job.patience_ms.into());
        let line = match self.line(job.endpoint, &job.wire, patience, job.purpose) {
            Ok(line) => line,
            Err(failure) => {
                self.outcome = Some(Outcome::Failed(failure));
                return;
            }
        };
        // A run that begins before the page was told of the last one's end goes on for it.
        self.outcome = None;
        self.allow_unchanged = job.allow_unchanged;
        let columns: Vec<Column> = match &cells {
            None => job.columns,
            Some(cells) => {
                let mut columns: Vec<_> = cells.iter().map(|(column, _)| *column).collect();
                columns.sort_unstable();
                columns.dedup();
                columns
            }
        };
        // Whoever asks again does not want what is remembered.
        if cells.is_none() {
            self.recall(&columns);
        }
        let targets = columns
            .iter()
            .filter_map(|column| {
                let target = self.table.target(*column)?;
                let rows: Vec<Row> = match &cells {
                    None => target
                        .cells()
                        .filter(|(_, cell)| cell.is_open())
                        .map(|(row, _)| row)
                        .collect(),
                    Some(cells) => cells
                        .iter()
                        .filter(|(it, row)| it == column && target.cell(*row).is_some())
                        .map(|(_, row)| *row)
                        .collect(),
                };
                Some(Target {
                    id: TargetId(column.0),
                    locale: target.locale.clone(),
                    segments: rows.into_iter().map(|row| SegmentId(row.0)).collect(),
                    glossary: target.glossary.clone(),
                })
            })
            .collect();
        let terms = localise::Job {
            model: job.model,
            targets,
            allow_unchanged: job.allow_unchanged,
            ..localise::Job::default()
        };
        let mut memory = Memory::default();
        if cells.is_none() {
            memory = std::mem::take(&mut self.memory);
            memory.merge(self.library.memory().clone());
        }
        self.before.clear();
        let asked = cells.unwrap_or_else(|| self.stale(&columns));
        for (column, row) in asked {
            if let Some(cell) = self.table.get(column, row).filter(|it| it.is_settled()) {
                let accepted = self.table.is_accepted(column, row);
                self.before.insert((column, row), (cell.clone(), accepted));
                self.table.set(column, row, Cell::Empty);
            }
        }
        let mut step = Step::default();
        let session = Session::new(catalogue, terms, memory, &mut step.patches);
        self.run = Some(Run::new(session, columns, line, job.parallel.into()));
        self.apply(step, moment);
        self.go_on(moment);
    }

    /// Fills in what the memory has of whole texts.
    fn recall(&mut self, columns: &[Column]) {
        if self.library.memory().is_empty() {
            return;
        }
        for column in columns {
            let (Some(source), Some(target)) = (&self.source, self.table.target(*column)) else {
                continue;
            };
            let whole = Whole::new(&source.catalogue, &target.locale, &target.glossary);
            let known: Vec<(Row, Translation)> = target
                .cells()
                .filter(|(_, cell)| cell.is_open())
                .filter_map(|(row, _)| {
                    Some((row, whole.recall(SegmentId(row.0), self.library.memory())?))
                })
                .collect();
            for (row, translation) in known {
                let Some(desk) = self.desk() else { return };
                let cell = desk.given(*column, row, translation, Origin::Memory);
                // What a check objects to is not filled in: the terms may be others now.
                if let Cell::Done { translation, .. } = &cell {
                    let translation = translation.clone();
                    self.table.set(*column, row, cell);
                    self.note(*column, row, &translation);
                }
            }
        }
    }

    /// The cells whose translation was made from another source text.
    fn stale(&self, columns: &[Column]) -> Vec<(Column, Row)> {
        columns
            .iter()
            .filter_map(|column| self.table.target(*column))
            .flat_map(|target| {
                let cells = target.cells();
                cells
                    .filter(|(_, cell)| matches!(cell, Cell::Stale { .. }))
                    .map(|(row, _)| (target.column, row))
            })
            .collect()
    }

    /// Notes that a translation is made from the source text as it is now.
    fn note(&mut self, column: Column, row: Row, translation: &Translation) {
        if let (Some(source), Some(target)) = (&self.source, self.table.target(column)) {
            let id = SegmentId(row.0);
            self.library
                .note(&source.catalogue, id, &target.locale, translation);
        }
    }

    pub(super) fn go_on(&mut self, moment: &Moment) {
        if let Some(run) = &mut self.run {
            let mut step = Step::default();
            let ids = &mut self.exchanges;
            run.go_on(moment, &mut self.transport, || next_id(ids), &mut step);
            self.apply(step, moment);
        }
    }

    pub(super) fn stop(&mut self, moment: &Moment) {
        self.queue.clear();
        if let Some(run) = &mut self.run {
            let mut step = Step::default();
            run.stop(&mut self.transport, &mut step);
            self.apply(step, moment);
        }
    }

    /// Puts what a step of the run has come to where the page will be told of it.
    pub(super) fn apply(&mut self, step: Step, moment: &Moment) {
        self.moved = true;
        for patch in step.patches {
            self.patch(patch);
        }
        for (failure, after) in step.waiting {
            self.reports.push(Report::Waiting {
                failure,
                retry_in_ms: after.as_secs_f64() * 1000.0,
            });
        }
        let Some(outcome) = step.outcome else { return };
        if let Some(run) = self.run.take() {
            self.moved = false;
            self.reports.push(Report::Progress(run.progress(moment)));
            let learnt = run.into_memory();
            if self.memory.is_empty() {
                self.memory = learnt;
            } else {
                self.memory.merge(learnt);
            }
        }
        match self.queue.pop_front() {
            // What the person asked for meanwhile is a part of the same wait.
            Some(asked) if !matches!(outcome, Outcome::Failed(_)) => self.begin(asked, moment),
            _ => {
                self.queue.clear();
                self.outcome = Some(outcome);
            }
        }
    }

    fn patch(&mut self, patch: Patch) {
        let (column, row) = (Column(patch.target.0), Row(patch.segment.0));
        let mut accepted = false;
        let cell = match patch.change {
            Change::Pending => Cell::Pending,
            Change::Streaming => Cell::Streaming,
            Change::Empty => {
                let (cell, was_accepted) = self.before.remove(&(column, row)).unwrap_or_default();
                accepted = was_accepted;
                cell
            }
            Change::Settled {
                translation,
                origin,
                findings,
            } => Cell::Done {
                translation,
                origin,
                findings,
            },
            Change::Attention { text, reasons } => Cell::Attention {
                translation: text.map(Translation::plain),
                origin: None,
                reasons,
                earlier: self
                    .before
                    .get(&(column, row))
                    .and_then(|(cell, _)| cell.written())
                    .cloned(),
            },
        };
        // A person who typed a translation while the model was asked for it has the last word.
        let typed = self
            .table
            .get(column, row)
            .is_some_and(Cell::is_persons_own);
        if typed {
            return;
        }
        if let Cell::Done {
            translation,
            origin: Origin::Model | Origin::Memory,
            ..
        } = &cell
        {
            self.note(column, row, &translation.clone());
        }
        self.table.set(column, row, cell);
        if accepted {
            self.table.accept(column, row, true);
        }
    }
}
