//! `wasm-bindgen`: the JavaScript between a module and the browser.
//!
//! It is used as a library, so there is no program to install, and `Cargo.toml` pins it to the
//! version of the crate it must match.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

/// Writes `<name>.js`, `<name>.d.ts` and `<name>_bg.wasm` into `folder`, in place of what is there.
pub(crate) fn generate(name: &str, input: Vec<u8>, folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    Bindgen::new()
        .input_bytes(name, input)
        .out_name(name)
        .web(true)?
        .typescript(true)
        .omit_default_module_path(true)
        .generate(folder)
        .with_context(|| format!("wasm-bindgen fails on the module `{name}`"))
}
