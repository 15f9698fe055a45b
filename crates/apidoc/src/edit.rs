//! What a person corrects in an `OpenAPI` document: a log of edits, replayed on every new version of
//! it.
//!
//! Each edit names what it is about as the document calls it at that point of the log, so what was
//! renamed is edited on under its new name. One that finds nothing any more is given back.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::calls::resolved;
use crate::extract::route_parameters;

/// A correction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// The method, in capitals.
    pub method: String,
    /// The path.
    pub path: String,
    /// What of the operation.
    pub field: Field,
    /// What it is from now on.
    pub value: String,
}

/// What is corrected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Field {
    /// The one line.
    Summary,
    /// The prose.
    Description,
    /// Whether it is advised against: `true` or `false`.
    Deprecated,
    /// A parameter.
    Parameter {
        /// Its place, as `OpenAPI` calls it.
        place: String,
        /// Its name.
        name: String,
        /// What of it.
        part: Part,
    },
    /// A member of the request's body.
    Member {
        /// The names that lead to it; `[]` goes into an array.
        path: Vec<String>,
        /// What of it.
        part: Part,
    },
}

/// What is corrected of a parameter or member.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// Its name.
    Name,
    /// Its type, as JSON Schema calls it.
    Type,
    /// Whether it must be given: `true` or `false`.
    Required,
    /// The prose.
    Description,
}

/// The types that an edit may give.
pub const TYPES: [&str; 6] = ["string", "integer", "number", "boolean", "array", "object"];

/// Replays edits; which of them, counted from 0, could not be applied.
pub fn apply(document: &mut Value, edits: &[Edit]) -> Vec<usize> {
    (0..)
        .zip(edits)
        .filter(|(_, edit)| one(document, edit).is_none())
        .map(|(number, _)| number)
        .collect()
}

/// Applies an edit; none if there is nothing that it is about, or it would make the document invalid.
fn one(document: &mut Value, edit: &Edit) -> Option<()> {
    let method = edit.method.to_ascii_lowercase();
    match &edit.field {
        Field::Summary => {
            text(operation(document, &edit.path, &method)?, "summary", edit);
            Some(())
        }
        Field::Description => {
            let operation = operation(document, &edit.path, &method)?;
            text(operation, "description", edit);
            Some(())
        }
        Field::Deprecated => {
            let operation = operation(document, &edit.path, &method)?;
            flag(operation, "deprecated", edit);
            Some(())
        }
        Field::Parameter { place, name, part } => {
            own_parameters(document, &edit.path, &method)?;
            parameter(document, edit, &method, place, name, *part)
        }
        Field::Member { path, part } => member(document, edit, &method, path, *part),
    }
}

fn operation<'a>(
    document: &'a mut Value,
    path: &str,
    method: &str,
) -> Option<&'a mut Map<String, Value>> {
    document
        .get_mut("paths")?
        .get_mut(path)?
        .get_mut(method)?
        .as_object_mut()
}

fn text(object: &mut Map<String, Value>, key: &str, edit: &Edit) {
    if edit.value.trim().is_empty() {
        object.shift_remove(key);
    } else {
        object.insert(key.to_owned(), json!(edit.value.trim()));
    }
}

fn flag(object: &mut Map<String, Value>, key: &str, edit: &Edit) {
    if edit.value == "true" {
        object.insert(key.to_owned(), json!(true));
    } else {
        object.shift_remove(key);
    }
}

/// Has the operation hold its parameters itself: those of its path too, and none by reference.
fn own_parameters(document: &mut Value, path: &str, method: &str) -> Option<()> {
    let given = document.get("paths")?.get(path)?.get(method)?;
    let all = crate::calls::parameters(document, path, given);
    operation(document, path, method)?.insert("parameters".to_owned(), Value::Array(all));
    Some(())
}

fn parameter(
    document: &mut Value,
    edit: &Edit,
    method: &str,
    place: &str,
    name: &str,
    part: Part,
) -> Option<()> {
    let is = |parameter: &Value, name: &str| {
        parameter.get("in").and_then(Value::as_str) == Some(place)
            && parameter.get("name").and_then(Value::as_str) == Some(name)
    };
    if part == Part::Name {
        let new = edit.value.trim();
        let known = operation(document, &edit.path, method)?
            .get("parameters")?
            .as_array()?;
        let is_taken = known.iter().any(|parameter| is(parameter, new));
        if new.is_empty() || new == name || is_taken {
            return (new == name).then_some(());
        }
        if place == "path" {
            return rename_in_path(document, edit, method, name, new);
        }
    }
    let parameters = operation(document, &edit.path, method)?
        .get_mut("parameters")?
        .as_array_mut()?;
    let found = parameters
        .iter_mut()
        .find(|parameter| is(parameter, name))?
        .as_object_mut()?;
    match part {
        Part::Name => {
            found.insert("name".to_owned(), json!(edit.value.trim()));
            Some(())
        }
        Part::Type => retype(
            found.entry("schema").or_insert_with(|| json!({})),
            &edit.value,
        ),
        // A part of a path cannot be left out.
        Part::Required if place == "path" => (edit.value == "true").then_some(()),
        Part::Required => {
            flag(found, "required", edit);
            Some(())
        }
        Part::Description => {
            text(found, "description", edit);
            Some(())
        }
    }
}

/// Renames a part of the path: the operation moves to the new path.
fn rename_in_path(
    document: &mut Value,
    edit: &Edit,
    method: &str,
    name: &str,
    new: &str,
) -> Option<()> {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '$');
    if !new.chars().all(is_plain) || !route_parameters(&edit.path).contains(&name) {
        return None;
    }
    let path = edit
        .path
        .replace(&format!("{{{name}}}"), &format!("{{{new}}}"));
    let paths = document.get_mut("paths")?.as_object_mut()?;
    if paths
        .get(&path)
        .is_some_and(|item| item.get(method).is_some())
    {
        return None;
    }
    let mut moved = paths
        .get_mut(&edit.path)?
        .as_object_mut()?
        .shift_remove(method)?;
    for parameter in moved.get_mut("parameters")?.as_array_mut()? {
        let is_it = parameter.get("in").and_then(Value::as_str) == Some("path")
            && parameter.get("name").and_then(Value::as_str) == Some(name);
        if let (true, Some(parameter)) = (is_it, parameter.as_object_mut()) {
            parameter.insert("name".to_owned(), json!(new));
        }
    }
    // It stays where it was, so that a list of operations does not jump.
    let mut ordered = Map::new();
    for (key, item) in std::mem::take(paths) {
        let is_empty = crate::calls::METHODS
            .iter()
            .all(|method| item.get(*method).is_none());
        let was_here = key == edit.path;
        if !(was_here && is_empty) {
            ordered.insert(key, item);
        }
        if was_here
            && let Some(item) = ordered
                .entry(&path)
                .or_insert_with(|| json!({}))
                .as_object_mut()
        {
            item.insert(method.to_owned(), std::mem::take(&mut moved));
        }
    }
    *paths = ordered;
    Some(())
}

/// Gives a schema another type. What only fits the old one goes.
fn retype(schema: &mut Value, kind: &str) -> Option<()> {
    if !TYPES.contains(&kind) {
        return None;
    }
    let description = schema.get("description").cloned();
    let same = schema.get("type").and_then(Value::as_str) == Some(kind);
    if same {
        return Some(());
    }
    let mut new = Map::new();
    new.insert("type".to_owned(), json!(kind));
    if kind == "array" {
        new.insert("items".to_owned(), json!({}));
    }
    if let Some(description) = description {
        new.insert("description".to_owned(), description);
    }
    *schema = Value::Object(new);
    Some(())
}

fn member(
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
    edit_member(parent, last, part, edit)?;
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

fn descend<'a>(document: &Value, schema: &'a mut Value, path: &[String]) -> Option<&'a mut Value> {
    if schema.get("$ref").is_some() {
        *schema = resolved(document, schema);
    }
    let Some((first, rest)) = path.split_first() else {
        return Some(schema);
    };
    let next = if first == "[]" {
        schema.get_mut("items")?
    } else {
        schema.get_mut("properties")?.get_mut(first)?
    };
    descend(document, next, rest)
}

fn edit_member(parent: &mut Value, name: &str, part: Part, edit: &Edit) -> Option<()> {
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
        Part::Type => retype(properties.get_mut(name)?, &edit.value),
        Part::Description => {
            let member = properties.get_mut(name)?.as_object_mut()?;
            text(member, "description", edit);
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

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(field: Field, value: &str) -> Edit {
        Edit {
            method: "POST".to_owned(),
            path: "/users/{id}/keys".to_owned(),
            field,
            value: value.to_owned(),
        }
    }

    fn parameter(place: &str, name: &str, part: Part) -> Field {
        Field::Parameter {
            place: place.to_owned(),
            name: name.to_owned(),
            part,
        }
    }

    fn member(path: &[&str], part: Part) -> Field {
        Field::Member {
            path: path.iter().map(|&name| name.to_owned()).collect(),
            part,
        }
    }

    fn document() -> Value {
        json!({ "openapi": "3.1.1", "paths": {
            "/users/{id}/keys": {
                "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }],
                "post": {
                    "parameters": [{ "name": "dry", "in": "query", "schema": { "type": "string", "enum": ["a"] } }],
                    "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Key" } } } },
                    "responses": {}
                },
                "get": { "responses": {} }
            }
        }, "components": { "schemas": { "Key": { "type": "object", "required": ["title"], "properties": {
            "title": { "type": "string" }, "owner": { "type": "object", "properties": { "name": {} } }
        } } } } })
    }

    #[test]
    fn what_is_renamed_is_edited_on_under_its_new_name() {
        let mut document = document();
        let lost = apply(
            &mut document,
            &[
                edit(Field::Summary, "Adds a key"),
                edit(parameter("query", "dry", Part::Name), "dry_run"),
                edit(parameter("query", "dry_run", Part::Type), "boolean"),
                edit(parameter("query", "dry_run", Part::Required), "true"),
            ],
        );
        assert!(lost.is_empty(), "{lost:?}");
        let operation = &document["paths"]["/users/{id}/keys"]["post"];
        assert_eq!(operation["summary"], "Adds a key");
        assert_eq!(
            operation["parameters"][0],
            json!({ "name": "dry_run", "in": "query", "schema": { "type": "boolean" }, "required": true })
        );
        // That of the path is the operation's own now.
        assert_eq!(operation["parameters"][1]["name"], "id");
    }

    #[test]
    fn a_part_of_the_path_is_renamed_with_the_path() {
        let mut document = document();
        let rename = edit(parameter("path", "id", Part::Name), "user_id");
        let mut after = edit(Field::Summary, "Adds a key");
        after.path = "/users/{user_id}/keys".to_owned();
        assert!(apply(&mut document, &[rename, after]).is_empty());
        assert_eq!(
            document["paths"]["/users/{user_id}/keys"]["post"]["summary"],
            "Adds a key"
        );
        assert!(document["paths"]["/users/{id}/keys"].get("get").is_some());
        assert!(document["paths"]["/users/{id}/keys"].get("post").is_none());
    }

    #[test]
    fn members_are_edited_without_those_who_share_their_schema() {
        let mut document = document();
        let lost = apply(
            &mut document,
            &[
                edit(member(&["title"], Part::Name), "label"),
                edit(member(&["owner", "name"], Part::Type), "string"),
                edit(member(&["owner"], Part::Required), "true"),
            ],
        );
        assert!(lost.is_empty(), "{lost:?}");
        let schema = &document["paths"]["/users/{id}/keys"]["post"]["requestBody"]["content"]["application/json"]
            ["schema"];
        assert_eq!(schema["required"], json!(["label", "owner"]));
        assert_eq!(
            schema["properties"]["owner"]["properties"]["name"]["type"],
            "string"
        );
        assert!(document["components"]["schemas"]["Key"]["properties"]["title"].is_object());
    }

    #[test]
    fn what_would_spoil_the_document_is_given_back() {
        let mut document = document();
        let before = document.clone();
        let mut stray = edit(Field::Summary, "x");
        stray.path = "/nowhere".to_owned();
        let lost = apply(
            &mut document,
            &[
                stray,
                edit(parameter("query", "none", Part::Type), "integer"),
                edit(parameter("query", "dry", Part::Name), " "),
                edit(parameter("query", "dry", Part::Type), "tuple"),
                edit(parameter("path", "id", Part::Name), "a/b"),
                edit(parameter("path", "id", Part::Required), "false"),
                edit(member(&["nothing"], Part::Required), "true"),
            ],
        );
        assert_eq!(lost, [0, 1, 2, 3, 4, 5, 6]);
        assert_eq!(document["components"], before["components"]);
        assert_eq!(
            document["paths"]["/users/{id}/keys"]["get"],
            before["paths"]["/users/{id}/keys"]["get"]
        );
    }
}
