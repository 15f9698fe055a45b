//! Operations from recorded calls (HAR, Postman, curl): which parts of a URL are ids, by how they
//! look and by how they differ between calls.

use std::fmt::Write as _;

use std::collections::{BTreeMap, BTreeSet};

use crate::api::{Body, Evidence, Method, Operation, Parameter, Place, Response, SecurityScheme};
use crate::document::{BlockKind, Document};
use crate::exchange::Exchange;
use crate::schema::{self, Kind, Property, Schema};

use super::{example, route, server};

/// What recordings tell.
#[derive(Debug, Default)]
pub(crate) struct Recorded {
    pub(crate) operations: Vec<Operation>,
    pub(crate) servers: Vec<String>,
    pub(crate) security: Vec<SecurityScheme>,
    pub(crate) title: Option<String>,
}

/// Whether a literal path stands where a template has parameters, with values that look like ids.
pub(crate) fn has_id(path: &str, template: &str) -> bool {
    path.split('/')
        .zip(template.split('/'))
        .any(|(literal, slot)| slot.contains('{') && !literal.contains('{') && is_id(literal))
}

/// Whether a literal path has, where a template has parameters, words that routes are made of.
pub(crate) fn is_fixed_word(path: &str, template: &str) -> bool {
    const WORDS: &[&str] = &[
        "me", "self", "@me", "current", "all", "search", "count", "latest", "new", "bulk", "batch",
        "export", "import", "stats", "info", "status", "first", "last", "list", "default",
        "recent", "popular", "random", "archive", "validate", "preview", "query", "health",
        "config", "settings", "mine", "own", "login", "logout", "token",
    ];
    path.split('/')
        .zip(template.split('/'))
        .any(|(literal, slot)| {
            slot.contains('{') && WORDS.contains(&literal.to_lowercase().as_str())
        })
}

/// Whether a segment looks like an identifier: a number, a UUID, a hash, `cus_9s6XKzkNRiz8i3`.
pub(crate) fn is_id(segment: &str) -> bool {
    let digits = segment.chars().filter(char::is_ascii_digit).count();
    let letters = segment.chars().filter(char::is_ascii_alphabetic).count();
    let length = segment.chars().count();
    if length == 0 || segment.contains('{') {
        return false;
    }
    if digits == length {
        return true;
    }
    let hex = segment.chars().all(|c| c.is_ascii_hexdigit() || c == '-');
    if hex && digits > 0 && length >= 8 {
        return true;
    }
    let opaque = segment
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '.' | '='));
    let version = segment.starts_with('v')
        && segment[1..].starts_with(|c: char| c.is_ascii_digit())
        && length <= 8;
    if version {
        return false;
    }
    // `sha256:…`, `cus_…`: a kind and a random part.
    let random = segment.rsplit(['_', ':', '-']).next().unwrap_or_default();
    let mixed = random.chars().any(|c| c.is_ascii_digit())
        && random.chars().any(|c| c.is_ascii_alphabetic());
    opaque
        && ((mixed && random.len() >= 8 && digits >= 2)
            || (length >= 20 && digits >= 3 && letters >= 3))
        || segment
            .split_once('@')
            .is_some_and(|(user, host)| !user.is_empty() && host.contains('.'))
}

/// A recorded path with the segments that look like ids as parameters.
pub(crate) fn template_of(path: &str) -> String {
    let mut names: Vec<String> = Vec::new();
    let mut before = "";
    let mut out = String::new();
    for segment in path.split('/').skip(1) {
        out.push('/');
        let value = route::decode(segment);
        if is_id(&value) {
            let name = unique(&id_name(before), &mut names);
            let _ = write!(out, "{{{name}}}");
        } else {
            out.push_str(segment);
        }
        before = segment;
    }
    if out.is_empty() { "/".to_owned() } else { out }
}

/// `customers` has `customerId`s.
fn id_name(collection: &str) -> String {
    let word: String = collection
        .trim_matches(['{', '}'])
        .chars()
        .filter(|c| c.is_alphanumeric() || *c == '_' || *c == '-')
        .collect();
    let single = word
        .strip_suffix("ies")
        .map(|stem| format!("{stem}y"))
        .or_else(|| {
            word.strip_suffix("ses")
                .map(|stem| format!("{stem}s"))
                .or_else(|| {
                    word.strip_suffix('s')
                        .filter(|stem| !stem.ends_with('s'))
                        .map(str::to_owned)
                })
        });
    match single {
        Some(single) if !single.is_empty() => format!("{single}Id"),
        _ if !word.is_empty() && !word.starts_with(|c: char| c.is_ascii_digit()) => {
            format!("{word}Id")
        }
        _ => "id".to_owned(),
    }
}

fn unique(name: &str, names: &mut Vec<String>) -> String {
    let mut candidate = name.to_owned();
    let mut number = 2;
    while names.contains(&candidate) {
        candidate = format!("{name}{number}");
        number += 1;
    }
    names.push(candidate.clone());
    candidate
}

/// One recorded call and where it stands.
struct Call<'a> {
    exchange: &'a Exchange,
    evidence: Evidence,
    method: Method,
    segments: Vec<String>,
    facts: &'a [crate::readers::Fact],
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
    for (call, path) in calls.iter().zip(templates) {
        let key = (call.method, path);
        match grouped
            .iter_mut()
            .find(|(known, _)| known.0 == key.0 && route::shape(&known.1) == route::shape(&key.1))
        {
            Some((_, members)) => members.push(call),
            None => grouped.push((key, vec![call])),
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
    for scheme in found {
        if !into.contains(&scheme) {
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
    let mut branches: BTreeMap<String, BTreeSet<(&str, String)>> = BTreeMap::new();
    for call in calls {
        for at in 1..call.segments.len() {
            let before = call.segments[..at].join("/");
            branches
                .entry(before)
                .or_default()
                .insert((&call.segments[at], call.segments[at + 1..].join("/")));
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
                    && branches.get(&before).is_some_and(|seen| {
                        // All that is known below this branch is one and the same.
                        let tails: BTreeSet<_> =
                            seen.iter().map(|(_, tail)| tail.as_str()).collect();
                        tails.len() == 1
                            || (tails.len() * 2 <= seen.len()
                                && !seen
                                    .iter()
                                    .any(|(word, tail)| word == segment && tail.is_empty()))
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
    let mut add = |parameter: Parameter| match parameters
        .iter_mut()
        .find(|known| known.place == parameter.place && known.name == parameter.name)
    {
        Some(known) => {
            for kind in parameter.schema.kinds {
                known.schema.admit(kind);
            }
        }
        None => parameters.push(parameter),
    };
    let facts: Vec<_> = calls.iter().flat_map(|call| call.facts).collect();
    let fact = |place: Place, name: &str| {
        facts
            .iter()
            .find(|fact| fact.place == place && fact.name == name)
    };
    let evidence = calls.first().map(|call| call.evidence.clone());
    for name in route::parameters(path) {
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
        .filter_map(|call| call.exchange.answer.as_ref())
    {
        let status = answer.status.to_string();
        if answer.status < 100 || responses.iter().any(|known| known.status == status) {
            continue;
        }
        let value = answer
            .body
            .as_deref()
            .filter(|body| body.len() < 512 * 1024)
            .and_then(crate::exchange::lenient_json);
        responses.push(Response {
            description: format!("Status {status}."),
            media_type: value
                .as_ref()
                .map(|_| "application/json".to_owned())
                .or_else(|| answer.media_type.clone()),
            schema: value.as_ref().map(|value| schema::infer(&[value])),
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

fn body(calls: &[&Call<'_>]) -> Option<Body> {
    let forms: Vec<_> = calls
        .iter()
        .filter(|call| !call.exchange.form.is_empty())
        .collect();
    if !forms.is_empty() {
        let mut properties: Vec<Property> = Vec::new();
        for (name, value) in forms.iter().flat_map(|call| &call.exchange.form) {
            if properties.iter().any(|known| known.name == *name) {
                continue;
            }
            let fact = calls
                .iter()
                .flat_map(|call| call.facts)
                .find(|fact| fact.place == Place::Form && fact.name == *name);
            properties.push(Property {
                name: name.clone(),
                required: fact.is_some_and(|fact| fact.required),
                schema: fact
                    .map_or_else(|| example::of_text(name, value), |fact| fact.schema.clone()),
                description: fact.and_then(|fact| fact.description.clone()),
                deprecated: false,
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
    let mut whole = schema::infer(&values.iter().collect::<Vec<_>>());
    let facts: Vec<_> = calls
        .iter()
        .flat_map(|call| call.facts)
        .filter(|fact| fact.place == Place::Body)
        .collect();
    for property in &mut whole.properties {
        // One call cannot show what may be left out.
        property.required = facts
            .iter()
            .any(|fact| fact.name == property.name && fact.required);
        if let Some(fact) = facts.iter().find(|fact| fact.name == property.name) {
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

/// Adds a recorded operation to those that documents describe: what was recorded adds to it.
pub(crate) fn merge(operations: &mut Vec<Operation>, new: Operation) {
    let known = operations.iter_mut().find(|known| {
        known.method == new.method
            && (route::shape(&known.path).eq_ignore_ascii_case(&route::shape(&new.path))
                || (route::is_instance(&new.path, &known.path)
                    && !is_fixed_word(&new.path, &known.path))
                || server::without_base(&new.path, &known.path).is_some())
    });
    let Some(known) = known else {
        operations.push(new);
        return;
    };
    known.evidence.extend(new.evidence);
    for parameter in new.parameters {
        if parameter.place == Place::Query
            && !known
                .parameters
                .iter()
                .any(|old| old.name == parameter.name && old.place == parameter.place)
        {
            known.parameters.push(parameter);
        }
    }
    if known.body.is_none() {
        known.body = new.body;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_known_by_their_looks() {
        for id in [
            "42",
            "0b9e6b1c-7a53-4c0e-9d1d-0c5d8d3f2a11",
            "cus_9s6XKzkNRiz8i3",
            "sha256:29fdb92e57cf0827",
            "a@b.c",
        ] {
            assert!(is_id(id), "{id}");
        }
        for word in [
            "users",
            "v1",
            "me",
            "metric_names",
            "oauth2",
            "v1.24",
            "@me",
        ] {
            assert!(!is_id(word), "{word}");
        }
    }

    #[test]
    fn templates_name_ids_after_their_collection() {
        assert_eq!(
            template_of("/v1/customers/cus_9s6XKzkNRiz8i3/cards/7"),
            "/v1/customers/{customerId}/cards/{cardId}"
        );
    }
}
