//! To JSON and back.

use serde_json::{Number, Value};

use super::{Entry, Field, Shape};

/// The entries that a list, and the members of other names that an object, has as fields; more are
/// written as JSON.
const MOST: usize = 100;

/// What a value is in a field. One that the field cannot hold is kept as JSON in its place.
pub fn read(field: &Field, value: &Value) -> Entry {
    held(field, value).unwrap_or_else(|| Entry::Json(pretty(value)))
}

fn held(field: &Field, value: &Value) -> Option<Entry> {
    if value.is_null() && field.nullable {
        return Some(Entry::Null);
    }
    match (&field.shape, value) {
        (Shape::Text(_), Value::String(text)) => Some(Entry::Text(text.clone())),
        (Shape::Number(_), Value::Number(number)) => Some(Entry::Text(number.to_string())),
        (Shape::Boolean, Value::Bool(is)) => Some(Entry::Text(is.to_string())),
        (Shape::Choice(choices), value) => choices
            .iter()
            .find(|choice| serde_json::from_str::<Value>(choice).is_ok_and(|it| it == *value))
            .map(|choice| Entry::Text(choice.clone())),
        (Shape::List(list), Value::Array(entries)) if entries.len() <= MOST => Some(Entry::List(
            entries
                .iter()
                .map(|entry| read(&list.items, entry))
                .collect(),
        )),
        (Shape::Group(group), Value::Object(object)) => {
            let members: Vec<Entry> = group
                .members
                .iter()
                .map(|member| match object.get(&member.name) {
                    Some(value) => read(member, value),
                    None => Entry::Absent,
                })
                .collect();
            let is_named = |name: &str| group.members.iter().any(|member| member.name == name);
            let others: Vec<(String, Entry)> = object
                .iter()
                .filter(|(name, _)| !is_named(name))
                .map(|(name, value)| (name.clone(), read(group.other(), value)))
                .collect();
            (others.len() <= MOST).then_some(Entry::Group(members, others))
        }
        _ => None,
    }
}

/// What is filled in, as JSON; none if it is left out. What does not fit is written all the same: a
/// text where a number should be is a text, and what is no JSON stands as it was typed.
pub fn write(field: &Field, entry: &Entry) -> Option<String> {
    written(field, entry, 0)
}

fn written(field: &Field, entry: &Entry, depth: usize) -> Option<String> {
    Some(match entry {
        Entry::Absent => return None,
        Entry::Null => "null".to_owned(),
        Entry::Text(text) => scalar(&field.shape, text),
        // Where JSON is to be, nothing is what is left out of it.
        Entry::Json(text) if text.trim().is_empty() => return None,
        Entry::Json(text) => indented(text.trim(), depth),
        Entry::File(file) => quoted(&file.name),
        Entry::List(entries) => {
            let item = match &field.shape {
                Shape::List(list) => &list.items,
                _ => field,
            };
            let parts = entries.iter().map(|entry| {
                // An entry of an array has no way not to be there.
                written(item, entry, depth + 1).unwrap_or_else(|| "null".to_owned())
            });
            laid(&parts.collect::<Vec<_>>(), ['[', ']'], depth)
        }
        Entry::Group(members, others) => {
            let Shape::Group(group) = &field.shape else {
                return None;
            };
            let named = group.members.iter().zip(members);
            let named = named.map(|(field, entry)| (field.name.as_str(), field, entry));
            let others = others.iter();
            let others = others.map(|(name, entry)| (name.as_str(), group.other(), entry));
            let parts = named.chain(others).filter_map(|(name, field, entry)| {
                let value = written(field, entry, depth + 1)?;
                Some(format!("{}: {value}", quoted(name)))
            });
            laid(&parts.collect::<Vec<_>>(), ['{', '}'], depth)
        }
    })
}

fn scalar(shape: &Shape, text: &str) -> String {
    match shape {
        Shape::Number(_) if serde_json::from_str::<Number>(text.trim()).is_ok() => {
            text.trim().to_owned()
        }
        Shape::Boolean if matches!(text, "true" | "false") => text.to_owned(),
        Shape::Choice(choices) if choices.iter().any(|choice| choice == text) => text.to_owned(),
        _ => quoted(text),
    }
}

fn laid(parts: &[String], [open, close]: [char; 2], depth: usize) -> String {
    if parts.is_empty() {
        return format!("{open}{close}");
    }
    let inner = "  ".repeat(depth + 1);
    let parts: Vec<_> = parts.iter().map(|part| format!("{inner}{part}")).collect();
    format!(
        "{open}\n{}\n{}{close}",
        parts.join(",\n"),
        "  ".repeat(depth)
    )
}

/// JSON as it is laid out at a depth. No line break is within its texts.
fn indented(text: &str, depth: usize) -> String {
    if serde_json::from_str::<Value>(text).is_err() {
        return text.to_owned();
    }
    text.replace('\n', &format!("\n{}", "  ".repeat(depth)))
}

pub(super) fn quoted(text: &str) -> String {
    Value::String(text.to_owned()).to_string()
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}
