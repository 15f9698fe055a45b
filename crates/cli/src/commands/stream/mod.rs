//! `ichiban stream …`.

mod json;

use std::process::ExitCode;

use clap::Subcommand;

#[derive(Subcommand)]
pub(crate) enum Command {
    Json(json::Command),
}

impl Command {
    pub(crate) fn run(self) -> ExitCode {
        match self {
            Self::Json(command) => command.run(),
        }
    }
}
