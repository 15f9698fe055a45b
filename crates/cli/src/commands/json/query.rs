//! `ichiban json query`: jq expressions.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use ichiban_json::query::query;

use super::input::{Input, fail, print};

/// Evaluate a jq expression on a document, or on each of several
///
/// Prints an output a line, as JSON.
#[derive(Debug, Args)]
pub(crate) struct Query {
    /// The expression, such as `.items[] | {id, name}`.
    #[arg(value_name = "EXPR")]
    expression: String,
    /// The documents; `-` is the standard input.
    file: PathBuf,
    /// Print outputs that are strings as they are, without quotes.
    #[arg(short, long)]
    raw: bool,
}

impl Query {
    pub(crate) fn run(self) -> ExitCode {
        let input = match Input::read(&self.file) {
            Ok(input) => input,
            Err(error) => return fail(error),
        };
        match query(&self.expression, &input.text) {
            Ok(outputs) => {
                let lines = outputs
                    .into_iter()
                    .map(|output| match serde_json::from_str(&output) {
                        Ok(serde_json::Value::String(text)) if self.raw => text + "\n",
                        _ => output + "\n",
                    });
                print(&lines.collect::<String>())
            }
            Err(error) => fail(error),
        }
    }
}
