//! The nodes and edges of a diagram, from the model that the grammar makes of it.

use serde_json::Value;

use crate::diagram::Diagram;

#[derive(Debug, Default)]
pub(super) struct Elements {
    /// What an edge is called: `edge`, or `message`.
    pub(super) line: &'static str,
    pub(super) nodes: Vec<Node>,
    pub(super) edges: Vec<Edge>,
}

#[derive(Debug, Default)]
pub(super) struct Node {
    pub(super) id: String,
    pub(super) label: String,
    pub(super) shape: String,
    pub(super) group: String,
    pub(super) members: Vec<String>,
}

#[derive(Debug)]
pub(super) struct Edge {
    pub(super) from: String,
    pub(super) to: String,
    pub(super) label: String,
}

/// The elements of a diagram; `None` if its family has none.
pub(super) fn elements(diagram: &Diagram) -> Option<Elements> {
    let model = &diagram.model;
    let kind = diagram.kind.as_str();
    if kind.starts_with("flowchart") || kind == "graph" {
        Some(flowchart(model))
    } else if kind.starts_with("class") {
        Some(class(model))
    } else if kind.starts_with("state") {
        Some(state(model))
    } else if kind.starts_with("er") {
        Some(er(model))
    } else if kind.starts_with("sequence") {
        Some(sequence(model))
    } else {
        None
    }
}

fn text(value: &Value, name: &str) -> String {
    match value.get(name) {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

fn list<'a>(value: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> {
    value
        .get(name)
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
}

fn map<'a>(value: &'a Value, name: &str) -> impl Iterator<Item = (&'a String, &'a Value)> {
    value
        .get(name)
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
}

/// What is not empty, between blanks.
fn joined(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts
        .iter()
        .copied()
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(" ")
}

fn flowchart(model: &Value) -> Elements {
    let group = |id: &str| {
        list(model, "subgraphs")
            .find(|group| list(group, "nodes").any(|node| node.as_str() == Some(id)))
            .map_or_else(String::new, |group| text(group, "id"))
    };
    let nodes = list(model, "nodes").map(|node| {
        let id = text(node, "id");
        Node {
            label: text(node, "label"),
            shape: text(node, "layoutShape"),
            group: group(&id),
            members: Vec::new(),
            id,
        }
    });
    let groups = list(model, "subgraphs").map(|node| {
        let id = text(node, "id");
        Node {
            label: text(node, "title"),
            shape: "subgraph".to_owned(),
            group: group(&id),
            members: Vec::new(),
            id,
        }
    });
    let edges = list(model, "edges").map(|edge| {
        let arrow = text(edge, "arrow");
        // The arrow is told only where it is not the usual one.
        let arrow = if arrow == "-->" { "" } else { arrow.as_str() };
        Edge {
            from: text(edge, "from"),
            to: text(edge, "to"),
            label: joined(&[&text(edge, "label"), arrow]),
        }
    });
    Elements {
        line: "edge",
        nodes: nodes.chain(groups).collect(),
        edges: edges.collect(),
    }
}

fn class(model: &Value) -> Elements {
    let nodes = map(model, "classes").map(|(id, class)| Node {
        id: id.clone(),
        label: text(class, "label"),
        shape: list(class, "annotations")
            .filter_map(Value::as_str)
            .collect::<Vec<_>>()
            .join(", "),
        group: text(class, "parent"),
        members: list(class, "members")
            .chain(list(class, "methods"))
            .map(|member| joined(&[&text(member, "displayText"), &text(member, "classifier")]))
            .collect(),
    });
    let edges = list(model, "relations").map(|edge| {
        let relation = edge
            .get("relation")
            .map(ToString::to_string)
            .unwrap_or_default();
        let kind = relation_words(edge.get("relation"), &relation);
        Edge {
            from: text(edge, "id1"),
            to: text(edge, "id2"),
            label: joined(&[
                &text(edge, "title"),
                &text(edge, "relationTitle1"),
                &text(edge, "relationTitle2"),
                &kind,
            ]),
        }
    });
    Elements {
        line: "edge",
        nodes: nodes.collect(),
        edges: edges.collect(),
    }
}

/// A relation between classes in words; as it stands if it is none of the known ones.
fn relation_words(relation: Option<&Value>, otherwise: &str) -> String {
    let end = |name: &str| {
        let number = relation
            .and_then(|relation| relation.get(name))
            .and_then(Value::as_i64);
        Some(match number? {
            -1 => "",
            0 => "aggregation",
            1 => "extension",
            2 => "composition",
            3 => "dependency",
            4 => "lollipop",
            _ => return None,
        })
    };
    match (end("type1"), end("type2")) {
        (Some(one), Some(two)) => {
            let dotted = relation
                .and_then(|relation| relation.get("lineType"))
                .and_then(Value::as_i64);
            joined(&[one, two, if dotted == Some(1) { "dotted" } else { "" }])
        }
        _ => otherwise.to_owned(),
    }
}

fn state(model: &Value) -> Elements {
    let nodes = list(model, "nodes").map(|node| Node {
        id: text(node, "id"),
        label: text(node, "label"),
        shape: text(node, "shape"),
        group: text(node, "parentId"),
        members: list(node, "description")
            .filter_map(Value::as_str)
            .map(ToOwned::to_owned)
            .collect(),
    });
    let edges = list(model, "edges").map(|edge| Edge {
        from: text(edge, "start"),
        to: text(edge, "end"),
        label: text(edge, "label"),
    });
    Elements {
        line: "edge",
        nodes: nodes.collect(),
        edges: edges.collect(),
    }
}

fn er(model: &Value) -> Elements {
    let name = |id: &str| {
        map(model, "entities")
            .find(|(_, entity)| text(entity, "id") == id)
            .map_or_else(|| id.to_owned(), |(name, _)| name.clone())
    };
    let nodes = map(model, "entities").map(|(id, entity)| Node {
        id: id.clone(),
        label: match text(entity, "alias") {
            alias if alias.is_empty() => id.clone(),
            alias => alias,
        },
        members: list(entity, "attributes")
            .map(|attribute| {
                let keys: Vec<&str> = list(attribute, "keys").filter_map(Value::as_str).collect();
                let (ty, name) = (text(attribute, "type"), text(attribute, "name"));
                joined(&[&ty, &name, &keys.join(", "), &text(attribute, "comment")])
            })
            .collect(),
        ..Node::default()
    });
    let edges = list(model, "relationships").map(|edge| {
        let spec = edge.get("relSpec").unwrap_or(&Value::Null);
        Edge {
            from: name(&text(edge, "entityA")),
            to: name(&text(edge, "entityB")),
            // The second cardinality is that of the first entity.
            label: joined(&[
                &text(edge, "roleA"),
                &text(spec, "cardB"),
                &text(spec, "relType"),
                &text(spec, "cardA"),
            ]),
        }
    });
    Elements {
        line: "edge",
        nodes: nodes.collect(),
        edges: edges.collect(),
    }
}

fn sequence(model: &Value) -> Elements {
    let nodes = map(model, "actors").map(|(id, actor)| Node {
        id: id.clone(),
        label: text(actor, "description"),
        shape: text(actor, "type"),
        ..Node::default()
    });
    let edges = list(model, "messages").map(|message| Edge {
        from: text(message, "from"),
        to: text(message, "to"),
        label: match message.get("message") {
            Some(Value::String(words)) => words.clone(),
            _ => text(message, "type"),
        },
    });
    Elements {
        line: "message",
        nodes: nodes.collect(),
        edges: edges.collect(),
    }
}
