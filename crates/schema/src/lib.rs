//! JSON Schema: a type, its inference from samples, and an incremental validator.
