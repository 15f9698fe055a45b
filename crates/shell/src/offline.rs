//! How much of the site is kept on a person's machine, for use without a network.

/// What is kept, and what there is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Kept {
    /// Files that are kept.
    pub files: u64,
    /// Their bytes.
    pub bytes: u64,
    /// All files of the site.
    pub all_files: u64,
    /// Their bytes.
    pub all_bytes: u64,
}

impl Kept {
    /// Whether all of the site is kept.
    pub fn is_all(self) -> bool {
        self.files >= self.all_files
    }

    /// The bytes that are still to be fetched.
    pub fn missing(self) -> u64 {
        self.all_bytes.saturating_sub(self.bytes)
    }

    /// How many tenths of the bytes are kept, rounded down: what is read out to those who listen, who
    /// would not want to hear of each file.
    pub fn tenths(self) -> u64 {
        let part = u128::from(self.bytes.min(self.all_bytes)) * 10;
        let tenths = part.checked_div(u128::from(self.all_bytes)).unwrap_or(10);
        u64::try_from(tenths).unwrap_or(10)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(bytes: u64, all_bytes: u64) -> Kept {
        Kept {
            files: u64::from(bytes == all_bytes),
            bytes,
            all_files: 1,
            all_bytes,
        }
    }

    #[test]
    fn ten_tenths_are_all_and_nothing_less() {
        assert_eq!(kept(0, 30_000_000).tenths(), 0);
        assert_eq!(kept(29_999_999, 30_000_000).tenths(), 9);
        assert_eq!(kept(30_000_000, 30_000_000).tenths(), 10);
        assert_eq!(kept(u64::MAX - 1, u64::MAX).tenths(), 9);
        assert_eq!(kept(0, 0).tenths(), 10);
    }

    #[test]
    fn what_is_missing_is_never_less_than_nothing() {
        assert_eq!(kept(3, 10).missing(), 7);
        assert_eq!(kept(12, 10).missing(), 0);
        assert!(!kept(3, 10).is_all());
        assert!(kept(10, 10).is_all());
    }
}
