//! An answer of which only what is well is told, and which goes on after a mistake.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use ichiban_model::strict::Objection;
use ichiban_model::{Ending, Event, Message, Output, Request, Role, StrictAnswer, Usage};
use proptest::prelude::*;
use serde_json::{Value, json};

fn request() -> Request {
    Request {
        messages: vec![Message::text(Role::User, "Who?")],
        output: Output::JsonSchema {
            name: "people".to_owned(),
            schema: json!({
                "type": "object",
                "properties": {
                    "people": {"type": "array", "items": {
                        "type": "object",
                        "properties": {"name": {"type": "string"}, "level": {"enum": ["low", "high"]}, "age": {"type": "integer"}},
                        "required": ["name", "level"],
                        "additionalProperties": false,
                    }},
                },
                "required": ["people"],
                "additionalProperties": false,
            }),
            strict: true,
        },
        ..Request::default()
    }
}

/// What is told of an attempt that comes in pieces of that many characters.
fn attempt(
    answer: &mut StrictAnswer,
    text: &str,
    length: usize,
    told: &mut String,
) -> Result<(), Objection> {
    let letters: Vec<char> = text.chars().collect();
    let mut take = |events: &mut Vec<Event>, outcome: Result<(), Objection>| {
        for event in events.drain(..) {
            if let Event::TextDelta { text } = event {
                told.push_str(&text);
            }
        }
        outcome
    };
    for piece in letters.chunks(length.max(1)) {
        let mut events = vec![Event::TextDelta {
            text: piece.iter().collect(),
        }];
        let outcome = answer.take(&mut events);
        take(&mut events, outcome)?;
    }
    let mut events = Vec::new();
    let outcome = answer.finish(&Ending::Complete, &mut events);
    take(&mut events, outcome)
}

const RIGHT: &str = r#"{"people": [{"name": "Ann é🚀", "level": "low", "age": 12}, {"name": "B\n", "level": "high"}]}"#;

#[test]
fn what_wraps_a_document_is_left_out() {
    for text in [
        RIGHT.to_owned(),
        format!("```json\n{RIGHT}\n```\n"),
        format!("Here it is:\n\n{RIGHT}\n\nIs there anything else {{I}} can do?"),
    ] {
        for length in 1..40 {
            let mut told = String::new();
            let mut answer = StrictAnswer::to(&request(), false).unwrap();
            attempt(&mut answer, &text, length, &mut told).unwrap();
            assert_eq!(told, RIGHT, "{text} in pieces of {length}");
        }
    }
}

#[test]
fn prose_without_a_document_is_stopped() {
    let prose = "I would rather tell a story. ".repeat(100);
    let mut answer = StrictAnswer::to(&request(), false).unwrap();
    let mut events = vec![Event::TextDelta { text: prose }];
    answer.take(&mut events).unwrap_err();
    assert_eq!(events, []);
    let next = answer
        .resume(&answer_objection(), &mut events)
        .expect("it may go on");
    assert_eq!(next.messages.len(), 2);
}

fn answer_objection() -> Objection {
    Objection {
        pointer: String::new(),
        message: "it is wrong".to_owned(),
    }
}

#[test]
fn an_answer_that_is_not_whole_is_not_complete() {
    for end in 0..RIGHT.len() {
        let Some(text) = RIGHT.get(..end) else {
            continue;
        };
        let mut told = String::new();
        let mut answer = StrictAnswer::to(&request(), false).unwrap();
        attempt(&mut answer, text, 7, &mut told).unwrap_err();
        assert!(RIGHT.starts_with(&told));
    }
}

#[test]
fn usage_is_that_of_all_requests() {
    let mut answer = StrictAnswer::to(&request(), false).unwrap();
    let usage = |input_tokens, output_tokens| Usage {
        input_tokens,
        output_tokens,
        ..Usage::default()
    };
    let mut events = vec![
        Event::Usage(usage(10, 3)),
        Event::TextDelta {
            text: "{\"people\": 1}".to_owned(),
        },
    ];
    let objection = answer.take(&mut events).unwrap_err();
    answer.resume(&objection, &mut events).unwrap();
    events.clear();
    events.push(Event::Usage(usage(20, 5)));
    answer.take(&mut events).unwrap();
    assert_eq!(events, [Event::Usage(usage(30, 8))]);
}

#[test]
fn what_is_not_strict_is_left_alone() {
    let mut loose = request();
    let Output::JsonSchema { strict, .. } = &mut loose.output else {
        panic!("a schema");
    };
    *strict = false;
    assert!(StrictAnswer::to(&loose, true).is_none());
    assert!(StrictAnswer::to(&Request::default(), true).is_none());
}

#[test]
fn a_prefix_goes_with_the_schema_in_words() {
    let mut answer = StrictAnswer::to(&request(), true).unwrap();
    let mut told = String::new();
    let objection = attempt(
        &mut answer,
        r#"{"people": [{"name": "Ann", "age": "old"}]}"#,
        3,
        &mut told,
    )
    .unwrap_err();
    assert_eq!(told, r#"{"people": [{"name": "Ann", "age""#);
    let mut events = Vec::new();
    let next = answer.resume(&objection, &mut events).unwrap();
    assert_eq!(next.output, Output::Text);
    assert_eq!(
        next.messages.last().unwrap(),
        &Message::text(Role::Assistant, told.clone())
    );
    assert!(matches!(&events[0], Event::Resumed { kept, .. } if kept.0 > 5));
    // Some servers repeat the prefix.
    for echo in ["", told.clone().as_str()] {
        let mut answer = StrictAnswer::to(&request(), true).unwrap();
        let mut told = String::new();
        let objection = attempt(
            &mut answer,
            r#"{"people": [{"name": "Ann", "age": "old"}]}"#,
            3,
            &mut told,
        )
        .unwrap_err();
        answer.resume(&objection, &mut Vec::new()).unwrap();
        let rest = format!(r#"{echo}: 30, "level": "low"}}]}}"#);
        attempt(&mut answer, &rest, 2, &mut told).unwrap();
        assert_eq!(
            told,
            r#"{"people": [{"name": "Ann", "age": 30, "level": "low"}]}"#
        );
    }
}

#[test]
fn an_answer_goes_on_twice_at_most() {
    let mut answer = StrictAnswer::to(&request(), false).unwrap();
    let mut told = String::new();
    for _ in 0..2 {
        let objection = attempt(&mut answer, "{\"people\": {}}", 4, &mut told).unwrap_err();
        assert!(answer.resume(&objection, &mut Vec::new()).is_some());
    }
    let objection = attempt(&mut answer, "{\"people\": {}}", 4, &mut told).unwrap_err();
    assert!(answer.resume(&objection, &mut Vec::new()).is_none());
    assert!(matches!(
        StrictAnswer::given_up(&objection),
        Ending::Error { .. }
    ));
}

#[test]
fn an_answer_that_says_something_else_the_second_time_is_not_told() {
    let mut answer = StrictAnswer::to(&request(), false).unwrap();
    let mut told = String::new();
    let wrong = r#"{"people": [{"name": "Ann", "level": "none"}]}"#;
    let objection = attempt(&mut answer, wrong, 4, &mut told).unwrap_err();
    answer.resume(&objection, &mut Vec::new()).unwrap();
    let before = told.clone();
    let other = r#"{"people": [{"name": "Bob", "level": "low"}]}"#;
    attempt(&mut answer, other, 4, &mut told).unwrap_err();
    assert_eq!(told, before);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_mistake_anywhere_is_mended_and_nothing_told_is_taken_back(
        at in any::<prop::sample::Index>(),
        mistake in prop::sample::select(vec!["#", "\u{1}", "\"x\"", "}", "[[", "tru", "-"]),
        first in 1_usize..30,
        second in 1_usize..30,
        is_spaced in any::<bool>(),
        takes_prefix in any::<bool>(),
    ) {
        let letters: Vec<char> = RIGHT.chars().collect();
        let place = at.index(letters.len());
        let mut wrong: String = letters[..place].iter().collect();
        wrong.push_str(mistake);
        wrong.extend(&letters[place..]);

        let mut answer = StrictAnswer::to(&request(), takes_prefix).unwrap();
        let mut by_one = StrictAnswer::to(&request(), takes_prefix).unwrap();
        let (mut told, mut told_by_one) = (String::new(), String::new());
        let found = attempt(&mut answer, &wrong, first, &mut told);
        prop_assert_eq!(&found, &attempt(&mut by_one, &wrong, 1, &mut told_by_one));
        prop_assert_eq!(&told, &told_by_one);
        // A mistake within a string is another string; one around the document is no part of it.
        let Err(objection) = found else {
            serde_json::from_str::<Value>(&told).unwrap();
            return Ok(());
        };
        let before = told.clone();
        let next = answer.resume(&objection, &mut Vec::new()).unwrap();
        let by_prefix = next.messages.last().unwrap().role == Role::Assistant;
        // What was said wrongly within a name or a string before stays said.
        if !RIGHT.starts_with(&before) {
            return Ok(());
        }
        let rest = if by_prefix {
            RIGHT[before.len()..].to_owned()
        } else if is_spaced {
            serde_json::to_string_pretty(&serde_json::from_str::<Value>(RIGHT).unwrap()).unwrap()
        } else {
            RIGHT.to_owned()
        };
        // Members come sorted where they are spaced: then it may differ, and is not told.
        match attempt(&mut answer, &rest, second, &mut told) {
            Ok(()) => {
                let value: Value = serde_json::from_str(&told).unwrap();
                prop_assert_eq!(value, serde_json::from_str::<Value>(RIGHT).unwrap());
            }
            Err(_) => prop_assert!(is_spaced && !by_prefix),
        }
        prop_assert!(told.starts_with(&before));
    }
}
