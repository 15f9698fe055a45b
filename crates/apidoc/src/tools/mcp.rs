//! Model Context Protocol: an entry of `tools/list`, with hints about its effects.

use serde_json::{Value, json};

use super::Tool;

pub(super) fn write(tool: &Tool) -> Value {
    let reads = matches!(tool.method.as_str(), "GET" | "HEAD" | "OPTIONS");
    json!({
        "name": tool.name,
        "description": tool.description,
        "inputSchema": { "type": "object", "properties": tool.properties, "required": tool.required },
        "annotations": {
            "readOnlyHint": reads,
            "destructiveHint": tool.method == "DELETE",
            "idempotentHint": reads || matches!(tool.method.as_str(), "PUT" | "DELETE"),
            "openWorldHint": true,
        },
    })
}
