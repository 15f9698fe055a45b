//! Failures of models, told in the language of the page. Their words come from `ichiban_model` in English,
//! with the names of the sentences ([`Terms`]); the catalogue `failures` has these in every language.

use ichiban_model::{Failure, Terms};

use crate::shell::words::{Argument, say, t, text_if};

/// What happened, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Told {
    /// What happened, in one sentence or two.
    pub(crate) message: String,
    /// What to do, in one sentence or two.
    pub(crate) hint: String,
}

/// Every message that [`Terms`] can name.
const MESSAGES: &[&str] = &[
    "failures-asks-first",
    "failures-bad-answer",
    "failures-beyond-limit",
    "failures-blocked",
    "failures-cors",
    "failures-cut-off",
    "failures-declined",
    "failures-gave-up",
    "failures-key-missing",
    "failures-key-not-allowed",
    "failures-key-refused",
    "failures-length",
    "failures-limit-reached",
    "failures-list-too-long",
    "failures-list-unreadable",
    "failures-mixed-content",
    "failures-model-unknown",
    "failures-moved",
    "failures-no-list",
    "failures-no-plain-http",
    "failures-no-wire",
    "failures-nobody-there",
    "failures-not-an-api",
    "failures-not-begun",
    "failures-not-permitted",
    "failures-not-taken",
    "failures-nothing-there",
    "failures-offline",
    "failures-out-of-credit",
    "failures-price-unknown",
    "failures-question-lost",
    "failures-question-lost-to-restart",
    "failures-question-unreadable",
    "failures-rate-limited",
    "failures-reported",
    "failures-server-failed",
    "failures-sign-in-cancelled",
    "failures-sign-in-denied",
    "failures-sign-in-no-key",
    "failures-sign-in-not-begun",
    "failures-sign-in-of-another",
    "failures-sign-in-refused",
    "failures-stopped",
    "failures-too-large",
    "failures-unsendable",
    "failures-web-page",
    "failures-went-silent",
];

/// Every hint that [`Terms`] can name.
const HINTS: &[&str] = &[
    "failures-add-credit",
    "failures-allow-by-gateway",
    "failures-allow-by-lm-studio",
    "failures-allow-by-ollama",
    "failures-allow-by-server",
    "failures-allow-by-vllm",
    "failures-answer-the-browser",
    "failures-ask-again-or-reload",
    "failures-ask-less",
    "failures-ask-less-or-larger",
    "failures-ask-the-rest",
    "failures-avoid-mixed-content",
    "failures-begin-sign-in",
    "failures-begin-sign-in-warily",
    "failures-by-hand",
    "failures-by-hand-or-check",
    "failures-check-abilities",
    "failures-check-address-and-origin",
    "failures-check-address-and-wire",
    "failures-check-base",
    "failures-check-base-and-wire",
    "failures-check-base-or-wire",
    "failures-check-key",
    "failures-check-own-server",
    "failures-check-own-server-and-permission",
    "failures-check-root",
    "failures-check-wire",
    "failures-choose-listed-model",
    "failures-choose-wire",
    "failures-connect",
    "failures-connect-and-ask",
    "failures-connect-and-test",
    "failures-enter-key",
    "failures-give-https",
    "failures-give-it-time",
    "failures-in-a-moment",
    "failures-kept",
    "failures-limit-in-tokens",
    "failures-listen-for-others",
    "failures-look-at-question",
    "failures-look-for-a-slip",
    "failures-look-for-stray-characters",
    "failures-other-model",
    "failures-permit",
    "failures-raise-length",
    "failures-raise-limit",
    "failures-raise-limit-or-wait",
    "failures-reload-mixed-page",
    "failures-sign-in-and-allow",
    "failures-sign-in-anew",
    "failures-sign-in-or-enter-key",
    "failures-start-lm-studio",
    "failures-start-ollama",
    "failures-start-own-server",
    "failures-start-vllm",
    "failures-try-or-enter-key",
    "failures-use-other-key",
    "failures-wait",
    "failures-wait-for",
];

/// A failure in the language of the page; in English what nobody has named.
pub(crate) fn in_words(failure: &Failure) -> Told {
    let terms: &Terms = &failure.terms;
    let message = sentence(MESSAGES, &terms.message, terms).map(|message| {
        let said = terms.fact("said");
        and_then(
            message,
            said.map(|said| t!("failures-it-says", words = said)),
        )
    });
    let hint = sentence(HINTS, &terms.hint, terms).map(|hint| {
        let then = terms.fact("then");
        and_then(hint, then.and_then(|name| sentence(HINTS, name, terms)))
    });
    Told {
        message: message.unwrap_or_else(|| failure.message.clone()),
        hint: hint.unwrap_or_else(|| failure.hint.clone()),
    }
}

/// The sentence of this name; none if there is none in the table, or if its catalogue was not fetched.
fn sentence(table: &[&'static str], name: &str, terms: &Terms) -> Option<String> {
    let id = *table
        .iter()
        .find(|id| id.strip_prefix("failures-") == Some(name))?;
    text_if(id)?;
    Some(say(id, &arguments(terms)))
}

/// One sentence, or two.
fn and_then(first: String, second: Option<String>) -> String {
    match second {
        Some(second) => t!("failures-two-sentences", first = first, second = second),
        None => first,
    }
}

/// What stands in the sentences, as people read it.
fn arguments(terms: &Terms) -> Vec<(&str, Argument<'_>)> {
    let in_tokens = terms.fact("kind") == Some("tokens");
    let told = |name: &str, value: &str| match name {
        "host" if value.is_empty() => t!("failures-endpoint"),
        "limit" | "left" | "next" if in_tokens => t!("failures-tokens", count = value),
        _ => value.to_owned(),
    };
    let mut arguments: Vec<_> = terms
        .facts
        .iter()
        .map(|(name, value)| (name.as_str(), Argument::from(told(name, value))))
        .collect();
    if let Some(wait) = wait(terms) {
        arguments.push(("wait", Argument::from(wait)));
    }
    arguments
}

/// The span of time among the facts.
fn wait(terms: &Terms) -> Option<String> {
    let count: u64 = terms.fact("count")?.parse().ok()?;
    Some(match terms.fact("unit")? {
        "hours" => t!("failures-hours", count = count),
        "minutes" => t!("failures-minutes", count = count),
        _ => t!("failures-seconds", count = count),
    })
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use ichiban_model::budget::{Budget, Rate, Spent};
    use ichiban_model::retry::UnixMillis;
    use ichiban_model::{Asker, Clues, Ending, Endpoint, Headers, Permission, sign_in};

    use super::*;

    /// In English a failure is told as it came, by sentences that are all known.
    #[track_caller]
    fn is_told_as_it_came(failure: &Failure) {
        let terms: &Terms = &failure.terms;
        let of_page = failure.code == "on-device" && terms.message.is_empty();
        assert!(
            of_page || sentence(MESSAGES, &terms.message, terms).is_some(),
            "{failure:?}"
        );
        assert!(sentence(HINTS, &terms.hint, terms).is_some(), "{failure:?}");
        let told = in_words(failure);
        assert_eq!(told.message, failure.message);
        assert_eq!(told.hint, failure.hint);
    }

    fn endpoint(base_url: &str, api_key: Option<&str>) -> Endpoint {
        Endpoint {
            base_url: base_url.to_owned(),
            api_key: api_key.map(str::to_owned),
        }
    }

    const SERVERS: [&str; 8] = [
        "https://api.test/v1",
        "http://api.test/v1",
        "http://localhost:11434/v1",
        "http://localhost:1234/v1",
        "http://localhost:8000/v1",
        "http://localhost:8081/v1",
        "http://10.0.0.2:8080/v1",
        "llama.cpp",
    ];

    #[test]
    fn every_status_is_told() {
        let bodies = [
            "",
            "<!doctype html>",
            r#"{"error":{"message":"Slow down"}}"#,
            r#"{"error":{"message":"Incorrect API key"}}"#,
            r#"{"error":{"message":"No such model"}}"#,
            r#"{"error":{"message":"Above the context length"}}"#,
            r#"{"error":{"message":"No credit"}}"#,
        ];
        let waits = ["0", "1", "45", "600", "86400"];
        for key in [None, Some("k")] {
            for status in [
                300, 400, 401, 402, 403, 404, 408, 410, 413, 418, 422, 429, 500, 503, 504,
            ] {
                for body in bodies {
                    for wait in waits {
                        let headers = [("Retry-After".to_owned(), wait.to_owned())];
                        is_told_as_it_came(&Failure::of_status(
                            &endpoint("https://api.test/v1", key),
                            status,
                            Headers(&headers),
                            body.as_bytes(),
                            UnixMillis(0),
                        ));
                    }
                }
            }
        }
    }

    #[test]
    fn every_lost_connection_is_told() {
        for server in SERVERS {
            for origin in ["https://page.test", "http://page.test"] {
                for online in [true, false] {
                    let endpoint = endpoint(server, None);
                    let asker = Asker::Page { origin, online };
                    is_told_as_it_came(&Failure::of_connection(&endpoint, asker));
                    for answers in [true, false] {
                        for permission in [
                            None,
                            Some(Permission::Granted),
                            Some(Permission::Denied),
                            Some(Permission::Prompt),
                        ] {
                            let clues = Clues {
                                online,
                                answers,
                                permission,
                            };
                            is_told_as_it_came(&Failure::of_reach(&endpoint, origin, clues));
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn every_silence_and_ending_is_told() {
        let error = |code: &str, message: &str| Ending::Error {
            code: Some(code.to_owned()),
            message: message.to_owned(),
        };
        for server in SERVERS {
            let endpoint = endpoint(server, None);
            for seconds in [0, 1, 30, 150, 10_000] {
                let waited = Duration::from_secs(seconds);
                is_told_as_it_came(&Failure::of_silence(&endpoint, waited, true));
                is_told_as_it_came(&Failure::of_silence(&endpoint, waited, false));
            }
            for ending in [
                Ending::Length,
                Ending::Refused,
                Ending::Truncated,
                Ending::Aborted,
                error("not-an-api", "A web page came"),
                error("on-device", "The model could not be loaded."),
                error("bad-answer", "No JSON"),
                error("insufficient_quota", "No."),
                error("rate_limit_exceeded", "No."),
                error("x", "Unauthorized"),
                error("x", "Above the context window"),
                error("x", "No."),
            ] {
                is_told_as_it_came(&Failure::of_ending(&endpoint, &ending).unwrap());
            }
        }
    }

    #[test]
    fn every_limit_is_told() {
        let endpoint = endpoint("https://api.test/v1", None);
        let unknown = Rate::of(&endpoint, "nobody-knows-this");
        let known = Rate::of(&endpoint, "gpt-4o");
        let spent = Spent {
            money: 2_000_000,
            tokens: 20_000,
        };
        let limits = |run_money, day_money, run_tokens, day_tokens| Budget {
            run_money,
            day_money,
            run_tokens,
            day_tokens,
        };
        for budget in [
            limits(Some(1_000_000), None, None, None),
            limits(None, Some(1_000_000), None, None),
            limits(None, None, Some(10_000), None),
            limits(None, None, None, Some(10_000)),
        ] {
            let allowance = budget.allowance(Spent::default());
            for rate in [known, unknown] {
                for told in [
                    allowance.before(rate, Spent::default(), spent),
                    allowance.during(rate, spent),
                ] {
                    if let Err(failure) = told {
                        is_told_as_it_came(&failure);
                    }
                }
            }
        }
    }

    #[test]
    fn every_sign_in_that_failed_is_told() {
        for (query, state) in [
            ("", None),
            ("?state=1", Some("2")),
            ("?state=1&error=access_denied", Some("1")),
            ("?state=1&error=x&error_description=Too+many.", Some("1")),
            ("?state=1", Some("1")),
        ] {
            is_told_as_it_came(&sign_in::code(query, state).unwrap_err());
        }
        for (status, body) in [(403, r#"{"error":{"message":"No."}}"#), (200, "<html>")] {
            is_told_as_it_came(&sign_in::key(status, body.as_bytes()).unwrap_err());
        }
    }

    #[test]
    fn what_follows_a_hint_is_told_after_it() {
        let failure = Failure::new("blocked", "It is not there.", "Look.")
            .named("nowhere", "check-address-and-wire")
            .with("then", "by-hand");
        let told = in_words(&failure);
        assert_eq!(told.message, "It is not there.");
        assert_eq!(
            told.hint,
            "Check the address and the wire. Type the model's name yourself, as the server knows it."
        );
    }
}
