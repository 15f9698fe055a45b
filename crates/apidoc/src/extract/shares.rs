//! Parameters that one operation shares with another, or takes from a table that stands elsewhere:
//! `Takes the same parameters as GET /users`, `The body is a [contact object](#contact)`.

use std::collections::{HashMap, HashSet};

use crate::api::{Method, Note, Place};
use crate::document::Document;

use super::atlas::page_key;
use super::operation::{Draft, Group};
use super::outline::{Node, NodeKind};
use super::{label, list, operation, route, section, table, template, work};

/// The most fields that operations of a set of documents may take from elsewhere.
const SHARED: usize = 200_000;

/// Copies parameters to the operations that are said to share them.
///
/// Where no operation is meant, the fields under the heading that a link leads to are.
pub(crate) fn resolve(
    drafts: &mut [Draft],
    documents: &[Document],
    nodes: &[Vec<Node<'_>>],
    findings: &mut Vec<Note>,
) {
    if drafts.iter().all(|draft| draft.same_as.is_empty()) {
        return;
    }
    let mut headings = Headings::of(documents, nodes);
    let mut left = SHARED;
    // What stands under headings first: an operation may share what it took from there.
    for from_headings in [true, false] {
        let sources = Sources::of(drafts);
        let groups: Vec<Vec<Group>> = if from_headings {
            Vec::new()
        } else {
            drafts.iter().map(|draft| draft.groups.clone()).collect()
        };
        for (number, draft) in drafts.iter_mut().enumerate() {
            for target in std::mem::take(&mut draft.same_as) {
                let is = |source: usize| {
                    work::step();
                    source != number
                        && (from_headings
                            || groups.get(source).is_some_and(|groups| !groups.is_empty()))
                };
                match (from_headings, sources.first(&target, is)) {
                    (true, Some(_)) => draft.same_as.push(target),
                    (true, None) => {
                        let page = draft.operation.evidence.first();
                        let page = page.map_or("", |evidence| evidence.document.as_str());
                        let page = page.to_owned();
                        share(draft, headings.fields(&target, &page), &mut left);
                    }
                    (false, Some(source)) => {
                        if let Some(groups) = groups.get(source) {
                            share(draft, groups, &mut left);
                        }
                    }
                    (false, None) => {}
                }
            }
        }
    }
    if left == 0 {
        findings.push(Note {
            code: "too-much-shared".to_owned(),
            document: documents
                .first()
                .map(|document| document.name.clone())
                .unwrap_or_default(),
            message: format!(
                "Operations take more than {SHARED} parameters from tables elsewhere; what comes after them was left out."
            ),
        });
    }
}

/// Adds the fields of groups that an operation has not, as long as some are left to be added.
fn share(draft: &mut Draft, groups: &[Group], left: &mut usize) {
    let known: HashSet<_> = draft
        .groups
        .iter()
        .flat_map(|group| &group.fields)
        .map(|field| field.name.clone())
        .collect();
    let mut count = draft.fields();
    for group in groups {
        count += group.fields.len();
        *left = left.saturating_sub(group.fields.len());
        if *left == 0 || count > operation::FIELDS {
            return;
        }
        let mut group = group.clone();
        group.fields.retain(|field| !known.contains(&field.name));
        if !group.fields.is_empty() {
            draft.groups.push(group);
        }
    }
}

/// Operations by what a sentence may call them: method and path, or the fragment of a link.
struct Sources {
    routes: HashMap<(Method, String), Vec<usize>>,
    anchors: HashMap<String, Vec<usize>>,
}

/// How many operations of one name are asked whether they are meant.
const NAMESAKES: usize = 64;

impl Sources {
    fn of(drafts: &[Draft]) -> Self {
        let mut routes: HashMap<_, Vec<_>> = HashMap::new();
        let mut anchors: HashMap<_, Vec<_>> = HashMap::new();
        for (number, draft) in drafts.iter().enumerate() {
            let operation = &draft.operation;
            let key = (operation.method, template::shape(&operation.path));
            routes.entry(key).or_default().push(number);
            for anchor in &draft.anchors {
                let list = anchors.entry(anchor.to_ascii_lowercase()).or_default();
                if list.last() != Some(&number) {
                    list.push(number);
                }
            }
        }
        Self { routes, anchors }
    }

    /// The first operation that `target` names and `is` accepts.
    fn first(&self, target: &str, is: impl Fn(usize) -> bool) -> Option<usize> {
        let by_route = route::find(target)
            .into_iter()
            .next()
            .and_then(|found| Some((found.method?, template::shape(&found.path))))
            .and_then(|key| self.routes.get(&key));
        let by_anchor = target
            .split_once('#')
            .and_then(|(_, fragment)| self.anchors.get(&fragment.to_ascii_lowercase()));
        [by_route, by_anchor]
            .into_iter()
            .flatten()
            .filter_map(|numbers| {
                numbers
                    .iter()
                    .take(NAMESAKES)
                    .copied()
                    .find(|number| is(*number))
            })
            .min()
    }
}

/// The headings of all pages by the links that lead to them, and the fields under those that were
/// asked for.
struct Headings<'a> {
    nodes: &'a [Vec<Node<'a>>],
    /// By page and fragment: which page, which node.
    places: HashMap<(String, String), (usize, usize)>,
    read: HashMap<(usize, usize), Vec<Group>>,
}

impl<'a> Headings<'a> {
    fn of(documents: &[Document], nodes: &'a [Vec<Node<'a>>]) -> Self {
        let mut places = HashMap::new();
        for (page, (document, nodes)) in documents.iter().zip(nodes).enumerate() {
            let key = page_key(&document.name);
            for (at, node) in nodes.iter().enumerate() {
                if let NodeKind::Heading { text, anchor, .. } = &node.kind {
                    let anchor = anchor.map(str::to_ascii_lowercase);
                    for fragment in anchor.into_iter().chain([section::slug(&text.plain)]) {
                        places.entry((key.clone(), fragment)).or_insert((page, at));
                    }
                }
            }
        }
        Self {
            nodes,
            places,
            read: HashMap::new(),
        }
    }

    /// The fields that stand under the heading to which a link from `page` leads.
    fn fields(&mut self, target: &str, page: &str) -> &[Group] {
        let Some((file, fragment)) = target.split_once('#') else {
            return &[];
        };
        let file = page_key(if file.is_empty() { page } else { file });
        let Some(place) = self.places.get(&(file, fragment.to_lowercase())) else {
            return &[];
        };
        let nodes = self.nodes;
        self.read.entry(*place).or_insert_with_key(|(page, at)| {
            nodes
                .get(*page)
                .and_then(|nodes| nodes.get(*at..))
                .map(fields_under)
                .unwrap_or_default()
        })
    }
}

/// The fields that stand under the heading that a run of nodes begins with.
fn fields_under(nodes: &[Node<'_>]) -> Vec<Group> {
    let Some((
        Node {
            kind: NodeKind::Heading { level, text, .. },
            ..
        },
        below,
    )) = nodes.split_first()
    else {
        return Vec::new();
    };
    let mut place = place_of(&text.plain, true);
    let mut groups = Vec::new();
    for node in below {
        work::step();
        let (fields, silent, tabular) = match &node.kind {
            NodeKind::Heading { level: other, .. } if other <= level => break,
            NodeKind::Paragraph(text) => {
                place = place_of(&text.plain, false).or(place);
                continue;
            }
            NodeKind::Table(table) => match table::fields(table, node.location, true) {
                Some(read) => (read.list, read.tells_required, true),
                None => continue,
            },
            NodeKind::List(items) => match list::fields(items, node.location, false) {
                Some(fields) => (fields, None, false),
                None => continue,
            },
            NodeKind::Definitions(entries) => match list::definitions(entries, false) {
                Some(fields) => (fields, None, false),
                None => continue,
            },
            _ => continue,
        };
        groups.push(Group {
            fields,
            place,
            required: None,
            silent,
            labelled: place.is_some(),
            tabular,
        });
    }
    groups
}

/// Where a line says that parameters go.
fn place_of(line: &str, heading: bool) -> Option<Place> {
    match label::read(line, heading) {
        Some(label::Label::Parameters { place, .. }) => place,
        _ => None,
    }
}
