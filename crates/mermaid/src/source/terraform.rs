//! Terraform and `OpenTofu`: resources, data and modules, and which refers to which.

use std::collections::BTreeSet;

use hcl_edit::expr::{Expression, Traversal, TraversalOperator};
use hcl_edit::structure::{Block, Body};
use hcl_edit::visit::{Visit, visit_block, visit_traversal};
use ichiban_tool::{Choice, Setting, Settings};

use super::{Error, File, Picture, Source, options, syntax};
use crate::write::graph::{Edge, Graph, Node, Relation, Shape};
use crate::write::{self, fit::fit};

pub(super) const SOURCE: Source = Source {
    name: "terraform",
    label: "Terraform",
    about: "Files of Terraform or OpenTofu, drawn as which resource refers to which",
    files: &[".tf", ".tofu", ".hcl"],
    settings: &[
        VALUES,
        options::DIRECTION,
        options::INCLUDE,
        options::EXCLUDE,
        options::GROUP,
        options::LIMIT,
    ],
    looks,
    draw,
};

const VALUES: Setting = Setting {
    name: "values",
    about: "Variables, locals and outputs",
    choice: Choice::OneOf(&["hidden", "shown"]),
};

fn looks(text: &str) -> u8 {
    let is_block = |line: &str| {
        let mut words = line.split_whitespace();
        matches!(
            words.next(),
            Some(
                "resource"
                    | "data"
                    | "module"
                    | "variable"
                    | "provider"
                    | "terraform"
                    | "output"
                    | "locals"
            )
        ) && line.trim_end().ends_with('{')
            && words
                .next()
                .is_some_and(|word| word.starts_with(['"', '{']))
    };
    if text.lines().any(is_block) { 85 } else { 0 }
}

fn draw(files: &[File<'_>], settings: &Settings) -> Result<Picture, Error> {
    let mut declared = Vec::new();
    for (number, file) in files.iter().enumerate() {
        let body: Body = file
            .text
            .parse()
            .map_err(|error: hcl_edit::parser::Error| {
                let at = error.location();
                let message = error.message().replace('\n', "; ");
                syntax(
                    number,
                    at.line(),
                    at.column(),
                    message,
                    "Mend the block at this place.",
                )
            })?;
        for block in body.blocks() {
            declare(block, &mut declared);
        }
    }
    if settings.text(&VALUES) != "shown" {
        declared = without_values(declared);
    }
    if declared.is_empty() {
        return Err(Error::Empty("resource, data source or module"));
    }
    let mut graph = Graph::default();
    for one in &declared {
        graph.node(Node {
            label: one.label.clone(),
            shape: one.shape,
            group: one.group.clone(),
            ..Node::named(&one.address)
        });
    }
    let known: BTreeSet<&str> = declared.iter().map(|one| one.address.as_str()).collect();
    for one in &declared {
        for other in &one.refers {
            if known.contains(other.as_str()) && *other != one.address {
                graph.edge(Edge {
                    kind: if one.waits.contains(other) {
                        Relation::Depends
                    } else {
                        Relation::Uses
                    },
                    ..Edge::between(&one.address, other)
                });
            }
        }
    }
    Ok(Picture::new(fit(
        graph,
        &options::choice(settings, "LR"),
        write::flowchart,
    )))
}

/// Something that others may refer to.
struct Declared {
    /// As others write it: `aws_vpc.main`, `data.aws_ami.ubuntu`, `module.network`.
    address: String,
    label: String,
    shape: Shape,
    group: String,
    refers: Vec<String>,
    /// Those of `refers` that it only waits for.
    waits: Vec<String>,
    is_value: bool,
}

fn declare(block: &Block, declared: &mut Vec<Declared>) {
    let labels: Vec<&str> = block
        .labels
        .iter()
        .map(hcl_edit::structure::BlockLabel::as_str)
        .collect();
    let (address, label, shape) = match (block.ident.as_str(), labels.as_slice()) {
        ("resource", [ty, name]) => (format!("{ty}.{name}"), format!("{name} · {ty}"), shape(ty)),
        ("data", [ty, name]) => (
            format!("data.{ty}.{name}"),
            format!("{name} · {ty}"),
            Shape::Slanted,
        ),
        ("module", [name]) => (
            format!("module.{name}"),
            format!("module {name}"),
            Shape::Subroutine,
        ),
        ("variable", [name]) => (format!("var.{name}"), format!("var.{name}"), Shape::Round),
        ("output", [name]) => (
            format!("output.{name}"),
            format!("output {name}"),
            Shape::Stadium,
        ),
        ("locals", []) => {
            for attribute in block.body.attributes() {
                let name = attribute.key.as_str();
                let mut references = References::default();
                references.visit_expr(&attribute.value);
                declared.push(Declared {
                    address: format!("local.{name}"),
                    label: format!("local.{name}"),
                    shape: Shape::Round,
                    group: String::new(),
                    refers: references.found,
                    waits: Vec::new(),
                    is_value: true,
                });
            }
            return;
        }
        _ => return,
    };
    let mut references = References::default();
    visit_block(&mut references, block);
    let mut waits = References::default();
    for attribute in block.body.attributes() {
        if attribute.key.as_str() == "depends_on" {
            waits.visit_expr(&attribute.value);
        }
    }
    // What is of one provider lies together.
    let group = match block.ident.as_str() {
        "resource" | "data" => labels
            .first()
            .and_then(|ty| ty.split('_').next())
            .unwrap_or("")
            .to_owned(),
        _ => String::new(),
    };
    declared.push(Declared {
        is_value: matches!(block.ident.as_str(), "variable" | "output"),
        address,
        label,
        shape,
        group,
        refers: references.found,
        waits: waits.found,
    });
}

fn shape(ty: &str) -> Shape {
    let keeps = [
        "bucket", "_db", "database", "rds", "dynamodb", "sql", "redis", "storage", "disk", "volume",
    ];
    if keeps.iter().any(|word| ty.contains(word)) {
        Shape::Store
    } else {
        Shape::Box
    }
}

/// The addresses that expressions refer to.
#[derive(Default)]
struct References {
    found: Vec<String>,
}

impl Visit for References {
    fn visit_traversal(&mut self, traversal: &Traversal) {
        let mut path: Vec<&str> = Vec::new();
        if let Expression::Variable(root) = &traversal.expr {
            path.push(root.as_str());
        }
        for operator in &traversal.operators {
            match operator.value() {
                TraversalOperator::GetAttr(name) if path.len() < 3 => path.push(name.as_str()),
                _ => break,
            }
        }
        let address = match path.as_slice() {
            ["data", ty, name, ..] => Some(format!("data.{ty}.{name}")),
            ["each" | "count" | "self" | "path" | "terraform", ..] => None,
            [root, name, ..] => Some(format!("{root}.{name}")),
            _ => None,
        };
        if let Some(address) = address
            && !self.found.contains(&address)
        {
            self.found.push(address);
        }
        visit_traversal(self, traversal);
    }
}

/// Leaves out variables, locals and outputs; what goes through a local is referred to directly.
fn without_values(declared: Vec<Declared>) -> Vec<Declared> {
    let locals: Vec<(String, Vec<String>)> = declared
        .iter()
        .filter(|one| one.address.starts_with("local."))
        .map(|one| (one.address.clone(), one.refers.clone()))
        .collect();
    let mut kept: Vec<Declared> = declared.into_iter().filter(|one| !one.is_value).collect();
    for one in &mut kept {
        // A local may be made of locals.
        let mut at = 0;
        while let Some(reference) = one.refers.get(at).cloned() {
            if let Some((_, through)) = locals.iter().find(|(local, _)| *local == reference) {
                for other in through {
                    if !one.refers.contains(other) {
                        one.refers.push(other.clone());
                    }
                }
            }
            at += 1;
        }
    }
    kept
}
