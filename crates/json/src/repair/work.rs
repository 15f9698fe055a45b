//! Counts the bytes that are looked at, so that a test can hold repair to linear work without a
//! clock. Outside tests the counter is empty and costs nothing.

/// Bytes looked at.
#[derive(Debug, Clone, Default)]
pub(super) struct Work {
    #[cfg(test)]
    bytes: usize,
}

impl Work {
    /// `bytes` were looked at.
    #[inline]
    #[cfg_attr(not(test), expect(clippy::unused_self))]
    pub(super) fn add(&mut self, bytes: usize) {
        #[cfg(test)]
        {
            self.bytes += bytes;
        }
        #[cfg(not(test))]
        let _ = bytes;
    }

    #[cfg(test)]
    pub(super) fn total(&self) -> usize {
        self.bytes
    }
}
