//! A value of a document.

use super::Span;
use super::document::{Kind, NodeId};
use super::path::push_part;
use super::tree::{Content, Parent, Slot, Tree};

/// A value in a [`Document`], as far as it has come.
#[derive(Debug, Clone, Copy)]
pub struct Node<'d> {
    tree: &'d Tree,
    id: NodeId,
    slot: &'d Slot,
}

impl<'d> Node<'d> {
    pub(super) fn of(tree: &'d Tree, id: NodeId) -> Option<Self> {
        let slot = tree.slots.get(id.0 as usize)?;
        Some(Self { tree, id, slot })
    }

    /// Its id, by which [`Document::node`] finds it again later.
    pub fn id(self) -> NodeId {
        self.id
    }

    /// What it is.
    pub fn kind(self) -> Kind {
        match self.slot.content {
            Content::Object(_) => Kind::Object,
            Content::Array(_) => Kind::Array,
            Content::String(_) => Kind::String,
            Content::Number(_) => Kind::Number,
            Content::Bool(_) => Kind::Bool,
            Content::Null => Kind::Null,
        }
    }

    /// Whether it is whole: no later byte adds to it.
    pub fn is_settled(self) -> bool {
        self.slot.settled
    }

    /// A string's text, as far as it has come.
    pub fn as_str(self) -> Option<&'d str> {
        match &self.slot.content {
            Content::String(text) => self.tree.text.get(text.clone()),
            _ => None,
        }
    }

    /// A number, as it is written.
    pub fn as_number(self) -> Option<&'d str> {
        match &self.slot.content {
            Content::Number(text) => self.tree.text.get(text.clone()),
            _ => None,
        }
    }

    /// A boolean.
    pub fn as_bool(self) -> Option<bool> {
        match self.slot.content {
            Content::Bool(value) => Some(value),
            _ => None,
        }
    }

    /// How many members or items it has so far; 0 for a scalar.
    pub fn len(self) -> usize {
        self.children().len()
    }

    /// Whether it has no members or items so far.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The member of that name. Logarithmic in the object's size.
    pub fn get(self, name: &str) -> Option<Node<'d>> {
        let Content::Object(object) = &self.slot.content else {
            return None;
        };
        let at = self.tree.position(self.id.0, name)?;
        self.child(*object.members.get(at as usize)?)
    }

    /// The item at that index.
    pub fn item(self, index: usize) -> Option<Node<'d>> {
        match &self.slot.content {
            Content::Array(items) => self.child(*items.get(index)?),
            _ => None,
        }
    }

    /// An array's items so far.
    pub fn items(self) -> Items<'d> {
        Items {
            node: self,
            children: match &self.slot.content {
                Content::Array(items) => items.iter(),
                _ => [].iter(),
            },
        }
    }

    /// An object's members so far, in the order of their first appearance.
    pub fn members(self) -> Members<'d> {
        Members {
            node: self,
            children: match &self.slot.content {
                Content::Object(object) => object.members.iter(),
                _ => [].iter(),
            },
        }
    }

    /// The object or array it is in.
    pub fn parent(self) -> Option<Node<'d>> {
        match self.slot.place {
            Parent::None => None,
            Parent::Item { parent, .. } | Parent::Member { parent, .. } => self.child(parent),
        }
    }

    /// Its name, if it is a member of an object.
    pub fn key(self) -> Option<&'d str> {
        self.tree.key(self.id.0)
    }

    /// The source of its name, if it is a member of an object.
    pub fn key_span(self) -> Option<Span> {
        match self.slot.place {
            Parent::Member { key_span, .. } => Some(key_span),
            _ => None,
        }
    }

    /// Its index, if it is an item of an array.
    pub fn index(self) -> Option<usize> {
        match self.slot.place {
            Parent::Item { index, .. } => Some(index as usize),
            _ => None,
        }
    }

    /// Where it is from the root, as a JSON Pointer (RFC 6901). Costs the length of the pointer.
    pub fn path(self) -> String {
        let mut nodes: Vec<_> = std::iter::successors(Some(self), |node| node.parent()).collect();
        nodes.reverse();
        let mut pointer = String::new();
        for node in nodes {
            if let Some(key) = node.key() {
                push_part(&mut pointer, key);
            } else if let Some(index) = node.index() {
                push_part(&mut pointer, &index.to_string());
            }
        }
        pointer
    }

    /// Its source: quotes and brackets included. While it is not settled, as far as it has come;
    /// of an open container, its first byte.
    pub fn span(self) -> Span {
        self.slot.span
    }

    /// A copy as a [`serde_json::Value`], of what has come so far. Recurses to the value's depth.
    /// A number beyond the range of its types becomes the nearest that it has, or a string if it
    /// has none.
    pub fn to_value(self) -> serde_json::Value {
        use serde_json::Value;
        match &self.slot.content {
            Content::Object(_) => {
                let members = self.members();
                Value::Object(
                    members
                        .map(|(name, node)| (name.to_owned(), node.to_value()))
                        .collect(),
                )
            }
            Content::Array(_) => Value::Array(self.items().map(Node::to_value).collect()),
            Content::String(_) => Value::from(self.as_str().unwrap_or_default()),
            Content::Number(_) => {
                let text = self.as_number().unwrap_or_default();
                serde_json::from_str(text).map_or_else(|_| Value::from(text), Value::Number)
            }
            Content::Bool(value) => Value::Bool(*value),
            Content::Null => Value::Null,
        }
    }

    fn children(self) -> &'d [u32] {
        match &self.slot.content {
            Content::Object(object) => &object.members,
            Content::Array(items) => items,
            _ => &[],
        }
    }

    fn child(self, id: u32) -> Option<Node<'d>> {
        Node::of(self.tree, NodeId(id))
    }
}

/// The items of an array.
#[derive(Debug, Clone)]
pub struct Items<'d> {
    node: Node<'d>,
    children: std::slice::Iter<'d, u32>,
}

impl<'d> Iterator for Items<'d> {
    type Item = Node<'d>;

    fn next(&mut self) -> Option<Node<'d>> {
        self.node.child(*self.children.next()?)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.children.size_hint()
    }
}

/// The members of an object, with their names.
#[derive(Debug, Clone)]
pub struct Members<'d> {
    node: Node<'d>,
    children: std::slice::Iter<'d, u32>,
}

impl<'d> Iterator for Members<'d> {
    type Item = (&'d str, Node<'d>);

    fn next(&mut self) -> Option<(&'d str, Node<'d>)> {
        let node = self.node.child(*self.children.next()?)?;
        Some((node.key()?, node))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.children.size_hint()
    }
}
