//! A neutral protocol for language models, and the wires that carry it.
//!
//! A wire is two pure functions over state: [`Wire::encode`] makes an HTTP request from a
//! [`Request`], and a [`Decoder`] turns the body's bytes, in whatever pieces they come, into
//! [`Event`]s. Nothing here opens a socket, reads a clock or knows a tool.

mod event;
mod http;
mod request;
pub mod wire;

pub use event::{CallId, Ending, Event, Usage};
pub use http::{Endpoint, HttpRequest};
pub use request::{Content, Limits, Message, Output, Request, Role, Tool};
pub use wire::{Decoder, Wire};
