//! Shapes of data: their inference from samples, and JSON Schema as a type.
//!
//! [`Inference`] watches documents go by, as events of a [`Visitor`], and ends in [`Types`]: the
//! records, enums and unions that hold all of them. Code generators read [`Types`].
//! [`Validator`] holds documents to a schema while they arrive, [`Grammar`] has a server write no
//! others.
//! [`JsonSchema`] is the 2020-12 vocabulary, to be written and read with serde.

mod check;
mod declare;
mod document;
mod format;
mod grammar;
mod infer;
mod json_schema;
mod name;
mod types;
mod visit;

pub use check::{Unusable, Validation, Validator, Violation};
pub use declare::Undeclared;
pub use document::{Nobody, is_json, read_json};
pub use format::Format;
pub use grammar::Grammar;
pub use infer::Inference;
pub use json_schema::{JsonSchema, SchemaObject, SimpleType, SimpleTypes};
pub use name::{singular, words};
pub use types::{
    Enum, EnumId, Field, IntegerRange, Kind, Record, RecordId, Tag, Type, Types, Union, UnionId,
};
pub use visit::{Seed, Visitor};
