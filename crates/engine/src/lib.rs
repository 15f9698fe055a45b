//! The Web Worker face of the tools: they run here, off the main thread.
//!
//! [`protocol`] is all the page needs to know; the rest is compiled into the worker's own wasm
//! module.

pub mod protocol;
