//! Each folder under `tests/fixtures/mermaid/from` is named for a kind of source and holds files of
//! it; the snapshot beside them shows the diagrams that are drawn.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use ichiban_mermaid::parse;
use ichiban_mermaid::source::{File, from, sources};
use ichiban_tool::{Choice, Settings};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/mermaid/from")
}

/// The files of a kind, with their names.
fn files(kind: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = fs::read_dir(folder().join(kind))
        .unwrap_or_else(|error| panic!("{kind}: {error}"))
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension != "snap")
        })
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read_to_string(&path).unwrap())
        })
        .collect();
    found.sort();
    found
}

#[test]
fn every_source_draws_what_the_grammar_accepts() {
    for kind in sources() {
        let files = files(kind.name);
        assert!(files.len() >= 10, "{} has {} files", kind.name, files.len());
        let mut report = String::new();
        for (name, text) in &files {
            let file = [File {
                name: Some(name),
                text,
            }];
            let drawn = from(Some(kind), &file, &Settings::default())
                .unwrap_or_else(|error| panic!("{}/{name}: {error}", kind.name));
            parse(&drawn.text)
                .unwrap_or_else(|error| panic!("{}/{name}: {error:?}\n{}", kind.name, drawn.text));
            writeln!(report, "=== {name}\n{}", drawn.text).unwrap();
            for diagnostic in drawn.diagnostics {
                writeln!(
                    report,
                    "# line {}: {}",
                    diagnostic.place.line, diagnostic.message
                )
                .unwrap();
            }
        }
        insta::with_settings!({
            snapshot_path => folder().join(kind.name),
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, {
            insta::assert_snapshot!("drawn", report);
        });
    }
}

#[test]
fn a_kind_is_told_from_what_a_text_looks_like() {
    for kind in sources() {
        for (name, text) in files(kind.name) {
            let file = [File {
                name: Some(&name),
                text: &text,
            }];
            let drawn = from(None, &file, &Settings::default()).unwrap();
            assert_eq!(drawn.source, kind.name, "{name}");
        }
    }
}

#[test]
fn every_choice_of_every_setting_draws() {
    for kind in sources() {
        for setting in kind.settings {
            let words: &[&str] = match setting.choice {
                Choice::Flag => &["true"],
                Choice::OneOf(words) => words,
                Choice::Text(_) => continue,
            };
            for word in words {
                let mut settings = Settings::default();
                settings.set(setting.name, word);
                for (name, text) in files(kind.name) {
                    let file = [File {
                        name: Some(&name),
                        text: &text,
                    }];
                    // A file need not have what every view shows.
                    if let Ok(drawn) = from(Some(kind), &file, &settings) {
                        parse(&drawn.text).unwrap_or_else(|error| {
                            panic!(
                                "{}/{name} --{} {word}: {error:?}\n{}",
                                kind.name, setting.name, drawn.text
                            )
                        });
                    }
                }
            }
        }
    }
}

#[test]
fn no_text_makes_a_source_panic() {
    let texts: BTreeSet<&str> = BTreeSet::from([
        "",
        " ",
        "{",
        "}",
        "[]",
        "null",
        "\u{feff}",
        "a: [",
        "<<<",
        "\"",
        "'",
        "end",
        "%%{init",
        "|",
        "| a |\n|",
        "a,b\n",
        "{\"states\": 1, \"paths\": []}",
        "func",
        "class",
        "type (",
        "commit ",
        "* |\\\n",
        "at a.b(",
        "\u{202e}x",
        "\0",
    ]);
    for kind in sources() {
        for text in &texts {
            let file = [File { name: None, text }];
            if let Ok(drawn) = from(Some(kind), &file, &Settings::default()) {
                parse(&drawn.text).unwrap_or_else(|error| {
                    panic!("{} of {text:?}: {error:?}\n{}", kind.name, drawn.text)
                });
            }
        }
    }
}
