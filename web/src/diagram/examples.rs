//! Diagrams to start from: one of every kind that is drawn, and one of everything that a diagram is
//! made of. Their texts are fetched with the first that is opened.

use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;

use super::state::State;
use crate::shell::words::{t, text, text_if};

#[wasm_bindgen(raw_module = "@js/examples.ts")]
extern "C" {
    /// The text of an example, by its path within `web/examples/diagram`.
    #[wasm_bindgen(js_name = diagramExample, catch)]
    async fn diagram_example(path: &str) -> Result<JsValue, JsValue>;
}

/// Something to start from.
pub(super) struct Example {
    /// A name that no other has.
    pub(super) name: &'static str,
    /// Among which it is shown: an id.
    pub(super) group: &'static str,
    /// What it is: an id, or a name that is the same in every language.
    pub(super) title: &'static str,
    /// What it shows: an id.
    pub(super) about: &'static str,
    /// The name of its file.
    file: &'static str,
    /// Where its file is, within `web/examples/diagram`.
    path: &'static str,
    /// Whether it is a source, of the kind that bears its name; else it is a diagram.
    is_source: bool,
}

impl Example {
    /// What it is.
    pub(super) fn title(&self) -> String {
        text_if(self.title).unwrap_or_else(|| self.title.to_owned())
    }

    /// What it shows.
    pub(super) fn about(&self) -> String {
        text(self.about)
    }

    /// Opens it.
    pub(super) fn open(&'static self, state: State) {
        spawn_local(async move {
            let text = match diagram_example(self.path).await {
                Ok(text) => text.as_string().unwrap_or_default(),
                Err(_) => {
                    return state.tell(t!("diagram-example-unfetched"), true);
                }
            };
            let file = Some(self.file.to_owned());
            if self.is_source {
                state.open_source(vec![(file, text)], Some(self.name.to_owned()));
            } else {
                state.open_diagram(text, file);
            }
        });
    }
}

/// The examples that the invitation shows, with a line of each.
pub(super) const FIRST: [(&str, &str); 6] = [
    ("sequence", "User->>App: Enter address"),
    ("flowchart", "smoke --> canary[Canary, 5 %]"),
    ("er", "CUSTOMER ||--o{ BOOKING : makes"),
    ("sql", "CREATE TABLE public.customers ("),
    ("docker-compose", "depends_on: [db, cache]"),
    ("typescript", "export class Orders {"),
];

/// The groups, in order.
pub(super) const GROUPS: [&str; 8] = [
    "diagram-group-software",
    "diagram-group-time",
    "diagram-group-numbers",
    "diagram-group-ideas",
    "diagram-group-data",
    "diagram-group-code",
    "diagram-group-projects",
    "diagram-group-text",
];

macro_rules! diagram {
    ($group:literal, $name:literal, $title:literal, $about:literal) => {
        Example {
            name: $name,
            group: $group,
            title: $title,
            about: $about,
            file: concat!($name, ".mmd"),
            path: concat!($name, ".mmd"),
            is_source: false,
        }
    };
}

macro_rules! source {
    ($group:literal, $name:literal, $file:literal, $title:literal, $about:literal) => {
        Example {
            name: $name,
            group: $group,
            title: $title,
            about: $about,
            file: $file,
            path: concat!($name, "/", $file),
            is_source: true,
        }
    };
}

/// Every example.
pub(super) const EXAMPLES: &[Example] = &[
    diagram!(
        "diagram-group-software",
        "flowchart",
        "diagram-kind-flowchart",
        "diagram-example-flowchart"
    ),
    diagram!(
        "diagram-group-software",
        "sequence",
        "diagram-kind-sequence",
        "diagram-example-sequence"
    ),
    diagram!(
        "diagram-group-software",
        "class",
        "diagram-kind-class",
        "diagram-example-class"
    ),
    diagram!(
        "diagram-group-software",
        "state",
        "diagram-kind-state",
        "diagram-example-state"
    ),
    diagram!(
        "diagram-group-software",
        "er",
        "diagram-kind-er",
        "diagram-example-er"
    ),
    diagram!(
        "diagram-group-software",
        "gitgraph",
        "diagram-kind-gitgraph",
        "diagram-example-gitgraph"
    ),
    diagram!(
        "diagram-group-software",
        "architecture",
        "diagram-kind-architecture",
        "diagram-example-architecture"
    ),
    diagram!(
        "diagram-group-software",
        "c4",
        "diagram-kind-c4",
        "diagram-example-c4"
    ),
    diagram!(
        "diagram-group-software",
        "block",
        "diagram-kind-block",
        "diagram-example-block"
    ),
    diagram!(
        "diagram-group-software",
        "packet",
        "diagram-kind-packet",
        "diagram-example-packet"
    ),
    diagram!(
        "diagram-group-software",
        "requirement",
        "diagram-kind-requirement",
        "diagram-example-requirement"
    ),
    diagram!(
        "diagram-group-time",
        "gantt",
        "diagram-kind-gantt",
        "diagram-example-gantt"
    ),
    diagram!(
        "diagram-group-time",
        "timeline",
        "diagram-kind-timeline",
        "diagram-example-timeline"
    ),
    diagram!(
        "diagram-group-time",
        "journey",
        "diagram-kind-journey",
        "diagram-example-journey"
    ),
    diagram!(
        "diagram-group-time",
        "kanban",
        "diagram-kind-kanban",
        "diagram-example-kanban"
    ),
    diagram!(
        "diagram-group-numbers",
        "pie",
        "diagram-kind-pie",
        "diagram-example-pie"
    ),
    diagram!(
        "diagram-group-numbers",
        "xychart",
        "diagram-kind-xychart",
        "diagram-example-xychart"
    ),
    diagram!(
        "diagram-group-numbers",
        "quadrant",
        "diagram-kind-quadrant",
        "diagram-example-quadrant"
    ),
    diagram!(
        "diagram-group-numbers",
        "sankey",
        "diagram-kind-sankey",
        "diagram-example-sankey"
    ),
    diagram!(
        "diagram-group-numbers",
        "radar",
        "diagram-kind-radar",
        "diagram-example-radar"
    ),
    diagram!(
        "diagram-group-numbers",
        "treemap",
        "diagram-kind-treemap",
        "diagram-example-treemap"
    ),
    diagram!(
        "diagram-group-ideas",
        "mindmap",
        "diagram-kind-mindmap",
        "diagram-example-mindmap"
    ),
    source!(
        "diagram-group-data",
        "json",
        "order.json",
        "JSON",
        "diagram-example-json"
    ),
    source!(
        "diagram-group-data",
        "json-schema",
        "person.schema.json",
        "JSON Schema",
        "diagram-example-json-schema"
    ),
    source!(
        "diagram-group-data",
        "openapi",
        "petstore.yaml",
        "OpenAPI",
        "diagram-example-openapi"
    ),
    source!(
        "diagram-group-data",
        "graphql",
        "blog.graphql",
        "GraphQL",
        "diagram-example-graphql"
    ),
    source!(
        "diagram-group-data",
        "protobuf",
        "service.proto",
        "Protobuf",
        "diagram-example-protobuf"
    ),
    source!(
        "diagram-group-data",
        "sql",
        "shop-postgres.sql",
        "SQL",
        "diagram-example-sql"
    ),
    source!(
        "diagram-group-data",
        "prisma",
        "blog.prisma",
        "Prisma",
        "diagram-example-prisma"
    ),
    source!(
        "diagram-group-data",
        "csv",
        "months.csv",
        "CSV",
        "diagram-example-csv"
    ),
    source!(
        "diagram-group-data",
        "state-table",
        "turnstile.csv",
        "diagram-source-state-table",
        "diagram-example-state-machine"
    ),
    source!(
        "diagram-group-data",
        "xstate",
        "fetch.json",
        "XState",
        "diagram-example-state-machine"
    ),
    source!(
        "diagram-group-code",
        "typescript",
        "services.ts",
        "TypeScript",
        "diagram-example-classes"
    ),
    source!(
        "diagram-group-code",
        "python",
        "models.py",
        "Python",
        "diagram-example-classes"
    ),
    source!(
        "diagram-group-code",
        "rust",
        "shapes.rs",
        "Rust",
        "diagram-example-rust"
    ),
    source!(
        "diagram-group-code",
        "go",
        "server.go",
        "Go",
        "diagram-example-go"
    ),
    source!(
        "diagram-group-code",
        "java",
        "shop.java",
        "Java",
        "diagram-example-classes"
    ),
    source!(
        "diagram-group-projects",
        "cargo",
        "Cargo.toml",
        "Cargo.toml",
        "diagram-example-cargo"
    ),
    source!(
        "diagram-group-projects",
        "package-json",
        "app.json",
        "package.json",
        "diagram-example-dependencies"
    ),
    source!(
        "diagram-group-projects",
        "go-mod",
        "app.mod",
        "go.mod",
        "diagram-example-go-mod"
    ),
    source!(
        "diagram-group-projects",
        "pyproject",
        "pep621.toml",
        "pyproject.toml",
        "diagram-example-dependencies"
    ),
    source!(
        "diagram-group-projects",
        "docker-compose",
        "web.yml",
        "Compose",
        "diagram-example-docker-compose"
    ),
    source!(
        "diagram-group-projects",
        "kubernetes",
        "web.yaml",
        "Kubernetes",
        "diagram-example-kubernetes"
    ),
    source!(
        "diagram-group-projects",
        "terraform",
        "network.tf",
        "Terraform",
        "diagram-example-terraform"
    ),
    source!(
        "diagram-group-projects",
        "github-actions",
        "ci.yml",
        "GitHub Actions",
        "diagram-example-github-actions"
    ),
    source!(
        "diagram-group-projects",
        "gitlab-ci",
        "needs.yml",
        "GitLab CI",
        "diagram-example-gitlab-ci"
    ),
    source!(
        "diagram-group-text",
        "git-log",
        "graph.log",
        "git log",
        "diagram-example-git-log"
    ),
    source!(
        "diagram-group-text",
        "stack-trace",
        "java.txt",
        "diagram-source-stack-trace",
        "diagram-example-calls"
    ),
    source!(
        "diagram-group-text",
        "log",
        "spring.log",
        "diagram-source-log",
        "diagram-example-calls"
    ),
    source!(
        "diagram-group-text",
        "markdown",
        "readme.md",
        "Markdown",
        "diagram-example-markdown"
    ),
];

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use std::collections::BTreeSet;

    use ichiban_mermaid::render::Renderer;
    use ichiban_mermaid::render::theme::THEMES;
    use ichiban_mermaid::source::{self, File, SOURCES};
    use ichiban_tool::Settings;

    use super::*;

    #[test]
    fn every_example_is_drawn() {
        let renderer = Renderer::new(&THEMES[0], "example", None).unwrap();
        for example in EXAMPLES {
            let path = format!(
                "{}/examples/diagram/{}",
                env!("CARGO_MANIFEST_DIR"),
                example.path
            );
            let mut text = std::fs::read_to_string(path).unwrap();
            if example.is_source {
                let files = [File {
                    name: Some(example.file),
                    text: &text,
                }];
                let kind = source::source(example.name);
                let made = source::from(kind, &files, &Settings::default());
                text = made
                    .unwrap_or_else(|error| panic!("{}: {error}", example.name))
                    .text;
            }
            let picture = renderer.render(&text);
            assert!(picture.is_ok(), "{}: {:?}", example.name, picture.err());
        }
    }

    #[test]
    fn every_kind_of_source_has_one() {
        let shown: BTreeSet<&str> = EXAMPLES
            .iter()
            .filter(|example| example.is_source)
            .map(|example| example.name)
            .collect();
        let known: BTreeSet<&str> = SOURCES.iter().map(|source| source.name).collect();
        assert_eq!(shown, known);
    }

    #[test]
    fn names_and_groups_are_known() {
        let names: BTreeSet<&str> = EXAMPLES.iter().map(|example| example.name).collect();
        assert_eq!(names.len(), EXAMPLES.len(), "a name is there twice");
        assert!(FIRST.iter().all(|(name, _)| names.contains(name)));
        assert!(
            EXAMPLES
                .iter()
                .all(|example| GROUPS.contains(&example.group))
        );
    }
}
