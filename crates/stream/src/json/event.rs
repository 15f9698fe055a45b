//! What the parser reports.

use std::ops::Range;

use super::Place;

/// One step through a document.
///
/// A value is a scalar event, `BeginString StringDelta* EndString`, or a container's begin, content
/// and end. In an object each value follows its `Key`. Scalars, keys and ended values are settled:
/// no later byte changes them, save that a later member of the same name replaces them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event<'a> {
    /// `{`
    BeginObject,
    /// `}`. The span is the whole object.
    EndObject,
    /// `[`
    BeginArray,
    /// `]`. The span is the whole array.
    EndArray,
    /// A member's name, whole. The span is the string with its quotes.
    Key {
        /// The name, escapes resolved.
        name: &'a str,
        /// The object has a member of this name: the value that follows takes its place.
        replaces: bool,
    },
    /// The opening quote of a string value.
    BeginString,
    /// More of the string, escapes resolved; never empty. How a string is cut into deltas depends
    /// on how the input was cut. The span is the source of this text.
    StringDelta(&'a str),
    /// The closing quote. The span is the whole string with its quotes.
    EndString,
    /// A number, as it is written.
    Number(&'a str),
    /// `true` or `false`.
    Bool(bool),
    /// `null`
    Null,
    /// A warning: half of a surrogate pair stood alone in a string or name. U+FFFD follows in its
    /// place, as a delta or within the name.
    LoneSurrogate {
        /// The escape as it was written, such as `\uD83D`.
        source: &'a str,
    },
}

/// The source that an event stands for: bytes `start..end` of the input, and the line and column
/// of its first byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Span {
    /// Bytes before it.
    pub start: u64,
    /// Bytes up to its end.
    pub end: u64,
    /// Line of its first byte, from 1.
    pub line: u32,
    /// Column of its first byte, from 1, in Unicode scalar values.
    pub column: u32,
}

impl Span {
    #[inline]
    pub(crate) fn new(start: Place, end: u64) -> Self {
        Self {
            start: start.offset,
            end,
            line: start.line,
            column: start.column,
        }
    }

    /// The span as a range of indices into the whole input, for who has it in memory.
    pub fn range(self) -> Range<usize> {
        let index = |offset| usize::try_from(offset).unwrap_or(usize::MAX);
        index(self.start)..index(self.end)
    }
}
