//! From data in one format to code or data in another.

mod code;
mod identifier;
mod literal;
mod read;
mod target;

pub use read::{FORMATS, Format};
pub use target::{TARGETS, Target};
