//! What of the documents goes to a model with a question: the sections that fit it best, and a list of
//! the operations. No model is asked which.

use std::collections::HashSet;

use ichiban_apidoc::api::{Api, Evidence};
use ichiban_apidoc::calls;
use ichiban_apidoc::document::{Block, BlockKind, Document, Location, Text};
use ichiban_apidoc::passage::Passage;
use ichiban_apidoc::search::{Hit, Index};
use ichiban_engine::docs::page::Place;
use ichiban_engine::docs::talk::{Prepared, Section};
use ichiban_model::Tokens;
use serde_json::Value;

use crate::detail::text;

/// The sections that are looked at, best first.
const CANDIDATES: usize = 60;
/// The part of the budget that the list of operations may take, as a divisor.
const LIST: u64 = 4;
/// The most of a summary in that list, in characters.
const SUMMARY: usize = 90;

/// The name of the document that [`described`] makes.
pub(crate) const GIVEN: &str = "OpenAPI";

/// What goes along with a question. `asked` is the question, and ways to ask it that are looked for
/// too; sections of each are taken in turn, as long as they fit into `budget` tokens. `place` finds where
/// a passage begins.
pub(crate) fn context(
    index: &Index,
    document: &Value,
    asked: &[String],
    budget: Tokens,
    place: impl Fn(&Passage) -> Option<Place>,
) -> Prepared {
    let (operations, unlisted, spent) = listed(document, Tokens(budget.0 / LIST));
    let mut prepared = Prepared {
        operations,
        unlisted,
        ..Prepared::default()
    };
    let mut left = Tokens(budget.0.saturating_sub(spent.0));
    for passage in ranked(index, asked) {
        let section = section(passage, &place);
        let tokens = Tokens::estimate(&written(&section));
        match left.0.checked_sub(tokens.0) {
            Some(rest) => {
                left = Tokens(rest);
                prepared.sections.push(section);
            }
            None => prepared.left_out += 1,
        }
    }
    prepared
}

/// The passages that fit, those of each way to ask in turn, each once.
fn ranked<'a>(index: &'a Index, asked: &[String]) -> Vec<&'a Passage> {
    let mut ways: Vec<_> = asked
        .iter()
        .map(|asked| index.ask(asked, CANDIDATES).into_iter())
        .collect();
    let mut ranked: Vec<&Passage> = Vec::new();
    loop {
        let round: Vec<Hit<'a>> = ways.iter_mut().filter_map(Iterator::next).collect();
        if round.is_empty() {
            return ranked;
        }
        for hit in round {
            if !ranked.iter().any(|known| std::ptr::eq(*known, hit.passage)) {
                ranked.push(hit.passage);
            }
        }
    }
}

fn section(passage: &Passage, place: impl Fn(&Passage) -> Option<Place>) -> Section {
    let tokens = Tokens::estimate(&passage.text).0;
    Section {
        title: passage.trail.join(" › "),
        document: passage.document.clone(),
        at: place(passage),
        text: passage.text.clone(),
        tokens: u32::try_from(tokens).unwrap_or(u32::MAX),
    }
}

/// A section as it is sent.
pub(crate) fn written(section: &Section) -> String {
    format!(
        "[{}, {}]\n{}\n",
        section.document, section.title, section.text
    )
}

/// The operations, a line each, as many as fit; how many do not, and the tokens of those that do.
fn listed(document: &Value, most: Tokens) -> (Vec<String>, u32, Tokens) {
    let (mut lines, mut unlisted, mut spent) = (Vec::new(), 0, Tokens(0));
    for (path, method, operation) in calls::operations(document) {
        let mut line = format!("{} {path}", method.to_uppercase());
        let summary: String = text(operation, "summary").chars().take(SUMMARY).collect();
        if !summary.is_empty() {
            line = format!("{line}: {summary}");
        }
        let tokens = Tokens::estimate(&line) + Tokens(1);
        if (spent + tokens).0 > most.0 {
            unlisted += 1;
        } else {
            spent += tokens;
            lines.push(line);
        }
    }
    (lines, unlisted, spent)
}

/// An operation in full, as [`described`] writes it; none if there is none of that name.
pub(crate) fn operation(document: &Value, name: &str) -> Option<String> {
    let is_it = |(path, method, _): &(&str, &str, &Value)| {
        name.split_once(' ')
            .is_some_and(|(wanted, at)| wanted.eq_ignore_ascii_case(method) && at.trim() == *path)
    };
    let (path, method, operation) = calls::operations(document).find(is_it)?;
    let mut text = format!(
        "{} {path}\n{}",
        method.to_uppercase(),
        ichiban_apidoc::openapi::to_yaml(operation)
    );
    for (name, schema) in schemas(document, operation) {
        text.push_str("\nSchema ");
        text.push_str(name);
        text.push_str(":\n");
        text.push_str(&ichiban_apidoc::openapi::to_yaml(schema));
    }
    Some(text)
}

/// Sections that have words of a question and are not in `sent`, the best first, as many as fit.
pub(crate) fn sections(
    index: &Index,
    asked: &str,
    most: Tokens,
    sent: &HashSet<String>,
    place: impl Fn(&Passage) -> Option<Place>,
) -> Vec<Section> {
    let mut left = most.0;
    let mut sections = Vec::new();
    for hit in index.ask(asked, CANDIDATES) {
        let section = section(hit.passage, &place);
        let text = written(&section);
        if sent.contains(&text) {
            continue;
        }
        if let Some(rest) = left.checked_sub(Tokens::estimate(&text).0) {
            left = rest;
            sections.push(section);
        }
    }
    sections
}

/// Where a passage begins, as evidence.
pub(crate) fn begin(passage: &Passage) -> Evidence {
    let first = passage.places.first();
    Evidence {
        document: passage.document.clone(),
        location: first.map_or(Location::START, |(_, location)| *location),
    }
}

/// The operations of documents that were given as OpenAPI, as one document to be searched: a heading
/// and the YAML of each, with the schemas that it names itself.
pub(crate) fn described(given: &Value) -> Document {
    let mut blocks = Vec::new();
    let mut add = |kind| {
        blocks.push(Block {
            kind,
            location: Location::START,
        });
    };
    for (path, method, operation) in calls::operations(given) {
        add(BlockKind::Heading {
            level: 1,
            text: Text::plain(format!("{} {path}", method.to_uppercase())),
            anchor: None,
        });
        add(yaml(operation));
        for (name, schema) in schemas(given, operation) {
            add(BlockKind::Paragraph(Text::plain(format!("Schema {name}:"))));
            add(yaml(schema));
        }
    }
    Document {
        name: GIVEN.to_owned(),
        blocks,
        notes: Vec::new(),
    }
}

fn yaml(value: &Value) -> BlockKind {
    BlockKind::Code {
        language: Some("yaml".to_owned()),
        text: ichiban_apidoc::openapi::to_yaml(value)
            .trim_end()
            .to_owned(),
    }
}

/// The schemas that a value names, by their names, each once.
fn schemas<'a>(document: &'a Value, value: &'a Value) -> Vec<(&'a str, &'a Value)> {
    let mut found: Vec<(&str, &Value)> = Vec::new();
    let mut waiting = vec![value];
    while let Some(value) = waiting.pop() {
        match value {
            Value::Object(members) => {
                let named = members.get("$ref").and_then(Value::as_str);
                let name = named.and_then(|named| named.strip_prefix("#/components/schemas/"));
                if let Some(name) = name
                    && !found.iter().any(|(known, _)| *known == name)
                    && let Some(schema) = document
                        .pointer("/components/schemas")
                        .and_then(|schemas| schemas.get(name))
                {
                    found.push((name, schema));
                }
                waiting.extend(members.values());
            }
            Value::Array(items) => waiting.extend(items),
            _ => {}
        }
    }
    found
}

/// An index of documents and of what was given.
pub(crate) fn index(documents: &[Document], given: Option<&Value>, api: Option<&Api>) -> Index {
    let empty = Api::default();
    let api = api.unwrap_or(&empty);
    match given {
        None => Index::of(documents, api),
        Some(given) => {
            let mut all = documents.to_vec();
            all.push(described(given));
            Index::of(&all, api)
        }
    }
}
