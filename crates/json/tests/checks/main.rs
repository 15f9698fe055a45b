//! Each rule on texts it is for and on texts it must leave alone.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod cases;

use ichiban_json::localise::check::{self, Author, CHECKS, Terms};
use ichiban_json::localise::{Catalogue, Glossary, Hint, SegmentId, Syntax};
use ichiban_tool::Severity;

use cases::{CASES, COMMENTARY};

/// What the rules say of a translation, as `code!` for errors and `code` for the rest.
fn findings(syntax: &str, locale: &str, source: &str, target: &str, author: Author) -> Vec<String> {
    let syntax = match syntax {
        "icu" => Syntax::ICU,
        "" => Syntax::detect([source]),
        other => panic!("{other}"),
    };
    let hint = Hint {
        syntax: Some(syntax),
        ..Hint::default()
    };
    let json = serde_json::json!({ "a": source }).to_string();
    let catalogue = Catalogue::read(json, &hint).unwrap();
    let glossary = Glossary::from_pairs([
        ("Board".to_owned(), "Brett".to_owned()),
        ("Ichiban".to_owned(), String::new()),
    ]);
    let terms = Terms {
        syntax: catalogue.syntax(),
        source_locale: Some(&"en".parse().unwrap()),
        locale: &locale.parse().unwrap(),
        glossary: &glossary,
        allow_unchanged: false,
        author,
    };
    check::translation(&catalogue, SegmentId(0), target, &terms)
        .into_iter()
        .map(|it| {
            let mark = if it.severity == Severity::Error {
                "!"
            } else {
                ""
            };
            format!("{}{mark}", it.code)
        })
        .collect()
}

#[test]
fn a_person_is_told_what_is_wrong_and_nothing_else() {
    let mut wrong = Vec::new();
    for (syntax, locale, source, target, wanted) in CASES {
        let mut found = findings(syntax, locale, source, target, Author::Person);
        let mut wanted: Vec<_> = wanted.iter().map(|it| (*it).to_owned()).collect();
        found.sort();
        wanted.sort();
        if found != wanted {
            wrong.push(format!(
                "{locale}: {source:?} → {target:?}: found {found:?}, not {wanted:?}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_model_is_not_forgiven_what_a_person_is() {
    let lenient = [
        "number",
        "punctuation",
        "whitespace",
        "repeated",
        "accelerator",
        "brackets",
        "plural-category-unused",
        "markdown-emphasis",
        "acronym",
        "quotation",
        "double-space",
        "proportion-short",
        "sentence-count",
        "capital",
        "simple-plural",
    ];
    let mut wrong = Vec::new();
    for (syntax, locale, source, target, wanted) in CASES {
        let strict = wanted
            .iter()
            .any(|it| !lenient.iter().any(|prefix| it.starts_with(prefix)));
        let found = findings(syntax, locale, source, target, Author::Model);
        let refused = found.iter().any(|it| it.ends_with('!'));
        if refused != strict {
            wrong.push(format!(
                "{locale}: {source:?} → {target:?}: {found:?}, refused: {refused}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_model_that_talks_about_the_text_is_refused() {
    let mut wrong = Vec::new();
    for (source, target, talks) in COMMENTARY {
        let said = |author| {
            let found = findings("", "de", source, target, author);
            found.iter().any(|it| it == "commentary!")
        };
        if said(Author::Model) != *talks || said(Author::Person) {
            wrong.push(format!("{source:?} → {target:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_a_case() {
    let told: Vec<_> = CASES.iter().flat_map(|it| it.4.iter().copied()).collect();
    let untold: Vec<_> = CHECKS
        .iter()
        .map(|it| it.name())
        // Tested on their own.
        .filter(|name| !["commentary", "length"].contains(name))
        .filter(|name| !told.iter().any(|code| code.starts_with(name)))
        .collect();
    assert!(untold.is_empty(), "{untold:?}");
}

#[test]
fn a_limit_of_length_is_kept() {
    let json = r#"{ "a": { "message": "Save", "description": "at most 8 characters" } }"#;
    let catalogue = Catalogue::read(json, &Hint::default()).unwrap();
    let terms = Terms {
        syntax: catalogue.syntax(),
        source_locale: None,
        locale: &"de".parse().unwrap(),
        glossary: &Glossary::default(),
        allow_unchanged: false,
        author: Author::Person,
    };
    let check = |text| check::translation(&catalogue, SegmentId(0), text, &terms);
    assert!(check("Sichern").is_empty());
    assert_eq!(check("Alles sichern")[0].code, "length-limit");
}

/// The names of the files of a folder, without extension.
fn files(folder: &str) -> Vec<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut names: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|it| it.unwrap().path())
        .filter(|it| it.extension().is_some_and(|it| it == "rs"))
        .map(|it| it.file_stem().unwrap().to_string_lossy().into_owned())
        .filter(|it| it != "mod")
        .collect();
    names.sort();
    names
}

#[test]
fn the_table_of_rules_has_every_file_of_the_folder() {
    assert_eq!(CHECKS.len(), files("src/localise/check").len());
    let mut names: Vec<_> = CHECKS.iter().map(|it| it.name()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), CHECKS.len(), "two rules have one name");
}

#[test]
fn the_table_of_formats_has_every_file_of_the_folder() {
    let shared = ["json", "i18next_forms"];
    let own = files("src/localise/format")
        .into_iter()
        .filter(|it| !shared.contains(&it.as_str()))
        .count();
    assert_eq!(ichiban_json::localise::format::FORMATS.len(), own);
}
