//! What a host may have asked of models, for as long as it shows the widget.
//!
//! A model that the host gave is asked as the host likes, if it is one that the host could ask
//! itself: over HTTPS, on the public network. Whatever else a question could reach is the person's:
//! their stored key, a server on their machine or their network, what their browser has built in.
//! That takes a click within the widget, on a sentence that names the host.

use std::net::{IpAddr, Ipv6Addr};

use crate::message::Model;

/// What was agreed.
#[derive(Debug, Clone)]
pub struct Session {
    origin: String,
    given: Option<Model>,
    is_allowed: bool,
}

/// Whether a host's wish for a model may be followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permission {
    /// By the model that the host gave.
    Given,
    /// The person has allowed it.
    Allowed,
    /// The person is to be asked.
    ToBeAsked,
}

impl Session {
    /// With a host of this origin.
    pub fn new(origin: &str, given: Option<Model>) -> Self {
        Self {
            origin: origin.to_owned(),
            given,
            is_allowed: false,
        }
    }

    /// The model that the host gave.
    pub fn given(&self) -> Option<&Model> {
        self.given.as_ref()
    }

    /// Whether a model may be asked because the host wishes so.
    pub fn permission(&self) -> Permission {
        match &self.given {
            Some(model) if is_public(&model.base_url) => Permission::Given,
            _ if self.is_allowed => Permission::Allowed,
            _ => Permission::ToBeAsked,
        }
    }

    /// The person has clicked on a sentence that names [`Session::host`].
    pub fn allow(&mut self) {
        self.is_allowed = true;
    }

    /// The host, for a sentence; none for a page without an address.
    pub fn host(&self) -> Option<&str> {
        match self.origin.as_str() {
            "null" => None,
            // Anybody can pretend to be an http: one, so that is said.
            origin => Some(origin.strip_prefix("https://").unwrap_or(origin)),
        }
    }
}

/// Whether an address is one of the public network, by HTTPS. What a name leads to is not known
/// here: names that are only used on private networks are not public.
fn is_public(base_url: &str) -> bool {
    let Some(rest) = base_url.trim().strip_prefix("https://") else {
        return false;
    };
    let authority = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    if authority.contains('@') {
        return false;
    }
    if let Some(rest) = authority.strip_prefix('[') {
        let address = rest.split(']').next().unwrap_or_default();
        return address
            .parse()
            .is_ok_and(|address| is_public_address(IpAddr::V6(address)));
    }
    let name = authority
        .split(':')
        .next()
        .unwrap_or_default()
        .trim_end_matches('.');
    if let Ok(address) = name.parse() {
        return is_public_address(address);
    }
    let last = name.rsplit('.').next().unwrap_or_default();
    // Whatever ends in a number is an address in a form that browsers understand.
    let is_number = last.starts_with("0x") || last.bytes().all(|b| b.is_ascii_digit());
    let is_private = [
        "localhost",
        "local",
        "internal",
        "home",
        "lan",
        "intranet",
        "corp",
        "test",
    ]
    .iter()
    .any(|private| last.eq_ignore_ascii_case(private));
    let is_written_plainly = name
        .bytes()
        .all(|b| b.is_ascii_alphanumeric() || b == b'.' || b == b'-');
    name.contains('.')
        && is_written_plainly
        && !is_number
        && !is_private
        && !name.to_ascii_lowercase().ends_with("home.arpa")
}

fn is_public_address(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => {
            let [first, second, ..] = v4.octets();
            // Shared address space, RFC 6598.
            let is_shared = first == 100 && (64..128).contains(&second);
            !(v4.is_private()
                || v4.is_loopback()
                || v4.is_link_local()
                || v4.is_unspecified()
                || v4.is_broadcast()
                || v4.is_multicast()
                || first == 0
                || is_shared)
        }
        IpAddr::V6(v6) => match v6.to_ipv4_mapped() {
            Some(v4) => is_public_address(IpAddr::V4(v4)),
            None => !is_private_v6(v6),
        },
    }
}

fn is_private_v6(address: Ipv6Addr) -> bool {
    address.is_loopback()
        || address.is_unspecified()
        || address.is_multicast()
        || address.is_unique_local()
        || address.is_unicast_link_local()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(base_url: &str) -> Session {
        let model = Model {
            base_url: base_url.to_owned(),
            wire: "openai-chat".to_owned(),
            model: "m".to_owned(),
            key: Some("sk-secret".to_owned()),
        };
        Session::new("https://docs.example.org", Some(model))
    }

    #[test]
    fn a_host_may_ask_what_it_could_ask_itself() {
        for address in [
            "https://api.openai.com/v1",
            "https://api.openai.com:8443/v1",
            "https://203.0.113.5/v1",
            "https://[2606:4700::1111]/v1",
        ] {
            assert_eq!(given(address).permission(), Permission::Given, "{address}");
        }
    }

    #[test]
    fn what_is_the_persons_takes_a_click() {
        for address in [
            "http://api.openai.com/v1",
            "https://localhost/v1",
            "https://ollama.localhost",
            "https://localhost.:11434",
            "https://127.0.0.1:11434",
            "https://2130706433/",
            "https://0x7f.1/",
            "https://127.1/",
            "https://10.0.0.8",
            "https://100.64.0.1",
            "https://192.168.1.20",
            "https://169.254.169.254",
            "https://[::1]:8080",
            "https://[::ffff:127.0.0.1]",
            "https://[fd00::1]",
            "https://[fe80::1]",
            "https://printer.local",
            "https://router.home.arpa",
            "https://nas",
            "https://user@api.openai.com",
            "https://127.0.0.1\\.example.org",
            "https://%6cocalhost.x",
            "on-device:prompt",
            "",
        ] {
            let mut session = given(address);
            assert_eq!(session.permission(), Permission::ToBeAsked, "{address}");
            session.allow();
            assert_eq!(session.permission(), Permission::Allowed, "{address}");
        }
        let session = Session::new("https://docs.example.org", None);
        assert_eq!(session.permission(), Permission::ToBeAsked);
    }

    #[test]
    fn a_host_is_named_as_far_as_it_is_known() {
        for (origin, host) in [
            ("https://docs.example.org", Some("docs.example.org")),
            ("http://docs.example.org", Some("http://docs.example.org")),
            ("null", None),
        ] {
            assert_eq!(Session::new(origin, None).host(), host);
        }
    }

    #[test]
    fn the_key_is_never_printed() {
        assert!(!format!("{:?}", given("https://x.org")).contains("secret"));
    }
}
