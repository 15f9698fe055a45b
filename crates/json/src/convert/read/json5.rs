//! JSON5, and with it JSON with comments.

use ichiban_schema::Visitor;
use ichiban_tool::Diagnostic;

use super::syntax;
use crate::Value;
use crate::nesting::too_deep;

/// Objects and arrays within one another; the parser calls itself for each.
const MAX_DEPTH: usize = 512;

pub(super) fn read(text: &str, visitor: &mut dyn Visitor) -> Result<(), Diagnostic> {
    if let Some(at) = too_deep(text, MAX_DEPTH) {
        let before = text.get(..at).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
        return Err(syntax(
            super::at_least_one(line),
            super::at_least_one(column),
            format!("more than {MAX_DEPTH} objects and arrays stand within one another"),
            "Convert an inner part of it.",
        ));
    }
    let value: Value = json5::from_str(text).map_err(|error| {
        let (line, column) = error
            .position()
            .map_or((1, 1), |at| (super::at_least_one(at.line), at.column + 1));
        let message = error
            .code()
            .map_or_else(|| error.to_string(), |code| code.to_string());
        syntax(
            line,
            super::at_least_one(column),
            message,
            "Mend it there, or let `repair` do it.",
        )
    })?;
    value.visit(visitor);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_deep_is_told_with_its_place() {
        let deep = format!("{}\n{}", "[".repeat(MAX_DEPTH), "[".repeat(100_000));
        let diagnostic = read(&deep, &mut ichiban_schema::Nobody).unwrap_err();
        assert_eq!((diagnostic.place.line, diagnostic.place.column), (2, 1));
        assert!(diagnostic.message.contains("512"), "{}", diagnostic.message);
    }
}
