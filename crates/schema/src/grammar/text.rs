//! Strings, and names that are none of some others.

use std::collections::BTreeMap;

use serde_json::Value;

use super::expression::{Expression, choice, class, literal, nothing, repeat, sequence};

/// A value as it is spelled in a document.
pub(super) fn spelled(value: &Value) -> Expression {
    literal(value.to_string())
}

/// A string of so many characters. Cost of the grammar: constant, the limits are counts.
pub(super) fn string(character: Expression, least: u64, most: Option<u64>) -> Expression {
    sequence([literal("\""), repeat(character, least, most), literal("\"")])
}

/// One character of a string (RFC 8259 §7): as it is, escaped, or by its number, outside the basic
/// plane by two.
pub(super) fn character() -> Expression {
    let hex = || class(&[('0', '9'), ('a', 'f'), ('A', 'F')]);
    let hexes = |count| repeat(hex(), count, Some(count));
    let d = || class(&[('d', 'd'), ('D', 'D')]);
    let number = choice([
        sequence([
            class(&[('0', '9'), ('a', 'c'), ('A', 'C'), ('e', 'f'), ('E', 'F')]),
            hexes(3),
        ]),
        sequence([d(), class(&[('0', '7')]), hexes(2)]),
        sequence([
            d(),
            class(&[('8', '9'), ('a', 'b'), ('A', 'B')]),
            hexes(2),
            literal("\\u"),
            d(),
            class(&[('c', 'f'), ('C', 'F')]),
            hexes(2),
        ]),
    ]);
    let short = "\"\\/bfnrt".chars().map(|letter| (letter, letter));
    choice([
        plain(&[]),
        sequence([literal("\\"), class(&short.collect::<Vec<_>>())]),
        sequence([literal("\\u"), number]),
    ])
}

/// A character as it is, but for some.
fn plain(but: &[char]) -> Expression {
    let mut ranges = vec![('"', '"'), ('\\', '\\'), ('\u{0}', '\u{1f}')];
    ranges.extend(but.iter().map(|one| (*one, *one)));
    Expression::Class {
        ranges,
        is_negated: true,
    }
}

/// What must be escaped, each spelled one way, so that a name is known by its letters.
const ESCAPED: [&str; 7] = ["\\\"", "\\\\", "\\b", "\\f", "\\n", "\\r", "\\t"];

/// A name that is none of these.
pub(super) fn other_name(names: &[&str]) -> Expression {
    let mut tree = Tree::default();
    for name in names {
        let spelled = Value::from(*name).to_string();
        let letters = spelled
            .strip_prefix('"')
            .and_then(|rest| rest.strip_suffix('"'));
        tree.insert(letters.unwrap_or_default());
    }
    sequence([literal("\""), tree.other(), literal("\"")])
}

/// Names, letter by letter.
#[derive(Debug, Default)]
struct Tree {
    next: BTreeMap<String, Tree>,
    is_name: bool,
}

impl Tree {
    fn insert(&mut self, letters: &str) {
        let mut rest = letters;
        let mut tree = self;
        while let Some(first) = rest.chars().next() {
            let length = match first {
                '\\' if rest.starts_with("\\u") => 6,
                '\\' => 2,
                first => first.len_utf8(),
            };
            let (letter, after) = rest.split_at(length.min(rest.len()));
            tree = tree.next.entry(letter.to_owned()).or_default();
            rest = after;
        }
        tree.is_name = true;
    }

    /// The texts that go on from here and end as no name.
    fn other(&self) -> Expression {
        let mut parts = Vec::new();
        if !self.is_name {
            parts.push(nothing());
        }
        for (letter, tree) in &self.next {
            parts.push(sequence([literal(letter.as_str()), tree.other()]));
        }
        let plains: Vec<char> = self
            .next
            .keys()
            .filter(|letter| !letter.starts_with('\\'))
            .filter_map(|letter| letter.chars().next())
            .collect();
        parts.push(sequence([
            choice([plain(&plains), self.other_escape()]),
            repeat(
                choice([plain(&[]), Tree::default().other_escape()]),
                0,
                None,
            ),
        ]));
        choice(parts)
    }

    fn other_escape(&self) -> Expression {
        let escaped = ESCAPED
            .iter()
            .filter(|escape| !self.next.contains_key(**escape));
        choice(escaped.map(|escape| literal(*escape)))
    }
}
