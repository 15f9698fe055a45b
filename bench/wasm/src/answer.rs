//! Where JavaScript finds what a chunk made: a few words that never move, so that one call is enough.

/// The addresses and lengths of a chunk's results.
#[derive(Default)]
pub(crate) struct Answer {
    words: Box<[usize; 6]>,
}

impl Answer {
    /// Where the words are: the address of the records and how many words they have, the address
    /// of their text and how many bytes it has, and the same of text that is not all ASCII, if it
    /// is kept apart.
    pub(crate) fn address(&self) -> *const usize {
        self.words.as_ptr()
    }

    pub(crate) fn set(&mut self, records: &[u32], text: &[u8], wide: &[u8]) {
        *self.words = [
            records.as_ptr().addr(),
            records.len(),
            text.as_ptr().addr(),
            text.len(),
            wide.as_ptr().addr(),
            wide.len(),
        ];
    }
}
