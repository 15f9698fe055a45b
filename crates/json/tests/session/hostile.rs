//! Models that get it wrong in every way we know of: nothing wrong is accepted, every text is
//! asked for twice at most, and every session ends.

use ichiban_json::localise::Memory;
use ichiban_model::Request;
use serde_json::Value;

use crate::script::{Run, answer, catalogue, items, turned};

/// Every text has something that must be kept.
const KEPT: &str = r#"{
  "a": "Open {{name}} in {{app}} now",
  "b": "Read <link>the guide</link> first",
  "c": "See https://example.org/help for more",
  "d": "Delete {{count}} files of {{total}}?",
  "e": "Write to help@example.org today"
}"#;

const PRINTF: &str = r#"{ "a": "%s has %d new files", "b": "Copied %d of %s" }"#;

const ICU: &str = r#"{
  "a": "{n, plural, one {# file of {name}} other {# files of {name}}}",
  "b": "{g, select, f {She likes {thing}} other {They like {thing}}}"
}"#;

/// Runs a model over a catalogue and expects that it accepts nothing.
fn accepts_nothing(source: &str, locale: &str, model: impl Fn(&Request) -> String) -> Vec<String> {
    let mut run = Run::new(&catalogue(source), &[locale], Memory::default());
    run.finish(model);
    assert_eq!(run.done(), 0, "{:?}", run.cells);
    assert!(run.session.memory().is_empty());
    let texts: usize = run.asked.iter().map(Vec::len).sum();
    let first = run.asked.first().map_or(0, Vec::len);
    assert!(
        texts <= 2 * first.max(texts / 2),
        "each text is asked for twice at most"
    );
    assert_eq!(run.file(0, locale), source, "the file keeps the source");
    run.codes()
}

/// What a model does to the tokens of a text.
pub(crate) fn with_tokens(text: &str, change: impl Fn(&str) -> String) -> String {
    let mut out = String::new();
    let mut rest = turned(text);
    while let Some(start) = rest.find(['{', '<']) {
        let end = start + rest[start..].find(['}', '>']).unwrap() + 1;
        out.push_str(&rest[..start]);
        out.push_str(&change(&rest[start..end]));
        rest = rest[end..].to_owned();
    }
    out + &rest
}

#[test]
fn placeholders_that_are_dropped_renamed_translated_or_doubled() {
    for source in [KEPT, PRINTF, ICU] {
        for (what, change) in [
            ("dropped", (|_| String::new()) as fn(&str) -> String),
            ("renamed", |token| {
                token.replace(['a', 'e', 'n', 'g', 'l', 'u', 'r'], "x")
            }),
            ("translated", |_| "{Platzhalter}".to_owned()),
            ("doubled", |token| format!("{token} {token}")),
            ("in other braces", |token| {
                token
                    .replace('{', "[")
                    .replace('}', "]")
                    .replace('<', "(")
                    .replace('>', ")")
            }),
            ("with double braces", |token| format!("{{{token}}}")),
            ("half", |token| token[..token.len() - 1].to_owned()),
        ] {
            let codes = accepts_nothing(source, "de", |request| {
                answer(request, |text| with_tokens(text, change))
            });
            assert!(!codes.is_empty(), "{what}");
        }
    }
}

#[test]
fn arguments_known_by_their_place_that_change_places() {
    let codes = accepts_nothing(PRINTF, "de", |request| {
        answer(request, |text| {
            let text = turned(text);
            text.replace("{arg}", "{x}")
                .replace("{arg2}", "{arg}")
                .replace("{x}", "{arg2}")
        })
    });
    assert_eq!(codes, ["placeholder-order"]);
}

#[test]
fn tags_that_are_crossed_or_left_open() {
    let source = r#"{ "a": "<b>Bold</b> and <i>slanted</i> text" }"#;
    for answered in [
        "<b>tteF <i>dnu</b> gärhcs</i> txet",
        "<b>tteF</b> dnu <i>gärhcs txet",
        "<b>tteF</b> dnu gärhcs txet",
        "<b>tteF</b> dnu <i>gärhcs</i> <u>txet</u>",
        "</b>tteF<b> dnu <i>gärhcs</i> txet",
    ] {
        accepts_nothing(source, "de", |request| {
            answer(request, |_| answered.to_owned())
        });
    }
}

#[test]
fn echoes_and_nothing() {
    for (code, change) in [
        (
            "unchanged",
            (|text: &str| text.to_owned()) as fn(&str) -> String,
        ),
        ("unchanged", |text| {
            text.to_uppercase()
                .replace("{NAME}", "{name}")
                .replace("{APP}", "{app}")
        }),
        ("empty", |_| String::new()),
        ("empty", |_| " \n ".to_owned()),
    ] {
        let source = r#"{ "a": "Open {{name}} in {{app}} now", "b": "Save all" }"#;
        let codes = accepts_nothing(source, "de", |request| answer(request, change));
        assert!(codes.contains(&code.to_owned()), "{code}: {codes:?}");
    }
}

#[test]
fn prose_in_and_around_answers() {
    for change in [
        (|text: &str| format!("Here is the translation: {}", turned(text))) as fn(&str) -> String,
        |text| format!("Sure! {}", turned(text)),
        |text| format!("\"{}\"", turned(text)),
        |text| format!("```\n{}\n```", turned(text)),
        |text| format!("{}\n\nNote: I kept the tone informal.", turned(text)),
        |text| format!("{text} → {}", turned(text)),
        |text| turned(text).repeat(30),
    ] {
        accepts_nothing(KEPT, "de", |request| answer(request, change));
    }
    for whole in [
        "I'm sorry, but I cannot do that.",
        "",
        "1. evaS\n2. nepO",
        "{\"translations\": [\"evaS\"]}",
        "[\"evaS\", \"nepO\"]",
        "{\"1\": [\"evaS\"], \"2\": {\"text\": \"nepO\"}, \"3\": 7, \"4\": null, \"5\": true}",
        "{\"1\": \"evaS",
        "{1: \"evaS\"}",
        "{count} is what I found",
    ] {
        accepts_nothing(KEPT, "de", |_| whole.to_owned());
    }
}

#[test]
fn fewer_texts_wrong_numbers_and_other_orders() {
    // What is not answered is not settled; what is answered well is, in whatever order.
    let mut run = Run::new(&catalogue(KEPT), &["de"], Memory::default());
    run.finish(|request| {
        let all = answer(request, turned);
        let all: serde_json::Map<String, Value> = serde_json::from_str(&all).unwrap();
        let some: serde_json::Map<_, _> = all.into_iter().rev().skip(1).collect();
        Value::Object(some).to_string()
    });
    assert_eq!(run.done(), 4);
    assert_eq!(run.codes(), ["no-answer"]);

    for rename in [
        (|number: &str| format!("0{number}")) as fn(&str) -> String,
        |number| format!("item{number}"),
        |number| format!("{}", number.parse::<u32>().unwrap() + 100),
        |number| format!("-{number}"),
    ] {
        let codes = accepts_nothing(KEPT, "de", |request| {
            let renamed: serde_json::Map<String, Value> = items(request)
                .into_iter()
                .map(|(number, item)| {
                    (
                        rename(&number),
                        turned(item["text"].as_str().unwrap()).into(),
                    )
                })
                .collect();
            Value::Object(renamed).to_string()
        });
        assert_eq!(codes, ["no-answer"]);
    }
}

#[test]
fn numbers_that_change_places_are_caught_by_what_each_text_keeps() {
    accepts_nothing(KEPT, "de", |request| {
        let items = items(request);
        let turned: serde_json::Map<String, Value> = items
            .iter()
            .zip(items.iter().cycle().skip(1))
            .map(|((number, _), (_, other))| {
                (
                    number.clone(),
                    turned(other["text"].as_str().unwrap()).into(),
                )
            })
            .collect();
        // The last one alone is asked for again alone, and then there is nothing to confuse.
        if items.len() == 1 {
            String::new()
        } else {
            Value::Object(turned).to_string()
        }
    });
}

#[test]
fn a_text_that_is_answered_twice_is_not_believed() {
    let source = r#"{ "a": "Save all" }"#;
    let mut run = Run::new(&catalogue(source), &["de"], Memory::default());
    run.finish(|_| "{\"1\": \"Alles sichern\", \"1\": \"Alles löschen\"}".to_owned());
    assert_eq!(run.done(), 0);
    assert_eq!(run.codes(), ["answered-twice"]);
    assert!(run.session.memory().is_empty());
    // One that has settled stays, with a remark: Japanese is told by its script.
    let mut run = Run::new(&catalogue(source), &["ja"], Memory::default());
    run.finish(|_| "{\"1\": \"すべて保存\", \"1\": \"すべて削除\"}".to_owned());
    assert_eq!(run.file(0, "ja"), r#"{ "a": "すべて保存" }"#);
    assert_eq!(run.remarks, ["answered-twice"]);
    // The same text twice does no harm.
    let mut run = Run::new(&catalogue(source), &["de"], Memory::default());
    run.finish(|_| "{\"1\": \"Alles sichern\", \"1\": \"Alles sichern\"}".to_owned());
    assert_eq!(run.done(), 1);
}

#[test]
fn another_language() {
    let source = r#"{ "a": "Do you want to delete the file and all of its copies?",
                      "b": "The connection to the server was lost while saving" }"#;
    for (locale, wrong) in [
        ("ja", "Möchten Sie die Datei und alle Kopien löschen?"),
        ("ru", "Möchten Sie die Datei und alle Kopien löschen?"),
        ("de", "Хотите удалить файл и все его копии?"),
        (
            "de",
            "Voulez-vous supprimer le fichier et toutes ses copies ?",
        ),
        ("de", "¿Quieres eliminar el archivo y todas sus copias?"),
        ("fr", "Möchten Sie die Datei und alle Kopien löschen?"),
        ("es", "Vuoi eliminare il file e tutte le sue copie?"),
        (
            "de",
            "Should we remove this document and every one of the duplicates?",
        ),
        ("zh", "ファイルとすべてのコピーを削除しますか？"),
        ("ko", "ファイルとすべてのコピーを削除しますか？"),
    ] {
        accepts_nothing(source, locale, |request| {
            answer(request, |_| wrong.to_owned())
        });
    }
}

#[test]
fn labels_in_another_language_are_told_by_their_neighbours() {
    let source = r#"{ "a": "Save", "b": "Open", "c": "New file", "d": "Delete all", "e": "Back",
        "f": "Go to the list", "g": "Not found", "h": "For you", "i": "In this folder" }"#;
    let french = [
        "Enregistrer",
        "Ouvrir",
        "Nouveau fichier",
        "Tout supprimer",
        "Retour",
        "Aller dans la liste",
        "Pas trouvé",
        "Pour vous",
        "Dans ce dossier",
    ];
    let in_order = |request: &Request| {
        let answers = items(request).into_iter().map(|(number, item)| {
            let texts: serde_json::Map<String, Value> = serde_json::from_str(source).unwrap();
            let at = texts.values().position(|it| *it == item["text"]).unwrap();
            (number, french[at].into())
        });
        Value::Object(answers.collect()).to_string()
    };
    let codes = accepts_nothing(source, "de", in_order);
    assert_eq!(codes, ["language"]);
    // In French they are as they should be.
    let mut run = Run::new(&catalogue(source), &["fr"], Memory::default());
    run.finish(in_order);
    assert_eq!(run.done(), 9);
}
