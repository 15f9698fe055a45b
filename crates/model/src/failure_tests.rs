use std::time::Duration;

use super::{Asker, Failure};
use crate::Ending;
use crate::http::{Endpoint, Headers};
use crate::retry::UnixMillis;

fn endpoint(base_url: &str) -> Endpoint {
    Endpoint {
        base_url: base_url.to_owned(),
        api_key: Some("sk-abcdefgh".to_owned()),
    }
}

fn status(status: u16, headers: &[(&str, &str)], body: &str) -> Failure {
    let headers: Vec<_> = headers
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    Failure::of_status(
        &endpoint("https://api.test/v1"),
        status,
        Headers(&headers),
        body.as_bytes(),
        UnixMillis(0),
    )
}

#[test]
fn each_cause_has_its_own_code() {
    let cases: &[(u16, &str, &str)] = &[
        (
            401,
            r#"{"error":{"message":"Incorrect API key"}}"#,
            "wrong-key",
        ),
        (
            400,
            r#"[{"error":{"code":400,"message":"API key not valid.","status":"INVALID_ARGUMENT"}}]"#,
            "wrong-key",
        ),
        (
            403,
            r#"{"error":{"message":"No access to this region"}}"#,
            "wrong-key",
        ),
        (
            402,
            r#"{"error":{"message":"Insufficient balance"}}"#,
            "out-of-credit",
        ),
        (
            429,
            r#"{"error":{"message":"You exceeded your current quota","code":"insufficient_quota"}}"#,
            "out-of-credit",
        ),
        (429, r#"{"error":{"message":"Slow down"}}"#, "rate-limited"),
        (
            404,
            r#"{"error":{"message":"The model `x` does not exist","code":"model_not_found"}}"#,
            "not-found",
        ),
        (404, r#"{"detail":"Not Found"}"#, "not-found"),
        (404, "<!doctype html><title>404</title>", "not-an-api"),
        (502, "<html>Bad gateway</html>", "server-error"),
        (
            400,
            r#"{"error":{"message":"This model's maximum context length is 8192 tokens","code":"context_length_exceeded"}}"#,
            "too-large",
        ),
        (413, "", "too-large"),
        (
            400,
            r#"{"error":{"message":"Unsupported parameter: seed"}}"#,
            "bad-request",
        ),
        (503, "", "server-error"),
        (504, "", "timed-out"),
    ];
    for (code, body, expected) in cases {
        let failure = status(*code, &[], body);
        assert_eq!(failure.code, *expected, "HTTP {code} {body}");
        assert!(!failure.message.is_empty() && !failure.hint.is_empty());
    }
}

#[test]
fn a_wait_that_the_server_names_is_named_to_the_person() {
    let failure = status(429, &[("Retry-After", "90")], "{}");
    assert!(failure.hint.contains("90 seconds"), "{}", failure.hint);
}

#[test]
fn a_key_that_the_server_repeats_is_not_shown() {
    let failure = status(401, &[], r#"{"error":{"message":"Bad key: sk-abcdefgh"}}"#);
    assert!(
        !failure.message.contains("sk-abcdefgh"),
        "{}",
        failure.message
    );
}

#[test]
fn a_page_tells_offline_mixed_content_and_cors_apart() {
    let of = |base: &str, origin: &str, online: bool| {
        Failure::of_connection(&endpoint(base), Asker::Page { origin, online })
    };
    assert_eq!(
        of("https://a.test/v1", "https://app.test", false).code,
        "offline"
    );
    let mixed = of("http://10.0.0.5:8080/v1", "https://app.test", true);
    assert!(mixed.message.contains("https page"), "{}", mixed.message);
    let local = of("http://localhost:11434/v1", "https://app.test", false);
    assert_eq!(
        local.code, "blocked",
        "a server on this device needs no network"
    );
    assert!(
        local.hint.contains("OLLAMA_ORIGINS=https://app.test"),
        "{}",
        local.hint
    );
    let cors = of("https://a.test/v1", "https://app.test", true);
    assert!(cors.hint.contains("CORS"), "{}", cors.hint);
}

#[test]
fn a_native_failure_says_what_the_system_said() {
    let asker = Asker::Native {
        account: "connection refused.",
    };
    let failure = Failure::of_connection(&endpoint("http://127.0.0.1:9/v1"), asker);
    assert_eq!(failure.code, "unreachable");
    assert_eq!(
        failure.message,
        "Nothing answers at 127.0.0.1:9: connection refused."
    );
}

#[test]
fn endings_that_fulfil_the_request_are_no_failure() {
    let of = |ending: Ending| {
        let failure = Failure::of_ending(&endpoint("https://a.test"), &ending);
        failure.map(|failure| failure.code)
    };
    assert_eq!(of(Ending::Complete), None);
    assert_eq!(of(Ending::ToolCalls), None);
    assert_eq!(of(Ending::Truncated).as_deref(), Some("cut-off"));
    assert_eq!(of(Ending::Refused).as_deref(), Some("refused"));
    let error = Ending::Error {
        code: Some("rate_limit_exceeded".into()),
        message: "x".into(),
    };
    assert_eq!(of(error).as_deref(), Some("rate-limited"));
}

#[test]
fn silence_before_and_within_an_answer_are_told_apart() {
    let of = |began| {
        let waited = Duration::from_secs(45);
        Failure::of_silence(&endpoint("https://a.test"), waited, began).message
    };
    assert!(of(false).contains("not begun"));
    assert!(of(true).contains("middle"));
}
