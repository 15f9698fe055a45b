//! Installs what the tests need and runs all of them.

mod browser;
mod checks;
mod counts;
pub(crate) mod end_to_end;
mod native;
mod size;

use std::time::Instant;

use anyhow::{Result, bail};
use clap::ValueEnum;

use crate::build::{self, Mode};
use crate::{conformance, process};

/// Installs what the tests need and runs all of them, or the steps named
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The steps to run; all of them if none is named
    steps: Vec<Step>,
    /// Arguments for the runner of the tests, such as `-- --grep settings`; needs one step
    #[arg(last = true)]
    rest: Vec<String>,
}

/// A part of the tests that makes sense by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Step {
    /// rustfmt, `cargo xtask lint`, and clippy for native code and for the browser
    Checks,
    /// Tests of the Rust code, natively
    Native,
    /// API documentation, scored and validated; diagrams, held to mermaid.js; conversions of the
    /// sample documents, used by the real languages (a third where `CI` is set)
    Conformance,
    /// Tests of the Rust code that needs a browser, in headless Chromium
    Browser,
    /// The release build, the types of its scripts, and the size budget
    Build,
    /// Tests of the page as a person meets it, in headless Chromium
    EndToEnd,
}

impl Step {
    /// What a person calls it.
    fn name(self) -> &'static str {
        match self {
            Self::Checks => "checks",
            Self::Native => "native tests",
            Self::Conformance => "conformance",
            Self::Browser => "tests in the browser",
            Self::Build => "release build",
            Self::EndToEnd => "end-to-end tests",
        }
    }

    /// Runs it, and returns what to say of it in the summary.
    fn run(self, rest: &[String]) -> Result<String> {
        match self {
            Self::Checks => checks::run(),
            Self::Native => native::run(rest),
            Self::Conformance => conformance::test(),
            Self::Browser => browser::run(rest),
            Self::Build => {
                build::site(Mode::Release)?;
                checks::types()?;
                size::check()
            }
            Self::EndToEnd => end_to_end::run(rest),
        }
    }
}

pub(crate) fn run(args: &Args) -> Result<()> {
    let steps = match args.steps.as_slice() {
        [] => Step::value_variants(),
        steps => steps,
    };
    if !args.rest.is_empty() && steps.len() != 1 {
        bail!("name the one step that the arguments after `--` are for");
    }
    let started = Instant::now();
    let mut summary = Vec::new();
    let mut failed = 0;
    for step in steps {
        println!("\n{}", step.name());
        // The other steps say something all the same.
        let line = match step.run(&args.rest) {
            Ok(said) => format!("✓ {}: {said}", step.name()),
            Err(error) => {
                failed += 1;
                println!("  {error:#}");
                format!("✗ {}: {error:#}", step.name())
            }
        };
        summary.push(line);
    }
    println!("\n{}", summary.join("\n"));
    let took = process::seconds(started.elapsed());
    if failed > 0 {
        bail!("{failed} of {} steps failed, after {took}", steps.len());
    }
    println!("all is well, after {took}");
    Ok(())
}
