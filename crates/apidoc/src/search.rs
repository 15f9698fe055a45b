//! Which passage answers a question: ranked by BM25 (Robertson and Zaragoza, "The Probabilistic
//! Relevance Framework", 2009), with the operations that it documents. No model is asked.

use std::collections::{HashMap, HashSet};

use ichiban_model::Tokens;

use crate::api::{Api, Method};
use crate::document::{Document, Location};
use crate::passage::{self, Passage};

/// How soon a word that comes again counts no more, and how much long passages are held back.
const SATURATION: f64 = 1.2;
const LENGTH: f64 = 0.75;
/// How often a word of a heading counts.
const TITLE: u32 = 3;
/// The longest passage, in tokens.
const PASSAGE: Tokens = Tokens(1_000);

/// Words that a question is made of, whatever it asks.
const STOP: &[&str] = &[
    "a",
    "an",
    "the",
    "of",
    "to",
    "in",
    "on",
    "for",
    "with",
    "by",
    "is",
    "are",
    "be",
    "do",
    "does",
    "how",
    "what",
    "which",
    "where",
    "when",
    "who",
    "i",
    "can",
    "we",
    "you",
    "my",
    "it",
    "its",
    "and",
    "or",
    "endpoint",
    "api",
    "call",
    "operation",
    "request",
    "use",
    "should",
    "there",
    "from",
    "that",
    "this",
    "me",
    "one",
];

/// What verbs ask for, as methods and as other verbs of the same meaning.
const VERBS: &[(&[&str], &[&str])] = &[
    (
        &[
            "create", "make", "add", "new", "insert", "register", "upload",
        ],
        &["post", "create", "add"],
    ),
    (
        &["delete", "remove", "destroy", "drop", "erase"],
        &["delete", "remove"],
    ),
    (
        &[
            "update", "change", "edit", "modify", "rename", "replace", "set",
        ],
        &["put", "patch", "update"],
    ),
    (
        &[
            "list", "get", "fetch", "show", "read", "retrieve", "see", "find", "look", "download",
        ],
        &["get", "list"],
    ),
];

/// Passages, ready to be asked.
#[derive(Debug)]
pub struct Index {
    passages: Vec<Passage>,
    operations: Vec<Vec<(Method, String)>>,
    /// For each word, the passages that have it and how often.
    postings: HashMap<String, Vec<(usize, u32)>>,
    lengths: Vec<f64>,
    average: f64,
}

/// A passage that may answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit<'a> {
    /// The passage.
    pub passage: &'a Passage,
    /// The operations that it documents.
    pub operations: &'a [(Method, String)],
    /// How well it fits; larger is better, and 0 is never given.
    pub score: f64,
    /// Where the line stands that fits best.
    pub location: Location,
    /// That line.
    pub line: &'a str,
}

impl Index {
    /// Indexes documents; `api` tells which operations their passages document. Linear in both.
    pub fn of(documents: &[Document], api: &Api) -> Self {
        let passages = passage::passages(documents, PASSAGE);
        let operations = documented(&passages, api);
        let mut postings: HashMap<String, Vec<(usize, u32)>> = HashMap::new();
        let mut lengths = Vec::new();
        for (number, passage) in passages.iter().enumerate() {
            let mut counts: HashMap<String, u32> = HashMap::new();
            let mut length = 0_u32;
            for word in words(&passage.text) {
                *counts.entry(word).or_default() += 1;
                length += 1;
            }
            for word in words(passage.title()) {
                *counts.entry(word).or_default() += TITLE;
            }
            for (method, path) in operations.get(number).into_iter().flatten() {
                for word in words(&format!("{method} {path}")) {
                    *counts.entry(word).or_default() += 1;
                }
            }
            for (word, count) in counts {
                postings.entry(word).or_default().push((number, count));
            }
            lengths.push(f64::from(length));
        }
        let average = lengths.iter().sum::<f64>()
            / f64::from(u32::try_from(lengths.len().max(1)).unwrap_or(u32::MAX));
        Self {
            passages,
            operations,
            postings,
            lengths,
            average: average.max(1.0),
        }
    }

    /// The passages that fit a question best, at most `most`, the best first. Passages that document
    /// operations go before others that fit as well.
    pub fn ask(&self, question: &str, most: usize) -> Vec<Hit<'_>> {
        let asked = query(question);
        let all = f64::from(u32::try_from(self.passages.len()).unwrap_or(u32::MAX));
        let mut scores: HashMap<usize, f64> = HashMap::new();
        for (word, weight) in &asked {
            let Some(found) = self.postings.get(word) else {
                continue;
            };
            let having = f64::from(u32::try_from(found.len()).unwrap_or(u32::MAX));
            let rarity = (1.0 + (all - having + 0.5) / (having + 0.5)).ln();
            for (number, count) in found {
                let count = f64::from(*count);
                let length = self.lengths.get(*number).copied().unwrap_or(1.0) / self.average;
                let share = count * (SATURATION + 1.0)
                    / (count + SATURATION * (1.0 - LENGTH + LENGTH * length));
                *scores.entry(*number).or_default() += weight * rarity * share;
            }
        }
        for (number, score) in &mut scores {
            if self
                .operations
                .get(*number)
                .is_some_and(|list| !list.is_empty())
            {
                *score *= 1.5;
            }
        }
        let mut ranked: Vec<_> = scores.into_iter().collect();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        ranked
            .into_iter()
            .take(most)
            .filter_map(|(number, score)| {
                let passage = self.passages.get(number)?;
                let (location, line) = best_line(passage, &asked);
                Some(Hit {
                    passage,
                    operations: self.operations.get(number)?,
                    score,
                    location,
                    line,
                })
            })
            .collect()
    }
}

/// The words of a question with their weights: what verbs mean counts less than what is said.
fn query(question: &str) -> Vec<(String, f64)> {
    let mut asked: Vec<(String, f64)> = Vec::new();
    let mut add = |word: &str, weight: f64| {
        if !asked.iter().any(|(known, _)| known == word) {
            asked.push((word.to_owned(), weight));
        }
    };
    let said: Vec<String> = words(question)
        .filter(|word| !STOP.contains(&word.as_str()))
        .collect();
    for word in &said {
        add(word, 1.0);
    }
    for word in &said {
        for (verbs, meanings) in VERBS {
            if verbs.iter().any(|verb| stem(verb) == *word) {
                for meaning in *meanings {
                    add(&stem(meaning), 0.5);
                }
            }
        }
    }
    asked
}

fn best_line<'a>(passage: &'a Passage, asked: &[(String, f64)]) -> (Location, &'a str) {
    let mut best = (0.0, 0, passage.text.lines().next().unwrap_or_default());
    let mut at = 0;
    for line in passage.text.split_inclusive('\n') {
        let has: HashSet<String> = words(line).collect();
        let score: f64 = asked
            .iter()
            .filter(|(word, _)| has.contains(word))
            .map(|(_, weight)| weight)
            .sum();
        if score > best.0 {
            best = (score, at, line.trim());
        }
        at += line.len();
    }
    (passage.place(best.1), best.2)
}

/// The operations whose evidence stands in each passage.
fn documented(passages: &[Passage], api: &Api) -> Vec<Vec<(Method, String)>> {
    let mut starts: HashMap<(&str, PlaceKey), usize> = HashMap::new();
    for (number, passage) in passages.iter().enumerate() {
        for (_, location) in &passage.places {
            starts
                .entry((passage.document.as_str(), PlaceKey::of(*location)))
                .or_insert(number);
        }
    }
    let mut documented: Vec<Vec<(Method, String)>> = vec![Vec::new(); passages.len()];
    for operation in &api.operations {
        for evidence in &operation.evidence {
            let key = (evidence.document.as_str(), PlaceKey::of(evidence.location));
            let list = starts
                .get(&key)
                .and_then(|number| documented.get_mut(*number));
            let entry = (operation.method, operation.path.clone());
            if let Some(list) = list.filter(|list| !list.contains(&entry)) {
                list.push(entry);
            }
        }
    }
    documented
}

/// A location to be looked up by.
#[derive(Debug, PartialEq, Eq, Hash)]
struct PlaceKey(usize, usize);

impl PlaceKey {
    fn of(location: Location) -> Self {
        match location {
            Location::Span { start, line, .. } => Self(start, usize::try_from(line).unwrap_or(0)),
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            Location::Page { number, area } => Self(
                usize::MAX - usize::try_from(number).unwrap_or(0),
                area[1].max(0.0) as usize,
            ),
        }
    }
}

/// The words of a text, in lower case, without endings. Names written in one (`userId`) are words
/// each.
fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric())
        .flat_map(humps)
        .map(|word| stem(&word))
        .filter(|word| !word.is_empty())
}

fn humps(word: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut last_lower = false;
    for c in word.chars() {
        match parts.last_mut() {
            Some(part) if !(c.is_uppercase() && last_lower) => part.extend(c.to_lowercase()),
            _ => parts.push(c.to_lowercase().collect()),
        }
        last_lower = c.is_lowercase();
    }
    parts
}

/// A word without the endings of plurals and verbs, as far as that is safe.
fn stem(word: &str) -> String {
    let cut = |ending: &str, least: usize| {
        word.strip_suffix(ending)
            .filter(|rest| rest.chars().count() >= least)
    };
    if let Some(rest) = cut("ies", 2) {
        return format!("{rest}y");
    }
    let rest = cut("ing", 3)
        .or_else(|| cut("ed", 3))
        .or_else(|| cut("es", 4))
        .or_else(|| cut("s", 3).filter(|rest| !rest.ends_with('s')))
        .unwrap_or(word);
    rest.strip_suffix('e')
        .filter(|stem| stem.chars().count() >= 4)
        .unwrap_or(rest)
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readers::{Source, read};

    #[test]
    fn questions_lead_to_the_operations_that_answer_them() {
        let text = "# Depot\n\nAll about it.\n\n## List containers\n\n`GET /containers`\n\nGives every container.\n\n\
                    ## Remove a container\n\n`DELETE /containers/{id}`\n\n| Name | Type |\n|--|--|\n| force | boolean |\n\n\
                    ## Container statistics\n\n`GET /containers/{id}/stats`\n\nMemory and processor use.\n\n## Limits\n\nTen requests a second.\n";
        let Source::Document(document) = read("a.md", text.as_bytes()).unwrap() else {
            panic!("not a document");
        };
        let documents = [document];
        let api = crate::extract(&documents);
        let index = Index::of(&documents, &api);
        let first = |question: &str| {
            let hits = index.ask(question, 3);
            hits.first()
                .and_then(|hit| hit.operations.first())
                .map(|(method, path)| format!("{method} {path}"))
        };
        assert_eq!(
            first("Which endpoint deletes a container?").as_deref(),
            Some("DELETE /containers/{id}")
        );
        assert_eq!(
            first("how much memory is used").as_deref(),
            Some("GET /containers/{id}/stats")
        );
        assert_eq!(
            first("show all containers").as_deref(),
            Some("GET /containers")
        );
        let hits = index.ask("how many requests a second", 1);
        assert_eq!(hits[0].passage.title(), "Limits");
        assert!(
            matches!(hits[0].location, Location::Span { line: 27, .. }),
            "{:?}",
            hits[0].location
        );
        assert!(index.ask("zebra", 3).is_empty());
    }

    #[test]
    fn words_are_known_in_their_forms() {
        assert_eq!(
            words("listUsers policies removing").collect::<Vec<_>>(),
            ["list", "user", "policy", "remov"]
        );
        assert_eq!(stem("remove"), "remov");
        assert_eq!(stem("deletes"), stem("delete"));
    }
}
