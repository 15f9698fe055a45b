//! JSON Schema 2020-12, with a definition for each record and enum.

use ichiban_schema::{
    Format, IntegerRange, JsonSchema, Kind, Record, SchemaObject, SimpleType, Type, Types,
};
use ichiban_tool::{Choice, Setting, Settings};
use serde_json::{Number, Value};

use super::{MERGED, Target};

const CLOSED: Setting = Setting {
    name: "closed",
    about: "Refuse properties that the samples do not have",
    choice: Choice::Flag,
};

pub(super) const TARGET: Target = Target::schema(
    "json-schema",
    "JSON Schema",
    "json",
    &[CLOSED, MERGED],
    write,
);

fn write(types: &Types, settings: &Settings) -> String {
    let schema = schema(types, settings.flag(&CLOSED));
    // Every key is a string and nothing fails to serialise; an empty schema would be no lie.
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_else(|_| "true".to_owned());
    text.push('\n');
    text
}

/// The schema that accepts what the types hold. `closed` refuses other properties.
pub(crate) fn schema(types: &Types, closed: bool) -> JsonSchema {
    let mut root = ty(types, &types.root);
    root.schema = Some("https://json-schema.org/draft/2020-12/schema".to_owned());
    root.title = Some(types.name.clone());
    for declared in types.records() {
        root.definitions.insert(
            declared.name.clone(),
            record(types, declared, closed).into(),
        );
    }
    for declared in types.unions().iter().filter(|union| union.tag.is_some()) {
        let members = declared.members.iter();
        let of = SchemaObject {
            one_of: Some(members.map(|member| ty(types, member).into()).collect()),
            ..SchemaObject::default()
        };
        root.definitions.insert(declared.name.clone(), of.into());
    }
    for declared in types.enums() {
        let values = declared.values.iter().cloned().map(Value::String).collect();
        let of = SchemaObject {
            enumeration: Some(values),
            ..SchemaObject::of(SimpleType::String)
        };
        root.definitions.insert(declared.name.clone(), of.into());
    }
    root.into()
}

fn record(types: &Types, record: &Record, closed: bool) -> SchemaObject {
    let mut schema = SchemaObject::of(SimpleType::Object);
    for field in &record.fields {
        let mut of = ty(types, &field.ty);
        if let Some(tag) = record.tag.as_ref().filter(|tag| tag.field == field.name) {
            of.constant = Some(Value::String(tag.value.clone()));
        }
        schema.properties.insert(field.name.clone(), of.into());
        if !field.optional {
            schema.required.push(field.name.clone());
        }
    }
    if closed {
        schema.additional_properties = Some(JsonSchema::Bool(false));
    }
    schema
}

fn ty(types: &Types, ty: &Type) -> SchemaObject {
    let schema = kind(types, &ty.kind);
    if ty.nullable && ty.kind != Kind::Any {
        schema.or_null()
    } else {
        schema
    }
}

fn kind(types: &Types, kind: &Kind) -> SchemaObject {
    match kind {
        Kind::Any => SchemaObject::default(),
        Kind::Null => SchemaObject::of(SimpleType::Null),
        Kind::Boolean => SchemaObject::of(SimpleType::Boolean),
        Kind::Integer(range) => SchemaObject {
            minimum: (*range == IntegerRange::UInt64).then(|| Number::from(0)),
            ..SchemaObject::of(SimpleType::Integer)
        },
        Kind::Number => SchemaObject::of(SimpleType::Number),
        Kind::String(format) => SchemaObject {
            format: format.and_then(Format::json_schema_name).map(str::to_owned),
            pattern: (*format == Some(Format::Integer)).then(|| "^-?[0-9]+$".to_owned()),
            ..SchemaObject::of(SimpleType::String)
        },
        Kind::Enum(id) => SchemaObject::reference_to(&types.enumeration(*id).name),
        Kind::Array(item) => {
            let items = (item.kind != Kind::Any).then(|| ty(types, item).into());
            SchemaObject {
                items,
                ..SchemaObject::of(SimpleType::Array)
            }
        }
        Kind::Tuple(items) => {
            let length = items.len() as u64;
            SchemaObject {
                prefix_items: Some(items.iter().map(|item| ty(types, item).into()).collect()),
                items: Some(JsonSchema::Bool(false)),
                min_items: Some(length),
                max_items: Some(length),
                ..SchemaObject::of(SimpleType::Array)
            }
        }
        Kind::Map(value) => {
            let of = (value.kind != Kind::Any).then(|| ty(types, value).into());
            SchemaObject {
                additional_properties: of,
                ..SchemaObject::of(SimpleType::Object)
            }
        }
        Kind::Record(id) => SchemaObject::reference_to(&types.record(*id).name),
        Kind::Union(id) if types.union(*id).tag.is_some() => {
            SchemaObject::reference_to(&types.union(*id).name)
        }
        Kind::Union(id) => {
            let members = types.union(*id).members.iter();
            let members = members
                .map(|member| self::ty(types, member).into())
                .collect();
            SchemaObject {
                any_of: Some(members),
                ..SchemaObject::default()
            }
        }
    }
}
