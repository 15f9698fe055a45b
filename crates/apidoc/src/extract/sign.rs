//! What a node says about routes: whether it documents some, lists them, or names them in passing.

use crate::api::Method;
use crate::document::{BlockKind, Location, MarkKind, Table, Text};

use super::field::Field;
use super::label::{self, Label};
use super::outline::{self, Node, NodeKind};
use super::route::{self, Route};
use super::section::{Named, Section, named};
use super::table::{self, Column};
use super::{row, template, tongue};

/// What a node says about routes.
pub(crate) enum Sign {
    /// It documents these.
    Routes(Vec<Named>),
    /// It lists these, one of many.
    Listed(Vec<Named>),
    /// It names these in passing.
    Mentioned(Vec<Named>),
    Nothing,
}

/// Routes in a heading: `GET /x`, `Get x [GET /x]`, `Get x [GET]` under `X [/x]`.
pub(crate) fn heading_routes(text: &Text, headings: &[(u8, &Text)]) -> Vec<Route> {
    let found = text_routes(text, true);
    if !found.is_empty() {
        return found;
    }
    // `get` or `GET` alone, under a heading that is a path.
    let plain = text.plain.trim();
    if let Some(method) = Method::parse(plain).filter(|_| !plain.eq_ignore_ascii_case("del")) {
        let path = headings.iter().rev().find_map(|(_, above)| {
            let line = above.plain.trim();
            let (path, _) = route::path_at(line)?;
            (line.starts_with('/') && path.len() == line.len()).then_some(path)
        });
        if let Some(path) = path {
            return route::find_any_case(&format!("{method} {path}"));
        }
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

pub(crate) fn sign(
    nodes: &[Node<'_>],
    index: usize,
    in_example: bool,
    section: &Section<'_>,
) -> Sign {
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
            if let BlockKind::Component {
                attributes,
                children,
                ..
            } = &block.kind
            {
                let inner: String = children
                    .iter()
                    .filter_map(|child| match &child.kind {
                        BlockKind::Paragraph(text) => Some(text.plain.as_str()),
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
        NodeKind::Table(table) => table_sign(table, node.location, section),
        NodeKind::List(items) => {
            let stated = pair(items.iter().map(|item| item.text.plain.as_str()));
            if !stated.is_empty() {
                return Sign::Routes(all(&stated, node.location));
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
        Some(NodeKind::List([item])) => Some(item.text.plain.trim()),
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
        .chain((1..4).map_while(next))
        .collect();
    if key_value(plain).is_some() {
        let stated = pair(group.into_iter().flat_map(str::lines));
        if !stated.is_empty() {
            return Sign::Routes(all(&stated, location));
        }
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
    let (key, value) = line.split_once([':', '：', '|', '=', '\t', '\n'])?;
    let key = key
        .trim()
        .trim_matches(['*', '`', '_'])
        .trim()
        .to_lowercase();
    let value = value
        .trim()
        .trim_matches(['*', '`', ' ', ':', '：', '"', '-'])
        .trim();
    match tongue::label(&key).unwrap_or(&key) {
        "methods" | "http methods" | "verbs" | "method" | "http method" | "verb" | "http verb"
        | "request method" | "type" => Some((true, value)),
        "url" | "endpoint" | "path" | "uri" | "route" | "request url" | "request uri"
        | "resource" | "resource url" | "request path" | "http request" => Some((false, value)),
        _ => None,
    }
}

/// Methods and path named on lines of their own.
fn pair<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<Route> {
    let mut methods = Vec::new();
    let mut path = None;
    let mut lines = lines.peekable();
    while let Some(line) = lines.next() {
        // The value may stand on the line below.
        let stated = key_value(line).map(|(is_method, value)| {
            let below = lines.peek().filter(|_| value.is_empty());
            let below = below.filter(|line| key_value(line).is_none());
            (
                is_method,
                below.map_or(value, |line| line.trim_matches(['`', ' '])),
            )
        });
        match stated {
            Some((true, value)) if methods.is_empty() => {
                let words = value.split(|c: char| !c.is_ascii_alphabetic());
                methods = words
                    .filter(|word| !word.is_empty())
                    .map_while(Method::parse)
                    .collect();
            }
            Some((false, value)) if path.is_none() => {
                let value = value.split_whitespace().next().unwrap_or_default();
                path = route::path_at(value).map(|_| value);
            }
            _ => {}
        }
    }
    let Some(path) = path else {
        return Vec::new();
    };
    methods.dedup();
    methods
        .into_iter()
        .flat_map(|method| route::find_any_case(&format!("{method} {path}")))
        .collect()
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
fn table_sign(table: &Table, location: Location, section: &Section<'_>) -> Sign {
    let columns = table::columns(&table.header);
    let at = |wanted: Column| columns.iter().position(|column| *column == wanted);
    let mut listed = Vec::new();
    let stated = pair_of_rows(table);
    if !stated.is_empty() {
        return Sign::Routes(all(&stated, location));
    }
    if let Some(routes) = methods_as_columns(table, location) {
        return Sign::Listed(routes);
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
            let fields: Vec<Field> = columns
                .iter()
                .zip(&table.header)
                .zip(&row.cells)
                .filter(|((column, head), _)| holds_fields(**column, &head.plain))
                .flat_map(|(_, cell)| row::fields(cell))
                .collect();
            listed.extend(found.iter().map(|route| Named {
                fields: fields.clone(),
                ..named(route, place, note.clone())
            }));
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
    // A table of one path, where nothing else has named one, is the heading's own.
    let own = |listed: &[Named]| {
        let first = listed
            .first()
            .map(|named| template::shape(&named.route.path));
        at(Column::Method).is_some()
            && at(Column::Path).is_some()
            && table.rows.len() <= OWN_ROWS
            && listed
                .iter()
                .all(|named| Some(template::shape(&named.route.path)) == first)
    };
    if listed.is_empty() {
        Sign::Nothing
    } else if section.routes.is_empty() && own(&listed) {
        Sign::Routes(listed)
    } else {
        Sign::Listed(listed)
    }
}

/// Whether a column of a table of routes names their parameters: `Params`, `Body / Params`.
fn holds_fields(column: Column, head: &str) -> bool {
    let head = head.replace('/', " ");
    matches!(column, Column::Name | Column::Other)
        && matches!(label::read(&head, false), Some(Label::Parameters { .. }))
}

/// The most rows of a table that documents one path, and does not list several.
const OWN_ROWS: usize = 3;

/// `GET | PUT | Path | Description` with a mark in the columns of the methods that a path has.
fn methods_as_columns(table: &Table, location: Location) -> Option<Vec<Named>> {
    let methods: Vec<_> = table
        .header
        .iter()
        .map(|cell| Method::parse(cell.plain.trim()))
        .collect();
    if methods.iter().flatten().count() < 2 {
        return None;
    }
    let columns = table::columns(&table.header);
    let description = columns
        .iter()
        .position(|column| *column == Column::Description);
    let mut listed = Vec::new();
    for row in &table.rows {
        let path = row
            .cells
            .iter()
            .map(|cell| cell.plain.trim())
            .find(|text| text.starts_with('/'));
        let Some(path) = path else { continue };
        let place = row.location.unwrap_or(location);
        let note = description
            .and_then(|at| row.cells.get(at))
            .map(|cell| cell.plain.trim().to_owned())
            .filter(|note| !note.is_empty());
        for (method, cell) in methods.iter().zip(&row.cells) {
            let mark = cell.plain.trim().to_lowercase();
            let has = !matches!(
                mark.as_str(),
                "" | "-" | "–" | "—" | "no" | "n" | "n/a" | "✗" | "✘" | "❌"
            );
            if let Some(method) = method.filter(|_| has) {
                let found = route::find(&format!("{method} {path}"));
                listed.extend(found.iter().map(|route| named(route, place, note.clone())));
            }
        }
    }
    (!listed.is_empty()).then_some(listed)
}

fn all(routes: &[Route], location: Location) -> Vec<Named> {
    routes
        .iter()
        .map(|route| named(route, location, None))
        .collect()
}

/// `Method | GET` over `URL | /x`.
fn pair_of_rows(table: &Table) -> Vec<Route> {
    let rows = std::iter::once(&table.header).chain(table.rows.iter().map(|row| &row.cells));
    let lines: Vec<_> = rows
        .filter(|cells| cells.len() == 2)
        .map(|cells| format!("{}: {}", cells[0].plain.trim(), cells[1].plain.trim()))
        .collect();
    pair(lines.iter().map(String::as_str))
}
