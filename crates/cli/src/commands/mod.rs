//! One module per tool, one file per command.

pub(crate) mod apidoc;
mod exchange;
mod flags;
pub(crate) mod json;
pub(crate) mod mermaid;
mod model;
pub(crate) mod stream;
