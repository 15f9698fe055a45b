//! An HTTP request as a value: what a wire makes and a transport sends.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Where to ask, and as whom.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Endpoint {
    /// The API's root, such as `https://api.openai.com/v1`, with or without a final slash. With `wss://` or
    /// `ws://` it names the same server, which is asked over a WebSocket where the wire has one.
    pub base_url: String,
    /// The key, if the endpoint wants one. Never printed by `Debug`.
    pub api_key: Option<String>,
}

impl Endpoint {
    /// The API's root in the scheme of HTTP, whichever it was given in.
    pub fn http_url(&self) -> String {
        let url = self.base_url.trim();
        match (after(url, "wss://"), after(url, "ws://")) {
            (Some(rest), _) => format!("https://{rest}"),
            (None, Some(rest)) => format!("http://{rest}"),
            (None, None) => url.to_owned(),
        }
    }

    /// The address of one of the API's operations over HTTP, such as `chat/completions`. A base address
    /// that already names the operation, as people paste it, is taken as it is.
    pub(crate) fn operation(&self, path: &str) -> String {
        let url = self.http_url();
        let (base, query) = match url.split_once('?') {
            Some((base, query)) => (base, Some(query)),
            None => (url.as_str(), None),
        };
        let base = base.trim_end_matches('/');
        let mut url = base.to_owned();
        if !base.ends_with(&format!("/{path}")) {
            url.push('/');
            url.push_str(path);
        }
        if let Some(query) = query {
            url.push('?');
            url.push_str(query);
        }
        url
    }

    /// The address of one of the API's operations over a WebSocket. None where the root was not given in
    /// that scheme, and where there is a key: it belongs into a header, which no page can set there.
    pub(crate) fn socket(&self, path: &str) -> Option<String> {
        let url = self.base_url.trim();
        let is_socket = after(url, "wss://")
            .or_else(|| after(url, "ws://"))
            .is_some();
        if !is_socket || self.key().is_some() {
            return None;
        }
        let operation = self.operation(path);
        operation
            .strip_prefix("http")
            .map(|rest| format!("ws{rest}"))
    }

    /// The key, if there is one.
    pub(crate) fn key(&self) -> Option<&str> {
        let key = self.api_key.as_deref()?.trim();
        (!key.is_empty()).then_some(key)
    }

    /// Whether it is on this device.
    pub fn is_loopback(&self) -> bool {
        let authority = self.authority();
        let host = match authority.strip_prefix('[') {
            Some(rest) => rest.split(']').next().unwrap_or_default(),
            None => authority.split(':').next().unwrap_or_default(),
        };
        host == "localhost"
            || host.ends_with(".localhost")
            || host == "::1"
            || host
                .parse::<std::net::Ipv4Addr>()
                .is_ok_and(|address| address.is_loopback())
    }

    /// Where requests go, as `https://host:port`: without user, path and query, which may hold a key.
    pub fn origin(&self) -> String {
        let url = self.http_url();
        let scheme = url.split_once("://");
        let scheme = scheme.map_or("", |(scheme, _)| scheme).to_ascii_lowercase();
        format!("{scheme}://{}", self.authority())
    }

    /// The host and port of the base address, lower-case, without user and scheme; empty if the
    /// address has none.
    pub(crate) fn authority(&self) -> String {
        let rest = self.base_url.trim();
        let rest = rest.split_once("://").map_or("", |(_, rest)| rest);
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let host = authority
            .rsplit_once('@')
            .map_or(authority, |(_, host)| host);
        host.to_ascii_lowercase()
    }
}

/// What follows a scheme, however that is written.
fn after<'a>(url: &'a str, scheme: &str) -> Option<&'a str> {
    let (head, rest) = url.split_at_checked(scheme.len())?;
    head.eq_ignore_ascii_case(scheme).then_some(rest)
}

impl fmt::Debug for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Endpoint")
            .field("base_url", &self.base_url)
            .field("api_key", &self.api_key.as_ref().map(|_| "…"))
            .finish()
    }
}

/// A request to send. Its headers may hold a key: `Debug` shows their names alone.
#[derive(Clone, PartialEq, Eq)]
pub struct HttpRequest {
    /// The method, such as `POST`.
    pub method: &'static str,
    /// The whole address.
    pub url: String,
    /// Header names and values.
    pub headers: Vec<(&'static str, String)>,
    /// The body.
    pub body: Vec<u8>,
    /// The WebSocket that takes the same request as a message, where the person wants one. A transport
    /// without sockets leaves it: [`url`](Self::url) is always answered.
    pub socket: Option<String>,
}

impl HttpRequest {
    /// A request that posts JSON and wants a stream. No header is sent beyond those that
    /// preflights of providers allow.
    pub(crate) fn post(url: String, key: Option<(&'static str, String)>, body: &Value) -> Self {
        let mut headers = vec![("content-type", "application/json".to_owned())];
        headers.extend(key);
        Self {
            method: "POST",
            url,
            headers,
            body: body.to_string().into_bytes(),
            socket: None,
        }
    }
}

impl fmt::Debug for HttpRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.headers.iter().map(|(name, _)| name).collect();
        f.debug_struct("HttpRequest")
            .field("method", &self.method)
            .field("url", &self.url)
            .field("headers", &names)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .field("socket", &self.socket)
            .finish()
    }
}

/// A response's headers, as (name, value) pairs in the order they came.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Headers<'a>(pub &'a [(String, String)]);

impl<'a> Headers<'a> {
    /// The first value of a header; the name's case does not matter.
    pub fn get(self, name: &str) -> Option<&'a str> {
        let mut headers = self.0.iter();
        let found = headers.find(|(header, _)| header.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::Endpoint;

    fn endpoint(base_url: &str) -> Endpoint {
        Endpoint {
            base_url: base_url.to_owned(),
            api_key: Some("sk-secret".to_owned()),
        }
    }

    #[test]
    fn an_operation_is_joined_to_whatever_people_paste() {
        for (base, url) in [
            ("https://a.test/v1", "https://a.test/v1/chat/completions"),
            (" https://a.test/v1/ ", "https://a.test/v1/chat/completions"),
            (
                "https://a.test/v1/chat/completions",
                "https://a.test/v1/chat/completions",
            ),
            (
                "https://a.test/v1?api-version=2",
                "https://a.test/v1/chat/completions?api-version=2",
            ),
        ] {
            assert_eq!(endpoint(base).operation("chat/completions"), url);
        }
    }

    #[test]
    fn the_address_of_a_socket_names_the_same_server() {
        for (base, http, socket) in [
            (
                "ws://a.test/v1",
                "http://a.test",
                Some("ws://a.test/v1/responses"),
            ),
            (
                "WSS://a.test:8/v1/",
                "https://a.test:8",
                Some("wss://a.test:8/v1/responses"),
            ),
            (
                "wss://a.test/v1/responses",
                "https://a.test",
                Some("wss://a.test/v1/responses"),
            ),
            ("https://a.test/v1", "https://a.test", None),
            ("wś://a.test", "wś://a.test", None),
        ] {
            let endpoint = Endpoint {
                api_key: Some(" ".to_owned()),
                ..endpoint(base)
            };
            assert_eq!(endpoint.origin(), http, "{base}");
            assert_eq!(endpoint.socket("responses").as_deref(), socket, "{base}");
        }
        assert_eq!(
            endpoint("wss://a.test/v1").operation("models"),
            "https://a.test/v1/models"
        );
    }

    #[test]
    fn a_key_never_goes_to_a_socket() {
        assert_eq!(endpoint("wss://a.test/v1").socket("responses"), None);
    }

    #[test]
    fn the_authority_is_host_and_port_alone() {
        assert_eq!(
            endpoint("http://me:pw@LocalHost:8080/v1").authority(),
            "localhost:8080"
        );
        assert_eq!(endpoint("not an address").authority(), "");
    }

    #[test]
    fn a_key_is_never_printed() {
        assert!(!format!("{:?}", endpoint("https://a.test")).contains("secret"));
    }
}
