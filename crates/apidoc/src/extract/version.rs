//! Which version of the API documents describe: what a title, a line or front matter calls so, else
//! the segment of the base URL that names one.

use crate::api::Api;
use crate::document::{Block, BlockKind, Document};

/// As many blocks at the beginning of a document are looked at: what comes later is about parts.
const BLOCKS: usize = 60;
/// As long a line may be.
const LINE: usize = 160;

/// The version, without a leading `v`.
pub(crate) fn find(documents: &[Document], api: &Api) -> Option<String> {
    let titled = api.title.as_deref().and_then(of_title);
    titled
        .or_else(|| documents.iter().find_map(stated))
        .or_else(|| api.servers.iter().find_map(|server| of_url(server)))
        .or_else(|| common(api))
}

/// `Things API v1.24`, `Things API (2.1)`, `Version 3 of …`.
fn of_title(title: &str) -> Option<String> {
    let words: Vec<&str> = title.split_whitespace().collect();
    words.iter().enumerate().find_map(|(at, word)| {
        let word = word.trim_matches(['(', ')', ',', ':', '[', ']']);
        let before = at.checked_sub(1).and_then(|at| words.get(at));
        let is_announced = before.is_some_and(|before| {
            let lower = before.to_lowercase();
            lower == "version" || lower == "api"
        });
        if is_announced || word.starts_with(['v', 'V']) {
            number(word)
        } else {
            number(word).filter(|number| number.contains('.'))
        }
    })
}

/// What the beginning of a document calls the version of what it describes.
fn stated(document: &Document) -> Option<String> {
    document.blocks.iter().take(BLOCKS).find_map(stated_in)
}

fn stated_in(block: &Block) -> Option<String> {
    match &block.kind {
        BlockKind::Heading { text, .. } | BlockKind::Paragraph(text) => of_lines(&text.plain),
        BlockKind::List(items) => items.iter().find_map(|item| of_lines(&item.text.plain)),
        BlockKind::Definitions(list) => list.iter().find_map(|entry| {
            let told = entry.body.iter().find_map(|block| match &block.kind {
                BlockKind::Paragraph(text) => Some(text.plain.as_str()),
                _ => None,
            })?;
            of_line(&format!("{}: {told}", entry.term.plain))
        }),
        BlockKind::Table(table) => table.rows.iter().find_map(|row| {
            let cells: Vec<_> = row.cells.iter().map(|cell| cell.plain.as_str()).collect();
            of_line(&cells.join(": "))
        }),
        BlockKind::Quote(blocks) => blocks.iter().find_map(stated_in),
        BlockKind::Component {
            attributes,
            children,
            ..
        } => attributes
            .iter()
            .find(|(name, _)| name == "version")
            .and_then(|(_, value)| number(value))
            .or_else(|| children.iter().find_map(stated_in)),
        BlockKind::Code { .. } | BlockKind::Exchange(_) => None,
    }
}

fn of_lines(text: &str) -> Option<String> {
    text.lines().find_map(of_line)
}

/// `Version 2.1`, `API version: v3`, `The current version of the API is 1.24`, `API v1.24`.
fn of_line(line: &str) -> Option<String> {
    let line = line.trim();
    if line.len() > LINE || !line.is_ascii() {
        return None;
    }
    let lower = line.to_ascii_lowercase();
    for words in [
        "api version is",
        "api version",
        "version of the api is",
        "version of this api is",
        "current version is",
        "documentation version",
        "document version",
        "describes version",
        "describes api version",
        "documents version",
    ] {
        if let Some(at) = lower.find(words)
            && let Some(found) = next_number(line.get(at + words.len()..)?)
        {
            return Some(found);
        }
    }
    // Alone on its line, or before all else: other versions are those of other things.
    if let Some(rest) = lower.strip_prefix("version") {
        let at = line.len() - rest.len();
        let found = next_number(line.get(at..)?)?;
        return (line.len() < 40).then_some(found);
    }
    let at = lower.find("api v")?;
    let word = line.get(at + 4..)?.split_whitespace().next()?;
    number(word.trim_end_matches(['.', ',', ':', ')', ';']))
}

/// The number that opens a text, after a colon, `is` and the like.
fn next_number(text: &str) -> Option<String> {
    let text = text.trim_start_matches([':', ' ', '=', '\t', '-', '*', '`', '"']);
    let text = text.strip_prefix("is ").unwrap_or(text);
    let text = text.trim_start_matches([':', ' ', '`', '"', '*']);
    let word = text.split_whitespace().next()?;
    number(word.trim_end_matches(['.', ',', ':', ')', ';', '`', '"', '*']))
}

/// `v1`, `1.24`, `2.1.0-beta.1`, `2024-05-01`: without the `v`.
fn number(word: &str) -> Option<String> {
    let bare = word.strip_prefix(['v', 'V']).unwrap_or(word);
    let is_number = bare.starts_with(|c: char| c.is_ascii_digit())
        && bare.len() <= 24
        && bare
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+' | '_'))
        && bare
            .split(['.', '-'])
            .next()
            .is_some_and(|first| first.chars().all(|c| c.is_ascii_digit()));
    is_number.then(|| bare.to_owned())
}

/// The last segment of a URL's path that names a version.
fn of_url(url: &str) -> Option<String> {
    let path = url.split_once("://").map_or(url, |(_, rest)| {
        rest.split_once('/').map_or("", |(_, path)| path)
    });
    path.rsplit('/').find_map(of_segment)
}

fn of_segment(segment: &str) -> Option<String> {
    let is_named = segment
        .strip_prefix('v')
        .is_some_and(|rest| rest.len() <= 12);
    number(segment).filter(|_| is_named)
}

/// The version that every path begins with.
fn common(api: &Api) -> Option<String> {
    let mut all = api.operations.iter().map(|operation| {
        let mut segments = operation.path.split('/').skip(1).take(2);
        segments.find_map(of_segment)
    });
    let first = all.next()??;
    all.all(|version| version.as_ref() == Some(&first))
        .then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_and_lines_tell_versions() {
        for (title, version) in [
            ("Things API v1.24", Some("1.24")),
            ("Things API 2", Some("2")),
            ("Things Reference (2.1.0)", Some("2.1.0")),
            ("Things API", None),
            ("The 7 things of an API", None),
        ] {
            assert_eq!(of_title(title).as_deref(), version, "{title}");
        }
        for (line, version) in [
            ("Version 2.1", Some("2.1")),
            ("**Version:** `3`", None),
            ("Version: 3", Some("3")),
            ("The current version of the API is v4.", Some("4")),
            ("API version: 2024-05-01", Some("2024-05-01")),
            ("This is API v1.24 of the engine.", Some("1.24")),
            ("Version 3 of Python is needed to run the examples.", None),
            ("Since version 2.0 the list is sorted.", None),
            ("HTTP version 1.1 is used.", None),
        ] {
            assert_eq!(of_line(line).as_deref(), version, "{line}");
        }
    }

    #[test]
    fn the_base_url_tells_it_last() {
        assert_eq!(of_url("https://api.test/api/v10").as_deref(), Some("10"));
        assert_eq!(of_url("https://v2.api.test/things"), None);
        assert_eq!(of_url("https://api.test/2024/x"), None);
    }
}
