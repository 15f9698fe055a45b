//! The words of the page, in the languages that it speaks ([`Language`]).
//!
//! They stand in catalogues in the syntax of Project Fluent, one for each part of the page and language
//! (`web/locales/<language>/<part>.ftl`). [`Words`] holds those that have been fetched: it finds a
//! message by its id, puts the arguments in their places, chooses the plural form, and writes numbers
//! as people write them there ([`number`]). What the language lacks is said in English.
//!
//! ```
//! use ichiban_words::{Argument, Language, Words};
//!
//! let catalogue = "
//! left =
//!     { $count ->
//!         [one] Noch { $count } Wert
//!        *[other] Noch { $count } Werte
//!     }
//! ";
//! let mut words = Words::new(Language::De);
//! assert!(words.add(Language::De, "example", catalogue.to_owned()).is_empty());
//! let said = words.text("left", &[("count", Argument::from(1_042))]);
//! assert_eq!(said.as_deref(), Some("Noch 1\u{202f}042 Werte"));
//! ```

mod argument;
mod catalogue;
mod language;
pub mod number;
mod plural;
mod resolve;
mod value;
mod weave;
mod words;

pub use argument::Argument;
pub use language::{Direction, Language};
pub use weave::Piece;
pub use words::{Said, Words};
