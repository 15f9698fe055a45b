//! Operations from recorded calls (HAR, Postman, curl): which parts of a URL are ids, by how they
//! look and by how they differ between calls.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fmt::Write as _;

use crate::api::{Body, Evidence, Method, Operation, Parameter, Place, Response, SecurityScheme};
use crate::document::{BlockKind, Document};
use crate::exchange::{Answer, Exchange};
use crate::infer;
use crate::schema::{Kind, Property, Schema};

use super::identifier::{id_name, is_fixed_word, is_id, unique};
use super::paths::Paths;
use super::{example, route, server, template, work};

/// The most parameters that a recording may add to an operation.
const FIELDS: usize = 2_000;

/// What recordings tell.
#[derive(Debug, Default)]
pub(crate) struct Recorded {
    pub(crate) operations: Vec<Operation>,
    pub(crate) servers: Vec<String>,
    pub(crate) security: Vec<SecurityScheme>,
    pub(crate) title: Option<String>,
    pub(crate) version: Option<String>,
}

/// One recorded call and where it stands.
struct Call<'a> {
    exchange: &'a Exchange,
    evidence: Evidence,
    method: Method,
    segments: Vec<String>,
    facts: &'a [crate::readers::Fact],
    answers: &'a [Answer],
}

/// Groups the recorded calls of all documents into operations.
pub(crate) fn operations(documents: &[Document]) -> Recorded {
    let mut recorded = Recorded::default();
    let mut calls = Vec::new();
    for document in documents {
        for block in &document.blocks {
            let BlockKind::Exchange(entry) = &block.kind else {
                continue;
            };
            let Some(method) = entry.exchange.method else {
                continue;
            };
            if recorded.title.is_none() {
                recorded.title.clone_from(&entry.collection);
            }
            if recorded.version.is_none() {
                recorded.version.clone_from(&entry.version);
            }
            let evidence = Evidence {
                document: document.name.clone(),
                location: block.location,
            };
            let segments = entry
                .exchange
                .path
                .split('/')
                .skip(1)
                .map(str::to_owned)
                .collect();
            calls.push(Call {
                exchange: &entry.exchange,
                evidence,
                method,
                segments,
                facts: &entry.facts,
                answers: &entry.answers,
            });
            credentials(&entry.exchange, &mut recorded.security);
        }
    }
    let mut hosts: BTreeMap<&str, usize> = BTreeMap::new();
    for call in &calls {
        if let Some(host) = call
            .exchange
            .host
            .as_deref()
            .filter(|host| !host.contains(['{', '<', '$', '@']))
        {
            *hosts.entry(host).or_default() += 1;
        }
    }
    if let Some((host, _)) = hosts.iter().max_by_key(|(_, count)| **count) {
        recorded.servers.push((*host).to_owned());
    }
    let templates = templates(&calls);
    let mut grouped: Vec<((Method, String), Vec<&Call<'_>>)> = Vec::new();
    let mut index: HashMap<(Method, String), usize> = HashMap::new();
    for (call, path) in calls.iter().zip(templates) {
        let next = grouped.len();
        let at = *index
            .entry((call.method, template::shape(&path)))
            .or_insert(next);
        match grouped.get_mut(at) {
            Some((_, members)) => members.push(call),
            None => grouped.push(((call.method, path), vec![call])),
        }
    }
    recorded.operations = grouped
        .into_iter()
        .map(|((method, path), calls)| operation(method, &path, &calls))
        .collect();
    recorded
}

fn credentials(exchange: &Exchange, into: &mut Vec<SecurityScheme>) {
    let mut found: Vec<_> = exchange
        .headers
        .iter()
        .filter_map(|(name, value)| server::of_header(name, value))
        .collect();
    if exchange.basic {
        found.push(SecurityScheme::Basic);
    }
    found.extend(
        exchange
            .query
            .iter()
            .filter(|(name, _)| is_key_name(name))
            .map(|(name, _)| SecurityScheme::QueryKey(name.clone())),
    );
    let cookies = exchange.header("cookie").unwrap_or_default();
    found.extend(server::of_cookies(cookies));
    for scheme in found {
        if into.len() < server::SCHEMES && !into.contains(&scheme) {
            into.push(scheme);
        }
    }
}

fn is_key_name(name: &str) -> bool {
    let folded: String = name
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect();
    matches!(
        folded.as_str(),
        "apikey"
            | "accesstoken"
            | "authtoken"
            | "token"
            | "appid"
            | "clientsecret"
            | "sig"
            | "signature"
            | "key"
    )
}

/// What follows one and the same beginning of recorded paths.
#[derive(Default)]
struct Branch<'a> {
    /// The next segment and what comes after it.
    seen: BTreeSet<(&'a str, String)>,
    /// What comes after the next segment.
    tails: BTreeSet<String>,
}

/// The template of each call. A segment is a parameter if it looks like an id, or if calls that
/// are alike in all else differ in it and what follows it is the same fixed word.
fn templates(calls: &[Call<'_>]) -> Vec<String> {
    // Segments after which many values were seen, with something after them: `label/*/values`.
    let mut followers: BTreeMap<(Method, usize, String, String), BTreeSet<&str>> = BTreeMap::new();
    for call in calls {
        for at in 1..call.segments.len().saturating_sub(1) {
            let before = call.segments[..at].join("/");
            let after = call.segments[at + 1..].join("/");
            followers
                .entry((call.method, call.segments.len(), before, after))
                .or_default()
                .insert(&call.segments[at]);
        }
    }
    // A word that is also an end or a branch of its own is a sibling route, not a value.
    let mut branches: BTreeMap<String, Branch<'_>> = BTreeMap::new();
    for call in calls {
        for at in 1..call.segments.len() {
            work::step();
            let before = call.segments[..at].join("/");
            let tail = call.segments[at + 1..].join("/");
            let branch = branches.entry(before).or_default();
            branch.tails.insert(tail.clone());
            branch.seen.insert((&call.segments[at], tail));
        }
    }
    calls
        .iter()
        .map(|call| {
            let mut names = Vec::new();
            let mut path = String::new();
            for (at, segment) in call.segments.iter().enumerate() {
                path.push('/');
                let value = route::decode(segment);
                let before = call.segments[..at].join("/");
                let after = call.segments.get(at + 1..).unwrap_or_default().join("/");
                let varies = at > 0
                    && !after.is_empty()
                    && followers
                        .get(&(
                            call.method,
                            call.segments.len(),
                            before.clone(),
                            after.clone(),
                        ))
                        .is_some_and(|values| values.len() > 1)
                    && branches.get(&before).is_some_and(|branch| {
                        // All that is known below this branch is one and the same.
                        branch.tails.len() == 1
                            || (branch.tails.len() * 2 <= branch.seen.len()
                                && !branch.seen.contains(&(segment, String::new())))
                    });
                if segment.contains('{') || segment.is_empty() {
                    path.push_str(segment);
                } else if is_id(&value) || (varies && call.facts.is_empty()) {
                    let name = unique(
                        &id_name(
                            call.segments
                                .get(at.wrapping_sub(1))
                                .map_or("", String::as_str),
                        ),
                        &mut names,
                    );
                    let _ = write!(path, "{{{name}}}");
                } else {
                    path.push_str(segment);
                }
            }
            if path.is_empty() {
                "/".to_owned()
            } else {
                path
            }
        })
        .collect()
}

fn operation(method: Method, path: &str, calls: &[&Call<'_>]) -> Operation {
    let mut parameters: Vec<Parameter> = Vec::new();
    let mut index: HashMap<(Place, String), usize> = HashMap::new();
    let mut add = |parameter: Parameter| {
        work::step();
        let next = parameters.len();
        let at = *index
            .entry((parameter.place, parameter.name.clone()))
            .or_insert(next);
        match parameters.get_mut(at) {
            Some(known) => {
                for kind in parameter.schema.kinds {
                    known.schema.admit(kind);
                }
            }
            None => parameters.push(parameter),
        }
    };
    let facts = facts(calls);
    let fact = |place: Place, name: &str| facts.get(&(place, name)).copied();
    let evidence = calls.first().map(|call| call.evidence.clone());
    for name in template::parameters(path) {
        let known = fact(Place::Path, name);
        add(Parameter {
            name: name.to_owned(),
            place: Place::Path,
            required: true,
            deprecated: false,
            schema: known.map_or_else(|| Schema::of(Kind::String), |fact| fact.schema.clone()),
            description: known.and_then(|fact| fact.description.clone()),
            evidence: evidence.clone(),
            confidence: 0.9,
        });
    }
    for call in calls {
        for (name, value) in &call.exchange.query {
            if is_key_name(name) && !name.eq_ignore_ascii_case("key") {
                continue;
            }
            let mut parameter = example::query_parameter(name, value, false, evidence.clone());
            if let Some(fact) = fact(Place::Query, name) {
                parameter.schema.clone_from(&fact.schema);
                parameter.required = fact.required;
                parameter.description.clone_from(&fact.description);
            } else {
                // What every one of several calls carries and no documentation explains may be left out.
                parameter.required = false;
            }
            if name.ends_with("[]") && !parameter.schema.allows(Kind::Array) {
                parameter.schema = Schema::array(parameter.schema);
            }
            add(parameter);
        }
        for (name, value) in &call.exchange.headers {
            if is_transport_header(name)
                || server::of_header(name, value).is_some()
                || example::is_secret_name(name)
            {
                continue;
            }
            let known = fact(Place::Header, name);
            add(Parameter {
                name: name.clone(),
                place: Place::Header,
                required: known.is_some_and(|fact| fact.required),
                deprecated: false,
                schema: known.map_or_else(|| Schema::of(Kind::String), |fact| fact.schema.clone()),
                description: known.and_then(|fact| fact.description.clone()),
                evidence: evidence.clone(),
                confidence: 0.6,
            });
        }
    }
    let mut responses: Vec<Response> = Vec::new();
    for answer in calls
        .iter()
        .flat_map(|call| call.exchange.answer.iter().chain(call.answers))
    {
        let status = answer
            .status
            .map_or_else(|| "default".to_owned(), |status| status.to_string());
        if answer.status.is_some_and(|status| status < 100)
            || responses.iter().any(|known| known.status == status)
        {
            continue;
        }
        let value = answer
            .body
            .as_deref()
            .filter(|body| body.len() < 512 * 1024)
            .and_then(crate::exchange::lenient_json);
        responses.push(Response {
            description: if answer.status.is_none() {
                "As recorded, without its status.".to_owned()
            } else {
                format!("Status {status}.")
            },
            media_type: value
                .as_ref()
                .map(|_| "application/json".to_owned())
                .or_else(|| answer.media_type.clone()),
            schema: value.as_ref().map(|value| infer::infer(&[value])),
            example: value.map(example::redacted),
            status,
        });
    }
    if responses.is_empty() {
        responses.push(Response {
            status: "default".to_owned(),
            description: "No answer was recorded.".to_owned(),
            ..Response::default()
        });
    }
    let named = calls
        .iter()
        .find_map(|call| call.facts.iter().find(|fact| fact.name.is_empty()));
    Operation {
        method,
        path: path.to_owned(),
        summary: named.and_then(|fact| fact.description.clone()),
        description: None,
        tags: named.map(|fact| fact.tags.clone()).unwrap_or_default(),
        deprecated: false,
        parameters,
        body: body(calls),
        responses,
        evidence: calls.iter().map(|call| call.evidence.clone()).collect(),
        confidence: 0.9,
    }
}

/// What recordings say of parameters, the first of several.
fn facts<'a>(calls: &[&Call<'a>]) -> HashMap<(Place, &'a str), &'a crate::readers::Fact> {
    let mut facts = HashMap::new();
    for fact in calls.iter().flat_map(|call| call.facts) {
        facts
            .entry((fact.place, fact.name.as_str()))
            .or_insert(fact);
    }
    facts
}

fn body(calls: &[&Call<'_>]) -> Option<Body> {
    let facts = facts(calls);
    let forms: Vec<_> = calls
        .iter()
        .filter(|call| !call.exchange.form.is_empty())
        .collect();
    if !forms.is_empty() {
        let mut properties: Vec<Property> = Vec::new();
        let mut known = HashSet::new();
        for (name, value) in forms.iter().flat_map(|call| &call.exchange.form) {
            if !known.insert(name) {
                continue;
            }
            let fact = facts.get(&(Place::Form, name.as_str()));
            properties.push(Property {
                name: name.clone(),
                required: fact.is_some_and(|fact| fact.required),
                schema: fact
                    .map_or_else(|| example::of_text(name, value), |fact| fact.schema.clone()),
                description: fact.and_then(|fact| fact.description.clone()),
                deprecated: false,
                evidence: calls.first().map(|call| call.evidence.clone()),
                confidence: Some(0.9),
            });
        }
        let exchanges: Vec<_> = calls.iter().map(|call| call.exchange.clone()).collect();
        return Some(Body {
            media_type: example::form_type(&exchanges).to_owned(),
            required: properties.iter().any(|property| property.required),
            schema: Schema {
                properties,
                ..Schema::of(Kind::Object)
            },
            example: None,
        });
    }
    let values: Vec<_> = calls
        .iter()
        .filter_map(|call| call.exchange.json())
        .collect();
    if values.is_empty() {
        let raw = calls.iter().find(|call| call.exchange.body.is_some())?;
        let media_type = raw
            .exchange
            .header("content-type")
            .map_or("application/octet-stream", |value| {
                value.split(';').next().unwrap_or(value)
            });
        return Some(Body {
            media_type: media_type.trim().to_owned(),
            required: false,
            schema: Schema::of(Kind::String),
            example: None,
        });
    }
    let values_of: Vec<_> = values.iter().collect();
    let mut whole = infer::infer(&values_of);
    if whole.kinds == [Kind::Object] {
        whole.properties = infer::members(&values_of);
        whole.additional = None;
    }
    for property in &mut whole.properties {
        let fact = facts.get(&(Place::Body, property.name.as_str()));
        // One call cannot show what may be left out.
        property.required = fact.is_some_and(|fact| fact.required);
        property.evidence = calls.first().map(|call| call.evidence.clone());
        property.confidence = Some(0.9);
        if let Some(fact) = fact {
            property.schema.clone_from(&fact.schema);
            property.description.clone_from(&fact.description);
        }
    }
    Some(Body {
        media_type: "application/json".to_owned(),
        required: false,
        schema: whole,
        example: values.into_iter().next().map(example::redacted),
    })
}

/// Header fields that clients add by themselves.
fn is_transport_header(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    matches!(
        lower.as_str(),
        "accept"
            | "accept-encoding"
            | "accept-language"
            | "connection"
            | "content-length"
            | "content-type"
            | "cookie"
            | "dnt"
            | "host"
            | "origin"
            | "pragma"
            | "cache-control"
            | "referer"
            | "te"
            | "upgrade-insecure-requests"
            | "user-agent"
            | "priority"
            | "transfer-encoding"
            | "if-none-match"
            | "if-modified-since"
            | "x-requested-with"
            | "postman-token"
            | "expect"
    ) || lower.starts_with("sec-")
        || lower.starts_with(':')
        || lower.starts_with("proxy-")
}

/// Adds recorded operations to those that documents describe: what was recorded adds to them.
pub(crate) fn merge(operations: &mut Vec<Operation>, recorded: Vec<Operation>) {
    let mut paths = Paths::default();
    for (number, operation) in operations.iter().enumerate() {
        paths.file(operation.method, &operation.path, number);
    }
    for new in recorded {
        let is = |number: usize| {
            work::step();
            operations.get(number).is_some_and(|known| {
                template::shape(&known.path).eq_ignore_ascii_case(&template::shape(&new.path))
                    || (template::is_instance(&new.path, &known.path)
                        && !is_fixed_word(&new.path, &known.path))
                    || server::without_base(&new.path, &known.path).is_some()
            })
        };
        let known = paths
            .first(new.method, &new.path, is)
            .and_then(|number| operations.get_mut(number));
        let Some(known) = known else {
            paths.file(new.method, &new.path, operations.len());
            operations.push(new);
            continue;
        };
        known.evidence.extend(new.evidence);
        for parameter in new.parameters {
            let is_new = parameter.place == Place::Query
                && !known
                    .parameters
                    .iter()
                    .any(|old| old.name == parameter.name && old.place == parameter.place);
            if is_new && known.parameters.len() < FIELDS {
                known.parameters.push(parameter);
            }
        }
        if known.body.is_none() {
            known.body = new.body;
        }
    }
}
