//! Spaces before punctuation: most languages have none there, French has.
//!
//! `Save, then close` → `Sichern , dann schließen`

use ichiban_tool::Severity;

use super::{Check, Finding, Pair};

pub(super) struct PunctuationSpace;

impl Check for PunctuationSpace {
    fn name(&self) -> &'static str {
        "punctuation-space"
    }

    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>) {
        let marks: &[char] = match pair.terms.locale.language() {
            // The marks of two parts have a space before them.
            "fr" | "br" => &[',', '.'],
            _ => &[',', '.', ';', ':', '!', '?'],
        };
        let (source, target) = (pair.source.prose(), pair.target.prose());
        if let Some(mark) = spaced(&target, marks)
            && spaced(&source, marks).is_none()
        {
            findings.push(Finding::new(
                Severity::Info,
                "punctuation-space",
                format!("There is a space before `{mark}`."),
                "Remove it.",
            ));
        }
    }
}

/// A mark with a space before it that ends a word: `.json` and `:)` do not.
fn spaced(prose: &str, marks: &[char]) -> Option<char> {
    let chars: Vec<char> = prose.chars().collect();
    chars
        .windows(3)
        .find_map(|window| match window {
            [before, ' ', mark] if marks.contains(mark) && before.is_alphanumeric() => Some(*mark),
            _ => None,
        })
        .filter(|mark| {
            let ends = |text: &str| text.is_empty() || text.starts_with(char::is_whitespace);
            let found = format!(" {mark}");
            prose
                .match_indices(&found)
                .any(|(at, _)| ends(prose.get(at + found.len()..).unwrap_or_default()))
        })
}
