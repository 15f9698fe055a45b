//! Records that are one type: nested in themselves, or equal.

use std::collections::{HashMap, HashSet};

use super::observe::{Arena, ArrayId, Items, Members, NodeId, ObjectId};
use super::tagged::Split;

/// Passes over the graph: each may bring to light what the one before could not see.
const MAX_PASSES: usize = 4;

/// Merges records into those around them that they are another instance of.
pub(super) fn merge_recursive(arena: &mut Arena, root: NodeId) {
    for _ in 0..MAX_PASSES {
        let mut pass = Recursion {
            seen: HashSet::new(),
            around: Vec::new(),
            merged: false,
        };
        pass.visit(arena, root);
        if !pass.merged {
            break;
        }
    }
}

struct Recursion {
    seen: HashSet<NodeId>,
    around: Vec<ObjectId>,
    merged: bool,
}

impl Recursion {
    fn visit(&mut self, arena: &mut Arena, node: NodeId) {
        let node = arena.find(node);
        if !self.seen.insert(node) {
            return;
        }
        if let Some(array) = arena.nodes[node.0 as usize].array {
            for item in arena.items(array) {
                self.visit(arena, item);
            }
        }
        let Some(mut object) = arena.object_of(node) else {
            return;
        };
        let is_record = matches!(arena.objects[object.0 as usize].members, Members::Fields(_));
        if is_record {
            let around = std::mem::take(&mut self.around);
            for &outer in around.iter().rev() {
                let outer = arena.find_object(outer);
                if outer != object && is_instance(arena, outer, object) {
                    arena.unify_objects(outer, object);
                    self.merged = true;
                    object = arena.find_object(object);
                }
            }
            self.around = around;
            self.around.push(object);
        }
        for value in arena.values(object) {
            self.visit(arena, value);
        }
        if is_record {
            self.around.pop();
        }
    }
}

/// Whether `inner` is of the type of `outer`: the same names, or at least four, which are four
/// fifths of those of both; and no name has values of different JSON types. Objects told apart by
/// a tag: they have values of it in common, and the objects of each are of one type.
fn is_instance(arena: &mut Arena, outer: ObjectId, inner: ObjectId) -> bool {
    let (a, b) = (
        &arena.objects[outer.0 as usize],
        &arena.objects[inner.0 as usize],
    );
    if let (Split::By(a), Split::By(b)) = (&a.split, &b.split) {
        return a.name == b.name
            && a.variants
                .keys()
                .any(|value| b.variants.contains_key(value));
    }
    let (Members::Fields(x), Members::Fields(y)) = (&a.members, &b.members) else {
        return false;
    };
    if matches!(a.split, Split::By(_)) || matches!(b.split, Split::By(_)) {
        return false;
    }
    let (a, b) = (x, y);
    if a.len() * 5 < b.len() * 4 || b.len() * 5 < a.len() * 4 {
        return false;
    }
    let shared: Vec<(NodeId, NodeId)> = a
        .iter()
        .filter_map(|(name, field)| b.get(name).map(|other| (field.node, other.node)))
        .collect();
    let all = a.len() + b.len() - shared.len();
    let same = shared.len() == all;
    if !(same || (shared.len() >= 4 && shared.len() * 5 >= all * 4)) {
        return false;
    }
    shared.into_iter().all(|(x, y)| {
        let (x, y) = (arena.find(x), arena.find(y));
        let (x, y) = (
            arena.nodes[x.0 as usize].kinds(),
            arena.nodes[y.0 as usize].kinds(),
        );
        x == y || x == 0 || y == 0
    })
}

/// Merges records with the same names and types, wherever they stand.
pub(super) fn merge_equal(arena: &mut Arena, root: NodeId) {
    let mut pass = Equality {
        seen: HashSet::new(),
        known: HashMap::new(),
    };
    pass.visit(arena, root);
}

/// Records of one set of names that are compared one by one; more are left apart.
const MAX_ALIKE: usize = 16;

struct Equality {
    seen: HashSet<NodeId>,
    known: HashMap<Vec<Box<str>>, Vec<ObjectId>>,
}

impl Equality {
    /// Inner records come before outer ones, so that a record can rely on its fields' types.
    fn visit(&mut self, arena: &mut Arena, node: NodeId) {
        let node = arena.find(node);
        if !self.seen.insert(node) {
            return;
        }
        if let Some(array) = arena.nodes[node.0 as usize].array {
            for item in arena.items(array) {
                self.visit(arena, item);
            }
        }
        let Some(object) = arena.object_of(node) else {
            return;
        };
        for value in arena.values(object) {
            self.visit(arena, value);
        }
        let object = arena.find_object(object);
        let Members::Fields(fields) = &arena.objects[object.0 as usize].members else {
            return;
        };
        if matches!(arena.objects[object.0 as usize].split, Split::By(_)) {
            return;
        }
        let mut names: Vec<Box<str>> = fields.keys().cloned().collect();
        names.sort_unstable();
        let alike = self.known.entry(names).or_default();
        for &other in &*alike {
            let other = arena.find_object(other);
            if other == object {
                return;
            }
            if have_equal_fields(arena, other, object) {
                arena.unify_objects(other, object);
                return;
            }
        }
        if alike.len() < MAX_ALIKE {
            alike.push(object);
        }
    }
}

fn have_equal_fields(arena: &mut Arena, a: ObjectId, b: ObjectId) -> bool {
    let (Members::Fields(x), Members::Fields(y)) = (
        &arena.objects[a.0 as usize].members,
        &arena.objects[b.0 as usize].members,
    ) else {
        return false;
    };
    let pairs: Vec<_> = x
        .iter()
        .map(|(name, field)| (field.node, y.get(name).map(|other| other.node)))
        .collect();
    x.len() == y.len()
        && pairs
            .into_iter()
            .all(|(x, y)| y.is_some_and(|y| are_equal(arena, x, y, 8)))
}

/// Whether two places have one type, null aside. Nothing is equal below `depth` arrays and maps.
fn are_equal(arena: &mut Arena, a: NodeId, b: NodeId, depth: usize) -> bool {
    let (a, b) = (arena.find(a), arena.find(b));
    let (x, y) = (&arena.nodes[a.0 as usize], &arena.nodes[b.0 as usize]);
    let (kinds_x, kinds_y) = (x.kinds(), y.kinds());
    if a == b || kinds_x == 0 || kinds_y == 0 {
        return true;
    }
    if kinds_x != kinds_y || depth == 0 {
        return false;
    }
    let arrays = x.array.zip(y.array);
    if let Some((x, y)) = arrays {
        let (x, y) = (
            &arena.arrays[x.0 as usize].items,
            &arena.arrays[y.0 as usize].items,
        );
        let pairs: Vec<(NodeId, NodeId)> = match (x, y) {
            (Items::Alike(x), Items::Alike(y)) => x.zip(*y).into_iter().collect(),
            (Items::Positions { nodes: x, .. }, Items::Positions { nodes: y, .. })
                if x.len() == y.len() =>
            {
                x.iter().copied().zip(y.iter().copied()).collect()
            }
            _ => return false,
        };
        if !pairs
            .into_iter()
            .all(|(x, y)| are_equal(arena, x, y, depth - 1))
        {
            return false;
        }
    }
    match arena.object_of(a).zip(arena.object_of(b)) {
        None => true,
        Some((x, y)) if x == y => true,
        Some((x, y)) => {
            match (
                &arena.objects[x.0 as usize].members,
                &arena.objects[y.0 as usize].members,
            ) {
                (Members::Map(Some(x)), Members::Map(Some(y))) => {
                    let (x, y) = (*x, *y);
                    are_equal(arena, x, y, depth - 1)
                }
                (Members::Map(_), Members::Map(_)) => true,
                _ => false,
            }
        }
    }
}

impl Arena {
    /// The nodes of an array's items.
    fn items(&self, id: ArrayId) -> Vec<NodeId> {
        match &self.arrays[id.0 as usize].items {
            Items::Positions { nodes, .. } => nodes.clone(),
            Items::Alike(item) => item.iter().copied().collect(),
        }
    }

    /// The nodes of an object's values, and of those of its variants.
    pub(super) fn values(&mut self, id: ObjectId) -> Vec<NodeId> {
        let id = self.find_object(id);
        let object = &self.objects[id.0 as usize];
        let mut nodes: Vec<NodeId> = match &object.members {
            Members::Fields(fields) => fields.values().map(|field| field.node).collect(),
            Members::Map(value) => value.iter().copied().collect(),
        };
        if let Split::By(tags) = &object.split {
            for variant in tags.variants.values() {
                nodes.extend(self.fields(variant.object).map(|(_, field)| field.node));
            }
        }
        nodes
    }
}
