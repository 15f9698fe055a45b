//! What moves an operation: another method, another path, another name for a part of the path.

use serde_json::{Map, Value, json};

use super::operation;
use crate::calls::METHODS;
use crate::extract::route_parameters;

/// Gives an operation another method.
pub(super) fn set_method(document: &mut Value, path: &str, method: &str, new: &str) -> Option<()> {
    let new = new.to_ascii_lowercase();
    if !METHODS.contains(&new.as_str()) {
        return None;
    }
    relocate(document, (path, method), (path, &new))
}

/// Gives an operation another path. Its parameters are its own by now. Parts of the path that are
/// called otherwise keep what is known of them, those that are new become parameters, and those that
/// are gone go.
pub(super) fn set_path(document: &mut Value, path: &str, method: &str, new: &str) -> Option<()> {
    if !is_path(new) {
        return None;
    }
    let (before, after) = (route_parameters(path), route_parameters(new));
    relocate(document, (path, method), (new, method))?;
    let mut gone = before.iter().filter(|name| !after.contains(name));
    let come = after.iter().filter(|name| !before.contains(name));
    let renamed: Vec<(&str, Option<&str>)> =
        come.map(|name| (*name, gone.next().copied())).collect();
    let gone: Vec<&str> = gone.copied().collect();
    let operation = operation(document, new, method)?;
    let parameters = operation.get_mut("parameters")?.as_array_mut()?;
    parameters.retain(|parameter| !gone.iter().any(|name| is_part(parameter, name)));
    for (name, known_as) in renamed {
        let known = known_as.and_then(|known_as| {
            let known = parameters.iter_mut().find(|it| is_part(it, known_as));
            known.and_then(Value::as_object_mut)
        });
        match known {
            Some(known) => {
                known.insert("name".to_owned(), json!(name));
            }
            None => parameters.push(json!({
                "name": name, "in": "path", "required": true, "schema": { "type": "string" }
            })),
        }
    }
    if parameters.is_empty() {
        operation.shift_remove("parameters");
    }
    Some(())
}

/// Renames a part of the path.
pub(super) fn rename(
    document: &mut Value,
    path: &str,
    method: &str,
    name: &str,
    new: &str,
) -> Option<()> {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '$');
    if !new.chars().all(is_plain) || !route_parameters(path).contains(&name) {
        return None;
    }
    let moved = path.replace(&format!("{{{name}}}"), &format!("{{{new}}}"));
    set_path(document, path, method, &moved)
}

fn is_part(parameter: &Value, name: &str) -> bool {
    parameter.get("in").and_then(Value::as_str) == Some("path")
        && parameter.get("name").and_then(Value::as_str) == Some(name)
}

/// Whether a text is a path as documents have it: braces are in pairs and hold a name.
fn is_path(text: &str) -> bool {
    let mut open = None;
    for (at, c) in text.char_indices() {
        match (c, open) {
            ('{', None) => open = Some(at),
            ('}', Some(start)) if at > start + 1 => open = None,
            ('{' | '}', _) => return false,
            (c, _) if c.is_whitespace() || matches!(c, '?' | '#') => return false,
            _ => {}
        }
    }
    text.starts_with('/') && open.is_none()
}

/// Moves an operation, to where none is yet.
fn relocate(document: &mut Value, from: (&str, &str), to: (&str, &str)) -> Option<()> {
    if from == to {
        return Some(());
    }
    let paths = document.get_mut("paths")?.as_object_mut()?;
    let is_there = paths.contains_key(to.0);
    if paths.get(to.0).is_some_and(|item| item.get(to.1).is_some()) {
        return None;
    }
    let moved = paths.get(from.0)?.get(from.1)?.clone();
    // It stays where it was, so that a list of operations does not jump.
    let mut ordered = Map::new();
    for (key, mut item) in std::mem::take(paths) {
        let was_here = key == from.0;
        if was_here && let Some(members) = item.as_object_mut() {
            *members = std::mem::take(members)
                .into_iter()
                .filter_map(|(method, value)| match method == from.1 {
                    true if from.0 == to.0 => Some((to.1.to_owned(), value)),
                    true => None,
                    false => Some((method, value)),
                })
                .collect();
        }
        if key == to.0
            && from.0 != to.0
            && let Some(members) = item.as_object_mut()
        {
            members.insert(to.1.to_owned(), moved.clone());
        }
        let is_empty = METHODS.iter().all(|method| item.get(*method).is_none());
        if !(was_here && is_empty) {
            ordered.insert(key, item);
        }
        if was_here && !is_there {
            ordered.insert(to.0.to_owned(), json!({ (to.1): moved.clone() }));
        }
    }
    *paths = ordered;
    Some(())
}
