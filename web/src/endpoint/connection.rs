//! Where a model is asked, as the person set it.

use ichiban_model::Wire;
use ichiban_model::wire::on_device::{OnDevice, SCHEME};
use serde::{Deserialize, Serialize};

use crate::on_device::Interface;

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
    /// The address is not an HTTP one.
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
    pub(crate) fn message(self) -> &'static str {
        match self {
            Self::NoAddress => "Enter the address of the API, such as https://api.openai.com/v1.",
            Self::NotHttp => "An address begins with https:// or, on this machine, http://.",
            Self::NotARoot => {
                "Only the API's root goes here: no user name, no “?”, no “#”. A key goes in its own field."
            }
            Self::KeyInTheClear => {
                "Over http:// the key could be read on the way. Use https://, or leave the key out."
            }
            Self::NoModel => "Enter the name of a model, as the endpoint knows it.",
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

    /// Whether it can be used: the first fault, if any.
    pub(crate) fn fault(&self) -> Option<Fault> {
        if self.is_on_device() {
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
        if !self.key.trim().is_empty() && !is_https(url) && !self.is_on_this_machine() {
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
    pub(crate) fn place(&self) -> &str {
        if self.is_on_device() {
            "this device"
        } else {
            self.host()
        }
    }

    /// Whether requests stay on the person's own machine.
    pub(crate) fn is_on_this_machine(&self) -> bool {
        if self.is_on_device() {
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

fn is_https(url: &str) -> bool {
    url.get(..8)
        .is_some_and(|scheme| scheme.eq_ignore_ascii_case("https://"))
}

fn after_scheme(url: &str) -> Option<&str> {
    if is_https(url) {
        return url.get(8..);
    }
    url.get(..7)
        .filter(|scheme| scheme.eq_ignore_ascii_case("http://"))
        .and_then(|_| url.get(7..))
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
    fn a_key_travels_encrypted_or_not_at_all() {
        assert_eq!(
            at("http://example.com/v1", "k").fault(),
            Some(Fault::KeyInTheClear)
        );
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
