//! One operation in full, out of an `OpenAPI` document.

use ichiban_apidoc::api::Evidence;
use ichiban_apidoc::calls::{parameters, pretty, resolved, sample};
use ichiban_apidoc::document::Location;
use ichiban_apidoc::edit::media_type;
use ichiban_engine::docs::operation::{Content, Detail, Member, Parameter, Response};
use ichiban_engine::docs::page::Place;
use serde_json::{Map, Value};

use crate::form::form;

/// The members of a schema that are shown.
const MEMBERS: usize = 400;
/// How deep members are shown.
const DEPTH: u8 = 8;
/// The schemas that are looked at: those that refer to themselves have no end.
const VISITS: u32 = 4_000;
/// How deep schemas are looked into, parts of parts included.
const LEVELS: u8 = 24;
/// The bytes of an example that are shown.
const EXAMPLE: usize = 64 * 1024;

/// The parts of `GET /path`.
pub(crate) fn parted(key: &str) -> Option<(&str, &str)> {
    key.split_once(' ')
}

/// An operation; `place` tells where evidence stands.
pub(crate) fn detail(
    document: &Value,
    key: &str,
    place: impl Fn(&Evidence) -> Option<Place>,
) -> Option<Detail> {
    let (method, path) = parted(key)?;
    let operation = document
        .get("paths")?
        .get(path)?
        .get(method.to_ascii_lowercase())?;
    let places: Vec<Place> = evidence(operation).iter().filter_map(&place).collect();
    let parameters = parameters(document, path, operation)
        .iter()
        .map(|parameter| Parameter {
            name: text(parameter, "name"),
            place: text(parameter, "in"),
            required: is(parameter, "required"),
            kind: kind(&schema(document, parameter)),
            values: values(&schema(document, parameter)),
            description: text(parameter, "description"),
            confidence: confidence(parameter),
            at: evidence(parameter).first().and_then(&place),
            quote: None,
        })
        .collect();
    let body = operation
        .get("requestBody")
        .map(|body| resolved(document, body))
        .and_then(|body| content(document, &body, &place));
    let responses = operation
        .get("responses")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
        .map(|(status, response)| {
            let response = resolved(document, response);
            Response {
                status: status.clone(),
                description: text(&response, "description"),
                content: content(document, &response, &place),
            }
        })
        .collect();
    Some(Detail {
        key: key.to_owned(),
        tag: tag(operation),
        summary: text(operation, "summary"),
        description: text(operation, "description"),
        deprecated: is(operation, "deprecated"),
        confidence: confidence(operation),
        places,
        parameters,
        body,
        responses,
        form: form(document, method, path),
        quote: None,
    })
}

/// What is said of where something is documented.
pub(crate) fn evidence(object: &Value) -> Vec<Evidence> {
    let list = object.get("x-evidence").and_then(Value::as_array);
    list.into_iter().flatten().filter_map(one).collect()
}

fn one(entry: &Value) -> Option<Evidence> {
    let size = |key: &str| usize::try_from(entry.get(key)?.as_u64()?).ok();
    let location = match entry.get("page").and_then(Value::as_u64) {
        Some(page) => {
            let mut area = [0.0; 4];
            let sides = entry.get("box").and_then(Value::as_array);
            for (side, value) in area.iter_mut().zip(sides.into_iter().flatten()) {
                // Points on a page are far below what is lost.
                #[expect(clippy::cast_possible_truncation)]
                let value = value.as_f64()? as f32;
                *side = value;
            }
            Location::Page {
                number: u32::try_from(page).ok()?,
                area,
            }
        }
        None => Location::Span {
            start: size("start")?,
            end: size("end")?,
            line: u32::try_from(size("line")?).ok()?,
        },
    };
    Some(Evidence {
        document: text(entry, "source"),
        location,
    })
}

pub(crate) fn confidence(object: &Value) -> Option<f32> {
    // Two digits.
    #[expect(clippy::cast_possible_truncation)]
    object
        .get("x-confidence")
        .and_then(Value::as_f64)
        .map(|value| value as f32)
}

pub(crate) fn text(object: &Value, key: &str) -> String {
    let value = object.get(key).and_then(Value::as_str);
    value.unwrap_or_default().to_owned()
}

/// The first group of an operation; empty if it is in none.
pub(crate) fn tag(operation: &Value) -> String {
    let tags = operation.get("tags").and_then(Value::as_array);
    let tag = tags.and_then(|tags| tags.first()?.as_str());
    tag.unwrap_or_default().to_owned()
}

pub(crate) fn is(object: &Value, key: &str) -> bool {
    object.get(key) == Some(&Value::Bool(true))
}

fn schema(document: &Value, object: &Value) -> Value {
    object
        .get("schema")
        .map(|schema| resolved(document, schema))
        .unwrap_or_default()
}

/// `integer`, `string (date)`, `string | null`, `array of string`.
fn kind(schema: &Value) -> String {
    let name = match schema.get("type") {
        Some(Value::String(kind)) => kind.clone(),
        Some(Value::Array(kinds)) => kinds
            .iter()
            .filter_map(Value::as_str)
            .collect::<Vec<_>>()
            .join(" | "),
        _ if schema.get("properties").is_some() => "object".to_owned(),
        _ => ["oneOf", "anyOf", "allOf"]
            .iter()
            .find(|key| schema.get(**key).is_some())
            .map_or_else(String::new, |key| (*key).to_owned()),
    };
    if name == "array" {
        let items = schema.get("items").map(kind).unwrap_or_default();
        return if items.is_empty() {
            name
        } else {
            format!("array of {items}")
        };
    }
    match schema.get("format").and_then(Value::as_str) {
        Some(format) => format!("{name} ({format})"),
        None => name,
    }
}

fn values(schema: &Value) -> Vec<String> {
    let listed = schema.get("enum").and_then(Value::as_array);
    listed
        .into_iter()
        .flatten()
        .take(24)
        .map(|value| match value {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        })
        .collect()
}

fn content(
    document: &Value,
    object: &Value,
    place: &dyn Fn(&Evidence) -> Option<Place>,
) -> Option<Content> {
    let content: &Map<String, Value> = object.get("content")?.as_object()?;
    let media_type = media_type(content)?.to_owned();
    let media = content.get(&media_type)?;
    let schema = media.get("schema").cloned().unwrap_or_default();
    let mut walk = Walk {
        document,
        place,
        members: Vec::new(),
        visits: VISITS,
    };
    let is_cut = !walk.schema(&schema, &mut Vec::new(), 0);
    let members = walk.members;
    let example = media
        .get("example")
        .cloned()
        .or_else(|| {
            let first = media.get("examples")?.as_object()?.values().next()?;
            first.get("value").cloned()
        })
        .unwrap_or_else(|| sample(document, &schema, ""));
    let mut example = match example {
        Value::String(text) => text,
        value => pretty(&value),
    };
    if example.len() > EXAMPLE {
        let end = (0..=EXAMPLE)
            .rev()
            .find(|at| example.is_char_boundary(*at))
            .unwrap_or(0);
        example.truncate(end);
        example.push('…');
    }
    Some(Content {
        media_type,
        members,
        is_cut,
        example,
    })
}

/// Lists the members of a schema.
struct Walk<'a> {
    document: &'a Value,
    place: &'a dyn Fn(&Evidence) -> Option<Place>,
    members: Vec<Member>,
    visits: u32,
}

impl Walk<'_> {
    /// Lists those of a schema that is nested in so many. False if there are more than are shown.
    fn schema(&mut self, schema: &Value, path: &mut Vec<String>, level: u8) -> bool {
        if self.visits == 0 || level > LEVELS {
            return false;
        }
        self.visits -= 1;
        let schema = resolved(self.document, schema);
        let depth = path.iter().filter(|name| *name != "[]").count();
        let depth = u8::try_from(depth).unwrap_or(u8::MAX);
        if depth > DEPTH {
            return false;
        }
        let mut is_whole = true;
        if let Some(items) = schema.get("items") {
            path.push("[]".to_owned());
            is_whole &= self.schema(items, path, level + 1);
            path.pop();
        }
        let parts = schema.get("allOf").and_then(Value::as_array);
        for part in parts.into_iter().flatten() {
            is_whole &= self.schema(part, path, level + 1);
        }
        let required = schema.get("required").and_then(Value::as_array);
        let members = schema.get("properties").and_then(Value::as_object);
        for (name, member) in members.into_iter().flatten() {
            if self.members.len() >= MEMBERS {
                return false;
            }
            let member = resolved(self.document, member);
            path.push(name.clone());
            self.members.push(Member {
                path: path.clone(),
                depth,
                name: name.clone(),
                kind: kind(&member),
                required: required.is_some_and(|list| list.iter().any(|entry| entry == name)),
                values: values(&member),
                description: text(&member, "description"),
                quote: None,
                at: evidence(&member).first().and_then(self.place),
            });
            is_whole &= self.schema(&member, path, level + 1);
            path.pop();
        }
        is_whole
    }
}

#[cfg(test)]
mod tests {
    use ichiban_apidoc::{Source, openapi, read};
    use ichiban_engine::docs::protocol::most;

    use super::*;

    #[test]
    fn a_field_of_a_body_leads_to_where_it_is_documented() {
        let text = "## Make a thing\n\n`POST /things`\n\n### Body\n\n| Name | Type |\n|--|--|\n| `title` | string |\n";
        let sources: Vec<Source> = vec![read("a.md", text.as_bytes()).unwrap()];
        let (document, _) = openapi::compile(sources, None);
        let place = |evidence: &Evidence| match evidence.location {
            Location::Span { line, .. } => Some(Place {
                document: 0,
                block: line,
            }),
            Location::Page { .. } => None,
        };
        let detail = detail(&document, "POST /things", place).unwrap();
        let members = detail.body.unwrap().members;
        assert_eq!(members[0].name, "title");
        assert_eq!(members[0].at.map(|at| at.block), Some(9));
    }

    /// The page refuses what the reader would, before it is sent to the worker.
    #[test]
    fn the_page_has_the_limits_of_the_readers() {
        use ichiban_apidoc::readers::{LIMIT, har, pdf};
        for (name, limit) in [
            ("a.html", LIMIT),
            ("a.md", LIMIT),
            ("a.har", har::LIMIT),
            ("a.pdf", pdf::LIMIT),
        ] {
            assert_eq!(most(name), limit as u64, "{name}");
        }
    }
}
