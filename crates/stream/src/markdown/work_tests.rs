//! The work is linear, whatever is written: bytes parsed and scanned, counted.

use super::{Change, Document};

/// Bytes of work for each byte of a text, pushed in pieces of that length.
fn work(text: &str, length: usize) -> u64 {
    let mut document = Document::new();
    let mut blocks = 0;
    let mut tell = |change: Change<'_>| {
        blocks += usize::from(matches!(change, Change::Block(_) | Change::CodeText { .. }));
    };
    let mut rest = text;
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(rest.floor_char_boundary(length).max(1).min(rest.len()));
        document.push(piece, &mut tell);
        rest = after;
    }
    document.finish(&mut tell);
    assert!(blocks > 0 || text.trim_ascii().is_empty());
    document.work.total() / text.len() as u64
}

/// Texts of about that many bytes that keep something open, or mention much.
fn hostile(bytes: usize) -> Vec<(&'static str, String)> {
    let lines = |line: &str| line.repeat(bytes / line.len());
    let many = |part: &dyn Fn(usize) -> String| {
        let mut text = String::new();
        for number in 0.. {
            if text.len() >= bytes {
                break;
            }
            text.push_str(&part(number));
        }
        text
    };
    let half = bytes / 2;
    let labels = |bytes: usize, part: &dyn Fn(usize) -> String| {
        let mut text = many(part);
        text.truncate(bytes);
        text
    };
    vec![
        ("one line", "word ".repeat(bytes / 5)),
        ("quotes", format!("{} deep", ">".repeat(bytes))),
        (
            "lists in lists on one line",
            format!("{} deep", "- ".repeat(bytes / 2)),
        ),
        ("a long list", lines("- item\n")),
        ("a loose list", lines("- item\n\n")),
        ("a list of paragraphs", lines("1. item\n\n   text\n\n")),
        (
            "a fence that stays open",
            format!("```\n{}", lines("code\n\n")),
        ),
        (
            "a fence in a list that stays open",
            format!("- ```\n{}", lines("  code\n\n")),
        ),
        (
            "a comment that stays open",
            format!("<!--\n{}", lines("text\n\n")),
        ),
        (
            "a fence of an indented line",
            format!(" ```\n{}", lines("text\n\n")),
        ),
        (
            "lines that look like fences in a comment",
            format!("<!--\n{}", lines("```\n")),
        ),
        ("a table", format!("|a|b|\n|-|-|\n{}", lines("|1|2|\n"))),
        ("brackets", "[".repeat(bytes)),
        ("paragraphs", lines("text\n\n")),
        ("empty lines", lines("\n")),
        ("backticks", "`".repeat(bytes)),
        (
            "mentions, then their definitions one by one",
            format!(
                "{}\n\n{}",
                labels(half, &|number| format!("[{number}] ")),
                labels(half, &|number| format!("[{number}]: /\n\n"))
            ),
        ),
        (
            "the same mentions in many blocks, then definitions",
            format!(
                "{}\n\n{}",
                labels(half, &|number| format!("[1] [2] [3] [4] {number}\n\n")),
                labels(half, &|number| format!("[{}]: /\n\n", number % 5))
            ),
        ),
    ]
}

#[test]
fn work_is_linear_in_the_text_whatever_it_is() {
    for ((name, short), (_, long)) in hostile(10_000).into_iter().zip(hostile(60_000)) {
        let (before, after) = (work(&short, 8), work(&long, 8));
        assert!(
            after <= before + before / 2 + 8,
            "{name}: {before}, then {after}"
        );
        assert!(after <= 300, "{name}: {after} bytes of work a byte");
    }
}
