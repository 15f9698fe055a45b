//! `wasm-bindgen`: the JavaScript between a module and the browser.
//!
//! It is used as a library, so there is no program to install, and `Cargo.toml` pins it to the
//! version of the crate it must match.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use super::{Mode, Module, names, split};

/// Writes `<name>.js`, `<name>.d.ts`, `<name>_bg.wasm` and the parts that are fetched later into
/// `folder`.
pub(crate) fn generate(module: &Module, input: Vec<u8>, folder: &Path, mode: Mode) -> Result<()> {
    let name = module.name;
    // The development server serves the folder while it is written: it must never see half of it.
    let fresh = folder.with_extension("fresh");
    if fresh.exists() {
        fs::remove_dir_all(&fresh)?;
    }
    fs::create_dir_all(&fresh)?;
    let input = if module.has_parts {
        split::split(name, &input, &fresh)?
    } else {
        input
    };
    let mut output = Bindgen::new()
        .input_bytes(name, input)
        // By these the parts find the memory and the functions they share.
        .keep_lld_exports(module.has_parts)
        .out_name(name)
        .web(true)?
        // `wasm-opt` does so to the others.
        .remove_name_section(mode == Mode::Release && !module.is_optimised)
        .remove_producers_section(mode == Mode::Release && !module.is_optimised)
        .typescript(true)
        .omit_default_module_path(true)
        .generate_output()
        .with_context(|| format!("wasm-bindgen fails on the module `{name}`"))?;
    let script = (mode == Mode::Release).then(|| {
        let script = output.js().to_owned();
        let imports = output.wasm_mut().imports.iter_mut();
        names::shorten(imports.map(|import| &mut import.name), &script)
    });
    output.emit(&fresh)?;
    if let Some(script) = script {
        fs::write(fresh.join(name).with_extension("js"), script)?;
    }
    // A part may have had another name the last time.
    if folder.exists() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let is_made_anew = path
                .file_name()
                .is_some_and(|name| fresh.join(name).exists());
            if path.is_file() && !is_made_anew {
                fs::remove_file(path)?;
            }
        }
    }
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
