use ichiban_engine::docs::form::{Entry, problems, read, write};
use serde_json::json;

use super::*;

fn made(schema: &Value) -> Field {
    made_of(&json!({}), schema)
}

fn made_of(document: &Value, schema: &Value) -> Field {
    Making::new(document, false).field("", schema, true, 0)
}

fn members(field: &Field) -> &[Field] {
    match &field.shape {
        Shape::Group(group) => &group.members,
        _ => &[],
    }
}

#[test]
fn a_schema_makes_the_controls_that_fit_it() {
    let field = made(
        &json!({ "type": "object", "required": ["name"], "properties": {
        "name": { "type": "string", "minLength": 2, "maxLength": 9, "pattern": "^a" },
        "day": { "type": ["string", "null"], "format": "date", "description": "When" },
        "count": { "type": "integer", "minimum": 1, "exclusiveMaximum": 9, "default": 3 },
        "ratio": { "type": "number", "multipleOf": 0.5 },
        "is": { "type": "boolean" },
        "kind": { "enum": ["a", 1, null] },
        "tags": { "type": "array", "items": { "type": "string" }, "maxItems": 3, "uniqueItems": true },
        "owner": { "type": "object", "properties": { "id": { "type": "integer" } } },
        "mixed": { "type": ["string", "integer"] },
        "free": {},
        "id": { "type": "string", "readOnly": true }
    } }),
    );
    let [
        name,
        day,
        count,
        ratio,
        is,
        kind,
        tags,
        owner,
        mixed,
        free,
        _,
    ] = members(&field)
    else {
        panic!("{field:?}");
    };
    assert!(name.required && !day.required && day.nullable && !name.nullable);
    assert_eq!(day.description, "When");
    assert_eq!(
        name.shape,
        Shape::Text(Text {
            least: Some(2),
            most: Some(9),
            pattern: Some("^a".to_owned()),
            format: String::new(),
        })
    );
    assert_eq!(count.sample.as_deref(), Some("3"));
    assert_eq!(
        count.shape,
        Shape::Number(Number {
            is_integer: true,
            least: Some((1.0, false)),
            most: Some((9.0, true)),
            step: None,
        })
    );
    assert!(matches!(ratio.shape, Shape::Number(_)));
    assert_eq!(is.shape, Shape::Boolean);
    assert!(kind.nullable);
    assert_eq!(
        kind.shape,
        Shape::Choice(vec!["\"a\"".to_owned(), "1".to_owned()])
    );
    assert!(matches!(&tags.shape, Shape::List(list) if list.is_unique && list.most == Some(3)));
    assert_eq!(members(owner).len(), 1);
    assert_eq!(mixed.shape, Shape::Json(Open::Several));
    assert_eq!(free.shape, Shape::Json(Open::Anything));
}

#[test]
fn references_parts_and_alternatives_are_looked_into() {
    let document = json!({ "components": { "schemas": {
        "Base": { "type": "object", "required": ["id"], "properties": { "id": { "type": "integer" } } },
        "Colour": { "oneOf": [{ "const": "red", "title": "Red" }, { "const": "blue" }] }
    } } });
    let field = made_of(
        &document,
        &json!({ "allOf": [
            { "$ref": "#/components/schemas/Base" },
            { "properties": {
                "colour": { "$ref": "#/components/schemas/Colour", "description": "Its colour" },
                "base": { "anyOf": [{ "$ref": "#/components/schemas/Base" }, { "type": "null" }] },
                "either": { "oneOf": [{ "type": "string" }, { "type": "integer" }] }
            } }
        ] }),
    );
    let [id, colour, base, either] = members(&field) else {
        panic!("{field:?}");
    };
    assert!(id.required);
    assert_eq!(colour.description, "Its colour");
    assert_eq!(
        colour.shape,
        Shape::Choice(vec!["\"red\"".to_owned(), "\"blue\"".to_owned()])
    );
    assert!(base.nullable);
    assert_eq!(members(base).len(), 1);
    assert_eq!(either.shape, Shape::Json(Open::Several));
}

#[test]
fn what_refers_to_itself_and_what_goes_on_is_json_at_that_place() {
    let document = json!({ "components": { "schemas": {
        "Node": { "type": "object", "properties": {
            "name": { "type": "string" },
            "next": { "$ref": "#/components/schemas/Node" },
            "all": { "type": "array", "items": { "$ref": "#/components/schemas/Node" } }
        } },
        "Loop": { "$ref": "#/components/schemas/Loop" },
        "Part": { "allOf": [{ "$ref": "#/components/schemas/Part" }] }
    } } });
    let node = made_of(&document, &json!({ "$ref": "#/components/schemas/Node" }));
    let [_, next, all] = members(&node) else {
        panic!("{node:?}");
    };
    assert_eq!(next.shape, Shape::Json(Open::Recursive));
    assert!(
        matches!(&all.shape, Shape::List(list) if list.items.shape == Shape::Json(Open::Recursive))
    );
    for name in ["Loop", "Part"] {
        let field = made_of(
            &document,
            &json!({ "$ref": format!("#/components/schemas/{name}") }),
        );
        assert_eq!(field.shape, Shape::Json(Open::Recursive), "{name}");
    }
    let deep = (0..40).fold(
        json!({ "type": "string" }),
        |inner, _| json!({ "type": "object", "properties": { "a": inner } }),
    );
    let mut field = &made(&deep);
    let mut depth = 0;
    while let [inner] = members(field) {
        field = inner;
        depth += 1;
    }
    assert_eq!(depth, DEPTH);
    assert_eq!(field.shape, Shape::Json(Open::TooMuch));
    let wide: Map<String, Value> = (0..2_000)
        .map(|at| (format!("m{at}"), json!({ "type": "integer" })))
        .collect();
    let wide = made(&json!({ "properties": wide, "additionalProperties": false }));
    assert_eq!(members(&wide).len(), FIELDS as usize);
    let whole = json!({ "m1999": 1 });
    let text = write(&wide, &read(&wide, &whole)).unwrap();
    assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), whole);
}

#[test]
fn a_form_of_the_web_has_files_in_parts_alone() {
    let document = |media: &str| {
        json!({ "servers": [{ "url": "https://a.example" }], "paths": { "/a": { "post": {
            "requestBody": { "required": true, "content": { (media): { "schema": {
                "type": "object", "properties": { "file": { "type": "string", "format": "binary" } }
            } } } } } } } })
    };
    let shape = |media: &str| {
        let body = form(&document(media), "POST", "/a").body.unwrap();
        assert_eq!(body.encoding, Encoding::Pairs);
        assert!(body.field.required);
        members(&body.field)[0].shape.clone()
    };
    assert_eq!(shape("multipart/form-data"), Shape::File);
    assert!(matches!(
        shape("application/x-www-form-urlencoded"),
        Shape::Text(_)
    ));
}

#[test]
fn the_body_begins_with_what_the_document_shows() {
    let document = json!({ "servers": [{ "url": "https://a.example" }], "paths": { "/a": { "post": {
        "parameters": [{ "name": "n", "in": "query", "required": true, "description": "How many",
            "schema": { "type": "integer", "maximum": 5 } }],
        "requestBody": { "content": { "application/json": {
            "examples": { "one": { "value": { "name": "Ada" } } },
            "schema": { "type": "object", "properties": {
                "name": { "type": "string" }, "age": { "type": "integer" } } }
        } } }
    } } } });
    let form = form(&document, "POST", "/a");
    let body = form.body.unwrap();
    let value = serde_json::from_str(&body.sample).unwrap();
    let entry = read(&body.field, &value);
    assert_eq!(
        entry,
        Entry::Group(
            vec![Entry::Text("Ada".to_owned()), Entry::Absent],
            Vec::new()
        )
    );
    assert!(problems(&body.field, &entry).is_empty());
    let field = &form.fields[0].field;
    assert_eq!(field.description, "How many");
    assert!(matches!(&field.shape, Shape::Number(limits) if limits.most == Some((5.0, false))));
}
