//! Kubernetes manifests: what serves what, what runs where, and what it is configured by.

use std::collections::HashMap;

use ichiban_tool::Settings;
use serde_json::Value;

use super::data::{self, at, items, members, text};
use super::{Error, File, Picture, Source, options};
use crate::write::graph::{Edge, Graph, Node, Relation, Shape};
use crate::write::{self, fit::fit};

pub(super) const SOURCE: Source = Source {
    name: "kubernetes",
    label: "Kubernetes",
    about: "Manifests of Kubernetes, drawn as a deployment: routes, services, workloads, configuration",
    files: &[".yml", ".yaml"],
    settings: options::BOXES,
    looks,
    draw,
};

fn looks(text: &str) -> u8 {
    let begins = |word: &str| text.lines().any(|line| line.trim_start().starts_with(word));
    if begins("apiVersion:") && begins("kind:") && begins("metadata:") {
        90
    } else {
        0
    }
}

/// A resource, by what others call it.
struct Resource {
    kind: String,
    name: String,
    namespace: String,
    value: Value,
}

impl Resource {
    fn id(&self) -> String {
        id(&self.namespace, &self.kind, &self.name)
    }
}

fn id(namespace: &str, kind: &str, name: &str) -> String {
    format!("{namespace}/{kind}/{name}")
}

fn draw(files: &[File<'_>], settings: &Settings) -> Result<Picture, Error> {
    let mut resources = Vec::new();
    for (number, file) in files.iter().enumerate() {
        for document in data::yaml(number, file.text)? {
            collect(document, &mut resources);
        }
    }
    if resources.is_empty() {
        return Err(Error::Empty("resource with `kind` and `metadata.name`"));
    }
    let mut graph = Graph::default();
    let several = resources.iter().any(|resource| {
        resources
            .first()
            .is_some_and(|first| first.namespace != resource.namespace)
    });
    for resource in &resources {
        graph.node(Node {
            label: label(resource, settings.text(&options::DETAIL_OF_BOXES)),
            shape: shape(&resource.kind),
            group: match resource.namespace.as_str() {
                "" if several => "default".to_owned(),
                namespace => namespace.to_owned(),
            },
            ..Node::named(resource.id())
        });
    }
    let by_label = by_label(&resources);
    for resource in &resources {
        connect(resource, &by_label, &mut graph);
    }
    graph.complete(|name| {
        let mut parts = name.rsplitn(3, '/');
        let (name_, kind) = (parts.next().unwrap_or(name), parts.next().unwrap_or(""));
        Node {
            label: format!("{name_} · {kind}"),
            shape: shape(kind),
            ..Node::named(name)
        }
    });
    Ok(Picture::new(fit(
        graph,
        &options::choice(settings, "LR"),
        write::flowchart,
    )))
}

fn collect(document: Value, resources: &mut Vec<Resource>) {
    let kind = text(&document, &["kind"]).to_owned();
    if kind.ends_with("List") || kind == "List" {
        for item in items(document.get("items")) {
            collect(item.clone(), resources);
        }
        return;
    }
    let name = ["name", "generateName"]
        .iter()
        .map(|field| text(&document, &["metadata", field]))
        .find(|name| !name.is_empty());
    let Some(name) = name.filter(|_| !kind.is_empty()).map(ToOwned::to_owned) else {
        return;
    };
    resources.push(Resource {
        kind,
        name,
        namespace: text(&document, &["metadata", "namespace"]).to_owned(),
        value: document,
    });
}

fn shape(kind: &str) -> Shape {
    match kind {
        "Ingress" | "HTTPRoute" | "GRPCRoute" | "Gateway" | "Route" => Shape::Round,
        "Service" => Shape::Stadium,
        "PersistentVolumeClaim" | "PersistentVolume" => Shape::Store,
        "ConfigMap" | "Secret" => Shape::Slanted,
        "HorizontalPodAutoscaler" | "PodDisruptionBudget" | "NetworkPolicy" => Shape::Hexagon,
        _ => Shape::Box,
    }
}

/// The kind, and how many there are of it.
/// As much of a resource as is asked for.
fn label(resource: &Resource, detail: &str) -> String {
    let name = &resource.name;
    if detail == "names" {
        return name.clone();
    }
    let mut label = format!("{name} · {}", described(resource));
    if detail == "full" {
        let containers = pod(resource).and_then(|pod| at(pod, &["spec", "containers"]));
        for image in items(containers).map(|container| text(container, &["image"])) {
            if !image.is_empty() {
                label.push_str(" · ");
                label.push_str(image);
            }
        }
    }
    label
}

fn described(resource: &Resource) -> String {
    let replicas = at(&resource.value, &["spec", "replicas"]).and_then(Value::as_u64);
    match replicas {
        Some(count) if count != 1 => format!("{} ×{count}", resource.kind),
        _ => resource.kind.clone(),
    }
}

/// The template of the pods that a workload runs.
fn pod(resource: &Resource) -> Option<&Value> {
    let value = &resource.value;
    match resource.kind.as_str() {
        "Pod" => Some(value),
        "CronJob" => at(value, &["spec", "jobTemplate", "spec", "template"]),
        _ => at(value, &["spec", "template"]).filter(|template| template.get("spec").is_some()),
    }
}

/// Workloads by their namespace and a label of their pods.
type ByLabel<'a> = HashMap<(&'a str, &'a str, String), Vec<&'a Resource>>;

fn by_label(resources: &[Resource]) -> ByLabel<'_> {
    let mut found = ByLabel::new();
    for resource in resources {
        for (name, value) in members(labels(resource)) {
            let key = (
                resource.namespace.as_str(),
                name.as_str(),
                data::scalar(value),
            );
            found.entry(key).or_default().push(resource);
        }
    }
    found
}

/// The labels of a workload's pods.
fn labels(workload: &Resource) -> Option<&Value> {
    pod(workload).and_then(|pod| at(pod, &["metadata", "labels"]))
}

/// The workloads of a namespace that a selector means: of those with one of its labels, the fewest
/// are looked at.
fn selected<'a>(
    selector: Option<&Value>,
    namespace: &str,
    by_label: &ByLabel<'a>,
) -> Vec<&'a Resource> {
    let candidates = members(selector).map(|(name, value)| {
        let key = (namespace, name.as_str(), data::scalar(value));
        by_label.get(&key).cloned().unwrap_or_default()
    });
    let mut fewest = candidates.min_by_key(Vec::len).unwrap_or_default();
    fewest.retain(|workload| selects(selector, workload));
    fewest
}

fn connect(resource: &Resource, by_label: &ByLabel<'_>, graph: &mut Graph) {
    let own = resource.id();
    let value = &resource.value;
    let near = |kind: &str, name: &str| id(&resource.namespace, kind, name);
    match resource.kind.as_str() {
        "Service" | "PodDisruptionBudget" | "NetworkPolicy" => {
            let spec = value.get("spec");
            let selector = spec.and_then(|spec| spec.get("selector").or(spec.get("podSelector")));
            let selector = selector
                .and_then(|these| these.get("matchLabels"))
                .or(selector);
            for workload in selected(selector, &resource.namespace, by_label) {
                graph.edge(Edge {
                    label: ports(value),
                    ..Edge::between(&own, workload.id())
                });
            }
        }
        "Ingress" => {
            for rule in items(at(value, &["spec", "rules"])) {
                let host = text(rule, &["host"]);
                for path in items(at(rule, &["http", "paths"])) {
                    let new = text(path, &["backend", "service", "name"]);
                    let old = text(path, &["backend", "serviceName"]);
                    let service = if new.is_empty() { old } else { new };
                    if !service.is_empty() {
                        graph.edge(Edge {
                            label: format!("{host}{}", text(path, &["path"])),
                            ..Edge::between(&own, near("Service", service))
                        });
                    }
                }
            }
            let default = text(value, &["spec", "defaultBackend", "service", "name"]);
            if !default.is_empty() {
                graph.edge(Edge::between(&own, near("Service", default)));
            }
        }
        "HTTPRoute" | "GRPCRoute" => {
            for parent in items(at(value, &["spec", "parentRefs"])) {
                graph.edge(Edge::between(
                    near("Gateway", text(parent, &["name"])),
                    &own,
                ));
            }
            for rule in items(at(value, &["spec", "rules"])) {
                for backend in items(rule.get("backendRefs")) {
                    graph.edge(Edge::between(
                        &own,
                        near("Service", text(backend, &["name"])),
                    ));
                }
            }
        }
        "HorizontalPodAutoscaler" => {
            let target = |field| text(value, &["spec", "scaleTargetRef", field]);
            graph.edge(Edge {
                label: "scales".to_owned(),
                kind: Relation::Depends,
                ..Edge::between(&own, near(target("kind"), target("name")))
            });
        }
        "RoleBinding" | "ClusterRoleBinding" => {
            let role = |field| text(value, &["roleRef", field]);
            graph.edge(Edge::between(&own, near(role("kind"), role("name"))));
            for subject in items(value.get("subjects")) {
                let subject = near(text(subject, &["kind"]), text(subject, &["name"]));
                graph.edge(Edge::between(subject, &own));
            }
        }
        _ => {}
    }
    if let Some(spec) = pod(resource).and_then(|pod| pod.get("spec")) {
        configure(&own, spec, &near, graph);
    }
    for claim in items(at(value, &["spec", "volumeClaimTemplates"])) {
        let name = text(claim, &["metadata", "name"]);
        mount(&own, near("PersistentVolumeClaim", name), graph);
    }
}

/// What a pod is configured by and keeps its data in.
fn configure(own: &str, spec: &Value, near: &impl Fn(&str, &str) -> String, graph: &mut Graph) {
    for volume in items(spec.get("volumes")) {
        for (kind, path) in [
            ("ConfigMap", ["configMap", "name"]),
            ("Secret", ["secret", "secretName"]),
            (
                "PersistentVolumeClaim",
                ["persistentVolumeClaim", "claimName"],
            ),
        ] {
            let name = text(volume, &path);
            if !name.is_empty() {
                mount(own, near(kind, name), graph);
            }
        }
    }
    let containers = ["initContainers", "containers"];
    for container in containers.iter().flat_map(|field| items(spec.get(*field))) {
        for source in items(container.get("envFrom")) {
            for (kind, field) in [("ConfigMap", "configMapRef"), ("Secret", "secretRef")] {
                let name = text(source, &[field, "name"]);
                if !name.is_empty() {
                    mount(own, near(kind, name), graph);
                }
            }
        }
        for variable in items(container.get("env")) {
            for (kind, field) in [("ConfigMap", "configMapKeyRef"), ("Secret", "secretKeyRef")] {
                let name = text(variable, &["valueFrom", field, "name"]);
                if !name.is_empty() {
                    mount(own, near(kind, name), graph);
                }
            }
        }
    }
    let account = text(spec, &["serviceAccountName"]);
    if !account.is_empty() {
        mount(own, near("ServiceAccount", account), graph);
    }
}

fn mount(own: &str, other: String, graph: &mut Graph) {
    graph.edge(Edge {
        kind: Relation::Depends,
        ..Edge::between(own, other)
    });
}

/// Whether a selector's labels are among those of a workload's pods.
fn selects(selector: Option<&Value>, workload: &Resource) -> bool {
    let Some(labels) = labels(workload) else {
        return false;
    };
    members(selector).all(|(name, value)| labels.get(name) == Some(value))
}

fn ports(service: &Value) -> String {
    let ports: Vec<String> = items(at(service, &["spec", "ports"]))
        .filter_map(|port| port.get("port"))
        .map(data::scalar)
        .collect();
    ports.join(", ")
}
