//! The operations that documents describe, name in lists, show as calls and tell of, each once.

use std::collections::HashMap;

use crate::api::{Evidence, Method};
use crate::document::{Document, Location};
use crate::exchange::Exchange;

use super::operation::{self, Draft};
use super::paths::Paths;
use super::section::Named;
use super::trie::Trie;
use super::{identifier, server, template, work};

/// How sure it is that what a section describes is an operation.
const DESCRIBED: f32 = 0.9;

/// Operations, no two with one method and path shape.
#[derive(Debug, Default)]
pub(crate) struct Catalogue {
    drafts: Vec<Draft>,
    paths: Paths,
    /// How many are described by a section of their own.
    described: usize,
}

impl Catalogue {
    /// Brings together what sections say of one operation, and drops what turns out to be a call of
    /// another.
    pub(crate) fn of(drafts: Vec<Draft>) -> Self {
        let templates = Templates::of(&drafts);
        let mut merged: Vec<Draft> = Vec::new();
        let mut index: HashMap<(Method, String), usize> = HashMap::new();
        for draft in drafts {
            let shape = template::shape(&draft.operation.path).to_lowercase();
            let next = merged.len();
            let at = *index.entry((draft.operation.method, shape)).or_insert(next);
            match merged.get_mut(at) {
                Some(first) => first.merge(draft),
                None => merged.push(draft),
            }
        }
        let mut catalogue = Self::default();
        for draft in merged {
            if !templates.has_example(&draft) {
                catalogue.add(draft);
            }
        }
        catalogue
    }

    /// The operations, in the order in which they came.
    pub(crate) fn into_drafts(self) -> Vec<Draft> {
        self.drafts
    }

    fn add(&mut self, draft: Draft) {
        let operation = &draft.operation;
        self.paths
            .file(operation.method, &operation.path, self.drafts.len());
        self.described += usize::from(operation.confidence >= DESCRIBED);
        self.drafts.push(draft);
    }

    fn find(&mut self, method: Method, path: &str) -> Option<&mut Draft> {
        let at = self.paths.of_shape(method, path)?;
        self.drafts.get_mut(at)
    }

    fn path(&self, number: usize) -> &str {
        work::step();
        self.drafts
            .get(number)
            .map_or("", |draft| draft.operation.path.as_str())
    }

    /// Whether a call of this path is one of an operation that is known, base paths apart.
    fn is_known(&self, method: Method, path: &str) -> bool {
        let is = |number| {
            let template = self.path(number);
            template::shape(template).eq_ignore_ascii_case(&template::shape(path))
                || template::is_instance(path, template)
                || server::without_base(path, template).is_some()
        };
        self.paths.first(method, path, is).is_some()
    }

    /// Takes in what a list names, unless it is described.
    pub(crate) fn list(&mut self, document: &Document, named: &Named) {
        let Some(method) = named.route.method else {
            return;
        };
        let path = &named.route.path;
        if let Some(draft) = self.find(method, path) {
            if draft.operation.summary.is_none() {
                draft.operation.summary.clone_from(&named.note);
            }
            if draft.groups.is_empty() {
                draft.groups.extend(operation::line_group(named));
            }
            draft.operation.evidence.push(Evidence {
                document: document.name.clone(),
                location: named.location,
            });
            return;
        }
        let is_call = |number| {
            let template = self.path(number);
            let literal = !path.contains('{')
                && template::is_instance(path, template)
                && identifier::has_id(path, template);
            literal || server::without_base(path, template).is_some()
        };
        if self.paths.first(method, path, is_call).is_none() {
            self.add(operation::bare(document, named, 0.8));
        }
    }

    /// Takes in a call that is shown, where no page describes operations: there, a stray call is to
    /// something else, a login or another host.
    pub(crate) fn show(&mut self, exchange: &Exchange, evidence: &Evidence) {
        let Some(method) = exchange.method else {
            return;
        };
        if self.described > 0 || self.is_known(method, &exchange.path) {
            return;
        }
        let path = identifier::template_of(&exchange.path);
        if let Some(draft) = self.find(method, &path) {
            draft.exchanges.push(exchange.clone());
            return;
        }
        let draft = operation::of_exchange(exchange, &path, evidence.clone(), 0.6);
        self.add(draft);
    }

    /// Takes in what prose tells of in passing, where that is all there is: else the page that
    /// documents it was not given.
    pub(crate) fn mention(&mut self, document: &Document, named: &Named) {
        let Some(method) = named.route.method else {
            return;
        };
        if self.described == 0 && !self.is_known(method, &named.route.path) {
            self.add(operation::bare(document, named, 0.5));
        }
    }
}

/// The most templates of one shape, and places of one section, that are told apart.
const VARIANTS: usize = 4;

/// What a section documents as a template.
#[derive(Debug)]
struct Variant {
    template: String,
    places: HashMap<(usize, usize), Vec<Option<Location>>>,
}

/// The templates that sections document, to know the calls of them.
#[derive(Debug, Default)]
struct Templates(Trie<Variant>);

impl Templates {
    fn of(drafts: &[Draft]) -> Self {
        let mut templates = Self::default();
        for draft in drafts {
            let path = &draft.operation.path;
            if !path.contains('{') {
                continue;
            }
            let variants = templates.0.under(draft.operation.method, path);
            let at = variants
                .iter()
                .position(|variant| variant.template == *path);
            let variant = match at {
                Some(at) => variants.get_mut(at),
                None if variants.len() < VARIANTS => {
                    variants.push(Variant {
                        template: path.clone(),
                        places: HashMap::new(),
                    });
                    variants.last_mut()
                }
                None => None,
            };
            if let Some(variant) = variant {
                let places = variant.places.entry(draft.section).or_default();
                if places.len() < VARIANTS {
                    places.push(place(draft));
                }
            }
        }
        templates
    }

    /// Whether a draft is a call of a template, and not a route beside it: the same section
    /// documents both, or a value stands where the template has a parameter.
    fn has_example(&self, draft: &Draft) -> bool {
        let path = &draft.operation.path;
        let here = place(draft);
        let mut is_call = |variant: &Variant| {
            work::step();
            let template = &variant.template;
            let apart = variant
                .places
                .get(&draft.section)
                .is_some_and(|places| places.iter().any(|place| *place != here))
                && !identifier::is_fixed_word(path, template);
            (template::is_instance(path, template)
                || server::without_base(path, template).is_some())
                && (apart
                    || identifier::has_id(path, template)
                    || draft.operation.confidence < DESCRIBED)
        };
        std::iter::once(path.as_str())
            .chain(server::below_bases(path))
            .any(|path| self.0.serving(draft.operation.method, path, &mut is_call))
    }
}

fn place(draft: &Draft) -> Option<Location> {
    draft
        .operation
        .evidence
        .first()
        .map(|evidence| evidence.location)
}
