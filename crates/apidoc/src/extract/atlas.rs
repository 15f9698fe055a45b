//! What documents hold in common: types that are explained elsewhere, and habits of a whole set of
//! pages.

use std::collections::HashMap;

use crate::document::{Document, MarkKind};
use crate::schema::{Kind, Schema};

use super::outline::{Node, NodeKind};
use super::section::{self, Survey};
use super::table::{self, Column};

/// What was learned from all documents before operations are read.
#[derive(Debug, Default)]
pub(crate) struct Atlas {
    /// What the value of a type is, by `page#fragment` and by `#fragment`.
    types: HashMap<String, Schema>,
    /// Whether the pages' rendering swaps the names of request and answer: headers that only a
    /// request can have stand under `Response Headers`.
    pub(crate) crossed: bool,
    /// Whether the pages say that the query may be sent as a form in the body.
    pub(crate) form_for_query: bool,
    straight: usize,
    swapped: usize,
    /// Fields in lists that say `optional`, that say `required`, and in all.
    listed: [usize; 3],
    /// Tables whose names end in `?` where a field is optional.
    question_tables: usize,
}

/// Header fields that only requests carry (RFC 9110, 10.1, 12.5 and 13.1).
const REQUEST_ONLY: [&str; 9] = [
    "accept",
    "if-match",
    "if-none-match",
    "if-modified-since",
    "user-agent",
    "host",
    "expect",
    "accept-language",
    "accept-encoding",
];

impl Atlas {
    /// Takes in a page.
    pub(crate) fn survey(&mut self, document: &Document, nodes: &[Node<'_>], survey: &Survey<'_>) {
        for section in &survey.sections {
            self.headers(nodes, &section.nodes);
        }
        self.crossed = self.swapped > self.straight && self.swapped > 2;
        for section in survey
            .sections
            .iter()
            .filter(|section| !section.routes.is_empty())
        {
            self.habits(nodes, &section.nodes);
        }
        let mut open: Vec<String> = Vec::new();
        for node in nodes {
            match &node.kind {
                NodeKind::Heading { text, anchor, .. } => {
                    open.clear();
                    open.push(section::slug(&text.plain));
                    if let Some(anchor) = anchor {
                        open.push((*anchor).to_owned());
                    }
                }
                NodeKind::Component(block) => {
                    // `<Anchor id="x" />` before a heading.
                    if let crate::document::BlockKind::Component { attributes, .. } = &block.kind {
                        open.extend(
                            attributes
                                .iter()
                                .filter(|(name, _)| name == "id")
                                .map(|(_, id)| id.clone()),
                        );
                    }
                }
                NodeKind::Paragraph(text) => {
                    let lower = text.plain.to_lowercase();
                    let encodes = (lower.contains("url-encode")
                        || lower.contains("urlencoded")
                        || lower.contains("form-encoded"))
                        && lower.contains("body")
                        && lower.contains("post");
                    self.form_for_query |= encodes;
                }
                NodeKind::Table(table) => {
                    if let Some(schema) = kind_of_table(table) {
                        for name in &open {
                            self.learn(document, name, &schema);
                        }
                    }
                }
                _ => {}
            }
        }
    }

    fn learn(&mut self, document: &Document, fragment: &str, schema: &Schema) {
        self.types
            .entry(format!("{}#{fragment}", page_key(&document.name)))
            .or_insert_with(|| schema.clone());
        self.types
            .entry(format!("#{fragment}"))
            .or_insert_with(|| schema.clone());
    }

    /// What the value of the type is that a link leads to.
    pub(crate) fn type_at(&self, target: &str, document: &str) -> Option<Schema> {
        let (page, fragment) = target.split_once('#')?;
        let page = if page.is_empty() { document } else { page };
        let key = page_key(page);
        // Fragments of nested headings begin with those above them.
        if let Some(schema) = self
            .types
            .get(&format!("{key}#{fragment}"))
            .or_else(|| self.types.get(&format!("#{fragment}")))
        {
            return Some(schema.clone());
        }
        let mut tail = fragment;
        while let Some((_, rest)) = tail.split_once('-') {
            if let Some(schema) = self.types.get(&format!("{key}#{rest}")) {
                return Some(schema.clone());
            }
            tail = rest;
        }
        // `x-object` names an object though its table stands further down.
        let lower = fragment.to_lowercase();
        (lower.ends_with("-object") || lower.ends_with("-structure") || lower.ends_with("_object"))
            .then(|| Schema::of(Kind::Object))
    }

    /// How these pages mark what is optional.
    fn habits(&mut self, nodes: &[Node<'_>], indices: &[usize]) {
        for node in indices.iter().filter_map(|index| nodes.get(*index)) {
            match &node.kind {
                NodeKind::List(items) => {
                    let fields =
                        super::list::fields(items, node.location, false).unwrap_or_default();
                    for field in fields {
                        self.listed[2] += 1;
                        match field.required {
                            Some(false) => self.listed[0] += 1,
                            Some(true) => self.listed[1] += 1,
                            None => {}
                        }
                    }
                }
                NodeKind::Table(table) => {
                    let marked = table
                        .rows
                        .iter()
                        .filter_map(|row| row.cells.first())
                        .any(|cell| cell.plain.trim_end_matches([' ', '*', '\\']).ends_with('?'));
                    self.question_tables += usize::from(marked);
                }
                _ => {}
            }
        }
    }

    /// Whether lists say of a field that it is optional, and of others nothing.
    pub(crate) fn marks_optional(&self) -> bool {
        let [optional, required, all] = self.listed;
        optional >= 8 && optional > required * 3 && optional * 3 >= all
    }

    /// Whether tables mark optional fields by their names.
    pub(crate) fn marks_by_name(&self) -> bool {
        self.question_tables >= 3
    }

    fn headers(&mut self, nodes: &[Node<'_>], indices: &[usize]) {
        let mut request = None;
        for index in indices {
            match nodes.get(*index).map(|node| &node.kind) {
                Some(kind @ (NodeKind::Label(_) | NodeKind::Paragraph(_))) => {
                    let lower = match kind {
                        NodeKind::Label(line) => line.to_lowercase(),
                        NodeKind::Paragraph(text) if text.plain.len() < 40 => {
                            text.plain.to_lowercase()
                        }
                        _ => String::new(),
                    };
                    request = lower
                        .contains("header")
                        .then(|| lower.contains("request"))
                        .filter(|request| *request || lower.contains("response"));
                }
                Some(NodeKind::List(items)) => {
                    let Some(request) = request.take() else {
                        continue;
                    };
                    for item in *items {
                        let name = item
                            .text
                            .plain
                            .split([' ', ':', '–'])
                            .next()
                            .unwrap_or_default()
                            .to_lowercase();
                        if REQUEST_ONLY.contains(&name.as_str()) {
                            if request {
                                self.straight += 1;
                            } else {
                                self.swapped += 1;
                            }
                        }
                    }
                }
                _ => request = None,
            }
        }
    }
}

/// The last part of a page's name, as files and URLs share it.
pub(crate) fn page_key(name: &str) -> String {
    let name = name
        .split(['?', '#'])
        .next()
        .unwrap_or(name)
        .trim_end_matches('/');
    let last = name.rsplit('/').next().unwrap_or(name);
    let stem = last.rsplit_once('.').map_or(last, |(stem, _)| stem);
    stem.rsplit("__").next().unwrap_or(stem).to_lowercase()
}

/// What kind of value a table explains: fields make an object, a column of numbers makes integers,
/// a column of words makes an enumeration.
fn kind_of_table(table: &crate::document::Table) -> Option<Schema> {
    let columns = table::columns(&table.header);
    let at = |wanted: Column| columns.iter().position(|column| *column == wanted);
    let heads: Vec<_> = table
        .header
        .iter()
        .map(|cell| cell.plain.trim().to_lowercase())
        .collect();
    let value_at = heads.iter().position(|head| {
        matches!(
            head.as_str(),
            "value" | "id" | "code" | "flag value" | "integer"
        )
    });
    if let Some(index) = value_at {
        let cells: Vec<_> = table
            .rows
            .iter()
            .filter_map(|row| row.cells.get(index))
            .map(|cell| {
                cell.plain
                    .trim()
                    .trim_matches(['`', '"', '\\', '*'])
                    .to_owned()
            })
            .collect();
        let numeric = |cell: &String| {
            let first = cell.split([' ', '(']).next().unwrap_or_default();
            first.parse::<i64>().is_ok() || cell.contains("<<") || first.starts_with("0x")
        };
        if !cells.is_empty() && cells.iter().all(numeric) {
            return Some(Schema::of(Kind::Integer));
        }
        if !cells.is_empty()
            && at(Column::Type) != Some(index)
            && cells.iter().all(|cell| !cell.contains(' '))
        {
            return Some(Schema::of(Kind::String));
        }
    }
    if at(Column::Name).is_some()
        && (at(Column::Type).is_some() || at(Column::Description).is_some())
    {
        let upper = table
            .rows
            .iter()
            .filter_map(|row| row.cells.first())
            .all(|cell| {
                let name = cell.plain.trim().trim_matches(['`', '*', '\\']);
                name.chars().all(|c| !c.is_lowercase())
            });
        if upper && at(Column::Type).is_none() {
            return Some(Schema::of(Kind::String));
        }
        return Some(Schema::of(Kind::Object));
    }
    // Words and what they mean.
    let words = table.rows.iter().all(|row| {
        row.cells.first().is_some_and(|cell| {
            cell.marks.iter().any(|mark| mark.kind == MarkKind::Code) || !cell.plain.contains(' ')
        })
    });
    let values = at(Column::Values) == Some(0)
        || heads.first().is_some_and(|head| {
            matches!(
                head.as_str(),
                "value"
                    | "type"
                    | "feature"
                    | "event"
                    | "status"
                    | "mode"
                    | "permission"
                    | "behavior"
            )
        });
    (words && values && !table.rows.is_empty()).then(|| Schema::of(Kind::String))
}
