//! JSON5, and with it JSON with comments.

use ichiban_schema::Visitor;
use ichiban_tool::Diagnostic;

use super::syntax;
use crate::Value;

pub(super) fn read(text: &str, visitor: &mut dyn Visitor) -> Result<(), Diagnostic> {
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
