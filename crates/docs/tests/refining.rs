//! What a model adds through the desk: only what it can quote, and never an edit's place.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::VecDeque;

use ichiban_docs::Desk;
use ichiban_engine::asking::protocol::Events;
use ichiban_engine::docs::operation::Detail;
use ichiban_engine::docs::page::Kind;
use ichiban_engine::docs::protocol::{
    Answer, ByModel, Command, Edit, Field, FileId, Found, Job, Operation, Question, Report,
};
use ichiban_engine::docs::refining::{Kept, Plan, Progress, Refined, RequestId, Stage};
use ichiban_engine::handler::Handler;
use ichiban_model::{Ending, Event, Usage};
use serde_json::{Value, json};

/// Prose of which no rule reads the last two operations.
const DEPOT: &str = "# Depot\n\n## List\n\n`GET /crates`\n\n| Parameter | Description |\n|--|--|\n| `limit` | How many, an integer that is required |\n\n\
## Crates\n\nThe address /crates/{id} gives one crate when you get it. The switch `deep` (boolean, required) tells to look inside.\n\n\
## Moving\n\nYou post to /crates/{id}/moves and the crate moves. Its field `bay` is a string.\n";

/// Long enough for several sections.
fn long(sections: usize) -> String {
    (0..sections).fold(String::from("# Depot\n"), |text, number| {
        let filler = "Words about crates and bays that no rule takes for routes. ".repeat(120);
        format!("{text}\n## Part {number}\n\nThe address /parts{number}/{{id}} gives a part when you get it.\n\n{filler}\n")
    })
}

/// The operation of a section of [`long`].
fn part(number: usize) -> Value {
    json!({ "operations": [{
        "quote": format!("The address /parts{number}/{{id}} gives a part when you get it."),
        "method": "GET", "path": format!("/parts{number}/{{id}}"), "summary": null, "parameters": [],
    }]})
}

fn honest() -> Value {
    json!({"operations": [
        {"quote": "The address /crates/{id} gives one crate when you get it.", "method": "GET", "path": "/crates/{id}",
         "summary": null, "parameters": [
            {"quote": "The switch deep (boolean, required) tells to look inside.", "name": "deep", "in": "query", "required": true, "type": "boolean"}]},
        {"quote": "You post to /crates/{id}/moves and the crate moves.", "method": "POST", "path": "/crates/{id}/moves",
         "summary": "You post to /crates/{id}/moves and the crate moves.", "parameters": [
            {"quote": "Its field bay is a string.", "name": "bay", "in": "body", "required": null, "type": "string"}]},
    ]})
}

/// A desk, and what it has told that was not looked at yet.
struct Scene {
    desk: Desk,
    reports: VecDeque<Report>,
}

impl Scene {
    fn of(text: &str) -> Self {
        let mut scene = Self {
            desk: Desk::default(),
            reports: VecDeque::new(),
        };
        scene.read(1, &[("a.md", text)]);
        scene
    }

    fn read(&mut self, job: u32, files: &[(&str, &str)]) -> Found {
        for (number, (name, text)) in (0..).zip(files) {
            self.say(Command::File {
                file: FileId(job * 10 + number),
                name: (*name).to_owned(),
                bytes: text.as_bytes().to_vec(),
            });
        }
        let count = u32::try_from(files.len()).unwrap();
        self.say(Command::Read {
            job: Job(job),
            files: (0..count).map(|number| FileId(job * 10 + number)).collect(),
        });
        let mut found = None;
        self.reports.retain(|report| match report {
            Report::Read { found: told, .. } => {
                found = Some(told.clone());
                false
            }
            _ => true,
        });
        found.expect("it was read")
    }

    /// Says a command, and lets the desk work until it has nothing to do.
    fn say(&mut self, command: Command) {
        self.reports.extend(self.desk.handle(command));
        for _ in 0..10_000 {
            let Some(reports) = self.desk.step() else {
                return;
            };
            self.reports.extend(reports);
        }
        panic!("it does not come to rest");
    }

    fn plan(&mut self) -> Plan {
        self.say(Command::Plan);
        match self.reports.pop_back() {
            Some(Report::Planned { plan }) => plan,
            _ => panic!("no plan"),
        }
    }

    /// Begins a run over all sections.
    fn begin(&mut self) {
        let count = u32::try_from(self.plan().sections.len()).unwrap();
        self.say(Command::Refine {
            model: "m".to_owned(),
            sections: (0..count).collect(),
        });
    }

    /// The requests that were made and not taken yet.
    fn asked(&mut self) -> Vec<RequestId> {
        let mut asked = Vec::new();
        self.reports.retain(|report| match report {
            Report::Ask { request, .. } => {
                asked.push(*request);
                false
            }
            _ => true,
        });
        asked
    }

    fn left(&self) -> Vec<RequestId> {
        let left = self.reports.iter().filter_map(|report| match report {
            Report::Leave { request } => Some(*request),
            _ => None,
        });
        left.collect()
    }

    fn kept(&self) -> Vec<Kept> {
        let kept = self.reports.iter().filter_map(|report| match report {
            Report::Keep { kept } => Some(kept.clone()),
            _ => None,
        });
        kept.flatten().collect()
    }

    /// The last thing that was told of the run.
    fn refined(&self) -> Refined {
        let told = self.reports.iter().rev().find_map(|report| match report {
            Report::Refined { refined } => Some(refined.clone()),
            _ => None,
        });
        told.flatten().expect("a run")
    }

    fn hear(&mut self, request: RequestId, events: &[Event]) {
        let events = Events::of(events);
        self.say(Command::Heard { request, events });
    }

    fn stream(&mut self, request: RequestId, text: &str) {
        let text = text.to_owned();
        self.hear(request, &[Event::TextDelta { text }]);
    }

    fn answer(&mut self, request: RequestId, answer: &Value) {
        self.stream(request, &answer.to_string());
        let usage = Usage {
            input_tokens: 900,
            output_tokens: 80,
            ..Usage::default()
        };
        let ending = Ending::Complete;
        self.hear(request, &[Event::Usage(usage), Event::Ended { ending }]);
        self.say(Command::Over { request });
    }

    fn ask(&mut self, question: Question) -> Answer {
        match self.desk.handle(Command::Ask {
            ticket: 1,
            question,
        }) {
            Some(Report::Answered { answer, .. }) => answer,
            _ => panic!("no answer"),
        }
    }

    fn detail(&mut self, key: &str) -> Detail {
        let key = key.to_owned();
        match self.ask(Question::Operation { key }) {
            Answer::Operation(detail) => *detail,
            Answer::None(why) => panic!("{why}"),
            _ => panic!("another answer"),
        }
    }

    fn document(&mut self) -> Value {
        match self.ask(Question::OpenApi { is_yaml: false }) {
            Answer::Text(text) => serde_json::from_str(&text).unwrap(),
            _ => panic!("no document"),
        }
    }
}

fn keys(operations: &[Operation]) -> Vec<&str> {
    operations.iter().map(|it| it.key.as_str()).collect()
}

#[test]
fn the_plan_says_what_would_be_sent_before_it_is() {
    let mut scene = Scene::of(&long(6));
    let plan = scene.plan();
    assert!(plan.sections.len() >= 6);
    assert!(scene.asked().is_empty());
    assert!(
        plan.sections
            .iter()
            .all(|it| it.input > 0 && it.input <= 4_000 && it.output > 0)
    );
    assert!(
        plan.sections
            .iter()
            .all(|it| !it.is_read && it.at.is_some())
    );
    assert!(plan.sections[0].title.starts_with("Depot"));
    let mut given =
        Scene::of(r#"{"openapi": "3.1.0", "info": {"title": "A", "version": "1"}, "paths": {}}"#);
    assert!(given.plan().sections.is_empty());
}

#[test]
fn an_operation_appears_while_it_streams_and_its_words_prove_it() {
    let mut scene = Scene::of(DEPOT);
    scene.begin();
    let request = scene.asked()[0];
    let text = honest().to_string();
    let summary = text.find("\"summary\"").unwrap();
    scene.reports.clear();
    scene.stream(request, &text[..summary]);
    let refined = scene.refined();
    assert_eq!(keys(&refined.changed), ["GET /crates/{id}"]);
    assert_eq!(refined.changed[0].by_model, Some(ByModel::Whole));
    assert!(refined.found.is_none(), "not all is made anew for a line");
    assert_eq!((refined.operations, refined.details), (1, 0));
    // What is asked about it in between is answered.
    let detail = scene.detail("GET /crates/{id}");
    assert!(detail.quote.unwrap().starts_with("The address"));

    scene.reports.clear();
    scene.stream(request, &text[summary..]);
    scene.hear(
        request,
        &[Event::Ended {
            ending: Ending::Complete,
        }],
    );
    let refined = scene.refined();
    assert_eq!(refined.stage, Stage::Finished);
    assert_eq!((refined.operations, refined.details), (2, 3));
    let found = refined.found.expect("all of it, when a section is read");
    assert_eq!(
        keys(&found.operations),
        ["GET /crates", "GET /crates/{id}", "POST /crates/{id}/moves"]
    );
    assert_eq!(found.operations[0].by_model, None);
    let detail = scene.detail("GET /crates/{id}");
    let deep = detail
        .parameters
        .iter()
        .find(|it| it.name == "deep")
        .unwrap();
    assert!(deep.quote.as_ref().unwrap().contains("look inside"));
    let place = deep.at.expect("its place");
    match scene.ask(Question::Blocks {
        from: place,
        count: 1,
    }) {
        Answer::Blocks(blocks) => {
            assert!(matches!(&blocks[0].kind, Kind::Paragraph(_)), "{blocks:?}");
            assert!(
                blocks[0]
                    .operations
                    .contains(&"GET /crates/{id}".to_owned())
            );
        }
        _ => panic!("no blocks"),
    }
    let moves = scene.detail("POST /crates/{id}/moves");
    assert!(moves.body.unwrap().members[0].quote.is_some());
}

#[test]
fn what_a_model_makes_up_is_dropped_and_counted_by_reason() {
    let mut scene = Scene::of(DEPOT);
    scene.begin();
    let request = scene.asked()[0];
    let made_up = json!({"operations": [
        {"quote": "The address /secrets/{id} gives a secret.", "method": "GET", "path": "/secrets/{id}", "summary": null, "parameters": [
            {"quote": "x", "name": "key", "in": "query", "required": null, "type": null}]},
        {"quote": "You post to /crates/{id}/moves and the crate moves.", "method": "DELETE", "path": "/admin", "summary": null, "parameters": []},
        {"quote": "GET /crates", "method": "GET", "path": "/crates", "summary": null, "parameters": [
            {"quote": "How many", "name": "password", "in": "query", "required": true, "type": "string"}]},
    ]});
    scene.answer(request, &made_up);
    let refined = scene.refined();
    assert_eq!(refined.stage, Stage::Finished);
    assert_eq!(
        (refined.operations, refined.details, refined.corrected),
        (0, 0, 0)
    );
    let dropped = refined.dropped;
    let total =
        dropped.quote_not_found + dropped.not_in_quote + dropped.malformed + dropped.of_dropped;
    assert!(
        dropped.quote_not_found >= 1 && dropped.not_in_quote >= 1 && dropped.of_dropped == 1,
        "{dropped:?}"
    );
    assert!(total >= 4, "{dropped:?}");
    let document = scene.document().to_string();
    assert!(
        !document.contains("secrets")
            && !document.contains("admin")
            && !document.contains("password")
    );
    assert_eq!((refined.tokens.input, refined.tokens.output), (900, 80));
}

#[test]
fn several_are_asked_at_once_in_reading_order_and_a_pause_asks_no_more() {
    let mut scene = Scene::of(&long(8));
    scene.begin();
    let first = scene.asked();
    assert_eq!(first.len(), 3);
    let sections = scene.refined().sections;
    assert_eq!(
        sections[..4],
        [
            Progress::Asked,
            Progress::Asked,
            Progress::Asked,
            Progress::Waiting
        ]
    );
    scene.say(Command::Pause);
    assert_eq!(scene.refined().stage, Stage::Paused);
    // What is on its way goes on.
    scene.answer(first[1], &part(1));
    assert!(scene.asked().is_empty());
    assert_eq!(scene.refined().sections[1], Progress::Read);
    assert_eq!(scene.refined().operations, 1);
    scene.say(Command::Resume {
        model: "other".to_owned(),
    });
    assert_eq!(scene.asked().len(), 1);
    assert_eq!(scene.refined().stage, Stage::Going);
}

#[test]
fn an_endpoint_that_fails_interrupts_and_the_section_is_asked_about_again() {
    let mut scene = Scene::of(&long(5));
    scene.begin();
    let first = scene.asked();
    scene.answer(first[0], &part(0));
    let more = scene.asked();
    assert_eq!(more.len(), 1);
    scene.say(Command::Over { request: first[1] });
    assert_eq!(scene.refined().stage, Stage::Interrupted);
    let message = "insufficient quota".to_owned();
    let ending = Ending::Error {
        code: None,
        message,
    };
    scene.hear(first[2], &[Event::Ended { ending }]);
    assert_eq!(scene.refined().fault.as_deref(), Some("insufficient quota"));
    assert!(scene.asked().is_empty());
    assert_eq!(scene.refined().operations, 1, "what was accepted stays");
    scene.say(Command::Resume {
        model: "other".to_owned(),
    });
    assert_eq!(scene.asked().len(), 2);
    assert_eq!(scene.refined().fault, None);
    assert_eq!(
        scene.refined().sections[1..3],
        [Progress::Asked, Progress::Asked]
    );
}

#[test]
fn a_cut_answer_keeps_what_was_accepted_and_is_asked_for_again_at_most_thrice() {
    let mut scene = Scene::of(DEPOT);
    scene.begin();
    let text = honest().to_string();
    let at = text.find("\"summary\"").unwrap();
    for _ in 0..3 {
        let asked = scene.asked();
        assert_eq!(asked.len(), 1);
        scene.stream(asked[0], &text[..at]);
        scene.hear(
            asked[0],
            &[Event::Ended {
                ending: Ending::Truncated,
            }],
        );
        scene.say(Command::Over { request: asked[0] });
    }
    let refined = scene.refined();
    assert!(scene.asked().is_empty());
    assert_eq!(
        (refined.stage, refined.sections[0]),
        (Stage::Finished, Progress::Failed)
    );
    assert_eq!(refined.operations, 1);
    assert!(scene.kept().is_empty());
}

#[test]
fn an_answer_that_can_no_longer_be_one_is_left() {
    let mut scene = Scene::of(DEPOT);
    scene.begin();
    let request = scene.asked()[0];
    scene.stream(request, "{\"operations\": }");
    assert_eq!(scene.left(), [request]);
    assert_eq!(scene.asked().len(), 1, "it is asked for again");
}

#[test]
fn edits_survive_what_a_model_adds() {
    let mut scene = Scene::of(DEPOT);
    let edit = |operation: &str, field: Field, value: &str| Edit {
        operation: operation.to_owned(),
        field,
        value: value.to_owned(),
    };
    let mut edits = vec![edit("GET /crates", Field::Summary, "Mine")];
    let shape = |edits: &[Edit]| Command::Shape {
        edits: edits.to_vec(),
        base_url: Some("https://depot.example".to_owned()),
    };
    scene.say(shape(&edits));
    scene.begin();
    let request = scene.asked()[0];
    let text = honest().to_string();
    let half = text.find("\"You post").unwrap();
    scene.stream(request, &text[..half]);
    edits.push(edit("GET /crates/{id}", Field::Summary, "Also mine"));
    scene.say(shape(&edits));
    scene.reports.clear();
    scene.stream(request, &text[half..]);
    scene.hear(
        request,
        &[Event::Ended {
            ending: Ending::Complete,
        }],
    );
    let found = scene.refined().found.unwrap();
    let summaries: Vec<_> = found
        .operations
        .iter()
        .map(|it| it.summary.as_str())
        .collect();
    assert_eq!(summaries[..2], ["Mine", "Also mine"]);
    assert!(found.lost_edits.is_empty());
    assert_eq!(found.servers, ["https://depot.example"]);
    assert_eq!(
        scene.document()["paths"]["/crates"]["get"]["summary"],
        "Mine"
    );
}

#[test]
fn a_run_goes_on_after_a_reload_and_can_be_forgotten() {
    let mut first = Scene::of(&long(5));
    first.begin();
    let asked = first.asked();
    first.answer(asked[0], &part(0));
    first.answer(asked[1], &part(1));
    let kept = first.kept();
    assert_eq!(kept.len(), 2);

    let mut second = Scene::of(&long(5));
    let before = second.document();
    second.say(Command::Known { kept: kept.clone() });
    let refined = second.refined();
    assert_eq!(refined.stage, Stage::Earlier);
    assert_eq!(
        refined.sections[..3],
        [Progress::Read, Progress::Read, Progress::Out]
    );
    assert_eq!((refined.operations, refined.tokens.input), (2, 1_800));
    assert_eq!(refined.found.unwrap().operations.len(), 2);
    assert!(second.asked().is_empty(), "nothing is sent by itself");
    let plan = second.plan();
    let read: Vec<_> = plan.sections.iter().filter(|it| it.is_read).collect();
    assert_eq!(read.len(), 2);
    second.begin();
    let sections = second.refined().sections;
    assert_eq!(
        sections[..3],
        [Progress::Read, Progress::Read, Progress::Asked]
    );
    assert_eq!(second.refined().operations, 2);

    second.say(Command::Forget);
    assert!(
        second
            .reports
            .iter()
            .any(|report| matches!(report, Report::Refined { refined: None }))
    );
    assert_eq!(second.left().len(), 3);
    assert_eq!(second.document(), before);
    assert!(
        second
            .plan()
            .sections
            .iter()
            .all(|section| !section.is_read)
    );

    // What is kept counts only for the same words, and only if they still prove it.
    let mut other = Scene::of(&long(5).replace("gives a part", "yields a part"));
    other.say(Command::Known { kept });
    assert!(
        !other
            .reports
            .iter()
            .any(|report| matches!(report, Report::Refined { refined: Some(_) }))
    );
}

#[test]
fn what_a_model_added_stays_when_more_is_read() {
    let mut scene = Scene::of(DEPOT);
    scene.begin();
    let request = scene.asked()[0];
    scene.answer(request, &honest());
    let found = scene.read(2, &[("a.md", DEPOT), ("b.md", "# More\n\n`GET /bays`\n")]);
    assert_eq!(found.operations.len(), 4, "{:?}", keys(&found.operations));
    assert_eq!(scene.refined().stage, Stage::Earlier);
    let new = found
        .operations
        .iter()
        .find(|it| it.key == "POST /crates/{id}/moves");
    assert_eq!(new.unwrap().by_model, Some(ByModel::Whole));
}

#[test]
fn a_run_that_is_stopped_or_replaced_leaves_its_requests_and_hears_no_more_of_them() {
    let mut scene = Scene::of(&long(5));
    scene.begin();
    let asked = scene.asked();
    scene.say(Command::Halt);
    assert_eq!(scene.left(), asked);
    assert_eq!(scene.refined().stage, Stage::Stopped);
    scene.begin();
    let again = scene.asked();
    assert!(
        again.iter().all(|request| !asked.contains(request)),
        "{again:?}"
    );
    scene.answer(asked[0], &part(0));
    assert_eq!(scene.refined().operations, 0);
    scene.reports.clear();
    scene.read(2, &[("b.md", DEPOT)]);
    assert_eq!(scene.left(), again);
    assert!(scene.asked().is_empty());
}
