//! Where a model is asked, as the person set it.

use ichiban_model::Wire;
use ichiban_model::recording::SCHEME as SCHEME_OF_RECORDINGS;
use ichiban_model::wire::on_device::{LLAMA, OnDevice, SCHEME};
use ichiban_model::wire::openai_responses::OpenAiResponses;
use serde::{Deserialize, Serialize};

use crate::on_device::Interface;
use crate::shell::words::t;

/// One endpoint and the model to ask there.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Connection {
    /// The API's root.
    pub(crate) base_url: String,
    /// The wire's name.
    pub(crate) wire: String,
    /// The model's name.
    pub(crate) model: String,
    /// The key; empty if the endpoint wants none.
    pub(crate) key: String,
}

/// What is wrong with a [`Connection`], and in which field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// There is no address.
    NoAddress,
    /// The address is not one of HTTP or a WebSocket.
    NotHttp,
    /// The address holds a user name, a key, a query or a fragment.
    NotARoot,
    /// A key would travel in the clear.
    KeyInTheClear,
    /// There is no model.
    NoModel,
}

impl Fault {
    /// What to do about it.
    pub(crate) fn message(self) -> String {
        match self {
            Self::NoAddress => t!("failures-no-address"),
            Self::NotHttp => t!("failures-not-http"),
            Self::NotARoot => t!("failures-not-a-root"),
            Self::KeyInTheClear => t!("failures-key-in-the-clear"),
            Self::NoModel => t!("failures-no-model"),
        }
    }

    /// Whether it is about the address.
    pub(crate) fn is_address(self) -> bool {
        matches!(self, Self::NoAddress | Self::NotHttp | Self::NotARoot)
    }
}

impl Connection {
    /// The connection to something that the browser has built in.
    pub(crate) fn on_device(interface: Interface) -> Self {
        Self {
            base_url: format!("{SCHEME}{}", interface.name),
            wire: OnDevice.name().to_owned(),
            model: interface.name.to_owned(),
            key: String::new(),
        }
    }

    /// Whether it is to something that the browser has built in.
    pub(crate) fn is_on_device(&self) -> bool {
        self.wire == OnDevice.name()
    }

    /// Whether it is to the model in this page.
    pub(crate) fn is_embedded(&self) -> bool {
        self.is_on_device() && self.model == LLAMA
    }

    /// Whether it is a recording that answers in a model's place.
    pub(crate) fn is_replay(&self) -> bool {
        self.base_url.starts_with(SCHEME_OF_RECORDINGS)
    }

    /// Whether both are the same server, asked by the same wire with the same key.
    pub(crate) fn is_same_server(&self, other: &Self) -> bool {
        (&self.base_url, &self.wire, &self.key) == (&other.base_url, &other.wire, &other.key)
    }

    /// Whether it can be used: the first fault, if any.
    pub(crate) fn fault(&self) -> Option<Fault> {
        if self.is_on_device() || self.is_replay() {
            return None;
        }
        let url = self.base_url.trim();
        if url.is_empty() {
            return Some(Fault::NoAddress);
        }
        let Some(rest) = after_scheme(url) else {
            return Some(Fault::NotHttp);
        };
        if rest.is_empty() || rest.starts_with('/') {
            return Some(Fault::NotHttp);
        }
        if rest.contains(['@', '?', '#']) || rest.chars().any(char::is_whitespace) {
            return Some(Fault::NotARoot);
        }
        if !self.key.trim().is_empty() && !is_encrypted(url) && !self.is_on_this_machine() {
            return Some(Fault::KeyInTheClear);
        }
        if self.model.trim().is_empty() {
            return Some(Fault::NoModel);
        }
        None
    }

    /// The host and port that requests go to; empty if the address has none.
    pub(crate) fn host(&self) -> &str {
        let rest = after_scheme(self.base_url.trim()).unwrap_or_default();
        rest.split(['/', '?', '#']).next().unwrap_or_default()
    }

    /// Where requests go, for a sentence.
    pub(crate) fn place(&self) -> String {
        if self.is_embedded() {
            // What a small model writes is no more than that.
            t!("failures-this-device-draft")
        } else if self.is_on_device() {
            t!("failures-this-device")
        } else if let Some(file) = self.base_url.strip_prefix(SCHEME_OF_RECORDINGS) {
            file.to_owned()
        } else {
            self.host().to_owned()
        }
    }

    /// Whether requests stay on the person's own machine.
    pub(crate) fn is_on_this_machine(&self) -> bool {
        if self.is_on_device() || self.is_replay() {
            return true;
        }
        let host = self.host();
        let name = match host.strip_prefix('[') {
            Some(v6) => v6.split(']').next().unwrap_or_default(),
            None => host.split(':').next().unwrap_or_default(),
        };
        name == "localhost"
            || name.ends_with(".localhost")
            || name == "::1"
            || name
                .parse::<std::net::Ipv4Addr>()
                .is_ok_and(|address| address.is_loopback())
    }

    /// Why HTTP is used although the address is one of a WebSocket, for a sentence.
    pub(crate) fn why_http(&self) -> Option<String> {
        let is_socket = after(self.base_url.trim(), &["wss://", "ws://"]).is_some();
        if !is_socket {
            None
        } else if self.wire != OpenAiResponses.name() {
            Some(t!("endpoint-http-by-wire"))
        } else if self.api_key().is_some() {
            Some(t!("endpoint-http-by-key"))
        } else {
            None
        }
    }

    /// The same, but for the key.
    pub(crate) fn without_key(&self) -> Self {
        Self {
            key: String::new(),
            ..self.clone()
        }
    }

    /// The key, if there is one.
    pub(crate) fn api_key(&self) -> Option<String> {
        let key = self.key.trim();
        (!key.is_empty()).then(|| key.to_owned())
    }
}

// A key must not reach a log.
impl std::fmt::Debug for Connection {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Connection")
            .field("base_url", &self.base_url)
            .field("wire", &self.wire)
            .field("model", &self.model)
            .finish_non_exhaustive()
    }
}

fn is_encrypted(url: &str) -> bool {
    after(url, &["https://", "wss://"]).is_some()
}

fn after_scheme(url: &str) -> Option<&str> {
    after(url, &["https://", "http://", "wss://", "ws://"])
}

/// What follows the first of these schemes that the address has.
fn after<'a>(url: &'a str, schemes: &[&str]) -> Option<&'a str> {
    let mut schemes = schemes.iter();
    schemes.find_map(|scheme| {
        let (head, rest) = url.split_at_checked(scheme.len())?;
        head.eq_ignore_ascii_case(scheme).then_some(rest)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(base_url: &str, key: &str) -> Connection {
        Connection {
            base_url: base_url.into(),
            wire: "openai-chat".into(),
            model: "m".into(),
            key: key.into(),
        }
    }

    #[test]
    fn an_address_must_be_an_http_root() {
        assert_eq!(at("https://api.openai.com/v1", "k").fault(), None);
        assert_eq!(at(" ", "").fault(), Some(Fault::NoAddress));
        assert_eq!(at("api.openai.com", "").fault(), Some(Fault::NotHttp));
        assert_eq!(at("ftp://x", "").fault(), Some(Fault::NotHttp));
        assert_eq!(at("https://", "").fault(), Some(Fault::NotHttp));
        assert_eq!(at("https://u:p@x/v1", "").fault(), Some(Fault::NotARoot));
        assert_eq!(at("https://x/v1?key=1", "").fault(), Some(Fault::NotARoot));
    }

    #[test]
    fn an_address_may_be_one_of_a_socket() {
        let mut socket = at("WSS://x.test:8443/v1", "");
        assert_eq!((socket.fault(), socket.host()), (None, "x.test:8443"));
        assert!(at("ws://localhost:9000/v1", "").is_on_this_machine());
        assert_eq!(at("ws://", "").fault(), Some(Fault::NotHttp));
        // Of the wire, and then of the key.
        assert!(socket.why_http().is_some_and(|why| why.contains("wire")));
        socket.wire = "openai-responses".into();
        assert_eq!(socket.why_http(), None);
        socket.key = "k".into();
        assert!(socket.why_http().is_some_and(|why| why.contains("key")));
    }

    #[test]
    fn a_key_travels_encrypted_or_not_at_all() {
        assert_eq!(
            at("http://example.com/v1", "k").fault(),
            Some(Fault::KeyInTheClear)
        );
        assert_eq!(
            at("ws://example.com/v1", "k").fault(),
            Some(Fault::KeyInTheClear)
        );
        assert_eq!(at("wss://example.com/v1", "k").fault(), None);
        assert_eq!(at("http://example.com/v1", "").fault(), None);
        assert_eq!(at("http://127.0.0.1:8081/v1", "k").fault(), None);
        assert_eq!(at("http://[::1]:8081/v1", "k").fault(), None);
    }

    #[test]
    fn this_machine_is_known_by_name_and_number() {
        assert!(at("http://localhost:11434/v1", "").is_on_this_machine());
        assert!(at("http://127.1.2.3/v1", "").is_on_this_machine());
        assert!(!at("http://localhost.example.com", "").is_on_this_machine());
        assert!(!at("https://127.0.0.1.example.com", "").is_on_this_machine());
    }

    #[test]
    fn the_host_is_told_with_its_port() {
        assert_eq!(at("HTTPS://x.test:8443/v1/", "").host(), "x.test:8443");
        assert_eq!(at("nonsense", "").host(), "");
    }

    #[test]
    fn a_recording_is_named_by_its_file() {
        let recording = at("replay:diagram.jsonl", "");
        assert!(recording.is_replay());
        assert_eq!(recording.place(), "diagram.jsonl");
        assert_eq!(recording.fault(), None);
        assert!(recording.is_on_this_machine());
    }

    #[test]
    fn a_model_is_needed() {
        let mut connection = at("https://x/v1", "");
        connection.model = " ".into();
        assert_eq!(connection.fault(), Some(Fault::NoModel));
    }

    #[test]
    fn the_key_is_never_printed() {
        assert!(!format!("{:?}", at("https://x", "sk-secret")).contains("secret"));
    }
}
