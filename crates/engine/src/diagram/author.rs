//! What the page and the worker that draws say to each other while a model writes a diagram.
//!
//! The page keeps every [`Step`] of a task. So a worker that is ended over a layout that takes too
//! long loses nothing: the next one is given the steps again from the first, and says the same. The
//! page asks a question that is told again only if it has not asked it yet, which its number tells.

use ichiban_tool::Diagnostic;
use serde::{Deserialize, Serialize};

use super::protocol::{Change, Picture};
use crate::asking::protocol::{Events, Question};

/// What is wanted of a model.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// What is to be drawn, or changed, in the person's words.
    pub instruction: String,
    /// Texts that it is about.
    pub context: Vec<String>,
    /// The diagram to change; none for a new one.
    pub diagram: Option<String>,
    /// The model's name, as the endpoint knows it.
    pub model: String,
}

/// What happens to a task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    /// It begins. Whatever went on before is forgotten.
    Begin(Task),
    /// More of the answer to the last question came.
    Heard(Events),
    /// The last question failed: nothing more comes of it.
    Failed,
    /// The person stops it.
    Stopped,
}

/// Where a task stands after the steps that were told.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Progress {
    /// How many questions there were, from the first step on.
    pub questions: u32,
    /// The last of them, if it came up in the steps that were told.
    pub question: Option<Question>,
    /// The diagram's source as far as it has come, without what is around it.
    pub source: String,
    /// Whether any of the answer's text has come.
    pub has_begun: bool,
    /// Tokens of all answers, if the provider tells.
    pub tokens: Option<Tokens>,
    /// The newest form that is drawn, if there is a newer one than was told before.
    pub frame: Option<Frame>,
    /// What came of the task, once it is over.
    pub outcome: Option<Outcome>,
}

/// A diagram that is still being written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Frame {
    /// Its text, which the grammar accepts.
    pub text: String,
    /// The picture.
    pub picture: Picture,
}

/// Tokens that were spent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tokens {
    /// Of the questions.
    pub input: u64,
    /// Of the answers.
    pub output: u64,
}

/// What came of a task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// A whole diagram.
    Complete {
        /// Its text.
        text: String,
        /// What had to be mended.
        changes: Vec<Change>,
    },
    /// The answer stopped before the diagram did.
    Cut {
        /// What can be drawn of it, of a change with the rest as it was; empty if nothing can.
        text: String,
        /// Whether the answer reached its limit.
        is_too_long: bool,
    },
    /// There is no diagram, although the model was asked twice.
    Broken {
        /// What came: a diagram with mistakes, or the whole answer.
        source: String,
        /// What is wrong with it.
        diagnostics: Vec<Diagnostic>,
    },
    /// The model will not answer.
    Declined {
        /// Its words; empty if it gave none.
        words: String,
    },
}
