//! Reads how many tests passed and failed off what their runners print.

use std::fmt;
use std::ops::AddAssign;

use anyhow::{Result, bail};

use crate::process::Finished;

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub(super) passed: usize,
    pub(super) failed: usize,
}

impl Counts {
    /// Adds up the summaries in an output: those of `cargo test`, of `cargo nextest` and of
    /// `wasm-bindgen-test`, one line each, and of Playwright, which has a line for each number.
    pub(super) fn read(output: &str) -> Self {
        let mut counts = Self::default();
        for line in output.lines().map(str::trim) {
            let is_summary = line.starts_with("test result: ")
                || (line.starts_with("Summary [") && line.contains(" run: "));
            let words: Vec<&str> = line
                .split([' ', ',', ';'])
                .filter(|w| !w.is_empty())
                .collect();
            let is_number = matches!(words.as_slice(), [number, "passed" | "failed", ..]
                if number.parse::<usize>().is_ok());
            if is_summary || is_number {
                counts += Self {
                    passed: before(&words, "passed"),
                    failed: before(&words, "failed"),
                };
            }
        }
        counts
    }

    /// What to say of a runner that ended, if it ended well and ran anything at all.
    pub(super) fn said(self, finished: &Finished) -> Result<String> {
        if !finished.succeeded || self.failed > 0 {
            bail!("{self}; all the output: {}", finished.log.display());
        }
        if self.passed == 0 {
            bail!("no test ran; all the output: {}", finished.log.display());
        }
        Ok(self.to_string())
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// The number before a word.
fn before(words: &[&str], word: &str) -> usize {
    words
        .windows(2)
        .find_map(|pair| match pair {
            [number, found] if *found == word => number.parse().ok(),
            _ => None,
        })
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(output: &str) -> (usize, usize) {
        let Counts { passed, failed } = Counts::read(output);
        (passed, failed)
    }

    #[test]
    fn reads_every_runner() {
        assert_eq!(
            counts("     Summary [   0.2s] 12 tests run: 10 passed (1 slow), 2 failed, 0 skipped"),
            (10, 2)
        );
        assert_eq!(
            counts(
                "test result: ok. 5 passed; 0 failed; 0 ignored\n\ntest result: FAILED. 1 passed; 2 failed; 0 ignored"
            ),
            (6, 2)
        );
        assert_eq!(
            counts("Running 3 tests\n  1 failed\n    a.spec.ts\n  2 passed (3.1s)"),
            (2, 1)
        );
    }

    #[test]
    fn is_not_misled_by_what_tests_print() {
        assert_eq!(counts("it passed\nthe test failed\nall 3 passed"), (0, 0));
    }
}
