//! What a model adds: only what it can quote, however its answer is cut, and never twice.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fmt::Write as _;

use ichiban_apidoc::api::{Api, Method, Place};
use ichiban_apidoc::document::Document;
use ichiban_apidoc::refine::{Change, Estimate, MOST, Plan, Prices, Progress, RequestId, Session};
use ichiban_apidoc::{Source, extract, read};
use ichiban_model::{Content, Ending, Event, Output, Request, Tokens, Usage};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Prose that no rule reads as routes.
const TEXT: &str = "# Depot\n\n## Crates\n\nThe address /crates/{id} gives one crate when you get it. \
The switch `deep` (boolean, required) tells to look inside.\n\n\
## Moving\n\nYou post to /crates/{id}/moves and the crate moves. Its field `bay` is a string.\n";

fn document(text: &str) -> Document {
    match read("a.md", text.as_bytes()).unwrap() {
        Source::Document(document) => document,
        Source::OpenApi(_) => panic!("not a document"),
    }
}

fn session(text: &str, progress: Progress) -> (Session, Vec<Change>) {
    let documents = [document(text)];
    let api = extract(&documents);
    let mut changes = Vec::new();
    let plan = Plan::of(&documents, &api);
    let session = Session::new(plan, "m", api, progress, &mut changes);
    (session, changes)
}

fn honest() -> Value {
    json!({"operations": [
        {"quote": "The address /crates/{id} gives one crate when you get it.", "method": "GET", "path": "/crates/{id}",
         "summary": null, "parameters": [
            {"quote": "The switch deep (boolean, required) tells to look inside.", "name": "deep", "in": "query", "required": true, "type": "boolean"}]},
        {"quote": "You post to\n /crates/{id}/moves and the crate moves.", "method": "POST", "path": "/crates/{crate}/moves",
         "summary": "You post to /crates/{id}/moves and the crate moves.", "parameters": [
            {"quote": "Its field bay is a string.", "name": "bay", "in": "body", "required": true, "type": "string"}]}
    ]})
}

fn say(session: &mut Session, id: RequestId, text: &str, changes: &mut Vec<Change>) {
    let event = Event::TextDelta {
        text: text.to_owned(),
    };
    let _ = session.absorb(id, &event, changes);
}

fn end(session: &mut Session, id: RequestId, ending: Ending, changes: &mut Vec<Change>) {
    let _ = session.absorb(id, &Event::Ended { ending }, changes);
}

/// Answers every request with one text, cut into pieces of so many characters.
fn answer(session: &mut Session, text: &str, piece: usize) -> Vec<Change> {
    let mut changes = Vec::new();
    while let Some((id, _)) = session.next_request() {
        let characters: Vec<char> = text.chars().collect();
        for part in characters.chunks(piece.max(1)) {
            say(session, id, &part.iter().collect::<String>(), &mut changes);
        }
        end(session, id, Ending::Complete, &mut changes);
    }
    changes
}

fn names(api: &Api) -> Vec<String> {
    api.operations
        .iter()
        .map(|operation| format!("{} {}", operation.method, operation.path))
        .collect()
}

fn text_of(request: &Request) -> String {
    request
        .messages
        .iter()
        .flat_map(|message| &message.content)
        .map(|content| match content {
            Content::Text(text) => text.as_str(),
            _ => "",
        })
        .collect()
}

#[test]
fn what_is_quoted_is_added_with_its_place_and_kind() {
    let (mut session, _) = session(TEXT, Progress::default());
    let changes = answer(&mut session, &honest().to_string(), 7);
    assert!(session.is_finished());
    assert_eq!(session.progress().dropped.total(), 0);
    assert_eq!(changes.len(), 5, "{changes:?}");
    let api = session.api();
    assert_eq!(
        names(api),
        ["GET /crates/{id}", "POST /crates/{crate}/moves"]
    );
    let deep = api.operations[0]
        .parameters
        .iter()
        .find(|parameter| parameter.name == "deep")
        .unwrap();
    assert_eq!((deep.place, deep.required), (Place::Query, true));
    assert_eq!(deep.schema.to_json()["type"], "boolean");
    let bay = &api.operations[1].body.as_ref().unwrap().schema.properties[0];
    // The quotation does not say that it is required.
    assert_eq!((bay.name.as_str(), bay.required), ("bay", false));
    let place = format!("{:?}", api.operations[1].evidence[0].location);
    assert!(place.contains("line: 9"), "{place}");
}

#[test]
fn operations_appear_while_they_stream() {
    let (mut session, _) = session(TEXT, Progress::default());
    let (id, _) = session.next_request().unwrap();
    let text = honest().to_string();
    let mut changes = Vec::new();
    let path = text.find("\"summary\"").unwrap();
    say(&mut session, id, &text[..path], &mut changes);
    assert_eq!(names(session.api()), ["GET /crates/{id}"]);
    assert!(
        !session.api().operations[0]
            .parameters
            .iter()
            .any(|it| it.name == "deep")
    );
    let next = text.find("\"You post").unwrap();
    say(&mut session, id, &text[path..next], &mut changes);
    assert!(
        session.api().operations[0]
            .parameters
            .iter()
            .any(|it| it.name == "deep")
    );
}

#[test]
fn requests_keep_to_the_budget_and_are_known_before_they_are_sent() {
    let mut text = String::from("# Depot\n");
    for number in 0..300 {
        let _ = write!(
            text,
            "\n## Part {number}\n\n`GET /parts{number}/{{id}}`\n\n{}\n",
            "Some words about it. ".repeat(number % 90)
        );
    }
    text += &"/x".repeat(20_000);
    let documents = [document(&text)];
    let api = extract(&documents);
    let plan = Plan::of(&documents, &api);
    let Estimate {
        requests,
        input,
        output,
    } = plan.estimate();
    assert_eq!(requests, plan.sections.len());
    let prices = Prices {
        input: 1.0,
        output: 2.0,
    };
    assert!(plan.estimate().cost(prices) > 0.0 && output > Tokens(0));
    let mut session = Session::new(plan, "m", api, Progress::default(), &mut Vec::new());
    let mut sum = Tokens(0);
    let mut order = Vec::new();
    while let Some((_, request)) = session.next_request() {
        let tokens = Tokens::estimate(&text_of(&request));
        assert!(tokens <= MOST, "{tokens:?}");
        sum += tokens;
        let text = text_of(&request);
        let part = text.split("Part ").nth(1).and_then(|rest| {
            let end = rest.find(|c: char| !c.is_ascii_digit())?;
            rest[..end].parse::<usize>().ok()
        });
        order.extend(part);
        let Output::JsonSchema { schema, strict, .. } = request.output else {
            panic!("no schema");
        };
        assert!(strict);
        assert_strict(&schema);
    }
    assert!(session.standing().in_flight > 3, "several at a time");
    assert!(order.is_sorted(), "not in reading order: {order:?}");
    assert!(sum <= input + Tokens(requests as u64) && input <= sum + Tokens(2 * requests as u64));
}

/// Every object of a strict schema names all its members and takes no other.
fn assert_strict(schema: &Value) {
    if let Some(properties) = schema["properties"].as_object() {
        let required: Vec<_> = schema["required"].as_array().unwrap().iter().collect();
        assert_eq!(required.len(), properties.len());
        assert_eq!(schema["additionalProperties"], false);
        properties.values().for_each(assert_strict);
    }
    if let Some(items) = schema.get("items") {
        assert_strict(items);
    }
}

#[test]
fn a_pause_hands_out_nothing_and_a_cut_answer_is_asked_for_again() {
    let (mut session, _) = session(TEXT, Progress::default());
    session.pause();
    assert!(session.next_request().is_none());
    session.resume();
    let mut changes = Vec::new();
    for ending in [Ending::Aborted, Ending::Truncated, Ending::Length] {
        let (id, _) = session.next_request().unwrap();
        say(&mut session, id, "{\"operations\": [{\"quo", &mut changes);
        end(&mut session, id, ending, &mut changes);
    }
    let (id, _) = session.next_request().unwrap();
    end(&mut session, id, Ending::Truncated, &mut changes);
    assert!(session.is_finished());
    assert_eq!(
        (session.standing().failed, session.standing().total),
        (1, 1)
    );
    // What ended before is not heard any more.
    say(&mut session, id, &honest().to_string(), &mut changes);
    assert!(changes.is_empty());
}

#[test]
fn progress_is_taken_up_after_a_reload_and_only_for_the_same_text() {
    let (mut first, _) = session(TEXT, Progress::default());
    let (id, _) = first.next_request().unwrap();
    let mut changes = Vec::new();
    say(&mut first, id, &honest().to_string(), &mut changes);
    let usage = Usage {
        input_tokens: 900,
        output_tokens: 80,
        ..Usage::default()
    };
    let _ = first.absorb(id, &Event::Usage(usage), &mut changes);
    end(&mut first, id, Ending::Complete, &mut changes);
    let kept = serde_json::to_string(first.progress()).unwrap();
    let progress: Progress = serde_json::from_str(&kept).unwrap();
    assert_eq!(progress.usage.input_tokens, 900);
    let (mut second, changes) = session(TEXT, progress.clone());
    assert!(second.next_request().is_none());
    assert_eq!(names(second.api()), names(first.api()));
    assert!(!changes.is_empty());
    let (mut other, changes) = session(&TEXT.replace("deep", "full"), progress);
    assert!(other.next_request().is_some());
    assert!(changes.is_empty());
}

#[test]
fn what_is_known_is_corrected_only_by_what_is_quoted() {
    let text = "## Read\n\n`GET /crates/{id}`\n\n| Parameter | Description |\n|--|--|\n| deep | Look inside |\n\nNote that deep (boolean) is a required switch.\n";
    let (mut session, _) = session(text, Progress::default());
    let deep = |session: &Session| {
        let found = session.api().operations[0].parameters.clone();
        let deep = found.into_iter().find(|it| it.name == "deep").unwrap();
        (deep.required, deep.schema.to_json()["type"].clone())
    };
    assert_eq!(deep(&session), (false, json!("string")));
    let said = json!({"operations": [{"quote": "GET /crates/{id}", "method": "GET", "path": "/crates/{id}", "summary": null, "parameters": [
        {"quote": "deep (boolean) is a required switch", "name": "deep", "in": "query", "required": false, "type": "integer"}]}]});
    let (id, _) = session.next_request().unwrap();
    let mut changes = Vec::new();
    say(&mut session, id, &said.to_string(), &mut changes);
    assert_eq!(
        deep(&session),
        (false, json!("string")),
        "not what the quotation says"
    );
    let again = said
        .to_string()
        .replace("false", "true")
        .replace("integer", "boolean");
    end(&mut session, id, Ending::Complete, &mut changes);
    let (mut session, _) = self::session(text, Progress::default());
    let changes = answer(&mut session, &again, 5);
    assert_eq!(deep(&session).1, "boolean", "{changes:?}");
}

/// An operation that a model may make up, and whether the documents bear it out.
fn invented() -> impl Strategy<Value = Value> {
    let quotes = prop::sample::select(vec![
        "The address /crates/{id} gives one crate when you get it.",
        "You post to /crates/{id}/moves and the crate moves.",
        "The address /secrets/{id} gives one secret when you get it.",
        "GET /admin",
        "/crates",
        "crate",
        "",
        "the address /CRATES/{id} gives",
        "Its field bay is a string.",
    ]);
    let paths = prop::sample::select(vec![
        "/crates/{id}",
        "/crates/{a}/moves",
        "/secrets/{id}",
        "/admin",
        "/crates",
        "/",
        "{id}",
        "/crates/{id}/moves/{x}",
        "crates",
        "/{a}/{b}",
        "//",
        "/crates/../x",
    ]);
    let methods = prop::sample::select(vec!["GET", "POST", "DELETE", "PUT", "FETCH", ""]);
    let names = prop::sample::select(vec![
        "deep", "bay", "ba", "password", "", "id", "x y", "field",
    ]);
    let places = prop::sample::select(vec!["query", "body", "path", "header", "nowhere"]);
    (quotes.clone(), paths, methods, prop::collection::vec((quotes, names, places, any::<bool>()), 0..4)).prop_map(|(quote, path, method, parameters)| {
        let parameters: Vec<_> = parameters
            .into_iter()
            .map(|(quote, name, place, required)| json!({"quote": quote, "name": name, "in": place, "required": required, "type": "string"}))
            .collect();
        json!({"quote": quote, "method": method, "path": path, "summary": quote, "parameters": parameters})
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_accepted_that_the_documents_do_not_hold(said in prop::collection::vec(invented(), 0..5)) {
        let (mut session, _) = session(TEXT, Progress::default());
        answer(&mut session, &json!({"operations": said}).to_string(), 11);
        for operation in &session.api().operations {
            let shape = operation.path.replace("{a}", "{id}");
            let true_ones = [(Method::Get, "/crates/{id}"), (Method::Post, "/crates/{id}/moves")];
            prop_assert!(
                true_ones.iter().any(|(_, path)| *path == shape),
                "{} {}", operation.method, operation.path
            );
            let has_method = matches!(operation.method, Method::Get | Method::Post);
            prop_assert!(has_method, "{}", operation.method);
            let body = operation.body.iter().flat_map(|body| &body.schema.properties).map(|it| &it.name);
            for name in operation.parameters.iter().map(|it| &it.name).chain(body) {
                prop_assert!(matches!(name.as_str(), "id" | "a" | "deep" | "bay" | "field"), "{name}");
            }
        }
    }

    #[test]
    fn any_cutting_of_an_answer_gives_the_same(said in prop::collection::vec(invented(), 0..4), piece in 1_usize..40, junk in "[ -~]{0,12}") {
        let text = format!("{}```json\n{}\n```{junk}", junk.replace('{', ""), json!({"operations": said}));
        let (mut whole, _) = session(TEXT, Progress::default());
        let all = answer(&mut whole, &text, usize::MAX);
        let (mut cut, _) = session(TEXT, Progress::default());
        let parts = answer(&mut cut, &text, piece);
        prop_assert_eq!(all, parts);
        prop_assert_eq!(whole.api(), cut.api());
        prop_assert_eq!(whole.progress(), cut.progress());
    }

    #[test]
    fn an_answer_cut_anywhere_is_never_called_whole(at in 0_usize..1000, hostile in "[\\[\\]{}\":,a-z]{0,20}") {
        let text = honest().to_string();
        let at = at % text.len();
        prop_assume!(text.is_char_boundary(at));
        let (mut session, _) = session(TEXT, Progress::default());
        let (id, _) = session.next_request().unwrap();
        let mut changes = Vec::new();
        say(&mut session, id, &text[..at], &mut changes);
        end(&mut session, id, Ending::Complete, &mut changes);
        prop_assert_eq!(session.standing().read, 0);
        prop_assert!(!session.is_finished(), "it is asked for again");
        let before = session.api().operations.len();
        prop_assert!(before <= 2);
        let (id, _) = session.next_request().unwrap();
        say(&mut session, id, &hostile, &mut changes);
        end(&mut session, id, Ending::Complete, &mut changes);
        prop_assert_eq!(session.api().operations.len(), before);
    }
}
