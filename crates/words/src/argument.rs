//! What is put in the places of a message.

use std::borrow::Cow;

use crate::number;
use crate::value::{Number, Value};

/// From here on, what is no longer counted exactly is but a text, and has no plural form.
const LARGEST: f64 = 9e15;

/// An argument of a message: a text as it is, or a number to be written as people write it, by which
/// the message may also choose a plural form.
///
/// A whole number is a count. One with a floating point is a measure, told with one decimal below ten
/// ([`number::measure`]).
#[derive(Debug, Clone, PartialEq)]
pub enum Argument<'a> {
    /// A text.
    Text(Cow<'a, str>),
    /// A count.
    Count(f64),
    /// A rate, a time or a size.
    Measure(f64),
}

impl Argument<'_> {
    /// The text, or the number, for a message.
    pub(crate) fn value(&self) -> Value<'_> {
        match self {
            Self::Text(text) => Value::Text(Cow::Borrowed(text)),
            Self::Count(number) => number_with(*number, 0),
            Self::Measure(number) => {
                let (number, decimals) = number::rounded(*number);
                number_with(number, decimals)
            }
        }
    }
}

/// The decimals count for the plural form, too: `1.0` is not `1`.
fn number_with(value: f64, decimals: usize) -> Value<'static> {
    if value.is_finite() && value.abs() <= LARGEST {
        Value::Number(Number::new(value, decimals))
    } else {
        Value::Text(number::decimal(value, 0, '.').into())
    }
}

impl<'a> From<&'a str> for Argument<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Argument<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&&'a str> for Argument<'a> {
    fn from(text: &&'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<Cow<'a, str>> for Argument<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::Text(text)
    }
}

impl From<String> for Argument<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<char> for Argument<'_> {
    fn from(letter: char) -> Self {
        Self::Text(Cow::Owned(letter.to_string()))
    }
}

macro_rules! from_whole_numbers {
    ($($number:ty)+) => {
        $(
            impl From<$number> for Argument<'_> {
                // Nothing is counted on a page that is near to 2^53.
                #[allow(clippy::cast_precision_loss, clippy::cast_lossless)]
                fn from(number: $number) -> Self {
                    Self::Count(number as f64)
                }
            }
        )+
    };
}

from_whole_numbers!(i8 i16 i32 i64 isize u8 u16 u32 u64 usize);

impl From<f32> for Argument<'_> {
    fn from(number: f32) -> Self {
        Self::Measure(f64::from(number))
    }
}

impl From<f64> for Argument<'_> {
    fn from(number: f64) -> Self {
        Self::Measure(number)
    }
}
