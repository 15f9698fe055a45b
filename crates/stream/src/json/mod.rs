//! JSON as it arrives: an incremental RFC 8259 parser, and a document that grows with it.
//!
//! [`Parser`] turns bytes into [`Event`]s, each with the [`Span`] of the source it stands for.
//! [`Document`] keeps what was parsed as a tree and lists what each chunk changed. [`Path`] follows
//! events and names the value they are about.
//!
//! ```
//! use ichiban_stream::json::{Document, End, Limits};
//!
//! let mut document = Document::new(Limits::default());
//! document.push(br#"{"name":"Ad"#)?;
//! let name = document.at("/name").ok_or("no name")?;
//! assert_eq!((name.as_str(), name.is_settled()), (Some("Ad"), false));
//!
//! document.push(br#"a","age":3"#)?;
//! assert!(document.at("/name").is_some_and(|name| name.is_settled()));
//! assert!(document.at("/age").is_none(), "3 may still become 36");
//!
//! document.push(b"6}")?;
//! assert_eq!(document.at("/age").and_then(|age| age.as_number()), Some("36"));
//! assert_eq!(document.finish(), End::Complete);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Decisions where RFC 8259 leaves a choice:
//! - A leading byte order mark is ignored (§8.1); it counts in offsets, not in columns.
//! - A duplicate name (§4) is legal and announced: the later value replaces the earlier.
//! - A `\u` escape that is half of a surrogate pair (§8.2) is shown as U+FFFD and announced with
//!   its source.
//! - Numbers (§6) are given as they are written, of any size; nothing is rounded.
//! - Depth, size and number of values have [`Limits`] (§9).

mod document;
mod end;
mod error;
mod event;
mod limits;
mod names;
mod node;
mod number;
mod parser;
mod path;
mod place;
mod string;
mod tree;

pub use document::{Change, Document, Kind, NodeId};
pub use end::{End, Truncation};
pub use error::{Error, Expected, Found};
pub use event::{Event, Span};
pub use limits::Limits;
pub use node::{Items, Members, Node};
pub use parser::Parser;
pub use path::Path;
pub use place::Place;
