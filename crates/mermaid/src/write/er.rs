//! Entity-relationship diagrams.

use std::fmt::Write as _;

use super::fit::Layout;
use super::graph::{Cardinality, Graph, Member, Relation};
use super::text::{self, Ids};

pub(crate) fn write(graph: &Graph, layout: &Layout) -> String {
    let mut out = format!("erDiagram\n    direction {}\n", layout.direction);
    let mut ids = Ids::default();
    for node in &graph.nodes {
        let id = ids.id(&node.name);
        let alias = if node.label() == id {
            String::new()
        } else {
            format!("[{}]", entity(node.label()))
        };
        if node.members.is_empty() {
            let _ = writeln!(out, "    {id}{alias}");
            continue;
        }
        let _ = writeln!(out, "    {id}{alias} {{");
        for member in &node.members {
            let _ = writeln!(out, "        {}", attribute(member));
        }
        out.push_str("    }\n");
    }
    for edge in &graph.edges {
        let (from, to) = (ids.id(&edge.from), ids.id(&edge.to));
        let (near, far) = edge
            .ends
            .unwrap_or((Cardinality::ZeroOrMore, Cardinality::ZeroOrMore));
        let left = match near {
            Cardinality::ZeroOrOne => "|o",
            Cardinality::One => "||",
            Cardinality::ZeroOrMore => "}o",
        };
        let right = match far {
            Cardinality::ZeroOrOne => "o|",
            Cardinality::One => "||",
            Cardinality::ZeroOrMore => "o{",
        };
        // Solid where one cannot be told without the other.
        let line = if edge.kind == Relation::Composes {
            "--"
        } else {
            ".."
        };
        let label = text::quoted(&edge.label);
        let _ = writeln!(out, "    {from} {left}{line}{right} {to} : {label}");
    }
    super::close(out, &layout.left_out)
}

/// A name between quotes, without what the grammar has no escape for.
fn entity(name: &str) -> String {
    text::quoted(name)
        .replace('%', "#37;")
        .replace('\\', "#92;")
}

fn attribute(member: &Member) -> String {
    let (ty, exact_ty) = word(&member.ty, "unknown");
    let (name, exact_name) = word(&member.name, "column");
    let mut line = format!("{ty} {name}");
    let keys: Vec<&str> = [
        (member.is_primary, "PK"),
        (member.is_foreign, "FK"),
        (member.is_unique && !member.is_primary, "UK"),
    ]
    .into_iter()
    .filter_map(|(is, key)| is.then_some(key))
    .collect();
    if !keys.is_empty() {
        line.push(' ');
        line.push_str(&keys.join(", "));
    }
    // What the grammar has no letters for is told in the comment.
    let mut notes = Vec::new();
    if !exact_name {
        notes.push(member.name.as_str());
    }
    if !exact_ty && !member.ty.is_empty() {
        notes.push(&member.ty);
    }
    if !member.note.is_empty() {
        notes.push(&member.note);
    }
    if !notes.is_empty() {
        line.push(' ');
        line.push_str(&text::quoted(&notes.join(", ")));
    }
    line
}

/// A word of the letters an attribute may have, and whether it says the same as the text.
fn word(text: &str, empty: &str) -> (String, bool) {
    let text = text::cut(&text::one_line(text), 60);
    let mut out = String::new();
    for c in text.chars() {
        if c.is_ascii_alphanumeric() || c == '_' || matches!(c, '(' | ')' | '[' | ']') {
            out.push(c);
        } else if !out.ends_with('_') {
            out.push('_');
        }
    }
    if out != text {
        out = out.trim_matches('_').to_owned();
    }
    if out.is_empty() {
        return (empty.to_owned(), text.is_empty());
    }
    if !out.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') {
        out.insert(0, '_');
    }
    // A key's name would be read as a key.
    if matches!(out.as_str(), "PK" | "FK" | "UK") {
        out.push('_');
    }
    let same = out == text || out.replace('_', " ") == text;
    (out, same)
}
