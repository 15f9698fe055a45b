//! Translation of user-interface catalogues between human languages.
//!
//! A [`Catalogue`] is a file that was read: its texts as [`Segment`]s, each with its place, and all
//! the bytes around them. A [`Session`] turns the segments into requests to a model, and the
//! model's answers, as they arrive, into checked [`Patch`]es. [`Catalogue::write`] puts
//! translations back; every byte outside them stays as it was.
//!
//! Without a model there are [`pseudo`] (a pseudo-localisation), [`check`] (rules for a
//! translation, whoever wrote it), [`compare`](compare()) (what an existing translation lacks) and
//! [`difference`](difference()) (what of it is missing, stale or left over).
//!
//! Nothing here knows a browser, a clock or a transport.

mod answer;
mod batch;
mod catalogue;
pub mod check;
pub mod compare;
mod difference;
pub mod format;
mod glossary;
pub mod graft;
mod lines;
mod locale;
mod mask;
pub mod memory;
pub mod message;
mod patch;
pub mod plural;
mod prompt;
pub mod pseudo;
pub mod remember;
mod segment;
pub mod selection;
mod session;
mod similar;
pub mod termbase;
pub mod tmx;
mod translation;
mod variant;

pub use batch::BatchLimits;
pub use catalogue::{Catalogue, Hint};
pub use compare::compare;
pub use difference::{Difference, difference};
pub use glossary::{Glossary, Term};
pub use locale::{Locale, NotALocale};
pub use memory::Memory;
pub use message::Syntax;
pub use patch::{Change, Patch, TargetId};
pub use segment::{Segment, SegmentId};
pub use session::{Flow, Job, RequestId, Session, Standing, Target};
pub use similar::{Similar, similar};
pub use translation::{Origin, Translation};
