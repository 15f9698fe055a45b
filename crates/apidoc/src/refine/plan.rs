//! What would be sent: sections of documents within a budget of tokens, in reading order.

use ichiban_model::Tokens;
use serde::{Deserialize, Serialize};

use super::prompt;
use crate::api::{Api, Evidence};
use crate::document::{Document, Location};
use crate::passage::{self, Passage};

/// The most tokens of one request, as [`Tokens::estimate`] counts them.
pub const MOST: Tokens = Tokens(4_000);

/// The most tokens of a section's text: what is left for it beside the instructions and what is
/// known.
const TEXT: Tokens = Tokens(2_600);
/// The most tokens of what is known.
const KNOWN: Tokens = Tokens(700);

/// What tells the text of a section from all other texts, in every build.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Fingerprint(pub u64);

/// One section that may be sent.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Its text with its places.
    pub passage: Passage,
    /// What is known of it already, a line for an operation.
    pub known: Vec<String>,
    /// Whether it is to be sent.
    pub included: bool,
    /// Its text with white space collapsed, in which quotations are looked for.
    pub(super) plain: String,
}

impl Section {
    /// What tells it from all other texts, so that progress is only taken up for the same one.
    pub fn fingerprint(&self) -> Fingerprint {
        // FNV-1a: it must be the same in every build, and no one gains by a collision.
        let bytes = self.passage.document.bytes().chain([0]);
        let hash = bytes
            .chain(self.plain.bytes())
            .fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
                (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
            });
        Fingerprint(hash)
    }

    /// Where it begins.
    pub fn begin(&self) -> Location {
        self.passage.place(0)
    }

    /// The tokens of the request that asks for it.
    pub fn tokens(&self) -> Tokens {
        prompt::tokens(self)
    }

    /// The tokens that are likely to come back: names and quotations of what is in the text, in a
    /// frame of JSON.
    pub fn likely_output(&self) -> Tokens {
        Tokens(Tokens::estimate(&self.passage.text).0 * 2 / 3)
    }

    /// Where a quotation stands; the section's beginning if it is not found again.
    pub fn evidence(&self, quote: &str) -> Evidence {
        let first = quote.split_whitespace().next().unwrap_or_default();
        let at = self
            .passage
            .text
            .match_indices(first)
            .map(|(at, _)| at)
            .find(|at| {
                let rest = self.passage.text.get(*at..).unwrap_or_default();
                let mut found = rest.split_whitespace();
                quote
                    .split_whitespace()
                    .all(|word| found.next().is_some_and(|other| other.starts_with(word)))
            });
        Evidence {
            document: self.passage.document.clone(),
            location: self.passage.place(at.unwrap_or(0)),
        }
    }
}

/// What would be sent, in reading order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Plan {
    /// The sections.
    pub sections: Vec<Section>,
}

/// What a plan comes to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Estimate {
    /// How many requests.
    pub requests: usize,
    /// Tokens sent, instructions included.
    pub input: Tokens,
    /// Tokens that are likely to come back: no more than a section's text has.
    pub output: Tokens,
}

/// What an endpoint asks for a million tokens, in any currency.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Prices {
    /// For input.
    pub input: f64,
    /// For output.
    pub output: f64,
}

impl Estimate {
    /// What it would cost, in the currency of the prices.
    #[allow(clippy::cast_precision_loss)]
    pub fn cost(&self, prices: Prices) -> f64 {
        (self.input.0 as f64 * prices.input + self.output.0 as f64 * prices.output) / 1e6
    }
}

impl Plan {
    /// Plans what to send of documents. Short passages that follow one another are one section. A
    /// section is included if it may document an operation: it names a path, a method or a
    /// parameter. Linear in the documents.
    pub fn of(documents: &[Document], api: &Api) -> Self {
        let mut sections: Vec<Section> = Vec::new();
        let mut open: Option<Passage> = None;
        for passage in passage::passages(documents, TEXT) {
            let joined = open.as_ref().is_some_and(|open| {
                open.document == passage.document
                    && Tokens::estimate(&open.text) + Tokens::estimate(&passage.text) <= TEXT
            });
            match &mut open {
                Some(open) if joined => {
                    let shift = open.text.len();
                    open.text.push_str(&passage.text);
                    let places = passage.places.iter();
                    open.places
                        .extend(places.map(|(start, place)| (start + shift, *place)));
                }
                _ => {
                    sections.extend(open.take().map(section));
                    open = Some(passage);
                }
            }
        }
        sections.extend(open.take().map(section));
        know(&mut sections, api);
        Self { sections }
    }

    /// What the included sections come to.
    pub fn estimate(&self) -> Estimate {
        let mut estimate = Estimate::default();
        for section in self.sections.iter().filter(|section| section.included) {
            estimate.requests += 1;
            estimate.input += section.tokens();
            estimate.output += section.likely_output();
        }
        estimate
    }
}

fn section(passage: Passage) -> Section {
    let plain = super::proof::collapsed(&passage.text);
    let lower = plain.to_lowercase();
    let included = plain.contains('/')
        || ["parameter", "field", "header", "request", "endpoint"]
            .iter()
            .any(|word| lower.contains(word));
    Section {
        passage,
        known: Vec::new(),
        included,
        plain,
    }
}

/// Notes in every section the operations whose evidence stands in it.
fn know(sections: &mut [Section], api: &Api) {
    let mut starts = std::collections::HashMap::new();
    for (number, section) in sections.iter().enumerate() {
        for (_, location) in &section.passage.places {
            let key = (section.passage.document.clone(), format!("{location:?}"));
            starts.entry(key).or_insert(number);
        }
    }
    for operation in &api.operations {
        let Some(evidence) = operation.evidence.first() else {
            continue;
        };
        let key = (
            evidence.document.clone(),
            format!("{:?}", evidence.location),
        );
        let Some(section) = starts
            .get(&key)
            .and_then(|number| sections.get_mut(*number))
        else {
            continue;
        };
        let names: Vec<_> = operation
            .parameters
            .iter()
            .map(|parameter| parameter.name.as_str())
            .chain(
                operation
                    .body
                    .iter()
                    .flat_map(|body| &body.schema.properties)
                    .map(|property| property.name.as_str()),
            )
            .collect();
        let line = format!(
            "{} {}: {}",
            operation.method,
            operation.path,
            names.join(", ")
        );
        let known: Tokens = section
            .known
            .iter()
            .map(|line| Tokens::estimate(line))
            .sum();
        if known + Tokens::estimate(&line) <= KNOWN {
            section.known.push(line);
        }
    }
}
