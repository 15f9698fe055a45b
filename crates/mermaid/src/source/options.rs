//! What may be chosen of a diagram, declared once for all sources that have it.

use ichiban_tool::{Choice, Setting, Settings, UnknownChoice};

use crate::write::MAX_EDGES;
use crate::write::fit::{self, Detail, Grouping};

pub(crate) const DIRECTION: Setting = Setting {
    name: "direction",
    about: "Where edges lead: top to bottom, left to right, or the other way",
    choice: Choice::OneOf(&["auto", "TB", "LR", "BT", "RL"]),
};

pub(crate) const DETAIL: Setting = Setting {
    name: "detail",
    about: "How much of each node: every member, keys and what is public, or its name",
    choice: Choice::OneOf(&["full", "keys", "names"]),
};

pub(crate) const INCLUDE: Setting = Setting {
    name: "include",
    about: "Only nodes of these names, separated by commas; `*` stands for any text",
    choice: Choice::Text(""),
};

pub(crate) const EXCLUDE: Setting = Setting {
    name: "exclude",
    about: "No nodes of these names, separated by commas; `*` stands for any text",
    choice: Choice::Text(""),
};

pub(crate) const GROUP: Setting = Setting {
    name: "group",
    about: "Frame what lies together, do not, or draw it as one",
    choice: Choice::OneOf(&["auto", "none", "collapse"]),
};

pub(crate) const LIMIT: Setting = Setting {
    name: "limit",
    about: "The most edges, messages, branches or rows that are drawn, up to 500",
    choice: Choice::Text("500"),
};

/// The settings of every diagram of nodes and edges whose nodes have members.
pub(crate) const GRAPH: &[Setting] = &[DIRECTION, DETAIL, INCLUDE, EXCLUDE, GROUP, LIMIT];
/// The settings of every diagram of plain nodes and edges.
pub(crate) const FLOW: &[Setting] = &[DIRECTION, INCLUDE, EXCLUDE, GROUP, LIMIT];

/// Whether what was typed can be understood.
pub(crate) fn check(settings: &Settings) -> Result<(), UnknownChoice> {
    let chosen = settings.text(&LIMIT);
    match chosen.parse::<usize>() {
        Ok(1..=MAX_EDGES) => Ok(()),
        _ => Err(UnknownChoice {
            name: LIMIT.name.to_owned(),
            chosen: chosen.to_owned(),
            choices: vec!["a number from 1 to 500"],
        }),
    }
}

/// The most edges that are to be drawn.
pub(crate) fn limit(settings: &Settings) -> usize {
    settings.text(&LIMIT).parse().unwrap_or(MAX_EDGES)
}

/// What is chosen of a graph whose edges lead in `direction` if nothing else is said.
pub(crate) fn choice(settings: &Settings, direction: &'static str) -> fit::Choice {
    let patterns = |setting: &Setting| {
        settings
            .text(setting)
            .split(',')
            .map(|pattern| pattern.trim().to_owned())
            .filter(|pattern| !pattern.is_empty())
            .collect()
    };
    fit::Choice {
        direction: match settings.text(&DIRECTION) {
            "TB" => "TB",
            "LR" => "LR",
            "BT" => "BT",
            "RL" => "RL",
            _ => direction,
        },
        detail: match settings.text(&DETAIL) {
            "keys" => Detail::Keys,
            "names" => Detail::Names,
            _ => Detail::Full,
        },
        include: patterns(&INCLUDE),
        exclude: patterns(&EXCLUDE),
        group: match settings.text(&GROUP) {
            "none" => Grouping::None,
            "collapse" => Grouping::Collapse,
            _ => Grouping::Auto,
        },
        limit: limit(settings),
    }
}
