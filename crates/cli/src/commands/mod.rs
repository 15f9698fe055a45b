//! One module per tool, one file per command.

pub(crate) mod json;
pub(crate) mod stream;
