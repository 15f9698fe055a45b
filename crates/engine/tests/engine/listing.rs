use ichiban_engine::asking::protocol::{Inquiry, Report, Ticket};
use ichiban_model::Failure;
use ichiban_model::model_list::Listed;

use crate::asking::Page;
use crate::network::Act;

fn ask(page: &mut Page, ticket: u32) {
    page.inquire(ticket, Some("sk-of-a-person"), Inquiry::Models);
}

fn list(acts: impl Fn() -> Vec<Act> + 'static) -> Result<Vec<Listed>, Failure> {
    let mut page = Page::new(move |request, _| {
        assert_eq!(request.url, "https://model.example/v1/models");
        acts()
    });
    ask(&mut page, 5);
    page.settle();
    match page.answers().pop() {
        Some(Report::Listed {
            ticket: Ticket(5),
            result,
        }) => result.map(|list| list.open().unwrap()),
        other => panic!("{other:?}"),
    }
}

fn ok() -> Act {
    Act::Head(200, vec![("content-type", "application/json")])
}

#[test]
fn a_list_is_told_however_it_is_cut() {
    let body = br#"{"data":[{"id":"large"},{"id":"small"}]}"#;
    for size in [1, 7, 1000] {
        let listed = list(move || {
            let mut acts = vec![ok()];
            acts.extend(body.chunks(size).map(|piece| Act::Body(piece.to_vec())));
            acts.push(Act::End);
            acts
        });
        let names: Vec<_> = listed.unwrap().into_iter().map(|it| it.name).collect();
        assert_eq!(names, ["large", "small"]);
    }
}

#[test]
fn each_failure_has_its_own_words() {
    type Case = (fn() -> Vec<Act>, &'static str, &'static str);
    let cases: [Case; 6] = [
        (
            || vec![Act::Head(401, vec![]), Act::End],
            "wrong-key",
            "Check the key",
        ),
        (
            || vec![Act::Head(404, vec![]), Act::End],
            "not-found",
            "Type the model's name yourself",
        ),
        (
            || vec![Act::Head(405, vec![]), Act::Cut],
            "not-found",
            "Type the model's name yourself",
        ),
        (
            || vec![Act::Cut],
            "blocked",
            "Type the model's name yourself",
        ),
        (
            || vec![ok(), Act::Body(b"<html>".to_vec()), Act::End],
            "not-an-api",
            "Type the model's name yourself",
        ),
        (
            || vec![ok(), Act::Body(vec![b' '; 9 * 1024 * 1024])],
            "not-an-api",
            "Type the model's name yourself",
        ),
    ];
    for (acts, code, hint) in cases {
        let failure = list(acts).unwrap_err();
        assert_eq!(failure.code, code);
        assert!(failure.hint.contains(hint), "{}", failure.hint);
        let words = format!("{} {}", failure.message, failure.hint);
        assert!(!words.contains("sk-of-a-person"), "{words}");
    }
}

#[test]
fn a_newer_question_takes_the_place_of_the_older() {
    let mut page = Page::new(|_, nth| {
        let name = if nth == 0 { "old" } else { "new" };
        let body = format!(r#"{{"data":[{{"id":"{name}"}}]}}"#);
        vec![ok(), Act::Body(body.into_bytes()), Act::End]
    });
    ask(&mut page, 1);
    ask(&mut page, 2);
    page.settle();
    let told: Vec<_> = page
        .answers()
        .into_iter()
        .filter_map(|report| match report {
            Report::Listed { ticket, .. } => Some(ticket),
            _ => None,
        })
        .collect();
    assert_eq!(told, [Ticket(2)]);
}
