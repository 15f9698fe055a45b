//! Apple string catalogues: every language in one file.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use ichiban_json::localise::format::Role;
use ichiban_json::localise::plural::Category;
use ichiban_json::localise::{Catalogue, Hint, Locale, Segment, Translation, compare};
use proptest::prelude::*;
use serde_json::Value;

const FILE: &str = include_str!("fixtures/localise/Localizable.xcstrings");

fn source() -> Catalogue {
    Catalogue::read(FILE, &Hint::path("Localizable.xcstrings")).unwrap()
}

fn translated(text: &str, locale: &str) -> Catalogue {
    let hint = Hint {
        locale: Some(locale.parse().unwrap()),
        role: Role::Translation,
        ..Hint::path("Localizable.xcstrings")
    };
    Catalogue::read(text, &hint).unwrap()
}

/// The file with these texts translated, by their pointers.
fn written(source: &Catalogue, locale: &str, texts: &[(&str, Translation)]) -> String {
    let locale: Locale = locale.parse().unwrap();
    source.write(&locale, |id| {
        let pointer = source.segment(id).unwrap().pointer();
        let found = texts.iter().find(|(it, _)| *it == pointer);
        found.map(|(_, text)| text)
    })
}

#[test]
fn only_what_changes_changes() {
    let source = source();
    let german = Translation::plain("%2$lld kostet %1$@");
    let text = written(&source, "de", &[("/%@ costs %lld", german)]);
    let expected = FILE.replace("%1$@ kostet %2$lld", "%2$lld kostet %1$@");
    assert_eq!(text, expected);
    // What stood there stays as it was, its state too.
    let same = Translation::plain("%@ kosztował %lld");
    assert_eq!(written(&source, "pl", &[("/%@ costs %lld", same)]), FILE);
    // What is looked at again is translated.
    let mended = Translation::plain("%@ kosztuje %lld");
    let text = written(&source, "pl", &[("/%@ costs %lld", mended)]);
    let expected = FILE
        .replace("needs_review", "translated")
        .replace("kosztował", "kosztuje");
    assert_eq!(text, expected);
}

#[test]
fn forms_that_the_language_needs_are_written_and_no_other() {
    let source = source();
    let polish = [
        ("/files/plural/one", Translation::plain("%lld plik")),
        (
            "/files/plural/other",
            Translation {
                text: "%lld pliku".to_owned(),
                forms: vec![
                    (Category::Few, "%lld pliki".to_owned()),
                    (Category::Many, "%lld plików".to_owned()),
                ],
            },
        ),
    ];
    let text = written(&source, "pl", &polish);
    let value: Value = serde_json::from_str(&text).unwrap();
    let plural = &value["strings"]["files"]["localizations"]["pl"]["variations"]["plural"];
    let names: Vec<_> = plural.as_object().unwrap().keys().collect();
    assert_eq!(names, ["few", "many", "one", "other"]);
    assert_eq!(plural["many"]["stringUnit"]["value"], "%lld plików");
    // What was written is read back.
    let found = compare::existing(&source, &translated(&text, "pl"));
    let names: Vec<_> = source.segments().iter().map(Segment::pointer).collect();
    for (pointer, translation) in &polish {
        let at = names.iter().position(|it| it == pointer).unwrap();
        assert_eq!(found[at].as_ref(), Some(translation), "{pointer}");
    }
    let japanese = [
        ("/files/plural/one", Translation::plain("%lld file")),
        ("/files/plural/other", Translation::plain("%lld個")),
    ];
    let value: Value = serde_json::from_str(&written(&source, "ja", &japanese)).unwrap();
    let plural = &value["strings"]["files"]["localizations"]["ja"]["variations"]["plural"];
    assert_eq!(plural.as_object().unwrap().len(), 1);
}

#[test]
fn a_text_within_a_text_keeps_what_it_counts() {
    let source = source();
    let german = [
        ("/found", Translation::plain("%#@birds@ gesehen")),
        (
            "/found/substitutions/birds/plural/one",
            Translation::plain("%arg Vogel"),
        ),
        (
            "/found/substitutions/birds/plural/other",
            Translation::plain("%arg Vögel"),
        ),
    ];
    let value: Value = serde_json::from_str(&written(&source, "de", &german)).unwrap();
    let found = &value["strings"]["found"]["localizations"]["de"];
    assert_eq!(found["stringUnit"]["value"], "%#@birds@ gesehen");
    let birds = &found["substitutions"]["birds"];
    assert_eq!(birds["argNum"], 1);
    assert_eq!(birds["formatSpecifier"], "lld");
    let one = &birds["variations"]["plural"]["one"]["stringUnit"];
    assert_eq!(one["value"], "%arg Vogel");
}

#[test]
fn what_is_fixed_or_gone_is_not_sent() {
    let source = source();
    let kept: Vec<_> = source
        .segments()
        .iter()
        .filter(|it| !it.translatable)
        .map(Segment::pointer)
        .collect();
    assert_eq!(kept, ["/", "/app.name", "/Old text"]);
    assert_eq!(source.diagnostics()[0].code, "xcstrings-stale");
}

#[test]
fn a_translation_is_read_for_its_language_and_its_state() {
    let polish = translated(FILE, "pl");
    assert_eq!(polish.locale().unwrap().as_str(), "pl");
    assert_eq!(polish.segments().len(), 1);
    assert!(polish.segments()[0].needs_review);
    assert!(!translated(FILE, "de").segments()[0].needs_review);
    assert!(translated(FILE, "ja").segments().is_empty());
}

#[test]
fn forms_that_only_the_translation_has_are_kept() {
    let file = r#"{ "sourceLanguage": "en", "strings": { "%lld files": { "localizations": {
        "de": { "variations": { "plural": {
            "one": { "stringUnit": { "state": "translated", "value": "%lld Datei" } },
            "other": { "stringUnit": { "state": "translated", "value": "%lld Dateien" } } } } }
    } } }, "version": "1.0" }"#;
    let source = Catalogue::read(file, &Hint::path("a.xcstrings")).unwrap();
    let found = compare::existing(&source, &translated(file, "de"));
    assert_eq!(found, [Some(Translation::plain("%lld Dateien"))]);
    let german = "de".parse().unwrap();
    assert_eq!(source.write(&german, |id| found[id.index()].as_ref()), file);
}

#[test]
fn several_languages_go_into_one_file() {
    let source = source();
    let at = source
        .segments()
        .iter()
        .position(|it| it.pointer() == "/Hello")
        .unwrap();
    let column = |text: &str| {
        let mut column = vec![None; source.segments().len()];
        column[at] = Some(Translation::plain(text));
        column
    };
    let (german, french) = (column("Hallo"), column("Bonjour"));
    let columns: [(&Locale, &[_]); 2] = [
        (&"fr".parse().unwrap(), &french),
        (&"de".parse().unwrap(), &german),
    ];
    let text = source.write_all(&columns).unwrap();
    let hello = concat!(
        "    \"Hello\" : {\n      \"localizations\" : {\n",
        "        \"de\" : {\n          \"stringUnit\" : {\n",
        "            \"state\" : \"translated\",\n            \"value\" : \"Hallo\"\n",
        "          }\n        },\n",
        "        \"fr\" : {\n          \"stringUnit\" : {\n",
        "            \"state\" : \"translated\",\n            \"value\" : \"Bonjour\"\n",
        "          }\n        }\n      }\n    },\n",
    );
    assert_eq!(text, FILE.replace("    \"Hello\" : {\n\n    },\n", hello));
}

#[test]
fn a_file_that_is_none_is_refused_in_words() {
    let refused = Catalogue::read(r#"{"strings": {}}"#, &Hint::path("a.xcstrings"));
    assert_eq!(refused.err().unwrap()[0].code, "invalid-xcstrings");
}

/// Texts for some of a catalogue's segments, in the order of the file.
fn some_texts() -> impl Strategy<Value = Vec<Option<String>>> {
    let text = proptest::option::of("[a-zé\"\\\\/ %@]{0,8}[a-z]");
    proptest::collection::vec(text, source().segments().len())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_is_written_is_read_and_all_else_stays(
        texts in some_texts(),
        locale in prop_oneof![Just("de"), Just("pl"), Just("ja"), Just("ar"), Just("pt-BR")],
    ) {
        let source = source();
        let given: Vec<_> = texts.into_iter().map(|it| it.map(Translation::plain)).collect();
        let written = source.write(&locale.parse().unwrap(), |id| given[id.index()].as_ref());
        // The other languages and the source are as they were.
        for other in ["en", "de", "pl", "fr"] {
            if other != locale {
                let texts = |file: &str| -> Vec<String> {
                    let catalogue = translated(file, other);
                    catalogue.segments().iter().map(|it| it.text.clone()).collect()
                };
                prop_assert_eq!(texts(&written), texts(FILE));
            }
        }
        let found = compare::existing(&source, &translated(&written, locale));
        for ((segment, given), found) in source.segments().iter().zip(&given).zip(found) {
            if segment.translatable && given.is_some() {
                prop_assert_eq!(given, &found, "{}", segment.pointer());
            }
        }
        // Writing the same again changes nothing.
        let again = Catalogue::read(written.as_str(), &Hint::path("a.xcstrings")).unwrap();
        let same = again.write(&locale.parse().unwrap(), |id| given[id.index()].as_ref());
        prop_assert_eq!(same, written);
    }

    #[test]
    fn no_file_makes_it_fall_over(at in 0..FILE.chars().count(), put in "[{}\\[\\]\",:a0 ]{0,3}") {
        let head: String = FILE.chars().take(at).collect();
        let tail: String = FILE.chars().skip(at + 1).collect();
        let broken = format!("{head}{put}{tail}");
        for role in [Role::Source, Role::Translation] {
            let hint = Hint { role, locale: Some("pl".parse().unwrap()), ..Hint::path("a.xcstrings") };
            if let Ok(catalogue) = Catalogue::read(broken.as_str(), &hint) {
                let given = Translation::plain("x");
                let written = catalogue.write(&"de".parse().unwrap(), |_| Some(&given));
                prop_assert!(Catalogue::read(written, &hint).is_ok());
            }
        }
    }
}
