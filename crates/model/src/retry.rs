//! When to ask again, and after how long: a policy without a clock.
//!
//! Only what failed before the first byte of an answer is asked again by itself. Once an answer
//! has begun, a second request would cost again and could contradict what was shown: that is for
//! the person, or for a run that knows what is still missing.

use std::time::Duration;

use crate::http::Headers;

/// How a request failed before the first byte of its answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attempt<'a> {
    /// No response: the connection failed, or was cut before the response's head.
    NoResponse,
    /// A response with an error status.
    Status {
        /// The HTTP status.
        status: u16,
        /// The response's headers.
        headers: Headers<'a>,
    },
}

/// A time of day, in milliseconds since 1970-01-01T00:00Z: needed to read a `Retry-After` that
/// is a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct UnixMillis(pub u64);

/// Exponential back-off with full jitter, bounded in number and in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policy {
    /// The most requests to make, the first one included.
    pub attempts: u32,
    /// The longest wait before the second request; it doubles with each.
    pub first_wait: Duration,
    /// The longest wait of all that the back-off itself chooses.
    pub longest_wait: Duration,
    /// The longest wait to accept from a server. If it asks for more, the request fails at once
    /// with that wait named, since a person would rather know.
    pub longest_asked: Duration,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            attempts: 4,
            first_wait: Duration::from_secs(1),
            longest_wait: Duration::from_secs(16),
            longest_asked: Duration::from_mins(1),
        }
    }
}

impl Policy {
    /// How long to wait before asking again, or `None` to give up.
    ///
    /// `made` counts the requests made so far, the failed one included; `random` is uniform in
    /// [0, 1) and chosen anew for each call. A wait the server asks for is never shortened; up to
    /// a tenth is added to it, so that many clients do not come back at once.
    pub fn wait(
        &self,
        made: u32,
        attempt: Attempt<'_>,
        now: UnixMillis,
        random: f64,
    ) -> Option<Duration> {
        if made >= self.attempts {
            return None;
        }
        let random = if random.is_finite() {
            random.clamp(0.0, 1.0)
        } else {
            0.5
        };
        if let Attempt::Status { status, headers } = attempt {
            if !is_transient(status) {
                return None;
            }
            if let Some(asked) = asked_wait(headers, now) {
                return (asked <= self.longest_asked)
                    .then(|| asked.saturating_add(asked.mul_f64(random / 10.0)));
            }
        }
        let doubled = 2_u32.saturating_pow(made.saturating_sub(1));
        let ceiling = self
            .first_wait
            .saturating_mul(doubled)
            .min(self.longest_wait);
        // From half the ceiling up: jitter enough to spread clients, and never no wait at all.
        Some(ceiling.mul_f64(0.5 + random / 2.0))
    }
}

/// Whether a status may pass by itself: too many requests, a timeout, or the server's own
/// failure (but not its refusal to know the method or the HTTP version).
fn is_transient(status: u16) -> bool {
    matches!(status, 408 | 425 | 429 | 500 | 502..=504 | 506..)
}

/// The wait a response asks for: `retry-after-ms`, else `Retry-After` in seconds or as an HTTP
/// date (RFC 9110 §10.2.3). A date in the past is no wait; what cannot be read is `None`.
pub fn asked_wait(headers: Headers<'_>, now: UnixMillis) -> Option<Duration> {
    let milliseconds = headers.get("retry-after-ms").and_then(seconds_or_fraction);
    if let Some(milliseconds) = milliseconds {
        return Some(milliseconds / 1000);
    }
    let value = headers.get("retry-after")?.trim();
    if let Some(wait) = seconds_or_fraction(value) {
        return Some(wait);
    }
    let date = httpdate::parse_http_date(value).ok()?;
    let date = date.duration_since(std::time::UNIX_EPOCH).ok()?;
    Some(date.saturating_sub(Duration::from_millis(now.0)))
}

/// RFC 9110 allows whole seconds alone; some providers send fractions.
fn seconds_or_fraction(value: &str) -> Option<Duration> {
    let number: f64 = value.trim().parse().ok()?;
    Duration::try_from_secs_f64(number).ok()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use proptest::prelude::*;

    use super::{Attempt, Policy, UnixMillis, asked_wait};
    use crate::http::Headers;

    /// 2026-01-01T00:00:00Z.
    const NOW: UnixMillis = UnixMillis(1_767_225_600_000);

    fn status(status: u16, headers: &[(String, String)]) -> Attempt<'_> {
        Attempt::Status {
            status,
            headers: Headers(headers),
        }
    }

    fn header(name: &str, value: &str) -> Vec<(String, String)> {
        vec![(name.to_owned(), value.to_owned())]
    }

    #[test]
    fn only_what_may_pass_by_itself_is_asked_again() {
        let policy = Policy::default();
        for code in [408, 425, 429, 500, 502, 503, 504, 520, 529] {
            assert!(
                policy.wait(1, status(code, &[]), NOW, 0.5).is_some(),
                "{code}"
            );
        }
        for code in [301, 400, 401, 403, 404, 405, 413, 422, 501, 505] {
            assert!(
                policy.wait(1, status(code, &[]), NOW, 0.5).is_none(),
                "{code}"
            );
        }
        assert!(policy.wait(1, Attempt::NoResponse, NOW, 0.5).is_some());
    }

    #[test]
    fn a_servers_wait_is_read_in_each_of_its_forms() {
        let cases = [
            ("Retry-After", "7", Some(7000)),
            ("retry-after", " 1.5 ", Some(1500)),
            ("retry-after-ms", "250", Some(250)),
            ("RETRY-AFTER", "Thu, 01 Jan 2026 00:00:30 GMT", Some(30_000)),
            ("Retry-After", "Thu, 01 Jan 2015 00:00:30 GMT", Some(0)),
            ("Retry-After", "soon", None),
            ("Retry-After", "-3", None),
            ("Retry-After", "inf", None),
        ];
        for (name, value, expected) in cases {
            let headers = header(name, value);
            let read = asked_wait(Headers(&headers), NOW);
            assert_eq!(read, expected.map(Duration::from_millis), "{name}: {value}");
        }
    }

    #[test]
    fn a_wait_too_long_to_sit_through_gives_up() {
        let headers = header("retry-after", "3600");
        assert_eq!(
            Policy::default().wait(1, status(429, &headers), NOW, 0.0),
            None
        );
    }

    proptest! {
        #[test]
        fn waits_are_bounded_and_attempts_counted(made in 0_u32..100, random in 0.0_f64..1.0) {
            let policy = Policy::default();
            match policy.wait(made, Attempt::NoResponse, NOW, random) {
                Some(wait) => {
                    prop_assert!(made < policy.attempts);
                    prop_assert!(wait <= policy.longest_wait);
                    prop_assert!(wait >= policy.first_wait / 2);
                }
                None => prop_assert!(made >= policy.attempts),
            }
        }

        #[test]
        fn a_servers_wait_is_never_shortened(asked in 0_u64..=60, random in any::<f64>()) {
            let headers = header("retry-after", &asked.to_string());
            let wait = Policy::default().wait(1, status(503, &headers), NOW, random);
            let wait = wait.unwrap();
            prop_assert!(wait >= Duration::from_secs(asked));
            prop_assert!(wait <= Duration::from_secs(asked).mul_f64(1.1));
        }
    }
}
