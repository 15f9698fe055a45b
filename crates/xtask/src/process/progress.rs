//! The line that tells a person what runs.

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use super::seconds;

/// How often a terminal's progress line is redrawn.
const REDRAW: Duration = Duration::from_millis(100);
/// How often a line is added when the output is not a terminal.
const HEARTBEAT: Duration = Duration::from_secs(30);

/// Whether several programs run side by side: none of them may draw over the lines of another.
pub(super) static IS_SHARED: AtomicBool = AtomicBool::new(false);

/// One line that tells what runs, since when, and what it said last.
pub(super) struct Progress {
    what: String,
    started: Instant,
    drawn: Instant,
    terminal: bool,
}

impl Progress {
    pub(super) fn start(what: &str) -> Self {
        let now = Instant::now();
        Self {
            what: what.to_owned(),
            started: now,
            drawn: now,
            terminal: !IS_SHARED.load(Ordering::Relaxed) && io::stdout().is_terminal(),
        }
    }

    pub(super) fn tick(&mut self, log: &Path) {
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

    pub(super) fn end(&self, mark: &str, took: Duration) {
        let clear = if self.terminal { "\r\x1b[2K" } else { "" };
        println!("{clear}  {mark} {} ({})", self.what, seconds(took));
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
