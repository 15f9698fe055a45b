//! What the page asks of the worker that reads sources, and what it is told.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use ichiban_diagram::Reader;
use ichiban_engine::diagram::source::{Command, File, Job, Report};
use ichiban_engine::handler::Handler;

const SQL: &str = "CREATE TABLE users (id INT PRIMARY KEY, name TEXT);\nCREATE TABLE orders (id INT PRIMARY KEY, user_id INT REFERENCES users(id));\n";

fn make(name: Option<&str>, text: &str, source: Option<&str>, settings: &[(&str, &str)]) -> Report {
    Reader
        .handle(Command::Make {
            job: Job(1),
            files: vec![File {
                name: name.map(ToOwned::to_owned),
                text: text.to_owned(),
            }],
            source: source.map(ToOwned::to_owned),
            settings: settings
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect(),
        })
        .unwrap()
}

#[test]
fn every_kind_is_told_with_its_settings() {
    let Report::Ready { sources } = Reader.ready() else {
        panic!("not ready")
    };
    let sql = sources.iter().find(|source| source.name == "sql").unwrap();
    assert_eq!(sql.extension, "sql");
    assert!(sql.settings.iter().any(|setting| setting.name == "detail"));
}

#[test]
fn a_kind_is_detected_and_its_settings_hold() {
    let Report::Made {
        source,
        likely,
        text,
        ..
    } = make(None, SQL, None, &[])
    else {
        panic!("not made")
    };
    assert_eq!((source.as_str(), likely[0].as_str()), ("sql", "sql"));
    assert!(text.starts_with("erDiagram") && text.contains("name"));
    let Report::Made { text, .. } = make(None, SQL, Some("sql"), &[("detail", "names")]) else {
        panic!("not made")
    };
    assert!(!text.contains("name"), "{text}");
}

#[test]
fn what_cannot_be_made_says_where_and_why() {
    let Report::Unmade {
        source,
        message,
        place,
        ..
    } = make(Some("a.json"), "{\"a\": [1,}", Some("json"), &[])
    else {
        panic!("made")
    };
    assert_eq!(source.as_deref(), Some("json"));
    assert!(!message.is_empty());
    assert_eq!(place.unwrap().0, 0);
    let unknown = make(None, "Dear all,\n", None, &[]);
    assert!(matches!(unknown, Report::Unmade { .. }), "{unknown:?}");
    let wrong = make(None, SQL, Some("sql"), &[("limit", "many")]);
    assert!(matches!(wrong, Report::Unmade { .. }), "{wrong:?}");
}
