//! TOML 1.1. Dates and times become strings as they are written.

use ichiban_schema::Visitor;
use ichiban_tool::Diagnostic;

use super::{place_of, syntax};
use crate::Value;

/// How the library tells a date from a string.
const DATE: &str = "$__toml_private_datetime";

pub(super) fn read(text: &str, visitor: &mut dyn Visitor) -> Result<(), Diagnostic> {
    let mut value: Value = toml::from_str(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        let (line, column) = place_of(text, at);
        syntax(line, column, error.message().to_owned(), "Mend it there.")
    })?;
    dates_as_strings(&mut value);
    value.visit(visitor);
    Ok(())
}

fn dates_as_strings(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(dates_as_strings),
        Value::Object(members) => {
            if members.len() == 1
                && let Some(date) = members.shift_remove(DATE)
            {
                *value = date;
            } else {
                members.values_mut().for_each(dates_as_strings);
            }
        }
        _ => {}
    }
}
