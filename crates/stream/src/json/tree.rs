//! What a document keeps of its values.

use std::collections::BTreeMap;
use std::ops::Range;

use super::document::{Change, NodeId};
use super::{Event, Span};

/// Objects with more members than this are looked up in a tree.
const FEW: usize = 16;

#[derive(Debug, Clone, Default)]
pub(super) struct Tree {
    pub(super) slots: Vec<Slot>,
    /// The text of strings, names and numbers. The value in progress is always at its end.
    pub(super) text: String,
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
pub(super) struct Slot {
    pub(super) content: Content,
    pub(super) place: Parent,
    pub(super) span: Span,
    pub(super) settled: bool,
}

/// Where a value stands in its parent.
#[derive(Debug, Clone)]
pub(super) enum Parent {
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
pub(super) enum Content {
    Object(Box<Object>),
    Array(Vec<u32>),
    String(Range<usize>),
    Number(Range<usize>),
    Bool(bool),
    Null,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Object {
    pub(super) members: Vec<u32>,
    /// Where in `members` each name is, once there are more than a few.
    index: Option<BTreeMap<Box<str>, u32>>,
}

impl Tree {
    pub(super) fn apply(&mut self, event: Event<'_>, span: Span, changes: &mut Vec<Change>) {
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
    pub(super) fn position(&self, object: u32, name: &str) -> Option<u32> {
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

    pub(super) fn key(&self, id: u32) -> Option<&str> {
        match &self.slots.get(id as usize)?.place {
            Parent::Member { key, .. } => self.text.get(key.clone()),
            _ => None,
        }
    }
}
