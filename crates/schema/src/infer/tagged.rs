//! Objects of several kinds at one place, told apart by a string: tagged unions.
//!
//! An object that has a member named like a tag (`type`, `eventKind`) is observed on its own from
//! that member on, with the others of the same tag. In the end the kinds stay apart if the tag
//! explains what they differ in; else they are united, as if they had never been apart.

use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;

use super::maps::Kinds;
use super::observe::{Arena, Field, Members, NodeId, ObjectId};
use super::strings::is_enum_value;

/// A tag with more values than this is data.
const MAX_VARIANTS: usize = 16;

/// Whether objects may stay apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Apart {
    /// They are one.
    Never,
    /// They are not decided about yet.
    Perhaps,
    /// If the tag explains what they differ in.
    IfExplained,
}

/// Whether and how the objects at one place are kept apart.
#[derive(Debug, Clone, Default)]
pub(super) enum Split {
    /// No object had a tag yet.
    #[default]
    Open,
    /// By the values of a tag.
    By(Box<Tags>),
    /// The tag turned out not to be one.
    Never,
}

/// The variants of an object, which itself has the members before the tag, and the tag.
#[derive(Debug, Clone)]
pub(super) struct Tags {
    /// The tag's name.
    pub(super) name: Box<str>,
    pub(super) variants: IndexMap<Box<str>, Variant>,
}

/// What is known of the objects of one tag.
#[derive(Debug, Clone)]
pub(super) struct Variant {
    /// The members behind the tag.
    pub(super) object: ObjectId,
    /// In how many of the objects each of the members before the tag stood, by its place.
    before: Vec<u64>,
}

impl Variant {
    pub(super) fn before(&self, place: usize) -> u64 {
        self.before.get(place).copied().unwrap_or_default()
    }
}

/// Whether a member is named like a tag: its last word is one of those that tags go by.
pub(super) fn is_tag_name(name: &str) -> bool {
    const WORDS: [&str; 9] = [
        "type",
        "kind",
        "typename",
        "tag",
        "variant",
        "class",
        "event",
        "discriminator",
        "op",
    ];
    let name = name.trim_end_matches('_');
    let lower = name.to_ascii_lowercase();
    WORDS.iter().any(|word| {
        let Some(head) = lower.strip_suffix(word).map(str::len) else {
            return false;
        };
        let (head, tail) = name.split_at(head);
        !head.ends_with(|c: char| c.is_alphanumeric()) || tail.starts_with(char::is_uppercase)
    })
}

impl Arena {
    /// The object that goes on with those of `value`, of which one has just been told by the
    /// member at `place`; nothing if they are not kept apart.
    pub(super) fn split(&mut self, id: ObjectId, place: usize, value: &str) -> Option<ObjectId> {
        let fresh = ObjectId(u32::try_from(self.objects.len()).unwrap_or(u32::MAX));
        let object = self.object_mut(id);
        let Members::Fields(fields) = &object.members else {
            return None;
        };
        let (name, _) = fields.get_index(place)?;
        if matches!(object.split, Split::Open) {
            object.split = Split::By(Box::new(Tags {
                name: name.clone(),
                variants: IndexMap::new(),
            }));
        }
        let Split::By(tags) = &mut object.split else {
            return None;
        };
        if tags.name != *name {
            return None;
        }
        let known = tags.variants.get_index_of(value);
        if known.is_none()
            && (tags.variants.len() == MAX_VARIANTS || value.is_empty() || !is_enum_value(value))
        {
            let mut work = Vec::new();
            self.unite(id, &mut work);
            self.merge_pairs(work);
            return None;
        }
        let place = known.unwrap_or(tags.variants.len());
        let entry = tags.variants.entry(value.into());
        let variant = entry.or_insert_with(|| Variant {
            object: fresh,
            before: Vec::new(),
        });
        debug_assert!(
            known.is_none_or(|known| known == place),
            "places are stable"
        );
        variant.before.resize(fields.len(), 0);
        for (count, field) in variant.before.iter_mut().zip(fields.values()) {
            *count += u64::from(field.last == object.count);
        }
        let variant = variant.object;
        if known.is_none() {
            self.add_object();
        }
        self.object_mut(variant).count += 1;
        Some(variant)
    }

    /// The node of a member that the object under way already had before its tag.
    pub(super) fn seen_before_tag(&self, whole: ObjectId, name: &str) -> Option<NodeId> {
        let object = &self.objects[whole.0 as usize];
        let Members::Fields(fields) = &object.members else {
            return None;
        };
        let field = fields.get(name)?;
        (field.last == object.count).then_some(field.node)
    }

    /// Ends a split: all variants are one object again. Adds to `work` the nodes to be merged.
    pub(super) fn unite(&mut self, id: ObjectId, work: &mut Vec<(NodeId, NodeId)>) {
        if let Split::By(tags) = std::mem::replace(&mut self.object_mut(id).split, Split::Never) {
            for variant in tags.variants.into_values() {
                // They have been counted where they began.
                self.object_mut(variant.object).count = 0;
                self.merge_objects(id, variant.object, work);
            }
        }
    }

    /// Adds the variants of a tag to those of the same tag. `places` has the new place of each
    /// member before the tag.
    pub(super) fn join_variants(
        &mut self,
        id: ObjectId,
        from: Tags,
        places: &[usize],
        work: &mut Vec<(NodeId, NodeId)>,
    ) {
        let mut pairs = Vec::new();
        let Split::By(tags) = &mut self.object_mut(id).split else {
            return;
        };
        for (value, variant) in from.variants {
            let mut before = vec![0; places.iter().max().map_or(0, |most| most + 1)];
            for (place, count) in places.iter().zip(&variant.before) {
                if let Some(sum) = before.get_mut(*place) {
                    *sum += count;
                }
            }
            if let Some(known) = tags.variants.get_mut(&value) {
                let length = known.before.len().max(before.len());
                known.before.resize(length, 0);
                for (sum, count) in known.before.iter_mut().zip(before) {
                    *sum += count;
                }
                pairs.push((known.object, variant.object));
            } else {
                let object = variant.object;
                tags.variants.insert(value, Variant { object, before });
            }
        }
        for (a, b) in pairs {
            self.merge_objects(a, b, work);
        }
    }

    /// Unites the objects of a place, or decides whether they stay apart.
    pub(super) fn settle_split(&mut self, id: ObjectId, apart: Apart) {
        if !matches!(self.objects[id.0 as usize].split, Split::By(_)) {
            return;
        }
        let mut work = Vec::new();
        match apart {
            Apart::Perhaps => {}
            Apart::IfExplained if is_explained(self, id) => self.share_members(id, &mut work),
            Apart::IfExplained | Apart::Never => self.unite(id, &mut work),
        }
        self.merge_pairs(work);
    }

    /// Makes one of members that stood before the tag in some objects and behind it in others.
    fn share_members(&self, id: ObjectId, work: &mut Vec<(NodeId, NodeId)>) {
        let object = &self.objects[id.0 as usize];
        let (Split::By(tags), Members::Fields(whole)) = (&object.split, &object.members) else {
            return;
        };
        for variant in tags.variants.values() {
            for (name, field) in self.fields(variant.object) {
                let before = whole
                    .get_full(&**name)
                    .filter(|(place, ..)| variant.before(*place) > 0);
                work.extend(before.map(|(_, _, before)| (before.node, field.node)));
            }
        }
    }

    /// The names of an object's members, those of all variants; nothing if it is a map.
    pub(super) fn names(&self, id: ObjectId) -> Option<HashSet<&str>> {
        let object = &self.objects[id.0 as usize];
        let Members::Fields(fields) = &object.members else {
            return None;
        };
        let mut names: HashSet<&str> = fields.keys().map(|name| &**name).collect();
        if let Split::By(tags) = &object.split {
            for variant in tags.variants.values() {
                names.extend(self.fields(variant.object).map(|(name, _)| &**name));
            }
        }
        Some(names)
    }

    /// The members of an object that is no map.
    pub(super) fn fields(&self, id: ObjectId) -> impl Iterator<Item = (&Box<str>, &Field)> {
        match &self.objects[id.0 as usize].members {
            Members::Fields(fields) => Some(fields.iter()),
            Members::Map(_) => None,
        }
        .into_iter()
        .flatten()
    }
}

/// A member of the objects of one tag.
struct Seen {
    variant: usize,
    /// In how many tenths of them it stands.
    tenths: u64,
    /// Where it stands behind the tag.
    node: Option<NodeId>,
}

/// Whether the tag explains what objects differ in: each has one, at least two kinds have a
/// member of their own or one of a type of its own, and what only some kinds have, they mostly
/// have always.
fn is_explained(arena: &mut Arena, id: ObjectId) -> bool {
    let object = arena.objects[id.0 as usize].clone();
    let (Split::By(tags), Members::Fields(whole)) = (&object.split, &object.members) else {
        return false;
    };
    let kinds = tags.variants.len();
    let counts: Vec<u64> = tags
        .variants
        .values()
        .map(|variant| arena.objects[variant.object.0 as usize].count)
        .collect();
    let told: u64 = counts.iter().sum();
    if kinds < 2 || told != object.count || (kinds > 4 && told < 2 * kinds as u64) {
        return false;
    }
    let mut names: HashMap<&str, Vec<Seen>> = HashMap::new();
    let mut own = Vec::new();
    for (variant, count) in tags.variants.values().zip(&counts) {
        if matches!(
            arena.objects[variant.object.0 as usize].members,
            Members::Map(_)
        ) {
            return false;
        }
        let fields: HashMap<Box<str>, Field> = arena
            .fields(variant.object)
            .map(|(name, field)| (name.clone(), *field))
            .collect();
        own.push((variant, *count, fields));
    }
    for (index, (variant, count, fields)) in own.iter().enumerate() {
        for (place, name) in whole
            .keys()
            .enumerate()
            .filter(|(_, name)| **name != tags.name)
        {
            let before = variant.before(place);
            if before > 0 && !fields.contains_key(name) {
                names.entry(&**name).or_default().push(Seen {
                    variant: index,
                    tenths: 10 * before / count,
                    node: None,
                });
            }
        }
        for (name, field) in fields.iter().filter(|(name, _)| **name != tags.name) {
            let before = whole.get_index_of(name).map_or(0, |at| variant.before(at));
            names.entry(&**name).or_default().push(Seen {
                variant: index,
                tenths: 10 * (before + field.count) / count,
                node: Some(field.node),
            });
        }
    }
    let mut distinct = vec![false; kinds];
    let (mut members, mut tenths) = (0, 0);
    for seen in names.values() {
        let differs = seen.len() < kinds || have_types_of_their_own(arena, seen);
        if !differs {
            continue;
        }
        members += seen.len() as u64;
        tenths += seen.iter().map(|seen| seen.tenths).sum::<u64>();
        for seen in seen.iter().filter(|seen| seen.tenths == 10) {
            if let Some(distinct) = distinct.get_mut(seen.variant) {
                *distinct = true;
            }
        }
    }
    let distinct = distinct.into_iter().filter(|is| *is).count();
    let often = counts.iter().all(|count| *count >= 3);
    (distinct >= 2 || (distinct == 1 && often)) && tenths >= 7 * members
}

/// Whether a member is of another JSON type for each tag, or of objects that have little in
/// common.
fn have_types_of_their_own(arena: &mut Arena, seen: &[Seen]) -> bool {
    let mut types: Vec<(Kinds, Vec<Box<str>>)> = Vec::new();
    for seen in seen {
        let Some(node) = seen.node else {
            return false;
        };
        let node = arena.find(node);
        let kinds = arena.nodes[node.0 as usize].kinds();
        let names = match arena.object_of(node) {
            Some(object) => arena.fields(object).map(|(name, _)| name.clone()).collect(),
            None => Vec::new(),
        };
        types.push((kinds, names));
    }
    let alike = |(a, x): &(Kinds, Vec<Box<str>>), (b, y): &(Kinds, Vec<Box<str>>)| {
        let shared = x.iter().filter(|name| y.contains(name)).count();
        a == b && 2 * shared >= x.len().min(y.len())
    };
    types
        .windows(2)
        .any(|pair| matches!(pair, [x, y] if x.0 != 0 && y.0 != 0 && !alike(x, y)))
}

#[cfg(test)]
mod tests {
    use super::is_tag_name;

    #[test]
    fn tags_are_named_by_their_last_word() {
        for name in [
            "type",
            "kind",
            "@type",
            "__typename",
            "$type",
            "eventType",
            "node_kind",
            "type_",
        ] {
            assert!(is_tag_name(name), "{name}");
        }
        for name in ["prototype", "mankind", "stop", "types", "", "shop"] {
            assert!(!is_tag_name(name), "{name}");
        }
    }
}
