//! Mends what people and language models get wrong, without changing what a diagram says.
//!
//! A text that the grammar accepts comes back byte for byte. Otherwise mends are tried, one file
//! each, in the order of [`MENDS`]; one is kept only if the grammar then gets further than before,
//! so that a mend can never make a diagram worse. Cost: a few passes of the grammar for each mend
//! that is needed, however often it is needed.

mod arrows;
mod blocks;
mod class_names;
mod comments;
mod deactivate;
mod er_attributes;
mod er_labels;
mod flow_ids;
mod flow_labels;
mod flow_subgraph;
mod gantt_dates;
mod git_names;
mod header;
mod quoted_items;
mod reserved_end;
mod semicolons;
mod sequence_arrows;
mod sequence_colon;
mod sequence_names;
mod state_names;
mod style;
mod surroundings;
mod timeline_colon;
mod typography;

pub(crate) use flow_labels::{is_statement, rewrite_syntax};
pub(crate) use header::is_header;
use ichiban_tool::{Diagnostic, Place, Severity};
use serde::Serialize;

use crate::diagram::{Family, ParseError, parse};
use crate::text::header_line;

/// Every mend, in the order in which they are tried: first what hides the diagram, then what
/// spoils a line, then what spoils the whole.
pub static MENDS: &[&dyn Mend] = &[
    &surroundings::Surroundings,
    &header::Header,
    &comments::Comments,
    &flow_labels::FlowLabels,
    &typography::Typography,
    &arrows::Arrows,
    &flow_subgraph::FlowSubgraph,
    &reserved_end::ReservedEnd,
    &flow_ids::FlowIds,
    &style::Style,
    &sequence_arrows::SequenceArrows,
    &sequence_colon::SequenceColon,
    &sequence_names::SequenceNames,
    &semicolons::Semicolons,
    &deactivate::Deactivate,
    &class_names::ClassNames,
    &state_names::StateNames,
    &er_labels::ErLabels,
    &er_attributes::ErAttributes,
    &quoted_items::QuotedItems,
    &timeline_colon::TimelineColon,
    &gantt_dates::GanttDates,
    &git_names::GitNames,
    &blocks::Blocks,
];

/// One kind of mistake and what to do about it.
pub trait Mend: Sync {
    /// A stable kebab-case name, such as `quote-label`.
    fn code(&self) -> &'static str;
    /// Rewrites `text`, a diagram of `family` that the grammar refuses with `error`, as far as the
    /// mistake occurs; `None` if it does not.
    fn mend(&self, text: &str, family: Family, error: &ParseError) -> Option<Mended>;
}

/// What a [`Mend`] made of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mended {
    /// The new text.
    pub text: String,
    /// What was changed.
    pub changes: Vec<Change>,
}

/// One change that a mend made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The mend's code.
    pub code: &'static str,
    /// Line of the text as it was before this mend, from 1.
    pub line: u32,
    /// What was changed, in words.
    pub message: String,
}

/// A text after mending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fixed {
    /// The text; byte for byte the input if nothing was changed.
    pub text: String,
    /// What was changed, in the order in which it was done.
    pub changes: Vec<Change>,
    /// What is still wrong; empty if the grammar accepts the text.
    pub remaining: Vec<Diagnostic>,
}

/// Mends a text as far as it can be mended.
pub fn fix(text: &str) -> Fixed {
    let careful = run(text, Keep::Progress);
    if careful.remaining.is_empty() {
        return careful;
    }
    // Some refusals come late, for a mistake before one that is told first. Then a mend is kept
    // that merely changes the refusal, but only if the whole is accepted in the end.
    let bold = run(text, Keep::Difference);
    if bold.remaining.is_empty() {
        bold
    } else {
        careful
    }
}

/// Which mends are kept.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keep {
    /// Those after which the grammar gets further.
    Progress,
    /// Those after which the grammar says something else.
    Difference,
}

fn run(text: &str, keep: Keep) -> Fixed {
    let mut fixed = Fixed {
        text: text.to_owned(),
        changes: Vec::new(),
        remaining: Vec::new(),
    };
    let mut verdict = parse(text).err();
    // Each round keeps one mend; a text that needs more rounds than this is no diagram.
    for _ in 0..2 * MENDS.len() {
        let Some(error) = &verdict else {
            break;
        };
        let Some((mended, after)) = next(&fixed.text, error, keep) else {
            break;
        };
        fixed.text = mended.text;
        fixed.changes.extend(mended.changes);
        verdict = after;
    }
    fixed.remaining = verdict.iter().map(remaining).collect();
    fixed
}

/// The first mend to keep, with the grammar's verdict after it.
fn next(text: &str, error: &ParseError, keep: Keep) -> Option<(Mended, Option<ParseError>)> {
    let family = family(text);
    MENDS
        .iter()
        .filter_map(|mend| mend.mend(text, family, error))
        .filter(|mended| mended.text != text)
        .map(|mended| {
            let after = parse(&mended.text).err();
            (mended, after)
        })
        .find(|(mended, after)| {
            let Some(after) = after else { return true };
            is_progress(text, error, &mended.text, after)
                || keep == Keep::Difference
                    && after.kind.is_some()
                    && (&after.message, after.place) != (&error.message, error.place)
        })
}

/// Whether a refusal comes later than the one before it.
fn is_progress(before: &str, error: &ParseError, after: &str, next: &ParseError) -> bool {
    match (&error.kind, &next.kind) {
        (None, Some(_)) => true,
        (Some(_), None) => false,
        _ => match (error.offset, next.offset) {
            // What is left to read, so that a mend which makes the text longer is not progress.
            (Some(was), Some(is)) => {
                after.len().saturating_sub(is) < before.len().saturating_sub(was)
            }
            (None, Some(_)) | (Some(_), None) => true,
            (None, None) => error.message != next.message,
        },
    }
}

fn family(text: &str) -> Family {
    let lines: Vec<_> = text.lines().collect();
    let header = header_line(&lines).and_then(|number| lines.get(number));
    let word = header.and_then(|line| line.split_whitespace().next());
    word.map_or(Family::Other, Family::of_header)
}

fn remaining(error: &ParseError) -> Diagnostic {
    Diagnostic {
        severity: Severity::Error,
        code: "syntax".to_owned(),
        path: String::new(),
        place: error.place,
        message: error.message.clone(),
        hint: "No safe mend is known for this: edit the line by hand.".to_owned(),
    }
}

/// Rewrites lines after the header one by one: the shape of most mends. `rewrite` gets a line and
/// gives the new one with the words for the change, or `None` to leave it.
fn rewrite_lines(
    text: &str,
    code: &'static str,
    mut rewrite: impl FnMut(&str) -> Option<(String, String)>,
) -> Option<Mended> {
    let header = header_line(&text.lines().collect::<Vec<_>>())?;
    let mut changes = Vec::new();
    let mut output = String::with_capacity(text.len() + 64);
    for (number, whole) in text.split_inclusive('\n').enumerate() {
        let line = whole.trim_end_matches(['\n', '\r']);
        let end = whole.get(line.len()..).unwrap_or("");
        let is_comment = line.trim_start().starts_with("%%");
        let new = if number < header || is_comment {
            None
        } else {
            rewrite(line)
        };
        match new {
            Some((new, message)) => {
                changes.push(Change {
                    code,
                    line: u32::try_from(number + 1).unwrap_or(u32::MAX),
                    message,
                });
                output.push_str(&new);
            }
            None => output.push_str(line),
        }
        output.push_str(end);
    }
    (!changes.is_empty()).then_some(Mended {
        text: output,
        changes,
    })
}

/// The line a refusal points to, from 1.
fn line_of(error: &ParseError) -> u32 {
    match error.offset {
        Some(_) => error.place.line,
        None => Place::START.line,
    }
}

/// A text as the inside of a quoted label: mermaid.js reads `#quot;` as a quote.
fn quoted(label: &str) -> String {
    format!("\"{}\"", label.replace('"', "#quot;"))
}

/// A text as an identifier: what is not a letter, digit or underscore becomes an underscore.
fn identifier(text: &str) -> String {
    let id: String = text
        .trim()
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { '_' })
        .collect();
    match id.chars().next() {
        Some(first) if first.is_ascii_digit() => format!("n{id}"),
        Some(_) if id.eq_ignore_ascii_case("end") => format!("{id}_"),
        Some(_) => id,
        None => "n".to_owned(),
    }
}
