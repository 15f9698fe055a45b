//! Installs what the tests need and runs all of them.

mod advisories;
mod browser;
mod checks;
mod counts;
pub(crate) mod end_to_end;
mod native;
mod size;

use std::thread;
use std::time::Instant;

use anyhow::{Result, bail};
use clap::ValueEnum;

use crate::build::{self, Base, Mode};
use crate::{conformance, install, model_server, process};

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
                build::site(Mode::Release, &Base::default())?;
                checks::types()?;
                size::check()
            }
            Self::EndToEnd => end_to_end::run(rest),
        }
    }
}

/// The steps that are run side by side where all are wanted, each list in its order. The page is
/// compiled by one processor for most of the time, and so are the longest of the native tests; what
/// the one leaves idle the other takes. They write to different folders of `target/`: where Cargo
/// locks one, the other waits.
const LANES: [&[Step]; 2] = [
    &[Step::Checks, Step::Native, Step::Conformance],
    &[Step::Build, Step::Browser],
];

pub(crate) fn run(args: &Args) -> Result<()> {
    if !args.rest.is_empty() && args.steps.len() != 1 {
        bail!("name the one step that the arguments after `--` are for");
    }
    let started = Instant::now();
    let outcomes = if args.steps.is_empty() {
        all()
    } else {
        in_turn(&args.steps, &args.rest)
    };
    let failed = outcomes.iter().filter(|outcome| outcome.failed).count();
    let lines: Vec<&str> = outcomes.iter().map(|one| one.line.as_str()).collect();
    println!("\n{}", lines.join("\n"));
    let took = process::seconds(started.elapsed());
    if failed > 0 {
        bail!("{failed} of {} steps failed, after {took}", outcomes.len());
    }
    println!("all is well, after {took}");
    Ok(())
}

/// How a step ended.
struct Outcome {
    /// For the summary.
    line: String,
    failed: bool,
}

/// Runs every step: those of [`LANES`] side by side, then, alone, the one in which a page has to
/// answer in time.
fn all() -> Vec<Outcome> {
    process::share_terminal(true);
    let mut outcomes = thread::scope(|scope| {
        // What is downloaded keeps no processor busy.
        scope.spawn(fetch);
        let lanes = LANES.map(|steps| scope.spawn(|| in_turn(steps, &[])));
        lanes
            .into_iter()
            .flat_map(|lane| {
                lane.join().unwrap_or_else(|_| {
                    vec![Outcome {
                        line: "✗ a step panicked: its message is above".to_owned(),
                        failed: true,
                    }]
                })
            })
            .collect::<Vec<Outcome>>()
    });
    process::share_terminal(false);
    outcomes.extend(in_turn(&[Step::EndToEnd], &[]));
    outcomes
}

/// Fetches what later steps need. A step whose need could not be met asks again, and fails.
fn fetch() {
    let needs = [
        install::npm::ensure("tests/e2e"),
        install::npm::ensure("conformance"),
        install::chromium::ensure().map(drop),
        model_server::ensure().map(drop),
    ];
    for error in needs.into_iter().filter_map(Result::err) {
        println!("  not fetched in advance: {error:#}");
    }
}

/// Runs steps one after the other: when one fails, the others say something all the same.
fn in_turn(steps: &[Step], rest: &[String]) -> Vec<Outcome> {
    steps.iter().map(|step| outcome(*step, rest)).collect()
}

fn outcome(step: Step, rest: &[String]) -> Outcome {
    println!("\n{}", step.name());
    let started = Instant::now();
    let result = step.run(rest);
    let took = process::seconds(started.elapsed());
    match result {
        Ok(said) => Outcome {
            line: format!("✓ {}: {said} ({took})", step.name()),
            failed: false,
        },
        Err(error) => {
            println!("  {error:#}");
            Outcome {
                line: format!("✗ {}: {error:#} ({took})", step.name()),
                failed: true,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_is_run() {
        let mut run: Vec<Step> = LANES.concat();
        run.push(Step::EndToEnd);
        assert_eq!(run.len(), Step::value_variants().len());
        assert!(Step::value_variants().iter().all(|step| run.contains(step)));
    }
}
