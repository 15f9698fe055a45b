//! What the JSON tool makes of a whole document: text in, text out.

use ichiban_json::{convert, repair};
use ichiban_tool::Settings;
use wasm_bindgen::prelude::*;

/// What `target` makes of a JSON document. The root's name is `Root`.
///
/// # Errors
/// If the text is not JSON, or there is no such target.
#[wasm_bindgen(js_name = convertDocument)]
pub fn convert_document(text: &str, target: &str) -> Result<String, JsError> {
    let target = convert::target(target).ok_or_else(|| JsError::new("there is no such target"))?;
    let sample = convert::Sample {
        text,
        format: convert::format("json"),
        file_name: None,
    };
    Ok(convert::convert(
        &[sample],
        target,
        "Root",
        &Settings::default(),
    )?)
}

/// Valid JSON from broken.
///
/// # Errors
/// If nothing can be made of the text.
#[wasm_bindgen(js_name = repairDocument)]
pub fn repair_document(text: &str) -> Result<String, JsError> {
    repair::repair(text)
        .map(|repaired| repaired.text)
        .map_err(|diagnostic| JsError::new(&diagnostic.message))
}
