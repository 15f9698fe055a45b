//! What a person corrects in an `OpenAPI` document: a log of edits, replayed on every new version of
//! it.
//!
//! Each edit names what it is about as the document calls it at that point of the log, so what was
//! renamed is edited on under its new name. One that finds nothing any more is given back.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

mod body;
mod route;

pub use body::media_type;

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
    /// Its method: the operation moves.
    Method,
    /// Its path: the operation moves, and the parts of the path become its parameters.
    Path,
    /// The group that it belongs to; an empty one for none.
    Tag,
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
    /// Where it goes: `query`, `header` or `cookie`. What is a part of the path is told by the path.
    Place,
    /// Its type, as JSON Schema calls it.
    Type,
    /// Whether it must be given: `true` or `false`.
    Required,
    /// The prose.
    Description,
}

/// The types that an edit may give.
pub const TYPES: [&str; 6] = ["string", "integer", "number", "boolean", "array", "object"];
/// The places that an edit may give.
const PLACES: [&str; 3] = ["query", "header", "cookie"];

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
        Field::Method => route::set_method(document, &edit.path, &method, edit.value.trim()),
        Field::Path => {
            own_parameters(document, &edit.path, &method)?;
            route::set_path(document, &edit.path, &method, edit.value.trim())
        }
        Field::Tag => {
            tag(operation(document, &edit.path, &method)?, edit.value.trim());
            Some(())
        }
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
        Field::Member { path, part } => body::member(document, edit, &method, path, *part),
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

/// Puts a group in place of the first, by which lists are made.
fn tag(operation: &mut Map<String, Value>, name: &str) {
    let tags = operation.get("tags").and_then(Value::as_array);
    let others = tags.into_iter().flatten().skip(1).cloned();
    let first = (!name.is_empty()).then(|| json!(name));
    let others: Vec<Value> = others
        .filter(|other| Some(other) != first.as_ref())
        .collect();
    let tags: Vec<Value> = first.into_iter().chain(others).collect();
    if tags.is_empty() {
        operation.shift_remove("tags");
    } else {
        operation.insert("tags".to_owned(), Value::Array(tags));
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
            return route::rename(document, &edit.path, method, name, new);
        }
    }
    if part == Part::Place {
        let new = edit.value.trim();
        let known = operation(document, &edit.path, method)?
            .get("parameters")?
            .as_array()?;
        let is_taken = known.iter().any(|parameter| {
            parameter.get("in").and_then(Value::as_str) == Some(new)
                && parameter.get("name").and_then(Value::as_str) == Some(name)
        });
        if place == "path" || !PLACES.contains(&new) || is_taken {
            return (new == place).then_some(());
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
        Part::Place => {
            found.insert("in".to_owned(), json!(edit.value.trim()));
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
    fn an_operation_moves_to_another_method_and_path() {
        let mut document = document();
        let at = |method: &str, path: &str, field: Field, value: &str| Edit {
            method: method.to_owned(),
            path: path.to_owned(),
            field,
            value: value.to_owned(),
        };
        let lost = apply(
            &mut document,
            &[
                edit(Field::Method, "PUT"),
                at(
                    "PUT",
                    "/users/{id}/keys",
                    Field::Path,
                    "/users/{user}/keys/{key}",
                ),
                at("PUT", "/users/{user}/keys/{key}", Field::Tag, "Keys"),
                // One that is taken, and what is none.
                at(
                    "PUT",
                    "/users/{user}/keys/{key}",
                    Field::Path,
                    "/users/{id}/keys{",
                ),
                at("GET", "/users/{id}/keys", Field::Method, "FETCH"),
                at("PUT", "/users/{user}/keys/{key}", Field::Method, "put"),
            ],
        );
        assert_eq!(lost, [3, 4]);
        let paths: Vec<_> = document["paths"].as_object().unwrap().keys().collect();
        assert_eq!(paths, ["/users/{id}/keys", "/users/{user}/keys/{key}"]);
        let operation = &document["paths"]["/users/{user}/keys/{key}"]["put"];
        assert_eq!(operation["tags"], json!(["Keys"]));
        let names: Vec<_> = operation["parameters"]
            .as_array()
            .unwrap()
            .iter()
            .map(|parameter| parameter["name"].as_str().unwrap())
            .collect();
        assert_eq!(names, ["dry", "user", "key"]);
        let mut back = edit(Field::Path, "/users");
        "PUT".clone_into(&mut back.method);
        "/users/{user}/keys/{key}".clone_into(&mut back.path);
        assert!(apply(&mut document, &[back]).is_empty());
        let left = &document["paths"]["/users"]["put"]["parameters"];
        assert_eq!(left.as_array().map(Vec::len), Some(1));
    }

    #[test]
    fn an_operation_moves_beside_those_of_another_path() {
        let mut document = json!({ "paths": {
            "/a": { "get": { "summary": "A" } },
            "/b": { "post": { "summary": "B" } }
        } });
        let mut to = edit(Field::Path, "/b");
        "GET".clone_into(&mut to.method);
        "/a".clone_into(&mut to.path);
        assert!(apply(&mut document, &[to]).is_empty());
        assert_eq!(
            document,
            json!({ "paths": { "/b": {
                "post": { "summary": "B" },
                "get": { "summary": "A" }
            } } })
        );
    }

    #[test]
    fn a_parameter_goes_to_another_place() {
        let mut document = document();
        let lost = apply(
            &mut document,
            &[
                edit(parameter("query", "dry", Part::Place), "header"),
                edit(parameter("header", "dry", Part::Place), "path"),
                edit(parameter("path", "id", Part::Place), "query"),
            ],
        );
        assert_eq!(lost, [1, 2]);
        let operation = &document["paths"]["/users/{id}/keys"]["post"];
        assert_eq!(operation["parameters"][0]["in"], "header");
    }

    #[test]
    fn members_of_parts_and_of_references_are_edited() {
        let mut document = document();
        let content = "application/json";
        document["paths"]["/users/{id}/keys"]["post"]["requestBody"]["content"][content]["schema"] = json!({ "allOf": [
                { "type": "object", "properties": { "kind": { "type": "string" } } },
                { "$ref": "#/components/schemas/Key" }
            ] });
        document["components"]["schemas"]["Key"]["properties"]["tag"] =
            json!({ "$ref": "#/components/schemas/Tag" });
        document["components"]["schemas"]["Tag"] = json!({ "type": "string" });
        let lost = apply(
            &mut document,
            &[
                edit(member(&["tag"], Part::Description), "What it is for"),
                edit(member(&["kind"], Part::Required), "true"),
                edit(member(&["owner", "name"], Part::Type), "string"),
            ],
        );
        assert!(lost.is_empty(), "{lost:?}");
        let schema = &document["paths"]["/users/{id}/keys"]["post"]["requestBody"]["content"]
            [content]["schema"];
        assert_eq!(schema["allOf"][0]["required"], json!(["kind"]));
        assert_eq!(
            schema["allOf"][1]["properties"]["tag"],
            json!({ "type": "string", "description": "What it is for" })
        );
        assert_eq!(
            document["components"]["schemas"]["Tag"],
            json!({ "type": "string" })
        );
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
