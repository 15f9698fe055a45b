use serde_json::json;

use super::*;
use crate::{IntegerRange, Kind, Type};

fn declared(document: &Value) -> Types {
    Types::declared(document, "root", true).unwrap()
}

/// The types in words: enough to see what they are.
fn told(types: &Types) -> String {
    let mut lines = vec![format!("{}: {}", types.name, ty(types, &types.root))];
    lines.extend(types.records().iter().map(|record| {
        let tag = record.tag.as_ref();
        let tag = tag.map(|tag| format!(" [{}={}]", tag.field, tag.value));
        let fields = record.fields.iter().map(|field| {
            let mark = if field.optional { "?" } else { "" };
            format!(" {}{mark} {}", field.name, ty(types, &field.ty))
        });
        let fields: String = fields.collect();
        format!("{}{}:{fields}", record.name, tag.unwrap_or_default())
    }));
    let enums = types.enums().iter();
    lines.extend(enums.map(|it| format!("{} = {}", it.name, it.values.join(" "))));
    lines.extend(types.unions().iter().map(|it| {
        let members: Vec<_> = it.members.iter().map(|it| ty(types, it)).collect();
        format!("{} = {}", it.name, members.join(" | "))
    }));
    lines.join("\n") + "\n"
}

fn ty(types: &Types, it: &Type) -> String {
    let kind = match &it.kind {
        Kind::Record(id) => types.record(*id).name.clone(),
        Kind::Enum(id) => types.enumeration(*id).name.clone(),
        Kind::Union(id) => types.union(*id).name.clone(),
        Kind::Array(item) => format!("[{}]", ty(types, item)),
        Kind::Map(item) => format!("{{{}}}", ty(types, item)),
        Kind::Tuple(items) => {
            let items: Vec<_> = items.iter().map(|it| ty(types, it)).collect();
            format!("({})", items.join(" "))
        }
        Kind::Any => "any".to_owned(),
        Kind::Null => "null".to_owned(),
        Kind::Boolean => "bool".to_owned(),
        Kind::Integer(IntegerRange::Int32) => "i32".to_owned(),
        Kind::Integer(_) => "int".to_owned(),
        Kind::Number => "number".to_owned(),
        Kind::String(None) => "string".to_owned(),
        Kind::String(Some(format)) => format.json_schema_name().unwrap_or("integer").to_owned(),
    };
    format!("{kind}{}", if it.nullable { "|null" } else { "" })
}

#[test]
fn properties_are_fields() {
    let types = declared(&json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "An order of ours",
        "type": "object",
        "properties": {
            "id": {"type": "integer", "minimum": 1, "maximum": 1000},
            "placed": {"type": "string", "format": "date-time"},
            "status": {"enum": ["open", "paid", "sent"]},
            "note": {"type": ["string", "null"]},
            "total": {"type": "number"},
            "lines": {"type": "array", "items": {"properties": {"sku": {"type": "string"}}, "required": ["sku"]}},
            "at": {"type": "array", "prefixItems": [{"type": "number"}, {"type": "boolean"}], "items": false},
            "labels": {"type": "object", "additionalProperties": {"type": "string"}},
            "free": {}
        },
        "required": ["id", "lines"]
    }));
    assert_eq!(
        told(&types),
        "Root: Root\n\
         Root: id i32 placed? date-time status? Status note? string|null total? number lines [Line] at? (number bool) labels? {string} free? any\n\
         Line: sku string\n\
         Status = open paid sent\n"
    );
}

#[test]
fn references_name_types_and_may_lead_back() {
    let types = declared(&json!({
        "$ref": "#/$defs/tree-node",
        "$defs": {
            "tree-node": {
                "type": "object",
                "required": ["value", "children"],
                "properties": {
                    "value": {"$ref": "#/$defs/id"},
                    "children": {"type": "array", "items": {"$ref": "#/$defs/tree-node"}}
                }
            },
            "id": {"type": "string", "format": "uuid"},
            "loop": {"$ref": "#/$defs/loop"}
        }
    }));
    assert_eq!(
        told(&types),
        "Root: Root\nRoot: value uuid children [Root]\n"
    );
}

#[test]
fn parts_are_put_together() {
    let types = declared(&json!({
        "definitions": {
            "Pet": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}},
            "Cat": {"allOf": [{"$ref": "#/definitions/Pet"}, {"properties": {"lives": {"type": "integer"}}, "required": ["lives"]}]}
        }
    }));
    assert_eq!(
        told(&types),
        "Root: Root\nRoot: Pet? Pet Cat? Cat\nPet: name string\nCat: name string lives int\n"
    );
}

#[test]
fn variants_are_told_apart_or_together() {
    let document = json!({
        "oneOf": [
            {"type": "object", "properties": {"kind": {"const": "circle"}, "radius": {"type": "number"}}, "required": ["kind", "radius"]},
            {"type": "object", "properties": {"kind": {"const": "square"}, "side": {"type": "number"}}, "required": ["kind", "side"]},
            {"type": "null"}
        ]
    });
    assert_eq!(
        told(&declared(&document)),
        "Root: RootItem|null\n\
         Circle [kind=circle]: kind string radius number\n\
         Square [kind=square]: kind string side number\n\
         RootItem = Circle | Square\n"
    );
    assert_eq!(
        told(&Types::declared(&document, "Shape", false).unwrap()),
        "Shape: ShapeItem|null\nShapeItem: kind Kind radius? number side? number\nKind = circle square\n"
    );
    let types = declared(
        &json!({"anyOf": [{"type": "string"}, {"type": "integer"}, {"type": "number"}, {"type": "array", "items": {"type": "string"}}]}),
    );
    assert_eq!(
        told(&types),
        "Root: RootItem\nRootItem = number | string | [string]\n"
    );
}

#[test]
fn an_openapi_document_is_its_schemas() {
    let types = declared(&json!({
        "openapi": "3.0.3",
        "components": {"schemas": {
            "Animal": {
                "oneOf": [{"$ref": "#/components/schemas/Dog"}, {"$ref": "#/components/schemas/Bird"}],
                "discriminator": {"propertyName": "type", "mapping": {"dog": "#/components/schemas/Dog"}}
            },
            "Dog": {"type": "object", "properties": {"type": {"type": "string"}, "owner": {"type": "string", "nullable": true}}},
            "Bird": {"type": "object", "properties": {"wings": {"type": "integer", "format": "int32"}}}
        }}
    }));
    assert_eq!(
        told(&types),
        "Root: Root\n\
         Root: Animal? Animal Dog? Dog Bird? Bird\n\
         AnimalDog [type=dog]: type string owner? string|null\n\
         AnimalBird [type=Bird]: wings? i32 type string\n\
         Dog: type? string owner? string|null\n\
         Bird: wings? i32\n\
         Animal = AnimalDog | AnimalBird\n"
    );
}

#[test]
fn what_operations_carry_is_named_after_them() {
    let types = declared(&json!({
        "openapi": "3.1.1",
        "paths": {"/crates/{id}": {
            "parameters": [],
            "post": {
                "operationId": "move-crate",
                "requestBody": {"content": {"application/json": {"schema": {"properties": {"bay": {"type": "string"}}}}}},
                "responses": {
                    "200": {"content": {"application/json": {"schema": {"type": "array", "items": {"properties": {"at": {"type": "number"}}}}}}},
                    "204": {"description": "nothing"},
                    "404": {"content": {"application/json": {"schema": {"properties": {"error": {"type": "string"}}}}}},
                    "500": {"content": {"text/plain": {"schema": {"type": "string"}}}}
                }
            }
        }}
    }));
    assert_eq!(
        told(&types),
        "Root: Root\n\
         Root: moveCrateRequest? MoveCrateRequest moveCrateResponse? [MoveCrateResponse] moveCrateResponse404? MoveCrateResponse404\n\
         MoveCrateRequest: bay? string\n\
         MoveCrateResponse: at? number\n\
         MoveCrateResponse404: error? string\n"
    );
}

#[test]
fn what_is_no_schema_is_refused() {
    let refused = |document| Types::declared(&document, "x", true).unwrap_err();
    assert_eq!(refused(json!([1])), Undeclared::NoSchema);
    assert_eq!(
        refused(json!({"openapi": "3.1.0", "paths": {}})),
        Undeclared::NoSchema
    );
    assert_eq!(
        refused(json!({"properties": {"a": {"$ref": "#/$defs/gone"}}})),
        Undeclared::Reference("#/$defs/gone".to_owned())
    );
}

#[test]
fn schemas_that_are_made_of_themselves_end() {
    for document in [
        json!({"$ref": "#"}),
        json!({"allOf": [{"$ref": "#"}], "properties": {"a": {"$ref": "#"}}}),
        json!({"anyOf": [{"$ref": "#"}, {"items": {"$ref": "#"}}]}),
        json!({"items": {"$ref": "#"}}),
        json!({"$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}}),
        json!({"oneOf": [{"properties": {"next": {"$ref": "#"}}}, {"properties": {"last": {"$ref": "#"}}}]}),
        json!({"properties": {"a": {"allOf": [{"$ref": "#"}], "properties": {"b": {"$ref": "#"}}}}}),
    ] {
        assert!(Types::declared(&document, "x", true).is_ok(), "{document}");
        assert!(Types::declared(&document, "x", false).is_ok(), "{document}");
    }
}
