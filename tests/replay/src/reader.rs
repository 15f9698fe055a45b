//! A scripted model that reads documentation: it finds what a person would in plain sentences.

use serde_json::{Value, json};

/// The operations that the sentences of a question tell of, as the question's schema wants them: a
/// sentence with a method's name and a path is one, and the words after `field`, `switch` or
/// `parameter` in the sentences after it are its parameters. With `invents`, also some that no
/// sentence tells of.
pub(super) fn operations(text: &str, invents: bool) -> String {
    let section = text.split_once("section (").map_or(text, |(_, rest)| rest);
    let mut operations: Vec<Value> = Vec::new();
    for sentence in sentences(section) {
        let words: Vec<&str> = sentence.split_whitespace().map(bare).collect();
        let method = ["GET", "POST", "PUT", "PATCH", "DELETE"]
            .into_iter()
            .find(|method| words.iter().any(|word| word.eq_ignore_ascii_case(method)));
        let path = words.iter().find(|word| word.starts_with('/'));
        if let (Some(method), Some(path)) = (method, path) {
            operations.push(json!({
                "quote": sentence, "method": method, "path": path, "summary": sentence,
                "parameters": [],
            }));
        }
        let name = words
            .windows(2)
            .find(|pair| matches!(pair, ["field" | "switch" | "parameter", _]))
            .and_then(|pair| pair.get(1));
        if let (Some(name), Some(last)) = (name, operations.last_mut()) {
            let place = if last["method"] == "GET" {
                "query"
            } else {
                "body"
            };
            let kind = ["boolean", "integer", "string"]
                .into_iter()
                .find(|kind| words.contains(kind));
            let parameter = json!({
                "quote": sentence, "name": name, "in": place, "type": kind,
                "required": words.contains(&"required").then_some(true),
            });
            if let Some(list) = last["parameters"].as_array_mut() {
                list.push(parameter);
            }
        }
    }
    if invents {
        operations.push(json!({
            "quote": "Secrets are at /secrets/{id}.", "method": "GET", "path": "/secrets/{id}",
            "summary": null, "parameters": [{
                "quote": "Give a token.", "name": "token", "in": "header", "required": true, "type": "string",
            }],
        }));
        if let Some(list) = operations
            .first_mut()
            .and_then(|it| it["parameters"].as_array_mut())
        {
            list.push(json!({
                "quote": "Every call takes a trace.", "name": "trace", "in": "query", "required": null, "type": null,
            }));
        }
    }
    json!({ "operations": operations }).to_string()
}

/// The sentences of a text, each on one line.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .flat_map(|line| line.split_inclusive(". "))
        .map(str::trim)
        .filter(|sentence| !sentence.is_empty())
}

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| matches!(c, '.' | ',' | '(' | ')' | '`' | ':' | ';'))
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::operations;

    #[test]
    fn sentences_are_read_and_more_is_invented_if_wanted() {
        let text = "known:\nGET /a: b\n\nsection (Depot):\nYou post to /crates/{id} and it moves. Its field bay is a string.\n";
        let read: Value = serde_json::from_str(&operations(text, false)).unwrap();
        assert_eq!(read["operations"].as_array().unwrap().len(), 1);
        assert_eq!(read["operations"][0]["path"], "/crates/{id}");
        assert_eq!(read["operations"][0]["parameters"][0]["name"], "bay");
        assert!(operations(text, true).contains("/secrets/"));
    }
}
