//! Logs: what happens in which component, as a sequence.
//!
//! Read are lines of JSON, `key=value` pairs, Docker Compose, access logs, and lines with a time, a
//! level and a component. Where a line says who talks to whom, that is drawn; else what follows in
//! the same request is drawn from the component before.

mod lines;

use std::collections::BTreeMap;

use ichiban_tool::{Choice, Setting, Settings};

use super::{Error, File, Picture, Source, options};
use crate::write::fit::matches;
use crate::write::sequence::{self, Arrow, Sequence, Step};
use lines::{Entry, read};

pub(super) const SOURCE: Source = Source {
    name: "log",
    label: "Log",
    about: "Logs of several components, drawn as a sequence of what happens in which",
    files: &[".log", ".jsonl", ".ndjson", ".txt"],
    settings: &[
        LEVEL,
        REQUEST,
        options::INCLUDE,
        options::EXCLUDE,
        options::LIMIT,
    ],
    looks,
    draw,
};

const LEVEL: Setting = Setting {
    name: "level",
    about: "The least level that is drawn",
    choice: Choice::OneOf(&["all", "info", "warn", "error"]),
};

const REQUEST: Setting = Setting {
    name: "request",
    about: "Only the lines of this request, trace or correlation id",
    choice: Choice::Text(""),
};

fn looks(text: &str) -> u8 {
    let sample: Vec<&str> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .take(40)
        .collect();
    let entries = sample.iter().filter(|line| read(line).is_some()).count();
    if entries > 1 && entries * 10 >= sample.len() * 6 {
        75
    } else {
        0
    }
}

fn draw(files: &[File<'_>], settings: &Settings) -> Result<Picture, Error> {
    let mut entries: Vec<Entry> = files
        .iter()
        .flat_map(|file| file.text.lines())
        .filter_map(read)
        .collect();
    if entries.is_empty() {
        return Err(Error::Empty("line with a component and a message"));
    }
    let all = entries.len();
    let least = match settings.text(&LEVEL) {
        "info" => 1,
        "warn" => 2,
        "error" => 3,
        _ => 0,
    };
    let request = settings.text(&REQUEST);
    let choice = options::choice(settings, "TB");
    let is_shown = |name: &str| {
        let any = |patterns: &[String]| patterns.iter().any(|pattern| matches(pattern, name));
        (choice.include.is_empty() || any(&choice.include)) && !any(&choice.exclude)
    };
    entries.retain(|entry| {
        entry.level >= least
            && (request.is_empty() || entry.request == request)
            && is_shown(&entry.component)
    });
    if entries.is_empty() {
        return Err(Error::Empty("line that was chosen"));
    }
    let hidden = all - entries.len();
    let steps = steps(&entries);
    let sequence = Sequence {
        participants: Vec::new(),
        steps,
    };
    let mut picture = Picture::new(sequence::write(&sequence, options::limit(settings)));
    if hidden > 0 {
        picture
            .left_out
            .push(format!("{hidden} of {all} lines, as chosen"));
    }
    Ok(picture)
}

fn steps(entries: &[Entry]) -> Vec<Step> {
    let mut steps = Vec::new();
    // By request: the component that the request is in.
    let mut current: BTreeMap<&str, &str> = BTreeMap::new();
    let mut repeated = 0;
    for (at, entry) in entries.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| entries.get(at));
        if before.is_some_and(|before| before == entry) {
            repeated += 1;
            continue;
        }
        if repeated > 0 {
            steps.push(Step::Note {
                over: before.map_or_else(String::new, |before| before.component.clone()),
                text: format!("{repeated} more of the same"),
            });
            repeated = 0;
        }
        let kind = if entry.level >= 3 {
            Arrow::Lost
        } else {
            Arrow::Call
        };
        let to = entry.target.as_deref().unwrap_or(&entry.component);
        let from = if entry.target.is_some() {
            entry.component.as_str()
        } else {
            current.get(entry.request.as_str()).copied().unwrap_or(to)
        };
        if from == to {
            steps.push(Step::Note {
                over: to.to_owned(),
                text: entry.message.clone(),
            });
        } else {
            steps.push(Step::Message {
                from: from.to_owned(),
                to: to.to_owned(),
                text: entry.message.clone(),
                kind,
            });
        }
        if let Some(answer) = &entry.answer {
            steps.push(Step::Message {
                from: to.to_owned(),
                to: from.to_owned(),
                text: answer.clone(),
                kind: Arrow::Return,
            });
        } else {
            current.insert(&entry.request, to);
        }
    }
    steps
}
