//! Lists, definition lists and components of fields.

use crate::api::Place;
use crate::document::{Block, BlockKind, Definition, Item, Location, Text};
use crate::schema::Kind;

use super::field::{self, Field};
use super::{table, types, words};

/// How deep fields may nest.
const DEPTH: usize = 12;

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
    if lower.contains("response") {
        return Vec::new();
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
    if let Some(kind) = attribute(&["type", "datatype", "schema"]) {
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
