//! The Responses API over a WebSocket: the same events as over HTTP, turn after turn.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::time::Duration;

use ichiban_model::wire::openai_responses::{Heard, Session};
use ichiban_model::{Ending, Endpoint, Event, HttpRequest, Message, Request, Role, wire};
use serde_json::{Value, json};

const NOW: Duration = Duration::from_secs(1000);

fn request(messages: &[(Role, &str)]) -> HttpRequest {
    let endpoint = Endpoint {
        base_url: "ws://localhost:9000/v1".to_owned(),
        api_key: None,
    };
    let messages = messages.iter();
    let request = Request {
        model: "m".to_owned(),
        messages: messages
            .map(|(role, text)| Message::text(*role, *text))
            .collect(),
        ..Request::default()
    };
    let wire = wire::by_name("openai-responses").unwrap();
    wire.encode(&endpoint, &request)
}

fn payloads() -> Vec<Value> {
    vec![
        json!({"type": "response.created", "response": {"id": "resp_1", "model": "m"}}),
        json!({"type": "response.output_text.delta", "output_index": 0, "content_index": 0, "delta": "Hé\n"}),
        json!({"type": "response.output_text.delta", "output_index": 0, "content_index": 0, "delta": "🚀"}),
        json!({"type": "response.completed", "response": {"id": "resp_1", "status": "completed", "usage": {"input_tokens": 3, "output_tokens": 2}}}),
    ]
}

const FIRST: &[(Role, &str)] = &[(Role::User, "Hello")];
const SECOND: &[(Role, &str)] = &[
    (Role::User, "Hello"),
    (Role::Assistant, "Hé\n🚀"),
    (Role::User, "And?"),
];

fn sent(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn answered(session: &mut Session) {
    let mut events = Vec::new();
    for payload in payloads() {
        session.hear(&payload.to_string(), &mut events);
    }
    assert!(matches!(events.last(), Some(Event::Ended { .. })));
}

#[test]
fn messages_give_the_events_that_a_stream_gives() {
    let mut decoder = wire::by_name("openai-responses").unwrap().decoder();
    let (mut streamed, mut heard) = (Vec::new(), Vec::new());
    for payload in payloads() {
        decoder.push(format!("data: {payload}\n\n").as_bytes(), &mut streamed);
    }
    decoder.finish(&mut streamed);
    let mut session = Session::default();
    session.ask(&request(FIRST), NOW);
    let mut last = Heard::Going;
    for payload in payloads() {
        // As a server may lay it out.
        let text = serde_json::to_string_pretty(&payload).unwrap();
        last = session.hear(&text, &mut heard);
    }
    assert_eq!((heard, last), (streamed, Heard::Over));
}

#[test]
fn a_turn_that_goes_on_sends_only_what_is_new() {
    let socket = request(FIRST).socket;
    assert_eq!(socket.as_deref(), Some("ws://localhost:9000/v1/responses"));
    let mut session = Session::default();
    let first = session.ask(&request(FIRST), NOW);
    assert!(first.connect && !session.goes_on(&request(SECOND)));
    let message = sent(&first.text);
    assert_eq!(message["type"], "response.create");
    assert_eq!(message.get("stream"), None);
    answered(&mut session);

    assert!(session.goes_on(&request(SECOND)) && !session.goes_on(&request(FIRST)));
    let second = session.ask(&request(SECOND), NOW);
    assert!(!second.connect);
    let message = sent(&second.text);
    assert_eq!(message["previous_response_id"], "resp_1");
    assert_eq!(message["input"].as_array().unwrap().len(), 1);
    answered(&mut session);

    // One in which the answer was changed is sent whole.
    let changed = [FIRST[0], (Role::Assistant, "Ho"), (Role::User, "And?")];
    let mut edited = Session::default();
    edited.ask(&request(FIRST), NOW);
    answered(&mut edited);
    let message = edited.ask(&request(&changed), NOW);
    assert_eq!(sent(&message.text).get("previous_response_id"), None);

    // Another conversation on the same connection is sent whole.
    let other = session.ask(&request(&[(Role::User, "Other")]), NOW);
    assert_eq!(sent(&other.text).get("previous_response_id"), None);
    assert!(!other.connect);
}

#[test]
fn a_connection_is_changed_before_it_is_too_old() {
    let mut session = Session::default();
    session.ask(&request(FIRST), NOW);
    answered(&mut session);
    let later = NOW + Duration::from_mins(59);
    let second = session.ask(&request(SECOND), later);
    assert!(second.connect);
    let message = sent(&second.text);
    assert_eq!(message.get("previous_response_id"), None);
    assert_eq!(message["input"].as_array().unwrap().len(), 3);
}

#[test]
fn what_the_server_has_forgotten_is_asked_again_whole_and_once() {
    for code in [
        "previous_response_not_found",
        "websocket_connection_limit_reached",
    ] {
        let mut session = Session::default();
        session.ask(&request(FIRST), NOW);
        answered(&mut session);
        session.ask(&request(SECOND), NOW);
        let error =
            json!({"type": "error", "status": 400, "error": {"code": code, "message": "Gone."}})
                .to_string();
        let mut events = Vec::new();
        assert_eq!(session.hear(&error, &mut events), Heard::Again);
        assert_eq!(events, []);
        let again = session.ask_again(&request(SECOND), NOW);
        assert!(again.connect);
        assert_eq!(sent(&again.text)["input"].as_array().unwrap().len(), 3);
        assert_eq!(session.hear(&error, &mut events), Heard::Declined(400));
        assert_eq!(events, []);
    }
}

#[test]
fn an_error_without_a_status_and_one_within_an_answer_end_it() {
    let error = json!({"type": "error", "status": 500, "error": {"code": "x", "message": "Gone."}});
    let plain = json!({"type": "error", "code": "x", "message": "Gone."});
    for (begun, error) in [(1, error), (0, plain)] {
        let mut session = Session::default();
        session.ask(&request(FIRST), NOW);
        let mut events = Vec::new();
        for payload in payloads().iter().take(begun) {
            session.hear(&payload.to_string(), &mut events);
        }
        assert_eq!(session.hear(&error.to_string(), &mut events), Heard::Over);
        assert!(matches!(
            events.last(),
            Some(Event::Ended {
                ending: Ending::Error { .. }
            })
        ));
    }
}

#[test]
fn a_loss_at_any_place_goes_by_http_or_is_told_as_a_cut() {
    for heard in 0..payloads().len() {
        let mut session = Session::default();
        session.ask(&request(FIRST), NOW);
        let mut events = Vec::new();
        for payload in payloads().iter().take(heard) {
            session.hear(&payload.to_string(), &mut events);
        }
        let lost = session.lost(&mut events);
        if heard == 0 {
            assert_eq!((lost, events.as_slice()), (Heard::ByHttp, [].as_slice()));
        } else {
            assert_eq!(lost, Heard::Over);
            assert_eq!(
                events.last(),
                Some(&Event::Ended {
                    ending: Ending::Truncated
                })
            );
        }
        assert!(session.ask(&request(FIRST), NOW).connect);
    }
}
