//! What differs between two diagrams, by what they say: nodes and edges added, removed, renamed,
//! relabelled and moved between groups; not by how their texts are written.
//!
//! Flowcharts, class, entity-relationship, state and sequence diagrams are compared by their
//! elements; those of other families by their statements.

mod elements;

use std::collections::BTreeSet;

use serde::Serialize;

use crate::diagram::{Diagram, ParseError, parse};
use crate::format::format;
use elements::{Elements, elements};

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// What happened.
    pub change: Change,
    /// To what: `node`, `edge`, `message`, `member`, `statement`, `diagram`.
    pub element: &'static str,
    /// What it is called: a node's id, `A -> B` of an edge.
    pub name: String,
    /// What it was; empty if it was not there.
    pub before: String,
    /// What it is; empty if it is not there.
    pub after: String,
}

/// What happened to an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It has another id.
    Renamed,
    /// It has another label, shape or kind.
    Relabelled,
    /// It lies in another group.
    Moved,
}

impl std::fmt::Display for Difference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self {
            change,
            element,
            name,
            before,
            after,
        } = self;
        match change {
            Change::Added if after.is_empty() => write!(f, "{element} {name} was added"),
            Change::Added => write!(f, "{element} {name} was added: {after}"),
            Change::Removed if before.is_empty() => write!(f, "{element} {name} was removed"),
            Change::Removed => write!(f, "{element} {name} was removed: {before}"),
            Change::Renamed => write!(f, "{element} {before} was renamed to {after}"),
            Change::Relabelled => write!(f, "{element} {name} was `{before}` and is `{after}`"),
            Change::Moved => {
                let place = |group: &str| match group {
                    "" => "the top".to_owned(),
                    group => format!("`{group}`"),
                };
                write!(
                    f,
                    "{element} {name} moved from {} to {}",
                    place(before),
                    place(after)
                )
            }
        }
    }
}

/// Which of two texts is no diagram.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// The first.
    Before(ParseError),
    /// The second.
    After(ParseError),
}

/// What differs; empty if the two say the same.
///
/// # Errors
/// If either text is no diagram.
///
/// Cost: a few passes of the grammar, and the product of what was removed and what was added.
pub fn diff(before: &str, after: &str) -> Result<Vec<Difference>, Unreadable> {
    let old = parse(before).map_err(Unreadable::Before)?;
    let new = parse(after).map_err(Unreadable::After)?;
    if old.kind != new.kind {
        return Ok(vec![Difference {
            change: Change::Relabelled,
            element: "diagram",
            name: "kind".to_owned(),
            before: old.kind,
            after: new.kind,
        }]);
    }
    Ok(match (elements(&old), elements(&new)) {
        (Some(old), Some(new)) => compare(&old, &new),
        _ => statements(before, after),
    })
}

/// The ids of a diagram's nodes, in the order in which they are declared; none of a family that has
/// none.
pub(crate) fn node_names(diagram: &Diagram) -> Vec<String> {
    let nodes = elements(diagram).map(|elements| elements.nodes);
    let names = nodes.into_iter().flatten().map(|node| node.id);
    names.collect()
}

fn compare(old: &Elements, new: &Elements) -> Vec<Difference> {
    let mut found = Vec::new();
    let renamed = renamed(old, new);
    let current = |id: &str| {
        let pair = renamed.iter().find(|(before, _)| before == id);
        pair.map_or_else(|| id.to_owned(), |(_, after)| after.clone())
    };
    for (before, after) in &renamed {
        found.push(difference(Change::Renamed, "node", after, before, after));
    }
    for node in &old.nodes {
        let id = current(&node.id);
        let Some(other) = new.nodes.iter().find(|other| other.id == id) else {
            found.push(difference(
                Change::Removed,
                "node",
                &node.id,
                &node.label,
                "",
            ));
            continue;
        };
        // A label that is only the id changes with it.
        let is_own = node.label == node.id && other.label == other.id;
        if node.label != other.label && !is_own {
            found.push(difference(
                Change::Relabelled,
                "node",
                &id,
                &node.label,
                &other.label,
            ));
        }
        if node.shape != other.shape {
            found.push(difference(
                Change::Relabelled,
                "node",
                &id,
                &node.shape,
                &other.shape,
            ));
        }
        if node.group != other.group {
            found.push(difference(
                Change::Moved,
                "node",
                &id,
                &node.group,
                &other.group,
            ));
        }
        for member in without(&node.members, &other.members) {
            found.push(difference(Change::Removed, "member", &id, member, ""));
        }
        for member in without(&other.members, &node.members) {
            found.push(difference(Change::Added, "member", &id, "", member));
        }
    }
    let known: BTreeSet<String> = old.nodes.iter().map(|node| current(&node.id)).collect();
    for node in new.nodes.iter().filter(|node| !known.contains(&node.id)) {
        found.push(difference(Change::Added, "node", &node.id, "", &node.label));
    }
    edges(old, new, &current, &mut found);
    found
}

fn edges(
    old: &Elements,
    new: &Elements,
    current: &impl Fn(&str) -> String,
    found: &mut Vec<Difference>,
) {
    let mut left: Vec<&elements::Edge> = new.edges.iter().collect();
    let mut gone = Vec::new();
    for edge in &old.edges {
        let (from, to) = (current(&edge.from), current(&edge.to));
        let same = left
            .iter()
            .position(|other| other.from == from && other.to == to && other.label == edge.label);
        match same {
            Some(at) => {
                left.remove(at);
            }
            None => gone.push((from, to, &edge.label)),
        }
    }
    for (from, to, label) in gone {
        let name = format!("{from} -> {to}");
        match left
            .iter()
            .position(|other| other.from == from && other.to == to)
        {
            Some(at) => {
                let other = left.remove(at);
                found.push(difference(
                    Change::Relabelled,
                    old.line,
                    &name,
                    label,
                    &other.label,
                ));
            }
            None => found.push(difference(Change::Removed, old.line, &name, label, "")),
        }
    }
    for edge in left {
        let name = format!("{} -> {}", edge.from, edge.to);
        found.push(difference(Change::Added, new.line, &name, "", &edge.label));
    }
}

/// Nodes whose id changed while all else stayed: the label that only they have, or their edges.
fn renamed(old: &Elements, new: &Elements) -> Vec<(String, String)> {
    let has = |elements: &Elements, id: &str| elements.nodes.iter().any(|node| node.id == id);
    let gone: Vec<_> = old
        .nodes
        .iter()
        .filter(|node| !has(new, &node.id))
        .collect();
    let added: Vec<_> = new
        .nodes
        .iter()
        .filter(|node| !has(old, &node.id))
        .collect();
    let neighbours = |elements: &Elements, id: &str| -> BTreeSet<(bool, String, String)> {
        let edges = elements.edges.iter();
        edges
            .filter_map(|edge| {
                if edge.from == id {
                    Some((true, edge.to.clone(), edge.label.clone()))
                } else if edge.to == id {
                    Some((false, edge.from.clone(), edge.label.clone()))
                } else {
                    None
                }
            })
            .collect()
    };
    let mut pairs: Vec<(String, String)> = Vec::new();
    for node in gone {
        let is_free = |id: &str| pairs.iter().all(|(_, after)| after != id);
        let around = neighbours(old, &node.id);
        let alike = |other: &&&elements::Node| {
            let by_label = node.label != node.id && node.label == other.label;
            let by_edges = !around.is_empty()
                && around == neighbours(new, &other.id)
                && node.members == other.members;
            is_free(&other.id) && (by_label || by_edges)
        };
        let candidates: Vec<_> = added.iter().filter(alike).collect();
        if let [one] = candidates.as_slice() {
            pairs.push((node.id.clone(), one.id.clone()));
        }
    }
    pairs
}

/// Families without elements: lines that are not in the other, however they are indented.
fn statements(before: &str, after: &str) -> Vec<Difference> {
    let lines = |text: &str| -> Vec<String> {
        let text = format(text).unwrap_or_else(|_| text.to_owned());
        let lines = text.lines().map(str::trim);
        lines
            .filter(|line| !line.is_empty() && !line.starts_with("%%"))
            .map(ToOwned::to_owned)
            .collect()
    };
    let (old, new) = (lines(before), lines(after));
    let gone = without(&old, &new).into_iter();
    let added = without(&new, &old).into_iter();
    gone.map(|line| difference(Change::Removed, "statement", line, "", ""))
        .chain(added.map(|line| difference(Change::Added, "statement", line, "", "")))
        .collect()
}

/// What of `these` is not in `those`, as often as it is missing.
fn without<'a>(these: &'a [String], others: &[String]) -> Vec<&'a str> {
    let mut left: Vec<&String> = others.iter().collect();
    let mut found = Vec::new();
    for one in these {
        match left.iter().position(|other| *other == one) {
            Some(at) => {
                left.remove(at);
            }
            None => found.push(one.as_str()),
        }
    }
    found
}

fn difference(
    change: Change,
    element: &'static str,
    name: &str,
    before: &str,
    after: &str,
) -> Difference {
    Difference {
        change,
        element,
        name: name.to_owned(),
        before: before.to_owned(),
        after: after.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(before: &str, after: &str) -> Vec<String> {
        diff(before, after)
            .unwrap()
            .iter()
            .map(ToString::to_string)
            .collect()
    }

    #[test]
    fn the_same_said_otherwise_is_no_difference() {
        assert!(words("flowchart TD\nA-->B", "graph TD\n  B\n  A --> B\n").is_empty());
    }

    #[test]
    fn changes_of_a_flowchart_are_told() {
        let before = "flowchart TD\nA[One] --> B\nB -->|x| C\nsubgraph S\nC\nend";
        let after = "flowchart TD\nZ[One] --> B\nB -->|y| C\nC --> D";
        assert_eq!(
            words(before, after),
            [
                "node A was renamed to Z",
                "node C moved from `S` to the top",
                "node S was removed: S",
                "node D was added: D",
                "edge B -> C was `x` and is `y`",
                "edge C -> D was added",
            ]
        );
    }

    #[test]
    fn messages_members_and_statements_are_told() {
        assert_eq!(
            words("sequenceDiagram\nA->>B: hi", "sequenceDiagram\nA->>B: ho"),
            ["message A -> B was `hi` and is `ho`"]
        );
        assert_eq!(
            words(
                "classDiagram\nclass A {\n+x\n}",
                "classDiagram\nclass A {\n+y\n}"
            ),
            ["member A was removed: +x", "member A was added: +y"]
        );
        assert_eq!(
            words("pie\n\"a\" : 1", "pie\n\"a\" : 2"),
            [
                "statement \"a\" : 1 was removed",
                "statement \"a\" : 2 was added"
            ]
        );
    }
}
