//! `go.mod`: modules of Go and what they require.

use ichiban_tool::Settings;

use super::packages::{self, Need, Package};
use super::{Error, File, Picture, Source};

pub(super) const SOURCE: Source = Source {
    name: "go-mod",
    label: "go.mod",
    about: "Modules of Go, drawn as who requires which module, directly or through others",
    files: &["go.mod"],
    settings: packages::SETTINGS,
    looks,
    draw,
};

fn looks(text: &str) -> u8 {
    let begins = |word: &str| text.lines().any(|line| line.starts_with(word));
    let is_one = begins("module ") && (begins("go ") || begins("require "));
    if is_one && !text.contains('{') { 90 } else { 0 }
}

fn draw(files: &[File<'_>], settings: &Settings) -> Result<Picture, Error> {
    let found: Vec<Package> = files.iter().map(|file| read(file.text)).collect();
    if found.iter().any(|package| package.name.is_empty()) {
        return Err(Error::Empty("`module` directive"));
    }
    packages::draw(found, settings)
}

/// Reads directives line by line (Go Modules Reference, "go.mod files").
fn read(text: &str) -> Package {
    let mut package = Package::default();
    let mut block = String::new();
    for line in text.lines() {
        let (code, comment) = line.split_once("//").unwrap_or((line, ""));
        let mut words = code.split_whitespace().map(unquoted);
        let Some(first) = words.next() else {
            continue;
        };
        if first == ")" {
            block.clear();
            continue;
        }
        let rest: Vec<&str> = words.collect();
        if rest.first() == Some(&"(") {
            first.clone_into(&mut block);
            continue;
        }
        let (directive, arguments) = if block.is_empty() {
            (first, rest)
        } else {
            let arguments = std::iter::once(first).chain(rest).collect();
            (block.as_str(), arguments)
        };
        match (directive, arguments.as_slice()) {
            ("module", [name, ..]) => (*name).clone_into(&mut package.name),
            ("require", [name, version, ..]) => package.needs.push(Need {
                name: (*name).to_owned(),
                version: (*version).to_owned(),
                purpose: if comment.trim().starts_with("indirect") {
                    "indirect".to_owned()
                } else {
                    String::new()
                },
            }),
            ("tool", [name, ..]) => package.needs.push(Need {
                name: (*name).to_owned(),
                version: String::new(),
                purpose: "tool".to_owned(),
            }),
            ("replace", [name, .., "=>", by] | [name, .., "=>", by, _]) => {
                for need in package.needs.iter_mut().filter(|need| need.name == *name) {
                    need.version = format!("→ {by}");
                }
            }
            _ => {}
        }
    }
    package
}

fn unquoted(word: &str) -> &str {
    word.trim_matches(['"', '`'])
}
