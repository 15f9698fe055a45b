//! JSON5: names without quotes where they can be, trailing commas, `NaN` and `Infinity`.

use ichiban_tool::Settings;

use super::json::string;
use crate::Value;

use super::Target;

pub(super) const TARGET: Target = Target::data("json5", "JSON5", "json5", &[], write);

#[expect(clippy::unnecessary_wraps, reason = "other targets of data fail")]
fn write(values: &[Value], _: &Settings) -> Result<String, String> {
    let mut out = String::new();
    for one in values {
        value(&mut out, one, 0);
        out.push('\n');
    }
    Ok(out)
}

fn value(out: &mut String, one: &Value, depth: usize) {
    match one {
        Value::Null => out.push_str("null"),
        Value::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Value::Number(text) => out.push_str(text),
        Value::String(text) => line_safe(out, text),
        Value::Array(items) if items.is_empty() => out.push_str("[]"),
        Value::Array(items) => {
            out.push('[');
            for item in items {
                line(out, depth + 1);
                value(out, item, depth + 1);
                out.push(',');
            }
            line(out, depth);
            out.push(']');
        }
        Value::Object(members) if members.is_empty() => out.push_str("{}"),
        Value::Object(members) => {
            out.push('{');
            for (name, member) in members {
                line(out, depth + 1);
                if is_identifier(name) {
                    out.push_str(name);
                } else {
                    line_safe(out, name);
                }
                out.push_str(": ");
                value(out, member, depth + 1);
                out.push(',');
            }
            line(out, depth);
            out.push('}');
        }
    }
}

fn line(out: &mut String, depth: usize) {
    out.push('\n');
    (0..depth).for_each(|_| out.push_str("  "));
}

/// ECMAScript 5.1 ends a line at U+2028 and U+2029, in a string too.
fn line_safe(out: &mut String, text: &str) {
    let mut plain = String::new();
    string(&mut plain, text);
    out.push_str(
        &plain
            .replace('\u{2028}', "\\u2028")
            .replace('\u{2029}', "\\u2029"),
    );
}

fn is_identifier(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_' || c == '$')
        && name
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'$')
}
