//! What is commanded, asked and reported.
//!
//! A [`Command::Read`] is a job: it goes on in steps, and progress is reported between them. Stopped,
//! what was read so far is the result. Edits are sent whole whenever they change; they are replayed on
//! whatever has been read.

use serde::{Deserialize, Serialize};

pub use super::edit::{Edit, Field, Part};
use super::operation::{Detail, Filled, Outgoing};
use super::page::{Block, Document, Place};
use super::refining::{Kept, Plan, Refined, RequestId};
use super::talk::{Prepared, Said};
use crate::asking::protocol as asking;
pub use crate::job::Job;

/// A file that was given, numbered by the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FileId(pub u32);

/// The most that a PDF or an archive may have, in bytes.
pub const MOST_BINARY: u64 = 256 * 1024 * 1024;
/// The most that a recording may have.
pub const MOST_RECORDING: u64 = 100 * 1024 * 1024;
/// The most that a text may have.
pub const MOST_TEXT: u64 = 32 * 1024 * 1024;

/// The most that a file of this name may have, in bytes.
pub fn most(name: &str) -> u64 {
    match name
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_ascii_lowercase())
        .as_deref()
    {
        Some("pdf" | "zip") => MOST_BINARY,
        Some("har") => MOST_RECORDING,
        _ => MOST_TEXT,
    }
}

/// What the page asks of the worker.
#[derive(Clone, Serialize, Deserialize)]
pub enum Command {
    /// Gives a file. It is kept for as long as the worker lives.
    File {
        /// Its number.
        file: FileId,
        /// Its name, with its folders.
        name: String,
        /// What it holds.
        #[serde(with = "serde_bytes")]
        bytes: Vec<u8>,
    },
    /// Reads files as one API. Answered by [`Report::Progress`] and [`Report::Preview`], and at last by
    /// [`Report::Read`], or at once by [`Report::Unknown`].
    Read {
        /// Its number.
        job: Job,
        /// The files, in order.
        files: Vec<FileId>,
    },
    /// Ends the reading: what was read so far is the result.
    Stop,
    /// Makes these the edits and this the server. Answered by [`Report::Shaped`] if something was read.
    Shape {
        /// Every edit, in order.
        edits: Vec<Edit>,
        /// The base URL, in place of those that were found.
        base_url: Option<String>,
    },
    /// Asks something. Answered by [`Report::Answered`].
    Ask {
        /// Correlates the answer.
        ticket: u32,
        /// What is asked.
        question: Question,
    },
    /// Asks what would be sent to a model. Answered by [`Report::Planned`] if something was read.
    Plan,
    /// Gives what earlier runs came to. What of it is about sections that were read is taken over,
    /// once it is proved again: told by [`Report::Refined`].
    Known {
        /// Sections.
        kept: Vec<Kept>,
    },
    /// Begins a run over sections of the plan. Told by [`Report::Ask`], [`Report::Leave`],
    /// [`Report::Keep`] and [`Report::Refined`].
    Refine {
        /// The model's name as the endpoint knows it.
        model: String,
        /// The sections, by their place in the plan. Those that were read are not asked about again.
        sections: Vec<u32>,
    },
    /// More of an answer.
    Heard {
        /// To which request.
        request: RequestId,
        /// What came.
        events: asking::Events,
    },
    /// Nothing more comes of a request. If its answer had not ended by itself, the request failed:
    /// the run is interrupted, and its section is asked about again when the run is resumed.
    Over {
        /// Which.
        request: RequestId,
    },
    /// Asks about no further section until [`Command::Resume`]; answers that come go on.
    Pause,
    /// Goes on with a run that waits.
    Resume {
        /// The model's name, which may be another one by now.
        model: String,
    },
    /// Ends a run: its requests are left, what it came to stays.
    Halt,
    /// Takes all back that models have added, and forgets what earlier runs came to.
    Forget,
    /// Has a question answered in words. Told by [`Report::AskInWords`] and [`Report::Said`]; an answer
    /// that still comes is left. It is answered by [`Command::Heard`] and [`Command::Over`].
    Talk {
        /// The page's number of it, never used twice.
        turn: u32,
        /// The question.
        question: String,
        /// The model's name as the endpoint knows it.
        model: String,
        /// Tokens of the documents that may be sent.
        budget: u32,
        /// Whether the model may look up more while it answers, a part of that budget at a time.
        looks_up: bool,
        /// The number of the question that is asked again: what came of it is forgotten.
        instead_of: Option<u32>,
    },
    /// Ends the answer that comes. What came of it stays.
    Hush,
    /// Forgets the questions that were asked in words, and their answers.
    EndTalk,
}

/// What may be asked.
#[derive(Clone, Serialize, Deserialize)]
pub enum Question {
    /// Blocks of a document. Answered by [`Answer::Blocks`].
    Blocks {
        /// The first.
        from: Place,
        /// How many, at most.
        count: u32,
    },
    /// An operation in full. Answered by [`Answer::Operation`].
    Operation {
        /// `GET /path`.
        key: String,
    },
    /// Which passages answer a question. Answered by [`Answer::Found`].
    Find {
        /// The question, as people ask.
        question: String,
    },
    /// The call of an operation, written in a language. Answered by [`Answer::Text`].
    Call {
        /// `GET /path`.
        key: String,
        /// The language's name.
        language: String,
    },
    /// Tool definitions for a model: of one operation, or of all. Answered by [`Answer::Text`].
    Tools {
        /// `GET /path`, or none for all.
        key: Option<String>,
        /// Whose: `openai`, `anthropic` or `mcp`.
        house: String,
    },
    /// The whole document. Answered by [`Answer::Text`].
    OpenApi {
        /// Whether as YAML, else as JSON.
        is_yaml: bool,
    },
    /// What would be sent with a question to a model. Answered by [`Answer::Prepared`].
    Prepare {
        /// The question.
        question: String,
        /// Tokens of the documents that may be sent.
        budget: u32,
    },
    /// The request that a filled form makes. Answered by [`Answer::Request`].
    Request {
        /// `GET /path`.
        key: String,
        /// What was filled in.
        filled: Filled,
    },
}

/// What the worker tells the page.
#[derive(Clone, Serialize, Deserialize)]
pub enum Report {
    /// The worker is there.
    Ready,
    /// How far a job has come.
    Progress {
        /// Which.
        job: Job,
        /// How far.
        progress: Progress,
    },
    /// What the pages that were read so far hold.
    Preview {
        /// Of which job.
        job: Job,
        /// The operations.
        operations: Vec<Operation>,
    },
    /// A job is done.
    Read {
        /// Which.
        job: Job,
        /// What was found.
        found: Found,
    },
    /// A job cannot be done: these files were not given, or are not kept any more.
    Unknown {
        /// Which job.
        job: Job,
        /// The files.
        files: Vec<FileId>,
    },
    /// What was found, with other edits.
    Shaped {
        /// What was found.
        found: Found,
    },
    /// What would be sent to a model.
    Planned {
        /// The sections.
        plan: Plan,
    },
    /// The page is to have this asked, and to tell by [`Command::Heard`] and [`Command::Over`].
    Ask {
        /// The number of the request.
        request: RequestId,
        /// What to ask.
        question: asking::Question,
    },
    /// The page is to leave a request: nothing of it is heard any more.
    Leave {
        /// Which.
        request: RequestId,
    },
    /// The page is to keep sections that were read.
    Keep {
        /// Those.
        kept: Vec<Kept>,
    },
    /// How far a run is. None if nothing is there that a model has added.
    Refined {
        /// That.
        refined: Option<Refined>,
    },
    /// The page is to have a question asked that is answered in words, as for [`Report::Ask`].
    AskInWords {
        /// The page's number of the question. More than one request may belong to it: the model has
        /// looked something up, and goes on.
        turn: u32,
        /// The number of the request.
        request: RequestId,
        /// What to ask.
        question: asking::Question,
        /// What of the documents is in it, in words.
        held: String,
    },
    /// More of an answer in words.
    Said(Said),
    /// An answer.
    Answered {
        /// To which question.
        ticket: u32,
        /// What it is.
        answer: Answer,
    },
    /// A command could not be carried out.
    Refused {
        /// Why, and what to do.
        message: String,
    },
}

/// How far a job has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// The file that is read.
    pub name: String,
    /// Files that have been read.
    pub files: u32,
    /// Files that there are.
    pub of_files: u32,
    /// What this file is read by.
    pub part: Unit,
    /// Pages or sections of this file that have been read; 0 if it is read at once.
    pub parts: u32,
    /// Those that it has.
    pub of_parts: u32,
}

/// What a file is read by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unit {
    /// A page of a PDF.
    Page,
    /// A section of a text.
    Section,
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Found {
    /// The name of the API.
    pub title: String,
    /// Base URLs.
    pub servers: Vec<String>,
    /// How calls are authenticated, a phrase each.
    pub security: Vec<String>,
    /// The documents that were read, in order.
    pub documents: Vec<Document>,
    /// The operations, in reading order.
    pub operations: Vec<Operation>,
    /// What is worth saying, a sentence each.
    pub notes: Vec<String>,
    /// Why files were not read, a sentence each.
    pub refused: Vec<String>,
    /// The edits that found nothing, counted from 0.
    pub lost_edits: Vec<u32>,
    /// Whether reading was stopped before its end.
    pub is_partial: bool,
}

/// An operation, as a list shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Operation {
    /// `GET /path`.
    pub key: String,
    /// The method, in capitals.
    pub method: String,
    /// The path.
    pub path: String,
    /// One line.
    pub summary: String,
    /// The group it belongs to; empty if to none.
    pub tag: String,
    /// Whether it is advised against.
    pub deprecated: bool,
    /// 0 to 1; none if it was given and not found.
    pub confidence: Option<f32>,
    /// Where it is documented first.
    pub at: Option<Place>,
    /// What a model has of it, if anything.
    pub by_model: Option<ByModel>,
}

/// What a model has of an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ByModel {
    /// The operation itself.
    Whole,
    /// So many of its parameters, members and lines.
    Details(u32),
}

/// An answer to a [`Question`].
#[derive(Clone, Serialize, Deserialize)]
pub enum Answer {
    /// Blocks, from the first that was asked for.
    Blocks(Vec<Block>),
    /// An operation.
    Operation(Box<Detail>),
    /// Passages, the best first.
    Found(Vec<Hit>),
    /// A text.
    Text(String),
    /// A request.
    Request(Outgoing),
    /// What would be sent to a model.
    Prepared(Box<Prepared>),
    /// There is none, and why, in a sentence.
    None(String),
}

/// A passage that may answer a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hit {
    /// The heading it stands under.
    pub title: String,
    /// The document's name.
    pub document: String,
    /// The line that fits best.
    pub line: String,
    /// Where that stands.
    pub at: Place,
    /// The operations that the passage documents, as `GET /path`.
    pub operations: Vec<String>,
}
