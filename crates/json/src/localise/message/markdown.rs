//! Markdown in texts: what a translation keeps of it, and how to tell that it is there.
//!
//! Code and the targets of links are kept; brackets and asterisks stay with the prose, which needs
//! them elsewhere in another language. Follows `CommonMark` 0.31, §6.1, §6.3 and §4.5.

use super::{Braces, Kind, Placeholder, Syntax};

/// A link's target is no longer, in characters: it bounds the work on a text full of brackets.
const LONGEST: usize = 2048;

/// What begins at `at`, if Markdown has something to keep there.
pub(super) fn mark(text: &str, at: usize, syntax: &Syntax) -> Option<Placeholder> {
    let before = text.get(..at)?;
    let rest = text.get(at..)?;
    let (kind, length) = if rest.starts_with('`') && !before.ends_with(['`', '\\']) {
        (Kind::Literal, code(rest, syntax)?)
    } else if before.ends_with("](") {
        (Kind::Url, destination(rest)?)
    } else if before.ends_with(']') && rest.starts_with('[') {
        (Kind::Literal, label(rest)?)
    } else {
        return None;
    };
    Some(Placeholder {
        kind,
        name: rest.get(..length)?.to_owned(),
        span: at..at + length,
    })
}

/// The length of a code span or a fenced block. A span that has placeholders is read as prose, so
/// that they are found.
fn code(rest: &str, syntax: &Syntax) -> Option<usize> {
    let run = rest.bytes().take_while(|b| *b == b'`').count();
    let fence = rest.get(..run)?;
    let mut from = run;
    loop {
        let found = from + rest.get(from..)?.find(fence)?;
        let length = rest
            .get(found..)?
            .bytes()
            .take_while(|b| *b == b'`')
            .count();
        if length != run {
            from = found + length;
            continue;
        }
        let inner = rest.get(run..found)?;
        let marks: &[char] = match syntax.braces {
            Braces::Icu => &['{', '}', '\'', '#'],
            _ => &['{', '}', '%', '$'],
        };
        let is_prose = run < 3 && inner.contains(marks);
        return (!is_prose && !inner.is_empty()).then_some(found + run);
    }
}

/// The length of a link's target, up to its title or the closing bracket. Web addresses and
/// placeholders are found for what they are.
fn destination(rest: &str) -> Option<usize> {
    let mut open = 0_usize;
    let mut length = rest.len();
    for (at, c) in rest.char_indices().take(LONGEST) {
        match c {
            '(' => open += 1,
            ')' if open == 0 => {
                length = at;
                break;
            }
            ')' => open -= 1,
            c if c.is_whitespace() => {
                length = at;
                break;
            }
            _ => {}
        }
    }
    let target = rest.get(..length)?;
    let closed = rest.get(length..)?.contains(')');
    let other = target.contains("://") || target.contains(['{', '}', '%', '$', '<', '>', '@']);
    (closed && !target.is_empty() && !other).then_some(length)
}

/// The length of a link's label: `[id]` of `[text][id]`.
fn label(rest: &str) -> Option<usize> {
    let end = rest.find(']')?;
    let inner = rest.get(1..end)?;
    (!inner.is_empty() && !inner.contains(['{', '[', '%', '$'])).then_some(end + 1)
}

/// Whether a text is likely Markdown: it has a link, code, strong emphasis, or a heading above
/// other lines.
pub(super) fn is_likely(text: &str) -> bool {
    let link = text.match_indices("](").any(|(at, _)| {
        let before = text.get(..at).unwrap_or_default();
        let after = text.get(at + 2..).unwrap_or_default();
        let target = after.split(')').next().unwrap_or_default();
        before.contains('[') && after.contains(')') && !target.is_empty() && !target.contains(' ')
    });
    link || surrounded(text, "`") || surrounded(text, "**") || has_heading(text)
}

/// Whether words stand between two of these marks, which touch them.
fn surrounded(text: &str, mark: &str) -> bool {
    let Some((before, rest)) = text.split_once(mark) else {
        return false;
    };
    let Some((inner, after)) = rest.split_once(mark) else {
        return false;
    };
    let touches = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    inner.contains(char::is_alphabetic)
        && touches(inner.chars().next())
        && touches(inner.chars().next_back())
        && !word(before.chars().next_back())
        && !word(after.chars().next())
}

fn has_heading(text: &str) -> bool {
    text.trim().contains('\n')
        && text.lines().any(|line| {
            let level = line.bytes().take_while(|b| *b == b'#').count();
            (1..=6).contains(&level)
                && line
                    .get(level..)
                    .and_then(|it| it.strip_prefix(' '))
                    .is_some_and(|it| it.starts_with(char::is_alphabetic))
        })
}
