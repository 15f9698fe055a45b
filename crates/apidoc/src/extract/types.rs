//! Types as prose and tables write them, as schemas: `integer`, `string[]`, `array of objects`,
//! `?snowflake`, `Optional<int>`, `map[string]string`, `string or null`, `enum("a", "b")`.

use serde_json::{Value, json};

use crate::schema::{Kind, Schema};

use super::tongue;

/// Reads a type expression. `None` if nothing in it names a type.
pub(crate) fn read(expression: &str) -> Option<Schema> {
    read_nested(expression, 0)
}

fn read_nested(expression: &str, depth: usize) -> Option<Schema> {
    if depth > 8 {
        return None;
    }
    if let Some(values) = quoted_union(expression.trim()) {
        return Some(values);
    }
    let text = expression
        .trim()
        .trim_matches(['`', '*', '"', '\'', ':', '.', ',', ';', '|'])
        .trim();
    if text.is_empty() || text.len() > 160 {
        return None;
    }
    let lower = text.to_lowercase();
    let lower = tongue::kind(&lower).map_or(lower, str::to_owned);
    // Nullability.
    for (nullable, rest) in [
        (lower.strip_prefix('?'), true),
        (lower.strip_prefix("nullable "), true),
        (lower.strip_suffix(" or null"), true),
        (lower.strip_suffix("|null"), true),
        (lower.strip_suffix(" | null"), true),
        (lower.strip_suffix("?"), true),
        (lower.strip_suffix(", nullable"), true),
        (lower.strip_suffix(" (nullable)"), true),
    ] {
        if rest && let Some(inner) = nullable {
            let mut schema = read_nested(inner, depth + 1)?;
            schema.admit(Kind::Null);
            return Some(schema);
        }
    }
    // Wrappers.
    for wrapper in ["optional", "option", "nullable", "maybe"] {
        if let Some(inner) = generic(&lower, wrapper) {
            return read_nested(inner, depth + 1);
        }
    }
    for name in ["array", "list", "set", "vec", "sequence", "repeated"] {
        if let Some(inner) = generic(&lower, name) {
            return Some(Schema::array(
                read_nested(inner, depth + 1).unwrap_or_default(),
            ));
        }
    }
    for name in [
        "map",
        "dict",
        "dictionary",
        "record",
        "hash",
        "object",
        "hashmap",
    ] {
        if let Some(inner) = generic(&lower, name) {
            let value = inner
                .split_once([',', ']'])
                .map_or(inner, |(_, value)| value);
            let value = read_nested(value, depth + 1);
            return Some(Schema {
                additional: value.map(Box::new),
                ..Schema::of(Kind::Object)
            });
        }
    }
    if let Some(rest) = lower.strip_prefix("map[") {
        let value = rest
            .split_once(']')
            .and_then(|(_, value)| read_nested(value, depth + 1));
        return Some(Schema {
            additional: value.map(Box::new),
            ..Schema::of(Kind::Object)
        });
    }
    // Arrays.
    if let Some(inner) = lower
        .strip_suffix("[]")
        .or_else(|| lower.strip_prefix("[]"))
    {
        let inner = inner.trim_start_matches('(').trim_end_matches(')');
        return Some(Schema::array(
            read_nested(inner, depth + 1).unwrap_or_default(),
        ));
    }
    if lower.starts_with('[') && lower.ends_with(']') {
        return read_nested(&lower[1..lower.len() - 1], depth + 1).map(Schema::array);
    }
    for prefix in [
        "array of ",
        "arrays of ",
        "list of ",
        "lists of ",
        "set of ",
        "array containing ",
        "collection of ",
        "sequence of ",
        "json array of ",
        "an array of ",
        "a list of ",
        "comma-separated list of ",
        "comma separated list of ",
        "comma-delimited set of ",
        "comma-delimited list of ",
    ] {
        if let Some(inner) = lower.strip_prefix(prefix) {
            if prefix.starts_with("comma") {
                // One value on the wire.
                return Some(Schema::of(Kind::String));
            }
            let inner = inner
                .trim_start_matches("one or more ")
                .trim_start_matches("up to ");
            return Some(Schema::array(
                read_nested(inner, depth + 1).unwrap_or_default(),
            ));
        }
    }
    for prefix in [
        "map of ",
        "dictionary of ",
        "dictionary with ",
        "mapping of ",
        "object with ",
        "hash of ",
        "dict of ",
        "dictionary ",
    ] {
        if lower.starts_with(prefix) {
            return Some(Schema::of(Kind::Object));
        }
    }
    // Unions.
    for separator in [" or ", " | ", "|", " / ", "/", " and "] {
        if lower.contains(separator) && !lower.contains("date/time") {
            let parts: Vec<_> = lower
                .split(separator)
                .map(|part| read_nested(part, depth + 1))
                .collect();
            if parts.iter().all(Option::is_some) {
                return Some(union(parts.into_iter().flatten()));
            }
            if separator == " or " || separator == " | " {
                let known: Vec<_> = parts.into_iter().flatten().collect();
                if known.len() == 1 {
                    return known.into_iter().next();
                }
            }
        }
    }
    if let Some(values) = quoted_union(text) {
        return Some(values);
    }
    scalar(&lower, depth)
}

/// `name<inner>`, `name(inner)` or `name[inner]`: the inner part.
fn generic<'a>(lower: &'a str, name: &str) -> Option<&'a str> {
    let rest = lower.strip_prefix(name)?.trim_start();
    for (open, close) in [('<', '>'), ('(', ')'), ('[', ']')] {
        if let Some(inner) = rest
            .strip_prefix(open)
            .and_then(|inner| inner.strip_suffix(close))
            && !inner.is_empty()
        {
            return Some(inner);
        }
    }
    None
}

fn union(parts: impl Iterator<Item = Schema>) -> Schema {
    let mut whole = Schema::default();
    for part in parts {
        for kind in part.kinds {
            whole.admit(kind);
        }
        if whole.items.is_none() {
            whole.items = part.items;
        }
        if whole.additional.is_none() {
            whole.additional = part.additional;
        }
        whole.values.extend(part.values);
    }
    whole
}

/// `"a" | "b"`, `enum("a", "b")`, `'asc' or 'desc'`: all parts quoted.
fn quoted_union(text: &str) -> Option<Schema> {
    let inner = text.strip_prefix("enum").map_or(text, |rest| {
        rest.trim()
            .trim_start_matches(['(', '[', '<', ':', ' '])
            .trim_end_matches([')', ']', '>'])
    });
    let parts: Vec<_> = inner
        .split(['|', ','])
        .flat_map(|part| part.split(" or "))
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let unquoted: Option<Vec<Value>> = parts
        .iter()
        .map(|part| {
            ['"', '\'', '`'].iter().find_map(|quote| {
                let value = part.strip_prefix(*quote)?.strip_suffix(*quote)?;
                (!value.is_empty()).then(|| json!(value))
            })
        })
        .collect();
    let values = unquoted.filter(|values| values.len() > 1)?;
    Some(Schema {
        values,
        ..Schema::of(Kind::String)
    })
}

/// A single type word, perhaps with a format or a unit after it.
fn scalar(lower: &str, depth: usize) -> Option<Schema> {
    let word = lower
        .trim_start_matches("json ")
        .trim_start_matches("a ")
        .trim_start_matches("an ")
        .trim_start_matches("the ");
    // `string (uuid)`, `integer<int64>`, `string <date-time>`.
    if let Some(at) = word.find(['(', '<', '['])
        && at > 0
    {
        let mut schema = read_nested(&word[..at], depth + 1)?;
        let inner = word[at + 1..].trim_end_matches([')', '>', ']', ' ']);
        if let Some(format) = format_word(inner) {
            schema.format = Some(format.to_owned());
        }
        return Some(schema);
    }
    let first = word.split([' ', ',', ';']).next().unwrap_or(word);
    let exact = match word {
        "date-time" | "datetime" | "timestamp" | "date time" | "date/time" | "rfc3339"
        | "iso8601 timestamp" | "iso 8601 timestamp" | "iso8601" | "iso 8601" | "utc timestamp"
        | "datetimeoffset" | "iso8601 datetime" | "iso-8601 datetime" | "rfc 3339" => {
            Some(Schema::formatted(Kind::String, "date-time"))
        }
        "epoch milliseconds"
        | "epoch seconds"
        | "milliseconds"
        | "seconds"
        | "long integer"
        | "positive integer"
        | "unsigned integer"
        | "non-negative integer"
        | "whole number"
        | "64-bit integer"
        | "32-bit integer" => Some(Schema::of(Kind::Integer)),
        // With or without a fraction.
        "unix timestamp" | "unix time" | "epoch" | "unix_timestamp" => {
            Some(Schema::of(Kind::Number))
        }
        "binary data" | "file contents" | "file content" | "form file" | "binary file" => {
            Some(Schema::formatted(Kind::String, "binary"))
        }
        "key-value pairs" | "key/value pairs" | "key value pairs" | "json object"
        | "associative array" => Some(Schema::of(Kind::Object)),
        _ => None,
    };
    exact.or_else(|| type_word(word)).or_else(|| {
        let last = word.rsplit(' ').next().unwrap_or(word);
        // `user object`, `guild member objects`, `non-empty string`, `embed array`.
        match last {
            "object" | "objects" | "dict" | "dictionary" | "map" | "hash" | "mapping"
            | "structure" => Some(Schema::of(Kind::Object)),
            "array" | "arrays" | "list" => Some(Schema::of(Kind::Array)),
            "string" | "strings" | "integer" | "number" | "boolean" | "int" | "integers"
            | "numbers" | "ids" | "id" | "uuid" | "uuids" | "url" | "flag"
                if word.len() < 48 =>
            {
                type_word(last)
            }
            _ => (first != word).then(|| type_word(first)).flatten(),
        }
    })
}

fn format_word(text: &str) -> Option<&'static str> {
    let text = text.trim().trim_matches(['"', '\'']);
    [
        "date-time",
        "date",
        "uuid",
        "uri",
        "email",
        "int32",
        "int64",
        "float",
        "double",
        "byte",
        "binary",
        "password",
        "ipv4",
        "ipv6",
        "hostname",
        "time",
        "duration",
    ]
    .into_iter()
    .find(|format| *format == text)
}

fn type_word(word: &str) -> Option<Schema> {
    let word = word.trim_matches(['`', '*', ',', '.', ':', ';', '(', ')', '<', '>', '"', '\'']);
    Some(match word {
        "string" | "str" | "text" | "strings" | "char" | "varchar" | "character" | "characters"
        | "slug" | "keyword" | "token" | "markdown" | "html" | "base64" | "enum"
        | "enumeration" | "locale" | "id" | "ids" | "identifier" | "name" | "time-unit" | "hex"
        | "snowflake" | "regex" | "cursor" | "phone" | "color" | "currency" => {
            Schema::of(Kind::String)
        }
        "uuid" | "guid" | "uuids" => Schema::formatted(Kind::String, "uuid"),
        "url" | "uri" | "href" | "link" => Schema::formatted(Kind::String, "uri"),
        "email" | "e-mail" => Schema::formatted(Kind::String, "email"),
        "date" => Schema::formatted(Kind::String, "date"),
        "datetime" | "date-time" | "timestamp" | "rfc3339" | "iso8601" | "date_time"
        | "timestamptz" => Schema::formatted(Kind::String, "date-time"),
        "time" | "duration" | "interval" => Schema::of(Kind::String),
        "file" | "binary" | "blob" | "image" | "bytes" | "byte" => {
            Schema::formatted(Kind::String, "binary")
        }
        "integer" | "int" | "integers" | "ints" | "uint" | "uint32" | "uint64" | "u32" | "u64"
        | "i32" | "i64" | "short" | "smallint" | "bigint" | "unsigned" | "serial" => {
            Schema::of(Kind::Integer)
        }
        "int32" => Schema::formatted(Kind::Integer, "int32"),
        "int64" | "long" => Schema::formatted(Kind::Integer, "int64"),
        "number" | "numbers" | "numeric" | "float" | "double" | "decimal" | "real" | "float32"
        | "float64" | "percentage" => Schema::of(Kind::Number),
        "boolean" | "bool" | "booleans" | "flag" | "true/false" | "yes/no" => {
            Schema::of(Kind::Boolean)
        }
        "array" | "list" | "lists" | "arrays" | "tuple" | "vector" | "sequence" => {
            Schema::of(Kind::Array)
        }
        "object" | "objects" | "json" | "dict" | "dictionary" | "hash" | "map" | "struct"
        | "mapping" | "hashmap" | "record" | "jsonobject" | "json-object" => {
            Schema::of(Kind::Object)
        }
        "null" | "none" => Schema::of(Kind::Null),
        "any" | "mixed" | "*" => Schema::default(),
        _ => return None,
    })
}

/// Whether a word alone names a type: what stands between a field's name and its text.
pub(crate) fn is_type_word(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    // Words that are types in a type column, and prose elsewhere.
    let prose = [
        "id",
        "ids",
        "name",
        "text",
        "time",
        "image",
        "link",
        "color",
        "currency",
        "phone",
        "token",
        "list",
        "file",
        "cursor",
        "locale",
        "keyword",
        "none",
        "flag",
        "identifier",
        "record",
        "date",
        "map",
        "character",
        "characters",
        "any",
        "real",
        "short",
        "time-unit",
        "html",
        "email",
        "url",
        "interval",
        "duration",
        "structure",
    ];
    !text.is_empty()
        && !text.contains([',', ';'])
        && text.len() < 64
        && !prose.contains(&text.as_str())
        && read(&text).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<Kind> {
        read(text).map(|schema| schema.kinds).unwrap_or_default()
    }

    #[test]
    fn expressions_of_many_houses_have_their_kinds() {
        assert_eq!(kinds("integer"), [Kind::Integer]);
        assert_eq!(kinds("?snowflake"), [Kind::String, Kind::Null]);
        assert_eq!(kinds("array of partial channel objects"), [Kind::Array]);
        assert_eq!(kinds("string[]"), [Kind::Array]);
        assert_eq!(kinds("map[string]string"), [Kind::Object]);
        assert_eq!(
            kinds("string or array of strings"),
            [Kind::String, Kind::Array]
        );
        assert_eq!(kinds("Optional<int>"), [Kind::Integer]);
        assert_eq!(
            kinds("dictionary with keys in available locales"),
            [Kind::Object]
        );
        assert_eq!(kinds("ISO8601 timestamp"), [Kind::String]);
        assert_eq!(kinds("string <date-time>"), [Kind::String]);
        assert_eq!(kinds("integer/string array"), [Kind::Integer, Kind::Array]);
        assert_eq!(kinds("number|string"), [Kind::Number, Kind::String]);
    }

    #[test]
    fn quoted_values_are_an_enumeration() {
        let schema = read("\"asc\" | \"desc\"").unwrap();
        assert_eq!(schema.values, [json!("asc"), json!("desc")]);
    }

    #[test]
    fn prose_is_no_type() {
        assert_eq!(read("the quick brown fox"), None);
        assert!(!is_type_word("name"));
    }
}
