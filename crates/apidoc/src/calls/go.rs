//! Go with `net/http`.

use std::fmt::Write as _;

use super::{Payload, Request, TOKEN, encode, full_url, literal, pretty};

pub(super) fn write(request: &Request) -> String {
    let (body, media) = match &request.body {
        Some(Payload::Json(value)) => (
            format!("strings.NewReader({})", raw(&pretty(value))),
            Some("application/json"),
        ),
        Some(Payload::Form(fields)) => {
            let text: Vec<_> = fields
                .iter()
                .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
                .collect();
            (
                format!("strings.NewReader({})", literal(&text.join("&"))),
                Some("application/x-www-form-urlencoded"),
            )
        }
        Some(Payload::Multipart(fields)) => {
            let boundary = "----boundary";
            let parts: Vec<_> = fields.iter().map(|(name, value)| format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")).collect();
            (
                format!(
                    "strings.NewReader({})",
                    literal(&format!("{}--{boundary}--\r\n", parts.concat()))
                ),
                Some("multipart/form-data; boundary=----boundary"),
            )
        }
        Some(Payload::File) => ("file".to_owned(), None),
        None => ("nil".to_owned(), None),
    };
    let opens_file = matches!(request.body, Some(Payload::File));
    let uses_key = request
        .headers
        .iter()
        .chain(&request.query)
        .any(|(_, value)| value.contains(&format!("${TOKEN}")));
    let mut imports = vec!["\"fmt\"", "\"io\"", "\"log\"", "\"net/http\""];
    if uses_key || opens_file {
        imports.push("\"os\"");
    }
    if body.starts_with("strings") {
        imports.push("\"strings\"");
    }
    let mut out = format!(
        "package main\n\nimport (\n\t{}\n)\n\nfunc main() {{\n",
        imports.join("\n\t")
    );
    if opens_file {
        out.push_str(
            "\tfile, err := os.Open(\"file\")\n\tif err != nil {\n\t\tlog.Fatal(err)\n\t}\n",
        );
    }
    let _ = write!(
        out,
        "\trequest, err := http.NewRequest({}, {}, {body})\n\tif err != nil {{\n\t\tlog.Fatal(err)\n\t}}\n",
        literal(&request.method),
        expression(&full_url(request))
    );
    for (name, value) in &request.headers {
        let _ = writeln!(
            out,
            "\trequest.Header.Set({}, {})",
            literal(name),
            expression(value)
        );
    }
    if let Some(media) = media {
        let _ = writeln!(
            out,
            "\trequest.Header.Set(\"Content-Type\", {})",
            literal(media)
        );
    }
    out.push_str("\tresponse, err := http.DefaultClient.Do(request)\n\tif err != nil {\n\t\tlog.Fatal(err)\n\t}\n\tdefer response.Body.Close()\n\tanswer, err := io.ReadAll(response.Body)\n\tif err != nil {\n\t\tlog.Fatal(err)\n\t}\n\tfmt.Println(response.Status, string(answer))\n}\n");
    out
}

/// A text with the key in its place. As an argument among others a sum is written without blanks
/// (gofmt).
fn expression(text: &str) -> String {
    let variable = format!("${TOKEN}");
    let key = format!("os.Getenv(\"{TOKEN}\")");
    let mut parts = Vec::new();
    for (number, part) in text.split(variable.as_str()).enumerate() {
        if number > 0 {
            parts.push(key.clone());
        }
        if !part.is_empty() {
            parts.push(literal(part));
        }
    }
    if parts.is_empty() {
        parts.push(literal(""));
    }
    parts.join("+")
}

/// A raw string where no back quote forbids it.
fn raw(text: &str) -> String {
    if text.contains('`') {
        literal(text)
    } else {
        format!("`{text}`")
    }
}
