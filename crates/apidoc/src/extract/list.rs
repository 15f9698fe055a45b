//! Lists, definition lists and components of fields.

use crate::api::Place;
use crate::document::{Block, BlockKind, Definition, Item, Location, Text};
use crate::schema::{Kind, Schema};

use super::field::{self, Field};
use super::{table, types, words};

/// How deep fields may nest.
const DEPTH: usize = 12;

/// How long the prose of a field may grow over several paragraphs, in bytes.
const PROSE: usize = 4_096;

/// Reads a list as fields. `trusted` when a label has said that parameters follow; without one,
/// all items must look like fields.
pub(crate) fn fields(items: &[Item], location: Location, trusted: bool) -> Option<Vec<Field>> {
    nested_fields(items, location, trusted, 0)
}

fn nested_fields(
    items: &[Item],
    location: Location,
    trusted: bool,
    depth: usize,
) -> Option<Vec<Field>> {
    let mut fields = Vec::new();
    let mut hits = 0_usize;
    let style = |item: &Item| {
        item.text
            .marks
            .first()
            .filter(|mark| mark.start == 0)
            .map(|mark| std::mem::discriminant(&mark.kind))
    };
    let lead = items.first().and_then(style);
    for item in items {
        // Values of the field before, which lost their indentation: set in another way, after a
        // text that announces them.
        let announced = fields.last().is_some_and(|last: &Field| {
            last.description.trim_end().ends_with(':') || !last.children.is_empty()
        });
        if lead.is_some() && style(item) != lead && announced {
            hits += 1;
            if let Some(last) = fields.last_mut() {
                last.children.extend(field::read(&item.text, item.location));
            }
            continue;
        }
        let mut read = field::read(&item.text, Some(item.location.unwrap_or(location)));
        // Lines under the name: type, then text.
        read.retain(|field| field.strength > 0 || trusted);
        if read.is_empty() {
            continue;
        }
        hits += 1;
        for field in &mut read {
            add_children(field, &item.children, depth);
        }
        fields.extend(read);
    }
    let strong = fields.iter().all(|field| field.strength >= 2);
    let enough = if trusted {
        hits * 2 > items.len()
    } else {
        hits == items.len() && strong
    };
    (enough && !fields.is_empty()).then_some(fields)
}

/// Reads definitions as fields.
pub(crate) fn definitions(list: &[Definition], trusted: bool) -> Option<Vec<Field>> {
    let mut fields = Vec::new();
    let mut hits = 0_usize;
    for definition in list {
        let mut read = field::read(&definition.term, Some(definition.location));
        if read.is_empty()
            && let Some((name, required)) = field::clean_name(&definition.term.plain)
        {
            read.push(Field {
                name,
                required,
                location: Some(definition.location),
                strength: 2,
                ..Field::default()
            });
        }
        if read.is_empty() {
            continue;
        }
        hits += 1;
        for field in &mut read {
            field.strength = field.strength.max(2);
            add_children(field, &definition.body, 0);
        }
        fields.extend(read);
    }
    let enough = if trusted {
        hits * 2 > list.len()
    } else {
        hits == list.len()
    };
    (enough && !fields.is_empty()).then_some(fields)
}

/// Reads the blocks under a field: more prose about it, or its own fields.
pub(crate) fn add_children(field: &mut Field, blocks: &[Block], depth: usize) {
    if depth > DEPTH {
        return;
    }
    for block in blocks {
        match &block.kind {
            BlockKind::Paragraph(text) => absorb(field, text),
            BlockKind::List(items) => {
                let structured = field.schema.kinds.is_empty()
                    || field.schema.allows(Kind::Object)
                    || field.schema.allows(Kind::Array);
                if values_of(field, items) || !structured {
                    continue;
                }
                if let Some(children) = nested_fields(items, block.location, false, depth + 1) {
                    field.children.extend(children);
                }
            }
            BlockKind::Definitions(list) => {
                if let Some(children) = definitions(list, false) {
                    field.children.extend(children);
                }
            }
            BlockKind::Table(inner) => {
                if let Some(read) = table::fields(inner, block.location, false) {
                    field.children.extend(read.list);
                }
            }
            BlockKind::Quote(children) => add_children(field, children, depth + 1),
            BlockKind::Component { children, .. } => {
                let fields = component_fields(block);
                if fields.is_empty() {
                    add_children(field, children, depth + 1);
                } else {
                    field.children.extend(fields);
                }
            }
            BlockKind::Heading { .. } | BlockKind::Code { .. } | BlockKind::Exchange(_) => {}
        }
    }
}

/// A paragraph under a name: perhaps its type and flags, then prose.
fn absorb(field: &mut Field, text: &Text) {
    if field.description.is_empty() {
        let mut line = Text::plain("_: ");
        let shift = line.plain.len();
        line.plain.push_str(&text.plain);
        line.marks = text
            .marks
            .iter()
            .map(|mark| crate::document::Mark {
                start: mark.start + shift,
                end: mark.end + shift,
                kind: mark.kind.clone(),
            })
            .collect();
        if let Some(read) = field::read(&line, None).into_iter().next() {
            if field.schema.is_open() {
                field.schema = read.schema;
            }
            field.required = field.required.or(read.required);
            field.place = field.place.or(read.place);
            field.deprecated |= read.deprecated;
            field.description = read.description;
            return;
        }
    }
    if field.description.len() > PROSE {
        return;
    }
    if !field.description.is_empty() {
        field.description.push(' ');
    }
    let whole = format!("{}{}", field.description, text.plain);
    field::from_prose(field, &whole);
}

/// A nested list of values: each item is one quoted word. Fields have types or longer texts.
fn values_of(field: &mut Field, items: &[Item]) -> bool {
    let lead = field.description.to_lowercase();
    let announced = ["value", "one of", "options:", "either", "can be"]
        .iter()
        .any(|word| lower_tail(&lead).contains(word));
    let scalar = !field.schema.kinds.is_empty()
        && !field.schema.allows(Kind::Object)
        && !field.schema.allows(Kind::Array);
    if !(announced || scalar) {
        return false;
    }
    let values: Option<Vec<_>> = items
        .iter()
        .map(|item| {
            field::read(&item.text, None)
                .into_iter()
                .next()
                .filter(|read| read.schema.kinds.is_empty() || scalar)
                .map(|read| read.name)
        })
        .collect();
    let Some(values) = values.filter(|values| values.len() > 1) else {
        return scalar;
    };
    if field.schema.values.is_empty()
        && (field.schema.kinds.is_empty() || field.schema.allows(Kind::String))
    {
        field.schema.admit(Kind::String);
        field.schema.values = values.into_iter().map(serde_json::Value::String).collect();
    }
    true
}

fn lower_tail(text: &str) -> &str {
    let mut start = text.len().saturating_sub(60);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..]
}

/// Fields that components state by attributes: `<ParamField path="id" type="string" required>`,
/// `{% swagger-parameter in="body" name="x" %}`, `<Parameter name="x" in="query">`; and those in
/// components around them.
pub(crate) fn component_fields(block: &Block) -> Vec<Field> {
    let BlockKind::Component {
        name: tag,
        attributes,
        children,
    } = &block.kind
    else {
        return Vec::new();
    };
    let attribute = |wanted: &[&str]| {
        attributes
            .iter()
            .find(|(name, _)| wanted.contains(&name.to_ascii_lowercase().as_str()))
            .map(|(_, value)| value.as_str())
    };
    let lower = tag.to_ascii_lowercase();
    if lower.contains("response") || lower.contains("status") {
        return Vec::new();
    }
    let stated: Vec<_> = attributes
        .iter()
        .filter(|(_, value)| value.starts_with(['{', '[']))
        .filter_map(|(_, value)| serde_json::from_str(value).ok())
        .flat_map(|value| json_fields(&value, block.location))
        .collect();
    if !stated.is_empty() {
        return stated;
    }
    let by_place = attributes.iter().find_map(|(name, value)| {
        let place = field::place_word(name)?;
        field::is_name(value).then(|| (value.clone(), Some(place)))
    });
    let named = by_place.or_else(|| {
        let name = attribute(&["name", "field", "key", "param", "parameter"])
            .filter(|name| field::is_name(name))?;
        let telling = attribute(&["type", "in", "location", "required", "place"]).is_some()
            || ["param", "field", "property", "argument", "attribute"]
                .iter()
                .any(|word| lower.contains(word));
        telling.then(|| (name.to_owned(), None))
    });
    let Some((name, place)) = named else {
        return children.iter().flat_map(component_fields).collect();
    };
    let (name, decorated) = field::clean_name(&name).unwrap_or((name, None));
    let place = place.or_else(|| {
        attribute(&["in", "location", "place", "paramtype"]).and_then(field::place_word)
    });
    let required = match attribute(&["required", "isrequired"]) {
        Some("false" | "no") => Some(false),
        Some(_) => Some(true),
        None if attribute(&["optional"]).is_some_and(|value| value != "false") => Some(false),
        None => decorated,
    };
    let mut found = Field {
        name,
        place,
        required,
        deprecated: attribute(&["deprecated"]).is_some_and(|value| value != "false"),
        location: Some(block.location),
        strength: 3,
        ..Field::default()
    };
    let schema = attribute(&["schema"])
        .and_then(|schema| serde_json::from_str(schema).ok())
        .filter(serde_json::Value::is_object);
    if let Some(schema) = schema {
        found.schema = schema_of_json(&schema, 0);
    } else if let Some(kind) = attribute(&["type", "datatype", "schema", "schemaname"]) {
        found.schema = types::read(kind).unwrap_or_default();
    }
    if let Some(default) = attribute(&["default", "initialvalue", "defaultvalue"]) {
        found.schema.default = words::value_of(default, &found.schema);
    }
    if let Some(text) = attribute(&["description", "desc"]) {
        field::from_prose(&mut found, text);
    }
    add_children(&mut found, children, 0);
    // Silence about it, where `required` can be said, says that it is optional.
    found.required = found.required.or(Some(found.place == Some(Place::Path)));
    vec![found]
}

/// Parameter objects (`OpenAPI` 3.1, 4.8.12) that a component carries as JSON:
/// `param={{"name": "id", "in": "path", "schema": {…}}}`, or a list of them.
fn json_fields(value: &serde_json::Value, location: Location) -> Vec<Field> {
    let one = |value: &serde_json::Value| {
        let text = |key: &str| value.get(key).and_then(serde_json::Value::as_str);
        let place = text("in").and_then(field::place_word)?;
        let mut found = Field {
            name: text("name").filter(|name| field::is_name(name))?.to_owned(),
            place: Some(place),
            deprecated: value.get("deprecated") == Some(&serde_json::Value::Bool(true)),
            location: Some(location),
            strength: 3,
            ..Field::default()
        };
        if let Some(schema) = value
            .get("schema")
            .or_else(|| value.get("type").map(|_| value))
        {
            found.schema = schema_of_json(schema, 0);
        }
        if let Some(description) = text("description") {
            field::from_prose(&mut found, description);
        }
        let required = value.get("required").and_then(serde_json::Value::as_bool);
        found.required = Some(required.unwrap_or(place == Place::Path));
        Some(found)
    };
    match value {
        serde_json::Value::Array(list) => list.iter().filter_map(one).collect(),
        value => one(value).into_iter().collect(),
    }
}

/// As much of a JSON Schema as [`Schema`] holds.
fn schema_of_json(value: &serde_json::Value, depth: usize) -> Schema {
    let mut schema = Schema::default();
    if depth > DEPTH {
        return schema;
    }
    let names = match value.get("type") {
        Some(serde_json::Value::Array(list)) => {
            list.iter().filter_map(|name| name.as_str()).collect()
        }
        Some(name) => name.as_str().into_iter().collect(),
        None => Vec::new(),
    };
    for name in names {
        if let Some(kind) = Kind::parse(name) {
            schema.admit(kind);
        }
    }
    let text = |key: &str| value.get(key).and_then(serde_json::Value::as_str);
    schema.format = text("format").map(str::to_owned);
    schema.default = value.get("default").cloned();
    schema.values = value
        .get("enum")
        .and_then(serde_json::Value::as_array)
        .cloned()
        .unwrap_or_default();
    schema.items = value
        .get("items")
        .map(|items| Box::new(schema_of_json(items, depth + 1)));
    let required: Vec<_> = value
        .get("required")
        .and_then(serde_json::Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|name| name.as_str())
        .collect();
    for (name, property) in value
        .get("properties")
        .and_then(serde_json::Value::as_object)
        .into_iter()
        .flatten()
    {
        schema.properties.push(crate::schema::Property {
            name: name.clone(),
            required: required.contains(&name.as_str()),
            deprecated: property.get("deprecated") == Some(&serde_json::Value::Bool(true)),
            schema: schema_of_json(property, depth + 1),
            description: property
                .get("description")
                .and_then(serde_json::Value::as_str)
                .map(str::to_owned),
            ..crate::schema::Property::default()
        });
    }
    schema
}
