//! What went wrong with a request, in words for a person: what happened and what to do.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::Ending;
use crate::http::{Endpoint, Headers};
use crate::provider_error::ProviderError;
use crate::retry::{UnixMillis, asked_wait};
use crate::terms::Terms;

/// Why a run could not go on, in words for a person.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    /// A stable kebab-case name:
    ///
    /// | code | what happened |
    /// | --- | --- |
    /// | `wrong-key` | the key is missing, wrong, or not allowed to do this |
    /// | `not-found` | the address or the model does not exist there |
    /// | `blocked` | the browser may not talk to that address (CORS, mixed content, local network) |
    /// | `offline` | this device has no network |
    /// | `unreachable` | nothing answers at that address |
    /// | `rate-limited` | too many requests; may pass by waiting |
    /// | `out-of-credit` | the account has no credit or quota left |
    /// | `too-large` | the question is longer than the model's context |
    /// | `bad-request` | the provider does not take the request as it is |
    /// | `server-error` | the provider failed |
    /// | `not-an-api` | a web page or something else answered, not a model |
    /// | `timed-out` | the server went silent |
    /// | `cut-off` | the answer stopped in the middle |
    /// | `length` | the answer reached its token limit |
    /// | `refused` | the model or a filter declined |
    /// | `bad-answer` | the answer cannot be read |
    /// | `stopped` | the person stopped it |
    pub code: String,
    /// What happened, in one sentence or two.
    pub message: String,
    /// What to do, in one sentence or two.
    pub hint: String,
    /// What both are made of.
    #[serde(default)]
    pub terms: Box<Terms>,
}

/// Who asks, which decides what a failed connection can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asker<'a> {
    /// A page in a browser, which does not tell a page why a connection failed.
    Page {
        /// The page's origin, such as `https://example.com`.
        origin: &'a str,
        /// Whether the browser believes that there is a network.
        online: bool,
    },
    /// A native program.
    Native {
        /// What the operating system or the HTTP client said.
        account: &'a str,
    },
}

impl Failure {
    /// A failure whose words have no names.
    pub fn new(code: &str, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self {
            code: code.to_owned(),
            message: message.into(),
            hint: hint.into(),
            terms: Box::default(),
        }
    }

    /// The same, its message and its hint named.
    #[must_use]
    pub fn named(mut self, message: &str, hint: &str) -> Self {
        message.clone_into(&mut self.terms.message);
        hint.clone_into(&mut self.terms.hint);
        self
    }

    /// The same, with what stands in its words under a name.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.terms.facts.push((name.to_owned(), value.into()));
        self
    }

    /// The same, with what the provider says of it.
    pub(crate) fn saying(mut self, words: Option<String>) -> Self {
        let Some(words) = words else { return self };
        self.message.push_str(" It says: ");
        self.message.push_str(&words);
        self.with("said", words)
    }

    /// The same, with a span of time that stands in its words.
    fn lasting(self, span: Duration) -> Self {
        let (count, unit) = in_units(span);
        self.with("count", count.to_string()).with("unit", unit)
    }

    /// No response came: the connection failed before the response's head.
    pub fn of_connection(endpoint: &Endpoint, asker: Asker<'_>) -> Self {
        let host = called(&endpoint.authority());
        match asker {
            Asker::Page { online: false, .. } if !is_loopback(endpoint) => Self::new(
                "offline",
                "This device is offline.",
                "Connect to a network, then try again; what had settled is kept.",
            )
            .named("offline", "connect"),
            Asker::Page { origin, .. } => Self::blocked(endpoint, &host, origin),
            Asker::Native { account } => Self::new(
                "unreachable",
                format!("Nothing answers at {host}: {}.", sentence(account)),
                "Check the address, and that the server is running.",
            ),
        }
    }

    fn blocked(endpoint: &Endpoint, host: &str, origin: &str) -> Self {
        let plain = endpoint.http_url().starts_with("http://");
        let secure_page = origin.starts_with("https://");
        if plain && secure_page && !is_loopback(endpoint) {
            return Self::new(
                "blocked",
                format!("The browser does not let this https page talk to {host} over http."),
                "Give the address with https://, or open this page from the same network over http.",
            )
            .named("no-plain-http", "give-https")
            .with("host", endpoint.authority());
        }
        let (name, hint) = if is_loopback(endpoint) {
            let (name, permission) = if secure_page {
                (
                    "check-own-server-and-permission",
                    " and that this page may reach the local network (the browser's site settings)",
                )
            } else {
                ("check-own-server", "")
            };
            let hint = format!(
                "Check that the server is running, that it allows the origin {origin} (CORS; for \
                 Ollama set OLLAMA_ORIGINS={origin}){permission}."
            );
            (name, hint)
        } else {
            let hint = format!(
                "Check the address. If it is right, the server does not allow the origin {origin} \
                 (CORS): allow it there, or use an endpoint that does."
            );
            ("check-address-and-origin", hint)
        };
        Self::new(
            "blocked",
            format!("The browser could not reach {host}, or may not read what it answers."),
            hint,
        )
        .named("blocked", name)
        .with("host", endpoint.authority())
        .with("origin", origin)
    }

    /// A response came with an error status. `body` is its body or the first kilobytes of it.
    pub fn of_status(
        endpoint: &Endpoint,
        status: u16,
        headers: Headers<'_>,
        body: &[u8],
        now: UnixMillis,
    ) -> Self {
        let host = called(&endpoint.authority());
        let error = serde_json::from_slice::<Value>(body)
            .ok()
            .and_then(|body| ProviderError::in_body(&body));
        let is_page = error.is_none() && looks_like_markup(headers, body);
        let said = error.as_ref().map(|error| quoted(&error.message, endpoint));
        let code = error
            .as_ref()
            .and_then(|error| error.code.as_deref())
            .unwrap_or_default();
        let words = error.as_ref().map_or_else(String::new, |error| {
            format!("{code} {}", error.message).to_ascii_lowercase()
        });
        let any = |needles: &[&str]| needles.iter().any(|needle| words.contains(needle));

        let failure = match status {
            401 | 407 => Self::wrong_key(endpoint, &host),
            400 | 403 if any(&["api key", "api_key", "apikey"]) => Self::wrong_key(endpoint, &host),
            402 => Self::out_of_credit(&host),
            429 if any(&["insufficient_quota", "credit", "billing"]) => Self::out_of_credit(&host),
            429 => Self::rate_limited(&host, asked_wait(headers, now)),
            413 => Self::too_large(&host),
            400 | 422 | 500
                if any(&[
                    "context_length",
                    "context length",
                    "context window",
                    "context size",
                    "prompt is too long",
                    "too many tokens",
                    "maximum context",
                ]) =>
            {
                Self::too_large(&host)
            }
            // A proxy's or a host's own page, not a model server's answer.
            _ if is_page && status < 500 => Self::not_an_api(&host, status),
            403 => Self::new(
                "wrong-key",
                format!("{host} does not allow this key to do that (HTTP 403)."),
                "Use a key that may use this model, or another model.",
            )
            .named("key-not-allowed", "use-other-key"),
            400 | 404 | 410 if any(&["model"]) && !any(&["parameter", "schema"]) => Self::new(
                "not-found",
                format!("{host} does not know that model (HTTP {status})."),
                "Choose a model from the endpoint's list.",
            )
            .named("model-unknown", "choose-listed-model"),
            404 | 405 | 410 => Self::new(
                "not-found",
                format!("{host} has nothing at this address (HTTP {status})."),
                "Check the base address (it usually ends in /v1) and the wire.",
            )
            .named("nothing-there", "check-base-and-wire"),
            408 | 504 => Self::new(
                "timed-out",
                format!("{host} gave up waiting (HTTP {status})."),
                "Try again; if it happens again, ask for less at a time.",
            )
            .named("gave-up", "ask-less"),
            500.. => Self::new(
                "server-error",
                format!("{host} failed (HTTP {status})."),
                "Try again in a moment; what had settled is kept.",
            )
            .named("server-failed", "in-a-moment"),
            300..400 => Self::new(
                "not-found",
                format!("{host} answers that the API is elsewhere (HTTP {status})."),
                "Check the base address.",
            )
            .named("moved", "check-base"),
            _ => Self::new(
                "bad-request",
                format!("{host} does not take this request (HTTP {status})."),
                "Check the wire and the model's abilities (strict output, tools) in the settings.",
            )
            .named("not-taken", "check-abilities"),
        };
        failure
            .saying(said)
            .with("host", endpoint.authority())
            .with("status", status.to_string())
    }

    fn wrong_key(endpoint: &Endpoint, host: &str) -> Self {
        match &endpoint.api_key {
            Some(key) if !key.is_empty() => Self::new(
                "wrong-key",
                format!("{host} does not accept the key."),
                "Check the key: whole, not expired, and of this provider.",
            )
            .named("key-refused", "check-key"),
            _ => Self::new(
                "wrong-key",
                format!("{host} asks for a key, and none is set."),
                "Enter a key for this endpoint.",
            )
            .named("key-missing", "enter-key"),
        }
    }

    fn out_of_credit(host: &str) -> Self {
        Self::new(
            "out-of-credit",
            format!("The account at {host} has no credit or quota left."),
            "Add credit at the provider, or use another endpoint.",
        )
        .named("out-of-credit", "add-credit")
    }

    fn too_large(host: &str) -> Self {
        Self::new(
            "too-large",
            format!("The question is longer than the model at {host} can take."),
            "Ask for less at a time, or choose a model with a larger context.",
        )
        .named("too-large", "ask-less-or-larger")
    }

    fn rate_limited(host: &str, wait: Option<Duration>) -> Self {
        let message = format!("{host} takes no more requests for now (HTTP 429).");
        match wait {
            Some(wait) if !wait.is_zero() => {
                let hint = format!("Try again in {}; what had settled is kept.", spoken(wait));
                Self::new("rate-limited", message, hint)
                    .named("rate-limited", "wait-for")
                    .lasting(wait)
            }
            _ => Self::new(
                "rate-limited",
                message,
                "Wait a little, then try again; what had settled is kept.",
            )
            .named("rate-limited", "wait"),
        }
    }

    fn not_an_api(host: &str, status: u16) -> Self {
        Self::new(
            "not-an-api",
            format!("{host} answered with a web page (HTTP {status}), not as a model's API."),
            "Check the base address: it is the API's root, often ending in /v1, not the website.",
        )
        .named("web-page", "check-root")
    }

    /// Nothing came for `waited`: before the response (`began` false) or within the answer.
    pub fn of_silence(endpoint: &Endpoint, waited: Duration, began: bool) -> Self {
        let host = called(&endpoint.authority());
        let span = spoken(waited);
        let (name, message) = if began {
            (
                "went-silent",
                format!("{host} went silent for {span} in the middle of its answer."),
            )
        } else {
            (
                "not-begun",
                format!("{host} has not begun to answer within {span}."),
            )
        };
        Self::new(
            "timed-out",
            message,
            "Try again; what had settled is kept. A server that still loads its model needs time.",
        )
        .named(name, "give-it-time")
        .lasting(waited)
        .with("host", endpoint.authority())
    }

    /// An answer ended in a way that does not fulfil the request; `None` if it ended well.
    pub fn of_ending(endpoint: &Endpoint, ending: &Ending) -> Option<Self> {
        let host = called(&endpoint.authority());
        let failure = match ending {
            Ending::Complete | Ending::ToolCalls => return None,
            Ending::Length => Self::new(
                "length",
                "The answer reached its token limit before it was finished.",
                "Raise the limit, or ask for less at a time; what had settled is kept.",
            )
            .named("length", "raise-length"),
            Ending::Refused => Self::new(
                "refused",
                "The model declined to answer.",
                "Look at what was asked, or try another model.",
            )
            .named("declined", "look-at-question"),
            Ending::Truncated => Self::new(
                "cut-off",
                format!("The answer of {host} stopped in the middle."),
                "Try again: what had settled is kept, and only the rest is asked for.",
            )
            .named("cut-off", "ask-the-rest"),
            Ending::Aborted => Self::new("stopped", "Stopped.", "What had settled is kept.")
                .named("stopped", "kept"),
            Ending::Error { code, message } => {
                Self::of_error(endpoint, &host, code.as_deref(), message)
            }
        };
        Some(failure.with("host", endpoint.authority()))
    }

    fn of_error(endpoint: &Endpoint, host: &str, code: Option<&str>, message: &str) -> Self {
        let words = format!("{} {message}", code.unwrap_or_default()).to_ascii_lowercase();
        let any = |needles: &[&str]| needles.iter().any(|needle| words.contains(needle));
        let failure = match code {
            Some("not-an-api") => {
                let told = whole_sentence(message);
                return Self::new(
                    "not-an-api",
                    told.as_str(),
                    "Check the base address and the wire.",
                )
                .named("not-an-api", "check-base-or-wire")
                .with("words", told);
            }
            // The page itself has said it, in the language that it speaks.
            Some("on-device") => {
                return Self::new(
                    "on-device",
                    whole_sentence(message),
                    "Try again, or choose another model in the settings; what had settled is kept.",
                )
                .named("", "other-model");
            }
            Some("bad-answer") => {
                let told = whole_sentence(message);
                return Self::new(
                    "bad-answer",
                    told.as_str(),
                    "Try again; if it happens again, check the wire in the settings.",
                )
                .named("bad-answer", "check-wire")
                .with("words", told);
            }
            _ if any(&["insufficient_quota", "billing", "credit"]) => Self::out_of_credit(host),
            _ if any(&["rate_limit", "rate limit", "429"]) => Self::rate_limited(host, None),
            _ if any(&["api key", "api_key", "unauthorized", "authentication"]) => {
                Self::wrong_key(endpoint, host)
            }
            _ if any(&[
                "context_length",
                "context length",
                "context window",
                "context size",
            ]) =>
            {
                Self::too_large(host)
            }
            _ => Self::new(
                "server-error",
                format!("{host} reported an error."),
                "Try again in a moment; what had settled is kept.",
            )
            .named("reported", "in-a-moment"),
        };
        failure.saying(Some(quoted(message, endpoint)))
    }
}

/// The host for a sentence.
fn called(authority: &str) -> String {
    if authority.is_empty() {
        "The endpoint".to_owned()
    } else {
        authority.to_owned()
    }
}

/// Whether the endpoint is on this device.
fn is_loopback(endpoint: &Endpoint) -> bool {
    let authority = endpoint.authority();
    let host = match authority.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => authority.split(':').next().unwrap_or_default(),
    };
    host == "localhost" || host.ends_with(".localhost") || host.starts_with("127.") || host == "::1"
}

fn looks_like_markup(headers: Headers<'_>, body: &[u8]) -> bool {
    let is_html = headers
        .get("content-type")
        .is_some_and(|kind| kind.contains("html"));
    let text = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    is_html || text.trim_ascii_start().first() == Some(&b'<')
}

/// A provider's words, fit for one line of ours: short, on one line, and without the key, which
/// some servers repeat.
fn quoted(message: &str, endpoint: &Endpoint) -> String {
    const LONGEST: usize = 300;
    let mut words = message.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some(key) = endpoint.api_key.as_deref().filter(|key| key.len() >= 8) {
        words = words.replace(key, "…");
    }
    if words.chars().count() > LONGEST {
        words = words.chars().take(LONGEST).collect();
        words.push('…');
    }
    words
}

/// Words without the full stop, which the sentence around them has.
fn sentence(words: &str) -> String {
    words.trim().trim_end_matches('.').to_owned()
}

/// Words with a full stop at the end, whichever their language has.
fn whole_sentence(words: &str) -> String {
    let words = sentence(words);
    if words.ends_with('。') {
        words
    } else {
        words + "."
    }
}

/// A wait as people say it.
fn spoken(wait: Duration) -> String {
    match in_units(wait) {
        (1, _) => "1 second".to_owned(),
        (count, unit) => format!("{count} {unit}"),
    }
}

/// A wait in the unit that fits it. Only of seconds it can be a single one.
fn in_units(wait: Duration) -> (u128, &'static str) {
    let seconds = wait.as_millis().div_ceil(1000);
    match seconds {
        0 | 1 => (1, "seconds"),
        2..120 => (seconds, "seconds"),
        120..7200 => (seconds.div_ceil(60), "minutes"),
        _ => (seconds.div_ceil(3600), "hours"),
    }
}

#[cfg(test)]
#[path = "failure_tests.rs"]
mod tests;
