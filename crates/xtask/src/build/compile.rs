//! Cargo: Rust to WebAssembly.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use super::{Mode, Module};
use crate::install::wasm_target::TARGET;
use crate::{process, workspace};

/// Compiles modules, and returns the files in their order.
pub(crate) fn compile(modules: &[Module], mode: Mode) -> Result<Vec<PathBuf>> {
    // Cargo has a name for the profile and another for its folder. For development it is the one
    // the tests are compiled with, so that each finds done what the other did.
    let (profile, folder) = match mode {
        Mode::Release => ("wasm", "wasm"),
        Mode::Dev => ("dev", "debug"),
    };
    let mut cargo = cargo();
    cargo.args(["build", "--target", TARGET, "--profile", profile]);
    for module in modules {
        cargo.args(["--package", module.package, "--bin", module.bin]);
    }
    process::run("compile to WebAssembly", &mut cargo)?;

    let folder = workspace::target().join(TARGET).join(folder);
    let file = |bin: &str| folder.join(bin).with_extension("wasm");
    Ok(modules.iter().map(|module| file(module.bin)).collect())
}

/// The Cargo that runs us, at the workspace's root.
pub(crate) fn cargo() -> Command {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(program);
    command.current_dir(workspace::root());
    command
}
