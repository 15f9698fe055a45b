//! Capitals: a text that is all in capitals stays so, and no other becomes so.
//!
//! `Save changes` → `ÄNDERUNGEN SICHERN`

use ichiban_tool::Severity;

use super::{Check, Finding, Pair};

pub(super) struct Capitals;

impl Check for Capitals {
    fn name(&self) -> &'static str {
        "capitals"
    }

    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>) {
        let (Some(source), Some(target)) =
            (shouts(&pair.source.prose()), shouts(&pair.target.prose()))
        else {
            return;
        };
        let message = match (source, target) {
            (true, false) => "The source is all in capitals, the translation is not.",
            (false, true) => "The translation is all in capitals, the source is not.",
            _ => return,
        };
        findings.push(Finding::new(
            Severity::Info,
            "capitals",
            message,
            "Write it in the case of the source.",
        ));
    }
}

/// Whether a text is all in capitals; `None` if it is too short to tell, or has no case.
fn shouts(prose: &str) -> Option<bool> {
    let cased: Vec<bool> = prose
        .chars()
        .filter(|c| c.is_uppercase() || c.is_lowercase())
        .map(char::is_uppercase)
        .collect();
    (cased.len() > 6).then(|| cased.into_iter().all(|upper| upper))
}
