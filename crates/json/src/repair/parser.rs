//! Reads what was meant, and notes what has to change for it to be JSON.

mod scalar;

use std::ops::Range;

use super::MAX_DEPTH;
use super::ahead::Ahead;
use super::change::{ChangeKind, Edits};
use super::string::{Quote, Strings};
use super::symbol::{ends_bare, is_quote};
use super::work::Work;
use super::wrapping::is_space;

/// Why nothing can be made of a text.
pub(super) struct Failure {
    pub(super) at: usize,
    pub(super) message: &'static str,
}

/// Reads the document in `range` of a text. What that took, if it is a document.
pub(super) fn parse(
    text: &str,
    range: Range<usize>,
    edits: &mut Edits<'_>,
) -> Result<Work, Failure> {
    let mut parser = Parser {
        text,
        at: range.start,
        end: range.end,
        token_end: range.start,
        strings: Strings::new(text, range.end),
        bare_ends: Ahead::new(|c| ends_bare(c) || is_quote(c)),
        brackets: Ahead::new(|c| matches!(c, '{' | '[' | '\n')),
        edits,
        objects: 0,
        arrays: 0,
        work: Work::default(),
    };
    parser.document()?;
    Ok(parser.work)
}

struct Parser<'t, 'e, 'x> {
    text: &'t str,
    at: usize,
    end: usize,
    /// The end of the last token that stays: where a missing one goes.
    token_end: usize,
    strings: Strings<'t>,
    /// What ends a text without quotes.
    bare_ends: Ahead,
    /// Brackets that open, and lines' ends.
    brackets: Ahead,
    edits: &'e mut Edits<'x>,
    /// How many objects and arrays are open.
    objects: usize,
    arrays: usize,
    work: Work,
}

impl<'t> Parser<'t, '_, '_> {
    /// One value; or several, which become an array.
    fn document(&mut self) -> Result<(), Failure> {
        let mut start = None;
        let mut values = 0;
        let mut comma = None;
        loop {
            self.skip();
            let Some(c) = self.peek() else { break };
            match c {
                ',' => {
                    let extra = comma.is_some() || values == 0;
                    if extra {
                        self.edits
                            .remove(self.at..self.at + 1, ChangeKind::ExtraComma);
                    } else {
                        comma = Some(self.at);
                    }
                    self.at += 1;
                }
                ';' => self.drop_char(ChangeKind::Wrapper),
                '}' | ']' | ')' => self.drop_char(ChangeKind::ExtraBracket),
                '`' if self.rest().starts_with("```") => self.fence(),
                c if values > 0 && self.is_prose(c) => {
                    self.edits
                        .remove(self.token_end..self.end, ChangeKind::Prose);
                    self.at = self.end;
                }
                _ => {
                    if values > 0 {
                        self.keep_comma(comma);
                    }
                    comma = None;
                    start = start.or(Some(self.at));
                    let before = self.at;
                    self.value(0)?;
                    values += 1;
                    if self.at == before {
                        return Err(Failure {
                            at: self.at,
                            message: "nothing here can be a value",
                        });
                    }
                }
            }
        }
        if let Some(comma) = comma {
            self.edits.remove(comma..comma + 1, ChangeKind::ExtraComma);
        }
        match (start, values) {
            (Some(start), 2..) => {
                self.edits.open(start, "[", ChangeKind::Lines);
                self.edits.insert(self.token_end, "]", ChangeKind::Lines);
                Ok(())
            }
            (Some(_), _) => Ok(()),
            (None, _) => Err(Failure {
                at: self.at,
                message: "there is no value in the text",
            }),
        }
    }

    /// Whether what follows an object or array is a text about it, no value: words, or the end of
    /// a tag around it.
    fn is_prose(&mut self, c: char) -> bool {
        if !self.text[..self.token_end].ends_with(['}', ']']) {
            return false;
        }
        if self.rest().starts_with("</") {
            return true;
        }
        if !c.is_alphabetic() {
            return false;
        }
        let text = &self.text[..self.end];
        let end = self.brackets.find(text, self.at, &mut self.work);
        if text[end..].starts_with(['{', '[']) {
            return false;
        }
        let second = text[self.at..end].split_whitespace().nth(1);
        let second = second.map(|word| word.as_ptr().addr() - text.as_ptr().addr());
        self.work.add(second.unwrap_or(end) - self.at);
        second.is_some()
    }

    fn value(&mut self, depth: usize) -> Result<(), Failure> {
        if depth == MAX_DEPTH {
            return Err(Failure {
                at: self.at,
                message: "the nesting is too deep",
            });
        }
        self.skip();
        match self.peek() {
            None => self.missing_value(),
            Some('{') => self.object(depth)?,
            Some('[') => self.array(depth)?,
            Some('(') if self.is_tuple() => self.call(1, depth)?,
            Some(c) => match Quote::at(self.rest()) {
                Some(quote) => self.string(quote),
                None if c == '/' => self.regular_expression(),
                None => self.bare(depth)?,
            },
        }
        Ok(())
    }

    fn object(&mut self, depth: usize) -> Result<(), Failure> {
        self.take(1);
        self.objects += 1;
        let mut comma = None;
        let mut members = 0;
        loop {
            self.skip();
            let Some(c) = self.peek() else {
                self.close_missing(comma, "}");
                break;
            };
            match c {
                '}' => {
                    self.drop_comma(comma);
                    self.take(1);
                    break;
                }
                ']' if self.arrays > 0 => {
                    self.close_missing(comma, "}");
                    break;
                }
                ']' => {
                    self.drop_comma(comma);
                    self.replace_char("}", ChangeKind::ExtraBracket);
                    break;
                }
                ',' | ';' => comma = self.comma(comma, members > 0),
                ')' => self.drop_char(ChangeKind::ExtraBracket),
                '{' | '[' if members > 0 => {
                    // No name begins like that: the object was meant to end here.
                    self.close_missing(comma, "}");
                    break;
                }
                _ if self.ellipsis(&mut comma) => {}
                _ => {
                    if members > 0 {
                        self.keep_comma(comma);
                    }
                    comma = None;
                    members += 1;
                    self.member(depth)?;
                }
            }
        }
        self.objects -= 1;
        Ok(())
    }

    fn member(&mut self, depth: usize) -> Result<(), Failure> {
        let before = self.at;
        match self.peek() {
            Some(':' | '{' | '[') => {
                self.edits.insert(self.at, "\"\"", ChangeKind::QuoteMissing);
                // Its colon goes behind it, and not before a comma that was taken away.
                self.token_end = self.at;
            }
            _ => match Quote::at(self.rest()) {
                Some(quote) => self.string(quote),
                None => self.bare_name(),
            },
        }
        self.skip();
        let rest = self.rest();
        match self.peek() {
            Some(':') => self.take(1),
            Some('=') => {
                let length = if rest.starts_with("=>") { 2 } else { 1 };
                self.edits
                    .replace(self.at..self.at + length, ":", ChangeKind::Colon);
                self.take(length);
            }
            _ => self.edits.insert(self.token_end, ":", ChangeKind::Colon),
        }
        self.skip();
        match self.peek() {
            None | Some(',' | '}' | ']' | ';' | ')') => self.missing_value(),
            _ => self.value(depth + 1)?,
        }
        if self.at == before {
            return Err(Failure {
                at: self.at,
                message: "nothing here can be a name",
            });
        }
        Ok(())
    }

    fn array(&mut self, depth: usize) -> Result<(), Failure> {
        self.take(1);
        self.arrays += 1;
        let mut comma = None;
        let mut items = 0;
        loop {
            self.skip();
            let Some(c) = self.peek() else {
                self.close_missing(comma, "]");
                break;
            };
            match c {
                ']' => {
                    self.drop_comma(comma);
                    self.take(1);
                    break;
                }
                '}' if self.objects > 0 => {
                    self.close_missing(comma, "]");
                    break;
                }
                '}' => {
                    self.drop_comma(comma);
                    self.replace_char("]", ChangeKind::ExtraBracket);
                    break;
                }
                ',' | ';' => comma = self.comma(comma, items > 0),
                ':' => {
                    // A name in an array: both become items.
                    comma = self.comma(comma, items > 0);
                }
                ')' => self.drop_char(ChangeKind::ExtraBracket),
                '`' if self.rest().starts_with("```") => self.fence(),
                _ if self.ellipsis(&mut comma) => {}
                _ => {
                    if items > 0 {
                        self.keep_comma(comma);
                    }
                    comma = None;
                    items += 1;
                    let before = self.at;
                    self.value(depth + 1)?;
                    if self.at == before {
                        return Err(Failure {
                            at: self.at,
                            message: "nothing here can be a value",
                        });
                    }
                }
            }
        }
        self.arrays -= 1;
        Ok(())
    }

    /// Takes a comma; where it stands if it is the first since a value.
    fn comma(&mut self, known: Option<usize>, after_value: bool) -> Option<usize> {
        if known.is_some() || !after_value {
            self.drop_char(ChangeKind::ExtraComma);
            return known;
        }
        // Not a token that stays for sure: what is missing goes before it.
        self.at += 1;
        Some(self.at - 1)
    }

    /// Sees to it that a comma stands before what comes next: the one at `comma`, which may have
    /// been written otherwise, or a new one.
    fn keep_comma(&mut self, comma: Option<usize>) {
        match comma {
            None => self.edits.insert(self.token_end, ",", ChangeKind::Comma),
            Some(at) if self.text[at..].starts_with(',') => {}
            Some(at) => self.edits.replace(at..at + 1, ",", ChangeKind::Comma),
        }
    }

    fn drop_comma(&mut self, comma: Option<usize>) {
        if let Some(at) = comma {
            self.edits.remove(at..at + 1, ChangeKind::ExtraComma);
        }
    }

    fn close_missing(&mut self, comma: Option<usize>, bracket: &str) {
        self.edits
            .insert(self.token_end, bracket, ChangeKind::Bracket);
        self.drop_comma(comma);
    }

    fn missing_value(&mut self) {
        self.edits
            .insert(self.token_end, " null", ChangeKind::ValueMissing);
    }

    /// Takes away `...` with the comma after it, or else the one before.
    fn ellipsis(&mut self, comma: &mut Option<usize>) -> bool {
        let rest = self.rest();
        let length = if rest.starts_with("...") {
            3
        } else if rest.starts_with('…') {
            '…'.len_utf8()
        } else {
            return false;
        };
        self.edits
            .remove(self.at..self.at + length, ChangeKind::Ellipsis);
        self.at += length;
        self.skip();
        if self.peek() == Some(',') {
            self.drop_char(ChangeKind::Ellipsis);
        } else if !matches!(self.peek(), Some(']' | '}') | None) {
            return true;
        } else if let Some(at) = comma.take() {
            self.edits.remove(at..at + 1, ChangeKind::Ellipsis);
        }
        true
    }

    /// Whether a parenthesis opens a value, `({…})` or `(1, 2)`, and not a text, `(see below)`.
    fn is_tuple(&mut self) -> bool {
        let inner = self.rest()[1..].trim_start_matches([' ', '\n', '\r', '\t']);
        let number = inner.len() - inner.trim_start_matches(is_of_number).len();
        self.work.add(self.rest().len() - inner.len() + number);
        inner.starts_with(['{', '[', '"', '\'', ')'])
            || number > 0 && inner[number..].trim_start_matches(' ').starts_with(',')
    }

    /// `name(value)`: JSONP, types of `MongoDB`, constructors. Several arguments become an array,
    /// and so do those of a tuple without a name: `(1,)`, `()`.
    fn call(&mut self, length: usize, depth: usize) -> Result<(), Failure> {
        self.edits
            .remove(self.at..self.at + length, ChangeKind::Wrapper);
        self.at += length;
        let start = self.at;
        self.token_end = start;
        let has_name = length > 1;
        let mut arguments = 0;
        let mut comma = None;
        loop {
            self.skip();
            match self.peek() {
                Some(')') => {
                    self.edits.remove(self.at..self.at + 1, ChangeKind::Wrapper);
                    self.at += 1;
                    break;
                }
                None | Some('}' | ']' | ';') => break,
                Some(',') => comma = self.comma(comma, arguments > 0),
                Some(_) => {
                    if arguments > 0 {
                        self.keep_comma(comma);
                    }
                    comma = None;
                    arguments += 1;
                    let before = self.at;
                    self.value(depth + 1)?;
                    if self.at == before {
                        return Err(Failure {
                            at: self.at,
                            message: "nothing here can be a value",
                        });
                    }
                }
            }
        }
        let tuple_of_one = !has_name && arguments == 1 && comma.is_some();
        self.drop_comma(comma);
        match arguments {
            0 if !has_name => self.edits.insert(start, "[]", ChangeKind::Wrapper),
            0 => self.edits.insert(start, "null", ChangeKind::Wrapper),
            1 if !tuple_of_one => {}
            _ => {
                self.edits.open(start, "[", ChangeKind::Wrapper);
                self.edits.insert(self.token_end, "]", ChangeKind::Wrapper);
            }
        }
        self.token_end = self.at.max(self.token_end);
        Ok(())
    }

    /// A code fence within: its line goes.
    fn fence(&mut self) {
        let rest = self.rest();
        let ticks = rest.len() - rest.trim_start_matches('`').len();
        let info = &rest[ticks..];
        let word = info.len()
            - info
                .trim_start_matches(|c: char| c.is_ascii_alphanumeric())
                .len();
        let end = self.at + ticks + word;
        self.edits.remove(self.at..end, ChangeKind::Fence);
        self.at = end;
    }

    /// Passes over white space and comments. Other white space than JSON's becomes a space.
    fn skip(&mut self) {
        loop {
            let rest = self.rest();
            let Some(c) = rest.chars().next() else { return };
            let before = self.at;
            match c {
                ' ' | '\t' | '\n' | '\r' => {
                    let space = |byte: &&u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r');
                    self.at += rest.as_bytes().iter().take_while(space).count();
                }
                '/' if rest.starts_with("/*") => {
                    let length = rest.find("*/").map_or(rest.len(), |at| at + 2);
                    self.edits
                        .remove(self.at..self.at + length, ChangeKind::Comment);
                    self.at += length;
                }
                '/' if rest.starts_with("//") => self.line_comment(),
                '#' => self.line_comment(),
                c if is_space(c) => {
                    let range = self.at..self.at + c.len_utf8();
                    let space = if c == '\u{feff}' { "" } else { " " };
                    self.edits.replace(range, space, ChangeKind::WhiteSpace);
                    self.at += c.len_utf8();
                }
                _ => return,
            }
            self.work.add(self.at - before);
        }
    }

    fn line_comment(&mut self) {
        let rest = self.rest();
        let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
        self.edits
            .remove(self.at..self.at + length, ChangeKind::Comment);
        self.at += length;
    }

    fn rest(&self) -> &'t str {
        &self.text[self.at..self.end]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Takes a token that stays.
    fn take(&mut self, length: usize) {
        self.at += length;
        self.token_end = self.at;
    }

    fn drop_char(&mut self, kind: ChangeKind) {
        self.edits.remove(self.at..self.at + 1, kind);
        self.at += 1;
    }

    fn replace_char(&mut self, by: &str, kind: ChangeKind) {
        self.edits.replace(self.at..self.at + 1, by, kind);
        self.take(1);
    }
}

/// Whether a character can stand in a number.
fn is_of_number(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '.' | '-' | '+' | 'e' | 'E')
}
