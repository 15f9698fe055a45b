//! Server-sent events as records.

use ichiban_stream::sse::{Decoder, Limits};
use wasm_bindgen::prelude::*;

use crate::answer::Answer;

/// The event has a type other than `message`.
const HAS_TYPE: u32 = 1;
/// The event has an ID.
const HAS_ID: u32 = 2;
/// The event's text is not all ASCII. It is kept apart: JavaScript makes strings of ASCII several
/// times faster, and of half the size, than of text with a single character beyond.
const IS_WIDE: u32 = 4;

/// An event stream decoder that JavaScript feeds.
#[wasm_bindgen]
pub struct EventStream {
    decoder: Decoder,
    input: Vec<u8>,
    records: Vec<u32>,
    text: Vec<u8>,
    wide: Vec<u8>,
    answer: Answer,
}

#[wasm_bindgen]
impl EventStream {
    /// A decoder whose chunks have at most so many bytes.
    #[wasm_bindgen(constructor)]
    pub fn new(capacity: usize) -> Self {
        Self {
            decoder: Decoder::new(Limits::default()),
            input: vec![0; capacity],
            records: Vec::with_capacity(1024),
            text: Vec::with_capacity(capacity),
            wide: Vec::with_capacity(1024),
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

    /// Takes the chunk of so many bytes. An event's record is one word, a sum of [`HAS_TYPE`],
    /// [`HAS_ID`] and [`IS_WIDE`]; its text is its type if it has one, its data, and its ID if it
    /// has one, each with a CR behind it, which ends a line and so is never part of them. Returns
    /// whether the stream can be read on.
    pub fn push(&mut self, length: usize) -> bool {
        self.records.clear();
        self.text.clear();
        self.wide.clear();
        let chunk = self.input.get(..length).unwrap_or_default();
        let (records, text, wide) = (&mut self.records, &mut self.text, &mut self.wide);
        let pushed = self.decoder.push(chunk, &mut |event| {
            let has_type = event.event != "message";
            let has_id = !event.id.is_empty();
            let is_wide = !(event.data.is_ascii()
                && (!has_type || event.event.is_ascii())
                && (!has_id || event.id.is_ascii()));
            let text = if is_wide { &mut *wide } else { &mut *text };
            if has_type {
                put(event.event, text);
            }
            put(event.data, text);
            if has_id {
                put(event.id, text);
            }
            let flag = |is_set, flag| if is_set { flag } else { 0 };
            records.push(flag(has_type, HAS_TYPE) | flag(has_id, HAS_ID) | flag(is_wide, IS_WIDE));
        });
        self.answer.set(&self.records, &self.text, &self.wide);
        pushed.is_ok()
    }
}

/// Reads an event stream where the app reads it, in WebAssembly: nothing goes back to JavaScript
/// but what has been read.
#[wasm_bindgen]
pub struct EventReader {
    decoder: Decoder,
    input: Vec<u8>,
    count: u32,
    sink: u32,
}

#[wasm_bindgen]
impl EventReader {
    /// A reader whose chunks have at most so many bytes.
    #[wasm_bindgen(constructor)]
    pub fn new(capacity: usize) -> Self {
        Self {
            decoder: Decoder::new(Limits::default()),
            input: vec![0; capacity],
            count: 0,
            sink: 0,
        }
    }

    /// Where a chunk is to be written.
    pub fn input(&self) -> *const u8 {
        self.input.as_ptr()
    }

    /// Takes the chunk of so many bytes, and reads the last byte of each event's data. Returns
    /// whether the stream can be read on.
    pub fn push(&mut self, length: usize) -> bool {
        let chunk = self.input.get(..length).unwrap_or_default();
        let (count, sink) = (&mut self.count, &mut self.sink);
        let pushed = self.decoder.push(chunk, &mut |event| {
            *count += 1;
            *sink += event.data.bytes().last().map_or(0, u32::from);
        });
        pushed.is_ok()
    }

    /// How many events there were.
    pub fn count(&self) -> u32 {
        self.count
    }

    /// The sum of the bytes read.
    pub fn sink(&self) -> u32 {
        self.sink
    }
}

#[inline]
fn put(part: &str, text: &mut Vec<u8>) {
    text.extend_from_slice(part.as_bytes());
    text.push(b'\r');
}
