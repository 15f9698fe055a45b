//! A JSON value that grows with a parser's events, and tells which parts of it have settled.

use ichiban_stream::json::{Event, Limits, Parser};
use serde_json::{Map, Value};

/// Builds a value from parser events. Linear in the input.
#[derive(Debug, Default)]
pub(crate) struct GrowingValue {
    open: Vec<Container>,
    text: String,
    root: Option<Value>,
}

#[derive(Debug)]
enum Container {
    Object(Map<String, Value>, String),
    Array(Vec<Value>),
}

impl GrowingValue {
    /// Takes the parser's next event; none may be left out. Returns the value that the event
    /// settled, if it is a scalar or a member of the outermost container: larger ones are not
    /// worth telling, and telling each level would cost the depth times the size.
    pub(crate) fn follow(&mut self, event: &Event<'_>) -> Option<Value> {
        let value = match event {
            Event::BeginObject => {
                self.open.push(Container::Object(Map::new(), String::new()));
                return None;
            }
            Event::BeginArray => {
                self.open.push(Container::Array(Vec::new()));
                return None;
            }
            Event::Key { name, .. } => {
                if let Some(Container::Object(_, key)) = self.open.last_mut() {
                    (*name).clone_into(key);
                }
                return None;
            }
            Event::BeginString | Event::LoneSurrogate { .. } => return None,
            Event::StringDelta(text) => {
                self.text.push_str(text);
                return None;
            }
            Event::EndString => Value::String(std::mem::take(&mut self.text)),
            Event::Number(text) => number(text),
            Event::Bool(value) => Value::Bool(*value),
            Event::Null => Value::Null,
            Event::EndObject | Event::EndArray => match self.open.pop()? {
                Container::Object(members, _) => Value::Object(members),
                Container::Array(items) => Value::Array(items),
            },
        };
        let is_scalar = !matches!(event, Event::EndObject | Event::EndArray);
        let told = (is_scalar || self.open.len() == 1) && !self.open.is_empty();
        let settled = told.then(|| value.clone());
        match self.open.last_mut() {
            Some(Container::Object(members, key)) => {
                members.insert(std::mem::take(key), value);
            }
            Some(Container::Array(items)) => items.push(value),
            None => self.root = Some(value),
        }
        settled
    }

    /// Whether a container is open or the outermost value is whole.
    pub(crate) fn has_begun(&self) -> bool {
        !self.open.is_empty() || self.root.is_some()
    }

    /// Whether the outermost value is whole.
    pub(crate) fn is_whole(&self) -> bool {
        self.root.is_some()
    }

    /// The outermost value, if it is whole.
    pub(crate) fn into_value(self) -> Option<Value> {
        self.root
    }
}

/// A number as `serde_json` holds it; one beyond its range stays as it is written.
fn number(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|_| Value::String(text.to_owned()))
}

/// Reads a whole document. What `serde_json` does not take but RFC 8259 allows (half of a
/// surrogate pair in a `\u` escape, as servers write that cut text by UTF-16 units) is read with
/// U+FFFD in its place. The error is a sentence's end: where and what.
pub(crate) fn read_document(text: &str) -> Result<Value, String> {
    let strict = match serde_json::from_str(text) {
        Ok(value) => return Ok(value),
        Err(error) => error.to_string(),
    };
    let mut value = GrowingValue::default();
    let mut parser = Parser::new(Limits::default());
    parser
        .push(text.as_bytes(), &mut |event, _| {
            value.follow(&event);
        })
        .map_err(|error| error.to_string())?;
    value.into_value().ok_or(strict)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::read_document;

    #[test]
    fn half_a_surrogate_pair_does_not_lose_the_payload() {
        let read = read_document(r#"{"text":"a\ud83d","n":[1,2.5,1e999]}"#);
        assert_eq!(
            read,
            Ok(json!({"text": "a\u{fffd}", "n": [1, 2.5, "1e999"]}))
        );
    }

    #[test]
    fn what_is_no_document_says_where() {
        assert!(read_document(r#"{"a":1"#).is_err());
        let error = read_document("<html>").unwrap_err();
        assert!(error.contains("column 1"), "{error}");
    }
}
