//! Documents held to a schema while they arrive, beside a validator that reads them whole.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use ichiban_schema::{JsonSchema, Validator, Violation};
use ichiban_stream::json::{Limits, Parser};
use proptest::prelude::*;
use serde_json::{Value, json};

/// What is found in a text that comes in pieces of some bytes; how much of it had come by then.
fn find(schema: &Value, text: &str, piece: usize) -> Option<(Violation, usize)> {
    let schema: JsonSchema = serde_json::from_value(schema.clone()).unwrap();
    let validator = Validator::new(&schema).unwrap();
    let mut validation = validator.begin();
    let mut parser = Parser::new(Limits::default());
    let mut found = None;
    let mut read = 0;
    for bytes in text.as_bytes().chunks(piece) {
        read += bytes.len();
        let result = parser.push(bytes, &mut |event, span| {
            if let Err(violation) = validation.follow(&event, span) {
                found.get_or_insert((violation, read));
            }
        });
        result.unwrap();
    }
    parser.finish(&mut |event, span| {
        if let Err(violation) = validation.follow(&event, span) {
            found.get_or_insert((violation, read));
        }
    });
    assert_eq!(
        validation.is_satisfied(),
        found.is_none(),
        "{schema:?} {text}"
    );
    found
}

/// Cuts a text after the byte with which the violation is known, and tells the rest.
fn settled_by(schema: &Value, text: &str) -> (&'static str, String, String) {
    let (violation, read) = find(schema, text, 1).unwrap();
    let (before, _) = text.split_at(read);
    (violation.keyword, violation.pointer, before.to_owned())
}

#[test]
fn a_violation_is_known_with_the_byte_that_settles_it() {
    let person = json!({
        "type": "object",
        "properties": {
            "name": {"type": "string", "maxLength": 3},
            "level": {"enum": ["low", "lower", "high"]},
            "age": {"type": "integer", "minimum": 0},
            "tags": {"type": "array", "items": {"type": "string"}, "maxItems": 2},
        },
        "required": ["name"],
        "additionalProperties": false,
    });
    let cases = [
        ("[1]", "type", "", "["),
        (r#"{"name": 7.5}"#, "type", "/name", r#"{"name": 7.5}"#),
        (r#"{"name": {"a": 1}}"#, "type", "/name", r#"{"name": {"#),
        (
            r#"{"name": "Adam and Eve"}"#,
            "maxLength",
            "/name",
            r#"{"name": "Adam"#,
        ),
        (
            r#"{"level": "lost"}"#,
            "enum",
            "/level",
            r#"{"level": "los"#,
        ),
        (
            r#"{"level": "lowe"}"#,
            "enum",
            "/level",
            r#"{"level": "lowe""#,
        ),
        (
            r#"{"name": "A", "nick": 1}"#,
            "additionalProperties",
            "/nick",
            r#"{"name": "A", "nick""#,
        ),
        (
            r#"{"age": -1, "name": "A"}"#,
            "minimum",
            "/age",
            r#"{"age": -1,"#,
        ),
        (
            r#"{"age": 1.5, "name": "A"}"#,
            "type",
            "/age",
            r#"{"age": 1.5,"#,
        ),
        (
            r#"{"tags": ["a", "b", "c"]}"#,
            "maxItems",
            "/tags/2",
            r#"{"tags": ["a", "b", ""#,
        ),
        (r#"{"age": 3}"#, "required", "", r#"{"age": 3}"#),
    ];
    for (text, keyword, pointer, before) in cases {
        let found = settled_by(&person, text);
        assert_eq!(
            found,
            (keyword, pointer.to_owned(), before.to_owned()),
            "{text}"
        );
    }
}

#[test]
fn of_alternatives_the_last_to_fail_is_told() {
    let shape = json!({
        "anyOf": [
            {"type": "object", "properties": {"kind": {"const": "circle"}, "radius": {"type": "number"}},
             "required": ["kind", "radius"], "additionalProperties": false},
            {"type": "object", "properties": {"kind": {"const": "square"}, "side": {"type": "number"}},
             "required": ["kind", "side"], "additionalProperties": false},
        ]
    });
    assert_eq!(find(&shape, r#"{"kind": "square", "side": 2}"#, 1), None);
    let found = settled_by(&shape, r#"{"kind": "square", "radius": 2}"#);
    assert_eq!(
        found,
        (
            "additionalProperties",
            "/radius".to_owned(),
            r#"{"kind": "square", "radius""#.to_owned()
        )
    );
}

#[test]
fn references_lead_anywhere_in_the_document_and_to_themselves() {
    let tree = json!({
        "$ref": "#/$defs/a~1node",
        "$defs": {
            "a/node": {
                "type": "object",
                "properties": {"next": {"anyOf": [{"$ref": "#/$defs/a~1node"}, {"type": "null"}]}},
                "required": ["next"],
            }
        }
    });
    assert_eq!(
        find(&tree, r#"{"next": {"next": {"next": null}}}"#, 3),
        None
    );
    let (violation, _) = find(&tree, r#"{"next": {"next": {}}}"#, 3).unwrap();
    assert_eq!(
        (violation.keyword, violation.pointer.as_str()),
        ("required", "/next/next")
    );
}

#[test]
fn a_schema_that_says_nothing_is_refused() {
    let refused = |schema: Value| {
        let schema: JsonSchema = serde_json::from_value(schema).unwrap();
        Validator::new(&schema).unwrap_err()
    };
    assert_eq!(refused(json!({"$ref": "#"})).pointer, "");
    let circle = json!({"$ref": "#/$defs/a", "$defs": {"a": {"allOf": [{"$ref": "#/$defs/b"}]}, "b": {"$ref": "#/$defs/a"}}});
    assert!(refused(circle).reason.contains("itself"));
    assert_eq!(
        refused(json!({"items": {"$ref": "#/$defs/x"}})).pointer,
        "/items/$ref"
    );
    assert!(
        refused(json!({"$ref": "https://example.com/s"}))
            .reason
            .contains("not within")
    );
}

#[test]
fn what_is_not_held_to_is_told() {
    let schema: JsonSchema = serde_json::from_value(json!({
        "title": "Told", "x-own": 1,
        "properties": {"a": {"pattern": "^x"}, "b/c": {"uniqueItems": true, "if": {}}},
    }))
    .unwrap();
    let validator = Validator::new(&schema).unwrap();
    assert_eq!(
        validator.unchecked(),
        [
            "/properties/a/pattern",
            "/properties/b~1c/uniqueItems",
            "/properties/b~1c/if"
        ]
    );
}

#[test]
fn a_deep_document_takes_no_more_for_each_level() {
    let list = json!({"type": "array", "items": {"$ref": "#"}});
    let text = format!("{}{}", "[".repeat(500), "]".repeat(500));
    assert_eq!(find(&list, &text, 64), None);
    let broken = text.replace("[]", "[1]");
    assert_eq!(find(&list, &broken, 64).unwrap().0.pointer.len(), 2 * 500);
}

fn scalar() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(json!(null)),
        any::<bool>().prop_map(Value::from),
        (-3_i64..4).prop_map(Value::from),
        prop::sample::select(vec![0.5, 1.0, 1.5, -2.25]).prop_map(Value::from),
        prop::sample::select(vec!["", "a", "ab", "abc", "é漢"]).prop_map(Value::from),
    ]
}

fn document() -> impl Strategy<Value = Value> {
    scalar().prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(prop::sample::select(vec!["a", "b", "c"]), inner, 0..3)
                .prop_map(|members| json!(members)),
        ]
    })
}

fn keyword(inner: BoxedStrategy<Value>) -> impl Strategy<Value = (&'static str, Value)> {
    let types = prop::sample::select(vec![
        "null", "boolean", "integer", "number", "string", "array", "object",
    ]);
    let list = prop::collection::vec(inner.clone(), 1..3).prop_map(Value::from);
    let named =
        |value| prop::collection::btree_map(prop::sample::select(vec!["a", "b"]), value, 1..3);
    prop_oneof![
        3 => types.clone().prop_map(|one| ("type", json!(one))),
        2 => prop::collection::btree_set(types, 1..4).prop_map(|many| ("type", json!(many))),
        1 => prop::collection::vec(document(), 1..3).prop_map(|values| ("enum", json!(values))),
        1 => document().prop_map(|value| ("const", value)),
        1 => (-2_i64..3).prop_map(|limit| ("minimum", json!(limit))),
        1 => (-2_i64..3).prop_map(|limit| ("exclusiveMaximum", json!(limit))),
        1 => prop::sample::select(vec![0.5, 2.0]).prop_map(|of| ("multipleOf", json!(of))),
        1 => (0_u64..3).prop_map(|limit| ("maxLength", json!(limit))),
        1 => (0_u64..3).prop_map(|limit| ("minLength", json!(limit))),
        1 => (0_u64..3).prop_map(|limit| ("maxItems", json!(limit))),
        1 => (0_u64..3).prop_map(|limit| ("minItems", json!(limit))),
        1 => (0_u64..3).prop_map(|limit| ("maxProperties", json!(limit))),
        1 => (0_u64..2).prop_map(|limit| ("minProperties", json!(limit))),
        2 => named(inner.clone()).prop_map(|members| ("properties", json!(members))),
        1 => prop::collection::btree_set(prop::sample::select(vec!["a", "b", "c"]), 1..3)
            .prop_map(|names| ("required", json!(names))),
        1 => inner.clone().prop_map(|schema| ("additionalProperties", schema)),
        2 => inner.clone().prop_map(|schema| ("items", schema)),
        1 => list.clone().prop_map(|schemas| ("prefixItems", schemas)),
        2 => list.clone().prop_map(|schemas| ("anyOf", schemas)),
        1 => list.clone().prop_map(|schemas| ("oneOf", schemas)),
        1 => list.prop_map(|schemas| ("allOf", schemas)),
        1 => inner.prop_map(|schema| ("not", schema)),
    ]
}

fn schema() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(json!(true)),
        Just(json!(false)),
        Just(json!({"$ref": "#/$defs/d"}))
    ];
    leaf.prop_recursive(4, 32, 4, |inner| {
        prop::collection::vec(keyword(inner.boxed()), 0..4).prop_map(|keywords| {
            json!(
                keywords
                    .into_iter()
                    .collect::<std::collections::BTreeMap<_, _>>()
            )
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    /// The whole verdict is that of a validator that reads the document whole, however it is cut.
    #[test]
    fn verdicts_are_those_of_a_validator_of_whole_documents(
        schema in schema(),
        definition in prop_oneof![
            Just(json!({"type": ["string", "array"], "items": {"$ref": "#/$defs/d"}})),
            Just(json!({"oneOf": [{"type": "number"}, {"type": "object", "additionalProperties": {"$ref": "#/$defs/d"}}]})),
        ],
        document in document(),
        piece in 1_usize..9,
    ) {
        let schema = match schema {
            Value::Object(mut members) => {
                members.insert("$defs".to_owned(), json!({ "d": definition }));
                Value::Object(members)
            }
            other => json!({"allOf": [other], "$defs": { "d": definition }}),
        };
        let peer = jsonschema::draft202012::new(&schema).unwrap();
        let text = document.to_string();
        let found = find(&schema, &text, piece);
        prop_assert_eq!(found.is_none(), peer.is_valid(&document), "{} {:?}", schema, found);
        let whole = find(&schema, &text, usize::MAX);
        prop_assert_eq!(found.map(|(it, _)| (it.pointer, it.keyword)), whole.map(|(it, _)| (it.pointer, it.keyword)));
    }
}
