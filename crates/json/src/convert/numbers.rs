//! Numbers that a library would write as the nearest double, written as they are.
//!
//! The library is given a word in place of each; the word is replaced in what it wrote.

use std::borrow::Cow;

use crate::Value;

/// Values with words in place of numbers.
pub(super) struct Masked<'a> {
    /// What the library is to write.
    pub(super) values: Cow<'a, [Value]>,
    /// What every word begins with: nothing in the values has it.
    stem: String,
    numbers: Vec<String>,
}

impl<'a> Masked<'a> {
    /// Puts a word in place of every number that 64 bits do not hold exactly.
    pub(super) fn new(values: &'a [Value]) -> Self {
        let mut masked = Self {
            values: Cow::Borrowed(values),
            stem: String::new(),
            numbers: Vec::new(),
        };
        if values.iter().any(|value| any(value, &is_inexact)) {
            masked.stem = (0..=u32::MAX)
                .map(|n| format!("number{n}x"))
                .find(|stem| !values.iter().any(|value| has_text(value, stem)))
                .unwrap_or_default();
            let mut values = values.to_vec();
            for value in &mut values {
                masked.mask(value);
            }
            masked.values = Cow::Owned(values);
        }
        masked
    }

    fn mask(&mut self, value: &mut Value) {
        match value {
            Value::Array(items) => items.iter_mut().for_each(|item| self.mask(item)),
            Value::Object(members) => members.values_mut().for_each(|member| self.mask(member)),
            Value::Number(text) if is_inexact_number(text) => {
                // The end keeps the first from being the beginning of the tenth.
                let word = format!("{}{}x", self.stem, self.numbers.len());
                self.numbers.push(std::mem::take(text));
                *value = Value::String(word);
            }
            _ => {}
        }
    }

    /// Puts the numbers back into what was written, where each word stands between `quote`s.
    pub(super) fn unmask(&self, written: String, quote: &str) -> String {
        if self.numbers.is_empty() {
            return written;
        }
        let begin = format!("{quote}{}", self.stem);
        let end = format!("x{quote}");
        let mut text = String::with_capacity(written.len());
        let mut rest = written.as_str();
        while let Some((before, after)) = rest.split_once(&begin) {
            text.push_str(before);
            let word = after.split_once(&end).and_then(|(number, after)| {
                let number = self.numbers.get(number.parse::<usize>().ok()?)?;
                Some((number, after))
            });
            if let Some((number, after)) = word {
                text.push_str(number);
                rest = after;
            } else {
                text.push_str(&begin);
                rest = after;
            }
        }
        text.push_str(rest);
        text
    }
}

fn is_inexact(value: &Value) -> bool {
    matches!(value, Value::Number(text) if is_inexact_number(text))
}

/// Whether a number, as JSON writes it, is not what 64 bits hold.
fn is_inexact_number(text: &str) -> bool {
    if !text
        .bytes()
        .all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte))
    {
        // Infinities and what is no number.
        return false;
    }
    if !text.contains(['.', 'e', 'E']) {
        return text.parse::<i64>().is_err() && text.parse::<u64>().is_err();
    }
    let Ok(double) = text.parse::<f64>() else {
        return true;
    };
    double.is_infinite() || significant(text) != significant(&format!("{double:e}"))
}

/// The digits of a number, without zeros at either end.
fn significant(text: &str) -> String {
    let mantissa = text.split(['e', 'E']).next().unwrap_or_default();
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    digits.trim_matches('0').to_owned()
}

fn any(value: &Value, is: &dyn Fn(&Value) -> bool) -> bool {
    is(value)
        || match value {
            Value::Array(items) => items.iter().any(|item| any(item, is)),
            Value::Object(members) => members.values().any(|member| any(member, is)),
            _ => false,
        }
}

fn has_text(value: &Value, stem: &str) -> bool {
    any(value, &|value| match value {
        Value::String(text) => text.contains(stem),
        Value::Object(members) => members.keys().any(|name| name.contains(stem)),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_64_bits_hold_is_left_to_the_library() {
        for exact in [
            "0",
            "-1",
            "1.0",
            "0.1",
            "1e3",
            "18446744073709551615",
            "2.50",
            "1E+2",
            "0.0",
        ] {
            assert!(!is_inexact_number(exact), "{exact}");
        }
        for inexact in [
            "18446744073709551616",
            "-9223372036854775809",
            "0.1234567890123456789",
            "1e400",
            "1e-400",
        ] {
            assert!(is_inexact_number(inexact), "{inexact}");
        }
        assert!(!is_inexact_number("Infinity"));
    }

    #[test]
    fn a_word_that_is_in_the_values_is_not_taken() {
        let values = [
            Value::String("number0x0x".to_owned()),
            Value::Number("1e400".to_owned()),
        ];
        let masked = Masked::new(&values);
        assert_eq!(masked.values[1], Value::String("number1x0x".to_owned()));
        let written = masked.unmask("number0x0x number1x0x number1x7x".to_owned(), "");
        assert_eq!(written, "number0x0x 1e400 number1x7x");
    }
}
