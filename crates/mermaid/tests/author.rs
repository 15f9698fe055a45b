//! A model that writes a diagram: whatever it says and however that arrives, what is shown can be
//! drawn, what is called whole is whole, and a mistake is asked about once.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use ichiban_mermaid::author::{Flow, Outcome, Session, Task};
use ichiban_mermaid::parse;
use ichiban_model::{Content, Ending, Event, Output, Request, Role};
use proptest::prelude::*;

const DIAGRAM: &str = "flowchart LR\n  subgraph shop [The shop]\n    A[\"Größe; Preis\"] -->|pays| \
     B{Paid?}\n    B -- yes --> C\n  end\n  C[send] --> D & E\n  %% done\n";

/// Answers as models give them, the diagram in each is [`DIAGRAM`].
fn answers() -> Vec<String> {
    vec![
        DIAGRAM.to_owned(),
        format!("```mermaid\n{DIAGRAM}```"),
        format!("Here it is:\n\n```mermaid\n{DIAGRAM}```\nAnything else?\n"),
        format!("```\n{DIAGRAM}```\n"),
    ]
}

fn new() -> Session {
    let task = Task {
        instruction: "How an order is paid".to_owned(),
        ..Task::default()
    };
    Session::new(task, "m")
}

fn changing(diagram: &str) -> Session {
    let task = Task {
        instruction: "Add a courier".to_owned(),
        diagram: Some(diagram.to_owned()),
        ..Task::default()
    };
    Session::new(task, "m")
}

fn say(session: &mut Session, text: &str) -> Flow {
    let text = text.to_owned();
    session.absorb(&Event::TextDelta { text })
}

/// Has the session hear an answer, cut at these places; the frames it showed.
fn hear(session: &mut Session, answer: &str, cuts: &[usize], ending: Ending) -> Vec<String> {
    assert!(session.next_request().is_some());
    let mut cuts: Vec<_> = cuts
        .iter()
        .copied()
        .filter(|at| answer.is_char_boundary(*at))
        .collect();
    cuts.push(answer.len());
    cuts.sort_unstable();
    let (mut from, mut frames) = (0, Vec::new());
    for cut in cuts {
        assert_eq!(say(session, &answer[from..cut]), Flow::Continue);
        from = cut;
        frames.extend(session.frame());
    }
    let _ = session.absorb(&Event::Ended { ending });
    frames
}

fn words(request: &Request) -> Vec<(Role, String)> {
    request
        .messages
        .iter()
        .map(|message| {
            let Content::Text(text) = &message.content[0] else {
                panic!("only texts are asked");
            };
            (message.role, text.clone())
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_chunking_ends_the_same(which in 0_usize..4, cuts in prop::collection::vec(0_usize..240, 0..24)) {
        let answer = answers().swap_remove(which);
        let mut session = new();
        let frames = hear(&mut session, &answer, &cuts.into_iter().filter(|at| *at < answer.len()).collect::<Vec<_>>(), Ending::Complete);
        for frame in &frames {
            prop_assert!(parse(frame).is_ok(), "{}", frame);
        }
        let expected = Outcome::Complete { text: DIAGRAM.to_owned(), changes: Vec::new() };
        prop_assert_eq!(session.outcome(), Some(&expected));
        prop_assert!(session.next_request().is_none());
    }

    #[test]
    fn a_cut_answer_is_never_whole(which in 0_usize..4, at in 0_usize..240, ending in 0_usize..4) {
        let answer = answers().swap_remove(which);
        let Some(part) = answer.get(..at.min(answer.len())) else { return Ok(()); };
        let ending = [
            Ending::Truncated,
            Ending::Length,
            Ending::Aborted,
            Ending::Error { code: None, message: "overloaded".to_owned() },
        ][ending].clone();
        let mut session = new();
        hear(&mut session, part, &[], ending.clone());
        match session.outcome().unwrap() {
            // Its fence was closed: it is whole, and what is missing is none of it.
            Outcome::Complete { text, .. } => {
                prop_assert_eq!(text, DIAGRAM);
                prop_assert!(part.len() > answer.rfind("```").unwrap_or(usize::MAX));
            }
            Outcome::Cut { text, ending: why, .. } => {
                prop_assert!(text.is_empty() || parse(text).is_ok());
                prop_assert_eq!(why, &ending);
            }
            other => prop_assert!(false, "{:?}", other),
        }
        prop_assert!(session.next_request().is_none());
    }

    #[test]
    fn a_change_is_whole_in_every_frame(cuts in prop::collection::vec(0_usize..240, 0..24)) {
        let new = DIAGRAM.replace("  C[send] --> D & E\n", "  C[send] --> Courier\n  Courier --> D & E\n");
        let mut session = changing(DIAGRAM);
        let answer = format!("```mermaid\n{new}```\n");
        let frames = hear(&mut session, &answer, &cuts, Ending::Complete);
        for frame in &frames {
            prop_assert!(parse(frame).is_ok());
            prop_assert!(frame.contains("subgraph shop") && frame.contains("D & E"), "{}", frame);
        }
        let expected = Outcome::Complete { text: new, changes: Vec::new() };
        prop_assert_eq!(session.outcome(), Some(&expected));
    }

    #[test]
    fn nothing_that_is_said_breaks_it(pieces in prop::collection::vec("[a-zA-Z`\\-\\[\\]{}()>|:;\"\n %é]{0,24}", 0..16)) {
        let mut session = new();
        session.next_request();
        for piece in &pieces {
            prop_assert_eq!(say(&mut session, piece), Flow::Continue);
            if let Some(frame) = session.frame() {
                prop_assert!(parse(&frame).is_ok());
            }
        }
        session.ended(&Ending::Complete);
        if session.outcome().is_none() {
            prop_assert!(session.next_request().is_some());
            session.ended(&Ending::Complete);
        }
        prop_assert!(session.outcome().is_some());
    }
}

#[test]
fn frames_of_a_new_diagram_grow() {
    let mut session = new();
    let cuts: Vec<usize> = (0..DIAGRAM.len()).collect();
    let frames = hear(&mut session, DIAGRAM, &cuts, Ending::Complete);
    assert!(frames.len() > 5, "{frames:?}");
    assert_eq!(frames.last().unwrap(), DIAGRAM);
}

#[test]
fn what_the_engine_can_mend_is_not_asked_about() {
    let mut session = new();
    let answer = "```mermaid\nflowchart TD\n  A[call f(x)] --> B\n```\n";
    hear(&mut session, answer, &[], Ending::Complete);
    let Some(Outcome::Complete { text, changes }) = session.outcome() else {
        panic!("{:?}", session.outcome());
    };
    assert!(parse(text).is_ok() && changes.len() == 1);
}

const WRONG: &str = "```mermaid\nflowchart TD\n  A --> B\n  ]]] ??? what\n```\n";

#[test]
fn a_mistake_is_asked_about_once_with_its_place() {
    let mut session = new();
    let shown = hear(&mut session, WRONG, &[30], Ending::Complete);
    assert_eq!(shown.last().unwrap(), "flowchart TD\n  A --> B\n");
    assert!(session.outcome().is_none() && session.is_second());
    let request = session.clone().next_request().unwrap();
    let words = words(&request);
    let [(_, _), (_, question), (role, answer), (_, complaint)] = &words[..] else {
        panic!("{words:?}");
    };
    assert!(question.contains("How an order is paid"));
    assert_eq!((*role, answer.as_str()), (Role::Assistant, WRONG));
    assert!(complaint.contains("Line 3, column"), "{complaint}");

    // What is in view stays until the new answer has as much.
    let right = "```mermaid\nflowchart TD\n  A --> B\n  B --> C\n```\n";
    let cuts: Vec<usize> = (0..right.len()).collect();
    let frames = hear(&mut session, right, &cuts, Ending::Complete);
    assert!(
        frames.iter().all(|frame| frame.contains("A --> B")),
        "{frames:?}"
    );
    assert!(matches!(session.outcome(), Some(Outcome::Complete { .. })));
}

#[test]
fn a_second_mistake_is_told_and_the_text_kept() {
    let mut session = new();
    hear(&mut session, WRONG, &[], Ending::Complete);
    hear(&mut session, WRONG, &[], Ending::Complete);
    let Some(Outcome::Broken {
        source,
        text,
        diagnostics,
    }) = session.outcome()
    else {
        panic!("{:?}", session.outcome());
    };
    assert!(source.contains("]]] ??? what"));
    assert_eq!(text, "flowchart TD\n  A --> B\n");
    assert_eq!(diagnostics[0].place.line, 3);
    assert!(session.next_request().is_none());
}

#[test]
fn an_answer_without_a_diagram_is_asked_about_and_kept() {
    let mut session = new();
    hear(&mut session, "What kind of order?", &[], Ending::Complete);
    let words = words(&session.clone().next_request().unwrap());
    assert!(words.last().unwrap().1.contains("no diagram"));
    hear(&mut session, "I need to know more.", &[], Ending::Complete);
    let Some(Outcome::Broken { source, .. }) = session.outcome() else {
        panic!("{:?}", session.outcome());
    };
    assert_eq!(source, "I need to know more.");
}

#[test]
fn a_refusal_is_told_in_the_models_words() {
    let mut session = new();
    session.next_request();
    let text = "I cannot help with that.".to_owned();
    let _ = session.absorb(&Event::RefusalDelta { text });
    let ending = Ending::Complete;
    let _ = session.absorb(&Event::Ended { ending });
    let words = "I cannot help with that.".to_owned();
    assert_eq!(session.outcome(), Some(&Outcome::Declined { words }));
}

#[test]
fn an_answer_without_end_is_left() {
    let mut session = new();
    session.next_request();
    assert_eq!(say(&mut session, "flowchart TD\n"), Flow::Continue);
    let line = format!("%% {}\n", "x".repeat(100_000));
    let mut flow = Flow::Continue;
    for _ in 0..10 {
        if flow == Flow::Continue {
            flow = say(&mut session, &line);
        }
    }
    assert_eq!(flow, Flow::Abandon);
    assert!(matches!(
        session.outcome(),
        Some(Outcome::Cut {
            ending: Ending::Length,
            ..
        })
    ));
}

#[test]
fn the_instructions_are_the_same_for_every_task() {
    let task = Task {
        instruction: "Draw it".to_owned(),
        context: vec!["A ```fence``` within\n```\nx\n```\n".to_owned()],
        diagram: Some(DIAGRAM.to_owned()),
    };
    let with = words(&Session::new(task, "m").next_request().unwrap());
    let without = words(&new().next_request().unwrap());
    assert_eq!(with[0], without[0]);
    assert!(with[1].1.contains("````\nA ```fence```") && with[1].1.contains(DIAGRAM.trim_end()));
}

#[test]
fn a_change_that_is_cut_keeps_what_was_not_said_again() {
    let old = "flowchart TD\n  A --> B\n  B --> C\n  C --> D\n";
    let mut session = changing(old);
    hear(
        &mut session,
        "flowchart TD\n  A --> New\n  New --> B\n  B --> C\n  C --",
        &[],
        Ending::Truncated,
    );
    let Some(Outcome::Cut { text, .. }) = session.outcome() else {
        panic!("{:?}", session.outcome())
    };
    assert_eq!(
        text,
        "flowchart TD\n  A --> New\n  New --> B\n  B --> C\n  C --> D\n"
    );
    let mut session = changing(old);
    hear(&mut session, "flowchart TD\n", &[], Ending::Truncated);
    let Some(Outcome::Cut { text, .. }) = session.outcome() else {
        panic!("{:?}", session.outcome())
    };
    assert_eq!(text, old, "nothing else was said");
}

#[test]
fn a_grammar_goes_along_where_the_family_is_named() {
    let task = Task {
        instruction: "A sequence diagram of a login".to_owned(),
        ..Task::default()
    };
    let request = Session::new(task, "m").next_request().unwrap();
    let Output::Grammar { syntax, definition } = request.output else {
        panic!("{:?}", request.output)
    };
    assert_eq!(syntax, "gbnf");
    assert!(definition.starts_with("root ::= \"```mermaid"));
    assert_eq!(new().next_request().unwrap().output, Output::Text);
}
