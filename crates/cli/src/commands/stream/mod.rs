//! `ichiban stream …`.

mod events;
mod json;
mod markdown;

use std::process::ExitCode;

use clap::Subcommand;

#[derive(Subcommand)]
pub(crate) enum Command {
    Events(events::Command),
    Json(json::Command),
    Markdown(markdown::Command),
}

impl Command {
    pub(crate) fn run(self) -> ExitCode {
        match self {
            Self::Events(command) => command.run(),
            Self::Json(command) => command.run(),
            Self::Markdown(command) => command.run(),
        }
    }
}
