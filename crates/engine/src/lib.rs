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
//! | `probe` | whether an endpoint answers |
//! | `library` | the translation memory that outlives the page |
//! | [`record`] | that memory as records of a store |
//! | `export` | files to take away |
//! | `transport` | how requests leave and answers come back |
//! | [`data`] | conversion and repair, which have a worker of their own |

mod chore;
pub mod data;
mod engine;
mod exchange;
mod export;
mod inbox;
mod library;
mod probe;
pub mod protocol;
pub mod record;
mod run;
mod source;
mod table;
mod transport;

pub use engine::Engine;
pub use inbox::Inbox;
pub use library::MemoryChange;
pub use transport::{Arrival, ExchangeId, Loss, Moment, Transport};
