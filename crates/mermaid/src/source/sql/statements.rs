//! The statements of a script that say something about its schema.

use ichiban_tool::Place;

/// A statement, without its semicolon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Statement {
    pub(super) text: String,
    pub(super) place: Place,
}

/// Splits a script at its semicolons, but for those within quotes, comments and dollar quotes, and
/// keeps the statements that make or change tables. Comments are dropped, and what `MySQL` hides in
/// `/*! … */` too. Rows of `COPY … FROM stdin` are passed over.
pub(super) fn of_schema(script: &str) -> Vec<Statement> {
    let mut found = Vec::new();
    let mut text = String::new();
    let mut place = None;
    let mut at = 0;
    let (mut line, mut line_start) = (1_u32, 0);
    while let Some(rest) = script.get(at..).filter(|rest| !rest.is_empty()) {
        let (length, part) = token(rest);
        let piece = rest.get(..length).unwrap_or(rest);
        match part {
            Part::End => {
                let is_copy = starts_with_word(&text, "COPY") && text.contains("stdin");
                keep(&mut text, &mut place, &mut found);
                if is_copy {
                    let rows = rest.find("\n\\.").map_or(rest.len(), |end| end + 3);
                    line += count_lines(rest.get(..rows).unwrap_or(""));
                    at += rows;
                    line_start = at;
                    continue;
                }
            }
            Part::Comment => text.push(' '),
            Part::Text => {
                if place.is_none() && !piece.trim().is_empty() {
                    let before = script.get(line_start..at).unwrap_or("");
                    let column = u32::try_from(before.chars().count() + 1).unwrap_or(u32::MAX);
                    place = Some(Place { line, column });
                }
                text.push_str(piece);
            }
        }
        if let Some(last) = piece.rfind('\n') {
            line += count_lines(piece);
            line_start = at + last + 1;
        }
        at += length.max(1);
    }
    keep(&mut text, &mut place, &mut found);
    found
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Text,
    Comment,
    End,
}

/// The length of what a text begins with, which no semicolon ends.
fn token(rest: &str) -> (usize, Part) {
    let until = |start: usize, end: &str| {
        rest.get(start..)
            .and_then(|inside| inside.find(end))
            .map_or(rest.len(), |found| start + found + end.len())
    };
    if rest.starts_with("--") || rest.starts_with("# ") {
        return (rest.find('\n').unwrap_or(rest.len()), Part::Comment);
    }
    if rest.starts_with("/*") {
        return (until(2, "*/"), Part::Comment);
    }
    let first = rest.chars().next().unwrap_or(' ');
    match first {
        ';' => (1, Part::End),
        // A quote that is doubled ends one text and begins another, which comes to the same.
        '\'' => (quoted(rest), Part::Text),
        '"' | '`' => (until(1, if first == '"' { "\"" } else { "`" }), Part::Text),
        '$' => {
            let tag = rest
                .get(1..)
                .and_then(|inside| inside.find('$'))
                .and_then(|end| rest.get(..end + 2))
                .filter(|tag| {
                    tag.trim_matches('$')
                        .chars()
                        .all(|c| c.is_alphanumeric() || c == '_')
                });
            match tag {
                Some(tag) => (until(tag.len(), tag), Part::Text),
                None => (1, Part::Text),
            }
        }
        c => (c.len_utf8(), Part::Text),
    }
}

/// The length of a text between single quotes; a backslash keeps the next quote from ending it,
/// unless it is the last thing before the end, as in a path of Windows.
fn quoted(rest: &str) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            '\\' if !escaped => escaped = true,
            '\'' if !escaped => return at + 1,
            _ => escaped = false,
        }
    }
    rest.len()
}

fn keep(text: &mut String, place: &mut Option<Place>, found: &mut Vec<Statement>) {
    let statement = std::mem::take(text);
    let place = place.take().unwrap_or(Place::START);
    let statement = statement.trim();
    let mut words = statement.split_whitespace().map(str::to_ascii_uppercase);
    let first = words.next().unwrap_or_default();
    let names_one: Vec<String> = words.take(5).collect();
    let says = |word: &str| names_one.iter().any(|name| name == word);
    let is_table = names_one
        .iter()
        .take(3)
        .any(|word| word == "TABLE" || word == "VIRTUAL");
    let is_schema = match first.as_str() {
        "CREATE" => is_table && !says("VIRTUAL") || says("UNIQUE") && says("INDEX"),
        "ALTER" => is_table,
        _ => false,
    };
    if is_schema {
        found.push(Statement {
            text: statement.to_owned(),
            place,
        });
    }
}

fn starts_with_word(text: &str, word: &str) -> bool {
    text.split_whitespace()
        .next()
        .is_some_and(|first| first.eq_ignore_ascii_case(word))
}

fn count_lines(text: &str) -> u32 {
    u32::try_from(text.matches('\n').count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn semicolons_in_texts_and_comments_end_nothing() {
        let script = "-- a; b\nCREATE TABLE a (b TEXT DEFAULT ';');\nINSERT INTO a VALUES (1);\n\
                      CREATE TABLE c (d INT);";
        let found = of_schema(script);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found.iter().all(|statement| statement.text.ends_with(')')));
        assert_eq!(
            found.last().map(|last| last.place),
            Some(Place { line: 4, column: 1 })
        );
    }

    #[test]
    fn rows_of_copy_are_no_statements() {
        let script =
            "COPY public.a (b) FROM stdin;\nit's; CREATE TABLE x\n\\.\n\nCREATE TABLE c (d INT);";
        assert_eq!(of_schema(script).len(), 1);
    }
}
