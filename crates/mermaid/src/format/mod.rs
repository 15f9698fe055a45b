//! Diagrams in one style: indentation by blocks, one space around arrows, no blanks where they say
//! nothing. Comments, front matter and directives stay where they are.
//!
//! What a line means depends on the family, and on more than a formatter can know; so each result is
//! read again by the grammar, and kept only if it says exactly what the diagram said before. Where
//! the whole style would change that, less of it is applied, down to none.

mod indent;
mod spacing;

use crate::diagram::{Diagram, ParseError, parse};

/// How much of the style is applied, the most first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Extent {
    /// Indentation, and spaces within statements.
    Whole,
    /// Indentation by blocks.
    Indentation,
    /// Blanks at the ends of lines, and blank lines.
    Ends,
}

const EXTENTS: [Extent; 3] = [Extent::Whole, Extent::Indentation, Extent::Ends];

/// The text of a diagram in the style. Formatting twice is formatting once, and the diagram says the
/// same: its model is equal, whatever the model holds.
///
/// # Errors
/// If the text is no diagram. It has then to be mended first, see [`fix`](crate::fix::fix).
///
/// Cost: a few passes of the grammar.
pub fn format(text: &str) -> Result<String, ParseError> {
    let diagram = parse(text)?;
    let mut current = text.to_owned();
    // The style is settled when it changes nothing any more; what never settles is left alone.
    for _ in 0..4 {
        let next = once(&current, &diagram);
        if next == current {
            return Ok(current);
        }
        current = next;
    }
    Ok(text.to_owned())
}

fn once(text: &str, diagram: &Diagram) -> String {
    EXTENTS
        .iter()
        .map(|extent| apply(text, *extent))
        .find(|candidate| candidate == text || says_the_same(candidate, diagram))
        .unwrap_or_else(|| text.to_owned())
}

fn says_the_same(candidate: &str, diagram: &Diagram) -> bool {
    parse(candidate).is_ok_and(|other| other == *diagram)
}

fn apply(text: &str, extent: Extent) -> String {
    let text = text.replace("\r\n", "\n");
    let lines = indent::lines(&text);
    let mut out = String::with_capacity(text.len() + 64);
    let mut is_blank_before = true;
    for line in lines {
        let indent::Line {
            depth,
            text,
            is_fixed,
        } = line;
        if is_fixed {
            out.push_str(text);
            out.push('\n');
            is_blank_before = false;
            continue;
        }
        let content = text.trim();
        if content.is_empty() {
            if !is_blank_before {
                out.push('\n');
            }
            is_blank_before = true;
            continue;
        }
        is_blank_before = false;
        match extent {
            Extent::Ends => out.push_str(text.trim_end()),
            Extent::Indentation | Extent::Whole => {
                out.push_str(&" ".repeat(depth.spaces()));
                if extent == Extent::Whole && !content.starts_with("%%") {
                    out.push_str(&spacing::statement(content, depth.family()));
                } else {
                    out.push_str(content);
                }
            }
        }
        out.push('\n');
    }
    let end = out.trim_end_matches('\n').len();
    out.truncate(end);
    out.push('\n');
    out
}
