//! The Responses API over a WebSocket, from a client with a socket of its own.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::net::TcpStream;
use std::time::Duration;

use ichiban_model::wire::openai_responses::{Heard, Session};
use ichiban_model::{
    Answer, Ending, Endpoint, Event, HttpRequest, Message, Output, Request, Role, wire,
};
use ichiban_replay::{Options, Server};
use serde_json::json;
use tungstenite::WebSocket;
use tungstenite::stream::MaybeTlsStream;

const NOW: Duration = Duration::from_secs(1000);

fn server() -> Server {
    Server::start(&Options::default()).unwrap()
}

/// The question of a person for two texts, behind what was said before.
fn request(server: &Server, scenario: &str, before: &[Message]) -> HttpRequest {
    let endpoint = Endpoint {
        base_url: server.url(scenario).replace("http://", "ws://") + "/v1",
        api_key: None,
    };
    let question = json!({"items": {"1": {"text": "Open {name}"}, "2": {"text": "Save"}}});
    let mut messages = before.to_vec();
    messages.push(Message::text(Role::User, question.to_string()));
    let request = Request {
        model: "replay".to_owned(),
        messages,
        output: Output::JsonSchema {
            name: "translations".to_owned(),
            schema: json!({"type": "object", "properties": {
                "1": {"type": "string"}, "2": {"type": "string"},
            }}),
            strict: true,
        },
        ..Request::default()
    };
    let wire = wire::by_name("openai-responses").unwrap();
    wire.encode(&endpoint, &request)
}

/// A session and the sockets that it wants, one after the other.
#[derive(Default)]
struct Client {
    session: Session,
    socket: Option<WebSocket<MaybeTlsStream<TcpStream>>>,
    opened: usize,
}

impl Client {
    /// What comes of a turn: its events, and what is to be done after them.
    fn ask(&mut self, request: &HttpRequest) -> (Vec<Event>, Heard) {
        let mut events = Vec::new();
        let mut message = self.session.ask(request, NOW);
        loop {
            if message.connect {
                self.socket = None;
                let address = request.socket.as_deref().unwrap();
                match tungstenite::connect(address) {
                    Ok((socket, _)) => self.socket = Some(socket),
                    Err(_) => return self.lost(events),
                }
                self.opened += 1;
            }
            let socket = self.socket.as_mut().unwrap();
            socket.send(message.text.into()).unwrap();
            let heard = loop {
                let Ok(text) = socket.read() else {
                    return self.lost(events);
                };
                if !text.is_text() {
                    continue;
                }
                match self.session.hear(text.to_text().unwrap(), &mut events) {
                    Heard::Going => {}
                    heard => break heard,
                }
            };
            if heard != Heard::Again {
                return (events, heard);
            }
            message = self.session.ask_again(request, NOW);
        }
    }

    fn lost(&mut self, mut events: Vec<Event>) -> (Vec<Event>, Heard) {
        self.socket = None;
        let heard = self.session.lost(&mut events);
        (events, heard)
    }
}

/// The events of the same question over HTTP.
fn streamed(request: &HttpRequest) -> Vec<Event> {
    use std::io::{Read, Write};

    let (address, path) = request
        .url
        .strip_prefix("http://")
        .unwrap()
        .split_once('/')
        .unwrap();
    let mut stream = TcpStream::connect(address).unwrap();
    let length = request.body.len();
    let head = format!("POST /{path} HTTP/1.1\r\ncontent-length: {length}\r\n\r\n");
    stream.write_all(head.as_bytes()).unwrap();
    stream.write_all(&request.body).unwrap();
    let mut response = String::new();
    stream.read_to_string(&mut response).unwrap();
    let mut decoder = wire::by_name("openai-responses").unwrap().decoder();
    let mut events = Vec::new();
    let data = response.lines().filter(|line| line.starts_with("data: "));
    for line in data {
        decoder.push(format!("{line}\n\n").as_bytes(), &mut events);
    }
    decoder.finish(&mut events);
    events
}

fn ending(events: &[Event]) -> Option<Ending> {
    events.iter().collect::<Answer>().ending
}

#[test]
fn an_answer_over_a_socket_is_the_one_over_http_and_the_next_takes_the_same_connection() {
    let server = server();
    let first = request(&server, "well", &[]);
    let mut client = Client::default();
    let (events, heard) = client.ask(&first);
    assert_eq!(heard, Heard::Over);
    assert_eq!(ending(&events), Some(Ending::Complete));
    assert_eq!(events, streamed(&first));

    let answer = events.iter().collect::<Answer>().text;
    let before = [
        request_message(&first),
        Message::text(Role::Assistant, answer),
    ];
    let second = request(&server, "well", &before);
    let (events, heard) = client.ask(&second);
    assert_eq!(
        (ending(&events), heard),
        (Some(Ending::Complete), Heard::Over)
    );
    assert_eq!(client.opened, 1);

    let sent = server.sent("well");
    let last = &sent.last().unwrap().body;
    assert_eq!(last["previous_response_id"], "resp_replay");
    assert_eq!(last["input"].as_array().unwrap().len(), 1);
}

/// The message that a request's only item is of.
fn request_message(request: &HttpRequest) -> Message {
    let body: serde_json::Value = serde_json::from_slice(&request.body).unwrap();
    Message::text(Role::User, body["input"][0]["content"].as_str().unwrap())
}

#[test]
fn a_connection_that_is_lost_at_any_event_is_a_cut_until_the_answer_is_over() {
    let server = server();
    let whole = streamed(&request(&server, "clean", &[])).len();
    for end in ["cut-after", "stop-after"] {
        let mut complete = 0;
        for nth in 1..=whole + 2 {
            let scenario = format!("{end}{nth},{end}={nth}");
            let mut client = Client::default();
            let (events, heard) = client.ask(&request(&server, &scenario, &[]));
            match (heard, ending(&events)) {
                (Heard::Over, Some(Ending::Complete)) => complete += 1,
                (Heard::Over, Some(Ending::Truncated)) => {
                    assert_eq!(complete, 0, "{scenario}");
                }
                other => panic!("{scenario}: {other:?}"),
            }
        }
        assert!(complete > 0, "{end}");
    }
}

#[test]
fn where_no_socket_can_be_had_the_question_goes_by_http() {
    let server = server();
    for scenario in ["refused,no-socket", "silent,cut-after=0"] {
        let (events, heard) = Client::default().ask(&request(&server, scenario, &[]));
        assert_eq!((events, heard), (Vec::new(), Heard::ByHttp), "{scenario}");
    }
    let answer = streamed(&request(&server, "refused,no-socket", &[]));
    assert_eq!(ending(&answer), Some(Ending::Complete));
}

#[test]
fn an_answer_that_the_server_has_forgotten_is_asked_for_anew() {
    let server = server();
    let mut client = Client::default();
    let (events, heard) = client.ask(&request(&server, "forgetful,forgets,times=1", &[]));
    assert_eq!(
        (ending(&events), heard),
        (Some(Ending::Complete), Heard::Over)
    );
    assert_eq!(client.opened, 2);
    let (_, heard) = Client::default().ask(&request(&server, "lost,forgets", &[]));
    assert_eq!(heard, Heard::Declined(400));
}

#[test]
fn an_error_in_place_of_an_answer_has_the_status_of_http() {
    let server = server();
    let mut client = Client::default();
    let busy = request(&server, "busy,status=429,times=1", &[]);
    assert_eq!(client.ask(&busy), (Vec::new(), Heard::Declined(429)));
    // The connection is still of use.
    assert_eq!(client.ask(&busy).1, Heard::Over);
    assert_eq!(client.opened, 1);
    let (events, heard) = Client::default().ask(&request(&server, "broken,error", &[]));
    assert_eq!(heard, Heard::Over);
    assert!(matches!(ending(&events), Some(Ending::Error { .. })));
}
