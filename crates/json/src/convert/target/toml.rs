//! TOML 1.0. It has no null, and its root is a table: what cannot be said is an error that names
//! the place.

use ichiban_tool::Settings;

use crate::Value;

use super::Target;

pub(super) const TARGET: Target = Target::data("toml", "TOML", "toml", &[], write);

fn write(values: &[Value], _: &Settings) -> Result<String, String> {
    let [root @ Value::Object(_)] = values else {
        return Err("TOML's root is a table: put the values into an object".to_owned());
    };
    if let Some(path) = null_in(root, "") {
        return Err(format!("TOML has no null: remove the one at {path}"));
    }
    toml::to_string_pretty(root).map_err(|error| error.to_string())
}

/// The JSON Pointer of the first null.
fn null_in(value: &Value, path: &str) -> Option<String> {
    match value {
        Value::Null => Some(path.to_owned()),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .find_map(|(n, item)| null_in(item, &format!("{path}/{n}"))),
        Value::Object(members) => members.iter().find_map(|(name, value)| {
            let name = name.replace('~', "~0").replace('/', "~1");
            null_in(value, &format!("{path}/{name}"))
        }),
        _ => None,
    }
}
