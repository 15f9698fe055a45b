//! The engines as a page's JavaScript sees them, to be measured against JavaScript ones.
//!
//! The tools take a text and give one. Both decoders work the same way, which is another. JavaScript writes a chunk's bytes at `input`, calls `push` with
//! their number, and reads what came of it as flat records of 32-bit words and the text they stand
//! for, both of which it finds through the words at `answer`. So a chunk costs one call and no
//! allocation.

mod answer;
mod document;
mod json;
mod markdown;
mod sse;
mod wire;

fn main() {}
