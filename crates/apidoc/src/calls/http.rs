//! `.http` files, as the HTTP clients of editors run them.

use std::fmt::Write as _;

use super::{Payload, Request, TOKEN, encode, full_url, pretty};

pub(super) fn write(request: &Request) -> String {
    let fill = |text: &str| text.replace(&format!("${TOKEN}"), &format!("{{{{{TOKEN}}}}}"));
    let title = request
        .summary
        .as_deref()
        .unwrap_or(&request.id)
        .replace('\n', " ");
    let mut out = format!(
        "### {title}\n{} {}\n",
        request.method,
        fill(&full_url(request))
    );
    for (name, value) in &request.headers {
        let _ = writeln!(out, "{name}: {}", fill(value));
    }
    match &request.body {
        Some(Payload::Json(value)) => {
            let _ = write!(out, "Content-Type: application/json\n\n{}\n", pretty(value));
        }
        Some(Payload::Form(fields)) => {
            let pairs: Vec<_> = fields
                .iter()
                .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
                .collect();
            let _ = write!(
                out,
                "Content-Type: application/x-www-form-urlencoded\n\n{}\n",
                pairs.join("&")
            );
        }
        Some(Payload::Multipart(fields)) => {
            out.push_str("Content-Type: multipart/form-data; boundary=boundary\n\n");
            for (name, value) in fields {
                let _ = write!(
                    out,
                    "--boundary\nContent-Disposition: form-data; name=\"{name}\"\n\n{value}\n"
                );
            }
            out.push_str("--boundary--\n");
        }
        Some(Payload::File) => out.push_str("\n< ./file\n"),
        None => {}
    }
    out
}
