//! An existing translation beside a source that goes on changing.

use std::time::Duration;

use ichiban_engine::protocol::{CellState, Command, Difference, Origin, Outcome, Report, Row};

use crate::network::{asked, streamed};
use crate::page::{DE, Page};

const PACE: Duration = Duration::from_millis(10);
const SOURCE: &str = r#"{"title": "Your order", "pay": "Pay {{amount}} now", "out": "Sign out"}"#;
const GERMAN: &str =
    r#"{"title": "Deine Bestellung", "pay": "Jetzt {{amount}} zahlen", "old": "Alt"}"#;

fn difference(page: &Page) -> Difference {
    page.last(|report| match report {
        Report::Difference { difference, .. } => Some(difference.clone()),
        _ => None,
    })
}

fn with_german() -> Page {
    let mut page = Page::with(SOURCE);
    page.send(Command::Existing {
        column: DE,
        text: GERMAN.to_owned(),
    });
    page.settle();
    page
}

fn job() -> ichiban_engine::protocol::Job {
    Page::job()
}

#[test]
fn what_is_missing_stale_and_left_over_is_told() {
    let page = with_german();
    let difference = difference(&page);
    assert_eq!(
        (difference.missing, difference.stale, difference.unchanged),
        (1, 0, 2)
    );
    let orphan = &difference.orphans[0];
    assert_eq!(
        (orphan.path.as_slice(), orphan.text.as_str()),
        (&["old".to_owned()][..], "Alt")
    );
}

#[test]
fn a_translation_is_stale_once_its_source_changes_and_is_asked_for_again() {
    let mut page = with_german();
    page.open(&SOURCE.replace("Your order", "Your purchase"));
    page.settle();
    assert_eq!(difference(&page).stale, 1);
    let CellState::Stale { text, .. } = page.cell(DE, 0) else {
        panic!("{:?}", page.cell(DE, 0));
    };
    assert_eq!(text, "Deine Bestellung");
    // Until there is a new one, the file has the old one.
    let (_, file) = page.export(Some(DE));
    assert!(
        String::from_utf8(file)
            .unwrap()
            .contains("Deine Bestellung")
    );

    page.network.serve(|request, _| streamed(request, PACE));
    assert_eq!(page.translate(job()), Outcome::Finished { attention: 0 });
    let requests = page.network.requests();
    let mut texts: Vec<_> = requests.iter().flat_map(|it| asked(it).0).collect();
    texts.sort();
    let texts: Vec<_> = texts.iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(texts, ["Your purchase", "Sign out"]);
    assert!(matches!(
        page.cell(DE, 1),
        CellState::Done {
            origin: Origin::Existing,
            ..
        }
    ));
}

#[test]
fn back_to_the_text_it_was_made_from_a_translation_stands_again() {
    let mut page = with_german();
    page.open(&SOURCE.replace("Your order", "Your purchase"));
    page.settle();
    page.open(SOURCE);
    page.settle();
    assert_eq!(difference(&page).stale, 0);
    assert!(matches!(
        page.cell(DE, 0),
        CellState::Done {
            origin: Origin::Existing,
            ..
        }
    ));
}

#[test]
fn a_stale_translation_that_is_accepted_stands_again() {
    let mut page = with_german();
    page.open(&SOURCE.replace("Your order", "Your purchase"));
    page.settle();
    let revision = page.revision();
    page.send(Command::Accept {
        revision,
        column: DE,
        rows: vec![Row(0)],
        accepted: true,
    });
    page.settle();
    assert!(matches!(page.cell(DE, 0), CellState::Done { .. }));
    assert_eq!(page.accepted.get(&(DE, Row(0))), Some(&true));
    // And after the next edit of something else.
    page.open(
        &SOURCE
            .replace("Your order", "Your purchase")
            .replace("Sign", "Log"),
    );
    page.settle();
    assert!(matches!(page.cell(DE, 0), CellState::Done { .. }));
    assert_eq!(page.accepted.get(&(DE, Row(0))), Some(&true));
}

#[test]
fn a_run_that_is_stopped_puts_stale_translations_back() {
    let mut page = with_german();
    page.open(&SOURCE.replace("Your order", "Your purchase"));
    page.settle();
    page.network
        .serve(|request, _| streamed(request, Duration::from_secs(5)));
    page.send(Command::Translate(job()));
    page.settle_until(page.now + Duration::from_secs(1));
    page.send(Command::Stop);
    page.settle();
    let CellState::Stale { text, .. } = page.cell(DE, 0) else {
        panic!("{:?}", page.cell(DE, 0));
    };
    assert_eq!(text, "Deine Bestellung");
    assert_eq!(page.cell(DE, 2), CellState::Empty);
}

#[test]
fn a_finding_of_the_whole_file_leads_to_its_row() {
    let mut page = Page::with(SOURCE);
    page.send(Command::Existing {
        column: DE,
        text: r#"{"title": "Deine Bestellung", "pay": "Jetzt zahlen"}"#.to_owned(),
    });
    page.settle();
    let findings = page.last(|report| match report {
        Report::Findings { findings, .. } => Some(findings.clone()),
        _ => None,
    });
    assert!(
        findings
            .iter()
            .any(|(row, it)| *row == Some(Row(1)) && it.code == "placeholder-missing"),
        "{findings:?}"
    );
    assert!(findings.iter().all(|(_, it)| it.code != "key-missing"));
}

#[test]
fn what_is_left_over_stays_in_the_file_until_it_is_removed() {
    let mut page = with_german();
    let (_, file) = page.export(Some(DE));
    assert!(
        String::from_utf8(file)
            .unwrap()
            .ends_with(r#", "old": "Alt"}"#)
    );
    let mut export = |paths: Vec<Vec<String>>| {
        page.send(Command::RemoveOrphans { column: DE, paths });
        page.settle();
        String::from_utf8(page.export(Some(DE)).1).unwrap()
    };
    assert!(!export(vec![vec!["old".to_owned()]]).contains("Alt"));
    assert!(export(Vec::new()).contains("Alt"));
}
