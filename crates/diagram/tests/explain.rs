//! What a model is asked about a diagram, as the worker hands it to the page.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use ichiban_diagram::Easel;
use ichiban_engine::asking::protocol;
use ichiban_engine::diagram::explain::{Exchange, Explain};
use ichiban_engine::diagram::protocol::{Answer, Command, Question, Report};
use ichiban_engine::handler::Handler;
use ichiban_mermaid::author::{Subject, explain};

const DIAGRAM: &str = "flowchart LR\n  Shop --> Depot\n";

fn ask(asked: Explain) -> protocol::Question {
    let question = Question::Explain(asked);
    let report = Easel::new(None, || 0).handle(Command::Ask {
        ticket: 7,
        question,
    });
    let Some(Report::Answered {
        ticket: 7,
        answer: Answer::Request(question),
    }) = report
    else {
        panic!("{report:?}")
    };
    question
}

#[test]
fn the_page_is_handed_the_question_as_it_is_to_be_asked() {
    let handed = ask(Explain {
        diagram: DIAGRAM.to_owned(),
        language: "German".to_owned(),
        model: "m".to_owned(),
        ..Explain::default()
    });
    let subject = Subject {
        diagram: DIAGRAM.to_owned(),
        ..Subject::default()
    };
    assert_eq!(
        handed,
        protocol::Question::of(&explain("m", &subject, "German"))
    );
}

#[test]
fn a_question_that_follows_has_what_was_said_before() {
    let handed = ask(Explain {
        diagram: DIAGRAM.to_owned(),
        earlier: vec![Exchange {
            question: String::new(),
            answer: "From the shop to the depot.".to_owned(),
        }],
        question: "And back?".to_owned(),
        model: "m".to_owned(),
        ..Explain::default()
    });
    let subject = Subject {
        diagram: DIAGRAM.to_owned(),
        earlier: vec![(String::new(), "From the shop to the depot.".to_owned())],
        question: "And back?".to_owned(),
    };
    assert_eq!(handed, protocol::Question::of(&explain("m", &subject, "")));
}
