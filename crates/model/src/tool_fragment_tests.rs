use proptest::prelude::*;
use serde_json::{Value, json};

use super::{Cut, Fragment, Fragments};
use crate::{Answer, Event};

/// A fragment: index, id, name, arguments.
type Piece<'a> = (Option<u64>, Option<&'a str>, Option<&'a str>, &'a str);

/// What a sequence of fragments adds up to: (id, name, arguments).
fn assemble(fragments: &[Piece<'_>]) -> Vec<(String, String, Value)> {
    let mut calls = Fragments::default();
    let mut events = Vec::new();
    for &(index, id, name, arguments) in fragments {
        calls.push(
            Fragment {
                index,
                id,
                name,
                arguments,
            },
            &mut events,
        );
    }
    calls.finish(Cut::No, &mut events);
    let answer: Answer = events.iter().collect();
    let failed = |failure: &Option<String>| failure.clone().map_or(Value::Null, Value::String);
    let whole = answer.tool_calls.into_iter().map(|call| {
        let outcome = if call.failure.is_some() {
            failed(&call.failure)
        } else {
            call.arguments
        };
        (call.id, call.name, outcome)
    });
    whole.collect()
}

fn call(id: &str, name: &str, arguments: Value) -> (String, String, Value) {
    (id.to_owned(), name.to_owned(), arguments)
}

#[test]
fn the_usual_shape() {
    let calls = assemble(&[
        (Some(0), Some("a"), Some("add"), ""),
        (Some(1), Some("b"), Some("mul"), ""),
        (Some(0), None, None, "{\"x\":"),
        (Some(1), None, None, "{\"y\":2"),
        (Some(0), None, None, "1}"),
        (Some(1), None, None, "}"),
    ]);
    assert_eq!(
        calls,
        [
            call("a", "add", json!({"x": 1})),
            call("b", "mul", json!({"y": 2}))
        ]
    );
}

#[test]
fn a_new_id_at_the_same_index_is_a_new_call() {
    let calls = assemble(&[
        (Some(0), Some("a"), Some("add"), "{\"x\":1}"),
        (Some(0), Some("b"), Some("add"), "{\"x\":2}"),
    ]);
    assert_eq!(
        calls,
        [
            call("a", "add", json!({"x": 1})),
            call("b", "add", json!({"x": 2}))
        ]
    );
    let unfinished = assemble(&[
        (Some(0), Some("a"), Some("add"), "{\"x\":"),
        (Some(0), Some("b"), Some("add"), "{\"x\":2}"),
    ]);
    assert_eq!(unfinished[1], call("b", "add", json!({"x": 2})));
}

#[test]
fn an_id_used_twice_is_two_calls() {
    let at_two_indexes = assemble(&[
        (Some(0), Some("a"), Some("add"), "{\"x\":"),
        (Some(1), Some("a"), Some("add"), "{\"x\":"),
        (Some(0), None, None, "1}"),
        (Some(1), None, None, "2}"),
    ]);
    let expected = [
        call("a", "add", json!({"x": 1})),
        call("a", "add", json!({"x": 2})),
    ];
    assert_eq!(at_two_indexes, expected);
    let at_one_index = assemble(&[
        (Some(0), Some("a"), Some("add"), "{\"x\":1}"),
        (Some(0), Some("a"), Some("add"), "{\"x\":2}"),
    ]);
    assert_eq!(at_one_index, expected);
}

#[test]
fn calls_written_in_turns_at_one_index_are_told_apart_by_id() {
    let named_once = assemble(&[
        (Some(0), Some("a"), Some("add"), ""),
        (Some(0), Some("b"), Some("add"), ""),
        (Some(0), Some("a"), None, "{\"x\":"),
        (Some(0), Some("b"), None, "{\"y\":"),
        (Some(0), Some("a"), None, "1}"),
        (Some(0), Some("b"), None, "2}"),
    ]);
    let named_each_time = assemble(&[
        (Some(0), Some("a"), Some("add"), "{\"x\":"),
        (Some(0), Some("b"), Some("add"), "{\"y\":"),
        (Some(0), Some("a"), Some("add"), "1}"),
        (Some(0), Some("b"), Some("add"), "2}"),
    ]);
    let expected = [
        call("a", "add", json!({"x": 1})),
        call("b", "add", json!({"y": 2})),
    ];
    assert_eq!(named_once, expected);
    assert_eq!(named_each_time, expected);
}

#[test]
fn an_id_and_a_name_repeated_in_each_fragment_are_one_call() {
    let calls = assemble(&[
        (Some(0), Some("a"), Some("add"), ""),
        (Some(0), Some("a"), Some("add"), "{\"x\""),
        (Some(0), Some("a"), Some("add"), ":1}"),
        (Some(0), Some("a"), Some("add"), ""),
    ]);
    assert_eq!(calls, [call("a", "add", json!({"x": 1}))]);
}

#[test]
fn no_index_at_all() {
    let calls = assemble(&[
        (None, Some("a"), Some("add"), "{\"x\":1}"),
        (None, Some("b"), Some("add"), "{\"x\":"),
        (None, Some("b"), None, "2}"),
    ]);
    assert_eq!(
        calls,
        [
            call("a", "add", json!({"x": 1})),
            call("b", "add", json!({"x": 2}))
        ]
    );
}

#[test]
fn neither_index_nor_id() {
    let calls = assemble(&[
        (None, None, Some("add"), "{\"x\":1}"),
        (None, None, Some("add"), "{\"x\":"),
        (None, None, None, "2}"),
        (None, None, Some("mul"), "{}"),
    ]);
    assert_eq!(
        calls,
        [
            call("call_0", "add", json!({"x": 1})),
            call("call_1", "add", json!({"x": 2})),
            call("call_2", "mul", json!({})),
        ]
    );
}

#[test]
fn an_index_without_ids_used_again_is_a_new_call() {
    let calls = assemble(&[
        (Some(0), None, Some("add"), "{\"x\":1}"),
        (Some(0), None, Some("add"), ""),
        (Some(0), None, None, "{\"x\":2}"),
    ]);
    assert_eq!(
        calls,
        [
            call("call_0", "add", json!({"x": 1})),
            call("call_1", "add", json!({"x": 2}))
        ]
    );
}

#[test]
fn ids_names_and_indexes_that_come_late() {
    let id = assemble(&[
        (Some(0), None, Some("add"), "{\"x\":"),
        (Some(0), Some("a"), None, "1}"),
    ]);
    assert_eq!(id, [call("a", "add", json!({"x": 1}))]);
    let name = assemble(&[
        (Some(0), Some("a"), None, "{\"x\":"),
        (Some(0), None, Some("add"), "1}"),
    ]);
    assert_eq!(name, [call("a", "add", json!({"x": 1}))]);
    let index = assemble(&[
        (None, Some("a"), Some("add"), "{\"x\":"),
        (Some(0), None, None, "1}"),
    ]);
    assert_eq!(index, [call("a", "add", json!({"x": 1}))]);
    let drift = assemble(&[
        (Some(0), Some("a"), Some("add"), "{\"x\":"),
        (Some(1), Some("a"), None, "1}"),
    ]);
    assert_eq!(drift, [call("a", "add", json!({"x": 1}))]);
}

#[test]
fn a_tool_without_parameters_may_write_nothing() {
    let calls = assemble(&[(Some(0), Some("a"), Some("now"), "")]);
    assert_eq!(calls, [call("a", "now", json!({}))]);
}

#[test]
fn arguments_that_cannot_become_valid_fail_at_the_first_impossible_byte() {
    let mut calls = Fragments::default();
    let mut events = Vec::new();
    let first = Fragment {
        index: Some(0),
        id: Some("a"),
        name: Some("add"),
        arguments: "{\"x\":1,}",
    };
    calls.push(first, &mut events);
    let Some(Event::ToolCallFailed { reason, .. }) = events.last() else {
        panic!("no failure: {events:?}");
    };
    assert!(reason.contains("column 8"), "{reason}");
    assert!(
        events
            .iter()
            .any(|event| matches!(event, Event::ToolArgumentSettled { path, .. } if path == "/x")),
        "what had settled was told: {events:?}"
    );
    let outcome = assemble(&[(Some(0), Some("a"), Some("add"), "[1]")]);
    assert_eq!(outcome[0].2, json!("The arguments are no JSON object."));
}

#[test]
fn a_cut_answer_fails_what_is_not_whole_and_keeps_what_is() {
    let mut calls = Fragments::default();
    let mut events = Vec::new();
    for (index, arguments) in [(0, "{\"x\":1}"), (1, "{\"x\":"), (2, "")] {
        let name = Some("add");
        calls.push(
            Fragment {
                index: Some(index),
                id: None,
                name,
                arguments,
            },
            &mut events,
        );
    }
    calls.finish(Cut::Yes, &mut events);
    let answer: Answer = events.iter().collect();
    let failed: Vec<_> = answer
        .tool_calls
        .iter()
        .map(|call| call.failure.is_some())
        .collect();
    assert_eq!(failed, [false, true, true]);
}

/// How a server marks the fragments of its calls.
#[derive(Debug, Clone, Copy)]
enum Marking {
    Index,
    IndexAndId,
    Id,
    Everything,
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Parallel calls, interleaved at random and cut anywhere, never merge under any marking that
    /// tells them apart.
    #[test]
    fn parallel_calls_never_merge(
        count in 1_usize..5,
        marking in prop::sample::select(vec![
            Marking::Index,
            Marking::IndexAndId,
            Marking::Id,
            Marking::Everything,
        ]),
        order in prop::collection::vec((any::<prop::sample::Index>(), 1_usize..9), 0..60),
    ) {
        let arguments: Vec<String> =
            (0..count).map(|n| json!({"n": n, "list": [n, "é{}\"", {"deep": null}]}).to_string()).collect();
        let ids: Vec<String> = (0..count).map(|n| format!("id{n}")).collect();
        let names: Vec<String> = (0..count).map(|n| format!("tool{}", n % 2)).collect();
        let mut at = vec![0_usize; count];
        let mut began = vec![false; count];
        let mut appeared = Vec::new();
        let mut calls = Fragments::default();
        let mut events = Vec::new();
        let rest = (0..count).map(|n| (n, usize::MAX));
        let steps: Vec<_> = order.iter().map(|(pick, length)| (pick.index(count), *length)).chain(rest).collect();
        for (n, length) in steps {
            let mut end = at[n].saturating_add(length).min(arguments[n].len());
            while !arguments[n].is_char_boundary(end) {
                end += 1;
            }
            let first = !began[n];
            if first {
                appeared.push(n);
            }
            began[n] = true;
            let (index, id, name) = match marking {
                Marking::Index => (true, first, first),
                Marking::IndexAndId => (true, true, first),
                Marking::Id => (false, true, first),
                Marking::Everything => (true, true, true),
            };
            calls.push(Fragment {
                index: index.then(|| u64::try_from(n).unwrap()),
                id: id.then_some(&*ids[n]),
                name: name.then_some(&*names[n]),
                arguments: &arguments[n][at[n]..end],
            }, &mut events);
            at[n] = end;
        }
        calls.finish(Cut::No, &mut events);
        let answer: Answer = events.iter().collect();
        prop_assert_eq!(answer.tool_calls.len(), count);
        for (call, n) in answer.tool_calls.iter().zip(appeared) {
            prop_assert_eq!(&call.id, &ids[n]);
            prop_assert_eq!(&call.name, &names[n]);
            prop_assert_eq!(&call.arguments, &serde_json::from_str::<Value>(&arguments[n]).unwrap());
        }
    }

    /// Nothing a server may send makes the assembly panic, lose text or leave a call without an
    /// end.
    #[test]
    fn any_fragments_keep_their_text_and_end(
        fragments in prop::collection::vec((
            prop::option::of(0_u64..3),
            prop::option::of(prop::sample::select(vec!["", "a", "b"])),
            prop::option::of(prop::sample::select(vec!["", "add", "mul"])),
            prop::sample::select(vec!["", "{", "}", "{}", "\"x\":1", "null", "{\"y\":[", " "]),
        ), 0..30),
    ) {
        let mut calls = Fragments::default();
        let mut events = Vec::new();
        let mut sent = 0;
        for (index, id, name, arguments) in fragments {
            sent += arguments.len();
            calls.push(Fragment { index, id, name, arguments }, &mut events);
        }
        calls.finish(Cut::No, &mut events);
        let count = |wanted: fn(&Event) -> bool| events.iter().filter(|event| wanted(event)).count();
        let began = count(|event| matches!(event, Event::ToolCallStarted { .. }));
        let ended = count(|event| matches!(event, Event::ToolCallFinished { .. } | Event::ToolCallFailed { .. }));
        prop_assert_eq!(began, ended);
        let told: usize = events.iter().map(|event| match event {
            Event::ToolArgumentDelta { text, .. } => text.len(),
            _ => 0,
        }).sum();
        prop_assert_eq!(told, sent);
    }
}
