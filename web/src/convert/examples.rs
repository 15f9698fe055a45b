//! Inputs to try the tool on: of the kinds that people bring.

/// An input to try.
pub(super) struct Example {
    /// What it is: the id of a message.
    pub(super) title: &'static str,
    /// What it shows: the id of a message.
    pub(super) about: &'static str,
    /// A line of it.
    pub(super) sample: &'static str,
    /// The target that shows it best.
    pub(super) target: &'static str,
    /// The query that narrows it, if one does.
    pub(super) query: &'static str,
    /// The files: names and texts.
    pub(super) files: &'static [(&'static str, &'static str)],
}

/// Every example.
pub(super) const EXAMPLES: &[Example] = &[
    Example {
        title: "convert-example-typescript",
        about: "convert-example-typescript-about",
        sample: "\"merged_at\": null",
        target: "typescript",
        query: "",
        files: &[(
            "pull-requests.json",
            include_str!("../../examples/convert/pull-requests.json"),
        )],
    },
    Example {
        title: "convert-example-rust",
        about: "convert-example-rust-about",
        sample: "payment.failed, payment.succeeded",
        target: "rust",
        query: "",
        files: &[
            (
                "payment-succeeded.json",
                include_str!("../../examples/convert/payment-succeeded.json"),
            ),
            (
                "payment-failed.json",
                include_str!("../../examples/convert/payment-failed.json"),
            ),
        ],
    },
    Example {
        title: "convert-example-schema",
        about: "convert-example-schema-about",
        sample: "replicas: 3",
        target: "json-schema",
        query: "",
        files: &[(
            "deployment.yaml",
            include_str!("../../examples/convert/deployment.yaml"),
        )],
    },
    Example {
        title: "convert-example-sql",
        about: "convert-example-sql-about",
        sample: "order_id,customer,total,shipped",
        target: "postgresql",
        query: "",
        files: &[(
            "orders.csv",
            include_str!("../../examples/convert/orders.csv"),
        )],
    },
    Example {
        title: "convert-example-csv",
        about: "convert-example-csv-about",
        sample: "select(.level == \"error\")",
        target: "csv",
        query: "select(.level == \"error\") | {time, message, status: .http.status}",
        files: &[(
            "service.jsonl",
            include_str!("../../examples/convert/service.jsonl"),
        )],
    },
    Example {
        title: "convert-example-go",
        about: "convert-example-go-about",
        sample: "<entry xml:lang=\"en\">",
        target: "go",
        query: "",
        files: &[("feed.xml", include_str!("../../examples/convert/feed.xml"))],
    },
];

#[cfg(test)]
mod tests {
    use ichiban_engine::data::Bench;
    use ichiban_engine::data::protocol::{Command, Conversion, Job, Report, SampleId};

    use super::*;

    #[test]
    fn every_example_converts() {
        for example in EXAMPLES {
            let mut bench = Bench::default();
            let mut samples = Vec::new();
            for (id, (name, text)) in (0..).map(SampleId).zip(example.files) {
                samples.push(id);
                bench.handle(Command::Sample {
                    sample: id,
                    text: (*text).into(),
                    file_name: Some((*name).to_owned()),
                    format: None,
                });
            }
            let report = bench.handle(Command::Convert {
                job: Job(1),
                conversion: Conversion {
                    samples,
                    target: example.target.to_owned(),
                    query: example.query.to_owned(),
                    ..Conversion::default()
                },
            });
            assert!(
                matches!(&report, Some(Report::Converted { output, .. }) if output.lines > 3),
                "{}: {report:?}",
                example.title
            );
        }
    }
}
