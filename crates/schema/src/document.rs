//! A whole JSON document, read at once.
//!
//! A document that is in memory needs no state between chunks, no spans and no counting of lines:
//! reading it takes a fraction of the time that the streaming parser of `ichiban-stream` takes. It takes the same
//! texts, and says nothing of others but where they go wrong; what is wrong there is the
//! streaming parser's to say.

use crate::Visitor;

/// Tells `visitor` a JSON document (RFC 8259) whose objects and arrays are at most `max_depth`
/// deep. A byte order mark is passed over; a surrogate that has no other half is U+FFFD.
///
/// # Errors
/// The byte offset at which the text is not JSON. The visitor may have been told a part by then.
///
/// Cost: linear in the text; nothing is copied but strings with escapes.
pub fn read_json(text: &str, max_depth: usize, visitor: &mut dyn Visitor) -> Result<(), usize> {
    read(text, max_depth, visitor)
}

/// Whether a text is a document, as [`read_json`] takes it.
pub fn is_json(text: &str, max_depth: usize) -> bool {
    read(text, max_depth, &mut Nobody).is_ok()
}

fn read<V: Visitor + ?Sized>(text: &str, max_depth: usize, visitor: &mut V) -> Result<(), usize> {
    let document = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = Reader {
        text,
        rest: document.as_bytes(),
        max_depth,
        open: Vec::new(),
        unescaped: String::new(),
    };
    reader
        .document(visitor)
        .ok_or(text.len() - reader.rest.len())
}

/// Listens to nothing.
pub struct Nobody;

impl Visitor for Nobody {
    fn null(&mut self) {}
    fn boolean(&mut self, _: bool) {}
    fn number(&mut self, _: &str) {}
    fn string(&mut self, _: &str) {}
    fn begin_array(&mut self) {}
    fn end_array(&mut self) {}
    fn begin_object(&mut self) {}
    fn key(&mut self, _: &str) {}
    fn end_object(&mut self) {}
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Array,
    Object,
}

/// Every method gives `None` where the text is not JSON; `rest` begins there then.
struct Reader<'t> {
    text: &'t str,
    /// The bytes not read yet.
    rest: &'t [u8],
    max_depth: usize,
    open: Vec<Open>,
    /// The last string that had escapes.
    unescaped: String,
}

impl<'t> Reader<'t> {
    fn document<V: Visitor + ?Sized>(&mut self, visitor: &mut V) -> Option<()> {
        self.skip_space();
        loop {
            if self.value(visitor)? {
                while !self.next(visitor)? {
                    if self.open.is_empty() {
                        self.skip_space();
                        return self.rest.is_empty().then_some(());
                    }
                }
            }
        }
    }

    /// Reads a value, or the beginning of one that has others within, where the next of them is.
    /// Whether the value is over.
    #[inline]
    fn value<V: Visitor + ?Sized>(&mut self, visitor: &mut V) -> Option<bool> {
        match self.rest.first()? {
            b'"' => {
                let string = self.string()?;
                visitor.string(string);
            }
            b'{' => {
                self.begin(Open::Object)?;
                visitor.begin_object();
                if self.skip_byte(b'}') {
                    self.open.pop();
                    visitor.end_object();
                } else {
                    self.key(visitor)?;
                    return Some(false);
                }
            }
            b'[' => {
                self.begin(Open::Array)?;
                visitor.begin_array();
                if self.skip_byte(b']') {
                    self.open.pop();
                    visitor.end_array();
                } else {
                    return Some(false);
                }
            }
            b't' => {
                self.word(b"true")?;
                visitor.boolean(true);
            }
            b'f' => {
                self.word(b"false")?;
                visitor.boolean(false);
            }
            b'n' => {
                self.word(b"null")?;
                visitor.null();
            }
            _ => {
                let number = self.number()?;
                visitor.number(number);
            }
        }
        Some(true)
    }

    fn begin(&mut self, open: Open) -> Option<()> {
        if self.open.len() == self.max_depth {
            return None;
        }
        self.open.push(open);
        self.skip(1);
        self.skip_space();
        Some(())
    }

    /// Reads what stands after a value, in what it is in. Whether another value comes next, rather
    /// than what it is in being over.
    #[inline]
    fn next<V: Visitor + ?Sized>(&mut self, visitor: &mut V) -> Option<bool> {
        let Some(open) = self.open.last() else {
            return Some(false);
        };
        let open = *open;
        self.skip_space();
        match (self.rest.first()?, open) {
            (b',', _) => {
                self.skip(1);
                self.skip_space();
                if open == Open::Object {
                    self.key(visitor)?;
                }
                return Some(true);
            }
            (b']', Open::Array) => visitor.end_array(),
            (b'}', Open::Object) => visitor.end_object(),
            _ => return None,
        }
        self.skip(1);
        self.open.pop();
        Some(false)
    }

    /// Reads a name with its colon.
    #[inline]
    fn key<V: Visitor + ?Sized>(&mut self, visitor: &mut V) -> Option<()> {
        if self.rest.first() != Some(&b'"') {
            return None;
        }
        let name = self.string()?;
        visitor.key(name);
        self.skip_space();
        if !self.skip_byte(b':') {
            return None;
        }
        self.skip_space();
        Some(())
    }

    fn number(&mut self) -> Option<&'t str> {
        let start = self.at();
        self.skip_byte(b'-');
        if !self.skip_byte(b'0') {
            self.digits()?;
        }
        if self.skip_byte(b'.') {
            self.digits()?;
        }
        if matches!(self.rest.first(), Some(b'e' | b'E')) {
            self.skip(1);
            if !self.skip_byte(b'-') {
                self.skip_byte(b'+');
            }
            self.digits()?;
        }
        self.text.get(start..self.at())
    }

    fn digits(&mut self) -> Option<()> {
        let count = self
            .rest
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        self.skip(count);
        (count > 0).then_some(())
    }

    fn word(&mut self, word: &[u8]) -> Option<()> {
        self.rest = self.rest.strip_prefix(word)?;
        Some(())
    }

    /// Reads a string, of which the quote has been seen.
    #[inline]
    fn string(&mut self) -> Option<&str> {
        self.skip(1);
        let start = self.at();
        self.skip_plain();
        if self.rest.first() == Some(&b'"') {
            let end = self.at();
            self.skip(1);
            return self.text.get(start..end);
        }
        self.escaped_string(start)
    }

    fn escaped_string(&mut self, start: usize) -> Option<&str> {
        self.unescaped.clear();
        self.unescaped.push_str(self.text.get(start..self.at())?);
        loop {
            match self.rest.first()? {
                b'"' => {
                    self.skip(1);
                    return Some(&self.unescaped);
                }
                b'\\' => {
                    let escaped = self.escape()?;
                    self.unescaped.push(escaped);
                }
                _ => return None,
            }
            let start = self.at();
            self.skip_plain();
            self.unescaped.push_str(self.text.get(start..self.at())?);
        }
    }

    fn escape(&mut self) -> Option<char> {
        let escaped = match self.rest.get(1)? {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let unit = unit(self.rest)?;
                self.skip(6);
                // Half of a pair alone has no other way to be said.
                let low = unit_after(unit, self.rest);
                if low.is_some() {
                    self.skip(6);
                }
                let units = [unit, low.unwrap_or_default()];
                let units = units.get(..1 + usize::from(low.is_some()))?;
                return char::decode_utf16(units.iter().copied())
                    .next()
                    .map(|decoded| decoded.unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            _ => return None,
        };
        self.skip(2);
        Some(escaped)
    }

    /// Skips to the next byte that cannot stand for itself in a string: a quote, a backslash or a
    /// control character. Looks at eight bytes at a time.
    #[inline]
    fn skip_plain(&mut self) {
        const ONES: u64 = u64::from_ne_bytes([1; 8]);
        const HIGH: u64 = ONES << 7;
        while let Some((eight, rest)) = self.rest.split_first_chunk::<8>() {
            let word = u64::from_le_bytes(*eight);
            let zero = |word: u64| word.wrapping_sub(ONES) & !word;
            let quote = zero(word ^ (ONES * u64::from(b'"')));
            let backslash = zero(word ^ (ONES * u64::from(b'\\')));
            let control = word.wrapping_sub(ONES * 0x20) & !word;
            // A borrow may mark a byte after one that is marked rightly, never one before.
            let marked = (quote | backslash | control) & HIGH;
            if marked != 0 {
                self.skip(marked.trailing_zeros() as usize / 8);
                return;
            }
            self.rest = rest;
        }
        let plain = |byte: &&u8| !matches!(byte, b'"' | b'\\' | 0..0x20);
        let count = self.rest.iter().take_while(plain).count();
        self.skip(count);
    }

    #[inline]
    fn skip_space(&mut self) {
        while let [b' ' | b'\n' | b'\r' | b'\t', rest @ ..] = self.rest {
            self.rest = rest;
        }
    }

    #[inline]
    fn skip_byte(&mut self, byte: u8) -> bool {
        let is_there = self.rest.first() == Some(&byte);
        if is_there {
            self.skip(1);
        }
        is_there
    }

    #[inline]
    fn skip(&mut self, count: usize) {
        self.rest = self.rest.get(count..).unwrap_or_default();
    }

    #[inline]
    fn at(&self) -> usize {
        self.text.len() - self.rest.len()
    }
}

/// The UTF-16 unit of a `\u` escape at the beginning of `bytes`.
fn unit(bytes: &[u8]) -> Option<u16> {
    let digits = bytes.strip_prefix(b"\\u")?.get(..4)?;
    digits.iter().try_fold(0, |unit, digit| {
        let digit = char::from(*digit).to_digit(16)?;
        Some(unit << 4 | u16::try_from(digit).ok()?)
    })
}

/// The low half of a pair, if `high` is a high one and the low one follows.
fn unit_after(high: u16, rest: &[u8]) -> Option<u16> {
    let low = unit(rest).filter(|low| (0xdc00..0xe000).contains(low));
    (0xd800..0xdc00).contains(&high).then_some(low)?
}

#[cfg(test)]
mod tests {
    use ichiban_stream::json::{End, Event, Limits, Parser};
    use proptest::prelude::*;

    use super::*;

    /// What is told, as text.
    #[derive(Default, Debug, PartialEq, Eq)]
    struct Told(Vec<String>);

    impl Visitor for Told {
        fn null(&mut self) {
            self.0.push("null".to_owned());
        }
        fn boolean(&mut self, value: bool) {
            self.0.push(value.to_string());
        }
        fn number(&mut self, text: &str) {
            self.0.push(text.to_owned());
        }
        fn string(&mut self, value: &str) {
            self.0.push(format!("{value:?}"));
        }
        fn begin_array(&mut self) {
            self.0.push("[".to_owned());
        }
        fn end_array(&mut self) {
            self.0.push("]".to_owned());
        }
        fn begin_object(&mut self) {
            self.0.push("{".to_owned());
        }
        fn key(&mut self, name: &str) {
            self.0.push(format!("{name:?}:"));
        }
        fn end_object(&mut self) {
            self.0.push("}".to_owned());
        }
    }

    /// What the streaming parser makes of a text, if it takes it.
    fn streamed(text: &str) -> Option<Told> {
        let (mut told, mut held) = (Told::default(), String::new());
        let mut parser = Parser::new(Limits {
            max_depth: 8,
            ..Limits::default()
        });
        let mut sink = |event: Event<'_>, _| match event {
            Event::BeginObject => told.begin_object(),
            Event::EndObject => told.end_object(),
            Event::BeginArray => told.begin_array(),
            Event::EndArray => told.end_array(),
            Event::Key { name, .. } => told.key(name),
            Event::BeginString => held.clear(),
            Event::StringDelta(text) => held.push_str(text),
            Event::EndString => told.string(&held),
            Event::Number(text) => told.number(text),
            Event::Bool(value) => told.boolean(value),
            Event::Null => told.null(),
            Event::LoneSurrogate { .. } => {}
        };
        parser.push(text.as_bytes(), &mut sink).ok()?;
        (parser.finish(&mut sink) == End::Complete).then_some(told)
    }

    fn read_at_once(text: &str) -> Option<Told> {
        let mut told = Told::default();
        read(text, 8, &mut told).ok().map(|()| told)
    }

    #[test]
    fn texts_are_told_as_the_streaming_parser_tells_them() {
        for text in [
            r#"{"a": [1, -0, 1.5e+7, "x\n\u00e9\ud83d\ude80", true, false, null], "": {}}"#,
            r#""\ud800""#,
            r#""\udc00\ud800\u0041""#,
            r#""\ud800\ud83d\ude80""#,
            " [ ] ",
            "\u{feff}[]",
            "\u{feff}\u{feff}[]",
            "[\u{feff}]",
            "[[[[[[[[]]]]]]]]",
            "[[[[[[[[[]]]]]]]]]",
            "",
            "01",
            "1.",
            "-",
            "1e",
            "[1,]",
            "{\"a\":1,}",
            "{\"a\"}",
            "[1 2]",
            "1 2",
            "]",
            "[}",
            "\"a\tb\"",
            "\"\u{7f}\u{80}\"",
            r#""\x""#,
            r#""\u12g4""#,
            "\"0123456\"",
            "\"01234567\\n8\"",
            "nul",
            "truefalse",
        ] {
            assert_eq!(read_at_once(text), streamed(text), "{text}");
        }
    }

    #[test]
    fn errors_are_where_the_text_goes_wrong() {
        assert_eq!(read("[1, x]", 8, &mut Nobody), Err(4));
        assert_eq!(read("{\"a\" 1}", 8, &mut Nobody), Err(5));
        assert_eq!(read("[1", 8, &mut Nobody), Err(2));
    }

    proptest! {
        #[test]
        fn any_text_is_taken_or_refused_as_by_the_streaming_parser(
            text in r#"([\[\]{}:,"]|"[a-z\\"é0-9]{0,12}"|\\(u[0-9a-fA-F]{4}|[nu"])|-?[0-9.eE]{1,5}|true|null| ){0,24}"#
        ) {
            prop_assert_eq!(read_at_once(&text), streamed(&text));
        }

        #[test]
        fn documents_are_told_as_by_the_streaming_parser(
            strings in prop::collection::vec(any::<String>(), 0..12),
            numbers in prop::collection::vec(any::<f64>(), 0..6),
        ) {
            let text = serde_json::json!({ "s": strings, "n": numbers, "m": { "x": [strings] } });
            for text in [text.to_string(), format!("{text:#}")] {
                let told = read_at_once(&text);
                prop_assert!(told.is_some());
                prop_assert_eq!(told, streamed(&text));
            }
        }
    }
}
