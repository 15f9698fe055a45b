//! Looking ahead of what is read, at no character twice.

use super::work::Work;

/// Where the next character of some kind is: found once, and known until it is passed.
pub(super) struct Ahead {
    is: fn(char) -> bool,
    from: usize,
    at: usize,
}

impl Ahead {
    /// For the characters that `is` tells.
    pub(super) fn new(is: fn(char) -> bool) -> Self {
        Self { is, from: 1, at: 0 }
    }

    /// The place of the first such character of `text` from `from` on, or the end of `text`.
    /// `text` is to be the same at every call.
    pub(super) fn find(&mut self, text: &str, from: usize, work: &mut Work) -> usize {
        if !(self.from..=self.at).contains(&from) {
            let rest = text.get(from..).unwrap_or_default();
            self.from = from;
            self.at = rest.find(self.is).map_or(text.len(), |at| from + at);
            work.add(self.at - from);
        }
        self.at
    }
}
