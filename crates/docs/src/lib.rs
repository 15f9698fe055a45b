//! The worker of documentation: what the page's commands make of `ichiban-apidoc`.
//!
//! It is a crate of its own so that the page's module is never linked against the readers.
//!
//! | file | concern |
//! | --- | --- |
//! | [`Desk`] | the commands, the questions |
//! | `reading` | files that are read step by step |
//! | `refining` | a run of a model over what was read |
//! | `shelf` | what was read and what became of it |
//! | `blocks` | documents as blocks in a row, and which block a place is |
//! | `detail` | one operation in full |
//! | `form` | the form that makes a call of it |
//! | `context` | what of the documents goes to a model with a question |
//! | `talk` | questions that a model answers in words |

mod blocks;
mod context;
mod desk;
mod detail;
mod form;
mod lookups;
mod reading;
mod refining;
mod shelf;
mod talk;

pub use desk::Desk;
