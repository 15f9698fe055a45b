//! The merged arena, written down as named types.

use std::collections::{HashMap, VecDeque};

use super::maps::OBJECT;
use super::observe::{Arena, Integers, Items, Members, Node, NodeId, ObjectId};
use crate::{
    Enum, EnumId, Field, IntegerRange, Kind, Record, RecordId, Type, Types, Union, UnionId,
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
        queue: VecDeque::new(),
    };
    let root = builder.root(root, &name);
    while let Some((object, id)) = builder.queue.pop_front() {
        builder.fields(object, id);
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
    queue: VecDeque<(ObjectId, RecordId)>,
}

impl Builder<'_> {
    /// The root has the name asked for, whether it is a record or not.
    fn root(&mut self, root: NodeId, name: &str) -> Type {
        let node = self.arena.find(root);
        let kinds = self.arena.nodes[node.0 as usize].kinds();
        let object = self.arena.object_of(node).filter(|_| kinds == OBJECT);
        let is_record = object.is_some_and(|object| {
            matches!(
                self.arena.objects[object.0 as usize].members,
                Members::Fields(_)
            )
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

    fn fields(&mut self, object: ObjectId, id: RecordId) {
        let object = self.arena.find_object(object);
        let object = &self.arena.objects[object.0 as usize];
        let Members::Fields(fields) = &object.members else {
            return;
        };
        let members: Vec<(String, NodeId, bool)> = fields
            .iter()
            .map(|(name, field)| (name.to_string(), field.node, field.count < object.count))
            .collect();
        let parent = self.records[id.0].name.clone();
        for (name, node, optional) in members {
            let place = Place {
                parent: parent.clone(),
                field: type_name(&name),
            };
            let ty = self.type_of(node, &place);
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
        match self.arena.objects[object.0 as usize].members {
            Members::Map(None) => Kind::Map(Box::new(Type::new(Kind::Any))),
            Members::Map(Some(value)) => Kind::Map(Box::new(self.type_of(value, &place.item()))),
            Members::Fields(_) => {
                if let Some(id) = self.record_ids.get(&object) {
                    return Kind::Record(*id);
                }
                let id = RecordId(self.records.len());
                let name = self.name(place, "");
                self.records.push(Record {
                    name,
                    fields: Vec::new(),
                });
                self.record_ids.insert(object, id);
                self.queue.push_back((object, id));
                Kind::Record(id)
            }
        }
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
        } else if max <= i128::from(i64::MAX) {
            Kind::Integer(IntegerRange::Int64)
        } else if min >= 0 {
            Kind::Integer(IntegerRange::UInt64)
        } else {
            Kind::Number
        },
    )
}
