use std::time::Duration;

use ichiban_engine::protocol::{CellState, Command, Job, Origin, Outcome, Row};

use crate::network::{streamed, translated};
use crate::page::{DE, FR, Page, catalogue};

const PACE: Duration = Duration::from_millis(10);

fn page(rows: usize) -> Page {
    let page = Page::with(&catalogue(rows));
    page.network.serve(|request, _| streamed(request, PACE));
    page
}

#[test]
fn every_cell_is_filled_and_the_run_says_so() {
    let mut page = page(60);
    let outcome = page.translate(Page::job());
    assert_eq!(outcome, Outcome::Finished { attention: 0 });
    for (row, text) in page.texts(DE).into_iter().enumerate() {
        let source = format!("Sentence number {row} for the table.");
        assert_eq!(text, Some(translated(&source, "de")));
    }
    let progress = page.progress.unwrap();
    assert_eq!((progress.settled, progress.total), (60, 60));
    assert_eq!(progress.first_token_ms, Some(10.0));
    assert!(progress.tokens_per_second.unwrap() > 0.0);
    let usage = progress.usage.unwrap();
    assert_eq!(usage.output_tokens, 40 * u64::from(progress.requests));
    assert!(progress.bytes_sent > 0);
}

#[test]
fn columns_are_filled_side_by_side() {
    let mut page = page(60);
    let job = Job {
        columns: vec![DE, FR],
        parallel: 4,
        ..Page::job()
    };
    page.outcome = None;
    page.send(Command::Translate(job));
    page.settle_until(page.now + Duration::from_millis(300));
    for column in [DE, FR] {
        let begun = page.cells.iter().any(|((it, _), state)| {
            *it == column && !matches!(state, CellState::Empty | CellState::Pending)
        });
        assert!(begun, "{column:?} has not begun");
    }
    page.settle();
    assert_eq!((page.done(DE), page.done(FR)), (60, 60));
    assert_eq!(page.network.most_open(), 4);
}

#[test]
fn no_more_requests_are_in_flight_than_allowed() {
    for parallel in [0, 1, 3] {
        let mut page = page(200);
        page.translate(Job {
            parallel,
            ..Page::job()
        });
        assert_eq!(page.network.most_open(), usize::from(parallel.max(1)));
    }
}

#[test]
fn a_text_is_seen_while_it_is_written() {
    let mut page = page(3);
    page.send(Command::Translate(Page::job()));
    page.settle_until(page.now + Duration::from_millis(45));
    let CellState::Streaming { text } = page.cell(DE, 0) else {
        panic!("{:?}", page.cell(DE, 0));
    };
    assert!(translated(&page.rows[0].text, "de").starts_with(&text) && !text.is_empty());
    assert_eq!(page.cell(DE, 2), CellState::Pending);
}

#[test]
fn stopping_keeps_what_has_settled_and_resuming_asks_for_the_rest() {
    let mut page = page(100);
    page.send(Command::Translate(Page::job()));
    page.settle_until(page.now + Duration::from_secs(2));
    page.send(Command::Stop);
    page.settle();
    assert_eq!(page.outcome, Some(Outcome::Stopped));
    let kept = page.texts(DE);
    let before = page.done(DE);
    assert!(before > 0 && before < 100, "{before} settled");
    assert!(
        page.cells
            .values()
            .all(|state| matches!(state, CellState::Empty | CellState::Done { .. }))
    );

    let asked_before = page.network.requests().len();
    assert_eq!(
        page.translate(Page::job()),
        Outcome::Finished { attention: 0 }
    );
    assert_eq!(page.done(DE), 100);
    for (kept, now) in kept.iter().zip(page.texts(DE)) {
        assert!(kept.is_none() || *kept == now);
    }
    let asked: usize = page.network.requests()[asked_before..]
        .iter()
        .map(|request| crate::network::asked(request).0.len())
        .sum();
    assert_eq!(asked, 100 - before, "only the rest is asked for");
}

#[test]
fn a_run_may_begin_before_the_page_was_told_that_the_last_one_ended() {
    let mut page = page(60);
    page.send(Command::Translate(Page::job()));
    page.settle_until(page.now + Duration::from_millis(100));
    page.send(Command::Stop);
    assert_eq!(
        page.translate(Page::job()),
        Outcome::Finished { attention: 0 }
    );
    assert_eq!(page.done(DE), 60);
    let ends = page.reports.iter();
    let ends = ends.filter(|it| matches!(it, ichiban_engine::protocol::Report::Ended(_)));
    assert_eq!(ends.count(), 1);
}

#[test]
fn stopping_without_a_run_is_nothing() {
    let mut page = page(3);
    page.send(Command::Stop);
    page.settle();
    assert_eq!(page.outcome, None);
}

#[test]
fn asking_again_changes_that_cell_alone_and_stopping_brings_it_back() {
    let mut page = page(10);
    page.translate(Page::job());
    let before = page.texts(DE);
    let revision = page.revision();
    let cells = vec![(DE, Row(4))];
    page.network.serve(|request, _| streamed(request, PACE));
    page.send(Command::AskAgain {
        job: Page::job(),
        revision,
        cells: cells.clone(),
    });
    page.settle_until(page.now + Duration::from_millis(30));
    assert!(!matches!(page.cell(DE, 4), CellState::Done { .. }));
    page.send(Command::Stop);
    page.settle();
    assert_eq!(page.texts(DE), before);

    let requests = page.network.requests().len();
    page.send(Command::AskAgain {
        job: Page::job(),
        revision,
        cells,
    });
    page.settle();
    assert_eq!(
        page.network.requests().len(),
        requests + 1,
        "the memory is not asked"
    );
    assert_eq!(page.done(DE), 10);
}

#[test]
fn asking_again_during_a_run_waits_for_it() {
    let mut page = page(60);
    let revision = page.revision();
    page.send(Command::Translate(Page::job()));
    page.settle_until(page.now + Duration::from_millis(500));
    page.send(Command::AskAgain {
        job: Page::job(),
        revision,
        cells: vec![(DE, Row(0))],
    });
    page.settle();
    assert_eq!(page.outcome, Some(Outcome::Finished { attention: 0 }));
    let last = page.network.requests().pop().unwrap();
    assert_eq!(crate::network::asked(&last).0.len(), 1);
    assert_eq!(page.done(DE), 60);
}

#[test]
fn what_a_person_types_during_a_run_is_theirs() {
    let mut page = page(60);
    let revision = page.revision();
    page.send(Command::Translate(Page::job()));
    page.settle_until(page.now + Duration::from_millis(100));
    page.send(Command::Edit {
        revision,
        column: DE,
        row: Row(50),
        text: String::from("Der fünfzigste Satz 50."),
    });
    page.settle();
    let CellState::Done { text, origin, .. } = page.cell(DE, 50) else {
        panic!("{:?}", page.cell(DE, 50));
    };
    assert_eq!(
        (text.as_str(), origin),
        ("Der fünfzigste Satz 50.", Origin::Person)
    );
}

#[test]
fn removing_a_column_stops_what_was_asked_for_it() {
    let mut page = page(60);
    page.send(Command::Translate(Page::job()));
    page.settle_until(page.now + Duration::from_millis(100));
    page.send(Command::Columns {
        columns: vec![(FR, String::from("fr"))],
    });
    assert_eq!(page.network.open(), 0);
    page.cells.retain(|(column, _), _| *column == FR);
    page.settle();
    assert_eq!(page.outcome, Some(Outcome::Stopped));
}

#[test]
fn a_server_that_never_closes_a_finished_answer_is_not_waited_for() {
    let mut page = Page::with(&catalogue(3));
    page.network.serve(|request, _| {
        let mut acts = streamed(request, PACE);
        acts.pop();
        acts.push(crate::network::Act::Hang);
        acts
    });
    let begun = page.now;
    let outcome = page.translate(Page::job());
    assert_eq!(outcome, Outcome::Finished { attention: 0 });
    let took = page.took(begun);
    assert!(took < Duration::from_secs(3), "{took:?}");
}
