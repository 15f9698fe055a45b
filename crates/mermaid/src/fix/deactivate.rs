//! `deactivate` of a participant that is not active.

use super::{Change, Family, Mend, Mended, ParseError};

pub(super) struct Deactivate;

impl Mend for Deactivate {
    fn code(&self) -> &'static str {
        "inactive-participant"
    }

    fn mend(&self, text: &str, family: Family, error: &ParseError) -> Option<Mended> {
        if family != Family::Sequence || !error.message.contains("inactiv") {
            return None;
        }
        let mut active: std::collections::HashMap<String, usize> = std::collections::HashMap::new();
        let mut output = String::with_capacity(text.len());
        let mut changes = Vec::new();
        for (number, line) in text.split_inclusive('\n').enumerate() {
            let statement = line.trim();
            let mut keep = line.to_owned();
            if let Some(name) = statement.strip_prefix("activate ") {
                *active.entry(name.trim().to_owned()).or_default() += 1;
            } else if let Some(name) = statement.strip_prefix("deactivate ") {
                if !leave(&mut active, name.trim()) {
                    keep.clear();
                    changes.push(
                        self.change(number, format!("removed `{statement}`: it is not active")),
                    );
                }
            } else if let Some((from, marked)) = message(statement) {
                match marked {
                    Marked::Activates(to) => *active.entry(to.to_owned()).or_default() += 1,
                    Marked::Deactivates if !leave(&mut active, from) => {
                        if let Some(at) = arrow_mark(line) {
                            keep.remove(at);
                            changes.push(self.change(
                                number,
                                format!("removed the `-` after the arrow: {from} is not active"),
                            ));
                        }
                    }
                    Marked::Deactivates | Marked::Plain => {}
                }
            }
            output.push_str(&keep);
        }
        (!changes.is_empty()).then_some(Mended {
            text: output,
            changes,
        })
    }
}

impl Deactivate {
    fn change(&self, number: usize, message: String) -> Change {
        Change {
            code: self.code(),
            line: u32::try_from(number + 1).unwrap_or(u32::MAX),
            message,
        }
    }
}

enum Marked<'a> {
    Activates(&'a str),
    Deactivates,
    Plain,
}

fn leave(active: &mut std::collections::HashMap<String, usize>, name: &str) -> bool {
    match active.get_mut(name) {
        Some(depth) if *depth > 0 => {
            *depth -= 1;
            true
        }
        _ => false,
    }
}

const ARROWS: &[&str] = &["-->>", "->>", "--)", "-)", "--x", "-x", "-->", "->"];

/// Where the `-` that deactivates stands, in bytes.
fn arrow_mark(line: &str) -> Option<usize> {
    let head = line.split(':').next()?;
    ARROWS
        .iter()
        .filter_map(|arrow| {
            let at = head.find(arrow)? + arrow.len();
            head.get(at..)?.starts_with('-').then_some(at)
        })
        .min()
}

/// A message's sender, and what it does to an activation.
fn message(statement: &str) -> Option<(&str, Marked<'_>)> {
    let head = statement.split_once(':')?.0;
    let (at, arrow) = ARROWS
        .iter()
        .filter_map(|arrow| Some((head.find(arrow)?, *arrow)))
        .min_by_key(|(at, arrow)| (*at, usize::MAX - arrow.len()))?;
    let from = head.get(..at)?.trim();
    let to = head.get(at + arrow.len()..)?;
    let marked = if let Some(to) = to.strip_prefix('+') {
        Marked::Activates(to.trim())
    } else if to.starts_with('-') {
        Marked::Deactivates
    } else {
        Marked::Plain
    };
    Some((from, marked))
}
