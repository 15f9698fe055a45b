//! ICU MessageFormat: arguments, `plural`, `selectordinal`, `select`, quoting by apostrophes.
//!
//! Follows ICU's `MessagePattern` with `ApostropheMode::DOUBLE_OPTIONAL`, as FormatJS does too: an
//! apostrophe quotes only before a brace (or `#` in a plural), and two stand for one.

use super::scan;
use super::{
    Case, Choice, ChoiceKind, Kind, Node, Placeholder, Selector, Syntax, SyntaxError, Text,
};
use crate::localise::plural::{Category, Counting};

/// Deepest nesting of choices; it bounds the stack.
const DEEPEST: usize = 16;

/// Reads a text.
pub(super) fn parse(text: &str, syntax: &Syntax) -> Result<Vec<Node>, SyntaxError> {
    parse_within(text, syntax, false)
}

/// Reads a text that stands within a plural, where `#` is the number.
pub(super) fn parse_within(
    text: &str,
    syntax: &Syntax,
    plural: bool,
) -> Result<Vec<Node>, SyntaxError> {
    let mut parser = Parser {
        text,
        at: 0,
        syntax,
    };
    let nodes = parser.nodes(0, plural)?;
    match parser.peek() {
        None => Ok(nodes),
        Some(_) => Err(parser.expected("text, or `'}'` for a brace that is text")),
    }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    syntax: &'a Syntax,
}

impl Parser<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn peek_after(&self, by: usize) -> Option<u8> {
        self.text.as_bytes().get(self.at + by).copied()
    }

    fn expected(&self, expected: &'static str) -> SyntaxError {
        let found = match self.text.get(self.at..).and_then(|it| it.chars().next()) {
            None => "the end of the text".to_owned(),
            Some('\n' | '\r') => "a line break".to_owned(),
            Some(c) => format!("`{c}`"),
        };
        SyntaxError {
            offset: self.at,
            found,
            expected,
        }
    }

    /// Reads up to the end of the text, or up to the brace that closes the case it stands in.
    fn nodes(&mut self, depth: usize, plural: bool) -> Result<Vec<Node>, SyntaxError> {
        let mut nodes = Vec::new();
        let mut prose = Prose::at(self.at);
        while let Some(byte) = self.peek() {
            let node = match byte {
                b'}' => break,
                b'\'' => match self.apostrophe(plural) {
                    Apostrophe::One(length) => {
                        prose.text.push('\'');
                        self.at += length;
                        continue;
                    }
                    Apostrophe::Quotes(node) => node,
                },
                b'{' => self.argument(depth)?,
                b'#' if plural => Node::Placeholder(Placeholder {
                    kind: Kind::Pound,
                    name: "#".to_owned(),
                    span: self.at..self.at + 1,
                }),
                _ => {
                    let Some(node) = self.mark(&mut prose) else {
                        self.take_char(&mut prose);
                        continue;
                    };
                    node
                }
            };
            let span = super::span(&node);
            prose.flush(span.start, &mut nodes);
            self.at = span.end;
            prose = Prose::at(span.end);
            nodes.push(node);
        }
        prose.flush(self.at, &mut nodes);
        Ok(nodes)
    }

    fn take_char(&mut self, prose: &mut Prose) {
        if let Some(c) = self.text.get(self.at..).and_then(|it| it.chars().next()) {
            prose.text.push(c);
            self.at += c.len_utf8();
        } else {
            self.at += 1;
        }
    }

    fn mark(&self, prose: &mut Prose) -> Option<Node> {
        if self.peek() == Some(b'@') {
            let found = scan::email(self.text, self.at, prose.start)?;
            // The local part was already taken for prose.
            let back = self.at - found.span.start;
            prose.text.truncate(prose.text.len().checked_sub(back)?);
            return Some(Node::Placeholder(found));
        }
        scan::mark(self.text, self.at, self.syntax)
    }

    /// What an apostrophe means where it stands.
    fn apostrophe(&self, plural: bool) -> Apostrophe {
        match self.peek_after(1) {
            Some(b'\'') => return Apostrophe::One(2),
            Some(b'{' | b'}') => {}
            Some(b'#') if plural => {}
            _ => return Apostrophe::One(1),
        }
        let mut end = self.at + 1;
        let bytes = self.text.as_bytes();
        // Up to the next single apostrophe, or the end of the text.
        while let Some(byte) = bytes.get(end) {
            end += 1;
            if *byte == b'\'' {
                if bytes.get(end) == Some(&b'\'') {
                    end += 1;
                } else {
                    break;
                }
            }
        }
        let inside = self.text.get(self.at + 1..end).unwrap_or_default();
        let inside = inside.strip_suffix('\'').unwrap_or(inside);
        Apostrophe::Quotes(Node::Placeholder(Placeholder {
            kind: Kind::Literal,
            name: inside.replace("''", "'"),
            span: self.at..end,
        }))
    }

    fn skip_space(&mut self) {
        while let Some(c) = self.text.get(self.at..).and_then(|it| it.chars().next())
            && (c.is_whitespace() || matches!(c, '\u{200e}' | '\u{200f}'))
        {
            self.at += c.len_utf8();
        }
    }

    fn word(&mut self) -> &str {
        let start = self.at;
        while let Some(c) = self.text.get(self.at..).and_then(|it| it.chars().next())
            && !c.is_whitespace()
            && !matches!(
                c,
                '{' | '}' | ',' | '\'' | '#' | '<' | '>' | '=' | ':' | '|' | '(' | ')' | '"' | '!'
            )
        {
            self.at += c.len_utf8();
        }
        self.text.get(start..self.at).unwrap_or_default()
    }

    /// An argument, from its opening brace.
    fn argument(&mut self, depth: usize) -> Result<Node, SyntaxError> {
        let start = self.at;
        self.at += 1;
        self.skip_space();
        let name = self.word().to_owned();
        if name.is_empty() {
            return Err(self.expected("an argument's name"));
        }
        self.skip_space();
        match self.peek() {
            Some(b'}') => {
                self.at += 1;
                return Ok(self.simple(name, start));
            }
            Some(b',') => self.at += 1,
            _ => return Err(self.expected("`}` or `,` after the argument's name")),
        }
        self.skip_space();
        let kind = match self.word() {
            "" => return Err(self.expected("a type, such as `plural` or `number`")),
            "plural" => ChoiceKind::Plural(Counting::Cardinal),
            "selectordinal" => ChoiceKind::Plural(Counting::Ordinal),
            "select" => ChoiceKind::Select,
            _ => {
                self.style()?;
                return Ok(self.simple(name, start));
            }
        };
        self.skip_space();
        if self.peek() != Some(b',') {
            return Err(self.expected("`,` and the cases"));
        }
        self.at += 1;
        if depth >= DEEPEST {
            return Err(self.expected("at most 16 choices within each other"));
        }
        self.choice(start, name, kind, depth)
    }

    fn simple(&self, name: String, start: usize) -> Node {
        Node::Placeholder(Placeholder {
            kind: Kind::Argument,
            name,
            span: start..self.at,
        })
    }

    /// A format's style, up to the brace that closes the argument and with it.
    fn style(&mut self) -> Result<(), SyntaxError> {
        let mut depth = 0_usize;
        let mut quoted = false;
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'\'' => quoted = !quoted,
                b'{' if !quoted => depth += 1,
                b'}' if !quoted && depth == 0 => return Ok(()),
                b'}' if !quoted => depth -= 1,
                _ => {}
            }
        }
        Err(self.expected("`}` after the argument's style"))
    }

    fn choice(
        &mut self,
        start: usize,
        argument: String,
        kind: ChoiceKind,
        depth: usize,
    ) -> Result<Node, SyntaxError> {
        self.skip_space();
        if let ChoiceKind::Plural(_) = kind
            && self
                .text
                .get(self.at..)
                .is_some_and(|it| it.starts_with("offset:"))
        {
            self.at += "offset:".len();
            self.skip_space();
            if self.word().parse::<u32>().is_err() {
                return Err(self.expected("a whole number after `offset:`"));
            }
            self.skip_space();
        }
        let head = start..self.at;
        let mut cases: Vec<Case> = Vec::new();
        let mut after = self.at;
        loop {
            self.skip_space();
            if self.peek() == Some(b'}') {
                self.at += 1;
                break;
            }
            let from = self.at;
            let selector = self.selector(kind)?;
            if cases.iter().any(|it| it.selector == selector) {
                self.at = from;
                return Err(self.expected("a case that is not there yet"));
            }
            self.skip_space();
            if self.peek() != Some(b'{') {
                return Err(self.expected("`{` and the case's text"));
            }
            self.at += 1;
            let body = self.at;
            let within_plural = matches!(kind, ChoiceKind::Plural(_));
            let nodes = self.nodes(depth + 1, within_plural)?;
            if self.peek() != Some(b'}') {
                return Err(self.expected("`}` after the case's text"));
            }
            let body = body..self.at;
            self.at += 1;
            after = self.at;
            cases.push(Case {
                selector,
                span: from..self.at,
                body,
                nodes,
            });
        }
        if cases.is_empty() {
            self.at -= 1;
            return Err(self.expected("a case, such as `other {…}`"));
        }
        Ok(Node::Choice(Choice {
            kind,
            argument,
            head,
            cases,
            tail: after..self.at,
        }))
    }

    fn selector(&mut self, kind: ChoiceKind) -> Result<Selector, SyntaxError> {
        let from = self.at;
        if let ChoiceKind::Plural(_) = kind {
            if self.peek() == Some(b'=') {
                self.at += 1;
                let number = self.word();
                if number.is_empty() || number.parse::<f64>().is_err() {
                    self.at = from;
                    return Err(self.expected("a number after `=`"));
                }
                return Ok(Selector::Exactly(number.to_owned()));
            }
            let Some(category) = Category::from_keyword(self.word()) else {
                self.at = from;
                return Err(self.expected(
                    "a plural category (`zero`, `one`, `two`, `few`, `many`, `other`), or `=` and a number",
                ));
            };
            return Ok(Selector::Category(category));
        }
        let word = self.word();
        if word.is_empty() {
            return Err(self.expected("a case's keyword"));
        }
        Ok(Selector::Keyword(word.to_owned()))
    }
}

enum Apostrophe {
    /// It is text, this many bytes long.
    One(usize),
    /// It begins quoted text.
    Quotes(Node),
}

/// Prose that grows until something else begins.
struct Prose {
    start: usize,
    text: String,
}

impl Prose {
    fn at(start: usize) -> Self {
        Self {
            start,
            text: String::new(),
        }
    }

    fn flush(self, end: usize, nodes: &mut Vec<Node>) {
        if !self.text.is_empty() {
            nodes.push(Node::Text(Text {
                text: self.text,
                span: self.start..end,
            }));
        }
    }
}
