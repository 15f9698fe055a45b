//! Characters that mean something in broken JSON.

/// The quotes that go for one: those that may end a string that `open` begins.
pub(super) fn closes(open: char, c: char) -> bool {
    match open {
        '"' | '\'' => c == open,
        open if is_double_quote(open) => is_double_quote(c),
        _ => is_single_quote(c),
    }
}

pub(super) fn is_quote(c: char) -> bool {
    is_double_quote(c) || is_single_quote(c)
}

fn is_double_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '＂')
}

fn is_single_quote(c: char) -> bool {
    matches!(c, '\'' | '`' | '´' | '‘' | '’' | '‚' | '‛')
}

/// What ends a value: punctuation of JSON, a line, a comment, a concatenation, a call.
pub(super) fn is_delimiter(c: char) -> bool {
    matches!(
        c,
        ',' | ':' | '[' | ']' | '{' | '}' | '/' | '(' | ')' | '\n' | '\r' | '+'
    )
}

/// What ends a bare word, or a string whose end quote is missing.
pub(super) fn ends_bare(c: char) -> bool {
    matches!(c, ',' | '[' | ']' | '{' | '}' | '\n' | '\r')
}

/// The length of a URL at the beginning of `text`, `0` if there is none. Commas, quotes and
/// brackets end it.
pub(super) fn url_length(text: &str) -> usize {
    let scheme = text
        .bytes()
        .take(12)
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'))
        .count();
    let known = matches!(
        &text[..scheme],
        "http" | "https" | "ftp" | "file" | "data" | "ws" | "wss" | "mailto" | "irc"
    );
    if !known || !text[scheme..].starts_with("://") {
        return 0;
    }
    text.bytes()
        .take_while(|b| b.is_ascii_alphanumeric() || b"-._~:/?#@!$&'()*+;=%".contains(b))
        .count()
}
