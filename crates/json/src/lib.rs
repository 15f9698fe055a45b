//! JSON translation: catalogues between human languages, documents between data formats.

pub mod localise;
//! JSON translation: catalogues, conversion, repair.
pub mod convert;
pub mod value;
pub use value::Value;
