//! State diagrams.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::fit::Layout;
use super::graph::{Graph, Shape};
use super::text::{self, Ids};

/// The name of the node that stands for a beginning and an end.
pub(crate) const START: &str = "[*]";

/// A node whose group is the name of another lies in that one. A node of shape
/// [`Shape::Decision`] is a choice. [`START`] is both the beginning and the end.
pub(crate) fn write(graph: &Graph, layout: &Layout) -> String {
    let mut out = format!("stateDiagram-v2\n    direction {}\n", layout.direction);
    let mut ids = Ids::default();
    // What lay in a state that is not drawn lies outside.
    let mut graph = graph.clone();
    let names: BTreeSet<String> = graph.nodes.iter().map(|node| node.name.clone()).collect();
    for node in &mut graph.nodes {
        if !names.contains(&node.group) {
            node.group.clear();
        }
    }
    let graph = &graph;
    inside("", graph, &mut ids, 1, &mut out);
    // An edge is written where both its ends can be seen.
    for edge in &graph.edges {
        if edge.from != START {
            write_edge(edge, &mut ids, "    ", &mut out);
        }
    }
    super::close(out, &layout.left_out)
}

/// The states that lie in `group`, declared.
fn inside(group: &str, graph: &Graph, ids: &mut Ids, depth: usize, out: &mut String) {
    let indent = "    ".repeat(depth);
    for node in graph.nodes.iter().filter(|node| node.group == group) {
        if node.name == START || node.name == group {
            continue;
        }
        let id = ids.id(&node.name);
        if node.shape == Shape::Decision {
            let _ = writeln!(out, "{indent}state {id} <<choice>>");
            continue;
        }
        let label = text::quoted(node.label());
        let _ = writeln!(out, "{indent}state {label} as {id}");
        for member in &node.members {
            let _ = writeln!(out, "{indent}{id} : {}", text::line(&member.name));
        }
        // States nest as deep as a person nests them, which is not deep.
        let has_children = graph.nodes.iter().any(|child| child.group == node.name);
        if has_children && depth < 24 {
            let _ = writeln!(out, "{indent}state {id} {{");
            inside(&node.name, graph, ids, depth + 1, out);
            let _ = writeln!(out, "{indent}}}");
        }
    }
    // A beginning belongs to the state it is in.
    for edge in graph.edges.iter().filter(|edge| edge.from == START) {
        let target = graph.nodes.iter().find(|node| node.name == edge.to);
        if target.is_some_and(|node| node.group == group) {
            write_edge(edge, ids, &indent, out);
        }
    }
}

fn write_edge(edge: &super::graph::Edge, ids: &mut Ids, indent: &str, out: &mut String) {
    let mut end = |name: &str| {
        if name == START {
            START.to_owned()
        } else {
            ids.id(name)
        }
    };
    let (from, to) = (end(&edge.from), end(&edge.to));
    let label = if edge.label.trim().is_empty() {
        String::new()
    } else {
        format!(" : {}", text::line(&edge.label))
    };
    let _ = writeln!(out, "{indent}{from} --> {to}{label}");
}
