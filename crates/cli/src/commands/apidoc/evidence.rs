//! `ichiban apidoc evidence OPENAPI`: where every operation, parameter and field is documented.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use serde_json::{Value, json};

#[derive(Args)]
pub(crate) struct Arguments {
    /// A document that `ichiban apidoc openapi` wrote; `-` reads standard input.
    #[arg(value_name = "OPENAPI")]
    path: PathBuf,
}

impl Arguments {
    pub(crate) fn run(self) -> ExitCode {
        let document = match super::document::read(&self.path) {
            Ok(document) => document,
            Err(message) => {
                let _ = writeln!(io::stderr(), "{message}");
                return ExitCode::from(2);
            }
        };
        let mut list = Vec::new();
        for (path, item) in document
            .get("paths")
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
        {
            for (method, operation) in item.as_object().into_iter().flatten() {
                if operation.get("responses").is_none() {
                    continue;
                }
                let parameters: Vec<_> = operation
                    .get("parameters")
                    .and_then(Value::as_array)
                    .into_iter()
                    .flatten()
                    .map(|parameter| json!({ "name": parameter.get("name"), "in": parameter.get("in"), "confidence": parameter.get("x-confidence"), "evidence": parameter.get("x-evidence") }))
                    .collect();
                let mut members = Vec::new();
                let bodies = operation.pointer("/requestBody/content");
                for media in bodies
                    .and_then(Value::as_object)
                    .into_iter()
                    .flat_map(|all| all.values())
                {
                    fields(media.get("schema"), "", 0, &mut members);
                }
                list.push(json!({
                    "method": method.to_uppercase(),
                    "path": path,
                    "operationId": operation.get("operationId"),
                    "confidence": operation.get("x-confidence"),
                    "evidence": operation.get("x-evidence"),
                    "parameters": parameters,
                    "body": members,
                }));
            }
        }
        let text = serde_json::to_string_pretty(&list).unwrap_or_default() + "\n";
        match io::stdout().lock().write_all(text.as_bytes()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        }
    }
}

/// How deep fields may nest.
const DEPTH: usize = 16;

/// Adds the fields of a body's schema that say where they come from, by their way: `owner.name`,
/// `tags[].id`.
fn fields(schema: Option<&Value>, way: &str, depth: usize, into: &mut Vec<Value>) {
    let Some(schema) = schema.filter(|_| depth < DEPTH) else {
        return;
    };
    let members = schema.get("properties").and_then(Value::as_object);
    for (name, member) in members.into_iter().flatten() {
        let way = if way.is_empty() {
            name.clone()
        } else {
            format!("{way}.{name}")
        };
        if member.get("x-confidence").is_some() || member.get("x-evidence").is_some() {
            into.push(json!({ "name": way, "confidence": member.get("x-confidence"), "evidence": member.get("x-evidence") }));
        }
        fields(Some(member), &way, depth + 1, into);
    }
    fields(schema.get("items"), &format!("{way}[]"), depth + 1, into);
}
