//! JSON as data: minified, sorted, pretty, JSON Lines.

use std::fmt::Write;

use ichiban_tool::{Choice, Setting, Settings};

use crate::Value;

use super::Target;

const INDENT: Setting = Setting {
    name: "indent",
    about: "What a level is indented by",
    choice: Choice::OneOf(&["2", "4", "tab"]),
};

pub(super) const PRETTY: Target = Target::data("json", "JSON", "json", &[INDENT], pretty);
pub(super) const MINIFIED: Target =
    Target::data("minified", "JSON, minified", "json", &[], minified);
pub(super) const SORTED: Target = Target::data("sorted", "JSON, sorted", "json", &[INDENT], sorted);
pub(super) const LINES: Target = Target::data("jsonl", "JSON Lines", "jsonl", &[], json_lines);

/// Indented, in the order of the source.
fn pretty(values: &[Value], settings: &Settings) -> Result<String, String> {
    documents(values, settings, false)
}

/// Indented, members in the order of their names' code points.
fn sorted(values: &[Value], settings: &Settings) -> Result<String, String> {
    documents(values, settings, true)
}

fn documents(values: &[Value], settings: &Settings, sort: bool) -> Result<String, String> {
    let unit = match settings.text(&INDENT) {
        "4" => "    ",
        "tab" => "\t",
        _ => "  ",
    };
    let mut writer = Writer {
        out: String::new(),
        unit: Some(unit),
        sort,
    };
    for value in values {
        writer.value(value, 0)?;
        writer.out.push('\n');
    }
    Ok(writer.out)
}

/// Without white space.
fn minified(values: &[Value], settings: &Settings) -> Result<String, String> {
    lines(values, settings).map(|text| text.trim_end().to_owned())
}

/// A document a line: the items of an array, if that is all there is.
fn json_lines(values: &[Value], settings: &Settings) -> Result<String, String> {
    match values {
        [Value::Array(items)] => lines(items, settings),
        values => lines(values, settings),
    }
}

fn lines(values: &[Value], _: &Settings) -> Result<String, String> {
    let mut writer = Writer {
        out: String::new(),
        unit: None,
        sort: false,
    };
    for value in values {
        writer.value(value, 0)?;
        writer.out.push('\n');
    }
    Ok(writer.out)
}

/// JSON in one line, for formats that hold it as a text.
pub(super) fn compact(value: &Value) -> Result<String, String> {
    let mut writer = Writer {
        out: String::new(),
        unit: None,
        sort: false,
    };
    writer.value(value, 0)?;
    Ok(writer.out)
}

struct Writer<'a> {
    out: String,
    unit: Option<&'a str>,
    sort: bool,
}

impl Writer<'_> {
    fn value(&mut self, value: &Value, depth: usize) -> Result<(), String> {
        match value {
            Value::Null => self.out.push_str("null"),
            Value::Bool(value) => self.out.push_str(if *value { "true" } else { "false" }),
            Value::Number(text) if text.ends_with(['N', 'y']) => {
                return Err(format!("JSON has no number `{text}`"));
            }
            Value::Number(text) => self.out.push_str(text),
            Value::String(text) => string(&mut self.out, text),
            Value::Array(items) if items.is_empty() => self.out.push_str("[]"),
            Value::Array(items) => {
                for (i, item) in items.iter().enumerate() {
                    self.out.push(if i == 0 { '[' } else { ',' });
                    self.line(depth + 1);
                    self.value(item, depth + 1)?;
                }
                self.line(depth);
                self.out.push(']');
            }
            Value::Object(members) if members.is_empty() => self.out.push_str("{}"),
            Value::Object(members) => {
                let mut members: Vec<_> = members.iter().collect();
                if self.sort {
                    members.sort_by_key(|(name, _)| *name);
                }
                for (i, (name, value)) in members.into_iter().enumerate() {
                    self.out.push(if i == 0 { '{' } else { ',' });
                    self.line(depth + 1);
                    string(&mut self.out, name);
                    self.out
                        .push_str(if self.unit.is_some() { ": " } else { ":" });
                    self.value(value, depth + 1)?;
                }
                self.line(depth);
                self.out.push('}');
            }
        }
        Ok(())
    }

    fn line(&mut self, depth: usize) {
        if let Some(unit) = self.unit {
            self.out.push('\n');
            (0..depth).for_each(|_| self.out.push_str(unit));
        }
    }
}

/// A string, with no more escapes than RFC 8259 §7 asks for.
pub(super) fn string(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if u32::from(c) < 0x20 => {
                let written = write!(out, "\\u{:04x}", u32::from(c));
                debug_assert!(written.is_ok(), "writing to a string does not fail");
            }
            c => out.push(c),
        }
    }
    out.push('"');
}
