//! A diagram as the grammar reads it.

use std::sync::LazyLock;

use ichiban_tool::Place;
use merman::{Engine, Error, MermaidConfig, ParseOptions};
use serde_json::{Value, json};

use crate::blocks::too_deep;
use crate::refusals::refused;
use crate::text::{header_line, place_at};

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
static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    let mut config = appearance("dagre", "classic");
    set_appearance(&mut config, "theme", "default");
    Engine::new().with_site_config(MermaidConfig::from_value(config))
});

/// The families that mermaid.js 12 gives an appearance of their own.
const WITH_APPEARANCE: &[&str] = &[
    "agentflow",
    "class",
    "er",
    "flowchart",
    "requirement",
    "sequence",
    "state",
    "swimlane",
    "usecase",
    "venn",
];

/// A configuration that lays every family out and draws it in the same way. If families differed,
/// the grammar would copy all its configuration for each text that it reads, which takes longer
/// than a small diagram takes to read.
pub(crate) fn appearance(layout: &str, look: &str) -> Value {
    let mut config = json!({});
    set_appearance(&mut config, "layout", layout);
    set_appearance(&mut config, "look", look);
    config
}

fn set_appearance(config: &mut Value, name: &str, value: &str) {
    config[name] = value.into();
    for family in WITH_APPEARANCE {
        config[family][name] = value.into();
    }
}

/// Blocks nested deeper are not read: the grammar recurses, or takes time by the square of the depth.
const DEEPEST: usize = 100;

/// Reads a diagram. Cost: one pass of the grammar.
pub fn parse(text: &str) -> Result<Diagram, ParseError> {
    if let Some(offset) = too_deep(text, DEEPEST) {
        let mut lines = text.lines();
        let header = header_line(&lines.clone().collect::<Vec<_>>());
        let header = header.and_then(|number| lines.nth(number)).unwrap_or("");
        return Err(ParseError {
            kind: header.split_whitespace().next().map(str::to_owned),
            message: format!("groups are nested deeper than {DEEPEST} levels: flatten them"),
            offset: Some(offset),
            place: place_at(text, offset),
        });
    }
    let error = match ENGINE.parse_diagram_sync(text, ParseOptions::strict()) {
        Ok(Some(parsed)) if parsed.meta.diagram_type == "zenuml" => {
            return Err(ParseError {
                kind: Some(parsed.meta.diagram_type),
                message: "ZenUML is not part of mermaid.js: it needs a plugin".to_owned(),
                offset: Some(0),
                place: Place::START,
            });
        }
        Ok(Some(parsed)) if let Some((offset, why)) = refused(&parsed.meta.diagram_type, text) => {
            ParseError {
                kind: Some(parsed.meta.diagram_type),
                message: why.to_owned(),
                place: place_at(text, offset),
                offset: Some(offset),
            }
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
