//! Tuples told from lists, and maps told from records.
//!
//! Both are decided from the root down, so that what becomes one is merged before what lies
//! below it is looked at.

use std::collections::HashSet;

use super::observe::{Arena, ArrayId, Items, Members, Node, NodeId, ObjectId};
use super::tagged::{Apart, Split};

/// Which JSON types were seen, null aside: a bit each.
pub(super) type Kinds = u8;

pub(super) const OBJECT: Kinds = 16;

impl Node {
    pub(super) fn kinds(&self) -> Kinds {
        Kinds::from(self.boolean)
            | Kinds::from(self.fraction || self.integers.is_some()) << 1
            | Kinds::from(self.strings.is_some()) << 2
            | Kinds::from(self.array.is_some()) << 3
            | Kinds::from(self.object.is_some()) << 4
    }
}

/// Decides every array and object that can be reached from `root`. `apart` is for those that a
/// tag may tell apart.
pub(super) fn settle(arena: &mut Arena, root: NodeId, apart: Apart) {
    let mut seen = HashSet::new();
    let mut work = vec![root];
    while let Some(node) = work.pop() {
        let node = arena.find(node);
        if !seen.insert(node) {
            continue;
        }
        if let Some(array) = arena.nodes[node.0 as usize].array {
            if !is_tuple(arena, array) {
                arena.collapse_array(array);
            }
            match &arena.arrays[array.0 as usize].items {
                Items::Positions { nodes, .. } => work.extend(nodes),
                Items::Alike(item) => work.extend(item),
            }
        }
        if let Some(object) = arena.object_of(node) {
            let alone = arena.nodes[node.0 as usize].kinds() == OBJECT;
            arena.settle_split(object, if alone { apart } else { Apart::Never });
            if is_map(arena, object) {
                arena.collapse_object(object);
            }
            work.extend(arena.values(object));
        }
    }
}

/// A tuple has, at each position, one JSON type, and not the same at all. A single array is
/// believed to be one only when it is short and all its items differ.
fn is_tuple(arena: &mut Arena, id: ArrayId) -> bool {
    let array = &arena.arrays[id.0 as usize];
    let Items::Positions { nodes, .. } = &array.items else {
        return false;
    };
    let (nodes, once) = (nodes.clone(), array.count == 1);
    let mut union = 0;
    for &node in &nodes {
        let node = arena.find(node);
        let node = &arena.nodes[node.0 as usize];
        let kinds = node.kinds();
        if kinds.count_ones() > 1 || (once && (kinds == 0 || node.null || kinds & union != 0)) {
            return false;
        }
        union |= kinds;
    }
    nodes.len() >= 2 && union.count_ones() >= 2 && (!once || nodes.len() <= 4)
}

/// An object is a map when its names are data rather than vocabulary, as far as one can tell:
/// from the names, from how alike the values are, and from how rarely a name comes back.
pub(super) fn is_map(arena: &mut Arena, id: ObjectId) -> bool {
    let object = &arena.objects[id.0 as usize];
    let Members::Fields(fields) = &object.members else {
        return false;
    };
    if matches!(object.split, Split::By(_)) {
        return false;
    }
    let n = fields.len();
    if n == 0 {
        return true;
    }
    let data_names = fields.keys().filter(|name| looks_like_data(name)).count();
    let codes = n >= 5 && are_codes(fields.keys().map(|name| &**name));
    let seen: u64 = fields.values().map(|field| field.count).sum();
    // The share of the names that an object has on average.
    #[expect(
        clippy::cast_precision_loss,
        reason = "a share needs no more precision"
    )]
    let presence = seen as f64 / (n as f64 * object.count as f64);
    let once = object.count == 1;
    let values: Vec<NodeId> = fields.values().map(|field| field.node).collect();

    let mut kinds = 0;
    for &value in &values {
        let value = arena.find(value);
        kinds |= arena.nodes[value.0 as usize].kinds();
    }
    let alike = kinds.count_ones() <= 1;
    if data_names == n && (n > 1 || kinds & OBJECT != 0) {
        return alike || n >= 8;
    }
    if !alike || kinds == 0 {
        return false;
    }
    if codes || (n >= 10 && data_names * 10 >= n * 9) {
        return true;
    }
    let sparse = object_count_at_least(arena, id, 3) && n >= 8 && presence < 0.3;
    let vocabulary = !once && presence > 0.9;
    if kinds == OBJECT {
        n >= 5 && !vocabulary && have_one_shape(arena, &values)
    } else {
        sparse || (n >= 64 && !vocabulary)
    }
}

fn object_count_at_least(arena: &Arena, id: ObjectId, count: u64) -> bool {
    arena.objects[id.0 as usize].count >= count
}

/// Whether objects have most of their names in common: an object has at least 0.6 of all names,
/// on average.
fn have_one_shape(arena: &mut Arena, values: &[NodeId]) -> bool {
    let (mut all, mut sum, mut objects) = (HashSet::new(), 0, 0);
    for &value in values {
        let Some(object) = arena.object_of(value) else {
            continue;
        };
        let Some(names) = arena.names(object) else {
            return false;
        };
        objects += 1;
        sum += names.len();
        all.extend(names.into_iter().map(str::to_owned));
    }
    all.len() >= 2 && sum * 10 >= all.len() * objects * 6
}

/// Codes of one length in capitals, as of currencies and countries.
fn are_codes<'a>(mut names: impl Iterator<Item = &'a str>) -> bool {
    let Some(first) = names.next() else {
        return false;
    };
    let is_code = |name: &str| name.bytes().all(|b| b.is_ascii_uppercase());
    (2..=4).contains(&first.len())
        && is_code(first)
        && names.all(|name| name.len() == first.len() && is_code(name))
}

/// A name that nobody would give a field: a number, a date, an id, a path, an address.
fn looks_like_data(name: &str) -> bool {
    let digits = name.bytes().filter(u8::is_ascii_digit).count();
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let hex = name.len() >= 8 && name.bytes().all(|b| b.is_ascii_hexdigit() || b == b'-');
    let word = letters > 0 || name.is_empty() || name.bytes().all(|b| b == b'_');
    (!word)
        || (hex && digits > 0)
        || digits >= 5
        || name.starts_with('/')
        || name.contains("://")
        || name
            .split_once('@')
            .is_some_and(|(local, host)| !local.is_empty() && host.contains('.'))
}
