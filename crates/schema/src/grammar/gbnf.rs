//! GBNF, the notation of llama.cpp (`grammars/README.md` there).

use std::fmt::Write as _;

use super::expression::{Expression, Rule};

pub(super) fn write(rules: &[Rule]) -> String {
    let mut text = String::new();
    for rule in rules {
        text.push_str(&name(&rule.name));
        text.push_str(" ::= ");
        expression(&rule.body, rules, Around::Nothing, &mut text);
        text.push('\n');
    }
    text
}

/// Underscores are no letters of a name.
fn name(name: &str) -> String {
    name.replace('_', "-")
}

/// What an expression stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Around {
    Nothing,
    Sequence,
    Repeat,
}

fn expression(of: &Expression, rules: &[Rule], around: Around, text: &mut String) {
    match of {
        Expression::Literal(literal) => {
            text.push('"');
            for character in literal.chars() {
                escape(character, "\"\\", text);
            }
            text.push('"');
        }
        Expression::Class { ranges, is_negated } => {
            text.push_str(if *is_negated { "[^" } else { "[" });
            for (from, to) in ranges {
                escape(*from, "]\\-^", text);
                if to != from {
                    text.push('-');
                    escape(*to, "]\\-^", text);
                }
            }
            text.push(']');
        }
        Expression::Rule(rule) => {
            if let Some(rule) = rules.get(rule.0) {
                text.push_str(&name(&rule.name));
            }
        }
        Expression::Sequence(parts) if parts.is_empty() => text.push_str("\"\""),
        Expression::Sequence(parts) => {
            group(around == Around::Repeat, text, |text| {
                for (place, part) in parts.iter().enumerate() {
                    if place > 0 {
                        text.push(' ');
                    }
                    expression(part, rules, Around::Sequence, text);
                }
            });
        }
        Expression::Choice(parts) => {
            group(around != Around::Nothing, text, |text| {
                for (place, part) in parts.iter().enumerate() {
                    if place > 0 {
                        text.push_str(" | ");
                    }
                    expression(part, rules, Around::Nothing, text);
                }
            });
        }
        Expression::Repeat { of, least, most } => {
            expression(of, rules, Around::Repeat, text);
            match (least, most) {
                (0, None) => text.push('*'),
                (1, None) => text.push('+'),
                (0, Some(1)) => text.push('?'),
                (least, None) => _ = write!(text, "{{{least},}}"),
                (least, Some(most)) if least == most => _ = write!(text, "{{{least}}}"),
                (least, Some(most)) => _ = write!(text, "{{{least},{most}}}"),
            }
        }
    }
}

fn group(is_grouped: bool, text: &mut String, write: impl FnOnce(&mut String)) {
    if is_grouped {
        text.push('(');
    }
    write(text);
    if is_grouped {
        text.push(')');
    }
}

fn escape(character: char, escaped: &str, text: &mut String) {
    match character {
        '\n' => text.push_str("\\n"),
        '\r' => text.push_str("\\r"),
        '\t' => text.push_str("\\t"),
        // It has escapes for these and no other characters: `^` and `-` go by their number.
        '^' | '-' if escaped.contains(character) => {
            _ = write!(text, "\\x{:02X}", u32::from(character));
        }
        character if escaped.contains(character) => {
            text.push('\\');
            text.push(character);
        }
        character if character.is_control() => {
            _ = write!(text, "\\x{:02X}", u32::from(character));
        }
        character => text.push(character),
    }
}
