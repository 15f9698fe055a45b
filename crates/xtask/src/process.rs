//! Runs other programs: long output goes to a file under `target/xtask-logs`, a person sees one
//! line of progress, and the end of the file when it fails.

use std::fs::{self, File};
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::workspace;

/// How often a terminal's progress line is redrawn.
const REDRAW: Duration = Duration::from_millis(100);
/// How often a line is added when the output is not a terminal.
const HEARTBEAT: Duration = Duration::from_secs(30);
/// How many lines of a failed program's output are shown.
const TAIL: usize = 80;

/// What a program that succeeded has left.
pub(crate) struct Finished {
    /// All it printed, both streams.
    pub(crate) output: String,
    /// How long it took.
    pub(crate) took: Duration,
}

/// Runs a program to its end, showing `what` and the time while it runs.
///
/// # Errors
/// If it cannot be started, or ends with anything but success: then the end of its output has been
/// shown, and the message names the file with all of it.
pub(crate) fn run(what: &str, command: &mut Command) -> Result<Finished> {
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
    let output = String::from_utf8_lossy(&fs::read(&log)?).into_owned();
    if status.success() {
        progress.end("✓", took);
        return Ok(Finished { output, took });
    }
    progress.end("✗", took);
    let lines: Vec<&str> = output.lines().collect();
    for line in &lines[lines.len().saturating_sub(TAIL)..] {
        println!("    {line}");
    }
    bail!(
        "{what} failed ({status}); all its output: {}",
        log.display()
    )
}

/// Whether a program can be found and started, and what it prints when asked with `args`.
pub(crate) fn answer(program: impl AsRef<std::ffi::OsStr>, args: &[&str]) -> Option<String> {
    let output = Command::new(program)
        .args(args)
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

/// One line that tells what runs, since when, and what it said last.
struct Progress {
    what: String,
    started: Instant,
    drawn: Instant,
    terminal: bool,
}

impl Progress {
    fn start(what: &str) -> Self {
        let now = Instant::now();
        Self {
            what: what.to_owned(),
            started: now,
            drawn: now,
            terminal: io::stdout().is_terminal(),
        }
    }

    fn tick(&mut self, log: &Path) {
        let interval = if self.terminal { REDRAW } else { HEARTBEAT };
        if self.drawn.elapsed() < interval {
            return;
        }
        self.drawn = Instant::now();
        let line = format!(
            "  … {} {}  {}",
            self.what,
            seconds(self.started.elapsed()),
            last_line(log)
        );
        if self.terminal {
            print!("\r\x1b[2K{}", clip(&line, 100));
            // A progress line that cannot be drawn is no reason to stop the work.
            let _ = io::stdout().flush();
        } else {
            println!("{}", clip(&line, 160));
        }
    }

    fn end(&self, mark: &str, took: Duration) {
        let clear = if self.terminal { "\r\x1b[2K" } else { "" };
        println!("{clear}  {mark} {} ({})", self.what, seconds(took));
    }
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

fn last_line(log: &Path) -> String {
    let bytes = fs::read(log).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes[bytes.len().saturating_sub(2000)..]).into_owned();
    text.lines()
        .rev()
        .map(str::trim)
        .find(|line| !line.is_empty())
        .unwrap_or_default()
        .chars()
        .filter(|c| !c.is_control())
        .collect()
}

fn clip(line: &str, width: usize) -> String {
    line.chars().take(width).collect()
}
