//! The merged arena, written down as named types.

use std::collections::{HashMap, VecDeque};

use indexmap::IndexMap;

use super::maps::OBJECT;
use super::observe::{Arena, Integers, Items, Members, Node, NodeId, ObjectId};
use super::tagged::Split;
use crate::{
    Enum, EnumId, Field, IntegerRange, Kind, Record, RecordId, Tag, Type, Types, Union, UnionId,
    name::{Names, singular, type_name},
};

/// Names that say nothing without the record they are of.
const VAGUE: [&str; 12] = [
    "Type", "Kind", "Status", "State", "Mode", "Level", "Code", "Value", "Data", "Item", "Name",
    "Id",
];

pub(super) fn build(arena: &mut Arena, root: NodeId, name: &str) -> Types {
    let name = match type_name(name) {
        name if name.is_empty() => "Root".to_owned(),
        name if name.starts_with(|c: char| c.is_ascii_digit()) => format!("Root{name}"),
        name => name,
    };
    let mut builder = Builder {
        arena,
        names: Names::default(),
        records: Vec::new(),
        enums: Vec::new(),
        unions: Vec::new(),
        record_ids: HashMap::new(),
        enum_ids: HashMap::new(),
        union_ids: HashMap::new(),
        tagged_ids: HashMap::new(),
        queue: VecDeque::new(),
    };
    let root = builder.root(root, &name);
    while let Some((object, variant, id)) = builder.queue.pop_front() {
        let members = match variant {
            Some(variant) => builder.variant_members(object, variant),
            None => builder.members(object),
        };
        builder.fields(members, id);
    }
    Types {
        name,
        root,
        records: builder.records,
        enums: builder.enums,
        unions: builder.unions,
    }
}

/// Where a type stands, for its name.
#[derive(Clone)]
struct Place {
    /// The record around it.
    parent: String,
    /// The field it is in, or what has been made of its name.
    field: String,
}

impl Place {
    fn item(&self) -> Self {
        Self {
            parent: self.parent.clone(),
            field: singular(&self.field),
        }
    }

    fn position(&self, n: usize) -> Self {
        Self {
            parent: self.parent.clone(),
            field: format!("{}{n}", singular(&self.field)),
        }
    }
}

struct Builder<'a> {
    arena: &'a mut Arena,
    names: Names,
    records: Vec<Record>,
    enums: Vec<Enum>,
    unions: Vec<Union>,
    record_ids: HashMap<ObjectId, RecordId>,
    enum_ids: HashMap<Vec<String>, EnumId>,
    union_ids: HashMap<Vec<Type>, UnionId>,
    tagged_ids: HashMap<ObjectId, UnionId>,
    /// Records whose fields are to be told, and of which variant of an object they are.
    queue: VecDeque<(ObjectId, Option<usize>, RecordId)>,
}

impl Builder<'_> {
    /// The root has the name asked for, whether it is a record or not.
    fn root(&mut self, root: NodeId, name: &str) -> Type {
        let node = self.arena.find(root);
        let kinds = self.arena.nodes[node.0 as usize].kinds();
        let object = self.arena.object_of(node).filter(|_| kinds == OBJECT);
        let is_record = object.is_some_and(|object| {
            let object = &self.arena.objects[object.0 as usize];
            matches!(object.members, Members::Fields(_)) && !matches!(object.split, Split::By(_))
        });
        if is_record {
            let place = Place {
                parent: String::new(),
                field: name.to_owned(),
            };
            return self.type_of(root, &place);
        }
        let name = self.names.take([name]);
        let item = singular(&name);
        let field = if item == name {
            format!("{name}Item")
        } else {
            item
        };
        self.type_of(
            root,
            &Place {
                parent: name,
                field,
            },
        )
    }

    /// The members of an object: names, nodes, and whether they may be missing.
    fn members(&mut self, object: ObjectId) -> Vec<(String, NodeId, bool)> {
        let object = self.arena.find_object(object);
        let count = self.arena.objects[object.0 as usize].count;
        self.arena
            .fields(object)
            .map(|(name, field)| (name.to_string(), field.node, field.count < count))
            .collect()
    }

    /// The members of the objects of one tag.
    fn variant_members(&mut self, object: ObjectId, variant: usize) -> Vec<(String, NodeId, bool)> {
        let object = self.arena.find_object(object);
        let object = &self.arena.objects[object.0 as usize];
        let (Split::By(tags), Members::Fields(whole)) = (&object.split, &object.members) else {
            return Vec::new();
        };
        let Some((_, variant)) = tags.variants.get_index(variant) else {
            return Vec::new();
        };
        let count = self.arena.objects[variant.object.0 as usize].count;
        let mut members: IndexMap<&str, (NodeId, u64)> = whole
            .iter()
            .enumerate()
            .map(|(place, (name, field))| (&**name, (field.node, variant.before(place))))
            .filter(|(_, (_, before))| *before > 0)
            .collect();
        for (name, field) in self.arena.fields(variant.object) {
            let (_, seen) = members.entry(&**name).or_insert((field.node, 0));
            *seen += field.count;
        }
        members
            .into_iter()
            .map(|(name, (node, seen))| (name.to_owned(), node, seen < count))
            .collect()
    }

    fn fields(&mut self, members: Vec<(String, NodeId, bool)>, id: RecordId) {
        let parent = self.records[id.0].name.clone();
        let tag = self.records[id.0].tag.clone();
        for (name, node, optional) in members {
            let place = Place {
                parent: parent.clone(),
                field: type_name(&name),
            };
            let ty = if tag.as_ref().is_some_and(|tag| tag.field == name) {
                Type::new(Kind::String(None))
            } else {
                self.type_of(node, &place)
            };
            self.records[id.0].fields.push(Field { name, ty, optional });
        }
    }

    fn type_of(&mut self, node: NodeId, place: &Place) -> Type {
        let node = self.arena.find(node);
        let seen = self.arena.nodes[node.0 as usize].clone();
        let mut kinds = Vec::new();
        if seen.boolean {
            kinds.push(Kind::Boolean);
        }
        kinds.extend(number(&seen));
        if let Some(strings) = &seen.strings {
            kinds.push(match strings.enum_values() {
                Some(values) => {
                    let values = values.iter().map(ToString::to_string).collect();
                    Kind::Enum(self.enumeration(values, place))
                }
                None => Kind::String(strings.format()),
            });
        }
        if let Some(array) = seen.array {
            kinds.push(match self.arena.arrays[array.0 as usize].items.clone() {
                Items::Alike(None) => Kind::Array(Box::new(Type::new(Kind::Any))),
                Items::Alike(Some(item)) => {
                    Kind::Array(Box::new(self.type_of(item, &place.item())))
                }
                Items::Positions { nodes, .. } => Kind::Tuple(
                    (1..)
                        .zip(nodes)
                        .map(|(n, node)| self.type_of(node, &place.position(n)))
                        .collect(),
                ),
            });
        }
        if let Some(object) = self.arena.object_of(node) {
            kinds.push(self.object(object, place));
        }
        let nullable = seen.null;
        if kinds.len() > 1 {
            let members: Vec<Type> = kinds.into_iter().map(Type::new).collect();
            return Type {
                kind: Kind::Union(self.union(members, place)),
                nullable,
            };
        }
        let kind = kinds
            .pop()
            .unwrap_or(if nullable { Kind::Null } else { Kind::Any });
        Type { kind, nullable }
    }

    fn object(&mut self, object: ObjectId, place: &Place) -> Kind {
        if let Split::By(tags) = &self.arena.objects[object.0 as usize].split {
            let values = tags.variants.keys().map(ToString::to_string).collect();
            let tag = tags.name.to_string();
            return Kind::Union(self.tagged(object, &tag, values, place));
        }
        match self.arena.objects[object.0 as usize].members {
            Members::Map(None) => Kind::Map(Box::new(Type::new(Kind::Any))),
            Members::Map(Some(value)) => Kind::Map(Box::new(self.type_of(value, &place.item()))),
            Members::Fields(_) => {
                if let Some(id) = self.record_ids.get(&object) {
                    return Kind::Record(*id);
                }
                let name = self.name(place, "");
                let id = self.record(name, None, object, None);
                self.record_ids.insert(object, id);
                Kind::Record(id)
            }
        }
    }

    /// A record whose fields are told later, so that they may be of it.
    fn record(
        &mut self,
        name: String,
        tag: Option<Tag>,
        object: ObjectId,
        variant: Option<usize>,
    ) -> RecordId {
        let id = RecordId(self.records.len());
        self.records.push(Record {
            name,
            fields: Vec::new(),
            tag,
        });
        self.queue.push_back((object, variant, id));
        id
    }

    /// A union of a record for each value of a tag.
    fn tagged(
        &mut self,
        object: ObjectId,
        tag: &str,
        values: Vec<String>,
        place: &Place,
    ) -> UnionId {
        if let Some(id) = self.tagged_ids.get(&object) {
            return *id;
        }
        let id = UnionId(self.unions.len());
        let name = self.name(place, "");
        self.unions.push(Union {
            name: name.clone(),
            members: Vec::new(),
            tag: Some(tag.to_owned()),
        });
        self.tagged_ids.insert(object, id);
        for (variant, value) in values.into_iter().enumerate() {
            let own = type_name(&value);
            let full = if own.ends_with(&name) {
                own
            } else {
                format!("{own}{name}")
            };
            let record_name = self.names.take([full.as_str()]);
            let tag = Tag {
                field: tag.to_owned(),
                value,
            };
            let record = self.record(record_name, Some(tag), object, Some(variant));
            self.unions[id.0]
                .members
                .push(Type::new(Kind::Record(record)));
        }
        id
    }

    fn enumeration(&mut self, values: Vec<String>, place: &Place) -> EnumId {
        let mut sorted = values.clone();
        sorted.sort_unstable();
        if let Some(id) = self.enum_ids.get(&sorted) {
            return *id;
        }
        let id = EnumId(self.enums.len());
        let name = self.name(place, "Enum");
        self.enums.push(Enum { name, values });
        self.enum_ids.insert(sorted, id);
        id
    }

    fn union(&mut self, members: Vec<Type>, place: &Place) -> UnionId {
        if let Some(id) = self.union_ids.get(&members) {
            return *id;
        }
        let id = UnionId(self.unions.len());
        let name = self.name(place, "Union");
        self.unions.push(Union {
            name,
            members: members.clone(),
            tag: None,
        });
        self.union_ids.insert(members, id);
        id
    }

    /// A free name: the field's, with its record's before it if the first is taken or vague.
    fn name(&mut self, place: &Place, kind: &str) -> String {
        let Place { parent, field } = place;
        let full = format!("{parent}{field}");
        let long = format!("{full}{kind}");
        if !kind.is_empty() && VAGUE.contains(&field.as_str()) {
            return self.names.take([full.as_str(), &long]);
        }
        self.names.take([field.as_str(), &full, &long])
    }
}

fn number(node: &Node) -> Option<Kind> {
    if node.fraction {
        return Some(Kind::Number);
    }
    let Integers { min, max } = node.integers?;
    Some(
        if min >= i128::from(i32::MIN) && max <= i128::from(i32::MAX) {
            Kind::Integer(IntegerRange::Int32)
        } else if min > -(1 << 53) && max < 1 << 53 {
            Kind::Integer(IntegerRange::Int53)
        } else if min >= i128::from(i64::MIN) && max <= i128::from(i64::MAX) {
            Kind::Integer(IntegerRange::Int64)
        } else if min >= 0 && max <= i128::from(u64::MAX) {
            Kind::Integer(IntegerRange::UInt64)
        } else {
            Kind::Integer(IntegerRange::Big)
        },
    )
}
