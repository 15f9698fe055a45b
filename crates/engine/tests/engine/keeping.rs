//! What a person accepts is remembered, and comes back in another visit.

use std::time::Duration;

use ichiban_engine::MemoryChange;
use ichiban_engine::protocol::{
    CellState, Command, GlossaryEntry, MemoryCommand, Origin, Outcome, Report, Row,
};
use ichiban_json::localise::Memory;

use crate::network::streamed;
use crate::page::{DE, Page, catalogue};

const PACE: Duration = Duration::from_millis(10);

fn accept(page: &mut Page, row: u32) {
    let revision = page.revision();
    page.send(Command::Accept {
        revision,
        column: DE,
        rows: vec![Row(row)],
        accepted: true,
    });
    page.settle();
}

fn edit(page: &mut Page, row: u32, text: &str) {
    let revision = page.revision();
    page.send(Command::Edit {
        revision,
        column: DE,
        row: Row(row),
        text: text.to_owned(),
    });
    page.settle();
}

/// What a store would hold after these changes.
fn stored(page: &mut Page) -> Memory {
    let mut memory = Memory::default();
    for change in page.engine().take_changes() {
        match change {
            MemoryChange::Keep(entry) => memory.insert(entry.key, entry.target),
            MemoryChange::Made(made) => memory.insert_made(made),
            MemoryChange::Forget(key) => memory.forget(&key),
            MemoryChange::ForgetAll => memory = Memory::default(),
        }
    }
    memory
}

fn listed(page: &mut Page, search: &str) -> (u32, Vec<(String, String)>) {
    page.send(Command::Memory(MemoryCommand::List {
        search: search.to_owned(),
        most: 10,
        ticket: 1,
    }));
    page.settle();
    page.last(|report| match report {
        Report::MemoryList { total, entries, .. } => {
            let entries = entries.iter();
            let pairs = entries.map(|it| (it.key.source.clone(), it.target.clone()));
            Some((*total, pairs.collect()))
        }
        _ => None,
    })
}

#[test]
fn what_is_accepted_or_written_is_remembered_and_nothing_else() {
    let mut page = Page::with(&catalogue(5));
    page.network.serve(|request, _| streamed(request, PACE));
    page.translate(Page::job());
    assert!(listed(&mut page, "").1.is_empty());
    accept(&mut page, 1);
    edit(&mut page, 2, "Satz 2 für die Tabelle.");
    let (total, _) = listed(&mut page, "");
    assert_eq!(total, 2);
    let (_, found) = listed(&mut page, "SATZ");
    assert_eq!(found[0].1, "Satz 2 für die Tabelle.");

    // In another visit it is there before a model is asked.
    let memory = stored(&mut page);
    let mut page = Page::with(&catalogue(3));
    page.engine().load(memory);
    page.network.serve(|request, _| streamed(request, PACE));
    assert_eq!(
        page.translate(Page::job()),
        Outcome::Finished { attention: 0 }
    );
    let sent = page.network.requests();
    let bodies: Vec<_> = sent
        .iter()
        .map(|it| String::from_utf8_lossy(&it.body).into_owned())
        .collect();
    assert!(bodies.iter().all(|it| !it.contains("Sentence number 2")));
    assert!(bodies.iter().any(|it| it.contains("Sentence number 0")));
    assert!(matches!(
        page.cell(DE, 2),
        CellState::Done {
            origin: Origin::Memory,
            ..
        }
    ));
}

#[test]
fn a_text_that_a_check_objects_to_is_not_remembered() {
    let mut page = Page::with(r#"{"a": "Delete {{count}} files"}"#);
    edit(&mut page, 0, "Lösche Dateien");
    assert_eq!(listed(&mut page, "").0, 0);
}

#[test]
fn a_whole_plural_message_is_remembered_and_recalled() {
    let source = r#"{"n": "{n, plural, one {# file} other {# files}}"}"#;
    let german = "{n, plural, one {# Datei} other {# Dateien}}";
    let mut page = Page::with(source);
    edit(&mut page, 0, german);
    let memory = stored(&mut page);
    let mut page = Page::with(source);
    page.engine().load(memory);
    assert_eq!(
        page.translate(Page::job()),
        Outcome::Finished { attention: 0 }
    );
    assert!(page.network.requests().is_empty(), "nothing is asked");
    assert_eq!(page.texts(DE), [Some(german.to_owned())]);
}

#[test]
fn what_is_forgotten_is_gone_from_the_store_and_can_be_taken_back() {
    let mut page = Page::with(&catalogue(1));
    edit(&mut page, 0, "Satz 0 für die Tabelle.");
    let kept = page.engine().take_changes();
    let Some(MemoryChange::Keep(entry)) = kept
        .iter()
        .find(|it| matches!(it, MemoryChange::Keep(_)))
        .cloned()
    else {
        panic!("{kept:?}");
    };
    let key = entry.key.clone();
    page.send(Command::Memory(MemoryCommand::Forget { key: key.clone() }));
    page.settle();
    assert_eq!(page.engine().take_changes(), [MemoryChange::Forget(key)]);
    assert_eq!(listed(&mut page, "").0, 0);
    page.send(Command::Memory(MemoryCommand::Keep { entry }));
    assert_eq!(listed(&mut page, "").0, 1);
    page.send(Command::Memory(MemoryCommand::ForgetAll));
    assert_eq!(listed(&mut page, "").0, 0);
}

#[test]
fn a_memory_goes_out_and_comes_back_as_tmx() {
    let mut page = Page::with(&catalogue(2));
    edit(&mut page, 1, "Satz 1 für die Tabelle.");
    page.send(Command::Memory(MemoryCommand::Export { ticket: 3 }));
    page.settle();
    let bytes = page.last(|report| match report {
        Report::Exported {
            ticket: 3, bytes, ..
        } => Some(bytes.clone()),
        _ => None,
    });
    let mut page = Page::with(&catalogue(2));
    page.send(Command::Memory(MemoryCommand::Import { bytes, ticket: 4 }));
    page.settle();
    assert_eq!(listed(&mut page, "").0, 1);
    // A file that is none says where it goes wrong.
    page.send(Command::Memory(MemoryCommand::Import {
        bytes: b"<html></html>".to_vec(),
        ticket: 5,
    }));
    page.settle();
    let Some(Report::Refused { message, ticket }) = page.reports.last() else {
        panic!("{:?}", page.reports.last());
    };
    assert_eq!(*ticket, Some(5));
    assert!(message.starts_with("Line 1"), "{message}");
}

#[test]
fn a_persons_edit_keeps_the_plural_forms_beside_the_text() {
    let source = r#"{"n_one": "{{count}} file", "n_other": "{{count}} files", "x": "{{a}}"}"#;
    let mut page = Page::new();
    page.send(Command::Columns {
        columns: vec![(DE, String::from("pl"))],
    });
    page.open(source);
    page.network.serve(|request, _| streamed(request, PACE));
    page.translate(Page::job());
    let CellState::Done { forms, .. } = page.cell(DE, 1) else {
        panic!("{:?}", page.cell(DE, 1));
    };
    assert_eq!(forms.len(), 2);
    edit(&mut page, 1, "{{count}} pliku");
    let CellState::Done { forms: after, .. } = page.cell(DE, 1) else {
        panic!("{:?}", page.cell(DE, 1));
    };
    assert_eq!(after, forms);
}

#[test]
fn a_glossary_checks_what_is_there_and_what_is_known_of_a_text_can_be_asked() {
    let mut page = Page::with(r#"{"a": "Open the board", "b": "Close the board"}"#);
    edit(&mut page, 0, "Öffne die Tafel");
    page.send(Command::Glossary {
        entries: vec![GlossaryEntry {
            term: "board".to_owned(),
            keep: false,
            translations: [("de".to_owned(), "Brett".to_owned())].into(),
        }],
    });
    page.settle();
    let findings = match page.cell(DE, 0) {
        CellState::Done { findings, .. } => findings,
        CellState::Attention { reasons, .. } => reasons,
        other => panic!("{other:?}"),
    };
    assert!(findings.iter().any(|it| it.code.starts_with("glossary")));
    assert_eq!(page.accepted.get(&(DE, Row(0))), Some(&true));

    let revision = page.revision();
    page.send(Command::Consult {
        revision,
        column: DE,
        row: Row(1),
        ticket: 7,
    });
    page.settle();
    let (terms, similar) = page.last(|report| match report {
        Report::Consulted {
            ticket: 7,
            terms,
            similar,
        } => Some((terms.clone(), similar.clone())),
        _ => None,
    });
    assert_eq!(terms, [("board".to_owned(), Some("Brett".to_owned()))]);
    assert_eq!(similar[0].source, "Open the board");
    assert!(similar[0].percent < 100);
}

#[test]
fn a_style_that_a_person_names_takes_the_place_of_the_one_detected() {
    let mut page = Page::with(r#"{"a": "Hi :name", "b": "{x}"}"#);
    let kept = |page: &Page| page.rows[0].placeholders.len();
    assert_eq!(kept(&page), 0);
    let revision = ichiban_engine::protocol::Revision(9);
    page.send(Command::Open {
        revision,
        text: r#"{"a": "Hi :name", "b": "{x}"}"#.into(),
        file_name: None,
        style: Some("laravel".to_owned()),
    });
    page.settle();
    assert_eq!(kept(&page), 1);
    let style = page.last(|report| match report {
        Report::Opened { style, .. } => Some(style.clone()),
        _ => None,
    });
    assert_eq!(style, "laravel");
}
