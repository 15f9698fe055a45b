//! Answers held to a schema while they are written, and tools that start before their call is whole.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use ichiban_model::strict::{Continuation, Strict, continuation};
use ichiban_model::tool_run::{Bounds, Startable, Step, ToolRuns};
use ichiban_model::{CallId, Ending, Event, Message, Request, Role, Wire, wire};
use ichiban_schema::Validator;
use proptest::prelude::*;
use serde_json::{Value, json};

fn validator(schema: Value) -> Validator {
    Validator::new(&serde_json::from_value(schema).unwrap()).unwrap()
}

fn person() -> Validator {
    validator(json!({
        "type": "object",
        "properties": {
            "name": {"type": "string", "maxLength": 8},
            "level": {"enum": ["low", "high"]},
            "tags": {"type": "array", "items": {"type": "string"}, "maxItems": 2},
            "age": {"type": "integer", "minimum": 0},
        },
        "required": ["name", "level"],
        "additionalProperties": false,
    }))
}

/// What is objected to in a text that comes in pieces, the piece it came with, and what is kept.
fn objection(text: &str, length: usize) -> Option<(String, usize, String)> {
    let validator = person();
    let mut strict = Strict::new(&validator);
    let mut read = 0;
    let letters: Vec<char> = text.chars().collect();
    for piece in letters.chunks(length) {
        let piece: String = piece.iter().collect();
        read += piece.len();
        if let Err(objection) = strict.push(&piece) {
            return Some((objection.pointer, read, strict.prefix().to_owned()));
        }
    }
    let objection = strict.finish().err()?;
    Some((objection.pointer, read, strict.prefix().to_owned()))
}

#[test]
fn a_violation_is_found_in_the_piece_that_holds_it() {
    for (text, pointer, read, prefix) in [
        (
            r#"{"name": "Ann", "nick": 1}"#,
            "/nick",
            r#"{"name": "Ann", "nick""#,
            r#"{"name": "Ann""#,
        ),
        (
            r#"{"name": "Ann", "level": "lot"}"#,
            "/level",
            r#"{"name": "Ann", "level": "lot"#,
            r#"{"name": "Ann", "level""#,
        ),
        (
            r#"{"tags": ["a", 7.5]}"#,
            "/tags/1",
            r#"{"tags": ["a", 7.5]"#,
            r#"{"tags": ["a""#,
        ),
        (
            r#"{"name": "Ann"}, "#,
            "",
            r#"{"name": "Ann"}"#,
            r#"{"name": "Ann""#,
        ),
        ("Sure! {", "", "S", ""),
    ] {
        let (at, bytes, kept) = objection(text, 1).unwrap();
        assert_eq!(
            (at.as_str(), &text[..bytes], kept.as_str()),
            (pointer, read, prefix)
        );
    }
    assert_eq!(objection(r#"{"name": "Ann", "level": "low"}"#, 3), None);
}

#[test]
fn an_answer_goes_on_from_what_was_well() {
    let validator = person();
    let mut strict = Strict::new(&validator);
    let objection = strict
        .push(r#"{"name": "Ann", "level": "medium", "age": 3}"#)
        .unwrap_err();
    let request = Request {
        messages: vec![Message::text(Role::User, "Who?")],
        ..Request::default()
    };
    let prefix = strict.prefix().to_owned();
    let next = continuation(&request, &prefix, &objection, Continuation::Prefill);
    assert_eq!(
        next.messages[1..],
        [Message::text(Role::Assistant, r#"{"name": "Ann", "level""#)]
    );
    let again = continuation(&request, &prefix, &objection, Continuation::Again);
    assert_eq!(again.messages.len(), 3);
    assert_eq!(again.messages[2].role, Role::User);

    strict.resume(Continuation::Prefill);
    strict.push(r#": "low"}"#).unwrap();
    strict.finish().unwrap();
    assert_eq!(strict.text(), r#"{"name": "Ann", "level": "low"}"#);
    assert!(strict.kept().0 >= 5);

    strict.resume(Continuation::Again);
    strict.push(r#"{"name": "Ann", "level": "high"}"#).unwrap();
    strict.finish().unwrap();
    assert_eq!(strict.text(), r#"{"name": "Ann", "level": "high"}"#);
}

fn answers() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        " ",
        "\n",
        "\"name\"",
        "\"level\"",
        "\"tags\"",
        "\"age\"",
        "\"low\"",
        "\"high\"",
        "\"é🚀\"",
        "\"a\\n\"",
        "12",
        "-1",
        "1.5",
        "null",
    ]);
    let member = prop::sample::select(vec![
        "\"name\": \"Ann\"",
        "\"level\": \"low\"",
        "\"level\": \"mid\"",
        "\"tags\": [\"a\", \"b\"]",
        "\"tags\": [1]",
        "\"age\": 7",
        "\"age\": -7",
        "\"other\": {}",
        "\"name\": \"Annabella é\"",
    ]);
    prop_oneof![
        prop::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat()),
        prop::collection::vec(member, 0..5)
            .prop_map(|members| format!("{{{}}}", members.join(", "))),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn what_is_kept_does_not_depend_on_the_pieces_and_can_go_on(text in answers(), length in 2_usize..9) {
        let found = objection(&text, 1);
        let in_pieces = objection(&text, length);
        prop_assert_eq!(
            found.as_ref().map(|(pointer, _, prefix)| (pointer, prefix)),
            in_pieces.as_ref().map(|(pointer, _, prefix)| (pointer, prefix))
        );
        if let Some((_, _, prefix)) = found {
            prop_assert!(text.starts_with(&prefix));
            prop_assert_eq!(prefix.trim_end(), prefix.as_str());
            let validator = person();
            let mut strict = Strict::new(&validator);
            prop_assert!(strict.push(&prefix).is_ok());
            // A number at the end may still grow.
            prop_assert!(prefix.starts_with(strict.prefix()));
        }
    }
}

fn tools() -> Vec<Startable> {
    vec![
        Startable {
            name: "write".to_owned(),
            needs: vec!["path".to_owned()],
            arguments: validator(json!({
                "type": "object",
                "properties": {"path": {"type": "string"}, "lines": {"type": "array", "items": {"type": "string"}}, "mode": {"enum": ["new", "add"]}},
                "required": ["path"],
            })),
        },
        Startable {
            name: "list".to_owned(),
            needs: Vec::new(),
            arguments: validator(json!({"type": "object"})),
        },
    ]
}

/// A body of Chat Completions in which each of some calls is written in these pieces, in turns.
fn body(calls: &[(&str, Vec<String>)], is_whole: bool) -> String {
    let mut body = String::new();
    let mut chunk = |value: Value| {
        let chunk = json!({"choices": [{"index": 0, "delta": {"tool_calls": [value]}}]});
        body.extend(["data: ", &chunk.to_string(), "\n\n"]);
    };
    for (index, (name, _)) in calls.iter().enumerate() {
        chunk(
            json!({"index": index, "id": format!("c{index}"), "type": "function", "function": {"name": name, "arguments": ""}}),
        );
    }
    let longest = calls
        .iter()
        .map(|(_, pieces)| pieces.len())
        .max()
        .unwrap_or(0);
    for turn in 0..longest {
        for (index, (_, pieces)) in calls.iter().enumerate() {
            if let Some(piece) = pieces.get(turn) {
                chunk(json!({"index": index, "function": {"arguments": piece}}));
            }
        }
    }
    if is_whole {
        body.push_str("data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"tool_calls\"}]}\n\ndata: [DONE]\n\n");
    }
    body
}

fn run(body: &[u8], length: usize, bounds: Bounds) -> (Vec<Step>, Option<Ending>) {
    let tools = tools();
    let mut runs = ToolRuns::new(&tools, bounds);
    let mut decoder = wire::openai_chat::OpenAiChat.decoder();
    let (mut steps, mut events) = (Vec::new(), Vec::new());
    for bytes in body.chunks(length.max(1)) {
        decoder.push(bytes, &mut events);
    }
    decoder.finish(&mut events);
    let mut ended = None;
    for event in &events {
        if let Event::Ended { ending } = event {
            ended = Some(ending.clone());
        }
        runs.follow(event, &mut steps);
    }
    (steps, ended)
}

fn pieces(text: &str, length: usize) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    letters
        .chunks(length)
        .map(|piece| piece.iter().collect())
        .collect()
}

#[test]
fn a_tool_starts_with_what_it_needs_and_is_handed_the_rest() {
    let call = CallId(0);
    let arguments = r#"{"path": "a.txt", "lines": ["one", "two"]}"#;
    let (steps, _) = run(
        body(&[("write", pieces(arguments, 4))], true).as_bytes(),
        50,
        Bounds::default(),
    );
    let supply = |path: &str, value: Value| Step::Supply {
        call,
        path: path.to_owned(),
        value,
    };
    assert_eq!(
        steps,
        [
            Step::Start {
                call,
                name: "write".to_owned(),
                arguments: json!({"path": "a.txt"}).as_object().unwrap().clone()
            },
            supply("/lines/0", json!("one")),
            supply("/lines/1", json!("two")),
            supply("/lines", json!(["one", "two"])),
            Step::Finish {
                call,
                arguments: serde_json::from_str(arguments).unwrap()
            },
        ]
    );
}

#[test]
fn a_call_that_goes_wrong_is_cancelled_and_the_others_go_on() {
    let runaway = format!("{{\"path\": \"b\", \"lines\": [\"{}\"]}}", "x".repeat(3000));
    let calls = [
        (
            "write",
            pieces(r#"{"path": "a", "mode": "overwrite", "lines": []}"#, 5),
        ),
        ("write", pieces(&runaway, 500)),
        ("erase", pieces("{}", 1)),
        ("write", pieces(r#"{"lines": []}"#, 3)),
        ("list", Vec::new()),
        ("write", pieces(r#"{"path": "c", "path": "d"}"#, 3)),
        ("write", pieces(r#"{"path": "ok"}"#, 2)),
    ];
    let bounds = Bounds {
        argument_bytes: 1000,
        calls: 10,
    };
    let (steps, _) = run(body(&calls, true).as_bytes(), 7, bounds);
    let cancelled: Vec<(u32, bool)> = steps
        .iter()
        .filter_map(|step| match step {
            Step::Cancel {
                call, was_started, ..
            } => Some((call.0, *was_started)),
            _ => None,
        })
        .collect();
    let mut sorted = cancelled.clone();
    sorted.sort_unstable();
    assert_eq!(
        sorted,
        [(0, true), (1, true), (2, false), (3, false), (5, true)]
    );
    let finished: Vec<u32> = steps
        .iter()
        .filter_map(|step| match step {
            Step::Finish { call, .. } => Some(call.0),
            _ => None,
        })
        .collect();
    assert_eq!(finished, [4, 6]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn each_call_ends_once_however_the_answer_is_cut(
        at in any::<prop::sample::Index>(),
        length in 1_usize..60,
        size in 1_usize..9,
        wrong in any::<bool>(),
    ) {
        let mode = if wrong { "wrong" } else { "add" };
        let first = format!("{{\"path\": \"é🚀\", \"lines\": [\"a\"], \"mode\": \"{mode}\"}}");
        let calls = [("write", pieces(&first, size)), ("list", pieces("{\"deep\": {\"a\": [1]}}", size)), ("write", pieces("{\"lines\": [], \"path\": \"z\"}", size))];
        let whole = body(&calls, true);
        let (steps, _) = run(whole.as_bytes(), length, Bounds::default());
        let (by_bytes, _) = run(whole.as_bytes(), 1, Bounds::default());
        prop_assert_eq!(&steps, &by_bytes);

        let (cut, ending) = run(&whole.as_bytes()[..at.index(whole.len())], length, Bounds::default());
        for call in (0..3).map(CallId) {
            let of = |step: &&Step| match step {
                Step::Start { call: of, .. } | Step::Supply { call: of, .. } | Step::Finish { call: of, .. } | Step::Cancel { call: of, .. } => *of == call,
            };
            let steps: Vec<&Step> = cut.iter().filter(of).collect();
            for (place, step) in steps.iter().enumerate() {
                prop_assert_eq!(matches!(step, Step::Finish { .. } | Step::Cancel { .. }), place + 1 == steps.len(), "{:?}", steps);
                prop_assert_eq!(matches!(step, Step::Start { .. }), place == 0 && !matches!(step, Step::Cancel { .. }), "{:?}", steps);
                if let Step::Cancel { was_started, .. } = step {
                    prop_assert_eq!(*was_started, place > 0);
                }
            }
        }
        prop_assert!(ending.is_some());
    }
}
