//! Anthropic Messages: `name`, `description`, `input_schema`.

use serde_json::{Value, json};

use super::Tool;

pub(super) fn write(tool: &Tool) -> Value {
    json!({
        "name": tool.name,
        "description": tool.description,
        "input_schema": { "type": "object", "properties": tool.properties, "required": tool.required },
    })
}
