//! Reads one section that documents routes: fields under their labels, examples, answers, words.

use std::collections::HashMap;

use crate::api::{Method, Note, Place};
use crate::document::{Document, Item, Text};

use super::atlas::Atlas;
use super::example;
use super::field::Field;
use super::label::{self, Label};
use super::operation::{Draft, Group, bare, clean_title, first_sentence};
use super::outline::{Node, NodeKind};
use super::paths::Paths;
use super::section::{self, Section};
use super::{list, operation, prose, route, row, stack, table, template, work};

/// The most fields that the operations of one section may have in all.
const FIELDS: usize = 50_000;

/// How many fields of a section may have members that other tables describe.
const MEMBERS: usize = 1_000;

/// The most operations of a section that one call is shown for, and calls that are kept for one.
const CALLED: usize = 8;
const EXCHANGES: usize = 64;

/// The most places that an operation may share its parameters with.
const SOURCES: usize = 16;

/// How long the prose of a field may grow over several paragraphs, in bytes.
const PROSE: usize = 4_096;

/// What the last label announced.
#[derive(Debug, Clone, PartialEq)]
enum Mode {
    /// Nothing yet.
    Open,
    /// Parameters.
    Parameters {
        place: Option<Place>,
        required: Option<bool>,
        only: Option<String>,
        body: bool,
    },
    /// Parameters were announced and have come.
    Spent,
    /// An example request.
    Request,
    /// An answer.
    Response,
    /// Status codes.
    Status,
    /// A heading that says nothing of parameters.
    Other(String),
    /// The fields of a member of the body.
    Member(String),
}

/// Reads a section that documents routes.
pub(crate) fn read(
    document: &Document,
    nodes: &[Node<'_>],
    section: &Section<'_>,
    atlas: &Atlas,
    findings: &mut Vec<Note>,
) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    for named in &section.routes {
        if named.route.method.is_none() {
            findings.push(Note {
                code: "method-not-in-openapi".to_owned(),
                document: document.name.clone(),
                message: format!("An operation on {} has a method that OpenAPI 3.1 cannot describe; it was left out.", named.route.path),
            });
            continue;
        }
        let mut draft = bare(
            document,
            named,
            if named.route.transcript { 0.7 } else { 0.95 },
        );
        draft.section = (document_id(document), section.origin);
        draft.anchors.clone_from(&section.anchors);
        drafts.push(draft);
    }
    if drafts.is_empty() {
        return drafts;
    }
    let mut methods: HashMap<String, Vec<Method>> = HashMap::new();
    let mut paths = Paths::default();
    for (number, draft) in drafts.iter().enumerate() {
        let operation = &draft.operation;
        methods
            .entry(operation.path.clone())
            .or_default()
            .push(operation.method);
        paths.file(operation.method, &operation.path, number);
    }
    for draft in &mut drafts {
        let method = draft.operation.method;
        let same_path = methods.get(&draft.operation.path).into_iter().flatten();
        draft.siblings = same_path
            .copied()
            .filter(|other| *other != method)
            .take(Method::ALL.len())
            .collect();
        draft.form_for_query = atlas.form_for_query;
    }
    let mut reader = Reader {
        atlas,
        paths,
        fields: 0,
        left: FIELDS,
        drafts,
        mode: Mode::Open,
        previous: Previous::Other,
        paragraphs: Vec::new(),
        statuses: Vec::new(),
        answers: Vec::new(),
        last_status: None,
        in_lines: false,
    };
    let run: Vec<&Node<'_>> = section
        .nodes
        .iter()
        .filter_map(|index| nodes.get(*index))
        .collect();
    let mut at = 0;
    while let Some(node) = run.get(at) {
        let announced = matches!(reader.mode, Mode::Parameters { .. });
        let stacked = announced.then(|| stack::fields(run.get(at..).unwrap_or_default()));
        if let Some((fields, length)) = stacked.flatten() {
            reader.take(&fields, None, "");
            at += length;
            continue;
        }
        reader.node(node, at == 0 && section.level > 0);
        at += 1;
    }
    let summary = section
        .title
        .map(|title| clean_title(&title.plain))
        .filter(|title| !title.is_empty() && route::find(title).is_empty());
    let tags: Vec<_> = section
        .trail
        .last()
        .map(|text| clean_title(&text.plain))
        .filter(|tag| label::read(tag, true).is_none())
        .into_iter()
        .collect();
    if reader.left == 0 {
        findings.push(Note {
            code: "too-many-fields".to_owned(),
            document: document.name.clone(),
            message: format!("A section describes {} operations and more fields than can be given to all of them; some were left out.", reader.drafts.len()),
        });
    }
    let Reader {
        mut drafts,
        paragraphs,
        statuses,
        answers,
        ..
    } = reader;
    let several = drafts.len() > 1;
    for draft in &mut drafts {
        let told = draft.operation.summary.take();
        draft.operation.summary = summary
            .clone()
            .or(told)
            .or_else(|| paragraphs.first().map(|text| first_sentence(text)));
        draft.operation.tags.clone_from(&tags);
        if !paragraphs.is_empty() {
            draft.operation.description = Some(paragraphs.join("\n\n"));
        }
        let title = section
            .title
            .map(|title| title.plain.to_lowercase())
            .unwrap_or_default();
        draft.operation.deprecated = title.contains("deprecated")
            || paragraphs.iter().any(|text| {
                let lower = text.to_lowercase();
                let about = lower.starts_with("deprecated")
                    || lower.contains("this endpoint is deprecated")
                    || lower.contains("this endpoint has been deprecated")
                    || lower.contains("this method is deprecated")
                    || lower.contains("endpoint has been superseded")
                    || lower.contains("this api is deprecated");
                about && (!several || lower.contains("endpoint"))
            });
        draft.operation.responses = example::responses(&statuses, &answers);
    }
    drafts
}

/// Sections of one document are alike in this, of two are not.
fn document_id(document: &Document) -> usize {
    std::ptr::from_ref(document).addr()
}

#[derive(PartialEq)]
enum Previous {
    Fields,
    Code,
    /// A sentence that ends in a colon and announces nothing known.
    Introduction,
    /// A field on a line of its own.
    Line,
    Other,
}

struct Reader<'a> {
    atlas: &'a Atlas,
    /// The drafts by their routes.
    paths: Paths,
    /// How many fields were taken.
    fields: usize,
    /// How many fields may still be given to drafts.
    left: usize,
    drafts: Vec<Draft>,
    mode: Mode,
    previous: Previous,
    paragraphs: Vec<String>,
    statuses: Vec<(String, String)>,
    answers: Vec<(Option<String>, serde_json::Value)>,
    last_status: Option<String>,
    /// Whether the group that is open is made of fields on lines of their own.
    in_lines: bool,
}

impl Reader<'_> {
    fn node(&mut self, node: &Node<'_>, is_title: bool) {
        let mut previous = Previous::Other;
        match &node.kind {
            NodeKind::Heading { .. } if is_title => {}
            NodeKind::Heading { text, .. } => {
                self.in_lines = false;
                self.mode = match label::read_within(&text.plain) {
                    Some(label) => self.mode_of(&label, &text.plain),
                    None => Mode::Other(text.plain.clone()),
                };
                if let Mode::Response = self.mode {
                    self.note_status(&text.plain);
                }
            }
            NodeKind::Label(line) => {
                self.in_lines = false;
                if let Some(label) = label::read(line, true) {
                    self.mode = self.mode_of(&label, line);
                    self.note_status(line);
                }
            }
            NodeKind::Paragraph(text) => {
                if text.plain.trim_end().ends_with(':') {
                    previous = Previous::Introduction;
                }
                if self.line_field(text, node) {
                    previous = Previous::Line;
                } else {
                    self.in_lines &= section::paragraph_label(text).is_none();
                    self.paragraph(text);
                }
            }
            NodeKind::List(items) => {
                if self.inline_labels(items) {
                    previous = Previous::Fields;
                } else if matches!(self.mode, Mode::Status) {
                    for item in *items {
                        self.statuses.extend(example::status_line(&item.text.plain));
                    }
                } else if items
                    .iter()
                    .all(|item| example::status_line(&item.text.plain).is_some())
                {
                    self.statuses.extend(
                        items
                            .iter()
                            .filter_map(|item| example::status_line(&item.text.plain)),
                    );
                } else if self.takes_fields() {
                    let trusted = matches!(self.mode, Mode::Parameters { .. });
                    if let Some(fields) = list::fields(items, node.location, trusted) {
                        self.take(&fields, None, "");
                        previous = Previous::Fields;
                    }
                }
            }
            NodeKind::Definitions(list) => {
                let statuses: Vec<_> = list
                    .iter()
                    .filter_map(|entry| {
                        example::status_line(&format!(
                            "{} {}",
                            entry.term.plain,
                            body_text(&entry.body)
                        ))
                    })
                    .collect();
                if statuses.len() == list.len() {
                    self.statuses.extend(statuses);
                } else if self.takes_fields() {
                    let trusted = matches!(self.mode, Mode::Parameters { .. });
                    if let Some(fields) = list::definitions(list, trusted) {
                        self.take(&fields, None, "");
                        previous = Previous::Fields;
                    }
                }
            }
            NodeKind::Table(table) => {
                let statuses: Vec<_> = table
                    .rows
                    .iter()
                    .filter_map(|row| {
                        let line: Vec<_> =
                            row.cells.iter().map(|cell| cell.plain.as_str()).collect();
                        example::status_line(&line.join(" "))
                    })
                    .collect();
                if !statuses.is_empty() && statuses.len() == table.rows.len() {
                    self.statuses.extend(statuses);
                } else if !matches!(self.mode, Mode::Response | Mode::Status) {
                    let trusted = matches!(self.mode, Mode::Parameters { .. } | Mode::Spent);
                    let named = table.header.first().is_some_and(|cell| {
                        let lower = cell.plain.to_lowercase();
                        lower.contains("param")
                            || lower.contains("argument")
                            || lower.contains("query")
                    });
                    let open = match &self.mode {
                        Mode::Open => {
                            named
                                || self
                                    .drafts
                                    .iter()
                                    .any(|draft| !draft.operation.method.is_bodiless())
                                || table.header.len() > 2
                        }
                        Mode::Other(_) | Mode::Request => named,
                        _ => true,
                    };
                    if open && let Some(read) = table::fields(table, node.location, trusted) {
                        self.take(&read.list, read.tells_required, &read.head);
                        previous = Previous::Fields;
                    }
                }
            }
            NodeKind::Component(block) => {
                let mut fields = list::component_fields(block);
                if matches!(self.mode, Mode::Response | Mode::Status) {
                    fields.retain(|field| field.place.is_some());
                }
                if !fields.is_empty() {
                    self.take(&fields, None, "");
                    previous = Previous::Fields;
                }
            }
            NodeKind::Code { text, language } => {
                self.code(text, *language);
                previous = Previous::Code;
            }
            NodeKind::Enter { .. } | NodeKind::Leave => {}
        }
        self.previous = previous;
    }

    fn mode_of(&self, label: &Label, line: &str) -> Mode {
        match label {
            Label::Parameters {
                place,
                required,
                body,
            } => {
                let mut place = *place;
                // `URL parameters` are in the path if the path has parameters of these names;
                // `assign` decides.
                if place == Some(Place::Path) && !line.to_lowercase().contains("path") {
                    place = None;
                }
                let only = route::path_at_any(line);
                Mode::Parameters {
                    place,
                    required: *required,
                    only,
                    body: *body,
                }
            }
            Label::Request | Label::Example => Mode::Request,
            Label::Response => {
                if self.atlas.crossed {
                    crossed(line)
                } else {
                    Mode::Response
                }
            }
            Label::Status => Mode::Status,
            Label::Endpoint => Mode::Open,
            Label::Aside => Mode::Other(line.to_owned()),
        }
        .uncross(self.atlas.crossed, line)
    }

    /// Whether a list that comes now may hold fields.
    fn takes_fields(&self) -> bool {
        match self.mode {
            Mode::Parameters { .. } | Mode::Member(_) => true,
            // A line that introduces something else than parameters.
            Mode::Open => !matches!(self.previous, Previous::Code | Previous::Introduction),
            Mode::Spent => self.previous == Previous::Fields,
            Mode::Other(ref title) => {
                let lower = title.to_lowercase();
                lower.contains("parameter")
                    || lower.contains("option")
                    || lower.contains("argument")
            }
            Mode::Request | Mode::Response | Mode::Status => false,
        }
    }

    /// A paragraph that is a field: a set name with its type or flags, the text after it or in the
    /// paragraphs that follow.
    fn line_field(&mut self, text: &Text, node: &Node<'_>) -> bool {
        let announced = matches!(self.mode, Mode::Parameters { .. });
        if !announced
            || section::paragraph_label(text).is_some()
            || !route::find(&text.plain).is_empty()
        {
            return false;
        }
        let fields = super::field::read(text, Some(node.location));
        let told = fields.iter().all(|field| {
            field.strength >= 3 && (!field.schema.is_open() || field.required.is_some())
        });
        if !fields.is_empty() && told {
            let mode = self.mode.clone();
            let adjoins = self.in_lines;
            self.take(&fields, None, "");
            self.mode = mode;
            if adjoins {
                // Fields one after another are one group.
                for draft in &mut self.drafts {
                    if let Some(last) = draft.groups.pop() {
                        match draft.groups.last_mut() {
                            Some(group) => group.fields.extend(last.fields),
                            None => draft.groups.push(last),
                        }
                    }
                }
            }
            self.in_lines = true;
            return true;
        }
        if self.previous == Previous::Line {
            for field in self
                .drafts
                .iter_mut()
                .filter_map(|draft| draft.groups.last_mut()?.fields.last_mut())
            {
                if field.description.len() < PROSE {
                    let whole = format!("{} {}", field.description, text.plain);
                    super::field::from_prose(field, whole.trim());
                }
            }
            return true;
        }
        false
    }

    fn paragraph(&mut self, text: &Text) {
        let plain = text.plain.trim();
        if !route::find(plain).is_empty()
            && plain.len() < 120
            && self.paragraphs.is_empty()
            && plain.starts_with(|c: char| c.is_ascii_uppercase())
            && plain.split(' ').count() < 4
        {
            return;
        }
        let lower = plain.to_lowercase();
        let all = [
            "all parameters",
            "all fields",
            "all of the parameters",
            "all of the fields",
            "all attributes",
            "all properties",
            "every parameter",
            "all arguments",
            "each parameter",
            "all of these parameters",
            "all the parameters",
        ];
        if lower.contains("optional") && all.iter().any(|words| lower.contains(words)) {
            for draft in &mut self.drafts {
                draft.all_optional = true;
            }
        }
        let list = prose::takes_list(plain);
        let shared = prose::shared_with(text);
        for draft in self
            .drafts
            .iter_mut()
            .filter(|_| list || !shared.is_empty())
        {
            draft.same_as.extend(shared.iter().take(SOURCES).cloned());
            draft.same_as.truncate(SOURCES);
            draft.body_is_list |= list;
        }
        if let Some(label) = section::paragraph_label(text) {
            let mut mode = self.mode_of(&label, plain);
            // `The `address` object has these fields:` is about a member.
            if matches!(mode, Mode::Parameters { .. })
                && (lower.contains(" object")
                    || lower.contains(" array")
                    || lower.contains("each "))
                && !lower.contains("request")
                && !lower.contains("json object with")
                && let Some(mark) = text
                    .marks
                    .iter()
                    .find(|mark| mark.kind == crate::document::MarkKind::Code)
            {
                mode = Mode::Member(text.marked(mark).to_owned());
            }
            self.note_status(plain);
            // `Returns …:` before an example of the answer leaves parameters to come.
            self.mode = mode;
            return;
        }
        if prose::asks_for_json(&lower) {
            self.mode = Mode::Parameters {
                place: Some(Place::Body),
                required: None,
                only: None,
                body: true,
            };
            return;
        }
        if let Some(next) = prose::announces(plain) {
            self.mode = self.mode_of(&next, plain);
        }
        let fields = prose::fields(text);
        if !fields.is_empty() {
            let copies = fields.len().saturating_mul(self.drafts.len());
            let told = self.left.checked_sub(copies);
            self.left = told.unwrap_or(0);
            for draft in self.drafts.iter_mut().filter(|_| told.is_some()) {
                draft.groups.push(Group {
                    fields: fields.clone(),
                    place: None,
                    required: None,
                    silent: None,
                    labelled: false,
                    tabular: false,
                });
            }
        }
        if let Some(status) = example::status_line(plain) {
            self.statuses.push(status);
        } else {
            self.statuses.extend(prose::statuses(plain));
        }
        if matches!(
            self.mode,
            Mode::Open | Mode::Spent | Mode::Parameters { .. }
        ) && self.paragraphs.len() < 12
            && plain.len() > 2
        {
            self.paragraphs.push(plain.to_owned());
        }
    }

    /// Items that are a label and what it announces on one line: ``Query: `page` (number)``,
    /// `Body: {"name": "Ann"}`.
    fn inline_labels(&mut self, items: &[Item]) -> bool {
        let labelled = |item: &Item| {
            let (lead, rest) = item.text.plain.split_once(':')?;
            // A field may be called `body`.
            lead.starts_with(char::is_uppercase).then_some(())?;
            let label = label::read(lead, false).or_else(|| label::read_within(lead))?;
            (lead.len() < 40 && !rest.trim().is_empty()).then_some((label, lead.len() + 1))
        };
        let mut took = false;
        for item in items {
            let Some((label, from)) = labelled(item) else {
                continue;
            };
            let lead = item.text.plain.get(..from).unwrap_or_default();
            let mode = self.mode_of(&label, lead);
            if !matches!(mode, Mode::Parameters { .. }) {
                continue;
            }
            let rest = item.text.slice_from(from);
            if let Some(value) = crate::exchange::lenient_json(&rest.plain) {
                for draft in &mut self.drafts {
                    if !draft.operation.method.is_bodiless() && draft.body_example.is_none() {
                        draft.body_example = Some(value.clone());
                    }
                }
                took = true;
                continue;
            }
            let mut fields = row::fields(&rest);
            for field in &mut fields {
                field.location = field.location.or(item.location);
            }
            if !fields.is_empty() {
                self.mode = mode;
                self.take(&fields, None, "");
                took = true;
            }
        }
        took
    }

    fn note_status(&mut self, line: &str) {
        self.last_status = example::status_in(line);
    }

    fn take(&mut self, fields: &[Field], tells: Option<bool>, head: &str) {
        let tabular = !head.is_empty();
        let (place, required, only, labelled) = match &self.mode {
            Mode::Parameters {
                place,
                required,
                only,
                ..
            } => (*place, *required, only.clone(), true),
            _ => (None, None, None, false),
        };
        self.fields += fields.len();
        // Under a heading that names a field, these are its members.
        if let Mode::Other(title) | Mode::Member(title) = &self.mode
            && self.fields < MEMBERS
        {
            let words: Vec<_> = title
                .split(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-')))
                .collect();
            for draft in &mut self.drafts {
                for group in &mut draft.groups {
                    let parent = group.fields.iter_mut().find(|field| {
                        words.iter().any(|word| {
                            field.name == *word || field.name.strip_suffix('s') == Some(word)
                        })
                    });
                    if let Some(parent) = parent {
                        parent.children.extend_from_slice(fields);
                        return;
                    }
                }
            }
        }
        if matches!(self.mode, Mode::Member(_)) {
            return;
        }
        if matches!(self.mode, Mode::Open) && answers_more_than_asks(&self.drafts, head, fields) {
            return;
        }
        let place = table::place_of_head(head).or(place);
        let copies = fields.len().saturating_mul(self.drafts.len());
        let left = self.left.checked_sub(copies);
        let Some(left) = left.filter(|_| self.fields <= operation::FIELDS) else {
            self.left = 0;
            return;
        };
        self.left = left;
        for draft in &mut self.drafts {
            if only
                .as_ref()
                .is_some_and(|path| !same_path(path, &draft.operation.path))
            {
                continue;
            }
            draft.groups.push(Group {
                fields: fields.to_vec(),
                place,
                required,
                silent: tells,
                labelled,
                tabular,
            });
        }
        if !matches!(self.mode, Mode::Open) {
            self.mode = Mode::Spent;
        }
    }

    fn code(&mut self, text: &str, language: Option<&str>) {
        let exchanges = section::exchanges(text);
        if !exchanges.is_empty() {
            for exchange in exchanges {
                if let Some(answer) = &exchange.answer
                    && let Some(body) = answer
                        .body
                        .as_deref()
                        .and_then(crate::exchange::lenient_json)
                {
                    let status = answer.status.map(|status| status.to_string());
                    self.answers.push((status, body));
                }
                let called = exchange.method.map(|method| {
                    let mut called = self.paths.all(method, &exchange.path);
                    called.truncate(CALLED);
                    called
                });
                for number in called.unwrap_or_default() {
                    work::step();
                    if let Some(draft) = self.drafts.get_mut(number)
                        && draft.exchanges.len() < EXCHANGES
                        && example::is_call_of(&exchange, &draft.operation)
                    {
                        draft.exchanges.push(exchange.clone());
                    }
                }
            }
            if matches!(self.mode, Mode::Request) {
                self.mode = Mode::Spent;
            }
            return;
        }
        if let Some(answer) = crate::exchange::answer(text) {
            if let Some(body) = answer
                .body
                .as_deref()
                .and_then(crate::exchange::lenient_json)
            {
                let status = answer.status.map(|status| status.to_string());
                self.answers.push((status, body));
            }
            return;
        }
        let json = matches!(
            language,
            None | Some(
                "json"
                    | "json5"
                    | "jsonc"
                    | "javascript"
                    | "js"
                    | "js-nolint"
                    | "text"
                    | "http"
                    | "notranslate"
            )
        );
        let Some(value) = json.then(|| crate::exchange::lenient_json(text)).flatten() else {
            return;
        };
        match &self.mode {
            Mode::Parameters {
                place: Some(Place::Body) | None,
                body,
                ..
            } if *body || self.previous != Previous::Fields => {
                for draft in &mut self.drafts {
                    if !draft.operation.method.is_bodiless() && draft.body_example.is_none() {
                        draft.body_example = Some(value.clone());
                    }
                }
            }
            Mode::Request => {
                for draft in &mut self.drafts {
                    if !draft.operation.method.is_bodiless() && draft.body_example.is_none() {
                        draft.body_example = Some(value.clone());
                    }
                }
                self.mode = Mode::Spent;
            }
            _ => self.answers.push((self.last_status.take(), value)),
        }
    }
}

impl Mode {
    /// Puts right the labels of pages whose rendering swaps request and answer.
    fn uncross(self, crossed: bool, line: &str) -> Self {
        let lower = line.to_lowercase();
        if crossed
            && lower.starts_with("request")
            && !lower.contains("example")
            && matches!(self, Self::Parameters { .. })
        {
            return Self::Response;
        }
        self
    }
}

fn crossed(line: &str) -> Mode {
    let lower = line.to_lowercase();
    if lower.contains("header") {
        return Mode::Parameters {
            place: Some(Place::Header),
            required: None,
            only: None,
            body: false,
        };
    }
    if lower.contains("json") || lower.contains("form") {
        return Mode::Parameters {
            place: Some(Place::Body),
            required: None,
            only: None,
            body: false,
        };
    }
    Mode::Response
}

fn same_path(named: &str, path: &str) -> bool {
    let (named, path) = (template::shape(named), template::shape(path));
    path.ends_with(named.as_str()) || named.ends_with(path.as_str())
}

/// Without a label, a table of fields after a GET describes what comes back, unless its head says
/// otherwise.
fn answers_more_than_asks(drafts: &[Draft], head: &str, fields: &[Field]) -> bool {
    let bodiless = drafts
        .iter()
        .all(|draft| draft.operation.method.is_bodiless());
    let told = head.contains("param") || head.contains("argument") || head.contains("option");
    let placed = fields.iter().any(|field| field.place.is_some());
    bodiless
        && !told
        && !placed
        && (head.contains("field")
            || head.contains("propert")
            || head.contains("attribute")
            || head.contains("key"))
}

fn body_text(blocks: &[crate::document::Block]) -> String {
    blocks
        .iter()
        .find_map(|block| match &block.kind {
            crate::document::BlockKind::Paragraph(text) => Some(text.plain.clone()),
            _ => None,
        })
        .unwrap_or_default()
}
