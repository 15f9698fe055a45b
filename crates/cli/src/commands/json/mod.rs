//! `ichiban json …`.

use std::process::ExitCode;

use clap::Subcommand;

#[derive(Subcommand)]
pub(crate) enum Command {}

impl Command {
    pub(crate) fn run(self) -> ExitCode {
        match self {}
    }
}
