//! Builds the page: Rust to WebAssembly, `wasm_split`, `wasm-bindgen`, `wasm-opt`, then Vite bundles and hashes
//! the rest into `dist/`.
//!
//! Every step is skipped when its input is, byte for byte, that of the last time.

mod base;
mod bindgen;
pub(crate) mod bundle;

mod compile;
mod names;
mod optimise;
mod programs;
mod split;
mod stamp;

pub(crate) use base::Base;
pub(crate) use compile::{cargo, is_linted};
pub(crate) use programs::programs;

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Instant;

use anyhow::{Result, anyhow};

use crate::{install, process, workspace};

/// Builds the page into dist/
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Build quickly rather than small: for looking at, not for shipping
    #[arg(long)]
    dev: bool,
    /// The path at which the host puts the site, such as `/tools/`
    #[arg(long, default_value_t)]
    base: Base,
}

/// How a build is meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Mode {
    /// To be shipped: optimised, compressed.
    Release,
    /// To be looked at while working: compiled quickly.
    Dev,
}

/// A WebAssembly module.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Module {
    /// What the scripts call it: they import `@wasm/<name>/<name>.js`.
    pub(crate) name: &'static str,
    pub(crate) package: &'static str,
    pub(crate) bin: &'static str,
    /// Whether parts of it are fetched later: it has functions that bear `#[wasm_split]`.
    pub(crate) has_parts: bool,
    /// Whether `wasm-opt` makes what is sent smaller. It shrinks every module, but some compress
    /// worse then.
    pub(crate) is_optimised: bool,
}

/// Every module of the page. Each is a program: a library's exports would end up in every module that
/// uses the library.
pub(crate) const MODULES: [Module; 8] = [
    Module {
        name: "web",
        package: "ichiban-web",
        bin: "ichiban-web",
        has_parts: true,
        is_optimised: true,
    },
    Module {
        name: "engine",
        package: "ichiban-engine",
        bin: "ichiban-engine-worker",
        has_parts: false,
        is_optimised: true,
    },
    Module {
        name: "model",
        package: "ichiban-engine",
        bin: "ichiban-model-worker",
        has_parts: false,
        is_optimised: true,
    },
    Module {
        name: "data",
        package: "ichiban-engine",
        bin: "ichiban-data-worker",
        has_parts: false,
        is_optimised: true,
    },
    Module {
        name: "answer",
        package: "ichiban-engine",
        bin: "ichiban-answer-worker",
        has_parts: false,
        is_optimised: true,
    },
    Module {
        name: "diagram",
        package: "ichiban-diagram",
        bin: "ichiban-diagram-worker",
        has_parts: false,
        is_optimised: false,
    },
    Module {
        name: "source",
        package: "ichiban-diagram",
        bin: "ichiban-source-worker",
        has_parts: false,
        is_optimised: true,
    },
    Module {
        name: "docs",
        package: "ichiban-docs",
        bin: "ichiban-docs-worker",
        has_parts: false,
        is_optimised: true,
    },
];

pub(crate) fn run(args: &Args) -> Result<()> {
    let mode = if args.dev { Mode::Dev } else { Mode::Release };
    let started = Instant::now();
    site(mode, &args.base)?;
    println!(
        "built {} in {}",
        workspace::dist().display(),
        process::seconds(started.elapsed())
    );
    Ok(())
}

/// Builds the site to begin at a path of its host, and returns its folder.
pub(crate) fn site(mode: Mode, base: &Base) -> Result<PathBuf> {
    install::wasm_target::ensure()?;
    install::npm::ensure("web")?;
    modules(&MODULES, mode)?;
    bundle::bundle(mode, base)
}

/// Builds WebAssembly modules into [`wasm_folder`].
pub(crate) fn modules(modules: &[Module], mode: Mode) -> Result<()> {
    let was_shared = process::share_terminal(true);
    let done = thread::scope(|scope| {
        let mut finishing = Vec::new();
        // One package after the other: compiled together, each would get the features that any of them
        // asks of a crate they share, and the page's module would carry what the renderer needs.
        for modules in modules.chunk_by(|one, other| one.package == other.package) {
            let Some(package) = modules.first().map(|module| module.package) else {
                continue;
            };
            let compiled = compile::compile(package, modules, mode)?;
            // Linking the next keeps one processor busy, and this another.
            finishing.push(scope.spawn(move || {
                let mut each = modules.iter().zip(&compiled);
                each.try_for_each(|(module, input)| finish(module, input, mode))
            }));
        }
        finishing
            .into_iter()
            .try_for_each(|one| one.join().map_err(|_| anyhow!("a build step panicked"))?)
    });
    process::share_terminal(was_shared);
    done
}

/// Makes of what was compiled what the scripts import.
fn finish(module: &Module, compiled: &Path, mode: Mode) -> Result<()> {
    let folder = wasm_folder(mode).join(module.name);
    let input = fs::read(compiled)?;
    let stamp = stamp::Stamp::new(&folder, &[&input, format!("{mode:?}").as_bytes()]);
    if stamp.is_current() {
        return Ok(());
    }
    bindgen::generate(module, input, &folder, mode)?;
    if mode == Mode::Release && module.is_optimised {
        optimise::optimise(&folder)?;
    }
    stamp.write()
}

/// Where the modules and their JavaScript are; the scripts import from it as `@wasm`.
pub(crate) fn wasm_folder(mode: Mode) -> PathBuf {
    workspace::target().join(match mode {
        Mode::Release => "modules",
        Mode::Dev => "modules-dev",
    })
}
