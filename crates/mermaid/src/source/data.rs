//! Documents of formats that several sources are written in.

use serde_json::Value;

use super::{Error, File, syntax};

/// The documents of a YAML text. JSON is YAML, too.
pub(super) fn yaml(file: usize, text: &str) -> Result<Vec<Value>, Error> {
    let options = serde_saphyr::options! {
        // A cluster of a few thousand objects is large, and no attack.
        budget: serde_saphyr::budget! { max_documents: 50_000, max_nodes: 2_000_000, max_events: 8_000_000 },
    };
    serde_saphyr::from_multiple_with_options(text, options).map_err(|error| {
        let (line, column) = error
            .location()
            .map_or((1, 1), |at| (at.line(), at.column()));
        let number = |n| usize::try_from(n).unwrap_or(usize::MAX);
        let message = error.to_string();
        syntax(
            file,
            number(line),
            number(column),
            message.lines().next().unwrap_or_default().to_owned(),
            "Mind indentation, colons, and quotes around special characters.",
        )
    })
}

/// The document of a TOML text.
pub(super) fn toml(file: usize, text: &str) -> Result<Value, Error> {
    toml::from_str::<Value>(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        let place = crate::text::place_at(text, at);
        syntax(
            file,
            place.line as usize,
            place.column as usize,
            error.message().to_owned(),
            "Mind quotes around texts and brackets around tables.",
        )
    })
}

/// The document of a JSON text.
pub(super) fn json(file: usize, text: &str) -> Result<Value, Error> {
    let mut values = super::json::values(file, text)?;
    if values.is_empty() {
        return Err(Error::Empty("JSON value"));
    }
    Ok(values.swap_remove(0))
}

/// A document that is written as JSON or as YAML.
pub(super) fn json_or_yaml(file: usize, text: &str) -> Result<Value, Error> {
    if text.trim_start().starts_with(['{', '[']) {
        return json(file, text);
    }
    let mut values = yaml(file, text)?;
    if values.is_empty() {
        return Err(Error::Empty("document"));
    }
    Ok(values.swap_remove(0))
}

/// The text at a path of names; empty if there is none.
pub(super) fn text<'a>(value: &'a Value, path: &[&str]) -> &'a str {
    at(value, path).and_then(Value::as_str).unwrap_or("")
}

/// The value at a path of names.
pub(super) fn at<'a>(value: &'a Value, path: &[&str]) -> Option<&'a Value> {
    path.iter().try_fold(value, |value, name| value.get(name))
}

/// The members of an object; none if it is no object.
pub(super) fn members(value: Option<&Value>) -> impl Iterator<Item = (&String, &Value)> {
    value.and_then(Value::as_object).into_iter().flatten()
}

/// The items of an array; none if it is no array.
pub(super) fn items(value: Option<&Value>) -> impl Iterator<Item = &Value> {
    value.and_then(Value::as_array).into_iter().flatten()
}

/// The texts of what may be one text, several, or an object whose names count.
pub(super) fn texts(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::String(text)) => vec![text.clone()],
        Some(Value::Array(items)) => items
            .iter()
            .filter_map(Value::as_str)
            .map(ToOwned::to_owned)
            .collect(),
        Some(Value::Object(members)) => members.keys().cloned().collect(),
        _ => Vec::new(),
    }
}

/// A scalar as it is read.
pub(super) fn scalar(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null | Value::Object(_) | Value::Array(_) => String::new(),
        other => other.to_string(),
    }
}

/// A file's name without its folders and extension.
pub(super) fn stem<'a>(file: &File<'a>, unnamed: &'a str) -> &'a str {
    let name = file.name.unwrap_or(unnamed);
    let base = name.rsplit(['/', '\\']).next().unwrap_or(name);
    base.split('.')
        .find(|part| !part.is_empty())
        .unwrap_or(unnamed)
}
