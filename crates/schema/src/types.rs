//! What an inference ends in.

use crate::Format;

/// A record's place in [`Types::records`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId(pub(crate) usize);

impl RecordId {
    /// Its place.
    pub fn index(self) -> usize {
        self.0
    }
}

/// An enum's place in [`Types::enums`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EnumId(pub(crate) usize);

impl EnumId {
    /// Its place.
    pub fn index(self) -> usize {
        self.0
    }
}

/// A union's place in [`Types::unions`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnionId(pub(crate) usize);

impl UnionId {
    /// Its place.
    pub fn index(self) -> usize {
        self.0
    }
}

/// The type of every sample seen, and the named types it is made of.
///
/// Names of records, enums and unions are unique among each other, without regard to case, and
/// are letters and digits in `UpperCamelCase`; a target still has to keep clear of its keywords.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Types {
    /// The name asked for, in `UpperCamelCase`. If [`root`](Self::root) is a record, it has it too.
    pub name: String,
    /// The type of a whole sample.
    pub root: Type,
    pub(crate) records: Vec<Record>,
    pub(crate) enums: Vec<Enum>,
    pub(crate) unions: Vec<Union>,
}

impl Types {
    /// The records, outermost first.
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// The records with their ids, outermost first.
    pub fn records_with_ids(&self) -> impl Iterator<Item = (RecordId, &Record)> {
        self.records
            .iter()
            .enumerate()
            .map(|(i, record)| (RecordId(i), record))
    }

    /// The enums, outermost first.
    pub fn enums(&self) -> &[Enum] {
        &self.enums
    }

    /// The enums with their ids, outermost first.
    pub fn enums_with_ids(&self) -> impl Iterator<Item = (EnumId, &Enum)> {
        self.enums
            .iter()
            .enumerate()
            .map(|(i, declared)| (EnumId(i), declared))
    }

    /// The unions, outermost first.
    pub fn unions(&self) -> &[Union] {
        &self.unions
    }

    /// The unions with their ids, outermost first.
    pub fn unions_with_ids(&self) -> impl Iterator<Item = (UnionId, &Union)> {
        self.unions
            .iter()
            .enumerate()
            .map(|(i, declared)| (UnionId(i), declared))
    }

    /// Adds to `found` every record that `ty` names, below arrays, maps, tuples and unions.
    pub fn records_in(&self, ty: &Type, found: &mut Vec<RecordId>) {
        match &ty.kind {
            Kind::Record(id) => found.push(*id),
            Kind::Array(item) | Kind::Map(item) => self.records_in(item, found),
            Kind::Tuple(items) => items.iter().for_each(|item| self.records_in(item, found)),
            Kind::Union(id) => {
                self.union(*id)
                    .members
                    .iter()
                    .for_each(|member| self.records_in(member, found));
            }
            _ => {}
        }
    }

    /// Whether any type within is of a kind that `is` tells.
    pub fn mention(&self, is: impl Fn(&Kind) -> bool) -> bool {
        let mut work = vec![&self.root];
        work.extend(
            self.records
                .iter()
                .flat_map(|r| r.fields.iter().map(|f| &f.ty)),
        );
        work.extend(self.unions.iter().flat_map(|u| &u.members));
        while let Some(ty) = work.pop() {
            if is(&ty.kind) {
                return true;
            }
            match &ty.kind {
                Kind::Array(item) | Kind::Map(item) => work.push(item),
                Kind::Tuple(items) => work.extend(items),
                _ => {}
            }
        }
        false
    }

    /// A record by its id.
    pub fn record(&self, id: RecordId) -> &Record {
        &self.records[id.0]
    }

    /// An enum by its id.
    pub fn enumeration(&self, id: EnumId) -> &Enum {
        &self.enums[id.0]
    }

    /// A union by its id.
    pub fn union(&self, id: UnionId) -> &Union {
        &self.unions[id.0]
    }

    /// For each record, which of its fields lead back to it by value alone (no array or map in
    /// between), so that a language whose records are values must put a pointer there.
    ///
    /// Cost: linear in the number of fields.
    pub fn recursive_fields(&self) -> Vec<Vec<bool>> {
        let component = self.components();
        self.records
            .iter()
            .enumerate()
            .map(|(i, record)| {
                let leads_back = |field: &Field| {
                    self.held_records(&field.ty)
                        .any(|j| component[j] == component[i])
                };
                record.fields.iter().map(leads_back).collect()
            })
            .collect()
    }

    /// The records that a value of `ty` holds directly.
    fn held_records<'a>(&'a self, ty: &'a Type) -> Box<dyn Iterator<Item = usize> + 'a> {
        match &ty.kind {
            Kind::Record(id) => Box::new(std::iter::once(id.0)),
            Kind::Tuple(items) => Box::new(items.iter().flat_map(|item| self.held_records(item))),
            Kind::Union(id) => Box::new(
                self.union(*id)
                    .members
                    .iter()
                    .flat_map(|item| self.held_records(item)),
            ),
            _ => Box::new(std::iter::empty()),
        }
    }

    /// The strongly connected component of each record, over fields held by value (Tarjan, with
    /// an explicit stack: depth is the data's).
    fn components(&self) -> Vec<usize> {
        const UNSEEN: usize = usize::MAX;
        let n = self.records.len();
        let edges: Vec<Vec<usize>> = self
            .records
            .iter()
            .map(|r| {
                r.fields
                    .iter()
                    .flat_map(|f| self.held_records(&f.ty))
                    .collect()
            })
            .collect();
        let (mut index, mut low) = (vec![UNSEEN; n], vec![0; n]);
        let (mut component, mut on_stack) = (vec![UNSEEN; n], vec![false; n]);
        let (mut next_index, mut next_component) = (0, 0);
        let mut stack = Vec::new();
        for start in 0..n {
            if index[start] != UNSEEN {
                continue;
            }
            let mut calls = vec![(start, 0)];
            while let Some((v, edge)) = calls.pop() {
                if edge == 0 && index[v] == UNSEEN {
                    index[v] = next_index;
                    low[v] = next_index;
                    next_index += 1;
                    stack.push(v);
                    on_stack[v] = true;
                }
                if let Some(&w) = edges[v].get(edge) {
                    if index[w] == UNSEEN {
                        calls.push((v, edge));
                        calls.push((w, 0));
                    } else {
                        if on_stack[w] {
                            // After a return from `w` its low link, before it its index: both
                            // are bounds that keep the algorithm right.
                            low[v] = low[v].min(low[w]);
                        }
                        calls.push((v, edge + 1));
                    }
                } else if low[v] == index[v] {
                    while let Some(w) = stack.pop() {
                        on_stack[w] = false;
                        component[w] = next_component;
                        if w == v {
                            break;
                        }
                    }
                    next_component += 1;
                }
            }
        }
        component
    }
}

/// A type, and whether null may stand in its place.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Type {
    /// What it is but for null.
    pub kind: Kind,
    /// Whether null was seen in its place.
    pub nullable: bool,
}

impl Type {
    /// A type in whose place null was not seen.
    pub fn new(kind: Kind) -> Self {
        Self {
            kind,
            nullable: false,
        }
    }
}

/// The kinds of types.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Nothing is known: the element of an array that was always empty.
    Any,
    /// Nothing but null was seen. The type's `nullable` is set as well.
    Null,
    /// True or false.
    Boolean,
    /// Integers, all within a range.
    Integer(IntegerRange),
    /// Any JSON number.
    Number,
    /// A string, with the format that all samples keep.
    String(Option<Format>),
    /// One of a few strings.
    Enum(EnumId),
    /// Items of one type.
    Array(Box<Type>),
    /// A fixed number of items, each with its own type.
    Tuple(Vec<Type>),
    /// An object whose names are data.
    Map(Box<Type>),
    /// An object whose names are fixed.
    Record(RecordId),
    /// One of several types, which either their JSON types or a tag tell apart.
    Union(UnionId),
}

/// How wide an integer has to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum IntegerRange {
    /// Fits 32 bits with a sign.
    Int32,
    /// Is exact in a double: at most 2⁵³ - 1 either way.
    Int53,
    /// Fits 64 bits with a sign.
    Int64,
    /// Not negative, and fits 64 bits without a sign only.
    UInt64,
    /// Fits none of them.
    Big,
}

/// An object type with fixed names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Its name.
    pub name: String,
    /// Its fields, in the order first seen. Names are unique.
    pub fields: Vec<Field>,
    /// What tells it from the others of its union.
    pub tag: Option<Tag>,
}

/// A field that has one value in all objects of a record.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Tag {
    /// The name of the field, which is among the record's fields, as a string.
    pub field: String,
    /// Its value.
    pub value: String,
}

/// A member of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its name in the data, to the letter.
    pub name: String,
    /// Its type.
    pub ty: Type,
    /// Whether it was missing from some of the objects.
    pub optional: bool,
}

/// A string type with few values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enum {
    /// Its name.
    pub name: String,
    /// Its values to the letter, in the order first seen. There are at least two.
    pub values: Vec<String>,
}

/// One of several types.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Union {
    /// Its name.
    pub name: String,
    /// Its members; at least two, none nullable, none a union. Without a tag they are of
    /// different JSON types, in the order boolean, number, string, array, object.
    pub members: Vec<Type>,
    /// If its members are records, each with a [`Tag`]: the name of the field that tells them
    /// apart.
    pub tag: Option<String>,
}
