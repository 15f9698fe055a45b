//! What the checks say of catalogues that people translated and programs use.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::PathBuf;

use ichiban_json::localise::check::{Author, Terms};
use ichiban_json::localise::{Catalogue, Glossary, Hint, Locale, compare};
use ichiban_tool::Severity;

/// The folder of test corpora, or `None` with a word on what is missing.
#[expect(
    clippy::print_stderr,
    reason = "whoever runs the tests without the corpora is told so"
)]
fn corpora(folder: &str) -> Option<PathBuf> {
    let root = std::env::var_os("ICHIBAN_CORPORA").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpora"),
        PathBuf::from,
    );
    let folder = root.join(folder);
    if folder.is_dir() {
        return Some(folder);
    }
    assert!(
        std::env::var_os("CI").is_none(),
        "{} is missing",
        folder.display()
    );
    eprintln!("skipped: {} is missing", folder.display());
    None
}

#[test]
#[expect(
    clippy::print_stdout,
    reason = "what is found in vain is read by a person"
)]
fn errors_are_rarely_false_alarms() {
    let Some(folder) = corpora("i18n") else {
        return;
    };
    let mistakes: Vec<String> = include_str!("human_catalogues.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| Some(line.split_once(" | mistake | ")?.0.to_owned()))
        .collect();
    let mut leaves = 0;
    let mut errors = Vec::new();
    for project in std::fs::read_dir(folder).unwrap() {
        let project = project.unwrap().path();
        let files: Vec<_> = std::fs::read_dir(&project)
            .unwrap()
            .map(|it| it.unwrap().path())
            .filter(|it| it.extension().is_some_and(|it| it == "json"))
            .collect();
        let read = |path: &PathBuf| {
            let hint = Hint::path(path.to_string_lossy());
            Catalogue::read(std::fs::read_to_string(path).unwrap(), &hint).unwrap()
        };
        let source = files
            .iter()
            .find(|it| it.file_name().unwrap().to_string_lossy().starts_with("en."))
            .unwrap();
        let source = read(source);
        for file in &files {
            let target = read(file);
            let locale: Locale = target.locale().unwrap().clone();
            if locale.language() == "en" {
                continue;
            }
            leaves += target.segments().len();
            let glossary = Glossary::default();
            let terms = Terms {
                syntax: source.syntax(),
                source_locale: source.locale(),
                locale: &locale,
                glossary: &glossary,
                allow_unchanged: false,
                author: Author::Person,
            };
            let name = format!(
                "{}/{}",
                project.file_name().unwrap().to_string_lossy(),
                file.file_name().unwrap().to_string_lossy()
            );
            for finding in compare(&source, &target, &terms) {
                if finding.severity == Severity::Error {
                    errors.push(format!("{name} | {} | {}", finding.path, finding.code));
                }
            }
        }
    }
    // Each leaf that is alarmed about in vain counts once, one that nobody has judged too.
    let mut in_vain: Vec<_> = errors
        .iter()
        .filter(|it| !mistakes.contains(*it))
        .filter_map(|it| Some(it.rsplit_once(" | ")?.0))
        .collect();
    in_vain.dedup();
    println!(
        "{} errors in {leaves} leaves, in vain: {in_vain:#?}",
        errors.len()
    );
    assert!(
        in_vain.len() * 2000 <= leaves,
        "more than 0.05 % of {leaves}: {in_vain:#?}"
    );
    for mistake in &mistakes {
        assert!(errors.contains(mistake), "no longer found: {mistake}");
    }
}
