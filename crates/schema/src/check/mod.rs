//! JSON Schema held to while a document arrives.
//!
//! [`Validator`] is a schema made ready; a [`Validation`] follows the events of a parser and returns
//! a [`Violation`] at the first of them after which no document can satisfy the schema: a wrong type
//! with its first byte, a name that is not allowed with the name, a string that has become too long
//! or can no longer be one of an enumeration with the letter that says so. What is missing is known
//! when its container ends.
//!
//! ```
//! use ichiban_schema::{JsonSchema, Validator};
//! use ichiban_stream::json::{Limits, Parser};
//!
//! let schema: JsonSchema = serde_json::from_str(
//!     r#"{"type": "object", "properties": {"level": {"enum": ["low", "high"]}}, "required": ["level"]}"#,
//! )?;
//! let validator = Validator::new(&schema)?;
//! let mut validation = validator.begin();
//! let mut found = None;
//! Parser::new(Limits::default()).push(br#"{"level": "lou"#, &mut |event, span| {
//!     if let Err(violation) = validation.follow(&event, span) {
//!         found.get_or_insert(violation);
//!     }
//! })?;
//! assert_eq!(found.map(|violation| violation.pointer), Some("/level".to_owned()));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Of the vocabularies of JSON Schema 2020-12 (Validation §6, Core §10) these are held to: `type`,
//! `enum`, `const`, limits of numbers, lengths and counts, `properties`, `required`,
//! `additionalProperties`, `prefixItems`, `items`, `allOf`, `anyOf`, `oneOf`, `not`, and `$ref`
//! within the document. [`Validator::unchecked`] lists what else a schema asks for.
//!
//! | file | concern |
//! | --- | --- |
//! | `compile` | from a schema to a graph of nodes |
//! | `node` | what one schema asks of one value |
//! | `number` | numbers compared as numbers |
//! | `validation` | the values that are open, and which schemas they still satisfy |
//! | `trial` | one schema tried on one value |

mod compile;
pub(crate) mod node;
pub(crate) mod number;
mod trial;
mod validation;

pub use compile::{Unusable, Validator};
pub use validation::{Validation, Violation};
