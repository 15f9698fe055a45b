//! The type that prose tells of a field: `A string value …`, `Number of …`, `Whether to …`.

use crate::schema::{Kind, Schema};

/// The type that prose tells: `A string value …`, `1/True/true or 0/False/false`, `Boolean value`,
/// `List of …`. Looks at the beginning, where documentation says it.
pub(crate) fn kind(text: &str) -> Option<Schema> {
    let lower = text
        .trim_start_matches(['-', '–', '—', ':', ' ', '(', '.'])
        .to_lowercase();
    let lower = lower.as_str();
    let start = |prefixes: &[&str]| prefixes.iter().any(|prefix| lower.starts_with(prefix));
    let has = |parts: &[&str]| parts.iter().any(|part| lower.contains(part));
    let boolean = has(&[
        "true/true",
        "1/true",
        "0/false",
        "`true` or `false`",
        "true or false",
        "true/false",
        "boolean value",
        "boolean indicating",
        "a boolean",
        "(boolean)",
    ]) || start(&[
        "boolean",
        "bool ",
        "whether ",
        "if true",
        "if `true`",
        "if false",
        "if `false`",
        "suppress ",
        "always ",
        "force ",
        "true if",
        "true to",
        "false to",
        "set to true",
        "set to `true`",
        "when true",
        "when set to true",
        "if set to true",
        "if set to `true`",
        "if set, ",
        "should ",
        "do not ",
        "don't ",
        "toggle ",
        "enable ",
        "disable ",
        "enables ",
        "disables ",
        "include the ",
        "indicates whether",
        "flag",
        "determines whether",
        "specifies whether",
        "also include",
        "indicates if",
        "`true` ",
        "true ",
    ]) || has(&[
        "set to `true` to",
        "set to true to",
        "set to `false` to",
        "defaults to `true`",
        "defaults to `false`",
        "defaults to true",
        "defaults to false",
        "default `false`",
        "default `true`",
        "default false",
        "default true",
        "default is `false`",
        "default is `true`",
        "default is false",
        "default is true",
        "default: false",
        "default: true",
        "default: `false`",
        "default: `true`",
        "if `false` the ",
        "if `true` no",
    ]);
    let array = start(&[
        "array",
        "an array",
        "list of",
        "a list of",
        "one or more",
        "a json array",
        "json array",
        "list ",
        "an ordered list",
        "a list ",
        "repeated ",
        "a comma-separated array",
        "a set of",
        "collection of",
        "the list of",
    ]) || has(&[
        "list of strings",
        "array of strings",
        "array of objects",
        "in the form of `[\"",
        "as a json array",
    ]);
    let object = start(&[
        "a dictionary",
        "dictionary",
        "a map",
        "map of",
        "an object",
        "object ",
        "json object",
        "a json object",
        "a mapping",
        "key-value",
        "key/value",
        "a set of key",
        "adds a map of",
        "map ",
        "a hash",
        "hash of",
        "specification ",
        "settings ",
        "additional model parameters",
    ]) || has(&[
        "to specify a map",
        "in the form of `{",
        "an object mapping",
        "`{\"key\":\"value\"",
        "a json object",
        "key/value metadata",
        "key-value pairs",
        "key/value pairs",
    ]);
    let integer = start(&[
        "number of",
        "the number of",
        "maximum number",
        "the maximum number",
        "minimum number",
        "an integer",
        "integer",
        "int ",
        "port ",
        "timeout in",
        "time in seconds",
        "unix timestamp",
        "the size of",
        "size in bytes",
        "size of",
        "memory limit",
        "total memory",
        "limit ",
        "the maximum",
        "maximum ",
        "page number",
        "the page number",
        "index of",
        "the page to",
        "results per page",
        "count of",
        "height ",
        "width",
        "height of",
        "preferred number",
        "offset ",
        "number ",
        "how many",
        "version number",
        "the version number",
        "cpu shares",
        "microseconds ",
        "bytes ",
        "seconds ",
    ]) || has(&[
        "(integer)",
        "an integer value",
        "in bytes",
        "in seconds",
        "number of seconds",
        "number of milliseconds",
        "in milliseconds",
        "in microseconds",
        "number of results",
        "(relative weight)",
        "integer value",
        "an integer representing",
    ]);
    let string = start(&[
        "a string",
        "string",
        "the name of",
        "name of",
        "text ",
        "path to",
        "url ",
        "a json encoded",
        "json encoded",
        "the id of",
        "id of",
        "user ",
        "a json-encoded",
    ]) || has(&[
        "string value",
        "string to use",
        "a json encoded value",
        "json encoded",
        "as a string",
    ]);
    let mut schema = Schema::default();
    // The more telling signs first; several make a union only if the text offers both.
    if string
        && (array
            && has(&[
                "string or an array",
                "string or array",
                "string or list",
                "or an array of strings",
                "or a list",
            ]))
    {
        schema.admit(Kind::String);
        schema.admit(Kind::Array);
    } else if has(&[
        "object or string",
        "string or object",
        "json schema",
        "string or an object",
    ]) && !array
        && has(&["json", "object"])
        && has(&["format", "string"])
    {
        schema.admit(Kind::Object);
        schema.admit(Kind::String);
    } else if boolean && !array && !object {
        schema.admit(Kind::Boolean);
        if has(&["or a thinking", "or a string", "or string", "boolean or a"]) {
            schema.admit(Kind::String);
        }
    } else if start(&[
        "a json encoded",
        "json encoded",
        "a json-encoded",
        "a string",
    ]) {
        schema.admit(Kind::String);
    } else if object {
        schema.admit(Kind::Object);
    } else if array {
        schema.admit(Kind::Array);
    } else if integer {
        schema.admit(Kind::Integer);
    } else if string {
        schema.admit(Kind::String);
    } else {
        return None;
    }
    Some(schema)
}
