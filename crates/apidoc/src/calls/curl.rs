//! curl, for a POSIX shell.

use super::{Payload, Request, TOKEN, full_url, pretty};

pub(super) fn write(request: &Request) -> String {
    with(request, None)
}

/// With a text in place of the file that a body would be.
pub(super) fn with(request: &Request, text: Option<&str>) -> String {
    // With `-X HEAD` curl waits for a body that does not come.
    let method = match request.method.as_str() {
        "HEAD" => "--head".to_owned(),
        method => format!("-X {method}"),
    };
    let mut parts = vec![format!("curl {method} {}", quoted(&full_url(request)))];
    parts.extend(
        request
            .headers
            .iter()
            .map(|(name, value)| format!("-H {}", quoted(&format!("{name}: {value}")))),
    );
    match &request.body {
        Some(Payload::Json(value)) => {
            parts.push("-H 'Content-Type: application/json'".to_owned());
            parts.push(format!("-d {}", single(&pretty(value))));
        }
        Some(Payload::Form(fields)) => parts.extend(fields.iter().map(|(name, value)| {
            format!("--data-urlencode {}", single(&format!("{name}={value}")))
        })),
        Some(Payload::Multipart(fields)) => parts.extend(
            fields
                .iter()
                .map(|(name, value)| format!("-F {}", single(&format!("{name}={value}")))),
        ),
        Some(Payload::File) => parts.push(match text {
            Some(text) => format!("--data-binary {}", single(text)),
            None => "--data-binary @file".to_owned(),
        }),
        None => {}
    }
    parts.join(" \\\n  ") + "\n"
}

/// Single quotes, in which a shell changes nothing.
pub(super) fn single(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// Double quotes where the variable has to be filled in, single ones elsewhere.
pub(super) fn quoted(text: &str) -> String {
    let variable = format!("${TOKEN}");
    if !text.contains(&variable) {
        return single(text);
    }
    let parts: Vec<_> = text
        .split(variable.as_str())
        .map(|part| {
            part.replace('\\', r"\\")
                .replace('"', "\\\"")
                .replace('$', r"\$")
                .replace('`', r"\`")
        })
        .collect();
    format!("\"{}\"", parts.join(&variable))
}
