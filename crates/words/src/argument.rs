//! What is put in the places of a message.

use std::borrow::Cow;

use fluent_bundle::FluentValue;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};

use crate::number;

/// From here on, what is no longer counted exactly is but a text: Fluent would not know its plural.
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

impl<'a> Argument<'a> {
    /// The text, or the number, for Fluent.
    pub(crate) fn into_value(self) -> FluentValue<'a> {
        match self {
            Self::Text(text) => FluentValue::String(text),
            Self::Count(number) => number_with(number, 0),
            Self::Measure(number) => {
                let (number, decimals) = number::rounded(number);
                number_with(number, decimals)
            }
        }
    }
}

fn number_with(value: f64, decimals: usize) -> FluentValue<'static> {
    if !value.is_finite() || value.abs() > LARGEST {
        return FluentValue::String(number::decimal(value, 0, '.').into());
    }
    let options = FluentNumberOptions {
        // It counts for the plural form, too: `1.0` is not `1`.
        minimum_fraction_digits: (decimals > 0).then_some(decimals),
        ..FluentNumberOptions::default()
    };
    FluentValue::Number(FluentNumber::new(value, options))
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
