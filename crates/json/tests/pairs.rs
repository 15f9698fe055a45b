//! A catalogue and its translation, in the shapes that programs write: what is told of the pair.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use ichiban_json::localise::check::{Author, Terms};
use ichiban_json::localise::{Catalogue, Glossary, Hint, compare};
use ichiban_tool::Severity;

fn read(text: &str, format: Option<&str>) -> Catalogue {
    let hint = Hint {
        format: format.map(ToOwned::to_owned),
        ..Hint::default()
    };
    Catalogue::read(text.to_owned(), &hint).unwrap()
}

/// Severity, code and path of every warning and error.
fn findings(source: &str, target: &str, locale: &str) -> Vec<(Severity, String, String)> {
    let source = read(source, None);
    let target = read(target, Some(source.format().name()));
    let terms = Terms {
        syntax: source.syntax(),
        source_locale: None,
        locale: &locale.parse().unwrap(),
        glossary: &Glossary::default(),
        allow_unchanged: false,
        author: Author::Person,
    };
    compare(&source, &target, &terms)
        .into_iter()
        .filter(|it| it.severity != Severity::Info)
        .map(|it| (it.severity, it.code, it.path))
        .collect()
}

fn error(code: &str, path: &str) -> (Severity, String, String) {
    (Severity::Error, code.to_owned(), path.to_owned())
}

#[test]
fn extracted_formatjs_messages_are_compared_with_translations_of_either_shape() {
    let source = r#"{
        "a.b": {"defaultMessage": "Hello {name}", "description": "Greeting"},
        "c.d": {"defaultMessage": "{n, plural, one {# cat} other {# cats}}"}
    }"#;
    let alone = r#"{"a.b": "Hallo {nam}", "c.d": "{n, plural, one {# Katze} other {# Katzen}}"}"#;
    assert_eq!(
        findings(source, alone, "de"),
        [
            error("placeholder-missing", "/a.b"),
            error("placeholder-unknown", "/a.b")
        ]
    );
    let described = r#"{
        "a.b": {"defaultMessage": "Hallo {name}"},
        "c.d": {"defaultMessage": "{n, plural, one {# Katze}}"}
    }"#;
    assert_eq!(
        findings(source, described, "de"),
        [error("plural-other-missing", "/c.d/defaultMessage")]
    );
}

#[test]
fn compiled_messages_are_refused() {
    let compiled = r#"{"a": [{"type": 0, "value": "Hello "}, {"type": 1, "value": "name"}]}"#;
    let refused = Catalogue::read(compiled.to_owned(), &Hint::default())
        .err()
        .unwrap();
    assert_eq!(refused[0].code, "compiled-catalogue");
    // A list of values is a catalogue.
    read(r#"{"type": "x", "a": [{"value": "Hello"}]}"#, None);
}

#[test]
fn the_singular_of_the_older_i18next_may_do_without_the_number() {
    let source = r#"{"file": "{{count}} file", "file_plural": "{{count}} files"}"#;
    let good = r#"{"file": "Eine Datei", "file_plural": "{{count}} Dateien"}"#;
    assert_eq!(findings(source, good, "de"), vec![]);
    let unknown = r#"{"file": "{{zahl}} Datei", "file_plural": "{{count}} Dateien"}"#;
    assert_eq!(
        findings(source, unknown, "de"),
        [error("placeholder-unknown", "/file")]
    );
}

#[test]
fn forms_for_one_number_that_the_source_lacks_may_do_without_it() {
    let source = r#"{"file_one": "{{count}} file", "file_other": "{{count}} files"}"#;
    let arabic = r#"{
        "file_zero": "لا ملفات", "file_one": "ملف واحد", "file_two": "ملفان",
        "file_few": "{{count}} ملفات", "file_many": "{{count}} ملفًا", "file_other": "{{count}} ملف"
    }"#;
    assert_eq!(findings(source, arabic, "ar"), vec![]);
}

#[test]
fn an_argument_in_other_braces_is_not_filled_in() {
    let source =
        r#"{"a": "Hi {{name}}", "b": "For ${amount}", "c": "{{{raw}}} x", "d": "{x}, {y}"}"#;
    let target =
        r#"{"a": "Salut {name}", "b": "Pour {amount} $", "c": "{{raw}} z", "d": "{y}, {x}"}"#;
    assert_eq!(
        findings(source, target, "fr"),
        [error("placeholder-form", "/a")]
    );
}

#[test]
fn an_argument_of_icu_keeps_its_type_and_stays_outside_quotes() {
    let source = r#"{"a": "Since {when, date, short}", "b": "{n, plural, one {#} other {#}}", "c": "From {name}"}"#;
    let target = r#"{"a": "Seit {when, datum, short}", "b": "{n, plural, one {#} other {#}}", "c": "L'{name}"}"#;
    assert_eq!(
        findings(source, target, "de"),
        [
            error("placeholder-type", "/a"),
            error("placeholder-missing", "/c")
        ]
    );
}

#[test]
fn a_name_that_stands_twice_has_its_own_translation_each_time() {
    let source = read(r#"{"a": "one", "a": "two"}"#, None);
    let target = read(r#"{"a": "eins", "a": "zwei"}"#, None);
    let found = compare::existing(&source, &target);
    let texts: Vec<_> = found.into_iter().map(|it| it.unwrap().text).collect();
    assert_eq!(texts, ["eins", "zwei"]);
}
