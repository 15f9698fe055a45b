//! The page's side: sends commands, believes only what it is told, and holds the engine to its
//! promises while it listens.

use std::collections::BTreeMap;
use std::time::Duration;

use ichiban_engine::asking::protocol::Purpose;
use ichiban_engine::protocol::{
    self, CellState, Column, Command, Job, Outcome, Progress, Report, Revision, Row, SourceRow,
};
use ichiban_engine::text::Text;
use ichiban_engine::{Engine, Moment};
use ichiban_model::retry::UnixMillis;
use ichiban_model::{Endpoint, Failure};

use crate::network::Network;

pub(crate) const DE: Column = Column(7);
pub(crate) const FR: Column = Column(2);

/// A page with its engine.
pub(crate) struct Page {
    engine: Engine<Network>,
    pub(crate) network: Network,
    pub(crate) now: Duration,
    revision: Revision,
    pub(crate) rows: Vec<SourceRow>,
    told_rows: u32,
    pub(crate) cells: BTreeMap<(Column, Row), CellState>,
    pub(crate) accepted: BTreeMap<(Column, Row), bool>,
    /// Every report, in order.
    pub(crate) reports: Vec<Report>,
    pub(crate) progress: Option<Progress>,
    pub(crate) outcome: Option<Outcome>,
    /// When it was told of the end.
    pub(crate) ended: Duration,
    pub(crate) batches: usize,
}

impl Page {
    pub(crate) fn new() -> Self {
        let network = Network::default();
        Self {
            engine: Engine::new(network.clone(), String::from("https://ichiban.example")),
            network,
            now: Duration::from_secs(1),
            revision: Revision(0),
            rows: Vec::new(),
            told_rows: 0,
            cells: BTreeMap::new(),
            accepted: BTreeMap::new(),
            reports: Vec::new(),
            progress: None,
            outcome: None,
            ended: Duration::ZERO,
            batches: 0,
        }
    }

    /// A page with a source and German and French columns.
    pub(crate) fn with(source: &str) -> Self {
        let mut page = Self::new();
        page.send(Command::Columns {
            columns: vec![(DE, String::from("de")), (FR, String::from("fr"))],
        });
        page.open(source);
        page.settle();
        page
    }

    pub(crate) fn moment(&self) -> Moment {
        Moment {
            now: self.now,
            unix: UnixMillis(1_767_225_600_000),
            random: 0.5,
        }
    }

    /// Sends a command as the browser would: as bytes.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "as a page does: a command is said once"
    )]
    pub(crate) fn send(&mut self, command: Command) {
        let bytes = protocol::encode(&command).unwrap();
        let command = protocol::decode(&bytes).unwrap();
        let moment = self.moment();
        self.network.is(self.now);
        self.engine.handle(command, &moment);
    }

    pub(crate) fn open(&mut self, source: &str) -> Revision {
        self.change(source.into())
    }

    pub(crate) fn change(&mut self, text: Text) -> Revision {
        self.revision.0 += 1;
        self.send(Command::Open {
            revision: self.revision,
            text,
            file_name: Some(String::from("en.json")),
            style: None,
        });
        self.revision
    }

    pub(crate) fn revision(&self) -> Revision {
        self.revision
    }

    /// Listens until nothing more will happen.
    pub(crate) fn settle(&mut self) {
        self.settle_until(Duration::MAX);
    }

    /// Listens until a time, or until nothing more will happen.
    pub(crate) fn settle_until(&mut self, until: Duration) {
        loop {
            while self.engine.work() {}
            self.listen();
            let next = self.network.next().into_iter();
            let next = next.chain(self.engine.next_wake()).min();
            let Some(next) = next.filter(|next| *next <= until) else {
                if until != Duration::MAX {
                    self.now = until;
                }
                return;
            };
            self.now = self.now.max(next);
            let moment = self.moment();
            self.network.is(self.now);
            if let Some((id, arrival)) = self.network.arrived(self.now) {
                self.engine.receive(id, arrival, &moment);
            }
            if self.engine.next_wake().is_some_and(|at| at <= self.now) {
                self.engine.wake(&moment);
            }
        }
    }

    fn listen(&mut self) {
        while self.engine.has_reports() {
            let moment = self.moment();
            let batch = self.engine.take_reports(&moment);
            self.batches += 1;
            let bytes = protocol::encode(&batch).unwrap();
            let batch: Vec<Report> = protocol::decode(&bytes).unwrap();
            for report in batch {
                self.hear(&report);
                self.reports.push(report);
            }
        }
    }

    fn hear(&mut self, report: &Report) {
        match report {
            Report::Opened { rows, .. } => {
                self.told_rows = *rows;
                self.rows.clear();
                self.cells.clear();
            }
            Report::Rows { first, rows, .. } => {
                assert!(rows.len() <= 1000, "a batch is small");
                assert_eq!(first.0 as usize, self.rows.len(), "rows come in order");
                self.rows.extend(rows.iter().cloned());
                assert!(self.rows.len() <= self.told_rows as usize);
            }
            Report::Cells(cells) => {
                assert!(cells.len() <= 500, "a batch is small");
                for update in cells {
                    let known = (update.row.0 as usize) < self.rows.len();
                    assert!(known, "a cell came before its row: {update:?}");
                    let key = (update.column, update.row);
                    self.accepted.insert(key, update.accepted);
                    let before = self.cells.insert(key, update.state.clone());
                    if let (
                        Some(CellState::Streaming { text: before }),
                        CellState::Streaming { text: after },
                    ) = (before, &update.state)
                    {
                        assert!(after.starts_with(&before), "{before:?} became {after:?}");
                    }
                }
            }
            Report::Progress(progress) => {
                assert!(progress.settled <= progress.total, "{progress:?}");
                self.progress = Some(*progress);
            }
            Report::Ended(outcome) => {
                let unsettled = self
                    .cells
                    .values()
                    .any(|state| matches!(state, CellState::Pending | CellState::Streaming { .. }));
                assert!(!unsettled, "ended while cells wait: {:?}", self.cells);
                assert_eq!(self.network.open(), 0, "ended while requests are open");
                self.outcome = Some(outcome.clone());
                self.ended = self.now;
            }
            _ => {}
        }
    }

    /// The terms of a run over both columns.
    pub(crate) fn job() -> Job {
        Job {
            endpoint: Endpoint {
                base_url: String::from("https://model.example/v1"),
                api_key: Some(String::from("sk-test-key")),
            },
            wire: String::from("openai-chat"),
            model: String::from("scripted"),
            columns: vec![DE],
            allow_unchanged: false,
            parallel: 2,
            patience_ms: 60_000,
            purpose: Purpose::default(),
        }
    }

    /// Translates and listens to the end.
    pub(crate) fn translate(&mut self, job: Job) -> Outcome {
        self.outcome = None;
        self.send(Command::Translate(job));
        self.settle();
        self.outcome.clone().expect("an end")
    }

    pub(crate) fn cell(&self, column: Column, row: u32) -> CellState {
        let cell = self.cells.get(&(column, Row(row)));
        cell.cloned().unwrap_or(CellState::Empty)
    }

    /// The settled texts of a column; nothing where a cell is not done.
    pub(crate) fn texts(&self, column: Column) -> Vec<Option<String>> {
        (0..self.told_rows)
            .map(|row| match self.cell(column, row) {
                CellState::Done { text, .. } => Some(text),
                _ => None,
            })
            .collect()
    }

    /// What the page was told last of a kind of report.
    pub(crate) fn last<R>(&self, of: impl FnMut(&Report) -> Option<R>) -> R {
        self.reports.iter().rev().find_map(of).expect("a report")
    }

    /// The engine itself, for what its owner does.
    pub(crate) fn engine(&mut self) -> &mut Engine<Network> {
        &mut self.engine
    }

    pub(crate) fn done(&self, column: Column) -> usize {
        self.texts(column).iter().flatten().count()
    }

    /// How long it was from then to the end of the run.
    pub(crate) fn took(&self, begun: Duration) -> Duration {
        self.ended
            .checked_sub(begun)
            .expect("an end after the beginning")
    }

    /// Downloads, and listens for the file: its name and bytes.
    pub(crate) fn export(&mut self, column: Option<Column>) -> (String, Vec<u8>) {
        self.send(Command::Export { column, ticket: 9 });
        self.settle();
        let files = self.reports.iter().rev();
        let mut files = files.filter_map(|report| match report {
            Report::Exported {
                file_name, bytes, ..
            } => Some((file_name.clone(), bytes.clone())),
            _ => None,
        });
        files.next().expect("a file")
    }
}

/// The failure that ended a run.
pub(crate) fn failure(outcome: &Outcome) -> &Failure {
    match outcome {
        Outcome::Failed(failure) => failure,
        other => panic!("{other:?} is no failure"),
    }
}

/// A catalogue of so many sentences.
pub(crate) fn catalogue(rows: usize) -> String {
    let members: Vec<_> = (0..rows)
        .map(|n| format!("  \"key{n}\": \"Sentence number {n} for the table.\""))
        .collect();
    format!("{{\n{}\n}}\n", members.join(",\n"))
}
