//! `ichiban apidoc …`.

mod ask;
mod calls;
mod document;
mod evidence;
mod files;
mod openapi;
mod refine;

use std::process::ExitCode;

use clap::Subcommand;

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Tells the places of documentation that answer a question, without a model.
    Ask(ask::Arguments),
    /// Writes an API's calls in a language, or as tool definitions for a model.
    Calls(calls::Arguments),
    /// Tells where every operation and parameter is documented, and how sure that is.
    Evidence(evidence::Arguments),
    /// Turns documentation, recordings and API descriptions into one OpenAPI 3.1 document.
    Openapi(openapi::Arguments),
    /// Has a model add to what is read without one, each addition proved by a quotation.
    Refine(refine::Arguments),
}

impl Command {
    pub(crate) fn run(self) -> ExitCode {
        match self {
            Self::Ask(arguments) => arguments.run(),
            Self::Calls(arguments) => arguments.run(),
            Self::Evidence(arguments) => arguments.run(),
            Self::Openapi(arguments) => arguments.run(),
            Self::Refine(arguments) => arguments.run(),
        }
    }
}
