//! JSON, RFC 8259.

use ichiban_schema::{Visitor, read_json};
use ichiban_stream::json::{End, Error, Limits, Parser};
use ichiban_tool::Diagnostic;

use super::syntax;

/// Objects and arrays within one another; deeper ones are refused.
const MAX_DEPTH: usize = 512;

pub(super) fn read(text: &str, visitor: &mut dyn Visitor) -> Result<(), Diagnostic> {
    document(text, 1, visitor)
}

/// Reads a document that begins at a line of a larger text.
pub(super) fn document(
    text: &str,
    first_line: u32,
    visitor: &mut dyn Visitor,
) -> Result<(), Diagnostic> {
    read_json(text, MAX_DEPTH, visitor).map_err(|at| diagnose(text, first_line, at))
}

/// What is wrong with a text that is no JSON from a byte offset on: the streaming parser knows
/// more of it.
fn diagnose(text: &str, first_line: u32, at: usize) -> Diagnostic {
    // A document that fits in memory has no further limits but its depth.
    let mut parser = Parser::new(Limits {
        max_bytes: u64::MAX,
        max_depth: MAX_DEPTH,
        max_token_bytes: usize::MAX,
        max_values: usize::MAX,
    });
    let end = match parser.push(text.as_bytes(), &mut |_, _| {}) {
        Ok(()) => parser.finish(&mut |_, _| {}),
        Err(error) => End::Invalid(error),
    };
    match end {
        End::Invalid(error) => invalid(&error, first_line),
        End::Truncated(end) => syntax(
            end.line + first_line - 1,
            end.column,
            format!("the text ends, expected {}", end.expected),
            "Complete the document, or let `repair` do it.",
        ),
        End::Complete => {
            let (line, column) = super::place_of(text, at);
            syntax(
                line + first_line - 1,
                column,
                "this is not JSON".to_owned(),
                "Mend it there, or let `repair` do it.",
            )
        }
    }
}

fn invalid(error: &Error, first_line: u32) -> Diagnostic {
    syntax(
        error.line + first_line - 1,
        error.column,
        format!("found {}, expected {}", error.found, error.expected),
        error
            .hint()
            .unwrap_or("Mend it there, or let `repair` do it."),
    )
}
