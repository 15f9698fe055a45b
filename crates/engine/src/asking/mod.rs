//! Questions to models, asked for tools whose workers have no network.
//!
//! A tool's worker says what to ask; the page has it asked here and hands back what comes, without
//! looking into either. So one place knows keys, wires and retries, and a tool's worker can be ended
//! without an answer being lost.
//!
//! ```text
//! tool's worker ──Question──▶ page ──Question──▶ Asker ──▶ endpoint
//!        ▲                     │ ▲                 │
//!        └───────Events────────┘ └─────Events──────┘
//! ```
//!
//! | file | concern |
//! | --- | --- |
//! | [`protocol`] | what the page and the worker say to each other |
//! | `asker` | questions on their way |
//! | `inquiries` | what is asked of an endpoint that is being set |
//! | [`words`] | an answer in words, as what changes of its blocks |

mod asker;
mod inquiries;
pub mod protocol;
pub mod words;

pub use asker::Asker;
