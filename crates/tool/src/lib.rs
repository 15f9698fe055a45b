//! The contract that every tool keeps: what it reads ([`DataKind`]), what it says of its input
//! ([`Diagnostic`]). A tool crate depends on this one and on no other tool.

mod data_kind;
mod diagnostic;
mod setting;

pub use data_kind::DataKind;
pub use diagnostic::{Diagnostic, Place, Severity};
pub use setting::{Choice, Setting, Settings, UnknownChoice};
