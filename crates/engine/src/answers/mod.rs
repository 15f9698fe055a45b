//! Answers in words, in a worker of their own: for tools whose own workers have no need of the
//! conversation. Markdown is cut into blocks and made markup there, off the main thread. The worker knows
//! nothing else: neither what was asked nor by whom.
//!
//! | file | concern |
//! | --- | --- |
//! | [`protocol`] | what the page and this worker say to each other |
//! | `coming` | the answers that come |

mod coming;
pub mod protocol;

pub use coming::Answers;
