//! The parser: a state machine over bytes.

use super::names::Names;
use super::number::{Number, may_follow_number};
use super::place::{Lines, Place};
use super::string::StringReader;
use super::{End, Error, Event, Expected, Limits, Span, Truncation};
use crate::work::Work;

/// What the next byte is part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// The byte order mark, of which so many bytes have come.
    Mark(u8),
    /// Before the document's value.
    Start,
    /// Before a value, after `:` or a comma.
    Value,
    /// After `[`.
    ValueOrEnd,
    /// In an object after a comma.
    Key,
    /// After `{`.
    KeyOrEnd,
    /// After a name.
    Colon,
    /// After a value in a container.
    CommaOrEnd,
    /// After the document's value.
    End,
    /// In a string; `true` for a name.
    String(bool),
    Number(Number),
    /// In `true`, `false` or `null`, after so many of its letters.
    Literal(Literal, usize),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Literal {
    True,
    False,
    Null,
}

impl Literal {
    fn word(self) -> &'static str {
        match self {
            Self::True => "true",
            Self::False => "false",
            Self::Null => "null",
        }
    }

    fn event(self) -> Event<'static> {
        match self {
            Self::True => Event::Bool(true),
            Self::False => Event::Bool(false),
            Self::Null => Event::Null,
        }
    }
}

/// A container that is open, and where it began.
#[derive(Debug, Clone, Copy)]
struct Container {
    is_object: bool,
    start: Place,
}

/// Parses one document from chunks of any size.
///
/// Memory is bounded by [`Limits`]: the names of the open objects, one number, and three bytes of
/// a cut code point. After an error every further call returns that error.
#[derive(Debug, Clone)]
pub struct Parser {
    limits: Limits,
    state: State,
    containers: Vec<Container>,
    /// Bytes of all chunks before the present one.
    base: u64,
    lines: Lines,
    /// Where the number or literal in progress began.
    token: Place,
    /// What earlier chunks brought of the number in progress.
    number: String,
    string: StringReader,
    names: Names,
    values: usize,
    failure: Option<Error>,
    work: Work,
}

impl Parser {
    /// A parser at the start of a document.
    pub fn new(limits: Limits) -> Self {
        let lines = Lines::new();
        let start = lines.place(0);
        Self {
            limits,
            state: State::Mark(0),
            containers: Vec::new(),
            base: 0,
            lines,
            token: start,
            number: String::new(),
            string: StringReader::new(start),
            names: Names::default(),
            values: 0,
            failure: None,
            work: Work::default(),
        }
    }

    /// Takes the next bytes and reports what they settle or add. Linear in `bytes`, long strings
    /// included. What came before an impossible byte is reported before the error returns.
    pub fn push(
        &mut self,
        bytes: &[u8],
        sink: &mut dyn FnMut(Event<'_>, Span),
    ) -> Result<(), Error> {
        if let Some(failure) = self.failure {
            return Err(failure);
        }
        let room = usize::try_from(self.limits.max_bytes - self.base).unwrap_or(usize::MAX);
        let within = bytes.get(..room).unwrap_or(bytes);
        let result = self.run(within, sink).and_then(|()| {
            self.base += within.len() as u64;
            match bytes.get(room) {
                None => Ok(()),
                Some(&byte) => Err(Error::new(
                    self.lines.place(self.base),
                    byte,
                    Expected::MaxBytes(self.limits.max_bytes),
                )),
            }
        });
        self.failure = result.err();
        result
    }

    /// Ends the input: settles a number at the top level, and says how the input ended.
    pub fn finish(&mut self, sink: &mut dyn FnMut(Event<'_>, Span)) -> End {
        if let Some(failure) = self.failure {
            return End::Invalid(failure);
        }
        if let State::Number(number) = self.state
            && number.is_whole()
            && self.containers.is_empty()
        {
            let text = std::mem::take(&mut self.number);
            sink(Event::Number(&text), Span::new(self.token, self.base));
            self.state = State::End;
        }
        if self.state == State::End {
            return End::Complete;
        }
        let place = self.lines.place(self.base);
        End::Truncated(Truncation {
            offset: place.offset,
            line: place.line,
            column: place.column,
            expected: self.expected(),
            depth: self.containers.len(),
        })
    }

    /// Where the next byte will stand.
    pub fn place(&self) -> Place {
        self.lines.place(self.base)
    }

    /// How many containers are open.
    pub fn depth(&self) -> usize {
        self.containers.len()
    }

    fn run(&mut self, bytes: &[u8], sink: &mut dyn FnMut(Event<'_>, Span)) -> Result<(), Error> {
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            match self.state {
                State::String(is_name) => at = self.in_string(is_name, bytes, at, sink)?,
                State::Number(number) => at = self.in_number(number, bytes, at, sink)?,
                State::Literal(literal, matched) => {
                    self.in_literal(literal, matched, byte, at, sink)?;
                    at += 1;
                }
                State::Mark(matched) => at += self.in_mark(matched, byte, at)?,
                _ => {
                    self.work.add(1);
                    self.between(byte, at, sink)?;
                    at += 1;
                }
            }
        }
        // What has come of a string is told at once.
        if matches!(self.state, State::String(false)) {
            self.string.flush(sink);
        }
        Ok(())
    }

    /// Reads a byte between tokens, or the first one of a token.
    #[inline]
    fn between(
        &mut self,
        byte: u8,
        at: usize,
        sink: &mut dyn FnMut(Event<'_>, Span),
    ) -> Result<(), Error> {
        match (byte, self.state) {
            (b' ' | b'\t', _) => {}
            (b'\n' | b'\r', _) => self.lines.end_of_line(byte, self.base + at as u64),
            (b'"', State::Key | State::KeyOrEnd) => {
                self.names.begin();
                self.string.begin(self.place_at(at));
                self.state = State::String(true);
            }
            (b':', State::Colon) => self.state = State::Value,
            (b',', State::CommaOrEnd) => {
                self.state = match self.containers.last() {
                    Some(container) if container.is_object => State::Key,
                    _ => State::Value,
                }
            }
            (b'}', State::KeyOrEnd | State::CommaOrEnd) if self.in_object() => {
                self.end_container(at, sink);
            }
            (b']', State::ValueOrEnd | State::CommaOrEnd) if !self.in_object() => {
                self.end_container(at, sink);
            }
            (_, State::Start | State::Value | State::ValueOrEnd) => {
                self.begin_value(byte, at, sink)?;
            }
            _ => return Err(self.impossible(byte, at, self.expected())),
        }
        Ok(())
    }

    fn begin_value(
        &mut self,
        byte: u8,
        at: usize,
        sink: &mut dyn FnMut(Event<'_>, Span),
    ) -> Result<(), Error> {
        let place = self.place_at(at);
        let next = match byte {
            b'"' => State::String(false),
            b'{' => State::KeyOrEnd,
            b'[' => State::ValueOrEnd,
            b'-' => State::Number(Number::Minus),
            b'0' => State::Number(Number::Zero),
            b'1'..=b'9' => State::Number(Number::Integer),
            b't' => State::Literal(Literal::True, 1),
            b'f' => State::Literal(Literal::False, 1),
            b'n' => State::Literal(Literal::Null, 1),
            _ => return Err(self.impossible(byte, at, self.expected())),
        };
        if self.values == self.limits.max_values {
            let limit = Expected::MaxValues(self.limits.max_values);
            return Err(self.impossible(byte, at, limit));
        }
        self.values += 1;
        let first = Span::new(place, place.offset + 1);
        match next {
            State::KeyOrEnd | State::ValueOrEnd => {
                if self.containers.len() == self.limits.max_depth {
                    let limit = Expected::MaxDepth(self.limits.max_depth);
                    return Err(self.impossible(byte, at, limit));
                }
                let is_object = next == State::KeyOrEnd;
                self.containers.push(Container {
                    is_object,
                    start: place,
                });
                if is_object {
                    self.names.open_object();
                    sink(Event::BeginObject, first);
                } else {
                    sink(Event::BeginArray, first);
                }
            }
            State::String(_) => {
                self.string.begin(place);
                sink(Event::BeginString, first);
            }
            _ => {
                self.token = place;
                if let State::Number(_) = next {
                    // The number's text is taken from the chunk when its end is seen.
                    self.number.clear();
                    self.number.push(char::from(byte));
                }
            }
        }
        self.state = next;
        Ok(())
    }

    fn end_container(&mut self, at: usize, sink: &mut dyn FnMut(Event<'_>, Span)) {
        let Some(container) = self.containers.pop() else {
            return;
        };
        let span = Span::new(container.start, self.base + at as u64 + 1);
        if container.is_object {
            self.names.close_object();
            sink(Event::EndObject, span);
        } else {
            sink(Event::EndArray, span);
        }
        self.end_value();
    }

    #[inline]
    fn end_value(&mut self) {
        self.state = if self.containers.is_empty() {
            State::End
        } else {
            State::CommaOrEnd
        };
    }

    /// Reads on in a string. Returns where in `bytes` it stopped.
    fn in_string(
        &mut self,
        is_name: bool,
        bytes: &[u8],
        at: usize,
        sink: &mut dyn FnMut(Event<'_>, Span),
    ) -> Result<usize, Error> {
        if !is_name {
            let read = self.string.read(
                bytes,
                at,
                self.base,
                &mut self.lines,
                &mut self.work,
                None,
                sink,
            );
            if read.is_err() {
                self.string.flush(sink);
            }
            let (at, ended) = read?;
            if ended {
                self.string.flush(sink);
                let end = self.base + at as u64;
                sink(Event::EndString, Span::new(self.string.start(), end));
                self.end_value();
            }
            return Ok(at);
        }
        // A name is held, so it is read no further than it may be long.
        let most = self.limits.max_token_bytes;
        let content = self.string.start().offset + 1;
        let read = usize::try_from(self.base + at as u64 - content).unwrap_or(usize::MAX);
        let stop = at.saturating_add(most.saturating_sub(read));
        let within = bytes.get(..stop).unwrap_or(bytes);
        let (at, ended) = self.string.read(
            within,
            at,
            self.base,
            &mut self.lines,
            &mut self.work,
            Some(&mut self.names),
            sink,
        )?;
        let (at, ended) = match bytes.get(at) {
            Some(&byte) if !ended => {
                if byte != b'"' || !self.string.may_end() {
                    let limit = Expected::MaxTokenBytes(most);
                    return Err(self.impossible(byte, at, limit));
                }
                self.string.end(Some(&mut self.names), sink, &mut self.work);
                (at + 1, true)
            }
            _ => (at, ended),
        };
        if ended {
            let (name, replaces) = self.names.end();
            self.work.add(2 * name.len());
            let span = Span::new(self.string.start(), self.base + at as u64);
            sink(Event::Key { name, replaces }, span);
            self.string.tell_lone_of_name(sink);
            self.state = State::Colon;
        }
        Ok(at)
    }

    /// Reads on in a number. Returns where in `bytes` it stopped.
    fn in_number(
        &mut self,
        mut number: Number,
        bytes: &[u8],
        start: usize,
        sink: &mut dyn FnMut(Event<'_>, Span),
    ) -> Result<usize, Error> {
        let most = self.limits.max_token_bytes;
        let mut at = start;
        while let Some(&byte) = bytes.get(at) {
            let Some(next) = number.next(byte) else {
                if !number.is_whole() || !may_follow_number(byte) {
                    return Err(self.impossible(byte, at, number.expected()));
                }
                self.hold_number(bytes, start, at);
                let end = self.base + at as u64;
                sink(Event::Number(&self.number), Span::new(self.token, end));
                self.end_value();
                return Ok(at);
            };
            if self.number.len() + (at - start) >= most {
                return Err(self.impossible(byte, at, Expected::MaxTokenBytes(most)));
            }
            number = next;
            at += 1;
        }
        self.hold_number(bytes, start, at);
        self.state = State::Number(number);
        Ok(at)
    }

    fn hold_number(&mut self, bytes: &[u8], start: usize, end: usize) {
        let digits = bytes.get(start..end).unwrap_or_default();
        self.work.add(2 * digits.len());
        self.number.push_str(crate::utf8::valid_prefix(digits));
    }

    fn in_literal(
        &mut self,
        literal: Literal,
        matched: usize,
        byte: u8,
        at: usize,
        sink: &mut dyn FnMut(Event<'_>, Span),
    ) -> Result<(), Error> {
        self.work.add(1);
        let word = literal.word();
        if word.as_bytes().get(matched) != Some(&byte) {
            return Err(self.impossible(byte, at, Expected::Literal(word)));
        }
        if matched + 1 == word.len() {
            let end = self.base + at as u64 + 1;
            sink(literal.event(), Span::new(self.token, end));
            self.end_value();
        } else {
            self.state = State::Literal(literal, matched + 1);
        }
        Ok(())
    }

    /// Reads a byte that may belong to a byte order mark. Returns how many bytes were taken.
    fn in_mark(&mut self, matched: u8, byte: u8, at: usize) -> Result<usize, Error> {
        self.work.add(1);
        match (matched, byte) {
            (0, 0xEF) | (1, 0xBB) => {
                self.state = State::Mark(matched + 1);
                Ok(1)
            }
            (2, 0xBF) => {
                self.lines.shift(3);
                self.state = State::Start;
                Ok(1)
            }
            (0, _) => {
                self.state = State::Start;
                Ok(0)
            }
            _ => Err(self.impossible(byte, at, Expected::ByteOrderMark)),
        }
    }

    fn in_object(&self) -> bool {
        self.containers
            .last()
            .is_some_and(|container| container.is_object)
    }

    #[inline]
    fn place_at(&self, at: usize) -> Place {
        self.lines.place(self.base + at as u64)
    }

    #[cold]
    fn impossible(&self, byte: u8, at: usize, expected: Expected) -> Error {
        Error::new(self.place_at(at), byte, expected)
    }

    /// What may come next.
    fn expected(&self) -> Expected {
        match self.state {
            State::Mark(0) | State::Start | State::Value => Expected::Value,
            State::Mark(_) => Expected::ByteOrderMark,
            State::ValueOrEnd => Expected::ValueOrEndArray,
            State::Key => Expected::Key,
            State::KeyOrEnd => Expected::KeyOrEndObject,
            State::Colon => Expected::Colon,
            State::CommaOrEnd if self.in_object() => Expected::CommaOrEndObject,
            State::CommaOrEnd => Expected::CommaOrEndArray,
            State::End => Expected::End,
            State::String(_) => self.string.expected(),
            State::Number(number) => number.expected(),
            State::Literal(literal, _) => Expected::Literal(literal.word()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn work(text: &str, chunk: usize) -> u64 {
        let limits = Limits {
            max_token_bytes: usize::MAX,
            ..Limits::default()
        };
        let mut parser = Parser::new(limits);
        for bytes in text.as_bytes().chunks(chunk) {
            parser.push(bytes, &mut |_, _| {}).unwrap();
        }
        assert_eq!(parser.finish(&mut |_, _| {}), End::Complete);
        parser.work.total()
    }

    #[test]
    fn work_is_linear_in_the_input() {
        let size = 200_000;
        let shapes = [
            ("one string", format!("\"{}\"", "x".repeat(size))),
            (
                "one string of escapes",
                format!("\"{}\"", "\\n".repeat(size / 2)),
            ),
            (
                "one string beyond ASCII",
                format!("\"{}\"", "é".repeat(size / 2)),
            ),
            ("one name", format!("{{\"{}\":1}}", "x".repeat(size))),
            ("one number", "1".repeat(size)),
            ("many items", format!("[1{}]", ",1".repeat(size / 2))),
            ("many names", {
                let members: Vec<_> = (0..size / 10).map(|n| format!("\"{n:05}\":1")).collect();
                format!("{{{}}}", members.join(","))
            }),
            (
                "one name again and again",
                format!("{{\"a\":1{}}}", ",\"a\":1".repeat(size / 6)),
            ),
        ];
        for (shape, text) in shapes {
            for chunk in [1, 7, 64, usize::MAX] {
                let (work, bytes) = (work(&text, chunk), text.len() as u64);
                assert!(
                    work <= 6 * bytes,
                    "{shape}, chunks of {chunk}: {work} for {bytes} bytes"
                );
            }
        }
    }
}
