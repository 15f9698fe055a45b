//! Tables of transitions: from, event, to a row; or states down the side and events along the top.
//!
//! ```text
//! state,event,next        state,coin,push
//! locked,coin,unlocked    locked,unlocked,locked
//! ```

use ichiban_tool::Settings;

use super::table::{Table, cell};
use super::{Error, File, Picture, Source, options};
use crate::write::graph::{Edge, Graph, Node};
use crate::write::{self, fit::fit};

pub(super) const SOURCE: Source = Source {
    name: "state-table",
    label: "Transition table",
    about: "Tables of states and events in CSV, TSV or Markdown, drawn as a state diagram",
    files: &[".csv", ".tsv", ".md"],
    settings: &[
        options::DIRECTION,
        options::INCLUDE,
        options::EXCLUDE,
        options::LIMIT,
    ],
    looks,
    draw,
};

const FROM: &[&str] = &[
    "from",
    "state",
    "currentstate",
    "current",
    "source",
    "fromstate",
    "sourcestate",
    "present",
    "presentstate",
];
const TO: &[&str] = &[
    "to",
    "next",
    "nextstate",
    "target",
    "tostate",
    "targetstate",
    "newstate",
    "destination",
];
const EVENT: &[&str] = &[
    "event",
    "trigger",
    "input",
    "on",
    "action",
    "transition",
    "when",
    "condition",
    "signal",
];

fn looks(text: &str) -> u8 {
    let Some(table) = Table::read(&text.chars().take(20_000).collect::<String>()) else {
        return 0;
    };
    let has = |names: &[&str]| table.column(names).is_some();
    match (has(FROM), has(EVENT), has(TO)) {
        (true, true, true) => 92,
        _ if is_matrix(&table) => 60,
        _ => 0,
    }
}

/// Whether the cells beside the states are mostly states themselves.
fn is_matrix(table: &Table) -> bool {
    let first = table
        .header
        .first()
        .map(|name| name.to_lowercase())
        .unwrap_or_default();
    let states: Vec<&str> = table.rows.iter().map(|row| cell(row, 0)).collect();
    let named = first.is_empty() || first.contains("state");
    let mut filled = table
        .rows
        .iter()
        .flat_map(|row| row.iter().skip(1))
        .filter(|cell| !is_nothing(cell))
        .peekable();
    named && filled.peek().is_some() && filled.all(|cell| states.contains(&target(cell).0))
}

fn is_nothing(cell: &str) -> bool {
    matches!(
        cell.trim(),
        "" | "-" | "–" | "—" | "n/a" | "N/A" | "none" | "x" | "X"
    )
}

/// The state in a cell, and the output after a slash.
fn target(cell: &str) -> (&str, &str) {
    let (state, output) = cell.split_once('/').unwrap_or((cell, ""));
    (state.trim(), output.trim())
}

fn draw(files: &[File<'_>], settings: &Settings) -> Result<Picture, Error> {
    let mut graph = Graph::default();
    for file in files {
        if let Some(table) = Table::read(file.text) {
            add(&table, &mut graph);
        }
    }
    if graph.edges.is_empty() {
        return Err(Error::Empty(
            "table with columns for a state, an event and the next state",
        ));
    }
    // The first state that is mentioned is where a machine begins.
    if let Some(first) = graph.edges.first().map(|edge| edge.from.clone())
        && first != write::START
    {
        graph.edges.insert(0, Edge::between(write::START, first));
    }
    graph.complete(|name| Node::named(name.to_owned()));
    Ok(Picture::new(fit(
        graph,
        &options::choice(settings, "LR"),
        write::state,
    )))
}

fn add(table: &Table, graph: &mut Graph) {
    if let (Some(from), Some(to)) = (table.column(FROM), table.column(TO)) {
        let event = table.column(EVENT);
        let guard = table
            .column(&["guard", "condition", "if"])
            .filter(|at| Some(*at) != event);
        let action = table
            .column(&["action", "output", "effect", "actions"])
            .filter(|at| Some(*at) != event);
        for row in &table.rows {
            let mut label = event.map_or(String::new(), |at| cell(row, at).to_owned());
            if let Some(guard) = guard
                .map(|at| cell(row, at))
                .filter(|guard| !is_nothing(guard))
            {
                label = format!("{label} [{guard}]");
            }
            if let Some(action) = action
                .map(|at| cell(row, at))
                .filter(|action| !is_nothing(action))
            {
                label = format!("{label} / {action}");
            }
            edge(cell(row, from), cell(row, to), label.trim(), graph);
        }
        return;
    }
    for row in &table.rows {
        for (event, next) in table.header.iter().zip(row).skip(1) {
            if is_nothing(next) {
                continue;
            }
            let (state, output) = target(next);
            let label = if output.is_empty() {
                event.clone()
            } else {
                format!("{event} / {output}")
            };
            edge(cell(row, 0), state, &label, graph);
        }
    }
}

fn edge(from: &str, to: &str, label: &str, graph: &mut Graph) {
    if from.is_empty() || is_nothing(to) {
        return;
    }
    let name = |state: &str| match state.to_lowercase().as_str() {
        "[*]" | "(start)" | "(initial)" | "(end)" | "(final)" => write::START.to_owned(),
        _ => state.to_owned(),
    };
    graph.edge(Edge {
        label: label.to_owned(),
        ..Edge::between(name(from), name(to))
    });
}
