//! Signing in with `OpenRouter` by OAuth PKCE (RFC 7636): the person says there that this page may have a
//! key, and comes back with a code, which this page alone can change for the key.
//!
//! Follows <https://openrouter.ai/docs/guides/overview/auth/oauth>. Pure: whoever uses it makes the secrets,
//! goes to the address and sends the request.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::provider_error::ProviderError;
use crate::{Failure, HttpRequest};

/// The root of `OpenRouter`'s API.
pub const API: &str = "https://openrouter.ai/api/v1";

/// What marks the address that the person comes back to.
pub const MARK: &str = "signin=openrouter";

/// Where the person is asked. `page` is this page's address without query and fragment; `challenge` is the
/// base64url of the SHA-256 of the verifier; `state` comes back with the person.
pub fn address(page: &str, challenge: &str, state: &str) -> String {
    let back = format!("{page}?{MARK}&state={state}");
    format!(
        "https://openrouter.ai/auth?callback_url={}&code_challenge={}&code_challenge_method=S256",
        escaped(&back),
        escaped(challenge),
    )
}

/// The code with which a person came back, by the address's query and the state that was sent along.
///
/// # Errors
/// If this page sent nobody there, if the state is another one, or if the person or `OpenRouter` has said
/// no: in words.
pub fn code(query: &str, state: Option<&str>) -> Result<String, Failure> {
    let failed = |message: &str, hint: &str| Failure::new("sign-in", message, hint);
    let query = query.strip_prefix('?').unwrap_or(query);
    let value = |name: &str| {
        query
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .find(|(key, _)| *key == name)
            .map(|(_, value)| unescaped(value))
    };
    let Some(state) = state else {
        return Err(failed(
            "This tab has not begun to sign in with OpenRouter, so nothing was taken from the address.",
            "Begin again here: “Sign in with OpenRouter”.",
        )
        .named("sign-in-not-begun", "begin-sign-in"));
    };
    if value("state").as_deref() != Some(state) {
        return Err(failed(
            "The answer of the sign-in is not to the question of this tab, so it was not used.",
            "Begin again here: “Sign in with OpenRouter”. If you did not follow a link from there, somebody else made it.",
        )
        .named("sign-in-of-another", "begin-sign-in-warily"));
    }
    if let Some(error) = value("error") {
        if error == "access_denied" {
            return Err(failed(
                "You did not allow it at OpenRouter. There is no key.",
                "Sign in again and allow it, or enter a key by hand.",
            )
            .named("sign-in-denied", "sign-in-and-allow"));
        }
        let words = short(&value("error_description").unwrap_or(error));
        return Err(failed(
            &format!("OpenRouter refused: {words}."),
            "Try again, or enter a key by hand.",
        )
        .named("sign-in-refused", "try-or-enter-key")
        .with("words", words));
    }
    match value("code") {
        Some(code) if !code.is_empty() => Ok(code),
        _ => Err(failed(
            "The sign-in was cancelled. There is no key.",
            "Sign in again, or enter a key by hand.",
        )
        .named("sign-in-cancelled", "sign-in-or-enter-key")),
    }
}

/// The request that changes a code for a key.
pub fn exchange(code: &str, verifier: &str) -> HttpRequest {
    let body = json!({
        "code": code,
        "code_verifier": verifier,
        "code_challenge_method": "S256",
    });
    HttpRequest::post(format!("{API}/auth/keys"), None, &body)
}

/// The key of an answer to [`exchange`].
///
/// # Errors
/// If there is none: in words.
pub fn key(status: u16, body: &[u8]) -> Result<String, Failure> {
    let body: Option<Value> = serde_json::from_slice(body).ok();
    let key = body.as_ref().and_then(|body| body.get("key")?.as_str());
    if let (200..300, Some(key)) = (status, key)
        && !key.is_empty()
    {
        return Ok(key.to_owned());
    }
    let said = body.as_ref().and_then(ProviderError::in_body);
    let (name, hint) = match status {
        403 => (
            "sign-in-anew",
            "The code was used already or has expired: sign in again.",
        ),
        _ => (
            "sign-in-or-enter-key",
            "Sign in again, or enter a key by hand.",
        ),
    };
    let message = format!("OpenRouter gave no key (HTTP {status}).");
    Err(Failure::new("sign-in", message, hint)
        .named("sign-in-no-key", name)
        .with("status", status.to_string())
        .saying(said.map(|error| short(&error.message))))
}

/// Somebody else's words, fit for one line of ours.
fn short(words: &str) -> String {
    let words: Vec<_> = words.split_whitespace().collect();
    let words: String = words.join(" ").chars().take(200).collect();
    words.trim_end_matches('.').to_owned()
}

/// A value of a query, as RFC 3986 has it.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

fn unescaped(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'+' => bytes.push(b' '),
            b'%' => {
                let mut ahead = rest.clone();
                let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
                let pair = digit(ahead.next()).zip(digit(ahead.next()));
                let read = pair.and_then(|(high, low)| u8::try_from(high * 16 + low).ok());
                if let Some(read) = read {
                    bytes.push(read);
                    rest = ahead;
                } else {
                    bytes.push(b'%');
                }
            }
            byte => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_sent_there_and_back_to_this_page() {
        assert_eq!(
            address("https://a.example/docs", "Q-_x", "s1"),
            "https://openrouter.ai/auth?callback_url=https%3A%2F%2Fa.example%2Fdocs%3Fsignin%3Dopenrouter%26state%3Ds1\
             &code_challenge=Q-_x&code_challenge_method=S256"
        );
    }

    #[test]
    fn a_code_is_taken_only_from_an_answer_to_this_tab() {
        let with = |query: &str| code(query, Some("s1"));
        assert_eq!(
            with("?signin=openrouter&state=s1&code=a%2Bb"),
            Ok("a+b".to_owned())
        );
        assert!(code("?signin=openrouter&state=s1&code=a", None).is_err());
        for (query, words) in [
            (
                "?signin=openrouter&state=s2&code=a",
                "not to the question of this tab",
            ),
            (
                "?signin=openrouter&code=a",
                "not to the question of this tab",
            ),
            ("?signin=openrouter&state=s1", "cancelled"),
            ("?signin=openrouter&state=s1&code=", "cancelled"),
            (
                "?signin=openrouter&state=s1&error=access_denied",
                "You did not allow it",
            ),
            (
                "?signin=openrouter&state=s1&error=x&error_description=Too+many.",
                "refused: Too many.",
            ),
        ] {
            let failure = with(query).unwrap_err();
            assert!(
                failure.message.contains(words),
                "{query}: {}",
                failure.message
            );
        }
    }

    #[test]
    fn a_code_is_changed_for_a_key() {
        let request = exchange("c", "v");
        assert_eq!(request.url, "https://openrouter.ai/api/v1/auth/keys");
        let body: Value = serde_json::from_slice(&request.body).unwrap();
        assert_eq!(
            body,
            json!({"code": "c", "code_verifier": "v", "code_challenge_method": "S256"})
        );
        assert_eq!(
            key(200, br#"{"key":"sk-or-1","user_id":"u"}"#),
            Ok("sk-or-1".to_owned())
        );
        let refused = key(
            403,
            br#"{"error":{"message":"Invalid code or code_verifier."}}"#,
        )
        .unwrap_err();
        assert!(
            refused
                .message
                .contains("It says: Invalid code or code_verifier")
        );
        assert!(refused.hint.contains("expired"));
        assert!(key(200, b"<html>").is_err());
        assert!(key(200, br#"{"key":""}"#).is_err());
    }

    #[test]
    fn a_broken_escape_is_text() {
        assert_eq!(unescaped("a%2"), "a%2");
        assert_eq!(unescaped("%zz%C3%A9"), "%zzé");
    }
}
