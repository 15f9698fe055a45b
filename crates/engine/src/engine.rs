//! The engine: commands in, reports out.

pub(crate) mod compare;
mod keeping;
mod review;
mod translate;

use std::collections::{HashMap, VecDeque};
use std::time::Duration;

use ichiban_json::localise::{Catalogue, Locale, Memory, SegmentId, TargetId};
use ichiban_model::{Endpoint, Failure};

use crate::account::{Behalf, Ledger, Purse};
use crate::asking::protocol::Purpose;
use crate::chore::{Chore, Desk};
use crate::exchange::Line;
use crate::export::Archive;
use crate::library::Library;
use crate::protocol::{Column, Command, GlossaryEntry, Outcome, Report, Revision, Row};
use crate::run::{Run, Step};
use crate::source::{self, Source};
use crate::table::{Cell, Table};
use crate::text::Text;
use crate::transport::{Arrival, ExchangeId, Moment, Transport};
use translate::Asked;

/// The most rows and the most cells in a batch of reports: what a page takes in within a few
/// milliseconds, on a slow machine too. At a batch a frame, 10,000 rows are there in a sixth of a
/// second.
const BATCH_ROWS: usize = 1000;
const BATCH_CELLS: usize = 500;

/// Carries out the page's commands. It does nothing by itself: whoever owns it hands it commands,
/// arrivals and wakes, and fetches its reports.
pub struct Engine<T> {
    transport: T,
    /// The page's origin, for messages about what a server must allow.
    origin: String,
    exchanges: u32,
    /// The text as the page last sent it, whether or not it can be read.
    text: String,
    source: Option<Source>,
    table: Table,
    /// What this visit has translated: no text is asked for twice.
    memory: Memory,
    /// What outlives the page.
    library: Library,
    /// The glossary of all locales.
    entries: Vec<GlossaryEntry>,
    allow_unchanged: bool,
    run: Option<Run>,
    /// What stood in the cells of the run that had something: put back if they end up empty.
    before: HashMap<(Column, Row), (Cell, bool)>,
    /// Runs that begin when the one before is over.
    queue: VecDeque<Asked>,
    ledger: Ledger,
    chores: VecDeque<Chore>,
    reports: Vec<Report>,
    /// The first row that the page has not been told.
    untold: Row,
    /// Whether the run has moved since the page was told.
    moved: bool,
    /// How the last run ended, told after the last of its cells.
    outcome: Option<Outcome>,
}

impl<T: Transport> Engine<T> {
    /// An engine that asks by `transport` for a page at `origin`.
    pub fn new(transport: T, origin: String) -> Self {
        Self {
            transport,
            origin,
            exchanges: 0,
            text: String::new(),
            source: None,
            table: Table::default(),
            memory: Memory::default(),
            library: Library::default(),
            entries: Vec::new(),
            allow_unchanged: false,
            run: None,
            before: HashMap::new(),
            queue: VecDeque::new(),
            ledger: Ledger::default(),
            chores: VecDeque::new(),
            reports: vec![Report::Ready],
            untold: Row(0),
            moved: false,
            outcome: None,
        }
    }

    /// The transport, for its owner.
    pub fn transport(&mut self) -> &mut T {
        &mut self.transport
    }

    /// Carries out a command, or begins to: see [`Engine::work`].
    pub fn handle(&mut self, command: Command, moment: &Moment) {
        self.ledger.tick(moment);
        match command {
            Command::Open {
                revision,
                text,
                file_name,
                style,
            } => self.open(revision, text, file_name, style.as_deref(), moment),
            Command::Columns { columns } => self.set_columns(columns, moment),
            Command::Glossary { entries } => self.set_glossary(entries),
            Command::Existing { column, text } => self.take_existing(column, text),
            Command::RemoveOrphans { column, paths } => self.remove_orphans(column, paths),
            Command::Recognise {
                text,
                file_name,
                ticket,
            } => self.recognise(text, file_name.as_deref(), ticket),
            Command::Pseudo { column } => {
                let next = Row(0);
                self.chores.push_back(Chore::Pseudo { column, next });
            }
            Command::Translate(job) => self.ask(Asked { job, cells: None }, moment),
            Command::AskAgain {
                job,
                revision,
                cells,
            } => {
                if self.is_current(revision) {
                    let cells = Some(cells);
                    self.ask(Asked { job, cells }, moment);
                }
            }
            Command::Edit {
                revision,
                column,
                row,
                text,
            } => {
                if self.is_current(revision) {
                    self.edit(column, row, text);
                }
            }
            Command::Accept {
                revision,
                column,
                rows,
                accepted,
            } => {
                if self.is_current(revision) {
                    self.accept(column, &rows, accepted);
                }
            }
            Command::Consult {
                revision,
                column,
                row,
                ticket,
            } => {
                if self.is_current(revision) {
                    self.consult(column, row, ticket);
                }
            }
            Command::Memory(command) => self.command_memory(command),
            Command::ReadGlossary { text, ticket } => self.read_glossary(&text, ticket),
            Command::WriteGlossary { entries, ticket } => self.write_glossary(&entries, ticket),
            Command::Restore { revision, cells } => {
                if self.is_current(revision) {
                    self.restore(cells);
                }
            }
            Command::Stop => self.stop(moment),
            Command::Save { run } => {
                let lines = self.ledger.recorded(run);
                self.reports.push(Report::Saved { run, lines });
            }
            // Whoever carries requests plays it.
            Command::Load { .. } => {}
            Command::DeviceSaid {
                exchange,
                lines,
                is_over,
            } => {
                let id = ExchangeId(exchange);
                self.receive(id, Arrival::Body(lines.into_bytes()), moment);
                if is_over {
                    self.receive(id, Arrival::End, moment);
                }
            }
            Command::Export { column, ticket } => self.export(column, ticket),
        }
    }

    /// Takes what arrived of an exchange. One that nobody waits for any more is ignored.
    pub fn receive(&mut self, id: ExchangeId, arrival: Arrival, moment: &Moment) {
        self.ledger.tick(moment);
        let mut step = Step::default();
        if let Some(run) = self.run.as_mut().filter(|run| run.owns(id)) {
            run.receive(id, arrival, moment, &mut self.transport, &mut step);
            self.apply(step, moment);
            self.go_on(moment);
        }
    }

    /// Does what is due. To be called at the time that [`Engine::next_wake`] names, or later.
    pub fn wake(&mut self, moment: &Moment) {
        self.ledger.tick(moment);
        self.go_on(moment);
    }

    /// When the engine has something to do although nothing arrives, on [`Moment::now`]'s clock.
    pub fn next_wake(&self) -> Option<Duration> {
        self.run.as_ref()?.next_wake()
    }

    /// Does a step of the long work that was begun, some milliseconds at most. Returns whether
    /// there is more.
    pub fn work(&mut self) -> bool {
        let Some(chore) = self.chores.pop_front() else {
            return false;
        };
        let mut reports = std::mem::take(&mut self.reports);
        if let Some(mut desk) = self.desk() {
            if let Some(rest) = chore.step(&mut desk, &mut reports) {
                self.chores.push_front(rest);
            }
            self.reports = reports;
        } else {
            self.reports = reports;
            self.drop_chore(&chore);
        }
        !self.chores.is_empty()
    }

    /// What long work is done with, if there is a source.
    fn desk(&mut self) -> Option<Desk<'_>> {
        let source = self.source.as_ref()?;
        Some(Desk {
            catalogue: &source.catalogue,
            file_name: source.file_name.as_deref().unwrap_or("catalogue.json"),
            table: &mut self.table,
            allow_unchanged: self.allow_unchanged,
        })
    }

    /// Has everything checked again.
    fn recheck(&mut self) {
        self.chores
            .retain(|chore| !matches!(chore, Chore::Recheck { .. }));
        for target in self.table.targets() {
            let (column, next) = (target.column, Row(0));
            self.chores.push_back(Chore::Recheck { column, next });
        }
    }

    /// Whether there is something to tell the page.
    pub fn has_reports(&self) -> bool {
        !self.reports.is_empty()
            || self.moved
            || self.ledger.has_news()
            || self.outcome.is_some()
            || self.has_untold_rows()
            || self.table.has_updates()
    }

    /// The next batch of reports: small enough to be taken in within a frame. If
    /// [`Engine::has_reports`] still holds afterwards, there is more for the next frame.
    pub fn take_reports(&mut self, moment: &Moment) -> Vec<Report> {
        let mut batch = std::mem::take(&mut self.reports);
        if let Some((entries, spent)) = self.ledger.take() {
            batch.push(Report::Sent { entries, spent });
        }
        if let Some(rows) = self
            .source
            .as_ref()
            .and_then(|source| source.rows(self.untold, BATCH_ROWS))
        {
            if let Report::Rows { rows, .. } = &rows {
                self.untold = Row(self.untold.0.saturating_add(source::count(rows.len())));
            }
            batch.push(rows);
        }
        let session = self.run.as_ref().map(Run::session);
        let cells = self
            .table
            .take_updates(BATCH_CELLS, self.untold, |column, row| {
                session
                    .and_then(|it| it.partial(TargetId(column.0), SegmentId(row.0)))
                    .unwrap_or_default()
            });
        if !cells.is_empty() {
            batch.push(Report::Cells(cells));
        }
        if std::mem::take(&mut self.moved)
            && let Some(run) = &self.run
        {
            batch.push(Report::Progress(run.progress(moment)));
        }
        if !self.has_untold_rows()
            && !self.table.has_updates()
            && let Some(outcome) = self.outcome.take()
        {
            batch.push(Report::Ended(outcome));
        }
        batch
    }

    fn has_untold_rows(&self) -> bool {
        let rows = self.source.as_ref().map_or(0, |it| it.segments().len());
        (self.untold.0 as usize) < rows
    }

    /// Whether a command is about the rows as they are. If not, it is refused.
    fn is_current(&mut self, revision: Revision) -> bool {
        let current = self.source.as_ref().map(|source| source.revision);
        if current == Some(revision) {
            return true;
        }
        self.refuse(
            "The source has changed since then: look again and repeat it.",
            None,
        );
        false
    }

    fn refuse(&mut self, message: &str, ticket: Option<u32>) {
        self.reports.push(Report::Refused {
            message: message.to_owned(),
            ticket,
        });
    }

    fn open(
        &mut self,
        revision: Revision,
        text: Text,
        file_name: Option<String>,
        style: Option<&str>,
        moment: &Moment,
    ) {
        if text.bring_up(&mut self.text).is_err() {
            self.reports.push(Report::Unknown { revision });
            return;
        }
        let source = match Source::read(revision, self.text.clone(), file_name, style) {
            Ok(source) => source,
            Err(diagnostics) => {
                // A source that cannot be read is most often one that is being typed: what there
                // is stays, and a run goes on.
                self.reports.push(Report::Invalid {
                    revision,
                    diagnostics,
                });
                return;
            }
        };
        // Its rows are about to be others.
        self.stop(moment);
        for chore in std::mem::take(&mut self.chores) {
            self.drop_chore(&chore);
        }
        let old = self.source.as_ref().map_or(&[][..], Source::segments);
        self.table.lay_out(old, source.segments());
        self.untold = Row(0);
        // Reports about the rows of before are of no use now.
        self.reports
            .retain(|report| !matches!(report, Report::Opened { .. } | Report::Invalid { .. }));
        self.reports.push(source.report());
        let before = self.source.replace(source);
        let style = |source: &Source| source.catalogue.syntax().clone();
        if before.as_ref().map(style) != self.source.as_ref().map(style) {
            self.recheck();
        }
        self.compare_all();
    }

    /// Says that a chore is not done any more, if somebody waits for it.
    fn drop_chore(&mut self, chore: &Chore) {
        if let Some(ticket) = chore.ticket() {
            self.refuse("The source has changed meanwhile: ask again.", Some(ticket));
        }
    }

    fn set_columns(&mut self, columns: Vec<(Column, String)>, moment: &Moment) {
        let mut targets = Vec::with_capacity(columns.len());
        for (column, tag) in columns {
            match tag.parse::<Locale>() {
                Ok(locale) => targets.push((column, locale)),
                Err(error) => self.refuse(&format!("{error}."), None),
            }
        }
        let gone = |column: &Column| !targets.iter().any(|(it, _)| it == column);
        // A model's work for a column that is not there is money lost.
        if self
            .run
            .as_ref()
            .is_some_and(|run| run.columns().iter().any(gone))
        {
            self.stop(moment);
        }
        self.chores
            .retain(|chore| !chore.fills().as_ref().is_some_and(gone));
        self.table.set_columns(targets);
        self.spread_glossary();
    }

    fn recognise(&mut self, text: String, file_name: Option<&str>, ticket: u32) {
        let read = Catalogue::read(text, &source::hint(file_name));
        self.reports.push(match read {
            Ok(other) => {
                let by_name = other.by_name();
                let shared = self.source.as_ref().map_or(0, |source| {
                    let catalogue = &source.catalogue;
                    let names = catalogue.segments().iter();
                    names
                        .filter(|it| by_name.contains_key(catalogue.name_of(it)))
                        .count()
                });
                Report::Recognised {
                    ticket,
                    format: Some(other.format().label().to_owned()),
                    locale: other.locale().map(|it| it.as_str().to_owned()),
                    shared: source::count(shared),
                    rows: source::count(other.segments().len()),
                }
            }
            Err(_) => Report::Recognised {
                ticket,
                format: None,
                locale: None,
                shared: 0,
                rows: 0,
            },
        });
    }

    fn export(&mut self, column: Option<Column>, ticket: u32) {
        if self.source.is_none() {
            return self.refuse("There is nothing to download yet.", Some(ticket));
        }
        let (columns, archive) = match column {
            Some(column) => (VecDeque::from([column]), None),
            None => (
                self.table.targets().iter().map(|it| it.column).collect(),
                Some(Box::new(Archive::new())),
            ),
        };
        self.chores.push_back(Chore::Export {
            ticket,
            columns,
            archive,
        });
    }

    fn line(
        &self,
        endpoint: Endpoint,
        wire: &str,
        patience: Duration,
        purpose: Purpose,
    ) -> Result<Line, Failure> {
        let line = Line::new(endpoint, wire, patience, self.origin.clone())?;
        let behalf = Behalf {
            ledger: self.ledger.clone(),
            purse: Purse::new(purpose.allowance),
            tool: purpose.tool,
            held: purpose.held,
            run: purpose.run,
        };
        Ok(Line { behalf, ..line })
    }
}

fn next_id(count: &mut u32) -> ExchangeId {
    *count += 1;
    ExchangeId(*count)
}
