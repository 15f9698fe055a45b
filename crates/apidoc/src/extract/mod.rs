//! From documents to an API.
//!
//! Every page is laid out as a run of nodes ([`outline`]), parted into sections by the routes it
//! documents ([`section`]), and each section is read for fields, examples and answers
//! ([`describe`], [`settle`]). What several pages say of one operation is brought together here.

mod describe;
mod example;
mod field;
mod label;
mod list;
mod nest;
mod operation;
mod outline;
mod prose;
pub(crate) mod route;
mod section;
mod server;
mod settle;
mod shared;
mod stack;
mod table;
mod traffic;
mod types;
mod words;

use std::collections::HashMap;

use crate::api::{Api, Evidence, Note};
use crate::document::{BlockKind, Document};
use crate::exchange::Exchange;

use operation::Draft;
use section::{Named, Survey};

/// Finds the API that documents describe.
///
/// Linear in the length of the documents, but for the comparison of literal paths with templates,
/// which is their product.
pub fn extract(documents: &[Document]) -> Api {
    let mut api = Api {
        title: title(documents),
        ..Api::default()
    };
    let nodes: Vec<_> = documents.iter().map(outline::nodes).collect();
    let surveys: Vec<Survey<'_>> = nodes.iter().map(|nodes| section::survey(nodes)).collect();
    let mut atlas = shared::Atlas::default();
    for ((document, nodes), survey) in documents.iter().zip(&nodes).zip(&surveys) {
        atlas.survey(document, nodes, survey);
        api.notes.extend(document.notes.iter().cloned());
    }

    // Each section by itself.
    let mut drafts: Vec<Draft> = Vec::new();
    let mut shown: Vec<(Exchange, Evidence)> = Vec::new();
    for ((document, nodes), survey) in documents.iter().zip(&nodes).zip(&surveys) {
        for section in &survey.sections {
            if section.routes.is_empty() {
                shown.extend(operation::shown(document, nodes, section));
            } else {
                drafts.extend(describe::read(
                    document,
                    nodes,
                    section,
                    &atlas,
                    &mut api.notes,
                ));
            }
        }
    }
    drop_examples(&mut drafts);

    // Then what lists name, if it is not described anywhere.
    for (document, survey) in documents.iter().zip(&surveys) {
        for named in &survey.listed {
            list_operation(document, named, &mut drafts);
        }
    }
    // What is only shown or told of counts where it is all there is.
    for (exchange, evidence) in &shown {
        promote(exchange, evidence, &mut drafts);
    }
    for (document, survey) in documents.iter().zip(&surveys) {
        for (at, named) in &survey.mentioned {
            let owned = survey
                .sections
                .get(*at)
                .is_some_and(|section| !section.routes.is_empty());
            if !owned && telling(named) {
                mention(document, named, &mut drafts);
            }
        }
    }

    let recorded = traffic::operations(documents);
    shared::resolve(&mut drafts, documents, &nodes);
    settle::settle(&mut drafts, &atlas);
    api.servers = server::find(documents, &drafts);
    api.security = server::security(documents, &drafts);
    api.operations = drafts.into_iter().map(|draft| draft.operation).collect();
    for operation in recorded.operations {
        traffic::merge(&mut api.operations, operation);
    }
    for server in recorded.servers {
        if !api.servers.contains(&server) {
            api.servers.push(server);
        }
    }
    for scheme in recorded.security {
        if !api.security.contains(&scheme) {
            api.security.push(scheme);
        }
    }
    api.title = recorded.title.or(api.title);
    server::strip_base(&mut api);
    if api.operations.is_empty() {
        for document in documents {
            api.notes.push(Note {
                code: "no-operations".to_owned(),
                document: document.name.clone(),
                message: "No operation (a method and a path, such as `GET /users/{id}`) was found in this document.".to_owned(),
            });
        }
    }
    api
}

/// The first large heading of the first page.
fn title(documents: &[Document]) -> Option<String> {
    documents
        .first()?
        .blocks
        .iter()
        .take(40)
        .find_map(|block| match &block.kind {
            BlockKind::Heading { level: 1, text, .. } => Some(text.plain.clone()),
            _ => None,
        })
}

/// Brings together drafts of one operation, and drops those that are calls of another.
fn drop_examples(drafts: &mut Vec<Draft>) {
    let templates: Vec<_> = drafts
        .iter()
        .filter(|draft| draft.operation.path.contains('{'))
        .map(|draft| {
            (
                draft.operation.method,
                draft.operation.path.clone(),
                draft.section,
                draft
                    .operation
                    .evidence
                    .first()
                    .map(|evidence| evidence.location),
            )
        })
        .collect();
    let mut merged: Vec<Draft> = Vec::new();
    let mut index: HashMap<(crate::api::Method, String), usize> = HashMap::new();
    for draft in drafts.drain(..) {
        let key = (
            draft.operation.method,
            route::shape(&draft.operation.path).to_lowercase(),
        );
        if let Some(at) = index.get(&key) {
            if let Some(first) = merged.get_mut(*at) {
                first.merge(draft);
            }
        } else {
            index.insert(key, merged.len());
            merged.push(draft);
        }
    }
    merged.retain(|draft| {
        let path = &draft.operation.path;
        let place = draft
            .operation
            .evidence
            .first()
            .map(|evidence| evidence.location);
        !templates.iter().any(|(method, template, section, at)| {
            let apart = *section == draft.section
                && *at != place
                && !traffic::is_fixed_word(path, template);
            *method == draft.operation.method
                && (route::is_instance(path, template)
                    || server::without_base(path, template).is_some())
                && (apart || traffic::has_id(path, template) || draft.operation.confidence < 0.9)
        })
    });
    *drafts = merged;
}

fn find<'a>(
    drafts: &'a mut [Draft],
    method: crate::api::Method,
    path: &str,
) -> Option<&'a mut Draft> {
    let shape = route::shape(path).to_lowercase();
    drafts.iter_mut().find(|draft| {
        draft.operation.method == method
            && route::shape(&draft.operation.path).to_lowercase() == shape
    })
}

/// Whether a call of this path is one that a draft describes, base paths apart.
fn is_known(drafts: &[Draft], method: crate::api::Method, path: &str) -> bool {
    drafts.iter().any(|draft| {
        let template = &draft.operation.path;
        draft.operation.method == method
            && (route::shape(template).eq_ignore_ascii_case(&route::shape(path))
                || route::is_instance(path, template)
                || server::without_base(path, template).is_some())
    })
}

fn list_operation(document: &Document, named: &Named, drafts: &mut Vec<Draft>) {
    let Some(method) = named.route.method else {
        return;
    };
    if let Some(draft) = find(drafts, method, &named.route.path) {
        if draft.operation.summary.is_none() {
            draft.operation.summary.clone_from(&named.note);
        }
        draft.operation.evidence.push(Evidence {
            document: document.name.clone(),
            location: named.location,
        });
        return;
    }
    let literal = !named.route.path.contains('{')
        && drafts.iter().any(|draft| {
            draft.operation.method == method
                && route::is_instance(&named.route.path, &draft.operation.path)
                && traffic::has_id(&named.route.path, &draft.operation.path)
        });
    let based = drafts.iter().any(|draft| {
        draft.operation.method == method
            && server::without_base(&named.route.path, &draft.operation.path).is_some()
    });
    if !literal && !based {
        drafts.push(operation::bare(document, named, 0.8));
    }
}

/// An example call that no description covers is an operation of its own.
fn promote(exchange: &Exchange, evidence: &Evidence, drafts: &mut Vec<Draft>) {
    let Some(method) = exchange.method else {
        return;
    };
    if is_known(drafts, method, &exchange.path) {
        return;
    }
    // Where pages describe operations, a stray call is to something else: a login, another host.
    let described = drafts
        .iter()
        .filter(|draft| draft.operation.confidence >= 0.9)
        .count();
    if described > 0 {
        return;
    }
    let path = traffic::template_of(&exchange.path);
    if find(drafts, method, &path).is_some() {
        if let Some(draft) = find(drafts, method, &path) {
            draft.exchanges.push(exchange.clone());
        }
        return;
    }
    drafts.push(operation::of_exchange(
        exchange,
        &path,
        evidence.clone(),
        0.6,
    ));
}

/// A mention is worth keeping if it reads as a template or a call without values.
fn telling(named: &Named) -> bool {
    named.route.method.is_some()
        && !named.route.transcript
        && named.route.query.is_empty()
        && named.route.path.len() > 1
}

fn mention(document: &Document, named: &Named, drafts: &mut Vec<Draft>) {
    let Some(method) = named.route.method else {
        return;
    };
    if is_known(drafts, method, &named.route.path) {
        return;
    }
    // Told of in passing only: the page that documents it was not given, or prose is all there is.
    let described = drafts
        .iter()
        .filter(|draft| draft.operation.confidence >= 0.9)
        .count();
    if described == 0 {
        drafts.push(operation::bare(document, named, 0.5));
    }
}

/// The names of a template's parameters, in order.
pub(crate) fn route_parameters(path: &str) -> Vec<&str> {
    route::parameters(path)
}

/// A template without the names of its parameters.
pub(crate) fn route_shape(path: &str) -> String {
    route::shape(path)
}

/// Whether prose says that something must be given.
pub(crate) fn prose_required(text: &str) -> Option<bool> {
    words::required(text)
}

/// The kind that prose tells.
pub(crate) fn prose_kind(text: &str) -> Option<crate::schema::Schema> {
    words::kind(text)
}

/// The kind of a value in a URL or form.
pub(crate) fn kind_of_text(name: &str, value: &str) -> crate::schema::Schema {
    example::of_text(name, value)
}
