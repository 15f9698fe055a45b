//! Rust: structs read the samples and write them again.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::{Samples, respelling, run_check, sources, write};
use crate::workspace;

/// Each sample is a module of one crate; its root reads the sample and writes it again.
pub(super) fn check(samples: &Samples, folder: &Path, options: &[&str]) -> Result<()> {
    let sources = sources().join("rust");
    write(
        &folder.join("Cargo.toml"),
        &fs::read_to_string(sources.join("Cargo.toml"))?,
    )?;
    write(
        &folder.join("src/main.rs"),
        &fs::read_to_string(sources.join("main.rs"))?,
    )?;
    samples.convert(
        "rust",
        |sample| folder.join(format!("src/samples/{}.rs", sample.name)),
        options,
    )?;
    let (mut modules, mut list) = (String::new(), String::new());
    for sample in &samples.entries {
        let (name, path) = (&sample.name, sample.path.display().to_string());
        writeln!(modules, "mod {name};")?;
        writeln!(
            list,
            "    ({name:?}, {path:?}, crate::round_trip::<{name}::Root>),"
        )?;
    }
    let all = "pub const ALL: &[(&str, &str, fn(&str) -> Result<serde_json::Value, String>)]";
    // Generated code is not called but for its roots.
    let header = "#![allow(dead_code, non_snake_case)]\n";
    write(
        &folder.join("src/samples/mod.rs"),
        &format!("{header}{modules}\n{all} = &[\n{list}];\n"),
    )?;
    run_check(
        "use rust on each sample",
        respelling(
            Command::new("cargo")
                .current_dir(folder)
                .args(["run", "--quiet"])
                // How it looks is not for Clippy to say.
                .env_remove("RUSTC_WORKSPACE_WRAPPER")
                .env(
                    "CARGO_TARGET_DIR",
                    workspace::target().join("conformance/rust-target"),
                ),
            options,
        ),
    )
}
