//! What stands around a document: code fences, prose.

use std::ops::Range;

use super::change::{ChangeKind, Edits};

/// Finds the document in a text, and takes away what stands around it.
pub(super) fn document(text: &str, edits: &mut Edits<'_>) -> Range<usize> {
    let begin = text.len() - text.trim_start_matches(is_space).len();
    let mark = text.len() - text.trim_start_matches('\u{feff}').len();
    edits.remove(0..mark, ChangeKind::WhiteSpace);
    // An opening bracket or quote: all of it is the document.
    if text[begin..].starts_with(['{', '[', '"', '\'']) {
        let end = trailing_fence(text, begin).unwrap_or(text.len());
        edits.remove(end..text.len(), ChangeKind::Fence);
        return begin..end;
    }
    if let Some(inner) = fenced(text) {
        edits.remove(0..inner.start, ChangeKind::Fence);
        edits.remove(inner.end..text.len(), ChangeKind::Fence);
        return inner;
    }
    if let Some(start) = after_prose(text, begin) {
        edits.remove(begin..start, ChangeKind::Prose);
        return start..text.len();
    }
    begin..text.len()
}

/// White space of any kind, the byte order mark included.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{180e}')
}

/// The content of the first code fence at the beginning of a line, or after an opening bracket.
fn fenced(text: &str) -> Option<Range<usize>> {
    let fence = text.match_indices("```").map(|(at, _)| at).find(|at| {
        let before = text[..*at].trim_end_matches([' ', '\t']);
        before.is_empty() || before.ends_with(['\n', '\r', ':', '['])
    })?;
    let info = text[fence..].trim_start_matches('`');
    let word = info.len()
        - info
            .trim_start_matches(|c: char| c.is_ascii_alphanumeric())
            .len();
    let start = text.len() - info.len() + word;
    let end = text[start..]
        .find("```")
        .map_or(text.len(), |at| start + at);
    Some(start..end)
}

/// A fence that closes what no fence opened: the document before it, its quotes balanced, has
/// nothing but prose after it.
fn trailing_fence(text: &str, begin: usize) -> Option<usize> {
    let at = text.rfind("\n```")?;
    let before = text[begin..at].trim_end();
    before.ends_with(['}', ']']).then_some(at)
}

/// The first bracket after words that are no call, no key and no value.
fn after_prose(text: &str, begin: usize) -> Option<usize> {
    let rest = &text[begin..];
    let bracket = rest.find(['{', '['])?;
    let prose = &rest[..bracket];
    let words = prose.split_whitespace().count();
    let inner = rest[bracket + 1..].trim_start_matches(is_space);
    let opens = inner.is_empty()
        || inner.starts_with(['"', '\'', '{', '[', '}', ']', '“', '`', '/'])
        || inner.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '$'));
    // A call, a list of bare values, a comment, or lines that are values themselves.
    let is_value = prose.trim_end().ends_with('(')
        || prose.trim_end().ends_with(',')
        || prose.starts_with(|c: char| c.is_ascii_digit() || "\"'`“‘/-#\\&".contains(c));
    (words > 0 && opens && !is_value).then_some(begin + bracket)
}
