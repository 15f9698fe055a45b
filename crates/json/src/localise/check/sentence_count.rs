//! Sentences: the translation has about as many as the source; one left out is easily missed.
//!
//! `Saved. Close now? You can undo this.` → `Gesichert.`

use ichiban_tool::Severity;

use super::{Check, Finding, Pair};

pub(super) struct SentenceCount;

impl Check for SentenceCount {
    fn name(&self) -> &'static str {
        "sentence-count"
    }

    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>) {
        // Thai and Lao end sentences with a space.
        let unmarked = matches!(pair.terms.locale.language(), "th" | "lo" | "km" | "my");
        if unmarked || !pair.source.choices().is_empty() || !pair.target.choices().is_empty() {
            return;
        }
        let source = sentences(&pair.source.prose());
        let target = sentences(&pair.target.prose());
        // Two may well become one.
        if source.abs_diff(target) > 1 {
            findings.push(Finding::new(
                Severity::Info,
                "sentence-count",
                format!("The source has {source} sentences, the translation {target}."),
                "Make sure that it says all that the source says.",
            ));
        }
    }
}

/// How many sentences a text has: marks that end one, before white space or the text's end, after
/// a word of two letters at least, and what follows the last.
fn sentences(prose: &str) -> usize {
    let chars: Vec<char> = prose.trim().chars().collect();
    let mut count = 0;
    let mut word = 0;
    let mut open = false;
    for (at, c) in chars.iter().enumerate() {
        let wide = matches!(c, '。' | '？' | '！' | '।' | '؟' | '۔');
        let narrow = matches!(c, '.' | '?' | '!')
            && word > 1
            && chars
                .get(at + 1)
                .is_none_or(|it| it.is_whitespace() || "\"')”»".contains(*it));
        if wide || narrow {
            count += usize::from(open);
            open = false;
        }
        word = if c.is_alphabetic() || *c == '\u{fffc}' {
            word + 1
        } else {
            0
        };
        open |= word > 0;
    }
    count + usize::from(open)
}
