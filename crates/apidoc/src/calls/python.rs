//! Python with `requests` or `httpx`, which take the same call.

use std::fmt::Write as _;

use serde_json::Value;

use super::{Payload, Request, TOKEN, literal};

/// `library` is `requests` or `httpx`.
pub(super) fn write(request: &Request, library: &str) -> String {
    let uses_key = request
        .headers
        .iter()
        .chain(&request.query)
        .any(|(_, value)| value.contains(&format!("${TOKEN}")));
    let mut out = String::new();
    if uses_key {
        out.push_str("import os\n\n");
    }
    let _ = write!(out, "import {library}\n\n");
    let mut arguments = vec![
        format!("    {},", literal(&request.method)),
        format!("    {},", literal(&request.url)),
    ];
    if !request.query.is_empty() {
        arguments.push(format!("    params={},", pairs(&request.query)));
    }
    if !request.headers.is_empty() {
        arguments.push(format!("    headers={},", pairs(&request.headers)));
    }
    match &request.body {
        Some(Payload::Json(value)) => arguments.push(format!("    json={},", python(value, 1))),
        Some(Payload::Form(fields)) => arguments.push(format!("    data={},", pairs(fields))),
        Some(Payload::Multipart(fields)) => {
            let parts: Vec<_> = fields
                .iter()
                .map(|(name, value)| {
                    format!("        {}: (None, {}),\n", literal(name), literal(value))
                })
                .collect();
            arguments.push(format!("    files={{\n{}    }},", parts.concat()));
        }
        Some(Payload::File) if library == "httpx" => {
            arguments.push("    content=open(\"file\", \"rb\"),".to_owned());
        }
        Some(Payload::File) => arguments.push("    data=open(\"file\", \"rb\"),".to_owned()),
        None => {}
    }
    arguments.push("    timeout=30,".to_owned());
    let _ = write!(
        out,
        "response = {library}.request(\n{}\n)\nresponse.raise_for_status()\nprint(response.text)\n",
        arguments.join("\n")
    );
    out
}

fn pairs(pairs: &[(String, String)]) -> String {
    let lines: Vec<_> = pairs
        .iter()
        .map(|(name, value)| format!("        {}: {},\n", literal(name), expression(value)))
        .collect();
    format!("{{\n{}    }}", lines.concat())
}

fn expression(text: &str) -> String {
    let variable = format!("${TOKEN}");
    if text == variable {
        return format!("os.environ[\"{TOKEN}\"]");
    }
    match text.split_once(&variable) {
        Some((before, after)) => {
            let tail = if after.is_empty() {
                String::new()
            } else {
                format!(" + {}", literal(after))
            };
            format!("{} + os.environ[\"{TOKEN}\"]{tail}", literal(before))
        }
        None => literal(text),
    }
}

/// A value of JSON as Python writes it.
fn python(value: &Value, depth: usize) -> String {
    let indent = "    ".repeat(depth + 1);
    let close = "    ".repeat(depth);
    match value {
        Value::Null => "None".to_owned(),
        Value::Bool(true) => "True".to_owned(),
        Value::Bool(false) => "False".to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => literal(text),
        Value::Array(members) if members.is_empty() => "[]".to_owned(),
        Value::Array(members) => {
            let lines: Vec<_> = members
                .iter()
                .map(|member| format!("{indent}{},\n", python(member, depth + 1)))
                .collect();
            format!("[\n{}{close}]", lines.concat())
        }
        Value::Object(members) if members.is_empty() => "{}".to_owned(),
        Value::Object(members) => {
            let lines: Vec<_> = members
                .iter()
                .map(|(name, member)| {
                    format!(
                        "{indent}{}: {},\n",
                        literal(name),
                        python(member, depth + 1)
                    )
                })
                .collect();
            format!("{{\n{}{close}}}", lines.concat())
        }
    }
}
