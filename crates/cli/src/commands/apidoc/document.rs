//! Reads an OpenAPI document for commands that take one.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use ichiban_apidoc::{Source, openapi};
use serde_json::Value;

/// The document in a file, or in standard input for `-`, as OpenAPI 3.1; or why not.
pub(super) fn read(path: &Path) -> Result<Value, String> {
    let mut bytes = Vec::new();
    let name = path.display().to_string();
    if name == "-" {
        io::stdin()
            .lock()
            .read_to_end(&mut bytes)
            .map_err(|error| error.to_string())?;
    } else {
        bytes = fs::read(path).map_err(|error| format!("{name}: {error}"))?;
    }
    match ichiban_apidoc::read(&name, &bytes).map_err(|error| error.to_string())? {
        Source::OpenApi(document) => Ok(openapi::upgrade::upgrade(document)),
        Source::Document(_) => Err(format!(
            "{name} is no OpenAPI document: make one of it with `ichiban apidoc openapi {name}`."
        )),
    }
}
