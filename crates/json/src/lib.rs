//! JSON translation: catalogues, conversion, repair.
