//! `wasm_split`: cuts a module at the functions that say so (`#[wasm_split]`) into one for the
//! first view and others that are fetched when one of those functions is called.
//!
//! It is used as a library, like `wasm-bindgen`, and works on what the linker wrote, with its
//! relocations.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use wasm_split_cli_support::Options;

/// Cuts the module `name`: writes the parts that are fetched later into `folder`, with the script
/// that fetches them, and returns what remains.
pub(crate) fn split(name: &str, input: &[u8], folder: &Path) -> Result<Vec<u8>> {
    let script = format!("./{name}.js");
    let rest = folder.join("rest.wasm");
    let mut options = Options::new(input);
    options.main_module = &script;
    options.link_name = "./parts.js";
    options.output_dir = folder;
    options.main_out_path = &rest;
    wasm_split_cli_support::transform(options)
        .map_err(|error| anyhow!("{error:?}"))
        .with_context(|| format!("the module `{name}` cannot be cut into parts"))?;
    let bytes = fs::read(&rest)?;
    fs::remove_file(&rest)?;
    Ok(bytes)
}
