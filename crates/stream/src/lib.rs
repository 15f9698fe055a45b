//! Sans-IO incremental decoders: bytes in, borrowed events out.
//!
//! Each decoder is a state machine with the same two calls. `push` takes the next bytes, however
//! they were cut, and hands events to a closure; `finish` says how the input ended. None reads a
//! socket, knows a runtime or looks at a clock.
//!
//! What they all hold to:
//! - any cutting of the same bytes gives the same events, adjacent text deltas joined;
//! - the work is linear in the input, and every buffer has a limit with a clear error;
//! - nothing is reported that a later byte can disprove, and cut input never ends as complete.
//!
//! | module | reads |
//! | --- | --- |
//! | [`utf8`] | UTF-8 text cut inside code points |
//! | [`sse`] | `text/event-stream`, WHATWG HTML §9.2 |
//! | [`ndjson`] | newline-delimited JSON, line by line |
//! | [`json`] | one RFC 8259 document |
//! | [`markdown`] | a `CommonMark` document, block by block |

pub mod json;
pub mod markdown;
pub mod ndjson;
pub mod sse;
pub mod utf8;
mod work;
