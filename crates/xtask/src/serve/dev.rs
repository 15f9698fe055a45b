//! The page while one works on it: Vite's development server, which reloads scripts, styles and
//! modules as they change, and a watch on the Rust sources, which rebuilds the modules.
//!
//! Vite puts styles into the page with a script, so the content security policy is not in force
//! here; the end-to-end tests run under it.

use std::net::TcpListener;
use std::path::PathBuf;
use std::process::Child;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use notify::{Event, EventKind, RecursiveMode, Watcher};

use crate::build::{self, Mode, bundle};
use crate::{install, process, workspace};

/// How long the sources must be quiet before a build: editors save several files at once.
const QUIET: Duration = Duration::from_millis(150);

pub(crate) fn run(listener: TcpListener) -> Result<()> {
    let address = listener.local_addr()?;
    install::wasm_target::ensure()?;
    install::npm::ensure("web")?;
    build::modules(&build::MODULES, Mode::Dev)?;

    let (tell, changes) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        if event.as_ref().map_or(true, is_change) {
            // The receiver is gone only when the program ends.
            let _ = tell.send(());
        }
    })?;
    for folder in ["crates", "web/src"] {
        watcher
            .watch(&workspace::root().join(folder), RecursiveMode::Recursive)
            .with_context(|| format!("cannot watch {folder}"))?;
    }

    drop(listener);
    let mut vite = Running(
        bundle::vite(Mode::Dev)
            .args([
                "--clearScreen",
                "false",
                "--strictPort",
                "--host",
                "127.0.0.1",
            ])
            .args(["--port", &address.port().to_string()])
            .spawn()
            .context("cannot start Vite")?,
    );
    println!("\nIchiban is at http://{address} and is rebuilt when a source changes.");
    println!("Stop it with Ctrl+C.");
    loop {
        match changes.recv_timeout(Duration::from_millis(500)) {
            Ok(()) => rebuild(&changes),
            Err(mpsc::RecvTimeoutError::Timeout) => {}
            Err(mpsc::RecvTimeoutError::Disconnected) => bail!("the watch on the sources ended"),
        }
        if let Some(status) = vite.0.try_wait()? {
            bail!("Vite ended ({status})");
        }
    }
}

fn rebuild(changes: &mpsc::Receiver<()>) {
    while changes.recv_timeout(QUIET).is_ok() {}
    let started = Instant::now();
    // The compiler has told what is wrong; the page stays what it was until the next change.
    match build::modules(&build::MODULES, Mode::Dev) {
        Ok(()) => println!("ready after {}", process::seconds(started.elapsed())),
        Err(error) => eprintln!("  {error:#}"),
    }
}

/// Whether a build may come out otherwise than before. That a file was merely read is an event
/// too, and the compiler reads them all.
fn is_change(event: &Event) -> bool {
    let is_source = |path: &PathBuf| {
        path.extension()
            .is_some_and(|extension| extension == "rs" || extension == "toml")
    };
    !matches!(event.kind, EventKind::Access(_)) && event.paths.iter().any(is_source)
}

/// A program that does not outlive this one.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
