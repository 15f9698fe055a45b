//! Credits: a text that asks for the names of the translators is not for translation.
//!
//! `translator-credits` → the names and addresses of those who translated, one a line.

use ichiban_tool::Severity;

use super::{Author, Check, Finding, Pair};

pub(super) struct Credits;

/// The texts by which GNOME's and KDE's programs ask.
static ASKED: &[&str] = &[
    "translator-credits",
    "translator_credits",
    "name of translators",
    "email of translators",
    "your names",
    "your emails",
];

impl Check for Credits {
    fn name(&self) -> &'static str {
        "credits"
    }

    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>) {
        let source = pair.source_text.trim().to_lowercase();
        let open = pair.target_text.trim().to_lowercase() == source;
        if ASKED.contains(&source.as_str()) && (open || pair.terms.author == Author::Model) {
            findings.push(Finding::new(
                pair.terms.author.strict(Severity::Info),
                "credits",
                "The text asks for the names of the translators.",
                "Write who translated.",
            ));
        }
    }
}
