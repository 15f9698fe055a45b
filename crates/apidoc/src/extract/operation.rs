//! One section, read: its operations with fields, examples, answers and words.

use crate::api::{Evidence, Method, Operation, Place};
use crate::document::Document;
use crate::exchange::Exchange;

use super::field::Field;
use super::outline::{Node, NodeKind};
use super::section::{self, Named, Section};
use super::{route, sign};

/// An operation and what is still to be decided about it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Draft {
    pub(crate) operation: Operation,
    /// Fields with the label they stood under.
    pub(crate) groups: Vec<Group>,
    /// The requests that its section shows.
    pub(crate) exchanges: Vec<Exchange>,
    /// Names in the query of the line that documents it, and whether they must be given.
    pub(crate) query: Vec<(String, bool)>,
    /// Operations whose parameters it shares, as links and routes of its prose.
    pub(crate) same_as: Vec<String>,
    /// Which section it comes from: document and first place.
    pub(crate) section: (usize, usize),
    /// Whether its text says that all of its parameters are optional.
    pub(crate) all_optional: bool,
    /// The fragments and names that lead to it.
    pub(crate) anchors: Vec<String>,
    /// Other methods on the same path, described by the same section.
    pub(crate) siblings: Vec<Method>,
    /// Whether the documents say that a form in the body may carry the query.
    pub(crate) form_for_query: bool,
    /// Whether its text says that the body is an array.
    pub(crate) body_is_list: bool,
    /// An example of the body.
    pub(crate) body_example: Option<serde_json::Value>,
}

/// Fields that stand together.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Group {
    pub(crate) fields: Vec<Field>,
    pub(crate) place: Option<Place>,
    pub(crate) required: Option<bool>,
    /// What silence about `required` means here, if anything.
    pub(crate) silent: Option<bool>,
    /// Whether the label said no more than where they go, so that a list of it may be one schema.
    pub(crate) labelled: bool,
    /// Whether they stand in a table.
    pub(crate) tabular: bool,
}

/// The most fields, and calls, that several sections may give to one operation.
pub(crate) const FIELDS: usize = 5_000;
const EXCHANGES: usize = 256;

impl Draft {
    /// How many fields it has.
    pub(crate) fn fields(&self) -> usize {
        self.groups.iter().map(|group| group.fields.len()).sum()
    }

    /// Takes over what another section says of the same operation.
    pub(crate) fn merge(&mut self, other: Self) {
        let (own, new) = (self.fields(), other.fields());
        let richer = new > own;
        if richer || self.operation.summary.is_none() {
            self.operation.summary = other.operation.summary.or(self.operation.summary.take());
            self.operation.description = other
                .operation
                .description
                .or(self.operation.description.take());
            if !other.operation.tags.is_empty() {
                self.operation.tags = other.operation.tags;
            }
        }
        if own + new <= FIELDS {
            self.groups.extend(other.groups);
        }
        let room = EXCHANGES.saturating_sub(self.exchanges.len());
        self.exchanges
            .extend(other.exchanges.into_iter().take(room));
        self.query.extend(other.query);
        self.same_as.extend(other.same_as);
        self.anchors.extend(other.anchors);
        self.all_optional |= other.all_optional;
        self.body_is_list |= other.body_is_list;
        self.operation.deprecated |= other.operation.deprecated;
        self.operation.evidence.extend(other.operation.evidence);
        for response in other.operation.responses {
            if !self
                .operation
                .responses
                .iter()
                .any(|known| known.status == response.status)
            {
                self.operation.responses.push(response);
            }
        }
        self.body_example = self.body_example.take().or(other.body_example);
        self.operation.confidence = self.operation.confidence.max(other.operation.confidence);
    }
}

/// An operation of which no more than its line is known.
pub(crate) fn bare(document: &Document, named: &Named, confidence: f32) -> Draft {
    let location = named.location;
    Draft {
        operation: Operation {
            method: named.route.method.unwrap_or(Method::Get),
            path: named.route.path.clone(),
            summary: named.note.clone().map(|note| first_sentence(&note)),
            description: None,
            tags: Vec::new(),
            deprecated: false,
            parameters: Vec::new(),
            body: None,
            responses: Vec::new(),
            evidence: vec![Evidence {
                document: document.name.clone(),
                location,
            }],
            confidence,
        },
        groups: line_group(named).into_iter().collect(),
        exchanges: Vec::new(),
        query: named
            .route
            .query
            .iter()
            .map(|(name, value)| {
                (
                    name.clone(),
                    value.is_empty() || sign::is_placeholder(value),
                )
            })
            .collect(),
        same_as: Vec::new(),
        section: (0, usize::MAX),
        all_optional: false,
        anchors: Vec::new(),
        siblings: Vec::new(),
        form_for_query: false,
        body_is_list: false,
        body_example: None,
    }
}

/// The fields that the line of an operation names.
pub(crate) fn line_group(named: &Named) -> Option<Group> {
    (!named.fields.is_empty()).then(|| Group {
        fields: named.fields.clone(),
        place: None,
        required: None,
        silent: None,
        labelled: false,
        tabular: false,
    })
}

/// An operation that is known by a call alone.
pub(crate) fn of_exchange(
    exchange: &Exchange,
    path: &str,
    evidence: Evidence,
    confidence: f32,
) -> Draft {
    let named = Named {
        route: route::Route {
            method: exchange.method,
            path: path.to_owned(),
            query: Vec::new(),
            host: exchange.host.clone(),
            transcript: false,
            start: 0,
            end: 0,
        },
        location: evidence.location,
        note: None,
        fields: Vec::new(),
    };
    let document = Document {
        name: evidence.document,
        blocks: Vec::new(),
        notes: Vec::new(),
    };
    let mut draft = bare(&document, &named, confidence);
    draft.exchanges.push(exchange.clone());
    draft
}

/// The requests that a section without routes shows.
pub(crate) fn shown(
    document: &Document,
    nodes: &[Node<'_>],
    section: &Section<'_>,
) -> Vec<(Exchange, Evidence)> {
    let mut found = Vec::new();
    for index in &section.nodes {
        let Some(node) = nodes.get(*index) else {
            continue;
        };
        if let NodeKind::Code { text, .. } = &node.kind {
            for exchange in section::exchanges(text) {
                found.push((
                    exchange,
                    Evidence {
                        document: document.name.clone(),
                        location: node.location,
                    },
                ));
            }
        }
    }
    found
}

/// A heading without its number and marks.
pub(crate) fn clean_title(title: &str) -> String {
    let title = title.trim();
    let number = title.split(' ').next().unwrap_or_default();
    let numbered = number.len() > 1
        && number.ends_with('.')
        && number.chars().all(|c| c.is_ascii_digit() || c == '.')
        || number.contains('.') && number.chars().all(|c| c.is_ascii_digit() || c == '.');
    let title = if numbered {
        title[number.len()..].trim()
    } else {
        title
    };
    title.trim_matches(['¶', '#', '`', '*', ' ']).to_owned()
}

/// Up to the first full stop.
pub(crate) fn first_sentence(text: &str) -> String {
    let end = text
        .find(". ")
        .map_or(text.len(), |at| at + 1)
        .min(text.find('\n').unwrap_or(text.len()));
    let mut sentence = text[..end].trim().trim_end_matches(['.', ':']).to_owned();
    if sentence.chars().count() > 120 {
        sentence = sentence
            .chars()
            .take(117)
            .collect::<String>()
            .trim_end()
            .to_owned()
            + "…";
    }
    sentence
}
