//! JSON text from values that are told by their paths.
//!
//! Gemini streams a call's arguments as `{"jsonPath": "$.items[0].name", "stringValue": "ap",
//! "willContinue": true}`. The values come in the order of the document, so that it can be written
//! down as they come, and be read by the same parser as every other wire's arguments.

use std::collections::HashSet;
use std::fmt::Write as _;

use serde_json::Value;

/// Writes a document from values and their paths.
#[derive(Debug, Default)]
pub(super) struct PathWriter {
    /// The containers that are open, from the outermost.
    open: Vec<Container>,
    /// The path of the string that is being written.
    string: Option<Vec<Step>>,
}

#[derive(Debug)]
enum Container {
    /// The name being written, and all that it has.
    Object(String, HashSet<String>),
    /// How many items it has; the last is the one being written.
    Array(usize),
}

/// A step from a container to a value in it.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    Name(String),
    Index(usize),
}

/// A value that cannot be written where it belongs: its container is closed, or its path is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OutOfOrder(pub(super) String);

impl PathWriter {
    /// Writes what an argument says; returns the text it adds.
    pub(super) fn write(&mut self, argument: &Value) -> Result<String, OutOfOrder> {
        let path = argument
            .get("jsonPath")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let steps = parse(path).ok_or_else(|| OutOfOrder(path.to_owned()))?;
        let mut text = String::new();
        let continues = argument.get("willContinue") == Some(&Value::Bool(true));
        if let Some(piece) = argument.get("stringValue").and_then(Value::as_str) {
            if self.string.as_ref() != Some(&steps) {
                self.reach(&steps, path, &mut text)?;
                text.push('"');
            }
            self.string = Some(steps);
            text.push_str(&escaped(piece));
            if !continues {
                self.end_string(&mut text);
            }
            return Ok(text);
        }
        let value = ["numberValue", "boolValue"]
            .iter()
            .find_map(|key| argument.get(*key));
        match (value, argument.get("nullValue")) {
            (Some(value), _) => {
                self.reach(&steps, path, &mut text)?;
                // Writing to a string cannot fail.
                let _ = write!(text, "{value}");
            }
            (None, Some(_)) => {
                self.reach(&steps, path, &mut text)?;
                text.push_str("null");
            }
            // No value: the end of a string, or nothing.
            (None, None) => {
                if !continues {
                    self.end_string(&mut text);
                }
            }
        }
        Ok(text)
    }

    /// Closes all that is open; returns the text that ends the document.
    pub(super) fn finish(&mut self) -> String {
        let mut text = String::new();
        self.end_string(&mut text);
        if self.open.is_empty() {
            return text;
        }
        self.close_to(0, &mut text);
        text
    }

    fn end_string(&mut self, text: &mut String) {
        if self.string.take().is_some() {
            text.push('"');
        }
    }

    /// Closes and opens containers until a value at these steps can be written.
    fn reach(&mut self, steps: &[Step], path: &str, text: &mut String) -> Result<(), OutOfOrder> {
        self.end_string(text);
        let shared = self
            .open
            .iter()
            .zip(steps)
            .take_while(|(container, step)| container.is_at(step))
            .count();
        // The container after the shared ones stays open and gets another member.
        self.close_to(shared + 1, text);
        for (depth, step) in steps.iter().enumerate().skip(shared) {
            let refused = || OutOfOrder(path.to_owned());
            if let Some(container) = self.open.get_mut(depth) {
                text.push(',');
                container.add(step, text).ok_or_else(refused)?;
            } else {
                let mut container = Container::of(step);
                text.push(container.bracket());
                container.add(step, text).ok_or_else(refused)?;
                self.open.push(container);
            }
        }
        // The whole path was written before: a value cannot be written twice.
        if shared == steps.len() {
            return Err(OutOfOrder(path.to_owned()));
        }
        Ok(())
    }

    fn close_to(&mut self, depth: usize, text: &mut String) {
        while self.open.len() > depth {
            text.push(match self.open.pop() {
                Some(Container::Object(..)) => '}',
                _ => ']',
            });
        }
    }
}

impl Container {
    fn of(step: &Step) -> Self {
        match step {
            Step::Name(_) => Self::Object(String::new(), HashSet::new()),
            Step::Index(_) => Self::Array(0),
        }
    }

    fn bracket(&self) -> char {
        match self {
            Self::Object(..) => '{',
            Self::Array(_) => '[',
        }
    }

    /// Whether the step leads to the member being written.
    fn is_at(&self, step: &Step) -> bool {
        match (self, step) {
            (Self::Object(current, _), Step::Name(name)) => current == name,
            (Self::Array(items), Step::Index(index)) => index.checked_add(1) == Some(*items),
            _ => false,
        }
    }

    /// Begins a further member; `None` if it cannot be one.
    fn add(&mut self, step: &Step, text: &mut String) -> Option<()> {
        match (self, step) {
            (Self::Object(current, known), Step::Name(name)) => {
                if !known.insert(name.clone()) {
                    return None;
                }
                current.clone_from(name);
                let _ = write!(text, "\"{}\":", escaped(name));
            }
            (Self::Array(items), Step::Index(index)) if index == items => *items += 1,
            _ => return None,
        }
        Some(())
    }
}

/// A text as the inside of a JSON string.
fn escaped(text: &str) -> String {
    let quoted = Value::from(text).to_string();
    let inside = quoted
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'));
    inside.unwrap_or_default().to_owned()
}

/// Reads a path of the kind `$.a.b[0]['c d']` (RFC 9535's singular queries).
fn parse(path: &str) -> Option<Vec<Step>> {
    let mut rest = path.strip_prefix('$')?;
    let mut steps = Vec::new();
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix('.') {
            let end = after.find(['.', '[']).unwrap_or(after.len());
            let (name, after) = after.split_at(end);
            steps.push(Step::Name(name.to_owned()));
            rest = after;
        } else {
            let inside = rest.strip_prefix('[')?;
            if let Some(quote) = inside.chars().next().filter(|c| matches!(c, '\'' | '"')) {
                let inside = inside.get(1..)?;
                let end = inside.find(&format!("{quote}]"))?;
                steps.push(Step::Name(inside.get(..end)?.to_owned()));
                rest = inside.get(end + 2..)?;
            } else {
                let (index, after) = inside.split_once(']')?;
                steps.push(Step::Index(index.parse().ok()?));
                rest = after;
            }
        }
    }
    (!steps.is_empty()).then_some(steps)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::{OutOfOrder, PathWriter};

    fn write(arguments: &[Value]) -> Result<String, OutOfOrder> {
        let mut writer = PathWriter::default();
        let mut text = String::new();
        for argument in arguments {
            text.push_str(&writer.write(argument)?);
        }
        text.push_str(&writer.finish());
        Ok(text)
    }

    #[test]
    fn values_become_the_document_they_are_of() {
        let text = write(&[
            json!({"jsonPath": "$.items[0].name", "stringValue": "ap", "willContinue": true}),
            json!({"jsonPath": "$.items[0].name", "stringValue": "\"ple", "willContinue": true}),
            json!({"jsonPath": "$.items[0].name", "stringValue": ""}),
            json!({"jsonPath": "$.items[0].price", "numberValue": 0.5}),
            json!({"jsonPath": "$.items[1].name", "stringValue": "fig"}),
            json!({"jsonPath": "$['a b'].c", "boolValue": true}),
            json!({"jsonPath": "$.last", "nullValue": null}),
        ]);
        let document = json!({
            "items": [{"name": "ap\"ple", "price": 0.5}, {"name": "fig"}],
            "a b": {"c": true},
            "last": null,
        });
        assert_eq!(text, Ok(document.to_string()));
    }

    #[test]
    fn what_cannot_be_written_any_more_is_told() {
        let back = write(&[
            json!({"jsonPath": "$.a.x", "numberValue": 1}),
            json!({"jsonPath": "$.b", "numberValue": 2}),
            json!({"jsonPath": "$.a.y", "numberValue": 3}),
        ]);
        assert_eq!(back, Err(OutOfOrder("$.a.y".to_owned())));
        assert!(write(&[json!({"jsonPath": "$.a[1]", "numberValue": 1})]).is_err());
        assert!(write(&[json!({"jsonPath": "a", "numberValue": 1})]).is_err());
        let twice = json!({"jsonPath": "$.a", "numberValue": 1});
        assert!(write(&[twice.clone(), twice]).is_err());
    }

    /// The values of a document by their paths, in its order.
    fn arguments(value: &Value, path: &str, told: &mut Vec<Value>) {
        match value {
            Value::Object(members) => {
                for (name, value) in members {
                    arguments(value, &format!("{path}['{name}']"), told);
                }
            }
            Value::Array(items) => {
                for (index, value) in items.iter().enumerate() {
                    arguments(value, &format!("{path}[{index}]"), told);
                }
            }
            Value::String(text) => {
                for c in text.chars() {
                    told.push(json!({"jsonPath": path, "stringValue": c.to_string(), "willContinue": true}));
                }
                told.push(json!({"jsonPath": path, "stringValue": ""}));
            }
            Value::Number(_) => told.push(json!({"jsonPath": path, "numberValue": value})),
            Value::Bool(_) => told.push(json!({"jsonPath": path, "boolValue": value})),
            Value::Null => told.push(json!({"jsonPath": path, "nullValue": null})),
        }
    }

    /// A value without empty containers, which no path event can tell of.
    fn value() -> impl Strategy<Value = Value> {
        let scalar = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i32>().prop_map(Value::from),
            "[a-c\"\\\\\u{e9}\n]{0,4}".prop_map(Value::from),
        ];
        scalar.prop_recursive(3, 24, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 1..4).prop_map(Value::from),
                prop::collection::btree_map("[a-d .]{1,3}", inner, 1..4)
                    .prop_map(|members| Value::Object(members.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn any_document_told_by_paths_is_written_back(value in value()) {
            let document = json!({"root": value});
            let mut told = Vec::new();
            arguments(&document, "$", &mut told);
            let text = write(&told).unwrap();
            prop_assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), document);
        }
    }
}
