//! JSON, RFC 8259.

use ichiban_schema::Visitor;
use ichiban_stream::json::{End, Error, Event, Limits, Parser, Span};
use ichiban_tool::Diagnostic;

use super::syntax;

/// A document that fits in memory has no further limits but its depth.
pub(super) const LIMITS: Limits = Limits {
    max_bytes: 1 << 32,
    max_depth: 512,
    max_token_bytes: 64 << 20,
    max_values: 1 << 28,
};

pub(super) fn read(text: &str, visitor: &mut dyn Visitor) -> Result<(), Diagnostic> {
    document(text, 1, visitor)
}

/// Reads a document that begins at a line of a larger text.
pub(super) fn document(
    text: &str,
    first_line: u32,
    visitor: &mut dyn Visitor,
) -> Result<(), Diagnostic> {
    let mut parser = Parser::new(LIMITS);
    let mut strings = Strings::default();
    let mut sink = |event: Event<'_>, _: Span| strings.tell(event, visitor);
    let pushed = parser.push(text.as_bytes(), &mut sink);
    let end = match pushed {
        Ok(()) => parser.finish(&mut sink),
        Err(error) => End::Invalid(error),
    };
    match end {
        End::Complete => Ok(()),
        End::Invalid(error) => Err(invalid(&error, first_line)),
        End::Truncated(end) => Err(syntax(
            end.line + first_line - 1,
            end.column,
            format!("the text ends, expected {}", end.expected),
            "Complete the document, or let `repair` do it.",
        )),
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

/// Puts the pieces of strings together.
#[derive(Default)]
struct Strings {
    held: String,
}

impl Strings {
    fn tell(&mut self, event: Event<'_>, visitor: &mut dyn Visitor) {
        match event {
            Event::BeginObject => visitor.begin_object(),
            Event::EndObject => visitor.end_object(),
            Event::BeginArray => visitor.begin_array(),
            Event::EndArray => visitor.end_array(),
            Event::Key { name, .. } => visitor.key(name),
            Event::BeginString => self.held.clear(),
            Event::StringDelta(text) => self.held.push_str(text),
            Event::EndString => visitor.string(&self.held),
            Event::Number(text) => visitor.number(text),
            Event::Bool(value) => visitor.boolean(value),
            Event::Null => visitor.null(),
            // U+FFFD follows in its place.
            Event::LoneSurrogate { .. } => {}
        }
    }
}
