//! What a file of the project must not hold.

use std::fs;
use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::{process, workspace};

/// Git keeps every version for ever.
const MAX_BYTES: usize = 1_000_000;
/// A file is one idea. Whether a longer one is two, only a reader can tell.
const MANY_LINES: usize = 600;

/// A file of the project.
pub(super) struct Source {
    /// Relative to the workspace, with slashes.
    name: String,
    bytes: Vec<u8>,
}

/// Reads every file that is in Git, or would be with the next commit.
pub(super) fn read() -> Result<Vec<Source>> {
    let root = workspace::root();
    let listing = ["ls-files", "--cached", "--others", "--exclude-standard"];
    let Some(names) = process::answer_in(&root, "git", &listing) else {
        bail!(
            "`git {}` does not answer in {}: the lint reads the files Git knows",
            listing.join(" "),
            root.display()
        );
    };
    let mut sources = Vec::new();
    for name in names.lines() {
        // A file that was deleted, but not from Git's index, is no source.
        if let Ok(bytes) = fs::read(root.join(name)) {
            let name = name.to_owned();
            sources.push(Source { name, bytes });
        }
    }
    Ok(sources)
}

pub(super) fn check(sources: &[Source]) -> Vec<String> {
    let places = machine();
    sources
        .iter()
        .flat_map(|source| check_source(source, &places))
        .collect()
}

/// The folders of this very machine, which no file may name.
fn machine() -> Vec<String> {
    let home = std::env::home_dir();
    [Some(workspace::root()), home]
        .into_iter()
        .flatten()
        // In a container the workspace may be `/app`, which as a text says nothing.
        .filter(|folder: &PathBuf| folder.components().count() > 2)
        .map(|folder| folder.to_string_lossy().into_owned())
        .collect()
}

/// What a reader should look at, without a rule being broken.
pub(super) fn questions(sources: &[Source]) -> Vec<String> {
    let long = sources.iter().filter_map(|source| {
        let lines = std::str::from_utf8(&source.bytes).ok()?.lines().count();
        (is_code(&source.name) && lines > MANY_LINES)
            .then(|| format!("{} has {lines} lines: is it one idea?", source.name))
    });
    long.collect()
}

fn is_code(name: &str) -> bool {
    let extension = name.rsplit('.').next().unwrap_or_default();
    matches!(extension, "rs" | "ts" | "js" | "mjs" | "css")
}

fn check_source(source: &Source, places: &[String]) -> Vec<String> {
    let name = &source.name;
    let mut findings = Vec::new();
    if source.bytes.len() > MAX_BYTES {
        findings.push(format!("{name} has {} bytes", source.bytes.len()));
    }
    let Ok(text) = std::str::from_utf8(&source.bytes) else {
        return findings;
    };
    let is_code = is_code(name);
    if name.ends_with("package-lock.json") && text.contains("\"resolved\": \"http") {
        findings.push(format!(
            "{name} names a registry: run `npm install` where the folder's .npmrc applies"
        ));
    }
    for (line, content) in text.lines().enumerate() {
        let line = line + 1;
        if is_code && is_skipped_test(content) {
            findings.push(format!("{name}:{line} keeps a test from running"));
        }
        if places.iter().any(|place| content.contains(place.as_str())) {
            findings.push(format!("{name}:{line} names a folder of this machine"));
        }
    }
    findings
}

fn is_skipped_test(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with(concat!("#[", "ignore"))
        || ["test", "it", "describe", "test.describe"]
            .iter()
            .flat_map(|call| [".skip(", ".only(", ".fixme("].map(|how| format!("{call}{how}")))
            .any(|call| line.starts_with(&call))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(name: &str, text: &str) -> usize {
        let source = Source {
            name: name.to_owned(),
            bytes: text.as_bytes().to_vec(),
        };
        check_source(&source, &["/home/ada/ichiban".to_owned()]).len()
    }

    #[test]
    fn every_test_runs() {
        assert_eq!(
            findings("a.rs", concat!("    #[", "ignore = \"slow\"]\n")),
            1
        );
        assert_eq!(findings("a.spec.ts", "test.only('a', () => {});\n"), 1);
        assert_eq!(findings("a.spec.ts", "test('only', () => {});\n"), 0);
    }

    #[test]
    fn no_file_names_this_machine() {
        assert_eq!(findings("a.md", "see /home/ada/ichiban/README.md\n"), 1);
        assert_eq!(findings("a.md", "see README.md\n"), 0);
    }

    #[test]
    fn lock_files_name_no_registry() {
        let named = "\"resolved\": \"https://registry.example/a.tgz\"\n";
        assert_eq!(findings("web/package-lock.json", named), 1);
    }

    #[test]
    fn files_are_small() {
        assert_eq!(findings("a.md", &"a".repeat(1_000_001)), 1);
    }

    #[test]
    fn long_code_is_asked_about() {
        let long = |name: &str| Source {
            name: name.to_owned(),
            bytes: "\n".repeat(601).into_bytes(),
        };
        assert_eq!(questions(&[long("a.rs"), long("a.md")]).len(), 1);
        assert_eq!(findings("a.rs", &"\n".repeat(601)), 0);
    }
}
