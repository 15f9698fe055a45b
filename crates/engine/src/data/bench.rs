//! What is kept between jobs.

use ichiban_json::convert::{self, FORMATS, TARGETS};

use super::convert::{Kept, convert};
use super::protocol::{Command, Format, Group, Job, Report, SampleId, Setting, Target};
use super::repair::repair;
use crate::handler::Handler;
use crate::text::Text;

/// Carries out the page's commands, one at a time: each as long as it takes.
#[derive(Debug, Default)]
pub struct Bench {
    samples: Vec<Kept>,
    /// The last output, whole.
    output: Option<String>,
}

impl Bench {
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
                let done = self
                    .only(&conversion.samples)
                    .map(|samples| convert(job, &conversion, &samples));
                Some(self.answer(job, done))
            }
            Command::Repair { job, sample } => {
                let done = self
                    .only(&[sample])
                    .and_then(|samples| Some(repair(job, &samples.first()?.text)));
                Some(self.answer(job, done))
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

    /// Takes a sample. One whose changes do not fit is not known any more.
    fn take(&mut self, id: SampleId, text: Text, file_name: Option<String>, format: Option<&str>) {
        let known = self.samples.iter().position(|kept| kept.id == id);
        let mut kept = match known {
            Some(at) => self.samples.swap_remove(at),
            None if matches!(text, Text::Changed(_)) => return,
            None => Kept::new(id),
        };
        if text.bring_up(&mut kept.text).is_ok() {
            kept.file_name = file_name;
            kept.chosen = format.and_then(convert::format);
            self.samples.push(kept);
        }
    }

    /// These samples, in this order, if all are known. Others are forgotten.
    fn only(&mut self, wanted: &[SampleId]) -> Option<Vec<&Kept>> {
        self.samples.retain(|kept| wanted.contains(&kept.id));
        wanted
            .iter()
            .map(|id| self.samples.iter().find(|kept| kept.id == *id))
            .collect()
    }

    /// Keeps what a job gave. Without an output the last stays, as it does in view.
    fn answer(&mut self, job: Job, done: Option<(Report, Option<String>)>) -> Report {
        let Some((report, output)) = done else {
            return Report::Unknown { job };
        };
        if output.is_some() {
            self.output = output;
        }
        report
    }
}

impl Handler for Bench {
    type Command = Command;
    type Report = Report;

    fn ready(&self) -> Report {
        Report::Ready {
            targets: TARGETS.iter().map(target).collect(),
            formats: FORMATS.iter().map(format).collect(),
        }
    }

    fn handle(&mut self, command: Command) -> Option<Report> {
        Self::handle(self, command)
    }

    fn refused(message: String) -> Report {
        Report::Refused { message }
    }

    fn is_replaced(older: &Command, newer: &Command) -> bool {
        match (older, newer) {
            (Command::Convert { .. }, Command::Convert { .. })
            | (Command::Repair { .. }, Command::Repair { .. }) => true,
            // A text, and not what became of one: that builds upon the older.
            (
                Command::Sample { sample: older, .. },
                Command::Sample {
                    sample: newer,
                    text: Text::Whole(_),
                    ..
                },
            ) => older == newer,
            _ => false,
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
        settings: target.settings.iter().map(Setting::from).collect(),
    }
}

fn format(format: &convert::Format) -> Format {
    Format {
        name: format.name.to_owned(),
        label: format.label.to_owned(),
    }
}
