//! Where in the input.

/// A place in the input. Lines end at LF, CR LF or CR; a column is counted in Unicode scalar
/// values, as editors show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Bytes before it.
    pub offset: u64,
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1.
    pub column: u32,
}

/// Follows lines and columns at no cost but a subtraction: in JSON a line end is always white
/// space, which the parser looks at byte by byte, and a continuation byte is always in a string.
#[derive(Debug, Clone)]
pub(crate) struct Lines {
    line: u32,
    /// The offset of the line's first column, moved up by one for each continuation byte.
    origin: u64,
    /// Just behind the last CR: an LF there ends no line of its own.
    after_cr: Option<u64>,
}

impl Lines {
    pub(crate) fn new() -> Self {
        Self {
            line: 1,
            origin: 0,
            after_cr: None,
        }
    }

    #[inline]
    pub(crate) fn place(&self, offset: u64) -> Place {
        let column = offset.saturating_sub(self.origin) + 1;
        Place {
            offset,
            line: self.line,
            column: u32::try_from(column).unwrap_or(u32::MAX),
        }
    }

    /// `bytes` before the present place take up no column.
    #[inline]
    pub(crate) fn shift(&mut self, bytes: usize) {
        self.origin += bytes as u64;
    }

    /// A CR or LF stands at `offset`.
    pub(crate) fn end_of_line(&mut self, byte: u8, offset: u64) {
        let paired = byte == b'\n' && self.after_cr == Some(offset);
        if !paired {
            self.line = self.line.saturating_add(1);
        }
        self.origin = offset + 1;
        self.after_cr = (byte == b'\r').then_some(offset + 1);
    }
}
