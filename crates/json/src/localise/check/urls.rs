//! Web addresses: they are kept, unless there is a page in the other language.
//!
//! `See https://example.org/help` → `Siehe https://beispiel.org/hilfe`

use ichiban_tool::Severity;

use super::{Check, Finding, Pair};
use crate::localise::message::{Kind, Message};

pub(super) struct Urls;

impl Check for Urls {
    fn name(&self) -> &'static str {
        "url"
    }

    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>) {
        let source = addresses(pair.source, Kind::Url);
        let target = addresses(pair.target, Kind::Url);
        for missing in source.iter().filter(|it| !target.contains(it)) {
            findings.push(Finding::new(
                pair.terms.author.strict(Severity::Warning),
                "url-missing",
                format!("The address `{missing}` is missing."),
                "Keep it as it is, unless the page exists in the other language.",
            ));
        }
        findings.extend(count(pair, &source, &target, "url-count"));
        for unknown in target.iter().filter(|it| !source.contains(it)) {
            findings.push(Finding::new(
                pair.terms.author.strict(Severity::Warning),
                "url-unknown",
                format!("The source has no address `{unknown}`."),
                "Make sure that it leads where the source's does.",
            ));
        }
    }
}

/// A finding if an address that stands in both texts stands in one of them more often.
pub(super) fn count(
    pair: &Pair<'_>,
    source: &[&str],
    target: &[&str],
    code: &'static str,
) -> Option<Finding> {
    let times = |list: &[&str], address: &str| list.iter().filter(|it| **it == address).count();
    if !pair.source.choices().is_empty() || !pair.target.choices().is_empty() {
        return None;
    }
    let differs = source.iter().find(|it| {
        let found = times(target, it);
        found > 0 && found != times(source, it)
    })?;
    Some(Finding::new(
        pair.terms.author.strict(Severity::Info),
        code,
        format!("The address `{differs}` does not stand as often as in the source."),
        "Keep each address as often as the source has it.",
    ))
}

/// The addresses of a kind, in order.
pub(super) fn addresses(message: &Message, kind: Kind) -> Vec<&str> {
    message
        .placeholders()
        .into_iter()
        .filter(|it| it.kind == kind)
        .map(|it| it.name.as_str())
        .collect()
}
