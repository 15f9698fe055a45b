//! Grammars beside the validator: what is valid is derived, and nothing else.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod gbnf;

use gbnf::Gbnf;
use ichiban_schema::{Grammar, JsonSchema, Validator};
use ichiban_stream::json::{Limits, Parser};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

fn validator(schema: &Value) -> Validator {
    let schema: JsonSchema = serde_json::from_value(schema.clone()).unwrap();
    Validator::new(&schema).unwrap()
}

fn grammar(schema: &Value) -> Grammar {
    Grammar::new(&validator(schema)).expect("something satisfies the schema")
}

/// Whether a text is a document that satisfies a schema.
fn is_valid(validator: &Validator, text: &str) -> bool {
    let mut validation = validator.begin();
    let mut parser = Parser::new(Limits::default());
    let mut violated = false;
    let mut duplicates = false;
    let pushed = parser.push(text.as_bytes(), &mut |event, span| {
        duplicates |= matches!(
            event,
            ichiban_stream::json::Event::Key { replaces: true, .. }
        );
        violated |= validation.follow(&event, span).is_err();
    });
    let end =
        parser.finish(&mut |event, span| violated |= validation.follow(&event, span).is_err());
    pushed.is_ok()
        && matches!(end, ichiban_stream::json::End::Complete)
        && !violated
        && validation.is_satisfied()
}

fn derives(schema: &Value, text: &str) -> bool {
    Gbnf::read(&grammar(schema).gbnf()).derives(text)
}

/// A schema and documents that satisfy it, members in its order.
fn pair() -> impl Strategy<Value = (Value, Value)> {
    let word = || "[a-c\"\\\\é🚀\n]{0,4}";
    let leaf = prop_oneof![
        (word(), 0_u64..4, 0_u64..4).prop_map(|(text, less, more)| {
            let length = text.chars().count() as u64;
            (json!({"type": "string", "minLength": length.saturating_sub(less), "maxLength": length + more}), json!(text))
        }),
        word().prop_map(|text| (json!({"type": ["string", "null"]}), json!(text))),
        (any::<i32>(), 0_i64..2000, 0_i64..2000).prop_map(|(number, less, more)| {
            let number = i64::from(number) >> (number & 31);
            (json!({"type": "integer", "minimum": number - less, "maximum": number + more}), json!(number))
        }),
        (-3000_i64..3000, 1_i64..400).prop_map(|(number, less)| (json!({"type": "integer", "exclusiveMinimum": number - less}), json!(number))),
        (-3000_i64..3000, 0_i64..400).prop_map(|(number, more)| (json!({"type": "integer", "maximum": number + more}), json!(number))),
        (-1e6..1e6_f64).prop_map(|number| (json!({"type": "number"}), json!(number))),
        any::<bool>().prop_map(|value| (json!({"type": "boolean"}), json!(value))),
        Just((json!({"type": "null"}), json!(null))),
        Just((json!({}), json!({"any": [1, "x", {"a": null}]}))),
        Just((json!(true), json!([true, -1.5e-7]))),
        (word(), word()).prop_map(|(one, other)| (json!({"enum": [one, 1, null, {"k": [other]}]}), json!({"k": [other]}))),
        word().prop_map(|text| (json!({"const": text}), json!(text))),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            // Objects: each member needed, allowed or left out, then others or none.
            (
                prop::collection::vec((inner.clone(), 0..3_u8), 0..9),
                prop::option::of((inner.clone(), 0..3_usize)),
            )
                .prop_map(|(members, others)| {
                    let (mut properties, mut required, mut document) = (Map::new(), Vec::new(), Map::new());
                    let names = ["a", "ab", "b", "\"", "abc", "é", "b\n", "x/y", "c"];
                    for (name, ((schema, value), kind)) in names.iter().zip(members) {
                        properties.insert((*name).to_owned(), schema);
                        if kind == 0 {
                            required.push(json!(name));
                        }
                        if kind < 2 {
                            document.insert((*name).to_owned(), value);
                        }
                    }
                    let mut schema = json!({"type": "object", "properties": properties, "required": required, "additionalProperties": false});
                    if let Some(((other, value), count)) = others {
                        schema["additionalProperties"] = other;
                        for name in ["abd", "", "\u{1}é"].iter().take(count) {
                            document.insert((*name).to_owned(), value.clone());
                        }
                    }
                    (schema, Value::Object(document))
                }),
            (prop::collection::vec(inner.clone(), 0..4), inner.clone(), 0..4_usize, 0..3_u64, 0..3_u64, any::<bool>()).prop_map(
                |(prefix, (rest, value), count, less, more, is_closed)| {
                    let (schemas, mut items): (Vec<Value>, Vec<Value>) = prefix.into_iter().unzip();
                    let mut schema = json!({"type": "array"});
                    if !schemas.is_empty() {
                        schema["prefixItems"] = json!(schemas);
                    }
                    if is_closed && !schemas.is_empty() {
                        items.truncate(count);
                        schema["items"] = json!(false);
                    } else {
                        items.extend(std::iter::repeat_n(value, count));
                        schema["items"] = rest;
                    }
                    let length = items.len() as u64;
                    schema["minItems"] = json!(length.saturating_sub(less));
                    schema["maxItems"] = json!(length + more);
                    (schema, json!(items))
                }
            ),
            (inner.clone(), inner.clone(), any::<bool>()).prop_map(|((one, value), (other, _), is_first)| {
                let alternatives = if is_first { json!([one, other]) } else { json!([other, one]) };
                (json!({"anyOf": alternatives}), value)
            }),
            (inner.clone(), inner).prop_map(|((one, value), (other, _))| {
                (json!({"$ref": "#/$defs/one", "$defs": {"one": one, "other": other}}), value)
            }).prop_map(|(schema, value)| (json!({"allOf": [schema["$defs"]["one"]]}), value)),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_is_valid_is_derived_and_what_is_derived_is_valid(
        (schema, document) in pair(),
        (_, other) in pair(),
        at in any::<prop::sample::Index>(),
        letter in prop::sample::select(vec!["", "0", "9", "-", "\"", "a", "}", "]", ",", ".5", "null"]),
    ) {
        let validator = validator(&schema);
        let text = document.to_string();
        prop_assert!(is_valid(&validator, &text), "the test's own document: {schema} {text}");
        let grammar = Grammar::new(&validator).expect("the document");
        prop_assert!(grammar.unexpressed().is_empty(), "{:?}", grammar.unexpressed());
        let gbnf = Gbnf::read(&grammar.gbnf());
        prop_assert!(gbnf.derives(&text), "not derived: {schema} {text}\n{}", grammar.gbnf());

        // Another document, and the same with one place changed.
        let place = text.floor_char_boundary(at.index(text.len()));
        let next = text.ceil_char_boundary(place + 1).min(text.len());
        let changed = format!("{}{letter}{}", &text[..place], &text[next..]);
        for text in [other.to_string(), changed] {
            if gbnf.derives(&text) {
                prop_assert!(is_valid(&validator, &text), "not valid: {schema} {text}\n{}", grammar.gbnf());
            }
        }
    }
}

#[test]
fn a_schema_may_refer_to_itself() {
    let tree = json!({
        "type": "object",
        "properties": {"name": {"type": "string"}, "children": {"type": "array", "items": {"$ref": "#"}}},
        "required": ["name"],
        "additionalProperties": false,
    });
    assert!(derives(
        &tree,
        r#"{"name": "a", "children": [{"name": "b"}, {"name": "c", "children": []}]}"#
    ));
    assert!(!derives(
        &tree,
        r#"{"name": "a", "children": [{"nam": "b"}]}"#
    ));
}

#[test]
fn schemas_that_hold_together_are_one_rule() {
    let schema = json!({
        "allOf": [
            {"type": "object", "properties": {"kind": {"enum": ["a", "b", "c"]}}, "required": ["kind"]},
            {"properties": {"kind": {"enum": ["b", "c", "d"]}, "size": {"type": "integer", "minimum": 3}}, "additionalProperties": false},
        ],
        "anyOf": [{"properties": {"kind": {"const": "b"}}}, {"properties": {"size": {"maximum": 5}}, "required": ["size"]}],
    });
    for (text, is_derived) in [
        (r#"{"kind": "b"}"#, true),
        (r#"{"kind": "b", "size": 77}"#, true),
        (r#"{"kind": "c", "size": 5}"#, true),
        (r#"{"kind": "c", "size": 6}"#, false),
        (r#"{"kind": "c"}"#, false),
        (r#"{"kind": "a", "size": 4}"#, false),
        (r#"{"kind": "b", "size": 2}"#, false),
    ] {
        assert_eq!(derives(&schema, text), is_derived, "{text}");
        assert_eq!(is_valid(&validator(&schema), text), is_derived, "{text}");
    }
}

#[test]
fn what_a_grammar_cannot_say_is_listed() {
    let schema = json!({
        "type": "object",
        "properties": {
            "price": {"type": "number", "minimum": 0.5, "multipleOf": 0.01},
            "name": {"type": "string", "pattern": "^a", "maxLength": 5000},
            "tags": {"type": "array", "uniqueItems": true},
            "either": {"oneOf": [{"type": "string"}, {"type": "string", "minLength": 3}]},
            "not": {"not": {"type": "null"}},
            "apart": {"oneOf": [{"type": "string"}, {"type": "integer"}]},
            "share": {"type": "number", "minimum": 0},
        },
        "maxProperties": 3,
    });
    assert_eq!(
        grammar(&schema).unexpressed(),
        [
            "/maxProperties",
            "/properties/either/oneOf",
            "/properties/name/maxLength",
            "/properties/name/pattern",
            "/properties/not/not",
            "/properties/price/minimum",
            "/properties/price/multipleOf",
            "/properties/tags/uniqueItems",
        ]
    );
}

#[test]
fn there_is_no_grammar_of_nothing() {
    for schema in [
        json!(false),
        json!({"type": "string", "minLength": 3, "maxLength": 2}),
        json!({"enum": [1, 2], "type": "string"}),
        json!({"type": "object", "properties": {"next": {"$ref": "#"}}, "required": ["next"]}),
    ] {
        assert!(Grammar::new(&validator(&schema)).is_none(), "{schema}");
    }
}

#[test]
fn lark_has_a_terminal_for_each_word() {
    let schema = json!({
        "type": "object",
        "properties": {"name": {"type": "string", "maxLength": 8}, "level": {"enum": ["low", "high"]}, "size": {"type": "integer", "minimum": 0}},
        "required": ["name", "level"],
        "additionalProperties": false,
    });
    let lark = grammar(&schema).lark();
    assert_eq!(
        lark,
        concat!(
            "start: \"{\" \"\\\"name\\\"\" \":\" name \",\" \"\\\"level\\\"\" \":\" LEVEL (\",\" \"\\\"size\\\"\" \":\" size)? \"}\"\n",
            "name: STRING\n",
            "STRING: /\"([^\"\\\\\\x00-\\x1f]|\\\\[\"\\\\\\/bfnrt]|\\\\u([0-9a-cA-Ce-fE-F][0-9a-fA-F]{3,3}|[dD][0-7][0-9a-fA-F]{2,2}|",
            "[dD][8-9a-bA-B][0-9a-fA-F]{2,2}\\\\u[dD][c-fC-F][0-9a-fA-F]{2,2})){0,8}\"/\n",
            "LEVEL: /\"low\"|\"high\"/\n",
            "size: INTEGER\n",
            "INTEGER: /0|[1-9][0-9]*/\n",
            "%ignore /[ \\t\\r\\n]{1,40}/\n",
        )
    );
}
