//! A document as one flat run of nodes: containers that only hold others are opened, list items
//! and terms that are labels stand before what they announce, terms and components that name a
//! route enclose what describes it.

use crate::document::{Block, BlockKind, Definition, Document, Item, Location, Table, Text};

use super::route::{self, Route};
use super::{field, label};

/// A node and its place.
#[derive(Debug, Clone)]
pub(crate) struct Node<'a> {
    pub(crate) kind: NodeKind<'a>,
    pub(crate) location: Location,
}

/// What a node is.
#[derive(Debug, Clone)]
pub(crate) enum NodeKind<'a> {
    Heading {
        level: u8,
        text: &'a Text,
        anchor: Option<&'a str>,
    },
    Paragraph(&'a Text),
    /// A line that announces what follows: an item, a term, a component's title.
    Label(String),
    List(&'a [Item]),
    Definitions(&'a [Definition]),
    Table(&'a Table),
    Code {
        language: Option<&'a str>,
        text: &'a str,
    },
    Component(&'a Block),
    /// A term or component that names routes; what describes them stands before the `Leave`.
    Enter {
        routes: Vec<Route>,
        title: Option<&'a Text>,
        anchor: Option<&'a str>,
    },
    Leave,
}

/// How deep containers may nest.
const DEPTH: usize = 64;

/// Flattens a document.
pub(crate) fn nodes(document: &Document) -> Vec<Node<'_>> {
    let mut nodes = Vec::new();
    flatten(&document.blocks, &mut nodes, 0);
    nodes
}

fn flatten<'a>(blocks: &'a [Block], nodes: &mut Vec<Node<'a>>, depth: usize) {
    if depth > DEPTH {
        return;
    }
    for block in blocks {
        let location = block.location;
        let mut push = |kind| nodes.push(Node { kind, location });
        match &block.kind {
            BlockKind::Heading {
                level,
                text,
                anchor,
            } => {
                push(NodeKind::Heading {
                    level: *level,
                    text,
                    anchor: anchor.as_deref(),
                });
            }
            BlockKind::Paragraph(text) => push(NodeKind::Paragraph(text)),
            BlockKind::Table(table) => push(NodeKind::Table(table)),
            BlockKind::Code { language, text } => push(NodeKind::Code {
                language: language.as_deref(),
                text,
            }),
            BlockKind::Quote(children) => flatten(children, nodes, depth + 1),
            // Recordings are no prose: `traffic` reads them.
            BlockKind::Exchange(_) => {}
            BlockKind::List(items) => list(items, location, nodes, depth),
            BlockKind::Definitions(list) => definitions(list, nodes, depth),
            BlockKind::Component {
                name,
                attributes,
                children,
            } => {
                component(block, name, attributes, children, nodes, depth);
            }
        }
    }
}

fn list<'a>(items: &'a [Item], location: Location, nodes: &mut Vec<Node<'a>>, depth: usize) {
    let announces = |item: &Item| {
        !item.children.is_empty()
            && item.text.plain.len() < 80
            && label::read(item.text.plain.trim_end_matches(':'), true).is_some()
            // A field may be called `status`.
            && !field::read(&item.text, None)
                .iter()
                .any(|field| field.strength >= 3 && !field.schema.is_open())
    };
    let labels = items.iter().filter(|item| announces(item)).count();
    if labels > 0 && labels * 2 >= items.len() {
        for item in items {
            let location = item.location.unwrap_or(location);
            if announces(item) {
                nodes.push(Node {
                    kind: NodeKind::Label(item.text.plain.clone()),
                    location,
                });
                flatten(&item.children, nodes, depth + 1);
            } else {
                nodes.push(Node {
                    kind: NodeKind::List(std::slice::from_ref(item)),
                    location,
                });
            }
        }
        return;
    }
    // Items that are routes with what describes them underneath.
    let describes = |item: &Item| {
        route::find_any_case(&item.text.plain)
            .first()
            .is_some_and(|found| found.start < 3)
            && item
                .children
                .iter()
                .any(|child| !matches!(child.kind, BlockKind::Paragraph(_)))
    };
    if items.iter().any(describes) {
        for item in items {
            let location = item.location.unwrap_or(location);
            let routes = route::find_any_case(&item.text.plain);
            nodes.push(Node {
                kind: NodeKind::Enter {
                    routes,
                    title: Some(&item.text),
                    anchor: None,
                },
                location,
            });
            flatten(&item.children, nodes, depth + 1);
            nodes.push(Node {
                kind: NodeKind::Leave,
                location,
            });
        }
        return;
    }
    // Groups of routes, each a list under an item.
    let groups = |item: &Item| {
        item.children.iter().any(|child| match &child.kind {
            BlockKind::List(inner) => inner.iter().any(|inner| {
                route::find(&inner.text.plain)
                    .first()
                    .is_some_and(|found| found.start < 3)
            }),
            _ => false,
        })
    };
    if depth < DEPTH && items.iter().any(groups) {
        for item in items {
            nodes.push(Node {
                kind: NodeKind::Label(item.text.plain.clone()),
                location: item.location.unwrap_or(location),
            });
            flatten(&item.children, nodes, depth + 1);
        }
        return;
    }
    nodes.push(Node {
        kind: NodeKind::List(items),
        location,
    });
    // Steps and notes hold examples. The list itself is read as fields only if it looks so.
    for item in items {
        for child in &item.children {
            if matches!(child.kind, BlockKind::Code { .. }) {
                flatten(std::slice::from_ref(child), nodes, depth + 1);
            }
        }
    }
}

fn definitions<'a>(list: &'a [Definition], nodes: &mut Vec<Node<'a>>, depth: usize) {
    let mut start = 0;
    for (index, definition) in list.iter().enumerate() {
        let routes: Vec<_> = route::find_any_case(&definition.term.plain)
            .into_iter()
            .filter(|found| found.start < 4)
            .collect();
        let labelled = definition.term.plain.len() < 80
            && label::read(&definition.term.plain, true).is_some()
            && definition
                .body
                .iter()
                .any(|block| !matches!(block.kind, BlockKind::Paragraph(_)));
        // A term under which routes are described is a heading, as in manual pages.
        let heads = routes.is_empty() && !labelled && definition.body.iter().any(|block| {
            matches!(&block.kind, BlockKind::Definitions(inner) if inner.iter().any(
                |inner| route::find(&inner.term.plain).first().is_some_and(|found| found.start < 4)
            ))
        });
        if heads {
            flush_definitions(&list[start..index], nodes);
            start = index + 1;
            flatten(&definition.body, nodes, depth + 1);
            continue;
        }
        if routes.is_empty() && !labelled {
            continue;
        }
        flush_definitions(&list[start..index], nodes);
        start = index + 1;
        let location = definition.location;
        if labelled && routes.is_empty() {
            nodes.push(Node {
                kind: NodeKind::Label(definition.term.plain.clone()),
                location,
            });
            flatten(&definition.body, nodes, depth + 1);
        } else {
            let anchor = definition.anchor.as_deref();
            nodes.push(Node {
                kind: NodeKind::Enter {
                    routes,
                    title: None,
                    anchor,
                },
                location,
            });
            flatten(&definition.body, nodes, depth + 1);
            nodes.push(Node {
                kind: NodeKind::Leave,
                location,
            });
        }
    }
    flush_definitions(&list[start..], nodes);
}

fn flush_definitions<'a>(list: &'a [Definition], nodes: &mut Vec<Node<'a>>) {
    if let Some(first) = list.first() {
        nodes.push(Node {
            kind: NodeKind::Definitions(list),
            location: first.location,
        });
        for definition in list {
            for block in &definition.body {
                if let BlockKind::Code { language, text } = &block.kind {
                    let kind = NodeKind::Code {
                        language: language.as_deref(),
                        text,
                    };
                    nodes.push(Node {
                        kind,
                        location: block.location,
                    });
                }
            }
        }
    }
}

fn component<'a>(
    block: &'a Block,
    name: &str,
    attributes: &'a [(String, String)],
    children: &'a [Block],
    nodes: &mut Vec<Node<'a>>,
    depth: usize,
) {
    let location = block.location;
    let routes = component_routes(attributes, &inner_text(children));
    if !routes.is_empty() {
        let holds = children
            .iter()
            .any(|child| !matches!(child.kind, BlockKind::Paragraph(_)));
        if holds {
            nodes.push(Node {
                kind: NodeKind::Enter {
                    routes,
                    title: None,
                    anchor: None,
                },
                location,
            });
            flatten(children, nodes, depth + 1);
            nodes.push(Node {
                kind: NodeKind::Leave,
                location,
            });
        } else {
            nodes.push(Node {
                kind: NodeKind::Component(block),
                location,
            });
        }
        return;
    }
    if !super::list::component_fields(block).is_empty() {
        nodes.push(Node {
            kind: NodeKind::Component(block),
            location,
        });
        // Fields may stand beside examples within one component.
        return;
    }
    let lower = name.to_ascii_lowercase();
    let title = attributes.iter().find(|(key, _)| {
        matches!(
            key.to_ascii_lowercase().as_str(),
            "title" | "label" | "summary" | "name" | "header"
        )
    });
    let told = title.map(|(_, value)| value.clone());
    let by_name = ["request", "response", "param"]
        .iter()
        .any(|word| lower.contains(word))
        .then(|| {
            // `<RequestExample>`, `<ResponseField>`: the name in words.
            let words: String = name
                .chars()
                .flat_map(|c| {
                    if c.is_ascii_uppercase() {
                        vec![' ', c]
                    } else {
                        vec![c]
                    }
                })
                .collect();
            words.replace(['-', '_'], " ").trim().to_owned()
        });
    if let Some(line) = told
        .filter(|line| label::read(line, true).is_some())
        .or(by_name)
    {
        nodes.push(Node {
            kind: NodeKind::Label(line),
            location,
        });
    }
    flatten(children, nodes, depth + 1);
}

/// The text of the paragraphs among blocks.
fn inner_text(blocks: &[Block]) -> String {
    blocks
        .iter()
        .filter_map(|block| match &block.kind {
            BlockKind::Paragraph(text) => Some(text.plain.as_str()),
            _ => None,
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// The base URL that attributes name.
pub(crate) fn base_attribute(attributes: &[(String, String)]) -> Option<&str> {
    attributes.iter().find_map(|(name, value)| {
        let named = matches!(
            name.to_ascii_lowercase().as_str(),
            "baseurl" | "base_url" | "base-url" | "server" | "host"
        );
        (named && value.starts_with("http")).then_some(value.as_str())
    })
}

/// The route that attributes name: `method` with `path` (or `url`, `endpoint`, …), or with a path
/// as the text within.
pub(crate) fn component_routes(attributes: &[(String, String)], inner: &str) -> Vec<Route> {
    let attribute = |wanted: &[&str]| {
        attributes
            .iter()
            .find(|(name, _)| wanted.contains(&name.to_ascii_lowercase().as_str()))
            .map(|(_, value)| value.as_str())
    };
    let target = attribute(&["path", "url", "endpoint", "route", "uri", "href", "api"]);
    let based = base_attribute(attributes)
        .zip(target)
        .filter(|(_, target)| target.starts_with('/'))
        .map(|(base, target)| format!("{}{target}", base.trim_end_matches('/')));
    let target = based.as_deref().or(target);
    if let Some(method) = attribute(&["method", "verb", "httpmethod", "type"]) {
        let target = target.or_else(|| {
            inner
                .trim()
                .starts_with(['/', 'h', '{', '['])
                .then_some(inner.trim())
        });
        return target
            .map(|target| route::find_any_case(&format!("{method} {target}")))
            .unwrap_or_default();
    }
    // `endpoint="GET /x"`, and the shorthands `get="/x"`.
    let both = target
        .into_iter()
        .flat_map(route::find_any_case)
        .collect::<Vec<_>>();
    if !both.is_empty() {
        return both;
    }
    attributes
        .iter()
        .filter(|(name, value)| crate::api::Method::parse(name).is_some() && value.starts_with('/'))
        .flat_map(|(name, value)| route::find_any_case(&format!("{name} {value}")))
        .collect()
}
