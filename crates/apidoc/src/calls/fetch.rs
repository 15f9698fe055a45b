//! `fetch`, as browsers and Node have it.

use std::fmt::Write as _;

use super::{Payload, Request, TOKEN, full_url, literal, pretty};

pub(super) fn write(request: &Request) -> String {
    let mut headers: Vec<String> = request
        .headers
        .iter()
        .map(|(name, value)| format!("    {}: {},", literal(name), expression(value)))
        .collect();
    let mut before = String::new();
    let body = match &request.body {
        Some(Payload::Json(value)) => {
            headers.push("    \"Content-Type\": \"application/json\",".to_owned());
            Some(format!("JSON.stringify({})", indented(&pretty(value))))
        }
        Some(Payload::Form(fields)) => {
            let pairs: Vec<_> = fields
                .iter()
                .map(|(name, value)| format!("    {}: {},", literal(name), literal(value)))
                .collect();
            Some(format!(
                "new URLSearchParams({{\n{}\n  }})",
                pairs.join("\n")
            ))
        }
        Some(Payload::Multipart(fields)) => {
            before.push_str("const form = new FormData();\n");
            for (name, value) in fields {
                let _ = writeln!(
                    before,
                    "form.append({}, {});",
                    literal(name),
                    literal(value)
                );
            }
            Some("form".to_owned())
        }
        Some(Payload::File) => Some("file".to_owned()),
        None => None,
    };
    let mut options = vec![format!("  method: {},", literal(&request.method))];
    if !headers.is_empty() {
        options.push(format!("  headers: {{\n{}\n  }},", headers.join("\n")));
    }
    options.extend(body.map(|body| format!("  body: {body},")));
    format!(
        "{before}const response = await fetch({}, {{\n{}\n}});\nif (!response.ok) throw new Error(`${{response.status}} ${{await response.text()}}`);\nconst answer = await response.text();\n",
        expression(&full_url(request)),
        options.join("\n")
    )
}

/// A literal, or a template where the key has to be filled in.
fn expression(text: &str) -> String {
    let variable = format!("${TOKEN}");
    if !text.contains(&variable) {
        return literal(text);
    }
    let parts: Vec<_> = text
        .split(variable.as_str())
        .map(|part| {
            part.replace('\\', r"\\")
                .replace('`', r"\`")
                .replace("${", r"\${")
        })
        .collect();
    format!("`{}`", parts.join(&format!("${{{TOKEN}}}")))
}

fn indented(text: &str) -> String {
    text.replace('\n', "\n  ")
}
