//! Which pages may show the widget: the deployment says so in `/embed-origins.json`.
//!
//! ```json
//! { "origins": ["https://docs.example.org", "https://*.example.com"] }
//! ```
//!
//! `*` alone stands for every page, also one without an origin. This is what the widget holds
//! itself to; the browser holds it to `frame-ancestors`, which a deployment should set alike.

use serde::Deserialize;

/// The pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origins(Vec<Pattern>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Pattern {
    /// Every page.
    Any,
    /// This origin.
    One(String),
    /// What is below a name: `https://`, and `.example.com` with its port.
    Below(String, String),
}

/// Why the file says nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// It is not written so.
    #[error("it is not of the form {{\"origins\": [\"https://docs.example.org\"]}}")]
    Form,
    /// An entry is no origin.
    #[error(
        "`{0}` is no origin: write https://docs.example.org, https://*.example.org or *, in lower case and without a path"
    )]
    Entry(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    origins: Vec<String>,
}

impl Origins {
    /// Every page: what holds where the deployment says nothing.
    pub fn any() -> Self {
        Self(vec![Pattern::Any])
    }

    /// No page: what holds where the file cannot be read.
    pub fn none() -> Self {
        Self(Vec::new())
    }

    /// Reads the file.
    ///
    /// # Errors
    ///
    /// Says what of it cannot be understood. Nothing is guessed: the widget is to refuse everybody
    /// then.
    pub fn read(json: &str) -> Result<Self, Unreadable> {
        let file: File = serde_json::from_str(json).map_err(|_| Unreadable::Form)?;
        let patterns = file
            .origins
            .into_iter()
            .map(|entry| pattern(&entry).ok_or(Unreadable::Entry(entry)));
        patterns.collect::<Result<_, _>>().map(Self)
    }

    /// Whether every page may.
    pub fn is_any(&self) -> bool {
        self.0.contains(&Pattern::Any)
    }

    /// Whether a page of this origin may, as the browser writes origins.
    pub fn allows(&self, origin: &str) -> bool {
        self.0.iter().any(|pattern| match pattern {
            Pattern::Any => true,
            Pattern::One(one) => one == origin,
            Pattern::Below(scheme, rest) => origin
                .strip_prefix(scheme.as_str())
                .and_then(|host| host.strip_suffix(rest.as_str()))
                .is_some_and(|below| !below.is_empty() && below.chars().all(is_of_name)),
        })
    }
}

/// Reads an entry; nothing, if it is none.
fn pattern(entry: &str) -> Option<Pattern> {
    if entry == "*" {
        return Some(Pattern::Any);
    }
    let scheme = ["https://", "http://"]
        .into_iter()
        .find(|scheme| entry.starts_with(scheme))?;
    let host = entry.strip_prefix(scheme)?;
    match host.strip_prefix('*') {
        Some(rest) => {
            let name = rest.strip_prefix('.')?;
            is_host(name).then(|| Pattern::Below(scheme.to_owned(), rest.to_owned()))
        }
        None => is_host(host).then(|| Pattern::One(entry.to_owned())),
    }
}

/// Whether it is a name or an address with or without a port, and nothing else.
fn is_host(host: &str) -> bool {
    let (name, port) = match host.strip_prefix('[') {
        Some(rest) => match rest.split_once(']') {
            Some((name, port)) => (
                name,
                port.strip_prefix(':').or((!port.is_empty()).then_some("?")),
            ),
            None => return false,
        },
        None => match host.split_once(':') {
            Some((name, port)) => (name, Some(port)),
            None => (host, None),
        },
    };
    let is_name = |c: char| is_of_name(c) || (host.starts_with('[') && c == ':');
    !name.is_empty()
        && name.chars().all(is_name)
        && port.is_none_or(|port| !port.is_empty() && port.bytes().all(|b| b.is_ascii_digit()))
}

fn is_of_name(c: char) -> bool {
    c.is_ascii_lowercase() || c.is_ascii_digit() || c == '.' || c == '-'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(entries: &[&str]) -> Origins {
        let json = serde_json::json!({ "origins": entries }).to_string();
        Origins::read(&json).unwrap()
    }

    #[test]
    fn only_what_is_listed_is_allowed() {
        let origins = of(&["https://docs.example.org", "http://localhost:8080"]);
        assert!(origins.allows("https://docs.example.org"));
        assert!(origins.allows("http://localhost:8080"));
        for other in [
            "http://docs.example.org",
            "https://docs.example.org:8443",
            "https://docs.example.org.evil.test",
            "https://evil.test/https://docs.example.org",
            "https://example.org",
            "http://localhost",
            "null",
            "",
        ] {
            assert!(!origins.allows(other), "{other}");
        }
        assert!(!of(&[]).allows("https://docs.example.org"));
    }

    #[test]
    fn a_star_stands_for_what_is_below_a_name() {
        let origins = of(&["https://*.example.org"]);
        assert!(
            origins.allows("https://a.example.org") && origins.allows("https://a.b.example.org")
        );
        for other in [
            "https://example.org",
            "https://.example.org",
            "https://aexample.org",
            "http://a.example.org",
            "https://a.example.org:1",
            "https://evil.test/.example.org",
            "https://evil.test#.example.org",
        ] {
            assert!(!origins.allows(other), "{other}");
        }
    }

    #[test]
    fn a_star_alone_is_everybody() {
        assert!(Origins::any().allows("null") && of(&["*"]).is_any());
    }

    #[test]
    fn what_cannot_be_understood_is_not_guessed() {
        for entry in [
            "example.org",
            "https://",
            "https://example.org/",
            "https://Example.org",
            "https://*example.org",
            "https://a.*.org",
            "https://*",
            "https://example.org:",
            "https://example.org:x",
            "https://[::1",
            "https://[::1]x",
            "javascript://x",
            "**",
            "",
        ] {
            let json = serde_json::json!({ "origins": [entry] }).to_string();
            assert_eq!(
                Origins::read(&json),
                Err(Unreadable::Entry(entry.to_owned()))
            );
        }
        for file in [
            "",
            "[]",
            "{}",
            r#"{"origins":"*"}"#,
            r#"{"origins":[],"x":1}"#,
        ] {
            assert_eq!(Origins::read(file), Err(Unreadable::Form), "{file}");
        }
        assert!(of(&["http://[::1]:8080"]).allows("http://[::1]:8080"));
    }
}
