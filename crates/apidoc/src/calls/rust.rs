//! Rust with `reqwest` (its `json` and `multipart` features).

use super::{Payload, Request, TOKEN, full_url, pretty};

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
        Some(Payload::Json(value)) => lines.push(format!(
            "    .json(&serde_json::json!({}))",
            pretty(value).replace('\n', "\n    ")
        )),
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

/// A string literal of Rust.
fn literal(text: &str) -> String {
    format!("{text:?}")
}
