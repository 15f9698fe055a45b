use ichiban_engine::protocol::{CellState, Command, Origin, Report, Revision};
use ichiban_engine::text::{Changes, Edit, LineBreak, Text};

use crate::page::{DE, Page, catalogue};

#[test]
fn a_source_is_told_row_by_row_in_small_batches() {
    let page = Page::with(&catalogue(4500));
    assert_eq!(page.rows.len(), 4500);
    assert_eq!(page.rows[4499].path, ["key4499"]);
    assert_eq!(page.rows[4499].line, 4501);
    assert!(page.batches >= 3, "{} batches", page.batches);
}

#[test]
fn a_row_names_what_a_translation_must_keep() {
    let page = Page::with(r#"{"a": {"b": "Hi {{name}}, <b>go</b>"}}"#);
    let row = &page.rows[0];
    assert_eq!(row.path, ["a", "b"]);
    let kept: Vec<_> = row
        .placeholders
        .iter()
        .map(|(from, to)| &row.text[*from as usize..*to as usize])
        .collect();
    assert_eq!(kept, ["{{name}}", "<b>", "</b>"]);
}

#[test]
fn what_cannot_be_read_leaves_the_last_good_source() {
    let mut page = Page::with(&catalogue(3));
    let good = page.revision();
    page.open("{\"key0\": \"Hello");
    page.settle();
    let Some(Report::Invalid { diagnostics, .. }) = page.reports.last() else {
        panic!("{:?}", page.reports.last());
    };
    assert_eq!(diagnostics[0].place.line, 1);
    assert!(!diagnostics[0].message.is_empty() && !diagnostics[0].hint.is_empty());
    assert_eq!(page.rows.len(), 3);
    page.send(Command::Edit {
        revision: good,
        column: DE,
        row: ichiban_engine::protocol::Row(0),
        text: String::from("Satz"),
    });
    page.settle();
    assert!(matches!(
        page.cell(DE, 0),
        CellState::Done {
            origin: Origin::Person,
            ..
        }
    ));
}

#[test]
fn what_is_typed_is_all_that_is_sent() {
    let mut page = Page::with(r#"{"a": "Hello", "b": "World"}"#);
    let typed = |length, removed, inserted: &str| {
        Text::Changed(Changes {
            length,
            line_break: LineBreak::Lf,
            edits: vec![Edit {
                removed,
                inserted: inserted.to_owned(),
            }],
        })
    };
    // In the middle of a word the text is no catalogue; what comes next builds upon it all the same.
    page.change(typed(28, 12..13, ""));
    page.settle();
    assert!(matches!(page.reports.last(), Some(Report::Invalid { .. })));
    page.change(typed(27, 7..12, "Grüße\""));
    page.settle();
    assert_eq!(page.rows[0].text, "Grüße");
    assert_eq!(page.rows[1].text, "World");
    let revision = page.change(typed(27, 7..12, "Hi"));
    page.settle();
    assert!(
        matches!(page.reports.last(), Some(Report::Unknown { revision: it }) if *it == revision)
    );
    assert_eq!(page.rows[0].text, "Grüße");
}

#[test]
fn a_command_about_rows_that_are_gone_is_refused() {
    let mut page = Page::with(&catalogue(3));
    page.send(Command::Edit {
        revision: Revision(0),
        column: DE,
        row: ichiban_engine::protocol::Row(0),
        text: String::from("Satz"),
    });
    page.settle();
    assert!(matches!(page.reports.last(), Some(Report::Refused { .. })));
    assert_eq!(page.cell(DE, 0), CellState::Empty);
}

#[test]
fn a_second_file_is_recognised_without_changing_anything() {
    let mut page = Page::with(&catalogue(3));
    page.send(Command::Recognise {
        text: String::from(r#"{"key0": "Satz", "key2": "Satz", "other": "Mehr"}"#),
        file_name: Some(String::from("de.json")),
        ticket: 4,
    });
    page.settle();
    let Some(Report::Recognised {
        ticket: 4,
        format: Some(_),
        locale: Some(locale),
        shared: 2,
        rows: 3,
    }) = page.reports.last()
    else {
        panic!("{:?}", page.reports.last());
    };
    assert_eq!(locale, "de");
    assert!(page.cells.is_empty());
    page.send(Command::Recognise {
        text: String::from("not a catalogue"),
        file_name: None,
        ticket: 5,
    });
    page.settle();
    assert!(matches!(
        page.reports.last(),
        Some(Report::Recognised {
            ticket: 5,
            format: None,
            ..
        })
    ));
}

#[test]
fn a_tag_that_is_no_locale_is_refused_and_the_others_stand() {
    let mut page = Page::new();
    page.send(Command::Columns {
        columns: vec![
            (
                ichiban_engine::protocol::Column(1),
                String::from("no locale"),
            ),
            (DE, String::from("de")),
        ],
    });
    page.open(&catalogue(1));
    page.send(Command::Pseudo { column: DE });
    page.settle();
    assert!(page.reports.iter().any(
        |report| matches!(report, Report::Refused { message, .. } if message.contains("no locale"))
    ));
    assert_eq!(page.done(DE), 1);
}
