//! Why a page could not reach an endpoint: told apart by what a browser lets it find out.
//!
//! A browser tells a page that a request failed, and not why. But a second request, whose answer nobody
//! may read, succeeds where the server is there and does not allow the page (CORS); and the browser can
//! be asked what the person has said about the network around this device.

use serde::{Deserialize, Serialize};

use crate::wire::openai_chat::Dialect;
use crate::{Endpoint, Failure};

/// What was found out about an address that could not be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clues {
    /// Whether the browser believes that there is a network.
    pub online: bool,
    /// Whether anything answers there, to a request whose answer nobody may read.
    pub answers: bool,
    /// What the person has said about this page and the local network; none where the browser does not
    /// ask.
    pub permission: Option<Permission>,
}

/// What the person has said, by the [Permissions API](https://www.w3.org/TR/permissions/).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Permission {
    /// It may.
    Granted,
    /// It may not.
    Denied,
    /// Nothing yet: the browser asks.
    Prompt,
}

/// Where an address is, as far as the address itself shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Space {
    Loopback,
    Local,
    Public,
}

impl Failure {
    /// Why a page at `origin` could not reach an endpoint. Its code is one of
    ///
    /// | code | what happened |
    /// | --- | --- |
    /// | `offline` | this device has no network |
    /// | `cors` | the server is there, and does not allow this page |
    /// | `mixed-content` | an https page may not talk to that address over http |
    /// | `local-network` | the person, or the browser, does not let this page reach the local network |
    /// | `unreachable` | nothing answers: no such name, nothing on that port, a firewall |
    pub fn of_reach(endpoint: &Endpoint, origin: &str, clues: Clues) -> Self {
        let host = match endpoint.authority() {
            empty if empty.is_empty() => "The endpoint".to_owned(),
            host => host,
        };
        let space = space(endpoint);
        if clues.answers {
            let (name, hint) = allow(endpoint, origin, space);
            let message = format!(
                "{host} is there, and does not allow this page (CORS): the browser keeps its answer back."
            );
            return Self::new("cors", message, hint)
                .named("cors", name)
                .with("host", endpoint.authority())
                .with("origin", origin);
        }
        if !clues.online && space != Space::Loopback {
            return Self::new(
                "offline",
                "This device is offline.",
                "Connect to a network, then test again. A model on this machine works without one.",
            )
            .named("offline", "connect-and-test");
        }
        let is_secure_page = origin.starts_with("https://");
        let is_plain = scheme(endpoint) == "http";
        let may_be_relaxed = space == Space::Local && clues.permission.is_some();
        if is_secure_page && is_plain && space != Space::Loopback && !may_be_relaxed {
            let message = format!(
                "This page came by https, and the browser does not let it talk to {host} over http (mixed content)."
            );
            return Self::new(
                "mixed-content",
                message,
                "Give the address with https://, put the server behind a proxy with a certificate, or run it on this machine: http://localhost is allowed.",
            )
            .named("mixed-content", "avoid-mixed-content")
            .with("host", endpoint.authority());
        }
        match clues.permission {
            Some(permission @ (Permission::Denied | Permission::Prompt))
                if space != Space::Public =>
            {
                Self::not_permitted(&host, space, permission).with("host", endpoint.authority())
            }
            _ => Self::nobody_there(endpoint, &host, space),
        }
    }

    fn not_permitted(host: &str, space: Space, permission: Permission) -> Self {
        let (space, what) = match space {
            Space::Loopback => ("device", "apps on this device"),
            Space::Local | Space::Public => ("network", "devices on the local network"),
        };
        let failure = match permission {
            Permission::Denied => Self::new(
                "local-network",
                format!("The browser does not let this page reach {what}, and {host} is one."),
                "Allow it: the icon left of the address bar, then “Local network access” (or “Apps on device”), then reload the page.",
            )
            .named("not-permitted", "permit"),
            _ => Self::new(
                "local-network",
                format!(
                    "The browser asks first whether this page may reach {what}, and has no answer yet."
                ),
                "Test again and choose “Allow” when the browser asks. If it does not ask, allow “Local network access” by the icon left of the address bar.",
            )
            .named("asks-first", "answer-the-browser"),
        };
        failure.with("space", space)
    }

    fn nobody_there(endpoint: &Endpoint, host: &str, space: Space) -> Self {
        let (name, hint) = match (space, server(endpoint)) {
            (Space::Public, _) => (
                "look-for-a-slip",
                "Check the address for a slip: there may be no such name. A firewall, a proxy or an ad blocker can be in the way, too.",
            ),
            (_, "openai-chat:ollama") => (
                "start-ollama",
                "Start Ollama (`ollama serve`), and check the port: it is 11434 if nobody changed it.",
            ),
            (_, "openai-chat:lm-studio") => (
                "start-lm-studio",
                "Start the server in LM Studio (Developer, or `lms server start`), and check the port: it is 1234 if nobody changed it.",
            ),
            (_, "openai-chat:vllm") => (
                "start-vllm",
                "Start vLLM (`vllm serve MODEL`), and check the port: it is 8000 if nobody changed it.",
            ),
            (Space::Loopback, _) => (
                "start-own-server",
                "Start the server, and check the port: llama.cpp's is `llama-server -m MODEL.gguf --port 8081` for 8081.",
            ),
            (Space::Local, _) => (
                "listen-for-others",
                "Check that the server runs and listens for other devices: `--host 0.0.0.0` for llama.cpp, `OLLAMA_HOST=0.0.0.0` for Ollama; and that its firewall lets them in.",
            ),
        };
        let message =
            format!("Nothing answers at {host}: no such name, or nothing listens on that port.");
        Self::new("unreachable", message, hint)
            .named("nobody-there", name)
            .with("host", endpoint.authority())
    }
}

/// How the server is told to allow a page: the hint's name, and the hint.
fn allow(endpoint: &Endpoint, origin: &str, space: Space) -> (&'static str, String) {
    match server(endpoint) {
        "openai-chat:ollama" => (
            "allow-by-ollama",
            format!(
                "Start Ollama with `OLLAMA_ORIGINS={origin}` in its environment, then test again."
            ),
        ),
        "openai-chat:lm-studio" => (
            "allow-by-lm-studio",
            "Switch on CORS in LM Studio's server settings, or start it with `lms server start --cors`."
                .to_owned(),
        ),
        "openai-chat:vllm" => (
            "allow-by-vllm",
            format!("Start vLLM with `--allowed-origins '[\"{origin}\"]'`, then test again."),
        ),
        _ if space == Space::Public => (
            "allow-by-gateway",
            format!(
                "Allow the origin {origin} at the server or its gateway, or use an endpoint that lets pages ask. \
                 Some providers allow pages for some keys or addresses alone."
            ),
        ),
        _ => (
            "allow-by-server",
            format!(
                "Have the server allow the origin {origin}: Ollama by `OLLAMA_ORIGINS={origin}`, vLLM by \
                 `--allowed-origins`; llama.cpp's `llama-server` allows every origin, unless a proxy before it does not."
            ),
        ),
    }
}

/// The server by its wire's dialect, which its address shows.
fn server(endpoint: &Endpoint) -> &'static str {
    Dialect::of_endpoint(endpoint).name
}

fn scheme(endpoint: &Endpoint) -> String {
    let url = endpoint.http_url();
    let scheme = url.split_once("://");
    scheme.map_or("", |(scheme, _)| scheme).to_ascii_lowercase()
}

/// By RFC 1918 and RFC 4193, link-local addresses and the names that networks give themselves.
fn space(endpoint: &Endpoint) -> Space {
    if endpoint.is_loopback() {
        return Space::Loopback;
    }
    let authority = endpoint.authority();
    let host = match authority.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => authority.split(':').next().unwrap_or_default(),
    };
    let is_local = if let Ok(v4) = host.parse::<std::net::Ipv4Addr>() {
        v4.is_private() || v4.is_link_local()
    } else if let Ok(v6) = host.parse::<std::net::Ipv6Addr>() {
        v6.is_unique_local() || v6.is_unicast_link_local()
    } else {
        let is_local_name = [".local", ".lan", ".home.arpa", ".internal"]
            .iter()
            .any(|end| host.ends_with(end));
        is_local_name || (!host.is_empty() && !host.contains('.'))
    };
    if is_local {
        Space::Local
    } else {
        Space::Public
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "https://ichiban.example";

    fn at(base_url: &str) -> Endpoint {
        Endpoint {
            base_url: base_url.to_owned(),
            api_key: Some("sk-secret-of-mine".to_owned()),
        }
    }

    const NOBODY: Clues = Clues {
        online: true,
        answers: false,
        permission: None,
    };

    fn told(base_url: &str, clues: Clues) -> Failure {
        Failure::of_reach(&at(base_url), PAGE, clues)
    }

    #[test]
    fn what_keeps_a_page_from_a_server_is_told_apart() {
        let answers = Clues {
            answers: true,
            ..NOBODY
        };
        let offline = Clues {
            online: false,
            ..NOBODY
        };
        let may = |permission| Clues {
            permission: Some(permission),
            ..NOBODY
        };
        for (base_url, clues, code) in [
            ("https://api.example/v1", NOBODY, "unreachable"),
            ("https://api.example/v1", answers, "cors"),
            ("https://api.example/v1", offline, "offline"),
            ("http://api.example/v1", NOBODY, "mixed-content"),
            ("http://192.168.1.7:8080/v1", NOBODY, "mixed-content"),
            (
                "http://192.168.1.7:8080/v1",
                may(Permission::Denied),
                "local-network",
            ),
            (
                "http://192.168.1.7:8080/v1",
                may(Permission::Prompt),
                "local-network",
            ),
            (
                "http://192.168.1.7:8080/v1",
                may(Permission::Granted),
                "unreachable",
            ),
            (
                "http://nas.local/v1",
                may(Permission::Denied),
                "local-network",
            ),
            (
                "http://[fd00::1]:8080/v1",
                may(Permission::Denied),
                "local-network",
            ),
            ("http://localhost:11434/v1", NOBODY, "unreachable"),
            ("http://localhost:11434/v1", answers, "cors"),
            ("http://localhost:11434/v1", offline, "unreachable"),
            (
                "http://127.0.0.1:8081/v1",
                may(Permission::Denied),
                "local-network",
            ),
            (
                "http://127.0.0.1:8081/v1",
                may(Permission::Granted),
                "unreachable",
            ),
            // What the person has said about the local network is no matter of a public address.
            (
                "https://api.example/v1",
                may(Permission::Denied),
                "unreachable",
            ),
        ] {
            assert_eq!(told(base_url, clues).code, code, "{base_url} {clues:?}");
        }
    }

    #[test]
    fn a_page_that_came_by_http_mixes_nothing() {
        let told = Failure::of_reach(&at("http://api.example/v1"), "http://intranet", NOBODY);
        assert_eq!(told.code, "unreachable");
    }

    #[test]
    fn the_remedy_is_the_servers_own() {
        let answers = Clues {
            answers: true,
            ..NOBODY
        };
        for (base_url, words) in [
            (
                "http://localhost:11434/v1",
                "OLLAMA_ORIGINS=https://ichiban.example",
            ),
            ("http://localhost:1234/v1", "lms server start --cors"),
            (
                "http://localhost:8000/v1",
                "--allowed-origins '[\"https://ichiban.example\"]'",
            ),
            ("http://localhost:8081/v1", "OLLAMA_ORIGINS"),
            (
                "https://gateway.example/v1",
                "origin https://ichiban.example",
            ),
        ] {
            let hint = told(base_url, answers).hint;
            assert!(hint.contains(words), "{base_url}: {hint}");
        }
        assert!(
            told("http://localhost:11434/v1", NOBODY)
                .hint
                .contains("ollama serve")
        );
        assert!(
            told("http://localhost:8081/v1", NOBODY)
                .hint
                .contains("llama-server")
        );
        assert!(
            told(
                "http://10.0.0.2:8080/v1",
                Clues {
                    permission: Some(Permission::Granted),
                    ..NOBODY
                }
            )
            .hint
            .contains("--host 0.0.0.0")
        );
    }

    #[test]
    fn no_failure_holds_the_key() {
        for clues in [
            NOBODY,
            Clues {
                answers: true,
                ..NOBODY
            },
        ] {
            assert!(!format!("{:?}", told("https://a.example/v1", clues)).contains("secret"));
        }
    }

    #[test]
    fn clues_are_read_as_the_page_writes_them() {
        let read = |text| serde_json::from_str::<Clues>(text).unwrap();
        let clues = read(r#"{"online":true,"answers":false,"permission":"denied"}"#);
        assert_eq!(clues.permission, Some(Permission::Denied));
        assert_eq!(
            read(r#"{"online":true,"answers":false,"permission":null}"#),
            NOBODY
        );
    }
}
