//! The server does what a scenario says, as seen by a client that reads bytes and by the wires.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::io::{Read, Write};
use std::net::TcpStream;

use ichiban_model::{Answer, Ending, Endpoint, Message, Output, Request, Role, wire};
use ichiban_replay::{Options, Server};
use serde_json::{Value, json};

/// Every wire, and what stands between the scenario and its operation.
const WIRES: &[(&str, &str)] = &[
    ("openai-chat", "/v1"),
    ("openai-responses", "/v1"),
    ("anthropic", "/v1"),
    ("gemini", "/v1beta"),
    ("ollama", ""),
];

fn server() -> Server {
    Server::start(&Options::default()).unwrap()
}

/// A request for two texts, as the tools ask.
fn request() -> Request {
    let question = json!({"items": {"1": {"text": "Open {name}"}, "2": {"text": "Save"}}});
    Request {
        model: "replay".to_owned(),
        messages: vec![
            Message::text(Role::System, "Translate."),
            Message::text(Role::User, question.to_string()),
        ],
        output: Output::JsonSchema {
            name: "translations".to_owned(),
            schema: json!({"type": "object", "properties": {
                "1": {"type": "string"}, "2": {"type": "string"},
            }}),
            strict: true,
        },
        ..Request::default()
    }
}

/// Sends a request as a wire writes it; gives the response's head, and its body without chunking.
fn send(server: &Server, wire: &str, scenario: &str, root: &str) -> (String, Vec<u8>) {
    let endpoint = Endpoint {
        base_url: server.url(scenario) + root,
        api_key: Some("right".to_owned()),
    };
    let http = wire::by_name(wire).unwrap().encode(&endpoint, &request());
    let path = http
        .url
        .split_once(&server.address().to_string())
        .unwrap()
        .1;
    let mut head = format!(
        "POST {path} HTTP/1.1\r\ncontent-length: {}\r\n",
        http.body.len()
    );
    for (name, value) in &http.headers {
        head.extend([name, ": ", value, "\r\n"]);
    }
    let mut stream = TcpStream::connect(server.address()).unwrap();
    stream.write_all(format!("{head}\r\n").as_bytes()).unwrap();
    stream.write_all(&http.body).unwrap();
    let mut response = Vec::new();
    stream.read_to_end(&mut response).unwrap();
    let end = response
        .windows(4)
        .position(|window| window == b"\r\n\r\n")
        .unwrap()
        + 4;
    let head = String::from_utf8(response[..end].to_vec()).unwrap();
    let body = &response[end..];
    let body = if head.contains("chunked") {
        unchunk(body)
    } else {
        body.to_vec()
    };
    (head, body)
}

fn unchunk(mut body: &[u8]) -> Vec<u8> {
    let mut whole = Vec::new();
    while let Some(end) = body.windows(2).position(|window| window == b"\r\n") {
        let size = usize::from_str_radix(std::str::from_utf8(&body[..end]).unwrap(), 16).unwrap();
        if size == 0 {
            break;
        }
        whole.extend_from_slice(&body[end + 2..end + 2 + size]);
        body = &body[end + 4 + size..];
    }
    whole
}

fn ask(server: &Server, wire: &str, scenario: &str, root: &str) -> Answer {
    let (_, body) = send(server, wire, scenario, root);
    let mut decoder = wire::by_name(wire).unwrap().decoder();
    let mut events = Vec::new();
    decoder.push(&body, &mut events);
    decoder.finish(&mut events);
    events.iter().collect()
}

#[test]
fn every_wire_carries_the_answer_however_it_is_cut_into_chunks() {
    let server = server();
    for (wire, root) in WIRES {
        for scenario in ["well", "well,chunk=1", "well,chunk=7", "well,trailer"] {
            let answer = ask(&server, wire, scenario, root);
            let document: Value = serde_json::from_str(&answer.text).unwrap();
            assert_eq!(document, expected(), "{wire} {scenario}");
            assert_eq!(answer.ending, Some(Ending::Complete), "{wire} {scenario}");
            assert!(answer.usage.is_some(), "{wire} {scenario}");
        }
    }
}

#[test]
fn a_cut_body_and_one_that_a_proxy_ended_early_are_truncated() {
    let server = server();
    for (wire, root) in WIRES {
        for scenario in ["cut,cut=60", "stopped,stop=60"] {
            let answer = ask(&server, wire, scenario, root);
            assert_eq!(answer.ending, Some(Ending::Truncated), "{wire} {scenario}");
            assert!(!answer.text.is_empty(), "{wire} {scenario}");
        }
    }
}

#[test]
fn what_goes_wrong_in_the_middle_is_an_error() {
    let server = server();
    for (wire, root) in WIRES {
        for scenario in ["broken,error", "broken,malformed"] {
            let answer = ask(&server, wire, scenario, root);
            assert!(
                matches!(answer.ending, Some(Ending::Error { .. })),
                "{wire} {scenario}"
            );
        }
    }
}

#[test]
fn errors_come_with_their_headers_and_pass_after_their_number_of_times() {
    let server = server();
    let scenario = "busy,status=429,retry-after=1,times=2";
    for _ in 0..2 {
        let (head, body) = send(&server, "openai-chat", scenario, "/v1");
        assert!(head.starts_with("HTTP/1.1 429"), "{head}");
        assert!(head.contains("retry-after: 1"), "{head}");
        assert!(body.starts_with(b"{\"error\""));
    }
    let (head, _) = send(&server, "openai-chat", scenario, "/v1");
    assert!(head.starts_with("HTTP/1.1 200"), "{head}");
    assert_eq!(server.sent("busy").len(), 3);
    assert_eq!(server.sent("busy")[0].path, "/v1/chat/completions");
}

#[test]
fn a_key_is_asked_for() {
    let server = server();
    assert!(
        send(&server, "openai-chat", "mine,key=right", "/v1")
            .0
            .starts_with("HTTP/1.1 200")
    );
    assert!(
        send(&server, "openai-chat", "mine,key=other", "/v1")
            .0
            .starts_with("HTTP/1.1 401")
    );
}

#[test]
fn a_page_in_place_of_an_answer_and_a_setting_that_is_none() {
    let server = server();
    let (head, body) = send(&server, "openai-chat", "web,html", "/v1");
    assert!(
        head.contains("text/html") && body.starts_with(b"<!doctype"),
        "{head}"
    );
    assert!(
        send(&server, "openai-chat", "x,nonsense", "/v1")
            .0
            .starts_with("HTTP/1.1 400")
    );
    let without_cors = send(&server, "openai-chat", "x,no-cors", "/v1").0;
    assert!(!without_cors.contains("access-control"), "{without_cors}");
}

/// The bodies and the endings of a wire's answer with a fault at each of its events, from the first
/// to one beyond the last.
fn at_each_event(server: &Server, wire: &str, root: &str, fault: &str) -> Vec<Answer> {
    let (_, body) = send(server, wire, "clean", root);
    let mark: &[u8] = if wire == "ollama" { b"\n" } else { b"\n\n" };
    let events = body.windows(mark.len()).filter(|it| *it == mark).count();
    assert!(events > 5, "{wire}: {events} events");
    (1..=events + 1)
        .map(|nth| ask(server, wire, &format!("{fault}{nth},{fault}={nth}"), root))
        .collect()
}

fn document(answer: &Answer) -> Option<Value> {
    serde_json::from_str(&answer.text).ok()
}

fn expected() -> Value {
    json!({"1": "Ópéñ {name}", "2": "Šávé"})
}

#[test]
fn a_disconnection_at_any_event_is_truncated_until_the_answer_is_over() {
    let server = server();
    for (wire, root) in WIRES {
        for fault in ["cut-after", "stop-after"] {
            let answers = at_each_event(&server, wire, root, fault);
            let over = answers
                .iter()
                .position(|answer| answer.ending == Some(Ending::Complete));
            let over = over.unwrap_or_else(|| panic!("{wire} {fault}: never complete"));
            // The terminal event is one of the last three.
            assert!(over + 4 >= answers.len(), "{wire} {fault}: {over}");
            for (at, answer) in answers.iter().enumerate() {
                let wanted = if at < over {
                    Ending::Truncated
                } else {
                    Ending::Complete
                };
                assert_eq!(answer.ending, Some(wanted), "{wire} {fault} {at}");
                if at >= over {
                    assert_eq!(document(answer), Some(expected()), "{wire} {fault} {at}");
                }
            }
        }
    }
}

#[test]
fn an_event_that_comes_twice_or_too_late_never_passes_for_another_answer() {
    let server = server();
    for (wire, root) in WIRES {
        for fault in ["duplicate", "reorder"] {
            let answers = at_each_event(&server, wire, root, fault);
            let right = answers
                .iter()
                .filter(|answer| document(answer) == Some(expected()))
                .count();
            // Those at either end carry no text.
            assert!(right >= 2, "{wire} {fault}: {right} of {}", answers.len());
            for (at, answer) in answers.iter().enumerate() {
                assert!(answer.ending.is_some(), "{wire} {fault} {at}");
                // What is not the answer is no shorter without being told so.
                if answer.text.chars().count() < expected().to_string().chars().count() {
                    assert_ne!(answer.ending, Some(Ending::Complete), "{wire} {fault} {at}");
                }
            }
        }
    }
}

#[test]
fn a_stall_and_an_event_of_a_megabyte_change_nothing() {
    let server = server();
    for (wire, root) in WIRES {
        for scenario in [
            "stalled,stall=50",
            "large,pad=1048576",
            "large,pad=1048576,chunk=997",
        ] {
            let answer = ask(&server, wire, scenario, root);
            assert_eq!(document(&answer), Some(expected()), "{wire} {scenario}");
            assert_eq!(answer.ending, Some(Ending::Complete), "{wire} {scenario}");
        }
    }
}

/// Unpacks gzip that is stored.
fn unpacked(mut body: &[u8]) -> Vec<u8> {
    let mut whole = Vec::new();
    body = &body[10..];
    loop {
        let length = usize::from(u16::from_le_bytes([body[1], body[2]]));
        whole.extend_from_slice(&body[5..5 + length]);
        if body[0] == 1 {
            assert_eq!(body.len(), 13);
            return whole;
        }
        body = &body[5 + length..];
    }
}

#[test]
fn a_body_in_gzip_is_the_same_body() {
    let server = server();
    for (wire, root) in WIRES {
        let (_, plain) = send(&server, wire, "plain,pad=100000", root);
        let (head, packed) = send(&server, wire, "packed,pad=100000,gzip,trailer", root);
        assert!(head.contains("content-encoding: gzip"), "{head}");
        assert_eq!(unpacked(&packed), plain, "{wire}");
    }
}
