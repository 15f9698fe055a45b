//! Lark, as llguidance reads it. A lexer comes first there, so that strings, numbers and names are
//! one terminal each, a regular expression that ends where it must; white space is left to
//! `%ignore`.

use std::fmt::Write as _;

use super::expression::{Expression, Rule};

pub(super) fn write(rules: &[Rule]) -> String {
    let mut text = String::new();
    for (place, rule) in rules.iter().enumerate() {
        if rule.name == WHITE_SPACE {
            continue;
        }
        // The document's rule has the name that is looked for.
        let name = if place == 0 {
            "start".to_owned()
        } else {
            name(rule)
        };
        text.push_str(&name);
        text.push_str(": ");
        if rule.is_token && place > 0 {
            text.push('/');
            regex(&rule.body, rules, Around::Nothing, &mut text);
            text.push('/');
        } else {
            expression(&rule.body, rules, Around::Nothing, &mut text);
        }
        text.push('\n');
    }
    text.push_str("%ignore /[ \\t\\r\\n]{1,40}/\n");
    text
}

/// The rule of white space.
pub(super) const WHITE_SPACE: &str = "ws";

fn name(rule: &Rule) -> String {
    if rule.is_token {
        rule.name.to_uppercase()
    } else if rule.name == "start" {
        "start_".to_owned()
    } else {
        rule.name.clone()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Around {
    Nothing,
    Sequence,
    Repeat,
}

fn expression(of: &Expression, rules: &[Rule], around: Around, text: &mut String) {
    match of {
        Expression::Literal(literal) => {
            text.push_str(&serde_json::Value::from(literal.as_str()).to_string());
        }
        Expression::Class { .. } => {
            text.push('/');
            regex(of, rules, Around::Nothing, text);
            text.push('/');
        }
        Expression::Rule(rule) => match rules.get(rule.0) {
            Some(rule) if rule.name == WHITE_SPACE => text.push_str("\"\""),
            Some(_) if rule.0 == 0 => text.push_str("start"),
            Some(rule) => text.push_str(&name(rule)),
            None => {}
        },
        Expression::Sequence(parts) => {
            let is_space = |part: &&Expression| match part {
                Expression::Rule(rule) => rules
                    .get(rule.0)
                    .is_none_or(|rule| rule.name != WHITE_SPACE),
                _ => true,
            };
            let parts: Vec<&Expression> = parts.iter().filter(is_space).collect();
            if parts.is_empty() {
                text.push_str("\"\"");
            }
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
            times(*least, *most, text);
        }
    }
}

fn times(least: u64, most: Option<u64>, text: &mut String) {
    match (least, most) {
        (0, None) => text.push('*'),
        (1, None) => text.push('+'),
        (0, Some(1)) => text.push('?'),
        (least, None) => _ = write!(text, "{{{least},}}"),
        (least, Some(most)) => _ = write!(text, "{{{least},{most}}}"),
    }
}

/// An expression without rules as a regular expression.
fn regex(of: &Expression, rules: &[Rule], around: Around, text: &mut String) {
    match of {
        Expression::Literal(literal) => {
            let is_grouped = around == Around::Repeat && literal.chars().count() > 1;
            group(is_grouped, text, |text| {
                for character in literal.chars() {
                    escape(character, text);
                }
            });
        }
        Expression::Class { ranges, is_negated } => {
            text.push_str(if *is_negated { "[^" } else { "[" });
            for (from, to) in ranges {
                escape(*from, text);
                if to != from {
                    text.push('-');
                    escape(*to, text);
                }
            }
            text.push(']');
        }
        Expression::Rule(rule) => {
            if let Some(rule) = rules.get(rule.0) {
                group(true, text, |text| {
                    regex(&rule.body, rules, Around::Nothing, text);
                });
            }
        }
        Expression::Sequence(parts) => group(around == Around::Repeat, text, |text| {
            for part in parts {
                regex(part, rules, Around::Sequence, text);
            }
        }),
        Expression::Choice(parts) => group(around != Around::Nothing, text, |text| {
            for (place, part) in parts.iter().enumerate() {
                if place > 0 {
                    text.push('|');
                }
                regex(part, rules, Around::Nothing, text);
            }
        }),
        Expression::Repeat { of, least, most } => {
            regex(of, rules, Around::Repeat, text);
            times(*least, *most, text);
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

fn escape(character: char, text: &mut String) {
    match character {
        '\n' => text.push_str("\\n"),
        '\r' => text.push_str("\\r"),
        '\t' => text.push_str("\\t"),
        character if character.is_control() => {
            _ = write!(text, "\\x{:02x}", u32::from(character));
        }
        character if "\\.+*?()|[]{}^$#&-~/".contains(character) => {
            text.push('\\');
            text.push(character);
        }
        character => text.push(character),
    }
}
