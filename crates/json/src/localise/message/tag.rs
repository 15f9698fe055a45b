//! HTML-like tags in a text: `<b>`, `</b>`, `<0/>`, `<a href="…">`.

use super::{Role, Tag};

/// A tag longer than this is taken for text: it bounds the work on a text full of `<`.
const LONGEST: usize = 4096;

/// Elements that have no end tag, as far as they stand in texts. Others that HTML has (`link`) are
/// names that programs give to their own elements.
static VOID: &[&str] = &["br", "hr", "img", "input", "wbr"];

/// Reads the tag that begins at `start`, where a `<` stands. `None` if it is only a `<`.
pub(super) fn read(text: &str, start: usize) -> Option<Tag> {
    let bytes = text.as_bytes();
    let mut at = start + 1;
    let closing = bytes.get(at) == Some(&b'/');
    at += usize::from(closing);
    let name_start = at;
    while bytes
        .get(at)
        .is_some_and(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b':' | b'.'))
    {
        at += 1;
    }
    let name = text.get(name_start..at)?;
    if !name.bytes().next()?.is_ascii_alphanumeric() {
        return None;
    }
    let end = close(bytes, at, start + LONGEST)?;
    let empty = !closing
        && (bytes.get(end.wrapping_sub(2)) == Some(&b'/')
            || VOID.iter().any(|it| it.eq_ignore_ascii_case(name)));
    let role = match (closing, empty) {
        (true, _) => Role::Close,
        (false, true) => Role::Empty,
        (false, false) => Role::Open,
    };
    Some(Tag {
        name: name.to_owned(),
        role,
        span: start..end,
    })
}

/// The end of a tag whose name ends at `at`: after its `>`.
fn close(bytes: &[u8], mut at: usize, limit: usize) -> Option<usize> {
    // `<a.b@c.d>` and `<5 items` are no tags: after the name comes white space, `/` or `>`.
    if !bytes
        .get(at)
        .is_some_and(|b| b.is_ascii_whitespace() || matches!(b, b'/' | b'>'))
    {
        return None;
    }
    let mut quote = None;
    while at < limit {
        match (*bytes.get(at)?, quote) {
            (b, Some(open)) => quote = (b != open).then_some(open),
            (b'"' | b'\'', None) if bytes.get(at.wrapping_sub(1)) == Some(&b'=') => {
                quote = bytes.get(at).copied();
            }
            (b'>', None) => return Some(at + 1),
            (b'<', None) => return None,
            _ => {}
        }
        at += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_told_from_text() {
        for (text, found) in [
            ("<b>", Some(("b", Role::Open))),
            ("</b>", Some(("b", Role::Close))),
            ("<0>", Some(("0", Role::Open))),
            ("<br>", Some(("br", Role::Empty))),
            ("<icon/>", Some(("icon", Role::Empty))),
            ("<icon />", Some(("icon", Role::Empty))),
            ("<issueLink>", Some(("issueLink", Role::Open))),
            ("<a href=\"x>y\">", Some(("a", Role::Open))),
            ("<a href='https://x.org'>", Some(("a", Role::Open))),
            ("<5 items", None),
            ("< b>", None),
            ("<b", None),
            ("<b <i>", None),
            ("<me@example.org>", None),
            ("<>", None),
        ] {
            let tag = read(text, 0);
            let tag = tag.as_ref().map(|it| (it.name.as_str(), it.role));
            assert_eq!(tag, found, "{text}");
        }
    }
}
