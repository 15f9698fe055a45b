//! Build, serve, test, bench: the one tool a person calls. See `cargo xtask --help`.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a terminal program: printing is its interface"
)]
#![allow(
    clippy::disallowed_methods,
    reason = "runs natively only: clocks and threads exist here"
)]

mod bench;
mod build;
mod conformance;
mod install;
mod lint;
mod model;
mod model_server;
mod process;
mod scaffold;
mod serve;
mod test;
mod workspace;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Builds, serves, tests and measures Ichiban. Whatever is missing is installed.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Serve(serve::Args),
    Build(build::Args),
    Test(test::Args),
    Lint(lint::Args),
    Bench(bench::Args),
    Conformance(conformance::Args),
    Model(model::Args),
    ModelServer(model_server::Args),
    New(scaffold::Args),
    /// Takes the pictures of the documentation and of the manifest anew
    Pictures,
}

fn main() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Serve(args) => serve::run(&args),
        Command::Build(args) => build::run(&args),
        Command::Test(args) => test::run(&args),
        Command::Lint(args) => lint::run(&args),
        Command::Bench(args) => bench::run(&args),
        Command::Conformance(args) => conformance::run(&args),
        Command::Model(args) => model::run(&args),
        Command::ModelServer(args) => model_server::run(&args),
        Command::New(args) => scaffold::run(&args),
        Command::Pictures => test::end_to_end::pictures(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}
