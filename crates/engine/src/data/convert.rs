//! A job: samples to a target.

use std::borrow::Cow;

use ichiban_json::convert::{self, Error, Format, Sample};
use ichiban_json::query::query;
use ichiban_tool::Settings;

use super::excerpt::excerpt;
use super::file_name;
use super::protocol::{Conversion, Job, Problem, Read, Report, SampleId};

/// A sample as it is kept.
#[derive(Debug)]
pub(super) struct Kept {
    pub(super) id: SampleId,
    pub(super) text: String,
    pub(super) file_name: Option<String>,
    /// The format that the person chose.
    pub(super) chosen: Option<&'static Format>,
}

impl Kept {
    /// A sample without a text.
    pub(super) fn new(id: SampleId) -> Self {
        Self {
            id,
            text: String::new(),
            file_name: None,
            chosen: None,
        }
    }

    /// In the format chosen, or else the one found.
    fn read(&self) -> Given<'_> {
        let file_name = self.file_name.as_deref();
        Given {
            id: self.id,
            text: &self.text,
            file_name,
            format: self
                .chosen
                .unwrap_or_else(|| convert::detect(&self.text, file_name)),
        }
    }

    fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// A sample as it is read.
struct Given<'a> {
    id: SampleId,
    text: &'a str,
    file_name: Option<&'a str>,
    format: &'static Format,
}

impl<'a> Given<'a> {
    fn sample(&self) -> Sample<'a> {
        Sample {
            text: self.text,
            format: Some(self.format),
            file_name: self.file_name,
        }
    }
}

/// Converts samples; the whole output, if there is one, with the report.
pub(super) fn convert(
    job: Job,
    conversion: &Conversion,
    samples: &[&Kept],
) -> (Report, Option<String>) {
    // A tab that was just opened is no sample yet.
    let samples: Vec<Given<'_>> = samples
        .iter()
        .filter(|sample| !sample.is_blank())
        .map(|sample| sample.read())
        .collect();
    let read = samples
        .iter()
        .map(|sample| Read {
            sample: sample.id,
            format: sample.format.name.to_owned(),
        })
        .collect();
    match output(conversion, &samples) {
        Ok(Output {
            text,
            selected,
            root,
            file_name,
        }) => (
            Report::Converted {
                job,
                read,
                selected,
                output: excerpt(&text),
                root,
                file_name,
            },
            Some(text),
        ),
        Err(problem) => (Report::Unconverted { job, read, problem }, None),
    }
}

struct Output {
    text: String,
    selected: Option<u32>,
    root: String,
    file_name: String,
}

fn output(conversion: &Conversion, samples: &[Given<'_>]) -> Result<Output, Problem> {
    let Some(target) = convert::target(&conversion.target) else {
        return Err(Problem::Target {
            message: format!("there is no target `{}`", conversion.target),
        });
    };
    let Some(first) = samples.first() else {
        return Err(Problem::Empty);
    };
    let file = first.file_name;
    let root = match conversion.root.trim() {
        "" => file_name::root(file),
        root => root.to_owned(),
    };
    let mut settings = Settings::default();
    for (name, value) in &conversion.settings {
        settings.set(name, value);
    }
    let selection = select(&conversion.query, samples)?;
    let (texts, selected) = match &selection {
        Some(outputs) => {
            let lines = Sample {
                text: &outputs.lines,
                format: convert::format("jsonl"),
                file_name: None,
            };
            (vec![lines], Some(outputs.count))
        }
        None => (samples.iter().map(Given::sample).collect(), None),
    };
    let text = convert::convert(&texts, target, &root, &settings).map_err(|error| match error {
        // What a query gives is JSON already.
        Error::Syntax { sample, diagnostic } => match samples.get(sample) {
            Some(given) if selected.is_none() => unreadable(given, *diagnostic),
            _ => Problem::Query {
                message: diagnostic.message,
            },
        },
        Error::Empty => Problem::Empty,
        error @ (Error::Setting(_) | Error::Unsayable(_)) => Problem::Target {
            message: error.to_string(),
        },
    })?;
    Ok(Output {
        text,
        selected,
        file_name: file_name::output(file, &root, target),
        root,
    })
}

fn unreadable(sample: &Given<'_>, diagnostic: ichiban_tool::Diagnostic) -> Problem {
    Problem::Sample {
        sample: sample.id,
        diagnostic,
        is_repairable: matches!(sample.format.name, "json" | "jsonl" | "json5"),
    }
}

/// What a query leaves.
struct Selection {
    /// A JSON document a line.
    lines: String,
    count: u32,
}

fn select(expression: &str, samples: &[Given<'_>]) -> Result<Option<Selection>, Problem> {
    if matches!(expression.trim(), "" | ".") {
        return Ok(None);
    }
    let mut selection = Selection {
        lines: String::new(),
        count: 0,
    };
    for sample in samples {
        let outputs = query(expression, &as_json(sample)?).map_err(|error| Problem::Query {
            message: error.to_string(),
        })?;
        for output in outputs {
            selection.lines.push_str(&output);
            selection.lines.push('\n');
            selection.count = selection.count.saturating_add(1);
        }
    }
    if selection.count == 0 {
        return Err(Problem::NothingSelected);
    }
    Ok(Some(selection))
}

/// A sample's documents as JSON, which is what queries read.
fn as_json<'a>(sample: &Given<'a>) -> Result<Cow<'a, str>, Problem> {
    let Some(lines) = convert::target("jsonl") else {
        return Ok(Cow::Borrowed(sample.text));
    };
    // Also for JSON, so that an error of syntax is told with its place.
    convert::convert(&[sample.sample()], lines, "", &Settings::default())
        .map(Cow::Owned)
        .map_err(|error| match error {
            Error::Syntax { diagnostic, .. } => unreadable(sample, *diagnostic),
            Error::Empty => Problem::Empty,
            error => Problem::Target {
                message: error.to_string(),
            },
        })
}
