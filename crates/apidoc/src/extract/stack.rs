//! Fields as stacks of short lines, as pages of components show them: the name on a line of its
//! own, its type, `required` and the text below it.
//!
//! ```text
//! room_id
//! string
//! required
//! The room to book.
//! ```

use crate::document::{Location, MarkKind, Text};

use super::field::{self, Field};
use super::outline::{Node, NodeKind};
use super::{label, types, words};

/// Reads the fields stacked at the beginning of a run of nodes, and how many nodes they take.
/// Nothing unless the first line is a name and the next a type or a flag.
pub(crate) fn fields(nodes: &[&Node<'_>]) -> Option<(Vec<Field>, usize)> {
    let mut fields: Vec<Field> = Vec::new();
    let mut at = 0;
    while let Some(mut field) = start(nodes.get(at..).unwrap_or_default()) {
        at += 1;
        while let Some(text) = nodes.get(at).and_then(|node| paragraph(node)) {
            if start(nodes.get(at..).unwrap_or_default()).is_some() || is_label(text) {
                break;
            }
            tell(&mut field, text);
            at += 1;
        }
        fields.push(field);
    }
    (!fields.is_empty()).then_some((fields, at))
}

fn paragraph<'a>(node: &'a Node<'_>) -> Option<&'a Text> {
    match &node.kind {
        NodeKind::Paragraph(text) => Some(text),
        _ => None,
    }
}

fn is_label(text: &Text) -> bool {
    text.plain.len() < 60 && label::read(&text.plain, true).is_some()
}

/// A name alone, and a type or a flag alone after it.
fn start(nodes: &[&Node<'_>]) -> Option<Field> {
    let [first, second, ..] = nodes else {
        return None;
    };
    let (name, text) = (paragraph(first)?, paragraph(second)?);
    let plain = name.plain.trim();
    let links = name
        .marks
        .iter()
        .any(|mark| matches!(mark.kind, MarkKind::Link(_)));
    if plain.contains(' ') || links || types::is_type_word(plain) || flag(plain).is_some() {
        return None;
    }
    let (name, required) = field::clean_name(plain)?;
    let telling =
        text.plain.len() < 40 && (types::is_type_word(&text.plain) || flag(&text.plain).is_some());
    telling.then(|| Field {
        name,
        required,
        location: Some(location(first)),
        strength: 2,
        ..Field::default()
    })
}

fn location(node: &Node<'_>) -> Location {
    node.location
}

fn flag(text: &str) -> Option<bool> {
    match text
        .trim()
        .trim_matches(['(', ')', '*'])
        .to_lowercase()
        .as_str()
    {
        "required" | "mandatory" => Some(true),
        "optional" => Some(false),
        _ => None,
    }
}

/// How long the prose of a field may grow over several lines, in bytes.
const PROSE: usize = 4_096;

/// Takes a line: a flag, a type, or prose.
fn tell(field: &mut Field, text: &Text) {
    let plain = text.plain.trim();
    if let Some(required) = flag(plain) {
        field.required = Some(required);
    } else if field.schema.is_open() && plain.len() < 40 && types::is_type_word(plain) {
        field.schema = types::read(plain).unwrap_or_default();
    } else if let Some(place) = field::place_word(plain) {
        field.place = Some(place);
    } else if field.description.len() < PROSE {
        let whole = format!("{} {plain}", field.description);
        field::from_prose(field, whole.trim());
        field.required = field.required.or_else(|| words::required(plain));
    }
}
