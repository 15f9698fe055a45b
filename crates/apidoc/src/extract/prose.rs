//! What sentences say: ``The `state` query parameter filters …``, `takes the same parameters as …`,
//! `Returns a 204 on success`, `Takes a JSON object with:`.

use crate::document::{MarkKind, Text};

use super::field::{self, Field};
use super::label::{self, Label};
use super::{example, route, words};

/// Parameters that a sentence introduces by name and place: ``the `x` query parameter``.
pub(crate) fn fields(text: &Text) -> Vec<Field> {
    let mut found: Vec<Field> = Vec::new();
    for mark in &text.marks {
        if !matches!(mark.kind, MarkKind::Code | MarkKind::Strong) {
            continue;
        }
        let Some((name, _)) = field::clean_name(text.marked(mark)) else {
            continue;
        };
        let after = text
            .plain
            .get(mark.end..)
            .unwrap_or_default()
            .trim_start()
            .to_lowercase();
        let place = [
            "query parameter",
            "query string parameter",
            "query param",
            "url parameter",
            "request header",
            "header parameter",
            "form parameter",
            "body parameter",
            "path parameter",
        ]
        .iter()
        .find(|words| after.starts_with(**words))
        .and_then(|words| {
            field::place_word(
                words
                    .trim_end_matches(" parameter")
                    .trim_end_matches(" param")
                    .trim_end_matches(" string")
                    .trim_start_matches("request "),
            )
            .or_else(|| field::place_word(words))
        });
        let Some(place) = place else { continue };
        if found.iter().any(|known| known.name == name) {
            continue;
        }
        let sentence = sentence_around(&text.plain, mark.start);
        let mut new = Field {
            name,
            place: Some(place),
            strength: 1,
            ..Field::default()
        };
        field::from_prose(&mut new, sentence);
        new.required = words::required(sentence).or(Some(false));
        found.push(new);
    }
    in_a_row(text, &mut found);
    found
}

/// Parameters that a sentence names in a row: ``takes the optional parameters `a`, `b` (how many)
/// and `c` ``.
fn in_a_row(text: &Text, found: &mut Vec<Field>) {
    let mut last: Option<(usize, Option<bool>)> = None;
    for mark in &text.marks {
        if !matches!(mark.kind, MarkKind::Code | MarkKind::Strong) {
            continue;
        }
        let before = text.plain.get(..mark.start).unwrap_or_default();
        let lead = before.trim_end().to_lowercase();
        let announced = ["parameters", "query parameters", "arguments"]
            .iter()
            .any(|noun| lead.ends_with(noun))
            && [
                "take", "accept", "support", "expect", "optional", "required",
            ]
            .iter()
            .any(|word| tail(&lead, 60).contains(word));
        let goes_on = last.is_some_and(|(end, _)| {
            let between = text.plain.get(end..mark.start).unwrap_or_default();
            let outside = match (between.find('('), between.rfind(')')) {
                (Some(open), Some(close)) if open < close => {
                    format!("{}{}", &between[..open], &between[close + 1..])
                }
                _ => between.to_owned(),
            };
            matches!(
                outside.trim(),
                "," | "and" | "or" | ", and" | ", or" | ",and"
            )
        });
        let required = if announced {
            let clause = tail(&lead, 40);
            clause
                .contains("optional")
                .then_some(false)
                .or_else(|| clause.contains("required").then_some(true))
        } else {
            last.and_then(|(_, required)| required)
        };
        last = (announced || goes_on).then_some((mark.end, required));
        if last.is_some()
            && let Some((name, _)) = field::clean_name(text.marked(mark))
            && !found.iter().any(|known| known.name == name)
        {
            found.push(Field {
                name,
                required,
                strength: 1,
                ..Field::default()
            });
        }
    }
}

/// The end of a text, at most so many bytes.
fn tail(text: &str, length: usize) -> &str {
    let mut start = text.len().saturating_sub(length);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    text.get(start..).unwrap_or_default()
}

fn sentence_around(text: &str, at: usize) -> &str {
    let start = text
        .get(..at)
        .and_then(|before| before.rfind(". "))
        .map_or(0, |dot| dot + 2);
    let end = text
        .get(at..)
        .and_then(|after| after.find(". "))
        .map_or(text.len(), |dot| at + dot + 1);
    text.get(start..end).unwrap_or(text)
}

/// What an operation is said to share parameters with: link targets and `METHOD /path` texts.
pub(crate) fn shared_with(text: &Text) -> Vec<String> {
    let lower = text.plain.to_lowercase();
    let same = [
        "same parameters",
        "same query parameters",
        "same body",
        "same request body",
        "same params",
        "same arguments",
        "same fields",
        "same options",
        "same json",
        "same attributes",
        "same request parameters",
        "same url parameters",
        "same headers",
        "takes the same",
        "accepts the same",
        "supports the same",
        "request parameters as",
    ]
    .iter()
    .find_map(|words| lower.find(words));
    let Some(at) = same else {
        return described_elsewhere(text, &lower);
    };
    let respond_only = lower
        .get(at..at + 40)
        .is_some_and(|part| part.contains("response") || part.contains("return"));
    if respond_only {
        return Vec::new();
    }
    let mut targets: Vec<String> = text
        .marks
        .iter()
        .filter(|mark| mark.start >= at)
        .filter_map(|mark| match &mark.kind {
            MarkKind::Link(target) => Some(target.clone()),
            _ => None,
        })
        .collect();
    targets.extend(
        route::find(text.plain.get(at..).unwrap_or_default())
            .into_iter()
            .filter_map(|found| Some(format!("{} {}", found.method?, found.path))),
    );
    targets
}

/// Links by which a sentence hands over what a request takes: `Takes the [pagination
/// parameters](x#y)`, `The body is a [contact object](x#y)`.
fn described_elsewhere(text: &Text, lower: &str) -> Vec<String> {
    let verbs = [
        "takes ",
        "accepts ",
        "supports ",
        "body is ",
        "body must be ",
        "body should be ",
        "body contains ",
        "request body",
        "expects ",
        "in addition to ",
        "pass ",
    ];
    let asked = verbs.iter().filter_map(|verb| lower.find(verb)).min();
    let answered = ["return", "respon"]
        .iter()
        .filter_map(|word| lower.find(word))
        .min()
        .unwrap_or(usize::MAX);
    let Some(asked) = asked.filter(|_| lower.len() == text.plain.len()) else {
        return Vec::new();
    };
    let nouns = [
        "parameter",
        "params",
        "object",
        "fields",
        "attributes",
        "properties",
        "options",
        "arguments",
        "schema",
    ];
    text.marks
        .iter()
        .filter(|mark| mark.start >= asked && mark.start < answered)
        .filter_map(|mark| match &mark.kind {
            MarkKind::Link(target) if target.contains('#') => {
                let shown = text.marked(mark).to_lowercase();
                let after = lower.get(mark.end..).unwrap_or_default().trim_start();
                let named = nouns
                    .iter()
                    .any(|noun| shown.contains(noun) || after.starts_with(noun));
                named.then(|| target.clone())
            }
            _ => None,
        })
        .collect()
}

/// Whether a sentence says that the body is an array: `Takes a list of …`, `accepts a JSON array`.
pub(crate) fn takes_list(text: &str) -> bool {
    let lower = text.to_lowercase();
    let said = [
        "takes a json array",
        "takes a list of",
        "takes an array",
        "accepts a json array",
        "accepts an array",
        "accepts a list of",
        "expects an array",
        "expects a list",
        "body is an array",
        "body is a list",
        "body should be an array",
        "body must be an array",
        "body must be a json array",
        "body: array of",
        "body is a json array",
    ];
    said.iter().any(|words| lower.contains(words))
}

/// Whether a line, in lower case, says that JSON follows which is to be sent: `Takes a JSON object
/// with the state:`.
pub(crate) fn asks_for_json(lower: &str) -> bool {
    let last = lower.trim_end_matches(':').rsplit(". ").next();
    lower.ends_with(':')
        && last.is_some_and(|last| {
            last.contains("json")
                && [
                    "takes ",
                    "expects ",
                    "accepts ",
                    "send ",
                    "you can optionally send ",
                ]
                .iter()
                .any(|verb| last.starts_with(verb))
        })
}

/// Statuses that sentences promise: `Returns a 204 on success`.
pub(crate) fn statuses(text: &str) -> Vec<(String, String)> {
    let lower = text.to_lowercase();
    if !lower.contains("return") && !lower.contains("respon") && !lower.contains("status") {
        return Vec::new();
    }
    let mut found = Vec::new();
    for sentence in text.split(". ") {
        let lower = sentence.to_lowercase();
        if !(lower.contains("return") || lower.contains("respon") || lower.contains("status")) {
            continue;
        }
        if let Some(status) = example::status_in(sentence).filter(|status| {
            !sentence.contains(&format!("{status}ms"))
                && matches!(
                    status.as_str(),
                    "200"
                        | "201"
                        | "202"
                        | "204"
                        | "301"
                        | "302"
                        | "304"
                        | "400"
                        | "401"
                        | "403"
                        | "404"
                        | "405"
                        | "409"
                        | "410"
                        | "412"
                        | "413"
                        | "415"
                        | "422"
                        | "429"
                        | "500"
                        | "502"
                        | "503"
                )
        }) {
            found.push((status, sentence.trim().trim_end_matches('.').to_owned()));
        }
    }
    found
}

/// A sentence that does not end in a colon and yet says what comes next: `The request body is a
/// JSON object with the following properties.`
pub(crate) fn announces(text: &str) -> Option<Label> {
    let last = text.trim_end_matches('.').rsplit(". ").next()?;
    let lower = last.to_lowercase();
    if !(lower.contains("following") || lower.contains("below") || lower.contains("these")) {
        return None;
    }
    let noun = [
        "parameters",
        "attributes",
        "fields",
        "properties",
        "arguments",
        "options",
        "headers",
    ]
    .iter()
    .any(|noun| lower.contains(noun));
    noun.then(|| label::read(&format!("{last}:"), false))
        .flatten()
}
