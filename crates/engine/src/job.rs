//! Pieces of work that a worker does one at a time, and cannot interrupt.

use serde::{Deserialize, Serialize};

/// A piece of work, numbered by the page in the order it asks for them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Job(pub u32);
