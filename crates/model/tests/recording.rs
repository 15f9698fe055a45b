//! Exchanges as files.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::time::Duration;

use ichiban_model::recording::{Arrived, Recording};
use ichiban_model::{Ending, Endpoint, Event, Message, Request, Role, wire};
use proptest::prelude::*;

const KEY: &str = "sk-very-secret";

fn recording(wire_name: &str) -> Recording {
    let endpoint = Endpoint {
        base_url: format!("https://me:{KEY}@api.test/v1?key={KEY}&api-version=2"),
        api_key: Some(KEY.to_owned()),
    };
    let request = Request {
        model: "m".to_owned(),
        messages: vec![Message::text(Role::User, format!("My key is {KEY}."))],
        ..Request::default()
    };
    let http = wire::by_name(wire_name)
        .unwrap()
        .encode(&endpoint, &request);
    Recording::of(wire_name, &http, &endpoint)
}

const BODY: &str = "data: {\"id\":\"c\",\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hé🚀 sk-very-secret\"}}]}\n\ndata: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";

fn recorded(length: usize, end: Option<Arrived>) -> Recording {
    let mut recording = recording("openai-chat");
    let mut at = Duration::from_millis(100);
    recording.take(
        at,
        Arrived::Head {
            status: 200,
            headers: vec![
                ("content-type".to_owned(), "text/event-stream".to_owned()),
                ("Set-Cookie".to_owned(), "session=1".to_owned()),
                ("x-echo".to_owned(), format!("Bearer {KEY}")),
            ],
        },
    );
    for piece in BODY.as_bytes().chunks(length) {
        at += Duration::from_millis(7);
        recording.take(at, Arrived::Body(piece.to_vec()));
    }
    if let Some(end) = end {
        recording.take(at + Duration::from_millis(1), end);
    }
    recording
}

#[test]
fn no_key_is_in_a_recording_of_any_wire() {
    let dialects = wire::openai_chat::DIALECTS
        .iter()
        .map(|dialect| dialect as &dyn wire::Wire);
    for wire in wire::WIRES.iter().copied().chain(dialects) {
        let lines = recording(wire.name()).to_lines().unwrap();
        assert!(!lines.contains("secret"), "{lines}");
        assert!(lines.contains("https://api.test/"), "{lines}");
    }
}

#[test]
fn what_a_server_quotes_of_the_key_is_masked_however_it_is_cut() {
    for length in 1..60 {
        let lines = recorded(length, Some(Arrived::End)).to_lines().unwrap();
        let read = Recording::read(&lines).unwrap();
        let mut body = Vec::new();
        for (_, arrived) in read.arrived() {
            if let Arrived::Body(piece) = arrived {
                body.extend_from_slice(piece);
            }
        }
        let body = String::from_utf8(body).unwrap();
        assert!(!body.contains("secret"), "{body}");
        assert!(!lines.contains("session=1") && !lines.contains("very-secret"));
        assert_eq!(body.len(), BODY.len());
    }
}

#[test]
fn a_file_that_is_no_recording_says_which_line() {
    for (text, line) in [
        ("", 1),
        ("{}", 1),
        ("\nsomething", 2),
        (
            "{\"recording\":9,\"wire\":\"x\",\"method\":\"POST\",\"url\":\"\",\"headers\":[],\"body\":\"\"}",
            1,
        ),
        (
            "{\"recording\":1,\"wire\":\"x\",\"method\":\"POST\",\"url\":\"\",\"headers\":[],\"body\":\"\"}\n{\"at\":1,\"hex\":\"e\"}",
            2,
        ),
    ] {
        assert_eq!(Recording::read(text).unwrap_err().line, line, "{text}");
    }
}

#[test]
fn a_cut_recording_ends_as_cut() {
    let mut recording = recording("openai-chat");
    let half = BODY.split("data: {\"choices\"").next().unwrap();
    recording.take(
        Duration::from_millis(5),
        Arrived::Body(half.as_bytes().to_vec()),
    );
    let cut = Event::Ended {
        ending: Ending::Truncated,
    };
    assert_eq!(recording.events().last().unwrap().1, cut);
    recording.take(Duration::from_millis(9), Arrived::Lost);
    assert_eq!(
        recording.events().last().unwrap(),
        &(Duration::from_millis(9), cut)
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn a_recording_is_replayed_to_the_same_events_at_the_same_times(length in 1_usize..300) {
        let recording = recorded(length, Some(Arrived::End));
        let read = Recording::read(&recording.to_lines().unwrap()).unwrap();
        let masked = |events: Vec<(Duration, Event)>| format!("{events:?}").replace(KEY, "**************");
        let events = read.events();
        let ends = matches!(&events.last().unwrap().1, Event::Ended { ending: Ending::Complete });
        prop_assert!(ends);
        prop_assert_eq!(masked(events), masked(recording.events()));
        // Written again it is the same file.
        let lines = recording.to_lines().unwrap();
        prop_assert_eq!(Recording::read(&lines).unwrap().to_lines().unwrap(), lines);
    }
}
