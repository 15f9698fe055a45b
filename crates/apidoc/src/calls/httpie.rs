//! `HTTPie`, for a POSIX shell.

use serde_json::Value;

use super::curl::{quoted, single};
use super::{Payload, Request, full_url};

pub(super) fn write(request: &Request) -> String {
    let option = match &request.body {
        Some(Payload::Form(_)) => " --form",
        Some(Payload::Multipart(_)) => " --multipart",
        _ => "",
    };
    let mut parts = vec![format!(
        "http{option} {} {}",
        request.method,
        quoted(&full_url(request))
    )];
    parts.extend(
        request
            .headers
            .iter()
            .map(|(name, value)| quoted(&format!("{name}:{value}"))),
    );
    match &request.body {
        Some(Payload::Json(Value::Object(members))) => {
            parts.extend(members.iter().map(|(name, value)| {
                let name = name.replace([':', '=', '@'], "_");
                match value {
                    Value::String(text) => single(&format!("{name}={text}")),
                    other => single(&format!("{name}:={other}")),
                }
            }));
        }
        Some(Payload::Json(value)) => parts.push(format!("--raw {}", single(&value.to_string()))),
        Some(Payload::Form(fields) | Payload::Multipart(fields)) => parts.extend(
            fields
                .iter()
                .map(|(name, value)| single(&format!("{name}={value}"))),
        ),
        Some(Payload::File) => parts.push("< file".to_owned()),
        None => {}
    }
    parts.join(" \\\n  ") + "\n"
}
