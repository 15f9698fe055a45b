//! `OpenAPI` 3.1 documents: written from what was found, or upgraded from what was given.

pub mod upgrade;
mod write;

pub use write::write;

use serde_json::Value;

use crate::api::{Api, Note};
use crate::readers::Source;

/// Everything in `sources` as one `OpenAPI` 3.1 document, and what is worth saying of it.
///
/// Documentation and recordings are read for operations; `OpenAPI` documents among the sources are
/// upgraded and go before. `base_url` replaces the servers that were found.
pub fn compile(sources: Vec<Source>, base_url: Option<&str>) -> (Value, Vec<Note>) {
    let mut documents = Vec::new();
    let mut given = Vec::new();
    for source in sources {
        match source {
            Source::Document(document) => documents.push(document),
            Source::OpenApi(value) => given.push(value),
        }
    }
    let api = (!documents.is_empty()).then(|| crate::extract(&documents));
    let notes = api.as_ref().map(|api| api.notes.clone());
    (
        assemble(given, api.as_ref(), base_url),
        notes.unwrap_or_default(),
    )
}

/// What was given and what was found as one document: the given ones are upgraded and go before.
pub fn assemble(given: Vec<Value>, api: Option<&Api>, base_url: Option<&str>) -> Value {
    let mut whole = None;
    for value in given {
        let upgraded = upgrade::upgrade(value);
        match &mut whole {
            None => whole = Some(upgraded),
            Some(whole) => upgrade::merge(whole, upgraded),
        }
    }
    let mut whole = match (whole, api) {
        (Some(mut whole), Some(api)) => {
            upgrade::merge(&mut whole, write(api, base_url));
            whole
        }
        (Some(whole), None) => whole,
        (None, Some(api)) => write(api, base_url),
        (None, None) => write(&Api::default(), base_url),
    };
    if let Some(url) = base_url {
        upgrade::serve_at(&mut whole, url);
    }
    whole
}

/// The document as YAML 1.2.
pub fn to_yaml(document: &Value) -> String {
    serde_saphyr::to_string(document).unwrap_or_default()
}
