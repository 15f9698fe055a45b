//! What readers written for Rust make of converted samples: `protox` of Protobuf, `sqlparser` of
//! SQL, `tree-sitter` of the languages whose compilers are not used by the conformance command.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::{Path, PathBuf};
use std::{env, fs};

use ichiban_json::convert::{Sample, convert, target};
use ichiban_tool::Settings;
use sqlparser::dialect::{Dialect, PostgreSqlDialect, SQLiteDialect};

/// The documents, or nothing where the corpora are not there and need not be.
#[expect(
    clippy::print_stderr,
    reason = "whoever runs the tests without the corpora is told so"
)]
fn samples() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let corpora = env::var_os("ICHIBAN_CORPORA")
        .map_or_else(|| root.join("../shared/corpora"), PathBuf::from);
    let Ok(folder) = fs::read_dir(corpora.join("json/samples")) else {
        assert!(
            env::var_os("CI").is_none(),
            "the sample documents are missing"
        );
        eprintln!("not checked: the sample documents are missing");
        return Vec::new();
    };
    folder
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "json")
        })
        .map(|path| {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            (name, fs::read_to_string(path).unwrap())
        })
        .chain(awkward())
        .collect()
}

/// The documents that trip converters up.
fn awkward() -> Vec<(String, String)> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../conformance/samples.txt");
    let text = fs::read_to_string(file).unwrap();
    let parts = text.split("\n## ").skip(1);
    parts
        .map(|part| part.split_once('\n').unwrap())
        .map(|(name, document)| (name.to_owned(), document.to_owned()))
        .collect()
}

fn each(to: &str, check: impl Fn(&str) -> Result<(), String>) {
    let mut failed = Vec::new();
    for (name, text) in samples() {
        let sample = [Sample {
            text: &text,
            format: None,
            file_name: Some("sample.json"),
        }];
        let code = convert(&sample, target(to).unwrap(), "Root", &Settings::default()).unwrap();
        if let Err(error) = check(&code) {
            failed.push(format!("{name}: {error}"));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn protobuf_compiles() {
    let folder = tempfile::tempdir().unwrap();
    each("protobuf", |code| {
        let file = folder.path().join("model.proto");
        fs::write(&file, code).unwrap();
        protox::compile([&file], [folder.path()])
            .map(drop)
            .map_err(|error| error.to_string())
    });
}

fn parses(dialect: &dyn Dialect, code: &str) -> Result<(), String> {
    let statements =
        sqlparser::parser::Parser::parse_sql(dialect, code).map_err(|error| error.to_string())?;
    if statements.is_empty() {
        Err("there is no statement".to_owned())
    } else {
        Ok(())
    }
}

#[test]
fn sql_parses() {
    each("postgresql", |code| parses(&PostgreSqlDialect {}, code));
    each("sqlite", |code| parses(&SQLiteDialect {}, code));
}

/// Whether a grammar finds nothing amiss.
fn is_grammatical(language: &tree_sitter::Language, code: &str) -> Result<(), String> {
    let mut parser = tree_sitter::Parser::new();
    parser.set_language(language).unwrap();
    let tree = parser.parse(code, None).unwrap();
    let mut work = vec![tree.root_node()];
    while let Some(node) = work.pop() {
        if node.is_error() || node.is_missing() {
            let line = code
                .lines()
                .nth(node.start_position().row)
                .unwrap_or_default();
            return Err(format!("line {}: {line}", node.start_position().row + 1));
        }
        work.extend(
            node.children(&mut node.walk())
                .filter(tree_sitter::Node::has_error),
        );
    }
    Ok(())
}

#[test]
fn kotlin_swift_and_csharp_are_grammatical() {
    for (target, language) in [
        ("kotlin", tree_sitter_kotlin_ng::LANGUAGE),
        ("swift", tree_sitter_swift::LANGUAGE),
        ("csharp", tree_sitter_c_sharp::LANGUAGE),
    ] {
        let language = language.into();
        assert!(is_grammatical(&language, "((").is_err(), "{target}");
        // The grammar of Kotlin lacks letters that the language allows; names need not differ here.
        let ascii = |c: char| {
            if c.is_alphabetic() && !c.is_ascii() {
                'x'
            } else {
                c
            }
        };
        each(target, |code| {
            is_grammatical(&language, &code.chars().map(ascii).collect::<String>())
        });
    }
}
