//! What the page and the worker that reads sources say to each other.

use ichiban_tool::Diagnostic;
use serde::{Deserialize, Serialize};

pub use crate::job::Job;
pub use crate::setting::Setting;

/// What the page asks of the worker.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Command {
    /// Makes a diagram of files. Answered by [`Report::Made`] or [`Report::Unmade`].
    Make {
        /// Its number.
        job: Job,
        /// The files, all of one kind.
        files: Vec<File>,
        /// The name of their kind; none for the likeliest.
        source: Option<String>,
        /// What was chosen, by the setting's name.
        settings: Vec<(String, String)>,
    },
}

/// A text to draw.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// Its name, if it has one.
    pub name: Option<String>,
    /// The whole text.
    pub text: String,
}

/// What the worker tells the page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Report {
    /// The worker is there.
    Ready {
        /// Every kind of source, in the order they are offered.
        sources: Vec<Source>,
    },
    /// A diagram.
    Made {
        /// Of which job.
        job: Job,
        /// The kind that the files were taken for.
        source: String,
        /// The kinds that they may be, the likeliest first.
        likely: Vec<String>,
        /// The diagram's text.
        text: String,
        /// What is not as it should be in the files, though they can be drawn.
        diagnostics: Vec<Diagnostic>,
        /// What was left out, a sentence each.
        left_out: Vec<String>,
    },
    /// There is no diagram.
    Unmade {
        /// Of which job.
        job: Job,
        /// The kind that the files were taken for; none if they are of no kind that is known.
        source: Option<String>,
        /// The kinds that they may be, the likeliest first.
        likely: Vec<String>,
        /// Why, in a sentence.
        message: String,
        /// Where, if it is a matter of one place: the file, counted from 0, and the diagnostic.
        place: Option<(u32, Diagnostic)>,
    },
    /// A command could not be carried out.
    Refused {
        /// Why, and what to do.
        message: String,
    },
}

/// Something that a diagram can be made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its name.
    pub name: String,
    /// Its name for people.
    pub label: String,
    /// What it reads, and what it draws.
    pub about: String,
    /// The ending of its files, for the editor's colours; empty if it has none.
    pub extension: String,
    /// What may be chosen.
    pub settings: Vec<Setting>,
}
