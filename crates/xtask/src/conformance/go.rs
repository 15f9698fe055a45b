//! Go: structs read the samples and write them again.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};

use super::{Samples, debian_may_install, respelling, run_check, sources, write};
use crate::install::debian;
use crate::process;

/// Each sample's package compiles; its root reads the sample and writes it again.
pub(super) fn check(samples: &Samples, folder: &Path, options: &[&str]) -> Result<()> {
    ensure()?;
    fs::remove_dir_all(folder)?;
    samples.convert(
        "go",
        |sample| folder.join(&sample.name).join("model.go"),
        options,
    )?;
    let unformatted = process::run("gofmt", Command::new("gofmt").arg("-l").arg(folder))?;
    if !unformatted.output.trim().is_empty() {
        bail!("not as gofmt would have it:\n{}", unformatted.output.trim());
    }
    let (mut imports, mut list) = (String::new(), String::new());
    for sample in &samples.entries {
        let (name, path) = (&sample.name, sample.path.display().to_string());
        writeln!(imports, "\t{name} \"conformance/{name}\"")?;
        writeln!(list, "\t{{{name:?}, {path:?}, new({name}.Root)}},")?;
    }
    let samples = format!(
        "package main\n\nimport (\n{imports})\n\nvar samples = []struct {{\n\tname, path string\n\
         \troot any\n}}{{\n{list}}}\n"
    );
    write(&folder.join("samples.go"), &samples)?;
    write(&folder.join("go.mod"), "module conformance\n\ngo 1.18\n")?;
    write(
        &folder.join("main.go"),
        &fs::read_to_string(sources().join("go/main.go"))?,
    )?;
    let go = |args: &[&str]| {
        let mut command = Command::new("go");
        command
            .current_dir(folder)
            .args(args)
            .env("GOFLAGS", "-mod=mod")
            .env("GOPROXY", "off");
        command
    };
    process::run("go vet", &mut go(&["vet", "./..."]))?;
    run_check(
        "use go on each sample",
        respelling(&mut go(&["run", "."]), options),
    )
}

/// Sees to it that Go is there.
fn ensure() -> Result<()> {
    if process::answer("go", &["version"]).is_some() {
        return Ok(());
    }
    if debian_may_install() {
        return debian::install(&["golang-go"]);
    }
    bail!("Go is missing: `apt install golang-go`, or https://go.dev/dl")
}
