//! What a model is asked about a diagram in words.

use ichiban_engine::asking::protocol::Question;
use ichiban_engine::diagram::explain::Explain;
use ichiban_mermaid::author::{self, Subject};

/// The question that explains a diagram.
pub(crate) fn question(asked: Explain) -> Question {
    let earlier = asked.earlier.into_iter();
    let subject = Subject {
        diagram: asked.diagram,
        earlier: earlier.map(|it| (it.question, it.answer)).collect(),
        question: asked.question,
    };
    Question::of(&author::explain(&asked.model, &subject, &asked.language))
}
