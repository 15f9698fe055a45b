//! Every attack on a catalogue of every format: all of it is caught, none of it is accepted.

use std::path::Path;
use std::sync::Arc;

use ichiban_json::localise::format::FORMATS;
use ichiban_json::localise::{Catalogue, Hint, Memory};
use ichiban_model::Request;
use serde_json::Value;

use crate::hostile::with_tokens;
use crate::script::{Cell, Run, answer, items, turned};

/// A model that answers wrongly, by what it does.
type Attack = (&'static str, fn(&Request) -> String);

/// What each model does to each text it is asked for. Every text of the catalogues has two
/// placeholders at least, and a pair of tags.
static ATTACKS: &[Attack] = &[
    ("drops placeholders", |request| {
        answer(request, |text| with_tokens(text, |_| String::new()))
    }),
    ("drops the first placeholder", |request| {
        answer(request, |text| with_one(text, |_| String::new()))
    }),
    ("renames placeholders", |request| {
        answer(request, |text| {
            with_tokens(text, |token| {
                token.replace(|c: char| c.is_ascii_alphanumeric(), "x")
            })
        })
    }),
    ("renames the first placeholder", |request| {
        answer(request, |text| {
            with_one(text, |token| format!("{}x{}", &token[..1], &token[1..]))
        })
    }),
    ("translates placeholders", |request| {
        answer(request, |text| {
            with_tokens(text, |token| match token.as_bytes() {
                [b'{', ..] => "{Platzhalter}".to_owned(),
                [_, b'/', ..] => "</fett>".to_owned(),
                _ => "<fett>".to_owned(),
            })
        })
    }),
    ("writes placeholders in capitals", |request| {
        answer(request, |text| with_tokens(text, str::to_uppercase))
    }),
    ("reverses the order of tags and placeholders", |request| {
        answer(request, reversed)
    }),
    ("doubles placeholders", |request| {
        answer(request, |text| {
            with_tokens(text, |token| format!("{token} {token}"))
        })
    }),
    ("doubles the first placeholder", |request| {
        answer(request, |text| {
            with_one(text, |token| format!("{token} {token}"))
        })
    }),
    ("adds a placeholder", |request| {
        answer(request, |text| format!("{} {{extra}}", turned(text)))
    }),
    ("writes placeholders in other braces", |request| {
        answer(request, |text| {
            with_tokens(text, |token| {
                token.replace(['{', '<'], "[").replace(['}', '>'], "]")
            })
        })
    }),
    ("loses closing braces", |request| {
        answer(request, |text| {
            with_tokens(text, |token| token[..token.len() - 1].to_owned())
        })
    }),
    ("answers each text for its neighbour", |request| {
        let items = items(request);
        // One text alone has no neighbour but itself.
        let texts: Vec<_> = items.iter().map(|(_, it)| text_of(it)).collect();
        if texts.iter().all(|it| tokens(it) == tokens(&texts[0])) {
            return String::new();
        }
        let apart = items.iter().enumerate().filter_map(|(at, (number, item))| {
            let own = tokens(&text_of(item));
            let other = (1..items.len())
                .map(|by| &texts[(at + by) % texts.len()])
                .find(|it| tokens(it) != own)?;
            Some((number.clone(), turned(other).into()))
        });
        Value::Object(apart.collect()).to_string()
    }),
    ("answers with prose", |_| {
        "I'm sorry, but I would rather talk about the weather.".to_owned()
    }),
    ("answers with a list", |request| {
        let texts: Vec<_> = items(request)
            .iter()
            .map(|(_, it)| turned(&text_of(it)))
            .collect();
        Value::from(texts).to_string()
    }),
    ("comments on its answers", |request| {
        answer(request, |text| {
            format!("Here is the translation: {}", turned(text))
        })
    }),
    ("asks back after its answers", |request| {
        answer(request, |text| {
            format!("{} Let me know if it fits!", turned(text))
        })
    }),
    ("puts answers in quotation marks", |request| {
        answer(request, |text| format!("“{}”", turned(text)))
    }),
    ("puts answers in fences", |request| {
        answer(request, |text| format!("```json\n{}\n```", turned(text)))
    }),
    ("answers no text", |_| "{}".to_owned()),
    ("answers under other numbers", |request| {
        let moved = items(request).into_iter().map(|(number, item)| {
            let number = number.parse::<usize>().unwrap() + 1000;
            (number.to_string(), turned(&text_of(&item)).into())
        });
        Value::Object(moved.collect()).to_string()
    }),
    ("answers with values that are no text", |request| {
        let numbers = items(request)
            .into_iter()
            .map(|(number, _)| (number, 7.into()));
        Value::Object(numbers.collect()).to_string()
    }),
    ("contradicts itself", |request| {
        let twice: Vec<_> = items(request)
            .iter()
            .flat_map(|(number, item)| {
                let text = turned(&text_of(item));
                let other = format!("{text} oder");
                [(number.clone(), text), (number.clone(), other)]
            })
            .map(|(number, text)| format!("\"{number}\": {}", Value::from(text)))
            .collect();
        format!("{{{}}}", twice.join(", "))
    }),
    ("answers in French", |request| answer(request, french)),
    ("answers in Russian", |request| {
        answer(request, |text| {
            let words = "Не удалось открыть файл и все его копии";
            format!("{words} {}", tokens(text).join(" и "))
        })
    }),
    ("answers in English", |request| {
        answer(request, |text| {
            format!(
                "All of the things that you have with {} are in this",
                tokens(text).join(" and ")
            )
        })
    }),
    ("echoes", |request| answer(request, str::to_owned)),
    ("echoes with other spaces", |request| {
        answer(request, |text| text.replace(' ', "  "))
    }),
    ("answers with nothing", |request| {
        answer(request, |_| String::new())
    }),
    ("answers with white space", |request| {
        answer(request, |_| " \n\t ".to_owned())
    }),
    ("goes on and on", |request| {
        answer(request, |text| turned(text).repeat(40))
    }),
    ("hides characters", |request| {
        answer(request, |text| {
            turned(text).replacen(' ', " \u{200b}\u{202e}", 1)
        })
    }),
    ("adds an address", |request| {
        answer(request, |text| {
            format!("{} https://evil.example", turned(text))
        })
    }),
    ("adds a tag", |request| {
        answer(request, |text| {
            format!("{} <script>x</script>", turned(text))
        })
    }),
];

fn text_of(item: &Value) -> String {
    item["text"].as_str().unwrap().to_owned()
}

/// The tokens of a text.
fn tokens(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(['{', '<']) {
        let end = start + rest[start..].find(['}', '>']).unwrap() + 1;
        found.push(rest[start..end].to_owned());
        rest = &rest[end..];
    }
    found
}

/// A translation with the first of its tokens changed.
fn with_one(text: &str, change: impl Fn(&str) -> String) -> String {
    let first = std::cell::Cell::new(true);
    with_tokens(text, |token| {
        if first.replace(false) {
            change(token)
        } else {
            token.to_owned()
        }
    })
}

/// A translation with its tokens in reverse.
fn reversed(text: &str) -> String {
    let left = std::cell::RefCell::new(tokens(text));
    with_tokens(text, |_| left.borrow_mut().pop().unwrap())
}

fn french(text: &str) -> String {
    format!(
        "Voulez-vous supprimer le fichier et les copies de {} pour tous",
        tokens(text).join(" dans la ")
    )
}

fn catalogues() -> Vec<(String, Arc<Catalogue>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/attack");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|it| it.unwrap().path())
        .collect();
    files.sort();
    files
        .into_iter()
        .map(|file| {
            let name = file.file_name().unwrap().to_string_lossy().into_owned();
            let text = std::fs::read_to_string(&file).unwrap();
            let catalogue = Catalogue::read(text, &Hint::path(name.as_str())).unwrap();
            (name, Arc::new(catalogue))
        })
        .collect()
}

#[test]
fn every_attack_on_every_format_is_caught() {
    let catalogues = catalogues();
    let mut formats: Vec<_> = catalogues
        .iter()
        .map(|(_, it)| it.format().name())
        .collect();
    formats.sort_unstable();
    formats.dedup();
    assert_eq!(formats.len(), FORMATS.len(), "a format is not attacked");
    let mut caught = 0;
    for (name, catalogue) in &catalogues {
        let untouched = catalogue.write(&"de".parse().unwrap(), |_| None);
        for (attack, model) in ATTACKS {
            let mut run = Run::new(catalogue, &["de"], Memory::default());
            run.finish(model);
            for ((_, id), cell) in &run.cells {
                let text = &catalogue.segment(*id).unwrap().text;
                assert!(
                    matches!(cell, Cell::Refused(_)),
                    "{name}: a model that {attack} was believed: {text:?} is {cell:?}"
                );
                caught += 1;
            }
            assert!(run.session.memory().is_empty(), "{name}: {attack}");
            assert_eq!(run.file(0, "de"), untouched, "{name}: {attack}");
        }
    }
    let texts: usize = catalogues.iter().map(|(_, it)| it.segments().len()).sum();
    assert_eq!(caught, texts * ATTACKS.len());
}

#[test]
fn a_model_that_keeps_to_the_rules_is_believed_on_every_format() {
    for (name, catalogue) in &catalogues() {
        let mut run = Run::new(catalogue, &["de"], Memory::default());
        run.finish(|request| answer(request, turned));
        assert_eq!(run.codes(), Vec::<String>::new(), "{name}");
        assert_eq!(run.done(), catalogue.segments().len(), "{name}");
    }
}

#[test]
fn a_model_that_answers_fewer_texts_leaves_the_others_as_they_are() {
    for (name, catalogue) in &catalogues() {
        let mut run = Run::new(catalogue, &["de"], Memory::default());
        run.finish(|request| {
            let all: Value = serde_json::from_str(&answer(request, turned)).unwrap();
            let fewer = all.as_object().unwrap().clone().into_iter().skip(1);
            Value::Object(fewer.collect()).to_string()
        });
        assert_eq!(run.codes(), ["no-answer"], "{name}");
        assert!(run.done() < catalogue.segments().len(), "{name}");
    }
}

/// An answer whose arguments, known by their place alone, come in another order.
fn swapped(text: &str) -> String {
    turned(text)
        .replace("{arg}", "{x}")
        .replace("{arg2}", "{arg}")
        .replace("{x}", "{arg2}")
}

#[test]
fn arguments_in_another_order_are_numbered_where_the_program_knows_numbers() {
    for (path, source, numbered) in [
        (
            "strings.xml",
            "<resources><string name=\"a\">%s has %d new files</string></resources>",
            Some("%2$d sah %1$s wen selif"),
        ),
        (
            "Localizable.strings",
            "\"a\" = \"%@ has %d new files\";",
            Some("%2$d sah %1$@ wen selif"),
        ),
        (
            "en.properties",
            "a = %s has %d new files",
            Some("%2$d sah %1$s wen selif"),
        ),
        (
            "en.yml",
            "en:\n  a: \"%s has %d new files\"",
            Some("%2$d sah %1$s wen selif"),
        ),
        (
            "a.pot",
            "#, c-format\nmsgid \"%s has %d new files\"\nmsgstr \"\"",
            Some("%2$d sah %1$s wen selif"),
        ),
        (
            "a.pot",
            "#, python-format\nmsgid \"%s has %d new files\"\nmsgstr \"\"",
            None,
        ),
        ("en.json", "{\"a\": \"%s has %d new files\"}", None),
        // Two of a kind in another order say something else.
        ("en.json", "{\"a\": \"%s is now in %s\"}", None),
        // A file that numbers arguments elsewhere can do so here.
        (
            "en.json",
            "{\"a\": \"%s has %d new files\", \"b\": \"12 %1$s\"}",
            Some("%2$d sah %1$s wen selif"),
        ),
    ] {
        let catalogue = Arc::new(Catalogue::read(source, &Hint::path(path)).unwrap());
        let mut run = Run::new(&catalogue, &["de"], Memory::default());
        run.finish(|request| answer(request, swapped));
        match numbered {
            Some(numbered) => {
                let file = run.file(0, "de");
                assert!(file.contains(numbered), "{path}: {file}");
            }
            None => assert_eq!(run.codes(), ["placeholder-order"], "{path}"),
        }
    }
}
