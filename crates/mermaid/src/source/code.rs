//! Types and functions of source code, as every language's source tells them, and the class diagram
//! and call graph drawn of them.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use ichiban_tool::{Choice, Setting, Settings};

use super::{Error, File, Picture, data, options};
use crate::write::graph::{Cardinality, Edge, Graph, Member, Node, Relation, Shape};
use crate::write::{self, fit::fit};

/// The settings of every language's source.
pub(super) const SETTINGS: &[Setting] = &[
    VIEW,
    options::DIRECTION,
    options::DETAIL,
    options::INCLUDE,
    options::EXCLUDE,
    options::GROUP,
    options::LIMIT,
];

const VIEW: Setting = Setting {
    name: "view",
    about: "The classes, or which function calls which; `auto` draws classes if there are any",
    choice: Choice::OneOf(&["auto", "class", "calls"]),
};

/// What files of one language declare.
#[derive(Debug, Default)]
pub(super) struct Code {
    pub(super) types: Vec<TypeDeclaration>,
    pub(super) functions: Vec<Function>,
    /// Where each type is, by its name: types are added by [`type_named`](Self::type_named) alone.
    by_name: HashMap<String, usize>,
}

/// A class, an interface, a struct, an enum.
#[derive(Debug, Default)]
pub(super) struct TypeDeclaration {
    pub(super) name: String,
    /// The file or module, if there are several.
    pub(super) group: String,
    pub(super) stereotype: String,
    pub(super) members: Vec<Member>,
    /// What it is a kind of, by name.
    pub(super) bases: Vec<(String, Relation)>,
    /// Types in its variants and elsewhere that no member tells.
    pub(super) mentions: Vec<String>,
}

/// A function or method, and what it calls.
#[derive(Debug, Default)]
pub(super) struct Function {
    /// The type whose method it is; empty for a function.
    pub(super) owner: String,
    pub(super) name: String,
    pub(super) group: String,
    pub(super) calls: Vec<Call>,
}

/// A call, as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Call {
    /// What stands before the last dot: `self`, a type, a variable, or nothing.
    pub(super) receiver: String,
    pub(super) name: String,
}

impl Code {
    /// The declaration of a type, which may be met before it or in parts.
    pub(super) fn type_named(&mut self, name: &str, group: &str) -> &mut TypeDeclaration {
        let at = self.by_name.get(name).copied().unwrap_or_else(|| {
            self.by_name.insert(name.to_owned(), self.types.len());
            self.types.push(TypeDeclaration {
                name: name.to_owned(),
                group: group.to_owned(),
                ..TypeDeclaration::default()
            });
            self.types.len() - 1
        });
        &mut self.types[at]
    }

    /// Draws what was chosen.
    pub(super) fn draw(self, settings: &Settings) -> Result<Picture, Error> {
        let calls = match settings.text(&VIEW) {
            "class" => false,
            "calls" => true,
            _ => self.types.is_empty(),
        };
        let (graph, direction, write): (Graph, &'static str, write::fit::Write) = if calls {
            (self.calls(), "LR", write::flowchart)
        } else {
            (self.classes(), "TB", write::class)
        };
        if graph.nodes.is_empty() {
            return Err(Error::Empty(if calls {
                "function"
            } else {
                "type declaration"
            }));
        }
        Ok(Picture::new(fit(
            graph,
            &options::choice(settings, direction),
            write,
        )))
    }

    fn classes(self) -> Graph {
        let mut graph = Graph::default();
        let names: BTreeSet<String> = self.types.iter().map(|ty| ty.name.clone()).collect();
        let mut edges = Vec::new();
        for ty in self.types {
            for (base, kind) in &ty.bases {
                // What a type derives from is drawn, wherever it is declared.
                if *base != ty.name {
                    edges.push(Edge {
                        kind: *kind,
                        ..Edge::between(&ty.name, base)
                    });
                }
            }
            for member in ty
                .members
                .iter()
                .filter(|member| member.parameters.is_none())
            {
                for target in
                    words(&member.ty).filter(|word| names.contains(*word) && *word != ty.name)
                {
                    let many = [
                        "[]",
                        "List",
                        "Vec",
                        "Array",
                        "Set",
                        "Map",
                        "Sequence",
                        "list[",
                        "dict[",
                        "set[",
                        "Iterable",
                        "Collection",
                    ]
                    .iter()
                    .any(|word| member.ty.contains(word));
                    let maybe = ["?", "Option", "None", "undefined", "null", "Nullable"]
                        .iter()
                        .any(|word| member.ty.contains(word));
                    let far = match (many, maybe) {
                        (true, _) => Cardinality::ZeroOrMore,
                        (_, true) => Cardinality::ZeroOrOne,
                        _ => Cardinality::One,
                    };
                    edges.push(Edge {
                        label: member.name.clone(),
                        ends: Some((Cardinality::One, far)),
                        ..Edge::between(&ty.name, target)
                    });
                }
            }
            for target in ty.mentions.iter().flat_map(|text| words(text)) {
                if names.contains(target) && target != ty.name {
                    edges.push(Edge {
                        kind: Relation::Depends,
                        ..Edge::between(&ty.name, target)
                    });
                }
            }
            graph.node(Node {
                group: ty.group,
                stereotype: ty.stereotype,
                members: ty.members,
                ..Node::named(ty.name)
            });
        }
        for edge in edges {
            graph.edge(edge);
        }
        graph.complete(|name| Node::named(name.to_owned()));
        graph
    }

    fn calls(&self) -> Graph {
        let mut graph = Graph::default();
        let full = |function: &Function| {
            if function.owner.is_empty() {
                function.name.clone()
            } else {
                format!("{}.{}", function.owner, function.name)
            }
        };
        let mut by_name: BTreeMap<&str, Vec<&Function>> = BTreeMap::new();
        for function in &self.functions {
            by_name.entry(&function.name).or_default().push(function);
            graph.node(Node {
                group: if function.owner.is_empty() {
                    function.group.clone()
                } else {
                    function.owner.clone()
                },
                shape: if function.name == "main" {
                    Shape::Stadium
                } else {
                    Shape::Box
                },
                ..Node::named(full(function))
            });
        }
        for function in &self.functions {
            for call in &function.calls {
                let Some(candidates) = by_name.get(call.name.as_str()) else {
                    continue;
                };
                if let Some(target) = resolve(function, call, candidates) {
                    graph.edge(Edge::between(full(function), full(target)));
                }
            }
        }
        graph
    }
}

/// The function that a call means: one of the type named, one of the same type, a function that is
/// no method, or the only one of that name.
fn resolve<'a>(
    caller: &Function,
    call: &Call,
    candidates: &[&'a Function],
) -> Option<&'a Function> {
    let of = |owner: &str| {
        candidates
            .iter()
            .find(|candidate| candidate.owner == owner)
            .copied()
    };
    let receiver = call.receiver.rsplit(['.', ':']).next().unwrap_or("");
    match receiver {
        "" => of("").or_else(|| of(&caller.owner)),
        "self" | "this" | "Self" | "cls" | "super" => {
            of(&caller.owner).or_else(|| only(candidates))
        }
        name => of(name)
            .or_else(|| {
                candidates
                    .iter()
                    .find(|candidate| candidate.owner.is_empty() && candidate.group == name)
                    .copied()
            })
            .or_else(|| only(candidates)),
    }
}

fn only<'a>(candidates: &[&'a Function]) -> Option<&'a Function> {
    match candidates {
        [one] => Some(*one),
        _ => None,
    }
}

/// The names in a type.
fn words(ty: &str) -> impl Iterator<Item = &str> {
    ty.split(|c: char| !(c.is_alphanumeric() || c == '_'))
        .filter(|word| !word.is_empty())
}

/// What a file's declarations are grouped by, if there are several files.
pub(super) fn group<'a>(file: &File<'a>, files: &[File<'_>]) -> &'a str {
    if files.len() > 1 {
        data::stem(file, "")
    } else {
        ""
    }
}

/// A type on one line, without blanks that say nothing.
pub(super) fn tidy(ty: &str) -> String {
    let mut out = String::new();
    for word in ty.split_whitespace() {
        let sticks = out.ends_with(['<', '(', '[', '&', ':', '.', '*', '!', '\''])
            || word.starts_with(['>', ')', ']', ',', '.', ':', '<', ';', '[', '?']);
        if !out.is_empty() && !sticks {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}
