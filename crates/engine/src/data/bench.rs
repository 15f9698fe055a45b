//! What is kept between jobs.

use ichiban_json::convert::{self, FORMATS, TARGETS};
use ichiban_tool as tool;

use super::convert::{Kept, convert};
use super::protocol::{Choice, Command, Format, Group, Report, SampleId, Setting, Target};
use super::repair::repair;

/// Carries out the page's commands, one at a time: each as long as it takes.
#[derive(Debug, Default)]
pub struct Bench {
    samples: Vec<Kept>,
    /// The last output, whole.
    output: Option<String>,
}

impl Bench {
    /// What the page is told first.
    pub fn ready() -> Report {
        Report::Ready {
            targets: TARGETS.iter().map(target).collect(),
            formats: FORMATS.iter().map(format).collect(),
        }
    }

    /// Carries out a command. A job is answered by one report.
    pub fn handle(&mut self, command: Command) -> Option<Report> {
        match command {
            Command::Sample {
                sample,
                text,
                file_name,
                format,
            } => {
                self.take(sample, text, file_name, format.as_deref());
                None
            }
            Command::Convert { job, conversion } => {
                let wanted = &conversion.samples;
                self.samples.retain(|kept| wanted.contains(&kept.id));
                let samples: Vec<&Kept> = wanted
                    .iter()
                    .filter_map(|id| self.samples.iter().find(|kept| kept.id == *id))
                    .collect();
                let (report, output) = convert(job, &conversion, &samples);
                self.keep(output);
                Some(report)
            }
            Command::Repair { job, text } => {
                let (report, output) = repair(job, &text);
                self.keep(output);
                Some(report)
            }
            Command::Whole { ticket } => Some(match &self.output {
                Some(output) => Report::Whole {
                    ticket,
                    bytes: output.clone().into_bytes(),
                },
                None => Report::Refused {
                    message: "There is no output yet: wait for it, or change the input.".to_owned(),
                },
            }),
        }
    }

    fn take(
        &mut self,
        id: SampleId,
        text: String,
        file_name: Option<String>,
        format: Option<&str>,
    ) {
        let format = format
            .and_then(convert::format)
            .unwrap_or_else(|| convert::detect(&text, file_name.as_deref()));
        let kept = Kept {
            id,
            text,
            file_name,
            format,
        };
        match self.samples.iter_mut().find(|known| known.id == id) {
            Some(known) => *known = kept,
            None => self.samples.push(kept),
        }
    }

    /// Keeps a new output. Without one the last stays, as it does in view.
    fn keep(&mut self, output: Option<String>) {
        if output.is_some() {
            self.output = output;
        }
    }
}

fn target(target: &convert::Target) -> Target {
    Target {
        name: target.name.to_owned(),
        label: target.label.to_owned(),
        group: match target.group {
            convert::Group::Code => Group::Code,
            convert::Group::Schema => Group::Schema,
            convert::Group::Data => Group::Data,
        },
        extension: target.extension.to_owned(),
        settings: target.settings.iter().map(setting).collect(),
    }
}

fn setting(setting: &tool::Setting) -> Setting {
    Setting {
        name: setting.name.to_owned(),
        about: setting.about.to_owned(),
        choice: match setting.choice {
            tool::Choice::Flag => Choice::Flag,
            tool::Choice::OneOf(words) => {
                Choice::OneOf(words.iter().map(|&word| word.to_owned()).collect())
            }
            tool::Choice::Text(text) => Choice::Text(text.to_owned()),
        },
    }
}

fn format(format: &convert::Format) -> Format {
    Format {
        name: format.name.to_owned(),
        label: format.label.to_owned(),
    }
}
