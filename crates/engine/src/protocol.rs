//! What the page and the worker say to each other.
//!
//! Every message is one value of [`Command`] or [`Report`], encoded with `postcard` and posted as
//! a transferred buffer. Reports are coalesced: at most one batch a frame, never dropped. Cells
//! are addressed by their column (a target locale, by its place in [`Command::Columns`]) and row
//! (a translatable leaf, by its place in the source).

use ichiban_model::{Endpoint, Usage};
use ichiban_tool::Diagnostic;
use serde::{Deserialize, Serialize};

/// A revision of the source: the page counts up at each edit and drops reports of older ones.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Revision(pub u32);

/// A translatable leaf, by its place in the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Row(pub u32);

/// A target locale, by its place in [`Command::Columns`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Column(pub u16);

/// What the page asks of the worker.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Command {
    /// Takes a source text, in place of the one before. Translations of leaves that did not
    /// change stay.
    Open {
        /// Which edit this is.
        revision: Revision,
        /// The whole text.
        text: String,
        /// The file's name, which may tell the format and the locale.
        file_name: Option<String>,
    },
    /// Sets the target locales, as BCP 47 tags. Cells of locales that remain are kept.
    Columns {
        /// The tags, in the order of the table.
        locales: Vec<String>,
    },
    /// Reads a person's own translation of the source into a column, and checks it.
    Existing {
        /// The column it fills.
        column: Column,
        /// The whole text of the translated file.
        text: String,
    },
    /// Fills a column with a pseudo-localisation: no model, instant.
    Pseudo {
        /// The column it fills.
        column: Column,
    },
    /// Asks a model for every cell that is not done, in the columns named.
    Translate(Job),
    /// Asks again for these cells alone.
    AskAgain {
        /// Whom and how to ask.
        job: Job,
        /// The cells.
        cells: Vec<(Column, Row)>,
    },
    /// Replaces a cell's text by a person's own, which is checked like a model's.
    Edit {
        /// The cell's column.
        column: Column,
        /// The cell's row.
        row: Row,
        /// The text, with placeholders as in the file.
        text: String,
    },
    /// Stops the run; what has settled stays.
    Stop,
    /// Asks for the translated file of a column, or a zip of all of them.
    Export {
        /// The column, or all.
        column: Option<Column>,
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
    /// Terms and the translation each must have; an empty translation means: keep as it is.
    pub glossary: Vec<(String, String)>,
    /// Whether a translation equal to its source is accepted.
    pub allow_unchanged: bool,
}

/// What the worker tells the page.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Report {
    /// The worker is there.
    Ready,
    /// The source was read. Its rows follow in [`Report::Rows`].
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
    /// Cells that changed. The last change to a cell within a batch is the only one.
    Cells(Vec<CellUpdate>),
    /// What a check of the whole column says: missing, extra and unchanged keys.
    Findings {
        /// The column.
        column: Column,
        /// The findings.
        diagnostics: Vec<Diagnostic>,
    },
    /// Where the run stands. Sent at most once a frame.
    Progress(Progress),
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
        bytes: Vec<u8>,
    },
    /// A command could not be carried out.
    Refused {
        /// Why, and what to do.
        message: String,
        /// The request it answers, if it was an export.
        ticket: Option<u32>,
    },
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
        /// Where it came from.
        origin: Origin,
    },
    /// Settled, but a check fails. The file keeps the source text.
    Attention {
        /// The text that was refused, if any.
        text: Option<String>,
        /// The reasons, worst first.
        reasons: Vec<Diagnostic>,
    },
}

/// Where a settled text came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    /// A model wrote it in this session.
    Model,
    /// The translation memory had it.
    Memory,
    /// It stood in a file the person gave.
    Existing,
    /// The person typed it.
    Person,
    /// It is a pseudo-localisation.
    Pseudo,
}

/// Where a run stands.
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

/// Why a run could not go on, in words for a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    /// A stable kebab-case name: `wrong-key`, `not-found`, `blocked`, `offline`, `rate-limited`,
    /// `server-error`, `not-an-api`, `timed-out`, `cut-off`, `refused`, `bad-answer`.
    pub code: String,
    /// What happened, in one sentence.
    pub message: String,
    /// What to do, in one sentence.
    pub hint: String,
}
