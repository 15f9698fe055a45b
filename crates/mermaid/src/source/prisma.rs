//! Prisma schemas: models as entities, relations with their cardinality, enums.
//!
//! ```text
//! model Post { author User @relation(fields: [authorId], references: [id]) … }
//! User ||--o{ Post : "author"
//! ```
//!
//! Models of one `@@schema`, or whose names begin alike, are a group. mermaid.js has no frames for
//! entities: a group is drawn as one or not at all.

use std::collections::HashMap;

use ichiban_tool::Settings;

use super::{Error, File, Picture, Source, groups, options};
use crate::write::graph::{Cardinality, Edge, Graph, Member, Node, Relation};
use crate::write::{self, fit::fit};

pub(super) const SOURCE: Source = Source {
    name: "prisma",
    label: "Prisma schema",
    about: "Models of Prisma, drawn as entities with keys and cardinality",
    files: &["schema.prisma", ".prisma"],
    settings: &[
        options::DIRECTION,
        options::DETAIL,
        options::INCLUDE,
        options::EXCLUDE,
        options::GROUP_ENTITIES,
        options::LIMIT,
    ],
    looks,
    draw,
};

fn looks(text: &str) -> u8 {
    let is_model = text
        .lines()
        .any(|line| line.starts_with("model ") && line.trim_end().ends_with('{'));
    let is_prisma = ["@id", "@@", "@relation", "datasource ", "@default"]
        .iter()
        .any(|word| text.contains(word));
    if is_model && is_prisma { 95 } else { 0 }
}

fn draw(files: &[File<'_>], settings: &Settings) -> Result<Picture, Error> {
    let mut blocks = Vec::new();
    for file in files {
        read(file.text, &mut blocks);
    }
    let mut graph = graph(&blocks);
    if graph.nodes.is_empty() {
        return Err(Error::Empty("model"));
    }
    for block in &blocks {
        let schema = block.attributes.iter().find_map(|attribute| {
            let rest = attribute.strip_prefix("@@schema(\"")?;
            rest.split('"').next()
        });
        if let (Some(schema), Some(node)) = (schema, graph.find(block.name)) {
            schema.clone_into(&mut node.group);
        }
    }
    groups::by_name(&mut graph);
    Ok(Picture::new(fit(
        graph,
        &options::choice_by_name(settings, "TB"),
        write::er,
    )))
}

struct Block<'a> {
    kind: &'a str,
    name: &'a str,
    fields: Vec<Field<'a>>,
    /// `@@id`, `@@unique` and others, as they are written.
    attributes: Vec<&'a str>,
}

struct Field<'a> {
    name: &'a str,
    /// Without `?` and `[]`.
    ty: &'a str,
    is_list: bool,
    is_optional: bool,
    attributes: &'a str,
}

/// Reads blocks line by line, which is how the language is made (Prisma schema reference).
fn read<'a>(text: &'a str, blocks: &mut Vec<Block<'a>>) {
    let mut open: Option<Block<'a>> = None;
    for line in text.lines() {
        let code = without_comment(line).trim();
        let mut words = code.split_whitespace();
        match (&mut open, words.next()) {
            (Some(_), Some("}")) => blocks.extend(open.take()),
            (Some(block), Some(word)) if word.starts_with("@@") => block.attributes.push(code),
            (Some(block), Some(name)) => {
                let ty = words.next().unwrap_or("");
                let at = code.find('@').unwrap_or(code.len());
                block.fields.push(Field {
                    name,
                    is_list: ty.ends_with("[]"),
                    is_optional: ty.ends_with('?'),
                    ty: ty.trim_end_matches(['?', '[', ']']),
                    attributes: code.get(at..).unwrap_or(""),
                });
            }
            (None, Some(kind @ ("model" | "enum" | "view" | "type"))) if code.contains('{') => {
                let block = Block {
                    kind,
                    name: words.next().unwrap_or("").trim_end_matches('{'),
                    fields: Vec::new(),
                    attributes: Vec::new(),
                };
                if code.ends_with('}') {
                    blocks.push(block);
                } else {
                    open = Some(block);
                }
            }
            (_, None) | (None, Some(_)) => {}
        }
    }
    blocks.extend(open);
}

fn without_comment(line: &str) -> &str {
    let mut quoted = false;
    for (at, c) in line.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '/' if !quoted && line.get(at..).is_some_and(|rest| rest.starts_with("//")) => {
                return line.get(..at).unwrap_or(line);
            }
            _ => {}
        }
    }
    line
}

fn graph(blocks: &[Block<'_>]) -> Graph {
    let mut graph = Graph::default();
    let mut by_name: HashMap<&str, &Block<'_>> = HashMap::new();
    for block in blocks {
        by_name.entry(block.name).or_insert(block);
    }
    let find = |name: &str| by_name.get(name).copied();
    for block in blocks {
        let keys = listed(&block.attributes, "@@id");
        let members = if block.kind == "enum" {
            block
                .fields
                .iter()
                .map(|field| Member {
                    ty: "value".to_owned(),
                    name: field.name.to_owned(),
                    ..Member::default()
                })
                .collect()
        } else {
            block
                .fields
                .iter()
                // A relation is drawn as a line; its columns are fields of their own.
                .filter(|field| find(field.ty).is_none_or(|other| other.kind == "enum"))
                .map(|field| Member {
                    name: field.name.to_owned(),
                    ty: format!("{}{}", field.ty, if field.is_list { "[]" } else { "" }),
                    is_primary: has(field.attributes, "@id") || keys.contains(&field.name),
                    is_unique: has(field.attributes, "@unique"),
                    is_foreign: block
                        .fields
                        .iter()
                        .any(|other| argument(other.attributes, "fields").contains(&field.name)),
                    note: if field.is_optional {
                        "optional".to_owned()
                    } else {
                        String::new()
                    },
                    ..Member::default()
                })
                .collect()
        };
        graph.node(Node {
            members,
            label: if block.kind == "enum" {
                format!("{} (enum)", block.name)
            } else {
                String::new()
            },
            ..Node::named(block.name)
        });
    }
    for block in blocks.iter().filter(|block| block.kind != "enum") {
        for field in &block.fields {
            let Some(target) = find(field.ty) else {
                continue;
            };
            if target.kind == "enum" {
                graph.edge(Edge {
                    label: field.name.to_owned(),
                    ends: Some((Cardinality::ZeroOrMore, Cardinality::One)),
                    ..Edge::between(block.name, target.name)
                });
                continue;
            }
            relate(block, field, target, &mut graph);
        }
    }
    graph
}

fn relate(block: &Block<'_>, field: &Field<'_>, target: &Block<'_>, graph: &mut Graph) {
    let columns = argument(field.attributes, "fields");
    if !columns.is_empty() {
        // This side holds the key: the other is the parent.
        let has_one = |name: &&str| {
            block.fields.iter().any(|column| {
                column.name == *name
                    && (has(column.attributes, "@unique") || has(column.attributes, "@id"))
            })
        };
        let is_unique = columns.iter().all(has_one)
            || listed(&block.attributes, "@@unique") == columns
            || listed(&block.attributes, "@@id") == columns;
        let keys = listed(&block.attributes, "@@id");
        graph.edge(Edge {
            label: field.name.to_owned(),
            kind: if columns.iter().all(|column| keys.contains(column)) {
                Relation::Composes
            } else {
                Relation::Uses
            },
            ends: Some((
                if field.is_optional {
                    Cardinality::ZeroOrOne
                } else {
                    Cardinality::One
                },
                if is_unique {
                    Cardinality::ZeroOrOne
                } else {
                    Cardinality::ZeroOrMore
                },
            )),
            ..Edge::between(target.name, block.name)
        });
        return;
    }
    // Lists on both sides, of which neither holds a key, are an implicit many-to-many relation.
    let back = target.fields.iter().find(|other| {
        other.ty == block.name
            && argument(other.attributes, "fields").is_empty()
            && other.is_list
            && !std::ptr::eq(*other, field)
    });
    let holds_key = target
        .fields
        .iter()
        .any(|other| other.ty == block.name && !argument(other.attributes, "fields").is_empty());
    if field.is_list && !holds_key && back.is_some() && block.name <= target.name {
        graph.edge(Edge {
            label: field.name.to_owned(),
            ends: Some((Cardinality::ZeroOrMore, Cardinality::ZeroOrMore)),
            ..Edge::between(block.name, target.name)
        });
    } else if target.kind == "type" {
        graph.edge(Edge {
            label: field.name.to_owned(),
            kind: Relation::Composes,
            ends: Some((
                Cardinality::One,
                match (field.is_list, field.is_optional) {
                    (true, _) => Cardinality::ZeroOrMore,
                    (_, true) => Cardinality::ZeroOrOne,
                    _ => Cardinality::One,
                },
            )),
            ..Edge::between(block.name, target.name)
        });
    }
}

/// Whether an attribute is among those written.
fn has(attributes: &str, name: &str) -> bool {
    attributes.split_whitespace().any(|word| {
        word.strip_prefix(name)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('('))
    })
}

/// The names in `name: [a, b]`.
fn argument<'a>(attributes: &'a str, name: &str) -> Vec<&'a str> {
    let inside = attributes
        .split_once(name)
        .and_then(|(_, rest)| rest.trim_start().strip_prefix(':'))
        .and_then(|rest| rest.trim_start().strip_prefix('['))
        .and_then(|rest| rest.split(']').next());
    names(inside.unwrap_or(""))
}

/// The names in `@@id([a, b])`.
fn listed<'a>(attributes: &[&'a str], name: &str) -> Vec<&'a str> {
    let inside = attributes
        .iter()
        .find(|attribute| attribute.starts_with(name))
        .and_then(|attribute| attribute.split_once('['))
        .and_then(|(_, rest)| rest.split(']').next());
    names(inside.unwrap_or(""))
}

fn names(list: &str) -> Vec<&str> {
    list.split(',')
        .map(|name| name.split('(').next().unwrap_or(name).trim())
        .filter(|name| !name.is_empty())
        .collect()
}
