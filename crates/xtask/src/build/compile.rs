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
    // One package after the other: compiled together, each would get the features that any of them
    // asks of a crate they share, and the page's module would carry what the renderer needs.
    for package in packages(modules) {
        let mut cargo = cargo();
        cargo.args(["build", "--target", TARGET, "--profile", profile]);
        cargo.args(["--package", package]);
        for module in modules.iter().filter(|module| module.package == package) {
            cargo.args(["--bin", module.bin]);
        }
        process::run(&format!("compile {package} to WebAssembly"), &mut cargo)?;
    }

    let folder = workspace::target().join(TARGET).join(folder);
    let file = |bin: &str| folder.join(bin).with_extension("wasm");
    Ok(modules.iter().map(|module| file(module.bin)).collect())
}

/// The packages of modules, each once.
fn packages(modules: &[Module]) -> Vec<&'static str> {
    let mut packages: Vec<&'static str> = modules.iter().map(|module| module.package).collect();
    packages.dedup();
    packages
}

/// The Cargo that runs us, at the workspace's root.
pub(crate) fn cargo() -> Command {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(program);
    command.current_dir(workspace::root());
    command
}
