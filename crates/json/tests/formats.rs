//! Each format on a file of its kind: what is read, what comes back, what a translation writes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fmt::Write as _;
use std::sync::Arc;

use ichiban_json::localise::{
    Catalogue, Change, Hint, Job, Memory, Patch, SegmentId, Session, Target, TargetId, Translation,
};
use ichiban_model::{Content, Ending, Event, Request};
use serde_json::Value;

/// An answer that has each text in capitals, but for its tokens.
fn answer(request: &Request) -> String {
    let Content::Text(question) = &request.messages.last().unwrap().content[0] else {
        panic!("the question is no text");
    };
    let question: Value = serde_json::from_str(question).unwrap();
    let mut answers = serde_json::Map::new();
    for (number, item) in question["items"].as_object().unwrap() {
        let mut token = false;
        let text: String = item["text"]
            .as_str()
            .unwrap()
            .chars()
            .map(|c| {
                token = matches!(c, '{' | '<') || (token && !matches!(c, '}' | '>'));
                if token { c } else { rotated(c) }
            })
            .collect();
        answers.insert(number.clone(), text.into());
    }
    Value::Object(answers).to_string()
}

/// The letter thirteen further on: another text of the same shape.
fn rotated(c: char) -> char {
    let turn = |base: u8, c: char| char::from(base + (c as u8 - base + 13) % 26);
    match c {
        'a'..='z' => turn(b'a', c),
        'A'..='Z' => turn(b'A', c),
        _ => c,
    }
}

fn translate(catalogue: &Arc<Catalogue>, locale: &str) -> String {
    let locale = locale.parse().unwrap();
    let job = Job {
        targets: vec![Target {
            id: TargetId(0),
            locale,
            segments: catalogue.ids().collect(),
            glossary: ichiban_json::localise::Glossary::default(),
        }],
        ..Job::default()
    };
    let locale = job.targets[0].locale.clone();
    let mut patches = Vec::new();
    let mut session = Session::new(Arc::clone(catalogue), job, Memory::default(), &mut patches);
    while let Some((id, request)) = session.next_request() {
        let text = answer(&request);
        let _ = session.absorb(id, &Event::TextDelta { text }, &mut patches);
        session.ended(id, &Ending::Complete, &mut patches);
    }
    let mut translations: Vec<Option<Translation>> = vec![None; catalogue.segments().len()];
    let mut refused = String::new();
    for Patch {
        segment, change, ..
    } in patches
    {
        match change {
            Change::Settled { translation, .. } => {
                translations[segment.index()] = Some(translation);
            }
            Change::Attention { reasons, .. } => {
                writeln!(
                    refused,
                    "refused: {} {}",
                    reasons[0].path, reasons[0].message
                )
                .unwrap();
            }
            _ => {}
        }
    }
    assert_eq!(refused, "");
    catalogue.write(&locale, |id| translations[id.index()].as_ref())
}

#[test]
fn every_format_reads_and_writes_its_kind() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/localise");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|it| it.unwrap().path())
        .collect();
    files.sort();
    let mut formats = Vec::new();
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&file).unwrap();
        let hint = Hint::path(name.as_str());
        let catalogue = Arc::new(Catalogue::read(text.as_str(), &hint).unwrap());
        formats.push(catalogue.format().name());
        let own = catalogue.locale().cloned().unwrap_or("en".parse().unwrap());
        if catalogue.format().name() != "po" {
            assert_eq!(catalogue.write(&own, |_| None), text, "{name}");
        }
        let same: Vec<_> = catalogue
            .segments()
            .iter()
            .map(|it| Translation::plain(it.text.clone()))
            .collect();
        if catalogue.format().name() != "po" {
            let written = catalogue.write(&own, |id: SegmentId| same.get(id.index()));
            assert_eq!(written, text, "{name}");
        }
        let mut shown = format!(
            "{}, {}, {}\n",
            catalogue.format().label(),
            catalogue.layout(),
            own
        );
        for segment in catalogue.segments() {
            writeln!(
                shown,
                "{} {:?}{}{}{}",
                segment.pointer(),
                segment.text,
                segment
                    .note
                    .as_ref()
                    .map(|it| format!(" note {it:?}"))
                    .unwrap_or_default(),
                segment
                    .plural
                    .as_ref()
                    .map(|it| format!(" form {}", it.category))
                    .unwrap_or_default(),
                if segment.translatable { "" } else { " (kept)" },
            )
            .unwrap();
        }
        for locale in ["pl", "yo"] {
            let written = translate(&catalogue, locale);
            let again = Hint {
                format: Some(catalogue.format().name().to_owned()),
                ..Hint::default()
            };
            assert!(
                Catalogue::read(written.as_str(), &again).is_ok(),
                "{name}: {written}"
            );
            let name =
                catalogue
                    .format()
                    .file_name(&name, catalogue.locale(), &locale.parse().unwrap());
            write!(shown, "\n=== {name}\n{written}").unwrap();
        }
        insta::assert_snapshot!(name, shown);
    }
    formats.sort_unstable();
    formats.dedup();
    assert_eq!(formats.len(), ichiban_json::localise::format::FORMATS.len());
}
