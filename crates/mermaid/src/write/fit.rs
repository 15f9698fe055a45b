//! What a person chose to see of a graph, and what mermaid.js has room for.

use std::collections::{BTreeMap, BTreeSet};

use super::graph::{Edge, Graph, Node, Shape};
use super::{MAX_CHARACTERS, MAX_EDGES};

/// What is chosen of a graph.
#[derive(Debug, Clone)]
pub(crate) struct Choice {
    pub(crate) direction: &'static str,
    pub(crate) detail: Detail,
    /// Patterns of names that are shown, all if there are none.
    pub(crate) include: Vec<String>,
    /// Patterns of names that are not shown.
    pub(crate) exclude: Vec<String>,
    pub(crate) group: Grouping,
    /// The most edges that are drawn.
    pub(crate) limit: usize,
}

/// How much of each node is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Detail {
    /// Every member.
    Full,
    /// Keys and what is public.
    Keys,
    /// The name alone.
    Names,
}

/// What is done with what lies together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Grouping {
    /// Framed, and drawn as one if all would be too much.
    Auto,
    /// Not shown, but drawn as one if all would be too much.
    Quiet,
    /// Not shown.
    None,
    /// Drawn as one.
    Collapse,
}

/// What a family's writer is told.
#[derive(Debug, Clone)]
pub(crate) struct Layout {
    pub(crate) direction: &'static str,
    pub(crate) left_out: Vec<String>,
}

/// A family's writer.
pub(crate) type Write = fn(&Graph, &Layout) -> String;

/// Writes what is chosen of a graph, made smaller until it fits; what was left out, in words.
/// A node is drawn for each end of an edge that has none.
pub(crate) fn fit(graph: Graph, choice: &Choice, write: Write) -> (String, Vec<String>) {
    let mut left_out = Vec::new();
    let mut graph = chosen(graph, choice, &mut left_out);
    if choice.group == Grouping::Collapse {
        graph = collapsed(&graph);
    }
    let limit = choice.limit.clamp(1, MAX_EDGES);
    if graph.edges.len() > limit && matches!(choice.group, Grouping::Auto | Grouping::Quiet) {
        let by_group = collapsed(&graph);
        if by_group.nodes.len() > 2 && by_group.nodes.len() < graph.nodes.len() {
            left_out.push(format!(
                "what lies in each of {} groups: {} nodes with {} edges are drawn as one per group",
                by_group.nodes.len(),
                graph.nodes.len(),
                graph.edges.len()
            ));
            graph = by_group;
        }
    }
    if choice.group == Grouping::Quiet {
        for node in &mut graph.nodes {
            node.group.clear();
        }
    }
    let (all_nodes, all_edges) = (graph.nodes.len(), graph.edges.len());
    let mut most_edges = limit;
    // What mermaid.js would lay out for minutes is of no use either.
    let mut most_nodes = 2 * MAX_EDGES;
    let mut without_members = false;
    loop {
        let mut smaller = least(&graph, most_nodes, most_edges);
        if without_members {
            for node in &mut smaller.nodes {
                node.members.retain(|member| member.is_primary);
            }
        }
        let mut said = left_out.clone();
        let (nodes, edges) = (smaller.nodes.len(), smaller.edges.len());
        if nodes < all_nodes || edges < all_edges {
            said.push(format!(
                "{} of {all_nodes} nodes and {} of {all_edges} edges: the best connected are drawn",
                all_nodes - nodes,
                all_edges - edges
            ));
        }
        if without_members {
            said.push("the members of every node".to_owned());
        }
        let layout = Layout {
            direction: choice.direction,
            left_out: said.clone(),
        };
        let text = write(&smaller, &layout);
        if text.chars().count() <= MAX_CHARACTERS || nodes <= 1 {
            return (text, said);
        }
        if without_members || smaller.nodes.iter().all(|node| node.members.is_empty()) {
            most_nodes = nodes * 3 / 4;
            most_edges = most_edges.min(edges * 3 / 4 + 1);
        } else {
            without_members = true;
        }
    }
}

/// The graph without what is not to be seen.
fn chosen(mut graph: Graph, choice: &Choice, left_out: &mut Vec<String>) -> Graph {
    let before = graph.nodes.len();
    if !choice.include.is_empty() || !choice.exclude.is_empty() {
        let any = |patterns: &[String], node: &Node| {
            patterns
                .iter()
                .any(|pattern| matches(pattern, &node.name) || matches(pattern, node.label()))
        };
        graph.nodes.retain(|node| {
            (choice.include.is_empty() || any(&choice.include, node)) && !any(&choice.exclude, node)
        });
        graph.prune();
        if graph.nodes.len() < before {
            left_out.push(format!(
                "{} of {before} nodes, as chosen",
                before - graph.nodes.len()
            ));
        }
    }
    for node in &mut graph.nodes {
        if choice.group == Grouping::None {
            node.group.clear();
        }
        match choice.detail {
            Detail::Full => {}
            Detail::Keys => node.members.retain(|member| {
                member.is_primary
                    || member.is_foreign
                    || member.is_unique
                    || matches!(member.visibility, Some('+'))
            }),
            Detail::Names => node.members.clear(),
        }
    }
    graph
}

/// Whether a name is what a pattern says: `*` stands for any text, case does not count, and a
/// pattern without `*` may be any part of the name.
pub(crate) fn matches(pattern: &str, name: &str) -> bool {
    let (pattern, name) = (pattern.to_lowercase(), name.to_lowercase());
    if !pattern.contains('*') {
        return name.contains(&pattern);
    }
    let mut parts = pattern.split('*');
    let Some(mut rest) = parts.next().and_then(|first| name.strip_prefix(first)) else {
        return false;
    };
    let mut parts = parts.peekable();
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            return rest.ends_with(part);
        }
        match rest.find(part) {
            Some(at) => rest = rest.get(at + part.len()..).unwrap_or(""),
            None => return false,
        }
    }
    rest.is_empty()
}

/// One node per group, and one for each that is in none.
fn collapsed(graph: &Graph) -> Graph {
    let name = |node: &Node| {
        if node.group.is_empty() {
            node.name.clone()
        } else {
            format!("group {}", node.group)
        }
    };
    let of: BTreeMap<&str, String> = graph
        .nodes
        .iter()
        .map(|node| (node.name.as_str(), name(node)))
        .collect();
    let mut sizes: BTreeMap<&str, usize> = BTreeMap::new();
    for node in &graph.nodes {
        *sizes.entry(&node.group).or_default() += 1;
    }
    let mut nodes: Vec<Node> = Vec::new();
    let mut seen = BTreeSet::new();
    for node in &graph.nodes {
        if !seen.insert(name(node)) {
            continue;
        }
        nodes.push(if node.group.is_empty() {
            Node {
                members: Vec::new(),
                ..node.clone()
            }
        } else {
            let size = sizes.get(node.group.as_str()).copied().unwrap_or(1);
            Node {
                name: name(node),
                label: format!("{} ({size})", node.group),
                shape: Shape::Subroutine,
                ..Node::default()
            }
        });
    }
    let mut counts: BTreeMap<(String, String), usize> = BTreeMap::new();
    let mut order = Vec::new();
    for edge in &graph.edges {
        let (Some(from), Some(to)) = (of.get(edge.from.as_str()), of.get(edge.to.as_str())) else {
            continue;
        };
        if from == to {
            continue;
        }
        let ends = (from.clone(), to.clone());
        let count = counts.entry(ends.clone()).or_default();
        *count += 1;
        if *count == 1 {
            order.push((ends, edge.kind));
        }
    }
    let edges = order
        .into_iter()
        .map(|(ends, kind)| {
            let count = counts.get(&ends).copied().unwrap_or(1);
            Edge {
                label: if count > 1 {
                    count.to_string()
                } else {
                    String::new()
                },
                kind,
                ..Edge::between(ends.0, ends.1)
            }
        })
        .collect();
    Graph::of(nodes, edges)
}

/// The graph's best connected nodes, as many as may be, in their order.
fn least(graph: &Graph, most_nodes: usize, most_edges: usize) -> Graph {
    if graph.nodes.len() <= most_nodes && graph.edges.len() <= most_edges {
        return graph.clone();
    }
    let mut degree: BTreeMap<&str, usize> = BTreeMap::new();
    for edge in &graph.edges {
        *degree.entry(&edge.from).or_default() += 1;
        *degree.entry(&edge.to).or_default() += 1;
    }
    let mut ranked: Vec<&Node> = graph.nodes.iter().collect();
    ranked.sort_by_key(|node| std::cmp::Reverse(degree.get(node.name.as_str()).copied()));
    let keep = |count: usize| -> BTreeSet<&str> {
        ranked
            .iter()
            .take(count)
            .map(|node| node.name.as_str())
            .collect()
    };
    let edges_of = |names: &BTreeSet<&str>| {
        graph
            .edges
            .iter()
            .filter(|edge| names.contains(edge.from.as_str()) && names.contains(edge.to.as_str()))
            .count()
    };
    // The most nodes whose edges are few enough: more nodes never have fewer edges.
    let (mut low, mut high) = (1, graph.nodes.len().min(most_nodes));
    while low < high {
        let middle = (low + high).div_ceil(2);
        if edges_of(&keep(middle)) <= most_edges {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    let names = keep(low);
    let nodes = graph.nodes.iter();
    let nodes = nodes.filter(|node| names.contains(node.name.as_str()));
    let mut smaller = Graph::of(nodes.cloned().collect(), graph.edges.clone());
    smaller.prune();
    // Two nodes may have more edges than there is room for.
    smaller.edges.truncate(most_edges);
    smaller
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_match_parts_and_wholes() {
        assert!(matches("user", "AppUser"));
        assert!(matches("app*", "AppUser"));
        assert!(matches("*user", "AppUser"));
        assert!(matches("a*u*r", "AppUser"));
        assert!(!matches("user*", "AppUser"));
        assert!(!matches("*app", "AppUser"));
    }

    #[test]
    fn what_is_too_much_is_left_out_and_told() {
        let mut graph = Graph::default();
        for number in 0..900 {
            graph.nodes.push(Node::named(format!("n{number}")));
            if number > 0 {
                graph.edges.push(Edge::between(
                    format!("n{}", number - 1),
                    format!("n{number}"),
                ));
            }
        }
        let choice = Choice {
            direction: "TB",
            detail: Detail::Full,
            include: Vec::new(),
            exclude: Vec::new(),
            group: Grouping::Auto,
            limit: 500,
        };
        let (text, left_out) = fit(graph, &choice, super::super::flowchart);
        assert!(text.matches("-->").count() <= 500);
        assert!(text.chars().count() <= MAX_CHARACTERS);
        assert_eq!(left_out.len(), 1);
        assert!(text.contains(left_out.first().map_or("?", String::as_str)));
    }
}
