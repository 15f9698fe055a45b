//! `wasm-opt`, from the npm package `binaryen`.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::{process, workspace};

/// Shrinks `<name>_bg.wasm` in `folder`. The features it may use are those the module names itself.
pub(crate) fn optimise(name: &str, folder: &Path) -> Result<()> {
    let module = folder.join(format!("{name}_bg.wasm"));
    process::run(
        &format!("optimise the module {name}"),
        Command::new("node")
            .arg(workspace::root().join("web/node_modules/binaryen/bin/wasm-opt"))
            .args(["-Oz", "--strip-debug", "--strip-producers", "-o"])
            .arg(&module)
            .arg(&module),
    )?;
    Ok(())
}
