//! Which words of a diagram's text are behind a part of its picture.
//!
//! The renderer tells of a part its id, where the grammar has one, and the label that is drawn. What
//! it was written as is found again in the text: by the id as a word of its own, or by the label.

use std::collections::HashMap;

use ichiban_tool::Place;

/// What is known of a part of the picture.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Label {
    /// The id that the text gives it, if it has one.
    pub(super) id: Option<String>,
    /// What is drawn; lines are separated by a space.
    pub(super) text: String,
}

/// Where a part is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    /// The line, from 0.
    line: usize,
    /// The first byte, in the line.
    from: usize,
    /// The byte after, in the line.
    to: usize,
    /// What is written there.
    pub(super) words: Words,
}

/// What is written at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Words {
    /// The label, as it is drawn.
    Label,
    /// The id, which is drawn for want of a label.
    Id,
    /// Something else that is about the part.
    Statement,
}

/// A diagram's text, read to find parts in it.
pub(super) struct Places<'a> {
    lines: Vec<&'a str>,
    /// The lines on which a word is, in order.
    words: HashMap<&'a str, Vec<usize>>,
}

/// Statements that are about a part, and not the part.
const ABOUT: [&str; 7] = [
    "style",
    "class",
    "classDef",
    "linkStyle",
    "click",
    "cssClass",
    "link",
];

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

impl<'a> Places<'a> {
    /// Reads a text. Cost: one pass.
    pub(super) fn of(text: &'a str) -> Self {
        let lines: Vec<&str> = text.lines().collect();
        let mut words: HashMap<&str, Vec<usize>> = HashMap::new();
        for (at, line) in lines.iter().enumerate() {
            if line.trim_start().starts_with("%%") {
                continue;
            }
            for word in line
                .split(|c| !is_of_word(c))
                .filter(|word| !word.is_empty())
            {
                let known = words.entry(word).or_default();
                if known.last() != Some(&at) {
                    known.push(at);
                }
            }
        }
        Self { lines, words }
    }

    /// Where a part is written first.
    pub(super) fn find(&self, label: &Label) -> Option<Found> {
        let by_id = label
            .id
            .as_deref()
            .and_then(|id| self.by_id(id, &label.text));
        by_id.or_else(|| self.by_label(&label.text))
    }

    /// Whether a line is about a part.
    pub(super) fn is_on(&self, line: usize, label: &Label) -> bool {
        let Some(text) = self.lines.get(line) else {
            return false;
        };
        match &label.id {
            Some(id) => at_word(text, id).is_some(),
            None => !label.text.is_empty() && at_word(text, &label.text).is_some(),
        }
    }

    fn lines_of(&self, text: &str) -> &[usize] {
        let word = text
            .split(|c| !is_of_word(c))
            .find(|word| !word.is_empty())
            .unwrap_or_default();
        self.words.get(word).map(Vec::as_slice).unwrap_or_default()
    }

    fn by_id(&self, id: &str, label: &str) -> Option<Found> {
        let mut first = None;
        for &line in self.lines_of(id) {
            let text = self.lines.get(line)?;
            let statement = text.split_whitespace().next().unwrap_or_default();
            let Some(from) =
                at_word(text, id).filter(|_| !ABOUT.contains(&statement) || id == statement)
            else {
                continue;
            };
            let to = from + id.len();
            // The label stands after the id; `A --> B` has none of its own.
            let after = text.get(to..).unwrap_or_default();
            if label != id
                && let Some(at) = at_word(after, label)
            {
                return Some(Found {
                    line,
                    from: to + at,
                    to: to + at + label.len(),
                    words: Words::Label,
                });
            }
            first.get_or_insert(Found {
                line,
                from,
                to,
                words: if label == id {
                    Words::Id
                } else {
                    Words::Statement
                },
            });
        }
        first
    }

    fn by_label(&self, label: &str) -> Option<Found> {
        if label.is_empty() {
            return None;
        }
        let found = self.lines_of(label).iter().find_map(|&line| {
            let from = at_word(self.lines.get(line)?, label)?;
            Some(Found {
                line,
                from,
                to: from + label.len(),
                words: Words::Label,
            })
        });
        // Broken over lines, marked up, or with entities: the line is found, not the letters.
        found.or_else(|| {
            let wanted = letters(label);
            self.lines_of(label).iter().find_map(|&line| {
                let text = self.lines.get(line)?;
                letters(text).contains(&wanted).then_some(Found {
                    line,
                    from: text.len() - text.trim_start().len(),
                    to: text.trim_end().len(),
                    words: Words::Statement,
                })
            })
        })
    }

    /// From where to where it is, as editors count.
    pub(super) fn span(&self, found: Found) -> (Place, Place) {
        let text = self.lines.get(found.line).copied().unwrap_or_default();
        let place = |byte: usize| Place {
            line: u32::try_from(found.line + 1).unwrap_or(u32::MAX),
            column: u32::try_from(text.get(..byte).unwrap_or(text).chars().count() + 1)
                .unwrap_or(u32::MAX),
        };
        (place(found.from), place(found.to))
    }

    /// Whether the label can be written anew at a place. An id is what other statements go by: only
    /// where it can be given a label beside it.
    pub(super) fn is_labelled(&self, found: Found) -> bool {
        match found.words {
            Words::Label => true,
            Words::Id => self.is_flowchart(),
            Words::Statement => false,
        }
    }

    /// The text with another label at a place that [is labelled](Self::is_labelled).
    pub(super) fn relabelled(&self, found: Found, label: &str) -> Option<String> {
        let line = self.lines.get(found.line)?;
        let (before, after) = (line.get(..found.from)?, line.get(found.to..)?);
        let is_flowchart = self.is_flowchart();
        let written = match found.words {
            Words::Label => written(before, label, after, is_flowchart),
            Words::Id if is_flowchart => {
                let id = line.get(found.from..found.to)?;
                format!("{id}[{}]", written("[", label, "]", is_flowchart))
            }
            Words::Id | Words::Statement => return None,
        };
        let mut text = String::new();
        for (at, other) in self.lines.iter().enumerate() {
            if at == found.line {
                text.push_str(before);
                text.push_str(&written);
                text.push_str(after);
            } else {
                text.push_str(other);
            }
            text.push('\n');
        }
        Some(text)
    }

    fn is_flowchart(&self) -> bool {
        self.lines.iter().any(|line| {
            let word = line.split_whitespace().next();
            matches!(word, Some("flowchart" | "graph" | "flowchart-elk"))
        })
    }
}

/// A label as it is to be written between these two.
fn written(before: &str, label: &str, after: &str, is_flowchart: bool) -> String {
    let label: Vec<&str> = label.split_whitespace().collect();
    let label = label.join(" ");
    let is_quoted = before.ends_with('"') && after.starts_with('"');
    if is_quoted {
        return label.replace('"', "#quot;");
    }
    if !is_flowchart {
        // What ends a statement where labels have no quotes.
        return label.replace(';', "#59;");
    }
    let is_plain = label
        .chars()
        .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '_' | '-' | '.' | ',' | '!' | '?'))
        && !label.split(' ').any(|word| word == "end");
    if is_plain {
        label
    } else {
        format!("\"{}\"", label.replace('"', "#quot;"))
    }
}

/// Where a text stands as a word, or words, of its own.
fn at_word(line: &str, text: &str) -> Option<usize> {
    if text.is_empty() {
        return None;
    }
    let begins_word = text.chars().next().is_some_and(is_of_word);
    let ends_word = text.chars().next_back().is_some_and(is_of_word);
    line.match_indices(text).map(|(at, _)| at).find(|&at| {
        let before = line.get(..at).and_then(|text| text.chars().next_back());
        let after = line
            .get(at + text.len()..)
            .and_then(|text| text.chars().next());
        let is_within = begins_word && before.is_some_and(is_of_word)
            || ends_word && after.is_some_and(is_of_word);
        !is_within
    })
}

/// The letters and digits of a text, without markup.
fn letters(text: &str) -> String {
    let mut letters = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, after) = rest.split_at(at);
        letters.extend(before.chars().filter(|c| c.is_alphanumeric()));
        // `<br/>`, and no more than that: a lone `<` is an arrow's.
        rest = match after.find('>') {
            Some(end) if end <= 6 => after.get(end + 1..).unwrap_or_default(),
            _ => after.get(1..).unwrap_or_default(),
        };
    }
    letters.extend(rest.chars().filter(|c| c.is_alphanumeric()));
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    const FLOW: &str = "flowchart TD\n  %% B is odd\n  A[Start here] --> B{Is it?}\n  B -->|yes| C\n  style C fill:#fff\n  D[\"Two<br/>lines\"]\n";

    fn label(id: Option<&str>, text: &str) -> Label {
        Label {
            id: id.map(ToOwned::to_owned),
            text: text.to_owned(),
        }
    }

    fn span(text: &str, wanted: &Label) -> Option<(u32, u32, u32, Words)> {
        let places = Places::of(text);
        let found = places.find(wanted)?;
        let (from, to) = places.span(found);
        Some((from.line, from.column, to.column, found.words))
    }

    #[test]
    fn a_node_is_found_by_its_id_and_its_label_after_it() {
        assert_eq!(
            span(FLOW, &label(Some("A"), "Start here")),
            Some((3, 5, 15, Words::Label))
        );
        assert_eq!(
            span(FLOW, &label(Some("B"), "Is it?")),
            Some((3, 23, 29, Words::Label))
        );
        assert_eq!(
            span(FLOW, &label(Some("C"), "C")),
            Some((4, 14, 15, Words::Id))
        );
        assert_eq!(
            span(FLOW, &label(Some("D"), "Two lines")),
            Some((6, 3, 4, Words::Statement))
        );
    }

    #[test]
    fn what_has_no_id_is_found_by_its_label() {
        assert_eq!(
            span(FLOW, &label(None, "yes")),
            Some((4, 9, 12, Words::Label))
        );
        let mindmap = "mindmap\n  root((Plans))\n    A long<br/>way\n";
        assert_eq!(
            span(mindmap, &label(None, "Plans")),
            Some((2, 9, 14, Words::Label))
        );
        assert_eq!(
            span(mindmap, &label(None, "A long way")),
            Some((3, 5, 19, Words::Statement))
        );
        assert_eq!(span(mindmap, &label(None, "nowhere")), None);
        assert_eq!(span(mindmap, &label(None, "")), None);
    }

    #[test]
    fn a_line_knows_its_parts() {
        let places = Places::of(FLOW);
        assert!(places.is_on(3, &label(Some("B"), "Is it?")));
        assert!(places.is_on(3, &label(Some("C"), "C")));
        assert!(!places.is_on(3, &label(Some("A"), "Start here")));
        assert!(!places.is_on(99, &label(Some("A"), "Start here")));
    }

    #[test]
    fn a_label_is_written_so_that_it_stays_one() {
        let rewritten = |wanted: &Label, new: &str| {
            let places = Places::of(FLOW);
            let found = places.find(wanted).unwrap();
            let text = places.relabelled(found, new).unwrap();
            text.lines().nth(2).unwrap().trim().to_owned()
        };
        let start = label(Some("A"), "Start here");
        assert_eq!(rewritten(&start, "Begin"), "A[Begin] --> B{Is it?}");
        assert_eq!(
            rewritten(&start, "f(x) \"now\""),
            "A[\"f(x) #quot;now#quot;\"] --> B{Is it?}"
        );
        assert_eq!(rewritten(&start, "the end"), "A[\"the end\"] --> B{Is it?}");
        let places = Places::of(FLOW);
        let found = places.find(&label(Some("C"), "C")).unwrap();
        let text = places.relabelled(found, "Go on").unwrap();
        assert_eq!(text.lines().nth(3), Some("  B -->|yes| C[Go on]"));
        let class = Places::of("classDiagram\n  A <|-- B\n");
        let found = class.find(&label(Some("A"), "A")).unwrap();
        assert!(!class.is_labelled(found), "an id elsewhere is a name");
        let sequence = "sequenceDiagram\n  A->>B: Hello\n";
        let places = Places::of(sequence);
        let found = places.find(&label(None, "Hello")).unwrap();
        assert_eq!(
            places.relabelled(found, "a; b\n c").unwrap(),
            "sequenceDiagram\n  A->>B: a#59; b c\n"
        );
    }
}
