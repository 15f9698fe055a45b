use std::time::Duration;

use ichiban_engine::protocol::{CellState, CellUpdate, Command, Origin, Outcome, Report, Row};
use ichiban_tool::Severity;

use crate::network::{asked, streamed};
use crate::page::{DE, FR, Page, catalogue};

const PACE: Duration = Duration::from_millis(10);

#[test]
fn translations_of_texts_that_did_not_change_stay_wherever_they_stand() {
    let mut page = Page::with(&catalogue(20));
    page.network.serve(|request, _| streamed(request, PACE));
    page.translate(Page::job());
    let edited = catalogue(20)
        .replace("Sentence number 7 for the table.", "A new sentence.")
        .replacen("{\n", "{\n  \"first\": \"One more in front.\",\n", 1);
    page.open(&edited);
    page.settle();
    assert_eq!(page.rows.len(), 21);
    assert_eq!(page.done(DE), 19);
    assert_eq!(page.cell(DE, 0), CellState::Empty);
    assert_eq!(page.cell(DE, 8), CellState::Empty);

    let before = page.network.requests().len();
    page.translate(Page::job());
    let requests = page.network.requests();
    let texts: Vec<_> = requests[before..]
        .iter()
        .flat_map(|it| asked(it).0)
        .collect();
    let texts: Vec<_> = texts.into_iter().map(|(_, text)| text).collect();
    assert_eq!(texts, ["One more in front.", "A new sentence."]);
    assert_eq!(page.done(DE), 21);
}

#[test]
fn a_text_that_comes_back_is_remembered() {
    let mut page = Page::with(&catalogue(5));
    page.network.serve(|request, _| streamed(request, PACE));
    page.translate(Page::job());
    let before = page.texts(DE);
    page.open("{}");
    page.settle();
    assert_eq!(page.rows.len(), 0);
    page.open(&catalogue(5));
    page.settle();
    let asked = page.network.requests().len();
    page.translate(Page::job());
    assert_eq!(
        page.network.requests().len(),
        asked,
        "nothing is asked twice"
    );
    assert_eq!(page.texts(DE), before);
    assert!(matches!(
        page.cell(DE, 0),
        CellState::Done {
            origin: Origin::Memory,
            ..
        }
    ));
}

#[test]
fn editing_the_source_during_a_run_stops_it_and_keeps_what_settled() {
    let mut page = Page::with(&catalogue(60));
    page.network.serve(|request, _| streamed(request, PACE));
    page.send(Command::Translate(Page::job()));
    page.settle_until(page.now + Duration::from_secs(3));
    let done = page.done(DE);
    assert!(done > 0);
    page.open(&catalogue(61));
    page.settle();
    assert_eq!(page.outcome, Some(Outcome::Stopped));
    // What was whole and waited for its language to be told is kept too.
    let kept = page.done(DE);
    assert!(kept >= done && kept < 60, "{kept} of {done}");
    assert_eq!(page.network.open(), 0);
}

#[test]
fn a_source_that_is_half_typed_does_not_stop_a_run() {
    let mut page = Page::with(&catalogue(60));
    page.network.serve(|request, _| streamed(request, PACE));
    page.send(Command::Translate(Page::job()));
    page.settle_until(page.now + Duration::from_millis(500));
    page.open("{\"key0\": \"Hel");
    page.settle();
    assert_eq!(page.outcome, Some(Outcome::Finished { attention: 0 }));
    assert_eq!(page.done(DE), 60);
}

#[test]
fn a_persons_text_is_checked_and_kept_whatever_the_checks_say() {
    let source = r#"{"a": "Delete {{count}} files"}"#;
    let mut page = Page::with(source);
    let revision = page.revision();
    let mut edit = |text: &str| {
        page.send(Command::Edit {
            revision,
            column: DE,
            row: Row(0),
            text: text.to_owned(),
        });
        page.settle();
        (page.cell(DE, 0), page.export(Some(DE)).1)
    };
    let (cell, file) = edit("Lösche Dateien");
    let CellState::Attention {
        text: Some(text),
        origin: Some(Origin::Person),
        reasons,
        ..
    } = cell
    else {
        panic!("{cell:?}");
    };
    assert_eq!(text, "Lösche Dateien");
    assert!(reasons.iter().any(|it| it.severity == Severity::Error));
    assert!(String::from_utf8(file).unwrap().contains("Lösche Dateien"));

    let (cell, file) = edit("Lösche {{count}} Dateien");
    assert!(
        matches!(
            cell,
            CellState::Done {
                origin: Origin::Person,
                ..
            }
        ),
        "{cell:?}"
    );
    assert_eq!(
        String::from_utf8(file).unwrap(),
        r#"{"a": "Lösche {{count}} Dateien"}"#
    );
}

#[test]
fn an_existing_translation_fills_its_column_and_is_compared() {
    let mut page = Page::with(&catalogue(1200));
    page.send(Command::Existing {
        column: FR,
        text: catalogue(1100)
            .replace("Sentence number", "Phrase numéro")
            .replace("for the table.", "pour le tableau.")
            .replacen("key5\"", "strange\"", 1),
    });
    page.settle();
    assert_eq!(page.done(FR), 1099);
    assert_eq!(page.done(DE), 0);
    let difference = page.last(|report| match report {
        Report::Difference { column, difference } if *column == FR => Some(difference.clone()),
        _ => None,
    });
    assert_eq!((difference.missing, difference.unchanged), (101, 1099));
    assert_eq!(difference.orphans[0].path, ["strange"], "a key too many");

    // Only what is missing is asked for.
    page.network.serve(|request, _| streamed(request, PACE));
    let mut job = Page::job();
    job.columns = vec![FR];
    page.translate(job);
    let texts: usize = page
        .network
        .requests()
        .iter()
        .map(|it| asked(it).0.len())
        .sum();
    assert_eq!(texts, 101);
    assert_eq!(page.done(FR), 1200);
}

#[test]
fn an_existing_translation_that_cannot_be_read_changes_nothing() {
    let mut page = Page::with(&catalogue(3));
    page.send(Command::Existing {
        column: FR,
        text: String::from("{\"key0\": "),
    });
    page.settle();
    let Some(Report::Findings { findings, .. }) = page.reports.last() else {
        panic!("{:?}", page.reports.last());
    };
    assert_eq!(findings[0].1.severity, Severity::Error);
    assert_eq!(page.done(FR), 0);
}

#[test]
fn cells_are_put_back_as_they_were() {
    let mut page = Page::with(&catalogue(5));
    page.network.serve(|request, _| streamed(request, PACE));
    page.translate(Page::job());
    let cells: Vec<_> = page
        .cells
        .iter()
        .map(|((column, row), state)| CellUpdate {
            column: *column,
            row: *row,
            state: state.clone(),
            accepted: false,
        })
        .collect();
    let before = page.cells.clone();

    let mut page = Page::with(&catalogue(5));
    let revision = page.revision();
    page.send(Command::Restore { revision, cells });
    page.settle();
    assert_eq!(page.cells, before);
}
