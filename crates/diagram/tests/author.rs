//! A diagram that a model writes, as the worker tells the page of it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use ichiban_diagram::Easel;
use ichiban_engine::asking::protocol::Events;
use ichiban_engine::diagram::author::{Outcome, Progress, Step, Task, Tokens};
use ichiban_engine::diagram::protocol::{Command, Job, Report};
use ichiban_engine::handler::Handler;
use ichiban_model::{Ending, Event, Usage};

const ANSWER: &str = "Here it is:\n```mermaid\nflowchart LR\n  Shop --> Depot\n  Depot --> Van\n  Van --> Home\n  Van --> Locker\n```\n";
const DIAGRAM: &str =
    "flowchart LR\n  Shop --> Depot\n  Depot --> Van\n  Van --> Home\n  Van --> Locker\n";

fn easel() -> Easel {
    Easel::new(None, || 0)
}

fn begin(diagram: Option<&str>) -> Step {
    Step::Begin(Task {
        instruction: "How a parcel travels".to_owned(),
        diagram: diagram.map(str::to_owned),
        model: "m".to_owned(),
        ..Task::default()
    })
}

fn text(text: &str) -> Event {
    Event::TextDelta {
        text: text.to_owned(),
    }
}

fn ended(ending: Ending) -> Step {
    Step::Heard(Events::of(&[Event::Ended { ending }]))
}

/// An answer in pieces, and its end.
fn answer(answer: &str, size: usize, ending: Ending) -> Vec<Step> {
    let letters: Vec<char> = answer.chars().collect();
    let pieces = letters.chunks(size);
    let mut steps: Vec<Step> = pieces
        .map(|piece| Step::Heard(Events::of(&[text(&piece.iter().collect::<String>())])))
        .collect();
    steps.push(ended(ending));
    steps
}

fn write(easel: &mut Easel, steps: Vec<Step>, is_drawn: bool) -> Progress {
    let command = Command::Write {
        job: Job(4),
        steps,
        theme: "light".to_owned(),
        is_drawn,
    };
    match easel.handle(command) {
        Some(Report::Written {
            job: Job(4),
            progress,
        }) => progress,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_new_diagram_grows_until_it_is_whole() {
    let mut easel = easel();
    let asked = write(&mut easel, vec![begin(None)], true);
    assert_eq!((asked.questions, asked.has_begun), (1, false));
    assert!(asked.question.is_some() && asked.frame.is_none() && asked.outcome.is_none());
    let mut widths = Vec::new();
    let mut last = None;
    for step in answer(ANSWER, 4, Ending::Complete) {
        let progress = write(&mut easel, vec![step], true);
        assert!(progress.question.is_none(), "it was asked");
        widths.extend(progress.frame.as_ref().map(|frame| frame.picture.width));
        last = Some(progress);
    }
    assert!(widths.len() > 3 && widths.is_sorted(), "{widths:?}");
    let last = last.unwrap();
    assert_eq!(last.source, DIAGRAM);
    let complete = Outcome::Complete {
        text: DIAGRAM.to_owned(),
        changes: Vec::new(),
    };
    assert_eq!(last.outcome, Some(complete));
}

#[test]
fn of_what_came_at_once_the_newest_form_is_drawn_alone() {
    let mut easel = easel();
    let mut steps = answer(ANSWER, 4, Ending::Complete);
    steps.truncate(steps.len() - 4);
    steps.insert(0, begin(None));
    let progress = write(&mut easel, steps, true);
    let frame = progress.frame.unwrap().picture;
    assert!(frame.markup.contains(">Home<"), "{}", frame.markup);
    assert_eq!(frame.shift, (0.0, 0.0), "nothing was drawn before it");
    // Nothing has come since.
    let progress = write(&mut easel, Vec::new(), true);
    assert!(progress.frame.is_none());
}

#[test]
fn a_new_worker_is_told_all_again_and_stands_where_the_old_one_stood() {
    let broken = "flowchart LR\n  A --> B\n  ]]] ??? what\n";
    let mut steps = vec![begin(None)];
    steps.extend(answer(broken, 5, Ending::Complete));
    steps.extend(answer(ANSWER, 3, Ending::Complete));
    let mut old = easel();
    for (at, step) in steps.iter().enumerate() {
        let told = write(&mut old, vec![step.clone()], true);
        let again = write(&mut easel(), steps.get(..=at).unwrap().to_vec(), false);
        assert!(again.frame.is_none(), "it was not to be drawn");
        assert_eq!(again.questions, told.questions);
        assert_eq!(again.source, told.source);
        assert_eq!(again.outcome, told.outcome);
        if told.question.is_some() {
            assert_eq!(again.question, told.question);
        }
    }
    assert_eq!(write(&mut old, Vec::new(), true).questions, 2);
}

#[test]
fn a_worker_that_knows_of_no_task_says_so() {
    let command = Command::Write {
        job: Job(9),
        steps: vec![Step::Stopped],
        theme: "light".to_owned(),
        is_drawn: true,
    };
    let report = easel().handle(command);
    assert!(
        matches!(report, Some(Report::Lacking { job: Job(9) })),
        "{report:?}"
    );
}

#[test]
fn a_change_that_is_stopped_keeps_the_rest_of_the_diagram() {
    let mut easel = easel();
    let mut steps = vec![begin(Some(DIAGRAM))];
    steps.extend(answer(
        "flowchart LR\n  Shop --> Hub\n  Hub --> Depot\n  Depot --> Van\n  Van -",
        6,
        Ending::Complete,
    ));
    steps.pop();
    let progress = write(&mut easel, steps, true);
    let frame = progress.frame.unwrap().picture;
    assert!(frame.markup.contains(">Hub<") && frame.markup.contains(">Locker<"));
    let progress = write(&mut easel, vec![Step::Stopped], true);
    let Some(Outcome::Cut { text, is_too_long }) = progress.outcome else {
        panic!("{:?}", progress.outcome)
    };
    assert!(!is_too_long);
    assert_eq!(
        text,
        "flowchart LR\n  Shop --> Hub\n  Hub --> Depot\n  Depot --> Van\n  Van --> Home\n  Van --> Locker\n"
    );
}

#[test]
fn what_fails_keeps_what_came() {
    let mut easel = easel();
    let mut steps = vec![begin(None)];
    steps.extend(answer(ANSWER, 6, Ending::Complete));
    steps.truncate(10);
    write(&mut easel, steps, true);
    let progress = write(&mut easel, vec![Step::Failed], true);
    let Some(Outcome::Cut { text, .. }) = progress.outcome else {
        panic!("{:?}", progress.outcome)
    };
    assert!(text.contains("Shop --> Depot"), "{text}");
    assert!(progress.frame.is_none());
}

#[test]
fn a_model_that_will_not_is_quoted_and_one_that_makes_mistakes_twice_shows_them() {
    let refusal = Event::RefusalDelta {
        text: "No.".to_owned(),
    };
    let steps = vec![
        begin(None),
        Step::Heard(Events::of(&[refusal])),
        ended(Ending::Refused),
    ];
    let declined = Outcome::Declined {
        words: "No.".to_owned(),
    };
    assert_eq!(write(&mut easel(), steps, true).outcome, Some(declined));

    let broken = "flowchart LR\n  A --> B\n  ]]] ??? what\n";
    let mut steps = vec![begin(None)];
    steps.extend(answer(broken, 5, Ending::Complete));
    steps.extend(answer(broken, 5, Ending::Complete));
    let progress = write(&mut easel(), steps, true);
    let Some(Outcome::Broken {
        source,
        diagnostics,
    }) = progress.outcome
    else {
        panic!("{:?}", progress.outcome)
    };
    assert_eq!(source, broken);
    // However fast it came: what can be drawn of it is.
    let frame = progress.frame.unwrap();
    assert_eq!(frame.text, "flowchart LR\n  A --> B\n");
    assert!(frame.picture.markup.contains(">B<"));
    assert_eq!(diagnostics.first().unwrap().place.line, 3);
}

#[test]
fn tokens_of_both_answers_are_counted() {
    let usage = |output_tokens| {
        let usage = Usage {
            input_tokens: 100,
            output_tokens,
            ..Usage::default()
        };
        Step::Heard(Events::of(&[Event::Usage(usage)]))
    };
    let mut easel = easel();
    assert_eq!(write(&mut easel, vec![begin(None)], true).tokens, None);
    let mut steps = vec![usage(3), usage(7)];
    steps.extend(answer("I would rather not.", 5, Ending::Complete));
    steps.push(usage(9));
    let tokens = write(&mut easel, steps, true).tokens;
    let counted = Tokens {
        input: 200,
        output: 16,
    };
    assert_eq!(tokens, Some(counted));
}

#[test]
fn another_theme_draws_the_frame_again() {
    let mut easel = easel();
    let mut steps = answer(ANSWER, 4, Ending::Complete);
    steps.pop();
    steps.insert(0, begin(None));
    let light = write(&mut easel, steps, true).frame.unwrap().picture;
    let command = Command::Write {
        job: Job(5),
        steps: Vec::new(),
        theme: "dark".to_owned(),
        is_drawn: true,
    };
    let Some(Report::Written { progress, .. }) = easel.handle(command) else {
        panic!("no progress")
    };
    assert_ne!(progress.frame.unwrap().picture.canvas, light.canvas);
}
