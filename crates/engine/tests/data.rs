//! The worker of data as the page meets it: commands in, a report for each job.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;

use ichiban_engine::data::Bench;
use ichiban_engine::data::protocol::{
    Choice, Command, Conversion, Excerpt, Group, Job, Problem, Report, SampleId,
};
use ichiban_engine::handler::{Handler as _, Inbox};
use ichiban_engine::protocol::{decode, encode};
use ichiban_engine::text::{Changes, Edit, LineBreak, Text};
use ichiban_tool::Place;
use proptest::prelude::*;

const ORDER: &str = r#"{"id": 1, "items": [{"sku": "a", "price": 9.5}, {"sku": "b", "price": 3}]}"#;

/// A page with its worker. All that is said goes through bytes, as in the browser.
#[derive(Default)]
struct Page {
    bench: Bench,
    jobs: u32,
}

impl Page {
    fn with(samples: &[&str]) -> Self {
        let mut page = Self::default();
        for (id, text) in (0..).zip(samples) {
            page.sample(id, text, None, None);
        }
        page
    }

    fn send(&mut self, command: &Command) -> Option<Report> {
        let command = decode(&encode(command).unwrap()).unwrap();
        let report = self.bench.handle(command)?;
        Some(decode(&encode(&report).unwrap()).unwrap())
    }

    fn sample(&mut self, id: u32, text: &str, file_name: Option<&str>, format: Option<&str>) {
        let answer = self.send(&Command::Sample {
            sample: SampleId(id),
            text: text.into(),
            file_name: file_name.map(str::to_owned),
            format: format.map(str::to_owned),
        });
        assert_eq!(answer, None);
    }

    fn ask(&mut self, conversion: Conversion) -> Report {
        self.jobs += 1;
        let job = Job(self.jobs);
        self.send(&Command::Convert { job, conversion }).unwrap()
    }

    fn convert(&mut self, samples: u32, target: &str, query: &str) -> Report {
        self.ask(Conversion {
            samples: (0..samples).map(SampleId).collect(),
            target: target.to_owned(),
            query: query.to_owned(),
            ..Conversion::default()
        })
    }

    fn repair(&mut self, text: &str) -> Report {
        self.sample(0, text, None, None);
        self.jobs += 1;
        let (job, sample) = (Job(self.jobs), SampleId(0));
        self.send(&Command::Repair { job, sample }).unwrap()
    }

    fn whole(&mut self) -> Option<String> {
        match self.send(&Command::Whole { ticket: 9 })? {
            Report::Whole { ticket: 9, bytes } => String::from_utf8(bytes).ok(),
            _ => None,
        }
    }
}

fn output(report: &Report) -> &Excerpt {
    match report {
        Report::Converted { output, .. } | Report::Repaired { output, .. } => output,
        other => panic!("no output: {other:?}"),
    }
}

fn problem(report: Report) -> Problem {
    match report {
        Report::Unconverted { problem, .. } => problem,
        other => panic!("no problem: {other:?}"),
    }
}

fn targets() -> Vec<ichiban_engine::data::protocol::Target> {
    match Bench::default().ready() {
        Report::Ready { targets, .. } => targets,
        other => panic!("not ready: {other:?}"),
    }
}

#[test]
fn every_target_that_is_offered_converts() {
    let mut page = Page::with(&[ORDER]);
    let mut names = BTreeSet::new();
    for target in targets() {
        let report = page.convert(1, &target.name, "");
        let Report::Converted {
            output, file_name, ..
        } = report
        else {
            panic!("{}: {report:?}", target.name);
        };
        assert!(!output.text.is_empty() && output.is_whole());
        assert_eq!(page.whole().as_deref(), Some(output.text.as_str()));
        assert!(file_name.ends_with(&format!(".{}", target.extension)));
        names.insert(file_name);
    }
    // Those of one language or dialect share a name: two of Python, two of SQL, two of JSON.
    assert!(names.len() >= 21, "{names:?}");
}

#[test]
fn targets_come_in_groups_with_their_settings() {
    let targets = targets();
    let groups: Vec<Group> = targets.iter().map(|target| target.group).collect();
    for group in [Group::Code, Group::Schema, Group::Data] {
        assert!(groups.contains(&group));
    }
    let rust = targets.iter().find(|it| it.name == "rust").unwrap();
    let map = rust.settings.iter().find(|it| it.name == "map").unwrap();
    let Choice::OneOf(words) = &map.choice else {
        panic!("{map:?}")
    };
    assert!(words.contains(&"BTreeMap".to_owned()));
}

#[test]
fn a_setting_is_heeded_and_an_unknown_one_told() {
    let mut page = Page::with(&[r#"{"a": {"x": 1, "y": 2}}"#]);
    let mut ask = |name: &str, value: &str| {
        page.ask(Conversion {
            samples: vec![SampleId(0)],
            target: "json".to_owned(),
            settings: vec![(name.to_owned(), value.to_owned())],
            ..Conversion::default()
        })
    };
    assert!(output(&ask("indent", "tab")).text.contains("\n\t\"a\""));
    let Problem::Target { message } = problem(ask("indent", "9")) else {
        panic!("taken")
    };
    assert!(message.contains("2, 4, tab"), "{message}");
}

#[test]
fn several_samples_make_one_type() {
    let mut page = Page::with(&[r#"{"id": 1}"#, "id: 2\nnote: late", "   "]);
    let report = page.convert(3, "typescript", "");
    assert!(output(&report).text.contains("note?: string"));
    let Report::Converted { read, root, .. } = report else {
        panic!("no conversion")
    };
    let formats: Vec<&str> = read.iter().map(|read| read.format.as_str()).collect();
    assert_eq!(formats, ["json", "yaml"], "a blank sample is none yet");
    assert_eq!(root, "Root");
}

#[test]
fn a_format_that_was_chosen_counts() {
    let mut page = Page::default();
    page.sample(0, "a,b\n1,2\n", Some("table.txt"), Some("yaml"));
    let report = page.convert(1, "json", "");
    assert_eq!(output(&report).text, "\"a,b 1,2\"\n");
    page.sample(0, "a,b\n1,2\n", Some("table.txt"), None);
    let report = page.convert(1, "minified", "");
    assert_eq!(output(&report).text.trim_end(), r#"[{"a":1,"b":2}]"#);
}

#[test]
fn names_come_from_the_file_unless_given() {
    let mut page = Page::default();
    page.sample(0, ORDER, Some("web-order.json"), None);
    let mut ask = |root: &str| {
        let report = page.ask(Conversion {
            samples: vec![SampleId(0)],
            target: "java".to_owned(),
            root: root.to_owned(),
            ..Conversion::default()
        });
        match report {
            Report::Converted {
                root, file_name, ..
            } => (root, file_name),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(
        ask(" "),
        ("WebOrder".to_owned(), "WebOrder.java".to_owned())
    );
    assert_eq!(ask("Order"), ("Order".to_owned(), "Order.java".to_owned()));
}

#[test]
fn a_query_narrows_all_samples() {
    let mut page = Page::with(&[ORDER, r#"{"items": [{"sku": "c"}]}"#]);
    let report = page.convert(2, "jsonl", ".items[].sku");
    assert_eq!(output(&report).text, "\"a\"\n\"b\"\n\"c\"\n");
    assert!(matches!(
        report,
        Report::Converted {
            selected: Some(3),
            ..
        }
    ));
    let report = page.convert(2, "typescript", ".items[]");
    assert!(output(&report).text.contains("price?: number"));
}

#[test]
fn a_query_that_fails_says_so_and_takes_nothing_away() {
    let mut page = Page::with(&[ORDER]);
    page.convert(1, "json", "");
    let before = page.whole();
    for query in [".items[", ".id.x", "nonsense"] {
        let Problem::Query { message } = problem(page.convert(1, "json", query)) else {
            panic!("{query}: not a problem of the query")
        };
        assert!(!message.is_empty());
    }
    assert_eq!(
        problem(page.convert(1, "json", "empty")),
        Problem::NothingSelected
    );
    assert_eq!(page.whole(), before);
}

#[test]
fn an_unreadable_sample_is_named_with_its_place() {
    let mut page = Page::with(&[ORDER, "{\n  \"id\": 1,\n  oops\n}"]);
    for query in ["", ".id"] {
        let Problem::Sample {
            sample,
            diagnostic,
            is_repairable,
        } = problem(page.convert(2, "typescript", query))
        else {
            panic!("not a problem of a sample")
        };
        assert_eq!((sample, diagnostic.place.line), (SampleId(1), 3));
        assert!(is_repairable);
        assert!(!diagnostic.hint.is_empty());
    }
}

#[test]
fn what_a_target_cannot_say_is_told() {
    let mut page = Page::with(&["[1, 2]"]);
    let Problem::Target { message } = problem(page.convert(1, "toml", "")) else {
        panic!("TOML has no arrays at its root")
    };
    assert!(!message.is_empty());
    assert!(matches!(
        problem(page.convert(1, "cobol", "")),
        Problem::Target { .. }
    ));
}

#[test]
fn nothing_gives_nothing() {
    let mut page = Page::with(&["", " \n"]);
    assert_eq!(problem(page.convert(2, "json", "")), Problem::Empty);
    assert_eq!(page.whole(), None);
}

#[test]
fn samples_that_a_conversion_does_not_name_are_forgotten() {
    let mut page = Page::with(&[ORDER, "[true]"]);
    page.convert(1, "json", "");
    assert!(matches!(
        page.convert(2, "minified", ""),
        Report::Unknown { .. }
    ));
}

#[test]
fn a_large_output_is_shown_in_part_and_given_whole() {
    let large = format!("[{}]", vec![ORDER; 5_000].join(","));
    let mut page = Page::with(&[&large]);
    let report = page.convert(1, "json", "");
    let shown = output(&report).clone();
    let whole = page.whole().unwrap();
    assert!(!shown.is_whole() && whole.starts_with(&shown.text));
    assert_eq!(shown.bytes, whole.len() as u64);
    assert_eq!(shown.lines as usize, whole.lines().count());
    assert!(shown.text.len() < 150_000);
}

#[test]
fn a_repair_lists_what_it_did() {
    let mut page = Page::default();
    let report = page.repair("{name: 'Ada',\n tags: [1, 2,],}");
    assert_eq!(
        output(&report).text,
        "{\"name\": \"Ada\",\n \"tags\": [1, 2]}"
    );
    let Report::Repaired { changes, total, .. } = report else {
        panic!("not repaired")
    };
    assert_eq!(total as usize, changes.len());
    let comma = changes.iter().find(|it| it.removed == ",").unwrap();
    assert_eq!(
        comma.before.0,
        Place {
            line: 2,
            column: 13
        }
    );
    assert_eq!(
        comma.before.1,
        Place {
            line: 2,
            column: 14
        }
    );
    assert_eq!(comma.after.0, comma.after.1, "nothing stands there now");
}

#[test]
fn a_valid_document_is_returned_to_the_byte() {
    let mut page = Page::default();
    let text = " {\r\n\t\"a\" : 1e+2 }\n";
    let Report::Repaired {
        output,
        changes,
        total,
        ..
    } = page.repair(text)
    else {
        panic!("not valid")
    };
    assert_eq!((output.text.as_str(), total), (text, 0));
    assert!(changes.is_empty());
    assert_eq!(page.whole().as_deref(), Some(text));
}

#[test]
fn what_cannot_be_repaired_says_where() {
    let mut page = Page::default();
    assert!(matches!(page.repair(" \n"), Report::Blank { .. }));
    let Report::Unrepaired { diagnostic, .. } = page.repair("// no value") else {
        panic!("repaired nothing")
    };
    assert!(!diagnostic.message.is_empty());
}

#[test]
fn of_jobs_that_wait_only_the_last_is_done() {
    let convert = |job| Command::Convert {
        job: Job(job),
        conversion: Conversion::default(),
    };
    let sample = |id, text: &str| Command::Sample {
        sample: SampleId(id),
        text: text.into(),
        file_name: None,
        format: None,
    };
    let mut inbox = Inbox::<Bench>::default();
    for command in [
        sample(0, "old"),
        sample(1, "other"),
        convert(1),
        Command::Whole { ticket: 1 },
        sample(0, "new"),
        convert(2),
    ] {
        inbox.push(command);
    }
    let left: Vec<Command> = std::iter::from_fn(|| inbox.pop()).collect();
    assert!(
        matches!(
            &left[..],
            [
                Command::Sample { sample: SampleId(1), .. },
                Command::Whole { .. },
                Command::Sample { sample: SampleId(0), text, .. },
                Command::Convert { job: Job(2), .. },
            ] if *text == Text::from("new")
        ),
        "{left:?}"
    );
}

/// A text with a letter of it replaced, as an editor tells it.
fn typed(length: u32, at: u32, inserted: &str) -> Text {
    Text::Changed(Changes {
        length,
        line_break: LineBreak::Lf,
        edits: vec![Edit {
            removed: at..at + 1,
            inserted: inserted.to_owned(),
        }],
    })
}

impl Page {
    fn change(&mut self, id: u32, text: Text) {
        let answer = self.send(&Command::Sample {
            sample: SampleId(id),
            text,
            file_name: None,
            format: None,
        });
        assert_eq!(answer, None);
    }
}

#[test]
fn what_is_typed_is_all_that_is_sent() {
    let mut page = Page::with(&[r#"{"a": 1}"#]);
    page.change(0, typed(8, 6, "true, \"é\": [2]"));
    page.change(0, typed(21, 18, "\"two\""));
    assert_eq!(
        output(&page.convert(1, "minified", "")).text.trim(),
        r#"{"a":true,"é":["two"]}"#
    );
    page.change(0, typed(25, 24, ""));
    let (job, sample) = (Job(7), SampleId(0));
    let report = page.send(&Command::Repair { job, sample }).unwrap();
    assert_eq!(output(&report).text, r#"{"a": true, "é": ["two"]}"#);
}

#[test]
fn changes_of_another_text_are_not_guessed_at() {
    let job = |job| Job(job);
    let mut page = Page::with(&[ORDER, "[1]"]);
    page.change(1, typed(4, 1, "2"));
    let conversion = Conversion {
        samples: vec![SampleId(0), SampleId(1)],
        target: "json".to_owned(),
        ..Conversion::default()
    };
    let convert = |job| Command::Convert {
        job,
        conversion: conversion.clone(),
    };
    assert_eq!(
        page.send(&convert(job(1))),
        Some(Report::Unknown { job: job(1) })
    );
    // Nor is what builds upon them.
    page.change(1, typed(3, 1, "2"));
    let repair = Command::Repair {
        job: job(2),
        sample: SampleId(1),
    };
    assert_eq!(page.send(&repair), Some(Report::Unknown { job: job(2) }));
    page.sample(0, ORDER, None, None);
    page.sample(1, "[2]", None, None);
    let report = page.send(&convert(job(3))).unwrap();
    assert!(!output(&report).text.is_empty());
}

/// The text from one place to another, by the lines and columns of editors.
fn between(text: &str, from: Place, to: Place) -> String {
    let mut place = Place::START;
    let mut out = String::new();
    for c in text.chars() {
        if place >= from && place < to {
            out.push(c);
        }
        if c == '\n' {
            place.line += 1;
            place.column = 1;
        } else {
            place.column += 1;
        }
    }
    out
}

#[test]
fn a_line_that_ends_in_two_characters_is_one() {
    let mut page = Page::default();
    let Report::Repaired { changes, .. } = page.repair("{\r\n\"a\": 1,\r\n}\r\n") else {
        panic!("not repaired")
    };
    let places: Vec<Place> = changes.iter().map(|change| change.before.0).collect();
    assert_eq!(places, [Place { line: 2, column: 7 }]);
}

/// Whether a text is told as it is, or if it is long, by its beginning.
fn says(told: &str, text: &str) -> bool {
    match told.strip_suffix('…') {
        Some(start) => start.len() > 40 && text.starts_with(start) && text.len() > start.len(),
        None => told == text,
    }
}

proptest! {
    /// Whatever is broken how: each change stands in both texts where it is said to stand.
    #[test]
    fn changes_stand_where_they_are_said_to(
        parts in prop::collection::vec(
            prop::sample::select(vec![
                "{", "}", "[", "]", ",", ":", "'a'", "\"é\"", "name", "\n", " ", "1", "True",
                "// note\n", "/* 火\n */", "\u{201c}q\u{201d}", "null", ",,",
            ]),
            1..24,
        )
    ) {
        let text = parts.concat();
        let mut page = Page::default();
        if let Report::Repaired { output, changes, .. } = page.repair(&text) {
            prop_assert!(output.is_whole());
            for change in changes {
                let removed = between(&text, change.before.0, change.before.1);
                let inserted = between(&output.text, change.after.0, change.after.1);
                prop_assert!(says(&change.removed, &removed), "{:?}: {removed:?}", change.removed);
                prop_assert!(says(&change.inserted, &inserted), "{:?}: {inserted:?}", change.inserted);
            }
        }
    }
}
