//! `ichiban`: the tools at a terminal. Names and output shapes are a contract.

mod commands;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Developer tools that answer while you type, at a terminal.
#[derive(Parser)]
#[command(name = "ichiban", version, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    tool: Tool,
}

#[derive(Subcommand)]
enum Tool {
    /// API documentation into OpenAPI, calls and tool definitions.
    #[command(subcommand)]
    Apidoc(commands::apidoc::Command),
    /// Incremental decoders: JSON and model streams, as events.
    #[command(subcommand)]
    Stream(commands::stream::Command),
    /// JSON translation, between human languages and data formats.
    #[command(subcommand)]
    Json(commands::json::Command),
    /// Mermaid diagrams: drawn from data and code, checked, mended, formatted, compared.
    #[command(subcommand)]
    Mermaid(commands::mermaid::Command),
}

/// Parsers of programming languages go as deep as their input. This is room for a hundred thousand
/// brackets within each other; it is only touched as far as it is used.
const STACK: usize = 1 << 29;

fn main() -> ExitCode {
    let work = std::thread::Builder::new().stack_size(STACK).spawn(run);
    // A panic has said what it has to say.
    work.map_or_else(|_| run(), |work| work.join().unwrap_or(ExitCode::from(101)))
}

fn run() -> ExitCode {
    match Cli::parse().tool {
        Tool::Apidoc(command) => command.run(),
        Tool::Stream(command) => command.run(),
        Tool::Json(command) => command.run(),
        Tool::Mermaid(command) => command.run(),
    }
}
