//! Glossary: a term of the source has its translation, and what is not translated is kept.
//!
//! With `board` → `Brett`: `New board` → `Neue Tafel`. Endings may differ: `Bretter` will do.

use ichiban_tool::Severity;

use super::{Check, Finding, Pair};

pub(super) struct Glossary;

impl Check for Glossary {
    fn name(&self) -> &'static str {
        "glossary"
    }

    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>) {
        let prose = pair.source.prose();
        let target = pair.target_text.to_lowercase();
        for term in pair.terms.glossary.in_text(&prose) {
            match &term.target {
                Some(wanted) if !has_stem(&target, wanted) => findings.push(Finding::new(
                    pair.terms.author.strict(Severity::Warning),
                    "glossary-term",
                    format!("“{}” is to be translated as “{wanted}”.", term.source),
                    format!("Use “{wanted}”."),
                )),
                None if !target.contains(&term.source.to_lowercase()) => {
                    findings.push(Finding::new(
                        pair.terms.author.strict(Severity::Warning),
                        "glossary-kept",
                        format!("“{}” is not to be translated.", term.source),
                        format!("Keep “{}” as it is.", term.source),
                    ));
                }
                _ => {}
            }
        }
    }
}

/// Whether a text has each word of a term, but for its ending.
fn has_stem(text: &str, term: &str) -> bool {
    term.to_lowercase().split_whitespace().all(|word| {
        let length = word.chars().count();
        let kept = match length {
            0..=3 => length,
            4..=6 => length - 1,
            _ => length - 2,
        };
        let stem: String = word.chars().take(kept).collect();
        text.contains(&stem)
    })
}
