//! What the page asks of the worker that draws, and what it is told.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::result_large_err
)]

use ichiban_diagram::Easel;
use ichiban_engine::diagram::protocol::{
    Answer, Command, DifferenceKind, Job, Picture, Problem, Question, Report,
};
use ichiban_engine::handler::{Handler, Inbox};

const FLOW: &str = "flowchart TD\n  A[Start] --> B[End it]\n";

fn easel() -> Easel {
    Easel::new(None, || 0)
}

fn draw(easel: &mut Easel, text: &str, theme: &str) -> Result<Picture, Problem> {
    let command = Command::Draw {
        job: Job(7),
        text: text.to_owned(),
        theme: theme.to_owned(),
    };
    match easel.handle(command) {
        Some(Report::Drawn {
            job: Job(7),
            picture,
        }) => Ok(picture),
        Some(Report::Undrawn {
            job: Job(7),
            problem,
        }) => Err(problem),
        other => panic!("{other:?}"),
    }
}

fn ask(easel: &mut Easel, question: Question) -> Answer {
    match easel.handle(Command::Ask {
        ticket: 3,
        question,
    }) {
        Some(Report::Answered { ticket: 3, answer }) => answer,
        other => panic!("{other:?}"),
    }
}

#[test]
fn themes_are_told_first_and_every_one_draws() {
    let mut easel = easel();
    let Report::Ready { themes } = easel.ready() else {
        panic!("not ready")
    };
    assert_eq!(themes.len(), 6);
    assert!(!themes[0].is_dark && themes[1].is_dark);
    let mut canvases = Vec::new();
    for theme in &themes {
        let picture = draw(&mut easel, FLOW, &theme.name).unwrap();
        assert!(picture.markup.starts_with("<svg") && picture.width > 50.0);
        assert!(picture.style.contains("#diagram"));
        canvases.push(picture.canvas);
    }
    assert_ne!(canvases[0], canvases[1]);
}

#[test]
fn what_does_not_parse_comes_with_its_place_and_its_fix() {
    let text = "flowchart TD\n  A[Call f(x)] --> B\n";
    let Err(Problem::Syntax { diagnostic, fix }) = draw(&mut easel(), text, "light") else {
        panic!("it was drawn")
    };
    assert_eq!(diagnostic.place.line, 2);
    let fix = fix.unwrap();
    assert_eq!(fix.changes.len(), 1);
    assert_eq!(fix.remaining, None);
    assert!(draw(&mut easel(), &fix.text, "light").is_ok());
}

#[test]
fn what_has_no_fix_says_what_to_do() {
    let Err(Problem::Syntax { diagnostic, fix }) = draw(&mut easel(), "well then", "light") else {
        panic!("it was drawn")
    };
    assert_eq!(fix, None);
    assert!(!diagnostic.hint.is_empty());
    assert_eq!(draw(&mut easel(), " \n", "light"), Err(Problem::Blank));
}

#[test]
fn what_is_too_large_says_so() {
    let text = format!("flowchart TD\n{}", "  A --> B\n".repeat(100_000));
    let Err(Problem::TooLarge { message }) = draw(&mut easel(), &text, "light") else {
        panic!("it was drawn")
    };
    assert!(message.contains("bytes"), "{message}");
}

#[test]
fn a_picture_is_exported_whatever_was_drawn_before() {
    let export = |easel: &mut Easel, is_transparent| {
        ask(
            easel,
            Question::Export {
                text: FLOW.to_owned(),
                theme: "print".to_owned(),
                is_transparent,
            },
        )
    };
    let Answer::Text(fresh) = export(&mut easel(), false) else {
        panic!("no picture")
    };
    assert!(fresh.starts_with("<svg") && fresh.contains("<style>"));
    let mut used = easel();
    draw(&mut used, "pie\n \"a\": 1\n", "dark").unwrap();
    assert_eq!(export(&mut used, false), Answer::Text(fresh.clone()));
    let Answer::Text(transparent) = export(&mut used, true) else {
        panic!("no picture")
    };
    assert!(transparent.len() < fresh.len());
    let refused = ask(
        &mut used,
        Question::Export {
            text: "nothing".to_owned(),
            theme: "light".to_owned(),
            is_transparent: false,
        },
    );
    assert!(matches!(refused, Answer::None(_)));
}

#[test]
fn a_text_is_formatted_compared_and_shared() {
    let mut easel = easel();
    let text = "flowchart TD\nA-->B\n".to_owned();
    assert_eq!(
        ask(&mut easel, Question::Format { text: text.clone() }),
        Answer::Text("flowchart TD\n    A --> B\n".to_owned())
    );
    let after = "flowchart TD\nA-->B\nB-->C\n".to_owned();
    let Answer::Differences(found) = ask(
        &mut easel,
        Question::Compare {
            before: text.clone(),
            after,
        },
    ) else {
        panic!("not compared")
    };
    assert!(
        found
            .iter()
            .any(|it| it.is_node && it.name == "C" && it.kind == DifferenceKind::Added)
    );
    let Answer::Text(packed) = ask(&mut easel, Question::Pack { text: text.clone() }) else {
        panic!("not packed")
    };
    assert_eq!(
        ask(&mut easel, Question::Unpack { packed }),
        Answer::Text(text)
    );
    let packed = "d1.broken".to_owned();
    assert!(matches!(
        ask(&mut easel, Question::Unpack { packed }),
        Answer::None(_)
    ));
}

#[test]
fn of_drawings_that_wait_the_last_is_done() {
    let mut inbox = Inbox::<Easel>::default();
    for job in 1..4 {
        inbox.push(Command::Draw {
            job: Job(job),
            text: FLOW.to_owned(),
            theme: "light".to_owned(),
        });
        inbox.push(Command::Ask {
            ticket: job,
            question: Question::Format {
                text: FLOW.to_owned(),
            },
        });
    }
    let mut jobs = Vec::new();
    let mut tickets = Vec::new();
    while let Some(command) = inbox.pop() {
        match command {
            Command::Draw { job, .. } => jobs.push(job),
            Command::Ask { ticket, .. } => tickets.push(ticket),
            Command::Write { .. } => panic!("nothing is written"),
        }
    }
    assert_eq!(jobs, [Job(3)]);
    assert_eq!(tickets, [1, 2, 3], "what was asked is answered");
}

fn clean(svg: &str) -> Answer {
    let question = Question::Clean {
        svg: svg.to_owned(),
        theme: "light".to_owned(),
    };
    ask(&mut easel(), question)
}

#[test]
fn a_picture_of_mermaid_js_is_taken_in() {
    let svg = include_str!("../../../tests/fixtures/mermaid/peer/flowchart.svg");
    let Answer::Picture(picture) = clean(svg) else {
        panic!("not taken in")
    };
    assert_eq!(picture.kind, "flowchart-v2");
    assert!(picture.width > 100.0 && picture.height > 300.0);
    for word in [">Start<", ">goes<", ">Group<", ">Store<"] {
        assert!(picture.markup.contains(word), "{word}: {}", picture.markup);
    }
    assert!(
        picture
            .markup
            .contains("data-href=\"https://example.org/\"")
    );
    assert!(!picture.markup.contains(" style=") && !picture.markup.contains("<style"));
    assert!(picture.style.contains("#diagram"));
}

#[test]
fn a_picture_of_mermaid_js_is_exported_as_it_is_shown() {
    let export = |svg: &str, is_transparent| {
        let question = Question::ExportClean {
            svg: svg.to_owned(),
            theme: "light".to_owned(),
            is_transparent,
        };
        ask(&mut easel(), question)
    };
    let svg = include_str!("../../../tests/fixtures/mermaid/peer/flowchart.svg");
    let Answer::Text(file) = export(svg, false) else {
        panic!("not exported")
    };
    assert!(file.starts_with("<svg ") && file.contains("<style>") && file.contains(">Start<"));
    assert!(file.contains(" href=\"https://example.org/\"") && !file.contains("data-href"));
    let Answer::Text(transparent) = export(svg, true) else {
        panic!("not exported")
    };
    assert!(transparent.len() < file.len());
    assert!(matches!(export("no drawing", false), Answer::None(_)));
}

#[test]
fn of_a_hostile_picture_only_the_drawing_is_taken_in() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"diagram\" viewBox=\"0 0 9 9\" onload=\"alert(1)\">\
        <script>alert(1)</script><image href=\"https://evil.example/a.png\"/>\
        <g onclick=\"alert(1)\"><text>kept</text></g>\
        <a href=\"javascript:alert(1)\"><rect width=\"1\" height=\"1\"/></a>\
        <style>body{display:none}#diagram{background:url(https://evil.example/b)}</style></svg>";
    let Answer::Picture(picture) = clean(svg) else {
        panic!("not taken in")
    };
    assert!(picture.markup.contains(">kept<") && picture.markup.contains("<rect"));
    let whole = format!("{}{}", picture.markup, picture.style);
    for part in ["script", "alert", "evil", "onload", "onclick", "body"] {
        assert!(!whole.contains(part), "{part}: {whole}");
    }
    let html = "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"diagram\" viewBox=\"0 0 9 9\"><foreignObject><p>x</p></foreignObject></svg>";
    for refused in [html, "<svg", "", "<p>x</p>"] {
        assert!(matches!(clean(refused), Answer::None(_)), "{refused}");
    }
}
