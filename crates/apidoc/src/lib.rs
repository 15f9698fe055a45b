//! API documentation into an `OpenAPI` 3.1 document, calls and tool definitions, without a model.
//!
//! ```text
//! bytes ─readers─▶ Document ─extract─▶ Api ─openapi::write─▶ OpenAPI 3.1 ─▶ calls, tools
//! ```
//!
//! Readers know formats and nothing of APIs; extraction knows how people document APIs and nothing
//! of formats. Nothing here does I/O, keeps time or starts threads, so all of it runs in a worker.

pub mod api;
pub mod calls;
pub mod document;
pub mod edit;
pub mod exchange;
mod extract;
mod infer;
pub mod openapi;
pub mod passage;
pub mod readers;
pub mod refine;
pub mod schema;
pub mod search;
pub mod tools;

pub use extract::extract;
pub use readers::{ReadError, Source, open, read};
