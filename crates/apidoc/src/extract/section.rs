//! Which part of a document describes which operations.
//!
//! Finds the lines that name a route, tells routes that are documented from calls that are shown
//! as examples, and parts the nodes among them: a section is what stands from the heading above a
//! route to the next heading of its rank or the next route.

use std::collections::HashMap;

use crate::api::Method;
use crate::document::{Location, MarkKind, Text};
use crate::exchange::{self, Exchange};
use crate::readers::curl;

use super::field::Field;
use super::label::{self, Label};
use super::outline::{Node, NodeKind};
use super::route::{self, Route};
use super::sign::{Sign, heading_routes, sign};
use super::{template, work};

/// A route and where it is named.
#[derive(Debug, Clone)]
pub(crate) struct Named {
    pub(crate) route: Route,
    pub(crate) location: Location,
    /// What the line says of it beside.
    pub(crate) note: Option<String>,
    /// The fields that its line names.
    pub(crate) fields: Vec<Field>,
}

impl Named {
    /// Whether it reads as a template or a call without values.
    pub(crate) fn is_telling(&self) -> bool {
        self.route.method.is_some()
            && !self.route.transcript
            && self.route.query.is_empty()
            && self.route.path.len() > 1
    }
}

/// A part of a document.
#[derive(Debug, Default)]
pub(crate) struct Section<'a> {
    /// The heading it stands under, labels passed over.
    pub(crate) title: Option<&'a Text>,
    /// The fragments that lead to it.
    pub(crate) anchors: Vec<String>,
    /// The rank of its heading.
    pub(crate) level: u8,
    /// The headings above its own, outermost first.
    pub(crate) trail: Vec<&'a Text>,
    /// The routes it describes.
    pub(crate) routes: Vec<Named>,
    /// Its nodes, by index.
    pub(crate) nodes: Vec<usize>,
    /// The node of its heading; parts of one headed section share it.
    pub(crate) origin: usize,
    /// Whether all that stands under its heading describes one route, which comes further down.
    single: bool,
    /// Whether a term or component encloses it: what else it names are examples.
    pub(crate) enclosed: bool,
    /// Which of its routes has a method and shape, as far as they were looked at.
    twins: HashMap<(Option<Method>, String), usize>,
    looked_at: usize,
}

impl Section<'_> {
    /// Which of its routes has the method and shape of another.
    fn twin(&mut self, route: &Route) -> Option<usize> {
        while let Some(named) = self.routes.get(self.looked_at) {
            work::step();
            let key = (named.route.method, template::shape(&named.route.path));
            self.twins.entry(key).or_insert(self.looked_at);
            self.looked_at += 1;
        }
        self.twins
            .get(&(route.method, template::shape(&route.path)))
            .copied()
    }
}

/// What was found in a document beside its sections.
#[derive(Debug, Default)]
pub(crate) struct Survey<'a> {
    pub(crate) sections: Vec<Section<'a>>,
    /// Routes that lists and tables name, without a section of their own.
    pub(crate) listed: Vec<Named>,
    /// Routes that prose names in passing, with the section where it does.
    pub(crate) mentioned: Vec<(usize, Named)>,
}

/// Parts a document into sections.
pub(crate) fn survey<'a>(nodes: &[Node<'a>]) -> Survey<'a> {
    let bearing: Vec<bool> = (0..nodes.len())
        .map(|index| {
            matches!(
                sign(nodes, index, false, &Section::default()),
                Sign::Routes(_)
            )
        })
        .collect();
    let mut survey = Survey::default();
    let mut headings: Vec<(u8, &'a Text)> = Vec::new();
    let mut current = Section::default();
    let mut stack: Vec<Section<'a>> = Vec::new();
    let mut in_example = false;
    // Whether a line said so that announces no more than the next block.
    let mut announced = false;
    // The last node that named routes, and the last heading after it.
    let mut last_route = None;
    let mut split_at: Option<(usize, u8, &'a Text)> = None;
    for (index, node) in nodes.iter().enumerate() {
        match &node.kind {
            NodeKind::Enter {
                routes,
                title,
                anchor,
            } => {
                let level = current.level;
                let heading = title.or(current.title);
                let trail = current.trail.clone();
                stack.push(std::mem::take(&mut current));
                current = Section {
                    title: heading,
                    level,
                    trail,
                    anchors: anchor.iter().map(|anchor| (*anchor).to_owned()).collect(),
                    routes: routes
                        .iter()
                        .map(|route| named(route, node.location, None))
                        .collect(),
                    origin: index,
                    enclosed: true,
                    ..Section::default()
                };
                in_example = false;
                continue;
            }
            NodeKind::Leave => {
                if let Some(outer) = stack.pop() {
                    let inner = std::mem::replace(&mut current, outer);
                    close(inner, &mut survey);
                }
                continue;
            }
            NodeKind::Heading {
                level,
                text,
                anchor,
            } => {
                let routes = heading_routes(text, &headings);
                let label = label::read(&text.plain, true);
                let is_label = routes.is_empty() && label.is_some() && !current.nodes.is_empty();
                let keeps = match label {
                    Some(Label::Status | Label::Aside) => *level > current.level,
                    Some(Label::Example) => *level >= current.level && !current.routes.is_empty(),
                    Some(_) => *level >= current.level,
                    None => false,
                };
                let deeper = (!current.routes.is_empty() || (current.single && routes.is_empty()))
                    && *level > current.level
                    && current.level > 0;
                if routes.is_empty() && ((is_label && keeps) || deeper) {
                    in_example = shows_calls(label.as_ref(), &text.plain)
                        || (deeper && label.is_none() && in_example_title(&text.plain));
                    if !is_label {
                        split_at = Some((current.nodes.len(), *level, text));
                    }
                    current.nodes.push(index);
                    // A label may carry the fragment that leads to its table.
                    current
                        .anchors
                        .extend(anchor.iter().map(|anchor| (*anchor).to_owned()));
                    current.anchors.push(slug(&text.plain));
                    continue;
                }
                headings.retain(|(above, _)| above < level);
                let trail = headings.iter().map(|(_, text)| *text).collect();
                headings.push((*level, text));
                close(std::mem::take(&mut current), &mut survey);
                in_example = in_example_title(&text.plain) && routes.is_empty();
                split_at = None;
                last_route = (!routes.is_empty()).then_some(index);
                let mut anchors: Vec<_> =
                    anchor.iter().map(|anchor| (*anchor).to_owned()).collect();
                anchors.push(slug(&text.plain));
                current = Section {
                    title: Some(text),
                    level: *level,
                    trail,
                    routes: routes
                        .iter()
                        .map(|route| named(route, node.location, None))
                        .collect(),
                    anchors,
                    nodes: vec![index],
                    origin: index,
                    single: leads_to_one(nodes, &bearing, index, *level),
                    ..Section::default()
                };
                continue;
            }
            NodeKind::Label(line) => {
                in_example = shows_calls(label::read(line, false).as_ref(), line);
                announced = in_example;
            }
            NodeKind::Paragraph(text) => {
                if let Some(label) = paragraph_label(text) {
                    in_example = shows_calls(Some(&label), &text.plain);
                    announced = in_example;
                }
            }
            _ => {}
        }
        match sign(nodes, index, in_example, &current) {
            Sign::Routes(found) => {
                if !current.routes.is_empty() {
                    let adjacent = last_route.is_some_and(|last| last + 1 == index);
                    let all_known = found.iter().all(|new| current.twin(&new.route).is_some());
                    if !all_known && (!adjacent || split_at.is_some()) {
                        split(&mut current, split_at.take(), &mut survey, &headings);
                    }
                }
                for new in found {
                    let twin = current
                        .twin(&new.route)
                        .and_then(|at| current.routes.get_mut(at));
                    match twin {
                        Some(old) => {
                            old.route
                                .query
                                .extend(new.route.query.iter().map(|(name, value)| {
                                    // What a variant of the line shows need not be there.
                                    (
                                        name.clone(),
                                        if value.is_empty() {
                                            "0".to_owned()
                                        } else {
                                            value.clone()
                                        },
                                    )
                                }));
                        }
                        None => current.routes.push(new),
                    }
                }
                last_route = Some(index);
            }
            Sign::Listed(found) => survey.listed.extend(found),
            Sign::Mentioned(found) => {
                let section = survey.sections.len();
                survey
                    .mentioned
                    .extend(found.into_iter().map(|named| (section, named)));
            }
            Sign::Nothing => {}
        }
        current.nodes.push(index);
        if announced && matches!(node.kind, NodeKind::Code { .. }) {
            in_example = false;
            announced = false;
        }
    }
    while let Some(outer) = stack.pop() {
        let inner = std::mem::replace(&mut current, outer);
        close(inner, &mut survey);
    }
    close(current, &mut survey);
    survey
}

/// Whether one group of routes stands under a heading, and only headings that are labels between.
/// Pages that give the parameters first and the request last are built so.
fn leads_to_one(nodes: &[Node<'_>], bearing: &[bool], heading: usize, level: u8) -> bool {
    let mut last_heading: Option<&Text> = None;
    let mut last_route: Option<usize> = None;
    for (index, node) in nodes.iter().enumerate().skip(heading + 1) {
        match &node.kind {
            NodeKind::Heading { level: other, .. } if *other <= level => break,
            NodeKind::Enter { .. } => return false,
            NodeKind::Heading { text, .. } => {
                if !heading_routes(text, &[]).is_empty() {
                    return false;
                }
                last_heading = Some(text);
            }
            _ if bearing.get(index) == Some(&true) => {
                let announced = last_heading.is_none_or(|text| {
                    label::read(&text.plain, true).is_some() || in_example_title(&text.plain)
                });
                let goes_on = last_route.is_none_or(|last| last + 1 == index);
                if !announced || !goes_on {
                    return false;
                }
                last_route = Some(index);
            }
            _ => {}
        }
    }
    last_route.is_some()
}

fn close<'a>(section: Section<'a>, survey: &mut Survey<'a>) {
    if !section.nodes.is_empty() || !section.routes.is_empty() {
        survey.sections.push(section);
    }
}

/// Ends the current section at the last heading within it, or here.
fn split<'a>(
    current: &mut Section<'a>,
    at: Option<(usize, u8, &'a Text)>,
    survey: &mut Survey<'a>,
    headings: &[(u8, &'a Text)],
) {
    let (from, level, title) = match at {
        Some((from, level, text)) => (from, level, Some(text)),
        None => (current.nodes.len(), current.level, current.title),
    };
    let tail = current.nodes.split_off(from.min(current.nodes.len()));
    let origin = if at.is_some() {
        tail.first().copied().unwrap_or(current.origin)
    } else {
        current.origin
    };
    let above = match at {
        Some(_) => headings.iter().map(|(_, text)| *text).collect(),
        None => current.trail.clone(),
    };
    let anchors = title.map(|title| slug(&title.plain)).into_iter().collect();
    let done = std::mem::replace(
        current,
        Section {
            title,
            level,
            trail: above,
            nodes: tail,
            anchors,
            origin,
            enclosed: current.enclosed,
            ..Section::default()
        },
    );
    close(done, survey);
}

pub(crate) fn named(route: &Route, location: Location, note: Option<String>) -> Named {
    Named {
        route: route.clone(),
        location,
        note,
        fields: Vec::new(),
    }
}

/// Makes what prose names the routes of its sections: `To add a note, send a POST request to
/// /notes.` under a heading of its own.
pub(crate) fn take_mentions(survey: &mut Survey<'_>) {
    for (at, named) in std::mem::take(&mut survey.mentioned) {
        let section = survey.sections.get_mut(at);
        match section.filter(|_| named.is_telling()) {
            Some(section) if section.title.is_some() => {
                if section.twin(&named.route).is_none() {
                    section.routes.push(named);
                }
            }
            _ => survey.mentioned.push((at, named)),
        }
    }
}

/// Whether a label announces calls with values. `Request` alone may as well announce the route.
fn shows_calls(label: Option<&Label>, line: &str) -> bool {
    match label {
        Some(Label::Example | Label::Response) => true,
        Some(Label::Request) => {
            let lower = line.to_lowercase();
            ["example", "sample", "curl"]
                .iter()
                .any(|word| lower.contains(word))
        }
        _ => false,
    }
}

fn in_example_title(title: &str) -> bool {
    let lower = title.to_lowercase();
    lower.starts_with("example")
        || lower.ends_with("example")
        || lower.ends_with("examples")
        || lower.starts_with("sample")
}

/// The fragment that renderers make of a heading.
pub(crate) fn slug(title: &str) -> String {
    let mut out = String::new();
    for c in title.to_lowercase().chars() {
        if c.is_alphanumeric() || c == '_' {
            out.push(c);
        } else if (c.is_whitespace() || c == '-') && !out.ends_with('-') {
            out.push('-');
        }
    }
    out.trim_matches('-').to_owned()
}

/// A paragraph that is a label: all of it bold, or ending in a colon.
pub(crate) fn paragraph_label(text: &Text) -> Option<Label> {
    let plain = text.plain.trim();
    let bold = text.marks.first().is_some_and(|mark| {
        mark.start == 0
            && mark.kind == MarkKind::Strong
            && plain
                .get(mark.end..)
                .is_some_and(|rest| rest.trim_matches([' ', ':', '.']).is_empty())
    });
    if bold {
        return label::read(plain, true);
    }
    if plain.ends_with([':', '：'])
        || plain.len() < 40 && plain.lines().count() == 1 && !plain.ends_with('.')
    {
        return label::read(plain, !plain.ends_with(':'));
    }
    None
}

/// The requests that a section shows: curl commands and transcripts.
pub(crate) fn exchanges(text: &str) -> Vec<Exchange> {
    let commands: Vec<_> = curl::read(text)
        .into_iter()
        .map(|command| command.exchange)
        .collect();
    if !commands.is_empty() {
        return commands;
    }
    // Several transcripts in one block begin each with a request line.
    let mut starts: Vec<usize> = Vec::new();
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim_start();
        if route::find(trimmed)
            .first()
            .is_some_and(|found| found.start == 0 || trimmed.starts_with("$ "))
        {
            starts.push(offset);
        }
        offset += line.len();
    }
    starts
        .iter()
        .enumerate()
        .filter_map(|(index, start)| {
            let end = starts.get(index + 1).copied().unwrap_or(text.len());
            exchange::transcript(text.get(*start..end)?)
        })
        .collect()
}
