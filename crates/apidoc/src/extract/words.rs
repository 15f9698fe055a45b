//! What the prose of a field says of it: required or optional, its default, the values it may
//! take, its type, that it should no longer be used.

use serde_json::{Value, json};

use crate::schema::{Kind, Schema};

/// Whether the text says that a field must be given, or need not be.
pub(crate) fn required(text: &str) -> Option<bool> {
    let lower = text.to_lowercase();
    let first = lower.trim_start_matches(['(', '[', ' ', '*', '–', '-', '—']);
    // Statements about when it is needed say that it is not always needed.
    let conditional = [
        "required if",
        "required when",
        "required for",
        "required unless",
        "required only",
        "required with",
        "required in",
        "only required",
        "is only required",
        "conditionally",
        "required by",
        "required to",
    ];
    let negated = [
        "not required",
        "isn't required",
        "non-required",
        "no longer required",
        "required: no",
        "required: false",
        "required=false",
        "not mandatory",
    ];
    if negated.iter().any(|words| lower.contains(words)) {
        return Some(false);
    }
    if let Some(at) = find_word(&lower, "optional") {
        let before = lower[..at].trim_end_matches(['*', '`', '_']);
        let after = lower[at + "optional".len()..].trim_start_matches(['*', '`', '_']);
        let opens = before.trim_end().is_empty()
            || before
                .trim_end()
                .ends_with(['(', '[', ',', '.', ';', ':', '|', '\n', '–', '—', '-']);
        let closes =
            after.is_empty() || after.starts_with([')', ']', ',', '.', ';', ':', '\n', '|', '!']);
        let said = ["is ", "are ", "always ", "entirely "]
            .iter()
            .any(|word| before.ends_with(word))
            && !lower.contains("not optional");
        let starts = first.starts_with("optional");
        let required = find_word(&lower, "required");
        if (starts
            || (opens && closes)
            || said
            || (closes && before.trim_end().ends_with("this field is")))
            && required.is_none_or(|other| at < other)
        {
            return Some(false);
        }
    }
    if states_required(&lower) {
        return Some(true);
    }
    if conditional.iter().any(|words| lower.contains(words)) {
        return first.starts_with("required,").then_some(true);
    }
    let marked = find_word(&lower, "required").or_else(|| find_word(&lower, "mandatory"));
    if let Some(at) = marked {
        // `the required permissions`, `required scope` are about something else.
        let after = lower[at..].split_whitespace().nth(1).unwrap_or_default();
        let before = lower[..at]
            .trim_end()
            .rsplit([' ', '\n'])
            .next()
            .unwrap_or_default();
        let stands_alone = at == lower.len() - first.len()
            || matches!(before, "is" | "are" | "always" | "(" | "field" | "and" | "")
            || before.ends_with([',', ':', '(', ';', '.', '|', ']'])
            || lower[..at]
                .trim_end()
                .ends_with(['\n', '(', ',', '.', ':', ';', '[', '–', '-', '—'])
            || lower[at..]
                .trim_end_matches(['.', ')', '!', '*', ']'])
                .len()
                <= "mandatory".len();
        let attribute = matches!(
            after,
            "permission"
                | "permissions"
                | "scope"
                | "scopes"
                | "fields"
                | "parameters"
                | "to"
                | "role"
                | "level"
        );
        if stands_alone && !attribute {
            return Some(true);
        }
    }
    let must = [
        "must be provided",
        "must be specified",
        "must be supplied",
        "must be given",
        "must be set.",
        "at least one must",
    ];
    must.iter()
        .any(|words| lower.contains(words))
        .then_some(true)
}

/// `This is required to …`, `This parameter is required.`, `a mandatory field`: sentences about the
/// field as a whole, without a condition.
fn states_required(lower: &str) -> bool {
    let subjects = ["this is", "this field is", "this parameter is", "it is"];
    let whole = subjects.iter().any(|subject| {
        ["required", "mandatory"].iter().any(|word| {
            find_phrase(lower, &format!("{subject} {word}")).is_some_and(|at| {
                let rest = &lower[at + subject.len() + 1 + word.len()..];
                let next = rest.split_whitespace().next().unwrap_or_default();
                let goes_on = [
                    "if", "when", "unless", "only", "for", "with", "in", "by", "on",
                ];
                !goes_on.contains(&next.trim_matches(|c: char| !c.is_alphanumeric()))
            })
        })
    });
    let noun = ["field", "parameter", "argument", "property"]
        .iter()
        .any(|noun| {
            ["a required", "a mandatory"]
                .iter()
                .any(|word| find_phrase(lower, &format!("{word} {noun}")).is_some())
        });
    whole || (noun && !lower.contains("not a "))
}

/// Whether the prose tells what happens without the field: a sign that it may be left out.
pub(crate) fn describes_absence(text: &str) -> bool {
    let lower = text.to_lowercase();
    [
        "default",
        "if omitted",
        "if not specified",
        "if not provided",
        "if not set",
        "if unset",
        "when omitted",
        "is omitted",
        "if absent",
        "absent or empty",
        "if left empty",
        "if empty",
        "not given",
        "if not given",
        "if you don't",
        "if missing",
        "when not specified",
        "unless specified",
        "left blank",
        "only return",
        "if specified",
        "if provided",
        "if set",
        "if present",
        "when provided",
        "when specified",
        "can be used to",
        "allows you to",
    ]
    .iter()
    .any(|words| lower.contains(words))
}

/// Whether a name is one by which pages of a list are asked for: those have defaults everywhere.
pub(crate) fn is_page_control(name: &str) -> bool {
    let folded = super::settle::fold(name);
    if folded.starts_with("limit") || folded.ends_with("nexttoken") || folded.ends_with("pagetoken")
    {
        return true;
    }
    matches!(
        super::settle::fold(name).as_str(),
        "limit"
            | "offset"
            | "page"
            | "perpage"
            | "pagesize"
            | "pagenumber"
            | "cursor"
            | "skip"
            | "pagetoken"
            | "nexttoken"
            | "startingafter"
            | "endingbefore"
            | "maxresults"
            | "sort"
            | "sortby"
            | "orderby"
            | "sortorder"
            | "sortdir"
            | "order"
    )
}

/// The kind that a name alone suggests, where nothing else is known.
pub(crate) fn kind_of_name(name: &str) -> Option<Kind> {
    let integers = [
        "limit",
        "offset",
        "page",
        "perpage",
        "pagesize",
        "pagenumber",
        "maxresults",
        "skip",
        "count",
        "top",
        "height",
        "width",
        "port",
    ];
    let flags = [
        "is_", "has_", "include_", "with_", "show_", "enable_", "disable_",
    ];
    if integers.contains(&super::settle::fold(name).as_str()) {
        return Some(Kind::Integer);
    }
    flags
        .iter()
        .any(|prefix| name.starts_with(prefix))
        .then_some(Kind::Boolean)
}

/// Whether the text advises against the field.
pub(crate) fn deprecated(text: &str) -> bool {
    let lower = text.to_lowercase();
    let Some(at) = find_word(&lower, "deprecated") else {
        return false;
    };
    // Within a longer text it is about something else.
    at < 24 || lower[..at].trim_end().ends_with(['(', '[', '.', '*']) && at < 80 || lower.len() < 60
}

/// The default that the text names, as a value of `schema` if it fits.
pub(crate) fn default(text: &str, schema: &Schema) -> Option<Value> {
    let lower = text.to_lowercase();
    if lower.len() != text.len() {
        return None;
    }
    for words in [
        "defaults to ",
        "default: ",
        "default value: ",
        "default value is ",
        "default is ",
        "default = ",
        "by default ",
        "default `",
        "default ",
    ] {
        let Some(at) = find_phrase(&lower, words) else {
            continue;
        };
        let mut rest = text.get(at + words.len()..)?;
        if words == "default `" {
            rest = text.get(at + words.len() - 1..)?;
        }
        let rest = rest.trim_start();
        let quote = rest
            .chars()
            .next()
            .filter(|c| matches!(c, '`' | '"' | '\'' | '“'));
        let word = match quote {
            Some('“') => rest.get('“'.len_utf8()..)?.split('”').next()?,
            Some(quote) => rest.get(1..)?.split(quote).next()?,
            None => rest
                .split([' ', ',', ';', ')', '\n', ']'])
                .next()?
                .trim_end_matches('.'),
        };
        let plain = quote.is_some()
            || word.parse::<f64>().is_ok()
            || matches!(word, "true" | "false" | "null");
        if !plain || word.is_empty() || word.len() > 60 {
            return None;
        }
        return value_of(word, schema);
    }
    None
}

/// A word as a value of `schema`; a string when it is nothing else.
pub(crate) fn value_of(word: &str, schema: &Schema) -> Option<Value> {
    let word = word.trim().trim_matches(['`', '"', '\'', '*']);
    if word.is_empty() {
        return None;
    }
    let parsed = serde_json::from_str::<Value>(&word.to_lowercase()).ok();
    let fits = parsed.filter(|value| {
        let kind = Kind::of(value);
        schema.allows(kind) || (kind == Kind::Integer && schema.allows(Kind::Number))
    });
    match fits {
        Some(value) => Some(value),
        None if schema.allows(Kind::String) || schema.kinds.is_empty() => Some(json!(word)),
        None => None,
    }
}

/// The values that the text limits a field to: `one of a, b`, `(asc, desc)`, `Possible values: …`.
pub(crate) fn values(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    if lower.len() != text.len() {
        return Vec::new();
    }
    for words in [
        "one of the following values:",
        "one of the following:",
        "must be one of",
        "can be one of",
        "may be one of",
        "one of:",
        "one of",
        "possible values are:",
        "possible values are",
        "possible values:",
        "allowed values:",
        "allowed values are",
        "valid values are",
        "valid values:",
        "accepted values:",
        "supported values are",
        "supported values:",
        "valid options:",
        "valid options are",
        "options are",
        "can be either",
        "must be either",
        "either",
        "values:",
        "can be",
    ] {
        let Some(at) = find_phrase(&lower, words) else {
            continue;
        };
        let rest = text
            .get(at + words.len()..)
            .unwrap_or_default()
            .trim_start_matches([' ', ':']);
        let end = rest.find(['.', '\n', ';']).unwrap_or(rest.len());
        let values: Vec<_> = rest[..end]
            .split([',', '|'])
            .flat_map(|part| part.split(" or "))
            .flat_map(|part| part.split(" and "))
            .map(|part| {
                let part = part
                    .trim()
                    .trim_start_matches("or ")
                    .trim_start_matches("and ")
                    .trim_start_matches("either ")
                    .trim_start_matches("the values ");
                part.split(" (")
                    .next()
                    .unwrap_or(part)
                    .trim()
                    .trim_matches(['`', '"', '\'', '*', '(', ')', '“', '”', ' '])
            })
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect();
        let plain = values.iter().all(|value| {
            value.len() <= 40
                && value
                    .chars()
                    .all(|c| c.is_alphanumeric() || "_-.:/+@".contains(c))
        });
        // Words of prose without quotes are values only if the phrase is exact.
        let quoted = rest.starts_with(['`', '"', '\'', '“', '*']);
        if values.len() > 1
            && plain
            && (quoted || words.contains("values") || words.contains("one of"))
        {
            return values;
        }
    }
    Vec::new()
}

/// Where `word` stands alone.
fn find_word(lower: &str, word: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(found) = lower.get(from..)?.find(word) {
        let at = from + found;
        let before = lower[..at].chars().next_back();
        let after = lower[at + word.len()..].chars().next();
        let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && c != '_');
        if edge(before) && edge(after) {
            return Some(at);
        }
        from = at + word.len();
    }
    None
}

/// Where a phrase stands, not within a word.
fn find_phrase(lower: &str, phrase: &str) -> Option<usize> {
    let at = lower.find(phrase)?;
    lower[..at]
        .chars()
        .next_back()
        .is_none_or(|c| !c.is_alphanumeric())
        .then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn required_and_optional_are_read_where_they_are_meant() {
        assert_eq!(
            required("The object's version. This is required to avoid conflicting writes."),
            Some(true)
        );
        assert_eq!(required("The name. This is a mandatory field"), Some(true));
        assert_eq!(required("This is required if `a` is set."), None);
        assert_eq!(required("(required) the model name"), Some(true));
        assert_eq!(required("Evaluation timestamp. Optional."), Some(false));
        assert_eq!(required("Required. The id."), Some(true));
        assert_eq!(required("the required permissions for this"), None);
        assert_eq!(required("Required if `type` is 2"), None);
        assert_eq!(required("This field is not required"), Some(false));
        assert_eq!(required("string, required"), Some(true));
    }

    #[test]
    fn defaults_and_values_are_read_from_prose() {
        let integer = Schema::of(Kind::Integer);
        assert_eq!(
            default("Page size. Defaults to 20.", &integer),
            Some(json!(20))
        );
        assert_eq!(
            default("how long (default: `5m`)", &Schema::of(Kind::String)),
            Some(json!("5m"))
        );
        assert_eq!(values("Sort order. One of `asc`, `desc`."), ["asc", "desc"]);
        assert_eq!(values("One of these days"), Vec::<String>::new());
    }
}
