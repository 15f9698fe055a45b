//! What packages need, as their manifests say it: shared by every manifest's source.

use ichiban_tool::{Choice, Setting, Settings};

use super::{Error, Picture, options};
use crate::write::graph::{Edge, Graph, Node, Relation, Shape};
use crate::write::{self, fit::fit};

/// The settings of every manifest's source.
pub(super) const SETTINGS: &[Setting] = &[
    NEEDS,
    VERSIONS,
    options::DIRECTION,
    options::INCLUDE,
    options::EXCLUDE,
    options::GROUP,
    options::LIMIT,
];

const NEEDS: Setting = Setting {
    name: "needs",
    about: "What is needed to run, or also to develop, build and test",
    choice: Choice::OneOf(&["all", "run"]),
};

const VERSIONS: Setting = Setting {
    name: "versions",
    about: "Write the versions that are needed",
    choice: Choice::Flag,
};

/// A package and what it needs.
#[derive(Debug, Default)]
pub(super) struct Package {
    pub(super) name: String,
    pub(super) version: String,
    pub(super) needs: Vec<Need>,
}

#[derive(Debug)]
pub(super) struct Need {
    pub(super) name: String,
    pub(super) version: String,
    /// What it is needed for, if not to run: `dev`, `build`, `optional`, `peer`.
    pub(super) purpose: String,
}

/// Draws packages and what they need. What lies together is framed by its purpose if there is one
/// package, and by being one of ours if there are several.
#[expect(
    clippy::needless_pass_by_value,
    reason = "every source hands over what it has read"
)]
pub(super) fn draw(packages: Vec<Package>, settings: &Settings) -> Result<Picture, Error> {
    if packages
        .iter()
        .all(|package| package.name.is_empty() && package.needs.is_empty())
    {
        return Err(Error::Empty("package or dependency"));
    }
    let with_versions = settings.flag(&VERSIONS);
    let only_run = settings.text(&NEEDS) == "run";
    let mut graph = Graph::default();
    let several = packages.len() > 1;
    for package in &packages {
        graph.node(Node {
            label: versioned(&package.name, &package.version, with_versions),
            shape: Shape::Stadium,
            group: if several {
                "workspace".to_owned()
            } else {
                String::new()
            },
            ..Node::named(&package.name)
        });
    }
    for package in &packages {
        for need in &package.needs {
            if only_run && !matches!(need.purpose.as_str(), "" | "peer" | "optional") {
                continue;
            }
            if graph.find(&need.name).is_none() {
                graph.node(Node {
                    group: if several {
                        String::new()
                    } else {
                        need.purpose.clone()
                    },
                    ..Node::named(&need.name)
                });
            }
            let label = match (with_versions, several) {
                (true, _) => need.version.clone(),
                (false, true) => need.purpose.clone(),
                (false, false) => String::new(),
            };
            graph.edge(Edge {
                label,
                kind: if need.purpose.is_empty() {
                    Relation::Uses
                } else {
                    Relation::Depends
                },
                ..Edge::between(&package.name, &need.name)
            });
        }
    }
    Ok(Picture::new(fit(
        graph,
        &options::choice(settings, "LR"),
        write::flowchart,
    )))
}

fn versioned(name: &str, version: &str, with_versions: bool) -> String {
    if with_versions && !version.is_empty() {
        format!("{name} {version}")
    } else {
        name.to_owned()
    }
}
