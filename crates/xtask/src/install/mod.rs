//! What has to be on the machine, one prerequisite a file. Each is installed if that can be done
//! without asking; otherwise the error names the command that does it.

pub(crate) mod chromium;
pub(crate) mod debian;
pub(crate) mod node;
pub(crate) mod npm;
pub(crate) mod python;
pub(crate) mod wasm_target;
