//! Types that a schema declares, rather than samples show.
//!
//! Read are JSON Schema (drafts 4 to 2020-12) and what OpenAPI 3.x and Swagger 2.0 declare in its
//! words. Of a schema the shape is taken: types, properties, required, items, enum, const, format,
//! `$ref` within the document, allOf, oneOf and anyOf with their discriminators, null in all its
//! spellings. Limits and patterns are no part of a type.
//!
//! | file | concern |
//! | --- | --- |
//! | `document` | the parts of a document: references, and the schemas that it names |
//! | `flat` | one schema with all that it is put together from |
//! | `shape` | what may stand at a place, and the join of two of these |
//! | `read` | from schemas to shapes |
//! | `named` | from shapes to named types |

mod document;
mod flat;
mod named;
mod read;
mod shape;

use serde_json::Value;
use thiserror::Error;

use crate::Types;

/// Why a document declares no types.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Undeclared {
    /// Nothing in it is a schema.
    #[error("this is no JSON Schema and no OpenAPI document with schemas")]
    NoSchema,
    /// A reference leads nowhere.
    #[error("`{0}` leads to nothing in this document: put what it refers to under `$defs`")]
    Reference(String),
}

impl Types {
    /// The types that a JSON Schema declares, or an OpenAPI document. `name` is for the root type,
    /// which for a document without a root has one optional field for each schema that it names, and for each that an operation carries.
    ///
    /// With `tells_apart`, objects that a property tells apart are a union of several records, as
    /// they are for [`Inference::finish_tagged`](crate::Inference::finish_tagged); else they are
    /// one.
    ///
    /// # Errors
    /// If there is no schema, or one refers to what is not there.
    ///
    /// Cost: linear in the document, but for schemas that are put together from others: each place
    /// that does so costs what these have.
    pub fn declared(document: &Value, name: &str, tells_apart: bool) -> Result<Self, Undeclared> {
        let root = document::root(document).ok_or(Undeclared::NoSchema)?;
        let mut reader = read::Reader::new(document, tells_apart);
        let root = reader.root(&root)?;
        Ok(named::named(reader.shapes, &root, name))
    }
}

#[cfg(test)]
mod tests;
