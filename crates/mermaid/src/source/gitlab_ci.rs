//! GitLab CI: jobs in their stages, and which waits for which.

use ichiban_tool::Settings;
use serde_json::Value;

use super::data::{self, items, members, scalar, text, texts};
use super::{Error, File, Picture, Source, options};
use crate::write::graph::{Edge, Graph, Node, Relation, Shape};
use crate::write::{self, fit::fit};

pub(super) const SOURCE: Source = Source {
    name: "gitlab-ci",
    label: "GitLab CI",
    about: "Pipelines of GitLab, drawn as jobs in their stages and what they wait for",
    files: &[".gitlab-ci.yml", ".gitlab-ci.yaml", ".yml", ".yaml"],
    settings: options::BOXES,
    looks,
    draw,
};

/// Names at the top that are no jobs.
const KEYWORDS: &[&str] = &[
    "after_script",
    "before_script",
    "cache",
    "default",
    "image",
    "include",
    "pages:deploy",
    "services",
    "spec",
    "stages",
    "types",
    "variables",
    "workflow",
];

fn looks(text: &str) -> u8 {
    let begins = |word: &str| text.lines().any(|line| line.starts_with(word));
    let indented = |word: &str| {
        text.lines()
            .any(|line| line.starts_with(' ') && line.trim_start().starts_with(word))
    };
    match (begins("stages:"), indented("stage:"), indented("script:")) {
        (true, _, true) | (_, true, true) => 88,
        (true, true, _) => 80,
        _ => 0,
    }
}

fn draw(files: &[File<'_>], settings: &Settings) -> Result<Picture, Error> {
    let mut pipeline = serde_json::Map::new();
    for (number, file) in files.iter().enumerate() {
        for document in data::yaml(number, file.text)? {
            if let Value::Object(members) = document {
                // A file that includes others is read together with them.
                pipeline.extend(members);
            }
        }
    }
    let pipeline = Value::Object(pipeline);
    let graph = graph(
        &pipeline,
        settings.text(&options::DETAIL_OF_BOXES) == "full",
    );
    if graph.nodes.is_empty() {
        return Err(Error::Empty("job with a script"));
    }
    Ok(Picture::new(fit(
        graph,
        &options::choice(settings, "LR"),
        write::flowchart,
    )))
}

struct Job<'a> {
    name: &'a str,
    stage: String,
    value: &'a Value,
}

fn graph(pipeline: &Value, with_images: bool) -> Graph {
    let mut stages = texts(pipeline.get("stages"));
    if stages.is_empty() {
        stages = ["build", "test", "deploy"].map(str::to_owned).to_vec();
    }
    stages.insert(0, ".pre".to_owned());
    stages.push(".post".to_owned());
    let jobs: Vec<Job<'_>> = members(pipeline.as_object().map(|_| pipeline))
        .filter(|(name, value)| {
            value.is_object() && !name.starts_with('.') && !KEYWORDS.contains(&name.as_str())
        })
        .map(|(name, value)| Job {
            name,
            stage: inherited(value, "stage", pipeline, 0).map_or_else(|| "test".to_owned(), scalar),
            value,
        })
        .collect();
    let place = |job: &Job<'_>| stages.iter().position(|stage| *stage == job.stage);
    let mut ordered: Vec<&Job<'_>> = jobs.iter().collect();
    ordered.sort_by_key(|job| place(job).unwrap_or(usize::MAX));
    let mut graph = Graph::default();
    for job in &ordered {
        let is_manual = inherited(job.value, "when", pipeline, 0)
            .is_some_and(|when| when.as_str() == Some("manual"));
        let is_trigger = job.value.get("trigger").is_some();
        // An image is a text, or an object that names it.
        let image = inherited(job.value, "image", pipeline, 0);
        let image = image.map(|image| image.get("name").unwrap_or(image));
        let image = image.and_then(Value::as_str).filter(|_| with_images);
        graph.node(Node {
            label: image.map_or_else(String::new, |image| format!("{} · {image}", job.name)),
            group: job.stage.clone(),
            shape: match (is_manual, is_trigger) {
                (true, _) => Shape::Hexagon,
                (_, true) => Shape::Subroutine,
                _ => Shape::Box,
            },
            ..Node::named(job.name)
        });
    }
    for job in &ordered {
        if let Some(needs) = inherited(job.value, "needs", pipeline, 0) {
            for need in needed(needs) {
                graph.edge(Edge {
                    kind: if need.1 {
                        Relation::Depends
                    } else {
                        Relation::Uses
                    },
                    ..Edge::between(need.0, job.name)
                });
            }
            continue;
        }
        // Without `needs`, a job waits for the stage before its own that has jobs.
        let before = ordered
            .iter()
            .filter(|other| place(other) < place(job))
            .map(|other| place(other))
            .max();
        for other in ordered.iter().filter(|other| Some(place(other)) == before) {
            graph.edge(Edge::between(other.name, job.name));
        }
    }
    for job in &ordered {
        let project = text(job.value, &["trigger", "project"]);
        let project = match job.value.get("trigger") {
            Some(Value::String(project)) => project,
            _ => project,
        };
        if !project.is_empty() {
            let name = format!("project {project}");
            graph.node(Node {
                label: project.to_owned(),
                shape: Shape::Stadium,
                ..Node::named(&name)
            });
            graph.edge(Edge {
                label: "triggers".to_owned(),
                ..Edge::between(job.name, name)
            });
        }
    }
    graph.complete(|name| Node::named(name.to_owned()));
    graph
}

/// A job's value of a keyword, or that of what it extends.
fn inherited<'a>(
    job: &'a Value,
    keyword: &str,
    pipeline: &'a Value,
    depth: usize,
) -> Option<&'a Value> {
    if let Some(own) = job.get(keyword) {
        return Some(own);
    }
    // GitLab itself goes no deeper.
    if depth > 11 {
        return None;
    }
    // The last of several counts.
    texts(job.get("extends"))
        .iter()
        .rev()
        .find_map(|base| inherited(pipeline.get(base)?, keyword, pipeline, depth + 1))
}

/// The jobs that `needs` names, and whether each may be missing.
fn needed(needs: &Value) -> Vec<(String, bool)> {
    items(Some(needs))
        .filter_map(|need| match need {
            Value::String(name) => Some((name.clone(), false)),
            Value::Object(_) => {
                let name = text(need, &["job"]);
                let is_optional = need.get("optional").and_then(Value::as_bool) == Some(true);
                (!name.is_empty()).then(|| (name.to_owned(), is_optional))
            }
            _ => None,
        })
        .collect()
}
