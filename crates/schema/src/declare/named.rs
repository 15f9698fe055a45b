//! From shapes to named types.

use std::collections::{HashMap, VecDeque};

use super::shape::{Items, Number, ObjectId, Objects, Shape, Shapes, Text};
use crate::name::{Names, singular, type_name};
use crate::{Enum, EnumId, Field, Kind, Record, RecordId, Tag, Type, Types, Union, UnionId};

/// The types of shapes.
pub(super) fn named(shapes: Shapes, root: &Shape, name: &str) -> Types {
    let name = match type_name(name) {
        name if name.is_empty() => "Root".to_owned(),
        name if name.starts_with(|c: char| c.is_ascii_digit()) => format!("Root{name}"),
        name => name,
    };
    let mut namer = Namer {
        shapes,
        names: Names::default(),
        records: Vec::new(),
        enums: Vec::new(),
        unions: Vec::new(),
        record_ids: HashMap::new(),
        enum_ids: HashMap::new(),
        union_ids: HashMap::new(),
        queue: VecDeque::new(),
    };
    let root = namer.root(root, &name);
    while let Some((object, id)) = namer.queue.pop_front() {
        namer.fields(object, id);
    }
    Types {
        name,
        root,
        records: namer.records,
        enums: namer.enums,
        unions: namer.unions,
    }
}

/// Where a type stands, for its name.
#[derive(Clone)]
struct Place {
    parent: String,
    field: String,
}

impl Place {
    fn item(&self) -> Self {
        Self {
            parent: self.parent.clone(),
            field: singular(&self.field),
        }
    }
}

struct Namer {
    shapes: Shapes,
    names: Names,
    records: Vec<Record>,
    enums: Vec<Enum>,
    unions: Vec<Union>,
    record_ids: HashMap<(ObjectId, Option<Tag>), RecordId>,
    enum_ids: HashMap<Vec<String>, EnumId>,
    union_ids: HashMap<Vec<Type>, UnionId>,
    /// Records whose fields are to be told.
    queue: VecDeque<(ObjectId, RecordId)>,
}

impl Namer {
    /// The root has the name asked for, whatever its schema calls it.
    fn root(&mut self, root: &Shape, name: &str) -> Type {
        let alone = Shape {
            object: None,
            name: None,
            ..root.clone()
        };
        if let Some(Objects::One(object)) = root.object
            && alone == Shape::default()
            && self.map_of(object).is_none()
        {
            self.shapes.objects[object.0].name = Some(name.to_owned());
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
        let root = Shape {
            name: None,
            ..root.clone()
        };
        self.type_of(
            &root,
            &Place {
                parent: name,
                field,
            },
        )
    }

    /// What a map has under its names, if it is one.
    fn map_of(&self, object: ObjectId) -> Option<Shape> {
        let object = &self.shapes.objects[object.0];
        object.fields.is_empty().then(|| object.rest.clone())?
    }

    fn fields(&mut self, object: ObjectId, id: RecordId) {
        let parent = self.records[id.0].name.clone();
        let tag = self.records[id.0].tag.clone();
        let mut fields = self.shapes.objects[object.0].fields.clone();
        if let Some(tag) = &tag
            && !fields.contains_key(&tag.field)
        {
            // The discriminator alone says that it is there.
            fields.insert(tag.field.clone(), (Shape::default(), false));
        }
        for (name, (shape, optional)) in fields {
            let is_tag = tag.as_ref().is_some_and(|tag| tag.field == name);
            let place = Place {
                parent: parent.clone(),
                field: type_name(&name),
            };
            let ty = if is_tag {
                Type::new(Kind::String(None))
            } else {
                self.type_of(&shape, &place)
            };
            self.records[id.0].fields.push(Field {
                name,
                ty,
                optional: optional && !is_tag,
            });
        }
    }

    fn type_of(&mut self, shape: &Shape, place: &Place) -> Type {
        let nullable = shape.null;
        if shape.any {
            return Type {
                kind: Kind::Any,
                nullable,
            };
        }
        let mut members = Vec::new();
        if shape.boolean {
            members.push(Kind::Boolean);
        }
        members.extend(shape.number.map(|number| match number {
            Number::Integer(range) => Kind::Integer(range),
            Number::Any => Kind::Number,
        }));
        if let Some(text) = &shape.string {
            members.push(self.text(text, shape.name.as_ref(), place));
        }
        if let Some(items) = &shape.array {
            members.push(self.items(items, place));
        }
        match &shape.object {
            Some(Objects::One(object)) => {
                let kind = self.object(*object, None, place);
                members.push(kind);
            }
            // A tag tells records apart, and not records from what is none.
            Some(objects @ Objects::Apart(..)) if !members.is_empty() => {
                let object = self.shapes.together(objects);
                let kind = self.object(object, None, place);
                members.push(kind);
            }
            Some(Objects::Apart(tag, variants)) => {
                members.push(self.apart(tag, variants, shape.name.as_ref(), place));
            }
            None => {}
        }
        if members.len() > 1 {
            let members: Vec<Type> = members.into_iter().map(Type::new).collect();
            let kind = Kind::Union(self.union(members, shape.name.as_ref(), place));
            return Type { kind, nullable };
        }
        let kind = members
            .pop()
            .unwrap_or(if nullable { Kind::Null } else { Kind::Any });
        Type { kind, nullable }
    }

    fn text(&mut self, text: &Text, name: Option<&String>, place: &Place) -> Kind {
        match text {
            Text::Of(format) => Kind::String(*format),
            Text::Values(values) if values.len() < 2 => Kind::String(None),
            Text::Values(values) => {
                let mut sorted = values.clone();
                sorted.sort_unstable();
                if let Some(id) = self.enum_ids.get(&sorted) {
                    return Kind::Enum(*id);
                }
                let id = EnumId(self.enums.len());
                let name = self.name(name, place, "Enum");
                self.enums.push(Enum {
                    name,
                    values: values.clone(),
                });
                self.enum_ids.insert(sorted, id);
                Kind::Enum(id)
            }
        }
    }

    fn items(&mut self, items: &Items, place: &Place) -> Kind {
        match items {
            Items::Alike(item) => Kind::Array(Box::new(self.type_of(item, &place.item()))),
            Items::Positions(items) => {
                let stem = singular(&place.field);
                let of = (1..).zip(items).map(|(n, item)| {
                    let place = Place {
                        parent: place.parent.clone(),
                        field: format!("{stem}{n}"),
                    };
                    self.type_of(item, &place)
                });
                Kind::Tuple(of.collect())
            }
        }
    }

    fn object(&mut self, object: ObjectId, tag: Option<Tag>, place: &Place) -> Kind {
        if tag.is_none()
            && let Some(value) = self.map_of(object)
        {
            return Kind::Map(Box::new(self.type_of(&value, &place.item())));
        }
        let key = (object, tag);
        if let Some(id) = self.record_ids.get(&key) {
            return Kind::Record(*id);
        }
        // What a tag tells is another record than the same schema by itself.
        let own = self.shapes.objects[object.0].name.clone();
        let own = own.map(|own| match &key.1 {
            Some(_) => format!("{} {own}", place.parent),
            None => own,
        });
        let name = self.name(own.as_ref(), place, "");
        let id = RecordId(self.records.len());
        self.records.push(Record {
            name,
            fields: Vec::new(),
            tag: key.1.clone(),
        });
        self.record_ids.insert(key, id);
        self.queue.push_back((object, id));
        Kind::Record(id)
    }

    fn apart(
        &mut self,
        tag: &str,
        variants: &[(String, ObjectId)],
        name: Option<&String>,
        place: &Place,
    ) -> Kind {
        let name = self.name(name, place, "");
        let id = UnionId(self.unions.len());
        self.unions.push(Union {
            name: name.clone(),
            members: Vec::new(),
            tag: Some(tag.to_owned()),
        });
        let mut members = Vec::new();
        for (value, object) in variants {
            let place = Place {
                parent: name.clone(),
                field: type_name(value),
            };
            let tag = Tag {
                field: tag.to_owned(),
                value: value.clone(),
            };
            members.push(Type::new(self.object(*object, Some(tag), &place)));
        }
        if let Some(known) = self.union_ids.get(&members) {
            // Nothing was named since: the records were there.
            self.unions.pop();
            return Kind::Union(*known);
        }
        self.union_ids.insert(members.clone(), id);
        self.unions[id.0].members = members;
        Kind::Union(id)
    }

    fn union(&mut self, members: Vec<Type>, name: Option<&String>, place: &Place) -> UnionId {
        if let Some(id) = self.union_ids.get(&members) {
            return *id;
        }
        let id = UnionId(self.unions.len());
        let name = self.name(name, place, "Union");
        self.unions.push(Union {
            name,
            members: members.clone(),
            tag: None,
        });
        self.union_ids.insert(members, id);
        id
    }

    /// A free name: the schema's own, or the property's, with its record's before it if that is
    /// taken.
    fn name(&mut self, own: Option<&String>, place: &Place, kind: &str) -> String {
        let Place { parent, field } = place;
        let own = own.map(|own| type_name(own)).unwrap_or_default();
        let full = format!("{parent}{field}");
        let long = format!("{full}{kind}");
        if own.is_empty() {
            self.names.take([field.as_str(), &full, &long])
        } else {
            self.names
                .take([own.as_str(), &format!("{own}{kind}"), &full])
        }
    }
}
