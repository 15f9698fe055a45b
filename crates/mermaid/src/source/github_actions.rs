//! GitHub Actions: what starts a workflow, and which job waits for which.

use ichiban_tool::{Choice, Setting, Settings};
use serde_json::Value;

use super::data::{self, items, members, scalar, text, texts};
use super::{Error, File, Picture, Source, options};
use crate::write::graph::{Edge, Graph, Node, Relation, Shape};
use crate::write::{self, fit::fit};

pub(super) const SOURCE: Source = Source {
    name: "github-actions",
    label: "GitHub Actions",
    about: "Workflows of GitHub Actions, drawn as jobs and what they wait for",
    files: &[".github/workflows/", ".yml", ".yaml"],
    settings: &[
        STEPS,
        options::DIRECTION,
        options::INCLUDE,
        options::EXCLUDE,
        options::GROUP,
        options::LIMIT,
    ],
    looks,
    draw,
};

const STEPS: Setting = Setting {
    name: "steps",
    about: "Draw the steps of each job, too",
    choice: Choice::Flag,
};

fn looks(text: &str) -> u8 {
    let begins = |word: &str| text.lines().any(|line| line.starts_with(word));
    let is_on = begins("on:") || begins("\"on\":") || begins("'on':") || begins("true:");
    let inside = text.contains("runs-on:") || text.contains("steps:") || text.contains("uses:");
    match (begins("jobs:"), is_on, inside) {
        (true, true, _) => 95,
        (true, false, true) => 80,
        _ => 0,
    }
}

fn draw(files: &[File<'_>], settings: &Settings) -> Result<Picture, Error> {
    let mut graph = Graph::default();
    for (number, file) in files.iter().enumerate() {
        for document in data::yaml(number, file.text)? {
            let workflow = Workflow {
                prefix: if files.len() > 1 {
                    format!("{number}/")
                } else {
                    String::new()
                },
                group: match text(&document, &["name"]) {
                    _ if files.len() == 1 => String::new(),
                    "" => data::stem(file, "workflow").to_owned(),
                    name => name.to_owned(),
                },
                with_steps: settings.flag(&STEPS),
            };
            workflow.add(&document, &mut graph);
        }
    }
    if graph.nodes.is_empty() {
        return Err(Error::Empty("`jobs`"));
    }
    Ok(Picture::new(fit(
        graph,
        &options::choice(settings, "LR"),
        write::flowchart,
    )))
}

struct Workflow {
    prefix: String,
    group: String,
    with_steps: bool,
}

impl Workflow {
    fn add(&self, document: &Value, graph: &mut Graph) {
        let jobs: Vec<(&String, &Value)> = members(document.get("jobs")).collect();
        if jobs.is_empty() {
            return;
        }
        let starts = self.name("on");
        graph.node(Node {
            label: triggers(document),
            shape: Shape::Round,
            group: self.group.clone(),
            ..Node::named(&starts)
        });
        for (id, job) in &jobs {
            let name = self.name(&format!("job {id}"));
            let calls = text(job, &["uses"]);
            graph.node(Node {
                label: label(id, job),
                shape: if calls.is_empty() {
                    Shape::Box
                } else {
                    Shape::Subroutine
                },
                group: if self.with_steps && calls.is_empty() {
                    label(id, job)
                } else {
                    self.group.clone()
                },
                ..Node::named(&name)
            });
            let needs = texts(job.get("needs"));
            if needs.is_empty() {
                graph.edge(Edge::between(&starts, &name));
            }
            let condition = job.get("if").map(scalar).unwrap_or_default();
            for other in needs {
                graph.edge(Edge {
                    label: condition.clone(),
                    kind: if condition.is_empty() {
                        Relation::Uses
                    } else {
                        Relation::Depends
                    },
                    ..Edge::between(self.name(&format!("job {other}")), &name)
                });
            }
            if self.with_steps {
                steps(&name, &label(id, job), job, graph);
            }
            let environment = job.get("environment");
            let environment = environment.map(|it| match it {
                Value::Object(_) => text(it, &["name"]).to_owned(),
                name => scalar(name),
            });
            if let Some(environment) = environment.filter(|name| !name.is_empty()) {
                let target = self.name(&format!("environment {environment}"));
                graph.node(Node {
                    label: environment,
                    shape: Shape::Hexagon,
                    ..Node::named(&target)
                });
                graph.edge(Edge {
                    label: "deploys".to_owned(),
                    ..Edge::between(&name, target)
                });
            }
        }
        graph.complete(|name| Node::named(name.to_owned()));
    }

    fn name(&self, id: &str) -> String {
        format!("{}{id}", self.prefix)
    }
}

/// What starts a workflow. YAML 1.1 reads the word `on` as true.
fn triggers(document: &Value) -> String {
    let on = document.get("on").or_else(|| document.get("true"));
    let names = texts(on);
    if names.is_empty() {
        "start".to_owned()
    } else {
        names.join(", ")
    }
}

fn label(id: &str, job: &Value) -> String {
    let name = text(job, &["name"]);
    // A name that is made of expressions says less than the job's own.
    let name = if name.is_empty() || name.contains("${{") {
        id
    } else {
        name
    };
    let runs = members(data::at(job, &["strategy", "matrix"]))
        .filter(|(axis, _)| !matches!(axis.as_str(), "include" | "exclude"))
        .map(|(_, values)| items(Some(values)).count())
        .filter(|count| *count > 0)
        .product::<usize>();
    if runs > 1 {
        format!("{name} ×{runs}")
    } else {
        name.to_owned()
    }
}

fn steps(job_name: &str, group: &str, job: &Value, graph: &mut Graph) {
    let mut before = job_name.to_owned();
    for (at, step) in items(job.get("steps")).enumerate() {
        let label = ["name", "uses", "run", "id"]
            .iter()
            .map(|field| text(step, &[field]))
            .find(|label| !label.is_empty())
            .unwrap_or("step");
        let name = format!("{job_name} step {}", at + 1);
        graph.node(Node {
            label: label.lines().next().unwrap_or(label).to_owned(),
            group: group.to_owned(),
            ..Node::named(&name)
        });
        graph.edge(Edge::between(&before, &name));
        before = name;
    }
}
