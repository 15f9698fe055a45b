//! TOML 1.0. It has no null, its integers have 64 bits, and its root is a table: what cannot be
//! said is an error that names the place.

use ichiban_tool::Settings;

use crate::Value;

use super::super::numbers::Masked;
use super::Target;

pub(super) const TARGET: Target = Target::data("toml", "TOML", "toml", &[], write);

fn write(values: &[Value], _: &Settings) -> Result<String, String> {
    let [root @ Value::Object(_)] = values else {
        return Err("TOML's root is a table: put the values into an object".to_owned());
    };
    if let Some(trouble) = unsaid_in(root, "") {
        return Err(trouble);
    }
    let masked = Masked::new(values);
    let [root] = &masked.values[..] else {
        return Ok(String::new());
    };
    let text = toml::to_string_pretty(root).map_err(|error| error.to_string())?;
    Ok(masked.unmask(text, "\""))
}

/// The first thing that TOML cannot say, with its JSON Pointer.
fn unsaid_in(value: &Value, path: &str) -> Option<String> {
    match value {
        Value::Null => Some(format!("TOML has no null: remove the one at {path}")),
        Value::Number(text)
            if !text.contains(['.', 'e', 'E', 'I', 'N']) && text.parse::<i64>().is_err() =>
        {
            Some(format!(
                "TOML's integers have 64 bits: put the one at {path} in quotes"
            ))
        }
        Value::Array(items) => items
            .iter()
            .enumerate()
            .find_map(|(n, item)| unsaid_in(item, &format!("{path}/{n}"))),
        Value::Object(members) => members.iter().find_map(|(name, value)| {
            let name = name.replace('~', "~0").replace('/', "~1");
            unsaid_in(value, &format!("{path}/{name}"))
        }),
        _ => None,
    }
}
