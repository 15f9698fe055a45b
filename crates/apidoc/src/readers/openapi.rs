//! `OpenAPI` 3.x and Swagger 2.0 in JSON or YAML, as they are; [`crate::openapi`] upgrades them.

use serde_json::Value;

use super::ReadError;

/// Reads YAML into JSON's model. Anchors may not blow a document up beyond the reader's budget.
pub fn read_yaml(name: &str, text: &str) -> Result<Value, ReadError> {
    serde_saphyr::from_str(text).map_err(|error| {
        let place = error.location();
        ReadError::Malformed {
            name: name.to_owned(),
            line: place.map_or(1, |place| usize::try_from(place.line()).unwrap_or(1)),
            column: place.map_or(1, |place| usize::try_from(place.column()).unwrap_or(1)),
            message: format!("not YAML: {error}"),
        }
    })
}
