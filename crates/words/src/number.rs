//! Numbers as people write them.
//!
//! Thousands are set apart by a thin no-break space, which no language takes for a decimal mark
//! (ISO 80000-1, 7.3); the mark is that of the language.

/// Stands between groups of three digits.
const BETWEEN_GROUPS: char = '\u{202f}';

/// A count: `1 042`.
pub fn count(number: u64) -> String {
    grouped(&number.to_string())
}

/// A number with so many decimals: `1 042.5`, or `1 042,5` by another mark.
pub fn decimal(number: f64, decimals: usize, mark: char) -> String {
    let digits = format!("{:.decimals$}", number.abs());
    let (whole, rest) = digits.split_once('.').unwrap_or((&digits, ""));
    let mut out = String::with_capacity(digits.len() * 2);
    // Nothing is less than nothing.
    if number < 0.0 && digits.bytes().any(|digit| matches!(digit, b'1'..=b'9')) {
        out.push('-');
    }
    out.push_str(&grouped(whole));
    if !rest.is_empty() {
        out.push(mark);
        out.push_str(rest);
    }
    out
}

/// A rate or a time as exact as it is told, and with how many decimals: one below ten, none from there
/// on.
pub fn rounded(number: f64) -> (f64, usize) {
    if number.abs() < 9.95 {
        ((number * 10.0).round() / 10.0, 1)
    } else {
        (number.round(), 0)
    }
}

/// A rate or a time: `3.1`, `12`.
pub fn measure(number: f64, mark: char) -> String {
    let (number, decimals) = rounded(number);
    decimal(number, decimals, mark)
}

/// Digits in groups of three. What is no number (`inf`) stays as it is.
fn grouped(digits: &str) -> String {
    if !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return digits.to_owned();
    }
    let mut out = String::with_capacity(digits.len() * 2);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(BETWEEN_GROUPS);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(count(7), "7");
        assert_eq!(count(999), "999");
        assert_eq!(count(1_042), "1\u{202f}042");
        assert_eq!(count(1_234_567), "1\u{202f}234\u{202f}567");
    }

    #[test]
    fn the_mark_is_that_of_the_language() {
        assert_eq!(decimal(1_042.46, 1, '.'), "1\u{202f}042.5");
        assert_eq!(decimal(1_042.46, 1, ','), "1\u{202f}042,5");
        assert_eq!(decimal(-1_042.0, 0, ','), "-1\u{202f}042");
        assert_eq!(decimal(-0.01, 1, ','), "0,0");
        assert_eq!(decimal(f64::INFINITY, 1, ','), "inf");
    }

    #[test]
    fn small_measures_keep_a_decimal() {
        assert_eq!(measure(3.12, '.'), "3.1");
        assert_eq!(measure(3.0, ','), "3,0");
        assert_eq!(measure(9.99, '.'), "10");
        assert_eq!(measure(12.5, '.'), "13");
        assert_eq!(measure(1_041.6, ','), "1\u{202f}042");
    }
}
