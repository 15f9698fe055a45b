//! Class diagrams.

use std::fmt::Write as _;

use super::fit::Layout;
use super::graph::{Graph, Member, Node, Relation};
use super::text::{self, Ids, quoted};

pub(crate) fn write(graph: &Graph, layout: &Layout) -> String {
    let mut out = format!("classDiagram\n    direction {}\n", layout.direction);
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
        declare(node, &mut ids, "    ", &mut out);
    }
    for group in groups {
        let _ = writeln!(out, "    namespace {} {{", ids.id(&format!("in {group}")));
        for node in graph.nodes.iter().filter(|node| node.group == group) {
            declare(node, &mut ids, "        ", &mut out);
        }
        out.push_str("    }\n");
    }
    for edge in &graph.edges {
        let (from, to) = (ids.id(&edge.from), ids.id(&edge.to));
        let label = if edge.label.trim().is_empty() {
            String::new()
        } else {
            format!(" : {}", text::line(&edge.label))
        };
        let (near, far) = edge
            .ends
            .map_or((String::new(), String::new()), |(near, far)| {
                (
                    format!(" \"{}\"", near.uml()),
                    format!("\"{}\" ", far.uml()),
                )
            });
        let _ = match edge.kind {
            // The arrowhead at the left puts what is general above.
            Relation::Inherits => writeln!(out, "    {to} <|-- {from}{label}"),
            Relation::Implements => writeln!(out, "    {to} <|.. {from}{label}"),
            Relation::Composes => writeln!(out, "    {from}{near} *-- {far}{to}{label}"),
            Relation::Uses => writeln!(out, "    {from}{near} --> {far}{to}{label}"),
            Relation::Depends => writeln!(out, "    {from}{near} ..> {far}{to}{label}"),
        };
    }
    super::close(out, &layout.left_out)
}

fn declare(node: &Node, ids: &mut Ids, indent: &str, out: &mut String) {
    let id = ids.id(&node.name);
    let label = if node.label() == id {
        String::new()
    } else {
        format!("[{}]", quoted(node.label()))
    };
    if node.members.is_empty() && node.stereotype.is_empty() {
        let _ = writeln!(out, "{indent}class {id}{label}");
        return;
    }
    let _ = writeln!(out, "{indent}class {id}{label} {{");
    if !node.stereotype.is_empty() {
        let word: String = node
            .stereotype
            .chars()
            .filter(|c| c.is_alphanumeric() || *c == ' ' || *c == '-' || *c == '_')
            .collect();
        let _ = writeln!(out, "{indent}    <<{word}>>");
    }
    for member in &node.members {
        let _ = writeln!(out, "{indent}    {}", member_line(member));
    }
    let _ = writeln!(out, "{indent}}}");
}

fn member_line(member: &Member) -> String {
    let mut line = String::new();
    line.extend(member.visibility);
    let name = text::one_line(&member.name);
    let name = if name.is_empty() {
        "_".to_owned()
    } else {
        name
    };
    let ty = text::cut(&text::one_line(&member.ty), 60);
    let said = match &member.parameters {
        Some(parameters) => {
            // A parenthesis in what it takes would end the method for the grammar.
            let parameters = text::cut(&text::one_line(parameters), 60).replace(['(', ')'], "");
            format!("{}({parameters})", name.replace(['(', ')'], ""))
        }
        None if ty.is_empty() => name,
        None => format!("{name}: {ty}").replace(['(', ')'], ""),
    };
    line.push_str(&text::member(&said));
    if member.is_static {
        line.push('$');
    } else if member.is_abstract {
        line.push('*');
    }
    if member.parameters.is_some() && !ty.is_empty() {
        line.push(' ');
        line.push_str(&text::member(&ty.replace(['(', ')'], "")));
    }
    line
}
