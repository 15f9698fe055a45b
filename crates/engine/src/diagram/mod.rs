//! What the page and the workers of diagrams say to each other. The workers' own crate knows the
//! renderer and the sources; the page knows only this.
//!
//! | file | concern |
//! | --- | --- |
//! | `protocol` | drawing: check, fix, format, compare, export, share |
//! | `author` | diagrams that a model writes |
//! | `explain` | what a model is asked about a diagram in words |
//! | `source` | making diagrams of data and code |

pub mod author;
pub mod explain;
pub mod protocol;
pub mod source;
