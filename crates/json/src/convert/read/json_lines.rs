//! JSON Lines: a document a line; empty lines are passed over.

use ichiban_schema::Visitor;
use ichiban_tool::Diagnostic;

use super::json;

pub(super) fn read(text: &str, visitor: &mut dyn Visitor) -> Result<(), Diagnostic> {
    for (line, number) in text.lines().zip(1..) {
        if !line.trim().is_empty() {
            json::document(line, number, visitor)?;
        }
    }
    Ok(())
}
