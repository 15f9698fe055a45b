//! Corrections of the members of a body.

use serde_json::{Map, Value, json};

use super::{Edit, Part, operation, retype, text};
use crate::calls::resolved;

/// Corrects a member of an operation's body. Other operations that share its schema keep it as it is.
pub(super) fn member(
    document: &mut Value,
    edit: &Edit,
    method: &str,
    path: &[String],
    part: Part,
) -> Option<()> {
    let (last, above) = path.split_last()?;
    let body = document
        .get("paths")?
        .get(&edit.path)?
        .get(method)?
        .get("requestBody")?;
    let body = resolved(document, body);
    let content = body.get("content")?.as_object()?;
    let media = media_type(content)?.to_owned();
    let mut schema = content.get(&media)?.get("schema")?.clone();
    // A reference is replaced by what it is to on the way: others that refer to it stay.
    let parent = descend(document, &mut schema, above)?;
    let parent = holder(document, parent, last)?;
    edit_member(document, parent, last, part, edit)?;
    let mut body = body;
    *body
        .get_mut("content")?
        .get_mut(&media)?
        .get_mut("schema")? = schema;
    operation(document, &edit.path, method)?.insert("requestBody".to_owned(), body);
    Some(())
}

/// The media type of a body that is shown and edited: JSON, else the first.
pub fn media_type(content: &Map<String, Value>) -> Option<&str> {
    content
        .keys()
        .find(|kind| kind.contains("json"))
        .or_else(|| content.keys().next())
        .map(String::as_str)
}

/// How deep parts of schemas are looked into.
const PARTS: usize = 8;

/// Replaces a reference by what it is to.
fn resolve(document: &Value, schema: &mut Value) {
    if schema.get("$ref").is_some() {
        *schema = resolved(document, schema);
    }
}

fn descend<'a>(document: &Value, schema: &'a mut Value, path: &[String]) -> Option<&'a mut Value> {
    resolve(document, schema);
    let Some((first, rest)) = path.split_first() else {
        return Some(schema);
    };
    let next = if first == "[]" {
        schema.get_mut("items")?
    } else {
        holder(document, schema, first)?
            .get_mut("properties")?
            .get_mut(first)?
    };
    descend(document, next, rest)
}

/// The schema, or the one of its parts (`allOf`), that has a member of this name.
fn holder<'a>(document: &Value, schema: &'a mut Value, name: &str) -> Option<&'a mut Value> {
    within(document, schema, name, PARTS)
}

fn within<'a>(
    document: &Value,
    schema: &'a mut Value,
    name: &str,
    depth: usize,
) -> Option<&'a mut Value> {
    let has = |schema: &Value| {
        let members = schema.get("properties");
        members.is_some_and(|members| members.get(name).is_some())
    };
    if has(schema) {
        return Some(schema);
    }
    let depth = depth.checked_sub(1)?;
    let parts = schema.get_mut("allOf")?.as_array_mut()?;
    parts.iter_mut().find_map(|part| {
        let mut own = part.clone();
        resolve(document, &mut own);
        // Only the part that is corrected is written out.
        within(document, &mut own, name, depth)?;
        *part = own;
        within(document, part, name, depth)
    })
}

fn edit_member(
    document: &Value,
    parent: &mut Value,
    name: &str,
    part: Part,
    edit: &Edit,
) -> Option<()> {
    let properties = parent.get_mut("properties")?.as_object_mut()?;
    match part {
        Part::Name => {
            let new = edit.value.trim();
            if new.is_empty() || !properties.contains_key(name) || properties.contains_key(new) {
                return (new == name).then_some(());
            }
            *properties = std::mem::take(properties)
                .into_iter()
                .map(|(key, value)| (if key == name { new.to_owned() } else { key }, value))
                .collect();
            let required = parent.get_mut("required").and_then(Value::as_array_mut);
            for entry in required.into_iter().flatten() {
                if entry == name {
                    *entry = json!(new);
                }
            }
            Some(())
        }
        // A body has one place.
        Part::Place => None,
        Part::Type => {
            let member = properties.get_mut(name)?;
            resolve(document, member);
            retype(member, &edit.value)
        }
        Part::Description => {
            let member = properties.get_mut(name)?;
            resolve(document, member);
            text(member.as_object_mut()?, "description", edit);
            Some(())
        }
        Part::Required => {
            properties.get(name)?;
            let parent = parent.as_object_mut()?;
            let mut required: Vec<Value> = parent
                .get("required")
                .and_then(Value::as_array)
                .cloned()
                .unwrap_or_default();
            required.retain(|entry| entry != name);
            if edit.value == "true" {
                required.push(json!(name));
            }
            if required.is_empty() {
                parent.shift_remove("required");
            } else {
                parent.insert("required".to_owned(), Value::Array(required));
            }
            Some(())
        }
    }
}
