//! How answers end, and what bodies are that are no answers.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::format_collect
)]

use ichiban_model::{Answer, Ending, Event, wire};

fn events(wire: &str, body: &str) -> Vec<Event> {
    let mut decoder = wire::by_name(wire).unwrap().decoder();
    let mut events = Vec::new();
    decoder.push(body.as_bytes(), &mut events);
    decoder.finish(&mut events);
    events
}

fn answer(wire: &str, body: &str) -> Answer {
    events(wire, body).iter().collect()
}

fn ending(wire: &str, body: &str) -> Ending {
    answer(wire, body).ending.unwrap()
}

fn stream(payloads: &[&str]) -> String {
    payloads
        .iter()
        .map(|payload| format!("data: {payload}\n\n"))
        .collect()
}

const HI: &str = r#"{"id":"c1","model":"m","choices":[{"index":0,"delta":{"content":"Hi"},"finish_reason":null}]}"#;
const STOP: &str = r#"{"id":"c1","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}"#;
const USAGE: &str = r#"{"choices":[],"usage":{"prompt_tokens":9,"completion_tokens":1}}"#;

fn error_code(ending: &Ending) -> &str {
    match ending {
        Ending::Error { code, .. } => code.as_deref().unwrap_or("none"),
        ending => panic!("{ending:?} is no error"),
    }
}

#[test]
fn a_chat_answer_is_whole_with_its_finish_reason_whether_or_not_done_comes() {
    assert_eq!(
        ending("openai-chat", &stream(&[HI, STOP, USAGE, "[DONE]"])),
        Ending::Complete
    );
    assert_eq!(
        ending("openai-chat", &stream(&[HI, STOP])),
        Ending::Complete
    );
    assert_eq!(
        ending("openai-chat", &stream(&[HI, "[DONE]"])),
        Ending::Truncated
    );
    assert_eq!(ending("openai-chat", &stream(&[HI])), Ending::Truncated);
    assert_eq!(ending("openai-chat", ""), Ending::Truncated);
}

#[test]
fn a_chat_answer_cut_within_what_follows_its_finish_reason_is_cut() {
    let whole = stream(&[HI, STOP, USAGE]);
    assert_eq!(
        ending("openai-chat", &whole[..whole.len() - 9]),
        Ending::Truncated
    );
    // All that is missing is the sentinel's own end.
    let done = stream(&[HI, STOP, "[DONE]"]);
    assert_eq!(
        ending("openai-chat", &done[..done.len() - 3]),
        Ending::Complete
    );
}

#[test]
fn nothing_follows_done() {
    let body = stream(&[HI, STOP, "[DONE]", HI]);
    assert_eq!(answer("openai-chat", &body).text, "Hi");
}

#[test]
fn finish_reasons_become_endings() {
    let reason = |reason: &str| {
        let stop = format!(r#"{{"choices":[{{"delta":{{}},"finish_reason":"{reason}"}}]}}"#);
        ending("openai-chat", &stream(&[HI, &stop]))
    };
    assert_eq!(reason("length"), Ending::Length);
    assert_eq!(reason("model_length"), Ending::Length);
    assert_eq!(reason("tool_calls"), Ending::ToolCalls);
    assert_eq!(reason("content_filter"), Ending::Refused);
    assert_eq!(
        error_code(&reason("insufficient_system_resource")),
        "insufficient_system_resource"
    );
}

#[test]
fn a_stop_after_tool_calls_waits_for_their_results() {
    let call = r#"{"choices":[{"delta":{"tool_calls":[{"index":0,"id":"a","function":{"name":"now","arguments":"{}"}}]}}]}"#;
    assert_eq!(
        ending("openai-chat", &stream(&[call, STOP])),
        Ending::ToolCalls
    );
}

#[test]
fn the_shape_with_argument_chunks_is_read() {
    let body = stream(&[
        r#"{"tool_call_id":"a","name":"add","arguments_chunk":"{\"x\":"}"#,
        r#"{"tool_call_id":"b","name":"add","arguments_chunk":"{\"x\":2}"}"#,
        r#"{"tool_call_id":"a","name":"add","arguments_chunk":"1}"}"#,
        STOP,
    ]);
    let answer = answer("openai-chat", &body);
    let calls: Vec<_> = answer
        .tool_calls
        .iter()
        .map(|call| format!("{} {} {}", call.id, call.name, call.arguments))
        .collect();
    assert_eq!(calls, [r#"a add {"x":1}"#, r#"b add {"x":2}"#]);
    assert_eq!(answer.ending, Some(Ending::ToolCalls));
}

#[test]
fn an_error_within_a_stream_is_the_ending_and_keeps_the_text() {
    let error = r#"{"id":"c1","error":{"code":502,"message":"Provider disconnected"},"choices":[{"index":0,"delta":{"content":""},"finish_reason":"error"}]}"#;
    let body = format!(
        ": OPENROUTER PROCESSING\n\n{}",
        stream(&[HI, error, "[DONE]"])
    );
    let answer = answer("openai-chat", &body);
    assert_eq!(answer.text, "Hi");
    let Some(Ending::Error { code, message }) = answer.ending else {
        panic!("{:?}", answer.ending);
    };
    assert_eq!(
        (code.as_deref(), &*message),
        (Some("502"), "Provider disconnected")
    );
    let flat = r#"{"object":"error","message":"out of memory","code":50001}"#;
    assert_eq!(
        error_code(&ending("openai-chat", &stream(&[HI, flat]))),
        "50001"
    );
}

#[test]
fn an_error_in_the_responses_stream_comes_nested_or_flat() {
    let nested = r#"{"type":"error","error":{"code":"server_error","message":"x"}}"#;
    let flat = r#"{"type":"error","code":"server_error","message":"x","param":null}"#;
    let failed =
        r#"{"type":"response.failed","response":{"error":{"code":"server_error","message":"x"}}}"#;
    for payload in [nested, flat, failed] {
        assert_eq!(
            error_code(&ending("openai-responses", &stream(&[payload]))),
            "server_error"
        );
    }
}

#[test]
fn an_event_named_error_is_an_error_in_every_wire_and_whatever_it_holds() {
    for wire in ["openai-chat", "openai-responses", "anthropic", "gemini"] {
        for data in [
            r#"{"message":"Overloaded"}"#,
            r#"{"error":{"message":"Overloaded"}}"#,
            r#"{"error":"Overloaded"}"#,
            "Overloaded",
        ] {
            let Ending::Error { message, .. } =
                ending(wire, &format!("event: error\ndata: {data}\n\n"))
            else {
                panic!("{wire} {data}");
            };
            assert_eq!(message, "Overloaded", "{wire} {data}");
        }
    }
}

#[test]
fn calls_at_one_output_index_are_told_apart_by_their_items() {
    let answer = answer(
        "openai-responses",
        &stream(&[
            r#"{"type":"response.created","response":{"id":"r"}}"#,
            r#"{"type":"response.output_item.added","output_index":0,"item":{"type":"function_call","id":"i","call_id":"a","name":"add","arguments":""}}"#,
            r#"{"type":"response.output_item.added","output_index":0,"item":{"type":"function_call","id":"j","call_id":"b","name":"add","arguments":""}}"#,
            r#"{"type":"response.function_call_arguments.delta","output_index":0,"item_id":"i","delta":"{\"x\":"}"#,
            r#"{"type":"response.function_call_arguments.delta","output_index":0,"item_id":"j","delta":"{\"y\":2}"}"#,
            r#"{"type":"response.function_call_arguments.delta","output_index":0,"item_id":"i","delta":"1}"}"#,
            r#"{"type":"response.output_item.done","output_index":0,"item":{"type":"function_call","id":"k","call_id":"c","name":"sum","arguments":"{}"}}"#,
            r#"{"type":"response.completed","response":{"id":"r"}}"#,
        ]),
    );
    let calls = serde_json::to_value(&answer).unwrap()["tool_calls"].take();
    assert_eq!(
        calls,
        serde_json::json!([
            {"id": "a", "name": "add", "arguments": {"x": 1}},
            {"id": "b", "name": "add", "arguments": {"y": 2}},
            {"id": "c", "name": "sum", "arguments": {}},
        ])
    );
}

#[test]
fn a_call_whose_arguments_come_before_its_item_is_one_call() {
    let answer = answer(
        "openai-responses",
        &stream(&[
            r#"{"type":"response.function_call_arguments.delta","output_index":0,"item_id":"i","delta":"{\"x\""}"#,
            r#"{"type":"response.output_item.added","output_index":0,"item":{"type":"function_call","id":"i","call_id":"a","name":"add","arguments":""}}"#,
            r#"{"type":"response.function_call_arguments.delta","output_index":0,"item_id":"i","delta":":1}"}"#,
            r#"{"type":"response.completed","response":{"id":"r"}}"#,
        ]),
    );
    let calls = serde_json::to_value(&answer).unwrap()["tool_calls"].take();
    assert_eq!(
        calls,
        serde_json::json!([{"id": "a", "name": "add", "arguments": {"x": 1}}])
    );
}

#[test]
fn an_incomplete_response_that_came_whole_keeps_its_text() {
    let answer = answer(
        "openai-responses",
        r#"{"object":"response","status":"incomplete","incomplete_details":{"reason":"max_output_tokens"},"output":[{"type":"message","content":[{"type":"output_text","text":"Hel"}]}]}"#,
    );
    assert_eq!(answer.text, "Hel");
    assert_eq!(answer.ending, Some(Ending::Length));
}

#[test]
fn an_incomplete_response_says_why() {
    let incomplete = |reason: &str| {
        let payload = format!(
            r#"{{"type":"response.incomplete","response":{{"incomplete_details":{{"reason":"{reason}"}}}}}}"#
        );
        ending("openai-responses", &stream(&[&payload]))
    };
    assert_eq!(incomplete("max_output_tokens"), Ending::Length);
    assert_eq!(incomplete("content_filter"), Ending::Refused);
}

#[test]
fn a_payload_that_cannot_be_read_is_kept_and_the_answer_is_not_called_complete() {
    let body = stream(&[HI, r#"{"choices":[{"delta":{"content":"#, HI, STOP]);
    let events = events("openai-chat", &body);
    let answer: Answer = events.iter().collect();
    assert_eq!(answer.text, "HiHi");
    assert_eq!(error_code(&answer.ending.unwrap()), "bad-answer");
    assert!(
        events
            .iter()
            .any(|event| matches!(event, Event::Other { kind, .. } if kind == "unreadable"))
    );
}

#[test]
fn half_a_surrogate_pair_is_no_reason_to_lose_a_payload() {
    let half = r#"{"choices":[{"delta":{"content":"a\ud83d"}}]}"#;
    assert_eq!(
        answer("openai-chat", &stream(&[half, STOP])).text,
        "a\u{fffd}"
    );
}

#[test]
fn a_web_page_is_told_as_what_it_is() {
    let page = "\u{feff}\n<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head></html>";
    for wire in ["openai-chat", "openai-responses"] {
        let Ending::Error { code, message } = ending(wire, page) else {
            panic!("a page is no answer");
        };
        assert_eq!(code.as_deref(), Some("not-an-api"));
        assert!(message.contains("502 Bad Gateway"), "{message}");
    }
}

#[test]
fn text_and_other_documents_are_told_as_what_they_are() {
    assert_eq!(
        error_code(&ending("openai-chat", "Internal Server Error")),
        "not-an-api"
    );
    assert_eq!(
        error_code(&ending("openai-chat", r#"{"hello":"world"}"#)),
        "not-an-api"
    );
    assert_eq!(
        error_code(&ending(
            "openai-chat",
            r#"{"error":{"message":"x","code":"bad_key"}}"#
        )),
        "bad_key"
    );
    assert_eq!(
        error_code(&ending("openai-chat", r#"{"error":{"mess"#)),
        "not-an-api"
    );
}

#[test]
fn an_answer_that_came_whole_instead_of_streamed_is_read() {
    let completion = r#"{"id":"c","object":"chat.completion","choices":[{"index":0,"message":{"role":"assistant","content":"Hi"},"finish_reason":"stop"}],"usage":{"prompt_tokens":1,"completion_tokens":1}}"#;
    let chat = answer("openai-chat", completion);
    assert_eq!((&*chat.text, chat.ending), ("Hi", Some(Ending::Complete)));
    let response = r#"{"id":"r","object":"response","status":"completed","model":"m","output":[{"type":"message","id":"i","content":[{"type":"output_text","text":"Hi"}]}]}"#;
    let responses = answer("openai-responses", response);
    assert_eq!(
        (&*responses.text, responses.ending),
        ("Hi", Some(Ending::Complete))
    );
}

#[test]
fn a_second_answer_in_one_body_is_read_and_its_cut_is_seen() {
    let one = |text: &str| {
        stream(&[
            r#"{"type":"response.created","response":{"id":"r"}}"#,
            &format!(
                r#"{{"type":"response.output_text.delta","output_index":0,"delta":"{text}"}}"#
            ),
            r#"{"type":"response.completed","response":{"status":"completed"}}"#,
        ])
    };
    let body = one("a") + &one("b");
    assert_eq!(answer("openai-responses", &body).text, "ab");
    assert_eq!(ending("openai-responses", &body), Ending::Complete);
    let cut = &body[..body.rfind("event: ").unwrap_or(body.len() - 70)];
    assert_eq!(ending("openai-responses", cut), Ending::Truncated);
}

#[test]
fn an_anthropic_answer_is_whole_with_its_message_stop() {
    let delta = |reason: &str| {
        format!(
            r#"{{"type":"message_delta","delta":{{"stop_reason":"{reason}"}},"usage":{{"output_tokens":3}}}}"#
        )
    };
    let of = |reason: &str| {
        let body = stream(&[
            r#"{"type":"message_start","message":{"id":"m","usage":{"input_tokens":5,"cache_read_input_tokens":4}}}"#,
            &delta(reason),
            r#"{"type":"message_stop"}"#,
        ]);
        answer("anthropic", &body)
    };
    assert_eq!(of("end_turn").ending, Some(Ending::Complete));
    assert_eq!(of("max_tokens").ending, Some(Ending::Length));
    assert_eq!(of("refusal").ending, Some(Ending::Refused));
    assert_eq!(error_code(&of("pause_turn").ending.unwrap()), "pause_turn");
    let usage = of("end_turn").usage.unwrap();
    assert_eq!(
        (
            usage.input_tokens,
            usage.cached_input_tokens,
            usage.output_tokens
        ),
        (9, 4, 3)
    );
    assert_eq!(
        ending("anthropic", &stream(&[&delta("end_turn")])),
        Ending::Truncated
    );
    let overloaded =
        r#"{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}"#;
    assert_eq!(
        error_code(&ending("anthropic", &stream(&[overloaded]))),
        "overloaded_error"
    );
}

#[test]
fn anthropic_tool_input_that_is_invalid_fails_its_call_alone() {
    let body = stream(&[
        r#"{"type":"message_start","message":{"id":"m"}}"#,
        r#"{"type":"content_block_start","index":0,"content_block":{"type":"tool_use","id":"a","name":"f","input":{}}}"#,
        r#"{"type":"content_block_start","index":1,"content_block":{"type":"tool_use","id":"b","name":"f","input":{}}}"#,
        r#"{"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":"{\"x\":oops"}}"#,
        r#"{"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"{\"x\":1}"}}"#,
        r#"{"type":"content_block_stop","index":0}"#,
        r#"{"type":"content_block_stop","index":1}"#,
        r#"{"type":"message_delta","delta":{"stop_reason":"tool_use"}}"#,
        r#"{"type":"message_stop"}"#,
    ]);
    let calls = answer("anthropic", &body).tool_calls;
    assert!(
        calls[0]
            .failure
            .as_ref()
            .unwrap()
            .contains("not valid JSON"),
        "{calls:?}"
    );
    assert_eq!(calls[0].arguments, r#"{"x":oops"#, "what came is kept");
    assert_eq!(
        (&calls[1].failure, calls[1].arguments["x"].as_i64()),
        (&None, Some(1))
    );
}

#[test]
fn a_gemini_answer_ends_by_its_finish_reason() {
    let of = |reason: &str| {
        let payload = format!(
            r#"{{"candidates":[{{"content":{{"parts":[{{"text":"Hi"}}]}},"finishReason":"{reason}"}}]}}"#
        );
        ending("gemini", &stream(&[&payload]))
    };
    assert_eq!(of("STOP"), Ending::Complete);
    assert_eq!(of("MAX_TOKENS"), Ending::Length);
    assert_eq!(of("SAFETY"), Ending::Refused);
    assert_eq!(
        error_code(&of("MALFORMED_FUNCTION_CALL")),
        "MALFORMED_FUNCTION_CALL"
    );
    let blocked = r#"{"promptFeedback":{"blockReason":"SAFETY"}}"#;
    assert_eq!(ending("gemini", &stream(&[blocked])), Ending::Refused);
    assert_eq!(
        ending(
            "gemini",
            &stream(&[r#"{"candidates":[{"content":{"parts":[{"text":"Hi"}]}}]}"#])
        ),
        Ending::Truncated
    );
    let list = r#"[{"candidates":[{"content":{"parts":[{"text":"Hi"}]},"finishReason":"STOP"}]}]"#;
    assert_eq!(
        answer("gemini", list).text,
        "Hi",
        "the form without alt=sse"
    );
}

#[test]
fn gemini_arguments_by_path_settle_as_they_come() {
    let first = r#"{"candidates":[{"content":{"parts":[{"functionCall":{"name":"f","willContinue":true}}]}}]}"#;
    let city = r#"{"candidates":[{"content":{"parts":[{"functionCall":{"partialArgs":[{"jsonPath":"$.city","stringValue":"Rome"}],"willContinue":true}}]}}]}"#;
    let days = r#"{"candidates":[{"content":{"parts":[{"functionCall":{"partialArgs":[{"jsonPath":"$.days[0]","numberValue":2}],"willContinue":true}}]}}]}"#;
    let seen = events("gemini", &stream(&[first, city, days]));
    let settled: Vec<_> = seen
        .iter()
        .filter_map(|event| match event {
            Event::ToolArgumentSettled { path, value, .. } => Some(format!("{path} {value}")),
            _ => None,
        })
        .collect();
    // The number may still go on as far as its text tells.
    assert_eq!(settled, [r#"/city "Rome""#]);
    let last =
        r#"{"candidates":[{"content":{"parts":[{"functionCall":{}}]},"finishReason":"STOP"}]}"#;
    let calls = answer("gemini", &stream(&[first, city, days, last])).tool_calls;
    assert_eq!(
        calls[0].arguments.to_string(),
        r#"{"city":"Rome","days":[2]}"#
    );
}

#[test]
fn an_ollama_answer_ends_with_its_done_line() {
    let hi = r#"{"model":"m","message":{"role":"assistant","thinking":"Hm.","content":"Hi"},"done":false}"#;
    let done = r#"{"model":"m","message":{"content":""},"done":true,"done_reason":"stop","prompt_eval_count":9,"eval_count":1}"#;
    let whole = answer("ollama", &format!("{hi}\n{done}"));
    assert_eq!((&*whole.text, &*whole.reasoning), ("Hi", "Hm."));
    assert_eq!(
        whole.ending,
        Some(Ending::Complete),
        "the last line needs no line end"
    );
    assert_eq!(whole.usage.unwrap().output_tokens, 1);
    assert_eq!(
        ending("ollama", &format!("{hi}\n{}", &done[..done.len() - 1])),
        Ending::Truncated
    );
    let length = done.replace("stop", "length");
    assert_eq!(
        ending("ollama", &format!("{hi}\n{length}\n")),
        Ending::Length
    );
    assert_eq!(
        error_code(&ending(
            "ollama",
            &format!("{hi}\n{{\"error\":\"out of memory\"}}\n")
        )),
        "none"
    );
    let call = r#"{"message":{"tool_calls":[{"function":{"name":"f","arguments":{"x":1}}},{"function":{"name":"f","arguments":{"x":2}}}]}}"#;
    let calls = answer("ollama", &format!("{call}\n{done}\n"));
    assert_eq!(
        (calls.tool_calls.len(), calls.ending),
        (2, Some(Ending::ToolCalls))
    );
}
