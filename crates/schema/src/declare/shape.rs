//! What may stand at a place, JSON type by JSON type, and the join of two of these.

use std::collections::HashMap;

use indexmap::IndexMap;

use crate::{Format, IntegerRange};

/// An object's place in [`Shapes`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct ObjectId(pub(super) usize);

/// What may stand at a place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Shape {
    /// Anything at all.
    pub(super) any: bool,
    pub(super) null: bool,
    pub(super) boolean: bool,
    pub(super) number: Option<Number>,
    pub(super) string: Option<Text>,
    pub(super) array: Option<Items>,
    pub(super) object: Option<Objects>,
    /// What the schema calls it.
    pub(super) name: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Number {
    Integer(IntegerRange),
    Any,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Text {
    Of(Option<Format>),
    /// One of these.
    Values(Vec<String>),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Items {
    Alike(Box<Shape>),
    Positions(Vec<Shape>),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Objects {
    One(ObjectId),
    /// The name of the property that tells them apart, and each with its value.
    Apart(String, Vec<(String, ObjectId)>),
}

/// Objects of one kind.
#[derive(Debug, Clone, Default)]
pub(super) struct Object {
    pub(super) name: Option<String>,
    /// The properties, and whether each may be missing.
    pub(super) fields: IndexMap<String, (Shape, bool)>,
    /// What stands under other names.
    pub(super) rest: Option<Shape>,
}

/// Every kind of object.
#[derive(Debug, Default)]
pub(super) struct Shapes {
    pub(super) objects: Vec<Object>,
    joined: HashMap<(ObjectId, ObjectId), ObjectId>,
}

impl Shape {
    pub(super) fn any() -> Self {
        Self {
            any: true,
            ..Self::default()
        }
    }

    pub(super) fn of(objects: Objects) -> Self {
        Self {
            object: Some(objects),
            ..Self::default()
        }
    }
}

impl Shapes {
    pub(super) fn add(&mut self, object: Object) -> ObjectId {
        self.objects.push(object);
        ObjectId(self.objects.len() - 1)
    }

    /// What may stand where one of two may.
    pub(super) fn join(&mut self, one: Shape, other: Shape) -> Shape {
        Shape {
            any: one.any || other.any,
            null: one.null || other.null,
            boolean: one.boolean || other.boolean,
            number: either(one.number, other.number, numbers),
            string: either(one.string, other.string, texts),
            array: either(one.array, other.array, |one, other| self.items(one, other)),
            object: either(one.object, other.object, |one, other| {
                Objects::One(self.objects(&one, &other))
            }),
            name: one
                .name
                .filter(|name| other.name.as_ref().is_none_or(|it| it == name)),
        }
    }

    fn items(&mut self, one: Items, other: Items) -> Items {
        match (one, other) {
            (Items::Positions(one), Items::Positions(other)) if one.len() == other.len() => {
                let pairs = one.into_iter().zip(other);
                Items::Positions(pairs.map(|(one, other)| self.join(one, other)).collect())
            }
            (one, other) => {
                let one = self.item(one);
                let other = self.item(other);
                Items::Alike(Box::new(self.join(one, other)))
            }
        }
    }

    /// Any of the items.
    fn item(&mut self, items: Items) -> Shape {
        match items {
            Items::Alike(item) => *item,
            Items::Positions(items) => items
                .into_iter()
                .reduce(|one, other| self.join(one, other))
                .unwrap_or_else(Shape::any),
        }
    }

    fn objects(&mut self, one: &Objects, other: &Objects) -> ObjectId {
        let one = self.together(one);
        let other = self.together(other);
        self.object(one, other)
    }

    /// Objects that a property tells apart as objects of one kind.
    pub(super) fn together(&mut self, objects: &Objects) -> ObjectId {
        match objects {
            Objects::One(id) => *id,
            Objects::Apart(_, variants) => {
                let ids = variants.iter().map(|(_, id)| *id);
                ids.reduce(|one, other| self.object(one, other))
                    .unwrap_or_else(|| self.add(Object::default()))
            }
        }
    }

    fn object(&mut self, one: ObjectId, other: ObjectId) -> ObjectId {
        if one == other {
            return one;
        }
        if let Some(known) = self.joined.get(&(one, other)) {
            return *known;
        }
        let id = self.add(Object::default());
        // Before its fields, which may lead back to it.
        self.joined.insert((one, other), id);
        self.joined.insert((other, one), id);
        self.joined.insert((one, id), id);
        self.joined.insert((other, id), id);
        let (one, mut other) = (self.objects[one.0].clone(), self.objects[other.0].clone());
        let mut fields = IndexMap::new();
        for (name, (shape, is_optional)) in one.fields {
            let field = match other.fields.shift_remove(&name) {
                Some((more, is_too)) => (self.join(shape, more), is_optional || is_too),
                None => (shape, true),
            };
            fields.insert(name, field);
        }
        let more = other.fields.into_iter();
        fields.extend(more.map(|(name, (shape, _))| (name, (shape, true))));
        let rest = either(one.rest, other.rest, |one, other| self.join(one, other));
        self.objects[id.0] = Object {
            name: one
                .name
                .filter(|name| other.name.as_ref().is_none_or(|it| it == name)),
            fields,
            rest,
        };
        id
    }
}

fn either<T>(one: Option<T>, other: Option<T>, both: impl FnOnce(T, T) -> T) -> Option<T> {
    match (one, other) {
        (Some(one), Some(other)) => Some(both(one, other)),
        (one, other) => one.or(other),
    }
}

fn numbers(one: Number, other: Number) -> Number {
    use IntegerRange::{Big, Int32, Int53, Int64, UInt64};
    let (Number::Integer(one), Number::Integer(other)) = (one, other) else {
        return Number::Any;
    };
    Number::Integer(match (one, other) {
        (one, other) if one == other => one,
        (Big | UInt64, _) | (_, Big | UInt64) => Big,
        (Int64, _) | (_, Int64) => Int64,
        (Int53, _) | (_, Int53) => Int53,
        (Int32, Int32) => Int32,
    })
}

fn texts(one: Text, other: Text) -> Text {
    match (one, other) {
        (Text::Values(mut values), Text::Values(more)) => {
            for value in more {
                if !values.contains(&value) {
                    values.push(value);
                }
            }
            Text::Values(values)
        }
        (Text::Of(one), Text::Of(other)) if one == other => Text::Of(one),
        _ => Text::Of(None),
    }
}
