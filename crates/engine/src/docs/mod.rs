//! What the page and the worker of documentation say to each other. The worker's own crate knows how
//! documentation is read; the page knows only this.
//!
//! | file | concern |
//! | --- | --- |
//! | `protocol` | commands, questions, reports |
//! | `page` | a document as blocks to show, and places in it |
//! | `operation` | one operation in full |
//! | `edit` | what a person corrects of it |
//! | `form` | the form of a request's body: what is filled in, what is sent, what does not fit |
//! | `refining` | what a model adds |
//! | `talk` | questions that a model answers in words |

pub mod edit;
pub mod form;
pub mod operation;
pub mod page;
pub mod protocol;
pub mod refining;
pub mod talk;
