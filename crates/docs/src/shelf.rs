//! What was read, and what became of it.

use std::collections::{BTreeSet, HashSet};

use ichiban_apidoc::api::{self, Api};
use ichiban_apidoc::document::Document;
use ichiban_apidoc::passage::Passage;
use ichiban_apidoc::refine::Plan;
use ichiban_apidoc::search::Index;
use ichiban_apidoc::{Source, calls, edit, extract, openapi};
use ichiban_engine::docs::edit::{Edit, Field, Part, original};
use ichiban_engine::docs::page::Place;
use ichiban_engine::docs::protocol::{Found, Hit, Operation};
use ichiban_engine::docs::refining;
use ichiban_engine::docs::talk::{Prepared, Section};
use ichiban_model::Tokens;
use serde_json::Value;

use crate::blocks::{self, Page};
use crate::context;
use crate::detail::{confidence, evidence, is, tag, text};
use crate::refining::{alone, name};

/// What was read.
#[derive(Debug)]
pub(crate) struct Shelf {
    documents: Vec<Document>,
    api: Option<Api>,
    /// The documents that were given and not found, as one.
    given: Option<Value>,
    /// What would be sent to a model, once somebody has asked.
    plan: Option<Plan>,
    /// Without edits.
    compiled: Value,
    /// With them.
    document: Value,
    pages: Vec<Page>,
    index: Option<Index>,
    notes: Vec<String>,
    refused: Vec<String>,
    edits: Vec<Edit>,
    lost: Vec<usize>,
    is_partial: bool,
}

/// The passages that a question is answered with.
const HITS: usize = 12;

impl Shelf {
    /// Makes an API of sources, by their names.
    pub(crate) fn of(
        sources: Vec<(String, Source)>,
        refused: Vec<String>,
        is_partial: bool,
    ) -> Self {
        let (mut documents, mut given, mut pages) = (Vec::new(), Vec::new(), Vec::new());
        for (name, source) in sources {
            match source {
                Source::Document(document) => {
                    pages.push(Page::of(&document));
                    documents.push(document);
                }
                Source::OpenApi(value) => {
                    pages.push(Page::of_openapi(&name, &value));
                    given.push(value);
                }
            }
        }
        let api = (!documents.is_empty()).then(|| extract(&documents));
        let notes = api.iter().flat_map(|api| &api.notes);
        let notes = notes
            .map(|note| format!("{}: {}", note.document, note.message))
            .collect();
        let given = (!given.is_empty()).then(|| openapi::assemble(given, None, None));
        let compiled = compiled(given.as_ref(), api.as_ref());
        Self {
            documents,
            api,
            given,
            plan: None,
            document: compiled.clone(),
            compiled,
            pages,
            index: None,
            notes,
            refused,
            edits: Vec::new(),
            lost: Vec::new(),
            is_partial,
        }
    }

    /// The document, edits included.
    pub(crate) fn document(&self) -> &Value {
        &self.document
    }

    pub(crate) fn pages(&self) -> &[Page] {
        &self.pages
    }

    /// The API as it was found, without what models have added.
    pub(crate) fn api(&self) -> Option<&Api> {
        self.api.as_ref()
    }

    /// What would be sent to a model. The first call takes about as long as reading the text does.
    pub(crate) fn plan(&mut self) -> &Plan {
        let (documents, api) = (&self.documents, &self.api);
        self.plan.get_or_insert_with(|| match api {
            Some(api) => Plan::of(documents, api),
            None => Plan::default(),
        })
    }

    /// The plan as the page shows it. `is_read` tells of sections whether they were read.
    pub(crate) fn planned(&mut self, is_read: impl Fn(&str) -> bool) -> refining::Plan {
        self.plan();
        let sections = self.plan.iter().flat_map(|plan| &plan.sections);
        let number = |tokens: ichiban_model::Tokens| u32::try_from(tokens.0).unwrap_or(u32::MAX);
        let sections = sections.map(|section| {
            let key = name(section.fingerprint());
            let begin = api::Evidence {
                document: section.passage.document.clone(),
                location: section.begin(),
            };
            refining::Section {
                is_read: is_read(&key),
                key,
                title: section.passage.trail.join(" › "),
                document: begin.document.clone(),
                at: blocks::place(&self.pages, &begin),
                input: number(section.tokens()),
                output: number(section.likely_output()),
                known: u32::try_from(section.known.len()).unwrap_or(u32::MAX),
                is_likely: section.included,
            }
        });
        refining::Plan {
            sections: sections.collect(),
        }
    }

    /// Makes the document of another API than was found; of that again if there is none. Edits are
    /// to be replayed after it.
    pub(crate) fn refine(&mut self, api: Option<&Api>) {
        self.compiled = compiled(self.given.as_ref(), api.or(self.api.as_ref()));
    }

    /// An operation as the list shows it, with its edits, without anything else being made anew.
    pub(crate) fn entry(&self, operation: &api::Operation, edits: &[Edit]) -> Option<Operation> {
        let mut document = openapi::write(&alone(operation), None);
        let edits: Vec<edit::Edit> = edits.iter().map(known).collect();
        edit::apply(&mut document, &edits);
        listed(&document, |key, operation| self.at(key, operation)).pop()
    }

    /// Replays edits, and puts a server in place of those that were found.
    pub(crate) fn shape(&mut self, edits: &[Edit], base_url: Option<&str>) {
        edits.clone_into(&mut self.edits);
        let edits: Vec<edit::Edit> = edits.iter().map(known).collect();
        self.document = self.compiled.clone();
        if let Some(url) = base_url {
            openapi::upgrade::serve_at(&mut self.document, url);
        }
        self.lost = edit::apply(&mut self.document, &edits);
        self.mark();
    }

    /// Marks in the pages what is documented where.
    fn mark(&mut self) {
        for page in &mut self.pages {
            page.clear_marks();
        }
        let mut marks: Vec<(Place, String, Option<String>)> = Vec::new();
        for (path, method, operation) in calls::operations(&self.document) {
            let key = format!("{} {path}", method.to_uppercase());
            for found in evidence(operation) {
                if let Some(place) = blocks::place(&self.pages, &found) {
                    marks.push((place, key.clone(), None));
                }
            }
            if let Some(place) = self.given(&key) {
                marks.push((place, key.clone(), None));
            }
            let parameters = operation.get("parameters").and_then(Value::as_array);
            for parameter in parameters.into_iter().flatten() {
                for found in evidence(parameter) {
                    if let Some(place) = blocks::place(&self.pages, &found) {
                        marks.push((place, key.clone(), Some(text(parameter, "name"))));
                    }
                }
            }
        }
        for (place, key, parameter) in marks {
            if let Some(page) = self.pages.get_mut(place.document as usize) {
                page.mark(place.block, &key, parameter.as_deref());
            }
        }
    }

    /// What an operation is called in what was read, whatever edits call it.
    pub(crate) fn original(&self, key: &str) -> String {
        original(&self.edits, &self.lost, key)
    }

    fn given(&self, key: &str) -> Option<Place> {
        let key = &self.original(key);
        (0..).zip(&self.pages).find_map(|(document, page)| {
            let block = page.given(key)?;
            Some(Place { document, block })
        })
    }

    /// Where an operation is documented first.
    fn at(&self, key: &str, operation: &Value) -> Option<Place> {
        let found = evidence(operation);
        let first = found.iter().find_map(|it| blocks::place(&self.pages, it));
        first.or_else(|| self.given(key))
    }

    /// What the page is told.
    pub(crate) fn found(&self) -> Found {
        let number = |count: &usize| u32::try_from(*count).unwrap_or(u32::MAX);
        Found {
            title: self
                .document
                .pointer("/info/title")
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned(),
            servers: self
                .document
                .get("servers")
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
                .map(|server| text(server, "url"))
                .collect(),
            security: security(&self.document),
            documents: self.pages.iter().map(Page::told).collect(),
            operations: listed(&self.document, |key, operation| self.at(key, operation)),
            notes: self.notes.clone(),
            refused: self.refused.clone(),
            lost_edits: self.lost.iter().map(number).collect(),
            is_partial: self.is_partial,
        }
    }

    /// Which passages answer a question. The first question takes as long as reading the text does.
    pub(crate) fn find(&mut self, question: &str) -> Vec<Hit> {
        self.index();
        let Some(index) = &self.index else {
            return Vec::new();
        };
        index
            .ask(question, HITS)
            .into_iter()
            .filter_map(|hit| {
                let found = ichiban_apidoc::api::Evidence {
                    document: hit.passage.document.clone(),
                    location: hit.location,
                };
                Some(Hit {
                    title: hit.passage.title().to_owned(),
                    document: hit.passage.document.clone(),
                    line: hit.line.trim().chars().take(240).collect(),
                    at: self.place_of(hit.passage, &found)?,
                    operations: if hit.passage.document == context::GIVEN {
                        vec![hit.passage.title().to_owned()]
                    } else {
                        hit.operations
                            .iter()
                            .take(6)
                            .map(|(method, path)| format!("{method} {path}"))
                            .collect()
                    },
                })
            })
            .collect()
    }
}

/// Questions about what was read.
impl Shelf {
    fn index(&mut self) {
        let Self {
            documents,
            given,
            api,
            index,
            ..
        } = self;
        index.get_or_insert_with(|| context::index(documents, given.as_ref(), api.as_ref()));
    }

    /// Where something stands that was found in a passage.
    fn place_of(&self, passage: &Passage, found: &api::Evidence) -> Option<Place> {
        if passage.document == context::GIVEN {
            self.given(passage.title())
        } else {
            blocks::place(&self.pages, found)
        }
    }

    /// What goes to a model with a question that is asked in these ways, within a budget. The first
    /// question takes as long as reading the text does.
    pub(crate) fn context(&mut self, asked: &[String], budget: Tokens) -> Prepared {
        self.index();
        let Some(index) = &self.index else {
            return Prepared::default();
        };
        context::context(index, &self.document, asked, budget, |passage| {
            self.place_of(passage, &context::begin(passage))
        })
    }

    /// Sections that have words of a question and are not in `sent`, within a budget.
    pub(crate) fn sections(
        &mut self,
        asked: &str,
        most: Tokens,
        sent: &HashSet<String>,
    ) -> Vec<Section> {
        self.index();
        let Some(index) = &self.index else {
            return Vec::new();
        };
        context::sections(index, asked, most, sent, |passage| {
            self.place_of(passage, &context::begin(passage))
        })
    }

    /// The operations, as `GET /path`.
    pub(crate) fn keys(&self) -> BTreeSet<String> {
        calls::operations(&self.document)
            .map(|(path, method, _)| format!("{} {path}", method.to_uppercase()))
            .collect()
    }
}

/// What was given and what was found as one document.
fn compiled(given: Option<&Value>, api: Option<&Api>) -> Value {
    openapi::assemble(given.cloned().into_iter().collect(), api, None)
}

/// The operations of a document, as a list shows them.
pub(crate) fn listed(
    document: &Value,
    at: impl Fn(&str, &Value) -> Option<Place>,
) -> Vec<Operation> {
    calls::operations(document)
        .map(|(path, method, operation)| {
            let method = method.to_uppercase();
            let key = format!("{method} {path}");
            Operation {
                at: at(&key, operation),
                key,
                method,
                path: path.to_owned(),
                summary: text(operation, "summary"),
                tag: tag(operation),
                deprecated: is(operation, "deprecated"),
                confidence: confidence(operation),
                by_model: None,
            }
        })
        .collect()
}

fn security(document: &Value) -> Vec<String> {
    let mut known = HashSet::new();
    document
        .pointer("/components/securitySchemes")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
        .map(|(_, scheme)| {
            let word = |key: &str| text(scheme, key);
            match (word("type").as_str(), word("scheme").as_str()) {
                ("http", scheme) => format!("HTTP {scheme}"),
                ("apiKey", _) => format!("a key in the {}, {}", word("in"), word("name")),
                (kind, _) => kind.to_owned(),
            }
        })
        .filter(|phrase| !phrase.is_empty() && known.insert(phrase.clone()))
        .collect()
}

/// An edit as the engine knows it.
fn known(edit: &Edit) -> edit::Edit {
    // One that names nothing finds nothing.
    let (method, path) = edit.operation.split_once(' ').unwrap_or_default();
    let part = |part: Part| match part {
        Part::Name => edit::Part::Name,
        Part::Place => edit::Part::Place,
        Part::Type => edit::Part::Type,
        Part::Required => edit::Part::Required,
        Part::Description => edit::Part::Description,
    };
    edit::Edit {
        method: method.to_owned(),
        path: path.to_owned(),
        field: match &edit.field {
            Field::Method => edit::Field::Method,
            Field::Path => edit::Field::Path,
            Field::Tag => edit::Field::Tag,
            Field::Summary => edit::Field::Summary,
            Field::Description => edit::Field::Description,
            Field::Deprecated => edit::Field::Deprecated,
            Field::Parameter(place, name, of) => edit::Field::Parameter {
                place: place.clone(),
                name: name.clone(),
                part: part(*of),
            },
            Field::Member(path, of) => edit::Field::Member {
                path: path.clone(),
                part: part(*of),
            },
        },
        value: edit.value.clone(),
    }
}
