//! The typical mistakes of language models, mended: what each file says is still said, node by node,
//! edge by edge, label by label. Seven of them are none: mermaid.js accepts those files, and they stay
//! as they are, so what they say is what mermaid.js reads in them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use std::collections::BTreeSet;
use std::fs;

use common::corpus;
use ichiban_mermaid::{fix::fix, parse};
use serde_json::Value;

/// What is said in each file.
const SAID: &[(&str, &[&str])] = &[
    (
        "01_paren_in_label",
        &["A: Call init()", "A --> B", "B: Parse (JSON)"],
    ),
    ("03_inner_quotes", &["A: Say \"hi\" now", "A --> B", "B: B"]),
    ("05_end_in_label", &["A: the end", "A --> B", "B: end"]),
    ("07_prose_before", &["A: A", "A --> B", "B: B"]),
    (
        "09_brace_in_label",
        &["A: GET /users/{id}", "A --> B", "B: B"],
    ),
    ("11_seq_dash_end", &["A", "A to end: x", "end"]),
    ("13_seq_deactivate", &["A", "A to B: x", "B"]),
    // mermaid.js takes what stands between `<` and `>` for markup, and draws nothing of it.
    (
        "15_class_generic",
        &["Foo", "Foo has +List items", "Foo has +Map m()"],
    ),
    (
        "17_er_type_space",
        &[
            "USER",
            "USER has double_precision amount",
            "USER has varchar(255) name",
        ],
    ),
    (
        "19_er_nolabel",
        &[
            "ORDER",
            "USER",
            "USER ONLY_ONE IDENTIFYING ZERO_OR_MORE ORDER",
        ],
    ),
    (
        "21_state_colon",
        &[
            "A: A",
            "root_start --> A: go: now",
            "root_start: root_start",
        ],
    ),
    // What stands after the first colon belongs to the task's id.
    (
        "23_gantt_colon",
        &["A, Task: part 2 : a1 from 1704067200000 to 1704326400000"],
    ),
    ("25_pie_noquotes", &["Cats: 20.0", "Dogs: 10.0", "title X"]),
    ("27_smart_quotes", &["A: Hello (x)", "A --> B", "B: B"]),
    ("29_single_arrow", &["A: A", "A --> B", "B: B"]),
    (
        "31_subgraph_noend",
        &["A: A", "A in S", "A --> B", "B: B", "B in S"],
    ),
    (
        "33_style_colon",
        &[
            "A: A",
            "A is fill:#f9f",
            "A is stroke-width: 4px",
            "A is stroke: #333",
            "A --> B",
            "B: B",
        ],
    ),
    (
        "35_newline_in_label",
        &["A: line1\nline2", "A --> B", "B: B"],
    ),
    (
        "37_at_sign",
        &["A: @decorator", "A --> B", "B: user@example.com"],
    ),
    ("39_backticks", &["A: `code`", "A --> B", "B: md"]),
    (
        "41_quadrant_text",
        &[
            "A (x) at 0.3, 0.6",
            "title T",
            "xAxisLeftText Low",
            "xAxisRightText High",
            "yAxisBottomText Low",
            "yAxisTopText High",
        ],
    ),
    (
        "43_timeline_colon",
        &["10:30: meet", "2020: a", "2020: b", "title H"],
    ),
    ("45_diag_typo", &["A", "A to B: x", "B"]),
];

/// The files that mermaid.js accepts as they are.
const VALID: [&str; 7] = [
    "05_end_in_label",
    "15_class_generic",
    "21_state_colon",
    "23_gantt_colon",
    "33_style_colon",
    "35_newline_in_label",
    "39_backticks",
];

#[test]
fn typical_mistakes_of_models_are_mended_and_all_is_still_said() {
    let Some(corpus) = corpus() else { return };
    let folder = corpus.join("llm-mistakes");
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).unwrap();
        let fixed = fix(&text);
        assert!(fixed.remaining.is_empty(), "{name}: {:?}", fixed.remaining);
        assert_eq!(
            fixed.text == text,
            VALID.contains(&name.as_str()),
            "{name}\n{}",
            fixed.text
        );
        let (_, expected) = SAID
            .iter()
            .find(|(known, _)| *known == name)
            .unwrap_or_else(|| panic!("what {name} says is not known"));
        let expected: BTreeSet<_> = expected.iter().map(|it| (*it).to_owned()).collect();
        assert_eq!(said(&fixed.text), expected, "{name}\n{}", fixed.text);
        names.insert(name);
    }
    assert_eq!(names.len(), SAID.len());
}

/// What a diagram says, an element each.
fn said(text: &str) -> BTreeSet<String> {
    let diagram = parse(text).unwrap_or_else(|error| panic!("{}\n{text}", error.message));
    let model = &diagram.model;
    let mut said = BTreeSet::new();
    match diagram.kind.as_str() {
        "flowchart-v2" => {
            for node in list(model, "nodes") {
                let id = word(node, "id");
                said.insert(format!("{id}: {}", word(node, "label")));
                for style in list(node, "styles") {
                    said.insert(format!("{id} is {}", style.as_str().unwrap()));
                }
            }
            for edge in list(model, "edges") {
                let (from, to) = (word(edge, "from"), word(edge, "to"));
                let line = format!("{from} {} {to}", word(edge, "arrow"));
                said.insert(labelled(line, &word(edge, "label")));
            }
            for group in list(model, "subgraphs") {
                for node in list(group, "nodes") {
                    let node = node.as_str().unwrap();
                    said.insert(format!("{node} in {}", word(group, "title")));
                }
            }
        }
        "sequence" => {
            let shown = |id: &str| word(&model["actors"][id], "description");
            for id in list(model, "actorOrder") {
                said.insert(shown(id.as_str().unwrap()));
            }
            for message in list(model, "messages") {
                let (from, to) = (word(message, "from"), word(message, "to"));
                let line = format!("{} to {}", shown(&from), shown(&to));
                said.insert(labelled(line, &word(message, "message")));
            }
        }
        "classDiagram" => {
            for (id, class) in model["classes"].as_object().unwrap() {
                said.insert(word(class, "label"));
                for member in list(class, "members").chain(list(class, "methods")) {
                    said.insert(format!("{id} has {}", word(member, "displayText")));
                }
            }
        }
        "er" => {
            let entities = model["entities"].as_object().unwrap();
            let name = |id: &str| {
                let found = entities.iter().find(|(_, entity)| entity["id"] == id);
                found.unwrap().0.clone()
            };
            for (id, entity) in entities {
                said.insert(word(entity, "label"));
                for one in list(entity, "attributes") {
                    said.insert(format!(
                        "{id} has {} {}",
                        word(one, "type"),
                        word(one, "name")
                    ));
                }
            }
            for edge in list(model, "relationships") {
                let (from, to) = (name(&word(edge, "entityA")), name(&word(edge, "entityB")));
                let spec = &edge["relSpec"];
                // The second cardinality is that of the first entity.
                let ends = ["cardB", "relType", "cardA"]
                    .map(|end| word(spec, end))
                    .join(" ");
                said.insert(labelled(
                    format!("{from} {ends} {to}"),
                    &word(edge, "roleA"),
                ));
            }
        }
        "stateDiagram" => {
            for node in list(model, "nodes") {
                said.insert(format!("{}: {}", word(node, "id"), word(node, "label")));
            }
            for edge in list(model, "edges") {
                let line = format!("{} --> {}", word(edge, "start"), word(edge, "end"));
                said.insert(labelled(line, &word(edge, "label")));
            }
        }
        "gantt" => {
            for task in list(model, "tasks") {
                let [section, name, id] = ["section", "task", "id"].map(|part| word(task, part));
                let (start, end) = (&task["startTime"], &task["endTime"]);
                said.insert(format!("{section}, {name}: {id} from {start} to {end}"));
            }
        }
        "pie" => {
            said.insert(format!("title {}", word(model, "title")));
            for slice in list(model, "sections") {
                said.insert(format!("{}: {}", word(slice, "label"), slice["value"]));
            }
        }
        "quadrantChart" => {
            said.insert(format!("title {}", word(model, "title")));
            for (axis, text) in model["axes"].as_object().unwrap() {
                said.insert(format!("{axis} {}", text.as_str().unwrap()));
            }
            for point in list(model, "points") {
                let (x, y) = (&point["x"], &point["y"]);
                said.insert(format!("{} at {x}, {y}", word(point, "text")));
            }
        }
        "timeline" => {
            said.insert(format!("title {}", word(model, "title")));
            for time in list(model, "tasks") {
                for event in list(time, "events") {
                    let event = decoded(event.as_str().unwrap());
                    said.insert(format!("{}: {event}", word(time, "task")));
                }
            }
        }
        other => panic!("{other}"),
    }
    said
}

fn list<'a>(value: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> {
    value[name].as_array().into_iter().flatten()
}

fn word(value: &Value, name: &str) -> String {
    decoded(value[name].as_str().unwrap_or(""))
}

fn labelled(line: String, label: &str) -> String {
    if label.is_empty() {
        line
    } else {
        format!("{line}: {label}")
    }
}

/// A text as it is drawn: mermaid.js writes `#58;` so for the time of its reading.
fn decoded(text: &str) -> String {
    text.replace("ﬂ°°58¶ß", ":").trim().to_owned()
}
