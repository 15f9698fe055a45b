//! A field as documentation writes it on one line: ``- `name` (type, required): text``,
//! `name=<type>: text`, `**name** – text`, `name? | type | text`.

use crate::api::Place;
use crate::document::{Location, MarkKind, Text};
use crate::schema::{Kind, Schema};

use super::{kind_words, types, words};

/// A parameter or member before it is known where it belongs.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Field {
    /// Its name on the wire.
    pub(crate) name: String,
    /// Where it goes, if its own line says so.
    pub(crate) place: Option<Place>,
    /// Whether it must be given, if its own line says so.
    pub(crate) required: Option<bool>,
    /// Whether the documentation advises against it.
    pub(crate) deprecated: bool,
    /// What it may be; open if nothing was said.
    pub(crate) schema: Schema,
    /// Prose.
    pub(crate) description: String,
    /// Its own fields.
    pub(crate) children: Vec<Field>,
    /// Where it stands.
    pub(crate) location: Option<Location>,
    /// A link on its type, which may lead to the table that defines it.
    pub(crate) type_link: Option<String>,
    /// How sure it is that this is a field at all: 0 to 3, by how it is set.
    pub(crate) strength: u8,
}

/// Characters that a name on the wire may have.
pub(crate) fn is_name(text: &str) -> bool {
    let text = text.trim();
    let first = text.chars().next();
    first.is_some_and(|c| {
        c.is_alphabetic() || matches!(c, '_' | '$' | '@' | '.' | ':' | '-' | '<' | '{')
    }) && text.len() <= 80
        && text.chars().any(char::is_alphanumeric)
        && text
            .chars()
            .all(|c| c.is_alphanumeric() || "_-.$@[]{}<>*:/#+~".contains(c))
        && !text.starts_with("--")
        && !text.starts_with("http")
        && !text.contains("//")
        && !text.ends_with(':')
}

/// A name as tables and lists decorate it, and what the decoration says: `name?`, `name*`,
/// `:name`, `name (optional)`, `name[]`.
pub(crate) fn clean_name(text: &str) -> Option<(String, Option<bool>)> {
    let mut name = text
        .trim()
        .trim_matches(['`', '"', '\'', '“', '”', '‘', '’'])
        .replace('\\', "");
    let mut required = None;
    let lower = name.to_lowercase();
    for (word, says) in [
        ("(required)", true),
        ("(optional)", false),
        ("required", true),
        ("optional", false),
        ("[optional]", false),
        ("[required]", true),
    ] {
        if let Some(at) = lower
            .rfind(word)
            .filter(|at| *at > 0 && lower.len() == name.len())
        {
            let before = name[..at].chars().next_back();
            if at + word.len() == name.len()
                && before.is_some_and(|c| !c.is_alphanumeric() && c != '_' && c != '-')
            {
                required = Some(says);
                name.truncate(at);
                break;
            }
        }
    }
    let mut name = name.trim().to_owned();
    loop {
        let trimmed = name.trim_end();
        if let Some(rest) = trimmed.strip_suffix('?') {
            required = Some(false);
            name = rest.to_owned();
        } else if let Some(rest) = trimmed.strip_suffix(['*', '†', '‡', '¹', '²', '³', '⁴'])
        {
            // A star marks a note, or a required field; the legend tells.
            name = rest.to_owned();
        } else {
            name = trimmed.to_owned();
            break;
        }
    }
    let name = name
        .trim_start_matches(':')
        .trim_matches(['`', '"', '\'', ',', '“', '”'])
        .trim()
        .to_owned();
    let name = name
        .strip_prefix('<')
        .and_then(|inner| inner.strip_suffix('>'))
        .or_else(|| {
            name.strip_prefix('{')
                .and_then(|inner| inner.strip_suffix('}'))
        })
        .map_or(name.clone(), str::to_owned);
    let name = name
        .trim_start_matches("...")
        .trim_end_matches([':', '='])
        .to_owned();
    is_name(&name).then_some((name, required))
}

/// Reads one or more fields from the text of a list item or term. Several names before one text
/// (`start, end – …`) are several fields.
pub(crate) fn read(text: &Text, location: Option<Location>) -> Vec<Field> {
    let Some(head) = head_of(text) else {
        return Vec::new();
    };
    let rest = text.slice_from(head.end);
    let mut template = Field {
        location,
        strength: head.strength,
        ..Field::default()
    };
    if let Some(kind) = &head.kind {
        template.schema = types::read(kind).unwrap_or_default();
        let alternatives: Vec<_> = kind.split('|').map(str::trim).collect();
        if template.schema.is_open()
            && alternatives.len() > 1
            && alternatives.iter().all(|word| is_name(word))
        {
            template.schema = alternatives_of(&alternatives);
        }
    }
    describe(&mut template, &rest);
    head.names
        .into_iter()
        .map(|(name, required)| Field {
            name,
            required: required.or(template.required),
            ..template.clone()
        })
        .collect()
}

/// `<rfc3339 | unix_timestamp>` names kinds of values; `<asc | dsc>` names the values.
fn alternatives_of(words: &[&str]) -> Schema {
    let known: Vec<_> = words.iter().map(|word| types::read(word)).collect();
    if known.iter().any(Option::is_some) {
        let mut schema = Schema::default();
        for kind in known.into_iter().flatten().flat_map(|schema| schema.kinds) {
            schema.admit(kind);
        }
        schema.admit(Kind::String);
        return schema;
    }
    let mut schema = Schema::of(Kind::String);
    if words.iter().all(|word| !word.contains('_')) {
        schema.values = words.iter().map(|word| serde_json::json!(word)).collect();
    }
    schema
}

struct Head {
    names: Vec<(String, Option<bool>)>,
    kind: Option<String>,
    end: usize,
    strength: u8,
}

/// The name at the beginning of a line.
fn head_of(text: &Text) -> Option<Head> {
    let plain = text.plain.as_str();
    let marked = text.marks.iter().find(|mark| {
        mark.start == 0 && mark.end > 0 && !matches!(mark.kind, MarkKind::Component { .. })
    });
    if let Some(mark) = marked {
        // The innermost mark from the start: `**[`name`](#x)**`.
        let end = mark.end;
        let set = text.marked(mark).trim();
        let strength = match mark.kind {
            MarkKind::Code | MarkKind::Strong => 3,
            MarkKind::Emphasis => 2,
            _ => 1,
        };
        if let Some((name, kind)) = set.split_once('=')
            && let Some(name) = clean_name(name)
        {
            let kind = kind
                .trim()
                .trim_matches(['<', '>', '{', '}', '"', '[', ']'])
                .to_owned();
            return Some(Head {
                names: vec![name],
                kind: Some(kind),
                end,
                strength: 3,
            });
        }
        let mut names = names_of(set)?;
        let mut end = end;
        // More names in code: `` `a`, `b` ``.
        while let Some(next) = text.marks.iter().find(|next| {
            next.start >= end
                && next.kind == mark.kind
                && matches!(
                    plain.get(end..next.start).map(str::trim),
                    Some("," | "/" | "or" | "and" | "&" | "|")
                )
        }) {
            let Some(more) = names_of(text.marked(next)) else {
                break;
            };
            names.extend(more);
            end = next.end;
        }
        // `**name** text` without any separator is emphasis in a sentence, unless in code.
        let after = plain.get(end..).unwrap_or_default();
        let parted = after.trim_start().is_empty()
            || after.trim_start().starts_with([
                ':', '-', '–', '—', '(', '=', '[', '<', '|', ',', '?', '*', '\n', '{', '`',
            ])
            || first_word_is_type(after);
        if !parted {
            let upper = after
                .trim_start()
                .starts_with(|c: char| c.is_ascii_uppercase());
            if mark.kind != MarkKind::Code && mark.kind != MarkKind::Strong
                || (!upper && mark.kind == MarkKind::Strong)
            {
                return None;
            }
            return Some(Head {
                names,
                kind: None,
                end,
                strength: if upper { 2 } else { 1 },
            });
        }
        let mut head = Head {
            names,
            kind: None,
            end,
            strength,
        };
        if let Some(value) = after.trim_start().strip_prefix('=') {
            // `name`=(`a`|`b`)
            let kind_end = value.find([' ', ':']).unwrap_or(value.len());
            head.kind = Some(
                value[..kind_end]
                    .trim_matches(['<', '>', '(', ')'])
                    .to_owned(),
            );
            head.end = plain.len() - (value.len() - kind_end);
        }
        return Some(head);
    }
    // Without marks: `name: text`, `name (type): text`, `name - text`, `name – text`, or alone.
    let end = plain
        .char_indices()
        .find(|(index, c)| {
            c.is_whitespace()
                || matches!(c, '(' | '–' | '—' | '=' | ',')
                || (*c == ':' && *index > 0)
        })
        .map_or(plain.len(), |(index, _)| index);
    let (name, required) = clean_name(plain.get(..end)?)?;
    let after = plain.get(end..)?;
    let tail = after.trim_start();
    let parted = tail.starts_with([':', '(', '–', '—', '='])
        || tail.starts_with("- ")
        || tail.starts_with("-- ");
    let lone = tail.is_empty();
    if !parted && !lone && !first_word_is_type(after) {
        return None;
    }
    if name.ends_with('.') || (lone && name.len() < 2) {
        return None;
    }
    let mut kind = None;
    let mut end = end;
    if let Some(value) = tail.strip_prefix('=') {
        let value_end = value.find([':', ' ']).unwrap_or(value.len());
        kind = Some(value[..value_end].trim_matches(['<', '>']).to_owned());
        end = plain.len() - (value.len() - value_end);
    }
    // Prose that begins with a word and a colon (`Note: …`) is no field.
    let wordy = [
        "note",
        "example",
        "returns",
        "see",
        "warning",
        "tip",
        "important",
        "e.g",
        "default",
        "response",
        "request",
        "description",
        "url",
        "method",
        "type",
        "status",
        "http",
        "https",
    ];
    if name.starts_with(|c: char| c.is_ascii_uppercase())
        && wordy.contains(&name.to_lowercase().as_str())
    {
        return None;
    }
    let strength = if parted { 2 } else { u8::from(!lone) };
    Some(Head {
        names: vec![(name, required)],
        kind,
        end,
        strength,
    })
}

fn first_word_is_type(after: &str) -> bool {
    let word = after
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | ':' | '(' | '.' | '-' | '–'))
        .find(|word| !word.is_empty())
        .unwrap_or_default();
    let lower = word.trim_matches(['`', '*']).to_lowercase();
    (types::is_type_word(&lower) && lower != "set")
        || matches!(lower.as_str(), "required" | "optional" | "deprecated")
}

fn names_of(text: &str) -> Option<Vec<(String, Option<bool>)>> {
    if let Some(name) = clean_name(text) {
        return Some(vec![name]);
    }
    // `name (type)` all in bold.
    if let Some((name, _)) = text.split_once([' ', '(']) {
        let rest = &text[name.len()..];
        let inner = rest
            .trim()
            .trim_matches(['(', ')', '[', ']', ':', '<', '>']);
        let says = words::required(inner);
        if says.is_some()
            || types::is_type_word(inner)
            || inner.split([',', ' ']).any(types::is_type_word) && inner.len() < 32
        {
            let (name, required) = clean_name(name.trim_end_matches(':'))?;
            return Some(vec![(name, required.or(says))]);
        }
    }
    let parts: Vec<_> = text
        .split([',', '/'])
        .flat_map(|part| part.split(" or "))
        .map(str::trim)
        .collect();
    if parts.len() < 2 || parts.len() > 6 {
        return None;
    }
    parts.into_iter().map(clean_name).collect()
}

/// Reads what follows the name: types and flags in brackets, then prose.
fn describe(field: &mut Field, rest: &Text) {
    let mut text = rest.clone();
    loop {
        let plain = text.plain.as_str();
        let skip = plain.len()
            - plain
                .trim_start_matches([' ', ':', ',', '|', '–', '—', '\n', '*', '?', '·', '•'])
                .len();
        let skip = skip.max(
            if plain[skip..].starts_with("- ") || plain[skip..].starts_with("-- ") {
                skip + 2
            } else {
                0
            },
        );
        if skip > 0 {
            text = text.slice_from(skip);
            continue;
        }
        let group = ['(', '[', '{']
            .iter()
            .zip([')', ']', '}'])
            .find_map(|(open, close)| {
                let inner = plain.strip_prefix(*open)?;
                let end = matching(inner, *open, close)?;
                Some((inner[..end].to_owned(), end + 2))
            });
        if let Some((inner, length)) = group {
            if !attribute(field, &inner) {
                break;
            }
            link_of_type(field, &text, length);
            text = text.slice_from(length);
            continue;
        }
        let mark = text.marks.iter().find(|mark| {
            mark.start == 0
                && matches!(
                    mark.kind,
                    MarkKind::Code | MarkKind::Emphasis | MarkKind::Strong
                )
        });
        if let Some(mark) = mark {
            let (word, end) = (text.marked(mark).to_owned(), mark.end);
            let bracketed = word
                .strip_prefix('(')
                .and_then(|inner| inner.strip_suffix(')'));
            let flagged =
                flag(field, &word) || bracketed.is_some_and(|inner| attribute(field, inner));
            let typed = !flagged && field.schema.is_open() && types::is_type_word(&word) && {
                field.schema = types::read(&word).unwrap_or_default();
                true
            };
            if (flagged || typed) && end > 0 {
                link_of_type(field, &text, end);
                text = text.slice_from(end);
                continue;
            }
            break;
        }
        let line_end = plain.find('\n').unwrap_or(plain.len());
        let word_end = plain
            .find([' ', ',', ':', '.', '\n', '(', ';'])
            .unwrap_or(plain.len());
        let word = &plain[..word_end];
        if matches!(
            word.trim_end_matches(['*', '!']).to_lowercase().as_str(),
            "required" | "optional" | "deprecated" | "mandatory"
        ) && flag(field, word)
        {
            let dot = usize::from(plain[word_end..].starts_with('.'));
            text = text.slice_from((word_end + dot).max(1));
            continue;
        }
        // A whole line, or a word before a separator, that is a type.
        let line = plain[..line_end].to_owned();
        let parted = plain[word_end..].starts_with([',', ':', '\n', '('])
            || plain[word_end..].trim_start().starts_with(['–', '—', '('])
            || plain[word_end..].trim_start().starts_with("- ")
            || word_end == plain.len();
        if field.schema.is_open() {
            if line_end < plain.len() && types::is_type_word(&line) {
                field.schema = types::read(&line).unwrap_or_default();
                text = text.slice_from(line_end);
                continue;
            }
            let next = plain[word_end..]
                .trim_start()
                .split([' ', '.', ','])
                .next()
                .unwrap_or_default();
            if types::is_type_word(word)
                && (parted || matches!(next.to_lowercase().as_str(), "required" | "optional"))
            {
                field.schema = types::read(word).unwrap_or_default();
                text = text.slice_from(word_end.max(1));
                continue;
            }
        }
        break;
    }
    let description = text.plain.trim_start_matches(['.', ' ']).to_owned();
    from_prose(field, &description);
}

/// What the prose of a field adds to what its marks told.
pub(crate) fn from_prose(field: &mut Field, description: &str) {
    if field.required.is_none() {
        field.required = words::required(description);
    }
    if field.schema.kinds.is_empty()
        && field.schema.values.is_empty()
        && let Some(schema) = kind_words::kind(description)
    {
        field.schema = schema;
    }
    field.deprecated |= words::deprecated(description);
    if field.schema.values.is_empty()
        && (field.schema.kinds.is_empty() || field.schema.allows(Kind::String))
    {
        let values = words::values(description);
        if !values.is_empty()
            && values.iter().all(|value| value.parse::<f64>().is_err())
            && !(values.len() == 2
                && values
                    .iter()
                    .all(|v| matches!(v.as_str(), "true" | "false")))
        {
            field.schema.admit(Kind::String);
            field.schema.values = values.into_iter().map(serde_json::Value::String).collect();
        }
    }
    if field.schema.default.is_none() {
        field.schema.default = words::default(description, &field.schema);
    }
    description.trim().clone_into(&mut field.description);
}

/// Reads `string: "15s"` and `string: <required>`: a type, and what holds without a value.
fn type_and_default(field: &mut Field, inner: &str) -> bool {
    let Some((kind, value)) = inner.split_once(':') else {
        return false;
    };
    let value = value.trim();
    if !field.schema.is_open() || !types::is_type_word(kind) || value.is_empty() {
        return false;
    }
    field.schema = types::read(kind).unwrap_or_default();
    let word = value.trim_matches(['<', '>', '(', ')']);
    if let Some(required) = words::required(word) {
        field.required = Some(required);
    } else {
        field.required = field.required.or(Some(false));
        let told = !matches!(word, "nil" | "null" | "none" | "\"\"" | "''") && word == value;
        if told {
            field.schema.default = words::value_of(word, &field.schema);
        }
    }
    true
}

/// Reads `type`, `required`, `default: x`, `in query` between brackets, parted by commas.
/// `false` if the brackets hold prose.
fn attribute(field: &mut Field, inner: &str) -> bool {
    let inner = inner.trim();
    if inner.is_empty() {
        return true;
    }
    if inner.len() < 120 && type_and_default(field, inner) {
        return true;
    }
    if field.schema.is_open() && types::is_type_word(inner) {
        field.schema = types::read(inner).unwrap_or_default();
        return true;
    }
    if inner.len() > 120 {
        return false;
    }
    let mut known = false;
    for part in inner.split([',', ';', '|']).map(str::trim) {
        let lower = part.to_lowercase();
        if flag(field, part) {
            known = true;
        } else if let Some(default) = lower
            .strip_prefix("default")
            .map(|rest| rest.trim_start_matches([' ', ':', '=']))
            .filter(|rest| !rest.is_empty())
        {
            let original = &part[part.len().saturating_sub(default.len())..];
            field.schema.default =
                words::value_of(original.trim_start_matches("to "), &field.schema);
            known = true;
        } else if types::is_type_word(part)
            || (known && types::read(part).is_some() && field.schema.is_open())
        {
            if field.schema.is_open() {
                field.schema = types::read(part).unwrap_or_default();
            }
            known = true;
        }
    }
    known
}

/// A word that is a flag: `required`, `optional`, `deprecated`, `query`.
fn flag(field: &mut Field, word: &str) -> bool {
    let lower = word
        .trim()
        .trim_matches(['*', '`', '.', '(', ')', '[', ']', '!'])
        .trim()
        .to_lowercase();
    match lower.as_str() {
        "required" | "mandatory" | "is required" | "required: true" | "required: yes" | "req"
        | "always required" => field.required = Some(true),
        "optional" | "not required" | "required: false" | "required: no" | "opt" => {
            field.required = Some(false);
        }
        "deprecated" => field.deprecated = true,
        "nullable" => field.schema.admit(Kind::Null),
        other => match place_word(other) {
            Some(place) => field.place = Some(place),
            None => return false,
        },
    }
    true
}

/// A place by the words of a column or bracket.
pub(crate) fn place_word(word: &str) -> Option<Place> {
    let word = word
        .trim()
        .trim_matches(['*', '`', '(', ')', '.'])
        .to_lowercase();
    Some(match word.as_str() {
        "path" | "in path" | "path parameter" | "uri" | "path param" | "url path" | "pathparam" => {
            Place::Path
        }
        "query" | "in query" | "query parameter" | "querystring" | "query string"
        | "query param" | "queryparam" | "url parameter" => Place::Query,
        "header" | "in header" | "headers" | "request header" | "headerparam" | "http header" => {
            Place::Header
        }
        "cookie" | "cookies" | "in cookie" => Place::Cookie,
        "body" | "in body" | "request body" | "json" | "payload" | "json body" | "bodyparam"
        | "body parameter" | "body param" => Place::Body,
        "form" | "formdata" | "form data" | "form-data" | "formparam" | "multipart" => Place::Form,
        _ => return None,
    })
}

fn link_of_type(field: &mut Field, text: &Text, before: usize) {
    let link = text.marks.iter().find_map(|mark| match &mark.kind {
        MarkKind::Link(target) if mark.start < before => Some(target.clone()),
        _ => None,
    });
    if link.is_some() {
        field.type_link = link;
    }
}

fn matching(inner: &str, open: char, close: char) -> Option<usize> {
    let mut depth = 0_usize;
    for (index, c) in inner.char_indices() {
        if c == open {
            depth += 1;
        } else if c == close {
            if depth == 0 {
                return Some(index);
            }
            depth -= 1;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Mark, TextBuilder};

    fn code(name: &str, rest: &str) -> Text {
        let mut builder = TextBuilder::default();
        builder.open(MarkKind::Code);
        builder.push(name);
        builder.close();
        builder.push(rest);
        builder.finish()
    }

    fn one(text: &Text) -> Field {
        let mut fields = read(text, None);
        assert_eq!(fields.len(), 1, "{text:?}");
        fields.remove(0)
    }

    #[test]
    fn bullets_of_many_houses_are_fields() {
        let field = one(&code("model", ": (required) the model name"));
        assert_eq!((field.name.as_str(), field.required), ("model", Some(true)));
        assert_eq!(field.description, "the model name");
        let field = one(&code(
            "limit=<number>",
            ": Maximum number. Optional. 0 means disabled.",
        ));
        assert_eq!(
            (field.name.as_str(), field.required),
            ("limit", Some(false))
        );
        assert_eq!(field.schema.kinds, [Kind::Number]);
        let field = one(&code("id", " (integer, required) - The id"));
        assert_eq!(field.schema.kinds, [Kind::Integer]);
        assert_eq!(field.required, Some(true));
        let field = one(&Text::plain("name (string): Who it is"));
        assert_eq!(
            (field.name.as_str(), field.schema.kinds.as_slice()),
            ("name", &[Kind::String][..])
        );
    }

    #[test]
    fn two_names_before_one_text_are_two_fields() {
        let mut text = code("start", "");
        text.plain.push_str(", end – Bounds");
        text.marks.push(Mark {
            start: 7,
            end: 10,
            kind: MarkKind::Code,
        });
        let names: Vec<_> = read(&text, None)
            .into_iter()
            .map(|field| field.name)
            .collect();
        assert_eq!(names, ["start", "end"]);
    }

    #[test]
    fn sentences_are_no_fields() {
        assert!(read(&Text::plain("All calls need a token"), None).is_empty());
        assert!(read(&Text::plain("Note: this is slow"), None).is_empty());
    }
}
