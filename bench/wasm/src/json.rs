//! JSON events as records.

use ichiban_stream::json::{Event, Limits, Parser, Span};
use wasm_bindgen::prelude::*;

use crate::answer::Answer;

/// What a record is about, in its first word's low byte.
#[derive(Clone, Copy)]
enum Kind {
    BeginObject = 1,
    EndObject = 2,
    BeginArray = 3,
    EndArray = 4,
    Key = 5,
    BeginString = 6,
    StringDelta = 7,
    EndString = 8,
    Number = 9,
    True = 10,
    False = 11,
    Null = 12,
}

/// Set in the first word if the record's text stands as it is in the chunk: the two words after it
/// are its range there. Otherwise they are its range in `text`.
const IN_CHUNK: u32 = 0x100;

/// A JSON parser that JavaScript feeds.
#[wasm_bindgen]
pub struct JsonStream {
    parser: Parser,
    /// Bytes of all chunks before this one.
    base: u64,
    input: Vec<u8>,
    records: Vec<u32>,
    text: Vec<u8>,
    answer: Answer,
}

#[wasm_bindgen]
impl JsonStream {
    /// A parser whose chunks have at most so many bytes.
    #[wasm_bindgen(constructor)]
    pub fn new(capacity: usize) -> Self {
        Self {
            parser: Parser::new(Limits::default()),
            base: 0,
            input: vec![0; capacity],
            records: Vec::with_capacity(1024),
            text: Vec::with_capacity(1024),
            answer: Answer::default(),
        }
    }

    /// Where a chunk is to be written.
    pub fn input(&self) -> *const u8 {
        self.input.as_ptr()
    }

    /// Where the answer to each chunk is: see [`Answer`].
    pub fn answer(&self) -> *const usize {
        self.answer.address()
    }

    /// Takes the chunk of so many bytes. Its records are three words each. Returns whether the
    /// input can still become a document.
    pub fn push(&mut self, length: usize) -> bool {
        self.records.clear();
        self.text.clear();
        let chunk = self.input.get(..length).unwrap_or_default();
        let (records, text, base) = (&mut self.records, &mut self.text, self.base);
        let pushed = self.parser.push(chunk, &mut |event, span| {
            record(event, span, base, records, text);
        });
        self.base += length as u64;
        self.answer.set(&self.records, &self.text, &[]);
        pushed.is_ok()
    }

    /// Ends the input. Returns whether it is complete.
    pub fn finish(&mut self) -> bool {
        let end = self.parser.finish(&mut |_, _| {});
        end == ichiban_stream::json::End::Complete
    }
}

#[inline]
fn record(event: Event<'_>, span: Span, base: u64, records: &mut Vec<u32>, text: &mut Vec<u8>) {
    // Around a key's text there are quotes.
    let (kind, written, quotes) = match event {
        Event::BeginObject => (Kind::BeginObject, "", 0),
        Event::EndObject => (Kind::EndObject, "", 0),
        Event::BeginArray => (Kind::BeginArray, "", 0),
        Event::EndArray => (Kind::EndArray, "", 0),
        Event::Key { name, .. } => (Kind::Key, name, 1),
        Event::BeginString => (Kind::BeginString, "", 0),
        Event::StringDelta(delta) => (Kind::StringDelta, delta, 0),
        Event::EndString => (Kind::EndString, "", 0),
        Event::Number(number) => (Kind::Number, number, 0),
        Event::Bool(true) => (Kind::True, "", 0),
        Event::Bool(false) => (Kind::False, "", 0),
        Event::Null => (Kind::Null, "", 0),
        Event::LoneSurrogate { .. } => return,
    };
    let word = |offset: u64| u32::try_from(offset).unwrap_or(u32::MAX);
    let kind = kind as u32;
    if written.is_empty() {
        records.extend([kind, 0, 0]);
    } else if span.start >= base
        // An escape is always longer than what it stands for.
        && written.len() as u64 + 2 * quotes == span.end - span.start
    {
        let start = word(span.start + quotes - base);
        let end = word(span.end - quotes - base);
        records.extend([kind | IN_CHUNK, start, end]);
    } else {
        let start = word(text.len() as u64);
        text.extend_from_slice(written.as_bytes());
        records.extend([kind, start, word(text.len() as u64)]);
    }
}
