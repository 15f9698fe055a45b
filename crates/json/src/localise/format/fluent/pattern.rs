//! A Fluent pattern as pieces: its text, and its selectors with their variants.
//!
//! Braces in a string literal (`{ "{" }`) open nothing, and quotation marks in a text are text.

use std::collections::HashMap;
use std::ops::Range;

use super::dedented;
use crate::localise::selection::{Part, Pattern, Selector, SelectorId, Variant};

/// Selectors that stand deeper in selectors are text. It bounds the stack and the work.
const DEEPEST: usize = 16;

/// Reads a pattern. Whatever it is, there is a result: what is no selector is text. Cost: a pass
/// for each level of selectors in selectors.
pub(super) fn parse(text: &str, span: Range<usize>) -> Pattern {
    within(text, span, &mut HashMap::new(), DEEPEST)
}

/// Whether a placeable is open at the end.
pub(super) fn is_open(text: &str) -> bool {
    let mut open = Openness::from(0);
    open.is_open_at(text, text.len())
}

/// Whether a placeable is open, at one byte of a text after the other. Cost: one pass in all.
pub(super) struct Openness {
    braces: BraceStack,
    at: usize,
}

impl Openness {
    /// Nothing is open at a byte.
    pub(super) fn from(start: usize) -> Self {
        Self {
            braces: BraceStack::default(),
            at: start,
        }
    }

    /// Whether a placeable is open at the end of a line, which is no earlier than the one before.
    pub(super) fn is_open_at(&mut self, text: &str, end: usize) -> bool {
        while self.at < end {
            self.at = self.braces.pass(text, self.at);
        }
        self.braces.depth() > 0
    }
}

/// The placeables that are open at a byte.
#[derive(Default)]
struct BraceStack {
    /// For each, whether its variants have begun: what stands in those is text.
    open: Vec<bool>,
}

impl BraceStack {
    fn depth(&self) -> usize {
        self.open.len()
    }

    /// Passes what stands at a byte, and returns the byte after it.
    fn pass(&mut self, text: &str, at: usize) -> usize {
        let rest = text.as_bytes().get(at..).unwrap_or_default();
        let in_expression = self.open.last() == Some(&false);
        match rest {
            [b'{', ..] => self.open.push(false),
            [b'}', ..] => {
                self.open.pop();
            }
            [b'-', b'>', ..] if in_expression => {
                if let Some(has_variants) = self.open.last_mut() {
                    *has_variants = true;
                }
                return at + 2;
            }
            [b'"', ..] if in_expression => return at + literal_length(rest).unwrap_or(1),
            _ => {}
        }
        at + 1
    }
}

/// The bytes of a string literal, quotes included. It ends on its line.
fn literal_length(rest: &[u8]) -> Option<usize> {
    let mut at = 1;
    loop {
        match rest.get(at)? {
            b'"' => return Some(at + 1),
            b'\n' => return None,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
}

/// How many selectors with an expression stand before, in the message and around the pattern.
type Counts = HashMap<String, usize>;

fn within(text: &str, span: Range<usize>, counts: &mut Counts, depth: usize) -> Pattern {
    let mut counted = Vec::new();
    let mut parts = Vec::new();
    let mut from = span.start;
    let mut at = span.start;
    let source = text.get(..span.end).unwrap_or_default();
    while at < span.end {
        if source.as_bytes().get(at) != Some(&b'{') {
            at += 1;
            continue;
        }
        let placeable = Placeable::read(source, at);
        let end = placeable.end;
        if let Some(arrow) = placeable.arrow.filter(|_| depth > 0) {
            let words = source.get(at + 1..arrow).unwrap_or_default();
            let expression = words.split_whitespace().collect::<Vec<_>>().join(" ");
            let count = counts.entry(expression.clone()).or_default();
            let id = SelectorId {
                expression,
                order: *count,
            };
            *count += 1;
            counted.push(id.expression.clone());
            push_text(source, from..at, &mut parts);
            parts.push(Part::Selector(Selector {
                id,
                variants: variants(source, arrow + 2..placeable.close, counts, depth - 1),
            }));
            from = end;
        }
        at = end;
    }
    push_text(source, from..span.end, &mut parts);
    // Another variant counts anew.
    for expression in counted {
        if let Some(count) = counts.get_mut(&expression) {
            *count -= 1;
        }
    }
    Pattern {
        text: dedented(text.get(span).unwrap_or_default()),
        parts,
    }
}

fn push_text(source: &str, span: Range<usize>, parts: &mut Vec<Part>) {
    let raw = source.get(span).unwrap_or_default();
    if raw.is_empty() {
        return;
    }
    // Indentation is no part of the text, a line break is.
    let mut text = String::new();
    for (at, line) in raw.split('\n').enumerate() {
        if at > 0 {
            text.push('\n');
        }
        text.push_str(match at {
            0 => line.trim_end_matches('\r'),
            _ => line.trim_start().trim_end_matches('\r'),
        });
    }
    parts.push(Part::Text(text));
}

/// What stands in braces.
struct Placeable {
    /// Where the arrow of a selector is.
    arrow: Option<usize>,
    /// Where it closes; the end of the text if it does not.
    close: usize,
    /// The byte after it.
    end: usize,
}

impl Placeable {
    fn read(source: &str, open: usize) -> Self {
        let mut braces = BraceStack::default();
        let mut arrow = None;
        let mut at = open;
        while at < source.len() {
            let next = braces.pass(source, at);
            if braces.depth() == 0 {
                return Self {
                    arrow,
                    close: at,
                    end: next,
                };
            }
            if arrow.is_none() && braces.open == [true] {
                arrow = Some(at);
            }
            at = next;
        }
        Self {
            arrow,
            close: at,
            end: at,
        }
    }
}

/// The variants between an arrow and the brace that closes their selector. Each begins on a line
/// of its own.
fn variants(source: &str, span: Range<usize>, counts: &mut Counts, depth: usize) -> Vec<Variant> {
    let mut heads = Vec::new();
    let mut braces = BraceStack::default();
    let mut at = span.start;
    let mut begins = true;
    while at < span.end {
        let byte = source.as_bytes().get(at).copied().unwrap_or_default();
        if begins
            && braces.depth() == 0
            && let Some(head) = Head::read(source, at..span.end)
        {
            at = head.text;
            begins = false;
            heads.push(head);
            continue;
        }
        begins = byte == b'\n' || (begins && byte.is_ascii_whitespace());
        at = braces.pass(source, at);
    }
    let ends = heads.iter().skip(1).map(|it| it.start);
    let ends: Vec<_> = ends.chain([span.end]).collect();
    heads
        .into_iter()
        .zip(ends)
        .map(|(head, end)| {
            let raw = source.get(head.text..end).unwrap_or_default();
            let start = end - raw.trim_start().len();
            let slot = start..start.max(head.text + raw.trim_end().len());
            Variant {
                pattern: within(source, slot.clone(), counts, depth),
                keyword: head.keyword,
                default: head.default,
                key: head.start..slot.end,
                slot,
            }
        })
        .collect()
}

/// `*[other]`
struct Head {
    keyword: String,
    default: bool,
    start: usize,
    /// The byte after it.
    text: usize,
}

impl Head {
    fn read(source: &str, span: Range<usize>) -> Option<Self> {
        let raw = source.get(span.clone())?;
        let open = raw.strip_prefix('*').unwrap_or(raw);
        let line = open.strip_prefix('[')?.lines().next()?;
        let close = line.find(']')?;
        Some(Self {
            keyword: line.get(..close)?.trim().to_owned(),
            default: raw.starts_with('*'),
            start: span.start,
            text: span.start + (raw.len() - open.len()) + 1 + close + 1,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Pattern {
        parse(text, 0..text.len())
    }

    #[test]
    fn a_brace_in_a_string_literal_opens_nothing() {
        for (text, open) in [
            ("{ $n }", false),
            ("{ $n ->", true),
            (r#"{ "{" }"#, false),
            (r#"{ "}""#, true),
            (r#"{ "\"{" }"#, false),
            ("{ $n ->\n [a] \"{ \"x\" }\" {", true),
            ("{ $n ->\n [a] 5\" { $m }\n *[b] x\n}", false),
            ("a } b", false),
        ] {
            assert_eq!(is_open(text), open, "{text}");
        }
    }

    #[test]
    fn selectors_with_one_expression_are_told_apart_by_their_order() {
        let text = "{ $a ->\n [one] x\n *[other] xs\n} and { $b ->\n *[other] y\n}, { $a ->\n *[other] z\n}";
        let pattern = read(text);
        let names: Vec<_> = pattern
            .selectors()
            .iter()
            .map(|it| it.id.to_string())
            .collect();
        assert_eq!(names, ["$a", "$b", "$a#2"]);
        assert_eq!(pattern.rendered(&[]), "xs and y, z");
    }

    #[test]
    fn a_variant_may_have_several_lines_and_selectors_of_its_own() {
        let text = "{ $a ->\n    [no] None\n        at all\n   *[yes] { $n ->\n        [one] A file\n       *[other] { $n } files\n    } left\n}";
        let pattern = read(text);
        let [Part::Selector(outer)] = pattern.parts.as_slice() else {
            panic!("{pattern:?}");
        };
        let [no, yes] = outer.variants.as_slice() else {
            panic!("{outer:?}");
        };
        assert_eq!(no.pattern.text, "None\nat all");
        assert!(!no.default && yes.default);
        assert_eq!(yes.pattern.rendered(&[]), "{ $n } files left");
    }

    #[test]
    fn what_is_not_closed_is_read_as_far_as_it_goes() {
        for text in [
            "{",
            "{ $n ->",
            "{ $n ->\n [one",
            "{ $n ->\n [one] é",
            "{ \"",
            "{ \"\\",
        ] {
            read(text);
        }
        assert_eq!(read("{ $n ->\n *[one] é").rendered(&[]), "é");
    }
}
