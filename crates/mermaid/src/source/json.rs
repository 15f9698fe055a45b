//! JSON: what its objects have in common as classes, or the document itself as a mind map.
//!
//! ```text
//! {"id": 1, "lines": [{"sku": "a"}]}      class Root { id: integer }   Root "1" *-- "*" Line
//! ```

use ichiban_schema::{Inference, Kind, Type, Types, read_json};
use ichiban_tool::{Choice, Setting, Settings};
use serde_json::Value;

use super::{Error, File, Picture, Source, options, syntax};
use crate::write::graph::{Cardinality, Edge, Graph, Member, Node, Relation};
use crate::write::tree::Tree;
use crate::write::{self, fit::fit};

pub(super) const SOURCE: Source = Source {
    name: "json",
    label: "JSON",
    about: "Any JSON document, drawn as the classes of its objects or as a mind map of itself",
    files: &[".json", ".geojson", ".jsonl", ".ndjson"],
    settings: &[
        VIEW,
        options::DIRECTION,
        options::DETAIL,
        options::INCLUDE,
        options::EXCLUDE,
        options::LIMIT,
    ],
    looks,
    draw,
};

const VIEW: Setting = Setting {
    name: "view",
    about: "The classes of the objects, or the document as a mind map",
    choice: Choice::OneOf(&["class", "mindmap"]),
};

/// Deeper documents are none that a person drew.
const MAX_DEPTH: usize = 256;
/// Longer values are cut in a mind map.
const LONGEST_VALUE: usize = 40;

fn looks(text: &str) -> u8 {
    let text = text.trim_start();
    if text.starts_with(['{', '[']) { 20 } else { 0 }
}

fn draw(files: &[File<'_>], settings: &Settings) -> Result<Picture, Error> {
    if settings.text(&VIEW) == "mindmap" {
        let mut documents = Vec::new();
        for (number, file) in files.iter().enumerate() {
            documents.extend(values(number, file.text)?);
        }
        let root = match documents.as_slice() {
            [] => return Err(Error::Empty("JSON value")),
            [one] => tree(name(files).as_str(), one),
            several => Tree {
                text: name(files),
                children: several
                    .iter()
                    .enumerate()
                    .map(|(at, value)| tree(&format!("{}", at + 1), value))
                    .collect(),
            },
        };
        return Ok(Picture::new(write::mindmap(
            &root,
            options::limit(settings),
        )));
    }
    let mut inference = Inference::new(&name(files));
    for (number, file) in files.iter().enumerate() {
        if read_json(file.text, MAX_DEPTH, &mut inference).is_ok() {
            continue;
        }
        // Documents one a line are read as samples of one type.
        for value in values(number, file.text)? {
            let text = value.to_string();
            let _ = read_json(&text, MAX_DEPTH, &mut inference);
        }
    }
    if inference.is_empty() {
        return Err(Error::Empty("JSON value"));
    }
    let types = inference.finish();
    Ok(Picture::new(fit(
        graph(&types),
        &options::choice(settings, "LR"),
        write::class,
    )))
}

/// The documents of a text: one, or one a line.
pub(super) fn values(file: usize, text: &str) -> Result<Vec<Value>, Error> {
    let stream = serde_json::Deserializer::from_str(text).into_iter::<Value>();
    stream.collect::<Result<Vec<_>, _>>().map_err(|error| {
        let message = error.to_string();
        let words = message.split(" at line ").next().unwrap_or(&message);
        syntax(
            file,
            error.line(),
            error.column(),
            format!("this is not JSON: {words}"),
            "`json repair` makes JSON of what was meant to be.",
        )
    })
}

/// What the whole is called: the file's name without its extension.
fn name(files: &[File<'_>]) -> String {
    let name = files.first().and_then(|file| file.name).unwrap_or("Root");
    let base = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = base.split('.').next().unwrap_or(base);
    if stem.is_empty() {
        "Root".to_owned()
    } else {
        stem.to_owned()
    }
}

fn graph(types: &Types) -> Graph {
    let mut graph = Graph::default();
    for record in types.records() {
        let mut members = Vec::new();
        for field in &record.fields {
            members.push(Member {
                visibility: Some('+'),
                name: field.name.clone(),
                ty: ty(types, &field.ty, field.optional),
                ..Member::default()
            });
            for (to, many) in parts(types, &field.ty) {
                let far = match (many, field.optional || field.ty.nullable) {
                    (true, _) => Cardinality::ZeroOrMore,
                    (false, true) => Cardinality::ZeroOrOne,
                    (false, false) => Cardinality::One,
                };
                graph.edge(Edge {
                    label: field.name.clone(),
                    kind: Relation::Composes,
                    ends: Some((Cardinality::One, far)),
                    ..Edge::between(&record.name, to)
                });
            }
        }
        graph.node(Node {
            members,
            ..Node::named(&record.name)
        });
    }
    for values in types.enums() {
        graph.node(Node {
            stereotype: "enumeration".to_owned(),
            members: values
                .values
                .iter()
                .map(|value| Member {
                    name: value.clone(),
                    ..Member::default()
                })
                .collect(),
            ..Node::named(&values.name)
        });
    }
    if graph.nodes.is_empty() || !matches!(types.root.kind, Kind::Record(_)) {
        let mut edges = Vec::new();
        for (to, many) in parts(types, &types.root) {
            let far = if many {
                Cardinality::ZeroOrMore
            } else {
                Cardinality::One
            };
            edges.push(Edge {
                kind: Relation::Composes,
                ends: Some((Cardinality::One, far)),
                ..Edge::between("document root", to)
            });
        }
        graph.nodes.insert(
            0,
            Node {
                label: format!("{}: {}", types.name, ty(types, &types.root, false)),
                ..Node::named("document root")
            },
        );
        graph.edges.extend(edges);
    }
    graph
}

/// The records and enums within a type, and whether there may be many of each.
fn parts(types: &Types, ty: &Type) -> Vec<(String, bool)> {
    match &ty.kind {
        Kind::Record(id) => vec![(types.record(*id).name.clone(), false)],
        Kind::Enum(id) => vec![(types.enumeration(*id).name.clone(), false)],
        Kind::Array(item) | Kind::Map(item) => parts(types, item)
            .into_iter()
            .map(|(name, _)| (name, true))
            .collect(),
        Kind::Tuple(items) => items.iter().flat_map(|item| parts(types, item)).collect(),
        Kind::Union(id) => types
            .union(*id)
            .members
            .iter()
            .flat_map(|member| parts(types, member))
            .collect(),
        _ => Vec::new(),
    }
}

/// A type's words.
fn ty(types: &Types, ty: &Type, optional: bool) -> String {
    let words = match &ty.kind {
        Kind::Any => "any".to_owned(),
        Kind::Null => "null".to_owned(),
        Kind::Boolean => "boolean".to_owned(),
        Kind::Integer(_) => "integer".to_owned(),
        Kind::Number => "number".to_owned(),
        Kind::String(_) => "string".to_owned(),
        Kind::Enum(id) => types.enumeration(*id).name.clone(),
        Kind::Record(id) => types.record(*id).name.clone(),
        Kind::Array(item) => format!("{}[]", self::ty(types, item, false)),
        Kind::Map(item) => format!("map of {}", self::ty(types, item, false)),
        Kind::Tuple(items) => {
            let items: Vec<String> = items
                .iter()
                .map(|item| self::ty(types, item, false))
                .collect();
            format!("[{}]", items.join(", "))
        }
        Kind::Union(id) => {
            let members = &types.union(*id).members;
            let members: Vec<String> = members
                .iter()
                .map(|member| self::ty(types, member, false))
                .collect();
            members.join(" | ")
        }
    };
    let is_open = optional || (ty.nullable && ty.kind != Kind::Null);
    if is_open { format!("{words}?") } else { words }
}

fn tree(label: &str, value: &Value) -> Tree {
    match value {
        Value::Object(members) => Tree {
            text: label.to_owned(),
            children: members
                .iter()
                .map(|(name, value)| tree(name, value))
                .collect(),
        },
        Value::Array(items) => Tree {
            text: format!("{label} [{}]", items.len()),
            children: items
                .iter()
                .enumerate()
                .map(|(at, item)| tree(&(at + 1).to_string(), item))
                .collect(),
        },
        Value::String(text) => Tree::leaf(format!(
            "{label}: {}",
            write::text::cut(text, LONGEST_VALUE)
        )),
        other => Tree::leaf(format!("{label}: {other}")),
    }
}
