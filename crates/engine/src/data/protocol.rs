//! What the page and the worker of data say to each other.
//!
//! The page posts one [`Command`] a message; the worker answers each job with one [`Report`].
//! Both are encoded by [`crate::protocol::encode`]. A job is one piece of work that cannot be
//! interrupted: of several that wait only the last is done, and one that takes too long is ended
//! together with the worker.

use ichiban_tool::{Diagnostic, Place};
use serde::{Deserialize, Serialize};

use crate::text::Text;

pub use crate::job::Job;
pub use crate::setting::{Choice, Setting};

/// A text to convert or repair, under the number the page gave it. A number is never given to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SampleId(pub u32);

/// What the page asks of the worker.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Command {
    /// Takes a sample, in place of the one of the same number, or what became of that.
    Sample {
        /// Its number.
        sample: SampleId,
        /// The text.
        text: Text,
        /// Its file's name, whose extension may tell the format.
        file_name: Option<String>,
        /// The name of its format, if the person chose one.
        format: Option<String>,
    },
    /// Converts samples. Answered by [`Report::Converted`] or [`Report::Unconverted`]; as every job
    /// by [`Report::Unknown`], if the worker lacks a sample.
    Convert {
        /// Its number.
        job: Job,
        /// What is to be done.
        conversion: Conversion,
    },
    /// Repairs a sample. Others are forgotten. Answered by [`Report::Repaired`],
    /// [`Report::Unrepaired`] or [`Report::Blank`].
    Repair {
        /// Its number.
        job: Job,
        /// The sample.
        sample: SampleId,
    },
    /// Asks for the whole output of the last job that had one. Answered by [`Report::Whole`].
    Whole {
        /// Correlates the answer.
        ticket: u32,
    },
}

/// What is to be converted into what.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conversion {
    /// The samples, in order. Others are forgotten.
    pub samples: Vec<SampleId>,
    /// The target's name.
    pub target: String,
    /// The name of the root type; empty for one made of the file's name.
    pub root: String,
    /// What was chosen of the target's settings, by name.
    pub settings: Vec<(String, String)>,
    /// A jq expression that narrows the samples first; empty for none.
    pub query: String,
}

/// What the worker tells the page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Report {
    /// The worker is there. What it can do.
    Ready {
        /// Every target, in the order they are offered.
        targets: Vec<Target>,
        /// Every format that can be read.
        formats: Vec<Format>,
    },
    /// A conversion.
    Converted {
        /// Of which job.
        job: Job,
        /// In which format each sample was read.
        read: Vec<Read>,
        /// How many documents the query left, if there was one.
        selected: Option<u32>,
        /// What came out.
        output: Excerpt,
        /// The name of the root type.
        root: String,
        /// What its file may be called.
        file_name: String,
    },
    /// There is no conversion. The last one stays.
    Unconverted {
        /// Of which job.
        job: Job,
        /// In which format each sample was read, or was to be.
        read: Vec<Read>,
        /// Why.
        problem: Problem,
    },
    /// A repair.
    Repaired {
        /// Of which job.
        job: Job,
        /// Valid JSON.
        output: Excerpt,
        /// The first changes, in the order of the text. None of a text that was valid.
        changes: Vec<Change>,
        /// How many changes there are.
        total: u32,
    },
    /// A text that cannot be repaired. The last repair stays.
    Unrepaired {
        /// Of which job.
        job: Job,
        /// Where and why.
        diagnostic: Diagnostic,
    },
    /// There is nothing to repair: white space.
    Blank {
        /// Of which job.
        job: Job,
    },
    /// A job cannot be done: a sample was never sent, or what was sent of it last are changes of
    /// another text. Every sample is to be sent whole.
    Unknown {
        /// Of which job.
        job: Job,
    },
    /// A whole output.
    Whole {
        /// Of which request.
        ticket: u32,
        /// The output, UTF-8.
        #[serde(with = "serde_bytes")]
        bytes: Vec<u8>,
    },
    /// A command could not be carried out.
    Refused {
        /// Why, and what to do.
        message: String,
    },
}

/// Something data can be turned into.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// Its name.
    pub name: String,
    /// Its name for people.
    pub label: String,
    /// What kind of target it is.
    pub group: Group,
    /// The extension of its files, without a dot.
    pub extension: String,
    /// What may be chosen.
    pub settings: Vec<Setting>,
}

/// The kinds of targets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Group {
    /// Types of a programming language.
    Code,
    /// A schema of messages, tables or documents.
    Schema,
    /// The same data in another format.
    Data,
}

/// A format that can be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Format {
    /// Its name.
    pub name: String,
    /// Its name for people.
    pub label: String,
}

/// In which format a sample was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Read {
    /// The sample.
    pub sample: SampleId,
    /// The format's name.
    pub format: String,
}

/// The beginning of a text: all of it, unless it is long.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Excerpt {
    /// What is shown of it.
    pub text: String,
    /// The size of the whole, in bytes.
    pub bytes: u64,
    /// The lines of the whole.
    pub lines: u32,
}

impl Excerpt {
    /// Whether it is all there is.
    pub fn is_whole(&self) -> bool {
        self.text.len() as u64 == self.bytes
    }
}

/// Why there is no conversion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Problem {
    /// There is no value in the samples.
    Empty,
    /// A sample cannot be read.
    Sample {
        /// Which one.
        sample: SampleId,
        /// Where and why.
        diagnostic: Diagnostic,
        /// Whether it may be JSON that can be repaired.
        is_repairable: bool,
    },
    /// The query fails.
    Query {
        /// Why.
        message: String,
    },
    /// The query leaves nothing.
    NothingSelected,
    /// The target cannot say it, or does not know a setting.
    Target {
        /// Why.
        message: String,
    },
}

/// A change that a repair made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// What was done, as a phrase.
    pub what: String,
    /// Where it begins and ends in the text as it was.
    pub before: (Place, Place),
    /// Where it begins and ends in the repaired text.
    pub after: (Place, Place),
    /// What stood there; the beginning of it, if it is long.
    pub removed: String,
    /// What stands there now; the beginning of it, if it is long.
    pub inserted: String,
}
