//! A request as somebody sent it, and its answer: what curl commands, transcripts, HAR and Postman
//! files have in common.

use serde_json::Value;

use crate::api::Method;
use crate::extract::route;

/// One request.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Exchange {
    /// Its method.
    pub method: Option<Method>,
    /// Scheme and host, if known.
    pub host: Option<String>,
    /// Its path as written, parameters as `{name}`.
    pub path: String,
    /// Names and values of the query.
    pub query: Vec<(String, String)>,
    /// Names and values of the headers.
    pub headers: Vec<(String, String)>,
    /// Names and values of a form.
    pub form: Vec<(String, String)>,
    /// The body, if it is not a form.
    pub body: Option<String>,
    /// Whether a user name and password were given.
    pub basic: bool,
    /// The answer, if it was recorded.
    pub answer: Option<Answer>,
}

/// An answer.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answer {
    /// Its status, if it was recorded.
    pub status: Option<u16>,
    /// Its media type.
    pub media_type: Option<String>,
    /// Its body, if it is text.
    pub body: Option<String>,
}

impl Exchange {
    /// A header's value, by its name in any case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(n, _)| n.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }

    /// The body as JSON, if it is.
    pub fn json(&self) -> Option<Value> {
        lenient_json(self.body.as_deref()?)
    }

    /// Sets host, path and query from a URL. `false` if it is none.
    pub fn set_target(&mut self, target: &str) -> bool {
        let target = target.trim().trim_matches(['"', '\'', '<', '>']);
        let bare = target.starts_with('/') || target.contains("://") || target.contains('/');
        let Some(parsed) = bare
            .then(|| normal(target))
            .and_then(|target| route::parse_target(&target))
        else {
            return false;
        };
        self.host = parsed.host;
        self.path = parsed.path;
        for pair in parsed.query {
            if !self.query.contains(&pair) {
                self.query.push(pair);
            }
        }
        true
    }
}

/// `localhost:9090/x` has a host without dots.
fn normal(target: &str) -> String {
    let scheme = target.contains("://") || target.starts_with(['/', '{', '$', '<']);
    if scheme {
        target.to_owned()
    } else {
        format!("http://{target}")
    }
}

/// Reads a transcript: a request line, headers, an empty line, a body; perhaps the answer after it.
pub fn transcript(text: &str) -> Option<Exchange> {
    let mut lines = text.lines().map(str::trim_end);
    let first = lines
        .by_ref()
        .find(|line| !line.trim().is_empty() && !line.trim_start().starts_with(['#', '>']))?;
    let first = first.trim().trim_start_matches("$ ");
    let found = route::find(first)
        .into_iter()
        .next()
        .filter(|found| found.start == 0)?;
    let mut exchange = Exchange {
        method: Some(found.method?),
        host: found.host,
        path: found.path,
        query: found.query,
        ..Exchange::default()
    };
    let mut body = String::new();
    let mut in_body = false;
    while let Some(line) = lines.next() {
        if line.trim_start().starts_with("HTTP/") {
            exchange.answer = answer(
                &std::iter::once(line)
                    .chain(lines.by_ref())
                    .collect::<Vec<_>>()
                    .join("\n"),
            );
            break;
        }
        let trimmed = line.trim();
        if !in_body {
            if trimmed.is_empty() {
                in_body = true;
                continue;
            }
            // The query may go on over lines.
            if trimmed.starts_with(['?', '&']) {
                exchange.query.extend(route::query_pairs(trimmed));
                continue;
            }
            match trimmed.split_once(':') {
                Some((name, value)) if is_token(name) && !trimmed.starts_with(['{', '[', '"']) => {
                    exchange
                        .headers
                        .push((name.to_owned(), value.trim().to_owned()));
                    continue;
                }
                _ => in_body = true,
            }
        }
        body.push_str(line);
        body.push('\n');
    }
    if !exchange
        .headers
        .iter()
        .any(|(name, _)| name.eq_ignore_ascii_case("host"))
        && exchange.host.is_none()
    {
        // Nothing more to learn about the host.
    } else if exchange.host.is_none() {
        exchange.host = exchange.header("host").map(|host| format!("http://{host}"));
    }
    set_body(&mut exchange, body.trim());
    Some(exchange)
}

/// Gives an exchange its body: a form if it is written as one.
fn set_body(exchange: &mut Exchange, body: &str) {
    if body.is_empty() {
        return;
    }
    let urlencoded = exchange
        .header("content-type")
        .is_some_and(|value| value.contains("urlencoded"));
    let pairs = urlencoded || (!body.contains(['{', '<', '\n', ' ', '[']) && body.contains('='));
    if pairs {
        exchange.form = route::query_pairs(&body.replace('\n', ""));
    } else {
        exchange.body = Some(body.to_owned());
    }
}

/// Reads an answer: a status line, headers, an empty line, a body.
pub fn answer(text: &str) -> Option<Answer> {
    let mut lines = text.lines();
    let first = lines.by_ref().find(|line| !line.trim().is_empty())?.trim();
    let status = first
        .strip_prefix("HTTP/")?
        .split_whitespace()
        .nth(1)?
        .parse()
        .ok()?;
    let mut answer = Answer {
        status: Some(status),
        ..Answer::default()
    };
    let mut body = String::new();
    let mut in_body = false;
    for line in lines {
        let trimmed = line.trim();
        if in_body {
            body.push_str(line);
            body.push('\n');
        } else if trimmed.is_empty() {
            in_body = true;
        } else if let Some((name, value)) =
            trimmed.split_once(':').filter(|(name, _)| is_token(name))
        {
            if name.eq_ignore_ascii_case("content-type") {
                answer.media_type = value
                    .trim()
                    .split(';')
                    .next()
                    .map(|kind| kind.trim().to_owned());
            }
        } else {
            in_body = true;
            body.push_str(line);
            body.push('\n');
        }
    }
    let body = body.trim();
    answer.body = (!body.is_empty()).then(|| body.to_owned());
    Some(answer)
}

fn is_token(name: &str) -> bool {
    !name.is_empty()
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
}

/// Reads JSON as documentation writes it: comments, trailing commas and `…` for what was left out
/// are passed over; placeholders (`<value>`) are strings. `None` if no sense can be made of it.
pub fn lenient_json(text: &str) -> Option<Value> {
    let text = text.trim();
    if !text.starts_with(['{', '[']) {
        return None;
    }
    if let Ok(value) = serde_json::from_str(text) {
        return Some(value);
    }
    // The first document, if several follow one another.
    let mut stream = serde_json::Deserializer::from_str(text).into_iter::<Value>();
    if let Some(Ok(value)) = stream.next() {
        return Some(value);
    }
    let mended = mend(text);
    let mut stream = serde_json::Deserializer::from_str(&mended).into_iter::<Value>();
    match stream.next() {
        Some(Ok(value)) => Some(value),
        _ => None,
    }
}

/// One pass: drops comments, ellipses and trailing commas, quotes bare words.
fn mend(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if c == '"' {
            let end = string_end(rest);
            out.push_str(&rest[..end].replace('\n', "\\n"));
            rest = &rest[end..];
        } else if c == '\''
            && let Some(end) = rest[1..].find('\'')
        {
            out.push_str(&Value::String(rest[1..=end].to_owned()).to_string());
            rest = &rest[end + 2..];
        } else if rest.starts_with("//") || c == '#' {
            rest = rest.find('\n').map_or("", |end| &rest[end..]);
        } else if rest.starts_with("/*") {
            rest = rest.find("*/").map_or("", |end| &rest[end + 2..]);
        } else if rest.starts_with("...") || c == '…' {
            rest = rest.trim_start_matches(['.', '…']);
        } else if c == '<'
            && let Some(end) = rest.find('>')
        {
            out.push_str(&Value::String(rest[..=end].to_owned()).to_string());
            rest = &rest[end + 1..];
        } else if matches!(c, '}' | ']') {
            while out.ends_with(|c: char| c.is_whitespace() || c == ',') {
                out.pop();
            }
            out.push(c);
            rest = &rest[1..];
        } else if c == '|' {
            // `"a" | "b"`: the first stands for all.
            rest = rest[1..].trim_start();
            let skip = if rest.starts_with('"') {
                string_end(rest)
            } else {
                rest.find([',', '}', ']', '|', '\n']).unwrap_or(rest.len())
            };
            rest = &rest[skip..];
        } else if c == ',' {
            // Two commas in a row are what an ellipsis leaves.
            if !out.trim_end().ends_with([',', '{', '[']) {
                out.push(c);
            }
            rest = &rest[1..];
        } else if c.is_alphabetic() || c == '_' || c == '$' {
            let end = rest
                .find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '$')))
                .unwrap_or(rest.len());
            let word = &rest[..end];
            if matches!(word, "true" | "false" | "null") {
                out.push_str(word);
            } else {
                out.push_str(&Value::String(word.to_owned()).to_string());
            }
            rest = &rest[end..];
        } else {
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}

fn string_end(text: &str) -> usize {
    let mut escaped = false;
    for (index, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return index + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn documented_json_is_read_in_spite_of_its_notes() {
        assert_eq!(
            lenient_json("{\"a\": 1, // one\n \"b\": [...],\n}"),
            Some(json!({"a": 1, "b": []}))
        );
        assert_eq!(
            lenient_json("{\"a\": \"x\" | \"y\", \"b\": <value>}"),
            Some(json!({"a": "x", "b": "<value>"}))
        );
        assert_eq!(lenient_json("no json"), None);
    }

    #[test]
    fn a_transcript_has_headers_body_and_answer() {
        let text = "POST /v1/things?dry=1 HTTP/1.1\nHost: api.test\nContent-Type: application/json\n\n{\"a\": 1}\n\nHTTP/1.1 201 Created\nContent-Type: application/json\n\n{\"id\": 2}";
        let exchange = transcript(text).unwrap();
        assert_eq!(exchange.path, "/v1/things");
        assert_eq!(exchange.query, [("dry".to_owned(), "1".to_owned())]);
        assert_eq!(exchange.json(), Some(json!({"a": 1})));
        assert_eq!(exchange.answer.unwrap().status, Some(201));
    }
}
