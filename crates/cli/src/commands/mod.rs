//! One module per tool, one file per command.

pub(crate) mod apidoc;
mod flags;
pub(crate) mod json;
pub(crate) mod mermaid;
pub(crate) mod stream;
