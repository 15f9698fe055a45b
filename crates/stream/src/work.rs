//! Counts what a decoder does, so that a test can hold it to linear work without a clock.
//! Outside this crate's own tests the counter is empty and costs nothing.

/// Bytes looked at and bytes copied.
#[derive(Debug, Clone, Default)]
pub(crate) struct Work {
    #[cfg(test)]
    bytes: u64,
}

impl Work {
    /// `bytes` were scanned, compared or copied.
    #[inline]
    #[cfg_attr(not(test), expect(clippy::unused_self))]
    pub(crate) fn add(&mut self, bytes: usize) {
        #[cfg(test)]
        {
            self.bytes += bytes as u64;
        }
        #[cfg(not(test))]
        let _ = bytes;
    }

    #[cfg(test)]
    pub(crate) fn total(&self) -> u64 {
        self.bytes
    }
}
