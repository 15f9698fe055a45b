//! What the JSON tool makes of a whole document: text in, text out.

use ichiban_json::{convert, repair};
use ichiban_tool::Settings;
use wasm_bindgen::prelude::*;

/// A text that JavaScript writes in place.
#[wasm_bindgen]
pub struct Document {
    bytes: Vec<u8>,
}

#[wasm_bindgen]
impl Document {
    /// Room for so many bytes.
    #[wasm_bindgen(constructor)]
    pub fn new(capacity: usize) -> Self {
        Self {
            bytes: vec![0; capacity],
        }
    }

    /// Makes room for so many bytes in all.
    pub fn grow(&mut self, capacity: usize) {
        self.bytes.resize(capacity, 0);
    }

    /// Where the text is to be written.
    pub fn input(&self) -> *const u8 {
        self.bytes.as_ptr()
    }

    /// What `target` makes of the JSON document in the first `length` bytes. The root's name is
    /// `Root`.
    ///
    /// # Errors
    /// If the text is not JSON, or there is no such target.
    pub fn convert(&self, length: usize, target: &str) -> Result<String, JsError> {
        let target =
            convert::target(target).ok_or_else(|| JsError::new("there is no such target"))?;
        let sample = convert::Sample {
            text: self.text(length)?,
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

    /// Valid JSON from the broken in the first `length` bytes.
    ///
    /// # Errors
    /// If nothing can be made of the text.
    pub fn repair(&self, length: usize) -> Result<String, JsError> {
        repair::repair(self.text(length)?)
            .map(|repaired| repaired.text)
            .map_err(|diagnostic| JsError::new(&diagnostic.message))
    }

    fn text(&self, length: usize) -> Result<&str, JsError> {
        Ok(std::str::from_utf8(
            self.bytes.get(..length).unwrap_or_default(),
        )?)
    }
}
