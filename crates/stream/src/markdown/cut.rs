//! Where a block may end. What is found here is a guess by the look of one line; whether nothing is
//! open there is for the parser to say (`block.rs`), so a wrong guess costs a parse and no more.

use memchr::memchr;

use super::block::Followed;
use super::code::Fence;
use super::{GROWTH, SMALL};

/// Walks through an open block, line by line.
#[derive(Debug, Default)]
pub(super) struct Cutter {
    /// Where the line begins that is being read, in bytes from the block's start.
    line: usize,
    /// How far it has been searched for its end.
    searched: usize,
    /// Whether the line before it is blank.
    after_blank: bool,
    has_content: bool,
    /// The last border that was none.
    refused: usize,
    /// Whether the line that is being read was refused.
    is_refused: bool,
}

/// What stands at a place.
#[derive(Debug)]
pub(super) enum Found {
    /// More text must come.
    Nothing,
    /// Nothing but blank lines to there, before the block's first text.
    Blank(usize),
    /// The block is fenced code.
    Fence(Fence),
    /// The block may end there.
    Border { at: usize, next: Followed },
}

/// What a line can begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    /// It may go on with what is open.
    Continues,
    /// More of it must come to tell.
    Unsure,
    /// It begins something, if what is before it allows.
    Begins(Followed),
}

impl Cutter {
    /// Whether there is anything but blank lines.
    pub(super) fn has_content(&self) -> bool {
        self.has_content
    }

    /// The parser says that something is still open there.
    pub(super) fn is_no_border(&mut self, at: usize) {
        self.refused = at;
        self.is_refused = true;
    }

    /// Goes on to the next place where the block may end.
    pub(super) fn advance(&mut self, block: &str) -> Found {
        loop {
            let Some(from) = block.get(self.line..).filter(|from| !from.is_empty()) else {
                return Found::Nothing;
            };
            let end = block
                .as_bytes()
                .get(self.searched..)
                .and_then(|rest| memchr(b'\n', rest))
                .map(|at| self.searched + at + 1);
            self.searched = block.len();
            let whole = end.and_then(|end| block.get(self.line..end));
            if self.has_content {
                match begins(from, whole, self.after_blank) {
                    _ if self.is_refused => {}
                    Line::Unsure => {
                        // The line is looked at again; it is short, or its end is not here.
                        self.searched = if end.is_some() {
                            self.line
                        } else {
                            block.len()
                        };
                        return Found::Nothing;
                    }
                    Line::Begins(next) if self.is_due() => {
                        self.searched = end.map_or(block.len(), |_| self.line);
                        return Found::Border {
                            at: self.line,
                            next,
                        };
                    }
                    Line::Begins(_) | Line::Continues => {}
                }
            } else if let Some(fence) = whole.and_then(Fence::open) {
                return Found::Fence(fence);
            }
            let (Some(end), Some(whole)) = (end, whole) else {
                return Found::Nothing;
            };
            let is_blank = whole.trim_ascii().is_empty();
            if is_blank && !self.has_content {
                return Found::Blank(end);
            }
            self.after_blank = is_blank;
            self.has_content |= !is_blank;
            self.line = end;
            self.searched = end;
            self.is_refused = false;
        }
    }

    /// A long block that was refused is tried again only when it has grown.
    fn is_due(&self) -> bool {
        self.line <= SMALL || self.line - self.refused >= self.refused / GROWTH
    }
}

/// What a line begins by the look of it: what has come of it, and it whole if it has.
fn begins(line: &str, whole: Option<&str>, after_blank: bool) -> Line {
    let bytes = line.as_bytes();
    let text = Line::Begins(Followed::Text);
    match bytes.first() {
        Some(mark @ (b'`' | b'~')) => match (whole.map(Fence::open), after_blank) {
            (Some(Some(_)), _) => Line::Begins(Followed::Fence(char::from(*mark))),
            (Some(None), true) => text,
            (Some(None), false) => Line::Continues,
            // A line of code spans need not be whole.
            (None, after_blank) => match bytes.iter().take(3).position(|byte| byte != mark) {
                Some(_) if after_blank => text,
                Some(_) => Line::Continues,
                None => Line::Unsure,
            },
        },
        _ if !after_blank => Line::Continues,
        Some(b' ' | b'\t' | b'\n') => Line::Continues,
        Some(b'-' | b'+' | b'*') => after_marker(bytes.get(1), Line::Begins(Followed::Text)),
        Some(b'0'..=b'9') => {
            let digits = bytes
                .iter()
                .take_while(|byte| byte.is_ascii_digit())
                .count();
            match bytes.get(digits) {
                _ if digits > 9 => text,
                None => Line::Unsure,
                Some(b'.' | b')') => after_marker(bytes.get(digits + 1), text),
                Some(_) => text,
            }
        }
        _ => text,
    }
}

fn after_marker(next: Option<&u8>, text: Line) -> Line {
    match next {
        None => Line::Unsure,
        Some(b' ' | b'\t' | b'\n') => Line::Begins(Followed::Item),
        Some(_) => text,
    }
}
