//! JSON translation: catalogues between human languages, documents between data formats.

pub mod convert;
pub mod localise;
mod nesting;
pub mod query;
pub mod repair;
pub mod value;

pub use value::Value;
