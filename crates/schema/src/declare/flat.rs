//! One schema with all that it is put together from: what its references and its `allOf` say, as
//! if it said so itself.

use serde_json::{Map, Value};

use super::Undeclared;
use super::document::resolve;

/// A schema with its parts put into it. `$ref` and `allOf` are gone.
///
/// A part that leads back to itself says nothing more, and is left out.
pub(super) fn flat(
    document: &Value,
    schema: &Map<String, Value>,
) -> Result<Map<String, Value>, Undeclared> {
    let mut whole = Map::new();
    gather(document, schema, &mut Vec::new(), &mut whole)?;
    Ok(whole)
}

fn gather<'a>(
    document: &'a Value,
    schema: &'a Map<String, Value>,
    seen: &mut Vec<&'a str>,
    whole: &mut Map<String, Value>,
) -> Result<(), Undeclared> {
    // The schema's own words first: they are the more special ones.
    merge(whole, schema);
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str)
        && !seen.contains(&reference)
    {
        let part = resolve(document, reference)
            .ok_or_else(|| Undeclared::Reference(reference.to_owned()))?;
        if let Value::Object(part) = part {
            seen.push(reference);
            gather(document, part, seen, whole)?;
            seen.pop();
        }
    }
    let parts = schema.get("allOf").and_then(Value::as_array);
    for part in parts.into_iter().flatten() {
        if let Value::Object(part) = part {
            gather(document, part, seen, whole)?;
        }
    }
    Ok(())
}

/// Adds to a schema what another demands as well.
pub(super) fn merge(whole: &mut Map<String, Value>, part: &Map<String, Value>) {
    for (keyword, value) in part {
        match (keyword.as_str(), whole.get_mut(keyword), value) {
            ("$ref" | "allOf", ..) => {}
            (_, None, _) => {
                whole.insert(keyword.clone(), value.clone());
            }
            ("properties", Some(Value::Object(known)), Value::Object(more)) => {
                for (name, schema) in more {
                    match (known.get_mut(name), schema) {
                        (None, _) => {
                            known.insert(name.clone(), schema.clone());
                        }
                        // Both hold: the one that says more is believed.
                        (Some(known), Value::Object(members))
                            if known.as_object().is_some_and(|it| it.len() < members.len())
                                && known.get("const").is_none()
                                && known.get("$ref").is_none() =>
                        {
                            *known = schema.clone();
                        }
                        _ => {}
                    }
                }
            }
            ("required", Some(Value::Array(known)), Value::Array(more)) => {
                for name in more {
                    if !known.contains(name) {
                        known.push(name.clone());
                    }
                }
            }
            // The first that says it is the most special one.
            _ => {}
        }
    }
}
