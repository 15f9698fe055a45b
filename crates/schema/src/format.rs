//! What a string holds, told from its text alone.

use std::fmt;

/// A format that every string seen at one place keeps.
///
/// The tests are at least as strict as the validators in use (`ajv-formats`, Zod), so that a
/// schema made from a sample accepts the sample.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u16)]
pub enum Format {
    /// RFC 3339 date and time with an offset.
    DateTime = 1,
    /// RFC 3339 full date.
    Date = 1 << 1,
    /// RFC 3339 full time with an offset.
    Time = 1 << 2,
    /// RFC 9562 UUID in its hyphenated form.
    Uuid = 1 << 3,
    /// Absolute RFC 3986 URI with an authority.
    Uri = 1 << 4,
    /// An e-mail address of the plain kind: dot-atom, `@`, host name with a dot.
    Email = 1 << 5,
    /// Four decimal octets.
    Ipv4 = 1 << 6,
    /// A decimal integer without leading zeros that fits 64 bits.
    Integer = 1 << 7,
}

impl Format {
    /// All formats, the most telling first, each at the place of its bit.
    pub const ALL: [Self; 8] = [
        Self::DateTime,
        Self::Date,
        Self::Time,
        Self::Uuid,
        Self::Uri,
        Self::Email,
        Self::Ipv4,
        Self::Integer,
    ];

    /// The name JSON Schema 2020-12 (Validation §7.3) gives it; `None` for [`Format::Integer`],
    /// which it does not know.
    pub fn json_schema_name(self) -> Option<&'static str> {
        match self {
            Self::DateTime => Some("date-time"),
            Self::Date => Some("date"),
            Self::Time => Some("time"),
            Self::Uuid => Some("uuid"),
            Self::Uri => Some("uri"),
            Self::Email => Some("email"),
            Self::Ipv4 => Some("ipv4"),
            Self::Integer => None,
        }
    }

    /// Whether `text` keeps this format.
    pub fn matches(self, text: &str) -> bool {
        let bytes = text.as_bytes();
        match self {
            Self::DateTime => is_date_time(bytes),
            Self::Date => is_date(bytes),
            Self::Time => is_time(bytes),
            Self::Uuid => is_uuid(bytes),
            Self::Uri => is_uri(bytes),
            Self::Email => is_email(bytes),
            Self::Ipv4 => is_ipv4(text),
            Self::Integer => is_integer(text),
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.json_schema_name().unwrap_or("integer"))
    }
}

/// A set of formats: those that all strings so far keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FormatSet(u16);

impl FormatSet {
    pub(crate) const ALL: Self = Self(0xff);

    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Keeps the formats that `text` keeps too.
    pub(crate) fn retain(&mut self, text: &str) {
        let mut left = self.0;
        while left != 0 {
            let lowest = left & left.wrapping_neg();
            left ^= lowest;
            let format = Format::ALL.get(lowest.trailing_zeros() as usize);
            if format.is_none_or(|format| !format.matches(text)) {
                self.0 ^= lowest;
            }
        }
    }

    pub(crate) fn intersect(&mut self, other: Self) {
        self.0 &= other.0;
    }

    /// The most telling format left.
    pub(crate) fn first(self) -> Option<Format> {
        Format::ALL
            .into_iter()
            .find(|&format| self.0 & format as u16 != 0)
    }
}

/// The number that `digits` decimal digits at the start of `bytes` spell.
fn decimal(bytes: &[u8], digits: usize) -> Option<u32> {
    let digits = bytes.get(..digits)?;
    digits.iter().try_fold(0, |n, b| {
        b.is_ascii_digit().then(|| n * 10 + u32::from(b - b'0'))
    })
}

fn is_date(bytes: &[u8]) -> bool {
    let [_, _, _, _, b'-', _, _, b'-', _, _] = bytes else {
        return false;
    };
    let (Some(year), Some(month), Some(day)) = (
        decimal(bytes, 4),
        decimal(&bytes[5..], 2),
        decimal(&bytes[8..], 2),
    ) else {
        return false;
    };
    // ISO 8601 has the year 0000 only by agreement, and not every language's calendar does.
    if year == 0 {
        return false;
    }
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from(leap),
        _ => return false,
    };
    (1..=days).contains(&day)
}

fn is_time(bytes: &[u8]) -> bool {
    let [_, _, b':', _, _, b':', _, _, rest @ ..] = bytes else {
        return false;
    };
    let (Some(hour), Some(minute), Some(second)) = (
        decimal(bytes, 2),
        decimal(&bytes[3..], 2),
        decimal(&bytes[6..], 2),
    ) else {
        return false;
    };
    // A leap second is valid only at 23:59:60 UTC; readers disagree on it, so it is left out.
    if hour > 23 || minute > 59 || second > 59 {
        return false;
    }
    let rest = match rest {
        [b'.', fraction @ ..] => {
            let digits = fraction.iter().take_while(|b| b.is_ascii_digit()).count();
            if digits == 0 || digits > 9 {
                return false;
            }
            &fraction[digits..]
        }
        rest => rest,
    };
    match rest {
        [b'Z'] => true,
        [b'+' | b'-', _, _, b':', _, _] => {
            decimal(&rest[1..], 2).is_some_and(|h| h < 24)
                && decimal(&rest[4..], 2).is_some_and(|m| m < 60)
        }
        _ => false,
    }
}

fn is_date_time(bytes: &[u8]) -> bool {
    bytes.len() > 19 && bytes[10] == b'T' && is_date(&bytes[..10]) && is_time(&bytes[11..])
}

fn is_uuid(bytes: &[u8]) -> bool {
    bytes.len() == 36
        && bytes.iter().enumerate().all(|(i, b)| match i {
            8 | 13 | 18 | 23 => *b == b'-',
            _ => b.is_ascii_hexdigit(),
        })
}

fn is_uri(bytes: &[u8]) -> bool {
    let Some(colon) = bytes.iter().take(16).position(|&b| b == b':') else {
        return false;
    };
    let (scheme, rest) = bytes.split_at(colon);
    if !scheme.first().is_some_and(u8::is_ascii_alphabetic)
        || !scheme
            .iter()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'))
    {
        return false;
    }
    let Some(rest) = rest.strip_prefix(b"://") else {
        return false;
    };
    let authority = rest
        .split(|b| matches!(b, b'/' | b'?' | b'#'))
        .next()
        .unwrap_or_default();
    let (host, port) = match authority.iter().position(|&b| b == b':') {
        Some(at) => (&authority[..at], Some(&authority[at + 1..])),
        None => (authority, None),
    };
    if host.is_empty()
        || !host
            .iter()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_'))
        || !host.first().is_some_and(u8::is_ascii_alphanumeric)
        || !host.last().is_some_and(u8::is_ascii_alphanumeric)
        || host.windows(2).any(|pair| pair == b"..")
        || (host.last().is_some_and(u8::is_ascii_digit)
            && !host.iter().any(u8::is_ascii_alphabetic)
            && !std::str::from_utf8(host).is_ok_and(is_ipv4))
        || port.is_some_and(|p| p.is_empty() || p.len() > 4 || !p.iter().all(u8::is_ascii_digit))
    {
        return false;
    }
    let mut rest = &rest[authority.len()..];
    let mut fragments = 0;
    while let [first, tail @ ..] = rest {
        rest = match first {
            b'%' => match tail {
                [a, b, tail @ ..] if a.is_ascii_hexdigit() && b.is_ascii_hexdigit() => tail,
                _ => return false,
            },
            b'#' => {
                fragments += 1;
                tail
            }
            b if b.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/?".contains(b) => tail,
            _ => return false,
        };
    }
    fragments <= 1
}

fn is_email(bytes: &[u8]) -> bool {
    if bytes.len() > 254 {
        return false;
    }
    let Some(at) = bytes.iter().position(|&b| b == b'@') else {
        return false;
    };
    let (local, host) = (&bytes[..at], &bytes[at + 1..]);
    let atom = |b: &u8| b.is_ascii_alphanumeric() || b"_+-".contains(b);
    let label = |label: &[u8]| {
        !label.is_empty()
            && label.len() <= 63
            && label
                .iter()
                .all(|b| b.is_ascii_alphanumeric() || *b == b'-')
            && label[0] != b'-'
            && label[label.len() - 1] != b'-'
    };
    let mut labels = host.rsplit(|&b| b == b'.');
    local.len() <= 64
        && local
            .split(|&b| b == b'.')
            .all(|part| !part.is_empty() && part.iter().all(atom))
        && !local.starts_with(b"-")
        && local
            .last()
            .is_some_and(|b| b.is_ascii_alphanumeric() || b"_+".contains(b))
        && labels
            .next()
            .is_some_and(|tld| tld.len() >= 2 && tld.iter().all(u8::is_ascii_alphabetic))
        && labels.next().is_some_and(label)
        && labels.all(label)
}

fn is_ipv4(text: &str) -> bool {
    text.len() <= 15
        && text.bytes().next().is_some_and(|b| b.is_ascii_digit())
        && text.parse::<std::net::Ipv4Addr>().is_ok()
}

fn is_integer(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    !digits.is_empty()
        && digits.len() <= 19
        && digits.bytes().all(|b| b.is_ascii_digit())
        && (digits == "0" && text.len() == 1 || !digits.starts_with('0'))
        && text.parse::<i64>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn format_of(text: &str) -> Option<Format> {
        let mut set = FormatSet::ALL;
        set.retain(text);
        set.first()
    }

    #[test]
    fn formats_are_told_from_the_text() {
        for (text, format) in [
            ("2017-07-29T23:31:19Z", Some(Format::DateTime)),
            ("2017-07-29T23:31:19.123456+02:00", Some(Format::DateTime)),
            ("2017-07-29T23:31:19", None),
            ("2017-07-29", Some(Format::Date)),
            ("2017-02-29", None),
            ("2000-02-29", Some(Format::Date)),
            ("23:31:19Z", Some(Format::Time)),
            ("F5165FDB-F5AD-4F6E-8552-799B1C62B387", Some(Format::Uuid)),
            ("F5165FDBF5AD4F6E8552799B1C62B387", None),
            ("https://example.org/a?b=%20c#d", Some(Format::Uri)),
            ("http://weather.gov/", Some(Format::Uri)),
            ("https://example.org/a b", None),
            ("https://example.org/%zz", None),
            ("urn:isbn:123", None),
            ("a.b+c@example.co.uk", Some(Format::Email)),
            ("a@b", None),
            ("@example.org", None),
            ("209.58.130.210", Some(Format::Ipv4)),
            ("999.1.1.1", None),
            ("0", Some(Format::Integer)),
            ("-42", Some(Format::Integer)),
            ("-0", None),
            ("007", None),
            ("9223372036854775808", None),
            ("", None),
        ] {
            assert_eq!(format_of(text), format, "{text:?}");
        }
    }
}
