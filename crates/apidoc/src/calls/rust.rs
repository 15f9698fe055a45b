//! Rust with `reqwest` (its `json` and `multipart` features).

use serde_json::Value;

use super::{Payload, Request, TOKEN, full_url};

pub(super) fn write(request: &Request) -> String {
    let method = request.method.clone();
    let mut lines = vec![
        "let response = reqwest::Client::new()".to_owned(),
        format!(
            "    .request(reqwest::Method::{method}, {})",
            expression(&full_url(request))
        ),
    ];
    lines.extend(
        request
            .headers
            .iter()
            .map(|(name, value)| format!("    .header({}, {})", literal(name), expression(value))),
    );
    match &request.body {
        Some(Payload::Json(value)) => {
            lines.push(format!("    .json(&serde_json::json!({}))", json(value, 1)));
        }
        Some(Payload::Form(fields)) => {
            let pairs: Vec<_> = fields
                .iter()
                .map(|(name, value)| format!("({}, {})", literal(name), literal(value)))
                .collect();
            lines.push(format!("    .form(&[{}])", pairs.join(", ")));
        }
        Some(Payload::Multipart(fields)) => {
            let parts: Vec<_> = fields
                .iter()
                .map(|(name, value)| format!(".text({}, {})", literal(name), literal(value)))
                .collect();
            lines.push(format!(
                "    .multipart(reqwest::multipart::Form::new(){})",
                parts.concat()
            ));
        }
        Some(Payload::File) => lines.push("    .body(std::fs::read(\"file\")?)".to_owned()),
        None => {}
    }
    lines.push("    .send()".to_owned());
    lines.push("    .await?".to_owned());
    lines.push("    .error_for_status()?;".to_owned());
    lines.push("println!(\"{}\", response.text().await?);".to_owned());
    lines.join("\n") + "\n"
}

fn expression(text: &str) -> String {
    let variable = format!("${TOKEN}");
    if text.contains(&variable) {
        let text = text
            .replace('{', "{{")
            .replace('}', "}}")
            .replace(&variable, "{}");
        format!("format!({}, std::env::var(\"{TOKEN}\")?)", literal(&text))
    } else {
        literal(text)
    }
}

/// JSON for the macro: its strings are literals of Rust, whose escapes are others than JSON's.
fn json(value: &Value, depth: usize) -> String {
    let (line, end) = (
        format!("\n{}", "    ".repeat(depth + 1)),
        format!("\n{}", "    ".repeat(depth)),
    );
    match value {
        Value::String(text) => literal(text),
        Value::Array(list) if !list.is_empty() => {
            let list: Vec<_> = list.iter().map(|value| json(value, depth + 1)).collect();
            format!("[{line}{}{end}]", list.join(&format!(",{line}")))
        }
        Value::Object(members) if !members.is_empty() => {
            let members: Vec<_> = members
                .iter()
                .map(|(name, value)| format!("{}: {}", literal(name), json(value, depth + 1)))
                .collect();
            format!("{{{line}{}{end}}}", members.join(&format!(",{line}")))
        }
        other => other.to_string(),
    }
}

/// A string literal of Rust.
fn literal(text: &str) -> String {
    format!("{text:?}")
}
