//! `ichiban json segments`: the translatable texts of a catalogue.
//!
//! Prints a JSON array, one object a line:
//!
//! | member | what |
//! | --- | --- |
//! | `path` | where the text stands, as a JSON Pointer (RFC 6901) |
//! | `text` | the text, the file's escapes resolved |
//! | `line`, `column` | where its value begins, from 1 |
//! | `span` | the value's bytes in the file, quotes included: `[start, end]` |
//! | `placeholders` | the parts of the text that a translation must keep |
//! | `note` | what the file says about it, or null |
//! | `max_chars` | most characters, if the file tells, or null |
//! | `plural` | its plural category if it is one of several forms, or null |
//! | `translatable` | whether there is anything in it to translate |

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use serde::Serialize;

use ichiban_json::localise::Segment;
use ichiban_json::localise::format::Role;

use super::catalogue::{self, Format};

/// List the texts of a catalogue
///
/// Prints a JSON array with an object for each text: path (a JSON Pointer), text, line, column,
/// span (bytes), placeholders, note, max_chars, plural, translatable.
#[derive(Args)]
#[expect(clippy::doc_markdown, reason = "it is the help in a terminal")]
pub(crate) struct Command {
    /// The catalogue; `-` for stdin
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    format: Format,
}

#[derive(Serialize)]
struct Entry<'a> {
    path: String,
    text: &'a str,
    line: u32,
    column: u32,
    span: [usize; 2],
    placeholders: Vec<&'a str>,
    note: Option<&'a str>,
    max_chars: Option<u32>,
    plural: Option<&'static str>,
    translatable: bool,
}

impl Command {
    pub(crate) fn run(&self) -> ExitCode {
        let catalogue = match catalogue::read(&self.file, &self.format, None, Role::Source) {
            Ok(catalogue) => catalogue,
            Err(unreadable) => return catalogue::give_up(&self.file, unreadable),
        };
        let entries: Vec<_> = catalogue.segments().iter().map(entry).collect();
        match catalogue::print_array(&entries) {
            Ok(()) => ExitCode::SUCCESS,
            Err(code) => code,
        }
    }
}

fn entry(segment: &Segment) -> Entry<'_> {
    Entry {
        path: segment.pointer(),
        text: &segment.text,
        line: segment.place.line,
        column: segment.place.column,
        span: [segment.slot.start, segment.slot.end],
        placeholders: segment
            .message
            .kept()
            .into_iter()
            .filter_map(|range| segment.text.get(range))
            .collect(),
        note: segment.note.as_deref(),
        max_chars: segment.max_chars,
        plural: segment.plural.as_ref().map(|it| it.category.as_str()),
        translatable: segment.translatable,
    }
}
