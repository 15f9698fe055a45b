//! `OpenAPI` 3.1 documents: written from what was found, or upgraded from what was given.

pub mod upgrade;
mod write;

pub use write::write;

use serde_json::Value;

use crate::api::Note;
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
    let mut notes = Vec::new();
    let mut whole = None;
    for value in given {
        let upgraded = upgrade::upgrade(value);
        match &mut whole {
            None => whole = Some(upgraded),
            Some(whole) => upgrade::merge(whole, upgraded),
        }
    }
    let whole = if documents.is_empty() {
        whole.unwrap_or_else(|| write(&crate::api::Api::default(), base_url))
    } else {
        let api = crate::extract(&documents);
        notes.extend(api.notes.iter().cloned());
        let written = write(&api, base_url);
        match whole {
            Some(mut whole) => {
                upgrade::merge(&mut whole, written);
                whole
            }
            None => written,
        }
    };
    let mut whole = whole;
    if let (Some(url), Value::Object(root)) = (base_url, &mut whole) {
        root.insert("servers".to_owned(), serde_json::json!([{ "url": url }]));
    }
    (whole, notes)
}

/// The document as YAML 1.2.
pub fn to_yaml(document: &Value) -> String {
    serde_saphyr::to_string(document).unwrap_or_default()
}
