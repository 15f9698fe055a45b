//! Bodies that no honest server sends: whatever comes, the events do not depend on how it was cut,
//! there is one end, and it is the last.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use ichiban_model::wire::{self, WIRES};
use ichiban_model::{Answer, Ending, Event};
use proptest::prelude::*;

/// Lines from which hostile bodies are made: right ones, wrong ones, and right ones of other wires.
const PIECES: &[&str] = &[
    "data: {\"id\":\"c\",\"choices\":[{\"delta\":{\"content\":\"Hi\"}}]}\n\n",
    "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"f\",\"arguments\":\"{\\\"x\\\":\"}}]}}]}\n\n",
    "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"1}\"}}]}}]}\n\n",
    "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\r\n\r\n",
    "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":1}}\n\n",
    "data: {\"choices\":7,\"error\":null}\n\n",
    "data: {\"choices\":[{\"delta\":{\"content\":[{\"type\":\"text\"},3,null]}}]}\n\n",
    "data: {\"error\":{\"message\":\"no\"}}\n\n",
    "data: [DONE]\n\n",
    ": ping\n\n",
    "event: error\ndata: {\n\n",
    "data: {\"type\":\"response.created\",\"response\":{\"id\":\"r\"}}\n\n",
    "data: {\"type\":\"response.output_text.delta\",\"output_index\":0,\"delta\":\"Hi\"}\n\n",
    "data: {\"type\":\"response.output_item.added\",\"output_index\":1,\"item\":{\"type\":\"function_call\",\"name\":\"f\",\"call_id\":\"a\"}}\n\n",
    "data: {\"type\":\"response.function_call_arguments.delta\",\"output_index\":1,\"delta\":\"{}\"}\n\n",
    "data: {\"type\":\"response.output_item.done\",\"output_index\":1,\"item\":{\"type\":\"function_call\"}}\n\n",
    "data: {\"type\":\"response.completed\",\"response\":{}}\n\n",
    "data: {\"type\":\"message_start\",\"message\":{}}\n\n",
    "data: {\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"tool_use\",\"name\":\"f\",\"id\":\"a\"}}\n\n",
    "data: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"{]\"}}\n\n",
    "data: {\"type\":\"content_block_stop\",\"index\":0}\n\n",
    "data: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"tool_use\"}}\n\n",
    "data: {\"type\":\"message_stop\"}\n\n",
    "data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"Hi\"}]}}]}\n\n",
    "data: {\"candidates\":[{\"content\":{\"parts\":[{\"functionCall\":{\"name\":\"f\",\"willContinue\":true,\"partialArgs\":[{\"jsonPath\":\"$.a[1]\",\"numberValue\":1}]}}]}}]}\n\n",
    "data: {\"candidates\":[{\"finishReason\":\"STOP\"}]}\n\n",
    "{\"message\":{\"content\":\"Hi\"},\"done\":false}\n",
    "{\"message\":{\"tool_calls\":[{\"function\":{\"name\":\"f\",\"arguments\":{\"x\":1}}}]}}\n",
    "{\"done\":true}\n",
    "{\"error\":\"no\"}\n",
    "<html>",
    "\u{feff}",
    "\n",
    "data",
    "{",
    "é\u{1f600}",
];

fn decode<'a>(wire: &str, chunks: impl IntoIterator<Item = &'a [u8]>) -> Vec<Event> {
    let mut decoder = wire::by_name(wire).unwrap().decoder();
    let mut events = Vec::new();
    for chunk in chunks {
        decoder.push(chunk, &mut events);
    }
    decoder.finish(&mut events);
    decoder.finish(&mut events);
    events
}

fn body() -> impl Strategy<Value = Vec<u8>> {
    let pieces = prop::collection::vec(prop::sample::select(PIECES), 0..12);
    let damage = prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..3);
    (pieces, damage).prop_map(|(pieces, damage)| {
        let mut body = pieces.concat().into_bytes();
        for (at, byte) in damage {
            if !body.is_empty() {
                let at = at.index(body.len());
                body[at] = byte;
            }
        }
        body
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn hostile_bodies_end_once_and_alike_however_they_are_cut(body in body(), size in 1_usize..40) {
        for wire in WIRES {
            let whole = decode(wire.name(), [&body[..]]);
            let ends = whole.iter().filter(|event| matches!(event, Event::Ended { .. })).count();
            prop_assert_eq!(ends, 1, "{}", wire.name());
            prop_assert!(matches!(whole.last(), Some(Event::Ended { .. })), "{}", wire.name());
            prop_assert_eq!(&whole, &decode(wire.name(), body.chunks(1)), "{}", wire.name());
            prop_assert_eq!(&whole, &decode(wire.name(), body.chunks(size)), "{}", wire.name());
            let began = whole.iter().filter(|event| matches!(event, Event::ToolCallStarted { .. }));
            let closed = whole.iter().filter(|event| {
                matches!(event, Event::ToolCallFinished { .. } | Event::ToolCallFailed { .. })
            });
            prop_assert_eq!(began.count(), closed.count(), "{}", wire.name());
        }
    }
}

#[test]
fn one_event_of_a_megabyte_and_an_argument_of_a_megabyte_are_read() {
    let text = "0123456789abcdef".repeat(65_536);
    let stop = "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
    let event =
        format!("data: {{\"choices\":[{{\"delta\":{{\"content\":\"{text}\"}}}}]}}\n\n{stop}");
    let answer: Answer = decode("openai-chat", event.as_bytes().chunks(1000))
        .iter()
        .collect();
    assert_eq!(
        (answer.text.len(), answer.ending),
        (text.len(), Some(Ending::Complete))
    );

    let mut body = String::new();
    let arguments = format!("{{\\\"text\\\":\\\"{text}\\\"}}");
    let mut rest = &arguments[..];
    let mut head = "\"id\":\"a\",";
    while !rest.is_empty() {
        // Never within an escape: the pieces end in a digit or letter of the text.
        let (piece, after) = rest.split_at(rest.len().min(4000));
        let (piece, after) = match piece.strip_suffix('\\') {
            Some(short) => (short, &rest[short.len()..]),
            None => (piece, after),
        };
        let name = if head.is_empty() {
            ""
        } else {
            "\"name\":\"write\","
        };
        body.push_str("data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,");
        body.extend([
            head,
            "\"function\":{",
            name,
            "\"arguments\":\"",
            piece,
            "\"}}]}}]}\n\n",
        ]);
        head = "";
        rest = after;
    }
    body.push_str(stop);
    let answer: Answer = decode("openai-chat", body.as_bytes().chunks(777))
        .iter()
        .collect();
    assert_eq!(
        answer.tool_calls[0].arguments["text"]
            .as_str()
            .unwrap()
            .len(),
        text.len()
    );
    assert_eq!(answer.ending, Some(Ending::ToolCalls));
}
