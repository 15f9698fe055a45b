//! HAR 1.2: calls that a browser recorded. Calls for pages, scripts, styles, images and fonts are
//! passed over; so are preflights.

use serde_json::Value;

use crate::api::Method;
use crate::document::{Block, BlockKind, Document, Location, Recording};
use crate::exchange::{Answer, Exchange};
use crate::extract::route;

/// The most that a HAR file may have, in bytes.
pub const LIMIT: usize = 100 * 1024 * 1024;

/// Reads a HAR document that has been parsed.
pub fn read(name: &str, har: &Value) -> Document {
    let entries = har.pointer("/log/entries").and_then(Value::as_array);
    let mut blocks = Vec::new();
    for (index, entry) in entries.into_iter().flatten().enumerate() {
        let Some(exchange) = exchange(entry) else {
            continue;
        };
        let recording = Recording {
            exchange,
            ..Recording::default()
        };
        let location = Location::Span {
            start: index,
            end: index,
            line: u32::try_from(index + 1).unwrap_or(u32::MAX),
        };
        blocks.push(Block {
            kind: BlockKind::Exchange(Box::new(recording)),
            location,
        });
    }
    Document {
        name: name.to_owned(),
        blocks,
        notes: Vec::new(),
    }
}

fn exchange(entry: &Value) -> Option<Exchange> {
    let request = entry.get("request")?;
    let method = Method::parse(request.get("method")?.as_str()?)?;
    if method == Method::Options {
        return None;
    }
    let url = request.get("url")?.as_str()?;
    if !url.starts_with("http") {
        return None;
    }
    let mut exchange = Exchange {
        method: Some(method),
        ..Exchange::default()
    };
    if !exchange.set_target(url) {
        return None;
    }
    if exchange.query.is_empty() {
        exchange.query = pairs(request.get("queryString"), true);
    }
    exchange.headers = pairs(request.get("headers"), false);
    if let Some(data) = request.get("postData") {
        let media = data
            .get("mimeType")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let text = data.get("text").and_then(Value::as_str).unwrap_or_default();
        let parameters = pairs(data.get("params"), true);
        if media.contains("form") {
            exchange.form = if parameters.is_empty() && !media.contains("multipart") {
                route::query_pairs(text)
            } else {
                parameters
            };
        } else if !text.is_empty() {
            exchange.body = Some(text.to_owned());
        }
        if !media.is_empty() && exchange.header("content-type").is_none() {
            exchange
                .headers
                .push(("Content-Type".to_owned(), media.to_owned()));
        }
    }
    if let Some(response) = entry.get("response") {
        let status = response
            .get("status")
            .and_then(Value::as_u64)
            .and_then(|status| u16::try_from(status).ok())
            .filter(|status| *status >= 100);
        let content = response.get("content");
        let media = content
            .and_then(|content| content.get("mimeType"))
            .and_then(Value::as_str);
        let media = media.map(|media| media.split(';').next().unwrap_or(media).trim().to_owned());
        // What a browser loads to draw a page is no API.
        let drawn = media.as_deref().is_some_and(|media| {
            media.starts_with("image/")
                || media.starts_with("font/")
                || media.starts_with("video/")
                || media.starts_with("audio/")
                || matches!(
                    media,
                    "text/css"
                        | "text/html"
                        | "application/javascript"
                        | "text/javascript"
                        | "application/x-javascript"
                        | "application/wasm"
                        | "application/font-woff2"
                        | "application/manifest+json"
                )
        });
        if drawn && method == Method::Get {
            return None;
        }
        let encoded = content
            .and_then(|content| content.get("encoding"))
            .is_some();
        let body = content
            .and_then(|content| content.get("text"))
            .and_then(Value::as_str)
            .filter(|_| !encoded);
        // Without a status nothing came back.
        exchange.answer = status.map(|status| Answer {
            status: Some(status),
            media_type: media.filter(|media| !media.is_empty() && media != "x-unknown"),
            body: body.filter(|body| !body.is_empty()).map(str::to_owned),
        });
    }
    Some(exchange)
}

fn pairs(list: Option<&Value>, decode: bool) -> Vec<(String, String)> {
    let text = |entry: &Value, key: &str| {
        let text = entry.get(key).and_then(Value::as_str).unwrap_or_default();
        if decode {
            route::decode(text)
        } else {
            text.to_owned()
        }
    };
    list.and_then(Value::as_array)
        .into_iter()
        .flatten()
        .map(|entry| (text(entry, "name"), text(entry, "value")))
        .filter(|(name, _)| !name.is_empty())
        .collect()
}
