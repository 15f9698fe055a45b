//! Models that translate: what is asked for, how often, and what becomes of it.

use ichiban_json::localise::{Glossary, Memory, SegmentId, TargetId};
use ichiban_model::Ending;

use crate::script::{Cell, Run, answer, catalogue, items, turned};

const SMALL: &str = r#"{
  "save": "Save the file",
  "open": "Open {{name}}",
  "again": "Save the file",
  "url": "https://example.org",
  "plural": { "files_one": "{{count}} file", "files_other": "{{count}} files" }
}
"#;

#[test]
fn a_catalogue_is_translated_value_by_value() {
    let mut run = Run::new(&catalogue(SMALL), &["de"], Memory::default());
    run.finish(|request| answer(request, turned));
    assert_eq!(
        run.file(0, "de"),
        r#"{
  "save": "evaS eht elif",
  "open": "nepO {{name}}",
  "again": "evaS eht elif",
  "url": "https://example.org",
  "plural": { "files_one": "{{count}} elif", "files_other": "{{count}} selif" }
}
"#
    );
    // The text that stands there twice is asked for once.
    assert_eq!(run.asked.iter().map(Vec::len).sum::<usize>(), 4);
}

#[test]
fn every_locale_gets_its_plural_categories() {
    let icu = r#"{"n": "Delete {n, plural, one {# file} other {# files}}?"}"#;
    let mut run = Run::new(&catalogue(icu), &["ja", "pl"], Memory::default());
    run.finish(|request| {
        answer(request, |text| {
            text.replace("Delete", "削除").replace("file", "ファイル")
        })
    });
    assert_eq!(
        run.file(0, "ja"),
        r#"{"n": "{n, plural, other {削除 # ファイルs?}}"}"#
    );
    // A text in a script that is not Polish is not accepted.
    assert_eq!(run.codes(), ["script"]);
    let mut run = Run::new(&catalogue(icu), &["pl"], Memory::default());
    run.finish(|request| answer(request, turned));
    assert_eq!(
        run.file(0, "pl"),
        r#"{"n": "{n, plural, one {eteleD # elif?} few {eteleD # selif?} many {eteleD # selif?} other {eteleD # selif?}}"}"#
    );
}

#[test]
fn i18next_forms_are_added_and_left_out() {
    let mut run = Run::new(&catalogue(SMALL), &["pl", "ja"], Memory::default());
    run.finish(|request| answer(request, |text| text.replace("files", "ファイル")));
    let polish = catalogue(SMALL);
    let mut polish = Run::new(&polish, &["pl"], Memory::default());
    polish.finish(|request| answer(request, turned));
    let file = polish.file(0, "pl");
    for form in ["files_one", "files_few", "files_many", "files_other"] {
        assert!(
            file.contains(&format!("\"{form}\": \"{{{{count}}}} ")),
            "{file}"
        );
    }
    serde_json::from_str::<serde_json::Value>(&file).unwrap();
    let japanese = run.file(1, "ja");
    assert!(!japanese.contains("files_one"), "{japanese}");
    serde_json::from_str::<serde_json::Value>(&japanese).unwrap();
}

#[test]
fn what_is_remembered_is_not_asked_for() {
    let mut run = Run::new(&catalogue(SMALL), &["de"], Memory::default());
    run.finish(|request| answer(request, turned));
    let memory = run.session.into_memory();
    let stored = serde_json::to_string(&memory).unwrap();
    let memory: Memory = serde_json::from_str(&stored).unwrap();
    let again = Run::new(&catalogue(SMALL), &["de"], memory.clone());
    assert!(again.session.is_finished());

    let changed = SMALL.replace("Open {{name}}", "Open {{name}} now");
    let mut run = Run::new(&catalogue(&changed), &["de"], memory.clone());
    run.finish(|request| answer(request, turned));
    assert_eq!(run.asked.len(), 1);
    assert_eq!(run.asked[0].len(), 1);
    assert_eq!(run.asked[0][0]["text"], "Open {name} now");

    // A term that stands in one text changes that text alone.
    let glossary = Glossary::from_pairs([("open".to_owned(), "nepo".to_owned())]);
    let mut run = Run::with_glossary(&catalogue(SMALL), &["de"], memory, &glossary);
    run.finish(|request| answer(request, turned));
    assert_eq!(run.asked.len(), 1);
    assert_eq!(run.asked[0].len(), 1);
}

#[test]
fn a_cut_answer_keeps_what_had_settled_and_asks_for_the_rest() {
    for ending in [Ending::Truncated, Ending::Length, Ending::Aborted] {
        let mut run = Run::new(&catalogue(SMALL), &["de"], Memory::default());
        let (id, request) = run.next().unwrap();
        let whole = answer(&request, turned);
        let cut = whole.find("nepO").unwrap() + 2;
        run.feed(id, &whole[..cut], 3, &ending);
        let settled = run.done();
        assert_eq!(
            settled, 3,
            "one text that stands twice, one with nothing to translate"
        );
        run.finish(|request| answer(request, turned));
        assert_eq!(run.asked[1].len(), 3, "{ending:?}");
        assert_eq!(run.done(), 6);
    }
}

/// Feeds the answer of the one request of a run, and lists which texts are done after each of its
/// items.
fn done_after_each(run: &mut Run, answers: &[&str]) -> Vec<usize> {
    let (id, _) = run.next().unwrap();
    let mut done = Vec::new();
    for (at, text) in answers.iter().enumerate() {
        let open = if at == 0 { '{' } else { ',' };
        let item = format!("{open}\"{}\": \"{text}\"", at + 1);
        run.absorb(id, &item);
        done.push(run.done());
    }
    done
}

#[test]
fn labels_settle_once_their_neighbours_tell_the_language() {
    let source =
        r#"{ "a": "Save", "b": "Open", "c": "Delete the file and its copies", "d": "Back" }"#;
    let answers = [
        "Sichern",
        "Öffnen",
        "Die Datei und ihre Kopien löschen",
        "Zurück",
    ];
    let mut run = Run::new(&catalogue(source), &["de"], Memory::default());
    assert_eq!(done_after_each(&mut run, &answers), [0, 0, 3, 4]);
    // Japanese is told by its script: each text alone.
    let answers = ["保存", "開く", "ファイルとコピーを削除", "戻る"];
    let mut run = Run::new(&catalogue(source), &["ja"], Memory::default());
    assert_eq!(done_after_each(&mut run, &answers), [1, 2, 3, 4]);
}

#[test]
fn a_model_that_kept_to_the_language_is_trusted_with_the_labels_of_its_next_answer() {
    let sentence = (
        "Delete the file and its copies",
        "Die Datei und ihre Kopien löschen",
    );
    let words: Vec<String> = (0..40).map(|n| format!("Word {n}")).collect();
    let members: Vec<_> = std::iter::once(sentence.0)
        .chain(words.iter().map(String::as_str))
        .enumerate()
        .map(|(at, text)| format!("\"{at}\": \"{text}\""))
        .collect();
    let source = catalogue(&format!("{{{}}}", members.join(",")));
    let mut run = Run::new(&source, &["de"], Memory::default());
    let (id, request) = run.next().unwrap();
    let first = answer(&request, |text| {
        if text == sentence.0 {
            sentence.1.to_owned()
        } else {
            turned(text)
        }
    });
    run.feed(id, &first, 5, &Ending::Complete);
    let before = run.done();
    assert_eq!(
        done_after_each(&mut run, &["Wort 24", "Wort 25"]),
        [before + 1, before + 2]
    );
}

#[test]
fn a_text_that_waits_for_its_neighbours_shows_whole_and_survives_a_stop() {
    let source = r#"{ "a": "Save", "b": "Open" }"#;
    let mut run = Run::new(&catalogue(source), &["de"], Memory::default());
    assert_eq!(done_after_each(&mut run, &["Sichern"]), [0]);
    let shown = run.session.partial(TargetId(0), SegmentId(0));
    assert_eq!(shown.as_deref(), Some("Sichern"));
    run.stop();
    assert_eq!(run.done(), 1);
    assert_eq!(run.file(0, "de"), r#"{ "a": "Sichern", "b": "Open" }"#);
}

#[test]
fn an_endpoint_that_always_cuts_is_given_up() {
    let mut run = Run::new(&catalogue(SMALL), &["de"], Memory::default());
    let mut requests = 0;
    while let Some((id, _)) = run.next() {
        run.feed(id, "{\"1\": \"ab", 3, &Ending::Truncated);
        requests += 1;
        assert!(requests < 20);
    }
    assert!(run.session.is_finished());
    assert_eq!(run.codes(), ["cut-off"]);
}

#[test]
fn a_stopped_session_empties_what_is_open() {
    let mut run = Run::new(&catalogue(SMALL), &["de", "fr"], Memory::default());
    let (id, request) = run.next().unwrap();
    run.feed(id, &answer(&request, turned), 7, &Ending::Complete);
    let done = run.done();
    let _ = run.next().unwrap();
    let mut patches = Vec::new();
    run.session.stop(&mut patches);
    assert_eq!(patches.len(), 12 - done);
    assert!(run.session.next_request().is_none());
    // What had settled is in the memory of the session that goes on.
    let memory = run.session.into_memory();
    let resumed = Run::new(&run.catalogue, &["de", "fr"], memory);
    assert_eq!(resumed.done(), done);
}

#[test]
fn a_text_shows_while_it_streams_and_never_half_a_placeholder() {
    let mut run = Run::new(
        &catalogue(r#"{"a": "Open {{name}} <b>now</b>"}"#),
        &["de"],
        Memory::default(),
    );
    let (id, _) = run.next().unwrap();
    let mut seen = Vec::new();
    for c in "{\"1\": \"Öffne {name} <b>jetzt</b>".chars() {
        let event = ichiban_model::Event::TextDelta {
            text: c.to_string(),
        };
        let _ = run.session.absorb(id, &event, &mut Vec::new());
        let shown = run.session.partial(
            ichiban_json::localise::TargetId(0),
            ichiban_json::localise::SegmentId(0),
        );
        if let Some(shown) = shown
            && seen.last() != Some(&shown)
        {
            seen.push(shown);
        }
    }
    assert_eq!(seen.last().unwrap(), "Öffne {{name}} <b>jetzt</b>");
    for pair in seen.windows(2) {
        assert!(pair[1].starts_with(&pair[0]), "{pair:?}");
        assert_eq!(pair[1].matches('{').count(), pair[1].matches('}').count());
    }
}

#[test]
fn texts_come_in_batches_and_retries_apart_with_their_reason() {
    let many: serde_json::Map<_, _> = (0..100)
        .map(|n| (format!("k{n}"), format!("Text number {n} of many").into()))
        .collect();
    let many = serde_json::Value::Object(many).to_string();
    let mut run = Run::new(&catalogue(&many), &["de"], Memory::default());
    run.finish(|request| {
        answer(request, |text| match text {
            "Text number 7 of many" if items(request).len() > 1 => text.to_owned(),
            text => turned(text),
        })
    });
    let again: Vec<_> = run.asked.iter().filter(|it| it.len() == 1).collect();
    assert_eq!(again.len(), 1, "one text is asked for once more, alone");
    assert_eq!(again[0][0]["refused"], "Text number 7 of many");
    assert_eq!(
        again[0][0]["reason"],
        "The translation is the same as the source."
    );
    assert!(run.cells.values().all(|it| matches!(it, Cell::Done(_))));
}
