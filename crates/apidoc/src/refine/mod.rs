//! What a model adds to what was read without one, section by section, each addition proved by a
//! quotation.
//!
//! ```text
//! documents ─plan─▶ Plan ─next_request─▶ Request ─▶ endpoint
//!                    ▲                                 │ events
//! Api ◀─ Change ─ Session ◀───────── absorb ◀──────────┘
//! ```
//!
//! A [`Plan`] says before anything is sent which sections would be, and how many tokens they are. A
//! [`Session`] hands out requests in reading order, several at a time, and reads their answers as
//! they stream: an operation is added as soon as its method, path and quotation have come, its
//! parameters one by one. What the model says counts only with a verbatim quotation that stands in
//! the section and holds what is claimed; all else is dropped and counted. [`Progress`] can be kept,
//! section by section, and gone on with later. Nothing here does I/O or keeps time.

mod addition;
mod answer;
mod finding;
mod plan;
mod progress;
mod prompt;
mod proof;
mod session;

pub use finding::{Drop, Dropped, Effect, Finding};
pub use plan::{Estimate, Fingerprint, MOST, Plan, Prices, Section};
pub use progress::{Progress, Reading};
pub use session::{Change, Flow, RequestId, Session, Standing};
