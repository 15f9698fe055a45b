//! What the formats of JSON Schema 2020-12 (Validation, 7.3) that documents name most look like.

/// What a text of this format is like, if it is not; none if it is, or the format is not known.
pub(super) fn misses(format: &str, text: &str) -> Option<&'static str> {
    let (is, like) = match format {
        "date" => (is_date(text), "a date such as 2025-01-31"),
        "date-time" => (
            text.split_once(['T', 't'])
                .is_some_and(|(date, time)| is_date(date) && is_time(time)),
            "a date and time such as 2025-01-31T12:00:00Z",
        ),
        "time" => (is_time(text), "a time such as 12:00:00Z"),
        "email" => (is_email(text), "an email address"),
        "uuid" => (
            is_uuid(text),
            "a UUID such as 123e4567-e89b-12d3-a456-426614174000",
        ),
        "ipv4" => (
            text.parse::<std::net::Ipv4Addr>().is_ok(),
            "an IPv4 address",
        ),
        "ipv6" => (
            text.parse::<std::net::Ipv6Addr>().is_ok(),
            "an IPv6 address",
        ),
        "uri" | "url" => (is_uri(text), "an address such as https://example.com"),
        _ => return None,
    };
    (!is).then_some(like)
}

/// What a text of this format may look like; empty if that is not known.
pub(super) fn specimen(format: &str) -> &'static str {
    match format {
        "date" => "2025-01-31",
        "date-time" => "2025-01-31T12:00:00Z",
        "time" => "12:00:00Z",
        "email" => "someone@example.com",
        "uuid" => "123e4567-e89b-12d3-a456-426614174000",
        "uri" | "url" => "https://example.com",
        _ => "",
    }
}

/// `full-date` of RFC 3339, 5.6.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else {
        return false;
    };
    let number = |text: &str, length: usize| {
        let is_plain = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
        is_plain.then(|| text.parse::<u32>().ok()).flatten()
    };
    let (Some(year), Some(month), Some(day)) = (number(year, 4), number(month, 2), number(day, 2))
    else {
        return false;
    };
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=last).contains(&day)
}

/// `full-time` of RFC 3339, 5.6.
fn is_time(text: &str) -> bool {
    let clock = |text: &str| {
        let parts: Vec<&str> = text.split(':').collect();
        let limits = [23, 59, 60];
        (2..=3).contains(&parts.len())
            && parts.iter().zip(limits).all(|(part, most)| {
                part.len() == 2 && part.parse::<u32>().is_ok_and(|number| number <= most)
            })
    };
    let Some(at) = text.rfind(['Z', 'z', '+', '-']) else {
        return false;
    };
    let (time, zone) = text.split_at(at);
    let (whole, part) = time.split_once('.').unwrap_or((time, "0"));
    let is_zone = matches!(zone, "Z" | "z") || zone.len() == 6 && clock(&zone[1..]);
    whole.len() == 8
        && clock(whole)
        && !part.is_empty()
        && part.bytes().all(|byte| byte.is_ascii_digit())
        && is_zone
}

fn is_email(text: &str) -> bool {
    text.rsplit_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && !host.is_empty() && !text.contains(char::is_whitespace)
    })
}

fn is_uuid(text: &str) -> bool {
    let lengths: Vec<usize> = text.split('-').map(str::len).collect();
    lengths == [8, 4, 4, 4, 12]
        && text
            .bytes()
            .all(|byte| byte == b'-' || byte.is_ascii_hexdigit())
}

fn is_uri(text: &str) -> bool {
    let scheme = text.split_once(':').map_or("", |(scheme, _)| scheme);
    scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
        && !text.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_told_from_what_only_looks_like_them() {
        for (format, good, bad) in [
            ("date", "2024-02-29", "2025-02-29"),
            ("date", "2025-01-31", "31.01.2025"),
            (
                "date-time",
                "2025-01-31T12:00:00.5+01:00",
                "2025-01-31 12:00",
            ),
            ("date-time", "2025-01-31t12:00:00z", "2025-01-31T25:00:00Z"),
            ("time", "23:59:60Z", "23:59"),
            ("email", "a@b", "a b@c"),
            ("uuid", "123e4567-e89b-12d3-a456-426614174000", "123e4567"),
            ("ipv4", "127.0.0.1", "127.0.0.256"),
            ("ipv6", "::1", "1"),
            ("uri", "urn:a", "//example.com"),
        ] {
            assert_eq!(misses(format, good), None, "{format} {good}");
            assert!(misses(format, bad).is_some(), "{format} {bad}");
        }
        assert_eq!(misses("of another kind", "x"), None);
    }

    #[test]
    fn what_is_shown_as_a_specimen_fits() {
        for format in ["date", "date-time", "time", "email", "uuid", "uri", "url"] {
            assert_eq!(misses(format, specimen(format)), None, "{format}");
        }
    }
}
