use ichiban_tool::Severity;

use crate::localise::check::{Author, Terms};
use crate::localise::{Catalogue, Glossary, Hint, Locale, Memory, compare, difference};

fn read(text: &str) -> Catalogue {
    let hint = Hint {
        format: Some("fluent".to_owned()),
        ..Hint::default()
    };
    Catalogue::read(text, &hint).unwrap()
}

/// Code and path of every warning and error.
fn findings(source: &str, target: &str, locale: &str) -> Vec<(String, String)> {
    let (source, target) = (read(source), read(target));
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
        .map(|it| (it.code, it.path))
        .collect()
}

fn found(code: &str, path: &str) -> (String, String) {
    (code.to_owned(), path.to_owned())
}

const ONE: &str = "a = { $n } headers were found\n";
const FORMS: &str =
    "a = { $n ->\n    [one] { $n } header was found\n   *[other] { $n } headers were found\n}\n";
const GERMAN: &str =
    "a = { $n ->\n    [one] Ein Kopf gefunden\n   *[other] { $n } Köpfe gefunden\n}\n";

#[test]
fn a_translation_may_have_a_selector_that_its_source_lacks() {
    assert_eq!(findings(ONE, GERMAN, "de"), []);
    let wrong = GERMAN.replace("{ $n } Köpfe", "{ $m } Köpfe");
    assert_eq!(
        findings(ONE, &wrong, "de"),
        [
            found("placeholder-unknown", "/a/other"),
            found("placeholder-missing", "/a/other")
        ]
    );
}

#[test]
fn a_translation_may_lack_a_selector_or_a_variant_that_its_source_has() {
    assert_eq!(findings(FORMS, "a = { $n }個のヘッダー\n", "ja"), []);
    let alone = "a = { $n ->\n   *[other] { $n }個のヘッダー\n}\n";
    assert_eq!(findings(FORMS, alone, "ja"), []);
    let same = "a = { $n ->\n   *[other] { $n } zu prüfen\n}\n";
    assert_eq!(findings(FORMS, same, "de"), []);
    assert_eq!(
        findings(FORMS, "a = ヘッダー\n", "ja"),
        [found("placeholder-missing", "/a")]
    );
    assert_eq!(
        findings(FORMS, "b = x\n", "ja").first(),
        Some(&found("key-extra", "/b"))
    );
}

#[test]
fn a_text_without_a_selector_holds_what_every_variant_of_its_source_shows() {
    let source = "a = { $cost ->\n    [some] About { $money }\n   *[none] Nothing\n} spent\n";
    assert_eq!(
        findings(source, "a = Etwa { $money } ausgegeben\n", "de"),
        []
    );
    assert_eq!(
        findings(source, "a = Etwas ausgegeben\n", "de"),
        [found("placeholder-missing", "/a")]
    );
}

#[test]
fn forms_that_a_locale_needs_are_missed_beside_others() {
    assert_eq!(
        findings(FORMS, GERMAN, "pl"),
        [
            found("plural-form-missing", "/a/other"),
            found("plural-form-missing", "/a/other")
        ]
    );
}

#[test]
fn a_keyword_that_the_selector_of_the_source_does_not_know_is_left_over() {
    let source = "a = { $who ->\n    [you] You\n   *[else] Others\n}\n";
    let target = "a = { $who ->\n    [me] Ich\n    [you] Sie\n   *[else] Andere\n}\n";
    assert_eq!(
        findings(source, target, "de"),
        [found("key-extra", "/a/me")]
    );
}

#[test]
fn variants_belong_to_their_selector() {
    let two = |a: &str, b: &str, around: [&str; 2]| {
        format!(
            "a =\n    {{ $a ->\n        [one] {{ $a }} {a}\n       *[other] {{ $a }} {a}s\n    }} {} {{ $b ->\n        [one] {{ $b }} {b}\n       *[other] {{ $b }} {b}s\n    }} {}\n",
            around[0], around[1]
        )
    };
    let source = two("operation", "detail", ["and", "added"]);
    let target = two("Operation", "Detail", ["und", "ergänzt"]);
    assert_eq!(findings(&source, &target, "de"), []);
    // The order of the sentence is the translator's.
    let turned = target
        .replace("$a", "$c")
        .replace("$b", "$a")
        .replace("$c", "$b");
    assert_eq!(findings(&source, &turned, "de"), []);
    assert_eq!(
        findings(&source, "a = { $a }件と{ $b }件を追加\n", "ja"),
        []
    );
    assert_eq!(
        findings(&source, "a = { $a }件を追加\n", "ja"),
        [found("placeholder-missing", "/a")]
    );
    let paths: Vec<_> = read(&source)
        .segments()
        .iter()
        .map(crate::localise::Segment::pointer)
        .collect();
    assert_eq!(
        paths,
        ["/a/$a/one", "/a/$a/other", "/a/$b/one", "/a/$b/other"]
    );
}

#[test]
fn a_placeholder_may_stand_within_a_variant_or_around_it() {
    let source = "a =\n    Reading, { $done } of { $all } { $unit ->\n        [page] pages\n       *[file] files\n    }\n";
    let target = "a =\n    { $unit ->\n        [page] { $all }ページ中{ $done }ページ\n       *[file] { $all }ファイル中{ $done }\n    }\n";
    assert_eq!(findings(source, target, "ja"), []);
    let wrong = target.replace("ファイル中{ $done }", "ファイル");
    assert_eq!(
        findings(source, &wrong, "ja"),
        [found("placeholder-missing", "/a/file")]
    );
}

#[test]
fn what_is_around_the_variants_is_told_once() {
    let source = "a =\n    { $place } has { $n ->\n        [one] a file\n       *[other] { $n } files\n    }\n";
    let target = "a =\n    { $ort } hat { $n ->\n        [one] eine Datei\n       *[other] { $n } Dateien\n    }\n";
    assert_eq!(
        findings(source, target, "de"),
        [
            found("placeholder-missing", "/a/one"),
            found("placeholder-unknown", "/a/one")
        ]
    );
}

#[test]
fn two_selectors_with_one_expression_see_the_same_value() {
    let host = "{ $named ->\n        [yes] { $host }\n       *[no] a page\n    }";
    let source = format!("a =\n    {host} asks. May {host} do so?\n");
    let target = format!(
        "a =\n    {}が尋ねます。\n",
        host.replace("a page", "ページ")
    );
    assert_eq!(findings(&source, &target, "ja"), []);
}

#[test]
fn a_string_literal_is_text() {
    let source = "a = { \", \" }\nb = { \" \" }({ $size })\nc = GET { \"{id}\" } now\n";
    let target = "a = { \"、\" }\nb = （{ $size }）\nc = 今GET { \"{id}\" }\n";
    assert_eq!(findings(source, target, "ja"), []);
}

#[test]
fn a_text_without_letters_is_not_missed() {
    assert_eq!(
        findings("a = { $n } / { $m }\nb = B\n", "b = B\n", "de"),
        []
    );
    assert_eq!(
        findings("a = { $n } of { $m }\nb = Boat\n", "b = Boot\n", "de"),
        [found("key-missing", "/a")]
    );
}

#[test]
fn a_translation_with_other_selectors_is_not_made_anew() {
    let locale: Locale = "de".parse().unwrap();
    let kept = |source: &str, target: &str| {
        let (source, target) = (read(source), read(target));
        let found = difference(&source, &target, &locale, &Memory::default());
        assert!(
            found.missing.is_empty() && found.orphaned.is_empty(),
            "{found:?}"
        );
        source.write(&locale, |id| found.existing[id.index()].as_ref())
    };
    let written = kept(ONE, GERMAN);
    assert_eq!(read(&written).segments().len(), 2, "{written}");
    assert_eq!(kept(&written, GERMAN), written);
    let same = "a = { $n ->\n   *[other] { $n } zu prüfen\n}\n";
    let written = kept(FORMS, same);
    assert_eq!(written.matches("{ $n } zu prüfen").count(), 2, "{written}");
    let written = kept(FORMS, "a = { $n } zu prüfen\n");
    assert_eq!(written.matches("{ $n } zu prüfen").count(), 2, "{written}");
}
