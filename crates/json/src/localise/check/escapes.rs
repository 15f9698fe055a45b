//! Escapes written out in a text (`\n`, `\t`): they are kept.
//!
//! `Name\tSize` → `Name Größe`

use ichiban_tool::Severity;

use super::urls::addresses;
use super::{Check, Finding, Pair};
use crate::localise::message::Kind;

pub(super) struct Escapes;

impl Check for Escapes {
    fn name(&self) -> &'static str {
        "escape"
    }

    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>) {
        let sorted = |message| {
            let mut escapes = addresses(message, Kind::Escape);
            // A sign that is doubled in one text need not be in the other.
            escapes.retain(|it| it.starts_with('\\'));
            escapes.sort_unstable();
            escapes
        };
        let (source, target) = (sorted(pair.source), sorted(pair.target));
        let choices = !pair.source.choices().is_empty() || !pair.target.choices().is_empty();
        if source != target && !choices {
            findings.push(Finding::new(
                pair.terms.author.strict(Severity::Warning),
                "escape",
                format!(
                    "The source has the escapes [{}], the translation [{}].",
                    source.join(" "),
                    target.join(" ")
                ),
                "Keep the escapes of the source.",
            ));
        }
    }
}
