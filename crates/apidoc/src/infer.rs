//! Schemas of examples, by the inference that all tools share, as [`Schema`]s.

use std::collections::HashMap;

use ichiban_schema::{Inference, Kind as Inferred, RecordId, Seed, Type, Types};
use serde::de::DeserializeSeed;
use serde_json::Value;

use crate::schema::{Kind, Property, Schema};

/// The most members that a schema may have in all. Records of one shape are one to the inference,
/// and written out wherever they stand.
const MEMBERS: usize = 10_000;

/// The schema that samples have in common: what all of them have is required. An object whose
/// names are data has no properties, but a schema for all of them. Linear in the samples.
pub(crate) fn infer(samples: &[&Value]) -> Schema {
    let mut inference = Inference::new("Example");
    for sample in samples {
        // A value can always be walked through.
        let _ = Seed(&mut inference).deserialize(*sample);
    }
    if inference.is_empty() {
        return Schema::default();
    }
    let types = inference.finish();
    Writer {
        types: &types,
        open: Vec::new(),
        left: MEMBERS,
    }
    .schema(&types.root)
}

/// The members of objects, each with the schema that its values have in common: names are taken as
/// names, however much they look like data. Linear in the samples.
pub(crate) fn members(objects: &[&Value]) -> Vec<Property> {
    let objects: Vec<_> = objects
        .iter()
        .filter_map(|value| value.as_object())
        .collect();
    let mut names: Vec<&String> = Vec::new();
    let mut values: HashMap<&String, Vec<&Value>> = HashMap::new();
    for (name, value) in objects.iter().flat_map(|object| object.iter()) {
        let known = values.entry(name).or_default();
        if known.is_empty() {
            names.push(name);
        }
        known.push(value);
    }
    names
        .into_iter()
        .map(|name| {
            let values = values.get(name).map_or(&[] as &[_], Vec::as_slice);
            Property {
                name: name.clone(),
                required: values.len() == objects.len(),
                schema: infer(values),
                ..Property::default()
            }
        })
        .collect()
}

struct Writer<'a> {
    types: &'a Types,
    /// The records that are being written: one within itself is left open.
    open: Vec<RecordId>,
    left: usize,
}

impl Writer<'_> {
    fn schema(&mut self, ty: &Type) -> Schema {
        let mut schema = match &ty.kind {
            Inferred::Any => Schema::default(),
            Inferred::Null => Schema::of(Kind::Null),
            Inferred::Boolean => Schema::of(Kind::Boolean),
            Inferred::Integer(_) => Schema::of(Kind::Integer),
            Inferred::Number => Schema::of(Kind::Number),
            Inferred::String(format) => Schema {
                format: format
                    .and_then(ichiban_schema::Format::json_schema_name)
                    .map(str::to_owned),
                ..Schema::of(Kind::String)
            },
            // Examples do not show that there are no other values.
            Inferred::Enum(_) => Schema::of(Kind::String),
            Inferred::Array(item) => self.array(item),
            Inferred::Tuple(items) => {
                let mut union = Schema::default();
                for item in items {
                    self.join(&mut union, item);
                }
                Schema::array(union)
            }
            Inferred::Map(value) => {
                let value = self.schema(value);
                Schema {
                    additional: (!value.is_open()).then(|| Box::new(value)),
                    ..Schema::of(Kind::Object)
                }
            }
            Inferred::Record(id) => self.record(*id),
            Inferred::Union(id) => {
                let mut union = Schema::default();
                for member in &self.types.union(*id).members {
                    self.join(&mut union, member);
                }
                union
            }
        };
        if ty.nullable && !schema.kinds.is_empty() {
            schema.admit(Kind::Null);
        }
        schema
    }

    fn array(&mut self, item: &Type) -> Schema {
        let item = self.schema(item);
        if item.is_open() {
            Schema::of(Kind::Array)
        } else {
            Schema::array(item)
        }
    }

    fn record(&mut self, id: RecordId) -> Schema {
        let record = self.types.record(id);
        let mut schema = Schema::of(Kind::Object);
        if self.open.contains(&id) || self.left < record.fields.len() {
            return schema;
        }
        self.left -= record.fields.len();
        self.open.push(id);
        for field in &record.fields {
            schema.properties.push(Property {
                name: field.name.clone(),
                required: !field.optional,
                schema: self.schema(&field.ty),
                ..Property::default()
            });
        }
        self.open.pop();
        schema
    }

    /// Lets a schema hold another type as well.
    fn join(&mut self, union: &mut Schema, ty: &Type) {
        let member = self.schema(ty);
        for kind in member.kinds {
            union.admit(kind);
        }
        if union.properties.is_empty() {
            union.properties = member.properties;
        }
        union.items = union.items.take().or(member.items);
        union.additional = union.additional.take().or(member.additional);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn examples_of_one_thing_have_one_schema() {
        let first = json!({"id": "0b9e6b1c-7a53-4c0e-9d1d-0c5d8d3f2a11", "tags": ["a"], "owner": {"name": "A"}});
        let second = json!({"id": "1b9e6b1c-7a53-4c0e-9d1d-0c5d8d3f2a12", "tags": [], "owner": null, "size": 3});
        let schema = infer(&[&first, &second]).to_json();
        assert_eq!(schema["required"], json!(["id", "tags", "owner"]));
        assert_eq!(
            schema["properties"]["id"],
            json!({"type": "string", "format": "uuid"})
        );
        assert_eq!(
            schema["properties"]["owner"]["type"],
            json!(["null", "object"])
        );
        assert_eq!(schema["properties"]["size"]["type"], "integer");
    }

    #[test]
    fn names_that_are_data_are_no_members_but_those_of_a_body_are() {
        let by_id: serde_json::Map<_, _> = (0..40)
            .map(|number| (format!("{number:08x}"), json!({"state": "on"})))
            .collect();
        let value = Value::Object(by_id);
        let schema = infer(&[&value]).to_json();
        assert!(schema.get("properties").is_none(), "{schema}");
        assert_eq!(schema["additionalProperties"]["type"], "object");
        assert_eq!(members(&[&value]).len(), 40);
    }

    #[test]
    fn a_record_within_itself_ends() {
        let value = json!({"name": "a", "children": [{"name": "b", "children": [{"name": "c", "children": []}]}]});
        let schema = infer(&[&value]).to_json();
        assert_eq!(schema["properties"]["children"]["type"], "array");
    }
}
