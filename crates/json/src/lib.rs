//! JSON translation: catalogues between human languages, documents between data formats.

pub mod localise;
