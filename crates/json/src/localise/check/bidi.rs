//! Directional controls: what is opened is closed, or the rest of the page runs the wrong way.
//!
//! Embeddings, overrides and isolates (UAX #9 §2) are opened and closed within the text; overrides
//! can make a text read as something else than it is.

use ichiban_tool::Severity;

use super::{Check, Finding, Pair};

pub(super) struct Bidi;

impl Check for Bidi {
    fn name(&self) -> &'static str {
        "bidi"
    }

    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>) {
        let text = pair.target_text;
        if is_open(
            text,
            &['\u{202a}', '\u{202b}', '\u{202d}', '\u{202e}'],
            '\u{202c}',
        ) || is_open(text, &['\u{2066}', '\u{2067}', '\u{2068}'], '\u{2069}')
        {
            findings.push(Finding::new(
                pair.terms.author.strict(Severity::Warning),
                "bidi-unbalanced",
                "A directional control is opened and not closed, or closed and not opened.",
                "Close it (U+202C or U+2069), or remove it.",
            ));
        }
        let overrides = |text: &str| text.contains(['\u{202d}', '\u{202e}']);
        if overrides(text) && !overrides(pair.source_text) {
            findings.push(Finding::new(
                pair.terms.author.strict(Severity::Warning),
                "bidi-override",
                "The translation overrides the direction of its characters.",
                "Remove U+202D and U+202E; scripts know their direction.",
            ));
        }
    }
}

fn is_open(text: &str, openers: &[char], closer: char) -> bool {
    let mut depth = 0_i32;
    for c in text.chars() {
        if openers.contains(&c) {
            depth += 1;
        } else if c == closer {
            depth -= 1;
        }
        if depth < 0 {
            return true;
        }
    }
    depth != 0
}
