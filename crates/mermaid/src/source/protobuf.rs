//! Protocol Buffers: messages and enums as classes, services as interfaces.

use std::collections::HashSet;

use ichiban_tool::Settings;
use prost_types::field_descriptor_proto::Label;
use prost_types::{DescriptorProto, EnumDescriptorProto, FieldDescriptorProto};
use protox_parse::parse;

use super::{Error, File, Picture, Source, options, syntax};
use crate::text::place_at;
use crate::write::graph::{Cardinality, Edge, Graph, Member, Node, Relation};
use crate::write::{self, fit::fit};

pub(super) const SOURCE: Source = Source {
    name: "protobuf",
    label: "Protocol Buffers",
    about: "Messages, enums and services of .proto files, drawn as classes",
    files: &[".proto"],
    settings: options::GRAPH,
    looks,
    draw,
};

fn looks(text: &str) -> u8 {
    let begins = |word: &str| text.lines().any(|line| line.trim_start().starts_with(word));
    if begins("syntax = \"proto") || begins("syntax=\"proto") || begins("edition = \"") {
        95
    } else if begins("message ") && text.contains(" = 1;") {
        80
    } else {
        0
    }
}

fn draw(files: &[File<'_>], settings: &Settings) -> Result<Picture, Error> {
    let mut graph = Graph::default();
    let several = files.len() > 1;
    for (number, file) in files.iter().enumerate() {
        let name = file.name.unwrap_or("input.proto");
        let descriptor = parse(name, file.text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            let place = place_at(file.text, at);
            syntax(
                number,
                place.line as usize,
                place.column as usize,
                error.to_string(),
                "Mend the definition at this place.",
            )
        })?;
        let package = descriptor.package().to_owned();
        let group = if several { package } else { String::new() };
        for message in &descriptor.message_type {
            add_message("", message, &group, &mut graph);
        }
        for values in &descriptor.enum_type {
            add_enum("", values, &group, &mut graph);
        }
        for service in &descriptor.service {
            let methods = service.method.iter().map(|method| {
                let stream = |is: bool| if is { "stream " } else { "" };
                Member {
                    visibility: Some('+'),
                    name: method.name().to_owned(),
                    parameters: Some(format!(
                        "{}{}",
                        stream(method.client_streaming()),
                        last(method.input_type())
                    )),
                    ty: format!(
                        "{}{}",
                        stream(method.server_streaming()),
                        last(method.output_type())
                    ),
                    ..Member::default()
                }
            });
            graph.node(Node {
                stereotype: "service".to_owned(),
                group: group.clone(),
                members: methods.collect(),
                ..Node::named(service.name())
            });
            for method in &service.method {
                for (ty, label) in [
                    (method.input_type(), "takes"),
                    (method.output_type(), "gives"),
                ] {
                    graph.edge(Edge {
                        label: label.to_owned(),
                        kind: Relation::Depends,
                        ..Edge::between(service.name(), ty)
                    });
                }
            }
        }
    }
    resolve(&mut graph);
    if graph.nodes.is_empty() {
        return Err(Error::Empty("message, enum or service"));
    }
    Ok(Picture::new(fit(
        graph,
        &options::choice(settings, "LR"),
        write::class,
    )))
}

fn nested(outer: &str, name: &str) -> String {
    if outer.is_empty() {
        name.to_owned()
    } else {
        format!("{outer}.{name}")
    }
}

fn add_message(outer: &str, message: &DescriptorProto, group: &str, graph: &mut Graph) {
    let name = nested(outer, message.name());
    let mut node = Node {
        group: group.to_owned(),
        ..Node::named(&name)
    };
    let mut edges = Vec::new();
    for field in &message.field {
        // A map is a repeated message of pairs, which nobody wrote.
        let entry = message.nested_type.iter().find(|inner| {
            let is_map = inner
                .options
                .as_ref()
                .is_some_and(prost_types::MessageOptions::map_entry);
            is_map && last(field.type_name()) == inner.name()
        });
        let (words, target, many) = if let Some(entry) = entry {
            let mut parts = entry.field.iter();
            let key = parts.next().map(words).unwrap_or_default();
            let value = parts.next();
            let target = value.map(|value| value.type_name().to_owned());
            let value = value.map(words).unwrap_or_default();
            (
                format!("map {key} → {value}"),
                target.unwrap_or_default(),
                true,
            )
        } else {
            let many = field.label() == Label::Repeated;
            let suffix = if many { "[]" } else { "" };
            (
                format!("{}{suffix}", words(field)),
                field.type_name().to_owned(),
                many,
            )
        };
        let is_optional = field.proto3_optional() || field.oneof_index.is_some();
        node.members.push(Member {
            visibility: Some('+'),
            name: field.name().to_owned(),
            ty: if is_optional {
                format!("{words}?")
            } else {
                words
            },
            ..Member::default()
        });
        if !target.is_empty() {
            let far = match (many, is_optional) {
                (true, _) => Cardinality::ZeroOrMore,
                (_, true) => Cardinality::ZeroOrOne,
                _ => Cardinality::One,
            };
            edges.push(Edge {
                label: field.name().to_owned(),
                kind: Relation::Composes,
                ends: Some((Cardinality::One, far)),
                ..Edge::between(&name, target)
            });
        }
    }
    graph.node(node);
    graph.edges.extend(edges);
    for inner in &message.nested_type {
        let is_map = inner
            .options
            .as_ref()
            .is_some_and(prost_types::MessageOptions::map_entry);
        if !is_map {
            add_message(&name, inner, group, graph);
        }
    }
    for values in &message.enum_type {
        add_enum(&name, values, group, graph);
    }
}

fn add_enum(outer: &str, values: &EnumDescriptorProto, group: &str, graph: &mut Graph) {
    graph.node(Node {
        stereotype: "enumeration".to_owned(),
        group: group.to_owned(),
        members: values
            .value
            .iter()
            .map(|value| Member {
                name: value.name().to_owned(),
                ..Member::default()
            })
            .collect(),
        ..Node::named(nested(outer, values.name()))
    });
}

/// The last part of a name.
fn last(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}

fn words(field: &FieldDescriptorProto) -> String {
    if field.type_name.is_some() {
        return last(field.type_name()).to_owned();
    }
    format!("{:?}", field.r#type()).to_lowercase()
}

/// Names are looked up as the language does, from the inside out; what is in no file is dropped.
fn resolve(graph: &mut Graph) {
    let names: HashSet<String> = graph.nodes.iter().map(|node| node.name.clone()).collect();
    for edge in &mut graph.edges {
        let wanted = edge.to.trim_start_matches('.').to_owned();
        let mut scope = Some(edge.from.as_str());
        let mut found = None;
        while let Some(outer) = scope {
            let candidate = nested(outer, &wanted);
            if names.contains(&candidate) {
                found = Some(candidate);
                break;
            }
            scope = outer.rsplit_once('.').map(|(outer, _)| outer);
        }
        // Without its package, a name may be written in full.
        let suffix = || {
            let mut rest = Some(wanted.as_str());
            while let Some(name) = rest {
                if names.contains(name) {
                    return Some(name.to_owned());
                }
                rest = name.split_once('.').map(|(_, rest)| rest);
            }
            None
        };
        if let Some(name) = found.or_else(suffix) {
            edge.to = name;
        }
    }
    graph.prune();
    let edges = std::mem::take(&mut graph.edges);
    for edge in edges {
        graph.edge(edge);
    }
}
