//! What lies together, where no source says so: told from names, or from who uses what.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::write::graph::Graph;

/// Puts nodes without a group into one with those whose names begin as theirs do: `shop` of
/// `shop.orders`, `shop_orders` and `shop-orders`, `Order` of `OrderItem`. A name that begins as no
/// other does lies in no group, and if all begin alike there are none.
pub(super) fn by_name(graph: &mut Graph) {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for node in &graph.nodes {
        *counts.entry(beginning(&node.name).to_owned()).or_default() += 1;
    }
    if counts.len() < 2 {
        return;
    }
    for node in &mut graph.nodes {
        let beginning = beginning(&node.name);
        if node.group.is_empty() && counts.get(beginning).is_some_and(|count| *count > 1) {
            node.group = beginning.to_owned();
        }
    }
}

/// Puts nodes into the groups of their names in `known`, and those without one into the group from
/// which they are first reached.
pub(super) fn by_use(graph: &mut Graph, known: &BTreeMap<String, String>) {
    let mut of: BTreeMap<&str, &str> = BTreeMap::new();
    let mut waiting: VecDeque<(&str, &str)> = VecDeque::new();
    for node in &graph.nodes {
        if let Some(group) = known.get(&node.name) {
            waiting.push_back((&node.name, group));
        }
    }
    let mut next: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for edge in &graph.edges {
        next.entry(&edge.from).or_default().insert(&edge.to);
    }
    while let Some((name, group)) = waiting.pop_front() {
        if of.contains_key(name) {
            continue;
        }
        of.insert(name, group);
        let reached = next.get(name).into_iter().flatten();
        waiting.extend(
            reached
                .filter(|other| !known.contains_key(**other))
                .map(|other| (*other, group)),
        );
    }
    let of: BTreeMap<String, String> = of
        .into_iter()
        .map(|(name, group)| (name.to_owned(), group.to_owned()))
        .collect();
    for node in &mut graph.nodes {
        if let Some(group) = of.get(&node.name) {
            node.group.clone_from(group);
        }
    }
}

/// The first word of a name; all of it if it is one.
fn beginning(name: &str) -> &str {
    if let Some((before, _)) = name.rsplit_once('.') {
        return before;
    }
    let mut was_lower = false;
    for (at, c) in name.char_indices() {
        let ends = matches!(c, '_' | '-' | ' ') || was_lower && c.is_uppercase();
        if ends && at > 0 {
            return name.get(..at).unwrap_or(name);
        }
        was_lower = c.is_lowercase() || c.is_ascii_digit();
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::graph::{Edge, Node};

    fn groups(graph: &Graph) -> Vec<&str> {
        graph.nodes.iter().map(|node| node.group.as_str()).collect()
    }

    #[test]
    fn names_that_begin_alike_lie_together() {
        let names = [
            "Order",
            "OrderItem",
            "shop.a",
            "shop.b",
            "log_a",
            "log_b",
            "User",
        ];
        let nodes = names.map(Node::named).to_vec();
        let mut graph = Graph::of(nodes, Vec::new());
        by_name(&mut graph);
        assert_eq!(
            groups(&graph),
            ["Order", "Order", "shop", "shop", "log", "log", ""]
        );
        let mut graph = Graph::of(["app_a", "app_b"].map(Node::named).to_vec(), Vec::new());
        by_name(&mut graph);
        assert_eq!(groups(&graph), ["", ""]);
    }

    #[test]
    fn what_is_used_lies_with_its_first_user() {
        let nodes = ["A", "B", "C", "D"].map(Node::named).to_vec();
        let edges = vec![Edge::between("A", "B"), Edge::between("C", "B")];
        let mut graph = Graph::of(nodes, edges);
        let known = [("A", "one"), ("C", "two")].map(|(a, b)| (a.to_owned(), b.to_owned()));
        by_use(&mut graph, &BTreeMap::from(known));
        assert_eq!(groups(&graph), ["one", "one", "two", ""]);
    }
}
