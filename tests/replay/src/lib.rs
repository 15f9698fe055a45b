//! A model server for tests, on loopback: scripted answers in every wire, and every way to fail.
//!
//! What it does is said by the first part of the path, so that tests in parallel do not disturb
//! each other: a base URL such as `http://127.0.0.1:PORT/slow,delay=20,cut=60/v1` names the
//! scenario `slow`, and sets how it behaves. See [`Scenario`] for the settings. The rest of the
//! path is the wire's own. With `GET /requests/SCENARIO` a test asks what was sent to it.
//!
//! The answers come from a scripted model ([`script`]) that reads the request: asked for JSON by a
//! schema, it answers with a document of that schema, and where the question has a text under a
//! property's name, with that text in accents. Other settings make it answer wrongly.
//!
//! At the path of the Responses API it takes WebSockets, too, whose turns are noted with the handshake's headers.
//!
//! It speaks HTTP on bare sockets, since it must be able to misbehave at every byte.

mod diagrams;
mod fault;
mod framing;
mod gzip;
mod http;
mod reader;
mod scenario;
pub mod script;
mod server;
mod socket;

pub use scenario::Scenario;
pub use server::{Options, Sent, Server};
