//! Which part of a document describes which operations.
//!
//! Finds the lines that name a route, tells routes that are documented from calls that are shown
//! as examples, and parts the nodes among them: a section is what stands from the heading above a
//! route to the next heading of its rank or the next route.

use crate::api::Method;
use crate::document::{Location, MarkKind, Table, Text};
use crate::exchange::{self, Exchange};
use crate::readers::curl;

use super::label::{self, Label};
use super::outline::{self, Node, NodeKind};
use super::route::{self, Route};
use super::table::{self, Column};

/// A route and where it is named.
#[derive(Debug, Clone)]
pub(crate) struct Named {
    pub(crate) route: Route,
    pub(crate) location: Location,
    /// What the line says of it beside.
    pub(crate) note: Option<String>,
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
    enclosed: bool,
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

/// What a node says about routes.
enum Sign {
    /// It documents these.
    Routes(Vec<Named>),
    /// It lists these, one of many.
    Listed(Vec<Named>),
    /// It names these in passing.
    Mentioned(Vec<Named>),
    Nothing,
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
                    nodes: Vec::new(),
                    origin: index,
                    single: false,
                    enclosed: true,
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
                    enclosed: false,
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
                    let all_known = found.iter().all(|new| {
                        current
                            .routes
                            .iter()
                            .any(|old| same(&old.route, &new.route))
                    });
                    if !all_known && (!adjacent || split_at.is_some()) {
                        split(&mut current, split_at.take(), &mut survey, &headings);
                    }
                }
                for new in found {
                    let twin = current
                        .routes
                        .iter_mut()
                        .find(|old| same(&old.route, &new.route));
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
            routes: Vec::new(),
            single: false,
            enclosed: current.enclosed,
        },
    );
    close(done, survey);
}

fn named(route: &Route, location: Location, note: Option<String>) -> Named {
    Named {
        route: route.clone(),
        location,
        note,
    }
}

fn same(a: &Route, b: &Route) -> bool {
    a.method == b.method && route::shape(&a.path) == route::shape(&b.path)
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

/// Routes in a heading: `GET /x`, `Get x [GET /x]`, `Get x [GET]` under `X [/x]`.
fn heading_routes(text: &Text, headings: &[(u8, &Text)]) -> Vec<Route> {
    let found = text_routes(text, true);
    if !found.is_empty() {
        return found;
    }
    let bracket = |plain: &str| {
        let inner = plain
            .trim_end()
            .strip_suffix(']')?
            .rsplit_once('[')?
            .1
            .to_owned();
        Some(inner)
    };
    let Some(method) = bracket(&text.plain).and_then(|inner| Method::parse(&inner)) else {
        return Vec::new();
    };
    headings
        .iter()
        .rev()
        .find_map(|(_, above)| bracket(&above.plain).filter(|inner| inner.starts_with('/')))
        .map(|path| {
            // What a template says of the query is said of reading.
            let path = if method.is_bodiless() {
                path.as_str()
            } else {
                path.split("{?").next().unwrap_or(&path)
            };
            route::find_any_case(&format!("{method} {path}"))
        })
        .unwrap_or_default()
}

/// Routes of inline text, components on it included.
fn text_routes(text: &Text, any_case: bool) -> Vec<Route> {
    for mark in &text.marks {
        if let MarkKind::Component { attributes, .. } = &mark.kind {
            let found = outline::component_routes(attributes, text.marked(mark));
            if !found.is_empty() {
                return found;
            }
        }
    }
    if any_case {
        route::find_any_case(&text.plain)
    } else {
        route::find(&text.plain)
    }
}

/// A transcript under `Request structure` or `Request syntax` shows the form of all calls, not one
/// of them.
fn request_form(nodes: &[Node<'_>], index: usize, text: &str) -> Option<Route> {
    let above = nodes.get(index.checked_sub(1)?)?;
    let title = match &above.kind {
        NodeKind::Heading { text, .. } | NodeKind::Paragraph(text) => text.plain.to_lowercase(),
        NodeKind::Label(line) => line.to_lowercase(),
        _ => return None,
    };
    let title = title.trim().trim_end_matches(':');
    let form = ["structure", "syntax", "format", "line"]
        .iter()
        .any(|word| title.ends_with(word));
    if !form || !title.contains("request") || title.len() > 40 {
        return None;
    }
    let found = route::find(text.lines().next()?);
    found.into_iter().next().filter(|route| route.start == 0)
}

/// `GET` before a title, and the path or URL alone below it.
fn badged(node: &Node<'_>, section: &Section<'_>) -> Option<Route> {
    let title = section.title.filter(|_| section.routes.is_empty())?;
    let verb = title.plain.split_whitespace().next()?;
    let method = Method::parse(verb).filter(|method| method.as_str() == verb)?;
    let line = match &node.kind {
        NodeKind::Paragraph(text) => text.plain.trim(),
        NodeKind::Code { text, .. } => text.trim(),
        _ => return None,
    };
    let (path, _) = route::path_at(line).filter(|(path, _)| path.len() == line.len())?;
    let found = route::find_any_case(&format!("{method} {path}"));
    found.into_iter().next()
}

fn sign(nodes: &[Node<'_>], index: usize, in_example: bool, section: &Section<'_>) -> Sign {
    let node = &nodes[index];
    if let Some(route) = badged(node, section) {
        return Sign::Routes(vec![named(&route, node.location, None)]);
    }
    match &node.kind {
        NodeKind::Paragraph(text) => paragraph(
            text,
            nodes,
            index,
            in_example && !section.routes.is_empty(),
            node.location,
        ),
        NodeKind::Code { text, language } => {
            if (in_example || section.enclosed) && !section.routes.is_empty() {
                return Sign::Nothing;
            }
            if let Some(route) =
                request_form(nodes, index, text).filter(|_| section.routes.is_empty())
            {
                return Sign::Routes(vec![named(&route, node.location, None)]);
            }
            let found = code_routes(text, *language, in_example);
            if found.is_empty() {
                Sign::Nothing
            } else {
                Sign::Routes(
                    found
                        .iter()
                        .map(|route| named(route, node.location, None))
                        .collect(),
                )
            }
        }
        NodeKind::Component(block) => {
            if let crate::document::BlockKind::Component {
                attributes,
                children,
                ..
            } = &block.kind
            {
                let inner: String = children
                    .iter()
                    .filter_map(|child| match &child.kind {
                        crate::document::BlockKind::Paragraph(text) => Some(text.plain.as_str()),
                        _ => None,
                    })
                    .collect();
                let found = outline::component_routes(attributes, &inner);
                if !found.is_empty() {
                    return Sign::Routes(
                        found
                            .iter()
                            .map(|route| named(route, node.location, None))
                            .collect(),
                    );
                }
            }
            Sign::Nothing
        }
        NodeKind::Table(table) => table_sign(table, node.location),
        NodeKind::List(items) => {
            if let Some(route) = pair(items.iter().map(|item| item.text.plain.as_str())) {
                return Sign::Routes(vec![named(&route, node.location, None)]);
            }
            let mut listed = Vec::new();
            let mut mentioned = Vec::new();
            for item in *items {
                let location = item.location.unwrap_or(node.location);
                for found in route::find(&item.text.plain) {
                    let said = item.text.plain.get(found.end..).map(|rest| {
                        rest.trim_matches([' ', '`', ':', '-', '–', '—', '*'])
                            .to_owned()
                    });
                    let new = named(&found, location, said.filter(|said| !said.is_empty()));
                    // A list entry that is a call with values is an example.
                    if found.start <= 2
                        && !in_example
                        && found
                            .query
                            .iter()
                            .all(|(_, value)| value.is_empty() || is_placeholder(value))
                    {
                        listed.push(new);
                    } else {
                        mentioned.push(new);
                    }
                }
            }
            if listed.is_empty() {
                Sign::Mentioned(mentioned)
            } else {
                Sign::Listed(listed)
            }
        }
        _ => Sign::Nothing,
    }
}

pub(crate) fn is_placeholder(value: &str) -> bool {
    value == "?"
        || value.starts_with(['<', '{', ':', '[', '$'])
        || value.ends_with(['>', '}'])
        || value.chars().all(|c| c.is_ascii_uppercase() || c == '_')
}

fn paragraph(
    text: &Text,
    nodes: &[Node<'_>],
    index: usize,
    example: bool,
    location: Location,
) -> Sign {
    let plain = text.plain.trim();
    let component = text
        .marks
        .iter()
        .any(|mark| matches!(mark.kind, MarkKind::Component { .. }));
    let found = if component {
        text_routes(text, true)
    } else {
        route::find_any_case(plain)
    };
    if component && !found.is_empty() {
        return Sign::Routes(
            found
                .iter()
                .map(|route| named(route, location, None))
                .collect(),
        );
    }
    if let Some(first) = found.first() {
        let last = found.last().unwrap_or(first);
        let rest = plain
            .get(last.end..)
            .unwrap_or_default()
            .trim_matches([' ', '`', '*', '.', ':', '"', '\'', ')', ']', '|']);
        let lead = plain
            .get(..first.start)
            .unwrap_or_default()
            .trim_matches([' ', '`', '*', '[', '(', '"', '$', '>', '\u{2022}', '-']);
        // `Endpoint: GET /x`, `HTTP Request GET /x`.
        let labelled = label::read(lead.trim_end_matches([':', '–', '-']), true)
            .is_some_and(|label| matches!(label, Label::Endpoint | Label::Request))
            || matches!(
                lead.trim_end_matches([':', ' ']).to_lowercase().as_str(),
                "api" | "endpoint" | "syntax" | "usage" | "call" | "use" | "uri" | "http"
            );
        let set = text.marks.iter().any(|mark| {
            mark.start <= first.start
                && mark.end >= first.end
                && matches!(mark.kind, MarkKind::Code | MarkKind::Strong)
        });
        let code = text.marks.iter().any(|mark| {
            mark.kind == MarkKind::Code && mark.start <= first.end && mark.end > first.start
        });
        let sentence = rest.contains(' ')
            && !rest.starts_with(['–', '-', '—', '(', '#'])
            && !plain[last.end..].starts_with(['\n', ':', '`', '*']);
        let line_own = plain[first.end..].starts_with('\n')
            || rest.is_empty()
            || first.transcript && rest.len() < 12;
        let documents = (lead.is_empty()
            && (line_own || (set || code) && (!sentence || rest.len() < 200)))
            || (lead.is_empty()
                && !sentence
                && rest.len() < 120
                && plain.split_whitespace().count() < 14)
            || (labelled && rest.len() < 160);
        let shown = first
            .query
            .iter()
            .any(|(_, value)| !value.is_empty() && !is_placeholder(value));
        if documents && !example && !(first.transcript && shown) {
            let note = (!rest.is_empty()).then(|| rest.to_owned());
            return Sign::Routes(
                found
                    .iter()
                    .map(|route| named(route, location, note.clone()))
                    .collect(),
            );
        }
        return Sign::Mentioned(
            found
                .iter()
                .map(|route| named(route, location, None))
                .collect(),
        );
    }
    // A method alone, and the path alone in the next paragraph; or `**URL** : /x` with
    // `**Method** : GET` near it.
    let next = |by: usize| match nodes.get(index + by).map(|node| &node.kind) {
        Some(NodeKind::Paragraph(text)) => Some(text.plain.trim()),
        Some(NodeKind::Code { text, .. }) => Some(text.trim()),
        _ => None,
    };
    if Method::parse(plain).is_some()
        && let Some(path) =
            next(1).filter(|path| path.starts_with(['/', 'h', '{']) && !path.contains(' '))
    {
        let found = route::find_any_case(&format!("{plain} {path}"));
        return Sign::Routes(
            found
                .iter()
                .map(|route| named(route, location, None))
                .collect(),
        );
    }
    let group: Vec<&str> = std::iter::once(plain)
        .chain((1..4).filter_map(next))
        .collect();
    if key_value(plain).is_some()
        && let Some(route) = pair(group.into_iter().flat_map(str::lines))
    {
        return Sign::Routes(vec![named(&route, location, None)]);
    }
    Sign::Mentioned(
        route::find(plain)
            .iter()
            .map(|route| named(route, location, None))
            .collect(),
    )
}

/// `URL: /x`, `**Method** : GET`, `Endpoint | /x`.
fn key_value(line: &str) -> Option<(bool, &str)> {
    let (key, value) = line.split_once([':', '|', '=', '\t', '\n'])?;
    let key = key
        .trim()
        .trim_matches(['*', '`', '_'])
        .trim()
        .to_lowercase();
    let value = value.trim().trim_matches(['*', '`', ' ', ':', '"']).trim();
    match key.as_str() {
        "method" | "http method" | "verb" | "http verb" | "request method" | "type" => {
            Some((true, value))
        }
        "url" | "endpoint" | "path" | "uri" | "route" | "request url" | "request uri"
        | "resource" | "resource url" | "request path" | "http request" => Some((false, value)),
        _ => None,
    }
}

/// Method and path named on lines of their own.
fn pair<'a>(lines: impl Iterator<Item = &'a str>) -> Option<Route> {
    let mut method = None;
    let mut path = None;
    for line in lines {
        match key_value(line) {
            Some((true, value)) if method.is_none() => {
                method = Method::parse(value.split([' ', ',']).next()?.trim_matches('`'));
            }
            Some((false, value)) if path.is_none() && route::path_at(value).is_some() => {
                path = Some(value);
            }
            _ => {}
        }
    }
    route::find_any_case(&format!("{} {}", method?, path?))
        .into_iter()
        .next()
}

/// Routes that a code block documents: all its lines name one, or the first one does and is no
/// call with values.
fn code_routes(text: &str, language: Option<&str>, in_example: bool) -> Vec<Route> {
    if text.len() > 64 * 1024 || !exchange_free(text) {
        return Vec::new();
    }
    let lines: Vec<_> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with(['#', '/']))
        .collect();
    let mut routes = Vec::new();
    let mut others = 0_usize;
    let only = matches!(
        language,
        None | Some(
            "http"
                | "plaintext"
                | "text"
                | "txt"
                | "rest"
                | "plain"
                | "none"
                | "console"
                | "shell"
                | "bash"
                | "sh"
                | "api"
                | "notranslate"
                | "url"
        )
    );
    for line in &lines {
        let found = if lines.len() == 1 || only {
            route::find_any_case(line)
        } else {
            route::find(line)
        };
        match found.first() {
            Some(first) if first.start <= 2 => {
                let transcript = first.transcript;
                if transcript && (lines.len() > 1 || in_example)
                    || first
                        .query
                        .iter()
                        .any(|(_, value)| !value.is_empty() && !is_placeholder(value))
                        && in_example
                {
                    return Vec::new();
                }
                // Prose after a path on the same line is no path.
                routes.extend(found.into_iter().take_while(|route| route.start <= 8));
            }
            _ if line.starts_with(['?', '&']) && !routes.is_empty() => {
                // The query goes on over lines.
                if let Some(last) = routes.last_mut() {
                    let more = route::query_pairs(line);
                    Route::extend_query(last, more);
                }
            }
            _ => others += 1,
        }
    }
    if others == 0 { routes } else { Vec::new() }
}

impl Route {
    fn extend_query(route: &mut Self, more: Vec<(String, String)>) {
        route.query.extend(more);
    }
}

/// Whether a text holds neither a curl command nor an answer.
fn exchange_free(text: &str) -> bool {
    !text.contains("curl ") && !text.trim_start().starts_with("HTTP/")
}

/// Tables that list operations, and small upright ones that describe one.
fn table_sign(table: &Table, location: Location) -> Sign {
    let columns = table::columns(&table.header);
    let at = |wanted: Column| columns.iter().position(|column| *column == wanted);
    let mut listed = Vec::new();
    if let Some(route) = pair_of_rows(table) {
        return Sign::Routes(vec![named(&route, location, None)]);
    }
    for row in &table.rows {
        let cell = |index: Option<usize>| {
            index
                .and_then(|index| row.cells.get(index))
                .map(|cell| cell.plain.trim().to_owned())
        };
        let place = row.location.unwrap_or(location);
        let note = cell(at(Column::Description)).filter(|note| !note.is_empty());
        if let (Some(methods), Some(path)) = (
            cell(at(Column::Method)),
            cell(at(Column::Path)).or_else(|| cell(at(Column::Name))),
        ) {
            let found = route::find_any_case(&format!("{methods} {path}"));
            listed.extend(found.iter().map(|route| named(route, place, note.clone())));
            continue;
        }
        for cell in &row.cells {
            let found: Vec<_> = route::find(&cell.plain);
            if found.first().is_some_and(|first| first.start <= 2) {
                listed.extend(found.iter().map(|route| named(route, place, note.clone())));
            }
        }
        // A cell with the method beside one with the path, under any head.
        if row.cells.len() >= 2 {
            for (first, second) in row.cells.iter().zip(row.cells.iter().skip(1)) {
                for (method, path) in [(first, second), (second, first)] {
                    let word = method.plain.trim();
                    if Method::parse(word).is_some_and(|method| method.as_str() == word)
                        && path.plain.trim().starts_with('/')
                    {
                        let found = route::find(&format!("{word} {}", path.plain.trim()));
                        listed.extend(found.iter().map(|route| named(route, place, note.clone())));
                    }
                }
            }
        }
    }
    if listed.is_empty() {
        Sign::Nothing
    } else {
        Sign::Listed(listed)
    }
}

/// `Method | GET` over `URL | /x`.
fn pair_of_rows(table: &Table) -> Option<Route> {
    let rows = std::iter::once(&table.header).chain(table.rows.iter().map(|row| &row.cells));
    let lines: Vec<_> = rows
        .filter(|cells| cells.len() == 2)
        .map(|cells| format!("{}: {}", cells[0].plain.trim(), cells[1].plain.trim()))
        .collect();
    pair(lines.iter().map(String::as_str))
}

/// The requests that a section shows: curl commands and transcripts.
pub(crate) fn exchanges(text: &str) -> Vec<Exchange> {
    let commands: Vec<_> = curl::read(text)
        .into_iter()
        .map(|(_, exchange)| exchange)
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
