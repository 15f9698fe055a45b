//! Diagrams written from models of what they show, one file per family.
//!
//! Names and labels come from anywhere: [`text`] keeps them from being read as syntax. What would
//! be too large for mermaid.js, [`fit`] makes smaller, and says so.

pub(crate) mod chart;
mod class;
mod er;
pub(crate) mod fit;
mod flowchart;
pub(crate) mod git_graph;
pub(crate) mod graph;
mod mindmap;
pub(crate) mod sequence;
mod state;
pub(crate) mod text;
pub(crate) mod tree;

pub(crate) use class::write as class;
pub(crate) use er::write as er;
pub(crate) use flowchart::write as flowchart;
pub(crate) use mindmap::write as mindmap;
pub(crate) use state::{START, write as state};

/// The characters that mermaid.js takes at most (`maxTextSize`).
pub(crate) const MAX_CHARACTERS: usize = 50_000;
/// The edges that mermaid.js takes at most (`maxEdges`).
pub(crate) const MAX_EDGES: usize = 500;

/// What a diagram's text ends in if it does not show everything: a comment a line.
pub(crate) fn close(mut text: String, left_out: &[String]) -> String {
    for words in left_out {
        text.push_str("%% Left out: ");
        text.push_str(&text::comment(words));
        text.push('\n');
    }
    text
}
