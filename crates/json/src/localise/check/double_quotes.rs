//! Quotation marks: what the source quotes, the translation quotes, in its own marks.
//!
//! `Open "file"` → `„Datei öffnen`

use ichiban_tool::Severity;

use super::{Check, Finding, Pair};

pub(super) struct DoubleQuotes;

impl Check for DoubleQuotes {
    fn name(&self) -> &'static str {
        "quotation-double"
    }

    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>) {
        if !pair.source.choices().is_empty() || !pair.target.choices().is_empty() {
            return;
        }
        let source = count(&pair.source.prose());
        let target = count(&pair.target.prose());
        // One without a partner is a slip, one pair more or less is style.
        if source.is_multiple_of(2) && !target.is_multiple_of(2) {
            findings.push(Finding::new(
                Severity::Info,
                "quotation-double",
                "A quotation mark has no partner.",
                "Open and close each quotation.",
            ));
        }
    }
}

fn count(prose: &str) -> usize {
    prose
        .matches([
            '"', '“', '”', '„', '‟', '«', '»', '「', '」', '『', '』', '＂',
        ])
        .count()
}
