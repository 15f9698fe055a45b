//! Diagrams to start from: one of every kind that is drawn, and one of everything that a diagram is
//! made of. Their texts are fetched with the first that is opened.

use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;

use super::state::State;

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
    /// Among which it is shown.
    pub(super) group: &'static str,
    /// What it is.
    pub(super) title: &'static str,
    /// What it shows.
    pub(super) about: &'static str,
    /// The name of its file.
    file: &'static str,
    /// Where its file is, within `web/examples/diagram`.
    path: &'static str,
    /// Whether it is a source, of the kind that bears its name; else it is a diagram.
    is_source: bool,
}

impl Example {
    /// Opens it.
    pub(super) fn open(&'static self, state: State) {
        spawn_local(async move {
            let text = match diagram_example(self.path).await {
                Ok(text) => text.as_string().unwrap_or_default(),
                Err(_) => {
                    return state.tell("The example could not be fetched. Try again.", true);
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
    "Software",
    "Time and work",
    "Numbers",
    "Ideas",
    "From data",
    "From code",
    "From projects",
    "From text",
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
        "Software",
        "flowchart",
        "Flowchart",
        "A release, with its decisions"
    ),
    diagram!(
        "Software",
        "sequence",
        "Sequence",
        "Sign-in by mail, with alternatives"
    ),
    diagram!("Software", "class", "Class", "Orders and payments"),
    diagram!("Software", "state", "State", "From draft to archive"),
    diagram!(
        "Software",
        "er",
        "Entity relationship",
        "Bookings of a hotel"
    ),
    diagram!(
        "Software",
        "gitgraph",
        "Git graph",
        "A feature, a merge, a hotfix"
    ),
    diagram!(
        "Software",
        "architecture",
        "Architecture",
        "Services and stores in a cloud"
    ),
    diagram!("Software", "c4", "C4 context", "People and systems"),
    diagram!("Software", "block", "Block", "A layout in columns"),
    diagram!("Software", "packet", "Packet", "The head of TCP"),
    diagram!(
        "Software",
        "requirement",
        "Requirement",
        "What satisfies what"
    ),
    diagram!("Time and work", "gantt", "Gantt", "A release in six weeks"),
    diagram!("Time and work", "timeline", "Timeline", "How the web grew"),
    diagram!(
        "Time and work",
        "journey",
        "User journey",
        "Renting a bicycle"
    ),
    diagram!("Time and work", "kanban", "Kanban", "A board"),
    diagram!("Numbers", "pie", "Pie", "Where a request spends its time"),
    diagram!("Numbers", "xychart", "XY chart", "Signups a month"),
    diagram!("Numbers", "quadrant", "Quadrant", "What to build next"),
    diagram!("Numbers", "sankey", "Sankey", "From visitor to customer"),
    diagram!("Numbers", "radar", "Radar", "Two databases"),
    diagram!("Numbers", "treemap", "Treemap", "What a bundle holds"),
    diagram!("Ideas", "mindmap", "Mind map", "Onboarding"),
    source!(
        "From data",
        "json",
        "order.json",
        "JSON",
        "Its structure as classes"
    ),
    source!(
        "From data",
        "json-schema",
        "person.schema.json",
        "JSON Schema",
        "Types and references"
    ),
    source!(
        "From data",
        "openapi",
        "petstore.yaml",
        "OpenAPI",
        "Schemas and operations"
    ),
    source!(
        "From data",
        "graphql",
        "blog.graphql",
        "GraphQL",
        "Types of a schema"
    ),
    source!(
        "From data",
        "protobuf",
        "service.proto",
        "Protobuf",
        "Messages and services"
    ),
    source!(
        "From data",
        "sql",
        "shop-postgres.sql",
        "SQL",
        "Tables, keys and cardinality"
    ),
    source!(
        "From data",
        "prisma",
        "blog.prisma",
        "Prisma",
        "Models and relations"
    ),
    source!(
        "From data",
        "csv",
        "months.csv",
        "CSV",
        "A chart of its columns"
    ),
    source!(
        "From data",
        "state-table",
        "turnstile.csv",
        "State table",
        "A state machine"
    ),
    source!(
        "From data",
        "xstate",
        "fetch.json",
        "XState",
        "A state machine"
    ),
    source!(
        "From code",
        "typescript",
        "services.ts",
        "TypeScript",
        "Classes and calls"
    ),
    source!(
        "From code",
        "python",
        "models.py",
        "Python",
        "Classes and calls"
    ),
    source!(
        "From code",
        "rust",
        "shapes.rs",
        "Rust",
        "Types, traits and calls"
    ),
    source!(
        "From code",
        "go",
        "server.go",
        "Go",
        "Types, interfaces and calls"
    ),
    source!(
        "From code",
        "java",
        "shop.java",
        "Java",
        "Classes and calls"
    ),
    source!(
        "From projects",
        "cargo",
        "Cargo.toml",
        "Cargo.toml",
        "Packages and dependencies"
    ),
    source!(
        "From projects",
        "package-json",
        "app.json",
        "package.json",
        "Dependencies"
    ),
    source!("From projects", "go-mod", "app.mod", "go.mod", "Modules"),
    source!(
        "From projects",
        "pyproject",
        "pep621.toml",
        "pyproject.toml",
        "Dependencies"
    ),
    source!(
        "From projects",
        "docker-compose",
        "web.yml",
        "Compose",
        "Services, networks, volumes"
    ),
    source!(
        "From projects",
        "kubernetes",
        "web.yaml",
        "Kubernetes",
        "What selects and mounts what"
    ),
    source!(
        "From projects",
        "terraform",
        "network.tf",
        "Terraform",
        "Resources and references"
    ),
    source!(
        "From projects",
        "github-actions",
        "ci.yml",
        "GitHub Actions",
        "Jobs and what they need"
    ),
    source!(
        "From projects",
        "gitlab-ci",
        "needs.yml",
        "GitLab CI",
        "Stages and jobs"
    ),
    source!(
        "From text",
        "git-log",
        "graph.log",
        "git log",
        "Branches and merges"
    ),
    source!(
        "From text",
        "stack-trace",
        "java.txt",
        "Stack trace",
        "Calls, as a sequence"
    ),
    source!(
        "From text",
        "log",
        "spring.log",
        "Log",
        "Calls, as a sequence"
    ),
    source!(
        "From text",
        "markdown",
        "readme.md",
        "Markdown",
        "Its outline as a mind map"
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
