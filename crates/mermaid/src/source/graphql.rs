//! GraphQL schemas: types, interfaces, unions, inputs and enums as classes.

use async_graphql_parser::types::{
    BaseType, FieldDefinition, InputValueDefinition, Type, TypeKind, TypeSystemDefinition,
};
use ichiban_tool::{Choice, Setting, Settings};

use super::{Error, File, Picture, Source, groups, options, syntax};
use crate::write::graph::{Cardinality, Edge, Graph, Member, Node, Relation};
use crate::write::{self, fit::fit};

pub(super) const SOURCE: Source = Source {
    name: "graphql",
    label: "GraphQL schema",
    about: "Type definitions of GraphQL, drawn as classes",
    files: &[".graphql", ".graphqls", ".gql"],
    settings: &[
        ARGUMENTS,
        options::DIRECTION,
        options::DETAIL,
        options::INCLUDE,
        options::EXCLUDE,
        options::GROUP_BY_NAME,
        options::LIMIT,
    ],
    looks,
    draw,
};

const ARGUMENTS: Setting = Setting {
    name: "arguments",
    about: "What fields take",
    choice: Choice::OneOf(&["shown", "hidden"]),
};

fn looks(text: &str) -> u8 {
    let is_definition = |line: &str| {
        let line = line.strip_prefix("extend ").unwrap_or(line);
        [
            "type ",
            "interface ",
            "input ",
            "union ",
            "scalar ",
            "schema {",
            "directive @",
        ]
        .iter()
        .any(|word| line.starts_with(word))
    };
    let definitions = text.lines().filter(|line| is_definition(line)).count();
    let has_types = [
        ": ID!",
        ": String",
        ": Int",
        ": Boolean",
        "type Query",
        "scalar ",
    ]
    .iter()
    .any(|word| text.contains(word));
    // TypeScript's types have `=` and semicolons.
    let is_typescript = text.lines().any(|line| line.trim_end().ends_with(';'));
    if definitions > 0 && has_types && !is_typescript {
        85
    } else {
        0
    }
}

fn draw(files: &[File<'_>], settings: &Settings) -> Result<Picture, Error> {
    let with_arguments = settings.text(&ARGUMENTS) != "hidden";
    let mut graph = Graph::default();
    for (number, file) in files.iter().enumerate() {
        let document = async_graphql_parser::parse_schema(file.text).map_err(|error| {
            let place = error.positions().next().unwrap_or_default();
            let message = error.to_string();
            let words = message
                .lines()
                .rev()
                .find_map(|line| line.trim_start().strip_prefix("= "))
                .unwrap_or(&message)
                .to_owned();
            syntax(
                number,
                place.line,
                place.column,
                format!("this is no GraphQL schema: {words}"),
                "Mend the definition at this place.",
            )
        })?;
        for definition in document.definitions {
            if let TypeSystemDefinition::Type(definition) = definition {
                let definition = definition.node;
                add(
                    definition.name.node.as_str(),
                    definition.kind,
                    with_arguments,
                    &mut graph,
                );
            }
        }
    }
    // Scalars are the words of members, not classes.
    let scalars: Vec<String> = graph
        .nodes
        .iter()
        .filter(|node| node.stereotype == "scalar")
        .map(|node| node.name.clone())
        .collect();
    graph.edges.retain(|edge| !scalars.contains(&edge.to));
    graph.prune();
    if graph.nodes.is_empty() {
        return Err(Error::Empty("type definition"));
    }
    groups::by_name(&mut graph);
    Ok(Picture::new(fit(
        graph,
        &options::choice_by_name(settings, "LR"),
        write::class,
    )))
}

fn add(name: &str, kind: TypeKind, with_arguments: bool, graph: &mut Graph) {
    let mut node = Node::named(name);
    let mut edges = Vec::new();
    match kind {
        TypeKind::Scalar => "scalar".clone_into(&mut node.stereotype),
        TypeKind::Object(object) => {
            for interface in object.implements {
                edges.push(implements(name, interface.node.as_str()));
            }
            for field in object.fields {
                this_field(name, &field.node, with_arguments, &mut node, &mut edges);
            }
        }
        TypeKind::Interface(interface) => {
            "interface".clone_into(&mut node.stereotype);
            for base in interface.implements {
                edges.push(implements(name, base.node.as_str()));
            }
            for field in interface.fields {
                this_field(name, &field.node, with_arguments, &mut node, &mut edges);
            }
        }
        TypeKind::Union(union) => {
            "union".clone_into(&mut node.stereotype);
            for member in union.members {
                edges.push(Edge {
                    kind: Relation::Implements,
                    ..Edge::between(member.node.as_str(), name)
                });
            }
        }
        TypeKind::Enum(values) => {
            "enumeration".clone_into(&mut node.stereotype);
            node.members = values
                .values
                .into_iter()
                .map(|value| Member {
                    name: value.node.value.node.to_string(),
                    ..Member::default()
                })
                .collect();
        }
        TypeKind::InputObject(input) => {
            "input".clone_into(&mut node.stereotype);
            for field in input.fields {
                let InputValueDefinition {
                    name: label, ty, ..
                } = field.node;
                node.members.push(Member {
                    visibility: Some('+'),
                    name: label.node.to_string(),
                    ty: ty.node.to_string(),
                    ..Member::default()
                });
                edges.push(points(name, label.node.as_str(), &ty.node));
            }
        }
    }
    graph.node(node);
    for edge in edges {
        graph.edge(edge);
    }
}

fn this_field(
    owner: &str,
    field: &FieldDefinition,
    with_arguments: bool,
    node: &mut Node,
    edges: &mut Vec<Edge>,
) {
    let arguments: Vec<String> = field
        .arguments
        .iter()
        .map(|argument| format!("{}: {}", argument.node.name.node, argument.node.ty.node))
        .collect();
    node.members.push(Member {
        visibility: Some('+'),
        name: field.name.node.to_string(),
        ty: field.ty.node.to_string(),
        parameters: (!arguments.is_empty() && with_arguments).then(|| arguments.join(", ")),
        ..Member::default()
    });
    edges.push(points(owner, field.name.node.as_str(), &field.ty.node));
}

fn implements(name: &str, interface: &str) -> Edge {
    Edge {
        kind: Relation::Implements,
        ..Edge::between(name, interface)
    }
}

/// The association of a field with its type; what is no class is dropped later.
fn points(owner: &str, label: &str, ty: &Type) -> Edge {
    let mut base = &ty.base;
    let mut many = false;
    while let BaseType::List(item) = base {
        many = true;
        base = &item.base;
    }
    let target = match base {
        BaseType::Named(name) => name.as_str(),
        BaseType::List(_) => "",
    };
    let far = match (many, ty.nullable) {
        (true, _) => Cardinality::ZeroOrMore,
        (_, true) => Cardinality::ZeroOrOne,
        _ => Cardinality::One,
    };
    Edge {
        label: label.to_owned(),
        ends: Some((Cardinality::One, far)),
        ..Edge::between(owner, target)
    }
}
