use ichiban_model::{Endpoint, Message, Request, Role, wire};
use serde_json::{Value, json};

use super::*;

const NOW: Duration = Duration::from_secs(1000);
const PATIENCE: Duration = Duration::from_mins(1);
const CUT: Loss = Loss::Connection { online: true };

fn request_at(base_url: &str, messages: &[(Role, &str)]) -> HttpRequest {
    let endpoint = Endpoint {
        base_url: base_url.to_owned(),
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
    wire::by_name("openai-responses")
        .unwrap()
        .encode(&endpoint, &request)
}

fn request(text: &str) -> HttpRequest {
    request_at("ws://a.test/v1", &[(Role::User, text)])
}

fn payloads() -> Vec<String> {
    [
        json!({"type": "response.created", "response": {"id": "resp_1", "model": "m"}}),
        json!({"type": "response.output_text.delta", "output_index": 0, "content_index": 0, "delta": "Hi"}),
        json!({"type": "response.completed", "response": {"id": "resp_1", "status": "completed"}}),
    ]
    .iter()
    .map(Value::to_string)
    .collect()
}

fn send(sockets: &mut Sockets, id: u32, request: HttpRequest) -> Vec<Act> {
    let address = request.socket.clone().unwrap();
    sockets.send(ExchangeId(id), address, request, PATIENCE, NOW)
}

/// The connection that is opened, and what is sent on it.
fn opened(sockets: &mut Sockets, acts: &[Act]) -> (SocketId, Value) {
    let [Act::Open { socket, .. }, Act::Send { socket: on, text }] = acts else {
        panic!("{acts:?}");
    };
    assert_eq!(socket, on);
    sockets.opened(*socket);
    (*socket, serde_json::from_str(text).unwrap())
}

fn hear(sockets: &mut Sockets, socket: SocketId, texts: &[String]) -> Vec<Act> {
    let texts = texts.iter();
    texts
        .flat_map(|text| sockets.heard(socket, text, NOW))
        .collect()
}

/// The status, the body, and what comes last, of all that is delivered of an exchange.
fn response(acts: &[Act], of: u32) -> (Option<u16>, String, Option<Arrival>) {
    let (mut head, mut whole, mut last) = (None, String::new(), None);
    for act in acts {
        let Act::Deliver { id, arrival } = act else {
            panic!("{act:?}");
        };
        assert_eq!((*id, &last), (ExchangeId(of), &None));
        match arrival {
            Arrival::Head { status, .. } => assert_eq!(head.replace(*status), None),
            Arrival::Body(bytes) => whole += std::str::from_utf8(bytes).unwrap(),
            end => last = Some(end.clone()),
        }
    }
    (head, whole, last)
}

fn body(payloads: &[String]) -> String {
    payloads.iter().map(|text| as_body(text)).collect()
}

#[test]
fn an_answer_comes_as_the_response_of_http_and_the_next_takes_the_same_connection() {
    let mut sockets = Sockets::default();
    let acts = send(&mut sockets, 1, request("Hello"));
    let (socket, message) = opened(&mut sockets, &acts);
    assert_eq!(message["type"], "response.create");
    assert_eq!(sockets.patience(socket), Some(PATIENCE));
    let acts = hear(&mut sockets, socket, &payloads());
    let whole = (Some(200), body(&payloads()), Some(Arrival::End));
    assert_eq!(response(&acts, 1), whole);
    assert_eq!(sockets.patience(socket), None);

    let acts = send(&mut sockets, 2, request("Again"));
    assert!(
        matches!(acts.as_slice(), [Act::Send { socket: on, .. }] if *on == socket),
        "{acts:?}"
    );
    let acts = hear(&mut sockets, socket, &payloads());
    assert_eq!(response(&acts, 2), whole);
}

#[test]
fn what_is_asked_at_once_has_connections_of_its_own_and_goes_on_where_it_was() {
    let mut sockets = Sockets::default();
    let mut lines = Vec::new();
    for (id, text) in [(1, "One"), (2, "Two")] {
        let acts = send(&mut sockets, id, request(text));
        lines.push(opened(&mut sockets, &acts).0);
    }
    assert_ne!(lines[0], lines[1]);
    for socket in &lines {
        hear(&mut sockets, *socket, &payloads());
    }
    let conversation = [
        (Role::User, "Two"),
        (Role::Assistant, "Hi"),
        (Role::User, "And?"),
    ];
    let acts = send(&mut sockets, 3, request_at("ws://a.test/v1", &conversation));
    let [Act::Send { socket, text }] = acts.as_slice() else {
        panic!("{acts:?}");
    };
    assert_eq!(*socket, lines[1]);
    let message: Value = serde_json::from_str(text).unwrap();
    assert_eq!(message["previous_response_id"], "resp_1");
    assert_eq!(message["input"].as_array().unwrap().len(), 1);
}

#[test]
fn a_refused_handshake_goes_by_http_and_is_not_tried_again_soon() {
    let mut sockets = Sockets::default();
    let by_http = |id| {
        vec![Act::Fetch {
            id: ExchangeId(id),
            request: request("Hello"),
            patience: PATIENCE,
        }]
    };
    let acts = send(&mut sockets, 1, request("Hello"));
    let [Act::Open { socket, .. }, ..] = acts.as_slice() else {
        panic!("{acts:?}");
    };
    assert_eq!(sockets.lost(*socket, CUT, NOW), by_http(1));
    assert_eq!(send(&mut sockets, 2, request("Hello")), by_http(2));
    let later = NOW + REFUSED;
    let address = request("Hello").socket.unwrap();
    let acts = sockets.send(ExchangeId(3), address, request("Hello"), PATIENCE, later);
    assert!(
        matches!(acts.as_slice(), [Act::Open { .. }, ..]),
        "{acts:?}"
    );
}

#[test]
fn a_device_without_a_network_says_nothing_of_the_server() {
    let mut sockets = Sockets::default();
    let acts = send(&mut sockets, 1, request("Hello"));
    let [Act::Open { socket, .. }, ..] = acts.as_slice() else {
        panic!("{acts:?}");
    };
    sockets.lost(*socket, Loss::Connection { online: false }, NOW);
    let acts = send(&mut sockets, 2, request("Hello"));
    assert!(
        matches!(acts.as_slice(), [Act::Open { .. }, ..]),
        "{acts:?}"
    );
}

#[test]
fn a_loss_before_the_answer_goes_by_http_and_one_within_it_is_a_loss() {
    for heard in 0..payloads().len() {
        let mut sockets = Sockets::default();
        let acts = send(&mut sockets, 1, request("Hello"));
        let (socket, _) = opened(&mut sockets, &acts);
        let mut acts = hear(&mut sockets, socket, &payloads()[..heard]);
        acts.extend(sockets.lost(socket, CUT, NOW));
        if heard == 0 {
            assert!(matches!(acts.as_slice(), [Act::Fetch { .. }]), "{acts:?}");
        } else {
            let part = body(&payloads()[..heard]);
            assert_eq!(
                response(&acts, 1),
                (Some(200), part, Some(Arrival::Lost(CUT)))
            );
        }
        // It opened, so the next question tries it.
        let acts = send(&mut sockets, 2, request("Hello"));
        assert!(
            matches!(acts.as_slice(), [Act::Open { .. }, ..]),
            "{acts:?}"
        );
    }
}

#[test]
fn what_says_nothing_is_told_only_when_the_answer_begins() {
    let mut sockets = Sockets::default();
    let acts = send(&mut sockets, 1, request("Hello"));
    let (socket, _) = opened(&mut sockets, &acts);
    let mut texts = vec![json!({"type": "response.content_part.done"}).to_string()];
    assert_eq!(hear(&mut sockets, socket, &texts), []);
    let acts = hear(&mut sockets, socket, &payloads());
    texts.extend(payloads());
    assert_eq!(response(&acts, 1).1, body(&texts));
}

#[test]
fn silence_is_told_and_not_asked_twice() {
    let mut sockets = Sockets::default();
    let acts = send(&mut sockets, 1, request("Hello"));
    let (socket, _) = opened(&mut sockets, &acts);
    let acts = sockets.lost(socket, Loss::TimedOut, NOW);
    assert_eq!(
        response(&acts, 1),
        (None, String::new(), Some(Arrival::Lost(Loss::TimedOut)))
    );
}

#[test]
fn what_the_server_forgot_is_asked_again_whole_on_another_connection() {
    let mut sockets = Sockets::default();
    let acts = send(&mut sockets, 1, request("Hello"));
    let (socket, _) = opened(&mut sockets, &acts);
    let code = "previous_response_not_found";
    let error =
        json!({"type": "error", "status": 400, "error": {"code": code, "message": "Gone."}});
    let error = error.to_string();
    let acts = sockets.heard(socket, &error, NOW);
    assert_eq!(acts.first(), Some(&Act::Close { socket }));
    let (other, _) = opened(&mut sockets, &acts[1..]);
    assert_ne!(other, socket);
    assert_eq!(sockets.heard(socket, &payloads()[0], NOW), []);
    // The second time it is the answer.
    let acts = sockets.heard(other, &error, NOW);
    assert_eq!(response(&acts, 1), (Some(400), error, Some(Arrival::End)));
}

#[test]
fn a_stop_closes_the_connection_and_another_is_opened() {
    let mut sockets = Sockets::default();
    let acts = send(&mut sockets, 1, request("Hello"));
    let (socket, _) = opened(&mut sockets, &acts);
    hear(&mut sockets, socket, &payloads()[..2]);
    assert_eq!(sockets.abort(ExchangeId(1)), Some(Act::Close { socket }));
    assert_eq!(sockets.abort(ExchangeId(1)), None);
    assert_eq!(hear(&mut sockets, socket, &payloads()[2..]), []);
    assert_eq!(sockets.lost(socket, CUT, NOW), []);
    let acts = send(&mut sockets, 2, request("Hello"));
    assert_ne!(opened(&mut sockets, &acts).0, socket);
}

#[test]
fn connections_to_an_endpoint_that_was_left_are_closed() {
    let mut sockets = Sockets::default();
    let acts = send(&mut sockets, 1, request("Hello"));
    let (socket, _) = opened(&mut sockets, &acts);
    hear(&mut sockets, socket, &payloads());
    let elsewhere = request_at("wss://b.test/v1", &[(Role::User, "Hello")]);
    let acts = send(&mut sockets, 2, elsewhere);
    assert_eq!(acts.first(), Some(&Act::Close { socket }));
    opened(&mut sockets, &acts[1..]);
}

#[test]
fn one_that_the_server_closes_while_it_is_free_is_forgotten() {
    let mut sockets = Sockets::default();
    let acts = send(&mut sockets, 1, request("Hello"));
    let (socket, _) = opened(&mut sockets, &acts);
    hear(&mut sockets, socket, &payloads());
    assert_eq!(sockets.lost(socket, CUT, NOW), []);
    let acts = send(&mut sockets, 2, request("Hello"));
    assert_ne!(opened(&mut sockets, &acts).0, socket);
}
