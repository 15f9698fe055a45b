//! Questions that a model answers in words: what goes along, how answers are told, what is kept.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fmt::Write as _;

use ichiban_docs::Desk;
use ichiban_engine::asking::protocol::{Events, Question as Asked};
use ichiban_engine::asking::words::{End, Patch, Shown, Transcript};
use ichiban_engine::docs::protocol::{Answer, Command, FileId, Job, Question, Report};
use ichiban_engine::docs::refining::RequestId;
use ichiban_engine::docs::talk::{Prepared, Said, Wanted};
use ichiban_engine::handler::Handler;
use ichiban_model::{CallId, Ending, Event};
use serde_json::{Value, json};

const DEPOT: &str = "# Depot\n\n## List crates\n\n`GET /crates`\n\nLists every crate.\n\n## Remove a crate\n\n`DELETE /crates/{id}`\n\nRemoves a crate for good.\n\n## Hours\n\nThe depot opens at seven.\n";

const SHOP: &str = r##"{"openapi": "3.1.0", "info": {"title": "Shop", "version": "2"}, "paths": {"/orders": {"get": {"summary": "Orders", "responses": {"200": {"description": "All", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Order"}}}}}}}, "/parcels/{id}": {"delete": {"summary": "Throws a parcel away", "responses": {"204": {"description": "Gone"}}}}}, "components": {"schemas": {"Order": {"type": "object", "properties": {"voucher": {"type": "string"}}}}}}"##;

fn read(name: &str, text: &str) -> Desk {
    let mut desk = Desk::default();
    let file = FileId(0);
    desk.handle(Command::File {
        file,
        name: name.to_owned(),
        bytes: text.as_bytes().to_vec(),
    });
    desk.handle(Command::Read {
        job: Job(0),
        files: vec![file],
    });
    for _ in 0..1_000 {
        let reports = desk.step().expect("a job that goes on");
        let is_read = |report: &Report| matches!(report, Report::Read { .. });
        if reports.iter().any(is_read) {
            return desk;
        }
    }
    panic!("the job does not end");
}

fn prepare(desk: &mut Desk, question: &str, budget: u32) -> Prepared {
    let question = Question::Prepare {
        question: question.to_owned(),
        budget,
    };
    match desk.handle(Command::Ask {
        ticket: 0,
        question,
    }) {
        Some(Report::Answered {
            answer: Answer::Prepared(prepared),
            ..
        }) => *prepared,
        _ => panic!("nothing was prepared"),
    }
}

/// Asks, and gives the request as it goes out.
fn ask(desk: &mut Desk, question: &str) -> (RequestId, Value) {
    ask_as(desk, 0, question, None)
}

/// The same, under a number, or in place of another.
fn ask_as(
    desk: &mut Desk,
    turn: u32,
    question: &str,
    instead_of: Option<u32>,
) -> (RequestId, Value) {
    let report = desk.handle(Command::Talk {
        turn,
        question: question.to_owned(),
        model: "m".to_owned(),
        budget: 2_000,
        looks_up: true,
        instead_of,
    });
    let Some(Report::AskInWords {
        request, question, ..
    }) = report
    else {
        panic!("nothing is asked");
    };
    (request, sent(&question))
}

fn sent(question: &Asked) -> Value {
    // On its way it is a text of JSON.
    let text: String = serde_json::from_value(serde_json::to_value(question).unwrap()).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn texts(request: &Value) -> Vec<(String, String)> {
    let messages = request["messages"].as_array().unwrap().iter();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    messages
        .map(|it| (text(&it["role"]), text(&it["content"][0]["Text"])))
        .collect()
}

fn hear(desk: &mut Desk, request: RequestId, events: &[Event]) -> Vec<Said> {
    let events = Events::of(events);
    assert!(desk.handle(Command::Heard { request, events }).is_none());
    said(desk)
}

fn said(desk: &mut Desk) -> Vec<Said> {
    let reports = desk.step().unwrap_or_default();
    reports
        .into_iter()
        .filter_map(|report| match report {
            Report::Said(said) => Some(said),
            _ => None,
        })
        .collect()
}

fn words(text: &str) -> Event {
    Event::TextDelta {
        text: text.to_owned(),
    }
}

fn complete() -> Event {
    Event::Ended {
        ending: Ending::Complete,
    }
}

#[test]
fn the_section_that_answers_comes_first_and_those_without_a_word_of_it_not_at_all() {
    let mut desk = read("depot.md", DEPOT);
    let prepared = prepare(&mut desk, "how do I remove a crate?", 2_000);
    assert_eq!(prepared.sections[0].title, "Depot › Remove a crate");
    assert!(prepared.sections[0].at.is_some());
    assert!(
        prepared
            .sections
            .iter()
            .all(|it| !it.title.contains("Hours"))
    );
    assert_eq!(prepared.operations.len(), 2);
    let own: u32 = prepared.sections.iter().map(|it| it.tokens).sum();
    assert!(prepared.input > own);
}

#[test]
fn what_goes_along_keeps_to_its_budget() {
    let mut text = String::from("# Depot\n");
    for at in 0..200 {
        let filler = "Words about crates of every size and weight. ".repeat(20);
        let _ = write!(
            text,
            "\n## Crate {at}\n\n`GET /crates{at}/{{id}}`\n\n{filler}\n"
        );
    }
    let mut desk = read("depot.md", &text);
    for budget in [0, 300, 1_000, 6_000] {
        let prepared = prepare(&mut desk, "which crates are there?", budget);
        let sections: u32 = prepared.sections.iter().map(|it| it.tokens).sum();
        assert!(sections <= budget, "{sections} of {budget}");
        // The instructions, and the words around.
        assert!(
            prepared.input <= budget + 400,
            "{} of {budget}",
            prepared.input
        );
        assert!(prepared.left_out > 0 && prepared.unlisted > 0);
    }
}

#[test]
fn operations_that_were_given_are_found_with_the_schemas_they_name() {
    let mut desk = read("shop.json", SHOP);
    let prepared = prepare(&mut desk, "where is the voucher?", 2_000);
    assert_eq!(prepared.sections[0].title, "GET /orders");
    assert!(prepared.sections[0].text.contains("voucher"));
    assert!(prepared.sections[0].at.is_some());
    let prepared = prepare(&mut desk, "throw a parcel away", 2_000);
    assert_eq!(prepared.sections[0].title, "DELETE /parcels/{id}");
}

#[test]
fn an_answer_is_told_as_it_comes_and_whole_at_its_end() {
    let mut desk = read("depot.md", DEPOT);
    let (request, sent) = ask(&mut desk, "how do I remove a crate?");
    let texts = texts(&sent);
    assert_eq!(texts.len(), 2);
    assert!(texts[1].1.contains("Removes a crate for good."));
    assert!(texts[1].1.ends_with("Question: how do I remove a crate?"));
    let first = hear(
        &mut desk,
        request,
        &[words("Use `DELETE /crates/{id}`.\n\nMo")],
    );
    assert!(first[0].standing.has_begun && first[0].source.is_none());
    let last = hear(&mut desk, request, &[words("re."), complete()]);
    assert_eq!(last[0].standing.end, Some(End::Whole));
    let source = "Use `DELETE /crates/{id}`.\n\nMore.";
    assert_eq!(last[0].source.as_deref(), Some(source));
    let mut transcript = Transcript::default();
    let patches: Vec<Patch> = first
        .into_iter()
        .chain(last)
        .flat_map(|it| it.patches)
        .collect();
    for patch in &patches {
        transcript.take(patch);
    }
    let shown: Vec<_> = transcript.blocks().collect();
    assert!(
        matches!(shown[0].1, Shown::Html { html, .. } if html.contains("data-name=\"DELETE /crates/{id}\""))
    );
    // It is not told twice.
    desk.handle(Command::Over { request });
    assert!(said(&mut desk).is_empty());
}

#[test]
fn an_answer_that_breaks_off_is_cut_and_keeps_what_came() {
    let mut desk = read("depot.md", DEPOT);
    let (request, _) = ask(&mut desk, "crates?");
    hear(&mut desk, request, &[words("Half a")]);
    desk.handle(Command::Over { request });
    let told = said(&mut desk);
    assert_eq!(told[0].standing.end, Some(End::Cut));
    assert_eq!(told[0].source.as_deref(), Some("Half a"));
}

#[test]
fn a_question_that_follows_takes_the_conversation_and_its_subject_along() {
    let mut desk = read("depot.md", DEPOT);
    let (request, _) = ask(&mut desk, "how do I remove a crate?");
    hear(&mut desk, request, &[words("By DELETE."), complete()]);
    let prepared = prepare(&mut desk, "and is that final?", 2_000);
    assert_eq!(prepared.earlier, 1);
    assert!(
        prepared
            .sections
            .iter()
            .any(|it| it.title.contains("Remove"))
    );
    let (_, sent) = ask(&mut desk, "and is that final?");
    let texts = texts(&sent);
    let roles: Vec<_> = texts.iter().map(|(role, _)| role.as_str()).collect();
    assert_eq!(roles, ["system", "user", "assistant", "user"]);
    assert_eq!(texts[2].1, "By DELETE.");
    desk.handle(Command::EndTalk);
    assert_eq!(prepare(&mut desk, "crates", 2_000).earlier, 0);
}

#[test]
fn the_conversation_that_goes_along_is_bounded() {
    let mut desk = read("depot.md", DEPOT);
    for at in 0..12 {
        let (request, _) = ask(&mut desk, &format!("crate {at}?"));
        hear(&mut desk, request, &[words("Short."), complete()]);
    }
    assert_eq!(prepare(&mut desk, "crates", 2_000).earlier, 6);
    let (request, _) = ask(&mut desk, "all of it?");
    let long = "A long answer about crates. ".repeat(400);
    hear(&mut desk, request, &[words(&long), complete()]);
    assert_eq!(prepare(&mut desk, "crates", 2_000).earlier, 0);
}

#[test]
fn a_question_that_is_asked_again_forgets_what_came_of_it() {
    let mut desk = read("depot.md", DEPOT);
    let (request, _) = ask_as(&mut desk, 7, "crates?", None);
    hear(&mut desk, request, &[words("Half")]);
    desk.handle(Command::Over { request });
    let (again, sent) = ask_as(&mut desk, 8, "crates?", Some(7));
    assert_ne!(request, again);
    assert_eq!(texts(&sent).len(), 2);
}

#[test]
fn another_question_and_a_stop_leave_the_answer_that_comes() {
    let mut desk = read("depot.md", DEPOT);
    let (request, _) = ask(&mut desk, "crates?");
    hear(&mut desk, request, &[words("Half")]);
    desk.handle(Command::Hush);
    let reports = desk.step().unwrap();
    assert!(
        reports
            .iter()
            .any(|it| matches!(it, Report::Leave { request: left } if *left == request))
    );
    assert!(
        reports
            .iter()
            .any(|it| matches!(it, Report::Said(said) if said.standing.end == Some(End::Cut)))
    );
    assert!(
        hear(&mut desk, request, &[words(" more")])
            .iter()
            .all(|it| it.patches.is_empty())
    );
}

#[test]
fn a_question_about_nothing_is_refused() {
    let mut desk = Desk::default();
    let report = desk.handle(Command::Talk {
        turn: 0,
        question: "x".to_owned(),
        model: "m".to_owned(),
        budget: 100,
        looks_up: false,
        instead_of: None,
    });
    assert!(matches!(report, Some(Report::Refused { .. })));
}

/// A call whose only argument has settled, and which is not whole.
fn call(name: &str, argument: &str, value: &str) -> Vec<Event> {
    let call = CallId(0);
    vec![
        Event::ToolCallStarted {
            call,
            id: "c1".to_owned(),
            name: name.to_owned(),
        },
        Event::ToolArgumentDelta {
            call,
            text: format!("{{\"{argument}\": \"{value}\""),
        },
        Event::ToolArgumentSettled {
            call,
            path: format!("/{argument}"),
            value: json!(value),
        },
    ]
}

/// Its end, and that of the answer.
fn call_ends(argument: &str, value: &str) -> Vec<Event> {
    let call = CallId(0);
    vec![
        Event::ToolArgumentDelta {
            call,
            text: "}".to_owned(),
        },
        Event::ToolCallFinished {
            call,
            arguments: json!({argument: value}),
        },
        Event::Ended {
            ending: Ending::ToolCalls,
        },
    ]
}

fn whole_call(name: &str, argument: &str, value: &str) -> Vec<Event> {
    let mut events = call(name, argument, value);
    events.extend(call_ends(argument, value));
    events
}

/// What is told after these events: of answers, and what is asked to go on.
fn follow(desk: &mut Desk, request: RequestId, events: &[Event]) -> (Vec<Said>, Vec<Report>) {
    let events = Events::of(events);
    assert!(desk.handle(Command::Heard { request, events }).is_none());
    let (mut said, mut asks) = (Vec::new(), Vec::new());
    for report in desk.step().unwrap_or_default() {
        match report {
            Report::Said(told) => said.push(told),
            ask @ Report::AskInWords { .. } => asks.push(ask),
            _ => {}
        }
    }
    (said, asks)
}

#[test]
fn a_model_looks_up_before_its_call_is_whole_and_goes_on_with_what_it_was_given() {
    let mut desk = read("depot.md", DEPOT);
    let (first, sent_first) = ask(&mut desk, "how do I remove a crate?");
    assert_eq!(sent_first["tools"].as_array().unwrap().len(), 2);
    let mut events = vec![words("Let me see.")];
    events.extend(call("find_sections", "words", "depot opens"));
    let (said, asks) = follow(&mut desk, first, &events);
    // The call is not whole, and is looked up: its words have settled.
    let lookup = &said[0].lookups[0];
    assert_eq!(lookup.wanted, Wanted::Sections("depot opens".to_owned()));
    assert!(lookup.found.iter().any(|title| title.contains("Hours")));
    assert!(asks.is_empty());
    let (said, asks) = follow(&mut desk, first, &call_ends("words", "depot opens"));
    assert_eq!(said[0].standing.end, None);
    let [
        Report::AskInWords {
            turn: 0,
            request,
            question,
            ..
        },
    ] = asks.as_slice()
    else {
        panic!("it does not go on");
    };
    assert_ne!(*request, first);
    let next = sent(question).to_string();
    assert!(next.contains("The depot opens at seven.") && next.contains("c1"));
    // What comes late of the request before is nobody's.
    desk.handle(Command::Over { request: first });
    assert!(desk.step().unwrap_or_default().is_empty());
    let (said, _) = follow(&mut desk, *request, &[words("At **seven**."), complete()]);
    assert_eq!(said[0].standing.end, Some(End::Whole));
    assert_eq!(
        said[0].source.as_deref(),
        Some("Let me see.\n\nAt **seven**.")
    );
}

#[test]
fn an_operation_is_shown_in_full_and_one_that_is_not_listed_is_said_to_be_none() {
    let mut desk = read("shop.json", SHOP);
    for (name, expected) in [
        ("get /orders", "voucher"),
        ("GET /nothing", "is not listed"),
    ] {
        let (request, _) = ask(&mut desk, "where is the voucher?");
        let events = whole_call("show_operation", "name", name);
        let (said, asks) = follow(&mut desk, request, &events);
        assert_eq!(
            said[0].lookups[0].found.is_empty(),
            name.ends_with("nothing")
        );
        let [Report::AskInWords { question, .. }] = asks.as_slice() else {
            panic!("it does not go on");
        };
        let asked = sent(question);
        let last = asked["messages"].as_array().unwrap().last().unwrap();
        assert!(last.to_string().contains(expected), "{last}");
        desk.handle(Command::Hush);
        desk.step();
    }
}

#[test]
fn a_model_that_only_looks_things_up_is_ended() {
    let mut desk = read("depot.md", DEPOT);
    let (mut request, _) = ask(&mut desk, "how do I remove a crate?");
    for round in 1.. {
        let events = whole_call("find_sections", "words", "crate");
        let (said, asks) = follow(&mut desk, request, &events);
        let [Report::AskInWords { request: next, .. }] = asks.as_slice() else {
            assert_eq!(said[0].standing.end, Some(End::Exhausted));
            assert_eq!(round, 4);
            return;
        };
        request = *next;
    }
}

#[test]
fn a_call_that_is_cut_or_wrong_is_not_gone_on_with_as_if_it_were_right() {
    let mut desk = read("depot.md", DEPOT);
    let (request, _) = ask(&mut desk, "crates?");
    let mut events = call("find_sections", "words", "crate");
    events.truncate(2);
    events.push(Event::Ended {
        ending: Ending::Truncated,
    });
    let (said, asks) = follow(&mut desk, request, &events);
    assert!(asks.is_empty() && said[0].lookups.is_empty());
    assert_eq!(said[0].standing.end, Some(End::Cut));
    // A wrong one is answered with why, and the model may do better.
    let (request, _) = ask(&mut desk, "crates?");
    let events = whole_call("find_sections", "sections", "3");
    let (said, asks) = follow(&mut desk, request, &events);
    assert!(said[0].lookups.is_empty());
    let [Report::AskInWords { question, .. }] = asks.as_slice() else {
        panic!("it does not go on");
    };
    assert!(sent(question).to_string().contains("was not carried out"));
}
