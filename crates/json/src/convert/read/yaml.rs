//! YAML 1.2, of one document or several.

use ichiban_schema::Visitor;
use ichiban_tool::Diagnostic;

use super::{at_least_one, syntax};
use crate::Value;

pub(super) fn read(text: &str, visitor: &mut dyn Visitor) -> Result<(), Diagnostic> {
    let documents: Vec<Value> = serde_saphyr::from_multiple(text).map_err(|error| {
        let (line, column) = error
            .location()
            .map_or((1, 1), |at| (at.line(), at.column()));
        let (line, column) = (at_least_one(line), at_least_one(column));
        let message = error.to_string();
        let first = message.lines().next().unwrap_or_default().to_owned();
        syntax(
            line,
            column,
            first,
            "Mind indentation, colons, and quotes around special characters.",
        )
    })?;
    for document in &documents {
        document.visit(visitor);
    }
    Ok(())
}
