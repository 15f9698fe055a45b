//! A diagram as the grammar reads it.

use std::sync::LazyLock;

use ichiban_tool::Place;
use merman::{Engine, Error, ParseOptions};
use serde_json::Value;

use crate::text::place_at;

/// The kinds of diagram whose syntax this crate knows beyond the grammar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Family {
    /// `flowchart` and `graph`.
    Flowchart,
    /// `sequenceDiagram`.
    Sequence,
    /// `classDiagram`.
    Class,
    /// `stateDiagram` and `stateDiagram-v2`.
    State,
    /// `erDiagram`.
    Er,
    /// `gantt`.
    Gantt,
    /// `pie`.
    Pie,
    /// `timeline`.
    Timeline,
    /// `quadrantChart`.
    Quadrant,
    /// `mindmap`.
    Mindmap,
    /// Any other.
    Other,
}

impl Family {
    /// The family that a diagram's first word declares.
    pub fn of_header(word: &str) -> Self {
        match word.trim_end_matches([';', ':']) {
            "flowchart" | "flowchart-elk" | "graph" => Self::Flowchart,
            "sequenceDiagram" => Self::Sequence,
            "classDiagram" | "classDiagram-v2" => Self::Class,
            "stateDiagram" | "stateDiagram-v2" => Self::State,
            "erDiagram" => Self::Er,
            "gantt" => Self::Gantt,
            "pie" => Self::Pie,
            "timeline" => Self::Timeline,
            "quadrantChart" => Self::Quadrant,
            "mindmap" => Self::Mindmap,
            _ => Self::Other,
        }
    }
}

/// A diagram that mermaid.js would accept.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagram {
    /// The grammar's name of its kind, such as `flowchart-v2`.
    pub kind: String,
    /// What it says, in the shape that mermaid.js gives it.
    pub model: Value,
}

/// Why a text is no diagram.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseError {
    /// The grammar's name of the diagram's kind; `None` if the text does not say one.
    pub kind: Option<String>,
    /// The grammar's words.
    pub message: String,
    /// Where the text stops making sense, as a byte offset; `None` if the grammar cannot tell.
    pub offset: Option<usize>,
    /// The same as line and column; the start if the grammar cannot tell.
    pub place: Place,
}

/// The grammar's tables, which take longer to make than a small diagram takes to read.
static ENGINE: LazyLock<Engine> = LazyLock::new(Engine::new);

/// Reads a diagram. Cost: one pass of the grammar.
pub fn parse(text: &str) -> Result<Diagram, ParseError> {
    let error = match ENGINE.parse_diagram_sync(text, ParseOptions::strict()) {
        Ok(Some(parsed)) if parsed.meta.diagram_type == "zenuml" => {
            return Err(ParseError {
                kind: Some(parsed.meta.diagram_type),
                message: "ZenUML is not part of mermaid.js: it needs a plugin".to_owned(),
                offset: Some(0),
                place: Place::START,
            });
        }
        Ok(Some(parsed)) => {
            return Ok(Diagram {
                kind: parsed.meta.diagram_type,
                model: parsed.model.into_unmanaged_value(),
            });
        }
        Ok(None) => ParseError {
            kind: None,
            message: "there is no diagram here".to_owned(),
            offset: None,
            place: Place::START,
        },
        Err(Error::DiagramParse {
            diagram_type,
            diagnostic,
        }) => {
            let offset = diagnostic.span().map(|span| span.start.min(text.len()));
            ParseError {
                kind: Some(diagram_type),
                message: diagnostic.message().to_owned(),
                place: offset.map_or(Place::START, |offset| place_at(text, offset)),
                offset,
            }
        }
        Err(Error::DetectType(_)) => ParseError {
            kind: None,
            message: "the first word names no kind of diagram".to_owned(),
            offset: None,
            place: Place::START,
        },
        Err(other) => ParseError {
            kind: None,
            message: other.to_string(),
            offset: None,
            place: Place::START,
        },
    };
    Err(error)
}
