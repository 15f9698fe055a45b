//! Numbers compared as numbers: `1`, `1.0` and `1e0` are the same (JSON Schema Core §4.2.2).

use std::cmp::Ordering;

/// A number of a document or a schema. Whole numbers within 128 bits are exact, others are as near
/// as 64-bit floating point comes.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Number {
    Whole(i128),
    Real(f64),
}

impl Number {
    /// The number that is written so, by RFC 8259 §6.
    pub(crate) fn read(text: &str) -> Option<Self> {
        if let Ok(whole) = text.parse() {
            return Some(Self::Whole(whole));
        }
        let real: f64 = text.parse().ok()?;
        // Whole numbers up to 2^53 are exact in either form.
        #[expect(clippy::cast_possible_truncation, reason = "checked")]
        if real.fract() == 0.0 && real.abs() < 9_007_199_254_740_992.0 {
            return Some(Self::Whole(real as i128));
        }
        Some(Self::Real(real))
    }

    /// Whether it is an `integer`: a number without a fraction.
    pub(crate) fn is_whole(self) -> bool {
        match self {
            Self::Whole(_) => true,
            Self::Real(real) => real.fract() == 0.0,
        }
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "as near as one can come, where the two are of different kinds"
    )]
    fn real(self) -> f64 {
        match self {
            Self::Whole(whole) => whole as f64,
            Self::Real(real) => real,
        }
    }

    /// Whether it is a multiple of another.
    pub(crate) fn is_multiple_of(self, divisor: Self) -> bool {
        match (self, divisor) {
            (Self::Whole(one), Self::Whole(other)) if other != 0 => one % other == 0,
            (one, other) => {
                let quotient = one.real() / other.real();
                // 0.3 is three times 0.1, whatever floating point says.
                (quotient - quotient.round()).abs() <= quotient.abs().max(1.0) * 1e-12
            }
        }
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.partial_cmp(other) == Some(Ordering::Equal)
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Whole(one), Self::Whole(other)) => Some(one.cmp(other)),
            (one, other) => one.real().partial_cmp(&other.real()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Number {
        Number::read(text).unwrap()
    }

    #[test]
    fn a_number_is_the_same_however_it_is_written() {
        assert_eq!(number("1"), number("1.0"));
        assert_eq!(number("100"), number("1e2"));
        assert_ne!(number("9007199254740993"), number("9007199254740992"));
        assert!(number("1.0").is_whole() && number("1e30").is_whole());
        assert!(!number("1.5").is_whole());
        assert!(number("-2") < number("-1.5"));
    }

    #[test]
    fn multiples_of_a_fraction_are_multiples() {
        assert!(number("0.3").is_multiple_of(number("0.1")));
        assert!(number("19.99").is_multiple_of(number("0.01")));
        assert!(!number("0.35").is_multiple_of(number("0.1")));
        assert!(number("12").is_multiple_of(number("4")));
        assert!(!number("13").is_multiple_of(number("4")));
    }
}
