//! Conflicts: what a merge of two files left behind is no translation.
//!
//! `Save` → `#-#-#-#-# de.po #-#-#-#-#` and two translations (gettext's `msgcat`), or the marks of
//! a version control system.

use ichiban_tool::Severity;

use super::{Check, Finding, Pair};

pub(super) struct MergeConflict;

static MARKS: &[&str] = &["#-#-#-#-#", "<<<<<<< ", ">>>>>>> "];

impl Check for MergeConflict {
    fn name(&self) -> &'static str {
        "merge-conflict"
    }

    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>) {
        let left = MARKS
            .iter()
            .any(|it| pair.target_text.contains(it) && !pair.source_text.contains(it));
        if left {
            findings.push(Finding::new(
                Severity::Error,
                "merge-conflict",
                "The translation has the marks of a merge that is not resolved.",
                "Choose one of the translations, and remove the marks.",
            ));
        }
    }
}
