//! Cargo: Rust to WebAssembly.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use super::{Mode, Module};
use crate::install::wasm_target::TARGET;
use crate::{process, workspace};

/// Names what Cargo runs in place of the compiler for the packages of the workspace.
const WRAPPER: &str = "RUSTC_WORKSPACE_WRAPPER";

/// Whether all that is compiled for tests is compiled by Clippy, as `.ci/run` has it, so that
/// another pass of it would have nothing to say.
pub(crate) fn is_linted() -> bool {
    let wrapper = std::env::var_os(WRAPPER).unwrap_or_default();
    PathBuf::from(wrapper)
        .file_stem()
        .is_some_and(|name| name == "clippy-driver")
}

/// Compiles the modules of a package, and returns the file of each.
pub(crate) fn compile(package: &str, modules: &[Module], mode: Mode) -> Result<Vec<PathBuf>> {
    // Cargo has a name for the profile and another for its folder. For development it is the one
    // the tests are compiled with, so that each finds done what the other did.
    let (profile, folder) = match mode {
        Mode::Release => ("wasm", "wasm"),
        Mode::Dev => ("dev", "debug"),
    };
    let mut cargo = cargo();
    // Clippy compiles too, but does not promise to optimise.
    cargo.env_remove(WRAPPER);
    cargo.args(["build", "--target", TARGET, "--profile", profile]);
    cargo.args(["--package", package]);
    for module in modules {
        cargo.args(["--bin", module.bin]);
    }
    process::run(&format!("compile {package} to WebAssembly"), &mut cargo)?;

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
