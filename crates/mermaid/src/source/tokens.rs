//! The tokens of languages with braces, as far as declarations and calls need them.

/// A word, a literal, or a mark of one character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token<'a> {
    pub(super) text: &'a str,
    pub(super) kind: Kind,
    /// Where it begins and ends, as byte offsets.
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether a line ends between the token before and this one.
    pub(super) begins_line: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    Literal,
    Mark,
}

impl Token<'_> {
    pub(super) fn is(&self, text: &str) -> bool {
        self.kind != Kind::Literal && self.text == text
    }
}

/// Splits code into tokens; comments are dropped.
pub(super) fn tokens(code: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    let mut begins_line = true;
    while let Some(rest) = code.get(at..).filter(|rest| !rest.is_empty()) {
        let first = rest.chars().next().unwrap_or(' ');
        let until = |start: usize, end: &str| {
            rest.get(start..)
                .and_then(|inside| inside.find(end))
                .map_or(rest.len(), |found| start + found + end.len())
        };
        if rest.starts_with("//") {
            at += rest.find('\n').unwrap_or(rest.len());
            continue;
        }
        if rest.starts_with("/*") {
            let length = until(2, "*/");
            begins_line |= rest
                .get(..length)
                .is_some_and(|comment| comment.contains('\n'));
            at += length;
            continue;
        }
        if first.is_whitespace() {
            begins_line |= first == '\n';
            at += first.len_utf8();
            continue;
        }
        let (length, kind) = match first {
            '"' if rest.starts_with("\"\"\"") => (until(3, "\"\"\""), Kind::Literal),
            '"' | '\'' => (quoted(rest, first), Kind::Literal),
            '`' => (until(1, "`"), Kind::Literal),
            c if c.is_alphabetic() || c == '_' || c == '$' => {
                let length = rest
                    .find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '$'))
                    .unwrap_or(rest.len());
                (length, Kind::Word)
            }
            c if c.is_ascii_digit() => {
                let length = rest
                    .find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '.'))
                    .unwrap_or(rest.len());
                (length, Kind::Literal)
            }
            c => (c.len_utf8(), Kind::Mark),
        };
        found.push(Token {
            text: rest.get(..length).unwrap_or(rest),
            kind,
            start: at,
            end: at + length,
            begins_line,
        });
        begins_line = false;
        at += length.max(1);
    }
    found
}

fn quoted(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '\n' => return at,
            c if c == quote => return at + c.len_utf8(),
            _ => {}
        }
    }
    rest.len()
}

/// The place after the bracket that closes the one at `open`; the end if none does.
pub(super) fn after_closing(tokens: &[Token<'_>], open: usize) -> usize {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        if token.kind != Kind::Mark {
            continue;
        }
        match token.text {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return at + 1;
                }
            }
            _ => {}
        }
    }
    tokens.len()
}

/// The code between two tokens, both included.
pub(super) fn source<'a>(code: &'a str, tokens: &[Token<'_>]) -> &'a str {
    match (tokens.first(), tokens.last()) {
        (Some(first), Some(last)) => code.get(first.start..last.end).unwrap_or(""),
        _ => "",
    }
}

/// Calls within tokens: a word before a parenthesis, with the word before its dot.
pub(super) fn calls(tokens: &[Token<'_>], keywords: &[&str]) -> Vec<super::code::Call> {
    let mut found = Vec::new();
    for (at, pair) in tokens.windows(2).enumerate() {
        let [name, open] = pair else { continue };
        if name.kind != Kind::Word || !open.is("(") || keywords.contains(&name.text) {
            continue;
        }
        let before = |back: usize| at.checked_sub(back).and_then(|at| tokens.get(at));
        let is_made = before(1).is_some_and(|token| token.is("new"));
        let receiver = match (before(1), before(2)) {
            (Some(dot), Some(owner)) if dot.is(".") && owner.kind == Kind::Word => owner.text,
            (Some(dot), _) if dot.is(".") => "?",
            _ if is_made => name.text,
            _ => "",
        };
        found.push(super::code::Call {
            receiver: receiver.to_owned(),
            name: name.text.to_owned(),
        });
    }
    found
}
