//! A question in words about a diagram. The worker that draws writes what a model is to be asked; the page
//! has it asked, and the worker of [answers](crate::answers) reads what comes.

use serde::{Deserialize, Serialize};

/// What is to be explained.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explain {
    /// The diagram's text.
    pub diagram: String,
    /// What was asked about the same diagram before, oldest first.
    pub earlier: Vec<Exchange>,
    /// The question, in the person's words; empty to have the whole explained.
    pub question: String,
    /// The English name of the language of the answer; empty for English.
    pub language: String,
    /// The model's name, as the endpoint knows it.
    pub model: String,
}

/// A question that was answered.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exchange {
    /// The question; empty if it was that for an explanation of the whole.
    pub question: String,
    /// The answer, as Markdown.
    pub answer: String,
}
