//! Numbers: those of the source stand in the translation, in whatever digits.
//!
//! Separators differ between languages and small numbers may be spelt out, so this is a hint to
//! look, not an error.
//!
//! `Up to 10 files` → `Bis zu 100 Dateien`

use std::collections::BTreeMap;

use ichiban_tool::Severity;

use super::{Check, Finding, Pair};

pub(super) struct Numbers;

impl Check for Numbers {
    fn name(&self) -> &'static str {
        "number"
    }

    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>) {
        if !pair.source.choices().is_empty() || !pair.target.choices().is_empty() {
            return;
        }
        let source = numbers(&pair.source.prose());
        let target = numbers(&pair.target.prose());
        for (number, count) in &source {
            // One digit alone may well be spelt out.
            if target.get(number).copied().unwrap_or_default() < *count && number.len() > 1 {
                findings.push(Finding::new(
                    Severity::Warning,
                    "number-missing",
                    format!("The number {number} is missing."),
                    "Make sure that the translation says the same.",
                ));
            }
        }
        for number in target.keys() {
            if !source.contains_key(number) && !source.is_empty() && number.len() > 1 {
                findings.push(Finding::new(
                    Severity::Warning,
                    "number-unknown",
                    format!("The source has no number {number}."),
                    "Make sure that the translation says the same.",
                ));
            }
        }
    }
}

/// The numbers of a text in ASCII digits, without separators, and how often each stands there.
fn numbers(text: &str) -> BTreeMap<String, usize> {
    let mut numbers = BTreeMap::new();
    let mut current = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if let Some(digit) = digit(c) {
            current.push(digit);
            continue;
        }
        let separates = matches!(
            c,
            '.' | ',' | '\u{a0}' | '\u{202f}' | '\'' | '’' | '٫' | '٬' | ' '
        ) && !current.is_empty()
            && chars.peek().copied().and_then(digit).is_some();
        if !separates && !current.is_empty() {
            *numbers.entry(std::mem::take(&mut current)).or_default() += 1;
        }
    }
    if !current.is_empty() {
        *numbers.entry(current).or_default() += 1;
    }
    numbers
}

/// A decimal digit of any script in common use, as ASCII.
fn digit(c: char) -> Option<char> {
    let zeros = [
        0x30, 0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xE50,
        0xED0, 0x1040, 0x17E0, 0xFF10,
    ];
    let code = u32::from(c);
    zeros
        .iter()
        .find(|zero| (**zero..**zero + 10).contains(&code))
        .and_then(|zero| char::from_digit(code - zero, 10))
}
