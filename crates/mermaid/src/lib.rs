//! Mermaid diagrams without a browser: read, checked, mended, formatted, compared, drawn.
//!
//! The grammar is [`merman`]'s, which follows mermaid.js verdict for verdict; this crate adds what
//! a person needs around it: [`check`] says what is wrong and where, [`fix`] mends what people and
//! models get wrong without changing what a diagram says, [`diff`] compares two diagrams by what
//! they say; [`preview`] draws a diagram that is still arriving; [`author`] has a language model write
//! one, or change one.

pub mod author;
mod blocks;
pub mod check;
mod diagram;
pub mod diff;
pub mod fix;
pub mod format;
pub mod preview;
mod refusals;
pub mod render;
pub mod source;
mod text;
mod write;

pub use diagram::{Diagram, Family, ParseError, parse};
