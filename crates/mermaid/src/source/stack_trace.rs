//! Stack traces: who called whom until it went wrong, as a sequence.
//!
//! Java and Kotlin, Python, JavaScript, Rust, Go, C#, Ruby and PHP are read, each line by the
//! pattern that its runtime prints.

mod frames;

use ichiban_tool::Settings;

use super::{Error, File, Picture, Source, options};
use crate::write::sequence::{self, Arrow, Sequence, Step};
use frames::{Trace, read};

pub(super) const SOURCE: Source = Source {
    name: "stack-trace",
    label: "Stack trace",
    about: "Stack traces of Java, Python, JavaScript, Rust, Go, C#, Ruby and PHP, drawn as a sequence of calls",
    files: &[".trace", ".stacktrace"],
    settings: &[options::INCLUDE, options::EXCLUDE, options::LIMIT],
    looks,
    draw,
};

fn looks(text: &str) -> u8 {
    let traces = read(text);
    let frames: usize = traces.iter().map(|trace| trace.frames.len()).sum();
    match frames {
        0 => 0,
        1 => 45,
        _ => 86,
    }
}

fn draw(files: &[File<'_>], settings: &Settings) -> Result<Picture, Error> {
    let mut sequence = Sequence::default();
    let mut found = false;
    let choice = options::choice(settings, "TB");
    let is_shown = |name: &str| {
        let any = |patterns: &[String]| {
            patterns
                .iter()
                .any(|pattern| crate::write::fit::matches(pattern, name))
        };
        (choice.include.is_empty() || any(&choice.include)) && !any(&choice.exclude)
    };
    let mut hidden = 0;
    for file in files {
        for mut trace in read(file.text) {
            let all = trace.frames.len();
            trace.frames.retain(|frame| is_shown(&frame.owner));
            hidden += all - trace.frames.len();
            if !trace.frames.is_empty() {
                found = true;
                draw_trace(&trace, &mut sequence.steps);
            }
        }
    }
    if !found {
        return Err(Error::Empty("stack trace"));
    }
    let mut picture = Picture::new(sequence::write(&sequence, options::limit(settings)));
    if hidden > 0 {
        picture.left_out.push(format!("{hidden} frames, as chosen"));
    }
    Ok(picture)
}

/// Draws a trace from its outermost call inwards; what went wrong goes back to where it was seen.
fn draw_trace(trace: &Trace, steps: &mut Vec<Step>) {
    let mut frames = trace.frames.iter();
    let Some(first) = frames.next() else {
        return;
    };
    let mut caller = first;
    steps.push(Step::Note {
        over: first.owner.clone(),
        text: format!("{} {}", first.function, first.place)
            .trim()
            .to_owned(),
    });
    let mut repeated = 0;
    for frame in frames {
        // A recursion is drawn once, and counted.
        if frame == caller {
            repeated += 1;
            continue;
        }
        if repeated > 0 {
            steps.push(Step::Note {
                over: caller.owner.clone(),
                text: format!("{repeated} more of the same call"),
            });
            repeated = 0;
        }
        steps.push(Step::Message {
            from: caller.owner.clone(),
            to: frame.owner.clone(),
            text: format!("{} {}", frame.function, frame.place)
                .trim()
                .to_owned(),
            kind: Arrow::Call,
        });
        caller = frame;
    }
    steps.push(if caller.owner == first.owner {
        Step::Note {
            over: caller.owner.clone(),
            text: trace.error.clone(),
        }
    } else {
        Step::Message {
            from: caller.owner.clone(),
            to: first.owner.clone(),
            text: trace.error.clone(),
            kind: Arrow::Lost,
        }
    });
}
