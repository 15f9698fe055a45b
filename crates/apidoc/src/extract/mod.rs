//! From documents to an API.
//!
//! Every page is laid out as a run of nodes ([`outline`]), parted into sections by the routes it
//! documents ([`section`]), and each section is read for fields, examples and answers
//! ([`describe`], [`settle`]). What several pages say of one operation is brought together here.

mod atlas;
mod catalogue;
mod describe;
mod example;
mod field;
mod identifier;
mod kind_words;
mod label;
mod list;
mod nest;
mod operation;
mod outline;
mod paths;
mod prose;
mod remarks;
pub(crate) mod route;
mod row;
mod section;
mod server;
mod settle;
mod shares;
mod sign;
mod stack;
mod table;
pub(crate) mod template;
mod tongue;
mod traffic;
mod trie;
mod types;
mod version;
mod words;
mod work;

use crate::api::{Api, Evidence, Note};
use crate::document::{BlockKind, Document};
use crate::exchange::Exchange;

use catalogue::Catalogue;
use operation::Draft;
use section::Survey;

pub(crate) use paths::Paths;
pub(crate) use remarks::of as remarks_of;

/// Finds the API that documents describe.
///
/// Linear in the length of the documents.
pub fn extract(documents: &[Document]) -> Api {
    let mut api = Api {
        title: title(documents),
        ..Api::default()
    };
    let nodes: Vec<_> = documents.iter().map(outline::nodes).collect();
    let mut surveys: Vec<Survey<'_>> = nodes.iter().map(|nodes| section::survey(nodes)).collect();
    // Where nothing but prose names routes, its sections are about those.
    let told = surveys.iter().all(|survey| {
        survey.listed.is_empty()
            && survey
                .sections
                .iter()
                .all(|section| section.routes.is_empty())
    });
    if told {
        surveys.iter_mut().for_each(section::take_mentions);
    }
    let mut atlas = atlas::Atlas::default();
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
    let mut catalogue = Catalogue::of(drafts);

    // Then what lists name, if it is not described anywhere.
    for (document, survey) in documents.iter().zip(&surveys) {
        for named in &survey.listed {
            catalogue.list(document, named);
        }
    }
    // What is only shown or told of counts where it is all there is.
    for (exchange, evidence) in &shown {
        catalogue.show(exchange, evidence);
    }
    for (document, survey) in documents.iter().zip(&surveys) {
        for (at, named) in &survey.mentioned {
            let owned = survey
                .sections
                .get(*at)
                .is_some_and(|section| !section.routes.is_empty());
            if !owned && named.is_telling() {
                catalogue.mention(document, named);
            }
        }
    }

    let recorded = traffic::operations(documents);
    let mut drafts = catalogue.into_drafts();
    shares::resolve(&mut drafts, documents, &nodes, &mut api.notes);
    settle::settle(&mut drafts, &atlas);
    api.servers = server::find(documents, &drafts);
    api.security = server::security(documents, &drafts);
    api.operations = drafts.into_iter().map(|draft| draft.operation).collect();
    traffic::merge(&mut api.operations, recorded.operations);
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
    for (nodes, survey) in nodes.iter().zip(&surveys) {
        remarks::general(nodes, survey, &mut api.remarks);
    }
    api.title = recorded.title.or(api.title);
    api.version = recorded.version.or_else(|| version::find(documents, &api));
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

/// The names of a template's parameters, in order.
pub(crate) fn route_parameters(path: &str) -> Vec<&str> {
    template::parameters(path)
}

/// A template without the names of its parameters.
pub(crate) fn route_shape(path: &str) -> String {
    template::shape(path)
}

/// Whether prose says that something must be given.
pub(crate) fn prose_required(text: &str) -> Option<bool> {
    words::required(text)
}

/// The kind that prose tells.
pub(crate) fn prose_kind(text: &str) -> Option<crate::schema::Schema> {
    kind_words::kind(text)
}

/// The kind of a value in a URL or form.
pub(crate) fn kind_of_text(name: &str, value: &str) -> crate::schema::Schema {
    example::of_text(name, value)
}

#[cfg(test)]
#[path = "../../tests/corpus/mod.rs"]
mod corpus;

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;
    use crate::readers::{self, Source};

    type Line = fn(usize) -> String;

    fn steps(file: &str, bytes: &[u8]) -> u64 {
        let Source::Document(document) = readers::read(file, bytes).unwrap() else {
            return 0;
        };
        let before = work::steps();
        let api = extract(&[document]);
        assert!(!api.operations.is_empty(), "{file}");
        work::steps() - before
    }

    #[allow(clippy::cast_precision_loss)]
    fn assert_linear(name: &str, file: &str, make: impl Fn(usize) -> Vec<u8>) {
        let (few, many) = (make(8_000), make(32_000));
        let length = many.len() as f64 / few.len() as f64;
        let work = steps(file, &many) as f64 / steps(file, &few).max(1) as f64;
        assert!(
            work < length * 1.25,
            "{name}: {length:.1} times the document took {work:.1} times the steps"
        );
    }

    #[test]
    fn steps_grow_as_documents_do() {
        let formats = corpus::FORMATS
            .iter()
            .filter(|format| !matches!(format.name, "openapi" | "pdf"));
        for format in formats {
            assert_linear(format.name, format.file, format.make);
        }
    }

    /// Documents on which comparing everything with everything would show.
    #[test]
    fn steps_grow_as_documents_do_that_mean_harm() {
        let lines = |bytes: usize, line: Line| -> Vec<u8> {
            (0..)
                .map(line)
                .scan(0, |length, line| {
                    *length += line.len();
                    (*length < bytes).then_some(line)
                })
                .collect::<String>()
                .into_bytes()
        };
        let cases: [(&str, Line); 7] = [
            ("calls of one template", |n| {
                format!(
                    "## Read {n}\n\n`GET /v1/things/{n}`\n\n## Of {n}\n\n`GET /v1/things/{{id}}`\n\n"
                )
            }),
            ("words under a template", |n| {
                format!("## A {n}\n\n`GET /v1/w{n}x`\n\n`GET /v1/{{a{n}}}`\n\n")
            }),
            ("parts of segments", |n| {
                format!(
                    "## A {n}\n\n`GET /v1/p{n}-{{a}}.json`\n\n## B {n}\n\n`GET /v1/p{n}-q.json`\n\n"
                )
            }),
            ("one section", |n| format!("`GET /v1/things{n}`\n\n")),
            ("one code block", |n| {
                let fence = if n == 0 { "```\n" } else { "" };
                format!("{fence}GET /v1/things{n}/{{id}}\n")
            }),
            ("links to one heading", |n| {
                let table = "## Shared\n\n| Parameter | Type |\n|--|--|\n| a | string |\n\n";
                let table = if n == 0 { table } else { "" };
                format!(
                    "{table}## Read {n}\n\n`GET /v1/things{n}`\n\nTakes the [shared parameters](#shared).\n\n"
                )
            }),
            ("brackets that are not closed", |n| {
                format!("GET /v1/things{n}/(a GET ")
            }),
        ];
        for (name, line) in cases {
            assert_linear(name, "a.md", |bytes| lines(bytes, line));
        }
    }

    #[test]
    fn what_operations_share_has_a_limit() {
        let mut text = String::from("## Shared\n\n| Parameter | Type |\n|--|--|\n");
        for n in 0..900 {
            let _ = writeln!(text, "| p{n} | string |");
        }
        for n in 0..300 {
            let _ = write!(
                text,
                "\n## Read {n}\n\n`GET /v1/things{n}`\n\nTakes the [shared parameters](#shared).\n"
            );
        }
        let Source::Document(document) = readers::read("a.md", text.as_bytes()).unwrap() else {
            return;
        };
        let api = extract(&[document]);
        assert_eq!(api.operations.len(), 300);
        assert_eq!(api.operations[0].parameters.len(), 900);
        assert!(api.notes.iter().any(|note| note.code == "too-much-shared"));
    }
}
