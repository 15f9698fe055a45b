//! Base URLs and authentication: what documents say of where calls go and who may make them.

use std::collections::BTreeMap;

use crate::api::{Api, Place, SecurityScheme};
use crate::document::{Block, BlockKind, Document};

use super::operation::Draft;
use super::template;

/// The path below a base: `/v1.24/info` is `/info` under `/v1.24`. `None` if `path` is no call of
/// `template`, or one without a base.
pub(crate) fn without_base<'a>(path: &'a str, template: &str) -> Option<&'a str> {
    let segments = path.matches('/').count();
    let wanted = if template == "/" {
        0
    } else {
        template.matches('/').count()
    };
    let extra = segments
        .checked_sub(wanted)
        .filter(|extra| (1..=3).contains(extra))?;
    let at = path
        .match_indices('/')
        .nth(extra)
        .map_or(path.len(), |(at, _)| at);
    let (base, rest) = path.split_at(at);
    // A base names an API or its version, it is not just any first segment.
    let versioned = base.split('/').skip(1).any(is_base_segment);
    let rest = if rest.is_empty() { "/" } else { rest };
    let call = rest.eq_ignore_ascii_case(template)
        || template::is_instance(rest, template)
        || (template.contains('{') && template::shape(rest) == template::shape(template));
    (versioned && call).then_some(rest)
}

/// What is left of a path without each base that it may begin with.
pub(crate) fn below_bases(path: &str) -> impl Iterator<Item = &str> {
    let mut slashes = path.match_indices('/').map(|(at, _)| at).skip(1);
    let mut versioned = false;
    let mut from = 1;
    let mut left = path.matches('/').count().min(3);
    std::iter::from_fn(move || {
        while left > 0 {
            left -= 1;
            let at = slashes.next().unwrap_or(path.len());
            versioned |= path.get(from..at).is_some_and(is_base_segment);
            from = at + 1;
            if versioned {
                let rest = path.get(at..).unwrap_or_default();
                return Some(if rest.is_empty() { "/" } else { rest });
            }
        }
        None
    })
}

/// `v1`, `v1.24`, `api`, `rest`.
fn is_base_segment(segment: &str) -> bool {
    let version = segment
        .strip_prefix('v')
        .or(Some(segment))
        .is_some_and(|number| {
            number.starts_with(|c: char| c.is_ascii_digit())
                && number.len() <= 8
                && number
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'))
        });
    version || matches!(segment, "api" | "rest" | "apis" | "services" | "latest")
}

/// The most ways to authenticate that are told apart.
pub(crate) const SCHEMES: usize = 32;

/// The most base URLs that documents may name.
const SERVERS: usize = 16;

/// Base URLs: those that prose calls so, then the hosts of calls, the most frequent first.
pub(crate) fn find(documents: &[Document], drafts: &[Draft]) -> Vec<String> {
    let mut stated = Vec::new();
    let mut hosts: BTreeMap<String, usize> = BTreeMap::new();
    for document in documents {
        walk(&document.blocks, &mut |text| {
            let lower = text.to_lowercase();
            if lower.len() == text.len()
                && let Some(at) = [
                    "base url",
                    "base uri",
                    "api root",
                    "root url",
                    "api endpoint is",
                    "api base",
                    "base path",
                    "api is available at",
                    "api is reachable",
                    "served over",
                    "api is accessible at",
                    "root endpoint",
                    "endpoint root",
                    "all api requests",
                    "all urls referenced",
                ]
                .iter()
                .find_map(|words| lower.find(words))
                && let Some(url) = first_url(&text[at..])
                && stated.len() < SERVERS
                && !stated.contains(&url)
            {
                stated.push(url);
            }
        });
    }
    for exchange in drafts.iter().flat_map(|draft| &draft.exchanges) {
        if let Some(host) = &exchange.host {
            *hosts.entry(host.clone()).or_default() += 1;
        }
    }
    let mut hosts: Vec<_> = hosts
        .into_iter()
        .filter(|(host, _)| is_origin(host))
        .collect();
    hosts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    if stated.is_empty() {
        hosts.into_iter().take(1).map(|(host, _)| host).collect()
    } else {
        stated
    }
}

fn is_origin(host: &str) -> bool {
    host.strip_prefix("http")
        .is_some_and(|rest| rest.contains("://") && !rest.contains(['{', '<', '$', '@', ' ']))
}

fn first_url(text: &str) -> Option<String> {
    let at = text
        .find("http://")
        .or(text.find("https://"))
        .filter(|at| *at < 200)?;
    let text = text.get(at..)?;
    let end = text
        .find(|c: char| c.is_whitespace() || "`\"')]>,*<".contains(c))
        .unwrap_or(text.len());
    let url = text[..end].trim_end_matches(['.', '/', ':']);
    let host = url.split_once("://")?.1;
    (host.contains('.') || host.contains("localhost"))
        .then(|| url.to_owned())
        .filter(|url| !url.contains(['{', '$', '@']))
}

/// Takes the base path of the first server off the operations' paths, if all that have a base
/// have this one.
pub(crate) fn strip_base(api: &mut Api) {
    let Some(server) = api.servers.first() else {
        return;
    };
    let Some(path) = server.split_once("://").and_then(|(_, rest)| {
        rest.find('/')
            .map(|at| rest[at..].trim_end_matches('/').to_owned())
    }) else {
        return;
    };
    if path.is_empty() {
        return;
    }
    let below = |full: &str| {
        full.strip_prefix(&path)
            .filter(|rest| rest.starts_with('/') || rest.is_empty())
            .map(str::to_owned)
    };
    let with = api
        .operations
        .iter()
        .filter(|operation| below(&operation.path).is_some())
        .count();
    if with == 0 {
        return;
    }
    if with == api.operations.len() {
        for operation in &mut api.operations {
            if let Some(rest) = below(&operation.path) {
                operation.path = if rest.is_empty() {
                    "/".to_owned()
                } else {
                    rest
                };
            }
        }
    } else if let Some(origin) = server.strip_suffix(&path) {
        // Some paths carry the base: it is no base for all.
        let origin = origin.to_owned();
        if let Some(first) = api.servers.first_mut() {
            *first = origin;
        }
    }
}

/// Ways to authenticate, from prose and from the headers of calls.
pub(crate) fn security(documents: &[Document], drafts: &[Draft]) -> Vec<SecurityScheme> {
    let mut found: Vec<SecurityScheme> = Vec::new();
    let mut add = |scheme: SecurityScheme| {
        if found.len() < SCHEMES && !found.contains(&scheme) {
            found.push(scheme);
        }
    };
    for exchange in drafts.iter().flat_map(|draft| &draft.exchanges) {
        for (name, value) in &exchange.headers {
            of_header(name, value).into_iter().for_each(&mut add);
        }
        for (name, _) in &exchange.query {
            if super::example::is_secret_name(name)
                && name.len() > 4
                && !name.eq_ignore_ascii_case("code")
                && !name.eq_ignore_ascii_case("token")
            {
                add(SecurityScheme::QueryKey(name.clone()));
            }
        }
        if exchange.basic {
            add(SecurityScheme::Basic);
        }
        of_cookies(exchange.header("cookie").unwrap_or_default())
            .into_iter()
            .for_each(&mut add);
    }
    for parameter in drafts.iter().flat_map(|draft| &draft.operation.parameters) {
        if parameter.place == Place::Header {
            let text = parameter.description.as_deref().unwrap_or_default();
            of_header(&parameter.name, scheme_word(text))
                .into_iter()
                .for_each(&mut add);
        }
    }
    let mut endpoints = Endpoints::default();
    for document in documents {
        walk(&document.blocks, &mut |text| {
            let flat = text.replace(['`', '*', '"'], "");
            for (mark, scheme) in [
                ("Authorization: Bearer", SecurityScheme::Bearer),
                ("Authorization: Basic", SecurityScheme::Basic),
            ] {
                if flat.contains(mark) {
                    add(scheme);
                }
            }
            for mark in ["Cookie: ", "cookie: "] {
                for (at, _) in flat.match_indices(mark) {
                    let rest = flat.get(at + mark.len()..).unwrap_or_default();
                    let line = rest.lines().next().unwrap_or_default();
                    // What a server sets has attributes behind the first pair, which are no keys.
                    let first = line.split(';').next().unwrap_or_default();
                    of_cookies(first).into_iter().for_each(&mut add);
                }
            }
            endpoints.read(text);
        });
    }
    endpoints.schemes().into_iter().for_each(add);
    found
}

/// The scheme that prose names, as the header's value would.
fn scheme_word(text: &str) -> &'static str {
    let lower = text.to_lowercase();
    if lower.contains("bearer") {
        "bearer"
    } else if lower.contains("basic auth") || lower.contains("http basic") {
        "basic"
    } else {
        ""
    }
}

/// The keys among the pairs of a `Cookie` header. Their values go no further.
pub(crate) fn of_cookies(header: &str) -> Vec<SecurityScheme> {
    let names = header.split(';').filter_map(|pair| {
        let (name, _) = pair.trim().split_once('=')?;
        let lower = name.to_ascii_lowercase();
        let is_key = ["session", "auth", "token", "jwt"]
            .iter()
            .any(|word| lower.contains(word))
            || matches!(lower.as_str(), "sid" | "connect.sid");
        let is_name = name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'));
        (is_key && is_name && name.len() <= 64).then(|| SecurityScheme::CookieKey(name.to_owned()))
    });
    names.collect()
}

/// The endpoints of OAuth 2.0 and `OpenID` Connect that documents name by their addresses.
#[derive(Default)]
struct Endpoints {
    authorization: Option<String>,
    token: Option<String>,
    discovery: Option<String>,
}

impl Endpoints {
    fn read(&mut self, text: &str) {
        for (at, _) in text.match_indices("http") {
            let rest = text.get(at..).unwrap_or_default();
            let word = rest.split_whitespace().next().unwrap_or_default();
            let Some(url) = first_url(word) else { continue };
            let plain = url.split(['?', '#']).next().unwrap_or_default();
            let Some((_, path)) = plain
                .split_once("://")
                .and_then(|(_, rest)| rest.split_once('/'))
            else {
                continue;
            };
            let lower = path.to_ascii_lowercase();
            let is_oauth = lower
                .split('/')
                .any(|part| part.contains("oauth") || part.contains("openid") || part == "connect");
            let slot = if lower.ends_with(".well-known/openid-configuration") {
                &mut self.discovery
            } else if is_oauth && (lower.ends_with("/authorize") || lower.ends_with("/auth")) {
                &mut self.authorization
            } else if is_oauth && (lower.ends_with("/token") || lower.ends_with("/access_token")) {
                &mut self.token
            } else {
                continue;
            };
            slot.get_or_insert_with(|| plain.to_owned());
        }
    }

    fn schemes(self) -> Vec<SecurityScheme> {
        let Self {
            authorization,
            token,
            discovery,
        } = self;
        let is_known = authorization.is_some() || token.is_some();
        let oauth = is_known.then_some(SecurityScheme::OAuth2 {
            authorization,
            token,
        });
        oauth
            .into_iter()
            .chain(discovery.map(SecurityScheme::OpenId))
            .collect()
    }
}

/// The scheme that a header of a call shows. Its value goes no further.
pub(crate) fn of_header(name: &str, value: &str) -> Option<SecurityScheme> {
    let lower = name.to_ascii_lowercase();
    if lower == "authorization" {
        let scheme = value
            .split(' ')
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        return Some(match scheme.as_str() {
            "bearer" => SecurityScheme::Bearer,
            "basic" => SecurityScheme::Basic,
            _ => SecurityScheme::HeaderKey("Authorization".to_owned()),
        });
    }
    let key = [
        "api-key",
        "apikey",
        "auth-token",
        "access-token",
        "api-token",
        "private-token",
        "auth-key",
        "app-key",
        "app-token",
        "subscription-key",
    ]
    .iter()
    .any(|word| lower.contains(word))
        || lower == "x-token";
    key.then(|| SecurityScheme::HeaderKey(name.to_owned()))
}

/// Calls `visit` with every text of a page.
fn walk(blocks: &[Block], visit: &mut impl FnMut(&str)) {
    for block in blocks {
        match &block.kind {
            BlockKind::Heading { text, .. } | BlockKind::Paragraph(text) => visit(&text.plain),
            BlockKind::Code { text, .. } => {
                if text.len() < 4096 {
                    visit(text);
                }
            }
            BlockKind::List(items) => {
                for item in items {
                    visit(&item.text.plain);
                    walk(&item.children, visit);
                }
            }
            BlockKind::Definitions(list) => {
                for definition in list {
                    visit(&definition.term.plain);
                    walk(&definition.body, visit);
                }
            }
            BlockKind::Table(table) => {
                for row in &table.rows {
                    let line: Vec<_> = row.cells.iter().map(|cell| cell.plain.as_str()).collect();
                    visit(&line.join(" "));
                }
            }
            BlockKind::Component {
                attributes,
                children,
                ..
            } => {
                if let Some(base) = super::outline::base_attribute(attributes) {
                    visit(&format!("Base URL: {base}"));
                }
                walk(children, visit);
            }
            BlockKind::Quote(children) => walk(children, visit),
            BlockKind::Exchange(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_looked_up_below_every_base_that_it_may_have() {
        let below = |path: &'static str| below_bases(path).collect::<Vec<_>>();
        assert_eq!(below("/v1.24/info"), ["/info", "/"]);
        assert_eq!(below("/api/v2/users/7"), ["/v2/users/7", "/users/7", "/7"]);
        assert_eq!(below("/users/me"), [""; 0]);
        for (path, template) in [("/v1/a", "/a"), ("/api/v1/a/7", "/a/{id}"), ("/v1", "/")] {
            let rest = without_base(path, template);
            assert!(rest.is_some(), "{path}");
            assert!(below_bases(path).any(|below| Some(below) == rest), "{path}");
        }
    }

    #[test]
    fn ways_to_sign_in_are_read_from_addresses_cookies_and_parameters() {
        let text = "# Things\n\nSign in with OAuth 2.0: send people to `https://id.test/oauth2/authorize?x=1`, \
            and get tokens from https://id.test/oauth2/token.\n\n\
            OpenID Connect is described at https://id.test/.well-known/openid-configuration.\n\n\
            ```http\nPOST /sign-in HTTP/1.1\n```\n\n```http\nHTTP/1.1 200 OK\nSet-Cookie: AuthSession=abc; Path=/; HttpOnly\n```\n\n\
            ## List things\n\n`GET /things`\n\n### Headers\n\n| Header | Type | Description |\n|--|--|--|\n\
            | X-Api-Key | string | Your key. |\n";
        let read = crate::readers::read("a.md", text.as_bytes()).unwrap();
        let (document, _) = crate::openapi::compile(vec![read], None);
        let schemes = &document["components"]["securitySchemes"];
        assert_eq!(
            schemes["oauth2"]["flows"]["authorizationCode"],
            serde_json::json!({"authorizationUrl": "https://id.test/oauth2/authorize",
                "tokenUrl": "https://id.test/oauth2/token", "scopes": {}})
        );
        assert_eq!(
            schemes["openid"]["openIdConnectUrl"],
            "https://id.test/.well-known/openid-configuration"
        );
        assert_eq!(schemes["cookie-AuthSession"]["name"], "AuthSession");
        assert_eq!(schemes["header-X-Api-Key"]["in"], "header");
    }

    #[test]
    fn cookies_that_are_no_keys_are_left_alone() {
        assert!(of_cookies("theme=dark; lang=en").is_empty());
        assert_eq!(
            of_cookies("theme=dark; connect.sid=s%3Ax"),
            [SecurityScheme::CookieKey("connect.sid".to_owned())]
        );
        assert!(of_cookies("auth <name>=x").is_empty());
    }
}
