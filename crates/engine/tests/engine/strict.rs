//! Questions whose answers are held to a schema while they stream.

use ichiban_model::{Ending, Event, HttpRequest, Message, Output, Request, Role};
use serde_json::{Value, json};

use crate::asking::{End, Page, failed, streamed, text};
use crate::network::{Act, ending, head, pieces};

fn request() -> Request {
    Request {
        model: String::from("scripted"),
        messages: vec![Message::text(Role::User, "Who?")],
        output: Output::JsonSchema {
            name: String::from("person"),
            schema: json!({
                "type": "object",
                "properties": {"name": {"type": "string"}, "level": {"enum": ["low", "high"]}},
                "required": ["name", "level"],
                "additionalProperties": false,
            }),
            strict: true,
        },
        ..Request::default()
    }
}

const RIGHT: &str = r#"{"name": "Ann", "level": "low"}"#;
const WRONG: &str = r#"{"name": "Ann", "level": "medium, and so on for a very long while"}"#;

fn body(request: &HttpRequest) -> Value {
    serde_json::from_slice(&request.body).unwrap()
}

/// Asks, and answers each request by the next text, the last one for ever.
fn asked(wire: &str, answers: &'static [&'static str]) -> Page {
    let mut page = Page::new(move |_, count| streamed(answers[count.min(answers.len() - 1)]));
    page.ask_by(1, wire, &request());
    page.settle();
    page
}

fn resumptions(events: &[Event]) -> usize {
    let is_one = |event: &&Event| matches!(event, Event::Resumed { .. });
    events.iter().filter(is_one).count()
}

#[test]
fn the_server_is_told_the_schema_and_a_right_answer_is_told_as_it_came() {
    let page = asked("openai-chat", &[RIGHT]);
    let format = &body(&page.network.requests()[0])["response_format"];
    assert_eq!(format["json_schema"]["strict"], true);
    let (events, over) = page.heard(1);
    assert_eq!(text(&events), RIGHT);
    assert_eq!((resumptions(&events), over), (0, End::Well));
}

#[test]
fn a_violation_stops_the_answer_and_it_is_asked_again() {
    let page = asked("openai-chat", &[WRONG, RIGHT]);
    let (events, over) = page.heard(1);
    assert_eq!(text(&events), RIGHT);
    assert_eq!((resumptions(&events), over), (1, End::Well));
    assert_eq!(
        events.last(),
        Some(&Event::Ended {
            ending: Ending::Complete
        })
    );
    let requests = page.network.requests();
    assert_eq!(requests.len(), 2);
    let messages = body(&requests[1])["messages"].clone();
    assert_eq!(messages[1]["content"], r#"{"name": "Ann", "level""#);
    assert_eq!(messages[2]["role"], "user");
    // The first answer was stopped in its chunk: it never ended by itself.
    assert_eq!(page.network.open(), 0);
    assert_eq!(page.network.most_open(), 1);
}

#[test]
fn where_the_model_goes_on_from_a_prefix_only_the_rest_is_generated() {
    let page = asked("openai-chat:vllm", &[WRONG, r#": "low"}"#]);
    let (events, over) = page.heard(1);
    assert_eq!(text(&events), RIGHT);
    assert_eq!(over, End::Well);
    let kept = events.iter().find_map(|event| match event {
        Event::Resumed { kept, .. } => Some(kept.0),
        _ => None,
    });
    assert!(kept > Some(4), "{kept:?}");
    let second = body(&page.network.requests()[1]);
    assert_eq!(second["continue_final_message"], true);
    assert_eq!(second["response_format"], Value::Null);
}

#[test]
fn a_server_that_refuses_the_prefix_is_asked_for_the_whole() {
    let mut page = Page::new(|_, count| match count {
        0 => streamed(WRONG),
        1 => vec![Act::Head(400, vec![]), Act::End],
        _ => streamed(RIGHT),
    });
    page.ask_by(1, "openai-chat:llama.cpp", &request());
    page.settle();
    let (events, over) = page.heard(1);
    assert_eq!((text(&events).as_str(), over), (RIGHT, End::Well));
    assert_eq!(page.network.requests().len(), 3);
}

#[test]
fn an_answer_that_stays_wrong_fails_and_is_not_complete() {
    let page = asked("openai-chat", &[WRONG]);
    let (events, over) = page.heard(1);
    assert_eq!(page.network.requests().len(), 3);
    assert_eq!(text(&events), r#"{"name": "Ann", "level""#);
    assert_eq!(over, failed("bad-answer"));
    assert!(matches!(
        events.last(),
        Some(Event::Ended {
            ending: Ending::Error { .. }
        })
    ));
}

#[test]
fn an_end_before_the_document_is_whole_is_asked_on() {
    let page = asked("openai-chat", &[r#"{"name": "Ann""#, RIGHT]);
    let (events, over) = page.heard(1);
    assert_eq!((text(&events).as_str(), over), (RIGHT, End::Well));
    let page = asked("openai-chat", &["", RIGHT]);
    assert_eq!(text(&page.heard(1).0), RIGHT);
}

#[test]
fn a_cut_answer_stays_cut() {
    let mut page = Page::new(|_, _| {
        let mut acts = vec![head()];
        acts.extend(pieces(RIGHT).into_iter().take(4).map(Act::Body));
        acts.push(Act::Cut);
        acts
    });
    page.ask_by(1, "openai-chat", &request());
    page.settle();
    let (events, over) = page.heard(1);
    assert_eq!(
        text(&events),
        r#"{"name": "Ann", "#.trim_end_matches([',', ' '])
    );
    assert_eq!(over, failed("cut-off"));
}

#[test]
fn a_busy_server_is_waited_for_in_the_middle_too() {
    let mut page = Page::new(|_, count| match count {
        0 => streamed(WRONG),
        1 => vec![Act::Head(429, vec![("retry-after", "2")]), Act::End],
        _ => streamed(RIGHT),
    });
    page.ask_by(1, "openai-chat", &request());
    page.settle();
    assert_eq!((text(&page.heard(1).0).as_str(), page.waits()), (RIGHT, 1));
}

#[test]
fn any_chunking_of_the_bodies_tells_the_same() {
    let whole = |text: &str| {
        let mut body = pieces(text).concat();
        body.extend(ending());
        body
    };
    for length in [1, 2, 3, 7, 40, 300, 10_000] {
        let mut page = Page::new(move |_, count| {
            let body = whole(if count == 0 { WRONG } else { RIGHT });
            let mut acts = vec![head()];
            acts.extend(body.chunks(length).map(|piece| Act::Body(piece.to_vec())));
            acts.push(Act::End);
            acts
        });
        page.ask_by(1, "openai-chat", &request());
        page.settle();
        let (events, over) = page.heard(1);
        assert_eq!(
            (text(&events).as_str(), over),
            (RIGHT, End::Well),
            "{length}"
        );
        assert_eq!(resumptions(&events), 1);
    }
}
