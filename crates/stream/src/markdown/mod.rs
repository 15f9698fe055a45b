//! Markdown as it is written: settled blocks, and one open block at the end.
//!
//! [`Document`] takes text in whatever pieces it comes and cuts it where the parser itself says that
//! nothing is open any more. Each block is parsed by `pulldown-cmark` on its own (`CommonMark` 0.31,
//! with tables, task lists, strikethrough and footnotes), so that the cost follows what is new.
//!
//! A block is told as a whole, under a number that stays. Telling it again replaces what was told:
//!
//! | state | what may still come |
//! | --- | --- |
//! | [`State::Open`] | anything: its text is still being written; only the last block is open |
//! | [`State::Awaiting`] | its text is whole, but mentions a link or footnote that nothing defines yet; it is told once more if a definition comes |
//! | [`State::Settled`] | nothing |
//!
//! Fenced code is told as it comes: [`Change::CodeBegan`], then [`Change::CodeText`] to be added to
//! the end, then the block as a whole.
//!
//! The blocks together are the document as it would be parsed whole, however it was cut, with the
//! first definition of a link standing for all its mentions, before and after. Line ends become LF and
//! U+0000 becomes U+FFFD first, as `CommonMark` §2.1 and §2.3 have it.
//!
//! An open block is stated as far as it is certain: what may still become emphasis, a link, code or a
//! table is held back, up to 400 bytes. So what is shown does not turn out to be something else.
//!
//! Work is linear: an open block past 1 KiB is parsed again only when it has grown by a sixteenth,
//! and a late definition's blocks are told again as fast as new text pays for it, all of them
//! by the end. So an open block may lag: what it states is [`Block::source`].
//!
//! ```
//! use ichiban_stream::markdown::{Change, Document, State, to_html};
//!
//! let mut shown = std::collections::BTreeMap::new();
//! let mut show = |change: Change<'_>| {
//!     if let Change::Block(block) = change {
//!         shown.insert(block.id, (block.state, to_html(block.events, "answer")));
//!     }
//! };
//! let mut document = Document::new();
//! document.push("See [the *manual*][m].\n\nMo", &mut show);
//! document.push("re.\n\n[m]: /manual\n", &mut show);
//! document.finish(&mut show);
//! let blocks: Vec<_> = shown.into_values().collect();
//! assert_eq!(blocks[0].0, State::Settled);
//! assert_eq!(blocks[1].1, "<p>More.</p>\n");
//! assert!(blocks[0].1.contains("<em>manual</em></a>"));
//! ```

mod block;
mod certain;
mod code;
mod cut;
mod definitions;
mod html;
mod newlines;

use std::collections::VecDeque;
use std::ops::Range;

use pulldown_cmark::Event;

use crate::work::Work;
use block::{Followed, Parsed, parse};
use certain::certain;
use code::Fence;
use cut::{Cutter, Found};
use definitions::Definitions;
use newlines::Newlines;

pub use block::options;
pub use html::{to_html, to_view};
pub use pulldown_cmark;

/// A block's place among the blocks of its document, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlockId(pub u32);

/// What may still happen to a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Its text is still being written.
    Open,
    /// Its text is whole. It mentions a link or footnote that nothing defines yet, and is told
    /// once more if a definition comes.
    Awaiting,
    /// It stays as it is.
    Settled,
}

/// A block as it stands.
#[derive(Debug, Clone, Copy)]
pub struct Block<'a> {
    /// Which block. What was told of it before is replaced.
    pub id: BlockId,
    /// Whether it can still change.
    pub state: State,
    /// The text that is stated here.
    pub source: &'a str,
    /// What the text says. A block may hold several elements (a paragraph that a list interrupts)
    /// or none (definitions alone).
    pub events: &'a [Event<'a>],
}

/// What a piece of text changed.
#[derive(Debug, Clone, Copy)]
pub enum Change<'a> {
    /// A block is new, has grown, has settled, or is told again since a definition came.
    Block(Block<'a>),
    /// A block of fenced code has begun. What was told of this block before is void.
    CodeBegan {
        /// Which block.
        id: BlockId,
        /// The first word of its info string; empty if there is none.
        language: &'a str,
    },
    /// More of an open block of code, to be added to its end.
    CodeText {
        /// Which block.
        id: BlockId,
        /// The text, with LF for line ends.
        text: &'a str,
    },
}

/// An open block up to this length is told anew with each piece, in bytes.
const SMALL: usize = 1024;
/// A longer one, when it has grown by this part of its length.
const GROWTH: usize = 16;
/// How many bytes of earlier blocks are told again for each new byte, if definitions come late.
const PATCHED_PER_BYTE: usize = 64;

/// A document of Markdown that is being written.
#[derive(Debug, Default)]
pub struct Document {
    newlines: Newlines,
    source: String,
    /// Blocks whose text is whole.
    blocks: Vec<Range<usize>>,
    /// Where the open block begins.
    start: usize,
    open: Open,
    /// Bytes of the open block that there were when it was last stated.
    stated: usize,
    /// Bytes of it that were certain.
    certain: usize,
    definitions: Definitions,
    /// Blocks to be told again.
    late: VecDeque<BlockId>,
    /// How many bytes of them are paid for.
    credit: usize,
    /// Where a block and what must be parsed with it are put together.
    buffer: String,
    work: Work,
}

#[derive(Debug)]
enum Open {
    Text(Cutter),
    Code(Fence),
}

impl Default for Open {
    fn default() -> Self {
        Open::Text(Cutter::default())
    }
}

impl Document {
    /// An empty document.
    pub fn new() -> Self {
        Self::default()
    }

    /// The text so far, with LF for line ends.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Takes more text. Its cost is that of the text and of the open block, so what arrives between
    /// two paintings is best pushed in one piece.
    pub fn push(&mut self, text: &str, tell: &mut dyn FnMut(Change<'_>)) {
        let before = self.source.len();
        self.newlines.push(text, &mut self.source);
        let new = self.source.len() - before;
        if new == 0 {
            return;
        }
        self.work.add(new);
        self.credit = self
            .credit
            .saturating_add(new.saturating_mul(PATCHED_PER_BYTE));
        while self.advance(tell) {}
        self.tell_late(tell);
        self.tell_open(tell);
    }

    /// The text is whole: every block is settled, or awaits a definition in vain.
    pub fn finish(&mut self, tell: &mut dyn FnMut(Change<'_>)) {
        self.newlines.finish(&mut self.source);
        while self.advance(tell) {}
        if let Open::Code(fence) = &mut self.open {
            let (id, start) = (BlockId(number(self.blocks.len())), self.start);
            if let Some(text) = self.source.get(start..) {
                fence.finish(text, &mut |text| tell(Change::CodeText { id, text }));
            }
        }
        if !self.is_blank() {
            self.settle(self.source.len(), None, tell);
            self.open = Open::default();
        }
        self.credit = usize::MAX;
        self.tell_late(tell);
        self.credit = 0;
    }

    fn is_blank(&self) -> bool {
        let rest = self.source.get(self.start..).unwrap_or_default();
        match &self.open {
            Open::Text(cutter) => !cutter.has_content() && rest.trim_ascii().is_empty(),
            Open::Code(_) => rest.is_empty(),
        }
    }

    /// Takes one step through what has come; false if more must come first.
    fn advance(&mut self, tell: &mut dyn FnMut(Change<'_>)) -> bool {
        let Some(text) = self.source.get(self.start..) else {
            return false;
        };
        match &mut self.open {
            Open::Code(fence) => {
                let id = BlockId(number(self.blocks.len()));
                let end = fence.advance(text, &mut |text| tell(Change::CodeText { id, text }));
                let Some(end) = end else {
                    return false;
                };
                self.settle(self.start + end, None, tell);
                self.open = Open::default();
                true
            }
            Open::Text(cutter) => match cutter.advance(text) {
                Found::Nothing => false,
                Found::Blank(end) => {
                    self.start += end;
                    *cutter = Cutter::default();
                    true
                }
                Found::Fence(fence) => {
                    let language = fence.language(text);
                    let id = BlockId(number(self.blocks.len()));
                    tell(Change::CodeBegan { id, language });
                    self.open = Open::Code(fence);
                    true
                }
                Found::Border { at, next } => {
                    if self.settle(self.start + at, Some(next), tell) {
                        self.open = Open::default();
                    } else if let Open::Text(cutter) = &mut self.open {
                        cutter.is_no_border(at);
                    }
                    true
                }
            },
        }
    }

    /// Ends the open block there, if the parser says that it can end there before what follows.
    fn settle(
        &mut self,
        end: usize,
        next: Option<Followed>,
        tell: &mut dyn FnMut(Change<'_>),
    ) -> bool {
        let text = self.source.get(self.start..end).unwrap_or_default();
        self.work.add(text.len());
        let parsed = parse(text, next, &mut self.definitions, &mut self.buffer);
        let Some(parsed) = parsed else {
            return false;
        };
        let id = BlockId(number(self.blocks.len()));
        tell(Change::Block(Block {
            id,
            state: parsed.state(),
            source: text,
            events: &parsed.events,
        }));
        let Parsed { found, missing, .. } = parsed;
        self.definitions.await_all(id, missing);
        self.definitions.learn(found, &mut self.late);
        self.blocks.push(self.start..end);
        self.start = end;
        self.stated = 0;
        self.certain = 0;
        true
    }

    /// Tells blocks again whose definitions have come, as far as that is paid for.
    fn tell_late(&mut self, tell: &mut dyn FnMut(Change<'_>)) {
        while let Some(id) = self.late.front().copied() {
            let range = self.blocks.get(id.0 as usize).cloned().unwrap_or_default();
            let text = self.source.get(range).unwrap_or_default();
            let Some(credit) = self.credit.checked_sub(text.len()) else {
                return;
            };
            self.credit = credit;
            self.late.pop_front();
            self.definitions.is_told_again(id);
            self.work.add(text.len());
            if let Some(parsed) = parse(text, None, &mut self.definitions, &mut self.buffer) {
                tell(Change::Block(Block {
                    id,
                    state: parsed.state(),
                    source: text,
                    events: &parsed.events,
                }));
                let missing = parsed.missing;
                self.definitions.await_all(id, missing);
            }
        }
    }

    fn tell_open(&mut self, tell: &mut dyn FnMut(Change<'_>)) {
        let text = self.source.get(self.start..).unwrap_or_default();
        let is_due = text.len() > self.stated
            && (text.len() <= SMALL || text.len() - self.stated >= self.stated / GROWTH);
        if matches!(self.open, Open::Code(_)) || !is_due || self.is_blank() {
            return;
        }
        self.stated = text.len();
        self.work.add(text.len());
        let text = certain(text);
        // Less may be certain than was: a mark that was taken for text may yet begin something.
        if text.len() <= self.certain || text.trim_ascii().is_empty() {
            return;
        }
        self.certain = text.len();
        if let Some(parsed) = parse(text, None, &mut self.definitions, &mut self.buffer) {
            tell(Change::Block(Block {
                id: BlockId(number(self.blocks.len())),
                state: State::Open,
                source: text,
                events: &parsed.events,
            }));
        }
    }
}

/// How many blocks there are. Each has a byte at least, and a text of 4 GiB is refused by memory.
fn number(blocks: usize) -> u32 {
    u32::try_from(blocks).unwrap_or(u32::MAX)
}

#[cfg(test)]
#[path = "work_tests.rs"]
mod work_tests;
