//! Nodes and edges: what classes, entities, states and boxes have in common.

use std::collections::{HashMap, HashSet};

/// What a class, entity-relationship or state diagram or a flowchart shows.
#[derive(Debug, Clone, Default)]
pub(crate) struct Graph {
    pub(crate) nodes: Vec<Node>,
    pub(crate) edges: Vec<Edge>,
    known: Known,
}

/// Which nodes and edges there are, so that adding one takes no search. What was added or removed
/// otherwise is noticed by their number.
#[derive(Debug, Clone, Default)]
struct Known {
    nodes: HashMap<String, usize>,
    edges: HashSet<(String, String, Relation, String)>,
    /// How many edges were read into `edges`.
    read: usize,
}

/// A class, an entity, a state, or a box.
#[derive(Debug, Clone, Default)]
pub(crate) struct Node {
    /// Unique in its graph; shown if there is no label.
    pub(crate) name: String,
    pub(crate) label: String,
    /// What it lies in: a package, a folder, a namespace.
    pub(crate) group: String,
    pub(crate) shape: Shape,
    /// What it is, if it is not simply a class: `interface`, `enumeration`.
    pub(crate) stereotype: String,
    pub(crate) members: Vec<Member>,
}

/// How a flowchart or state diagram shows a node.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A rectangle.
    #[default]
    Box,
    /// With round corners: what is outside, or begins.
    Round,
    /// A pill.
    Stadium,
    /// A cylinder: what keeps data.
    Store,
    /// A rhombus: what decides.
    Decision,
    /// A hexagon: what prepares or configures.
    Hexagon,
    /// With double sides: what is a whole of its own.
    Subroutine,
    /// A slanted box: what goes in or out.
    Slanted,
}

/// A field or a method of a class, or an attribute of an entity.
#[derive(Debug, Clone, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "marks that do not exclude each other"
)]
pub(crate) struct Member {
    /// `+`, `-`, `#` or `~` of UML.
    pub(crate) visibility: Option<char>,
    pub(crate) name: String,
    /// The type, or what a method returns; empty if it is not known.
    pub(crate) ty: String,
    /// What a method takes; `None` for a field.
    pub(crate) parameters: Option<String>,
    pub(crate) is_static: bool,
    pub(crate) is_abstract: bool,
    pub(crate) is_primary: bool,
    pub(crate) is_foreign: bool,
    pub(crate) is_unique: bool,
    pub(crate) note: String,
}

/// A line between two nodes.
#[derive(Debug, Clone, Default)]
pub(crate) struct Edge {
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) label: String,
    pub(crate) kind: Relation,
    /// How many of `from` and of `to` belong together, where that is known.
    pub(crate) ends: Option<(Cardinality, Cardinality)>,
}

/// What an edge says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(crate) enum Relation {
    /// `from` leads to, knows or calls `to`.
    #[default]
    Uses,
    /// As above, at times or weakly: optional, for development, at build time.
    Depends,
    /// `from` is a kind of `to`.
    Inherits,
    /// `from` does what `to` promises.
    Implements,
    /// `to` is a part of `from`.
    Composes,
}

/// How many there are at an end of an edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cardinality {
    ZeroOrOne,
    One,
    ZeroOrMore,
}

impl Cardinality {
    /// As UML writes it.
    pub(crate) fn uml(self) -> &'static str {
        match self {
            Self::ZeroOrOne => "0..1",
            Self::One => "1",
            Self::ZeroOrMore => "*",
        }
    }
}

impl Graph {
    /// A graph of these, each there once.
    pub(crate) fn of(nodes: Vec<Node>, edges: Vec<Edge>) -> Self {
        Self {
            nodes,
            edges,
            known: Known::default(),
        }
    }

    /// The node of a name. Cost: constant, unless nodes were added or removed otherwise than by
    /// [`node`](Self::node).
    pub(crate) fn find(&mut self, name: &str) -> Option<&mut Node> {
        let at = self.position(name)?;
        self.nodes.get_mut(at)
    }

    fn position(&mut self, name: &str) -> Option<usize> {
        let is_current = |graph: &Self| {
            let found = graph.known.nodes.get(name);
            let named = |at: &usize| graph.nodes.get(*at).is_some_and(|node| node.name == name);
            graph.known.nodes.len() == graph.nodes.len() && found.is_none_or(named)
        };
        if !is_current(self) {
            let names = self.nodes.iter().enumerate();
            self.known.nodes = names.map(|(at, node)| (node.name.clone(), at)).collect();
        }
        self.known.nodes.get(name).copied()
    }

    /// Adds a node, or completes the one of its name: what is known stays.
    pub(crate) fn node(&mut self, node: Node) {
        let Some(known) = self.find(&node.name) else {
            self.known.nodes.insert(node.name.clone(), self.nodes.len());
            self.nodes.push(node);
            return;
        };
        if known.label.is_empty() {
            known.label = node.label;
        }
        if known.group.is_empty() {
            known.group = node.group;
        }
        if known.stereotype.is_empty() {
            known.stereotype = node.stereotype;
        }
        if known.shape == Shape::Box {
            known.shape = node.shape;
        }
        known.members.extend(node.members);
    }

    /// Adds an edge, unless it is there.
    pub(crate) fn edge(&mut self, edge: Edge) {
        if self.known.read != self.edges.len() {
            self.known.edges = self.edges.iter().map(Edge::key).collect();
        }
        if self.known.edges.insert(edge.key()) {
            self.edges.push(edge);
        }
        self.known.read = self.edges.len();
    }

    /// Adds a box for every end of an edge that has none.
    pub(crate) fn complete(&mut self, stranger: impl Fn(&str) -> Node) {
        let mut known: HashSet<&str> = self.nodes.iter().map(|node| node.name.as_str()).collect();
        let mut missing: Vec<&str> = Vec::new();
        for name in self.edges.iter().flat_map(|edge| [&edge.from, &edge.to]) {
            if known.insert(name) {
                missing.push(name);
            }
        }
        let strangers: Vec<Node> = missing.into_iter().map(stranger).collect();
        self.nodes.extend(strangers);
    }

    /// Drops edges to what is not in the graph.
    pub(crate) fn prune(&mut self) {
        let known: HashSet<&str> = self.nodes.iter().map(|node| node.name.as_str()).collect();
        self.edges
            .retain(|edge| known.contains(edge.from.as_str()) && known.contains(edge.to.as_str()));
    }
}

impl Node {
    /// A box of a name.
    pub(crate) fn named(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            ..Self::default()
        }
    }

    /// What is shown.
    pub(crate) fn label(&self) -> &str {
        if self.label.is_empty() {
            &self.name
        } else {
            &self.label
        }
    }
}

impl Edge {
    /// What tells edges apart.
    fn key(&self) -> (String, String, Relation, String) {
        let Self {
            from,
            to,
            kind,
            label,
            ..
        } = self;
        (from.clone(), to.clone(), *kind, label.clone())
    }

    /// An edge that says no more than that it is there.
    pub(crate) fn between(from: impl Into<String>, to: impl Into<String>) -> Self {
        Self {
            from: from.into(),
            to: to.into(),
            ..Self::default()
        }
    }
}
