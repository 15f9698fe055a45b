//! Docker Compose: services, what they wait for, where they keep data, and how they are reached.

use ichiban_tool::{Choice, Setting, Settings};
use serde_json::Value;

use super::data::{self, items, members, scalar, text, texts};
use super::{Error, File, Picture, Source, options};
use crate::write::graph::{Edge, Graph, Node, Relation, Shape};
use crate::write::{self, fit::fit};

pub(super) const SOURCE: Source = Source {
    name: "docker-compose",
    label: "Docker Compose",
    about: "compose.yaml, drawn as services with their ports, volumes and what they wait for",
    files: &[
        "docker-compose.yml",
        "docker-compose.yaml",
        "compose.yml",
        "compose.yaml",
        ".yml",
        ".yaml",
    ],
    settings: &[
        STORES,
        options::DIRECTION,
        options::INCLUDE,
        options::EXCLUDE,
        options::GROUP,
        options::LIMIT,
    ],
    looks,
    draw,
};

const STORES: Setting = Setting {
    name: "volumes",
    about: "Named volumes",
    choice: Choice::OneOf(&["shown", "hidden"]),
};

fn looks(text: &str) -> u8 {
    let has = |word: &str| text.lines().any(|line| line.trim_end() == word);
    let inside = ["image:", "build:", "depends_on:"];
    if has("services:") && inside.iter().any(|word| text.contains(word)) {
        90
    } else {
        0
    }
}

fn draw(files: &[File<'_>], settings: &Settings) -> Result<Picture, Error> {
    let mut graph = Graph::default();
    let with_volumes = settings.text(&STORES) != "hidden";
    for (number, file) in files.iter().enumerate() {
        for document in data::yaml(number, file.text)? {
            let services = document.get("services");
            let networks = members(document.get("networks")).count();
            for (name, service) in members(services) {
                add(name, service, networks > 1, with_volumes, &mut graph);
            }
        }
    }
    if graph.nodes.is_empty() {
        return Err(Error::Empty("`services`"));
    }
    graph.complete(|name| Node::named(name.to_owned()));
    Ok(Picture::new(fit(
        graph,
        &options::choice(settings, "LR"),
        write::flowchart,
    )))
}

fn add(name: &str, service: &Value, by_network: bool, with_volumes: bool, graph: &mut Graph) {
    let image = text(service, &["image"]);
    let built = service.get("build").map(|build| {
        let context = build.as_str().unwrap_or_else(|| text(build, &["context"]));
        format!("built from {context}")
    });
    let made_of = built.unwrap_or_else(|| image.to_owned());
    let looks_like_store = [
        "postgres",
        "mysql",
        "mariadb",
        "mongo",
        "redis",
        "valkey",
        "memcached",
        "elasticsearch",
        "opensearch",
        "cassandra",
        "minio",
        "clickhouse",
        "influxdb",
        "couchdb",
        "neo4j",
    ]
    .iter()
    .any(|store| image.contains(store));
    let networks = texts(service.get("networks"));
    graph.node(Node {
        label: if made_of.is_empty() {
            name.to_owned()
        } else {
            format!("{name} · {made_of}")
        },
        shape: if looks_like_store {
            Shape::Store
        } else {
            Shape::Box
        },
        group: match networks.as_slice() {
            [only] if by_network => format!("network {only}"),
            _ => String::new(),
        },
        ..Node::named(name)
    });
    for other in texts(service.get("depends_on")) {
        let condition = text(service, &["depends_on", &other, "condition"]);
        graph.edge(Edge {
            label: condition.trim_start_matches("service_").replace('_', " "),
            ..Edge::between(name, other)
        });
    }
    for link in texts(service.get("links")) {
        let other = link.split(':').next().unwrap_or(&link).to_owned();
        graph.edge(Edge::between(name, other));
    }
    for port in items(service.get("ports")) {
        let published = match port {
            Value::Object(_) => port.get("published").map(scalar).unwrap_or_default(),
            short => published(&scalar(short)),
        };
        if !published.is_empty() {
            let outside = format!("port {published}");
            graph.node(Node {
                shape: Shape::Round,
                ..Node::named(&outside)
            });
            graph.edge(Edge::between(outside, name));
        }
    }
    for volume in items(service.get("volumes")).filter(|_| with_volumes) {
        let (source, target) = match volume {
            Value::Object(_) => (
                text(volume, &["source"]).to_owned(),
                text(volume, &["target"]),
            ),
            short => {
                let short = short.as_str().unwrap_or("");
                let (source, rest) = short.split_once(':').unwrap_or(("", ""));
                (source.to_owned(), rest.split(':').next().unwrap_or(""))
            }
        };
        // A path is a folder of the host, which nothing shares.
        if source.is_empty() || source.starts_with(['.', '/', '~', '$']) {
            continue;
        }
        let store = format!("volume {source}");
        graph.node(Node {
            label: source,
            shape: Shape::Store,
            ..Node::named(&store)
        });
        graph.edge(Edge {
            label: target.to_owned(),
            kind: Relation::Depends,
            ..Edge::between(name, store)
        });
    }
}

/// The port of the host in `[ip:]host:container[/protocol]`; what has no host's is not published.
fn published(short: &str) -> String {
    let without_protocol = short.split('/').next().unwrap_or(short);
    let mut parts = without_protocol.rsplit(':');
    let _container = parts.next();
    parts.next().unwrap_or("").to_owned()
}
