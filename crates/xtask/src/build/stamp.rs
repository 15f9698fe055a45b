//! Tells whether a folder was made from the very same input.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::Result;

/// The hash of an input, kept in the folder made from it. It guards against stale output, not
/// against an adversary.
pub(crate) struct Stamp {
    file: PathBuf,
    hash: String,
}

impl Stamp {
    /// The stamp `folder` would bear if made from `input` by this very program.
    pub(crate) fn new(folder: &Path, input: &[&[u8]]) -> Self {
        let mut hasher = DefaultHasher::new();
        // Another xtask may build otherwise.
        env!("CARGO_PKG_VERSION").hash(&mut hasher);
        REVISION.hash(&mut hasher);
        for part in input {
            part.hash(&mut hasher);
        }
        Self {
            file: folder.join(".made-from"),
            hash: format!("{:016x}", hasher.finish()),
        }
    }

    /// Whether the folder bears it.
    pub(crate) fn is_current(&self) -> bool {
        fs::read_to_string(&self.file).is_ok_and(|hash| hash == self.hash)
    }

    /// Marks the folder. To be called when it is complete.
    pub(crate) fn write(&self) -> Result<()> {
        Ok(fs::write(&self.file, &self.hash)?)
    }
}

/// Counts up whenever the way of building changes what comes out.
const REVISION: u32 = 5;
