//! A small language model behind an OpenAI-compatible server: llama.cpp from the Python package
//! `xllamacpp`, and the model of `cargo xtask model`.
//!
//! Everything is put into a virtual environment of its own under `target/`, once. The model is too
//! small to translate well; it shows that everything around a model works.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::Result;

use crate::process::{self, Service};
use crate::{install, model, serve, workspace};

/// The model's name, as requests must spell it.
pub(crate) const MODEL: &str = "SmolLM2-135M-Instruct";
const ENGINE_PACKAGE: &str = "xllamacpp==2026.10.11549";
/// Loading takes a second; a machine busy with a build may need many.
const PATIENCE: Duration = Duration::from_mins(2);

/// Starts a small language model behind an OpenAI-compatible server
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The port to listen on; 0 takes a free one
    #[arg(long, default_value_t = 8081)]
    port: u16,
}

pub(crate) fn run(args: &Args) -> Result<()> {
    let mut server = start(args.port)?;
    println!("\nA model is at   {}/v1", server.address);
    println!("Its name is     {MODEL}");
    println!("It needs no key, and answers pages of any origin. Stop it with Ctrl+C.");
    server.wait()
}

/// Installs what is missing, and returns the server's Python and the model.
pub(crate) fn ensure() -> Result<(PathBuf, PathBuf)> {
    let folder = workspace::target().join("model-server");
    let python = engine(&folder)?;
    let model = model::file()?;
    Ok((python, model))
}

/// Installs what is missing, and starts the server on a port (0: a free one).
pub(crate) fn start(port: u16) -> Result<Service> {
    let (python, model) = ensure()?;
    // The server itself would not say plainly that its port is taken.
    let port = serve::listen(port)?.local_addr()?.port();
    Service::announced(
        "model server",
        Command::new(python)
            .arg(workspace::root().join("crates/xtask/src/model_server/serve.py"))
            .arg(model)
            .args([MODEL, &port.to_string()]),
        PATIENCE,
    )
}

/// Sees to it that llama.cpp is in the virtual environment, and returns its Python.
fn engine(folder: &Path) -> Result<PathBuf> {
    let environment = folder.join("python");
    let python = environment.join(if cfg!(windows) {
        "Scripts/python.exe"
    } else {
        "bin/python"
    });
    let stamp = environment.join(".installed");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == ENGINE_PACKAGE) {
        return Ok(python);
    }
    let base = install::python::ensure()?;
    process::run(
        "create a Python environment",
        Command::new(base)
            .args(["-m", "venv", "--clear"])
            .arg(&environment),
    )?;
    process::run(
        "install llama.cpp",
        pip(&python).args(["install", "--only-binary=:all:", ENGINE_PACKAGE]),
    )?;
    fs::write(stamp, ENGINE_PACKAGE)?;
    Ok(python)
}

/// pip of a Python, which asks nothing.
pub(crate) fn pip(python: &Path) -> Command {
    let mut command = Command::new(python);
    command
        .args(["-m", "pip"])
        .env("PIP_DISABLE_PIP_VERSION_CHECK", "1")
        .env("PIP_NO_INPUT", "1");
    command
}
