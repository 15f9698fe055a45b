//! The form that makes a call, and the field that a JSON Schema 2020-12 makes.

use ichiban_apidoc::calls::{self, parameters, pretty};
use ichiban_engine::docs::form::{Field, Group, List, Number, Open, Shape, Text};
use ichiban_engine::docs::operation::{BodyForm, Encoding, Form, FormField};
use serde_json::{Map, Value};

/// How deep fields are nested; deeper ones are written as JSON.
const DEPTH: u8 = 8;
/// The fields of a form; what comes after them is written as JSON.
const FIELDS: u32 = 600;
/// The references that are followed to one schema.
const CHAIN: usize = 32;

/// The form of an operation.
pub(crate) fn form(document: &Value, method: &str, path: &str) -> Form {
    let Some(form) = calls::form(document, method, path) else {
        return Form::default();
    };
    let operation = document.get("paths").and_then(|paths| paths.get(path));
    let operation = operation.and_then(|item| item.get(method.to_ascii_lowercase()));
    let known = operation.map(|operation| parameters(document, path, operation));
    let schema = |place: &str, name: &str| {
        let is = |parameter: &&Value| parameter["in"] == place && parameter["name"] == name;
        known.iter().flatten().find(is).cloned().unwrap_or_default()
    };
    Form {
        servers: form.servers,
        fields: form
            .fields
            .into_iter()
            .map(|field| parameter(document, &schema(&field.place, &field.name), field))
            .collect(),
        body: form.body.map(|body| of_body(document, body)),
        key: form.key,
    }
}

fn parameter(document: &Value, parameter: &Value, field: calls::FormField) -> FormField {
    let schema = parameter.get("schema").unwrap_or(&Value::Null);
    let mut made =
        Making::new(document, false).field(&field.name, schema, field.required, DEPTH - 1);
    let said = parameter.get("description").and_then(Value::as_str);
    if let Some(said) = said {
        said.clone_into(&mut made.description);
    }
    FormField {
        place: field.place,
        field: made,
        sample: field.sample,
    }
}

fn of_body(document: &Value, body: calls::BodyForm) -> BodyForm {
    let encoding = match body.encoding {
        calls::Encoding::Json => Encoding::Json,
        calls::Encoding::Form | calls::Encoding::Multipart => Encoding::Pairs,
        calls::Encoding::Other => Encoding::Other,
    };
    let has_files = body.encoding == calls::Encoding::Multipart;
    let field = if encoding == Encoding::Other {
        Field::default()
    } else {
        Making::new(document, has_files).field("", &body.schema, body.required, 0)
    };
    let sample = match (&body.sample, encoding) {
        (Value::String(text), Encoding::Other) => text.clone(),
        (Value::Null, Encoding::Other) => String::new(),
        (value, _) => pretty(value),
    };
    let mut field = field;
    if encoding == Encoding::Pairs && !matches!(field.shape, Shape::Group(_)) {
        // Nothing is said of its names: they are the person's.
        field.shape = Shape::Group(Group {
            members: Vec::new(),
            others: Some(Box::new(Field {
                shape: Shape::Text(Text::default()),
                ..Field::default()
            })),
            is_open: true,
        });
    }
    BodyForm {
        media_type: body.media_type,
        encoding,
        field,
        sample,
    }
}

/// The fields that a schema makes.
struct Making<'a> {
    document: &'a Value,
    /// Whether files can be sent.
    has_files: bool,
    /// The references that led here.
    within: Vec<String>,
    /// The fields that may still be made.
    left: u32,
}

/// A schema without references and parts, or why it is none.
type Merged = Result<Map<String, Value>, Open>;

impl<'a> Making<'a> {
    fn new(document: &'a Value, has_files: bool) -> Self {
        Self {
            document,
            has_files,
            within: Vec::new(),
            left: FIELDS,
        }
    }

    fn field(&mut self, name: &str, schema: &Value, required: bool, depth: u8) -> Field {
        let before = self.within.len();
        let merged = self.merged(schema, 0);
        let mut field = Field {
            name: name.to_owned(),
            required,
            ..Field::default()
        };
        if let Some(said) = schema.get("description").and_then(Value::as_str) {
            said.clone_into(&mut field.description);
        }
        match merged {
            Err(open) => field.shape = Shape::Json(open),
            Ok(schema) => self.fill(&mut field, schema, depth),
        }
        self.within.truncate(before);
        field
    }

    fn fill(&mut self, field: &mut Field, mut schema: Map<String, Value>, depth: u8) {
        field.nullable = schema.get("nullable") == Some(&Value::Bool(true));
        // `oneOf` and `anyOf` of one kind and `null`.
        for key in ["oneOf", "anyOf"] {
            let Some(Value::Array(ways)) = schema.get(key) else {
                continue;
            };
            if ways
                .iter()
                .all(|way| way.get("required").is_some() && way.get("properties").is_none())
                && schema.contains_key("properties")
            {
                // Which members go together is the server's to say.
                schema.remove(key);
                continue;
            }
            let (none, some): (Vec<_>, Vec<_>) = ways.iter().cloned().partition(is_null);
            let constants: Option<Vec<Value>> =
                some.iter().map(|way| way.get("const").cloned()).collect();
            field.nullable |= !none.is_empty();
            if let Some(constants) = constants.filter(|constants| !constants.is_empty()) {
                schema.remove(key);
                schema.insert("enum".to_owned(), Value::Array(constants));
            } else if let [only] = &some[..] {
                let only = only.clone();
                schema.remove(key);
                match self.merged(&only, 0) {
                    Ok(only) => merge(&mut schema, only),
                    Err(open) => {
                        field.shape = Shape::Json(open);
                        return;
                    }
                }
            } else {
                describe(field, &schema);
                field.shape = Shape::Json(Open::Several);
                return;
            }
        }
        describe(field, &schema);
        let mut kinds: Vec<&str> = match schema.get("type") {
            Some(Value::String(kind)) => vec![kind.as_str()],
            Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect(),
            _ if schema.contains_key("properties") => vec!["object"],
            _ if schema.contains_key("items") => vec!["array"],
            _ => Vec::new(),
        };
        field.nullable |= kinds.contains(&"null");
        kinds.retain(|kind| *kind != "null");
        if schema.get("readOnly") == Some(&Value::Bool(true)) {
            field.required = false;
        }
        if let Some(choices) = choices(&schema) {
            field.nullable |= choices.iter().any(|choice| choice == "null");
            let choices: Vec<String> = choices.into_iter().filter(|it| it != "null").collect();
            field.shape = Shape::Choice(choices);
            return;
        }
        field.shape = match kinds[..] {
            ["string"] if self.has_files && is_file(&schema) => Shape::File,
            ["string"] => Shape::Text(text(&schema)),
            ["integer"] => Shape::Number(number(&schema, true)),
            ["number"] | ["integer", "number"] | ["number", "integer"] => {
                Shape::Number(number(&schema, false))
            }
            ["boolean"] => Shape::Boolean,
            ["array" | "object"] if depth >= DEPTH || self.left == 0 => Shape::Json(Open::TooMuch),
            ["array"] => Shape::List(Box::new(self.list(&schema, depth))),
            ["object"] => Shape::Group(self.group(&schema, depth)),
            [] => Shape::Json(Open::Anything),
            _ => Shape::Json(Open::Several),
        };
    }

    fn list(&mut self, schema: &Map<String, Value>, depth: u8) -> List {
        let items = schema.get("items").unwrap_or(&Value::Null);
        self.left = self.left.saturating_sub(1);
        List {
            items: self.field("", items, true, depth + 1),
            least: count(schema, "minItems"),
            most: count(schema, "maxItems"),
            is_unique: schema.get("uniqueItems") == Some(&Value::Bool(true)),
        }
    }

    fn group(&mut self, schema: &Map<String, Value>, depth: u8) -> Group {
        let required = schema.get("required").and_then(Value::as_array);
        let is_required = |name: &str| required.is_some_and(|all| all.iter().any(|it| it == name));
        let mut members = Vec::new();
        let named = schema.get("properties").and_then(Value::as_object);
        let mut is_cut = false;
        for (name, member) in named.into_iter().flatten() {
            if self.left == 0 {
                // Those that are left are members of other names.
                is_cut = true;
                break;
            }
            self.left -= 1;
            members.push(self.field(name, member, is_required(name), depth + 1));
        }
        let more = schema.get("additionalProperties");
        let others = match more {
            Some(Value::Bool(false)) if !is_cut => None,
            Some(more @ Value::Object(said)) if !said.is_empty() && !is_cut => {
                Some(self.field("", more, true, depth + 1))
            }
            _ => Some(Field::default()),
        };
        let is_open = matches!(more, Some(Value::Bool(true) | Value::Object(_)))
            || members.is_empty() && others.is_some();
        Group {
            members,
            others: others.map(Box::new),
            is_open,
        }
    }

    /// A schema with what it refers to and what it consists of (`allOf`).
    fn merged(&mut self, schema: &Value, level: usize) -> Merged {
        if level > CHAIN {
            return Err(Open::Recursive);
        }
        let Some(own) = schema.as_object() else {
            return Ok(Map::new());
        };
        let mut all = own.clone();
        if let Some(Value::String(target)) = all.remove("$ref") {
            if self.within.contains(&target) {
                return Err(Open::Recursive);
            }
            let next = target.strip_prefix('#');
            let next = next.and_then(|pointer| self.document.pointer(pointer));
            self.within.push(target.clone());
            let next = self.merged(next.unwrap_or(&Value::Null), level + 1)?;
            merge(&mut all, next);
        }
        if let Some(Value::Array(parts)) = all.remove("allOf") {
            for part in parts {
                let before = self.within.len();
                let part = self.merged(&part, level + 1)?;
                // A member may be of the kind that its object is a part of.
                self.within.truncate(before);
                merge(&mut all, part);
            }
        }
        Ok(all)
    }
}

/// Adds to a schema what another says beside it. What both say is as the first has it.
fn merge(schema: &mut Map<String, Value>, other: Map<String, Value>) {
    for (key, value) in other {
        match (schema.get_mut(&key), value) {
            (Some(Value::Object(known)), Value::Object(value)) if key == "properties" => {
                for (name, member) in value {
                    known.entry(name).or_insert(member);
                }
            }
            (Some(Value::Array(known)), Value::Array(value)) if key == "required" => {
                known.extend(value);
            }
            (Some(_), _) => {}
            (None, value) => {
                schema.insert(key, value);
            }
        }
    }
}

fn is_null(schema: &Value) -> bool {
    schema.get("type").and_then(Value::as_str) == Some("null")
        || schema.get("const") == Some(&Value::Null)
}

/// What a schema says of a field in words, and what that begins with.
fn describe(field: &mut Field, schema: &Map<String, Value>) {
    if field.description.is_empty()
        && let Some(said) = schema.get("description").and_then(Value::as_str)
    {
        said.clone_into(&mut field.description);
    }
    let examples = schema.get("examples").and_then(Value::as_array);
    let sample = schema
        .get("example")
        .or_else(|| schema.get("default"))
        .or_else(|| examples.and_then(|examples| examples.first()));
    let sample = sample.filter(|sample| !sample.is_null());
    field.sample = sample.map(Value::to_string);
}

fn choices(schema: &Map<String, Value>) -> Option<Vec<String>> {
    let listed = schema.get("enum").and_then(Value::as_array);
    let constant = schema.get("const").map(std::slice::from_ref);
    let listed = listed.map(Vec::as_slice).or(constant)?;
    Some(listed.iter().map(Value::to_string).collect())
}

fn is_file(schema: &Map<String, Value>) -> bool {
    let word = |key: &str| schema.get(key).and_then(Value::as_str);
    matches!(word("format"), Some("binary"))
        || word("contentMediaType").is_some() && word("contentEncoding").is_none()
}

fn text(schema: &Map<String, Value>) -> Text {
    let word = |key: &str| schema.get(key).and_then(Value::as_str).map(str::to_owned);
    Text {
        least: count(schema, "minLength"),
        most: count(schema, "maxLength"),
        pattern: word("pattern"),
        format: word("format").unwrap_or_default(),
    }
}

fn number(schema: &Map<String, Value>, is_integer: bool) -> Number {
    let bound = |key: &str, beyond: &str| {
        let own = schema.get(key).and_then(Value::as_f64);
        match schema.get(beyond) {
            // As JSON Schema had it before 2019.
            Some(Value::Bool(true)) => own.map(|own| (own, true)),
            Some(beyond) if beyond.is_number() => beyond.as_f64().map(|beyond| (beyond, true)),
            _ => own.map(|own| (own, false)),
        }
    };
    Number {
        is_integer,
        least: bound("minimum", "exclusiveMinimum"),
        most: bound("maximum", "exclusiveMaximum"),
        step: schema.get("multipleOf").and_then(Value::as_f64),
    }
}

fn count(schema: &Map<String, Value>, key: &str) -> Option<u32> {
    let count = schema.get(key).and_then(Value::as_u64)?;
    u32::try_from(count).ok()
}

#[cfg(test)]
mod tests;
