//! Translation memories in TMX 1.4b, for other programs and from them.
//!
//! ```xml
//! <tmx version="1.4"><header srclang="en" …/><body>
//!   <tu><tuv xml:lang="en"><seg>Save</seg></tuv><tuv xml:lang="de"><seg>Sichern</seg></tuv></tu>
//! </body></tmx>
//! ```
//!
//! What TMX has no place for is written as properties of types that begin with `x-ichiban`: what
//! a translation depends on besides its source text, and from which source text a translation in a
//! file was made. [`read`] of [`write`] is the same memory. A file that another program wrote
//! keeps every byte of it ([`update`]).
//!
//! Specification: <https://www.gala-global.org/tmx-14b>.

mod encoding;
mod read;
mod seg;
mod write;

pub use encoding::{Encoding, decode, encode};
pub use read::{Tmx, read};
pub use write::{update, write};

/// Who wrote a file, as its header says.
const TOOL: &str = "ichiban";

/// Properties of this program's own.
const CONTEXT: &str = "x-ichiban-context";
const GLOSSARY: &str = "x-ichiban-glossary";
const MADE: &str = "x-ichiban-made";
/// The type of a `ph` that stands for a character XML does not allow.
const CHARACTER: &str = "x-ichiban-character";

#[cfg(test)]
mod tests;
