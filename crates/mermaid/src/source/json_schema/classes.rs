//! Classes of schemas: of JSON Schema, and of what OpenAPI describes with it.

use serde_json::Value;

use super::super::data::{at, items, members, scalar, text};
use crate::write::graph::{Cardinality, Edge, Graph, Member, Node, Relation};

/// Schemas as they are met, and what refers to what.
#[derive(Debug, Default)]
pub(in super::super) struct Classes {
    graph: Graph,
}

/// Schemas nested deeper have no class of their own.
const MAX_DEPTH: usize = 12;

impl Classes {
    /// Adds a schema by its name, and those within it that have none.
    pub(in super::super) fn add(&mut self, name: &str, schema: &Value) {
        self.add_at(name, schema, 0);
    }

    /// What has been added. A schema that is only referred to has no members.
    pub(in super::super) fn graph(mut self) -> Graph {
        self.graph.complete(|name| Node::named(name.to_owned()));
        self.graph
    }

    fn add_at(&mut self, name: &str, schema: &Value, depth: usize) {
        let values: Vec<Member> = items(schema.get("enum"))
            .map(|value| Member {
                name: scalar(value),
                ..Member::default()
            })
            .filter(|member| !member.name.is_empty())
            .collect();
        let stereotype = if values.is_empty() { "" } else { "enumeration" };
        self.graph.node(Node {
            stereotype: stereotype.to_owned(),
            members: values,
            ..Node::named(name)
        });
        self.body(name, schema, depth);
        // `items` at the top, or values without names.
        if schema.get("properties").is_none() {
            for (field, label, many) in [
                ("items", "items", true),
                ("additionalProperties", "values", true),
            ] {
                if let Some(inner) = schema.get(field).filter(|inner| inner.is_object()) {
                    self.part(name, label, inner, many, false, depth);
                }
            }
        }
    }

    /// The properties of a schema, and of those that it is composed of.
    fn body(&mut self, name: &str, schema: &Value, depth: usize) {
        let required: Vec<&str> = items(schema.get("required"))
            .filter_map(Value::as_str)
            .collect();
        for (property, inner) in members(schema.get("properties")) {
            let is_required = required.contains(&property.as_str());
            let words = words(inner);
            self.member(
                name,
                Member {
                    visibility: Some('+'),
                    name: property.clone(),
                    ty: if is_required {
                        words
                    } else {
                        format!("{words}?")
                    },
                    ..Member::default()
                },
            );
            self.part(name, property, inner, false, !is_required, depth);
        }
        for whole in items(schema.get("allOf")) {
            match reference(whole) {
                Some(base) => self.graph.edge(Edge {
                    kind: Relation::Inherits,
                    ..Edge::between(name, base)
                }),
                None => self.body(name, whole, depth),
            }
        }
        for keyword in ["oneOf", "anyOf"] {
            for (at, kind) in items(schema.get(keyword)).enumerate() {
                match reference(kind) {
                    Some(kind) => self.graph.edge(Edge {
                        kind: Relation::Inherits,
                        ..Edge::between(kind, name)
                    }),
                    None if kind.get("properties").is_some() && depth < MAX_DEPTH => {
                        let title = text(kind, &["title"]);
                        let inner = if title.is_empty() {
                            format!("{name} {}", at + 1)
                        } else {
                            title.to_owned()
                        };
                        self.add_at(&inner, kind, depth + 1);
                        self.graph.edge(Edge {
                            kind: Relation::Inherits,
                            ..Edge::between(inner, name)
                        });
                    }
                    None => {}
                }
            }
        }
    }

    /// Draws what a property holds, if that is a class.
    fn part(
        &mut self,
        owner: &str,
        label: &str,
        schema: &Value,
        many: bool,
        is_optional: bool,
        depth: usize,
    ) {
        let far = match (many, is_optional) {
            (true, _) => Cardinality::ZeroOrMore,
            (false, true) => Cardinality::ZeroOrOne,
            (false, false) => Cardinality::One,
        };
        if let Some(target) = reference(schema) {
            self.graph.edge(Edge {
                label: label.to_owned(),
                ends: Some((Cardinality::One, far)),
                ..Edge::between(owner, target)
            });
            return;
        }
        if schema.get("properties").is_some() && depth < MAX_DEPTH {
            let title = text(schema, &["title"]);
            let inner = if title.is_empty() {
                format!("{owner}.{label}")
            } else {
                title.to_owned()
            };
            self.add_at(&inner, schema, depth + 1);
            self.graph.edge(Edge {
                label: label.to_owned(),
                kind: Relation::Composes,
                ends: Some((Cardinality::One, far)),
                ..Edge::between(owner, inner)
            });
            return;
        }
        for (field, is_many) in [("items", true), ("additionalProperties", true)] {
            if let Some(inner) = schema.get(field).filter(|inner| inner.is_object()) {
                self.part(owner, label, inner, is_many, is_optional, depth);
            }
        }
        for keyword in ["oneOf", "anyOf", "allOf"] {
            for inner in items(schema.get(keyword)) {
                self.part(owner, label, inner, many, is_optional, depth);
            }
        }
    }

    fn member(&mut self, name: &str, member: Member) {
        if let Some(node) = self.graph.find(name)
            && node.members.iter().all(|known| known.name != member.name)
        {
            node.members.push(member);
        }
    }
}

/// The name that a schema refers to: the last part of its `$ref`.
fn reference(schema: &Value) -> Option<String> {
    let target = schema.get("$ref")?.as_str()?;
    let name = target.rsplit('/').next().unwrap_or(target);
    let name = name
        .split('#')
        .next()
        .filter(|name| !name.is_empty())
        .unwrap_or(name);
    let name = name.replace("~1", "/").replace("~0", "~");
    let stem = [".schema.json", ".json", ".yaml", ".yml"]
        .iter()
        .find_map(|extension| name.strip_suffix(extension))
        .unwrap_or(&name);
    Some(if stem == "#" || stem.is_empty() {
        "Root".to_owned()
    } else {
        stem.to_owned()
    })
}

/// A schema's type in words.
pub(in super::super) fn words(schema: &Value) -> String {
    if let Some(name) = reference(schema) {
        return name;
    }
    for keyword in ["oneOf", "anyOf"] {
        let kinds: Vec<String> = items(schema.get(keyword)).map(words).collect();
        if !kinds.is_empty() {
            return kinds.join(" | ");
        }
    }
    if let Some(whole) = items(schema.get("allOf")).next() {
        return words(whole);
    }
    if let Some(value) = schema.get("const") {
        return format!("'{}'", scalar(value));
    }
    let ty = match schema.get("type") {
        Some(Value::String(ty)) => ty.clone(),
        Some(Value::Array(types)) => {
            let types: Vec<&str> = types.iter().filter_map(Value::as_str).collect();
            types.join(" | ")
        }
        _ if schema.get("properties").is_some() => "object".to_owned(),
        _ if schema.get("items").is_some() => "array".to_owned(),
        _ if schema.get("enum").is_some() => "enum".to_owned(),
        _ => "any".to_owned(),
    };
    match (ty.as_str(), at(schema, &["items"])) {
        ("array", Some(item)) => format!("{}[]", words(item)),
        ("string", _) => match text(schema, &["format"]) {
            "" => ty,
            format => format!("string {format}"),
        },
        _ => ty,
    }
}
