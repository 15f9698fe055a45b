//! What stands in a place of a message, or chooses one of its variants.

use std::borrow::Cow;

use crate::plural::{self, Category};
use crate::{Language, number};

/// What a number is written with at most, whatever a catalogue asks for.
const MOST_DECIMALS: usize = 20;

/// A text, or a number that is yet to be written.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value<'a> {
    Text(Cow<'a, str>),
    Number(Number),
}

/// A finite number. Two are the same only if they ask for the same decimals: `1.0` is not `1`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Number {
    value: f64,
    /// How many decimals it is to be shown with; 0 if nothing is said of them.
    decimals: usize,
}

impl<'a> Value<'a> {
    /// What a number literal of a catalogue stands for: `-3`, `1.50`. One of more digits than a whole
    /// number of 64 bits has is but a text.
    pub(crate) fn literal(text: &'a str) -> Self {
        Number::literal(text).map_or(Self::Text(Cow::Borrowed(text)), Self::Number)
    }
}

impl Number {
    pub(crate) fn new(value: f64, decimals: usize) -> Self {
        Self { value, decimals }
    }

    // As exact as a literal of up to 15 digits.
    #[allow(clippy::cast_precision_loss)]
    fn literal(text: &str) -> Option<Self> {
        let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
        let digits: i64 = [whole, rest].concat().parse().ok()?;
        let scale = rest.bytes().fold(1.0, |scale, _| scale * 10.0);
        Some(Self::new(digits as f64 / scale, rest.len()))
    }

    fn shown_decimals(self) -> usize {
        if self.decimals == 0 {
            usize::from(self.value.fract() != 0.0)
        } else {
            self.decimals.min(MOST_DECIMALS)
        }
    }

    /// The number as people write it in a language.
    pub(crate) fn written(self, language: Language) -> String {
        number::decimal(self.value, self.shown_decimals(), language.decimal_mark())
    }

    /// The plural form that it takes in a language.
    pub(crate) fn category(self, language: Language) -> Category {
        plural::category(language, self.value, self.shown_decimals())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(value: f64, decimals: usize) -> Value<'static> {
        Value::Number(Number::new(value, decimals))
    }

    #[test]
    fn a_literal_is_read_with_its_decimals() {
        assert_eq!(Value::literal("0"), number(0.0, 0));
        assert_eq!(Value::literal("-12"), number(-12.0, 0));
        assert_eq!(Value::literal("1.50"), number(1.5, 2));
        assert_eq!(Value::literal("-0.1"), number(-0.1, 1));
        assert_eq!(
            Value::literal("123456.789012345"),
            number(123_456.789_012_345, 9)
        );
        assert_ne!(Value::literal("1.0"), Value::literal("1"));
    }

    #[test]
    fn a_literal_that_is_too_long_stays_as_it_is_written() {
        let long = "123456789012345678901";
        assert_eq!(Value::literal(long), Value::Text(Cow::Borrowed(long)));
    }

    #[test]
    fn a_part_is_shown_even_of_a_count() {
        assert_eq!(Number::new(0.5, 0).written(Language::De), "0,5");
        assert_eq!(Number::new(1.5, 0).category(Language::En), Category::Other);
        assert_eq!(Number::new(1.0, 99).written(Language::En).len(), 22);
    }
}
