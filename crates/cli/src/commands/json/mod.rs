//! `ichiban json …`.

mod convert;
mod input;
mod repair;

use std::process::ExitCode;

use clap::Subcommand;

#[derive(Subcommand)]
pub(crate) enum Command {
    Convert(convert::Convert),
    Repair(repair::Repair),
}

impl Command {
    pub(crate) fn run(self) -> ExitCode {
        match self {
            Self::Convert(command) => command.run(),
            Self::Repair(command) => command.run(),
        }
    }
}
