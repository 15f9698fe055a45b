//! `ichiban json convert`: from data to code, or to data in another format.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{ArgMatches, Args, Command, FromArgMatches};
use ichiban_json::convert::{self, FORMATS, Sample, TARGETS};
use ichiban_tool::Settings;

use crate::commands::flags::Flags;

use super::input::{Input, fail, print};

/// Turn data into types, a schema, or data in another format
#[derive(Debug, Args)]
pub(crate) struct Convert {
    /// What to turn it into.
    #[arg(long, value_name = "TARGET", value_parser = names(TARGETS.iter().map(|t| t.name)))]
    to: String,
    /// The format of the input; told from the file's name or its text if left out.
    #[arg(long, value_name = "FORMAT", value_parser = names(FORMATS.iter().map(|f| f.name)))]
    from: Option<String>,
    /// The name of the root type.
    #[arg(long, default_value = "Root")]
    name: String,
    /// Samples of one type; `-` is the standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    settings: TargetSettings,
}

impl Convert {
    pub(crate) fn run(self) -> ExitCode {
        let Some(target) = convert::target(&self.to) else {
            return fail(format_args!("there is no target `{}`", self.to));
        };
        let format = self.from.as_deref().and_then(convert::format);
        let mut inputs = Vec::new();
        for file in &self.files {
            match Input::read(file) {
                Ok(input) => inputs.push(input),
                Err(error) => return fail(error),
            }
        }
        let samples: Vec<Sample<'_>> = inputs
            .iter()
            .map(|input| Sample {
                text: &input.text,
                format,
                file_name: input.file_name(),
            })
            .collect();
        match convert::convert(&samples, target, &self.name, &self.settings.0) {
            Ok(text) => print(&text),
            Err(convert::Error::Syntax { sample, diagnostic }) => match inputs.get(sample) {
                Some(input) => fail(input.at(&diagnostic)),
                None => fail(&diagnostic.message),
            },
            Err(error) => fail(error),
        }
    }
}

fn names(names: impl Iterator<Item = &'static str>) -> clap::builder::PossibleValuesParser {
    clap::builder::PossibleValuesParser::new(names)
}

/// The settings of all targets as flags; which of them a target has is checked when it is known.
#[derive(Debug)]
struct TargetSettings(Settings);

impl TargetSettings {
    fn flags() -> Flags {
        Flags::of(TARGETS.iter().map(|target| (target.name, target.settings)))
    }
}

impl Args for TargetSettings {
    fn augment_args(command: Command) -> Command {
        Self::flags().augment(command, "Options of targets")
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for TargetSettings {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        Ok(Self(Self::flags().chosen(matches)))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}
