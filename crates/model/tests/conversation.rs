//! Conversations in which the model calls tools, over every wire.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use ichiban_model::tool_run::{Bounds, Startable, Step};
use ichiban_model::{
    CallId, Content, Conversation, Effects, Ending, Endpoint, Event, Message, Outcome, Request,
    Role, Round, wire,
};
use ichiban_schema::Validator;
use proptest::prelude::*;
use serde_json::{Value, json};

fn tools() -> Vec<Startable> {
    let schema = json!({
        "type": "object",
        "properties": {"path": {"type": "string"}, "mode": {"enum": ["new", "add"]}, "text": {"type": "string"}},
        "required": ["path"],
        "additionalProperties": false,
    });
    vec![Startable {
        name: "write".to_owned(),
        needs: vec!["path".to_owned()],
        arguments: Validator::new(&serde_json::from_value(schema).unwrap()).unwrap(),
    }]
}

fn request() -> Request {
    Request {
        model: "m".to_owned(),
        messages: vec![Message::text(Role::User, "Write two files.")],
        ..Request::default()
    }
}

/// Two calls as each wire streams them, and the payloads that end the answer.
fn calls(wire: &str, first: &str, second: &str) -> Vec<Value> {
    let value = |text: &str| serde_json::from_str::<Value>(text).unwrap_or_else(|_| json!({}));
    match wire {
        "openai-chat" => {
            let delta = |delta: Value| json!({"choices": [{"index": 0, "delta": delta}]});
            let call = |index: u32, id: &str, arguments: &str| {
                delta(
                    json!({"tool_calls": [{"index": index, "id": id, "type": "function", "function": {"name": "write", "arguments": arguments}}]}),
                )
            };
            vec![
                call(0, "a", first),
                call(1, "b", second),
                json!({"choices": [{"index": 0, "delta": {}, "finish_reason": "tool_calls"}]}),
            ]
        }
        "chunks" => vec![
            json!({"tool_call_id": "a", "name": "write", "arguments_chunk": first}),
            json!({"tool_call_id": "b", "name": "write", "arguments_chunk": second}),
            json!({"choices": [{"index": 0, "delta": {}, "finish_reason": "tool_calls"}]}),
        ],
        "openai-responses" => {
            let item = |index: u32, id: &str, arguments: &str| json!({"type": "response.output_item.done", "output_index": index, "item": {"id": format!("i{id}"), "type": "function_call", "call_id": id, "name": "write", "arguments": arguments}});
            vec![
                json!({"type": "response.created", "response": {"id": "r"}}),
                item(0, "a", first),
                item(1, "b", second),
                json!({"type": "response.completed", "response": {"status": "completed"}}),
            ]
        }
        "anthropic" => {
            let start = |index: u32, id: &str| json!({"type": "content_block_start", "index": index, "content_block": {"type": "tool_use", "id": id, "name": "write", "input": {}}});
            let delta = |index: u32, text: &str| json!({"type": "content_block_delta", "index": index, "delta": {"type": "input_json_delta", "partial_json": text}});
            let stop = |index: u32| json!({"type": "content_block_stop", "index": index});
            vec![
                json!({"type": "message_start", "message": {"id": "msg", "model": "m"}}),
                start(0, "a"),
                delta(0, first),
                stop(0),
                start(1, "b"),
                delta(1, second),
                stop(1),
                json!({"type": "message_delta", "delta": {"stop_reason": "tool_use"}}),
                json!({"type": "message_stop"}),
            ]
        }
        "gemini" => {
            let call = |id: &str, args: &str| json!({"functionCall": {"id": id, "name": "write", "args": value(args)}});
            vec![
                json!({"candidates": [{"content": {"parts": [call("a", first), call("b", second)]}, "finishReason": "STOP"}]}),
            ]
        }
        "ollama" => {
            let call =
                |args: &str| json!({"function": {"name": "write", "arguments": value(args)}});
            vec![
                json!({"message": {"role": "assistant", "content": "", "tool_calls": [call(first), call(second)]}, "done": false}),
                json!({"message": {"content": ""}, "done": true, "done_reason": "stop"}),
            ]
        }
        other => panic!("{other}"),
    }
}

const WIRES: &[&str] = &[
    "openai-chat",
    "chunks",
    "openai-responses",
    "anthropic",
    "gemini",
    "ollama",
];

fn wire_of(name: &str) -> &'static dyn wire::Wire {
    wire::by_name(if name == "chunks" {
        "openai-chat"
    } else {
        name
    })
    .unwrap()
}

fn body(wire: &str, payloads: &[Value]) -> Vec<u8> {
    let frame = |payload: &Value| match wire {
        "ollama" => format!("{payload}\n"),
        _ => format!("data: {payload}\n\n"),
    };
    payloads.iter().map(frame).collect::<String>().into_bytes()
}

/// Feeds a body in pieces, and gives back the steps.
fn hear(conversation: &mut Conversation<'_>, wire: &str, body: &[u8], length: usize) -> Vec<Step> {
    let mut decoder = wire_of(wire).decoder();
    let (mut events, mut steps) = (Vec::new(), Vec::new());
    for piece in body.chunks(length.max(1)) {
        decoder.push(piece, &mut events);
    }
    decoder.finish(&mut events);
    for event in &events {
        conversation.follow(event, &mut steps);
    }
    steps
}

/// Runs the tools as they are told to: each gives its path back.
fn run(conversation: &mut Conversation<'_>, steps: &[Step]) {
    // The last one answers first.
    for step in steps.iter().rev() {
        match step {
            Step::Finish { call, arguments } => conversation.answer(
                *call,
                Outcome {
                    output: format!("wrote {}", arguments["path"].as_str().unwrap()),
                    is_error: false,
                },
            ),
            Step::Cancel {
                call,
                was_started: true,
                ..
            } => conversation.settle(*call, &Effects::Stay("an empty file.".to_owned())),
            _ => {}
        }
    }
}

const GOOD: &str = r#"{"path": "a.txt", "text": "one"}"#;
const ALSO_GOOD: &str = r#"{"path": "b.txt", "mode": "add"}"#;
const WRONG: &str = r#"{"path": "b.txt", "mode": "overwrite"}"#;

#[test]
fn results_go_back_over_every_wire_and_the_model_goes_on() {
    let tools = tools();
    for wire in WIRES {
        let mut conversation = Conversation::new(request(), &tools, Bounds::default(), 4);
        let whole = body(wire, &calls(wire, GOOD, ALSO_GOOD));
        let steps = hear(&mut conversation, wire, &whole, 5);
        assert_eq!(
            conversation.advance(),
            Round::Waiting(vec![CallId(0), CallId(1)]),
            "{wire}"
        );
        run(&mut conversation, &steps);
        let Round::Next(next) = conversation.advance() else {
            panic!("{wire} goes on");
        };
        assert_eq!(next.messages.len(), 3, "{wire}");
        let endpoint = Endpoint {
            base_url: "https://api.test".to_owned(),
            api_key: None,
        };
        let http = wire_of(wire).encode(&endpoint, &next);
        let sent: Value = serde_json::from_slice(&http.body).unwrap();
        let sent = sent.to_string();
        let places: Vec<_> = ["a.txt", "b.txt", "wrote a.txt", "wrote b.txt"]
            .iter()
            .map(|word| sent.find(word))
            .collect();
        assert!(places.iter().all(Option::is_some), "{wire}: {sent}");
        assert!(places.is_sorted(), "{wire}: {sent}");
        assert_eq!(conversation.advance(), Round::Arriving);

        // The second answer is words.
        let mut steps = Vec::new();
        for event in [
            Event::TextDelta {
                text: "Done.".to_owned(),
            },
            Event::Ended {
                ending: Ending::Complete,
            },
        ] {
            conversation.follow(&event, &mut steps);
        }
        assert_eq!(conversation.advance(), Round::Over(Ending::Complete));
        assert_eq!(
            conversation.messages().last().unwrap(),
            &Message::text(Role::Assistant, "Done.")
        );
    }
}

#[test]
fn a_wrong_call_is_cancelled_told_of_and_holds_up_no_other() {
    let tools = tools();
    for wire in WIRES {
        let mut conversation = Conversation::new(request(), &tools, Bounds::default(), 4);
        let whole = body(wire, &calls(wire, GOOD, WRONG));
        let steps = hear(&mut conversation, wire, &whole, 3);
        run(&mut conversation, &steps);
        let Round::Next(next) = conversation.advance() else {
            panic!("{wire} goes on");
        };
        let results: Vec<_> = next.messages[2]
            .content
            .iter()
            .map(|content| match content {
                Content::ToolResult {
                    output, is_error, ..
                } => (output.clone(), *is_error),
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(results[0], ("wrote a.txt".to_owned(), false), "{wire}");
        assert!(results[1].1 && results[1].0.contains("/mode"), "{wire}");
        let began = steps
            .iter()
            .any(|step| matches!(step, Step::Cancel { was_started, .. } if *was_started));
        assert_eq!(results[1].0.contains("an empty file"), began, "{wire}");
    }
}

#[test]
fn a_runaway_call_is_cancelled_while_the_other_is_carried_out() {
    let tools = tools();
    let bounds = Bounds {
        argument_bytes: 200,
        calls: 4,
    };
    for wire in WIRES {
        let endless = format!(r#"{{"path": "b.txt", "text": "{}"}}"#, "x".repeat(5000));
        let mut conversation = Conversation::new(request(), &tools, bounds, 4);
        let whole = body(wire, &calls(wire, GOOD, &endless));
        let steps = hear(&mut conversation, wire, &whole, 64);
        assert!(steps.iter().any(|step| matches!(
            step,
            Step::Finish {
                call: CallId(0),
                ..
            }
        )));
        assert!(steps.iter().any(|step| matches!(
            step,
            Step::Cancel {
                call: CallId(1),
                ..
            }
        )));
    }
}

#[test]
fn invalid_arguments_go_back_as_an_object() {
    let tools = tools();
    let mut conversation = Conversation::new(request(), &tools, Bounds::default(), 4);
    let whole = body(
        "openai-chat",
        &calls("openai-chat", "{\"path\": oops", "[1]"),
    );
    let steps = hear(&mut conversation, "openai-chat", &whole, 9);
    run(&mut conversation, &steps);
    let Round::Next(next) = conversation.advance() else {
        panic!("it goes on");
    };
    for content in &next.messages[1].content {
        let Content::ToolCall { arguments, .. } = content else {
            continue;
        };
        assert_eq!(arguments, "{}");
    }
}

#[test]
fn a_model_that_never_stops_calling_is_stopped() {
    let tools = tools();
    let mut conversation = Conversation::new(request(), &tools, Bounds::default(), 3);
    let whole = body("openai-chat", &calls("openai-chat", GOOD, ALSO_GOOD));
    let mut rounds = 0;
    loop {
        let steps = hear(&mut conversation, "openai-chat", &whole, 50);
        run(&mut conversation, &steps);
        rounds += 1;
        match conversation.advance() {
            Round::Next(_) => {}
            Round::Exhausted => break,
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(rounds, 3);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_cut_anywhere_leaves_no_call_open_and_asks_nothing_more(
        wire in prop::sample::select(WIRES.to_vec()),
        at in any::<prop::sample::Index>(),
        length in 1_usize..80,
        second in prop::sample::select(vec![ALSO_GOOD, WRONG]),
    ) {
        let tools = tools();
        let whole = body(wire, &calls(wire, GOOD, second));
        let cut = &whole[..at.index(whole.len())];
        let mut conversation = Conversation::new(request(), &tools, Bounds::default(), 4);
        let steps = hear(&mut conversation, wire, cut, length);
        let mut by_byte = Conversation::new(request(), &tools, Bounds::default(), 4);
        prop_assert_eq!(&steps, &hear(&mut by_byte, wire, cut, 1));
        run(&mut conversation, &steps);
        let last = format!("{:?}", conversation.advance());
        let is_terminal = !cut.is_empty() && {
            let text = String::from_utf8_lossy(cut);
            ["finish_reason", "finishReason", "response.completed", "message_stop", "\"done\":true"].iter().any(|word| text.contains(word))
        };
        if !is_terminal {
            prop_assert_eq!(last, "Over(Truncated)");
        }
        let said = conversation.messages();
        let count = |is: fn(&Content) -> bool| said.iter().flat_map(|message| &message.content).filter(|content| is(content)).count();
        prop_assert_eq!(
            count(|content| matches!(content, Content::ToolCall { .. })),
            count(|content| matches!(content, Content::ToolResult { .. }))
        );
    }
}
