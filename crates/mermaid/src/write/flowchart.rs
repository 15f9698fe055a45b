//! Flowcharts.

use std::fmt::Write as _;

use super::fit::Layout;
use super::graph::{Graph, Node, Relation, Shape};
use super::text::{Ids, quoted};

pub(crate) fn write(graph: &Graph, layout: &Layout) -> String {
    let mut out = format!("flowchart {}\n", layout.direction);
    let mut ids = Ids::default();
    for node in &graph.nodes {
        ids.id(&node.name);
    }
    let mut groups: Vec<&str> = Vec::new();
    for node in &graph.nodes {
        if !node.group.is_empty() && !groups.contains(&node.group.as_str()) {
            groups.push(&node.group);
        }
    }
    for node in graph.nodes.iter().filter(|node| node.group.is_empty()) {
        let _ = writeln!(out, "    {}", declaration(node, &mut ids));
    }
    for group in groups {
        // An identifier of its own: a group may bear the name of a node.
        let id = ids.id(&format!("group {group}"));
        let _ = writeln!(out, "    subgraph {id}[{}]", quoted(group));
        for node in graph.nodes.iter().filter(|node| node.group == group) {
            let _ = writeln!(out, "        {}", declaration(node, &mut ids));
        }
        out.push_str("    end\n");
    }
    for edge in &graph.edges {
        let (from, to) = (ids.id(&edge.from), ids.id(&edge.to));
        let arrow = match edge.kind {
            Relation::Uses | Relation::Composes => "-->",
            Relation::Depends | Relation::Implements => "-.->",
            Relation::Inherits => "==>",
        };
        let label = if edge.label.trim().is_empty() {
            String::new()
        } else {
            format!("|{}|", quoted(&edge.label))
        };
        let _ = writeln!(out, "    {from} {arrow}{label} {to}");
    }
    super::close(out, &layout.left_out)
}

fn declaration(node: &Node, ids: &mut Ids) -> String {
    let id = ids.id(&node.name);
    let label = quoted(node.label());
    match node.shape {
        Shape::Box => format!("{id}[{label}]"),
        Shape::Round => format!("{id}({label})"),
        Shape::Stadium => format!("{id}([{label}])"),
        Shape::Store => format!("{id}[({label})]"),
        Shape::Decision => format!("{id}{{{label}}}"),
        Shape::Hexagon => format!("{id}{{{{{label}}}}}"),
        Shape::Subroutine => format!("{id}[[{label}]]"),
        Shape::Slanted => format!("{id}[/{label}/]"),
    }
}
