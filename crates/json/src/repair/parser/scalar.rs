//! What has no brackets: strings, names, numbers, constants, and text without quotes.

use std::ops::Range;

use super::{Failure, Parser};
use crate::repair::change::ChangeKind;
use crate::repair::number::{self, Number};
use crate::repair::string::{Close, Quote};
use crate::repair::symbol::{ends_bare, is_quote, url_length};
use crate::repair::wrapping::is_space;

impl Parser<'_, '_, '_> {
    /// A string that begins with `quote`, and those joined to it.
    pub(super) fn string(&mut self, quote: Quote) {
        let mut quote = quote;
        // The end quote of the string before, while they are joined.
        let mut join: Option<usize> = None;
        loop {
            let open = self.at..self.at + quote.length();
            let start = open.end;
            match (join, quote) {
                (Some(from), _) => self.edits.remove(from..start, ChangeKind::Concatenation),
                (None, Quote::Plain('"')) => {}
                (None, Quote::Escaped) => self.edits.replace(open, "\"", ChangeKind::Escape),
                (None, _) => self.edits.replace(open, "\"", ChangeKind::QuoteStyle),
            }
            let close = self
                .strings
                .content(quote, start, self.edits, &mut self.work);
            self.at = close.at + close.length;
            self.token_end = self.at;
            let Some(next) = self.joined() else {
                return self.end_quote(close);
            };
            join = Some(close.at);
            quote = next;
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

    /// The quote of another string that is added to the one just read: it comes next then. A plus
    /// without one goes.
    fn joined(&mut self) -> Option<Quote> {
        let (at, edits) = (self.at, self.edits.mark());
        self.skip();
        if self.peek() != Some('+') {
            self.at = at;
            self.edits.reset(edits);
            return None;
        }
        let (plus, before_plus) = (self.at, self.edits.mark());
        self.at += 1;
        self.skip();
        if let Some(quote) = Quote::at(self.rest()) {
            self.edits.reset(edits);
            return Some(quote);
        }
        self.edits.reset(before_plus);
        self.edits.remove(plus..plus + 1, ChangeKind::Concatenation);
        self.at = plus + 1;
        None
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
        self.work.add(at - start);
        self.quote_bare(start..at);
    }

    /// A name without quotes: up to the colon or what else cannot be in it.
    pub(super) fn bare_name(&mut self) {
        let start = self.at;
        let rest = self.rest();
        let stop = |c: char| ends_bare(c) || c == ':' || c == '=' || is_quote(c);
        let length = rest.find(stop).unwrap_or(rest.len());
        self.work.add(length);
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
        let word_end = rest
            .find(|c| {
                ends_bare(c)
                    || is_quote(c)
                    || is_space(c)
                    || matches!(c, '(' | ')' | ';' | '/' | '#')
            })
            .unwrap_or(rest.len());
        self.work.add(word_end);
        let (word, after) = rest.split_at(word_end);
        // What stands behind it is none of it: a comment may.
        if !after.starts_with(['/', '#']) || after.starts_with("//") || after.starts_with("/*") {
            if let Some(constant) = constant(word) {
                self.take(word_end);
                if constant != word {
                    self.edits
                        .replace(start..self.at, constant, ChangeKind::Literal);
                }
                return Ok(());
            }
            if word.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.')) {
                match number::read(word) {
                    Number::Valid => {
                        self.take(word_end);
                        return Ok(());
                    }
                    Number::Written(written, kind) => {
                        self.take(word_end);
                        self.edits.replace(start..self.at, written, kind);
                        return Ok(());
                    }
                    Number::Text => {}
                }
            }
        }
        if let Some(length) = call(rest) {
            self.work.add(length);
            return self.call(length, depth);
        }
        self.bare_text(start);
        Ok(())
    }

    /// A text without quotes.
    fn bare_text(&mut self, start: usize) {
        let text = &self.text[..self.end];
        let url = start + url_length(&text[start..]);
        self.work.add(url - start);
        let end = self.bare_ends.find(text, url, &mut self.work);
        // `abc"`: only the opening quote is missing.
        if text[end..].starts_with('"')
            && end > start
            && !text[..end].ends_with(char::is_whitespace)
        {
            return self.missing_open_quote(start, end);
        }
        // A comment is none of the text.
        let slashes = text[url..end].match_indices('/').map(|(at, _)| url + at);
        let comment = slashes.into_iter().find(|&at| {
            text[at..].starts_with("/*")
                || (text[at..].starts_with("//") && text[..at].ends_with(' '))
        });
        let end = comment.unwrap_or(end);
        self.work.add(end - start);
        let text = text[start..end].trim_end();
        let text = text.strip_suffix(';').unwrap_or(text).trim_end();
        self.quote_bare(start..start + text.len());
    }

    fn missing_open_quote(&mut self, start: usize, quote: usize) {
        let text = &self.text[start..quote];
        self.work.add(text.len());
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
        self.work.add(range.len());
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
