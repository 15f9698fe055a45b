//! Mail addresses: they are kept.
//!
//! `Write to help@example.org` → `Schreib an hilfe@example.org`

use ichiban_tool::Severity;

use super::urls::{addresses, count};
use super::{Check, Finding, Pair};
use crate::localise::message::Kind;

pub(super) struct Emails;

impl Check for Emails {
    fn name(&self) -> &'static str {
        "email"
    }

    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>) {
        let source = addresses(pair.source, Kind::Email);
        let target = addresses(pair.target, Kind::Email);
        for missing in source.iter().filter(|it| !target.contains(it)) {
            findings.push(Finding::new(
                pair.terms.author.strict(Severity::Warning),
                "email-missing",
                format!("The address `{missing}` is missing."),
                "Keep it as it is.",
            ));
        }
        findings.extend(count(pair, &source, &target, "email-count"));
        for unknown in target.iter().filter(|it| !source.contains(it)) {
            findings.push(Finding::new(
                pair.terms.author.strict(Severity::Warning),
                "email-unknown",
                format!("The source has no address `{unknown}`."),
                "Make sure that mail gets there.",
            ));
        }
    }
}
