//! Runs other programs: long output goes to a file under `target/xtask-logs`, a person sees one
//! line of progress, and the end of the file when it fails.

mod progress;
mod service;

use std::ffi::OsStr;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::Ordering;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

pub(crate) use service::{Service, free_address};

use crate::workspace;
use progress::Progress;

/// How many lines of a failed program's output are shown.
const TAIL: usize = 80;

/// What a program that ended has left.
pub(crate) struct Finished {
    /// All it printed, both streams.
    pub(crate) output: String,
    /// The file with the same.
    pub(crate) log: PathBuf,
    /// Whether it says that all went well.
    pub(crate) succeeded: bool,
}

/// Runs a program to its end, showing `what` and the time while it runs.
///
/// # Errors
/// If it cannot be started, or ends with anything but success: then the end of its output has been
/// shown, and the message names the file with all of it.
pub(crate) fn run(what: &str, command: &mut Command) -> Result<Finished> {
    let finished = finish(what, command)?;
    if !finished.succeeded {
        bail!("{what} failed; all its output: {}", finished.log.display());
    }
    Ok(finished)
}

/// Runs a program to its end, showing `what` and the time while it runs, and the end of its output
/// if it fails.
///
/// # Errors
/// If it cannot be started.
pub(crate) fn finish(what: &str, command: &mut Command) -> Result<Finished> {
    let started = Instant::now();
    let log = log_path(what);
    let file = create(&log)?;
    let mut child = command
        .stdin(Stdio::null())
        .stdout(file.try_clone()?)
        .stderr(file)
        .spawn()
        .with_context(|| format!("cannot start {}", program(command)))?;

    let mut progress = Progress::start(what);
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        progress.tick(&log);
        thread::sleep(Duration::from_millis(20));
    };
    let took = started.elapsed();
    let succeeded = status.success();
    progress.end(if succeeded { "✓" } else { "✗" }, took);
    if !succeeded {
        show_tail(&log);
    }
    Ok(Finished {
        output: String::from_utf8_lossy(&fs::read(&log)?).into_owned(),
        log,
        succeeded,
    })
}

/// Whether a program can be found and started, and what it prints when asked with `args`.
pub(crate) fn answer(program: impl AsRef<OsStr>, args: &[&str]) -> Option<String> {
    answer_in(Path::new("."), program, args)
}

/// What a program prints when asked with `args`, in `folder`.
pub(crate) fn answer_in(
    folder: &Path,
    program: impl AsRef<OsStr>,
    args: &[&str],
) -> Option<String> {
    let output = Command::new(program)
        .args(args)
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The file that takes the output of `what`.
pub(crate) fn log_path(what: &str) -> PathBuf {
    let name: String = what
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect();
    workspace::target()
        .join("xtask-logs")
        .join(format!("{name}.log"))
}

/// Creates the file that takes the output of a program, and its folder.
pub(crate) fn create(log: &Path) -> Result<File> {
    if let Some(folder) = log.parent() {
        fs::create_dir_all(folder)?;
    }
    File::create(log).with_context(|| format!("cannot write {}", log.display()))
}

fn program(command: &Command) -> String {
    command.get_program().to_string_lossy().into_owned()
}

/// Has all programs that are run tell of themselves in lines of their own, or again in one line that
/// is drawn anew. Returns how it was.
pub(crate) fn share_terminal(is_shared: bool) -> bool {
    progress::IS_SHARED.swap(is_shared, Ordering::Relaxed)
}

/// Shows the end of a log.
fn show_tail(log: &Path) {
    let output = fs::read(log).unwrap_or_default();
    let output = String::from_utf8_lossy(&output);
    let lines: Vec<&str> = output.lines().collect();
    let tail: Vec<String> = lines[lines.len().saturating_sub(TAIL)..]
        .iter()
        .map(|line| format!("    {line}"))
        .collect();
    // In one go: others may print at the same time.
    println!("{}", tail.join("\n"));
}

/// A duration for people.
pub(crate) fn seconds(duration: Duration) -> String {
    let seconds = duration.as_secs_f64();
    if seconds < 60.0 {
        format!("{seconds:.1} s")
    } else {
        let whole = duration.as_secs();
        format!("{} min {:02} s", whole / 60, whole % 60)
    }
}
