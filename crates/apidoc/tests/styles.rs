//! Documentation in the styles of many houses, each a folder under `tests/fixtures/apidoc`: what
//! is read from `input.*`, a file or a folder, is what `expected.txt` lists.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::Path;

use ichiban_apidoc::{Source, openapi, read};
use serde_json::Value;

/// One line an operation: method, path, parameters as `name:place`, with `!` where required.
fn lines(document: &Value) -> Vec<String> {
    let mut lines = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let mut fields = Vec::new();
            for parameter in operation["parameters"].as_array().into_iter().flatten() {
                if parameter["in"] != "header" {
                    let mark = if parameter["required"] == true {
                        "!"
                    } else {
                        ""
                    };
                    fields.push(format!(
                        "{}:{}{mark}",
                        parameter["name"].as_str().unwrap(),
                        parameter["in"].as_str().unwrap()
                    ));
                }
            }
            for media in operation["requestBody"]["content"]
                .as_object()
                .into_iter()
                .flatten()
                .map(|(_, media)| media)
            {
                let schema = if media["schema"]["type"] == "array" {
                    &media["schema"]["items"]
                } else {
                    &media["schema"]
                };
                let required: Vec<_> = schema["required"]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .collect();
                for name in schema["properties"]
                    .as_object()
                    .into_iter()
                    .flatten()
                    .map(|(name, _)| name)
                {
                    let mark = if required.iter().any(|known| known.as_str() == Some(name)) {
                        "!"
                    } else {
                        ""
                    };
                    fields.push(format!("{name}:body{mark}"));
                }
            }
            fields.sort();
            fields.insert(0, path.clone());
            fields.insert(0, method.to_uppercase());
            lines.push(fields.join(" "));
        }
    }
    lines.sort();
    lines
}

/// A file, or the files of a folder in the order of their names.
fn sources(input: &Path) -> Vec<Source> {
    let mut files = vec![input.to_owned()];
    if input.is_dir() {
        files = fs::read_dir(input)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        files.sort();
    }
    files
        .iter()
        .map(|file| {
            let name = file.file_name().unwrap().to_string_lossy();
            read(&name, &fs::read(file).unwrap()).unwrap()
        })
        .collect()
}

#[test]
fn documentation_of_every_style_gives_its_operations() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/apidoc");
    let mut cases: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    cases.sort();
    assert!(cases.len() >= 45, "the fixtures are missing");
    let mut failures = Vec::new();
    for case in cases {
        let input = fs::read_dir(&case)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .find(|path| path.file_stem().unwrap() == "input")
            .unwrap();
        let (document, _) = openapi::compile(sources(&input), None);
        let found = lines(&document);
        let expected: Vec<_> = fs::read_to_string(case.join("expected.txt"))
            .unwrap()
            .lines()
            .map(str::to_owned)
            .collect();
        if found != expected {
            failures.push(format!(
                "{}\nexpected:\n  {}\nfound:\n  {}",
                case.display(),
                expected.join("\n  "),
                found.join("\n  ")
            ));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}
