//! What has no brackets: strings, names, numbers, constants, and text without quotes.

use std::ops::Range;

use super::{Failure, Parser};
use crate::repair::change::ChangeKind;
use crate::repair::number::{self, Number};
use crate::repair::string::Close;
use crate::repair::symbol::{ends_bare, is_quote, url_length};
use crate::repair::wrapping::is_space;

impl Parser<'_, '_, '_> {
    /// A string, and those joined to it.
    pub(super) fn string(&mut self) {
        self.string_after(ChangeKind::QuoteStyle);
    }

    fn string_after(&mut self, kind: ChangeKind) {
        // The end quote of the string before, while they are joined.
        let mut join: Option<usize> = None;
        loop {
            let open_at = self.at;
            let escaped = self.rest().starts_with("\\\"");
            let open = if escaped {
                '"'
            } else {
                self.peek().unwrap_or('"')
            };
            let length = if escaped { 2 } else { open.len_utf8() };
            match join {
                Some(from) => self
                    .edits
                    .remove(from..open_at + length, ChangeKind::Concatenation),
                None if escaped => self.edits.remove(open_at..open_at + 1, ChangeKind::Escape),
                None if open != '"' => self.edits.replace(open_at..open_at + length, "\"", kind),
                None => {}
            }
            let start = open_at + length;
            let close = if escaped {
                self.strings.escaped(start, self.edits)
            } else {
                self.strings.content(open, start, self.edits)
            };
            self.at = close.at + close.length;
            self.token_end = self.at;
            if self.joined() {
                join = Some(close.at);
                continue;
            }
            self.end_quote(close);
            return;
        }
    }

    fn end_quote(&mut self, close: Close) {
        let range = close.at..close.at + close.length;
        match &self.text[range.clone()] {
            "\"" => {}
            "" if close.at == self.end => self.edits.insert(close.at, "\"", ChangeKind::Truncated),
            "" => self.edits.insert(close.at, "\"", ChangeKind::QuoteMissing),
            "\\\"" => self.edits.replace(range, "\"", ChangeKind::Escape),
            _ => self.edits.replace(range, "\"", ChangeKind::QuoteStyle),
        }
    }

    /// Whether another string is added to the one just read: then it comes next. A plus without
    /// one goes.
    fn joined(&mut self) -> bool {
        let (at, edits) = (self.at, self.edits.mark());
        self.skip();
        if self.peek() != Some('+') {
            self.at = at;
            self.edits.reset(edits);
            return false;
        }
        let (plus, before_plus) = (self.at, self.edits.mark());
        self.at += 1;
        self.skip();
        if self.peek().is_some_and(is_quote) {
            self.edits.reset(edits);
            return true;
        }
        self.edits.reset(before_plus);
        self.edits.remove(plus..plus + 1, ChangeKind::Concatenation);
        self.at = plus + 1;
        false
    }

    /// A string between `&quot;`, with the entities of HTML in it.
    pub(super) fn entity_string(&mut self) {
        const QUOTE: &str = "&quot;";
        let kind = ChangeKind::QuoteStyle;
        self.edits
            .replace(self.at..self.at + QUOTE.len(), "\"", kind);
        let start = self.at + QUOTE.len();
        let end = self.text[start..self.end].find(QUOTE).map(|at| start + at);
        let stop = end.unwrap_or(self.end);
        let mut at = start;
        while let Some(found) = self.text[at..stop].find('&') {
            at += found;
            let entities = [
                ("&amp;", "&"),
                ("&lt;", "<"),
                ("&gt;", ">"),
                ("&#39;", "'"),
                ("&apos;", "'"),
            ];
            match entities
                .iter()
                .find(|(entity, _)| self.text[at..stop].starts_with(entity))
            {
                Some((entity, plain)) => {
                    self.edits
                        .replace(at..at + entity.len(), *plain, ChangeKind::Escape);
                    at += entity.len();
                }
                None => at += 1,
            }
        }
        match end {
            Some(at) => self.edits.replace(at..at + QUOTE.len(), "\"", kind),
            None => self.edits.insert(stop, "\"", ChangeKind::Truncated),
        }
        self.at = end.map_or(stop, |at| at + QUOTE.len());
        self.token_end = self.at;
    }

    /// `/pattern/flags`, which becomes a string.
    pub(super) fn regular_expression(&mut self) {
        let start = self.at;
        let bytes = self.text.as_bytes();
        let mut at = start + 1;
        while at < self.end && bytes[at] != b'/' && bytes[at] != b'\n' {
            at += if bytes[at] == b'\\' { 2 } else { 1 };
        }
        at = (at + 1).min(self.end);
        while at < self.end && bytes[at].is_ascii_alphabetic() {
            at += 1;
        }
        self.quote_bare(start..at);
    }

    /// A name without quotes: up to the colon or what else cannot be in it.
    pub(super) fn bare_name(&mut self) {
        let start = self.at;
        let rest = self.rest();
        let stop = |c: char| ends_bare(c) || c == ':' || c == '=' || is_quote(c);
        let length = rest.find(stop).unwrap_or(rest.len());
        let word = rest[..length].trim_end().len();
        if rest[length..].starts_with('"') && word == length {
            return self.missing_open_quote(start, start + length);
        }
        self.quote_bare(start..start + word);
    }

    /// A value without quotes: a number, a constant, a call, or a text.
    pub(super) fn bare(&mut self, depth: usize) -> Result<(), Failure> {
        let start = self.at;
        let rest = self.rest();
        let url = url_length(rest);
        let stop = |c: char| ends_bare(c) || is_quote(c);
        let word_end = rest
            .find(|c: char| stop(c) || is_space(c) || matches!(c, '(' | ')' | ';'))
            .unwrap_or(rest.len());
        let word = &rest[..word_end];
        if let Some(constant) = constant(word) {
            self.take(word_end);
            if constant != word {
                self.edits
                    .replace(start..self.at, constant, ChangeKind::Literal);
            }
            return Ok(());
        }
        if word.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.')) {
            let number = word.split(['/', '#']).next().unwrap_or(word);
            let comment =
                word[number.len()..].starts_with("//") || word[number.len()..].starts_with("/*");
            let number = if comment { number } else { word };
            match number::read(number) {
                Number::Valid => {
                    self.take(number.len());
                    return Ok(());
                }
                Number::Written(written, kind) => {
                    self.take(number.len());
                    self.edits.replace(start..self.at, written, kind);
                    return Ok(());
                }
                Number::Text => {}
            }
        }
        if let Some(length) = call(rest) {
            return self.call(length, depth);
        }
        let length = rest[url..].find(stop).map_or(rest.len(), |at| url + at);
        let text = rest[..length].trim_end();
        // `abc"`: only the opening quote is missing.
        if rest[length..].starts_with('"') && text.len() == length && length > 0 {
            self.missing_open_quote(start, start + length);
            return Ok(());
        }
        // A comment is none of the text.
        let comment = text[url..]
            .find(" //")
            .or_else(|| text[url..].find("/*"))
            .map(|at| url + at);
        let text = comment.map_or(text, |at| text[..at].trim_end());
        let text = text.strip_suffix(';').unwrap_or(text).trim_end();
        self.quote_bare(start..start + text.len());
        Ok(())
    }

    fn missing_open_quote(&mut self, start: usize, quote: usize) {
        let text = &self.text[start..quote];
        // The quote may be escaped, like the one that is missing.
        let end = start + text.strip_suffix('\\').unwrap_or(text).len();
        self.edits.insert(start, "\"", ChangeKind::QuoteMissing);
        self.edits.escape(start..end);
        self.edits.remove(end..quote, ChangeKind::Escape);
        self.at = quote + 1;
        self.token_end = self.at;
    }

    fn quote_bare(&mut self, range: Range<usize>) {
        self.at = range.end;
        self.token_end = self.at;
        self.edits
            .insert(range.start, "\"", ChangeKind::QuoteMissing);
        self.edits.escape(range.clone());
        self.edits.insert(range.end, "\"", ChangeKind::QuoteMissing);
    }
}

/// JSON's constant for one of other languages.
fn constant(word: &str) -> Option<&'static str> {
    Some(match word {
        "true" | "True" | "TRUE" => "true",
        "false" | "False" | "FALSE" => "false",
        "null" | "None" | "NULL" | "Null" | "undefined" | "nil" => "null",
        _ => return None,
    })
}

/// The length of `name(`, with `new` and white space.
fn call(rest: &str) -> Option<usize> {
    let callee = rest.strip_prefix("new ").unwrap_or(rest);
    let name = callee.len()
        - callee
            .trim_start_matches(|c: char| c.is_alphanumeric() || matches!(c, '_' | '$' | '.'))
            .len();
    let after = callee[name..].trim_start_matches([' ', '\t']);
    let starts = callee.starts_with(|c: char| c.is_alphabetic() || matches!(c, '_' | '$'));
    (starts && after.starts_with('(')).then(|| rest.len() - after.len() + 1)
}
