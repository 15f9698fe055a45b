//! A document that grows as its bytes arrive.

use std::collections::BTreeMap;
use std::ops::Range;

use super::path::push_part;
use super::{End, Error, Event, Limits, Parser, Span};

/// Objects with more members than this are looked up in a tree.
const FEW: usize = 16;

/// A value of a [`Document`]. It stays valid for the document's life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(u32);

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
        let slot = self.tree.slots.get(id.0 as usize)?;
        Some(Node {
            tree: &self.tree,
            id,
            slot,
        })
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

#[derive(Debug, Clone, Default)]
struct Tree {
    slots: Vec<Slot>,
    /// The text of strings, names and numbers. The value in progress is always at its end.
    text: String,
    /// The containers that are open, and the string in progress.
    open: Vec<u32>,
    /// The name of the member whose value comes next.
    key: Option<Key>,
}

#[derive(Debug, Clone)]
struct Key {
    text: Range<usize>,
    span: Span,
    replaces: bool,
}

#[derive(Debug, Clone)]
struct Slot {
    content: Content,
    place: Parent,
    span: Span,
    settled: bool,
}

/// Where a value stands in its parent.
#[derive(Debug, Clone)]
enum Parent {
    None,
    Item {
        parent: u32,
        index: u32,
    },
    Member {
        parent: u32,
        key: Range<usize>,
        key_span: Span,
    },
}

#[derive(Debug, Clone)]
enum Content {
    Object(Box<Object>),
    Array(Vec<u32>),
    String(Range<usize>),
    Number(Range<usize>),
    Bool(bool),
    Null,
}

#[derive(Debug, Clone, Default)]
struct Object {
    members: Vec<u32>,
    /// Where in `members` each name is, once there are more than a few.
    index: Option<BTreeMap<Box<str>, u32>>,
}

impl Tree {
    fn apply(&mut self, event: Event<'_>, span: Span, changes: &mut Vec<Change>) {
        match event {
            Event::BeginObject => self.begin(Content::Object(Box::default()), span, changes),
            Event::BeginArray => self.begin(Content::Array(Vec::new()), span, changes),
            Event::BeginString => {
                let end = self.text.len();
                self.begin(Content::String(end..end), span, changes);
            }
            Event::EndObject | Event::EndArray | Event::EndString => {
                if let Some(id) = self.open.pop()
                    && let Some(slot) = self.slots.get_mut(id as usize)
                {
                    slot.settled = true;
                    slot.span = span;
                    changes.push(Change::Settled(NodeId(id)));
                }
            }
            Event::Key { name, replaces } => {
                self.key = Some(Key {
                    text: self.append(name),
                    span,
                    replaces,
                });
            }
            Event::StringDelta(text) => self.grow(text, span, changes),
            Event::Number(text) => {
                let text = self.append(text);
                self.settle(Content::Number(text), span, changes);
            }
            Event::Bool(value) => self.settle(Content::Bool(value), span, changes),
            Event::Null => self.settle(Content::Null, span, changes),
            Event::LoneSurrogate { .. } => changes.push(Change::LoneSurrogate { span }),
        }
    }

    fn append(&mut self, text: &str) -> Range<usize> {
        let start = self.text.len();
        self.text.push_str(text);
        start..self.text.len()
    }

    fn begin(&mut self, content: Content, span: Span, changes: &mut Vec<Change>) {
        let id = self.add(content, span, false, changes);
        self.open.push(id);
        changes.push(Change::Began(NodeId(id)));
    }

    fn settle(&mut self, content: Content, span: Span, changes: &mut Vec<Change>) {
        let id = self.add(content, span, true, changes);
        changes.push(Change::Settled(NodeId(id)));
    }

    fn grow(&mut self, text: &str, span: Span, changes: &mut Vec<Change>) {
        let added = self.append(text);
        let Some(&id) = self.open.last() else {
            return;
        };
        if let Some(slot) = self.slots.get_mut(id as usize)
            && let Content::String(whole) = &mut slot.content
        {
            whole.end = added.end;
            slot.span.end = span.end;
            let new = added.start - whole.start..added.end - whole.start;
            match changes.last_mut() {
                Some(Change::Grew(last, range)) if last.0 == id => range.end = new.end,
                _ => changes.push(Change::Grew(NodeId(id), new)),
            }
        }
    }

    /// Adds a value at the place that is next, and gives its number.
    fn add(
        &mut self,
        content: Content,
        span: Span,
        settled: bool,
        changes: &mut Vec<Change>,
    ) -> u32 {
        // The limit on values keeps this far below the type's end.
        let id = u32::try_from(self.slots.len()).unwrap_or(u32::MAX);
        let key = self.key.take();
        let place = self.attach(id, key, changes);
        self.slots.push(Slot {
            content,
            place,
            span,
            settled,
        });
        id
    }

    fn attach(&mut self, id: u32, key: Option<Key>, changes: &mut Vec<Change>) -> Parent {
        let Some(&parent) = self.open.last() else {
            return Parent::None;
        };
        let earlier = key
            .as_ref()
            .filter(|key| key.replaces)
            .and_then(|key| self.position(parent, self.text.get(key.text.clone())?));
        let names = key.as_ref().and_then(|_| self.names_to_index(parent));
        let Some(slot) = self.slots.get_mut(parent as usize) else {
            return Parent::None;
        };
        match (&mut slot.content, key) {
            (Content::Array(items), _) => {
                let index = u32::try_from(items.len()).unwrap_or(u32::MAX);
                items.push(id);
                Parent::Item { parent, index }
            }
            (Content::Object(object), Some(key)) => {
                if let Some(member) = earlier.and_then(|at| object.members.get_mut(at as usize)) {
                    let old = std::mem::replace(member, id);
                    changes.push(Change::Replaced {
                        old: NodeId(old),
                        new: NodeId(id),
                    });
                } else {
                    let at = u32::try_from(object.members.len()).unwrap_or(u32::MAX);
                    object.members.push(id);
                    if names.is_some() {
                        object.index = names;
                    }
                    if let Some(index) = &mut object.index {
                        let name = self.text.get(key.text.clone()).unwrap_or_default();
                        index.insert(name.into(), at);
                    }
                }
                Parent::Member {
                    parent,
                    key: key.text,
                    key_span: key.span,
                }
            }
            _ => Parent::None,
        }
    }

    /// The index of an object that has just come to need one, without its next member.
    fn names_to_index(&self, object: u32) -> Option<BTreeMap<Box<str>, u32>> {
        let Content::Object(object) = &self.slots.get(object as usize)?.content else {
            return None;
        };
        if object.index.is_some() || object.members.len() != FEW {
            return None;
        }
        let names = object.members.iter().zip(0..);
        Some(
            names
                .filter_map(|(&member, at)| Some((self.key(member)?.into(), at)))
                .collect(),
        )
    }

    /// Where in an object's members that name is.
    fn position(&self, object: u32, name: &str) -> Option<u32> {
        let Content::Object(object) = &self.slots.get(object as usize)?.content else {
            return None;
        };
        if let Some(index) = &object.index {
            return index.get(name).copied();
        }
        let mut members = object.members.iter().zip(0..);
        members
            .find(|(member, _)| self.key(**member) == Some(name))
            .map(|(_, at)| at)
    }

    fn key(&self, id: u32) -> Option<&str> {
        match &self.slots.get(id as usize)?.place {
            Parent::Member { key, .. } => self.text.get(key.clone()),
            _ => None,
        }
    }
}

/// A value in a [`Document`], as far as it has come.
#[derive(Debug, Clone, Copy)]
pub struct Node<'d> {
    tree: &'d Tree,
    id: NodeId,
    slot: &'d Slot,
}

impl<'d> Node<'d> {
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
        Some(Node {
            tree: self.tree,
            id: NodeId(id),
            slot: self.tree.slots.get(id as usize)?,
        })
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
