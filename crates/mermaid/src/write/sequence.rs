//! Sequence diagrams.

use std::fmt::Write as _;

use super::text::{self, Ids};
use super::{MAX_CHARACTERS, MAX_EDGES};

/// What happens between participants, in order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sequence {
    /// Participants who come first, in this order; others follow as they are met.
    pub(crate) participants: Vec<Participant>,
    pub(crate) steps: Vec<Step>,
}

/// Someone who takes part.
#[derive(Debug, Clone)]
pub(crate) struct Participant {
    pub(crate) name: String,
    /// Whether it is a person.
    pub(crate) is_actor: bool,
}

/// Something that happens.
#[derive(Debug, Clone)]
pub(crate) enum Step {
    Message {
        from: String,
        to: String,
        text: String,
        kind: Arrow,
    },
    /// A note over a participant.
    Note {
        over: String,
        text: String,
    },
    /// A frame: `loop`, `alt`, `opt`.
    Open {
        kind: &'static str,
        text: String,
    },
    /// The next branch of an `alt`.
    Else(String),
    Close,
}

/// What kind of message it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Arrow {
    /// A call.
    Call,
    /// What comes back.
    Return,
    /// A call that fails.
    Lost,
}

/// Writes a sequence of at most `limit` messages, and says what is left out: what comes last.
pub(crate) fn write(sequence: &Sequence, limit: usize) -> (String, Vec<String>) {
    let limit = limit.clamp(1, MAX_EDGES);
    let is_message = |step: &&Step| matches!(step, Step::Message { .. });
    let all = sequence.steps.iter().filter(is_message).count();
    let mut most = limit.min(all);
    loop {
        let text = write_first(sequence, most);
        if text.chars().count() > MAX_CHARACTERS - 200 && most > 1 {
            most = most * 3 / 4;
            continue;
        }
        let mut left_out = Vec::new();
        if most < all {
            left_out.push(format!("the last {} of {all} messages", all - most));
        }
        return (super::close(text, &left_out), left_out);
    }
}

fn write_first(sequence: &Sequence, most: usize) -> String {
    let mut out = "sequenceDiagram\n".to_owned();
    let mut ids = Ids::default();
    let mut steps = Vec::new();
    let (mut messages, mut open) = (0, 0_usize);
    for step in &sequence.steps {
        match step {
            Step::Message { .. } if messages == most => break,
            Step::Message { .. } => messages += 1,
            Step::Open { .. } => open += 1,
            Step::Close => open = open.saturating_sub(1),
            _ => {}
        }
        steps.push(step);
    }
    let mut declared: Vec<&str> = Vec::new();
    for participant in &sequence.participants {
        let keyword = if participant.is_actor {
            "actor"
        } else {
            "participant"
        };
        declare(
            keyword,
            &participant.name,
            &mut ids,
            &mut declared,
            &mut out,
        );
    }
    for step in &steps {
        let names: [Option<&String>; 2] = match step {
            Step::Message { from, to, .. } => [Some(from), Some(to)],
            Step::Note { over, .. } => [Some(over), None],
            _ => [None, None],
        };
        for name in names.into_iter().flatten() {
            declare("participant", name, &mut ids, &mut declared, &mut out);
        }
    }
    for step in steps {
        let _ = match step {
            Step::Message {
                from,
                to,
                text,
                kind,
            } => {
                let arrow = match kind {
                    Arrow::Call => "->>",
                    Arrow::Return => "-->>",
                    Arrow::Lost => "-x",
                };
                let (from, to) = (ids.id(from), ids.id(to));
                writeln!(out, "    {from}{arrow}{to}: {}", text::line(text))
            }
            Step::Note { over, text } => {
                writeln!(out, "    Note over {}: {}", ids.id(over), text::line(text))
            }
            Step::Open { kind, text } => writeln!(out, "    {kind} {}", text::line(text)),
            Step::Else(text) => writeln!(out, "    else {}", text::line(text)),
            Step::Close => writeln!(out, "    end"),
        };
    }
    for _ in 0..open {
        out.push_str("    end\n");
    }
    out
}

fn declare<'a>(
    keyword: &str,
    name: &'a str,
    ids: &mut Ids,
    declared: &mut Vec<&'a str>,
    out: &mut String,
) {
    if declared.contains(&name) {
        return;
    }
    declared.push(name);
    let id = ids.id(name);
    let _ = if id == name {
        writeln!(out, "    {keyword} {id}")
    } else {
        writeln!(out, "    {keyword} {id} as {}", text::line(name))
    };
}
