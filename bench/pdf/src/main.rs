//! The reader of documentation as a worker's JavaScript sees it, to be measured against pdf.js: a
//! module of its own, since what it takes of memory is measured too.

use ichiban_apidoc::document::{Block, BlockKind};
use ichiban_apidoc::{Source, openapi, readers};
use wasm_bindgen::prelude::*;

/// The texts of a PDF's blocks, a line for each.
///
/// # Errors
/// If it cannot be read.
#[wasm_bindgen]
pub fn texts(name: &str, bytes: Vec<u8>) -> Result<String, JsError> {
    let document = readers::pdf::read(name, bytes)?;
    let mut out = String::new();
    write(&document.blocks, &mut out);
    Ok(out)
}

fn write(blocks: &[Block], out: &mut String) {
    for block in blocks {
        match &block.kind {
            BlockKind::Heading { text, .. } | BlockKind::Paragraph(text) => line(&text.plain, out),
            BlockKind::Code { text, .. } => line(text, out),
            BlockKind::Table(table) => {
                let rows = table.rows.iter().flat_map(|row| &row.cells);
                for cell in table.header.iter().chain(rows) {
                    line(&cell.plain, out);
                }
            }
            BlockKind::List(items) => {
                for item in items {
                    line(&item.text.plain, out);
                    write(&item.children, out);
                }
            }
            _ => {}
        }
    }
}

fn line(text: &str, out: &mut String) {
    out.push_str(text);
    out.push('\n');
}

/// Documents on their way to a specification.
#[wasm_bindgen]
#[derive(Default)]
pub struct Documents {
    sources: Vec<Source>,
}

#[wasm_bindgen]
impl Documents {
    /// None yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads a file.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), JsError> {
        self.sources.push(readers::read(name, bytes)?);
        Ok(())
    }

    /// What was read as an OpenAPI document.
    pub fn compile(self) -> String {
        openapi::compile(self.sources, None).0.to_string()
    }
}

fn main() {}
