//! Marks that may stand in any text whatever its braces mean: tags, addresses, printf arguments,
//! references, escapes. And the tell-tale signs from which a file's syntax is detected.

use super::{Kind, Node, Placeholder, Printf, Syntax, markdown, tag};

/// What begins at `at`, if it is something to keep. `before` is the character in front of it.
pub(super) fn mark(text: &str, at: usize, syntax: &Syntax) -> Option<Node> {
    let bytes = text.as_bytes();
    if syntax.markdown
        && let Some(found) = markdown::mark(text, at, syntax)
    {
        return Some(Node::Placeholder(found));
    }
    let found = match bytes.get(at)? {
        b'<' if text.get(at..)?.starts_with("<!--") => comment(text, at)?,
        b'|' if syntax.pipes => placeholder(Kind::Literal, "|", at..at + 1),
        b'[' if syntax.pipes && syntax.colon => range(text, at)?,
        b'<' => return tag::read(text, at).map(Node::Tag),
        b'h' | b'H' | b'f' | b'F' | b'm' | b'M' | b'w' | b'W' => url(text, at)?,
        b'%' if syntax.printf == Printf::On => printf(text, at)?,
        b'$' if syntax.chrome => chrome(text, at)?,
        b'$' if syntax.nesting && text.get(at..)?.starts_with("$t(") => reference(text, at)?,
        b'@' if syntax.linked => linked(text, at)?,
        b':' if syntax.colon => colon(text, at)?,
        b'\\' => escape(text, at)?,
        b'&' => entity(text, at)?,
        _ => return None,
    };
    Some(Node::Placeholder(found))
}

fn placeholder(kind: Kind, name: impl Into<String>, span: std::ops::Range<usize>) -> Placeholder {
    Placeholder {
        kind,
        name: name.into(),
        span,
    }
}

/// An HTML comment.
fn comment(text: &str, at: usize) -> Option<Placeholder> {
    /// A longer one is text: it bounds the work on a text full of beginnings.
    const LONGEST: usize = 4096;
    let rest = text.as_bytes().get(at..)?;
    let rest = rest.get(..LONGEST).unwrap_or(rest);
    let length = rest.windows(3).position(|it| it == b"-->")? + 3;
    let span = at..at + length;
    Some(placeholder(Kind::Literal, text.get(span.clone())?, span))
}

/// For which numbers a form is: Laravel's `[1,19]`, `[20,*]`.
fn range(text: &str, at: usize) -> Option<Placeholder> {
    let span = at..at + text.get(at..)?.find(']')? + 1;
    let inner = text.get(span.start + 1..span.end - 1)?;
    let is_range = inner.contains(',')
        && inner
            .split(',')
            .all(|it| it == "*" || (!it.is_empty() && it.bytes().all(|b| b.is_ascii_digit())));
    is_range.then(|| placeholder(Kind::Literal, format!("[{inner}]"), span))
}

fn word_before(text: &str, at: usize) -> bool {
    text.get(..at)
        .and_then(|it| it.chars().next_back())
        .is_some_and(char::is_alphanumeric)
}

/// A web or mail address with its scheme, or one that begins with `www.`.
fn url(text: &str, at: usize) -> Option<Placeholder> {
    let rest = text.get(at..)?;
    let schemes = [
        "http://", "https://", "ftp://", "ftps://", "mailto:", "www.",
    ];
    let scheme = schemes.iter().find(|scheme| {
        rest.get(..scheme.len())
            .is_some_and(|it| it.eq_ignore_ascii_case(scheme))
    })?;
    if word_before(text, at) {
        return None;
    }
    let mut end = scheme.len();
    let mut open = 0_i32;
    for (offset, c) in rest.char_indices().skip(scheme.len()) {
        match c {
            // Only what RFC 3986 allows; letters beyond ASCII are the text around it.
            '(' | '[' => open += 1,
            ')' | ']' if open == 0 => break,
            ')' | ']' => open -= 1,
            '!' | '#' | '$' | '%' | '&' | '*' | '+' | ',' | '-' | '.' | '/' | ':' | ';' | '='
            | '?' | '@' | '_' | '~' => {}
            c if c.is_ascii_alphanumeric() => {}
            _ => break,
        }
        end = offset + c.len_utf8();
    }
    let address = rest.get(..end)?;
    let address = address.trim_end_matches(['.', ',', ';', ':', '!', '?', '*', '_', '(', '[']);
    if address.len() <= scheme.len() {
        return None;
    }
    Some(placeholder(Kind::Url, address, at..at + address.len()))
}

/// The mail address whose `@` stands at `at`, no further left than `from`.
pub(super) fn email(text: &str, at: usize, from: usize) -> Option<Placeholder> {
    /// Longest local part (RFC 5321 §4.5.3.1.1); it bounds the look back.
    const LONGEST: usize = 64;
    let bytes = text.as_bytes();
    let local = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b'+');
    let mut start = at;
    while start > from && at - start < LONGEST && bytes.get(start - 1).copied().is_some_and(local) {
        start -= 1;
    }
    let mut end = at + 1;
    while bytes
        .get(end)
        .is_some_and(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'))
    {
        end += 1;
    }
    let domain = text.get(at + 1..end)?.trim_end_matches(['.', '-']);
    let top = domain.rsplit_once('.')?.1;
    if start == at || top.len() < 2 || !top.bytes().all(|b| b.is_ascii_alphabetic()) {
        return None;
    }
    let span = start..at + 1 + domain.len();
    Some(placeholder(Kind::Email, text.get(span.clone())?, span))
}

/// `%s`, `%1$d`, `%.2f`, `%@`, `%lu`, `%(name)s`, `%<name>s` (Ruby), `%#@name@` and `%arg` (Apple),
/// and `%%`.
fn printf(text: &str, at: usize) -> Option<Placeholder> {
    let bytes = text.as_bytes();
    if bytes.get(at + 1) == Some(&b'%') {
        return Some(placeholder(Kind::Escape, "%", at..at + 2));
    }
    let mut end = at + 1;
    let mut name = None;
    let rest = text.get(end..)?;
    if let Some(after) = rest.strip_prefix("arg")
        && !after.starts_with(|c: char| c.is_alphanumeric() || c == '_')
    {
        return Some(placeholder(Kind::Argument, "arg", at..end + 3));
    }
    let closer = match bytes.get(end) {
        Some(b'(') => Some(')'),
        Some(b'<') => Some('>'),
        _ => None,
    };
    if let Some(closer) = closer {
        let close = rest.find(closer)? + end;
        let inner = text.get(end + 1..close)?;
        if inner.is_empty() || inner.len() > 64 || inner.contains(char::is_whitespace) {
            return None;
        }
        name = Some(inner);
        end = close + 1;
    }
    let digits = |mut from: usize| {
        while bytes.get(from).is_some_and(u8::is_ascii_digit) {
            from += 1;
        }
        from
    };
    let after = digits(end);
    if after > end && bytes.get(after) == Some(&b'$') {
        name = text.get(end..after);
        end = after + 1;
    }
    if let Some(after) = text.get(end..).and_then(|it| it.strip_prefix("#@"))
        && let Some(length) = after.find('@').filter(|it| *it > 0)
        && after
            .bytes()
            .take(length)
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.'))
    {
        let name = after.get(..length)?;
        return Some(placeholder(Kind::Argument, name, at..end + length + 3));
    }
    // A space is a flag too, but `100 % sure` is more common than `% d`.
    while bytes
        .get(end)
        .is_some_and(|b| matches!(b, b'-' | b'+' | b'0' | b'#' | b'\'' | b','))
    {
        end += 1;
    }
    end = if bytes.get(end) == Some(&b'*') {
        end + 1
    } else {
        digits(end)
    };
    if bytes.get(end) == Some(&b'.') {
        end += 1;
        end = if bytes.get(end) == Some(&b'*') {
            end + 1
        } else {
            digits(end)
        };
    }
    for length in ["hh", "ll", "h", "l", "L", "q", "j", "z", "t"] {
        if text.get(end..).is_some_and(|it| it.starts_with(length)) {
            end += length.len();
            break;
        }
    }
    let conversion = bytes.get(end)?;
    if !b"diouxXeEfFgGaAcCsSpn@".contains(conversion) {
        return None;
    }
    let span = at..end + 1;
    Some(match name {
        Some(name) => placeholder(Kind::Argument, name, span),
        None => placeholder(Kind::Positional, text.get(span.clone())?, span),
    })
}

/// Chrome's `$NAME$`, `$1` and `$$`.
fn chrome(text: &str, at: usize) -> Option<Placeholder> {
    let bytes = text.as_bytes();
    match bytes.get(at + 1)? {
        b'$' => Some(placeholder(Kind::Escape, "$", at..at + 2)),
        b'1'..=b'9' => Some(placeholder(
            Kind::Argument,
            text.get(at..at + 2)?,
            at..at + 2,
        )),
        _ => {
            let rest = text.get(at + 1..)?;
            let length = rest
                .bytes()
                .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'@'))
                .count();
            if length == 0 || rest.as_bytes().get(length) != Some(&b'$') {
                return None;
            }
            // Names are the same whatever their case.
            let name = rest.get(..length)?.to_ascii_lowercase();
            Some(placeholder(Kind::Argument, name, at..at + length + 2))
        }
    }
}

/// i18next's `$t(key, {…})`.
fn reference(text: &str, at: usize) -> Option<Placeholder> {
    let mut depth = 0_usize;
    for (offset, byte) in text.get(at..)?.bytes().enumerate().skip(2) {
        match byte {
            b'(' => depth += 1,
            b')' if depth <= 1 => {
                let span = at..at + offset + 1;
                let name = text.get(at + 3..at + offset)?.trim();
                return Some(placeholder(Kind::Reference, name, span));
            }
            b')' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Vue I18n's `@:key`, `@.lower:key`, `@:{'key'}`.
fn linked(text: &str, at: usize) -> Option<Placeholder> {
    let rest = text.get(at..)?;
    let mut end = 1;
    if let Some(modifier) = rest.strip_prefix("@.") {
        end += 1 + modifier.bytes().take_while(u8::is_ascii_alphabetic).count();
    }
    if rest.as_bytes().get(end) != Some(&b':') || word_before(text, at) {
        return None;
    }
    end += 1;
    let key = rest.get(end..)?;
    let length = if key.starts_with('{') || key.starts_with('(') {
        key.find(['}', ')'])? + 1
    } else {
        let key = key.get(
            ..key
                .bytes()
                .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-'))
                .count(),
        )?;
        key.trim_end_matches('.').len()
    };
    if length == 0 {
        return None;
    }
    let name = rest.get(end..end + length)?;
    Some(placeholder(Kind::Reference, name, at..at + end + length))
}

/// Laravel's `:name`.
fn colon(text: &str, at: usize) -> Option<Placeholder> {
    let rest = text.get(at + 1..)?;
    let length = rest
        .bytes()
        .take_while(|b| b.is_ascii_alphanumeric() || *b == b'_')
        .count();
    let starts = rest.bytes().next()?.is_ascii_alphabetic();
    if !starts || word_before(text, at) || text.get(..at)?.ends_with(':') {
        return None;
    }
    // `:Name` and `:NAME` are the same argument in another case.
    let name = rest.get(..length)?.to_ascii_lowercase();
    Some(placeholder(Kind::Argument, name, at..at + 1 + length))
}

/// An escape that is written out in the text itself, such as a backslash and an `n`.
fn escape(text: &str, at: usize) -> Option<Placeholder> {
    let length = match text.as_bytes().get(at + 1)? {
        b'n' | b't' | b'r' | b'"' | b'\'' | b'\\' => 2,
        b'u' => {
            let digits = text.get(at + 2..at + 6)?;
            if !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
                return None;
            }
            6
        }
        _ => return None,
    };
    // `C:\new` is a path, not a line break.
    if word_before_path(text, at) {
        return None;
    }
    let span = at..at + length;
    Some(placeholder(Kind::Escape, text.get(span.clone())?, span))
}

fn word_before_path(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let mut last = before.chars().rev();
    match last.next() {
        Some(':') => last.next().is_some_and(|c| c.is_ascii_alphabetic()),
        _ => false,
    }
}

/// A character reference: `&nbsp;`, `&#160;`.
fn entity(text: &str, at: usize) -> Option<Placeholder> {
    /// `&CounterClockwiseContourIntegral;` aside, none is longer.
    const LONGEST: usize = 12;
    let rest = text.get(at + 1..)?;
    let length = rest
        .bytes()
        .take(LONGEST)
        .take_while(|b| b.is_ascii_alphanumeric() || *b == b'#')
        .count();
    if length < 2 || rest.as_bytes().get(length) != Some(&b';') {
        return None;
    }
    let span = at..at + length + 2;
    Some(placeholder(Kind::Escape, text.get(span.clone())?, span))
}

/// How many arguments in single and in double braces a text has.
pub(super) struct BraceCount {
    pub(super) single: usize,
    pub(super) double: usize,
}

pub(super) fn count_braces(text: &str) -> BraceCount {
    let mut count = BraceCount {
        single: 0,
        double: 0,
    };
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        let inner = rest.get(open + 1..).unwrap_or_default();
        if let Some(inner) = inner.strip_prefix('{') {
            match inner.find("}}") {
                Some(end) => {
                    count.double += 1;
                    rest = inner.get(end + 2..).unwrap_or_default();
                }
                None => return count,
            }
        } else {
            match inner.find(['}', '{']) {
                Some(end) if inner.as_bytes().get(end) == Some(&b'}') => {
                    count.single += usize::from(is_argument_name(inner.get(..end).unwrap_or("")));
                    rest = inner.get(end + 1..).unwrap_or_default();
                }
                Some(end) => rest = inner.get(end..).unwrap_or_default(),
                None => return count,
            }
        }
    }
    count
}

/// Whether this could stand in braces as an argument: a name, a path or a number.
pub(super) fn is_argument_name(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty()
        && text
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | '-' | '$' | '[' | ']'))
}

/// Whether a text has an ICU argument with a type: `{n, plural, …}`, `{d, date, short}`.
pub(super) fn looks_like_icu(text: &str) -> bool {
    text.match_indices('{').any(|(at, _)| {
        let Some((name, rest)) = text.get(at + 1..).and_then(|it| it.split_once(',')) else {
            return false;
        };
        let kind = rest.trim_start();
        is_argument_name(name)
            && [
                "plural",
                "selectordinal",
                "select",
                "number",
                "date",
                "time",
                "duration",
                "spellout",
                "ordinal",
            ]
            .iter()
            .any(|it| {
                kind.strip_prefix(it)
                    .is_some_and(|after| after.trim_start().starts_with([',', '}']))
            })
    })
}

/// Whether a text has an argument that printf alone has.
pub(super) fn looks_like_printf(text: &str) -> bool {
    text.match_indices('%').any(|(at, _)| {
        if word_before(text, at) {
            return false;
        }
        match printf(text, at) {
            Some(found) if found.kind != Kind::Escape => {
                let after = text.get(found.span.end..).and_then(|it| it.chars().next());
                let plain = matches!(
                    text.get(found.span.clone()),
                    Some("%s" | "%d" | "%@" | "%i" | "%u" | "%f")
                );
                // `%discount` is not `%d`.
                !after.is_some_and(char::is_alphabetic) && (plain || found.span.len() > 2)
            }
            _ => false,
        }
    })
}

/// Whether a text refers to another as Vue I18n does.
pub(super) fn looks_linked(text: &str) -> bool {
    text.match_indices('@').any(|(at, _)| {
        text.get(at + 1..)
            .is_some_and(|it| it.starts_with(':') || it.starts_with('.'))
            && linked(text, at).is_some()
    })
}

/// Whether a text has an argument as Laravel writes it: `:name` at the start of a word, and no
/// emoji (`:smile:`).
pub(super) fn looks_like_laravel(text: &str) -> bool {
    text.match_indices(':').any(|(at, _)| {
        let before = text.get(..at).and_then(|it| it.chars().next_back());
        let apart = before.is_none_or(|c| c.is_whitespace() || "([\"'“«".contains(c));
        let Some(found) = colon(text, at).filter(|it| apart && it.name.len() > 1) else {
            return false;
        };
        let raw = text.get(at + 1..found.span.end).unwrap_or_default();
        let after = text.get(found.span.end..).and_then(|it| it.chars().next());
        // `:name`, `:Name`, `:NAME`; what has capitals within is no argument.
        let plain = raw == found.name
            || raw == raw.to_ascii_uppercase()
            || raw.get(1..) == found.name.get(1..);
        plain && !after.is_some_and(|c| c == ':' || c.is_alphanumeric())
    })
}

/// Whether a text has several plural forms beside each other: prose on both sides of a `|`, and an
/// argument or a number on one of them.
pub(super) fn has_branches(text: &str) -> bool {
    let mut branches = 0;
    let mut counts = false;
    for branch in text.split('|') {
        if !branch.contains(char::is_alphabetic) {
            return false;
        }
        branches += 1;
        let laravel = branch.trim_start().starts_with(['{', '[']);
        counts |= ["{n}", "{count}", ":count"]
            .iter()
            .any(|it| branch.contains(it))
            || laravel;
    }
    branches > 1 && counts
}
