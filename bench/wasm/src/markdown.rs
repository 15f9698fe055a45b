//! Markdown as it is written.

use ichiban_stream::markdown::{Change, Document, pulldown_cmark::Event, to_html};
use wasm_bindgen::prelude::*;

/// A document that JavaScript feeds. What is told of it is read, and how much was told is counted.
#[wasm_bindgen]
pub struct Markdown {
    document: Document,
    input: Vec<u8>,
    makes_html: bool,
    count: u32,
    sink: u32,
}

#[wasm_bindgen]
impl Markdown {
    /// A document whose pieces have at most so many bytes. `makes_html`: whether every block that
    /// is told is made into markup too.
    #[wasm_bindgen(constructor)]
    pub fn new(capacity: usize, makes_html: bool) -> Self {
        Self {
            document: Document::new(),
            input: vec![0; capacity],
            makes_html,
            count: 0,
            sink: 0,
        }
    }

    /// Where a piece is to be written.
    pub fn input(&self) -> *const u8 {
        self.input.as_ptr()
    }

    /// Takes the piece of so many bytes. Returns whether it is text.
    pub fn push(&mut self, length: usize) -> bool {
        let (count, sink, makes_html) = (&mut self.count, &mut self.sink, self.makes_html);
        let piece = self.input.get(..length).unwrap_or_default();
        let Ok(piece) = std::str::from_utf8(piece) else {
            return false;
        };
        self.document
            .push(piece, &mut |change| read(change, makes_html, count, sink));
        true
    }

    /// Ends the document; gives how many changes were told.
    pub fn finish(&mut self) -> u32 {
        let (count, sink, makes_html) = (&mut self.count, &mut self.sink, self.makes_html);
        self.document
            .finish(&mut |change| read(change, makes_html, count, sink));
        self.count
    }

    /// The sum of what was read.
    pub fn sink(&self) -> u32 {
        self.sink
    }
}

/// Reads a change as whoever shows it must: every event of it.
fn read(change: Change<'_>, makes_html: bool, count: &mut u32, sink: &mut u32) {
    *count += 1;
    let length = |text: &str| u32::try_from(text.len()).unwrap_or(0);
    let read = match change {
        Change::Block(block) if makes_html => length(&to_html(block.events, "answer")),
        Change::Block(block) => block
            .events
            .iter()
            .map(|event| match event {
                Event::Text(text) | Event::Code(text) => length(text),
                _ => 1,
            })
            .fold(0, u32::wrapping_add),
        Change::CodeBegan { language, .. } => length(language),
        Change::CodeText { text, .. } => length(text),
    };
    *sink = sink.wrapping_add(read);
}
