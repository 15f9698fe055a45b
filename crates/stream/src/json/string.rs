//! The inside of strings: RFC 8259 §7.

use super::names::Names;
use super::place::{Lines, Place};
use super::{Error, Event, Expected, Span};
use crate::utf8::{Partial, Step, continuation_bytes, valid_prefix};
use crate::work::Work;

/// Reads strings and names, from after the opening quote to the closing one.
///
/// A run of plain text at the start of a chunk is given as it lies in the chunk. From the first
/// escape on, the chunk's text is gathered, so that a chunk makes at most two deltas and not one
/// for each escape.
#[derive(Debug, Clone)]
pub(crate) struct StringReader {
    /// The opening quote.
    start: Place,
    state: State,
    /// A code point of which some bytes have come, and where it began.
    partial: Partial,
    partial_at: Place,
    /// The escape in progress: its source, how much of it, and where it began.
    escape: Escape,
    escape_length: usize,
    /// The first half of a surrogate pair, whose second half may follow.
    high: Option<Escape>,
    /// Text of a value that is not told yet, and the source it stands for.
    gathered: String,
    gathered_at: Place,
    gathered_end: u64,
    /// Lone surrogates of a name, to be told after the name.
    lone_of_name: Vec<Escape>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Text,
    /// After a backslash.
    Backslash,
    /// In the digits of a `\u` escape.
    Unicode,
}

/// A `\uXXXX` escape.
#[derive(Debug, Clone, Copy)]
struct Escape {
    source: [u8; 6],
    at: Place,
}

impl Escape {
    fn unit(&self) -> u32 {
        self.source.iter().skip(2).fold(0, |unit, &digit| {
            unit << 4 | char::from(digit).to_digit(16).unwrap_or_default()
        })
    }

    fn tell(&self, sink: &mut dyn FnMut(Event<'_>, Span)) {
        let source = valid_prefix(&self.source);
        let span = Span::new(self.at, self.at.offset + 6);
        sink(Event::LoneSurrogate { source }, span);
    }
}

impl StringReader {
    pub(crate) fn new(start: Place) -> Self {
        Self {
            start,
            state: State::Text,
            partial: Partial::default(),
            partial_at: start,
            escape: Escape {
                source: *b"\\u0000",
                at: start,
            },
            escape_length: 0,
            high: None,
            gathered: String::new(),
            gathered_at: start,
            gathered_end: 0,
            lone_of_name: Vec::new(),
        }
    }

    /// Begins a string whose opening quote is at `start`.
    #[inline]
    pub(crate) fn begin(&mut self, start: Place) {
        self.start = start;
    }

    /// The opening quote.
    #[inline]
    pub(crate) fn start(&self) -> Place {
        self.start
    }

    /// Reads `bytes` from `at` on, up to and with the closing quote or to their end. Returns where
    /// it stopped, and whether the string has ended. A name's text goes to `name`; a value's is
    /// told to `sink`, or gathered for [`flush`](Self::flush).
    #[expect(
        clippy::too_many_arguments,
        reason = "the parser's parts, borrowed apart"
    )]
    pub(crate) fn read(
        &mut self,
        bytes: &[u8],
        mut at: usize,
        base: u64,
        lines: &mut Lines,
        work: &mut Work,
        mut name: Option<&mut Names>,
        sink: &mut dyn FnMut(Event<'_>, Span),
    ) -> Result<(usize, bool), Error> {
        while let Some(&byte) = bytes.get(at) {
            let place = lines.place(base + at as u64);
            match self.state {
                State::Text if !self.partial.is_empty() => {
                    work.add(1);
                    match self.partial.push(byte) {
                        Step::Impossible => {
                            return Err(Error::new(place, byte, Expected::Continuation));
                        }
                        Step::More => {}
                        Step::Complete(scalar) => {
                            let from = self.partial_at;
                            self.add(scalar, from, place.offset + 1, name.as_deref_mut(), work);
                        }
                    }
                    lines.shift(1);
                    at += 1;
                }
                State::Text => {
                    let rest = bytes.get(at..).unwrap_or_default();
                    if self.high.is_some() && byte != b'\\' {
                        self.lone_high(name.as_deref_mut(), sink, work);
                    }
                    let run = rest.get(..plain_run(rest)).unwrap_or_default();
                    let text = valid_prefix(run);
                    work.add(run.len() + 1);
                    if !text.is_empty() {
                        let end = place.offset + text.len() as u64;
                        self.add_run(text, place, end, name.as_deref_mut(), sink, work);
                        lines.shift(continuation_bytes(text));
                        at += text.len();
                    }
                    if text.len() < run.len() {
                        let place = lines.place(base + at as u64);
                        let byte = run.get(text.len()).copied().unwrap_or_default();
                        self.partial_at = place;
                        if let Step::Impossible = self.partial.push(byte) {
                            return Err(Error::new(place, byte, Expected::Utf8));
                        }
                        at += 1;
                        continue;
                    }
                    let place = lines.place(base + at as u64);
                    match rest.get(run.len()) {
                        None => {}
                        Some(b'"') => return Ok((at + 1, true)),
                        Some(b'\\') => {
                            self.escape.at = place;
                            self.state = State::Backslash;
                            at += 1;
                        }
                        Some(&control) => {
                            return Err(Error::new(place, control, Expected::StringCharacter));
                        }
                    }
                }
                State::Backslash => {
                    work.add(1);
                    let scalar = match byte {
                        b'u' => {
                            self.escape_length = 2;
                            self.state = State::Unicode;
                            at += 1;
                            continue;
                        }
                        b'"' | b'\\' | b'/' => char::from(byte),
                        b'b' => '\u{8}',
                        b'f' => '\u{C}',
                        b'n' => '\n',
                        b'r' => '\r',
                        b't' => '\t',
                        _ => return Err(Error::new(place, byte, Expected::Escape)),
                    };
                    if self.high.is_some() {
                        self.lone_high(name.as_deref_mut(), sink, work);
                    }
                    let from = self.escape.at;
                    self.add(scalar, from, place.offset + 1, name.as_deref_mut(), work);
                    self.state = State::Text;
                    at += 1;
                }
                State::Unicode => {
                    work.add(1);
                    if !byte.is_ascii_hexdigit() {
                        return Err(Error::new(place, byte, Expected::HexDigit));
                    }
                    if let Some(digit) = self.escape.source.get_mut(self.escape_length) {
                        *digit = byte;
                    }
                    self.escape_length += 1;
                    at += 1;
                    if self.escape_length == self.escape.source.len() {
                        self.state = State::Text;
                        self.end_unicode(name.as_deref_mut(), sink, work);
                    }
                }
            }
        }
        Ok((at, false))
    }

    /// Whether a closing quote may come next.
    pub(crate) fn may_end(&self) -> bool {
        self.state == State::Text && self.partial.is_empty()
    }

    /// Takes the closing quote, where [`may_end`](Self::may_end) says that it may come.
    pub(crate) fn end(
        &mut self,
        name: Option<&mut Names>,
        sink: &mut dyn FnMut(Event<'_>, Span),
        work: &mut Work,
    ) {
        self.lone_high(name, sink, work);
    }

    /// Tells the text gathered so far.
    #[inline]
    pub(crate) fn flush(&mut self, sink: &mut dyn FnMut(Event<'_>, Span)) {
        if !self.gathered.is_empty() {
            let span = Span::new(self.gathered_at, self.gathered_end);
            sink(Event::StringDelta(&self.gathered), span);
            self.gathered.clear();
        }
    }

    /// Tells the lone surrogates of the name that has just ended.
    #[inline]
    pub(crate) fn tell_lone_of_name(&mut self, sink: &mut dyn FnMut(Event<'_>, Span)) {
        for escape in self.lone_of_name.drain(..) {
            escape.tell(sink);
        }
    }

    /// What may come next.
    pub(crate) fn expected(&self) -> Expected {
        match self.state {
            State::Text if self.partial.is_empty() => Expected::StringCharacter,
            State::Text => Expected::Continuation,
            State::Backslash => Expected::Escape,
            State::Unicode => Expected::HexDigit,
        }
    }

    /// A `\u` escape is whole.
    fn end_unicode(
        &mut self,
        mut name: Option<&mut Names>,
        sink: &mut dyn FnMut(Event<'_>, Span),
        work: &mut Work,
    ) {
        let escape = self.escape;
        let unit = escape.unit();
        let end = escape.at.offset + 6;
        if let Some(high) = self.high {
            if (0xDC00..=0xDFFF).contains(&unit) {
                let scalar = 0x1_0000 + ((high.unit() - 0xD800) << 10 | (unit - 0xDC00));
                let scalar = char::from_u32(scalar).unwrap_or(char::REPLACEMENT_CHARACTER);
                self.high = None;
                self.add(scalar, high.at, end, name, work);
                return;
            }
            self.lone_high(name.as_deref_mut(), sink, work);
        }
        if (0xD800..=0xDBFF).contains(&unit) {
            self.high = Some(escape);
        } else if let Some(scalar) = char::from_u32(unit) {
            self.add(scalar, escape.at, end, name, work);
        } else {
            self.lone(escape, name, sink, work);
        }
    }

    /// The high surrogate before this place has no low one.
    fn lone_high(
        &mut self,
        name: Option<&mut Names>,
        sink: &mut dyn FnMut(Event<'_>, Span),
        work: &mut Work,
    ) {
        if let Some(high) = self.high.take() {
            self.lone(high, name, sink, work);
        }
    }

    fn lone(
        &mut self,
        escape: Escape,
        name: Option<&mut Names>,
        sink: &mut dyn FnMut(Event<'_>, Span),
        work: &mut Work,
    ) {
        if name.is_some() {
            self.lone_of_name.push(escape);
        } else {
            self.flush(sink);
            escape.tell(sink);
        }
        let end = escape.at.offset + 6;
        self.add(char::REPLACEMENT_CHARACTER, escape.at, end, name, work);
    }

    fn add(
        &mut self,
        scalar: char,
        from: Place,
        end: u64,
        name: Option<&mut Names>,
        work: &mut Work,
    ) {
        let mut buffer = [0; 4];
        let text = scalar.encode_utf8(&mut buffer);
        work.add(text.len());
        match name {
            Some(name) => name.push(text),
            None => self.gather(text, from, end),
        }
    }

    #[inline]
    fn add_run(
        &mut self,
        text: &str,
        from: Place,
        end: u64,
        name: Option<&mut Names>,
        sink: &mut dyn FnMut(Event<'_>, Span),
        work: &mut Work,
    ) {
        work.add(text.len());
        match name {
            Some(name) => name.push(text),
            None if self.gathered.is_empty() => {
                sink(Event::StringDelta(text), Span::new(from, end));
            }
            None => self.gather(text, from, end),
        }
    }

    fn gather(&mut self, text: &str, from: Place, end: u64) {
        if self.gathered.is_empty() {
            self.gathered_at = from;
        }
        self.gathered.push_str(text);
        self.gathered_end = end;
    }
}

/// How many bytes come before the first quote, backslash or control character. Eight at a time.
#[inline]
fn plain_run(bytes: &[u8]) -> usize {
    const ONES: u64 = eight(0x01);
    const HIGHS: u64 = eight(0x80);
    const fn eight(byte: u8) -> u64 {
        u64::from_le_bytes([byte; 8])
    }
    // The high bit of each byte that is zero; bytes after the first such may be false alarms.
    const fn zeros(word: u64) -> u64 {
        word.wrapping_sub(ONES) & !word & HIGHS
    }
    let (words, _) = bytes.as_chunks::<8>();
    let mut length = 0;
    for word in words {
        let word = u64::from_le_bytes(*word);
        let quotes = zeros(word ^ eight(b'"'));
        let backslashes = zeros(word ^ eight(b'\\'));
        // A byte below 0x20 borrows from its high bit.
        let controls = word.wrapping_sub(eight(0x20)) & !word & HIGHS;
        let special = quotes | backslashes | controls;
        if special != 0 {
            return length + special.trailing_zeros() as usize / 8;
        }
        length += 8;
    }
    let rest = bytes.get(length..).unwrap_or_default();
    let tail = rest
        .iter()
        .position(|&byte| byte == b'"' || byte == b'\\' || byte < 0x20);
    length + tail.unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::plain_run;

    proptest! {
        #[test]
        fn plain_run_stops_at_the_first_special_byte(
            bytes in prop::collection::vec(prop_oneof![4 => any::<u8>(), 1 => 0x18_u8..0x24, 1 => Just(b'\\')], 0..64),
        ) {
            let expected = bytes
                .iter()
                .position(|&byte| matches!(byte, b'"' | b'\\' | 0..=0x1F))
                .unwrap_or(bytes.len());
            prop_assert_eq!(plain_run(&bytes), expected);
        }
    }
}
