//! Single quotation marks: what is quoted in them is quoted in the translation too, in whatever
//! marks. Apostrophes within words are none.
//!
//! `Press 'Enter'` → `Drücke Enter`

use ichiban_tool::Severity;

use super::{Check, Finding, Pair};

pub(super) struct SingleQuotes;

impl Check for SingleQuotes {
    fn name(&self) -> &'static str {
        "quotation-single"
    }

    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>) {
        if !pair.source.choices().is_empty() || !pair.target.choices().is_empty() {
            return;
        }
        let source = pairs(&pair.source.prose());
        let target = pair.target.prose();
        let any = target.contains(|c: char| "'‘’‚‹›\"“”„«»「」『』《》".contains(c));
        if source > 0 && !any {
            findings.push(Finding::new(
                Severity::Info,
                "quotation-single",
                "The source quotes something, the translation does not.",
                "Quote it in the marks of the language.",
            ));
        }
    }
}

/// How many runs of text stand between single quotation marks.
fn pairs(prose: &str) -> usize {
    let chars: Vec<char> = prose.chars().collect();
    let word = |at: Option<usize>| {
        at.and_then(|at| chars.get(at))
            .is_some_and(|c| c.is_alphanumeric() || *c == '\u{fffc}')
    };
    let mut open = false;
    let mut pairs = 0;
    for (at, c) in chars.iter().enumerate() {
        if !matches!(c, '\'' | '‘' | '’') {
            continue;
        }
        let (before, after) = (word(at.checked_sub(1)), word(at.checked_add(1)));
        match (before, after) {
            (false, true) => open = true,
            (_, false) if open => {
                open = false;
                pairs += 1;
            }
            _ => {}
        }
    }
    pairs
}
