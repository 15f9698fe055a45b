//! A document that grows as its bytes arrive.

use std::ops::Range;

use super::tree::Tree;
use super::{End, Error, Limits, Node, Parser, Span};

/// A value of a [`Document`]. It stays valid for the document's life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub(super) u32);

/// What a value is. It is known from the value's first byte on, and never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `{…}`
    Object,
    /// `[…]`
    Array,
    /// `"…"`
    String,
    /// A number.
    Number,
    /// `true` or `false`.
    Bool,
    /// `null`.
    Null,
}

/// One thing that a chunk changed, in the order in which it happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A container or string began.
    Began(NodeId),
    /// A string got longer: this is where in its text the new part lies, in bytes.
    Grew(NodeId, Range<usize>),
    /// A value is whole.
    Settled(NodeId),
    /// A later member of the same name takes the place of an earlier one, which is no longer part
    /// of the document. The new value's own changes follow.
    Replaced {
        /// The value that was.
        old: NodeId,
        /// The value that is.
        new: NodeId,
    },
    /// Half of a surrogate pair stood alone in the last string or name: it shows as U+FFFD.
    LoneSurrogate {
        /// The escape in the input.
        span: Span,
    },
}

/// A tree of all that has been parsed, fed with bytes.
///
/// Nothing in it is ever disproved: numbers and literals appear once they are whole, strings show
/// what has come of them. Appending costs time linear in the chunk, however large the document is.
/// The text of all strings, names and numbers lies in one buffer; a value takes about 100 bytes
/// beside it.
#[derive(Debug, Clone)]
pub struct Document {
    parser: Parser,
    tree: Tree,
    changes: Vec<Change>,
}

impl Document {
    /// An empty document.
    pub fn new(limits: Limits) -> Self {
        Self {
            parser: Parser::new(limits),
            tree: Tree::default(),
            changes: Vec::new(),
        }
    }

    /// Takes the next bytes. [`changes`](Self::changes) then lists what they did, also when they
    /// end in an error: what had come before it stays.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.changes.clear();
        let (tree, changes) = (&mut self.tree, &mut self.changes);
        self.parser
            .push(bytes, &mut |event, span| tree.apply(event, span, changes))
    }

    /// Ends the input: settles a number at the top level, and says how the input ended.
    pub fn finish(&mut self) -> End {
        self.changes.clear();
        let (tree, changes) = (&mut self.tree, &mut self.changes);
        self.parser
            .finish(&mut |event, span| tree.apply(event, span, changes))
    }

    /// What the last [`push`](Self::push) or [`finish`](Self::finish) changed.
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// The values that the last call settled, innermost first.
    pub fn settled(&self) -> impl Iterator<Item = Node<'_>> {
        self.changes.iter().filter_map(|change| match change {
            Change::Settled(id) => self.node(*id),
            _ => None,
        })
    }

    /// The document's value, once its first byte has come.
    pub fn root(&self) -> Option<Node<'_>> {
        self.node(NodeId(0))
    }

    /// The value of that id.
    pub fn node(&self, id: NodeId) -> Option<Node<'_>> {
        Node::of(&self.tree, id)
    }

    /// The value at a JSON Pointer (RFC 6901), if it has come.
    pub fn at(&self, pointer: &str) -> Option<Node<'_>> {
        let mut node = self.root()?;
        if pointer.is_empty() {
            return Some(node);
        }
        for part in pointer.strip_prefix('/')?.split('/') {
            node = match node.kind() {
                Kind::Array => {
                    // RFC 6901 §4: no leading zero, no sign.
                    let canonical = part == "0" || !part.starts_with(['0', '+']);
                    node.item(part.parse().ok().filter(|_| canonical)?)?
                }
                _ if part.contains('~') => node.get(&part.replace("~1", "/").replace("~0", "~"))?,
                _ => node.get(part)?,
            };
        }
        Some(node)
    }

    /// The parser, for the place it has reached.
    pub fn parser(&self) -> &Parser {
        &self.parser
    }
}
