//! Tests of the Rust code that needs a browser, written with `wasm-bindgen-test`.
//!
//! They are compiled and given their JavaScript like the page's own modules, served by Vite (a
//! crate may import the app's scripts), and opened by Playwright: no driver of another version than
//! the browser is needed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::json;
use wasm_bindgen_cli_support::Bindgen;

use super::counts::Counts;
use crate::build::{Mode, bundle, cargo};
use crate::install::wasm_target::{self, TARGET};
use crate::lint::metadata;
use crate::process::{self, Service};
use crate::{install, workspace};

/// What the tests are written with.
const RUNTIME: &str = "wasm-bindgen-test";
/// How the runtime marks the export of a test that is to be run.
const TEST: &str = "__wbgt_";
/// The section in which `wasm_bindgen_test_configure!` says where the tests are to run, and how it
/// says: in a dedicated worker.
const CONFIGURATION: &str = "__wasm_bindgen_test_unstable";
const IN_WORKER: u8 = 2;

pub(super) fn run(rest: &[String]) -> Result<String> {
    wasm_target::ensure()?;
    install::npm::ensure("web")?;
    install::npm::ensure("tests/e2e")?;
    let chromium = install::chromium::ensure()?;

    let folder = workspace::target().join("browser-tests");
    let mut suites = Vec::new();
    for program in compile()? {
        suites.extend(prepare(&program, &folder, rest)?);
    }

    let root = workspace::root();
    let address = process::free_address()?;
    let vite = Service::at(
        "server of the tests",
        bundle::vite(Mode::Dev)
            .arg("--config")
            .arg(root.join("tests/browser/vite.config.js"))
            .args(["--strictPort", "--host", "127.0.0.1", "--port"])
            .arg(address.port().to_string())
            .env("ICHIBAN_SUITES", &folder),
        address,
        Duration::from_mins(1),
    )?;
    let finished = process::finish(
        "tests in the browser",
        Command::new("node")
            .arg(root.join("tests/e2e/browser-tests.mjs"))
            .arg(&vite.address)
            .args(suites)
            .env(install::chromium::VARIABLE, chromium),
    )?;
    Counts::read(&finished.output).said(&finished)
}

/// Compiles the tests, and returns their programs.
fn compile() -> Result<Vec<PathBuf>> {
    let mut command = cargo();
    command.args(["test", "--no-run", "--target", TARGET]);
    command.args(["--message-format", "json-render-diagnostics"]);
    // The others have no such tests, and some take minutes.
    for package in metadata::read()?.members().filter(|one| one.uses(RUNTIME)) {
        command.args(["--package", &package.name]);
    }
    let finished = process::run("compile the tests to WebAssembly", &mut command)?;
    programs(&finished.output)
}

/// The programs in the [messages](https://doc.rust-lang.org/cargo/reference/external-tools.html)
/// of Cargo.
fn programs(messages: &str) -> Result<Vec<PathBuf>> {
    #[derive(Deserialize)]
    struct Artifact {
        executable: Option<PathBuf>,
        profile: Profile,
    }
    #[derive(Deserialize)]
    struct Profile {
        test: bool,
    }
    let mut programs = Vec::new();
    for line in messages.lines() {
        // Cargo's progress is among the messages.
        if line.contains("\"reason\":\"compiler-artifact\"") {
            let artifact: Artifact = serde_json::from_str(line)
                .with_context(|| format!("cannot read Cargo's message {line}"))?;
            programs.extend(artifact.executable.filter(|_| artifact.profile.test));
        }
    }
    Ok(programs)
}

/// Makes a suite of a program, and returns its folder; nothing if it has no test for the browser.
fn prepare(program: &Path, folder: &Path, filter: &[String]) -> Result<Option<PathBuf>> {
    let input = fs::read(program)?;
    // Without a test, the runtime is not linked in, and there is nothing to bind.
    if !contains(&input, TEST.as_bytes()) {
        return Ok(None);
    }
    let mut output = Bindgen::new()
        .input_bytes("suite", input)
        .out_name("suite")
        .web(true)?
        .debug(true)
        .export_wasm(true)
        .emit_start(false)
        .omit_default_module_path(true)
        .generate_output()
        .with_context(|| format!("wasm-bindgen fails on {}", program.display()))?;

    let exports = output.wasm().exports.iter();
    let cases: Vec<String> = exports
        .map(|export| export.name.clone())
        .filter(|name| name.starts_with(TEST))
        .filter(|name| filter.iter().all(|text| name.contains(text.as_str())))
        .collect();
    let sections = output.wasm().customs.iter();
    #[expect(
        clippy::default_trait_access,
        reason = "the type is of a crate that is not ours to name"
    )]
    let in_worker = sections
        .filter(|(_, section)| section.name() == CONFIGURATION)
        .any(|(_, section)| section.data(&Default::default()).contains(&IN_WORKER));

    let name = program.file_stem().unwrap_or_default();
    let folder = folder.join(name);
    fs::create_dir_all(&folder)?;
    output.emit(&folder)?;
    let scope = if in_worker { "worker" } else { "window" };
    fs::write(
        folder.join("suite.json"),
        json!({ "scope": scope, "cases": cases }).to_string(),
    )?;
    Ok(Some(folder))
}

fn contains(bytes: &[u8], text: &[u8]) -> bool {
    bytes.windows(text.len()).any(|window| window == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_programs_off_cargos_messages() {
        let messages = concat!(
            r#"{"reason":"compiler-artifact","profile":{"test":false},"executable":null}"#,
            "\n   Compiling ichiban-browser\n",
            r#"{"reason":"compiler-artifact","profile":{"test":true},"executable":"t/a.wasm"}"#,
            "\n",
            r#"{"reason":"compiler-artifact","profile":{"test":false},"executable":"t/b.wasm"}"#,
            "\n",
            r#"{"reason":"build-finished","success":true}"#,
        );
        assert_eq!(programs(messages).unwrap(), [PathBuf::from("t/a.wasm")]);
    }
}
