//! Broken texts to try the tool on: one per way in which they come about.

/// A broken text.
pub(super) struct Example {
    /// What it is: the id of a message.
    pub(super) title: &'static str,
    /// What it shows: the id of a message.
    pub(super) about: &'static str,
    /// A line of it.
    pub(super) sample: &'static str,
    /// The file's name.
    pub(super) name: &'static str,
    /// The file.
    pub(super) text: &'static str,
}

/// Every example.
pub(super) const EXAMPLES: &[Example] = &[
    Example {
        title: "repair-example-answer",
        about: "repair-example-answer-about",
        sample: "```json",
        name: "answer.txt",
        text: include_str!("../../examples/repair/answer.txt"),
    },
    Example {
        title: "repair-example-python",
        about: "repair-example-python-about",
        sample: "{'active': True, 'team': None,}",
        name: "dump.txt",
        text: include_str!("../../examples/repair/dump.txt"),
    },
    Example {
        title: "repair-example-config",
        about: "repair-example-config-about",
        sample: "retries: 3  // was 5",
        name: "config.json",
        text: include_str!("../../examples/repair/config.txt"),
    },
];

#[cfg(test)]
mod tests {
    use ichiban_engine::data::Bench;
    use ichiban_engine::data::protocol::{Command, Job, Report, SampleId};

    use super::*;

    #[test]
    fn every_example_is_broken_and_repaired() {
        for example in EXAMPLES {
            let mut bench = Bench::default();
            let sample = SampleId(0);
            bench.handle(Command::Sample {
                sample,
                text: example.text.into(),
                file_name: None,
                format: None,
            });
            let report = bench.handle(Command::Repair {
                job: Job(1),
                sample,
            });
            assert!(
                matches!(&report, Some(Report::Repaired { total, .. }) if *total > 3),
                "{}: {report:?}",
                example.title
            );
        }
    }
}
