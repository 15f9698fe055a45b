//! State machines of `XState`, written as JSON (SCXML in JSON; Stately's exports are such) or in
//! code, as the object that `createMachine` is called with.

mod code;

use ichiban_tool::Settings;
use serde_json::Value;

use super::data::{self, at, items, members, scalar, text};
use super::{Error, File, Picture, Source, options, syntax};
use crate::text::place_at;
use crate::write::graph::{Edge, Graph, Node};
use crate::write::{self, fit::fit};

pub(super) const SOURCE: Source = Source {
    name: "xstate",
    label: "XState machine",
    about: "State machines of XState in JSON or in a call of createMachine, drawn as a state diagram",
    files: &[
        ".machine.json",
        ".json",
        ".machine.ts",
        ".machine.js",
        ".ts",
        ".js",
        ".mjs",
        ".mts",
    ],
    settings: &[
        options::DIRECTION,
        options::INCLUDE,
        options::EXCLUDE,
        options::LIMIT,
    ],
    looks,
    draw,
};

/// Machines nested deeper are none that a person drew.
const MAX_DEPTH: usize = 20;

fn looks(text: &str) -> u8 {
    if !text.trim_start().starts_with(['{', '[']) {
        return if code::looks(text) { 92 } else { 0 };
    }
    let has = |name: &str| text.contains(&format!("\"{name}\""));
    let transitions = has("on") || has("always") || has("after") || has("invoke");
    match (has("states"), has("initial") || has("type"), transitions) {
        (true, true, true) => 90,
        (true, true, false) => 50,
        _ => 0,
    }
}

fn draw(files: &[File<'_>], settings: &Settings) -> Result<Picture, Error> {
    let mut machine = Machine::default();
    for (number, file) in files.iter().enumerate() {
        let documents = documents(number, file.text)?;
        let several = documents.len() > 1;
        for (at, document) in documents.iter().enumerate() {
            // An export may wrap the machine.
            let root = ["machine", "config", "definition"]
                .iter()
                .find_map(|name| {
                    document
                        .get(name)
                        .filter(|inner| inner.get("states").is_some())
                })
                .unwrap_or(document);
            let prefix = match text(root, &["id"]) {
                "" if several => format!("machine {}", at + 1),
                id if several => id.to_owned(),
                _ if files.len() > 1 => data::stem(file, "machine").to_owned(),
                _ => String::new(),
            };
            machine.collect(root, &prefix, 0);
            machine.connect(root, &prefix, 0);
        }
    }
    if machine.graph.nodes.is_empty() {
        return Err(Error::Empty("`states`"));
    }
    machine.graph.nodes.push(Node::named(write::START));
    machine.graph.prune();
    Ok(Picture::new(fit(
        machine.graph,
        &options::choice(settings, "LR"),
        write::state,
    )))
}

/// The machines of a file.
fn documents(number: usize, text: &str) -> Result<Vec<Value>, Error> {
    if text.trim_start().starts_with(['{', '[']) || !code::looks(text) {
        return Ok(vec![data::json(number, text)?]);
    }
    code::machines(text).map_err(|error| {
        let place = place_at(text, error.offset);
        syntax(
            number,
            place.line as usize,
            place.column as usize,
            format!("this is not TypeScript or JavaScript: {}", error.message),
            "Mend the code at this place.",
        )
    })
}

#[derive(Default)]
struct Machine {
    graph: Graph,
    /// States by the id that they are given.
    by_id: Vec<(String, String)>,
}

fn path(parent: &str, name: &str) -> String {
    if parent.is_empty() {
        name.to_owned()
    } else {
        format!("{parent}.{name}")
    }
}

impl Machine {
    fn collect(&mut self, state: &Value, own: &str, depth: usize) {
        let id = text(state, &["id"]);
        if !id.is_empty() {
            self.by_id.push((id.to_owned(), own.to_owned()));
        }
        if depth > MAX_DEPTH {
            return;
        }
        for (name, child) in members(state.get("states")) {
            let full = path(own, name);
            let mut node = Node {
                label: name.clone(),
                group: own.to_owned(),
                ..Node::named(&full)
            };
            for (field, words) in [("entry", "entry"), ("exit", "exit"), ("invoke", "do")] {
                let actions = actions(child.get(field));
                if !actions.is_empty() {
                    node.members.push(crate::write::graph::Member {
                        name: format!("{words} / {}", actions.join(", ")),
                        ..Default::default()
                    });
                }
            }
            self.graph.node(node);
            self.collect(child, &full, depth + 1);
        }
    }

    fn connect(&mut self, state: &Value, own: &str, depth: usize) {
        if depth > MAX_DEPTH {
            return;
        }
        let initial = match state.get("initial") {
            Some(Value::String(name)) => name.as_str(),
            Some(other) => text(other, &["target"]),
            None => "",
        };
        if !initial.is_empty() {
            self.graph.edge(Edge::between(
                write::START,
                path(own, initial.trim_start_matches('.')),
            ));
        }
        let is_parallel = text(state, &["type"]) == "parallel";
        for (name, child) in members(state.get("states")) {
            let full = path(own, name);
            if is_parallel {
                self.graph.edge(Edge::between(write::START, &full));
            }
            if text(child, &["type"]) == "final" {
                self.graph.edge(Edge::between(&full, write::START));
            }
            self.transitions(child, &full, own);
            self.connect(child, &full, depth + 1);
        }
    }

    fn transitions(&mut self, state: &Value, own: &str, parent: &str) {
        for (event, to) in members(state.get("on")) {
            self.lead(to, event, own, parent);
        }
        for (delay, to) in members(state.get("after")) {
            let unit = if delay.parse::<u64>().is_ok() {
                " ms"
            } else {
                ""
            };
            self.lead(to, &format!("after {delay}{unit}"), own, parent);
        }
        if let Some(to) = state.get("always") {
            self.lead(to, "", own, parent);
        }
        if let Some(to) = state.get("onDone") {
            self.lead(to, "done", own, parent);
        }
        let invoked = state.get("invoke");
        let several = items(invoked);
        for invoked in several.chain(invoked.filter(|one| one.is_object())) {
            for (field, words) in [("onDone", "done"), ("onError", "error")] {
                if let Some(to) = invoked.get(field) {
                    self.lead(to, words, own, parent);
                }
            }
        }
    }

    /// Draws a transition, or the several that guards choose from.
    fn lead(&mut self, to: &Value, event: &str, own: &str, parent: &str) {
        if let Some(several) = to.as_array() {
            for one in several {
                self.lead(one, event, own, parent);
            }
            return;
        }
        let target = match to {
            Value::String(target) => target.as_str(),
            _ => match to.get("target") {
                Some(Value::Array(targets)) => {
                    targets.first().and_then(Value::as_str).unwrap_or("")
                }
                Some(target) => target.as_str().unwrap_or(""),
                None => "",
            },
        };
        let guard = to.get("guard").or(to.get("cond"));
        let guard = guard.map(|guard| match guard {
            Value::Object(_) => text(guard, &["type"]).to_owned(),
            name => scalar(name),
        });
        let actions = actions(to.get("actions"));
        let mut label = event.to_owned();
        if let Some(guard) = guard.filter(|guard| !guard.is_empty()) {
            let guarded = format!("{label} [{guard}]");
            guarded.trim().clone_into(&mut label);
        }
        if !actions.is_empty() {
            let acting = format!("{label} / {}", actions.join(", "));
            acting.trim().clone_into(&mut label);
        }
        // Without a target, a state stays what it is.
        let target = if target.is_empty() {
            own.to_owned()
        } else {
            self.resolve(target, own, parent)
        };
        self.graph.edge(Edge {
            label,
            ..Edge::between(own, target)
        });
    }

    /// The state that a target names: by its id, below the state itself, or beside it.
    fn resolve(&self, target: &str, own: &str, parent: &str) -> String {
        if let Some(id) = target.strip_prefix('#') {
            let matching = self.by_id.iter().filter_map(|(known, state)| {
                let rest = id.strip_prefix(known.as_str())?;
                match rest.strip_prefix('.') {
                    Some(below) => Some((known.len(), path(state, below))),
                    None => rest.is_empty().then(|| (known.len(), state.clone())),
                }
            });
            return matching
                .max_by_key(|(length, _)| *length)
                .map_or_else(|| id.to_owned(), |(_, state)| state);
        }
        match target.strip_prefix('.') {
            Some(below) => path(own, below),
            None => path(parent, target),
        }
    }
}

/// The names of actions, or of what is invoked.
fn actions(value: Option<&Value>) -> Vec<String> {
    let name = |action: &Value| match action {
        Value::Object(_) => ["type", "src", "id"]
            .iter()
            .find_map(|field| at(action, &[field]).map(scalar))
            .unwrap_or_default(),
        name => scalar(name),
    };
    match value {
        Some(Value::Array(several)) => several.iter().map(name).collect::<Vec<_>>(),
        Some(one) => vec![name(one)],
        None => Vec::new(),
    }
    .into_iter()
    .filter(|name| !name.is_empty())
    .collect()
}
