//! How far an input may go.

/// How far an input may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Most bytes of the whole input.
    pub max_bytes: u64,
    /// Most containers within one another.
    pub max_depth: usize,
    /// Most bytes of a name or number, which are held until they settle. Strings are not held.
    pub max_token_bytes: usize,
    /// Most values, containers included.
    pub max_values: usize,
}

impl Default for Limits {
    /// 64 MiB, 512 levels, 1 MiB, 4 Mi values.
    fn default() -> Self {
        Self {
            max_bytes: 64 << 20,
            max_depth: 512,
            max_token_bytes: 1 << 20,
            max_values: 4 << 20,
        }
    }
}
