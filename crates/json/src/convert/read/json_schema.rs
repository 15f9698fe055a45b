//! A JSON Schema or an OpenAPI document, as JSON or YAML: what it declares, or the document itself
//! where data is wanted of it.

use ichiban_schema::Visitor;
use ichiban_tool::Diagnostic;

use super::{json, yaml};

pub(super) fn read(text: &str, visitor: &mut dyn Visitor) -> Result<(), Diagnostic> {
    if text.trim_start().starts_with('{') {
        json::read(text, visitor)
    } else {
        yaml::read(text, visitor)
    }
}
