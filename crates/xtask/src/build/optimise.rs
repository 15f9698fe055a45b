//! `wasm-opt`, from the npm package `binaryen`.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::{process, workspace};

/// Shrinks every module in `folder`. The features they may use are those each names itself.
pub(crate) fn optimise(folder: &Path) -> Result<()> {
    let mut modules = Vec::new();
    for entry in fs::read_dir(folder)? {
        modules.push(entry?.path());
    }
    modules.retain(|path| {
        path.extension()
            .is_some_and(|extension| extension == "wasm")
    });
    modules.sort();
    for module in modules {
        let name = module.file_stem().unwrap_or_default().to_string_lossy();
        process::run(
            &format!("optimise the module {name}"),
            Command::new("node")
                .arg(workspace::root().join("web/node_modules/binaryen/bin/wasm-opt"))
                .args(["-Oz", "--one-caller-inline-max-function-size=1000"])
                .args(["--strip-debug", "--strip-producers", "-o"])
                .arg(&module)
                .arg(&module),
        )?;
    }
    Ok(())
}
