//! What the page asks of the worker of documentation, and what it is told.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fmt::Write as _;

use ichiban_docs::Desk;
use ichiban_engine::docs::operation::{Detail, Filled, Outgoing};
use ichiban_engine::docs::page::{Kind, Place};
use ichiban_engine::docs::protocol::{
    Answer, Command, Edit, Field, FileId, Found, Hit, Job, Part, Progress, Question, Report, Unit,
};
use ichiban_engine::handler::Handler;

const NOTES: &str = "# Notes API\n\nBase URL: `https://api.notes.dev/v1`, with a bearer token:\n\n```\ncurl -H 'Authorization: Bearer TOKEN' https://api.notes.dev/v1/notes\n```\n\n## List notes\n\n`GET /notes`\n\n| Parameter | Type | Description |\n|--|--|--|\n| `limit` | integer | How many to return |\n| `tag` | string | Only those with this tag |\n\n## Remove a note\n\n`DELETE /notes/{id}`\n\nRemoves the note for good.\n\n## Create a note\n\n`POST /notes`\n\n```json\n{\"title\": \"Milk\", \"done\": false}\n```\n";

const SHOP: &str = r##"{"openapi": "3.1.0", "info": {"title": "Shop", "version": "2"}, "paths": {"/orders": {"get": {"summary": "Orders", "responses": {"200": {"description": "All", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Tree"}}}}}}}}, "components": {"schemas": {"Tree": {"type": "object", "properties": {"id": {"type": "integer"}, "next": {"$ref": "#/components/schemas/Tree"}, "all": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}}}, "allOf": [{"$ref": "#/components/schemas/Tree"}]}}}}"##;

/// A PDF of so many pages, each with an operation.
fn paper(pages: usize) -> Vec<u8> {
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        String::new(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut kids = Vec::new();
    for page in 0..pages {
        let content = format!(
            "BT 72 760 Td /F1 20 Tf (Thing {page}) Tj 0 -40 Td /F1 12 Tf (GET /things{page}/{{id}}) Tj 0 -40 Td (Reads a thing.) Tj ET"
        );
        let length = content.len();
        objects.push(format!(
            "<< /Length {length} >>\nstream\n{content}\nendstream"
        ));
        let stream = objects.len();
        objects.push(format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {stream} 0 R /Resources << /Font << /F1 3 0 R >> >> >>"));
        kids.push(format!("{} 0 R", objects.len()));
    }
    objects[1] = format!(
        "<< /Type /Pages /Kids [{}] /Count {pages} >>",
        kids.join(" ")
    );
    let mut out = String::from("%PDF-1.4\n");
    for (index, object) in objects.iter().enumerate() {
        let _ = write!(out, "{} 0 obj\n{object}\nendobj\n", index + 1);
    }
    out += "trailer\n<< /Root 1 0 R >>\n%%EOF\n";
    out.into_bytes()
}

fn give(desk: &mut Desk, file: u32, name: &str, bytes: &[u8]) {
    let command = Command::File {
        file: FileId(file),
        name: name.to_owned(),
        bytes: bytes.to_vec(),
    };
    assert!(desk.handle(command).is_none());
}

fn begin(desk: &mut Desk, job: u32, files: &[u32]) -> Option<Report> {
    let files = files.iter().map(|&file| FileId(file)).collect();
    desk.handle(Command::Read {
        job: Job(job),
        files,
    })
}

/// Everything that is told until the job is done, and what was found.
fn finish(desk: &mut Desk) -> (Vec<Progress>, Vec<usize>, Found) {
    let (mut progress, mut previews) = (Vec::new(), Vec::new());
    for _ in 0..10_000 {
        for report in desk.step().expect("a job that goes on") {
            match report {
                Report::Progress { progress: told, .. } => progress.push(told),
                Report::Preview { operations, .. } => previews.push(operations.len()),
                Report::Read { found, .. } => {
                    assert!(desk.step().is_none());
                    return (progress, previews, found);
                }
                _ => panic!("something else was told"),
            }
        }
    }
    panic!("the job does not end");
}

fn read(desk: &mut Desk, name: &str, bytes: &[u8]) -> Found {
    give(desk, 0, name, bytes);
    assert!(begin(desk, 1, &[0]).is_none());
    finish(desk).2
}

fn ask(desk: &mut Desk, question: Question) -> Answer {
    match desk.handle(Command::Ask {
        ticket: 3,
        question,
    }) {
        Some(Report::Answered { ticket: 3, answer }) => answer,
        _ => panic!("no answer"),
    }
}

fn detail(desk: &mut Desk, key: &str) -> Detail {
    let key = key.to_owned();
    match ask(desk, Question::Operation { key }) {
        Answer::Operation(detail) => *detail,
        Answer::None(why) => panic!("{why}"),
        _ => panic!("another answer"),
    }
}

fn text(answer: Answer) -> String {
    match answer {
        Answer::Text(text) => text,
        Answer::None(why) => panic!("{why}"),
        _ => panic!("another answer"),
    }
}

fn shape(desk: &mut Desk, edits: &[Edit], base_url: Option<&str>) -> Option<Found> {
    let command = Command::Shape {
        edits: edits.to_vec(),
        base_url: base_url.map(str::to_owned),
    };
    match desk.handle(command) {
        Some(Report::Shaped { found }) => Some(found),
        None => None,
        _ => panic!("something else was told"),
    }
}

fn edit(operation: &str, field: Field, value: &str) -> Edit {
    Edit {
        operation: operation.to_owned(),
        field,
        value: value.to_owned(),
    }
}

fn block(desk: &mut Desk, from: Place) -> ichiban_engine::docs::page::Block {
    match ask(desk, Question::Blocks { from, count: 1 }) {
        Answer::Blocks(mut blocks) => blocks.pop().unwrap(),
        _ => panic!("no blocks"),
    }
}

#[test]
fn operations_and_parameters_lead_to_their_places_and_back() {
    let mut desk = Desk::default();
    let found = read(&mut desk, "notes.md", NOTES.as_bytes());
    let keys: Vec<_> = found.operations.iter().map(|it| &*it.key).collect();
    assert_eq!(keys, ["GET /notes", "POST /notes", "DELETE /notes/{id}"]);
    assert_eq!(found.title, "Notes API");
    assert_eq!(found.servers, ["https://api.notes.dev/v1"]);
    assert_eq!(found.documents[0].outline.len(), 4);

    let list = detail(&mut desk, "GET /notes");
    let limit = &list.parameters[0];
    assert_eq!((&*limit.name, &*limit.kind), ("limit", "integer"));
    let row = block(&mut desk, limit.at.unwrap());
    assert!(
        matches!(&row.kind, Kind::Row(cells, false) if cells[0][0].text == "limit"),
        "{row:?}"
    );
    assert!(
        row.parameters
            .contains(&("GET /notes".to_owned(), "limit".to_owned()))
    );
    let line = block(&mut desk, list.places[0]);
    assert_eq!(line.operations, ["GET /notes"]);
}

#[test]
fn the_examples_of_the_page_have_operations_and_a_server_and_no_secret() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../web/examples/docs");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let mut desk = Desk::default();
        let found = read(&mut desk, &name, &std::fs::read(&path).unwrap());
        assert!(
            found.operations.len() >= 5,
            "{name}: {:?}",
            found.operations
        );
        assert!(found.servers[0].starts_with("https://"), "{name}");
        let written = text(ask(&mut desk, Question::OpenApi { is_yaml: true }));
        assert!(
            !written.contains("tok_51") && !written.contains("eyJ"),
            "{name}"
        );
        count += 1;
    }
    assert_eq!(count, 4);
}

#[test]
fn edits_are_replayed_on_what_is_read_next() {
    let mut desk = Desk::default();
    read(&mut desk, "notes.md", NOTES.as_bytes());
    let parameter = Field::Parameter("query".to_owned(), "limit".to_owned(), Part::Name);
    let edits = [
        edit("GET /notes", Field::Summary, "Every note"),
        edit("GET /notes", parameter, "page_size"),
        edit("PUT /nowhere", Field::Summary, "x"),
    ];
    let found = shape(&mut desk, &edits, Some("https://other.example.com")).unwrap();
    assert_eq!(found.operations[0].summary, "Every note");
    assert_eq!(found.lost_edits, [2]);
    assert_eq!(found.servers, ["https://other.example.com"]);
    assert_eq!(
        detail(&mut desk, "GET /notes").parameters[0].name,
        "page_size"
    );

    give(&mut desk, 1, "shop.json", SHOP.as_bytes());
    assert!(begin(&mut desk, 2, &[0, 1]).is_none());
    let (_, _, found) = finish(&mut desk);
    assert_eq!(found.operations.len(), 4);
    let list = found.operations.iter().find(|it| it.key == "GET /notes");
    assert_eq!(list.unwrap().summary, "Every note");
    // What was given and not found has a place too, and no confidence.
    let orders = found.operations.iter().find(|it| it.key == "GET /orders");
    let at = orders.unwrap().at.unwrap();
    assert_eq!(at.document, 1);
    assert_eq!(block(&mut desk, at).operations, ["GET /orders"]);
    assert_eq!(orders.unwrap().confidence, None);
}

#[test]
fn what_is_called_otherwise_stays_so_and_leads_to_its_place() {
    let mut desk = Desk::default();
    read(&mut desk, "shop.json", SHOP.as_bytes());
    let before = detail(&mut desk, "GET /orders").places;
    let edits = [
        edit("GET /orders", Field::Method, "POST"),
        edit("POST /orders", Field::Path, "/shops/{shop}/orders"),
        edit("POST /shops/{shop}/orders", Field::Tag, "Shops"),
    ];
    let found = shape(&mut desk, &edits, None).unwrap();
    assert!(found.lost_edits.is_empty());
    let key = "POST /shops/{shop}/orders";
    let moved = found.operations.iter().find(|it| it.key == key).unwrap();
    assert_eq!(moved.tag, "Shops");
    let at = moved.at.unwrap();
    assert_eq!(block(&mut desk, at).operations, [key]);
    let told = detail(&mut desk, key);
    assert_eq!(told.tag, "Shops");
    assert_eq!(told.places, before);
    let names: Vec<_> = told.parameters.iter().map(|it| &*it.name).collect();
    assert!(names.contains(&"shop"), "{names:?}");

    give(&mut desk, 1, "notes.md", NOTES.as_bytes());
    assert!(begin(&mut desk, 2, &[0, 1]).is_none());
    let (_, _, found) = finish(&mut desk);
    assert!(found.operations.iter().any(|it| it.key == key));
    let found = shape(&mut desk, &[], None).unwrap();
    assert!(found.operations.iter().any(|it| it.key == "GET /orders"));
}

#[test]
fn a_pdf_is_read_in_steps_with_previews() {
    let mut desk = Desk::default();
    give(&mut desk, 0, "paper.pdf", &paper(70));
    assert!(begin(&mut desk, 1, &[0]).is_none());
    let (progress, previews, found) = finish(&mut desk);
    let pages: Vec<_> = progress.iter().map(|told| told.parts).collect();
    assert_eq!(pages, [0, 16, 32, 48, 64]);
    assert!(progress.iter().all(|told| told.of_parts == 70));
    assert_eq!(previews, [16, 32, 64]);
    assert_eq!(found.operations.len(), 70);
    assert!(!found.is_partial);
}

#[test]
fn what_was_read_when_reading_is_stopped_is_the_result() {
    let mut desk = Desk::default();
    give(&mut desk, 0, "paper.pdf", &paper(70));
    give(&mut desk, 1, "notes.md", NOTES.as_bytes());
    assert!(begin(&mut desk, 1, &[0, 1]).is_none());
    for _ in 0..3 {
        desk.step().unwrap();
    }
    let Some(Report::Read { found, .. }) = desk.handle(Command::Stop) else {
        panic!("nothing was found");
    };
    assert_eq!(found.operations.len(), 32);
    assert!(found.is_partial);
    assert!(
        found.notes[0].contains("32 of 70 pages"),
        "{:?}",
        found.notes
    );
    assert_eq!(
        found.refused,
        ["notes.md was not read: reading was stopped."]
    );
    assert!(desk.step().is_none());
    // To go on, the files have to be given again.
    assert!(
        matches!(begin(&mut desk, 2, &[0, 1]), Some(Report::Unknown { job: Job(2), files }) if files == [FileId(0), FileId(1)])
    );
}

#[test]
fn a_long_page_is_read_by_sections_and_keeps_those_when_it_is_stopped() {
    let parts: Vec<String> = (0..2_000)
        .map(|n| {
            let words = "Reads a thing of which there is much to be said. ".repeat(6);
            format!("## Thing {n}\n\n`GET /things{n}/{{id}}`\n\n{words}\n\n")
        })
        .collect();
    let text = parts.concat();
    let mut desk = Desk::default();
    give(&mut desk, 0, "long.md", text.as_bytes());
    assert!(begin(&mut desk, 1, &[0]).is_none());
    let mut seen = Vec::new();
    for _ in 0..3 {
        let reports = desk.step().unwrap();
        seen.extend(reports.into_iter().filter_map(|report| match report {
            Report::Progress { progress, .. } => Some(progress),
            _ => None,
        }));
    }
    let last = seen.last().unwrap();
    assert_eq!((last.part, last.of_parts), (Unit::Section, 2_000));
    assert!((1..2_000).contains(&last.parts), "{seen:?}");
    let read = last.parts as usize;
    let Some(Report::Read { found, .. }) = desk.handle(Command::Stop) else {
        panic!("nothing was found");
    };
    assert!(found.is_partial);
    assert_eq!(found.operations.len(), read);
    assert!(
        found.notes[0].contains("of 2000 sections"),
        "{:?}",
        found.notes
    );
}

#[test]
fn what_cannot_be_read_is_said_and_the_rest_is_read() {
    let mut desk = Desk::default();
    give(&mut desk, 0, "picture.bin", &[0, 159, 146, 150, 0, 1]);
    give(&mut desk, 1, "notes.md", NOTES.as_bytes());
    give(&mut desk, 2, "broken.pdf", b"%PDF-1.4 and nothing");
    assert!(begin(&mut desk, 1, &[0, 1, 2]).is_none());
    let (_, _, found) = finish(&mut desk);
    assert_eq!(found.operations.len(), 3);
    assert_eq!(found.refused.len(), 2, "{:?}", found.refused);
    assert!(found.refused[0].contains("picture.bin"));
}

#[test]
fn schemas_that_refer_to_themselves_end() {
    let mut desk = Desk::default();
    read(&mut desk, "shop.json", SHOP.as_bytes());
    let orders = detail(&mut desk, "GET /orders");
    let content = orders.responses[0].content.as_ref().unwrap();
    assert!(content.is_cut);
    assert_eq!(content.members[0].name, "id");
}

#[test]
fn a_question_is_answered_with_places() {
    let mut desk = Desk::default();
    read(&mut desk, "notes.md", NOTES.as_bytes());
    let question = "which endpoint deletes a note?".to_owned();
    let Answer::Found(hits) = ask(&mut desk, Question::Find { question }) else {
        panic!("another answer");
    };
    let Hit { operations, at, .. } = &hits[0];
    assert_eq!(operations, &["DELETE /notes/{id}"]);
    let shown = block(&mut desk, *at);
    assert!(!matches!(shown.kind, Kind::Code(_)), "{shown:?}");
}

#[test]
fn calls_tools_and_the_document_are_written() {
    let mut desk = Desk::default();
    read(&mut desk, "notes.md", NOTES.as_bytes());
    let key = "POST /notes".to_owned();
    let curl = text(ask(
        &mut desk,
        Question::Call {
            key: key.clone(),
            language: "curl".to_owned(),
        },
    ));
    assert!(
        curl.starts_with("curl -X POST 'https://api.notes.dev/v1/notes'"),
        "{curl}"
    );
    for house in ["openai", "anthropic", "mcp"] {
        let tools = |desk: &mut Desk, key| {
            let house = house.to_owned();
            text(ask(desk, Question::Tools { key, house }))
                .matches("\"description\": \"")
                .count()
        };
        let one = tools(&mut desk, Some(key.clone()));
        assert!(one > 0 && tools(&mut desk, None) > one, "{house}");
    }
    let yaml = text(ask(&mut desk, Question::OpenApi { is_yaml: true }));
    assert!(yaml.starts_with("openapi: \"3.1"), "{yaml}");
}

#[test]
fn a_filled_form_makes_a_request_whose_key_is_in_it_alone() {
    let mut desk = Desk::default();
    read(&mut desk, "notes.md", NOTES.as_bytes());
    let form = detail(&mut desk, "DELETE /notes/{id}").form;
    assert_eq!(form.key.as_deref(), Some("Authorization: Bearer"));
    let filled = |id: &str| Filled {
        server: form.servers[0].clone(),
        fields: vec![("path".to_owned(), "id".to_owned(), id.to_owned())],
        body: None,
        key: "s3cret".to_owned(),
        is_forced: false,
    };
    let request = |desk: &mut Desk, filled| {
        let key = "DELETE /notes/{id}".to_owned();
        ask(desk, Question::Request { key, filled })
    };
    let Answer::Request(Outgoing {
        url, headers, curl, ..
    }) = request(&mut desk, filled("7 8"))
    else {
        panic!("no request");
    };
    assert_eq!(url, "https://api.notes.dev/v1/notes/7%208");
    assert_eq!(
        headers,
        [("Authorization".to_owned(), "Bearer s3cret".to_owned())]
    );
    assert!(!curl.contains("s3cret"));
    assert!(
        matches!(request(&mut desk, filled("")), Answer::None(why) if why.contains("`id` must be"))
    );
}

#[test]
fn nothing_is_answered_of_nothing() {
    let mut desk = Desk::default();
    assert!(matches!(
        ask(&mut desk, Question::OpenApi { is_yaml: false }),
        Answer::None(_)
    ));
    assert!(shape(&mut desk, &[], None).is_none());
    assert!(desk.handle(Command::Stop).is_none());
    assert!(desk.step().is_none());
}
