//! Two places become one.
//!
//! A node or object that was merged into another keeps its id; [`Arena::find`] and
//! [`Arena::find_object`] lead from it to the one that stands for both. Every merge of two
//! different nodes ends one of them, so all merges together are linear in the arena.

use super::observe::{Arena, ArrayId, Items, Members, NodeId, ObjectId};
use super::tagged::Split;

impl Arena {
    /// The node that `id` goes by now.
    pub(super) fn find(&mut self, mut id: NodeId) -> NodeId {
        loop {
            let parent = self.node_parents[id.0 as usize];
            if parent == id {
                return id;
            }
            let grandparent = self.node_parents[parent.0 as usize];
            self.node_parents[id.0 as usize] = grandparent;
            id = grandparent;
        }
    }

    /// The object that `id` goes by now.
    pub(super) fn find_object(&mut self, mut id: ObjectId) -> ObjectId {
        loop {
            let parent = self.object_parents[id.0 as usize];
            if parent == id {
                return id;
            }
            let grandparent = self.object_parents[parent.0 as usize];
            self.object_parents[id.0 as usize] = grandparent;
            id = grandparent;
        }
    }

    /// The object at a node.
    pub(super) fn object_of(&mut self, node: NodeId) -> Option<ObjectId> {
        let node = self.find(node);
        let object = self.nodes[node.0 as usize].object?;
        Some(self.find_object(object))
    }

    /// Merges `b` into `a` with all below, without recursion: depth is the data's.
    pub(super) fn merge(&mut self, a: NodeId, b: NodeId) -> NodeId {
        self.merge_pairs(vec![(a, b)]);
        self.find(a)
    }

    /// Merges the second of each pair into the first.
    pub(super) fn merge_pairs(&mut self, mut work: Vec<(NodeId, NodeId)>) {
        while let Some((a, b)) = work.pop() {
            let (a, b) = (self.find(a), self.find(b));
            if a == b {
                continue;
            }
            self.node_parents[b.0 as usize] = a;
            let from = std::mem::take(self.node_mut(b));
            let into = self.node_mut(a);
            into.null |= from.null;
            into.boolean |= from.boolean;
            into.fraction |= from.fraction;
            into.integers = match (into.integers, from.integers) {
                (Some(x), Some(y)) => Some(x.join(y)),
                (x, y) => x.or(y),
            };
            match (&mut into.strings, from.strings) {
                (Some(x), Some(y)) => x.merge(*y),
                (x @ None, y) => *x = y,
                (Some(_), None) => {}
            }
            match (into.array, from.array) {
                (Some(x), Some(y)) => self.merge_arrays(x, y, &mut work),
                (None, y) => into.array = y,
                (Some(_), None) => {}
            }
            match (self.nodes[a.0 as usize].object, from.object) {
                (Some(x), Some(y)) => self.merge_objects(x, y, &mut work),
                (None, y) => self.node_mut(a).object = y,
                (Some(_), None) => {}
            }
        }
    }

    fn merge_arrays(&mut self, a: ArrayId, b: ArrayId, work: &mut Vec<(NodeId, NodeId)>) {
        if a == b {
            return;
        }
        let from = std::mem::replace(&mut self.array_mut(b).items, Items::Alike(None));
        let count = self.arrays[b.0 as usize].count;
        let into = self.array_mut(a);
        into.count += count;
        if let (
            Items::Positions {
                nodes: x,
                length: Some(n),
            },
            Items::Positions {
                nodes: y,
                length: Some(m),
            },
        ) = (&into.items, &from)
            && n == m
        {
            work.extend(x.iter().copied().zip(y.iter().copied()));
            return;
        }
        // One list of them all: the items of both, in whatever way they were kept.
        let own = std::mem::replace(&mut into.items, Items::Alike(None));
        let mut items = own.into_nodes();
        items.extend(from.into_nodes());
        self.array_mut(a).items = Items::Alike(items.first().copied());
        work.extend(items.windows(2).map(|pair| (pair[0], pair[1])));
    }

    pub(super) fn merge_objects(
        &mut self,
        a: ObjectId,
        b: ObjectId,
        work: &mut Vec<(NodeId, NodeId)>,
    ) {
        let (a, b) = (self.find_object(a), self.find_object(b));
        if a == b {
            return;
        }
        let tag = |split: &Split| match split {
            Split::By(tags) => Some(tags.name.clone()),
            Split::Open | Split::Never => None,
        };
        let tags = [a, b].map(|id| tag(&self.objects[id.0 as usize].split));
        if tags[0] != tags[1] {
            self.unite(a, work);
            self.unite(b, work);
        }
        self.object_parents[b.0 as usize] = a;
        let from = std::mem::take(self.object_mut(b));
        let into = self.object_mut(a);
        into.count += from.count;
        let mut places = Vec::new();
        match (&mut into.members, from.members) {
            (Members::Fields(x), Members::Fields(y)) => {
                for (name, field) in y {
                    let entry = x.entry(name);
                    places.push(entry.index());
                    match entry {
                        indexmap::map::Entry::Occupied(mut known) => {
                            known.get_mut().count += field.count;
                            work.push((known.get().node, field.node));
                        }
                        indexmap::map::Entry::Vacant(unknown) => {
                            unknown.insert(field);
                        }
                    }
                }
            }
            (x, y) => {
                let mut values = std::mem::take(x).into_nodes();
                values.extend(y.into_nodes());
                *x = Members::Map(values.first().copied());
                work.extend(values.windows(2).map(|pair| (pair[0], pair[1])));
            }
        }
        if let Split::By(tags) = from.split {
            self.join_variants(a, *tags, &places, work);
        }
    }

    /// Merges two objects with all below.
    pub(super) fn unify_objects(&mut self, a: ObjectId, b: ObjectId) {
        let mut work = Vec::new();
        self.merge_objects(a, b, &mut work);
        self.merge_pairs(work);
    }

    /// Makes a list of what might have been a tuple; the node of its items, if there were any.
    pub(super) fn collapse_array(&mut self, id: ArrayId) -> Option<NodeId> {
        let items = std::mem::replace(&mut self.array_mut(id).items, Items::Alike(None));
        let item = self.merge_all(&items.into_nodes());
        self.array_mut(id).items = Items::Alike(item);
        item
    }

    /// Makes a map of what might have been a record.
    pub(super) fn collapse_object(&mut self, id: ObjectId) {
        let members = std::mem::take(&mut self.object_mut(id).members);
        let value = self.merge_all(&members.into_nodes());
        // A merge may have come round to this very object.
        let id = self.find_object(id);
        let object = self.object_mut(id);
        let now = std::mem::replace(&mut object.members, Members::Map(value));
        if let (Some(value), nodes) = (value, now.into_nodes()) {
            for node in nodes {
                self.merge(value, node);
            }
        }
    }

    fn merge_all(&mut self, nodes: &[NodeId]) -> Option<NodeId> {
        let (first, rest) = nodes.split_first()?;
        let mut merged = self.find(*first);
        for node in rest {
            merged = self.merge(merged, *node);
        }
        Some(merged)
    }
}

impl Items {
    fn into_nodes(self) -> Vec<NodeId> {
        match self {
            Self::Positions { nodes, .. } => nodes,
            Self::Alike(node) => node.into_iter().collect(),
        }
    }
}

impl Members {
    fn into_nodes(self) -> Vec<NodeId> {
        match self {
            Self::Fields(fields) => fields.into_values().map(|field| field.node).collect(),
            Self::Map(value) => value.into_iter().collect(),
        }
    }
}
