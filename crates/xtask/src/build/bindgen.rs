//! `wasm-bindgen`: the JavaScript between a module and the browser.
//!
//! It is used as a library, so there is no program to install, and `Cargo.toml` pins it to the
//! version of the crate it must match.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

/// Writes `<name>.js`, `<name>.d.ts` and `<name>_bg.wasm` into `folder`.
pub(crate) fn generate(name: &str, input: Vec<u8>, folder: &Path) -> Result<()> {
    // The development server serves the folder while it is written: it must never see half of it.
    let fresh = folder.with_extension("fresh");
    if fresh.exists() {
        fs::remove_dir_all(&fresh)?;
    }
    fs::create_dir_all(&fresh)?;
    Bindgen::new()
        .input_bytes(name, input)
        .out_name(name)
        .web(true)?
        .typescript(true)
        .omit_default_module_path(true)
        .generate(&fresh)
        .with_context(|| format!("wasm-bindgen fails on the module `{name}`"))?;
    move_into(&fresh, folder)?;
    Ok(fs::remove_dir(&fresh)?)
}

/// Moves what is in a folder into another, in place of what bears the same names there; scripts
/// last, as they ask for the rest.
fn move_into(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    let mut paths = Vec::new();
    for entry in fs::read_dir(from)? {
        paths.push(entry?.path());
    }
    paths.sort_by_key(|path| path.extension().is_some_and(|extension| extension == "js"));
    for path in paths {
        let target = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            move_into(&path, &target)?;
            fs::remove_dir(&path)?;
        } else {
            fs::rename(&path, &target)?;
        }
    }
    Ok(())
}
