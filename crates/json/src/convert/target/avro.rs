//! An Apache Avro 1.12 schema. A record is defined where it is first used.
//!
//! What Avro has no type for is a string of JSON, and says so: tuples, and what is not known.

use std::collections::HashSet;

use ichiban_schema::{EnumId, Format, IntegerRange, Kind, RecordId, Type, Types};
use ichiban_tool::{Choice, Setting, Settings};
use serde_json::{Map, Value, json};

use super::super::{
    format_types::FORMAT_TYPES,
    identifier::{Case, TypeNames, members},
};
use super::Target;

const NAMESPACE: Setting = Setting {
    name: "namespace",
    about: "The namespace",
    choice: Choice::Text("Model"),
};

pub(super) const TARGET: Target =
    Target::schema("avro", "Avro", "avsc", &[NAMESPACE, FORMAT_TYPES], write);

fn write(types: &Types, settings: &Settings) -> String {
    let names = TypeNames::new(types, &[], true);
    let mut target = Avro {
        types,
        names,
        records: HashSet::new(),
        enums: HashSet::new(),
        format_types: settings.flag(&FORMAT_TYPES),
    };
    let mut schema = target.ty(&types.root, false);
    if let Value::Object(members) = &mut schema
        && members.get("type") == Some(&json!("record"))
    {
        members.insert(
            "namespace".to_owned(),
            json!(settings.text(&NAMESPACE).trim()),
        );
    }
    format!("{schema:#}\n")
}

struct Avro<'a> {
    types: &'a Types,
    names: TypeNames,
    /// What has been defined already.
    records: HashSet<RecordId>,
    enums: HashSet<EnumId>,
    format_types: bool,
}

impl Avro<'_> {
    fn ty(&mut self, ty: &Type, optional: bool) -> Value {
        let nullable = optional || ty.nullable;
        let mut members = match &ty.kind {
            Kind::Null => vec![],
            Kind::Union(id) => {
                let types = self.types;
                types
                    .union(*id)
                    .members
                    .iter()
                    .map(|member| self.kind(&member.kind))
                    .collect()
            }
            kind => vec![self.kind(kind)],
        };
        if nullable {
            members.insert(0, json!("null"));
        }
        match members.len() {
            1 => members.remove(0),
            _ => Value::Array(members),
        }
    }

    fn kind(&mut self, kind: &Kind) -> Value {
        match kind {
            Kind::Null => json!("null"),
            Kind::Any | Kind::Tuple(_) => json!({ "type": "string", "logicalType": "json" }),
            Kind::Boolean => json!("boolean"),
            Kind::Integer(IntegerRange::Int32) => json!("int"),
            // A long has a sign.
            Kind::Integer(IntegerRange::UInt64) => {
                json!({ "type": "bytes", "logicalType": "decimal", "precision": 20, "scale": 0 })
            }
            Kind::Integer(IntegerRange::Big) | Kind::Number => json!("double"),
            Kind::Integer(_) => json!("long"),
            // Of what a string can hold, Avro has a type for this alone.
            Kind::String(Some(Format::Uuid)) if self.format_types => {
                json!({ "type": "string", "logicalType": "uuid" })
            }
            // A union is the members of the one around it, and never comes here.
            Kind::String(_) | Kind::Union(_) => json!("string"),
            Kind::Enum(id) => self.enumeration(*id),
            Kind::Array(item) => json!({ "type": "array", "items": self.ty(item, false) }),
            Kind::Map(value) => json!({ "type": "map", "values": self.ty(value, false) }),
            Kind::Record(id) => self.record(*id),
        }
    }

    fn enumeration(&mut self, id: EnumId) -> Value {
        let declared = self.types.enumeration(id);
        let legal = |value: &String| {
            value.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
                && value
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b == b'_')
        };
        if !declared.values.iter().all(legal) {
            return json!("string");
        }
        let name = self.names.enumeration(id);
        if !self.enums.insert(id) {
            return json!(name);
        }
        json!({ "type": "enum", "name": name, "symbols": declared.values })
    }

    fn record(&mut self, id: RecordId) -> Value {
        let name = self.names.record(id).to_owned();
        if !self.records.insert(id) {
            return json!(name);
        }
        let types = self.types;
        let record = types.record(id);
        let names = members(record.fields.iter().map(|f| f.name.as_str()), &[], |name| {
            let legal = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
                && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
            if legal {
                name.to_owned()
            } else {
                Case::Snake.apply(name, true)
            }
        });
        let mut fields = Vec::new();
        for (field, name) in record.fields.iter().zip(names) {
            let mut members = Map::new();
            members.insert("name".to_owned(), json!(name));
            if field.name != name {
                members.insert("doc".to_owned(), json!(format!("In JSON: {}", field.name)));
            }
            members.insert("type".to_owned(), self.ty(&field.ty, field.optional));
            if field.optional || field.ty.nullable {
                members.insert("default".to_owned(), Value::Null);
            }
            fields.push(Value::Object(members));
        }
        json!({ "type": "record", "name": name, "fields": fields })
    }
}
