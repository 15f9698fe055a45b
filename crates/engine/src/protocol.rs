//! What the page and the worker say to each other.
//!
//! The page posts one [`Command`] a message; the worker answers with batches of [`Report`]s, at
//! most one batch a frame. Both are encoded by [`encode`] and posted as a transferred buffer.
//! Reports are coalesced, never dropped: of several changes to a cell the last is told.
//!
//! Cells are addressed by column (a target locale, under the number the page gave it) and row (a
//! translatable leaf, by its place in the source). Rows are always those of the last
//! [`Report::Opened`]; a command that names a row says which revision it means.

use ichiban_model::budget::Spent;
use ichiban_model::ledger::Entry;
use ichiban_model::{Endpoint, Usage};
use ichiban_tool::Diagnostic;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::asking::protocol::Purpose;
use crate::packed::Packed;
use crate::text::Text;

pub use ichiban_json::localise::Origin;
pub use ichiban_json::localise::memory::Entry as MemoryEntry;
pub use ichiban_json::localise::memory::Key as MemoryKey;
pub use ichiban_json::localise::message::STYLES;
pub use ichiban_json::localise::plural::Category;
pub use ichiban_json::localise::termbase::Entry as GlossaryEntry;
pub use ichiban_model::Failure;

/// A message as bytes. Cost: one pass over the message.
pub fn encode<T: Serialize>(message: &T) -> Result<Vec<u8>, MessageError> {
    Ok(postcard::to_allocvec(message)?)
}

/// A message from its bytes. The page and the worker are built together, so an error here means
/// that the browser mixes two versions of the app.
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, MessageError> {
    Ok(postcard::from_bytes(bytes)?)
}

/// A message between the page and the worker that is not one.
#[derive(Debug, thiserror::Error)]
#[error("the page and its worker do not understand each other ({0}): reload the page")]
pub struct MessageError(#[from] postcard::Error);

/// A revision of the source: the page counts up at each edit and drops reports of older ones.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Revision(pub u32);

/// A translatable leaf, by its place in the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Row(pub u32);

/// A target locale, under the number the page gave it in [`Command::Columns`]. A number is never
/// given to another locale as long as the worker lives, so that no report can be misread.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Column(pub u16);

/// What the page asks of the worker.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Command {
    /// Takes a source text, in place of the one before, or what became of that. Translations of
    /// leaves that did not change stay. Answered by [`Report::Opened`], [`Report::Invalid`] or
    /// [`Report::Unknown`].
    Open {
        /// Which edit this is.
        revision: Revision,
        /// The text.
        text: Text,
        /// The file's name, which may tell the format and the locale.
        file_name: Option<String>,
        /// What its placeholders look like, by the name of a
        /// [`Style`](ichiban_json::localise::message::Style); detected from the texts if not given.
        style: Option<String>,
    },
    /// Sets the target locales. Cells of columns that remain are kept.
    Columns {
        /// The columns and their BCP 47 tags, in the order of the table.
        columns: Vec<(Column, String)>,
    },
    /// Sets the glossary of all locales, and checks by it what there is.
    Glossary {
        /// The terms.
        entries: Vec<GlossaryEntry>,
    },
    /// Reads a person's own translation of the source into a column, checks it, and tells what of
    /// it is missing, stale or orphaned: [`Report::Difference`], now and after every
    /// [`Command::Open`].
    Existing {
        /// The column it fills.
        column: Column,
        /// The whole text of the translated file.
        text: String,
    },
    /// Leaves texts of an existing translation that the source does not have out of the file that
    /// is made: these and no others.
    RemoveOrphans {
        /// The column.
        column: Column,
        /// Their paths.
        paths: Vec<Vec<String>>,
    },
    /// Asks what a text is beside the open source, before anything is done with it: a translation
    /// of the same catalogue, or something else. Changes nothing. Answered by
    /// [`Report::Recognised`].
    Recognise {
        /// The whole text.
        text: String,
        /// The file's name, which may tell the locale.
        file_name: Option<String>,
        /// Correlates the answer.
        ticket: u32,
    },
    /// Fills a column with a pseudo-localisation: no model, instant.
    Pseudo {
        /// The column it fills.
        column: Column,
    },
    /// Asks for what was exchanged in a run: [`Report::Saved`].
    Save {
        /// The number of the run.
        run: u32,
    },
    /// Has recorded exchanges answer what is asked of a recording
    /// ([`SCHEME`](ichiban_model::recording::SCHEME)), in the place of those before.
    Load {
        /// The file's text.
        text: String,
        /// In percent of their own pace; 0 is at once.
        pace: u32,
    },
    /// Asks a model for every cell that is not done, in the columns named.
    Translate(Job),
    /// Asks again for these cells alone.
    AskAgain {
        /// Whom and how to ask.
        job: Job,
        /// Of which edit the rows are.
        revision: Revision,
        /// The cells.
        cells: Vec<(Column, Row)>,
    },
    /// Replaces a cell's text by a person's own, which is checked like a model's.
    Edit {
        /// Of which edit the row is.
        revision: Revision,
        /// The cell's column.
        column: Column,
        /// The cell's row.
        row: Row,
        /// The text, with placeholders as in the file.
        text: String,
    },
    /// Accepts what stands in cells, or takes that back. What is accepted, and no check objects to,
    /// is remembered; a stale translation stands again.
    Accept {
        /// Of which edit the rows are.
        revision: Revision,
        /// The column.
        column: Column,
        /// The rows.
        rows: Vec<Row>,
        /// Whether it is accepted.
        accepted: bool,
    },
    /// Asks what is known of a cell's text: terms of the glossary, translations of texts like it.
    /// Answered by [`Report::Consulted`].
    Consult {
        /// Of which edit the row is.
        revision: Revision,
        /// The column.
        column: Column,
        /// The row.
        row: Row,
        /// Correlates the answer.
        ticket: u32,
    },
    /// Looks at the translation memory, or changes it.
    Memory(MemoryCommand),
    /// Reads a glossary from CSV. Changes nothing. Answered by [`Report::GlossaryRead`].
    ReadGlossary {
        /// The file's text.
        text: String,
        /// Correlates the answer.
        ticket: u32,
    },
    /// Writes a glossary as CSV. Answered by [`Report::Exported`].
    WriteGlossary {
        /// The terms.
        entries: Vec<GlossaryEntry>,
        /// Correlates the answer.
        ticket: u32,
    },
    /// Puts settled cells back as they were, without asking or checking again: after the worker
    /// was replaced, or from a saved session.
    Restore {
        /// Of which edit the rows are.
        revision: Revision,
        /// The cells; only those that are settled are taken.
        cells: Vec<CellUpdate>,
    },
    /// Stops the run; what has settled stays.
    Stop,
    /// More of the answer to a [`Report::AskDevice`].
    DeviceSaid {
        /// Which exchange it is of.
        exchange: u32,
        /// What came, in lines of the wire
        /// [`on_device`](ichiban_model::wire::on_device).
        lines: String,
        /// Whether it was the last.
        is_over: bool,
    },
    /// Asks for the translated file of a column, or a zip of all of them.
    Export {
        /// The column, or all.
        column: Option<Column>,
        /// Correlates the answer.
        ticket: u32,
    },
}

/// What the page asks of the translation memory.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum MemoryCommand {
    /// Asks for the entries in which every word of `search` occurs. Answered by
    /// [`Report::MemoryList`].
    List {
        /// What is searched for; nothing finds all.
        search: String,
        /// Most entries to tell.
        most: u32,
        /// Correlates the answer.
        ticket: u32,
    },
    /// Forgets an entry.
    Forget {
        /// Its key.
        key: MemoryKey,
    },
    /// Remembers an entry: one that was forgotten by mistake.
    Keep {
        /// The entry.
        entry: MemoryEntry,
    },
    /// Forgets everything, from which source texts translations were made too.
    ForgetAll,
    /// Takes over what a TMX file has. Answered by [`Report::MemoryImported`].
    Import {
        /// The file.
        #[serde(with = "serde_bytes")]
        bytes: Vec<u8>,
        /// Correlates the answer.
        ticket: u32,
    },
    /// Asks for everything as a TMX file. Answered by [`Report::Exported`].
    Export {
        /// Correlates the answer.
        ticket: u32,
    },
}

/// A run's terms.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Job {
    /// Where to ask, and as whom.
    pub endpoint: Endpoint,
    /// The wire's name, as in `ichiban_model::wire`.
    pub wire: String,
    /// The model's name.
    pub model: String,
    /// The columns to fill.
    pub columns: Vec<Column>,
    /// Whether a translation equal to its source is accepted.
    pub allow_unchanged: bool,
    /// Most requests in flight at once; at least one is made.
    pub parallel: u8,
    /// How long to wait for the next byte before a request is given up, in milliseconds.
    pub patience_ms: u32,
    /// On whose behalf, and within which limits.
    pub purpose: Purpose,
}

impl Job {
    /// Requests in flight that hosted endpoints take without complaint.
    pub const DEFAULT_PARALLEL: u8 = 4;
    /// A large model on a small machine may read its prompt this long before it answers.
    pub const DEFAULT_PATIENCE_MS: u32 = 90_000;
}

/// What the worker tells the page.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Report {
    /// The worker is there.
    Ready,
    /// What was exchanged in a run.
    Saved {
        /// The number of the run.
        run: u32,
        /// A line for each exchange, as [`Recording`](ichiban_model::recording::Recording) writes
        /// it; empty if nothing is held of the run.
        lines: String,
    },
    /// The source was read. Every cell is [`CellState::Empty`] until told otherwise. The rows
    /// follow in [`Report::Rows`], and each cell no sooner than its row.
    Opened {
        /// Of which edit.
        revision: Revision,
        /// The format's name for people, such as `i18next`.
        format: String,
        /// How many rows there are.
        rows: u32,
        /// The layout of the file in words, such as `2 spaces`.
        layout: String,
        /// The source locale as far as the file or its name tells it.
        locale: Option<String>,
        /// The style of its placeholders that comes closest, by its name.
        style: String,
        /// What is worth saying of the source.
        diagnostics: Vec<Diagnostic>,
    },
    /// Rows of the source, in order, from `first`.
    Rows {
        /// Of which edit.
        revision: Revision,
        /// The place of the first one.
        first: Row,
        /// The rows.
        rows: Vec<SourceRow>,
    },
    /// The source cannot be read; the last good one stays.
    Invalid {
        /// Of which edit.
        revision: Revision,
        /// Where and why.
        diagnostics: Vec<Diagnostic>,
    },
    /// The changes of a [`Command::Open`] are of another text: it is to be sent whole.
    Unknown {
        /// Of which edit.
        revision: Revision,
    },
    /// Cells that changed. The last change to a cell within a batch is the only one.
    Cells(Vec<CellUpdate>),
    /// What a check of a whole [`Command::Existing`] says, but for what
    /// [`Report::Difference`] tells; or why the file cannot be read.
    Findings {
        /// The column.
        column: Column,
        /// The findings, each with the row that it is about.
        findings: Vec<(Option<Row>, Diagnostic)>,
    },
    /// How the source stands in a column's existing translation.
    Difference {
        /// The column.
        column: Column,
        /// The numbers and what is left over.
        difference: Difference,
    },
    /// What is known of a cell's text.
    Consulted {
        /// Of which request.
        ticket: u32,
        /// Terms of the glossary in it, and what each must become; `None` keeps it as it is.
        terms: Vec<(String, Option<String>)>,
        /// Remembered translations of texts like it, the best first.
        similar: Vec<Similar>,
    },
    /// Entries of the translation memory.
    MemoryList {
        /// Of which request.
        ticket: u32,
        /// How many entries there are in all.
        total: u32,
        /// How many of them were found.
        found: u32,
        /// The first of those.
        entries: Vec<MemoryEntry>,
    },
    /// A TMX file was taken over.
    MemoryImported {
        /// Of which request.
        ticket: u32,
        /// How many entries it has.
        entries: u32,
        /// What was passed over.
        notices: Vec<Diagnostic>,
    },
    /// The browser does not keep the memory, or keeps it again.
    MemoryKept {
        /// Why not, and what to do.
        fault: Option<String>,
    },
    /// The glossary that a CSV file holds.
    GlossaryRead {
        /// Of which request.
        ticket: u32,
        /// The terms.
        entries: Vec<GlossaryEntry>,
        /// What was passed over.
        notices: Vec<Diagnostic>,
    },
    /// Where the run stands. Sent at most once a frame.
    Progress(Progress),
    /// A request failed and will be made again by itself.
    Waiting {
        /// Why.
        failure: Failure,
        /// After how long, in milliseconds from now.
        retry_in_ms: f64,
    },
    /// Requests that have left the page and are over, one way or another.
    Sent {
        /// What is entered of them.
        entries: Packed<Vec<Entry>>,
        /// What they have cost.
        spent: Spent,
    },
    /// The run is over.
    Ended(Outcome),
    /// The file asked for.
    Exported {
        /// Of which request.
        ticket: u32,
        /// A name to save it under.
        file_name: String,
        /// Its media type.
        media_type: String,
        /// The file.
        #[serde(with = "serde_bytes")]
        bytes: Vec<u8>,
    },
    /// What the text of a [`Command::Recognise`] is.
    Recognised {
        /// Of which request.
        ticket: u32,
        /// The format's name for people; `None` if it is no catalogue.
        format: Option<String>,
        /// The locale as far as the text or its name tells it.
        locale: Option<String>,
        /// How many of its leaves stand at a path that the source has too.
        shared: u32,
        /// How many leaves it has.
        rows: u32,
    },
    /// Asks what the browser has built in, which only the page can. Answered by
    /// [`Command::DeviceSaid`].
    AskDevice {
        /// Correlates the answer.
        exchange: u32,
        /// The interface: what follows `on-device:` in the address.
        interface: String,
        /// The request, a JSON document.
        request: String,
    },
    /// Nothing more of that answer is wanted.
    LeaveDevice {
        /// Which exchange it is.
        exchange: u32,
    },
    /// A command could not be carried out.
    Refused {
        /// Why, and what to do.
        message: String,
        /// The request it answers, if it carried a ticket.
        ticket: Option<u32>,
    },
}

/// How the source stands in an existing translation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// Texts without a translation.
    pub missing: u32,
    /// Texts whose translation was made from another source text.
    pub stale: u32,
    /// Texts whose translation stands.
    pub unchanged: u32,
    /// Texts of the translation that the source no longer has.
    pub orphans: Vec<Orphan>,
    /// Whether the file that is made has them too, but for those of [`Command::RemoveOrphans`];
    /// if not, its format has no place for them.
    pub keeps_orphans: bool,
}

/// A text of an existing translation that the source does not have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Orphan {
    /// Its keys from the root, outermost first.
    pub path: Vec<String>,
    /// The text.
    pub text: String,
    /// Its line in the file, from 1.
    pub line: u32,
}

/// A remembered translation of a text like another one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Similar {
    /// The text it translates.
    pub source: String,
    /// The translation.
    pub target: String,
    /// How much the texts are alike, in per cent; 100 if they are the same.
    pub percent: u8,
}

/// A translatable leaf of the source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SourceRow {
    /// Its keys from the root, outermost first.
    pub path: Vec<String>,
    /// Its text, escapes resolved.
    pub text: String,
    /// The parts of the text that a translation must keep, as byte ranges.
    pub placeholders: Vec<(u32, u32)>,
    /// The line of the value in the source, from 1.
    pub line: u32,
}

/// A cell's new state.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CellUpdate {
    /// The cell's column.
    pub column: Column,
    /// The cell's row.
    pub row: Row,
    /// What it is now.
    pub state: CellState,
    /// Whether a person accepted what stands there.
    pub accepted: bool,
}

/// What a cell of the table shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum CellState {
    /// Nothing yet, and nothing asked.
    Empty,
    /// Asked, no byte of it seen.
    Pending,
    /// Being written: what has come so far, none of which will change.
    Streaming {
        /// The text so far, placeholders restored.
        text: String,
    },
    /// Settled and checked.
    Done {
        /// The text.
        text: String,
        /// Plural forms that the target locale has beyond the source's, where a format keeps
        /// forms as entries of their own.
        forms: Vec<(Category, String)>,
        /// Where it came from.
        origin: Origin,
        /// What a person may want to look at all the same: warnings and notes, no errors.
        findings: Vec<Diagnostic>,
    },
    /// A translation made from another source text than there is now. It stands in the file until
    /// there is a new one, which the next run asks for.
    Stale {
        /// The text.
        text: String,
        /// Plural forms beside it, as in [`CellState::Done`].
        forms: Vec<(Category, String)>,
        /// What the checks find in it.
        findings: Vec<Diagnostic>,
    },
    /// Settled, but a check fails. A model's text is refused, and the file keeps the source text,
    /// or the translation there was; a person's own stands in the file all the same.
    Attention {
        /// The text that a check fails, if there is one.
        text: Option<String>,
        /// Where it came from, if a person gave it; `None` if it is refused.
        origin: Option<Origin>,
        /// The reasons, worst first.
        reasons: Vec<Diagnostic>,
        /// The translation there was before, which the file keeps.
        earlier: Option<String>,
    },
}

/// Where a run stands. Of several in a batch, only the last is told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Progress {
    /// Cells settled in this run, those that need attention included.
    pub settled: u32,
    /// Cells the run is for.
    pub total: u32,
    /// From sending the first request to the first token, in milliseconds.
    pub first_token_ms: Option<f64>,
    /// Output tokens a second; estimated from characters until the provider reports usage.
    pub tokens_per_second: Option<f64>,
    /// Tokens so far, as far as the provider reports them.
    pub usage: Option<Usage>,
    /// Bytes sent so far.
    pub bytes_sent: u64,
    /// Requests made so far, retries included.
    pub requests: u32,
}

/// How a run ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Outcome {
    /// Every cell is settled.
    Finished {
        /// How many cells need attention.
        attention: u32,
    },
    /// The person stopped it.
    Stopped,
    /// It could not go on. What had settled stays, and translating again continues with the rest.
    Failed(Failure),
}
