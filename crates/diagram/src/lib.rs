//! The workers of diagrams: what the page's commands make of `ichiban-mermaid`.
//!
//! Two modules, because what reads sources is larger than what draws, and neither needs the other.
//! They are a crate of their own so that the page's module is never linked against either.
//!
//! | file | concern |
//! | --- | --- |
//! | [`Easel`] | draws, checks, fixes, formats, compares, exports |
//! | `author` | a diagram that a model writes |
//! | `explain` | what a model is asked about a diagram in words |
//! | [`Reader`] | makes diagrams of sources |
//! | `link` | a diagram's text as part of an address |

mod author;
mod easel;
mod explain;
mod link;
mod reader;

pub use easel::Easel;
pub use reader::Reader;
