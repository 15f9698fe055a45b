//! The contract that every tool keeps: what it reads ([`DataKind`]), what it says of its input
//! ([`Diagnostic`]). A tool crate depends on this one and on no other tool.

mod data_kind;
mod diagnostic;

pub use data_kind::DataKind;
pub use diagnostic::{Diagnostic, Place, Severity};
