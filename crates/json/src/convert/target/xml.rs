//! XML 1.0, as the reader of XML would read it: members `@name` are attributes, `#text` is text,
//! an array is an element again and again. A name that XML does not take is an attribute `name`
//! of an element `item`; null is an empty element with `nil="true"`.

use ichiban_tool::{Choice, Setting, Settings};
use indexmap::IndexMap;
use quick_xml::escape::escape;

use crate::Value;

use super::Target;

const ROOT: Setting = Setting {
    name: "root",
    about: "The root element, where the data does not give one",
    choice: Choice::Text("root"),
};

pub(super) const TARGET: Target = Target::data("xml", "XML", "xml", &[ROOT], write);

fn write(values: &[Value], settings: &Settings) -> Result<String, String> {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    match values {
        [Value::Object(members)] if has_root(members) => {
            for (name, value) in members {
                element(&mut out, name, value, 0)?;
            }
        }
        values => {
            let items = match values {
                [Value::Array(items)] => items.as_slice(),
                values => values,
            };
            let root = match values {
                [Value::Object(members)] => Value::Object(members.clone()),
                [scalar] if scalar.is_scalar() => scalar.clone(),
                _ => Value::Object(IndexMap::from([(
                    "item".to_owned(),
                    Value::Array(items.to_vec()),
                )])),
            };
            element(&mut out, settings.text(&ROOT), &root, 0)?;
        }
    }
    Ok(out)
}

/// Whether the one member can be the root element.
fn has_root(members: &IndexMap<String, Value>) -> bool {
    let mut names = members.iter();
    matches!((names.next(), names.next()), (Some((name, value)), None)
        if is_name(name) && !matches!(value, Value::Array(_)))
}

fn element(out: &mut String, name: &str, value: &Value, depth: usize) -> Result<(), String> {
    if let Value::Array(items) = value {
        for item in items {
            match item {
                // An array in an array has no name of its own.
                Value::Array(_) => {
                    let inner = Value::Object(IndexMap::from([("item".to_owned(), item.clone())]));
                    element(out, name, &inner, depth)?;
                }
                item => element(out, name, item, depth)?,
            }
        }
        return Ok(());
    }
    let indent = "  ".repeat(depth);
    out.push_str(&indent);
    let tag = if is_name(name) { name } else { "item" };
    out.push('<');
    out.push_str(tag);
    if tag != name {
        attribute(out, "name", name)?;
    }
    match value {
        Value::Null => out.push_str(" nil=\"true\"/>\n"),
        Value::Object(members) => {
            let is_attribute = |name: &str, value: &Value| {
                name.strip_prefix('@').is_some_and(is_name) && value.is_scalar()
            };
            for (name, value) in members
                .iter()
                .filter(|(name, value)| is_attribute(name, value))
            {
                attribute(out, &name[1..], &text(value))?;
            }
            let mut inner = members
                .iter()
                .filter(|(name, value)| !is_attribute(name, value))
                .peekable();
            if inner.peek().is_none() {
                out.push_str("/>\n");
                return Ok(());
            }
            out.push('>');
            let only_text = members.iter().all(|(name, value)| {
                is_attribute(name, value) || (name == "#text" && value.is_scalar())
            });
            if !only_text {
                out.push('\n');
            }
            for (name, value) in inner {
                if name == "#text" && value.is_scalar() {
                    out.push_str(&safe(&text(value))?);
                } else {
                    element(out, name, value, depth + 1)?;
                }
            }
            if !only_text {
                out.push_str(&indent);
            }
            end(out, tag);
        }
        scalar => {
            out.push('>');
            out.push_str(&safe(&text(scalar))?);
            end(out, tag);
        }
    }
    Ok(())
}

fn end(out: &mut String, tag: &str) {
    out.push_str("</");
    out.push_str(tag);
    out.push_str(">\n");
}

fn attribute(out: &mut String, name: &str, value: &str) -> Result<(), String> {
    let value = safe(value)?.replace('\n', "&#10;").replace('\t', "&#9;");
    out.extend([" ", name, "=\"", &value, "\""]);
    Ok(())
}

fn text(scalar: &Value) -> String {
    match scalar {
        Value::Bool(value) => value.to_string(),
        Value::Number(text) | Value::String(text) => text.clone(),
        _ => String::new(),
    }
}

/// Escaped. XML 1.0 (§2.2) has no control characters but tab and line ends, not even escaped.
fn safe(text: &str) -> Result<String, String> {
    let illegal = |c: &char| {
        (c.is_control() && u32::from(*c) < 0x20 && !"\t\n\r".contains(*c))
            || matches!(c, '\u{fffe}' | '\u{ffff}')
    };
    match text.chars().find(illegal) {
        Some(c) => Err(format!("XML has no character U+{:04X}", u32::from(c))),
        None => Ok(escape(text).replace('\r', "&#13;")),
    }
}

/// An XML name (§2.3), of ASCII and letters; a colon would be a name space.
fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_alphabetic() || c == '_')
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || "-._".contains(c))
        && !name.to_ascii_lowercase().starts_with("xml")
}
