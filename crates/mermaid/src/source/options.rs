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

/// The same of boxes, which have no members.
pub(crate) const DETAIL_OF_BOXES: Setting = Setting {
    name: "detail",
    about: "How much of each box: what it is, what it runs too, or its name",
    choice: Choice::OneOf(&["keys", "full", "names"]),
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

/// [`GROUP`] of what says nothing of groups: those are told from names.
pub(crate) const GROUP_BY_NAME: Setting = Setting {
    name: "group",
    about: "Of what begins with the same word or is used by the same: drawn as one if all would be \
            too much, framed, never, or always drawn as one",
    choice: Choice::OneOf(&["auto", "frame", "none", "collapse"]),
};

/// The same of entities, which mermaid.js has no frames for.
pub(crate) const GROUP_ENTITIES: Setting = Setting {
    name: "group",
    about: "Of tables in one schema or whose names begin with the same word: drawn as one if all \
            would be too much, never, or always",
    choice: Choice::OneOf(&["auto", "none", "collapse"]),
};

pub(crate) const LIMIT: Setting = Setting {
    name: "limit",
    about: "The most edges, messages, branches or rows that are drawn, up to 500",
    choice: Choice::Text("500"),
};

/// The settings of every diagram of nodes and edges whose nodes have members.
pub(crate) const GRAPH: &[Setting] = &[DIRECTION, DETAIL, INCLUDE, EXCLUDE, GROUP, LIMIT];

/// The settings of a diagram of boxes of which more can be told than their names.
pub(crate) const BOXES: &[Setting] = &[DIRECTION, DETAIL_OF_BOXES, INCLUDE, EXCLUDE, GROUP, LIMIT];

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

/// The patterns that a text names, between commas.
fn patterns(settings: &Settings, setting: &Setting) -> Vec<String> {
    settings
        .text(setting)
        .split(',')
        .map(|pattern| pattern.trim().to_owned())
        .filter(|pattern| !pattern.is_empty())
        .collect()
}

/// Which names are to be seen.
#[derive(Debug)]
pub(crate) struct Names {
    include: Vec<String>,
    exclude: Vec<String>,
}

impl Names {
    pub(crate) fn of(settings: &Settings) -> Self {
        Self {
            include: patterns(settings, &INCLUDE),
            exclude: patterns(settings, &EXCLUDE),
        }
    }

    /// Whether all are.
    pub(crate) fn are_all(&self) -> bool {
        self.include.is_empty() && self.exclude.is_empty()
    }

    /// Whether this one is asked for: it is, if none is named.
    pub(crate) fn include(&self, name: &str) -> bool {
        self.include.is_empty() || self.include.iter().any(|it| fit::matches(it, name))
    }

    /// Whether this one is not to be seen.
    pub(crate) fn exclude(&self, name: &str) -> bool {
        self.exclude.iter().any(|it| fit::matches(it, name))
    }
}

/// What is chosen of a graph whose groups are told from names: they are framed only if so asked.
pub(crate) fn choice_by_name(settings: &Settings, direction: &'static str) -> fit::Choice {
    let mut choice = choice(settings, direction);
    if settings.text(&GROUP_BY_NAME) == "auto" {
        choice.group = Grouping::Quiet;
    }
    choice
}

/// What is chosen of a graph whose edges lead in `direction` if nothing else is said.
pub(crate) fn choice(settings: &Settings, direction: &'static str) -> fit::Choice {
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
        include: patterns(settings, &INCLUDE),
        exclude: patterns(settings, &EXCLUDE),
        group: match settings.text(&GROUP) {
            "none" => Grouping::None,
            "collapse" => Grouping::Collapse,
            _ => Grouping::Auto,
        },
        limit: limit(settings),
    }
}
