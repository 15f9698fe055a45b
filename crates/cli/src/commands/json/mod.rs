//! `ichiban json …`.

mod catalogue;
mod check;
mod convert;
mod input;
mod memory;
mod pseudo;
mod query;
mod repair;
mod segments;
mod translate;

use std::process::ExitCode;

use clap::Subcommand;

#[derive(Subcommand)]
pub(crate) enum Command {
    Check(check::Command),
    Convert(convert::Convert),
    Pseudo(pseudo::Command),
    Query(query::Query),
    Repair(repair::Repair),
    Segments(segments::Command),
    Translate(Box<translate::Command>),
}

impl Command {
    pub(crate) fn run(self) -> ExitCode {
        match self {
            Self::Check(command) => command.run(),
            Self::Convert(command) => command.run(),
            Self::Pseudo(command) => command.run(),
            Self::Query(command) => command.run(),
            Self::Repair(command) => command.run(),
            Self::Segments(command) => command.run(),
            Self::Translate(command) => command.run(),
        }
    }
}
