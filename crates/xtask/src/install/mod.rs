//! What has to be on the machine, one prerequisite a file. Each is installed if that can be done
//! without asking; otherwise the error names the command that does it.
//!
//! Steps of the tests run side by side and may want the same: each waits for who installs it.

pub(crate) mod chromium;
pub(crate) mod debian;
pub(crate) mod node;
pub(crate) mod npm;
pub(crate) mod python;
pub(crate) mod wasm_target;

use std::sync::{Mutex, MutexGuard, PoisonError};

/// Waits for whoever holds `what`. A thread that panicked has left nothing half done that the next
/// would not see: each looks for itself what is there.
fn alone(what: &'static Mutex<()>) -> MutexGuard<'static, ()> {
    what.lock().unwrap_or_else(PoisonError::into_inner)
}
