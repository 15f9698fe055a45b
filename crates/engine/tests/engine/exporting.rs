use std::io::{Cursor, Read};

use ichiban_engine::protocol::{Column, Command, Report};

use crate::network::streamed;
use crate::page::{DE, FR, Page, catalogue};

#[test]
fn a_file_is_the_source_but_for_the_translated_values() {
    let source = "\u{FEFF}{\r\n\t\"a\" : \"Hello there\",\r\n\t\"n\": 12.50e+1, \"b\":\"Good night\"}\r\n\r\n";
    let mut page = Page::with(source);
    page.network
        .serve(|request, _| streamed(request, std::time::Duration::ZERO));
    page.translate(Page::job());
    let (name, bytes) = page.export(Some(DE));
    assert_eq!(name, "de.json");
    let expected = source
        .replace("Hello there", "Hello there auf de")
        .replace("Good night", "Good night auf de");
    assert_eq!(String::from_utf8(bytes).unwrap(), expected);
}

#[test]
fn what_is_not_translated_stays_in_the_source_language() {
    let mut page = Page::with(&catalogue(3));
    let (_, bytes) = page.export(Some(FR));
    assert_eq!(String::from_utf8(bytes).unwrap(), catalogue(3));
}

#[test]
fn a_zip_has_a_file_for_each_column() {
    let mut page = Page::with(&catalogue(30));
    page.send(Command::Pseudo { column: DE });
    let (name, bytes) = page.export(None);
    assert_eq!(name, "en-translations.zip");
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<_> = archive
        .file_names()
        .map(|name| name.unwrap().into_owned())
        .collect();
    assert_eq!(names, ["de.json", "fr.json"]);
    let mut french = String::new();
    let mut file = archive.by_name("fr.json").unwrap();
    file.read_to_string(&mut french).unwrap();
    assert_eq!(french, catalogue(30));
}

#[test]
fn an_export_answers_even_when_it_cannot_be_had() {
    let mut page = Page::new();
    let refused = |page: &mut Page| {
        page.settle();
        matches!(
            page.reports.last(),
            Some(Report::Refused {
                ticket: Some(3),
                ..
            })
        )
    };
    page.send(Command::Export {
        column: None,
        ticket: 3,
    });
    assert!(refused(&mut page), "there is no source yet");

    let mut page = Page::with(&catalogue(3));
    page.send(Command::Export {
        column: Some(Column(99)),
        ticket: 3,
    });
    assert!(refused(&mut page), "there is no such column");

    page.send(Command::Export {
        column: None,
        ticket: 3,
    });
    page.open(&catalogue(4));
    page.settle();
    let told = page.reports.iter().rev().take(5);
    let told = told.filter(|it| {
        matches!(
            it,
            Report::Refused {
                ticket: Some(3),
                ..
            }
        )
    });
    assert!(
        told.count() >= 1,
        "the source changed before it was written"
    );
}
