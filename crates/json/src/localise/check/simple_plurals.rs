//! Plurals in brackets: `(s)` is English; other languages word it otherwise.
//!
//! `Delete file(s)` → `Lösche Datei(s)`

use ichiban_tool::Severity;

use super::{Check, Finding, Pair};

pub(super) struct SimplePlurals;

/// Languages that form plurals in `s`, too.
static WITH_S: &[&str] = &["en", "es", "fr", "pt", "ca", "gl", "oc", "ast"];

impl Check for SimplePlurals {
    fn name(&self) -> &'static str {
        "simple-plural"
    }

    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>) {
        let other = !WITH_S.contains(&pair.terms.locale.language());
        if other && pair.source_text.contains("(s)") && pair.target_text.contains("(s)") {
            findings.push(Finding::new(
                Severity::Info,
                "simple-plural",
                "The translation has the English plural `(s)`.",
                "Write the plural of the language, or both forms.",
            ));
        }
    }
}
