//! The words of the page (`web/locales`), held to what this crate finds wrong with translations: in every
//! language, without an error, and by the glossary.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};

use ichiban_json::localise::check::{Author, Terms};
use ichiban_json::localise::{Catalogue, Hint, Locale, compare, termbase};
use ichiban_tool::{Diagnostic, Severity};

fn locales() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web/locales")
}

fn read(path: &Path, locale: &Locale) -> Catalogue {
    let hint = Hint {
        locale: Some(locale.clone()),
        ..Hint::path(path.to_string_lossy())
    };
    Catalogue::read(fs::read_to_string(path).unwrap(), &hint).unwrap()
}

/// Texts in which a word of the glossary is code, a name, or what the browser calls something.
const NAMED: [&str; 6] = [
    "/convert-example-schema",
    "/endpoint-local-or-address",
    "/failures-check-own-server-and-permission",
    "/failures-start-own-server",
    "/failures-start-vllm",
    "/page-settings-not-settings",
];

/// Whether somebody has to look at it: what breaks a message, what is not translated, and a term that is
/// called something else.
fn counts(finding: &Diagnostic) -> bool {
    finding.severity == Severity::Error
        || (finding.code.starts_with("glossary") && !NAMED.contains(&finding.path.as_str()))
        || matches!(finding.code.as_str(), "key-missing" | "key-extra")
}

#[test]
fn every_language_passes_the_checks_of_translations() {
    let table = fs::read_to_string(locales().join("terms.csv")).unwrap();
    let table = termbase::read_csv(&table).unwrap();
    assert_eq!(table.notices, []);
    let english: Locale = "en".parse().unwrap();
    let mut found = Vec::new();
    for folder in fs::read_dir(locales()).unwrap() {
        let folder = folder.unwrap().path();
        let tag = folder.file_name().unwrap().to_string_lossy().into_owned();
        if !folder.is_dir() || tag == "en" {
            continue;
        }
        let locale: Locale = tag.parse().unwrap();
        let glossary = termbase::glossary(&table.entries, &locale);
        assert!(!glossary.terms().is_empty(), "no term is in {tag}");
        for file in fs::read_dir(&folder).unwrap() {
            let file = file.unwrap().path();
            let part = file.file_name().unwrap();
            let source = read(&locales().join("en").join(part), &english);
            let target = read(&file, &locale);
            let terms = Terms {
                syntax: source.syntax(),
                source_locale: Some(&english),
                locale: &locale,
                glossary: &glossary,
                allow_unchanged: true,
                author: Author::Person,
            };
            let findings = compare(&source, &target, &terms);
            found.extend(findings.into_iter().filter(counts).map(|it| {
                let place = it.place;
                let file = format!("{tag}/{}", part.to_string_lossy());
                format!("{file}:{}: {} {}", place.line, it.path, it.message)
            }));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
