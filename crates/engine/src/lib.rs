//! The Web Worker face of the tools: they run here, off the main thread.
//!
//! [`protocol`] is all the page needs to know. [`Engine`] carries it out: a state machine without
//! clock, dice or network, which the worker's program feeds with commands and with what arrives,
//! and which is tested natively in the same way.
//!
//! | file | concern |
//! | --- | --- |
//! | `protocol` | what the page and the worker say to each other |
//! | `inbox` | commands that wait |
//! | `engine` | dispatch of commands, arrivals and wakes; batches of reports |
//! | `source` | the open catalogue, as rows |
//! | `chore` | long work in short steps: taking a translation over, pseudo-localising, exporting |
//! | `table` | the cells, and which of them the page has yet to be told |
//! | `run` | several questions in flight until every cell is settled |
//! | `exchange` | one question: attempts, answer, failure |
//! | `account` | what requests cost, entered and held to a budget |
//! | `probe` | whether an endpoint answers |
//! | `listing` | which models it lists |
//! | `library` | the translation memory that outlives the page |
//! | [`record`] | that memory as records of a store |
//! | `export` | files to take away |
//! | `transport` | how requests leave and answers come back |
//! | `sockets` | which WebSocket carries which request, and what its messages mean |
//! | `socket_transport` | carries requests so in a browser |
//! | [`fetching`], [`alarm`] | the network and the clock of a worker in a browser |
//! | [`tape`] | recordings that answer in a server's place |
//! | [`text`] | a text that a person edits, sent edit by edit |
//! | [`asking`] | questions to models for tools whose workers have no network |
//! | [`answers`] | answers in words, which have a worker of their own |
//! | [`data`] | conversion and repair, which have a worker of their own |
//! | [`diagram`] | what the page says to the workers of diagrams |
//! | [`docs`] | what the page says to the worker of documentation |
//! | [`handler`], [`serve`](mod@serve) | the life of a worker that does one job at a time |
//! | [`job`], [`setting`] | what such workers have in common with the page |

mod account;
pub mod alarm;
pub mod answers;
pub mod asking;
mod chore;
pub mod data;
pub mod diagram;
pub mod docs;
mod engine;
mod exchange;
mod export;
pub mod fetching;
pub mod handler;
mod inbox;
pub mod job;
mod library;
mod listing;
pub mod packed;
mod probe;
pub mod protocol;
pub mod record;
mod run;
pub mod serve;
pub mod setting;
mod socket_transport;
mod sockets;
mod source;
mod table;
pub mod tape;
pub mod text;
mod transport;

pub use engine::Engine;
pub use inbox::Inbox;
pub use library::MemoryChange;
pub use transport::{Arrival, ExchangeId, Loss, Moment, Transport};
