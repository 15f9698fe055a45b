//! What went wrong with a request, in words for a person: what happened and what to do.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::Ending;
use crate::http::{Endpoint, Headers};
use crate::provider_error::ProviderError;
use crate::retry::{UnixMillis, asked_wait};

/// Why a run could not go on, in words for a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
    fn new(code: &str, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self {
            code: code.to_owned(),
            message: message.into(),
            hint: hint.into(),
        }
    }

    /// No response came: the connection failed before the response's head.
    pub fn of_connection(endpoint: &Endpoint, asker: Asker<'_>) -> Self {
        let host = named(&endpoint.authority());
        match asker {
            Asker::Page { online: false, .. } if !is_loopback(endpoint) => Self::new(
                "offline",
                "This device is offline.",
                "Connect to a network, then try again; what had settled is kept.",
            ),
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
            );
        }
        let hint = if is_loopback(endpoint) {
            let permission = if secure_page {
                " and that this page may reach the local network (the browser's site settings)"
            } else {
                ""
            };
            format!(
                "Check that the server is running, that it allows the origin {origin} (CORS; for \
                 Ollama set OLLAMA_ORIGINS={origin}){permission}."
            )
        } else {
            format!(
                "Check the address. If it is right, the server does not allow the origin {origin} \
                 (CORS): allow it there, or use an endpoint that does."
            )
        };
        Self::new(
            "blocked",
            format!("The browser could not reach {host}, or may not read what it answers."),
            hint,
        )
    }

    /// A response came with an error status. `body` is its body or the first kilobytes of it.
    pub fn of_status(
        endpoint: &Endpoint,
        status: u16,
        headers: Headers<'_>,
        body: &[u8],
        now: UnixMillis,
    ) -> Self {
        let host = named(&endpoint.authority());
        let error = serde_json::from_slice::<Value>(body)
            .ok()
            .and_then(|body| ProviderError::in_body(&body));
        let is_page = error.is_none() && looks_like_markup(headers, body);
        let said = error.as_ref().map_or_else(String::new, |error| {
            format!(" It says: {}", quoted(&error.message, endpoint))
        });
        let code = error
            .as_ref()
            .and_then(|error| error.code.as_deref())
            .unwrap_or_default();
        let words = error.as_ref().map_or_else(String::new, |error| {
            format!("{code} {}", error.message).to_ascii_lowercase()
        });
        let any = |needles: &[&str]| needles.iter().any(|needle| words.contains(needle));

        match status {
            401 | 407 => Self::wrong_key(endpoint, &host, &said),
            400 | 403 if any(&["api key", "api_key", "apikey"]) => {
                Self::wrong_key(endpoint, &host, &said)
            }
            402 => Self::out_of_credit(&host, &said),
            429 if any(&["insufficient_quota", "credit", "billing"]) => {
                Self::out_of_credit(&host, &said)
            }
            429 => Self::rate_limited(&host, &said, asked_wait(headers, now)),
            413 => Self::too_large(&host, &said),
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
                Self::too_large(&host, &said)
            }
            // A proxy's or a host's own page, not a model server's answer.
            _ if is_page && status < 500 => Self::not_an_api(&host, status),
            403 => Self::new(
                "wrong-key",
                format!("{host} does not allow this key to do that (HTTP 403).{said}"),
                "Use a key that may use this model, or another model.",
            ),
            400 | 404 | 410 if any(&["model"]) && !any(&["parameter", "schema"]) => Self::new(
                "not-found",
                format!("{host} does not know that model (HTTP {status}).{said}"),
                "Choose a model from the endpoint's list.",
            ),
            404 | 405 | 410 => Self::new(
                "not-found",
                format!("{host} has nothing at this address (HTTP {status}).{said}"),
                "Check the base address (it usually ends in /v1) and the wire.",
            ),
            408 | 504 => Self::new(
                "timed-out",
                format!("{host} gave up waiting (HTTP {status}).{said}"),
                "Try again; if it happens again, ask for less at a time.",
            ),
            500.. => Self::new(
                "server-error",
                format!("{host} failed (HTTP {status}).{said}"),
                "Try again in a moment; what had settled is kept.",
            ),
            300..400 => Self::new(
                "not-found",
                format!("{host} answers that the API is elsewhere (HTTP {status}).{said}"),
                "Check the base address.",
            ),
            _ => Self::new(
                "bad-request",
                format!("{host} does not take this request (HTTP {status}).{said}"),
                "Check the wire and the model's abilities (strict output, tools) in the settings.",
            ),
        }
    }

    fn wrong_key(endpoint: &Endpoint, host: &str, said: &str) -> Self {
        match &endpoint.api_key {
            Some(key) if !key.is_empty() => Self::new(
                "wrong-key",
                format!("{host} does not accept the key.{said}"),
                "Check the key: whole, not expired, and of this provider.",
            ),
            _ => Self::new(
                "wrong-key",
                format!("{host} asks for a key, and none is set.{said}"),
                "Enter a key for this endpoint.",
            ),
        }
    }

    fn out_of_credit(host: &str, said: &str) -> Self {
        Self::new(
            "out-of-credit",
            format!("The account at {host} has no credit or quota left.{said}"),
            "Add credit at the provider, or use another endpoint.",
        )
    }

    fn too_large(host: &str, said: &str) -> Self {
        Self::new(
            "too-large",
            format!("The question is longer than the model at {host} can take.{said}"),
            "Ask for less at a time, or choose a model with a larger context.",
        )
    }

    fn rate_limited(host: &str, said: &str, wait: Option<Duration>) -> Self {
        let hint = match wait {
            Some(wait) if !wait.is_zero() => {
                format!("Try again in {}; what had settled is kept.", spoken(wait))
            }
            _ => "Wait a little, then try again; what had settled is kept.".to_owned(),
        };
        let message = format!("{host} takes no more requests for now (HTTP 429).{said}");
        Self::new("rate-limited", message, hint)
    }

    fn not_an_api(host: &str, status: u16) -> Self {
        Self::new(
            "not-an-api",
            format!("{host} answered with a web page (HTTP {status}), not as a model's API."),
            "Check the base address: it is the API's root, often ending in /v1, not the website.",
        )
    }

    /// Nothing came for `waited`: before the response (`began` false) or within the answer.
    pub fn of_silence(endpoint: &Endpoint, waited: Duration, began: bool) -> Self {
        let host = named(&endpoint.authority());
        let waited = spoken(waited);
        let message = if began {
            format!("{host} went silent for {waited} in the middle of its answer.")
        } else {
            format!("{host} has not begun to answer within {waited}.")
        };
        Self::new(
            "timed-out",
            message,
            "Try again; what had settled is kept. A server that still loads its model needs time.",
        )
    }

    /// An answer ended in a way that does not fulfil the request; `None` if it ended well.
    pub fn of_ending(endpoint: &Endpoint, ending: &Ending) -> Option<Self> {
        let host = named(&endpoint.authority());
        Some(match ending {
            Ending::Complete | Ending::ToolCalls => return None,
            Ending::Length => Self::new(
                "length",
                "The answer reached its token limit before it was finished.",
                "Raise the limit, or ask for less at a time; what had settled is kept.",
            ),
            Ending::Refused => Self::new(
                "refused",
                "The model declined to answer.",
                "Look at what was asked, or try another model.",
            ),
            Ending::Truncated => Self::new(
                "cut-off",
                format!("The answer of {host} stopped in the middle."),
                "Try again: what had settled is kept, and only the rest is asked for.",
            ),
            Ending::Aborted => Self::new("stopped", "Stopped.", "What had settled is kept."),
            Ending::Error { code, message } => {
                return Some(Self::of_error(endpoint, &host, code.as_deref(), message));
            }
        })
    }

    fn of_error(endpoint: &Endpoint, host: &str, code: Option<&str>, message: &str) -> Self {
        let said = format!(" It says: {}", quoted(message, endpoint));
        let words = format!("{} {message}", code.unwrap_or_default()).to_ascii_lowercase();
        let any = |needles: &[&str]| needles.iter().any(|needle| words.contains(needle));
        match code {
            Some("not-an-api") => Self::new(
                "not-an-api",
                sentence(message) + ".",
                "Check the base address and the wire.",
            ),
            Some("on-device") => Self::new(
                "on-device",
                sentence(message) + ".",
                "Try again, or choose another model in the settings; what had settled is kept.",
            ),
            Some("bad-answer") => Self::new(
                "bad-answer",
                sentence(message) + ".",
                "Try again; if it happens again, check the wire in the settings.",
            ),
            _ if any(&["insufficient_quota", "billing", "credit"]) => {
                Self::out_of_credit(host, &said)
            }
            _ if any(&["rate_limit", "rate limit", "429"]) => Self::rate_limited(host, &said, None),
            _ if any(&["api key", "api_key", "unauthorized", "authentication"]) => {
                Self::wrong_key(endpoint, host, &said)
            }
            _ if any(&[
                "context_length",
                "context length",
                "context window",
                "context size",
            ]) =>
            {
                Self::too_large(host, &said)
            }
            _ => Self::new(
                "server-error",
                format!("{host} reported an error.{said}"),
                "Try again in a moment; what had settled is kept.",
            ),
        }
    }
}

/// The host for a sentence.
fn named(authority: &str) -> String {
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

/// A wait as people say it.
fn spoken(wait: Duration) -> String {
    let seconds = wait.as_millis().div_ceil(1000);
    match seconds {
        0 | 1 => "1 second".to_owned(),
        2..120 => format!("{seconds} seconds"),
        120..7200 => format!("{} minutes", seconds.div_ceil(60)),
        _ => format!("{} hours", seconds.div_ceil(3600)),
    }
}

#[cfg(test)]
#[path = "failure_tests.rs"]
mod tests;
