//! What the page and the worker of documentation say to each other. The worker's own crate knows how
//! documentation is read; the page knows only this.
//!
//! | file | concern |
//! | --- | --- |
//! | `protocol` | commands, questions, reports |
//! | `page` | a document as blocks to show, and places in it |
//! | `operation` | one operation in full |
//! | `refining` | what a model adds |

pub mod operation;
pub mod page;
pub mod protocol;
pub mod refining;
