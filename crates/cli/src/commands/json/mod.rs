//! `ichiban json …`.

mod convert;
mod input;

use std::process::ExitCode;

use clap::Subcommand;

#[derive(Subcommand)]
pub(crate) enum Command {
    Convert(convert::Convert),
}

impl Command {
    pub(crate) fn run(self) -> ExitCode {
        match self {
            Self::Convert(command) => command.run(),
        }
    }
}
