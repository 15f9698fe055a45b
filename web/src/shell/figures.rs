//! Numbers as a person reads them in the status line.

use ichiban_words::number;

use super::words::{language, t};

/// A count with thin no-break spaces between thousands: `1 042`.
pub(crate) fn count(number: u64) -> String {
    number::count(number)
}

/// A rate or a time: one decimal below ten, none from there on.
pub(crate) fn measure(number: f64) -> String {
    number::measure(number, language().decimal_mark())
}

/// A span of milliseconds in the unit that fits it: `38 ms`, `4.2 s`, `3 min`.
pub(crate) fn duration(milliseconds: f64) -> (String, &'static str) {
    if milliseconds < 999.5 {
        (count_of(milliseconds.max(1.0)), "ms")
    } else if milliseconds < 99_500.0 {
        (measure(milliseconds / 1_000.0), "s")
    } else {
        (measure(milliseconds / 60_000.0), "min")
    }
}

/// Whole per cent, rounded down: 100 is said of all, and of nothing less.
pub(crate) fn percent(part: u32, whole: u32) -> u32 {
    if whole == 0 {
        return 0;
    }
    u32::try_from(u64::from(part.min(whole)) * 100 / u64::from(whole)).unwrap_or(100)
}

/// A size in the unit that fits it: `812 bytes`, `14.2 KB`, `1.1 MB`.
pub(crate) fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => t!("shell-bytes", count = bytes),
        1_000..1_000_000 => t!("shell-kilobytes", size = tenths(bytes / 100)),
        _ => t!("shell-megabytes", size = tenths(bytes / 100_000)),
    }
}

/// Tenths with their decimal, whatever it is.
fn tenths(number: u64) -> String {
    let mark = language().decimal_mark();
    format!("{}{mark}{}", number / 10, number % 10)
}

/// A measured number without decimals.
fn count_of(number: f64) -> String {
    // A measured time is far below 2^53, and not below 0.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    count(number.round() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_told_in_its_unit() {
        assert_eq!(size(812), "812 bytes");
        assert_eq!(size(14_260), "14.2 KB");
        assert_eq!(size(33_550_000), "33.5 MB");
    }

    #[test]
    fn a_time_comes_in_the_unit_that_fits() {
        assert_eq!(duration(0.2), ("1".into(), "ms"));
        assert_eq!(duration(38.4), ("38".into(), "ms"));
        assert_eq!(duration(999.7), ("1.0".into(), "s"));
        assert_eq!(duration(4_230.0), ("4.2".into(), "s"));
        assert_eq!(duration(180_000.0), ("3.0".into(), "min"));
    }

    #[test]
    fn a_hundred_per_cent_means_all() {
        assert_eq!(percent(999, 1_000), 99);
        assert_eq!(percent(1_000, 1_000), 100);
        assert_eq!(percent(0, 0), 0);
    }
}
