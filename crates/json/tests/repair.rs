//! Broken documents, and the values that were meant. `fixtures/repair` has one file for each way
//! of being broken, with a JSON object a line: the text, and its value.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fmt::Write;
use std::fs;
use std::path::Path;

use ichiban_json::repair::repair;
use proptest::prelude::*;

use serde_json::{Value, json};

#[test]
fn broken_documents_give_the_values_that_were_meant() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/repair");
    let (mut wrong, mut cases) = (String::new(), 0);
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        for line in fs::read_to_string(&path).unwrap().lines() {
            let case: Value = serde_json::from_str(line).unwrap();
            let broken = case["broken"].as_str().unwrap();
            cases += 1;
            let value = match repair(broken) {
                Ok(repaired) => serde_json::from_str(&repaired.text).unwrap_or_else(
                    |error| json!({ "not JSON": format!("{error}: {}", repaired.text) }),
                ),
                Err(diagnostic) => json!({ "failed": diagnostic.message }),
            };
            if value != case["value"] {
                writeln!(
                    wrong,
                    "{name}: {broken:?}\n  is     {value}\n  wanted {}",
                    case["value"]
                )
                .unwrap();
            }
        }
    }
    assert!(cases > 200, "only {cases} cases were found");
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn what_was_escaped_once_too_often_has_escapes_too() {
    for (broken, value) in [
        (r#"[\"a\\\"b\"]"#, json!(["a\"b"])),
        (r#"[\"a\\nb\"]"#, json!(["a\nb"])),
        (r#"[\"a\\\\b\"]"#, json!(["a\\b"])),
        (r#"[\"a\\\\\"]"#, json!(["a\\"])),
        (r#"[\"a\\]b\"]"#, json!(["a]b"])),
        (
            r#"{\"a\": \"C:\\\\x\\\\\", \"b\": 1}"#,
            json!({"a": "C:\\x\\", "b": 1}),
        ),
    ] {
        let repaired = repair(broken).unwrap();
        let is: Value = serde_json::from_str(&repaired.text).unwrap();
        assert_eq!(is, value, "{broken}");
    }
    // Cut off where it looks like that.
    for cut in [r#"["\"\",\\]"#, r#"{"a": "\"\",\\']"#] {
        let repaired = repair(cut).unwrap();
        assert!(
            serde_json::from_str::<Value>(&repaired.text).is_ok(),
            "{}",
            repaired.text
        );
    }
}

#[test]
fn a_valid_document_comes_back_to_the_byte() {
    for text in [
        "{}",
        " [1.0e5,\t\"\\u00e9\"]\r\n",
        "-0",
        "{\"a\":1,\"a\":2}",
    ] {
        let repaired = repair(text).unwrap();
        assert_eq!(
            (repaired.text.as_str(), repaired.changes),
            (text, Vec::new())
        );
    }
}

#[test]
fn changes_name_their_place() {
    let repaired = repair("{\r\n  \"é\": 'x',\r\n  b: [1, 2,]\r\n}").unwrap();
    let changes: Vec<String> = repaired.changes.iter().map(ToString::to_string).collect();
    assert_eq!(
        changes,
        [
            "line 2, column 8: replaced quotes by double quotes",
            "line 2, column 10: replaced quotes by double quotes",
            "line 3, column 3: added missing quotes",
            "line 3, column 4: added missing quotes",
            "line 3, column 11: removed an extra comma",
        ]
    );
    assert_eq!(
        repaired.text,
        "{\r\n  \"é\": \"x\",\r\n  \"b\": [1, 2]\r\n}"
    );
}

#[test]
fn nothing_is_made_of_nothing() {
    for text in ["", "  \n", ",", "}", "/* only */"] {
        assert!(repair(text).is_err(), "{text:?}");
    }
}

/// A document, written with mistakes.
fn any_document() -> impl Strategy<Value = Value> {
    let scalar = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        "[a-z \"',:\\[\\]{}\\\\\n]{0,8}".prop_map(Value::from),
    ];
    scalar.prop_recursive(4, 32, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec(("[a-z]{1,4}", inner), 0..5)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Commas too many lose nothing.
    #[test]
    fn trailing_commas_change_no_value(value in any_document()) {
        let mut broken = String::new();
        write_with_commas(&value, &mut broken);
        let repaired = repair(&broken).unwrap();
        prop_assert_eq!(serde_json::from_str::<Value>(&repaired.text).unwrap(), value);
    }

    /// A document cut anywhere is repaired, and one that was valid comes back as it is.
    #[test]
    fn a_prefix_of_a_document_is_repaired(value in any_document(), cut in any::<prop::sample::Index>()) {
        let text = serde_json::to_string_pretty(&value).unwrap();
        let ends: Vec<usize> = (1..=text.len()).filter(|at| text.is_char_boundary(*at)).collect();
        let prefix = &text[..*cut.get(&ends)];
        let repaired = repair(prefix).unwrap();
        prop_assert!(serde_json::from_str::<Value>(&repaired.text).is_ok());
        if prefix.len() == text.len() {
            prop_assert_eq!(repaired.text, text);
        }
    }

    /// Whatever comes, the outcome is JSON or an error, and repairing again changes nothing.
    #[test]
    fn what_is_repaired_is_valid(text in "[\\[\\]{}:,\"'`\\\\/*#+.()a-z0-9 \n“”&;=-]{0,60}") {
        if let Ok(repaired) = repair(&text) {
            prop_assert!(serde_json::from_str::<Value>(&repaired.text).is_ok(), "{}", repaired.text);
            prop_assert_eq!(&repair(&repaired.text).unwrap().text, &repaired.text);
        }
    }
}

fn write_with_commas(value: &Value, out: &mut String) {
    match value {
        Value::Array(items) => {
            out.push('[');
            for item in items {
                write_with_commas(item, out);
                out.push_str(" ,\n");
            }
            out.push(']');
        }
        Value::Object(members) => {
            out.push('{');
            for (name, value) in members {
                write!(out, "{name:?}: ").unwrap();
                write_with_commas(value, out);
                out.push(',');
            }
            out.push('}');
        }
        scalar => out.push_str(&scalar.to_string()),
    }
}
